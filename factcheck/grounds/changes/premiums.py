"""Prices told by what they are above another one: "$25 a share, a premium of 22 percent to Monday's close of $20.50".

A sentence's figures go in; the price, the premium and what it is above come out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim
from factcheck.grounds.changes import alike
from factcheck.patterns import pattern

_STOPS = r"(?!(?:and|but|or|plus|while|including|with|than|when|if|from|between)\b)"
_TOLD = pattern(
    rf"(?:,? (?:--|—|–|{_STOPS}[^\W\d][\w.&’'-]*)){{0,14}}?,?(?: --| —| –)? an? (?:[a-z]+ )?(?P<of>premium of )?(?:<<about>> )*"
)
"""Between a price and its premium: "$25 [in cash for each share, a premium of] 22 percent"."""
_ABOVE = pattern(
    r" (?P<noun>premium )?(?:to|over|on|above)"
    rf" (?:(?!(?:as|after|because|for|by|that|which|who|since|before|amid|despite|to)\b){_STOPS}[\w.&’'-]+ ){{0,10}}?"
)
"""Between a premium and the price that it is above."""
_FAR = 4
"""A price is not so many times another that it is a premium above."""


def told(figures: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Give each price with its premium in percent and the price that this is above, if no other price stands with them."""
    for price, premium, other in zip(figures, figures[1:], figures[2:], strict=False):
        if premium.kind != "percent" or price.kind != "money" or price.sentence is not other.sentence:
            continue
        text = price.sentence.within
        led = _TOLD.fullmatch(text, price.span.end, premium.phrase.start)
        above = _ABOVE.fullmatch(text, premium.span.end, other.phrase.start) if led else None
        if led and above and bool(led["of"]) is not bool(above["noun"]) and _can_be(price, other):
            yield price, premium, other


def _can_be(price: Claim, other: Claim) -> bool:
    return alike.are_alike(price, other) and alike.are_of_a_size(price, other, _FAR)
