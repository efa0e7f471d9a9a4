"""Names that a comma sets beside a figure: "a merger of [two] banks, Selby Bank and Bank of Tenby".

Such names may as well be told beside what is counted ("He invited five guards, Wren and Lull"), or begin a clause of their own
("in three towns, Wren and Lull, the owners, have shops"). A comma that closes them sets them apart. Where they end their
sentence, none that are told beside children are their first names, none beside lands other lands, and beside banks no banks; and
what is told beside "its four main chains" would have to be something as great. What opens the list goes in, and its names; yes or
no comes out.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.claims.listings import kin, led
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_HAD = pattern(
    r"\b(?:<<has>>|having|raised|leaves|left|survived by)(?: [^.;:]{1,60};(?: and)?)?(?: <<possessive>>)? (?:only )?\Z"
)
"""Before the children that somebody had: their names may end the sentence ("she had two sons, Ion and Petru")."""
_THEIR = pattern(r"(?:\b<<possessive>>|\w[’']s) (?:(?:young|small|grown|little|adult) )?\Z")
"""Before children of somebody: "and her [two] sons, Ion and Petru"."""
_JUST = pattern(r"\b(?:just|only|these) \Z")
_ONLY = pattern(r"(?:\b<<definite>>|\w[’']s) (?:other|remaining|only|current|existing|first|last|next) \Z")
"""Before a figure: the list is of those, as of "its remaining [two] mills"."""
_DEFINITE = pattern(r"(?:\b<<definite>>|\w[’']s|s[’']) \Z")
_TOWNS = frozenset({"cities", "towns", "villages"})
_SPEECH = pattern(
    r",[”\"]? (?:(?:[\w’'.-]+ ){1,7}?(?:said|says|say|added|told|noted|reported|announced)\b"
    r"|(?:said|says|reported) (?:[A-Z]|the |an? )|according )"
)
"""Who says so, behind a sentence."""
_CLOSES = pattern(
    r",(?= (?:[a-z]|[$€£]\d))(?! (?:and|or|plus|along|as well|but|both|all|each|one|two|three|the|a|an|whose)\b)"
    r"(?! (?:who|which|that) (?!are\b|were\b|have\b|had\b|will\b|would\b))"
)
"""Behind the last name, where what is told of all follows."""
_BACK = 48
_SHORT = 4
"""Letters of "west", which is no superlative."""


def may_end(text: str, figure: Mention, noun: str) -> bool:
    """Tell whether a list behind a comma may end its sentence, with a comma before its last name too."""
    before = max(0, figure.start - _BACK), figure.start
    if noun in lexicon.words("lists", "offspring"):
        return _HAD.search(text, *before) is not None or _THEIR.search(text, *before) is not None
    return noun in lexicon.words("lists", "countries") | _TOWNS or (
        noun in lexicon.words("lists", "distinct") and _JUST.search(text, *before) is not None
    )


def are_foremost(text: str, figure: Mention, noun: str, words: Sequence[str]) -> bool:
    """Tell whether the words between a figure and its list, or before it, say that there are no others of the kind."""
    foremost = lexicon.words("lists", "foremost")
    before = max(0, figure.start - _BACK), figure.start
    just = noun in lexicon.words("lists", "distinct") and _JUST.search(text, *before) is not None
    first = any(word in foremost or (word.endswith("est") and len(word) > _SHORT) for word in words[:-1])
    return just or first or _ONLY.search(text, *before) is not None


def is_definite(text: str, figure: Mention) -> bool:
    """Tell whether what is counted is known by now: "its [four] largest owners"."""
    return _DEFINITE.search(text, max(0, figure.start - _BACK), figure.start) is not None


def are_closed(text: str, figure: Mention, end: int) -> bool:
    """Tell whether a comma behind the last name sets the names apart, and they begin no clause of their own."""
    return _CLOSES.match(text, end) is not None and not _SPEECH.match(text, end) and not led.is_fronted(text, figure)


def are_they(text: str, figure: Mention, noun: str, names: Sequence[str], *, placed: bool) -> bool | None:
    """Tell whether names can only be those of what is counted: lands of lands, towns of towns, first names of children.

    None of them does where it stands elsewhere before: who was told of already may be told beside the children; nor lands where
    those that are counted were ``placed`` ("three Baltic states, Poland and Malta"). None is given of what is nothing of these.
    """
    before = max(0, figure.start - _BACK), figure.start
    lands = lexicon.lands().keys()
    if noun in lexicon.words("lists", "offspring"):
        new = all(" " not in name and text.find(name, 0, figure.start) < 0 for name in names)
        return _HAD.search(text, *before) is not None or new
    if noun in lexicon.words("lists", "countries") and {name.removeprefix("the ") for name in names} <= lands:
        return not placed
    if noun in _TOWNS:
        return lands.isdisjoint(names)
    return None


def are_all(text: str, figure: Mention, noun: str, names: Sequence[str], end: int, *, placed: bool, foremost: bool) -> bool:
    """Tell whether names behind a comma are all that is counted."""
    known = are_they(text, figure, noun, names, placed=placed)
    aside = text.startswith(",", end)
    fronted = aside and not _SPEECH.match(text, end) and led.is_fronted(text, figure)
    if known is not None:
        return known and not fronted
    return are_closed(text, figure, end) or (
        not text.startswith(", and ", end) and not fronted and (foremost or kin.are_of(noun, names))
    )
