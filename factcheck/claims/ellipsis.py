"""Nouns left out and understood: "23 people were killed and [61] injured" are people, too.

The claims of one sentence go in, in text order; they come out with the subject of the figure before where their own noun is left
out. Only a figure that is joined to the one before takes it over: behind "and", "or", "while" or a comma, with no more than a
verb and a bound between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.patterns import pattern

_JOINED = pattern(
    r"[^.;:()“”\"]{0,80}?(?:[,;] |,? (?:and|or|but|while) )"
    r"(?:the (?:other|remaining) |only |[a-z]+(?:ed|ing|t|lt) )?(?:[a-z]+ly )?"
)
_OPEN = pattern(
    r"[ \u00a0](?:in|at|on|from|near|off|by|as|were|was|are|is|have|had|has|died|did|remain|still|more|abroad|elsewhere|dead"
    r"|missing|hurt|[a-z]+ed)\b|[,;.]"
)
_COUNTED = frozenset({"count", "number"})


def filled(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give the claims of a sentence with the subjects that are understood."""
    before: Claim | None = None
    for claim in claims:
        if claim.kind in _COUNTED and claim.quantity is not None:
            if before is not None and _is_elliptic(before, claim):
                claim = _with_subject(claim, before)
            before = claim
        elif claim.quantity is not None:
            before = None
        yield claim


def _is_elliptic(before: Claim, claim: Claim) -> bool:
    """Tell whether a figure without a noun is joined to one that has a noun."""
    is_verb = (claim.counted or "").lower() in lexicon.forms("roles", "verbs")  # "and 61 injured"
    if (claim.subject is not None and not is_verb) or before.subject is None or before.subject.head is None:
        return False
    if claim.quantity is None or claim.quantity.unit not in (None, "person"):
        return False
    text = claim.sentence.within
    joined = _JOINED.fullmatch(text, before.phrase.end, claim.phrase.start) is not None
    return joined and (is_verb or (not claim.counted and _OPEN.match(text, claim.phrase.end) is not None))


def _with_subject(claim: Claim, before: Claim) -> Claim:
    quantity = claim.quantity
    if quantity is not None and before.quantity is not None and before.quantity.unit == "person" and quantity.unit is None:
        quantity = evolve(quantity, unit="person", readings=("person",))
    return evolve(claim, kind="count", subject=before.subject, quantity=quantity)
