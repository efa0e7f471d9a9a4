"""Links from the age of somebody who is known by it to the one told before: "a 34-year-old clerk", "the 43-year-old clerk".

Whoever is told of as known by an age and a noun was told of so before; but a victim may be known from a picture when a suspect
is told of first. So two ages are one only where their digits changed places, no third is told of the noun, the later one is told
nowhere else, nobody else of the noun is told of, and nothing about either tells of another time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import Claim, Line
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.tellings import named_ages

KIND = named_ages.KIND
ROUND = named_ages.ROUND
ONE = named_ages.ONE
INHERITS = named_ages.INHERITS

_OLD = ("-old", " old")
_NOUN = pattern(r" (?P<noun>[a-z]+(?<!s))\b(?! (?:and|or)\b|[’'-])")
_KNOWN = pattern(r"\b[Tt]he \Z")
_OTHER = r"(?:an|each|every|older|younger|elder|(?:an)?other|second|third|both|two|three|four|five|of the) (?:\S+ )?"
_LED, _BEFORE, _BEHIND = 5, 60, 30


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links between neighbouring ages of one noun of which the later is known by it."""
    ages = [figure for figure in figures if figure.kind == "age" and figure.value is not None]
    told = Counter(age.value for age in ages)
    nouns: dict[str, list[Claim]] = {}
    for age in ages:
        if (noun := _noun(age)) is not None:
            nouns.setdefault(noun, []).append(age)
    for noun, group in nouns.items():
        once = len({age.value for age in group}) == 2
        for earlier, later in pairwise(group):
            alike = earlier.value == later.value or (once and told[later.value] == 1)
            if alike and _is_known(later) and earlier.sentence is not later.sentence and _are_one(earlier, later, noun):
                yield Link(KIND, later.id, earlier.id, "known by an age and a noun that were told before")


def _noun(age: Claim) -> str | None:
    """Give the noun right behind an age: "62-year-old [clerk]"."""
    text = age.sentence.within
    match = _NOUN.match(text, age.span.end, age.sentence.span.end)
    if match is None or not text.endswith(_OLD, 0, age.span.end) or age.sentence.kind != "body":
        return None
    return match["noun"] if match["noun"] not in lexicon.words("grammar", "stops") else None


def _is_known(age: Claim) -> bool:
    text, start = age.sentence.within, age.phrase.start
    return _KNOWN.search(text, max(age.sentence.span.start, start - _LED), start) is not None


def _near(age: Claim) -> str:
    """Give the words of its sentence near an age; behind a comma, too: "In 1981, the 16-year-old clerk"."""
    sentence = age.sentence.span
    begin, end = max(sentence.start, age.span.start - _BEFORE), min(sentence.end, age.span.end + _BEHIND)
    return age.sentence.within[begin:end]


def _are_one(earlier: Claim, later: Claim, noun: str) -> bool:
    """Tell whether nobody else of the noun is told of up to the later age, and nothing tells of another time."""
    if any(named_ages.OTHER_TIME.search(_near(age)) for age in (earlier, later)):
        return False
    told = earlier.sentence.within[earlier.sentence.span.start : later.sentence.span.end]
    several = re.search(rf"\b(?:{_OTHER}{noun}|{noun}s)\b", told, re.IGNORECASE)
    return several is None and named_ages.are_swapped_or_one(earlier.value, later.value)
