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

_THE = pattern(
    r"(?:^|\n|[.;:][”\"]? )(?:The|Its|Their|His|Her|(?:The )?[A-Z][\w-]*(?: [\w-]+){0,3}(?:[’']s|s’|s'))"
    r"(?: (?:other|remaining|main|only))? \Z"
)
_TOLD_OF = r" (?:of|on|in|at|for|from|with|[a-z]{2,}ing)(?: (?!(?:are|were|is|was|that|and)\b)[\w’'&-]+){1,5}?"
"""Behind a noun: which of them, "of the council", "suing the mill in Hull"."""
_ARE = pattern(rf"(?: [\w’'-]+){{0,2}}? (?P<noun>[a-z]+)(?:{_TOLD_OF})? (?:are|were):? (?=[A-Z]|the [A-Z])")
_NAMED = pattern(
    r"(?: [a-z-]+){0,3}? (?P<noun>[a-z]+)(?: [a-z]+){0,5}? (?:were|are|have been|had been) (?:identified|named)"
    r"(?: (?:by|in) [^,.;:()]{1,40}?)? as (?=[A-Z])"
)
_AGED = pattern(r", (?:(?:aged )?\d{1,2}|\d{1,2}(?:\.\d+)?(?: (?:pct|percent|per cent)|%))(?:,(?= and ))?(?=,| and |[.;]|\Z)")
"""Behind a name: an age, or what share somebody has."""
_OF = pattern(r" (?P<noun>[a-z]+) of (?=[A-Z])")
_PLURAL = pattern(r"\w+(?:ns|ts|rs|ists)\Z")
_THEN_ARE = pattern(
    r"\s{1,3}(?:(?:The|Its|Their) (?:(?P<told>[a-z]+) )?(?P<noun>[a-z]+)|They) (?:are|were):? (?=[A-Z]|the [A-Z])"
)
_COUNTED = pattern(r"(?: (?!(?:more|other|others|of|and|or|to|in)\b)[a-z-]+){0,2}? (?P<noun>[a-z]{3,}s|<<people>>)\b")
_SECOND = pattern(r"\d|\b(?:<<counts>>|<<uncounted>>|both|each|every|including|one)\b")
"""Behind a count in its sentence: another group, which the next sentence may list."""
_ALL = pattern(r"(?:\A|[.”\"]\s{1,3})All \Z")
_DEAD_WERE = pattern(
    r"\b(?:They|The <<named-people>>)"
    r" (?:were|have been|are) (?:identified|named)"
    r"(?: (?:by|in|on) [^,.;:()]{1,40}?)? as (?=[A-Z])"
)
_LED, _BACK = 8, 48
_FAR = 400
"""Code points of a sentence that names those whom the next one counts."""
_AROUND = 10_000
"""Code points to both sides of a figure within which its number is looked for: a story's, and no endless text's."""


def names(text: str, figure: Mention, stop: int) -> tuple[str, tuple[str, ...]]:
    """Give the noun that a figure counts and the names that are said to be all of it; both empty by default."""
    stated = _THE.search(text, max(0, figure.start - _BACK), figure.start)
    are = _ARE.match(text, figure.span.end, stop) if stated else None
    are = are or _NAMED.match(text, figure.span.end, stop)
    if are is None:
        return next(filter(any, (way(text, figure, stop) for way in (_places, _told_next, _told_before))), ("", ()))
    behind = _AGED.sub("", text[are.end() : stop])
    listed = items.named(behind, ":", is_plain=False)
    rest = behind[listed.end :].strip()
    whole = rest in ("", ".") or (rest.startswith((", which ", ", who ")) and ", and " not in rest)
    return (are["noun"], listed.items) if whole and not _tell_of_kind(listed.items) else ("", ())


def _places(text: str, figure: Mention, stop: int) -> tuple[str, tuple[str, ...]]:
    """Give the names of places that are fewer than the figure says: "the [three] ports of Bergen and Leith"."""
    of = _OF.match(text, figure.span.end, stop) if text.endswith(("the ", "The "), 0, figure.start) else None
    if of is None or not any(of["noun"] in lexicon.words("lists", entry) for entry in ("places", "regions")):
        return "", ()
    names_ = items.named(text[of.end() : stop], "of", is_plain=False).items
    fewer = figure.numeral is not None and len(names_) < figure.numeral.value
    return (of["noun"], names_) if fewer else ("", ())


def _told_next(text: str, figure: Mention, stop: int) -> tuple[str, tuple[str, ...]]:
    """Give the names that the next sentence says are those counted: "closed [four] mills. The closed mills are Alder, ..."."""
    counted, then = _COUNTED.match(text, figure.span.end, stop), _THEN_ARE.match(text, stop)
    if counted is None or then is None or _is_second_told(text, counted.end(), stop, then["noun"]):
        return "", ()
    adjective = then["told"]
    known = adjective is None or f" {adjective} " in text[figure.span.end : stop].replace(".", " ")
    if then["noun"] not in (None, counted["noun"]) or not known:
        return "", ()
    return _closed(counted["noun"], text[then.end() : then.end() + _FAR])


def _is_second_told(text: str, start: int, stop: int, noun: str | None) -> bool:
    """Tell whether a sentence tells of a second group that the next one may list: any for "they", else one of its noun."""
    return _SECOND.search(text, start, stop) is not None if noun is None else text.find(f" {noun}", start, stop) >= 0


def _told_before(text: str, figure: Mention, stop: int) -> tuple[str, tuple[str, ...]]:
    """Give the names that the sentence before says are all: "The dead were named as Ada Wren and Tom Lull. All [three] ..."."""
    if not _ALL.search(text, max(0, figure.start - _LED), figure.start) or _is_told_again(text, figure):
        return "", ()
    before = text[max(0, figure.start - _FAR) : figure.start - len("All ")].rstrip()
    opens = [*_DEAD_WERE.finditer(before)]
    counted = _COUNTED.match(text, figure.span.end, stop)
    dead = counted is not None and counted["noun"] == "victims"  # "all four officers" may be those who found them
    return _closed("victims", before[opens[-1].end() :], last=True) if opens and dead else ("", ())


def _is_told_again(text: str, figure: Mention) -> bool:
    """Tell whether a number stands elsewhere in the story, too: those who are named need not be all that it counts."""
    written, value = text[figure.span.start : figure.span.end].lower(), figure.numeral and figure.numeral.value
    around = text[max(0, figure.start - _AROUND) : figure.span.end + _AROUND].lower()
    return around.count(written) > 1 or f" {value} " in around


def _closed(noun: str, behind: str, *, last: bool = False) -> tuple[str, tuple[str, ...]]:
    """Give the names of a list that ends its sentence, or has only who says so behind it; the ``last`` sentence of some words."""
    listed = items.named(_AGED.sub("", behind), ":", is_plain=False)
    if not listed or _tell_of_kind(listed.items) or (last and _AGED.sub("", behind)[listed.end :].strip() not in ("", ".")):
        return "", ()
    return noun, listed.items


def _tell_of_kind(listed: Sequence[str]) -> bool:
    """Tell whether some words with capitals may only tell what is counted: a nationality, a plural."""
    kinds = lexicon.words("subjects", "nationality")
    return any(name in kinds or (" " not in name and _PLURAL.match(name)) for name in listed)
