"""Links from a sum to the same sum told before with another scale word: "$46 billion merger" and "$46 million merger".

Two sums have the same digits by chance often enough. They are one only if their digits are no round number, the text puts them
into the same words (the noun behind them; the headline and the story's first sentences) or points back ("the $2.1 million
includes"), no sentence sets them beside each other, and one of them stands there once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from factcheck import lexicon
from factcheck.claims import Claim, Line
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "rescaled"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()

_LEAST = 10**6
_TIMES = (Fraction(1000), Fraction(1000000), Fraction(1, 1000), Fraction(1, 1000000))
_MOST = 12
"""Sums of the same digits that are looked at."""
_LEAD = 400
"""Code points of the body in which the headline's sum is told again."""
_BEHIND = 60
_NOUNS = 3
_FEW = 2
_SURE = 3
"""Words that two sentences share where no noun ties their sums; of many digits one less is enough."""
_ALONE = 4
"""The same for a single digit, which many sums have by chance."""
_DEFINITE = ("the ", "The ", "full ", "this ", "This ", "that ")
_OWNED = ("its ", "Its ", "his ", "His ", "her ", "Her ", "their ", "Their ", "’s ", "'s ")
_TOLD = pattern(
    r"[.,;:)]|[ \u00a0](?:is|are|was|were|will|would|has|had|have|could|may|might|must|does|did|came|comes|made"
    r"|makes|includes?d?|covers?|covered|represents?|reflects?|marks?|equals?|exceeds?|goes|went)\b"
)
_SUM = pattern(r"[ \u00a0](?:sum|figure|amount|total)\b")
_OF_EACH = pattern(r"\b(?:[Ee]ach|[Ee]very|apiece)\b")
_OF_ALL = pattern(r"\b(?:[Tt]ogether|[Ii]n all|all of)\b")
_SHORTEST = 3
_STOP = pattern(r"[.;:()\"“”]|, (?:and|or|but|which|who|the|according|as|up|down|from|compared)\b")
_WORD = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_POINTS_BACK = pattern(r"\b(?:[Tt]his|[Tt]hat|[Tt]he same|[Tt]hose|[Tt]hese)\s\Z")
_ENDS = ("ings", "ing", "ers", "er", "ed", "es", "e", "s")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links between sums of the same digits, each to the first one that it can tell again."""
    groups: dict[object, list[Claim]] = {}
    for figure in figures:
        digits = _digits(figure)
        if digits is not None and figure.quantity is not None:
            groups.setdefault((digits, figure.quantity.readings), []).append(figure)
    for group in groups.values():
        if len(group) > 1:
            yield from _of_group(group[:_MOST])


def _of_group(group: Sequence[Claim]) -> Iterator[Link]:
    told = Counter(_value(figure) for figure in group)
    if len(told) < 2:
        return
    for at, later in enumerate(group):
        again = any(_value(figure) == _value(later) for figure in group[:at])
        for earlier in group[:at]:
            alone = min(told[_value(later)], told[_value(earlier)]) == 1
            why = _same(earlier, later, again=again) if alone and _value(later) / _value(earlier) in _TIMES else ""
            if why:
                yield Link(KIND, later.id, earlier.id, why)
                break


def _digits(figure: Claim) -> str | None:
    """Give the digits of a sum in millions or more, without the zeros behind them; None for a range."""
    value = figure.value
    if figure.kind != "money" or value is None or value < _LEAST or value.denominator != 1:
        return None
    digits = str(value.numerator).rstrip("0")
    return digits or None


def _value(figure: Claim) -> Fraction:
    return figure.value or Fraction(1)


def _same(earlier: Claim, later: Claim, *, again: bool) -> str:
    """Say by what two sums are one; empty where nothing says it. The more digits they have, the less they meet by chance.

    ``again`` tells that the later one was told before as it stands: what stands about it may tell that one again.
    """
    if earlier.sentence is later.sentence:
        return ""
    text, digits = later.sentence.within, len(_digits(later) or "")
    if _POINTS_BACK.search(text[max(0, later.phrase.start - 10) : later.phrase.start]) and _adjoin(earlier, later):
        return "the later figure points back"
    if earlier.sentence.kind == "headline" and later.span.start - later.sentence.span.start < _LEAD and _is_lead(later):
        shared = _words_of(earlier.sentence.text) & _words_of(later.sentence.text)
        if len(shared) >= max(1, _SURE + 1 - digits):
            return "the headline and the story's beginning tell the same"
    if digits > 1 and nouns(earlier) & nouns(later):
        return "the same words stand behind both"
    return "" if again else _told_again(earlier, later, many=digits > _FEW)


def _told_again(earlier: Claim, later: Claim, *, many: bool) -> str:
    """Say by what a sum that was not told before as it stands tells an earlier one; empty where nothing says it."""
    text, single = later.sentence.within, len(_digits(later) or "") == 1
    definite, owned = (text.endswith(words, 0, later.phrase.start) for words in (_DEFINITE, _OWNED))
    about, all_ = _about(earlier) & _about(later), _words_of(earlier.sentence.text) & _words_of(later.sentence.text)
    if definite and _SUM.match(text, later.span.end):
        return "the later figure points back"
    if _reach(earlier) != _reach(later):
        return ""
    if single:
        alike = _bound(earlier) == _bound(later) and bool(nouns(earlier) & nouns(later) or len(about) >= _SURE)
        return "many words of both sentences are the same" if len(all_) >= _ALONE or (_bound(later) and alike) else ""
    if (definite and (about or _TOLD.match(text, later.span.end))) or (owned and about):
        return "the later figure points back"
    if _first_nouns(earlier) & _words_of(later.sentence.text) or _first_nouns(later) & _words_of(earlier.sentence.text):
        return "what stands behind one is what the other is told of"
    if len(about) >= (1 if many else 2):
        return "the same words stand about both"
    return "many words of both sentences are the same" if len(all_) >= (_SURE - 1 if many else _SURE) else ""


def _reach(figure: Claim) -> tuple[bool, bool]:
    """Tell whether a sentence speaks of each of several, and of all of them together."""
    return _OF_EACH.search(figure.sentence.text) is not None, _OF_ALL.search(figure.sentence.text) is not None


def _bound(figure: Claim) -> str | None:
    return figure.quantity.bound if figure.quantity else None


def _about(figure: Claim) -> frozenset[str]:
    """Give the words on both sides of a sum."""
    text, sentence = figure.sentence.within, figure.sentence.span
    before = text[max(sentence.start, figure.phrase.start - _BEHIND) : figure.phrase.start]
    return frozenset(_stems(before + " " + text[figure.span.end : min(sentence.end, figure.span.end + _BEHIND)]))


def _adjoin(earlier: Claim, later: Claim) -> bool:
    return earlier.sentence.paragraph == later.sentence.paragraph and later.span.start - earlier.span.end < _LEAD


def _is_lead(figure: Claim) -> bool:
    """Tell whether a figure stands in the first words of the body."""
    return figure.span.start < _LEAD + len(figure.sentence.text)


def nouns(figure: Claim) -> frozenset[str]:
    """Give the words behind a sum that say what it is: "[one-time expenses]", "in [funding]", ", three-way [merger]"."""
    return frozenset(_behind(figure)[:_NOUNS])


def _first_nouns(figure: Claim) -> frozenset[str]:
    return frozenset(_behind(figure)[:2])


def _behind(figure: Claim) -> list[str]:
    text, sentence = figure.sentence.within, figure.sentence.span
    behind = text[figure.span.end : min(sentence.end, figure.span.end + _BEHIND)]
    stop = _STOP.search(behind)
    return _stems(behind[: stop.start() if stop else None])


@lru_cache(maxsize=512)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_stems(text))


def _stems(text: str) -> list[str]:
    """Give the words of a text that mean something, without hyphens and endings."""
    empty = lexicon.words("grammar", "common") | lexicon.words("grammar", "stops")
    words = (word.lower().replace("-", "") for word in _WORD.findall(text))
    return [_stem(word) for word in words if len(word) > _SHORTEST and word not in empty]


def _stem(word: str) -> str:
    return next((word.removesuffix(end) for end in _ENDS if word.endswith(end) and len(word) - len(end) >= _SHORTEST), word)
