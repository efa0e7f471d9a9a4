"""Whether two figures of a fall may be a range of falls and no levels: "prices fell from 5 percent to 15 percent in most shops".

The two figures go in as claims, the one behind "from" first. What is one thing fell from the one to the other, and a share did;
what many have may have fallen by as much, and so may what is no share and is told in percent.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import COUNTS, SUMS, Claim
from factcheck.claims.moves import directions, objects
from factcheck.lexicon.function_words import BEING, MODALS, TO_HAVE
from factcheck.patterns import pattern

_TO = " to "
_CLAUSE = pattern(r"[,;:—–“”]|\b(?:and|but|while|when|that|which|as|if|after|because|said|says)\b")
_WORD = pattern(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|%")
_PHRASE = pattern(r"\s*(?:<<determiner>> )?(?P<head>(?:(?!(?:of|for|in|on|at|to|by|among|from|with)\b)[\w’'-]+ ?)+)")
_HELPERS = BEING | TO_HAVE | MODALS
_SHARE = pattern(r"\b(?i:<<shares>>|<<gauges>>|<<tallies>>)\b")
_MAY = pattern(r"\b(?:may|might|can|could) be [a-z]+(?: [a-z]+ly)? from \Z")
"""Before by how much something may be cut: "may be reduced [from] sixty to eighty millions"."""
_SCALED = pattern(r"\b(?:million|billion|trillion)\b|\d(?:m|bn|tn)\b")
"""In a sum that a whole firm or land takes in, and no shop of it: "Exports fell [from 3.1 billion to 3.9 billion]"."""
_TAKINGS = pattern(r"(?:<<takings>>)")
_LED = 120


def may_be(before: Claim, level: Claim) -> bool:
    """Tell whether a fall from a smaller figure to a larger one may be a range of falls."""
    text = level.sentence.within
    start = max(level.sentence.span.start, before.phrase.start - _LED)
    may = _MAY.search(text, start, before.phrase.start) is not None
    if before.kind in COUNTS and not may:
        return False
    if before.value is None or level.value is None or before.value >= level.value:
        return False
    if not before.span.end <= level.phrase.start or not text[before.span.end : level.phrase.start].endswith(_TO):
        return False
    if may:
        return True
    phrase = _PHRASE.match(" ".join(_subject(text[start : before.phrase.start])))
    if before.kind == "percent":
        return _SHARE.search(phrase["head"] if phrase else "") is None
    head = phrase["head"].split()[-1].lower() if phrase else "s"
    if before.kind in SUMS and _TAKINGS.fullmatch(head) and _SCALED.search(text, before.span.start, level.span.end):
        return False
    return head.endswith("s") and head not in lexicon.words("grammar", "no plurals")


def _subject(led: str) -> list[str]:
    """Give the words before the last word of change in its clause, without what helps its verb; or its object."""
    words = _WORD.findall(_CLAUSE.split(led)[-1])
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at].lower() in directions()), 0)
    if objects.set_from([word.lower() for word in words]) == at:
        return words[at + 1 : -1]
    while at and (words[at - 1].lower() in _HELPERS or words[at - 1].endswith("ly")):
        at -= 1
    return words[:at]
