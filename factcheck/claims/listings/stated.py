"""Names that a sentence says are all that is counted: "The [four] ports are Bergen, Leith, Hull and Ostend".

So are those of "three men were named as Ada Wren, 24, and Tom Lull, 38" and, where there are too few, of "the three ports of
Bergen and Leith". A figure with its text goes in, its noun and the names come out; none where the list is not the sentence's
end, or where the words with capitals may tell what they are, and not who ("The four clerks are Dutch and Belgian").
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.claims.listings import items
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_THE = pattern(r"(?:^|[.;:][”\"]? )(?:The|Its|Their|His|Her) \Z")
_ARE = pattern(r"(?: [a-z-]+){0,2} (?P<noun>[a-z]+)(?: (?:of|on|in) (?:the|its) [a-z]+)? (?:are|were):? (?=[A-Z]|the [A-Z])")
_NAMED = pattern(
    r"(?: [a-z-]+){0,3}? (?P<noun>[a-z]+)(?: [a-z]+){0,5}? (?:were|are|have been|had been) (?:identified|named)"
    r"(?: (?:by|in) [^,.;:()]{1,40}?)? as (?=[A-Z])"
)
_AGED = pattern(r", (?:aged )?\d{1,2}(?:,(?= and ))?(?=,| and |[.;]|\Z)")
_OF = pattern(r" (?P<noun>[a-z]+) of (?=[A-Z])")
_PLURAL = pattern(r"\w+(?:ns|ts|rs|ists)\Z")
_LED = 8


def names(text: str, figure: Mention, stop: int) -> tuple[str, tuple[str, ...]]:
    """Give the noun that a figure counts and the names that are said to be all of it; both empty by default."""
    stated = _THE.search(text, max(0, figure.start - _LED), figure.start)
    are = _ARE.match(text, figure.span.end, stop) if stated else None
    are = are or _NAMED.match(text, figure.span.end, stop)
    if are is None:
        return _places(text, figure, stop)
    behind = _AGED.sub("", text[are.end() : stop])
    listed = items.named(behind, ":", is_plain=False)
    whole = behind[listed.end :].strip() in ("", ".")
    return (are["noun"], listed.items) if whole and not _tell_of_kind(listed.items) else ("", ())


def _places(text: str, figure: Mention, stop: int) -> tuple[str, tuple[str, ...]]:
    """Give the names of places that are fewer than the figure says: "the [three] ports of Bergen and Leith"."""
    of = _OF.match(text, figure.span.end, stop) if text.endswith(("the ", "The "), 0, figure.start) else None
    if of is None or of["noun"] not in lexicon.words("lists", "places") | lexicon.words("lists", "regions"):
        return "", ()
    names_ = items.named(text[of.end() : stop], "of", is_plain=False).items
    fewer = figure.numeral is not None and len(names_) < figure.numeral.value
    return (of["noun"], names_) if fewer else ("", ())


def _tell_of_kind(listed: Sequence[str]) -> bool:
    """Tell whether some words with capitals may only tell what is counted: a nationality, a plural."""
    kinds = lexicon.words("subjects", "nationality")
    return any(name in kinds or (" " not in name and _PLURAL.match(name)) for name in listed)
