"""The figure of the lead that tells the headline's again, whatever figures stand behind it.

Claims go in, a claim or None comes out. A lead has the news of its headline in full: where it has but one figure of the
headline's unit, and the words of both say that they tell one thing, that figure is the headline's, even if a later sentence has
the number of the headline (`grounds.tellings.odds`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factcheck.claims import COUNTS, Claim, are_of_one_kind, series, subjects
from factcheck.grounds import kin, tellings
from factcheck.grounds.tellings import bases, news, odds, otherwise, sums, totals, wordings
from factcheck.patterns import pattern
from factcheck.sentences import Sentence

_FEW, _SHARED = 2, 3
"""Words that both sentences have; the fewer are enough where they are half of the headline's."""
_LEVEL = pattern(
    r"\b(?:from|than|<<against>>|instead of|of <<definite>>) (?:an? |the )?(?:[a-z]+ )?(?:<<about>> )?"
    r"(?:\d[\d,.]*[^,;\d]{1,30}, or )?\Z"
)
"""Before what a figure is set against: "from 453,300 shares, or [6.3 percent]", "35 of its [62 inns]"."""
_LED, _MOST = 60, 6
_SPELL = pattern(r"(?<!\d[ -])\b(?:<<spells>>|season)(?:ly|s)?\b")
_PAST = pattern(r"\b[Ii]n (?:19|20)\d\d\b|\b[Ll]ast <<spells>>\b")
_ASIDE = pattern(r", (?:which|who|whose)\b[^,;:]*,")
"""What is told of somebody beside the news: ", which signed a letter last week,"."""
_WORTH = ("worth ", "worth an estimated ", "worth estimated ")
_MORE = pattern(r" (?:more|less|fewer)\b")
_GIVEN = sums.GIVEN | {"loan", "contract", "settlement", "aid", "spending"}
"""Roles of a sum that is given for something: the headline's deal is a loan or an order in the story."""


def retold(
    claim: Claim, titles: Sequence[Claim], opening: Sequence[Sentence], body: Sequence[Claim], parts: set[str]
) -> Claim | None:
    """Give the only figure of the lead that can be the headline's, where the words of both tie them, and their numbers differ."""
    alone = len(_named(claim, [title for title in titles if can_be(claim, title)])) == 1
    if claim.value is None or claim.kind == "age" or claim.listed or not alone:
        return None
    begun = [figure for figure in body if any(figure.sentence is sentence for sentence in opening)]
    for sentence in opening:
        here = [figure for figure in begun if figure.sentence is sentence and not tellings.is_vague(figure)]
        if otherwise.in_its_words(claim, [sentence]) or any(_may_be_told(claim, figure) for figure in here):
            return None
        near = _named(claim, [figure for figure in here if can_be(claim, figure)])
        if near and (claim.kind not in COUNTS or _noun(claim) in ("", _noun(near[0])) or sentence is opening[-1]):
            only = near[0]
            if len(near) > 1 or (sentence is not opening[0] and _is_beside(claim, only)):
                return None
            added = is_summed(claim, only, here, begun) or is_added(claim, only, body) or news.are_told_on(claim, only)
            return only if not added and _is_it(claim, only, body, parts) else None
    return None


def _is_it(claim: Claim, figure: Claim, body: Sequence[Claim], parts: set[str]) -> bool:
    return is_news(claim, figure, parts) and _are_tied(claim, figure) and odds.are_at_odds(claim, figure, body)


def _may_be_told(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure is the headline's number, whatever it is of, or agrees with it, and be it within its bound."""
    ours, theirs = claim.quantity, figure.quantity
    if figure.value == claim.value or ours is None or theirs is None or not are_of_one_kind(claim, figure):
        return figure.value == claim.value
    below = ours.bound is None and (theirs.bound or "").startswith("<") and ours.possible.meets(theirs.possible)
    return below or tellings.agree(claim, figure) or tellings.are_one_number(claim, figure)


def can_be(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure is of the headline's kind and unit, and no level that another came from."""
    alike = are_of_one_kind(claim, figure) and tellings.are_of_one_unit(claim, figure) and not tellings.is_vague(figure)
    more = figure.additional and not claim.additional and figure.kind in COUNTS
    return alike and claim.is_size is figure.is_size and not (more or is_level(figure))


def is_level(figure: Claim) -> bool:
    """Tell whether a figure is what another is set against: "fell to 3 percent [from 4]"."""
    text, start = figure.sentence.within, figure.phrase.start
    return _LEVEL.search(text, max(figure.sentence.span.start, start - _LED), start) is not None


def _named(claim: Claim, figures: Sequence[Claim]) -> list[Claim]:
    """Give the figures that have the headline's noun; all where none has."""
    noun = _noun(claim)
    return [figure for figure in figures if noun and _noun(figure) == noun] or list(figures)


def is_summed(claim: Claim, figure: Claim, here: Sequence[Claim], begun: Sequence[Claim]) -> bool:
    """Tell whether the headline gives what figures make together with which the story opens, or one without another."""
    if otherwise.with_one_more(claim, figure) or totals.can_be_told(claim, figure, here if claim.kind == "measure" else begun):
        return True
    values = [one.value for one in begun if one is not figure and one.value and tellings.are_of_one_unit(claim, one)]
    made = (sum(some) for size in range(1, _MOST + 1) for some in combinations(values[:_MOST], size))
    return any(claim.value in ((figure.value or 0) + more, (figure.value or 0) - more) for more in made)


def is_added(claim: Claim, figure: Claim, body: Sequence[Claim]) -> bool:
    """Tell whether others told anywhere make the headline's number with the lead's: "250 jobs", "elsewhere another 100"."""
    more = (one for one in body if one.additional and one.value and tellings.are_of_one_unit(claim, one))
    return any(claim.value == (figure.value or 0) + (one.value or 0) for one in more)


def is_news(claim: Claim, figure: Claim, parts: set[str]) -> bool:
    """Tell whether nothing makes a figure of the lead another than the headline's: a part, a list, another time or event."""
    apart = figure.id in parts or claim.additional is not _is_on_top(figure) or figure.listed
    if (
        apart
        or figure.value is None
        or news.has_company(figure)
        or news.is_difference(figure)
        or news.is_left(figure)
        or news.are_some_of(claim, figure)
        or news.did_not_come(figure)
        or news.is_of_a_time_ago(figure)
        or news.is_of_another_event(figure)
    ):
        return False
    if any(past not in claim.sentence.text for past in _PAST.findall(_ASIDE.sub("", figure.led) + wordings.near(figure)[2])):
        return False
    spells = [{*_SPELL.findall(wordings.beside(one))} for one in (claim, figure)]
    return spells[0] <= spells[1] and not bases.have_other_bases(claim, figure, tersely=True)


def _is_on_top(figure: Claim) -> bool:
    """Tell whether a figure comes on top of another; "5 percent more tax" is a rise."""
    more = figure.kind == "percent" and _MORE.match(figure.sentence.within, figure.span.end)
    return figure.additional and not more


def _is_beside(claim: Claim, figure: Claim) -> bool:
    """Tell whether a sentence behind the lead tells something else, too: "It will also sell nine inns", but of the same kind."""
    ours, theirs = ([one.counted, one.subject.modifiers] if one.subject else [] for one in (claim, figure))
    kind = ours == theirs and bool(claim.subject and claim.subject.modifiers)
    return news.is_besides(figure) and not kind


def _is_worth(figure: Claim) -> bool:
    """Tell whether a sum says what something is worth, whatever befell that: "rings worth [$8 million] stolen"."""
    return figure.kind == "money" and figure.sentence.within.endswith(_WORTH, 0, figure.phrase.start)


def _are_tied(claim: Claim, figure: Claim) -> bool:
    """Tell whether words of both say that they tell one thing: those near both, and those of both sentences."""
    if subjects.contradict(claim.subject, figure.subject):
        return False
    plain = [wordings.all_beside(one) for one in (claim, figure)]
    if _are_tied_by(claim, figure, *plain, near=bool(wordings.shared(claim, figure))):
        return True
    near = wordings.mean_one_thing(claim, figure) or otherwise.are_led_alike(claim, figure)
    return wordings.names_of(claim) <= wordings.names(figure.sentence.text) and _are_tied_by(
        claim, figure, *map(wordings.in_meaning, plain), near=near
    )


def _are_tied_by(claim: Claim, figure: Claim, ours: frozenset[str], theirs: frozenset[str], *, near: bool) -> bool:
    """Tell whether the words of both sentences tie two figures, if some that stand ``near`` both do."""
    words = len(ours & theirs)
    role = kin.stand_for_each_other(claim.role, figure.role) or (claim.role is not None and claim.role in figure.roles)
    unlike = not role and None not in (claim.role, figure.role) and not all(map(_is_worth, (claim, figure)))
    if claim.kind in COUNTS:
        same = _are_of_one_noun(claim, figure) and not tellings.is_harm_told_once(claim, figure)
        near = near or (words >= _SHARED and tellings.open_both(claim, figure))
        return (role and words >= _SHARED) or ((same or role) and near and not unlike and words >= _FEW)
    enough = words >= _SHARED or (_FEW * words >= len(ours) and words >= (1 if near else _FEW))
    return (near and enough and (not unlike or {claim.role, figure.role} <= _GIVEN)) or (role and words >= _FEW)


def _are_of_one_noun(claim: Claim, figure: Claim) -> bool:
    """Tell whether both count one thing, which each may call otherwise: "homes", "households"."""
    return "" != _noun(claim) == _noun(figure)


def _noun(claim: Claim) -> str:
    noun = series.noun(claim)
    return next(iter(wordings.in_meaning(frozenset(wordings.meaning(noun, 1)))), noun)
