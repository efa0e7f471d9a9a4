"""Links from the age at which a headline says that somebody died to the day or year of birth that the body tells.

The body says it once, in a sentence of its own: "Born in Leith on 4 March 1933, she fled ...", or "Lull was born in 1933" with a
name that the headline has. A child's birth is told otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.tellings import last_ages

KIND = "lived"
ROUND = 3
ONE = False
INHERITS: frozenset[str] = frozenset()
ALSO = frozenset({"date", "period"})

_PLACE = r"(?:(?:in|at|near|into) [^;.()\d]{1,60}?,? )?(?:on |in )?"
_NAME = r"[A-Z][\w’'-]*(?: [A-Z][\w’'.-]*){0,3}"
_BORN = pattern(rf"[“\"]?(?:Born|(?P<who>{_NAME}) was born) {_PLACE}\Z")
_THEN_WHO = pattern(r"(?:(?!\b(?:<<possessive>>|whose)\b)[^;.()]){0,120}?,? (?:he|she) [a-z]+")
"""Behind a birth that opens a sentence: nobody's child or spouse is told of before "he" or "she"."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the link of the headline's age to the only birth that the body tells of who died."""
    above = [figure for figure in figures if figure.kind == "age" and figure.value is not None and last_ages.is_above(figure)]
    births = [claim for claim in figures if above and claim.kind in ALSO and _is_birth(claim, above[0])]
    if len(above) == len(births) == 1:
        yield Link(KIND, above[0].id, births[0].id, "born then")


def _is_birth(claim: Claim, age: Claim) -> bool:
    """Tell whether a day or a year is that of the birth of who is told to have died."""
    text, sentence = claim.sentence.within, claim.sentence.span
    born = _BORN.fullmatch(text, sentence.start, claim.span.start) if claim.sentence.kind == "body" else None
    if born is None:
        return False
    if born["who"] is None:
        return _THEN_WHO.match(text, claim.span.end, sentence.end) is not None
    return {*age.sentence.text.replace(",", " ").split()}.issuperset(born["who"].split())
