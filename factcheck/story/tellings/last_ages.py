"""Links from the age at which a headline says that somebody died to the one that the body tells.

The headline says "dead at 88" or "dies at 88"; the body "died on Sunday at the age of 88", or nothing but "He was 88." behind the
death. Where the body has the headline's age, or several at which somebody died, nothing is tied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.tellings import headlines

KIND = "last-age"
ROUND = 3
ONE = False
INHERITS: frozenset[str] = frozenset()

_HEADLINE = pattern(r"\b(?i:dead|dies|died)(?: in [\w ]{1,30}?)?,? (?i:at|aged)(?: the age of)? \Z")
_DIED = pattern(
    r"\b(?:died|dead|passed away|death)\b(?:(?!\b(?:when|who|which|<<kin>>)\b)"
    r"[^.;:()]){0,120}?,? (?:at (?:the )?age of|at|aged|age) \Z"
)
_KIN = r"(?:<<kin>>|grand[a-z]+)"
_OF_KIN = pattern(
    rf"\b(?:(?:<<possessive>>|[A-Z]\w+[’']s) (?:[a-z-]+ )?{_KIN}s?|{_KIN}),? "
    r"(?:(?!<<voiced>>)[^.;:]){0,60}\Z",
    re.IGNORECASE,
)
_OF_SOMEBODY = pattern(r"\b(?i:<<possessive>>) (?:[a-z-]+ ){0,2}[a-z-]+,? (?:who |whose )?(?:had |has )?\Z")
"""Before a death in its sentence: somebody else died ("[her husband, who] died in 2003 at the age of 71")."""
_HIS_KIN = pattern(r"\b<<possessive>> (?:[a-z-]+ )?(?:<<males>>|partner)\b")
_HER_KIN = pattern(r"\b<<possessive>> (?:[a-z-]+ )?(?:<<females>>|partner)\b")
_NAME = pattern(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
_WAS = pattern(r"(?:He|She) was \Z")
_ENDS = pattern(r" ?\.? ?\Z")
_FAR, _LEAD = 160, 1_500
"""Code points before an age that are read, and of the body in which a death is told."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the link of the headline's age to the only one of the body at which somebody died."""
    ages = [figure for figure in figures if figure.kind == "age" and figure.value is not None]
    above = [figure for figure in ages if is_above(figure)]
    body = [figure for figure in ages if figure.sentence.kind == "body"]
    if len(above) != 1 or any(figure.value == above[0].value for figure in body):
        return
    if any(link.kind == headlines.KIND and link.one == above[0].id for link in links):  # it was found already
        return
    last = [figure for figure in body if figure.span.start < _LEAD and is_last(figure, above[0].sentence.text)]
    if last and len({figure.value for figure in last}) == 1:
        yield Link(KIND, above[0].id, last[0].id, "the age at which somebody died")


def is_above(figure: Claim) -> bool:
    """Tell whether a headline says that somebody died at an age."""
    return figure.sentence.kind == "headline" and _HEADLINE.search(figure.led) is not None


def _may_be_of_kin(figure: Claim) -> bool:
    """Tell whether the sentence before "He was 88." tells of another man: "ten years after his brother Karl"."""
    text, start = figure.sentence.within, figure.sentence.span.start
    kin = _HIS_KIN if text.startswith("He", start) else _HER_KIN
    before = max(0, start - _FAR, text.rfind("\n", 0, max(0, start - 3)), text.rfind(". ", 0, max(0, start - 3)))
    return kin.search(text, before, start) is not None


def is_last(figure: Claim, headline: str) -> bool:
    """Tell whether an age is that at a death, or all that a sentence tells: "He was 88."; who died is no other than above."""
    text, sentence = figure.sentence.within, figure.sentence.span
    was = _WAS.fullmatch(text, sentence.start, figure.phrase.start) is not None
    if was and _may_be_of_kin(figure):
        return False
    if was and _ENDS.fullmatch(text, figure.phrase.end, sentence.end) is not None:
        return True
    died = _DIED.search(text, max(sentence.start, figure.phrase.start - _FAR), figure.phrase.start)
    if died is None or any(other.search(text, sentence.start, died.start()) for other in (_OF_KIN, _OF_SOMEBODY)):
        return False
    names = _NAME.findall(text, sentence.start, died.start())
    return not names or any(word in headline for word in names[-1].split())
