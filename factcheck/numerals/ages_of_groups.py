"""The age from which or up to which people are meant: "voters under 30", "anyone 18 or over", "65 and older".

A text and where a number begins and ends go in; whether it is such an age comes out.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.patterns import pattern

_AND_OLDER = pattern(r" (?:and|or) (?:(?:older|younger)\b|(?:over|under|up)(?=[.,;:)]|\Z))")
NEXT = pattern(r"[.,;:)]|\Z| ([a-z]+)")
_BEYOND = pattern(
    r"\b([A-Za-z]+)(?: who (?:are|were))? (?:aged )?(?:under|over|above|below|(?:young|old)er than)(?: the age of)? \Z"
)
_MOST_ARE = pattern(
    r"\b(?:[Mm]ost|[Mm]ajority|[Hh]alf|[Aa]ll|[Nn]one|quarters?|thirds?|cent|percent|%) (?:of )?(?:(?:the|our|its|their) )?"
    r"(?:[a-z]+ )?([a-z]+s|people) (?:are|were) (?:aged )?(?:under|over|above|below)(?: the age of)? \Z"
)
"""Before the age that some of a group are above or below: "[most players are over] 18"."""
_ANYBODY = frozenset({"those", "anyone", "everyone", "anybody", "everybody", "people", "adults"})
_WHO = pattern(r"\b([A-Za-z]+) \Z")
_SINGLE = _ANYBODY - {"those", "people", "adults"}
_NOUN = pattern(r" ([a-z]+(?:[a-rt-z]s|men|ren)|people|staff)\b")
_AND_BEYOND = pattern(r" (?:and|or) (?:over|above|under|up)\b(?! \d)")
"""Behind the age of some: "anyone [18] or over may vote"."""
_LONGEST_WHO = 12
_ENDS_OF_WHO = frozenset("eys")


def is_told_by_end(text: str, start: int, end: int) -> bool:
    """Tell whether what follows makes a number an age from which or up to which people are meant: "65 and older"."""
    if not text.startswith((" and ", " or "), end):
        return False
    if _AND_OLDER.match(text, end) is not None:
        return True
    return is_beside_anybody(text, start) and _AND_BEYOND.match(text, end) is not None


def is_beside_anybody(text: str, start: int) -> bool:
    """Tell whether a number stands right behind a word for whoever is so old: "those [26 to 34]", "anyone [18] or over"."""
    who = _WHO.search(text, max(0, start - _LONGEST_WHO), start) if text[start - 2 : start - 1] in _ENDS_OF_WHO else None
    return who is not None and who[1].lower() in _ANYBODY


def is_of_group(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether a number is the age from which or up to which people are meant: "voters under 30", "those over 60"."""
    group = _MOST_ARE.search(text, max(0, start - 60), start) or _BEYOND.search(text, max(0, start - 50), start)
    if group is None or _counts(text, start, end, single=group[1].lower() in _SINGLE):
        return False
    if not text[start].isdigit() and not is_closed(text, end, stop):  # "children under two umbrellas"
        return False
    return group[1].lower() in _ANYBODY or lexicon.is_person(group[1].lower())


def _counts(text: str, start: int, end: int, single: bool) -> bool:
    """Tell whether a word behind a number can be what it counts: of digits none but a plural, which no verb of many is."""
    if not text[start].isdigit():
        return lexicon.nouns().at(text, end + 1, len(text)) is not None
    word = _NOUN.match(text, end)
    if word is None or word[1] in lexicon.words("grammar", "stops"):
        return False
    return lexicon.nouns().at(text, end + 1, len(text)) is not None if single else True


def is_closed(text: str, end: int, stop: int) -> bool:
    """Tell whether a noun phrase ends: before a pause or a word that is in none."""
    word = NEXT.match(text, end, stop)
    return word is not None and (word[1] is None or word[1] in lexicon.words("grammar", "stops"))
