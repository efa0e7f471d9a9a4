"""A figure that the text beside it tells, too: the mean of a list of marks, the sum of laps, the height in "61 × 58 cm".

Which figure of the text it is, or what is made of all of them, the rows show. A text may tell of something else now and then, so
that a row is told only where a digit, a sign or a point that slipped makes the difference; but the mean that a list has in nearly
all of many rows, as long as it is, leaves no room for anything else, nor does a sum beside the mean of the same list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Sequence
from fractions import Fraction
from itertools import product

from attrs import field

from factcheck.document import Span
from factcheck.intervals import Interval
from factcheck.quantities import Quantity
from factcheck.report import Report
from factcheck.rules import Rule
from factcheck.story import Story
from factcheck.tables.across import Across, Table, tally, together
from factcheck.tables.binding import of
from factcheck.tables.columns import Column, Number
from factcheck.tables.columns.forms import LONGEST_CELL
from factcheck.tables.judged import breaches, judging, rows
from factcheck.tables.judged.confirming import is_find
from factcheck.tables.shapes import Match, are_few
from factcheck.tables.slips import pens
from factcheck.values import evolve, frozen

_FIGURE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?")
_BETWEEN = re.compile(r"[\s,;|/+&]*")
_ENOUGH, _DIFFERENT, _GLANCE, _MISSED = 12, 8, 8, 2
"""Rows that must keep it, with so many different figures; those that are looked at first, and how many of them may break it."""
_MOST_TEXTS, _MOST_FIGURES, _PLACES = 6, 24, 6
"""Columns of texts and of figures that are looked at, and figures of a text that may each be a column's."""
_SEVERAL = 3
"""Figures of a list."""
_MANY, _ONCE_IN, _AS_LONG = 100, 100, 12
"""Rows that show a mean to be that of its list, of which one in so many may be off, and as many must have a list as long."""


@frozen
class _Text:
    """The figures of a cell, where each stands, and whether it is nothing but a list of them."""

    figures: tuple[Fraction, ...]
    spans: tuple[Span, ...]
    listed: bool


_Making = Callable[[Sequence[Fraction]], Fraction]


@frozen
class _Way:
    """How a figure comes of those of a text; ``place`` is that of the one that it is, None where it is made of all."""

    making: _Making
    place: int | None = None

    def of(self, text: _Text | None) -> Fraction | None:
        """Give what it makes of a text; None where that has too few figures, or is no list."""
        if text is None or (not text.listed if self.place is None else not -len(text.figures) <= self.place < len(text.figures)):
            return None
        return self.making(text.figures)


@frozen
class _Told:
    """A column of figures with the texts that tell them, and how many each has; what each row should say, and which do not."""

    value: Column
    text: Column
    way: _Way
    sizes: tuple[int, ...] = field(repr=False)
    right: tuple[Fraction | None, ...] = field(repr=False)
    told: int
    broken: tuple[int, ...] = field(repr=False)


def _at(place: int) -> _Way:
    return _Way(lambda told: told[place], place)


_MEAN = _Way(lambda told: Fraction(sum(told)) / len(told))
_SUM = _Way(lambda told: Fraction(sum(told)))
_WAYS = (_MEAN, _SUM, _Way(max), _Way(min))
_PLACED = tuple(map(_at, (*range(_PLACES), -1, -2)))


def check(rule: Rule, table: Table) -> Across:
    """Check each column of texts against each column of figures, where the sample holds all rows."""
    if not table.at_hand or table.store.rows < _ENOUGH:
        return Across(rule)
    texts = [column for column in table.sample.columns if column.kind == "text"][:_MOST_TEXTS]
    values = [column for column in table.sample.columns if _can_be_told(column)][:_MOST_FIGURES]
    read = {text: [*map(_read, table.sample.texts[text.index])] for text in texts}
    pairs = (_found(table, value, text, read[text]) for text, value in product(texts, values))
    found = [each for each in pairs if each is not None]
    return together(rule, [_checked(rule, table, each, _plain(each, found)) for each in found])


def _can_be_told(column: Column) -> bool:
    placed = column.name.says("identity", "rank") or column.form.percent or column.form.clock
    return column.kind == "number" and not placed and column.form.highest != column.form.lowest


def _read(text: str | None) -> _Text | None:
    """Read the figures of a text; of prose, and of a text without any, there is nothing to read."""
    told = [*_FIGURE.finditer(text)] if text and len(text) <= LONGEST_CELL else []
    if not text or not told:
        return None
    figures = tuple(Fraction(each[0].replace(",", "")) for each in told)
    listed = len(told) >= _SEVERAL and _BETWEEN.fullmatch(_FIGURE.sub("", text)) is not None
    return _Text(figures, tuple(Span(*each.span()) for each in told), listed)


def _found(table: Table, value: Column, text: Column, texts: Sequence[_Text | None]) -> _Told | None:
    """Give the first way in which nearly all rows make a column's figures of those of the texts, if there is one."""
    values, half = table.sample.values(value), table.sample.unit(value) / 2
    lists = sum(each is not None and each.listed for each in texts) * 2 > len(texts)
    for way in (*(_WAYS if lists else ()), *_PLACED):
        room = half if way.place is None else Fraction(0)
        if _is_off(way, values[:_GLANCE], texts, room) > _MISSED:
            continue
        right = tuple(map(way.of, texts))
        pairs = [(at, a, b) for at, (a, b) in enumerate(zip(values, right, strict=True)) if a is not None and b is not None]
        broken = tuple(at for at, a, b in pairs if abs(a - b) > room)
        kept = {a for _, a, b in pairs if abs(a - b) <= room}
        enough = len(pairs) * 2 > len(values) and len(pairs) - len(broken) >= _ENOUGH and len(kept) >= _DIFFERENT
        if enough and are_few(len(broken), len(pairs)):
            sizes = tuple(0 if each is None else len(each.figures) for each in texts)
            return _Told(value, text, way, sizes, right, len(pairs), broken)
    return None


def _is_off(way: _Way, values: Sequence[Number | None], texts: Sequence[_Text | None], room: Fraction) -> int:
    """Count the first rows that are not what a way makes of their texts."""
    pairs = zip(values, map(way.of, texts), strict=False)
    return sum(value is not None and (made is None or abs(made - value) > room) for value, made in pairs)


def _checked(rule: Rule, table: Table, told: _Told, plain: Container[int]) -> Across:
    values, half = table.sample.values(told.value), table.sample.unit(told.value) / 2
    slips = [
        at
        for at in told.broken
        if at in plain
        or (
            (right := told.right[at]) is not None
            and pens.may_be_slip(Fraction(values[at] or 0), Interval(right - half, right + half))
        )
    ]
    if not is_find(told.told, len(told.broken), "guess", slips=len(slips), tight=True):
        return Across(rule)
    numbers = rows.numbers(table.store) if slips else []
    reports = tuple(report for at in slips if (report := _report(rule, table, told, at, numbers[at])) is not None)
    line = f"{told.value.label} is told in {told.text.label} ({rule.name}: {tally(told.told, 'rows', len(told.broken), reports)})"
    return Across(rule, reports, (told.value, told.text), (line,))


def _plain(told: _Told, found: Sequence[_Told]) -> frozenset[int]:
    """Give the rows whose figure is not that of their list, where many others show that nothing else is meant by it.

    From a sum something may be taken off that no column lists, unless the mean beside it is that of the same list.
    """
    if told.way not in (_MEAN, _SUM) or told.told < _MANY or len(told.broken) * _ONCE_IN > told.told:
        return frozenset()
    sizes = Counter(size for at, size in enumerate(told.sizes) if told.right[at] is not None and at not in told.broken)
    long = {at for at in told.broken if sizes[told.sizes[at]] >= _AS_LONG}
    means = [each for each in found if each.text is told.text and each.way is _MEAN]
    return frozenset(at for at in long if told.way is _MEAN or any(at not in each.broken for each in means))


def _report(rule: Rule, table: Table, told: _Told, at: int, number: int) -> Report | None:
    """Judge a row exactly: what its text tells is a claim of that cell, or of the figure in it."""
    columns = (told.value, told.text)
    (row,) = rows.fetch(table.store, [number], columns)
    story, claims = judging.story(table.path, rows.name_of(row, table.identity), [(row, column) for column in columns])
    value, text, right = claims.get((number, told.value.index)), _read(row.texts.get(told.text.index)), told.right[at]
    if value is None or text is None or right is None or story.document.record is None:
        return None
    cell = story.document.record.cells[1].span
    place = None if told.way.place is None else text.spans[told.way.place]
    span = judging.trimmed(story.document.text, cell) if place is None else Span(cell.start + place.start, cell.start + place.end)
    point = Interval.point(right)
    listed = evolve(value, id="c0", span=span, phrase=span, quantity=Quantity(point, point, right, unbounded=point))
    relation = of(rule, Match(dict(zip(rule.claims, ((told.value,), (told.text,)), strict=True)), "guess"))
    bound = dict(zip(rule.claims, (value, listed), strict=True))
    broken = breaches.broken(rule, relation, Story(story.document, (value, listed)), bound)
    return broken and broken[1]
