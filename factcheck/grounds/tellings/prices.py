"""By what a headline's sum is counted where it leaves that out: "raises crude 20 cts", "raised it 50 cents a barrel".

A claim of the headline, the sentences with which the story opens and the figures of the body go in, the claim in the unit of the
story comes out. So it is where the story opens with sums by one thing alone, nothing has so many without it, and no other sum of
the currency stands near.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import units
from factcheck.claims import Claim, inherited
from factcheck.grounds import tellings
from factcheck.sentences import Sentence

_THING = frozenset({"thing"})


def priced(claim: Claim, opening: Sequence[Sentence], body: Sequence[Claim]) -> Claim:
    """Give a headline's sum as the price that it can only be; any other claim as it is."""
    unit = claim.quantity.unit if claim.quantity else None
    if claim.kind != "money" or unit is None or "/" in unit or claim.value is None:
        return claim
    sums = [one for one in body if one.kind == "money" and one.quantity and not tellings.is_vague(one)]
    if any(tellings.are_of_one_unit(claim, one) and tellings.are_one_number(claim, one) for one in sums):
        return claim
    begun = [one for one in sums if any(one.sentence is sentence for sentence in opening)]
    prices = [one for one in begun if _by(one, unit) and tellings.are_near(claim, one)]
    if len({one.quantity.unit for one in prices if one.quantity}) != 1:
        return claim
    if any(one.quantity and one.quantity.unit == unit and tellings.are_near(claim, one) for one in begun):
        return claim
    return inherited.inheriting(claim, prices[0], _THING)


def _by(figure: Claim, unit: str) -> str:
    """Give by what a sum of a currency is counted; empty for a spell of time, of which a headline may tell several."""
    own, _, by = ((figure.quantity.unit if figure.quantity else None) or "").partition("/")
    return "" if own != unit or (by and units.is_spell(by)) else by
