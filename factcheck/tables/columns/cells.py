"""Text of a cell + Form of its column -> what the cell can stand for, exactly.

Plain numbers are read here; figures in words ("about 600", "3-5", "$4.22 billion") by the extractor that reads prose.
"""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction
from functools import cache, lru_cache

from factcheck import lexicon
from factcheck.claims import FIGURES, Claim, reading
from factcheck.document import Document, Part, Span
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.tables.columns import days
from factcheck.tables.columns.forms import LONGEST_CELL, Form, calendar, clock, plain, seconds, signed, unmarked, value_of
from factcheck.values import evolve, frozen

NOISE = Fraction(1, 10**6)
"""Share by which a figure of many decimals is widened: a program's rounding shows there."""
_LONG = 5
_REST = re.compile(r"[\s.,;:()\[\]%$€£*]*")
_EXPONENT = re.compile(r"\s*[-+]?\d{1,20}(?:\.\d{1,30})?[eE][-+]?\d{1,2}\s*", re.ASCII)
_SIGN = re.compile(r"\s*([~≈≥≤]|[<>]=?|[A-Za-z]{1,5}\.?)\s*(?=[\d$€£.])")
_LETTER = re.compile(r"(?<=\d)([A-Za-z]{1,2})\Z")
_TAIL = re.compile(r"(?<=[\d%kKmMbBnN])\s*(\+|\(?[A-Za-z]{1,9}\.?\)?)\s*\Z")


@frozen
class Value:
    """What a cell says: a quantity, or a stretch of days."""

    quantity: Quantity | None = None
    stretch: days.Stretch | None = None
    bare: bool = True

    @property
    def possible(self) -> Interval:
        """What it can stand for, days by their number."""
        if self.quantity is not None:
            return self.quantity.possible
        if self.stretch is None:
            return Interval()
        return Interval(Fraction(self.stretch.first.toordinal()), Fraction(self.stretch.last.toordinal()))


def read(text: str, form: Form) -> Value | None:
    """Read a cell; None where it is empty, stands for nothing, or cannot be read as its column's kind."""
    if form.says_nothing(text) or len(text) > LONGEST_CELL:
        return None
    if text.strip() in form.zeros:
        return Value(_point(Fraction(0)))
    text = unmarked(text) if form.marked else text
    text = signed(text) if form.brackets else text.removeprefix(form.prefix)
    if form.clock:
        return _clock(text) if clock(text) == form.clock else None
    if form.kind == "number":
        quantity = figure(text, form)
        bare = plain(form.point).fullmatch(text) or _EXPONENT.fullmatch(text)
        return None if quantity is None else Value(quantity, bare=bool(bare))
    if form.kind == "day":
        stretch = days.read(text, form.order)
        return None if stretch is None else Value(stretch=stretch)
    if form.kind in ("weekday", "month"):
        number = calendar(form.kind).get(text.strip().rstrip(".").lower())
        return None if number is None else Value(_point(Fraction(number)))
    return None


def _clock(text: str) -> Value | None:
    """Read a time that something takes, rounded to the last digit of its seconds."""
    value = seconds(text)
    if value is None:
        return None
    half = Fraction(1, 2 * 10 ** sum(map(str.isdecimal, text.replace(",", ".").partition(".")[2])))
    around = Interval(value - half, value + half)
    return Value(Quantity(around, around, value, unbounded=around))


def figure(text: str, form: Form) -> Quantity | None:
    """Read a number as its column writes it, or a figure in words."""
    value = value_of(text, form.point)
    if value is None:
        return _scientific(text) if _EXPONENT.fullmatch(text) else _worded(text)
    half = _half(text, value, form)
    if half == 0:
        return _point(value)
    low = value - half if value < 0 or form.negative else max(Fraction(0), value - half)  # "-0.0" is a little less than nothing
    printed = Interval(low, value + half)
    return Quantity(printed, printed, value, unbounded=printed)


def _scientific(text: str) -> Quantity:
    """Read "6.1855791e-4", as a program writes it."""
    value = Fraction(text.strip())
    half = abs(value) * NOISE
    return Quantity(Interval(value - half, value + half), Interval(value - half, value + half), value)


def _half(text: str, value: Fraction, form: Form) -> Fraction:
    """Give how far the figure can be rounded: half a unit of its last decimal, or of the hundreds that a column counts in."""
    if form.half is not None:
        return max(form.half, abs(value) * NOISE)
    digits = re.sub(r"[^0-9]", "", text.rpartition(form.point)[2]) if form.point in text else ""
    decimals = len(digits) if digits.strip("0") or not form.whole else 0
    if decimals:
        half = Fraction(1, 2 * 10**decimals)
        return max(half, abs(value) * NOISE) if decimals >= _LONG else half
    if form.whole:
        return Fraction(50) if form.hundreds and value % 100 == 0 else Fraction(0)
    return Fraction(1, 2)


def _point(value: Fraction) -> Quantity:
    point = Interval.point(value)
    return Quantity(point, point, value, unbounded=point)


@lru_cache(maxsize=65536)
def _worded(text: str) -> Quantity | None:
    """Let the extractor read a cell that is one figure and what shapes it, and nothing else."""
    told = _in_words(text)
    if not any(sign.isdigit() for sign in told) and not any(sign.isalpha() for sign in told):
        return None
    document = Document(told, parts=(Part("body", Span(0, len(told))),))
    stated = reading.read(document)
    found = [claim for claim in stated.claims if claim.quantity is not None and claim.kind in FIGURES]
    if len(found) != 1 or len(stated.claims) != 1 or _left_over(told, found[0], [hedge.span for hedge in stated.hedges]):
        return None
    quantity = found[0].quantity
    return None if quantity is None else evolve(quantity, unit=None, readings=())


def _in_words(text: str) -> str:
    """Write out the signs at a figure: "~600", "600+", "400 (est.)"."""
    told = text.strip()
    sign = _SIGN.match(told)
    before = _signs("before").get(sign[1].lower()) if sign else None
    if sign and before:
        told = f"{before} {told[sign.end() :]}"
    tail = _TAIL.search(told)
    after = _signs("after").get(tail[1].lower()) if tail else None
    told = f"{after} {told[: tail.start()]}" if tail and after else told
    letter = _LETTER.search(told)
    scale = _signs("letters").get(letter[1].lower()) if letter else None
    return f"{told[: letter.start(1)]} {scale}" if letter and scale else told


@cache
def _signs(key: str) -> dict[str, str]:
    return dict(lexicon.entries("cells")[key]["words"])


def _left_over(text: str, claim: Claim, hedges: list[Span]) -> bool:
    """Tell whether the cell says more than the figure with its noun and its hedges."""
    kept = bytearray(len(text))
    for span in (Span(claim.phrase.start, max(claim.phrase.end, claim.span.end)), *hedges):
        kept[span.start : span.end] = b"\1" * (span.end - span.start)
    rest = "".join(letter for letter, known in zip(text, kept, strict=True) if not known)
    return _REST.fullmatch(rest) is None


def of_days(first: dt.date, last: dt.date) -> Value:
    """Give a stretch of days as a value."""
    return Value(stretch=days.Stretch(first, last))
