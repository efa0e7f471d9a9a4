"""Offsets in a text -> lines and columns, as an editor counts them. A leaf."""

from __future__ import annotations

from bisect import bisect_right

from factcheck.patterns import pattern
from factcheck.values import frozen

_LINE_END = pattern(r"\r\n|\r|\n")


@frozen
class Lines:
    """Where the lines of a text begin; lines end as an editor ends them."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """Find the lines of a text."""
        return cls(text, (0, *(end.end() for end in _LINE_END.finditer(text))))

    def number(self, offset: int) -> int:
        """Give the line an offset stands on, counted from 1."""
        return bisect_right(self.starts, offset)

    def column(self, offset: int) -> int:
        """Give its column in code points, counted from 1."""
        return offset - self.starts[self.number(offset) - 1] + 1

    def bounds(self, number: int) -> tuple[int, int]:
        """Give where a line begins and where it ends, its line break left out."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end
