"""What an example of `lexicon/turns.toml` must show: its word matters, for with another in its place something else is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck import story
from factcheck.claims import Claim, reading
from factcheck.document import Document
from factcheck.testing.seen import Seen
from factcheck.values import evolve


def matters(seen: Seen) -> bool:
    """Expect a word of the entry (or one of which it has the stem) that changes what is read."""
    word, document = seen.words.lower(), seen.document
    if not any(word.startswith(known.lower()) for known in seen.entry["words"]):
        return False
    text = document.text[: seen.span.start] + "x" * len(word) + document.text[seen.span.end :]
    unknown = evolve(document, text=text, prose=text)
    return _read(document, seen.stated) != _read(unknown, reading.read(unknown))


def _read(document: Document, stated: reading.Statements) -> list[Any]:
    told = story.tell(document, stated)
    ties = [(link.kind, link.one, link.other, link.part) for link in told.links]
    names = [source.name for source in told.sources]
    return [*ties, *map(names.index, names), *(value for claim in told.claims for value in _understood(claim))]


def _understood(claim: Claim) -> Iterator[Any]:
    """Give what a claim was understood to be, without words of the text that it carries."""
    yield from (claim.id, claim.span, claim.kind, claim.quantity, claim.roles, claim.subject is None, claim.forms, claim.stance)
    yield from (claim.additional, claim.running, claim.listing, claim.first_day, claim.last_day, claim.days, claim.tense)
    yield from (claim.source, claim.hedge_kinds, claim.direction, claim.since_year, claim.until_year)
