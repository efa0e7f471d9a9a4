"""Links from the age at which a headline or the story says that somebody died to the day or year of birth that the body tells.

The body says it once, in a sentence of its own: "Born in Leith on 4 March 1933, she fled ...", or "Lull was born in 1933" with a
name that the headline has. A child's birth is told otherwise. Where the headline has no age, that of the body is held against the
birth: "Ada Lull, a singer, died on Monday. She was 91." A weekday shows that the death is fresh.
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
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Prof)\.? )?"
_BORN = pattern(rf"[“\"]?(?:Born|{_TITLE}(?P<who>{_NAME})(?: was|, who was|,) born) {_PLACE}\Z")
_THEN_WHO = pattern(r"(?:(?!\b(?:<<possessive>>|whose)\b)[^;.()]){0,120}?,? (?:he|she) [a-z]+")
"""Behind a birth that opens a sentence: nobody's child or spouse is told of before "he" or "she"."""

_DIED = pattern(
    rf"(?:(?:The|A|An) (?:(?!of\b|for\b|in\b|at\b)[a-z-]+ ){{1,3}})?{_TITLE}(?P<name>{_NAME})"
    r"(?:,(?! <<kin>>\b)[^;:()]{1,140},)?"
    r" (?:has )?died\b"
)
"""What opens the sentence that tells a death."""
_FRESH = pattern(r"\b<<calendar: weekday>>\b")
_OF_THEN = pattern(r"\b(?:1[89]|20)\d\d\b|\b(?:years|months) ago\b")
_DISPUTED = pattern(r"\b(?:say|says|said|claims?|claimed|according|as|records?|officially|believed|thought)\b")
"""In the sentence of a birth: others may know another one."""
_LONG_DEAD = pattern(r"\b(?:died|dead since|death) in (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b")
"""In the body: the death is told long after it."""
_NEAR = 4


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the link of the headline's age to the only birth that the body tells of who died."""
    above = [figure for figure in figures if figure.kind == "age" and figure.value is not None and last_ages.is_above(figure)]
    names = above[0].sentence.text if above else ""
    if not above:
        above, names = _at_death(figures)
    if above and any(_LONG_DEAD.search(line.sentence.text) for line in lines):
        return
    births = [claim for claim in figures if above and claim.kind in ALSO and _is_birth(claim, names)]
    if len(above) == len(births) == 1:
        yield Link(KIND, above[0].id, births[0].id, "born then")


def _at_death(figures: Sequence[Claim]) -> tuple[list[Claim], str]:
    """Give the only age at which the body says that somebody has just died, and the name; else none, and no name."""
    ages = [figure for figure in figures if figure.kind == "age" and figure.value is not None]
    told = [figure for figure in ages if last_ages.is_last(figure, figure.sentence.text)]
    if len(told) != 1:
        return [], ""
    age = told[0]
    text, here = age.sentence.within, age.sentence.span
    start = here.start
    if not _DIED.match(text, start, here.end):  # "She was 91.", behind the sentence that tells the death
        start = text.rfind("\n", 0, max(0, here.start - _NEAR)) + 1
    died = _DIED.match(text, start, here.end)
    fresh = died is not None and _FRESH.search(text, died.start(), here.end) and not _OF_THEN.search(text, died.end(), here.end)
    return ([age], died["name"]) if died is not None and fresh else ([], "")


def _is_birth(claim: Claim, names: str) -> bool:
    """Tell whether a day or a year is that of the birth of who is told to have died, by a name or with one among others."""
    text, sentence = claim.sentence.within, claim.sentence.span
    born = _BORN.fullmatch(text, sentence.start, claim.span.start) if claim.sentence.kind == "body" else None
    if born is None or _DISPUTED.search(claim.sentence.text):
        return False
    if born["who"] is None:
        return _THEN_WHO.match(text, claim.span.end, sentence.end) is not None
    return {*names.replace(",", " ").split()}.issuperset(born["who"].split())
