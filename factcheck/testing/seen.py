"""One stretch of an example as the stages read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.claims import Claim, Line, reading
from factcheck.document import Document, Span
from factcheck.mentions import Mention
from factcheck.numerals import Numeral
from factcheck.values import frozen


@frozen
class Seen:
    """One stretch of an example, with the entry it stands for and all that was read there."""

    name: str
    entry: Mapping[str, Any]
    document: Document
    span: Span
    stated: reading.Statements

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.document.quote(self.span)

    @property
    def mention(self) -> Mention | None:
        """The figure or time at exactly these words."""
        return next((mention for _, mention in self.mentions() if mention.entry is None), None)

    @property
    def numeral(self) -> Numeral | None:
        """Its number."""
        return self.mention.numeral if self.mention else None

    @property
    def claim(self) -> Claim | None:
        """The claim whose figure these words are."""
        return next((claim for claim in self.stated.claims if claim.span == self.span), None)

    def mentions(self) -> Iterator[tuple[Line, Mention]]:
        """Give what was seen at exactly these words."""
        return ((line, mention) for line in self.stated.lines for mention in line.mentions if mention.span == self.span)
