"""Whether a definite number ("the 31 mills") can only mean one that was told before it.

The later and the earlier claim go in, yes or no comes out. Which numbers of the noun the story has besides is for the caller to
know.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.grounds import kin
from factcheck.grounds.tellings import pointers, wordings
from factcheck.numerals import slips
from factcheck.patterns import pattern

_OPENING = pattern(r"(?:[^\d.;:()]{1,40}, )?(?:<<about>> )?")
"""Before a figure that is told with what some did or suffered."""
_HURT = "casualties"
_FEWEST = 5
"""A smaller definite number ("the two companies") points at what was named, and no number need be told before."""
_GOES_ON = pattern(r" (?:(?:for|until|to|from)\b|(?P<verb>[a-z]+)\b)")
"""Behind a figure: words that do not choose some of several, as those of a clause would ("25 people clerks have asked")."""
_PARTITIVE = pattern(r"\b(?:(?i:<<counts>>)|\d+|half|some|most|many|few) of (?:the|these|those) \Z")
"""Before a figure: some of those that it counts are told of."""
_OTHERS = pattern(r"\b(?:the|all) (?:others?|rest)\b")
"""Behind a figure: there are more than it counts."""
_HELD = frozenset({"seats", "votes", "shares"})
"""What each has some of."""
_NAME = r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4}"
_NAMES, _BETWEEN = pattern(rf"{_NAME}(?:, {_NAME})*,? (?:and|or) {_NAME}"), pattern(r",? and |,? or |, ")
"""A list of names, and what parts them."""
_FAR = 900
"""Code points before a figure in which those that it counts are named."""
_SHARED = 3
"""Words beside what is counted that two sentences share which tell of the same ones."""


def means(later: Claim, earlier: Claim, *, alone: bool) -> bool:
    """Tell whether a definite number can only mean the one told before it: ``alone``, or right before it."""
    if pointers.is_told_the_same(later):
        return alone and ((later.value or 0) >= _FEWEST or slips.may_be(later.value, earlier.value))
    return (
        (alone or (pointers.follows(later, earlier) and _is_not_one_more(later, earlier)))
        and _is_sure(later, earlier)
        and _says_no_more(later, earlier)
        and not _may_hold(later, earlier)
        and not pointers.may_be_added(later, earlier)
        and not _are_named(later)
        and _OTHERS.search(later.sentence.within, later.phrase.end, later.sentence.span.end) is None
    )


def _are_named(later: Claim) -> bool:
    """Tell whether as many names as a figure counts stand in a list before it: "in Hull, Leith and York ... the three towns"."""
    text, start = later.sentence.within, later.phrase.start
    lists = _NAMES.findall(text, max(0, start - _FAR), start)
    return any(len(_BETWEEN.split(names)) == later.value for names in lists)


def _is_sure(later: Claim, earlier: Claim) -> bool:
    """Tell whether a definite number can only mean the earlier: it points right back, or nothing is said that parts the two."""
    if pointers.is_pointed(later, earlier):
        return True
    slip = slips.may_be(later.value, earlier.value)
    if slip and pointers.is_all(later) and slips.are_mistyped(later.value, earlier.value):
        return not pointers.is_narrowed_by_deed(later)  # "all 31 guests with them"
    closed = pointers.is_closed(later) or pointers.is_narrowed_as_told(later, earlier) or pointers.is_told_of(later)
    closed = closed or pointers.is_narrowed_by_name(later, earlier) or pointers.is_narrowed_by_thing(later, earlier)
    if not slip and (later.value or 0) > (earlier.value or 0) and _PARTITIVE.search(later.led):
        closed = closed and bool(later.subject and later.subject.modifiers)  # "fined nine inns ... of the 16 inns, five did well"
    return (closed or _are_told_in_like_words(later, earlier)) and ((later.value or 0) >= _FEWEST or slip)


def _are_told(modifiers: frozenset[tuple[str, str]], earlier: Claim) -> bool:
    """Tell whether the sentence of an earlier figure has the words that call a later one: "shut nine inns", "shut inns"."""
    words = frozenset(wordings.meaning(" ".join(word for _, word in modifiers)))
    return (not modifiers or bool(words)) and words <= wordings.words_of(earlier.sentence.text)


def _are_told_in_like_words(later: Claim, earlier: Claim) -> bool:
    """Tell whether the sentences of two figures share words, so that what stands behind the later one names no others."""
    goes_on = _GOES_ON.match(*pointers.behind(later))
    if goes_on is None or (goes_on["verb"] and not lexicon.is_past(goes_on["verb"])):
        return False
    own = wordings.stems(later.counted or "") | wordings.stems(earlier.counted or "")
    return len((wordings.words_of(later.sentence.text) & wordings.words_of(earlier.sentence.text)) - own) >= _SHARED


def _may_hold(later: Claim, earlier: Claim) -> bool:
    """Tell whether a larger number may be all of those of whom the earlier told some: "Two sailors died. The 11 sailors"."""
    if (later.value or 0) <= (earlier.value or 0) or slips.may_be(later.value, earlier.value):
        return False
    if pointers.is_shown(later) or pointers.is_all(earlier) or pointers.is_narrowed_as_told(later, earlier):
        return False
    if (later.counted or "").lower() in _HELD:
        return True
    opens = _OPENING.fullmatch(earlier.sentence.within, earlier.sentence.span.start, earlier.phrase.start) is not None
    opens = opens and not (pointers.points_back(earlier) and pointers.is_closed(earlier))  # "The two men agreed" are all
    return (opens or any(kin.under(role, _HURT) for role in earlier.roles)) and later.role is None


def _is_not_one_more(later: Claim, earlier: Claim) -> bool:
    """Tell whether two numbers differ by more than one who joined: "two men met Wren. The three men ..."."""
    return later.value is not None and earlier.value is not None and abs(later.value - earlier.value) > 1


def _says_no_more(later: Claim, earlier: Claim) -> bool:
    """Tell whether the later figure has no modifier and no role that the earlier one lacks."""
    if later.role not in (None, earlier.role) and not pointers.is_all(later):
        return False
    if (
        later.subject is None
        or earlier.subject is None
        or not _are_told(later.subject.modifiers - earlier.subject.modifiers, earlier)
    ):
        return False  # "all 20 ports" are more than "13 small ports"; "all 20 of the ports" are those that were told of
    return not pointers.is_all(later) or pointers.is_of_them(later) or later.subject.modifiers == earlier.subject.modifiers
