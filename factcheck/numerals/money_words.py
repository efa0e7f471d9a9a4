"""How currencies are written at a number: text at a place -> the currencies that a sign or a name there can mean.

Marks stand before digits ("US$", "RM", "EUR"), names behind a number ("won", "Swiss francs", "MEUR", "cents").
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar

from factcheck import lexicon
from factcheck.lexicon import Phrases
from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern
from factcheck.values import frozen

_Form = TypeVar("_Form", bound=Hashable)
_SMALL, _SHORTEST = 100, 4
_SUM = pattern(
    r" \((?:<<about>> )?[A-Z]{0,3}[$€£¥]|[ -](?:an?|per) <<charged-by>>\b"
    r"| for (?:each|every)\b"
)
"""Behind a sum: what it is in another currency, or what it is paid by."""
_FROM_SUM = pattern(r"\bpounds (?:an?|per) <<charged-by>>(?: (?:in|by|last) [\w ]{1,12})?,? (?:up |down )?from (?:<<about>> )?\Z")
_TO_SUM = pattern(r"(?: in \d{4})? to (?:<<about>> )?\d[\d,.]* pounds (?:an?|per) <<charged-by>>\b")
"""Between the sum that is paid by something and another of its kind: "fell to 30 pounds a week from [40 pounds]"."""
_WEIGHED = pattern(r"\b(?:weigh[a-z]*|gain[a-z]*|lost|los(?:es?|ing)|diet|fat)\b")
_AND_PENCE = pattern(
    r",? (?:and )?(?:\d{1,2}|[a-z]+(?:-[a-z]+)?) ?(?:pence|pennies|p)\b"
    r"| (?:[2-9]\d|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?)(?=[.,;!?]?(?:\s*\Z|[.,;!?]\s))"
)
"""Behind pounds that are no weight: their pence, with their name or where they close what is said ("one pound fifty")."""
_CLOSED = pattern(r"[.,;:!?)]|\Z| (?:in|on|for|to|an?|per|and|from|each|more|at|by|or|that|cash)\b")
PRICED = pattern(r"\b(?i:<<priced>>)(?: (?!and\b|weigh|los|gain)[\w.,-]+){0,5} \Z")
_BY_PIECE = pattern(r" (?:an?|per) <<piece>>\b")
_BY_CENTS = pattern(
    r"\b(?:<<by-cents>>|(?:earnings|profit|EPS|dividend) (?:of|was|were|is)|for just"
    r"|\d[\d.]*c (?:to|from|or|and|versus|vs)) (?:<<about>> )?\Z"
)
_TO_THE_CENT = pattern(r"\d[\d,]*\.\d\d")
_SCREEN = pattern(r"(?:\b|(?<=\d))<<screens>>\b")
_LINES = frozenset({480, 720, 1080, 1440, 2160, 4320})
_LED = 48
_THOUSANDS = {"k": 1000, "K": 1000, "T": 1000, "M": 10**6, "m": 10**6, "mn": 10**6, "bn": 10**9, "B": 10**9}
"""Scales that are written at a code: "30 MEUR", "5 EURm", "48.5 USDbn"."""


@frozen
class Mark:
    """A sign or code before a figure: its readings; a ``word`` (code "ALL", "PS") needs a figure that looks like money."""

    readings: tuple[str, ...]
    word: bool = False


@frozen
class Name:
    """A word behind a figure that makes it a sum: its readings; hundredths; a word that means other things too."""

    readings: tuple[str, ...]
    minor: bool = False
    word: bool = False
    weight: bool = False
    letter: bool = False
    scale: Fraction = Fraction(1)

    def fits(self, numeral: Numeral, text: str, end: int) -> bool:
        """Tell whether the figure can be a sum; a word of two meanings needs one that looks or is told like money."""
        if self.minor and numeral.value in _LINES and text[end - 1] == "p" and _is_of_screen(text, numeral.start, end):
            return False
        if self.letter:
            return end - numeral.end == 1 and text[end - 1] == "c" and _are_cents(text, numeral.start, end)
        if numeral.scale > 1 or not (self.weight or (self.word and numeral.value < _SMALL)):
            return True
        if not self.weight and text[end - 1] == "s" and _TO_THE_CENT.fullmatch(text, numeral.start, numeral.end):
            return True  # "dropped to 84.20 crowns"
        if self.scale > 1:
            return _CLOSED.match(text, end) is not None  # "owes ten grand", not "ten grand pianos"
        if self.weight and _AND_PENCE.match(text, end):
            return True
        if self.weight and _is_beside_sum(text, numeral.start, end):
            return True
        return self.word and (_SUM.match(text, end) is not None or _is_priced(text, numeral.start, end))


def _is_beside_sum(text: str, start: int, end: int) -> bool:
    """Tell whether a sum that is paid by something came from it, or it from that; no weight that somebody lost."""
    beside = _FROM_SUM.search(text, max(0, start - _LED), start) or _TO_SUM.match(text, end)
    return beside is not None and _WEIGHED.search(text, max(0, start - 2 * _LED), start) is None


def _is_priced(text: str, start: int, end: int) -> bool:
    """Tell whether something is said to cost that much: "a ticket cost 25 pounds", not "25 pounds of flour"."""
    return not text.startswith(" of ", end) and PRICED.search(text, max(0, start - _LED), start) is not None


def _is_of_screen(text: str, start: int, end: int) -> bool:
    """Tell whether so many lines are those of a picture and no pence: "streams 1080p video"."""
    return _SCREEN.search(text, max(0, start - _LED), min(len(text), end + _LED)) is not None


def _are_cents(text: str, start: int, end: int) -> bool:
    """Tell whether a "c" right at digits means cents: by so much a price moved, or it is paid by the share."""
    return _BY_PIECE.match(text, end) is not None or _BY_CENTS.search(text, max(0, start - _LED), start) is not None


def marks() -> Iterator[str]:
    """Give what can stand before a figure."""
    return (mark for mark, _ in _marks())


@cache
def before() -> Phrases[Mark]:
    """Give codes, symbols, and the signs that are no common words."""
    entries = lexicon.entries("currencies")
    words = {code for code, entry in entries.items() if "code_is_word" in entry}
    words |= {mark for entry in entries.values() for mark in (*entry.get("ascii", ()), *_ahead(entry))}
    return Phrases((mark, Mark(codes, mark in words)) for mark, codes in _gathered(_marks()).items())


@cache
def behind() -> Phrases[Name]:
    """Give the words behind a figure: names, shared words, with their adjective too, hundredths, and codes with a scale."""
    return Phrases.lazily("money-behind", _names)


@cache
def owners() -> Phrases[tuple[str, ...]]:
    """Give what singles a currency out before its name, with the currencies ("Canadian")."""
    entries = lexicon.entries("currencies").items()
    return Phrases(_gathered((word, code) for code, entry in entries for word in entry.get("adjectives", ())).items())


def _names() -> Iterator[tuple[str, Name]]:
    """Give all words for currencies and their coins, each with what it can mean."""
    entries = lexicon.entries("currencies").items()
    words = frozenset(form for _, entry in entries for form in entry.get("also_words", ()))
    words |= {code for code, entry in entries if "code_is_word" in entry}
    weights = frozenset(form for e in lexicon.entries("units").values() if "also_money" in e for form in e["names"])
    names = _gathered((form, code) for code, entry in entries for form in _written_behind(code, entry))
    minor = _gathered((form, code) for code, entry in entries for form in _hundredths(entry))
    coins = _gathered((coin, code) for code, entry in entries for coin in _scaled(code, entry))
    small = frozenset(form.capitalize() for _, entry in entries for form in entry.get("one_case", ()))
    found = lexicon.titled(
        [
            *((form, Name(codes, False, form in words, form in weights)) for form, codes in names.items()),
            *((form, Name(codes, minor=True, letter=form == "c")) for form, codes in minor.items()),
            *((coin, Name(codes, False, coin in words, scale=size)) for (coin, size), codes in coins.items()),
        ]
    )
    return (pair for pair in found if pair[0] not in small)


def _marks() -> Iterator[tuple[str, str]]:
    """Give what stands before a figure, with the currency; a blank may part letters and a sign ("AU $")."""
    for code, entry in lexicon.entries("currencies").items():
        signs = (sign for sign in entry.get("signs", ()) if not sign.islower())
        symbols = [*entry.get("symbols", ()), *([f"{code}$"] if "$" in entry.get("signs", ()) else [])]
        dollars = [symbol for symbol in symbols if symbol[-1:] == "$" and symbol[:-1].isalpha() and len(symbol) > 2]
        apart = (f"{symbol[:-1]} $" for symbol in dollars)
        small = (form.lower() for symbol in dollars for form in (symbol, f"{symbol[:-1]} $") if form != "US $")  # "cost us $2"
        letter = (symbol.lower() for symbol in symbols if symbol[-1:] == "$" and symbol[:-1].isalpha() and len(symbol) == 2)
        ascii_ = (*entry.get("leads", ()), *entry.get("ascii", ()))
        yield from ((mark, code) for mark in (code, *symbols, *apart, *small, *letter, *signs, *ascii_, *_ahead(entry)))


def _ahead(entry: Mapping[str, Any]) -> Iterator[str]:
    """Give the words that stand before a figure as marks do: "Rupees 500 crore", "Malaysian ringgit 42 million"."""
    others = {*entry.get("also_words", ()), *entry.get("one_case", ())}
    for form in (*entry.get("names", ()), *entry.get("signs", ())):
        if form.isalpha() and form.islower() and len(form) >= _SHORTEST and form not in others:
            yield from (form.capitalize(), form)
            for owner in entry.get("adjectives", ()):
                yield from (f"{owner} {form}", f"{owner.lower()} {form}")


def _written_behind(code: str, entry: Mapping[str, Any]) -> Iterator[str]:
    yield from (code, *entry.get("names", ()), *entry.get("signs", ()), *entry.get("symbols", ()))
    for adjective in entry.get("adjectives", ()):
        for name in (*entry.get("signs", ()), *entry.get("names", ())):
            yield f"{adjective} {name}"
            if name.islower():
                yield from (f"{adjective.lower()} {name}", f"{adjective} {name.capitalize()}")


def _scaled(code: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Fraction]]:
    """Give codes with a scale at them, and coins by their names."""
    yield from ((coin, Fraction(share)) for coin, share in entry.get("coins", {}).items())
    if "scaled" in entry:
        yield from ((f"{scale}{code}", Fraction(size)) for scale, size in _THOUSANDS.items())
        yield from ((f"{code}{scale}", Fraction(size)) for scale, size in _THOUSANDS.items() if scale != "T")  # "USDT" is another


def _hundredths(entry: Mapping[str, Any]) -> Iterator[str]:
    if entry.get("minor_per", _SMALL) == _SMALL:
        minor = entry.get("minor", ())
        yield from minor
        yield from (f"{owner} {form}" for owner in (*entry.get("adjectives", ()), *entry.get("names", ())[:1]) for form in minor)
        yield from entry.get("minor_marks", ())


def _gathered(pairs: Iterable[tuple[_Form, str]]) -> dict[_Form, tuple[str, ...]]:
    """Give each form with all its currencies, in the lexicon's order."""
    table: dict[_Form, tuple[str, ...]] = {}
    for form, code in pairs:
        if code not in table.get(form, ()):
            table[form] = (*table.get(form, ()), code)
    return table
