"""Series of figures: "five in the north, two in the south and nine abroad". A figure goes in; it and those joined to it come out.

Only the words between two figures are looked at. What joins them is short ("and", "followed by Florida with"); what stands
behind a figure before that tells which part it is, and is no clause of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice

from factcheck import lexicon
from factcheck.claims import COUNTS, Claim
from factcheck.patterns import pattern
from factcheck.values import frozen

_NAME = r"[A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*){0,3}"
_LEAD = (
    r"(?:(?:<<determiner>>|another|a further|an additional|the other|the remaining) )?(?:(?!out |<<hosts>> )[a-z]+ of )?"
    rf"(?:(?:{_NAME}|the [a-z]+(?: one)?) (?:(?:with|had|has|at|on) )?)?"
)
_LEADS = pattern(_LEAD)
_AGAINST = r",? (?:followed by|<<against>>) (?:<<about>> )?"
_JOINT = pattern(rf"(?P<tail>.*?)(?P<joint>{_AGAINST}|,? (?:and|plus|as well as) |(?<! all),? but |, ){_LEAD}", re.DOTALL)
_IN_BRACKETS = pattern(
    r" ?\([^()]*\)|, including [^,;:()—–\d]{1,60}(?=,)"
    r"|(?<=and), (?:because|as|since) [^,;:()—–\d]{1,60},(?= (?:an?|another)\b)"
)
_IN_PLACE = pattern(
    r"\A (?:<<is>>|will be|(?:will )?(?:come|go)|comes|came|goes|went)"
    r"(?=(?: [a-z]+(?:ed|ld|wn|en|ght|nt|id|de))? (?:in|from|for|to|on|at|by)\b)"
)
"""Behind a figure: the verb of all those that are told in one way ("42 [are] in the north and 61 in the south")."""
_CLAUSE = pattern(
    r"[;:—–()]|--| -(?= |\Z)|\b(?:but|while|after|before|when|because|although|though|said|says|told|than|including|among|each"
    r"|which|whose|who|that|is|was|will|would|has|had|can|could|may|might)\b|, (?:were|are|have)\b"
)
_DIFFERENCE = pattern(
    r" (?:more|fewer|less|higher|lower|above|below|over(?! the (?:next|coming|past|last|course)\b)|under|up|down|short"
    r"|ahead|behind|better|worse|times|ago|earlier|later|planned|on order|to come|on the way)\b"
)
_LATER = " later"
"""Behind a number: when it was ("18 on the first day and [13] later"), and no difference but of days."""
_OF_THEM = pattern(r" (?:of (?:them|whom|those)|whom|which)\b")
_INSTEAD = pattern(r",?(?: <<instead>>)+ ")
_CHOICE = pattern(r"\b(?:or|if not)\b")
_ONE = pattern(r"\b(?:[Tt]he|an?|his|her|their) (?:[\w-]+ ){0,2}[a-z]+(?<!s), \Z")
_CLOSED = pattern(r"[.,;:)]|\Z")
_MEASURE = pattern(
    r"<<against>> <<determiner>>"
    r" (?:(?:[a-z-]+ )?(?:<<levels>>|norm|mean|plan|aim|need|quota|capacity|budget|demand) of|usual|normal|planned) \Z"
)
_OF_THEN = pattern(
    r"(?:,? and (?:<<about>> )?\d[\d,]*)?(?: (?:in|at|from|for|on|to|by) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)?"
    r" (?:of |in |for |on )?(?:last\b|(?:19|20)\d\d\b|<<calendar: month>>\b|the <<previous>>\b"
    r"|an? <<spells>> <<ago>>\b|(?:that|which) (?:an?|the|its|their|his|her|it|they|s?he|[A-Z]\w+)\b"
    r"|(?:it|they|s?he) [a-z]+|planned\b|hoped\b|wanted\b|expected\b|before\b)"
)
"""About what figures are held against, which are none of theirs: "640 of them small, [against a goal of] 4,000 and 900"."""
_PLAIN = ("", "and", "but", "plus", "as well as")
"""What joins two figures and sets neither against the other."""
_LONGEST = 90
"""Code points between two figures of a series, brackets left out."""
_BRACKETED = 80
_MOST = 20


def by_sentence(figures: Iterable[Claim]) -> Iterator[list[Claim]]:
    """Give the figures sentence by sentence; they go in in text order."""
    here: list[Claim] = []
    for figure in figures:
        if here and here[-1].sentence is not figure.sentence:
            yield here
            here = []
        here.append(figure)
    if here:
        yield here


@frozen
class Part:
    """A figure of a series: its claim, how it is joined to the one before, and whether it stands for an amount of its own.

    "two more than in May" and "three below the limit" are no amounts but differences; "12 planned" are still to come.
    """

    claim: Claim
    joint: str = ""

    @property
    def is_amount(self) -> bool:
        """Tell whether the figure is an amount: a number, and no difference from something else."""
        quantity, text = self.claim.quantity, self.claim.sentence.within
        told = quantity is not None and (quantity.value is not None or quantity.from_ is not None)
        apart = _DIFFERENCE.match(text, self.claim.phrase.end, self.claim.sentence.span.end)
        return told and (apart is None or (apart[0] == _LATER and self.claim.kind != "duration"))

    @property
    def is_set_against(self) -> bool:
        """Tell whether it is set against the one before: "followed by", "compared with"."""
        return self.joint.strip(" ,") not in _PLAIN

    @property
    def is_of_others(self) -> bool:
        """Tell whether it is held against the one before, and so of another group or time: "compared with", not "followed by"."""
        return self.is_set_against and not self.joint.strip(" ,").startswith("followed")


def read(figures: Sequence[Claim], at: int) -> list[Part]:
    """Give the figure ``at`` a place among the figures of a sentence, with all that are joined to it, in text order."""
    parts = [Part(figures[at])]
    text = figures[at].sentence.within
    for claim in figures[at + 1 : at + 1 + _MOST]:
        last = parts[-1].claim
        between = text[last.phrase.end : claim.phrase.start]
        if len(between) > _LONGEST + _BRACKETED:
            break
        if between.count("(") > between.count(")"):  # in brackets behind the last one: it stands beside the series
            continue
        # "eight men and four women, five of them old"
        of_them = len(parts) > 1 and _OF_THEM.match(text, claim.span.end) is not None
        joint = _joined(between) if alike(last, claim) and not (of_them and not _OF_THEM.match(text, last.span.end)) else None
        if joint is None or _is_measure(text, claim, joint) or (claim.kind == "number" and _is_age(text, claim, between)):
            break
        parts.append(Part(claim, joint))
    return parts


def _is_age(text: str, number: Claim, between: str) -> bool:
    """Tell whether a bare number is the age of somebody told before it: "six guards and the captain, 47"."""
    return _ONE.search(between) is not None and _CLOSED.match(text, number.span.end) is not None


def _is_measure(text: str, claim: Claim, joint: str) -> bool:
    """Tell whether figures before one are held against it, as an aim or of another time, and go on with it no more."""
    if joint.strip(" ,") in _PLAIN:
        return False
    aim = _MEASURE.search(text, claim.sentence.near(claim.phrase.start), claim.phrase.start)
    return aim is not None or _OF_THEN.match(text, claim.phrase.end, claim.sentence.span.end) is not None


def without_brackets(text: str) -> str:
    """Give words without what stands in brackets among them."""
    return _IN_BRACKETS.sub("", text)


def is_lead(words: str) -> bool:
    """Tell whether the words directly before a figure only lead it in: "a cluster of [six]", "Florida with [seven]"."""
    return _LEADS.fullmatch(words) is not None


def alike(one: Claim, other: Claim) -> bool:
    """Tell whether two figures can be parts of one thing: both counts, or in one unit, which the second may leave out."""
    ours, theirs = one.quantity, other.quantity
    if ours is None or theirs is None:
        return False
    if one.kind in COUNTS and other.kind in COUNTS:
        return True
    if one.kind == other.kind == "money":
        return (ours.unit or "").partition("/")[0] == (theirs.unit or "").partition("/")[0]
    return one.kind == other.kind and ours.unit == theirs.unit


def noun(claim: Claim) -> str:
    """Give what a claim counts, in one form: its class in the lexicon, else the word as written; empty where it is left out."""
    subject, written = claim.subject, (claim.counted or "").lower()
    return written if written in ("", "others") else (subject.head if subject and subject.head else written)


def count_apart(one: Claim, other: Claim) -> bool:
    """Tell whether two figures count other things by their own words."""
    return None not in (one.counted, other.counted) and one.counted != other.counted


def stands_in(part: Claim, whole: Claim) -> bool:
    """Tell whether things may stand in other things: 30 flats in 12 buildings, but no 30 vans in 12 vehicles, and no people."""
    units = [claim.quantity and claim.quantity.unit for claim in (part, whole)]
    if part.counted is None or whole.counted is None or units != [None, None]:
        return False
    firms = lexicon.words("sides", "firms")  # nobody who ships is in one of those who export
    alike = is_one_of(whole, firms) and is_one_of(part, firms)
    return noun(part) != noun(whole) and not alike and not is_one_of(whole, lexicon.words("sides", "kinds"))


def is_one_of(claim: Claim, nouns: Container[str]) -> bool:
    """Tell whether a figure counts what one of some nouns names, as it is written or by its class."""
    return noun(claim) in nouns or (claim.counted or "").lower() in nouns


def are_several(before: Sequence[Claim], part: Claim) -> bool:
    """Tell whether a part is of the last figures together: "eight men and six women, nine of them students", but no 31."""
    if len(before) < 2 or part.value is None or not alike(*before[-2:]):
        return False
    last, told = before[-1].value, [claim.value or 0 for claim in before if alike(claim, before[-1])]
    beside = part.sentence.within[before[-1].phrase.end : part.phrase.start] == ", "
    return last is not None and last < part.value and not (beside and part.value > sum(told))


def may_be_added(figures: Sequence[Claim], last: Claim, level: Claim) -> bool:
    """Tell whether a count and the one joined before it are together above a level that it is below: "40 here and [20] there"."""
    before = reversed(range(bisect_right(figures, last.span, key=lambda figure: figure.span)))
    counted = [*islice((figures[at] for at in before if figures[at].kind in COUNTS), 2)][::-1]
    if level.value is None or counted[-1:] != [last] or len(read(counted, 0)) < 2:
        return False
    one, other = (claim.value or 0 for claim in counted)
    return other < level.value < one + other


def firm(before: Sequence[Claim], last: Claim) -> Sequence[Claim]:
    """Leave out the figures that the last may stand instead of: "two, maybe three of them", "one, two or all three of these"."""
    if not before or not _may_replace(before[-1], last):
        return before
    left = len(before) - 1
    while left and (_between(before[left - 1], before[left]) == ", " or _may_replace(before[left - 1], before[left])):
        left -= 1
    return before[:left]


def _may_replace(one: Claim, other: Claim) -> bool:
    between = _between(one, other)
    larger = one.value is not None and other.value is not None and other.value > one.value
    return _INSTEAD.fullmatch(between) is not None and (larger or _CHOICE.search(between) is not None)


def _between(one: Claim, other: Claim) -> str:
    return one.sentence.within[one.phrase.end : other.phrase.start]


def nouns(claims: Sequence[Claim]) -> set[str]:
    """Give the nouns that some claims count; those left out, and "others", are no nouns of their own."""
    return {noun(claim) for claim in claims} - {"", "others"}


def _joined(between: str) -> str | None:
    """Give what joins two figures; None where the words between them say more."""
    plain = _IN_PLACE.sub("", _IN_BRACKETS.sub("", between))
    match = _JOINT.fullmatch(plain) if len(plain) <= _LONGEST else None
    return None if match is None or _CLAUSE.search(match["tail"]) else match["joint"]
