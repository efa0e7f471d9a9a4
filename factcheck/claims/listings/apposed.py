"""Names that a comma sets beside a figure up to the end of the sentence, as those of children: "had [two] sons, Ion and Petru".

Such names may as well be told beside what is counted ("He invited five guards, Wren and Lull"). Children by their first names are
none that are told beside them, and lands none beside the lands that are counted; nor are towns beside "four Ohio cities". A
figure with its noun goes in, and its names; yes or no comes out.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_HAD = pattern(
    r"\b(?:<<has>>|having|raised|leaves|left|survived by)(?: [^.;:]{1,60};(?: and)?)?(?: <<possessive>>)? (?:only )?\Z"
)
"""Before the children that somebody had: their names may end the sentence ("she had two sons, Ion and Petru")."""
_THEIR = pattern(r"(?:\b<<possessive>>|\w[’']s) (?:(?:young|small|grown|little|adult) )?\Z")
"""Before children of somebody: "and her [two] sons, Ion and Petru"."""
_JUST = pattern(r"\b(?:just|only|these) \Z")
_TOWNS = frozenset({"cities", "towns", "villages"})
_BACK = 48


def may_end(text: str, figure: Mention, noun: str) -> bool:
    """Tell whether a list behind a comma may end its sentence."""
    before = max(0, figure.start - _BACK), figure.start
    if noun in lexicon.words("lists", "offspring"):
        return _HAD.search(text, *before) is not None or _THEIR.search(text, *before) is not None
    return noun in lexicon.words("lists", "countries") | _TOWNS or (
        noun in lexicon.words("lists", "distinct") and _JUST.search(text, *before) is not None
    )


def are_they(text: str, figure: Mention, noun: str, names: Sequence[str]) -> bool:
    """Tell whether names can only be those of what is counted: lands of lands, towns of towns, first names of children.

    None of them does where it stands elsewhere before: who was told of already may be told beside the children.
    """
    before = max(0, figure.start - _BACK), figure.start
    lands = lexicon.lands().keys()
    if noun in lexicon.words("lists", "offspring"):
        new = all(" " not in name and text.find(name, 0, figure.start) < 0 for name in names)
        return _HAD.search(text, *before) is not None or new
    if noun in lexicon.words("lists", "countries"):
        return {name.removeprefix("the ") for name in names} <= lands
    return noun not in _TOWNS or lands.isdisjoint(names)
