"""A text -> the same without the signs in it that print nothing, and where its words stood.

Word processors and content systems leave them in figures and words: soft hyphens (``mil\u00adlion``), places where a line may
break (U+200B), joiners (U+200C, U+200D, U+2060), byte order marks, marks of the direction of writing (U+200E, U+202A, U+2066),
selectors of a glyph's form (U+FE0F). A figure reads over them, as a reader's eye does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from factcheck.document import Origin, Run
from factcheck.layout.paragraphs import Piece
from factcheck.patterns import pattern
from factcheck.values import evolve

_SIGNS = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef"
)
"""What Unicode calls ignorable (``Default_Ignorable_Code_Point``) and nobody writes for a blank."""
_SEEN, _UNSEEN = pattern(f"[^{_SIGNS}]+"), pattern(f"[{_SIGNS}]")


def left_out(text: str) -> Origin | None:
    """Give the words and their places in the text; None where nothing is unseen."""
    if not has_some(text):
        return None
    runs, words, at = [], [], 0
    for start, seen in stretches(text):
        runs.append(Run(at, start, start + len(seen)))
        words.append(seen)
        at += len(seen)
    return Origin(text, "".join(words), tuple(runs), is_written=True)


def moved(pieces: Sequence[Piece], origin: Origin) -> list[Piece]:
    """Lead lines of what `left_out` was given to the words that it gave, without outer blanks."""
    return [evolve(piece, start=start, end=end) for piece in pieces for start, end in [_within(piece, origin)]]


def _within(piece: Piece, origin: Origin) -> tuple[int, int]:
    start, end = _place(piece.start, origin), _place(piece.end, origin)
    words = origin.text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def _place(at: int, origin: Origin) -> int:
    """Give where a place of the source stands in the words: behind those before it, if what stands there is unseen."""
    before = bisect_right(origin.runs, at, key=attrgetter("first")) - 1
    return 0 if before < 0 else origin.runs[before].start + min(at, origin.runs[before].last) - origin.runs[before].first


def has_some(text: str) -> bool:
    """Tell whether anything in a text is unseen."""
    return not text.isascii() and _UNSEEN.search(text) is not None


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """Give what is seen, each stretch with where it begins."""
    return ((found.start(), found[0]) for found in _SEEN.finditer(text))


def without(text: str) -> str:
    """Give a text without what is unseen."""
    return _UNSEEN.sub("", text)
