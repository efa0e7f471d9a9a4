"""Links from a figure to the same one in a sentence told before in the same words: a summary's line, and the line it sums up.

All the words of the shorter sentence stand in the longer one, both name the same names and years, and all but one of their
figures are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck import lexicon
from factcheck.claims import Claim, Line, series, tellings, wordings
from factcheck.patterns import pattern
from factcheck.story import repeated
from factcheck.story.links import Link

KIND = repeated.KIND
ROUND = repeated.ROUND
ONE = False
INHERITS: frozenset[str] = frozenset()

_FEWEST = 7
"""Words that mean something in the shorter sentence; two of fewer words can be alike by chance."""
_SPELLS = frozenset({"duration", "age"})
_MOST = 30
"""Figures of one noun or unit that are looked at."""
_NAME = pattern(r"\b[A-Z]\w+|\b(?:19|20)\d\d\b")
_WORD = pattern(r"\w+")
_SPELL = pattern(r"\b(<<counts>>|\d+)[ \u00a0-](<<spells>>|hour|season)")
_TURNED = pattern(r"\b<<turned>>\b")
"""Words of a sentence that may make its figure another one; they must stand in both."""
_GROWS = pattern(r"\b<<growing>>\b")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of sentences of the body that say the same with another number."""
    beside: dict[int, list[Claim]] = {}
    groups: dict[object, list[Claim]] = {}
    for claim in figures:
        if claim.sentence.kind == "body" and claim.quantity is not None:
            beside.setdefault(id(claim.sentence), []).append(claim)
            if claim.is_single and claim.kind not in _SPELLS:
                groups.setdefault((series.noun(claim), claim.quantity.unit), []).append(claim)
    for group in groups.values():
        for earlier, later in combinations(group[:_MOST], 2):
            if earlier.value == later.value or earlier.sentence is later.sentence or tellings.agree(earlier, later):
                continue
            ours, theirs = (_others(claim, beside[id(claim.sentence)]) for claim in (earlier, later))
            if ours == theirs and _say_the_same(earlier, later):
                yield Link(KIND, later.id, earlier.id, "two sentences say the same")


def _others(claim: Claim, beside: Sequence[Claim]) -> Counter[object]:
    """Give the other figures of a claim's sentence; spells of time are read as they are written."""
    others = (figure for figure in beside if figure is not claim and figure.kind not in _SPELLS)
    return Counter((figure.kind, figure.value, figure.quantity and figure.quantity.unit) for figure in others)


def _say_the_same(one: Claim, other: Claim) -> bool:
    """Tell whether two sentences have the same words, but for their length, and nothing that makes one of another time."""
    ours, theirs = (wordings.words_of(claim.sentence.text) for claim in (one, other))
    if len(ours & theirs) < max(_FEWEST, min(len(ours), len(theirs))):
        return False
    texts = one.sentence.text, other.sentence.text
    if _GROWS.search(texts[0]) or any(set(said.findall(texts[0])) != set(said.findall(texts[1])) for said in (_TURNED, _SPELL)):
        return False
    return _names_of(texts[0]) <= _all_of(texts[1]) and _names_of(texts[1]) <= _all_of(texts[0])


def _names_of(text: str) -> frozenset[str]:
    """Give the words with a capital, the first one too if it means something."""
    return frozenset(wordings.stem(name.lower()) for name in _NAME.findall(text)) - lexicon.words("grammar", "stops")


def _all_of(text: str) -> frozenset[str]:
    """Give the stems of all words of a text."""
    return frozenset(wordings.stem(word.lower()) for word in _WORD.findall(text))
