"""Remarks on the text of a Word file -> the same file with them as comments at their words.

Needs the extra ``[docx]``. Runs are cut where a remark begins or ends; nothing else of the file is changed.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.disk.decoding import RefusedError
from factcheck.document import Span
from factcheck.manuscripts import Manuscript, read
from factcheck.values import frozen

AUTHOR, INITIALS = "factcheck", "fc"
_SINGLE = ("tab", "br", "cr", "noBreakHyphen")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@frozen
class Remark:
    """What to say of a span of the manuscript's text."""

    span: Span
    text: str


@frozen
class Commented:
    """A Word file with its comments, and the remarks that have no place in it: on words in a footnote."""

    data: bytes
    left: tuple[Remark, ...]


def commented(data: bytes, remarks: Sequence[Remark]) -> Commented:
    """Write remarks into a file.

    Args:
        data: a Word file, as it was read.
        remarks: what to say, and of which span.

    Raises:
        RefusedError: the file cannot be read.
        ImportError: python-docx is not installed.

    """
    import docx
    from docx.text.run import Run

    manuscript = read(data)
    if manuscript.is_strict:
        raise RefusedError("it is in the strict form of Office Open XML; save it in Word as an ordinary .docx")
    document = docx.Document(io.BytesIO(data))
    runs = list(document.element.body.iter(f"{_WORD}r"))
    pieces = _cut(runs, manuscript, remarks)
    left = []
    for remark in remarks:
        inside = [piece for at, piece in pieces if remark.span.start <= at < remark.span.end]
        if inside:
            ends = [Run(piece, document) for piece in (inside[0], inside[-1])]
            document.add_comment(ends, remark.text, author=AUTHOR, initials=INITIALS)
        else:
            left.append(remark)
    stream = io.BytesIO()
    document.save(stream)
    return Commented(stream.getvalue(), tuple(left))


def _cut(runs: Sequence[Any], manuscript: Manuscript, remarks: Iterable[Remark]) -> list[tuple[int, Any]]:
    """Cut runs where remarks begin and end; give all that hold words, with where these begin in the text."""
    bounds = sorted({at for remark in remarks for at in (remark.span.start, remark.span.end)})
    found: list[tuple[int, Any]] = []
    for number, (start, length) in _extents(manuscript).items():
        inside = [at - start for at in bounds if start < at < start + length]
        run, last = runs[number], 0
        for cut in inside:
            found.append((start + last, run))
            run, last = _split(run, cut - last), cut
        found.append((start + last, run))
    return sorted(found, key=lambda pair: pair[0])


def _extents(manuscript: Manuscript) -> Mapping[int, tuple[int, int]]:
    """Give for each run where its words begin in the text, and how many code points they are."""
    extents: dict[int, tuple[int, int]] = {}
    for stretch in manuscript.stretches:
        start, length = extents.get(stretch.run, (stretch.start, 0))
        extents[stretch.run] = (start, length + len(stretch.text))
    return extents


def _split(run: Any, cut: int) -> Any:
    """Move what stands behind so many code points of a run into a new run behind it, and give that."""
    from copy import deepcopy

    behind = run.makeelement(run.tag, run.attrib)
    for child in list(run):
        name = child.tag.removeprefix(_WORD) if isinstance(child.tag, str) else ""
        if name == "rPr":
            behind.append(deepcopy(child))
            continue
        length = len(child.text or "") if name == "t" else int(name in _SINGLE)
        if cut <= 0:
            behind.append(child)
        elif cut < length:
            behind.append(_divided(child, cut))
        cut -= length
    run.addnext(behind)
    return behind


def _divided(words: Any, cut: int) -> Any:
    """Cut a ``w:t`` in two, and give the second."""
    space = "{http://www.w3.org/XML/1998/namespace}space"
    rest = words.makeelement(words.tag, {space: "preserve"})
    rest.text, words.text = words.text[cut:], words.text[:cut]
    words.set(space, "preserve")
    return rest
