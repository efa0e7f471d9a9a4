"""Whether a preposition leads a figure, and whether a clause of its own may begin behind the list that follows the figure.

"In three towns, Wren and Lull, the owners, have shops": what looks like a list are those who own. A figure with its text goes in,
yes or no comes out.
"""

from __future__ import annotations

from itertools import pairwise

from factcheck.lexicon.function_words import POSSESSIVES
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_LED = frozenset(
    {"in", "on", "at", "for", "with", "after", "before", "among", "between", "of", "from", "to", "by", "over", "under", "during"}
    | {"since", "per", "than", "about", "within", "against", "into", "through", "without", "like", "as", "behind", "beyond"}
)
_BESIDE = POSSESSIVES | {"the", "all", "only", "just", "those", "these", "another", "other"}
_BEFORE = _LED | {"along", "together", "because", "out", "ahead", "instead", "far", "up", "down"}
"""Words that may stand before a preposition and lead with it: "along with"."""
_CLAUSE = frozenset(
    {"that", "and", "but", "or", "nor", "so", "yet", "while", "when", "if", "as", "because", "whether", "where", "although"}
    | {"though", "until", "once", "unless", "said", "says", "say", "told", "added"}
)
"""A clause begins behind them."""
_STARTS = pattern(r"(?:[.;:!?—–()“”\"\n]|--| - )\s*")
_SUBORDINATE = frozenset(
    {"when", "while", "if", "as", "because", "although", "though", "until", "once", "unless", "following", "despite", "given"}
) | (_LED - {"of", "than", "per", "to"})
"""At the start of a sentence: its main clause follows behind a comma."""
_BACK = 48
_FAR = 300


def is_led(text: str, figure: Mention) -> bool:
    """Tell whether a preposition leads a figure: "in three cities, Bonn and Trier ..." may go on with a clause of their own."""
    words = _before(text, figure, _BACK)
    return bool(words) and words[-1].lower() in _LED


def is_fronted(text: str, figure: Mention) -> bool:
    """Tell whether a figure stands in what is told before a clause: "After a strike at [three] mills, Wren and Lull ..."."""
    first = max(0, figure.start - _FAR)
    starts = [first, *(start.end() for start in _STARTS.finditer(text, first, figure.start))]
    segment = [word.lower() for word in text[starts[-1] : figure.start].rpartition(",")[2].split()]
    openings = {*segment[:1], *(word for before, word in pairwise(segment) if before in _CLAUSE)}
    if not openings.isdisjoint(_SUBORDINATE):
        return True
    words = _before(text, figure, figure.start - starts[-1])
    led = len(words)
    while words and words[-1].lower() in _BEFORE:
        words.pop()
    return len(words) < led and (not words or words[-1].endswith(",") or words[-1].lower() in _CLAUSE)


def _before(text: str, figure: Mention, back: int) -> list[str]:
    """Give the words before a figure, without its determiners."""
    words = text[max(0, figure.start - back) : figure.start].split()
    while words and words[-1].lower() in _BESIDE:
        words.pop()
    return words
