"""Differences from a level that is not told as a figure: "540 patients, 40 more than in May", "$890 million, up 40".

The figures of a sentence go in; each difference comes out with the figure that has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, SHARES, Claim, are_of_one_kind
from factcheck.patterns import pattern

_OFF = pattern(r"[^;:()“”]{0,80}(?:,| and(?: <<is>>(?: now)?)?) (?:(?:or|<<about>>) )*")
_THAN = pattern(
    r" (?:<<degrees>> than|(?:up|down) on) (?=[A-Za-z])(?!<<counts>>\b)"
    r"(?![^,;.]{0,24}(?<![\d–-])\d{1,3}(?!\d))"
)
_ABOVE = pattern(r" (?:above|below) (?:<<definite>>|that of|those of) (?![^,;.]{0,24}(?<!\d)\d{1,3}(?!\d))")
_THAT_OF = pattern(r" (?:above|below|ahead of|behind) th(?:at|ose) (?:of|in|at) ")
_BELOW_YEAR = pattern(r" (?:below|above) (?:(?:19|20)\d\d|last year)\b")
_IT_WAS = pattern(r",? (?:although|though|but|and|while) (?:that|this|it) <<is>> (?:<<about>> )*")
"""Between a level and a difference that another clause tells: "rose to 612, [although that was] a fifth fewer than in 2014"."""
_OF = pattern(r" (?:out )?of (?:<<definite>> )?")
_PLACED = pattern(r"\b(?:in|over|from|across|at) (?:<<about>> )?\Z")
_UP_OR_DOWN = pattern(r"[^,;:()“”]{0,60}, (?:up|down) (?:by )?(?:<<about>> )*")
_SINCE = pattern(r"[.;)]|\s*\Z| (?:since|(?:from|on) (?:(?:an?|the) [a-z]|last|its|<<calendar: month>>))\b")
"""Behind a difference from a level that is not told."""


def than(here: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give differences from what is not told as a figure: "540 patients, 40 more than in May"."""
    for at, difference in enumerate(here[1:], 1):
        value = _value(here, at)
        if value is None:
            continue
        text, end, gap = value.sentence.within, difference.span.end, (value.phrase.end, difference.phrase.start)
        if value.kind == difference.kind == "percent" and " and " in text[gap[0] : gap[1]]:
            continue  # "rose 4 percent from May and were 3 percent higher than a year ago": two changes
        kin = are_of_one_kind(value, difference)
        share = difference.kind == "points" and value.kind == "percent"
        measured = (difference.kind == "measure" and kin) or share
        placed = (kin and _THAT_OF.match(text, end)) or (measured and _ABOVE.match(text, end))
        placed = placed or (difference.kind in SHARES and _BELOW_YEAR.match(text, end))
        if (placed or _THAN.match(text, end)) and (_OFF.fullmatch(text, *gap) or _IT_WAS.fullmatch(text, *gap)):
            yield difference, value


def _value(here: Sequence[Claim], at: int) -> Claim | None:
    """Give the figure before a difference that has it: no place, no time that something took, none that is too small."""
    difference, value = here[at], here[at - 1]
    text, start = value.sentence.within, value.sentence.span.start
    fewer = (value.value or 0) <= (difference.value or 0)  # "7,000 people watched his 18 films, 900 more than in May"
    counted = at > 1 and {value.kind, here[at - 2].kind} <= COUNTS
    part = counted and _OF.fullmatch(text, here[at - 2].span.end, value.span.start) is not None
    if counted and (fewer or part or _PLACED.search(text, start, value.phrase.start)):
        return here[at - 2]  # "214 points in 19 matches, 31 more than anyone"
    if at > 1 and value.kind == "duration" != difference.kind and _PLACED.search(text, start, value.phrase.start):
        return here[at - 2]  # "expects 60,000 visitors over three days, a third more than in May"
    if "duration" not in (value.kind, difference.kind) or value.kind == difference.kind:
        return value
    if difference.kind in SHARES:
        return value
    bare = difference.kind == "number" and difference.counted is None and at == 1  # "jailed for six years, two fewer than"
    return value if bare and not fewer else here[at - 2] if at > 1 else None


def up_since(here: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give differences in the unit of their level: "stood at $890 million, up [40 million] since May"."""
    for level, change in pairwise(here):
        text, kin = level.sentence.within, are_of_one_kind(level, change) or change.kind == "number"
        plain = kin and change.counted is None and (change.value or 0) < (level.value or 0)
        led = plain and _UP_OR_DOWN.fullmatch(text, level.phrase.end, change.phrase.start)
        if led and _SINCE.match(text, change.phrase.end):
            yield change, level
