"""What levels say of themselves: a level is a change itself, or a peak, or a figure beside it is how far it went.

Figures go in, yes or no comes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from factcheck import lexicon
from factcheck.claims import SUMS, Claim, moves
from factcheck.patterns import pattern

_EXTREME = pattern(r"\bfrom <<determiner>> (?:[a-z-]+ )?<<grammar: extremes>> of\b")
_CHANGE = pattern(
    r" (?:<<rises>>|loss|deficit|shortfall|discount)\b|(?: (?:points|games|places|seats|strokes|seconds|minutes))?"
    r" (?:(?:below|beneath|behind|adrift|lower than|short of|shy of)\b|under (?:<<definite>>|<<possessive>>)\b"
    r"|off (?:<<definite>>|<<possessive>>|an?)\b)"
)
_RISE = pattern(r"(?: [a-z-]+)? <<rises>>\b")
_RISE_OF = pattern(r"\b<<rises>> of (?:<<about>> )?\Z")
_IN_THE = pattern(r" (?:came|went|flocked) to (?:<<definite>>|these|those) \Z")
_LED, _TWO = 80, 2
_OF_A_LAND = frozenset({"debt", "deficit", "surplus"})
_MILLION, _FAR = 1_000_000, 100
"""How large a number is that may leave its unit out, and how far things that are bought are from their price."""
_MONTHS, _LONGEST_MONTH = 12, 31


def follows_extreme(text: str, start: int) -> bool:
    """Tell whether the sentence before one that begins at ``start`` tells of a change from a peak or a low."""
    return _EXTREME.search(text, max(0, start - _LED), start) is not None


def is_itself_a_change(level: Claim) -> bool:
    """Tell whether a level is how far something went, so that a lower one may be more: "revised down to a [7.4 percent] drop".

    So is how far something lies below another: "fell to [46 percent] below their peak".
    """
    return _CHANGE.match(level.sentence.within, level.span.end) is not None


def is_depth(level: Claim) -> bool:
    """Tell whether a length is how deep something lies, which sinks as it grows: "the submarine dived to [400 metres]"."""
    if level.role not in ("depth", "distance"):
        return False
    start = max(level.sentence.span.start, level.phrase.start - _LED)
    return not _divers().isdisjoint(level.sentence.within[start : level.phrase.start].lower().split())


def is_change(figure: Claim) -> bool:
    """Tell whether a figure is how far something went: "rose [9 percent]", "a [9 percent] rise"."""
    text, start = figure.sentence.within, figure.sentence.near(figure.phrase.start)
    return _RISE.match(text, figure.span.end) is not None or moves.lead(text, start, figure.phrase.start).part == "change"


def is_rise_of(figure: Claim, start: int) -> bool:
    """Tell whether words behind ``start`` call a figure how far something went: "below the average rise of [600,000]"."""
    return _RISE_OF.search(figure.sentence.within, start, figure.phrase.start) is not None


def are_of_change(levels: Iterable[Claim], last: Claim, figure: Claim) -> bool:
    """Tell whether the ``last`` figure is how far a level went from this one: "at 800 euros, [32 euros] up from 768 euros"."""
    if last.quantity is None or figure.quantity is None:
        return False
    told = (level.quantity.possible for level in levels if level.quantity)
    return any((level - figure.quantity.possible).meets(last.quantity.possible) for level in told)


def counted_out(said: Sequence[Claim]) -> Claim:
    """Give the last figure, or the part that is counted out of it: "found in [17] of 22 towns, compared with eight in May".

    Who came somewhere is set against others, and not where they came: "[780] came to the 13 matches, down from 1,150".
    """
    *_, part, whole = (said[-1], *said)
    within = part is not whole and part.phrase.end == whole.phrase.end and part.span.end <= whole.span.start
    return part if within or (part.counted is None and is_place(whole)) else whole


def of_sum(said: Sequence[Claim], figure: Claim) -> Claim | None:
    """Give the sum that a number in millions is set against past what it buys: "[€4 million] on 90 flats, up from 3 million"."""
    if len(said) < _TWO or figure.kind != "number" or said[-1].kind != "count" or said[-2].kind != "money":
        return None
    (bought, spent), amount = (claim.value or 0 for claim in (said[-1], said[-2])), figure.value or 0
    return said[-2] if amount >= _MILLION and bought * _FAR < amount and spent < amount * _FAR else None


def is_place(figure: Claim) -> bool:
    """Tell whether a figure counts where somebody came, and is no level: "came to the [13] matches"."""
    text, start = figure.sentence.within, figure.sentence.near(figure.phrase.start)
    return figure.counted is not None and _IN_THE.search(text, start, figure.phrase.start) is not None


def are_of_next_months(before: Claim, level: Claim) -> bool:
    """Tell whether two levels are of a month and the one right before it: "to 5.4 percent in May, from 5.6 percent in April"."""
    earlier, later = _month(before), _month(level)
    return earlier is not None and later is not None and later % _MONTHS == (earlier + 1) % _MONTHS


def _month(figure: Claim) -> int | None:
    first, last, written = figure.first_day, figure.last_day, figure.written
    if first is not None and last is not None:
        return first.month if (last - first).days < _LONGEST_MONTH else None
    return written.month if written is not None and written.day is written.year is None else None


@cache
def _divers() -> frozenset[str]:
    depth = lexicon.entries("roles")["depth"]
    return frozenset([*depth["verbs"], *depth["nouns"]])


def can_be_told_again(before: Claim | None) -> bool:
    """Tell whether a percent behind two levels can only be that of the change: a count may be so much of all, debt of output."""
    return before is not None and before.kind in SUMS and before.role not in _OF_A_LAND
