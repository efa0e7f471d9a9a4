"""How units of measure are written behind a number: text at a place -> the unit that stands there, with all it can mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from factcheck import lexicon, numerals
from factcheck.lexicon import Phrases
from factcheck.numerals import unit_marks
from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern
from factcheck.values import frozen

_KINDS = {"percent": "", "person": "", "percentage_point": "", "time": "duration", "months": "duration"}
_CODE = pattern(r"-(\d+(?:\.\d+)?) ?|/[^\w(]")
_BESIDE = pattern(r"\d ?(?:° ?)?[CF] ?[(/] ?(?:about )?\Z")
_HEATED = pattern(r"\b(?i:<<heating>>)[a-z]*\b[^.!?\n]*\Z")
_OTHER_SCALE = pattern(r" ?/ ?(?:\d{2,3} ?[CF]\b|(?i:gas|fan)\b)")
_TURNED = pattern(r"\b(?i:<<turning>>)\w* (?:\w+ ){0,2}\Z")
_ANGLE = pattern(r"[ -]<<angles>>\b")
_LOOK, _HEAT = 16, 70
_NEAR = 200
"""Code points about a figure that tell what its unit means."""
_MEASURED = 40
"""Code points behind a unit in which what it measures stands: "10 barrels (420 gallons) of crude"."""
_WARMEST, _HOTTEST, _COLDEST = 212, 2000, {"F": 20, "C": -100}
"""What "F" and "C" alone behind a number can mean, in degrees; all else is the name of a thing ("Boeing 777F", "Form 13F")."""


_HOUR = pattern(r"(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)? ?pm\b")
_NAME = pattern(r" [A-Z][a-z]")
_OF_STONE = pattern(r" (?!<<grammar: stops>>\b)[a-z]{2,}(?<![sui])s\b")
"""Behind what is no weight: "84 stone [blades]"."""
_AHEAD = pattern(r"\b(?:to|will|would|could|may|might|can|should|must|'ll|’ll|'d|’d) \Z")
_SOME_DAY = pattern(r"one day (?!<<grammar: stops>>\b)[a-z]")
"""A time that will come, and no length: "hopes to [one day] replace it"."""
_OF_YEAR = pattern(r"(?:19|20)\d\d year\Z")
"""A year of a firm that comes before its word: "[1985 year] net excludes"."""
_GRADUATED = pattern(r"\b<<graduating>>(?:e|es|s|ed|d|ing)? (?:<<about>> )?\Z")


@frozen
class Form:
    """One way to write a unit: what it can mean, and where it may stand.

    A ``short`` one is an abbreviation; a ``word`` is an ordinary word too; a ``letter`` is that of a temperature alone; a
    ``titled`` one has a capital that it has at home in titles only, where a year may stand before a name ("In 2016 Stone left").
    """

    kind: str
    readings: tuple[str, ...]
    short: bool
    word: bool
    letter: bool = False
    titled: bool = False

    def fits(self, text: str, numeral: Numeral, at: int, end: int) -> bool:
        """Tell whether it may stand there: abbreviations behind digits, those that are words too directly at them."""
        gap = text[numeral.end : at]
        if self.short and self._is_other(text, numeral, at, end):
            return False
        if self.letter and (gap == "-" or _goes_on(text, end) or not _is_temperature(text, numeral, text[at])):
            return False
        if not self.word:
            return not (self.titled and numeral.may_be_year(text))
        if text.startswith(("''", '"'), at):
            return unit_marks.are_inches(text, numeral, at, end)
        return unit_marks.is_no_word(text, numeral, at, end) if self.short else gap == "-" or numeral.part or len(gap) > 1

    def _is_other(self, text: str, numeral: Numeral, at: int, end: int) -> bool:
        """Tell whether an abbreviation belongs to something else: a spelled number, a code, a number behind it."""
        spelled = numeral.spelled and (self.word or end - at < 2)
        return spelled or _is_code(text, at, end) or text[end : end + 1].isdigit()


def behind(text: str, numeral: Numeral, stop: int, larger: str | None = None) -> tuple[Form, int] | None:
    """Give the unit behind a number, and where it ends; None where none stands. A ``larger`` one before it vouches for it."""
    at = numerals.before_unit(text, numeral, stop)
    letter = text[at : at + 1]
    if not (letter.isalpha() or letter in _SIGNS):
        return None
    found = _forms().at_any_case(text, at, stop)
    if found is None:
        return None
    known = larger is not None and found[0].readings[0] == lexicon.entries("units")[larger].get("smaller")
    if not known and not found[0].fits(text, numeral, at, found[1]):
        return None
    return found[0], found[1] - (text[found[1] - 1] == ".")  # "3 in. wide": the stop is the abbreviation's, and no word


def meant(text: str, numeral: Numeral, form: Form, end: int) -> tuple[str, ...]:
    """Give what the unit can mean here: "degrees" behind "rotated" are no temperature, barrels of crude hold no beer."""
    if len(form.readings) < 2:
        return form.readings
    by = lexicon.entries("units")[form.readings[0]].get("meant_by", ())
    if by and any(word in text[end : end + _MEASURED] for word in by):
        return form.readings[:1]
    near = lexicon.entries("units")[form.readings[0]].get("near")
    if near and not any(word in text[max(0, numeral.start - _NEAR) : end + _NEAR].lower() for word in near):
        return form.readings[:1]
    before, last = text[max(0, numeral.start - 30) : numeral.start], form.readings[-1]
    if any(word in before.lower() for word in lexicon.entries("units").get(last, {}).get("meant_behind", ())):
        return form.readings[-1:]
    if last == "degree" and (_TURNED.search(before) or _ANGLE.match(text, end)):
        return ("degree",)
    return form.readings


def is_none(text: str, start: int, form: Form, end: int, stop: int) -> bool:
    """Tell whether what could be a unit behind a number is something else: "84 stone blades", "held two degrees in law"."""
    if form.readings[0] == "stone":
        return _OF_STONE.match(text, end, stop) is not None
    if form.readings[0] == "horsepower":  # "26 BHP Billiton shareholders"
        return text.endswith("BHP", start, end) and _NAME.match(text, end, stop) is not None
    if form.readings[0] == "picometer":  # "between 8.30pm and 9pm"
        return _HOUR.match(text, start, stop) is not None
    if form.readings[0] == "year" and text[end - 5 : end] == " year" and _OF_YEAR.match(text, start, end):
        return not text.endswith(("a ", "an "), 0, start)
    if form.readings[0] == "day":
        return _SOME_DAY.match(text, start, stop) is not None and _AHEAD.search(text, max(0, start - _LOOK), start) is not None
    return form.readings[-1] == "degree" and _GRADUATED.search(text, max(0, start - _LOOK), start) is not None


def under(text: str, start: int, stop: int, short: bool) -> tuple[str, int] | None:
    """Give the unit behind "per", in the singular, or behind a slash, abbreviated (``short``), and where it ends."""
    letter = text[start : start + 1]
    found = _forms().at_any_case(text, start, stop) if letter.isalpha() or letter in _SIGNS else None
    if found is not None and not found[0].letter and (short or not found[0].short or _is_written_out(text, start, *found)):
        return found[0].readings[0], found[1]
    name = _below().get(letter) if short and not text[start + 1 : start + 2].isalpha() else None
    return (name, start + 1) if name else None


def _is_written_out(text: str, start: int, form: Form, end: int) -> bool:
    """Tell whether "per" leads an abbreviation that can be nothing else: "5 mg per kg"."""
    return not form.word and end - start > 1 and text.endswith("per ", 0, start)


@cache
def _below() -> dict[str, str]:
    """Give the letters that stand for a unit below the line only, with their units."""
    return {letter: name for name, entry in lexicon.entries("units").items() for letter in entry.get("under", ())}


def _is_code(text: str, at: int, end: int) -> bool:
    """Tell whether what stands behind an abbreviation makes it part of a code, and no range ("3km-5km") follows."""
    code = _CODE.match(text, end)
    return code is not None and not (code[1] and text.startswith(text[at:end], code.end()))


def _is_temperature(text: str, numeral: Numeral, letter: str) -> bool:
    """Tell whether a letter behind a number can be a temperature's; beside another one it may be colder ("-20 C (-4 F)")."""
    beside = _BESIDE.search(text, max(0, numeral.start - _LOOK), numeral.start) is not None
    cold = beside or text[numeral.start] in _MINUS
    if numeral.value <= _WARMEST:
        return _COLDEST["C" if cold else letter] <= numeral.value
    heated = beside or _HEATED.search(text, max(0, numeral.start - _HEAT), numeral.start) is not None
    return heated and numeral.value <= _HOTTEST


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a letter is part of more than a temperature; another scale's may stand behind a stroke: "180C/gas 4"."""
    return text[end : end + 1] in _HYPHENS and not _OTHER_SCALE.match(text, end)


_SIGNS = frozenset("°º℃℉'′\"″‰µ%")
_HYPHENS, _MINUS = frozenset("-/"), frozenset("-−–")


@cache
def _forms() -> Phrases[Form]:
    return Phrases.lazily("units-behind", _written)


def _written() -> Iterator[tuple[str, Form]]:
    """Give all forms; where two units share one, that which is written so goes before that which may have a capital there."""
    entries = lexicon.entries("units").items()
    yield from (pair for name, entry in entries for pair in _of_entry(name, entry))
    yield from (pair for name, entry in entries for pair in _with_capital(name, entry))
    for name, entry in entries:
        if entry["dimension"] == "length":
            yield from _squared_and_cubed(name, entry)


def _of_entry(name: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Form]]:
    """Give the forms of a unit as they are, names in lower case ("celsius") and with hyphens too."""
    kind, readings = _KINDS.get(entry["dimension"], "measure"), tuple(entry.get("readings", (name,)))
    words = entry.get("also_words", ())
    if not kind:
        return
    for written in entry.get("names", ()):
        form = Form(kind, readings, False, written in words)
        yield written, form
        if written.lower() != written:
            yield written.lower(), form
        if " " in written:
            yield written.replace(" ", "-"), form  # "a 7,000-square-foot house"
    for written in entry.get("abbreviations", ()):
        yield written, Form(kind, readings, True, written in words, written in ("C", "F"))


def _with_capital(name: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Form]]:
    kind, readings = _KINDS.get(entry["dimension"], "measure"), tuple(entry.get("readings", (name,)))
    words = entry.get("also_words", ())
    for written in entry.get("names", ()) if kind and "one_case" not in entry else ():
        if " " not in written and written not in words:
            yield written[0].upper() + written[1:], Form(kind, readings, False, False, titled=True)
    for written in entry.get("abbreviations", ()) if kind else ():
        if len(written) > 1 and written.islower():
            yield written[0].upper() + written[1:], Form(kind, readings, True, written in words)


def _squared_and_cubed(name: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Form]]:
    """Give areas and volumes of a length ("square millimetres", "cu. yards", "sq km", "mm2")."""
    letters = [mark for mark in entry.get("abbreviations", ()) if mark.isalpha() and mark not in entry.get("also_words", ())]
    for power, openers in ((2, ("square", "sq", "sq.")), (3, ("cubic", "cu", "cu."))):
        form, short = (Form("measure", (f"{name}^{power}",), brief, False) for brief in (False, True))
        for mark in letters:
            yield from ((f"{opener}{joint}{mark}", short) for opener in openers for joint in " -")  # "a 12-square-km lake"
            yield f"{mark}{power}", short
        for written in (word for word in entry["names"] if " " not in word):
            for opener in openers:
                yield f"{opener} {written}", form
            yield f"{openers[0]}-{written}", form
