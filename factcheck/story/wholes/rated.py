"""Links from a part to the share that tells it again: "25 of the 500, or 5 percent", "850 jobs, or 2 percent of its 40,000".

The base of the share, which `bases` links, must be told in the same breath, and both must be counts, or sums of one currency.
What is a part by its own words can have its share on either side: "a quarter, or 30 of the 120", "60 percent of the 45, or 27".
So can a difference have: "$4 million, or 5 percent, more than last year's $80 million".
A fraction is told again in percent, too: "one in four, or 25 percent"; and a share of the total goes on with the next part:
"24 tonnes, 30 percent of the total of 80, and Alder 16 tonnes, or [20 percent]".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, SHARES, SUMS, Claim, Line, moves, series
from factcheck.grounds import explained, makeup, surveyed, turnouts, unlike, wholes
from factcheck.grounds.changes import reckoning
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import counted_out
from factcheck.values import frozen

KIND = "rated"
ROUND = 2
ONE = True
INHERITS: frozenset[str] = frozenset()

_NEAR = 4  # figures before a share that may be the one it tells again
_OF = pattern(r" (?:out )?of (?:(?:<<definite>>|a total of|all) )*")
_OF_WHICH = pattern(r",? of (?:which|whom) (?:<<about>> )?")
_AGAIN = pattern(r" ?(?:, or|,| -| –| —|—| or) | \((?:or )?")
_ELSE = r"(?:after|against|and|as|at|before|by|down|following|for|from|in|on|or|since|than|through|to|up|with)\b"
_OF_ITS = pattern(
    r" of (?:<<definite>>|<<bare-wholes>>|all|a total of|(?:[A-Z][\w&-]* ){0,2}[A-Z][\w&-]*[’']s?)"
    rf"(?: (?!{_ELSE})[a-z][\w’'-]*){{0,4}}? (?:of )?(?:<<about>> )?"
)
_SPENT = pattern(r" (?:(?:for|on|in|from)(?: <<definite>>)?(?: [a-z]+){1,2}|(?:last|this) <<spells>>), (?:or )?(?:<<about>> )?")
"""Between a sum and its share: what it is for, or when it was."""
_AMOUNTS = pattern(
    r" (?:(?:will|would|could) )?(?:amounts? to|amounted to|equals?|is equal to|accounts? for|accounted for|makes? up|made up)"
    r" (?:<<about>> )?"
)
"""Between a part and its share: it is no less, and no more."""
_OF_A_SUM = pattern(
    r"(?![a-z’' -]* (?:stake|holding|shareholding|interest|shares) of) of <<determiner>>"
    rf"(?: (?!{_ELSE})[a-z’'-]+){{1,3}}? of (?:<<about>> )?"
)
"""Between a sum and the one that it is some of: "[of the average income of] £920"; a stake is a share of what is not told."""
_MORE_THAN = pattern(
    r",? (?:more|fewer|less|higher|lower) than"
    r" (?:<<determiner>>|last <<spells>>['’]s|[A-Z]\w+['’]s|(?:19|20)\d\d['’]s)"
    rf"(?: (?!(?:{_ELSE}|but|while|when)\b)[\w’'-]+,?){{0,5}}? (?:of )?(?:<<about>> )?"
)
"""Between a difference in percent and the level it is from: "[more than the year-ago figure of] £920"."""
_OF_TOTAL = pattern(r" of (?:the|a) total(?: [a-z]+)?(?: of|,)? ")
_FELL = pattern(r" <<has>> [a-z]+, (?:or )?(?:<<about>> )?")
"""Behind a part, before its share: "160mm of rain [have fallen], 45 percent of the normal 360"."""
_GOES_ON = pattern(r",?(?: and| while)? (?!(?:another|up|down|against|compared)\b)[A-Za-z][^,;:.()\d]{0,40} (?:<<about>> )?|, ")
_CLOSED = pattern(
    r"(?: of th(?:em|ose|e total)| in all)?(?! ?, <<reckoned-by>>\b)(?: ?[.,;:)—–]| (?:and|but|were|are|ha[vd]e?|said)\b|\Z)"
)
_DONE = pattern(
    r" [a-z]+ed, or | \((?:or )?|(?: (?!<<grammar: up>>\b|<<grammar: down>>\b|by\b)[a-z][a-z’'-]*){1,9},"
    r" (?:or|an? <<part-rates>> of) (?:<<about>> )?"
)
"""Between a part that did something and its share: "of the 400 members 300 [voted, or] 75 percent", "[died, a death rate of]"."""
_OR = pattern(r",? or | \((?:or )?")
_OR_AGAIN = pattern(r",? or | \((?:or )?| ?(?: -| –|—|:|,) ")


@frozen
class Rate:
    """A part, its whole, and the share that the part is said to be."""

    part: Claim
    whole: Claim
    share: Claim


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order; ``links`` are the parts known already."""
    found = [rate for rate in rates(figures, links) if rate.part.id not in unlike.told_again(figures)]
    told = {rate.part.id: rate.share for rate in found}
    wholes = {rate.whole.id for rate in found}
    told |= {part.id: share for part, share in pairwise(figures) if part.id not in {*told, *wholes} and _is_rated(part, share)}
    return (Link(KIND, part.id, told[part.id].id, "the share tells the part again") for part in figures if part.id in told)


def _is_rated(part: Claim, share: Claim) -> bool:
    """Tell whether a share tells a fraction again, or a count of a whole told elsewhere: "found flu in 162, or 30 percent"."""
    text, stop = part.sentence.within, share.phrase.end
    fraction = part.kind == "ratio" and share.kind == "percent" and not text.startswith(" of ", share.span.end)
    single = part.sentence is share.sentence and part.is_single and share.is_single
    if not (single and share.kind in SHARES and (fraction or part.kind in COUNTS)):
        return False
    if moves.lead(text, part.sentence.span.start, part.phrase.start).part == "change":  # "lost 21 points, or"
        return False
    again = _OR.fullmatch(text, part.phrase.end, share.phrase.start) or (fraction and explained.apposed(part, share))
    return bool(again and (fraction or "(" not in again[0])) and _CLOSED.match(text, stop) is not None


def rates(figures: Sequence[Claim], links: Sequence[Link]) -> list[Rate]:
    """Give what is told as a count of counts, or a sum of sums, and as a share of it."""
    found = {rate.part.id: rate for rate in (*_of_parts(figures, links), *_in_a_row(figures), *_next_of_total(figures))}
    return [found[figure.id] for figure in figures if figure.id in found]


def _of_parts(figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Rate]:
    """Give the shares that stand beside what is a part by its own words, or beside its whole."""
    places = {figure.id: at for at, figure in enumerate(figures)}
    for link in links:
        at, of = places.get(link.one), places.get(link.other)
        if link.kind == "part-of" and at is not None and of is not None and abs(at - of) == 1:  # "of them" may be of others
            part, whole = figures[at], figures[of]
            share = _beside(figures, at, of) if makeup.can_share(part, whole) else None
            if share is not None and all(claim.is_single for claim in (part, whole, share)):
                yield Rate(part, whole, share)


def _beside(figures: Sequence[Claim], part: int, whole: int) -> Claim | None:
    """Give the share that tells a part again: right behind it or its whole, or right before both."""
    first, last = min(part, whole), max(part, whole)
    text, sentence = figures[first].sentence.within, figures[first].sentence
    before = figures[first - 1] if first else None
    after = figures[last + 1] if last + 1 < len(figures) else None
    if turnout := [near for near in (before, after) if near and turnouts.is_of(near, figures[part], figures[whole])]:
        return turnout[0]
    here = sentence if makeup.are_stock(figures[whole]) else figures[last].sentence
    if after is not None and after.sentence is here and _is_told_behind(text, figures[last], after):
        return after
    if before is None or before.sentence is not sentence or before.kind not in SHARES:
        return None
    if part < whole:
        return before if _is_told_before(text, before, figures[part], figures[whole]) else None
    of_whole = _OF.fullmatch(text, before.span.end, figures[whole].phrase.start)
    again = _AGAIN.fullmatch(text, figures[whole].phrase.end, figures[part].phrase.start)
    return before if of_whole and again and _CLOSED.match(text, figures[part].phrase.end) else None


def _is_told_before(text: str, share: Claim, part: Claim, whole: Claim) -> bool:
    """Tell whether a share is told again as a part of its whole: a comma alone does that for bare figures, not for "30 boxes"."""
    again = _OR_AGAIN.fullmatch(text, share.phrase.end, part.phrase.start)
    bare = whole.kind == "number" or whole.counted == share.counted
    told = again and (bare or again[0] != ", ") and ("or" in again[0] or not explained.is_other_rate(share))
    return bool(told and _CLOSED.match(text, whole.phrase.end)) or explained.is_of(share, part, whole)


def _is_told_behind(text: str, figure: Claim, share: Claim) -> bool:
    again = share.kind in SHARES and _AGAIN.fullmatch(text, figure.phrase.end, share.phrase.start)
    return bool(again) and _CLOSED.match(text, share.span.end) is not None  # of nothing else


def _in_a_row(figures: Sequence[Claim]) -> Iterator[Rate]:
    """Give the shares that are told with their part and its whole in a row of three."""
    for at in range(len(figures) - 2):
        one, two, three = figures[at : at + 3]
        if one.sentence is not three.sentence or not all(claim.is_single for claim in (one, two, three)):
            continue
        text = one.sentence.within
        rate = _share_last(text, one, two, three) if makeup.can_share(one, two) and three.kind in SHARES else None
        if rate is None and two.kind in SHARES and makeup.can_share(one, three):
            rate = _share_between(text, one, two, three, whole_told=makeup.is_of_before(figures, at))
        rate = rate or (_share_first(text, one, two, three) if one.kind in SHARES else None)
        near = figures[max(0, at - _NEAR) : at]
        if rate and not any(makeup.is_share(claim, rate.part, rate.whole, rate.share) for claim in near):
            yield rate


def _share_last(text: str, part: Claim, whole: Claim, share: Claim) -> Rate | None:
    """Read "4 of the 40 boats, or 10 percent", and with the whole first "of the 40 boats, 4, or 10 percent"."""
    gap = whole.phrase.end, share.phrase.start
    again = (_AGAIN.fullmatch(text, *gap) or _DONE.fullmatch(text, *gap)) and _CLOSED.match(text, share.span.end)
    if not again or wholes.leaves_scale_out(part, whole):
        return None
    if _OF.fullmatch(text, part.span.end, whole.phrase.start) or _is_of_a_sum(part, whole):
        return Rate(part, whole, share)
    led = counted_out.is_led_part(text, part, whole) or _OF_WHICH.fullmatch(text, part.phrase.end, whole.phrase.start)
    return Rate(whole, part, share) if led or surveyed.is_of(part, whole, share) else None


def _share_between(text: str, part: Claim, share: Claim, whole: Claim, *, whole_told: bool) -> Rate | None:
    """Read "lost 4, or 10 percent, of its 40 boats", and with the whole first "of its 40 boats 10 percent (4 boats)"."""
    if _is_bracketed(text, part, share, whole):
        return Rate(whole, part, share)
    gap = part.phrase.end, share.phrase.start
    spent = part.kind == "money" and _SPENT.fullmatch(text, *gap)
    if whole_told or not (spent or any(told.fullmatch(text, *gap) for told in (_AGAIN, _FELL, _AMOUNTS))):
        return None
    of_it = _OF_ITS.fullmatch(text, share.span.end, whole.phrase.start) or _is_difference_from(text, part, share, whole)
    return Rate(part, whole, share) if of_it else None


def _share_first(text: str, share: Claim, one: Claim, other: Claim) -> Rate | None:
    """Read "10 percent of its 40 boats, or 4", and "10 percent, or 4 of the 40 boats"."""
    if makeup.can_share(other, one) and _OF_ITS.fullmatch(text, share.span.end, one.phrase.start):
        apposed = text[one.phrase.end : other.phrase.start] == ", " and text.startswith(",", other.phrase.end)
        again = (apposed or _OR.fullmatch(text, one.phrase.end, other.phrase.start)) and _tells_as_many(one, other)
        return Rate(other, one, share) if again else None
    if makeup.can_share(one, other) and text[one.span.end : other.phrase.start] == " of ":
        return Rate(one, other, share) if _is_told_before(text, share, one, other) else None
    return None


def _is_difference_from(text: str, difference: Claim, share: Claim, level: Claim) -> bool:
    """Tell whether a share is that of a difference in its level: "$4 million, or 5 percent, more than the $80 million".

    What is nearly as much as the level is no difference from it, but what stands higher or lower.
    """
    if _MORE_THAN.fullmatch(text, share.span.end, level.phrase.start) is None or difference.value is None or level.value is None:
        return False
    return 2 * difference.value < level.value and not reckoning.on_other_basis(text, difference.phrase.start, level.span.end)


def _is_of_a_sum(part: Claim, whole: Claim) -> bool:
    """Tell whether a sum is told to be some of another that has a name: "£550 of the average income of £920"."""
    return part.kind in SUMS and bool(_OF_A_SUM.fullmatch(part.sentence.within, part.span.end, whole.phrase.start))


def _next_of_total(figures: Sequence[Claim]) -> Iterator[Rate]:
    """Give the share of a part that follows one of a total: "30% of the total of 80 tonnes, and Alder [16 tonnes, or 20%]"."""
    for at in range(len(figures) - 4):
        one, share, whole, other, again = figures[at : at + 5]
        shares = one.sentence is again.sentence and {share.kind, again.kind} <= SHARES and other.is_single
        shares = shares and makeup.can_share(one, whole) and makeup.can_share(other, whole)
        if shares and _goes_on(one, share, whole, other, again):
            yield Rate(other, whole, again)


def _goes_on(one: Claim, share: Claim, whole: Claim, other: Claim, again: Claim) -> bool:
    """Tell whether a part, its share of a total and the total are told, and then another part with its share."""
    text = one.sentence.within
    total = _AGAIN.fullmatch(text, one.phrase.end, share.phrase.start)
    total = total and _OF_TOTAL.fullmatch(text, share.span.end, whole.phrase.start)
    then = total and _GOES_ON.fullmatch(text, whole.phrase.end, other.phrase.start)
    return bool(then and _OR.fullmatch(text, other.phrase.end, again.phrase.start) and _CLOSED.match(text, again.span.end))


def _tells_as_many(whole: Claim, part: Claim) -> bool:
    """Tell whether a count behind "or" counts what its whole does, and nothing is joined to it: "48 schools, or 40 of them"."""
    text = part.sentence.within
    closed = _CLOSED.match(text, part.phrase.end)
    same = part.counted is None or series.noun(part) == series.noun(whole) or (part.counted == "people" and whole.is_of_people)
    fits = part.value is not None and whole.value is not None and part.value <= whole.value
    return closed is not None and same and fits and not text.startswith(" and ", part.phrase.end)


def _is_bracketed(text: str, whole: Claim, share: Claim, part: Claim) -> bool:
    """Tell whether a share of a whole that leads its sentence has the count in brackets: "Of the 400, 60% (240) are old"."""
    alone = text[share.span.end : part.span.start] + text[part.span.end : part.span.end + 1] == " ()"
    return alone and counted_out.is_led_part(text, whole, share)
