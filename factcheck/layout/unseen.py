"""A text -> the same without the signs in it that print nothing, and where its words stood.

Word processors and content systems leave them in figures and words: soft hyphens (``mil\u00adlion``), places where a line may
break (U+200B), joiners (U+200C, U+200D, U+2060) and byte order marks. A figure reads over them, as a reader's eye does.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.document import Origin, Run
from factcheck.patterns import pattern

_SEEN = pattern("[^\u00ad\u200b-\u200d\u2060\ufeff]+")
_UNSEEN = pattern("[\u00ad\u200b-\u200d\u2060\ufeff]")


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


def has_some(text: str) -> bool:
    """Tell whether anything in a text is unseen."""
    return not text.isascii() and _UNSEEN.search(text) is not None


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """Give what is seen, each stretch with where it begins."""
    return ((found.start(), found[0]) for found in _SEEN.finditer(text))


def without(text: str) -> str:
    """Give a text without what is unseen."""
    return _UNSEEN.sub("", text)
