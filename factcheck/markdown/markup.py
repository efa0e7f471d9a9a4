"""The words of a block of Markdown -> the same with its marks blanked, every other character where it was.

Blanked are emphasis, links (their words stay), images, the marks of code, HTML tags and comments, escapes, footnote numbers
and, in a table, its pipes. Links and emphasis nest as in CommonMark, near enough for prose. All in linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Generator, Iterator

from attrs import define, field

_ANY = re.compile(r"[\\`<\[\]*_~&|]")
_MARK = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~\r\n]))|(?P<ticks>`+)|(?P<comment><!--)|(?P<tag><[A-Za-z/!?][^<>]*>)|(?P<open>!?\[)"
    r"|(?P<close>\])|(?P<emphasis>\*+|_+|~~+)|(?P<blank>&(?:nbsp|thinsp|ensp|emsp|\#160|\#[xX][aA]0);)|(?P<pipe>\|)"
)
_ADDRESS = re.compile(
    r"\(\s{0,99}(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:\s{1,99}(?:\"[^\"]{0,999}\"|'[^']{0,999}'|\([^()]{0,999}\)))?\s{0,99}\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
_HTML = re.compile(r"<!--(?:.*?-->|.*)|<(script|style)\b(?:.*?</\1\s*>|.*)|<[A-Za-z/!?][^<>]*>", re.DOTALL | re.IGNORECASE)
_INK = re.compile(r"[^\r\n]+")


def blanked(text: str) -> str:
    """Give blanks for all but the line ends."""
    return _INK.sub(lambda found: " " * len(found[0]), text)


def without_tags(html: str) -> str:
    """Blank the tags and comments of a block of HTML, with what scripts and styles hold."""
    return _HTML.sub(lambda found: blanked(found[0]), html)


def without_marks(block: str, references: Container[str], *, table: bool = False) -> str:
    """Blank the marks within a block.

    Args:
        block: a paragraph, a heading or a row of a table.
        references: the labels that the document gives addresses to, folded as `fold` does.
        table: pipes part cells.

    """
    if _ANY.search(block) is None:
        return block
    pieces, last = [], 0
    for start, end in sorted(_Scan(block, references, table).spans()):
        if end > last:
            pieces += [block[last : max(start, last)], blanked(block[max(start, last) : end])]
            last = end
    return "".join([*pieces, block[last:]])


def fold(label: str) -> str:
    """Give a link's label as labels are compared."""
    return " ".join(label.split()).casefold()


@define
class _Scan:
    """One walk over a block; what is open at the moment is its state."""

    block: str
    references: Container[str]
    table: bool
    brackets: list[tuple[int, bool]] = field(factory=list)
    emphasis: dict[str, list[list[int]]] = field(factory=lambda: {"*": [], "_": [], "~": []})
    ticks: list[tuple[int, int]] = field(factory=list)
    last_ticks: dict[int, int] = field(factory=dict)

    def spans(self) -> Iterator[tuple[int, int]]:
        """Give the stretches to blank; they may overlap."""
        self.ticks = [found.span() for found in re.finditer("`+", self.block)]
        self.last_ticks = {end - start: start for start, end in self.ticks}
        last_comment = self.block.rfind("-->")
        at = 0
        while found := _MARK.search(self.block, at):
            kind, start, at = found.lastgroup, found.start(), found.end()
            if kind == "ticks":
                at = yield from self._code(start, at)
            elif kind == "comment" and start < last_comment:
                at = self.block.find("-->", start) + 3
                yield start, at
            elif kind == "open":
                self.brackets.append((start, found[0] == "!["))
            elif kind == "close":
                at = yield from self._link(start)
            elif kind == "emphasis":
                yield from self._emphasis(start, at)
            elif kind in ("escape", "tag", "blank") or (kind == "pipe" and self.table):
                yield start, at
                at += kind == "escape"

    def _code(self, start: int, end: int) -> Generator[tuple[int, int], None, int]:
        """Blank a pair of equally long runs of ticks; what stands between them is no markup."""
        width = end - start
        if self.last_ticks.get(width, start) <= start:
            return end
        following = bisect_left(self.ticks, (end, 0))
        later = (self.ticks[n] for n in range(following, len(self.ticks)))
        closing = next(run for run in later if run[1] - run[0] == width)
        yield start, end
        yield closing
        return closing[1]

    def _link(self, close: int) -> Generator[tuple[int, int], None, int]:
        """Blank what a closing bracket ends, if it is a link, an image or a footnote's number."""
        if not self.brackets:
            return close + 1
        start, is_image = self.brackets.pop()
        words = start + 1 + is_image
        end = self._address_end(words, close)
        if self.block.startswith("^", words):
            yield start, close + 1
        elif end and is_image:
            yield start, end
        elif end:
            yield start, words
            yield close, end
        return end or close + 1

    def _address_end(self, words: int, close: int) -> int | None:
        """Give where the address or label behind a closing bracket ends; None: the brackets are the writer's own."""
        address = _ADDRESS.match(self.block, close + 1)
        if address:
            return address.end()
        label = _LABEL.match(self.block, close + 1)
        if label and fold(label[1] or self.block[words : min(close, words + 999)]) in self.references:
            return label.end()
        return close + 1 if fold(self.block[words : min(close, words + 999)]) in self.references else None

    def _emphasis(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Blank a run of marks with the run that it closes; else keep it in mind as one that may open."""
        mark = self.block[start]
        before, after = self.block[start - 1 : start] or " ", self.block[end : end + 1] or " "
        inside = mark == "_"  # not within a word, as in snake_case
        opened = self.emphasis[mark]
        if not before.isspace() and not (inside and after.isalnum()):
            while start < end and opened:
                width = min(end - start, opened[-1][1] - opened[-1][0])
                yield opened[-1][1] - width, opened[-1][1]
                yield start, start + width
                start += width
                opened[-1][1] -= width
                if opened[-1][0] == opened[-1][1]:
                    opened.pop()
        if start < end and not after.isspace() and not (inside and before.isalnum()):
            opened.append([start, end])
