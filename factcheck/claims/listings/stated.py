"""Names that a sentence says are all that is counted: "The [four] ports are Bergen, Leith, Hull and Ostend".

A figure with its text goes in, its noun and the names come out; none where the list is not the sentence's end, or where the
words with capitals may tell what they are, and not who ("The four clerks are Dutch and Belgian").
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.claims.listings import items
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_THE = pattern(r"(?:^|[.;:][”\"]? )The \Z")
_ARE = pattern(r"(?: [a-z-]+){0,2} (?P<noun>[a-z]+) (?:are|were):? (?=[A-Z]|the [A-Z])")
_PLURAL = pattern(r"\w+(?:ns|ts|rs|ists)\Z")
_LED = 8


def names(text: str, figure: Mention, stop: int) -> tuple[str, tuple[str, ...]]:
    """Give the noun that a figure counts and the names that are said to be all of it; both empty by default."""
    if not _THE.search(text, max(0, figure.start - _LED), figure.start):
        return "", ()
    are = _ARE.match(text, figure.span.end, stop)
    if are is None:
        return "", ()
    listed = items.named(text[are.end() : stop], ":", is_plain=False)
    whole = text[are.end() + listed.end : stop].strip() in ("", ".")
    return (are["noun"], listed.items) if whole and not _tell_of_kind(listed.items) else ("", ())


def _tell_of_kind(listed: Sequence[str]) -> bool:
    """Tell whether some words with capitals may only tell what is counted: a nationality, a plural."""
    kinds = lexicon.words("subjects", "nationality")
    return any(name in kinds or (" " not in name and _PLURAL.match(name)) for name in listed)
