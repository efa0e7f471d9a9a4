"""How old somebody was, and how long something lasted, in a year that is told beside the first one.

"Ann Lull, born in 1950, became mayor in 1998, at the age of [48]"; "He was born in Hull in 1941. He died in 2011, aged [70]";
"it opened in 1962 and was closed in 1987, after [25 years]". A figure's line and place go in, the two years come out.
"""

from __future__ import annotations

from factcheck.claims import Line
from factcheck.patterns import pattern

YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d’'-]|s\b|,\d)"
"""A year that somebody living can know of, and no decade or number."""
DAY = r"(?:<<calendar: weekday>>,? )?(?:[A-Z][a-z]{2,8}\.? (?:\d{1,2},? )?|\d{1,2} [A-Z][a-z]{2,8},? )?"
"""The month or day that may stand before it: "May", "May 5,", "Sunday, 5 May"."""
_CLAUSE = r"(?:(?!\b<<another-person>>\b)[^.;:(),\d]){0,80}?"
_AGED = r"(?:at (?:the age of |age |just )?|aged (?:just |only )?|when (?:he|she) was (?:just |only )?)"
_DID = (
    r"(?:died|retired|became|joined|entered|emigrated|took office"
    r"|was (?:elected|ordained|killed|appointed|made|named|sworn in))\b"
)
_BORN_THEN = pattern(rf",? (?:(?:and|he|she) )?{_DID}{_CLAUSE} (?:in|on) {DAY}(?P<then>{YEAR}),? {_AGED}")
"""From a year of birth to an age in the same clause: ", became mayor in 1998, at the age of"."""
_WAS_BORN = pattern(
    rf"(?:\A|[.\n”\"]\s{{0,3}})(?:(?P<he>He|She)|The [a-z]+|[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){{0,3}})"
    rf" was born {_CLAUSE}(?:, {_CLAUSE})?"
    rf"(?:in|on) {DAY}(?P<born>{YEAR})(?:,? (?:in|at|near) [A-Z][\w’'., -]{{1,60}}?)?\.\s{{1,3}}\Z"
)
"""A sentence that tells a birth, and nothing of parents or children, right before another."""
_HIS_FIRST = r"<<firsts>> <<possessive>> (?:first|second|third|last|only|debut) [a-z]+(?: [a-z]+)?"
_HE_DIED = pattern(
    rf"(?P<he>He|She) (?:{_DID}{_CLAUSE}|{_HIS_FIRST})"
    rf" (?:in|on) {DAY}(?P<then>{YEAR}),? {_AGED}"
)
_BEGAN = pattern(
    rf"\b(?:<<founding>>|joined|took office|took over|arrived) {_CLAUSE}\bin {DAY}(?P<since>{YEAR}),? and"
    rf" (?:(?:was|were|has been) )?<<given-up>>{_CLAUSE}"
    rf" in {DAY}(?P<then>{YEAR}),? after \Z"
)
"""From a beginning with its year to an end with its year: "[opened in 1962 and was closed in 1987, after] 25 years"."""
_CLOSED = pattern(
    rf"\b<<shut>> {_CLAUSE}\bin {DAY}(?P<since>{YEAR})"
    rf"(?:,? and|\.\s{{1,3}}(?:It|They))(?: (?:was|were))? <<reopened>>"
    rf"{_CLAUSE} in {DAY}(?P<then>{YEAR}),? after \Z"
)
"""What ended in a year and began again in another, up to how long it had been away."""
_STOOD = pattern(
    rf"(?:The|It)(?: [a-z-]+){{0,2}}? (?:was )?(?:<<founding>>) {_CLAUSE}\bin {DAY}(?P<since>{YEAR}),? and"
    rf" (?:(?:was|were) )?[a-z]+(?: [a-z]+){{0,3}} in {DAY}(?P<then>{YEAR}),? (?:when it was|at the age of) (?:just |only )?\Z"
)
_STOOD_IT = pattern(
    rf"(?:\A|[.\n”\"]\s{{0,3}})(?:The|Its|Their) (?:(?!\b(?:and|or)\b)[^.;:()\d]){{0,80}}?\b(?:<<founding>>)"
    rf" in {DAY}(?P<since>{YEAR})(?: (?:in|on|at|by|near) [a-z]+(?: [a-z]+){{0,2}})?"
    rf",? (?:(?:was|were) )?(?:<<destroyed>>){_CLAUSE} (?:in|on) {DAY}(?P<then>{YEAR})"
    rf"\.\s{{1,3}}It was (?:just |only )?\Z"
)
"""The sentence of what was built in a year and ended in another, up to how old "It was"."""
_MADE_AT = pattern(
    rf",? (?:(?:he|she|the [a-z-]+|and|[A-Z][\w’'-]+) )?(?:{_DID}{_CLAUSE}"
    rf"|{_HIS_FIRST}) at (?:the age of |age |just |only )?"
)
IN_THEN = pattern(rf",? in (?P<then>{YEAR})")
"""From a year of birth to an age with its year behind it: "[she made her first film at] 17, in 1969"."""
_WAS_FOUNDED = pattern(
    rf"(?:\A|[.\n”\"]\s{{0,3}})(?:The [a-z]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}) was <<founding>>"
    rf" in {DAY}(?P<since>{YEAR})\.\s{{1,3}}\Z"
)
_IT_MARKS = pattern(r"It (?:(?:will|is to) )?(?:is )?<<marking>> its ")
_ENDS = pattern(r" ?(?:[.,;]|\Z)")
_FULL = pattern(r" (?:there|in (?:office|service|use|business|operation)|of (?:use|service))(?= ?[.,;)]|\Z)")
_BACK = 260


def aged(line: Line, birth: tuple[int, int] | None, start: int, end: int) -> tuple[int, int] | None:
    """Give the year of birth and the year in which somebody is told to have been so old.

    Args:
        line: the line of the age.
        birth: the only year of birth told before the age in its sentence, and where that ends.
        start: where the age begins.
        end: where it ends.

    """
    text = line.sentence.within
    if birth is not None:
        told = _BORN_THEN.fullmatch(text, birth[1], start)
        made = _MADE_AT.fullmatch(text, birth[1], start) if told is None else None
        told = told or (IN_THEN.match(text, end, line.sentence.span.end) if made else None)
        return (birth[0], int(told["then"])) if told else None
    opens = line.sentence.span.start
    told = _HE_DIED.fullmatch(text, opens, start)
    born = _WAS_BORN.search(text, max(0, opens - _BACK), opens) if told else None
    one = born is not None and told is not None and born["he"] in (None, told["he"])
    return (int(born["born"]), int(told["then"])) if one and born and told else None


def lasted(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """Give the years in which something is told to have begun and ended, where its length ends the clause."""
    text, sentence = line.sentence.within, line.sentence.span
    told = _BEGAN.search(text, sentence.start, start) if _FULL.match(text, end, sentence.end) else None
    if told is None and _ENDS.match(text, end, sentence.end):
        told = _CLOSED.search(text, max(0, sentence.start - _BACK), start)
    return (int(told["since"]), int(told["then"])) if told else None


def stood(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """Give the years in which something is told to have been built and to have ended, "when it was" so old."""
    text, opens = line.sentence.within, line.sentence.span.start
    told = _STOOD.fullmatch(text, opens, start)
    if told is None and text.startswith("It was ", opens):
        told = _STOOD_IT.search(text, max(0, opens - _BACK), start) if _ENDS.match(text, end, line.sentence.span.end) else None
    return (int(told["since"]), int(told["then"])) if told else None


def founded_before(line: Line, start: int) -> int | None:
    """Give the year in which the sentence before tells that something was founded, where its anniversary opens a sentence."""
    text, opens = line.sentence.within, line.sentence.span.start
    told = _WAS_FOUNDED.search(text, max(0, opens - _BACK), opens) if _IT_MARKS.fullmatch(text, opens, start) else None
    return int(told["since"]) if told else None
