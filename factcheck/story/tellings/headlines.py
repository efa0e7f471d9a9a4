"""Links from the headline's figures to those of the body that tell the same.

The headline is wrong only if it agrees with no figure of the body, and with no sum of them, and if the body has just one figure
that it could tell: the lead's, if the lead counts the same; else one that is neither a part, nor of another time, nor one of
several.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import COUNTS, Claim, Line, are_of_one_kind, series, subjects
from factcheck.grounds import kin, tellings
from factcheck.grounds.tellings import (
    apart,
    bases,
    leads,
    misprints,
    news,
    openings,
    otherwise,
    plain,
    prices,
    titles,
    totals,
    unsaid,
    wordings,
)
from factcheck.numerals import slips
from factcheck.patterns import pattern
from factcheck.sentences import Sentence
from factcheck.story.links import Link

KIND = "headline"
ROUND = 2
ONE = False
INHERITS = frozenset({"subject", "thing"})

_WHY = "the headline and the body tell the same"
_PRAISED = pattern(r" (?:most |[a-z]+ly )?<<praises>>\b")
_MEASURED = frozenset({"percent", "money", "measure"})


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give a link for each figure of the headline that some figure of the body is about, too.

    ``links`` are those between the body's figures: a part of another is not what a headline tells first.
    """
    told_above = [figure for figure in figures if figure.sentence.kind == KIND]
    above = [figure for figure in told_above if not (tellings.is_vague(figure) or _is_a_choice(figure))]
    if not above:
        return
    body = [figure for figure in figures if figure.sentence.kind != KIND]
    yield from (Link(KIND, claim.id, figure.id, _WHY) for claim, figure in titles.again(lines, told_above, body))
    parts = {link.one for link in links if link.kind == "part-of"}
    opening = openings.sentences(lines)
    above = [prices.priced(claim, opening, body) for claim in above]
    answers = {claim.id: _answers(claim, told_above, opening, body, parts) for claim in above}
    yield from (Link(KIND, claim, figure.id, _WHY) for claim, told in answers.items() for figure in told)
    left = [claim for claim in above if not answers[claim.id] and not otherwise.as_price(claim, body)]
    taken = {figure.id for told in answers.values() for figure in told}
    for claim in left:  # what answers to one figure of the headline answers to no other
        if otherwise.as_score(claim, told_above, lines):
            continue
        free = [figure for figure in body if figure.id not in taken and not news.is_age_of_then(figure)]
        told = (
            _told_exactly(claim, free)
            or otherwise.closer_in(opening, claim, free)
            or _meant(claim, free, body, parts, opening)
            or otherwise.only_closer(claim, free)
            or unsaid.only(claim, opening, free, parts, told_above)
            or misprints.turned(claim, [one for one in free if _alike(claim, one) and one.sentence in opening[:1]], body)
        )
        if (
            told is not None
            and not _is_at_odds_rightly(claim, told, told_above, body)
            and (tellings.agree(claim, told) or not otherwise.is_told(claim, lines, [one for one in free if _alike(claim, one)]))
        ):
            yield Link(KIND, claim.id, told.id, _WHY)


def _answers(
    claim: Claim, above: Sequence[Claim], opening: Sequence[Sentence], body: Sequence[Claim], parts: set[str]
) -> list[Claim]:
    """Give the figure that agrees with one of a headline, and the one with which the story opens that tells it again."""
    same, other = _agreeing(claim, body), leads.retold(claim, above, opening, body, parts)
    other = None if other and _is_at_odds_rightly(claim, other, above, body) else other
    return [figure for figure in (same, other) if figure is not None]


def _is_at_odds_rightly(claim: Claim, figure: Claim, above: Sequence[Claim], body: Sequence[Claim]) -> bool:
    """Tell whether a headline's figure may be another number than one of the body that could tell it."""
    if otherwise.leaves_room(claim, figure, above):
        return True
    return not tellings.agree(claim, figure) and apart.are_apart(claim, figure, above, body)


def _is_a_choice(claim: Claim) -> bool:
    """Tell whether a headline counts what the story shows, chosen from more: "13 stunning roof gardens"."""
    return _PRAISED.match(claim.sentence.within, claim.span.end) is not None


def _agreeing(claim: Claim, body: Sequence[Claim]) -> Claim | None:
    """Give the first figure of the body that agrees and is told to be the same; rather one number than a mere bound."""
    same = [figure for figure in body if _alike(claim, figure) and tellings.agree(claim, figure) and _is_same(claim, figure)]
    if claim.kind == "duration":  # "24 years": "20 years for the killing and four for a theft"
        same = [figure for figure in same if figure.value == claim.value or not totals.can_be_told(claim, figure, body)]
    near = next((figure for figure in same if tellings.are_one_number(claim, figure)), same[0] if same else None)
    if near is None or near.value == claim.value:
        return near
    return next((figure for figure in same if figure.value == claim.value), None) or _told_exactly(claim, body) or near


def _meant(
    claim: Claim, free: Sequence[Claim], body: Sequence[Claim], parts: set[str], opening: Sequence[Sentence]
) -> Claim | None:
    """Give the figure that a headline's can only mean, right or wrong; else one that is its number in other words."""
    lead = opening[0] if opening else None
    astray = news.has_company, news.did_not_come, news.was_left_behind
    free = [figure for figure in free if not any(is_astray(figure) for is_astray in astray)]
    alike = [figure for figure in free if _alike(claim, figure)]
    in_opening = [figure for figure in alike if any(figure.sentence is sentence for sentence in opening)]
    told = _told(claim, alike, parts, lead, body) or misprints.only(claim, in_opening, body)
    if told is not None and not (
        (not misprints.is_sure(claim, told, lead) and bases.have_other_bases(claim, told)) or _is_of_others(claim, told, lead)
    ):
        return told
    told = openings.only(claim, free, parts, opening)
    here = [figure for figure in body if told and figure.sentence is told.sentence and claim.kind == "money"]
    if told is not None and not (_is_of_others(claim, told, lead) or (here and totals.can_be_told(claim, told, here))):
        return told
    return next((figure for figure in free if tellings.are_alike(claim, figure, opens=figure.sentence in opening)), None)


def _is_of_others(claim: Claim, figure: Claim, lead: Sentence | None) -> bool:
    return news.is_of_others(claim, figure, leads=figure.sentence is lead)


def _told_exactly(claim: Claim, body: Sequence[Claim]) -> Claim | None:
    """Give the first figure of the body that is the very same: nothing can be wrong, whatever it is of."""
    ours = claim.value
    if ours is None or (claim.kind in COUNTS and ours < tellings.FEW):
        return None
    same = (figure for figure in body if figure.value == ours and _alike(claim, figure))
    many = claim.kind == "money" and slips.has_several_digits(ours)  # a package is signed, and it costs
    return next((figure for figure in same if many or not tellings.have_other_roles(claim, figure)), None)


def _told(claim: Claim, figures: Sequence[Claim], parts: set[str], lead: Sentence | None, body: Sequence[Claim]) -> Claim | None:
    """Choose the only figure of the body that a headline's could mean where none agrees; None where none is sure."""
    same = [figure for figure in figures if _is_same(claim, figure) and not bases.is_of_each_alone(claim, figure)]
    same = [figure for figure in same if not tellings.is_level_before(figure)] or same
    exact = any(figure.sentence is lead and not tellings.is_coarser(figure, claim) for figure in same)
    wider = [figure for figure in figures if same and kin.is_wider(figure.role, claim.role)]
    some = next((figure for figure in same if _is_some_of(claim, figure, wider)), None)
    if some is not None:
        return some
    others = [figure for figure in figures if figure not in wider]
    if any(_may_answer(claim, figure) and not (exact and tellings.is_coarser(figure, claim)) for figure in others):
        return None
    if claim.kind in _MEASURED and any(figure.kind == "number" and figure.value == claim.value for figure in body):
        return None  # "58 percent at noon; in the end it came to [61]"
    near = _nearest(claim, same, [figure for figure in figures if figure.sentence is lead])
    sure = [figure for figure in near if _is_told_first(claim, figure, parts, lead) and plain.is_plain(claim, figure, body)]
    values = {figure.quantity.value for figure in near if figure.quantity}
    if len(values) != 1 or not sure or any(totals.can_be_told(claim, figure, body) for figure in sure):
        return None
    return sure[0]


def _is_some_of(claim: Claim, part: Claim, wider: Sequence[Claim]) -> bool:
    """Tell whether a part is told behind its whole, whose figure the headline has with the role of the part."""
    before = (figure for figure in wider if figure.sentence is part.sentence and figure.span < part.span)
    return any(tellings.agree(claim, figure) for figure in before)


def _nearest(claim: Claim, same: Sequence[Claim], in_lead: Sequence[Claim]) -> Sequence[Claim]:
    """Choose those of the lead among figures that tell the same, else all, else what the lead has; rather with its noun."""
    near = [figure for figure in in_lead if figure in same] or same or _unnamed(claim, in_lead)
    return [figure for figure in near if figure.counted and figure.counted == (claim.counted or "").lower()] or near


def _is_told_first(claim: Claim, figure: Claim, parts: set[str], lead: Sentence | None) -> bool:
    """Tell whether a figure is one that a headline tells: no mere part of another, and of the story's own time."""
    if (figure.id in parts and not figure.role) or tellings.is_level_before(figure):
        return False
    return news.is_led_to(figure) if figure.sentence is lead else news.is_of_one_time(claim, figure)


def _may_answer(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure of the body may be the headline's: it agrees, or is the very number of something else.

    People are called by many nouns ("fans", "spectators"): of them a number that is the headline's once rounded is enough.
    """
    if not tellings.agree(claim, figure) or tellings.have_other_roles(claim, figure):
        return False
    ours, theirs = series.noun(claim), series.noun(figure)
    other_noun = "" not in (ours, theirs) and ours != theirs
    return (
        not other_noun or claim.value == figure.value or (_are_people(claim, figure) and tellings.are_one_number(claim, figure))
    )


def _are_people(claim: Claim, figure: Claim) -> bool:
    """Tell whether both count people, and not so few that another number would agree by chance."""
    return (claim.value or 0) >= tellings.FEW and claim.is_of_people and figure.is_of_people


def _unnamed(claim: Claim, in_lead: Sequence[Claim]) -> list[Claim]:
    """Give the figures of the lead that must be the headline's: the only one of a unit, or one of the noun if one has no role."""
    if claim.kind in _MEASURED:
        only = len(in_lead) == 1 and not tellings.have_other_roles(claim, in_lead[0])
        return list(in_lead) if only and wordings.shared(claim, in_lead[0]) else []
    noun = series.noun(claim)
    named = (figure for figure in in_lead if noun and series.noun(figure) == noun and None in (claim.role, figure.role))
    return [figure for figure in named if not tellings.is_harm_told_once(claim, figure)]


def _alike(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure of the body could be the headline's: of one kind, and nobody else's."""
    of_kind = are_of_one_kind(claim, figure) and not tellings.is_vague(figure)
    if claim.kind in COUNTS and claim.is_size is not figure.is_size and series.noun(claim) != series.noun(figure):
        return False  # "three villages", "a 240-home village"
    return of_kind and tellings.are_of_one_unit(claim, figure) and not subjects.contradict(claim.subject, figure.subject)


def _is_same(claim: Claim, figure: Claim) -> bool:
    """Tell whether both are told to be the same: one role, or one noun where neither has a role."""
    if claim.role or figure.role:
        return kin.stand_for_each_other(claim.role, figure.role) and not _has_second_role(figure)
    a, b = claim.subject, figure.subject
    return a is not None and b is not None and (a.head, (claim.counted or "").lower()) == (b.head, (figure.counted or "").lower())


def _has_second_role(figure: Claim) -> bool:
    """Tell whether a figure counts those who have two roles: fewer than have either."""
    nearest = figure.role or ""
    return any(kin.are_apart(role, nearest) for role in figure.roles)
