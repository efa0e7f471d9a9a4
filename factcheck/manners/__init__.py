"""How a newsroom writes a value: a number, its unit and a figure to write it like go in, text comes out.

A leaf. The author's manner is kept: sign or name, scale word or letter, digits and their grouping, pence for pence. Without a
figure to follow, the house's way in the lexicon (``writes``) is taken.
A calculation has a way of its own (`manners.calculations`), and so have times that something takes (`manners.times`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache, lru_cache

from factcheck import lexicon
from factcheck.manners import times
from factcheck.patterns import pattern
from factcheck.values import frozen

_DIGITS = 3  # so many tell a right value in a message from a wrong one
_MILLION = 10**6
_MARKS = ", \u00a0\u202f"
_NEGATIVE = pattern(r"\b[Nn]egative |\b[Mm]inus |[-−–]")
_REST = r"[^\d¼-¾⅐-⅞]*"
_FIGURE = pattern(
    rf"(?P<before>\D*?)(?P<number>\d{{1,3}}(?:[{_MARKS}]\d{{2,3}})+(?:\.\d+)?|\d*\.?\d+)"
    rf"(?P<after>{_REST}[a-z][23]|{_REST})"
)
_BRACKETED = pattern(r"([$€£¥]?)\s*\(\s*([^()]*\d[^()]*?)\s*\)\s*(%?)")
_SCALE = pattern(r"([ \u00a0-]?)([A-Za-z]+)(?!\w)")


@frozen
class Manner:
    """How somebody writes a figure: what stands around the number, how it is scaled and how many digits it has at least.

    ``scale`` is a word or letter with the blank before it; ``plain`` writes millions in full; ``per`` is the number of pence in
    the pound where the figure is in pence.
    """

    before: str
    after: str
    digits: int = _DIGITS
    scale: str = ""
    grouping: str = ","
    plain: bool = False
    per: int = 1


@lru_cache(1 << 12)  # the same values are written again at each key of an editor
def written(value: Fraction, unit: str | None, like: str | None = None) -> str:
    """Write a value: ``$4.22 billion``, ``6 trillion won``, ``8 km``, ``1,423.01``.

    Args:
        value: in ``unit``; rounded half up to at least three significant digits, and to more where ``like`` has more.
        unit: a name of `factcheck.units`, None for a bare number.
        like: a figure in the same unit, as its author wrote it. Words ("two dozen"), ranges and compounds ("3 ft 5 in") have
            no manner that fits other values: the house's is taken.

    """
    if like and (time := times.told(like.strip(), unit)) == like.strip():
        return times.written(value, time)
    if like and (accounted := _BRACKETED.fullmatch(like.strip())):  # brackets stand for a minus sign
        shown = written(abs(value), unit, like="".join(accounted.groups()))
        return f"({shown})" if value < 0 else shown
    size = abs(value)
    manner = (_read(like.strip(), unit, size) if like else None) or _house(unit, size)
    number, scale = _scaled(size * manner.per, manner)
    if not scale and manner.per == 1 and _money(unit):
        number = _with_cents(number, size, manner.digits)
    after = _agreeing(scale + manner.after, number, unit)
    if value < 0 and number != "0":
        return f"-{manner.before.replace('+', '')}{_grouped(number, manner.grouping)}{after}"
    return f"{manner.before}{_grouped(number, manner.grouping)}{after}"


def joined(words: Sequence[str]) -> str:
    """Write words that go together: "five, two and nine"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _read(like: str, unit: str | None, size: Fraction) -> Manner | None:
    match = _FIGURE.fullmatch(like)
    if match is None:
        return None
    number = match["number"]
    scale, after = _scale(match["after"], unit)
    bare = "".join(letter for letter in number if letter not in _MARKS)
    per = _per(after.strip(), unit)
    if per > 1 and size >= 1 and Fraction(bare) < per:
        return None  # pounds are not written in pence, unless the author does it
    digits = len(bare.lstrip("0.").replace(".", "")) if "." in bare else len(bare.strip("0"))
    plain = not scale and (Fraction(bare) >= _MILLION or _counted(size, unit))
    return Manner(_NEGATIVE.sub("", match["before"]), after, max(_DIGITS, digits), scale, _grouping(number), plain, per)


def _scale(after: str, unit: str | None) -> tuple[str, str]:
    """Part the scale from what follows it; the m of "5m" in metres is none."""
    match = _SCALE.match(after)
    own = lexicon.entries("units").get(unit or "", {}).get("abbreviations", ())
    if match is None or match[2] not in _scale_forms() or match[2] in own:
        return "", after
    return match[0], after[match.end() :]


def _house(unit: str | None, size: Fraction) -> Manner:
    before, _, after = _template(unit or "").partition("{}")
    whole = len(str(int(size)))
    two_places = whole + 2 if not unit and size < _MILLION else 0
    return Manner(before, after, max(_DIGITS, two_places), plain=_counted(size, unit))


def _counted(size: Fraction, unit: str | None) -> bool:
    """Tell a number that is known to the last one, and would lose digits in millions."""
    rest = 10 ** max(0, len(str(int(size))) - _DIGITS)
    return not _money(unit) and size < 1000 * _MILLION and size.denominator == 1 and size % rest != 0


@cache
def _template(unit: str) -> str:
    """Give the house's way: the lexicon's, else the code before money and the plural behind a measure."""
    entry = lexicon.entries("units").get(unit)
    if entry is not None:
        return str(entry.get("writes", f"{{}} {entry['names'][:2][-1]}"))
    if unit in lexicon.entries("currencies"):
        return str(lexicon.entries("currencies")[unit].get("writes", f"{unit} {{}}"))
    over, slash, under = unit.rpartition("/")
    if slash:
        return f"{_template(over)} per {lexicon.entries('units').get(under, {'names': [under]})['names'][0]}"
    return f"{{}} {unit}".rstrip()


def _scaled(size: Fraction, manner: Manner) -> tuple[str, str]:
    """Give the number and the scale behind it: the largest of its family that leaves at least one."""
    if not manner.plain:
        for each, scale in sorted(_scales(manner.scale).items(), reverse=True):
            if size < each and round(size) < _MILLION:
                continue
            number = _decimal(size / each, manner.digits)
            if size >= each or Fraction(number) >= 1:
                return number, scale
    return _decimal(size, manner.digits), ""


@cache
def _scales(own: str) -> Mapping[int, str]:
    """Give the scales of one manner by size: millions and up, and the author's own."""
    entries, name = lexicon.entries("scales"), _scale_forms().get(own.strip(" \u00a0-"))
    family = entries[name].get("family", "words") if name else "words"
    gap = own[: -len(name)] if name and "letter" in entries[name] else " "
    sizes = {int(entry["value"]): gap + each for each, entry in entries.items() if entry.get("family") == family}
    sizes = {size: scale for size, scale in sizes.items() if size >= _MILLION or family == "indian"}
    return sizes | {int(entries[name]["value"]): own} if name else sizes


@cache
def _scale_forms() -> Mapping[str, str]:
    """Give each form of a scale, singular, plural or letter, with its entry's name."""
    return {form: name for name, entry in lexicon.entries("scales").items() for form in (name, entry.get("plural", name))}


def _decimal(size: Fraction, digits: int) -> str:
    """Round half up to so many significant digits, no whole one lost; zeros at the end of a decimal say nothing and go."""
    places = max(0, digits - len(str(int(size)))) if size >= 1 else digits
    while 0 < size * 10 ** (places - digits) < Fraction(1, 10):
        places += 1
    rounded = str(int(size * 10**places + Fraction(1, 2))).rjust(places + 1, "0")
    return f"{rounded[:-places]}.{rounded[-places:]}".rstrip("0").rstrip(".") if places else rounded


def _with_cents(number: str, size: Fraction, digits: int) -> str:
    """Write a price to the cent: $42.16, not $42.2, and $3.50, not $3.5."""
    if 1 <= size < 1000:
        number = _decimal(size, max(digits, len(str(int(size))) + 2))
    return number + "0" if number[-2:-1] == "." else number


def _grouping(number: str) -> str:
    whole = number.partition(".")[0]
    mark = next((letter for letter in whole if letter in _MARKS), "")
    if not mark:
        return "" if len(whole) > _DIGITS else ","
    return "lakh" if re.search(r"\D\d\d\D", whole) else mark


def _grouped(number: str, grouping: str) -> str:
    whole, point, part = number.partition(".")
    if grouping == "lakh":
        return re.sub(r"(?<=\d)(?=(?:\d\d)*\d{3}$)", ",", whole) + point + part
    return f"{int(whole):,}".replace(",", grouping) + point + part


def _agreeing(after: str, number: str, unit: str | None) -> str:
    """Put the unit's name in the singular behind 1, in the plural behind all else."""
    entry = lexicon.entries("units").get(unit or "") or lexicon.entries("currencies").get(unit or "", {})
    names, name = [*entry.get("names", ()), *entry.get("signs", ()), *entry.get("minor", ())], after.strip()
    for form in names:
        longer, shorter = (form, name) if number != "1" else (name, form)
        if longer in (shorter + "s", shorter + "es"):
            return after.replace(name, form)
    return after


def _per(after: str, unit: str | None) -> int:
    """Give how many of the coins that a figure is told in make one of its unit: "cents", and in a price "cents a share"."""
    currency, slash, _ = (unit or "").partition("/")
    entry = lexicon.entries("currencies").get(currency, {})
    coins = (*entry.get("minor", ()), *entry.get("minor_marks", ()))
    told = bool(after) and (after in coins or (bool(slash) and after.startswith((*(f"{coin} " for coin in coins),))))
    return int(entry.get("minor_per", 100)) if told else 1


def _money(unit: str | None) -> bool:
    return (unit or "").partition("/")[0] in lexicon.entries("currencies")
