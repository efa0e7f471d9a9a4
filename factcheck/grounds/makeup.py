"""Whether figures make up another: a whole that can have parts, parts that fit it, and what nobody is two of.

A figure and those told beside it go in; whether the words between them say so is for the links to tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.claims import COUNTS, SUMS, Claim, series
from factcheck.claims.series import Part
from factcheck.grounds import kinds, siblings, sorts, wholes
from factcheck.intervals import Interval
from factcheck.patterns import pattern

_THOUSAND = 1000
MADE = pattern(r"[^;:()—–]{0,60}?,? (?:(?:which|that|<<is>>) )*<<made-of>> (?P<lead>[^,;:()—–]*)")
"""Between a whole and the first of all its parts."""
UNCOUNTED = pattern(r"(?:,|\band|\bplus) (?:<<determiner>>|<<uncounted>>) ")
"""Beside parts: another that has no number."""
THE_OTHER = pattern(r"\b[Tt]he (?:remaining|other) \Z")
"""Before the rest of those that some were told of."""
_BODY = pattern(r"\b<<bodies>> of (?:about |some )?\Z")
_THE_SO_MANY, _OPENED = pattern(r"(?<!\d of )(?<!illion of )\b(?:the|these|those|all) \Z"), pattern(r" ?(?:--|—|–|:)| - ")
_LED_IN = pattern(r"\bthe [a-z]+ (?:with |had |has )?\Z")
_LEAD = pattern(r"\b(?:by|(?:<<leads>>) (?:of|was|is)) (?:<<about>> )?\Z")
_STOCK = pattern(r"<<stock>>")
_LEAD_BEHIND = pattern(r"[- ]<<leads>>\b")
_FIGURE = pattern(r"\d ?(?:[a-z]{1,2}|[a-z]+ion|thousand)?(?:,| \()(?: or)? (?:<<about>> )?\Z")
_INSERTED = pattern(r",[”\"]? (?:which|who|whose|where|that) [^,;:.()]*\Z")
_PER = pattern(r" (?:per|apiece|each)\b")
_EACH_LED = pattern(
    r"\b[Ee](?:ach|very) [a-z-]+ (?:costs?|pays?|paid|gets?|got|is|was|will|has|had|takes?|took|earns?)\b[^.,;:()\d]{0,30} \Z"
)
_FOR_ONE = pattern(
    r" (?:(?:for|to|from|on|per|a) )?(?:each|every|apiece|per|a head)\b"
    r"| an? (?!(?:<<spells>>|total|further)\b)[a-z]+(?= ?[,.;)]| and\b|\Z)"
)
_SEVERAL_OF = pattern(r"\b(?:\d+|<<counts>>) (?!millions|thousands)[a-z]{2,}(?<![sui])s of (?:<<about>> )?\Z")
"""Before what each of several has: "three groups of [four] digits"."""
_BY_NAME = pattern(r"[A-Z][\w’'.&-]* (?:(?:with|had|has|got|gets|pays|paid|must pay|will pay) )?(?:<<about>> )?\Z")
_SIDES, _LIST = 2, 12
_THEIR = " their "
_BOTH = pattern(
    r"\b(?:of|in|to|for|with|on|at|are|were) both\b(?!,? and\b)|\bboth (?:parties|groups|camps|lists|kinds)\b"
    r"|\bthem both\b|\btwice\b|\bas well\b(?! as\b)|\bmore than one\b"
    r"|\b(?:jointly|shar(?:ed|ing)|(?:a|one) pair)\b|\b<<stand-ins>>\b"
)
"""Behind parts: some are counted in two of them, or some of them only stand in for others."""
_LESS = pattern(r"[^.;:()]{0,60}(?:,|(?:,? but)| and) (?:less|minus|net of|(?:partly )?offset by) ")
"""Behind parts: something is taken off them."""
_BESIDES = pattern(r"[^,;:]*,? and, |[^,;:]*, and ")
_LOSS = pattern(r"\b(?:loss(?:es)?|deficit|charges?|rebate|discount|refund|credit) of (?:<<about>> )?\Z")
_AND_YOUNG = pattern(r" [a-z]+ and (?:girls|boys|children)\b")
"""Behind a number: "12 children and 35 [women and girls]"."""
_LED, _BEHIND = 20, 140
"""Code points before a number that may name the body that it is of, and behind parts."""


def is_whole(claim: Claim) -> bool:
    """Tell whether a figure can have parts: a count that names what it counts, a sum or a measure."""
    rest = claim.additional and THE_OTHER.search(claim.sentence.within, claim.sentence.span.start, claim.phrase.start) is not None
    if claim.quantity is None or (claim.additional and not rest) or claim.quantity.value == 1:
        return False
    if claim.kind == "number":  # "a jury of 12"
        text, start = claim.sentence.within, claim.sentence.span.start
        return _BODY.search(text, max(start, claim.phrase.start - _LED), claim.phrase.start) is not None or is_group(claim)
    return (claim.kind in SUMS and not _is_same_by_the_year(claim)) or (claim.kind == "count" and claim.counted is not None)


def is_group(number: Claim) -> bool:
    """Tell whether a number is a group told before, whose kinds a sign opens: "the [five] -- two clerks and three guards"."""
    text, start = number.sentence.within, max(number.sentence.span.start, number.phrase.start - _LED)
    led = number.kind == "number" and _THE_SO_MANY.search(text, start, number.phrase.start) is not None
    return led and _OPENED.match(text, number.phrase.end) is not None


def _is_same_by_the_year(claim: Claim) -> bool:
    """Tell whether a sum tells what one right before it comes to a year: "cost $12 million, [$4 million a year]"."""
    text, start = claim.sentence.within, claim.sentence.span.start
    rate = claim.quantity is not None and "/" in (claim.quantity.unit or "")
    return rate and _FIGURE.search(text, max(start, claim.phrase.start - _LED), claim.phrase.start) is not None


def are_parts(whole: Claim, parts: Sequence[Part]) -> bool:
    """Tell whether a series can be parts of a figure: of its unit, each told as a number, and none of them a difference."""
    alike = all(series.alike(whole, part.claim) and part.is_amount and not is_for_one(part.claim) for part in parts)
    if whole.kind in COUNTS and (whole.value or 0) < _THOUSAND and any(wholes.is_some_of_a_sum(part.claim) for part in parts):
        return False  # "paid 3 million for the two mills, 2 million for the one and 1 million for the other"
    both = [part.claim for part in parts] if len(parts) == _SIDES else []
    claims = [part.claim for part in parts]
    if any(map(_is_thing_of_theirs, claims)):
        return False
    if not alike or (claims and (may_be_both(claims) or _is_some_taken_off(claims) or _make_it_before(whole, claims))):
        return False
    return not (both and not is_made_of(whole, both) and _is_lead(whole, *both))


def _is_thing_of_theirs(part: Claim) -> bool:
    """Tell whether a part is what those before it have, and no more of them: "three cooks and their [six] dogs"."""
    return not part.is_of_people and part.sentence.within.endswith(_THEIR, 0, part.phrase.start)


def _make_it_before(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether the first of some parts make the whole already: "30 flats, 18 houses and, for the builder, 28 garages"."""
    text = whole.sentence.within
    stops = (at for at in range(_SIDES, len(parts)) if _BESIDES.match(text, parts[at - 1].phrase.end, parts[at].phrase.start))
    return any(made(parts[:stop]) == whole.value is not None for stop in stops)


def _is_some_taken_off(parts: Sequence[Claim]) -> bool:
    """Tell whether one of some parts is a loss, or something is taken off behind them: ", less $4 million between the two"."""
    text, sentence = parts[-1].sentence.within, parts[-1].sentence.span
    lost = (_LOSS.search(text, max(sentence.start, part.phrase.start - _LED), part.phrase.start) for part in parts)
    return any(lost) or _LESS.match(text, parts[-1].span.end, sentence.end) is not None


def is_for_one(part: Claim) -> bool:
    """Tell whether a figure is what each of several has: "$250,000 [for each] of the men", "one bond [per] unit"."""
    pay = part.kind in SUMS and _FOR_ONE.match(part.sentence.within, part.phrase.end) is not None
    pay = pay or (
        part.kind in SUMS and _EACH_LED.search(part.sentence.within, part.sentence.span.start, part.phrase.start) is not None
    )
    text, start = part.sentence.within, part.sentence.near(part.phrase.start)
    return pay or _PER.match(text, part.phrase.end) is not None or _SEVERAL_OF.search(text, start, part.phrase.start) is not None


def is_inserted(whole: Claim, stop: int) -> bool:
    """Tell whether a figure stands in a clause that commas insert: "the sale, which will raise [9 million], comprises"."""
    text, start = whole.sentence.within, whole.sentence.near(whole.phrase.start)
    opened = _INSERTED.search(text, start, whole.phrase.start) is not None
    return opened and text.find(", ", whole.phrase.end, stop) >= 0


def _is_lead(whole: Claim, one: Claim, other: Claim) -> bool:
    """Tell whether two figures are the sides of which a third is the difference: "won by 12 votes: 215 for, 203 against"."""
    text, start = whole.sentence.within, max(whole.sentence.span.start, whole.phrase.start - 2 * _LED)
    led = _LEAD.search(text, start, whole.phrase.start) or _LEAD_BEHIND.match(text, whole.phrase.end)
    told = [claim.quantity.printed for claim in (whole, one, other) if claim.quantity is not None]
    lacks = len(told) > _SIDES and any(told[0].meets(ahead - behind) for ahead, behind in (told[1:], told[:0:-1]))
    lacks = lacks and (led is not None or abs((one.value or 0) - (other.value or 0)) == whole.value)
    if lacks and not (led is None and whole.is_of_people and series.nouns([one, other]) - {series.noun(whole)}):
        return True  # people of a kind that the figure does not count are no sides: "six hands - seven Danes and one Swede"
    both = whole.value is not None and min(one.value or 0, other.value or 0) > whole.value
    return both and led is not None


def is_made_of(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether a whole is said to be made up of its parts."""
    return MADE.fullmatch(whole.sentence.within, whole.phrase.end, parts[0].phrase.start) is not None


def exclude_each_other(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether nobody is two of what the parts of a whole count: men, women and children; passengers and crew."""
    nouns, units = series.nouns(parts), {claim.quantity and claim.quantity.unit for claim in (whole, *parts)}
    if whole.kind != "number" and len(units) > 1:  # 12 cars, five men and nine women: they sit in the cars
        return False
    return kinds.are_exclusive(nouns) and kinds.are_named_apart(parts) and not may_be_both(parts)


def may_be_both(parts: Sequence[Claim]) -> bool:
    """Tell whether some are counted in two parts, as the words behind them tell: "Five [are members of both parties]"."""
    last = parts[-1]
    text, end = last.sentence.within, last.span.end
    return _AND_YOUNG.match(text, end) is not None or _BOTH.search(text, end, last.sentence.span.end + _BEHIND) is not None


def may_count_all(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether a figure can be the total of others: people of people, or the same as all of them."""
    people = all(claim.is_of_people for claim in (whole, *parts))
    tails = (part.sentence.within[part.span.end : next_.phrase.start] for part, next_ in pairwise([*parts, whole]))
    text = " ".join(_LED_IN.sub("", tail) for tail in tails)
    return (people or series.noun(whole) == "" or series.nouns(parts) <= {series.noun(whole)}) and UNCOUNTED.search(text) is None


def fall_short(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether parts make less than the whole and leave some out: "45 medals: 20 gold and 10 silver".

    A list that a verb stands behind says what those did: "14 ships: six tugs and one ferry were afloat".
    """
    values = [part.value or 0 for part in parts]
    less = whole.value is not None and sum(values) < whole.value
    return less and (sorts.leave_an_answer_out(parts) or siblings.acts(parts[-1]))


def is_accounted_for(here: Sequence[Claim], whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether another figure of the sentence is what the parts make, what they lack, or meant for one of them.

    "$48 and the tip, or $60 in all: $30 for food and $18 for wine", "a 66 beside a 69 and a 70 for a total of 205",
    "[40] shops in 12 towns and nine in Hull, a total of 49".
    """
    sum_ = made(parts)
    if sum_ is None or whole.value is None or sum_ == whole.value:
        return False
    lacking = whole.value - sum_
    wanted = {sum_, lacking, *(lacking + part.value for part in parts if part.value is not None)} - {0}
    found = (claim for claim in here if claim.value in wanted and claim not in (whole, *parts))
    return any(series.alike(claim, whole) for claim in found)


def is_of_more(here: Sequence[Claim], at: int, parts: Sequence[Claim]) -> bool:
    """Tell whether a sum is told to be of more than have a part by name: "fined [three] mills $9 million: Alder 4, Birch 3"."""
    text, start = here[at].sentence.within, here[at].sentence.span.start
    named = here[at].kind in SUMS and all(_BY_NAME.search(text, start, part.phrase.start) for part in parts)
    of = (claim.value for claim in here[:at] if claim.kind == "count" and claim.value is not None)
    return named and any(len(parts) < value <= _LIST for value in of)


def made(parts: Sequence[Claim]) -> Fraction | None:
    """Give what parts make together; None where one tells no single number."""
    values = [part.value for part in parts if part.value is not None]
    return sum(values, Fraction(0)) if len(values) == len(parts) else None


def is_share(figure: Claim, part: Claim, whole: Claim, share: Claim) -> bool:
    """Tell whether a figure beside a part is such a share of the whole: "[400] jobs in 20 towns, or 5% of its 8,000"."""
    told = [claim.quantity.printed for claim in (figure, whole, share) if claim.quantity is not None]
    if figure.kind != part.kind or figure.sentence is not part.sentence or len(told) < _SIDES + 1:
        return False
    return (told[0] / told[1] * Interval.point(100 if share.kind == "percent" else 1)).meets(told[2])


def is_of_before(figures: Sequence[Claim], at: int) -> bool:
    """Tell whether a figure is the whole of the one before it: "400 of the town's [900] pupils, or half of the 800 asked"."""
    before, figure = figures[max(0, at - 1)], figures[at]
    led = before.sentence is figure.sentence and before is not figure
    return led and figure.sentence.within.startswith(" of ", before.span.end)


def are_stock(whole: Claim) -> bool:
    """Tell whether a figure counts shares: so many of them may be told as a percent of all that their firm has."""
    return _STOCK.fullmatch(series.noun(whole)) is not None


def can_share(part: Claim, whole: Claim) -> bool:
    """Tell whether one figure can be a share of the other: both are counts, sums of one currency or measures in one unit."""
    if part.kind == whole.kind == "measure":
        return series.alike(part, whole)
    if part.kind == whole.kind == "money" and part.quantity and whole.quantity:
        return part.quantity.readings == whole.quantity.readings
    return part.kind in COUNTS and whole.kind in COUNTS
