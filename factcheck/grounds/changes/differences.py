"""Differences told of one figure against another: "540 patients in May, 8 percent more than the 500 of April", premiums too.

A sentence's figures go in; the figure, its difference, what it is set against and on which side of that it lies come out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim
from factcheck.grounds import siblings
from factcheck.grounds.changes import alike, bases, premiums, reckoning, sides
from factcheck.patterns import pattern

VALUED = pattern(r"\bof (?:<<about>> )*\Z")
_OFF = pattern(
    r"(?:,| -| –| --| —|(?P<told>(?: (?:last|this) [a-z]+| in (?:[A-Z][a-z]+|\d{4}))? <<is>>)) (?:(?:or|well|<<about>>) )*\Z"
)
_APPOSED = pattern(r" (?:high|tall|long|wide|deep|thick),")
"""Behind a size set beside what has it: "The mast, [21 metres] high, is 4 metres taller than"."""
_OWED = pattern(r" (?:[A-Z][a-z]+ )?(?:<<bonds>>)s?\b")
"""Behind a percent: it is what a bond pays, and no level that its yield is set against."""
_PARTED = pattern(
    r"\b(?:and|but|or|while|whereas|after|when|if|although|though|before|since|because|than|from|not|never|no)\b|[;:—“”]|--"
)
_ONE_IN = pattern(r" (?:in|out of) (?:\d+|[a-z]+)\Z")
"""How many of so many do a thing: no difference ("[one in ten] over half")."""
_LED_BY, _LONGEST = 60, 120


def directed(figures: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, str | None]]:
    """Give differences, each with the figure that has it, and ``up`` or ``down`` where the two figures must make it."""
    for value, difference, reference, side in told_apart(figures):
        yield difference, value, None if bases.is_in_percent_of(difference, value, reference) else _way(value, reference, side)


def _way(value: Claim, reference: Claim, side: str) -> str | None:
    """Tell which way a difference goes, if the two figures make it.

    None where it is reckoned on another basis, a figure may stand below nought, or the two stand the other way about.
    """
    text, start, stop = value.sentence.within, value.phrase.start, reference.span.end
    if reckoning.on_other_basis(text, start, stop) or bases.may_be_negative(
        text, max(value.sentence.span.start, start - _LED_BY), stop
    ):
        return None
    is_above, a, b = side == "above", value.value, reference.value
    if a is None or b is None or (a > b) != is_above:
        return None
    return "up" if is_above else "down"


def told_apart(figures: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Claim, str]]:
    """Give a figure, its difference from a reference, the reference, and on which side of that the figure is put.

    The one figure of the clause before that is like the reference is the one that is set against it.
    """
    for price, premium, other in premiums.told(figures):
        yield price, premium, other, "above"
    clause: list[Claim] = []
    for difference, reference in pairwise(figures):
        sentence = difference.sentence
        if clause and clause[0].sentence is not sentence:
            clause = []
        text, start = sentence.within, max(sentence.span.start, difference.phrase.start - _LONGEST)
        off = _OFF.search(text, start, difference.phrase.start) if clause else None
        side = _side_off(difference, reference) if off else ""
        like = [f for f in clause if side and alike.are_alike(f, reference) and not _measure_otherwise(f, reference)]
        fitting = alike.right_before(like, difference, reference)
        if off and len(fitting) == 1 and _is_of(fitting[0], _told_until(fitting[0], clause, reference), off):
            yield fitting[0], difference, reference, side
        clause.append(difference)


def _told_until(value: Claim, clause: Sequence[Claim], reference: Claim) -> int:
    """Give where a figure ends, with the places where those are that it counts: "900 ticks [from 40 farms]"."""
    places = (figure for figure in clause if siblings.is_mere_place(figure, value, reference))
    return next((figure.phrase.end for figure in places), value.span.end)


def _is_of(value: Claim, end: int, off: re.Match[str]) -> bool:
    """Tell whether a difference is a figure's, told until ``end``: one clause tells both, or the figure is the subject's."""
    text = value.sentence.within
    if off["told"] is None:
        return _PARTED.search(text, end, off.start()) is None
    led = text, max(value.sentence.span.start, value.phrase.start - _LED_BY), value.phrase.start
    if text.endswith(", ", 0, value.phrase.start) and _APPOSED.fullmatch(text, end, off.start()):
        return True
    return end == off.start() and VALUED.search(*led) is not None


def _measure_otherwise(value: Claim, reference: Claim) -> bool:
    """Tell whether one is how tall and one how long a thing is."""
    return value.kind == "measure" and None not in (value.role, reference.role) and value.role != reference.role


def _is_anothers(reference: Claim, start: int) -> bool:
    """Tell whether a reference is what somebody has whom a clause names, and nothing else: "than [Reyes, who got 11,300]"."""
    text, stop = reference.sentence.within, reference.sentence.span.end
    led = sides.WHO_HAS.fullmatch(text, start, reference.phrase.start)
    return led is not None and sides.SAYS_NO_MORE.match(text, reference.phrase.end, stop) is not None


def _side_off(difference: Claim, reference: Claim) -> str:
    """Say on which side of a reference a difference puts what it is the difference of; empty where it puts it on none."""
    text, start, stop = difference.sentence.within, difference.span.end, reference.span.start
    found = sides.differing().at(text, start + 1, stop) if reference.sentence is difference.sentence else None
    if (
        found is None
        or stop - start > _LONGEST
        or not (sides.LEADS.fullmatch(text, found[1], stop) or _is_anothers(reference, found[1]))
    ):
        return ""
    if difference.kind == "ratio" and _ONE_IN.search(text, difference.span.start, start):
        return ""
    owed = difference.kind == "points" and _OWED.match(text, reference.span.end)  # "or 107 basis points over the 9 percent bonds"
    return "" if owed or alike.rate(reference) or text[start : start + 1] != " " else found[0]
