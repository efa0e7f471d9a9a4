"""The lead's figure that a headline's can only mean where the body has the headline's number nowhere, in no form.

Claims go in, a claim or None comes out. A headline tells what the body tells: a number of it that the body has neither as it
stands, nor as a sum, a rest, a share or a price, is hardly ever right where a sentence with which the story opens has one figure
alone of that kind, near it in size, and words of the headline. So no words need stand near both, nor need their roles be one,
as long as none tells of another thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import COUNTS, Claim, are_of_one_kind, moves, series, subjects
from factcheck.grounds import tellings
from factcheck.grounds.tellings import leads, news, otherwise, sums, wordings
from factcheck.sentences import Sentence

_KINDS = COUNTS | {"money", "measure", "percent"}
_WORDS, _MANY = 2, 3
"""Words that both sentences have: so many where they are half of the headline's, else more."""
_LEVELS = frozenset({"level", "before"})


def only(
    claim: Claim, opening: Sequence[Sentence], body: Sequence[Claim], parts: set[str], above: Sequence[Claim]
) -> Claim | None:
    """Choose the only figure of the story's opening that is of a headline's kind, and near it, where nobody has its number."""
    if claim.kind not in _KINDS or not claim.is_single or claim.listed or _is_told(claim, body):
        return None
    begun = [figure for figure in body if any(figure.sentence is sentence for sentence in opening)]
    for sentence in opening:
        here = [figure for figure in begun if figure.sentence is sentence and not tellings.is_vague(figure)]
        near = [figure for figure in here if leads.can_be(claim, figure) and tellings.are_near(claim, figure)]
        near = [figure for figure in near if _can_be_of_one_thing(claim, figure)]
        if near:
            made = leads.is_summed(claim, near[0], here, begun) or leads.is_added(claim, near[0], body)
            alone = len({figure.value for figure in near}) == 1 and not _has_rival(claim, near[0], above)
            return near[0] if alone and not made and _is_it(claim, near[0], parts) else None
    return None


def _is_told(claim: Claim, body: Sequence[Claim]) -> bool:
    """Tell whether some figure of the body has the headline's number, whatever it is of, or agrees with it."""
    for figure in body:
        if figure.value == claim.value or tellings.is_cut_from(claim, figure):
            return True
        if are_of_one_kind(claim, figure) and tellings.are_of_one_unit(claim, figure) and tellings.are_one_number(claim, figure):
            return True
    return False


def _can_be_of_one_thing(claim: Claim, figure: Claim) -> bool:
    """Tell whether nothing says that a figure is of another thing: no role, no noun, no part of a change."""
    if subjects.contradict(claim.subject, figure.subject) or tellings.is_level_before(figure):
        return False
    if tellings.have_other_roles(claim, figure) and not {claim.role, figure.role} <= sums.GIVEN | {"dividend", "aid"}:
        return False
    ours, theirs = (moves.lead(one.sentence.within, one.sentence.span.start, one.phrase.start).part for one in (claim, figure))
    if (ours in _LEVELS) is not (theirs in _LEVELS) and "change" in (ours, theirs):
        return False
    return claim.kind not in COUNTS or _is_of_one_noun(claim, figure)


def _is_of_one_noun(claim: Claim, figure: Claim) -> bool:
    """Tell whether two numbers count one thing: by their nouns, or by words behind both ("nine Boeings", "two Boeing jets")."""
    if tellings.is_harm_told_once(claim, figure):
        return False
    nouns = [wordings.in_meaning(frozenset(wordings.meaning(series.noun(one), 1))) for one in (claim, figure)]
    if nouns[0] & nouns[1]:
        return True
    behind = [wordings.in_meaning(frozenset(wordings.meaning(_behind(one), 2))) for one in (claim, figure)]
    return bool(behind[0] & behind[1])


def _behind(figure: Claim) -> str:
    """Give the words of what a number counts, and those behind it in its clause."""
    near = wordings.near(figure)
    return f"{near[1]} {near[2]}"


def _has_rival(claim: Claim, figure: Claim, above: Sequence[Claim]) -> bool:
    """Tell whether another figure of the headline can be that of the lead."""
    others = (one for one in above if one is not claim and one.id != claim.id)
    return any(leads.can_be(one, figure) for one in others)


def _is_it(claim: Claim, figure: Claim, parts: set[str]) -> bool:
    """Tell whether a figure is the news, and the words of its sentence are the headline's."""
    if news.is_of_others(claim, figure, leads=True) or otherwise.with_one_more(claim, figure):
        return False
    ours, theirs = (wordings.in_meaning(wordings.all_beside(one)) for one in (claim, figure))
    words = len(ours & theirs)
    tied = words >= _MANY or (words >= _WORDS and _WORDS * words >= len(ours))
    near = claim.kind != "percent" or bool(wordings.shared(claim, figure))
    return tied and near and leads.is_news(claim, figure, parts)
