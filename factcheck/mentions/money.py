"""Sums of money: "$4.22 billion", "6 trillion won", "US$3-5 billion", "45 cents a share"; a sign keeps all its readings."""

from __future__ import annotations

from fractions import Fraction

from factcheck import numerals
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import (
    Numeral,
    leading,
    money_codes,
    money_names,
    money_words,
    moving,
    ranges,
    told_by,
)
from factcheck.numerals.money_words import Name
from factcheck.patterns import pattern
from factcheck.values import evolve

KIND = "money"
PRIORITY = 15

_OTHER_END = pattern(r"-to-|-? (?:to|and) | ?(?:-|–) ?")
_TO = pattern(r" to (?:<<about>> )?(?=\S)")
_ONE = ("a penny", "a cent", "a dollar", "a euro")
_NOTES = ("a fiver", "a tenner", "a grand")
"""Sums that have a name: the last is an ordinary word, too, where nothing is said to cost it."""
_ARTICLED = (*_ONE, *_NOTES)
_NOTE_CLOSED = pattern(r"[.,;:!?)]|\Z| (?:in|for|to|an?|per|each|more|at|on|from|by|and|or|but)\b")
_LED, _PRICE = 16, 48
"""Code points before a range in which "between" leads it."""


def anchors() -> list[str]:
    """Give currency signs and codes before a figure, numbers, and one coin that something is told by: "a penny a share"."""
    return [NUMERAL, *money_words.marks(), *(f"{coin} {by}" for coin in _ONE for by in ("a", "an", "per")), *_NOTES]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a sum with its currency before or behind it, and what it is counted by ("a share")."""
    if numeral is None and text.startswith(_ARTICLED, start):
        return _behind_article(text, start, stop)
    mention = _behind_sign(text, start, stop) if numeral is None else _before_name(text, numeral, stop)
    return mention and _rated_as_new(text, rated(text, mention, stop), stop)


def _behind_article(text: str, start: int, stop: int) -> Mention | None:
    """Read one coin with what it is counted by: "a penny a share"; one that nothing is counted by is none, but "a fiver" is."""
    found = _before_name(text, Numeral(start, start + 1, Fraction(1), Fraction(1, 2), spelled=True), stop)
    mention = found and rated(text, found, stop)
    return mention if mention is not None and ("/" in mention.units[0] or _is_note(text, mention.span)) else None


def _is_note(text: str, span: Span) -> bool:
    """Tell whether a sum that has a name stands alone: "paid [a fiver]", "cost [a grand]", but not "a grand hall"."""
    if not text.startswith(_NOTES, span.start) or not _NOTE_CLOSED.match(text, span.end):
        return False
    common = text.startswith(_NOTES[-1], span.start)
    return not common or money_words.PRICED.search(text, max(0, span.start - _PRICE), span.start) is not None


def rated(text: str, mention: Mention, stop: int) -> Mention:
    """Give a sum with what it is counted by, where that stands behind it."""
    by = told_by.behind(text, mention.span.start, mention.span.end, stop)
    if by is None:
        return mention
    span = Span(mention.span.start, by[1]) if by[1] else mention.span
    rated = evolve(mention, span=span, units=tuple(f"{unit}/{by[0]}" for unit in mention.units))
    return _up_to_rated(text, rated, stop) if rated.far is None else rated


def _rated_as_new(text: str, old: Mention, stop: int) -> Mention:
    """Give the old sum of a change with what the new one is counted by: "from $480 to $530 a tonne"."""
    to = _TO.match(text, old.span.end, stop) if old.far is None and text.startswith(" to ", old.span.end) else None
    if to is None or old.numeral is None or "/" in old.units[0] or leading.led(text, old.numeral) != "from":
        return old
    new = _behind_sign(text, to.end(), stop)
    if new is None and (numeral := numerals.read_unsigned(text, to.end(), stop) if text[to.end()].isalnum() else None):
        new = _before_name(text, numeral, stop)
    new = new and rated(text, new, stop)
    told = new is not None and "/" in new.units[0] and all(n.startswith(o) for n, o in zip(new.units, old.units, strict=False))
    return evolve(old, units=new.units) if new is not None and told else old


def _up_to_rated(text: str, near: Mention, stop: int) -> Mention:
    """Take up the far end of a range whose near one says by what it is counted: "between $2 a share and $3 a share"."""
    glue = _OTHER_END.match(text, near.span.end, stop)
    if glue is None or near.numeral is None or "between" not in text[max(0, near.span.start - _LED) : near.span.start].lower():
        return near
    numeral = numerals.read_unsigned(text, glue.end(), stop) if text[glue.end() : glue.end() + 1].isalnum() else None
    far = read(text, glue.end(), stop, numeral)
    if far is None or far.numeral is None or far.far or far.units != near.units:
        return near
    if not ranges.is_range(text, near.numeral, glue[0], far.numeral):
        return near
    return evolve(near, span=Span(near.span.start, far.span.end), far=far.numeral)


def _behind_sign(text: str, start: int, stop: int) -> Mention | None:
    """Read a sum whose currency stands before its digits, up to its far end, its cents or its currency told again."""
    sign = money_words.before().at(text, start, stop)
    first = _number(text, sign[1], stop) if sign else None
    if sign is None or first is None:
        return None
    mark, end = sign
    if money_codes.is_of_document(text, start, end, first.end):
        return None
    if mark.word and not money_codes.looks_like_money(text, start, end, first, stop):
        return None
    first, far = _pair(text, first, text[start:end], stop)
    minus = numerals.sign_before(text, start)
    if minus < start:
        first = evolve(first, value=-first.value)
    span, readings = Span(minus, (far or first).end), mark.readings
    if far is not None and (small := money_names.in_hundredths(text, far, readings, stop)) is not None:
        is_range = first.value < small[0].value or leading.led(text, first) == "between"
        far, span = (small[0], Span(minus, small[1])) if is_range else (None, Span(minus, first.end))
    again = money_words.behind().at(text, span.end + 1, stop) if text[span.end : span.end + 1] == " " else None
    if again and set(again[0].readings) & set(readings) and not (again[0].minor or text[again[1] : again[1] + 1].isdigit()):
        # "$5 million dollars", "$300,000 AUD", and no "$1=A$1.47"
        span, readings = Span(minus, again[1]), tuple([code for code in readings if code in again[0].readings])
    elif len(readings) > 1 and (owner := _owned(text, span.end, stop)):
        readings = tuple([code for code in readings if code in owner]) or readings
    elif far is None:
        first, end = money_names.with_change(text, text[start:end], first, span.end, readings, stop)
        span = Span(span.start, end)
    return Mention(KIND, span, first, far, readings)


def _owned(text: str, end: int, stop: int) -> tuple[str, ...]:
    """Give the currencies whose country closes what is said behind a sum: "$300 million Canadian."."""
    if not (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()):
        return ()
    found = money_words.owners().at(text, end + 1, stop)
    return found[0] if found and (found[1] == stop or text[found[1]] in _CLOSING) else ()


def _number(text: str, at: int, stop: int) -> Numeral | None:
    """Read the digits behind a sign; a blank may stand between, or a minus."""
    at += text[at : at + 1] == " "
    minus = text[at : at + 1] in ("-", "−", "–")
    at += minus
    first = numerals.read_unsigned(text, at, stop, money=True) if at < stop and text[at] in _DIGITS else None
    return evolve(first, value=-first.value) if first and minus else first


def _pair(text: str, first: Numeral, sign: str, stop: int) -> tuple[Numeral, Numeral | None]:
    """Read on to the far end of a range, with or without the sign again ("$3-5 billion", "$3 billion to $5 billion")."""
    glue = _OTHER_END.match(text, first.end, stop)
    apart = glue is None or not text.startswith(sign, glue.end())
    if (glue is None or apart or " and " in glue[0]) and (change := ranges.changed(text, first, stop, money=True)) is not None:
        return change[0], None
    if glue is None or apart:
        return ranges.pair(text, first, stop, money=True)
    second = _number(text, glue.end() + len(sign), stop)
    if second is None:
        return first, None
    shared = ranges.sharing_scale(first, second)
    is_range = ranges.is_range(text, shared, glue[0], second) and not (" to " in glue[0] and moving.moved(text, first.start))
    return (shared, second) if is_range else (first, None)


def _before_name(text: str, first: Numeral, stop: int) -> Mention | None:
    numeral, far = ranges.pair(text, first, stop)
    found = money_names.name(text, evolve(far, start=numeral.start) if far else numeral, stop)
    if found is None and far is None and (millions := _in_millions(text, first, stop)):
        numeral, found = millions
    if found is None:
        return None if far or numeral.vague else _changed(text, numeral, stop)
    name, end = found
    second = None if far else ranges.resumed(text, numeral, end, stop)
    other = money_names.name(text, second, stop) if second else None
    if other is not None and (other[0].readings, other[0].minor) == (name.readings, name.minor):
        far, end = second, other[1]
    mention = _sum(numeral, far, name, end)
    return mention if far else _with_coins(text, mention, name, stop)


def _in_millions(text: str, first: Numeral, stop: int) -> tuple[Numeral, tuple[Name, int]] | None:
    """Read digits with "m" before a currency as millions ("5m dollars"), and with "s" as shillings ("12s 6d")."""
    if text[first.end : first.end + 1] == "s":
        return money_names.in_shillings(text, first, stop)
    if text[first.end : first.end + 1] != "m" or first.scale != 1 or not text[first.start].isdigit():
        return None
    millions = numerals.read(text, first.start, stop, money=True)
    found = money_names.name(text, millions, stop) if millions else None
    return (millions, found) if millions and found else None


def _changed(text: str, numeral: Numeral, stop: int) -> Mention | None:
    """Read the old sum of a change whose new one alone has the currency: "from [6] to 7 million won"."""
    change = ranges.changed(text, numeral, stop, money=True)
    found = money_names.name(text, change[1], stop) if change else None
    return _sum(change[0], None, found[0], change[0].end) if change and found else None


def _with_coins(text: str, mention: Mention, name: Name, stop: int) -> Mention:
    """Take up what stands behind a sum: its far end in whole units ("99 cents to $1.07"), or its cents ("3 dollars 50")."""
    if name.minor:
        return _up_to_sign(text, mention, stop) or mention
    if mention.numeral is None or mention.numeral.vague:
        return mention
    numeral, end = money_names.with_cents(text, mention.numeral, mention.span.end, name.readings, stop)
    return evolve(mention, numeral=numeral, span=Span(mention.span.start, end))


def _up_to_sign(text: str, near: Mention, stop: int) -> Mention | None:
    """Take up the far end of a range that is told in whole units with their sign: "99 cents to $1.07"."""
    glue = _OTHER_END.match(text, near.span.end, stop)
    far = _behind_sign(text, glue.end(), stop) if glue and near.numeral else None
    if glue is None or near.numeral is None or far is None or far.numeral is None or far.far:
        return None
    units = tuple(unit for unit in near.units if unit in far.units)
    change = " to " in glue[0] and moving.moved(text, near.span.start)
    if not units or change or not ranges.is_range(text, near.numeral, glue[0], far.numeral):
        return None
    return evolve(near, span=Span(near.span.start, far.span.end), far=far.numeral, units=units)


def _sum(numeral: Numeral, far: Numeral | None, name: Name, end: int) -> Mention:
    size = money_names.HUNDREDTH if name.minor else name.scale
    ends = [n if n is None or size == 1 else evolve(n, value=n.value * size, half=n.half * size) for n in (numeral, far)]
    return Mention(KIND, Span(numeral.start, end), ends[0], ends[1], name.readings)


_CLOSING = frozenset(").,;:")
_DIGITS = frozenset(".0123456789")
