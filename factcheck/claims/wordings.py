"""The words about a figure: whether two figures are told in words that they share."""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.patterns import pattern

_AROUND = 45
"""Code points before and behind a figure, about a line of a column."""
_STEM = 6
_CLAUSE = pattern(r"[,;:()—–]|\b(?:after|before|said|says|saying|that|which|who|because|when|while|as|and|but)\b")
_LONG_WORD = pattern(r"\b[A-Za-z]{4,}")


def shared(one: Claim, other: Claim) -> bool:
    """Tell whether a word stands near both figures: "Mill sales drop 31 percent", "a drop of 31 percent in overall sales"."""
    return not _about(one).isdisjoint(_about(other))


def _about(figure: Claim) -> set[str]:
    """Give the beginnings of the words of a figure's own clause that stand near it; short ones say nothing."""
    text, whole = figure.sentence.within, figure.sentence.span
    before = _CLAUSE.split(text[max(whole.start, figure.phrase.start - _AROUND) : figure.phrase.start])[-1]
    behind = _CLAUSE.split(text[figure.phrase.end : min(whole.end, figure.phrase.end + _AROUND)])[0]
    told = text[figure.span.end : figure.phrase.end]
    words = (word.lower() for word in _LONG_WORD.findall(f"{before} {told} {behind}"))
    return {word[:_STEM].rstrip("s") for word in words if word not in lexicon.words("grammar", "stops")}
