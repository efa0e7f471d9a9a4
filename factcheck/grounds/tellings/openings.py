"""The sentences that open a story, and their figure that a headline's can only mean where no figure of the body agrees with it.

Lines and claims go in, a claim or None comes out. A headline is nearly always told again in the first sentence or two, in full:
the words that both have say that they tell one thing, whatever noun each has for its sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from factcheck.claims import COUNTS, Claim, Line, are_of_one_kind, series, subjects
from factcheck.grounds import tellings
from factcheck.grounds.tellings import bases, news, totals, wordings
from factcheck.numerals import slips
from factcheck.patterns import pattern
from factcheck.sentences import Sentence

_OPENING = 2
"""Sentences in which a figure is looked for of which the headline's may be a slip; the first is the lead."""
_ENDED = pattern(r"[.!?…][\"'”’)]*\s*\Z")
_CUT = 20
"""A headline may cut digits off: "$1.6 billion" for 1.66."""
_COARSE = 4
"""A figure of one digit is near others by its rounding alone: $10 billion is no $7.2 billion."""
_SHARED, _SLIPPED = 3, 2
"""Words of the headline that the sentence has, too; of a slip of the keys one less is enough."""
_BARE = frozenset({"number", "count"})
"""Kinds whose figures may have left their unit out."""
_SUMS = frozenset({"money", "percent", "measure"})
"""Kinds whose figures stand with many nouns: a loan is a deal, and a lifeline."""


def sentences(lines: Sequence[Line]) -> list[Sentence]:
    """Give the sentences that open the body; bylines and the like are none."""
    told = (line.sentence for line in lines if line.sentence.kind == "body" and _ENDED.search(line.sentence.text))
    return list(islice(told, _OPENING))


def only(claim: Claim, body: Sequence[Claim], parts: set[str], opening: Sequence[Sentence]) -> Claim | None:
    """Choose the only figure of the story's beginning that a headline's could mean where no figure of the body agrees with it."""
    of_unit = [f for f in body if are_of_one_kind(claim, f) and not tellings.is_vague(f) and tellings.are_of_one_unit(claim, f)]
    if any(tellings.agree(claim, figure) and not tellings.are_far(claim, figure, _COARSE) for figure in of_unit):
        return None
    if any(figure.kind in _BARE and figure.value == claim.value for figure in body):  # "from 31 seconds behind to 54 ahead"
        return None
    here = [f for f in of_unit if any(f.sentence is sentence for sentence in opening) and not tellings.is_level_before(f)]
    return _one_of([f for f in here if tellings.can_be_one(claim, f)], claim, parts, of_unit) or _retold(
        claim, here, parts, of_unit
    )


def _retold(claim: Claim, here: Sequence[Claim], parts: set[str], of_unit: Sequence[Claim]) -> Claim | None:
    """Choose the figure of a sentence that tells the headline again in its words, which may have another noun for a sum."""
    told = [f for f in here if _can_be_one(claim, f) and not bases.have_other_bases(claim, f, tersely=True)]
    told = [figure for figure in told if slips.may_be(claim.value, figure.value)] or told
    told = [figure for figure in told if _is_told_again(claim, figure)]
    return _one_of(told, claim, parts, of_unit, retold=True)


def _can_be_one(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure could be the headline's by its role and modifiers; a sum may have another noun in each.

    One sum is a loan, an accord and a settlement: where the digits are those of a slip, the role may be another, too.
    """
    if claim.kind not in _SUMS:
        return tellings.can_be_one(claim, figure)
    other = tellings.have_other_roles(claim, figure) and not slips.are_mistyped(claim.value, figure.value)
    return not (other or subjects.contradict(claim.subject, figure.subject, nouns=False))


def _is_told_again(claim: Claim, figure: Claim) -> bool:
    """Tell whether the sentence of a figure has the headline's words, those about its figure, too."""
    words = len(wordings.words_of(claim.sentence.text) & wordings.words_of(figure.sentence.text))
    slipped = slips.are_mistyped(claim.value, figure.value)
    beside = (slipped and claim.kind == "money") or bool(wordings.shared(claim, figure))  # a percent is what stands by it
    return beside and words >= (_SLIPPED if slipped else _SHARED)


def _one_of(
    near: Sequence[Claim], claim: Claim, parts: set[str], of_unit: Sequence[Claim], *, retold: bool = False
) -> Claim | None:
    """Choose the figure if there is but one, and nothing makes it a part, a sum's or another's; ``retold`` where words tie it."""
    near = [figure for figure in near if series.noun(figure) == series.noun(claim)] or near
    plain = [figure for figure in near if figure.id not in parts and not (figure.additional or figure.listed)]
    plain = [figure for figure in plain if claim.kind not in COUNTS or not tellings.is_harm_told_once(claim, figure)]
    plain = [
        figure for figure in plain if (not news.is_difference(figure) if figure.kind == "duration" else news.is_led_to(figure))
    ]  # "for a fourth month to a 2-year low"
    if not plain or len({figure.value for figure in near}) != 1 or totals.can_be_told(claim, plain[0], of_unit):
        return None
    told = retold or (tellings.are_tied(claim, plain[0]) and not bases.have_other_bases(claim, plain[0]))
    return plain[0] if told and tellings.are_far(claim, plain[0], _CUT) else None
