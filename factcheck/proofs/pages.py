"""Run as a program: a PDF file on standard input -> its paragraphs on standard output; if not, why on standard error.

pypdf gives the words and where they stand; a wider gap, another size or an indented line begins a paragraph.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import Any

from attrs import define

from factcheck import extras

SECONDS, MEMORY = 55, 2 << 30
_MOST = 2000
"""Pages of a file."""
_GAP = 1.25
"""Times that a gap is wider than the page's usual one where a paragraph ends."""
_FEW, _LEADING = 4, 1.3
"""With fewer gaps than that a page shows none that is usual; lines are then set as books are, at so many times their size."""
_WRAPPED = 0.6
"""Share of the longest line that a wrapped line has at least."""
_NUMBERED = re.compile(r"(?:page )?\d{1,4}(?: of \d{1,4})?", re.IGNORECASE)
_SOFT = "\u00ad"
_HALF = re.compile("[\ud800-\udfff\0]")


@define
class Line:
    """A printed line: where it begins, and how large it is set."""

    x: float
    y: float
    size: float
    text: str = ""


def main() -> int:
    """Read, and write; 1 where the file cannot be read."""
    _limit()
    logging.disable(logging.CRITICAL)  # pypdf tells every flaw of a file; only what stops the reading counts
    try:
        text = printed(sys.stdin.buffer.read())
    except ImportError:
        problem = extras.lacking("a PDF file", "pdf") or "not read: pypdf cannot be imported"
    except MemoryError:
        problem = "not read: it takes too much memory"
    except RecursionError:
        problem = "not read: nested too deeply"
    except Exception as error:  # whatever a broken file makes of a library is the file's fault
        problem = f"not a PDF that can be read: {' '.join(str(error).split()) or type(error).__name__}"
    else:
        problem = "" if text.strip() else "no text in it; a scan must be read by a program for that first"
        sys.stdout.buffer.write(text.encode("utf-8"))
    if problem:
        sys.stderr.buffer.write(f"{problem}\n".encode("utf-8", "replace"))
    return 1 if problem else 0


def printed(data: bytes) -> str:
    """Give the paragraphs, parted by empty lines.

    Raises:
        Exception: whatever pypdf raises for a broken file.

    """
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("it is locked with a password")
    if len(reader.pages) > _MOST:
        raise ValueError(f"it has {len(reader.pages):,} pages")
    found = [paragraph for page in reader.pages for paragraph in paragraphs(_lines(page))]
    return _HALF.sub("\ufffd", "\n\n".join(_carried_over(found)))


def paragraphs(lines: Iterable[Line]) -> Iterator[str]:
    """Join a page's lines to paragraphs."""
    kept = _with_hyphens([line for line in lines if line.text and not _NUMBERED.fullmatch(line.text)])
    drops = [above.y - below.y for above, below in pairwise(kept) if above.y > below.y]
    usual = median(drops) if len(drops) >= _FEW else 0.0
    block: list[Line] = []
    for line in kept:
        if block and _is_apart(block[-1], line, usual or _LEADING * line.size):
            yield from _joined(block)
            block = []
        block.append(line)
    yield from _joined(block)


def _lines(page: Any) -> Iterator[Line]:
    """Give the lines of a page, each with where it stands and how large it is written."""
    found: list[Line] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        for number, part in enumerate(re.split(r"[\r\n]", text)):
            if number or not found:
                found.append(Line(0, 0, 0))
            if part.strip() and not found[-1].text:
                scale = abs(tm[3]) or abs(tm[1]) or 1.0
                found[-1].x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                found[-1].y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                found[-1].size = size * scale
            found[-1].text += part

    page.extract_text(visitor_text=visit)
    for line in found:
        line.text = " ".join(line.text.split())
    return iter(found)


def _with_hyphens(lines: list[Line]) -> list[Line]:
    """Read soft hyphens as hyphens where they are printed within lines too: some fonts call every hyphen so."""
    if any(_SOFT in line.text[:-1] for line in lines):
        for line in lines:
            line.text = line.text.replace(_SOFT, "-")
    return lines


def _is_apart(above: Line, below: Line, usual: float) -> bool:
    """Tell whether a line begins a paragraph; on top of another column it may go on with the last."""
    drop = above.y - below.y
    if drop < 0:
        return above.text.endswith((".", "!", "?", "”", '"'))
    resized = abs(above.size - below.size) > 0.1 * max(above.size, below.size)
    indented = below.size / 2 < below.x - above.x < 4 * below.size
    return resized or indented or drop > _GAP * usual


def _joined(block: list[Line]) -> Iterator[str]:
    """Join the lines of a block that were wrapped; a hyphen at a line's end stays, unless a soft one: it may be the word's."""
    longest = max((len(line.text) for line in block), default=0)
    words = ""
    for above, line in zip([None, *block], block, strict=False):
        if above is None or (len(above.text) < _WRAPPED * longest and not line.text[0].islower()):
            if words:
                yield words
            words = line.text
        else:
            words = f"{words.removesuffix(_SOFT)}{'' if words.endswith(('-', _SOFT)) else ' '}{line.text}"
    if words:
        yield words


def _carried_over(found: list[str]) -> Iterator[str]:
    """Join a paragraph that goes on in lower case with the one before it, which no full stop ended: a page turned."""
    words = ""
    for paragraph in found:
        if words and paragraph[0].islower() and words[-1] not in '.!?”"':
            words += f" {paragraph}"
        else:
            if words:
                yield words
            words = paragraph
    if words:
        yield words


def _limit() -> None:
    """Bound this process, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main())
