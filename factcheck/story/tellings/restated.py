"""Links from a figure to the one that it tells again: "6 trillion won ($4.22 billion; 3.7 billion euros)", "5 miles, or 8 km"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck import units
from factcheck.claims import Claim, Line
from factcheck.grounds.tellings import machines
from factcheck.intervals import Interval
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "restates"
ROUND = 1
ONE = True
INHERITS = frozenset({"subject", "period", "roles", "stance", "per"})

_LEAD = r"(?:(?:or|that is|i\.e\.|worth|equivalent to|the equivalent of|equal to) )?"
_BRACKET = pattern(rf"(?:[ -][\w-]+){{0,3}} ?[(\[] ?{_LEAD}")
_DASH = pattern(rf" (?:[–—-]|--) {_LEAD}")
_OR = pattern(r",? (?:the equivalent of|equivalent to) |, (?:or|that is,?|worth) |/")
_ELSEWHERE = pattern(r" (?:from|in|outside|within) (?:the )?[A-Z]| (?:abroad|elsewhere|online)\b")
"""Behind a sum: it is what others pay ("10p, or 12 cents from Ireland")."""
_EQUALS = pattern(r" ?= ?")
_OPENED = ("(", "( ", "[")
"""Before a rate that stands at the foot of a story: "($1 = 0.64 pounds)"."""
_EACH = pattern(r" (?:an?|per|each|apiece|for each)\b")
_FOR_EACH = pattern(r" (?:each|apiece)\b")
_THEN_EACH = pattern(r"[)\]] (?:each|apiece|for each)\b")
_RIGHT_BEHIND = pattern(rf" ?[(\[] ?{_LEAD}")
"""Nothing stands between two sums, so that both are for each: "50,000 reais ($16,000) each"."""
_COMMA = pattern(r", ")
_ONE_MORE = pattern(rf"[;,] {_LEAD}")
_CLOSED = pattern(r"(?:-[a-z]+|\.)?[)\]]|[,;] | at (?:the|today|current)\b| (?:then|now)[)\]]")
_IN_BRACKETS = "brackets"
_ONE_RATE = Fraction(1, 100)
"""How far the two prices of one currency in another are from one, multiplied, by their rounding."""
_FAR = 3
"""Times that one measure is another before a stroke tells no conversion of it."""
_PAUSE = pattern(r" (?:[–—-]|--) |[,.;]")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links between neighbouring figures of one kind in different units, and of all that stand in one bracket."""
    bracketed: dict[str, Claim] = {}
    for at, (before, second) in enumerate(pairwise(figures)):
        first = bracketed.get(before.id, before)
        if second.kind != first.kind or first.sentence is not second.sentence or not _differ(first, second):
            continue
        if at and _are_choices(figures[at - 1], before, second):
            continue
        why = _told_again(first.sentence.within, first, second) if first is before else _told_beside(before, second)
        if why == _IN_BRACKETS:
            bracketed[second.id] = first
        if why:
            yield Link(KIND, second.id, first.id, why)


def _are_choices(earlier: Claim, before: Claim, second: Claim) -> bool:
    """Tell whether three figures are a list that any may be chosen of: "sizes such as 1 kB, [234 MB, or 2 GB]"."""
    text = before.sentence.within
    listed = earlier.kind == before.kind and text[earlier.span.end : before.phrase.start] == ", "
    return listed and text[before.span.end : second.phrase.start] in (", or ", " or ")


def _told_beside(before: Claim, second: Claim) -> str:
    """Say whether a figure stands in the bracket of one that tells the same again: "($4.22 billion; [3.7 billion euros])"."""
    text = before.sentence.within
    beside = _differ(before, second) and _ONE_MORE.fullmatch(text, before.span.end, second.phrase.start) is not None
    return _IN_BRACKETS if beside and _CLOSED.match(text, second.span.end) else ""


def _told_again(text: str, first: Claim, second: Claim) -> str:
    """Say by what the second figure tells the first again: brackets, "or"; dashes and a comma only before an approximator."""
    gap = first.span.end, second.phrase.start
    if _FOR_EACH.search(text, *gap):  # "40 slots of 1,200 bytes each (48 kB)": of all
        return ""
    for_each = _THEN_EACH.match(text, second.span.end) is not None and not _RIGHT_BEHIND.fullmatch(text, *gap)
    if for_each or _EACH.match(text, second.span.end):  # a price for one, and no second telling
        return ""
    if _BRACKET.fullmatch(text, *gap) and _CLOSED.match(text, second.span.end):
        return _IN_BRACKETS
    if _EQUALS.fullmatch(text, *gap):
        return _IN_BRACKETS if text.endswith(_OPENED, 0, first.phrase.start) else "="
    if (
        _OR.fullmatch(text, *gap)
        and not _ELSEWHERE.match(text, second.span.end)
        and not (text[slice(*gap)] == "/" and _are_far(first, second))
    ):
        return text[slice(*gap)].strip(" ,")
    approximated = second.phrase.start < second.span.start and _PAUSE.match(text, second.span.end)
    if approximated and (_COMMA.fullmatch(text, *gap) or _DASH.fullmatch(text, *gap)):
        return "an apposition"
    return ""


def _are_far(first: Claim, second: Claim) -> bool:
    """Tell whether two measures are so far apart that a stroke parts two of one thing: "a tablet with 8GB/1TB"."""
    a, b = first.quantity, second.quantity
    if a is None or b is None or a.unit is None or b.unit is None or a.value is None or not b.value:
        return False
    if first.kind != "measure" or units.dimension(a.unit) != units.dimension(b.unit):
        return False
    ours = units.convert(Interval.point(a.value), a.unit, b.unit).low or 0
    return not b.value < ours * _FAR or not ours < b.value * _FAR


def _differ(first: Claim, second: Claim) -> bool:
    """Tell whether the two could be one quantity in two units."""
    if first.quantity is None or second.quantity is None or not (first.quantity.readings and second.quantity.readings):
        return False
    if (first.quantity.value is None) != (second.quantity.value is None) and not (first.is_range and second.is_single):
        return False  # a vague figure; but of a range a single one may be the middle, or one end
    ours, theirs = first.quantity.readings, second.quantity.readings
    if first.kind == "measure" and first.value != 1 and _tells_unit(second, ours):
        return False
    if (set(ours) == set(theirs) and len(ours) == 1) or machines.is_trait(first):
        return False
    if first.kind != "money":
        return True
    if first.value and second.value and abs(first.value * second.value - 1) < _ONE_RATE:
        return False  # one rate told both ways: "C$1.25 to the dollar, or 80 cents"
    (one, by), (other, told_by) = (zip(*(unit.partition("/")[::2] for unit in units_), strict=True) for units_ in (ours, theirs))
    return {*by} == {*told_by} or ({*told_by} == {""} and {*one} != {*other} and all(map(units.is_spell, by)))


def _tells_unit(second: Claim, ours: Sequence[str]) -> bool:
    """Tell whether the second figure only says how large the first one's unit is: "of 40 bushels (56 pounds)"."""
    theirs = second.quantity.readings if second.quantity else ()
    pairs = ((unit, other) for unit in ours for other in theirs if units.dimension(unit) == units.dimension(other))
    return any(second.value == units.factor(unit, other) for unit, other in pairs)
