"""Links from a figure to the one that it is set against: "49.5, below the 50 mark", "45 cents, above the 37 cents expected".

The word that compares stands right behind the first figure, or behind a comma; only a few words lead from it to the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import Claim, Line, moves
from factcheck.lexicon import Phrases
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "threshold"
ROUND = 2
ONE = True
INHERITS: frozenset[str] = frozenset()

_KINDS = frozenset({"number", "count", "money", "measure", "percent", "points"})
_WORD = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*[’']?"
_ADVERBS = (
    *("and", "but", "which", "that", "was", "is", "still", "well", "far", "slightly", "just", "only", "narrowly", "sharply"),
    *("a bit", "a little", "much", "comfortably", "easily"),
)
_LED = pattern(
    rf"(?:[ \u00a0](?!(?:and|but|as|with|while|on|from|to|by)\b){_WORD}){{0,4}}"
    rf"(?:,| --| –| —| and| but| which)(?: (?:{lexicon.alternatives(_ADVERBS)}))*[ \u00a0]"
)
_LEADS = pattern(rf"(?:[ \u00a0](?!(?:in|on|for|from|to|by|at|and|but|with|as|than)\b){_WORD}){{0,6}}[ \u00a0]")
_EXPECTED = pattern(r"\b(?:forecast|expect|estimat|consensus|target|view|analyst|predict|project)")
_BEHIND = 40
_NEXT = pattern(r"[a-z]+(?:['’]t\b)?")
_THAN = pattern(r"\bthan\b")
_LED_BY = 60
_LIKE = 20
_LONGEST = 120


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links between figures that follow each other in a sentence.

    Behind a figure that the first was compared with already, the first is meant: "rose to 58 from 39, above the 43 expected".
    """
    meant = {link.one: link.other for link in links if link.kind == "move"}
    by_id = {figure.id: figure for figure in figures}
    for first, reference in pairwise(figures):
        if first.sentence is not reference.sentence or first.kind not in _KINDS or reference.kind not in _KINDS:
            continue
        side = _side(first, reference)
        if not side or (first.id not in meant and _is_compared(first)) or _is_fall(first):
            continue
        value = by_id[meant.get(first.id, first.id)]
        meant[reference.id] = value.id
        if value is not reference and _alike(value, reference):
            yield Link(KIND, reference.id, value.id, side, direction=side)


def _is_fall(figure: Claim) -> bool:
    """Tell whether a figure is by how much something fell: of a fall, more is less."""
    text, span, sentence = figure.sentence.within, figure.span, figure.sentence.span
    lead = moves.lead(text, max(sentence.start, figure.phrase.start - _LED_BY), figure.phrase.start)
    behind = _NEXT.findall(text[figure.span.end : min(sentence.end, span.end + _BEHIND)])[:3]
    return (lead.part == "change" and lead.direction == "down") or any(moves.directions().get(word) == "down" for word in behind)


def _is_compared(figure: Claim) -> bool:
    """Tell whether a figure is what another one is compared with: "from 812 billion", "richer than the high of $128"."""
    text, stop = figure.sentence.within, figure.phrase.start
    start = max(figure.sentence.span.start, stop - _LED_BY)
    if moves.lead(text, start, stop).part == "before" or _THAN.search(text, start, stop):
        return True
    return any(_compared().at(text, at, stop) for at in _words(text, start, stop))


def _side(first: Claim, reference: Claim) -> str:
    """Say on which side the first figure is told to stand: ``above``, ``under``; empty where nothing compares the two."""
    text, start, stop = first.sentence.within, first.span.end, reference.span.start
    if stop - start > _LONGEST:
        return ""
    found = next(((at, *hit) for at in _words(text, start, stop) if (hit := _compared().at(text, at, stop))), None)
    if found is None:
        return ""
    at, (side, word), end = found
    if not _LED.fullmatch(text, start, at) or not _LEADS.fullmatch(text, end, stop):
        return ""
    behind = min(first.sentence.span.end, reference.span.end + _BEHIND)
    if word in lexicon.words("grammar", "won") and (reference.kind != "money" or not _EXPECTED.search(text, end, behind)):
        return ""
    words = _NEXT.findall(text[max(first.sentence.span.start, start - _LONGEST) : stop].lower())
    return "" if any(word in lexicon.words("grammar", "turned") or word.endswith(("n't", "n’t")) for word in words) else side


def _words(text: str, start: int, stop: int) -> Iterator[int]:
    """Give the places behind blanks."""
    at = text.find(" ", start, stop)
    while at >= 0:
        yield at + 1
        at = text.find(" ", at + 1, stop)


@cache
def _compared() -> Phrases[tuple[str, str]]:
    return Phrases((word, (side, word)) for side in ("above", "under") for word in lexicon.entries("grammar")[side]["words"])


def _alike(value: Claim, reference: Claim) -> bool:
    """Tell whether two figures can be set against each other: of one kind, and not of another thing by their size."""
    a, b = value.quantity, reference.quantity
    if a is None or b is None or not (value.kind == reference.kind or {value.kind, reference.kind} == {"number", "count"}):
        return False
    if value.kind == "count" and reference.kind == "count" and value.counted != reference.counted:
        return False
    ours, theirs = ({unit.partition("/")[0] for unit in quantity.readings} for quantity in (a, b))
    if ours and theirs and ours.isdisjoint(theirs):
        return False
    low, other = a.printed.low, b.printed.low
    return low is not None and other is not None and low > 0 and other > 0 and max(low, other) < _LIKE * min(low, other)
