"""Whether two figures can be two tellings of one: of one unit, one number, one role. Two claims go in, yes or no comes out.

by words        `wordings`, `owners`, `sums`, `counts`; `definite` or by `pointers`; the `reasons` that a link gives
told apart      `then`, `entries` of a list, text for `machines`; a headline's figure `apart` from the body's
in a headline   `openings`, `titles`, `prices`; what tells it again `leads`, `news`, `totals`, `otherwise`, `more_told`, `plain`,
                on other `bases`; slips `misprints`, `odds`, and what the body has nowhere, `unsaid`
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims import COUNTS, Claim, are_of_one_kind, moves, series, subjects
from factcheck.grounds import kin
from factcheck.grounds.tellings import wordings
from factcheck.intervals import Interval
from factcheck.numerals import slips
from factcheck.patterns import pattern
from factcheck.quantities import Quantity

FEW, _MANY = 13, 1000
"""A smaller count may be any other by chance; one so large is hardly another's that is so many once rounded."""
_FIRST = 6
"""Code points before a figure that opens its sentence: "The 14"."""
_STRICKEN = "casualties"
_NOUGHT, _TEN = Fraction(0), 10
_COARSER, _EXACT = 10, Fraction(1)
_UP_FROM = pattern(r"\b<<from-a-level>> (?:an? (?:[a-z]+ )?<<leads>> of )?(?:<<about>> )?\Z")
_LED = 50
_PROFIT = pattern(r"\b(?i:<<profits>>|net)\b")
_CLOSED = pattern(r"[.,;]")
_COMPARES = pattern(
    r" (?:too [a-z]+\b"
    r"|(?!(?:more|less) than (?:feared|expected|hoped|forecast)\b)<<comparatives>>\b(?! (?:sea|ground|average|level)\b))"
)
_COMPARED = frozenset({"money", "measure", "duration"})
_ROUNDED = frozenset({"money", "percent"})
_WHOLE, _NEAR = 100, 3
"""Percent of all, and so many off as a fraction may be for a share in percent."""
_TIES = 2
"""Words near both figures that tie them."""


def is_vague(claim: Claim) -> bool:
    """Tell whether a figure gives no number: "dozens"."""
    return claim.quantity is None or (claim.quantity.value is None and claim.quantity.from_ is None)


def are_of_one_unit(claim: Claim, figure: Claim) -> bool:
    """Tell whether two figures are in one unit, which one of them may leave out, and neither is but a difference."""
    ours, theirs = claim.quantity, figure.quantity
    if ours is None or theirs is None or (ours.unit != theirs.unit and None not in (ours.unit, theirs.unit)):
        return False
    return claim.kind not in _COMPARED or _is_difference(claim) is _is_difference(figure)


def _is_difference(claim: Claim) -> bool:
    """Tell whether a measure or a sum only says how far something is from another: "12 meters [lower]"."""
    return _COMPARES.match(claim.sentence.within, claim.span.end, claim.sentence.span.end) is not None


def agree(claim: Claim, figure: Claim) -> bool:
    """Tell whether two figures can be one; a bound is no reason: "more than three" is not 121,000, though it could be."""
    ours, theirs = claim.quantity, figure.quantity
    if ours is None or theirs is None:
        return False
    one_sided = (ours.bound is None) is not (theirs.bound is None)
    return (one_sided and ours.printed.meets(theirs.printed)) or are_one_number(claim, figure)


def are_one_number(claim: Claim, figure: Claim) -> bool:
    """Tell whether two figures are one number once rounded, whatever bounds stand before them."""
    ours, theirs = claim.quantity, figure.quantity
    if ours is None or theirs is None:
        return False
    if ours.bound is None and theirs.bound is None and ours.printed.meets(theirs.printed):
        return True
    return without_bound(ours).meets(without_bound(theirs))


def is_cut_from(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure is another of its kind and unit whose last digits are left out: "75 million" for 75.7 million."""
    ours, theirs = claim.quantity, figure.quantity
    if ours is None or theirs is None or claim.kind != figure.kind or have_other_roles(claim, figure):
        return False
    return are_of_one_unit(claim, figure) and ours.printed.leaves_out(theirs.printed)


def is_coarser(figure: Claim, claim: Claim) -> bool:
    """Tell whether a figure is rounded so far that a headline cannot have its number from there: 213,000 from 200,000."""
    ours, theirs = (_width(one) for one in (claim, figure))
    return ours is not None and theirs is not None and figure.value != claim.value and theirs >= _COARSER * max(ours, _EXACT)


def _width(claim: Claim) -> Fraction | None:
    """Give the room that the rounding of a figure leaves, whatever bound stands before it."""
    printed = without_bound(claim.quantity) if claim.quantity and claim.value else None
    return None if printed is None else printed.room


def without_bound(quantity: Quantity) -> Interval:
    """Give what a figure stands for without the room that its bound leaves."""
    return quantity.unbounded if quantity.bound else quantity.possible


def have_other_roles(claim: Claim, figure: Claim) -> bool:
    """Tell whether both have a role, and not one."""
    return claim.role is not None and figure.role is not None and not kin.stand_for_each_other(claim.role, figure.role)


def are_alike(claim: Claim, figure: Claim, *, opens: bool) -> bool:
    """Tell whether a figure is the headline's number in other words, such as "convicted" for "jailed": neither is wrong then.

    A small number, or one that is only rounded, must stand where the story ``opens``, and may count nothing else.
    """
    ours, theirs = claim.value, figure.value
    if ours is None or theirs is None or not are_of_one_kind(claim, figure) or not are_of_one_unit(claim, figure):
        return False
    if ours == theirs and ours >= FEW:
        return _can_be_of_one_noun(claim, figure)
    same = series.noun(claim) == series.noun(figure) != "" or (claim.is_of_people and figure.is_of_people)
    near = ours == theirs or (ours >= _MANY and are_one_number(claim, figure))
    return opens and same and near and can_be_one(claim, figure)


def is_told_closer(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure is a rounded sum or share with more digits: "€3 million" for 3.2 million, "a third" for 32%."""
    if claim.value is None or figure.value is None or have_other_roles(claim, figure):
        return False
    if (claim.kind, figure.kind) == ("ratio", "percent"):
        return abs(_WHOLE * claim.value - figure.value) <= _NEAR
    return claim.kind == figure.kind and claim.kind in _ROUNDED and are_of_one_unit(claim, figure) and agree(claim, figure)


def can_be_one(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure could be the headline's by what it counts: one noun, or people whom each calls otherwise."""
    if have_other_roles(claim, figure) or subjects.contradict(claim.subject, figure.subject, nouns=False):
        return False
    return _can_be_of_one_noun(claim, figure) or _is_slip(claim, figure)


def _can_be_of_one_noun(claim: Claim, figure: Claim) -> bool:
    """Tell whether two figures have one noun, which one of them may leave out, or count people, whom each may call otherwise."""
    nouns = {series.noun(claim), series.noun(figure)} - {""}
    return len(nouns) < _TIES or (claim.is_of_people and figure.is_of_people)


def _is_slip(claim: Claim, figure: Claim) -> bool:
    """Tell whether two figures differ by a slip of the keys, and are of one noun, or the headline's stands by the other, too."""
    if not slips.may_be(claim.value, figure.value):
        return False
    same = series.noun(claim) == series.noun(figure) != ""
    return same or bool(wordings.shared(claim, figure) & wordings.stems(claim.counted or ""))


def is_harm_told_once(claim: Claim, figure: Claim) -> bool:
    """Tell whether one figure counts the stricken, and the other is not told so: "66 pupils were there", "two men held"."""
    roles = {claim.role, figure.role}
    return None in roles and any(role is not None and kin.under(role, _STRICKEN) for role in roles)


def are_far(claim: Claim, figure: Claim, share: int) -> bool:
    """Tell whether two figures differ by more than such a part of the second."""
    ours, theirs = claim.value, figure.value
    return ours is not None and theirs is not None and abs(ours - theirs) > abs(theirs) / share


def are_near(claim: Claim, figure: Claim) -> bool:
    """Tell whether neither of two figures is ten times the other: one digit can make one of the other."""
    ours, theirs = abs(claim.value or _NOUGHT), abs(figure.value or _NOUGHT)
    return _NOUGHT < ours < _TEN * theirs and theirs < _TEN * ours


def are_tied(claim: Claim, figure: Claim) -> bool:
    """Tell whether the words near both figures say that they tell one thing."""
    shared = wordings.shared(claim, figure)
    if claim.kind == "duration":
        return wordings.of_one_extreme(claim, figure) and _have_words_in_common(claim, figure, 1)
    if claim.kind == "money" and wordings.nouns(claim) & wordings.nouns(figure):
        return True
    return len(shared) >= _TIES or _is_slip(claim, figure) or (claim.kind in COUNTS and _opens(claim, figure))


def _opens(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure opens its sentence, which has words of the headline's: "Nine men were charged on Monday ..."."""
    first = figure.phrase.start - figure.sentence.span.start < _FIRST
    return first and _have_words_in_common(claim, figure, _TIES)


def open_both(claim: Claim, figure: Claim) -> bool:
    """Tell whether each of two figures opens its sentence, or stands behind a colon: "Leith fire: two men held"."""
    led = (one.sentence.within[one.sentence.span.start : one.phrase.start] for one in (claim, figure))
    return all(len(words) < _FIRST or words.endswith(": ") for words in led)


def _have_words_in_common(claim: Claim, figure: Claim, fewest: int) -> bool:
    return len(wordings.words_of(claim.sentence.text) & wordings.words_of(figure.sentence.text)) >= fewest


def is_level_before(figure: Claim) -> bool:
    """Tell whether a figure is what another came from, which a headline leaves out: "up from [nine]", "from a gap of [6]"."""
    text, start = figure.sentence.within, figure.sentence.span.start
    return _UP_FROM.search(text, max(start, figure.phrase.start - _LED), figure.phrase.start) is not None


def are_of_other_times(claim: Claim, figure: Claim) -> bool:
    """Tell whether each is told for a time of its own, and the one is over before the other begins: "in May", "in April"."""
    ends = (claim.last_day, figure.first_day), (figure.last_day, claim.first_day)
    return any(last is not None and first is not None and last < first for last, first in ends)


def are_of_one_profit(claim: Claim, figure: Claim) -> bool:
    """Tell whether both are how far somebody's profit went one way: "Lull net down 81 percent", "profit fell 18 percent"."""
    before = [wordings.near(one)[0] for one in (claim, figure)]
    ways = [moves.lead(words, 0, len(words)).direction for words in before]
    named = wordings.words_of(claim.sentence.text) & wordings.words_of(figure.sentence.text)
    told = all(map(_PROFIT.search, before)) and _CLOSED.match(figure.sentence.within, figure.span.end) is not None
    return claim.kind == figure.kind == "percent" and told and None not in ways and len({*ways}) == 1 and bool(named)
