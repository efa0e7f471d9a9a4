"""How a column writes what it holds: the sign of its decimals, the order of its dates, its unit, the marks of what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cache

from factcheck import lexicon
from factcheck.values import frozen

_DIGITS = r"(?:[0-9]{1,3}(?:[THOUSANDS][0-9]{3})+|[0-9]+)"
_LAKHS = r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|"
"""Digits set apart as in India: "1,23,456"."""
_SIGNED = r"\s*[-+−]?\s*[$€£¥]?\s*[-+−]?(?:DIGITS(?:[POINT][0-9]*)?|[POINT][0-9]+)\s*[%$€£]?\s*"
_CLOCK = re.compile(r"\s*([-+−]?)\s*(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-5][0-9](?:[.,][0-9]{1,3})?)\s*")
_LETTERED = re.compile(
    r"\s*(?:([0-9]{1,3})\s*(?:h|hrs?|hours?)[\s,]*)?([0-9]{1,3})\s*(?:m|mins?|minutes|['’′])[\s,]*"
    r"(?:([0-5]?[0-9](?:[.,][0-9]{1,3})?)\s*(?:s|secs?|seconds|\"|”|″|''))?\s*"
)
_BRACKETED = re.compile(r"\s*([$€£]?)\s*\(\s*([$€£]?\s*[0-9][0-9.,\u00a0\u202f'’ ]*%?)\s*\)\s*(%?)\s*")
_SPACES = "\u00a0\u202f'’ "
_SIXTY = 60
LONGEST_CELL = 200
"""Code points; what is longer is prose."""


@frozen
class Form:
    """How a column writes its values.

    ``point`` is the sign of decimals; the other of comma and full stop sets thousands apart. ``order`` is that of dates in
    digits: ``mdy``, ``dmy``, or empty where it cannot be told. ``missing`` are texts that tell nothing, in lower case, and
    ``zeros`` those that tell of nothing.
    ``percent`` tells values with a sign. ``whole`` tells that all are whole numbers, exact to the last one unless ``hundreds``.
    ``typed`` values come from a file with types; ``half`` is how far such decimals can be rounded. ``two_digits`` tells of years
    without a century. ``step`` is what all numbers are multiples of, as those that are rounded to tens are of ten; 1 else.
    ``brackets`` tells that they stand for a minus sign, as accountants write it: "(1,204)".
    ``prefix`` is what stands before each number of a column of codes: "INV-" of "INV-2017".
    ``marked`` tells of marks that lead to footnotes behind some numbers: "1,204 r", "37*".
    ``years`` tells that nearly all are years, and the few others what a digit that slipped made of one.
    ``clock`` tells of times that something takes, counted in seconds, by their numbers: three of "1:24:30", two of "+0:45".
    """

    kind: str = "text"
    point: str = "."
    order: str = ""
    missing: frozenset[str] = frozenset()
    zeros: frozenset[str] = frozenset()
    percent: bool = False
    currency: str | None = None
    whole: bool = False
    hundreds: bool = False
    negative: bool = False
    typed: bool = False
    half: Fraction | None = None
    two_digits: bool = False
    lowest: Fraction | None = None
    highest: Fraction | None = None
    step: int = 1
    years: bool = False
    clock: int = 0
    brackets: bool = False
    marked: bool = False
    prefix: str = ""

    @property
    def exact(self) -> bool:
        """Tell whether all values are whole numbers, and none can be rounded."""
        return self.whole and self.half is None

    def says_nothing(self, text: str) -> bool:
        """Tell whether a cell is one of those that tell nothing."""
        return text.strip().lower() in self.missing

    def is_mostly(self, texts: Iterable[str | None], read: Callable[[str], object | None], *, one_in: int) -> bool:
        """Tell whether of the cells that tell something fewer than one in so many cannot be read so."""
        told = [text for text in texts if text and not self.says_nothing(text)]
        return sum(read(text) is None for text in told) * one_in < len(told)

    def describe(self) -> str:
        """Say what was found, where it is not the usual."""
        told = [
            "decimal comma" if self.point == "," else "",
            {"mdy": "month first", "dmy": "day first"}.get(self.order, ""),
            "years of two digits" if self.two_digits else "",
            "in hundreds" if self.hundreds else "",
            self.currency or "",
            "with a percent sign" if self.percent else "",
            "hours, minutes and seconds" if self.clock else "",
            "brackets for a minus sign" if self.brackets else "",
            "marks of footnotes" if self.marked else "",
        ]
        marks = sorted(mark for mark in self.missing if mark)
        told.append(f"{', '.join(map(repr, marks))} for missing" if marks else "")
        zeros = sorted(self.zeros)
        told.append(f"{', '.join(repr(zero) if zero else 'blank' for zero in zeros)} for 0" if zeros else "")
        return ", ".join(filter(None, told))


@cache
def plain(point: str = ".") -> re.Pattern[str]:
    """Give the expression of a plain number, for Python and for SQL alike."""
    thousands = ("," if point == "." else ".") + _SPACES
    digits = _DIGITS.replace("(?:", f"(?:{_LAKHS}", 1) if point == "." else _DIGITS
    return re.compile(_SIGNED.replace("DIGITS", digits.replace("THOUSANDS", thousands)).replace("POINT", point))


@cache
def calendar(key: str) -> Mapping[str, int]:
    """Give the names of weekdays or months, in lower case and without full stops, with their numbers (Monday and January 1)."""
    first = 1 if key == "weekday" else 0
    elsewhere = lexicon.entries("cells")[f"{key}s"]["names"]
    return {name: number for number, names in enumerate(elsewhere, 1) for name in names} | {
        name.rstrip(".").lower(): entry[key] + first
        for entry in lexicon.entries("calendar").values()
        if key in entry
        for name in (*entry["names"], entry["names"][0][:3])
    }


def clock(text: str) -> int:
    """Give how many numbers tell a time that something takes, so that two such times can be compared."""
    return text.count(":") + 1 if ":" in text else 3


def seconds(text: str) -> Fraction | None:
    """Give the seconds of "1:24:30", "4:05.31", "+0:45" or "1h 24' 30''"; of two numbers the second is taken for seconds."""
    if ":" not in text:
        return _lettered(text)
    match = _CLOCK.fullmatch(text)
    if match is None or (match[2] is not None and int(match[3]) >= _SIXTY):
        return None
    value = (int(match[2] or 0) * _SIXTY + int(match[3])) * _SIXTY + Fraction(match[4].replace(",", "."))
    return -value if match[1] in ("-", "\u2212") else value


def _lettered(text: str) -> Fraction | None:
    match = _LETTERED.fullmatch(text)
    if match is None or (match[1] is None and match[3] is None) or (match[1] is not None and int(match[2]) >= _SIXTY):
        return None
    return (int(match[1] or 0) * _SIXTY + int(match[2])) * _SIXTY + Fraction((match[3] or "0").replace(",", "."))


def signed(text: str) -> str:
    """Give what stands in brackets with a minus sign: "(1,204)" is "-1,204"; any other text as it is."""
    match = _BRACKETED.fullmatch(text) if "(" in text else None
    return text if match is None else f"-{match[1]}{match[2]}{match[3]}"


def unmarked(text: str) -> str:
    """Give a number without the marks behind it that lead to footnotes: "1,204 r" is "1,204"; any other text as it is."""
    match = _marks().search(text) if text[-1:] not in "0123456789%" else None
    return text if match is None else text[: match.start()]


@cache
def _marks() -> re.Pattern[str]:
    """Give the expression of such marks: signs, letters and numbers in square brackets, and a few letters besides."""
    known = lexicon.entries("cells")["marks"]
    letters, apart = "|".join(known["letters"]), "".join(known["apart"])
    marks = rf"[*†‡§¶]{{1,4}}|[¹²³⁴⁵⁶⁷⁸⁹]{{1,2}}|\[\w{{1,3}}\]|\(?(?:{letters})\)?|\([{apart}]\)|(?<=\s)[{apart}]\)?"
    return re.compile(rf"(?<=[0-9%)])[ \u00a0\u202f]*(?:{marks})\s*\Z")


def value_of(text: str, point: str = ".") -> Fraction | None:
    """Give the value of a plain number, None of another text."""
    if len(text) > LONGEST_CELL:
        return None
    if text.isdigit() and text.isascii():
        return Fraction(int(text))
    if not plain(point).fullmatch(text):
        return None
    whole, _, decimals = text.partition(point)
    kept = "".join(filter(str.isdecimal, whole + decimals))
    value = Fraction(int(kept), 10 ** sum(map(str.isdecimal, decimals)))
    return -value if "-" in text or "\u2212" in text else value
