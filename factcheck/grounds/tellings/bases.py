"""Whether two figures are on one basis: of each or of all, on average, of a part, of a time, per cent of what.

A claim and a figure that could tell it again go in, yes or no comes out.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.grounds import tellings
from factcheck.grounds.tellings import wordings
from factcheck.numerals import slips
from factcheck.patterns import pattern

_EACH = pattern(
    r"\b(?:(?i:<<averages>>)|[Ee]ach|[Ee]very|[Aa]piece|per)\b|\b<<rhythms>>\b"
    r"|(?<!in )(?<!for )(?<!within )(?<!over )\ban? <<shares-of>>\b"
    r"(?! (?:<<ago>>|later|after|on|since))"
)
_BY_SPELL = pattern(r"\b(?:an?|per|each|every) (<<shares-of>>)\b")
_LEFT_OUT = pattern(r"\b(?:(?:on )?average|annual(?:i[sz]ed)? (?:rate|pace)|from a <<spells>>(?: <<ago>>)?)\b")
_AT_PRICE = pattern(r"\b(?:at|for|of) (?:<<about>> )?\W?\d[\d.,/-]*(?: [A-Za-z.]+){0,2} (?:per|an?) [a-z]+\b")
"""Behind what is sold: the price of each of its parts ("25,000 tonnes [at 108 dlrs per tonne]")."""
_PRICES = pattern(r"\b(?i:prices?)\b")
_AVERAGE = pattern(r"\b(?i:<<averages>>)\b")
"""What a headline leaves out before a price: an average one is one."""
_PART = pattern(r"\b(?:among|excluding|except|alone)\b")
_SPELL = pattern(r"\b<<spells>>\b")


def _is_rate(claim: Claim) -> bool:
    """Tell whether a figure is so much in a time by its unit, whether an average or not: "82,000 bpd"."""
    return claim.kind == "measure" and claim.quantity is not None and "/" in (claim.quantity.unit or "")


def _are_by_other_spells(ours: str, theirs: str) -> bool:
    """Tell whether the one is so much a year, and the other so much a month."""
    told = [{found[1] for found in _BY_SPELL.finditer(words)} for words in (ours, theirs)]
    return all(told) and told[0].isdisjoint(told[1])


def have_other_bases(claim: Claim, figure: Claim, *, tersely: bool = False) -> bool:
    """Tell whether one is of each, on average, of a part, of another time or on a basis of its own, and the other is not.

    ``tersely`` where the claim's words may leave out what a percent is of: "an average cut of 40 percent", "from a year earlier".
    """
    if tellings.are_of_other_times(claim, figure):
        return True
    ours, theirs = (" ".join(wordings.near(one)) for one in (claim, figure))
    ours, theirs = _AT_PRICE.sub("", ours), _AT_PRICE.sub("", theirs)
    if tersely and claim.kind == "percent":
        theirs = _LEFT_OUT.sub("", theirs)
    if claim.role == figure.role == "price" and _PRICES.search(claim.sentence.text):
        ours, theirs = _AVERAGE.sub("", ours), _AVERAGE.sub("", theirs)
    kinds = (_PART,) if _is_rate(claim) and _is_rate(figure) else (_EACH, _PART)
    if any((kind.search(ours) is None) is not (kind.search(theirs) is None) for kind in kinds):
        return True
    if _are_by_other_spells(ours, theirs):
        return True
    if claim.kind != "percent":
        return False
    spell = _SPELL.search(ours)
    other = any((word in ours.lower()) is not (word in theirs.lower()) for word in lexicon.words("grammar", "other basis"))
    return other or (spell is not None and spell[0] not in figure.sentence.text)


def is_of_each_alone(claim: Claim, figure: Claim) -> bool:
    """Tell whether a figure is of each or in a time, the headline's is not, and neither is a slip: "one home every minute"."""
    ours, theirs = (_EACH.search(" ".join(wordings.near(one))) for one in (claim, figure))
    return theirs is not None and ours is None and not slips.may_be(claim.value, figure.value)
