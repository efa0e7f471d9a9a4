"""A table whose rows say what they count -> the same figures with a column for each such thing, and the reports back again.

Statistical offices publish long: "Chile, Population, male, 2019" stands below "Chile, Population, female, 2019", or the years
stand beside each other behind both. What a place's rows tell of each other shows once each has a column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from factcheck import lexicon
from factcheck.document import Record
from factcheck.report import Report
from factcheck.tables import turning
from factcheck.tables.columns import Column, Sample
from factcheck.tables.engines import Store, duck, loading
from factcheck.tables.judged import merging
from factcheck.values import evolve, frozen

_FEWEST, _MOST = 2, 40
"""Things that the rows of a table must count, and may count."""
_FEWEST_RECORDS, _MOST_CELLS = 8, 60_000
_FILLED = 60
"""Percent of the cells that must be told: else the rows of a place are no records of the same things."""
_MOST_WAYS, _MOST_VALUES, _FEWEST_TIMES = 3, 6, 2
_YEARS = (1850, 2100)
_TEXTS = ("text", "day", "month", "weekday", "year")
Texts = Sequence[str | None]


@frozen
class Way:
    """How a table is spread: the column that says what is counted, those that say of whom, and those of the figures.

    ``times`` tells that these are years or months beside each other; ``unit`` is the column that says what a thing is told in.
    """

    counted: Column
    keys: tuple[Column, ...]
    figures: tuple[Column, ...]
    times: bool
    unit: Column | None = None


@frozen
class Spread:
    """A table with a column for each thing; ``places`` are for its cells row, line and column in the table as it is written."""

    store: Store
    path: str
    named: frozenset[str]
    places: Mapping[tuple[int, str], tuple[int, int, str]]

    def back(self, report: Report) -> Report | None:
        """Give what is said of these figures, with the places that their cells have in the table as it is written."""
        told = tuple(each for each in report.findings if all(name in self.named for _, name in merging.places(report, each)))
        document, cells = report.document, []
        for cell in document.record.cells if document.record else ():
            row, line, column = self.places.get((cell.row, cell.column), (cell.row, cell.line, cell.column))
            cells.append(evolve(cell, row=row, line=line, column=column))
        things = dict.fromkeys(name for each in told for _, name in merging.places(report, each))
        document = evolve(document, record=Record(tuple(cells)), id=", ".join(things))
        return evolve(report, document=document, findings=told) if told else None


def ways(sample: Sample, rows: int) -> list[Way]:
    """Give the ways in which a table can be spread, if all of its rows are at hand; what stands next to the figures first."""
    size = len(sample.texts[0]) if sample.texts else 0
    if size != rows or size < _FEWEST_RECORDS or not any(_may_say(column, sample, size) for column in sample.columns):
        return []
    times = turning.times(sample.columns)
    figures = tuple(times) if len(times) >= _FEWEST_TIMES else tuple(filter(_is_figure, sample.columns))
    if not figures or (len(figures) > _MOST_VALUES and not times):
        return []
    labels = [column for column in sample.columns if column not in figures and _tells_of_whom(column, sample)]
    found: list[Way] = []
    for column in sorted(labels, key=lambda column: -_length(sample, column)):  # names rather than codes
        again = any(_follows(sample, one.counted, column) and _follows(sample, column, one.counted) for one in found)
        way = None if again or not _may_say(column, sample, size) else _way(sample, column, labels, figures, bool(times))
        found += [] if way is None else [way]
    return sorted(found, key=lambda way: (not _has_total(sample, way.counted), -way.counted.index))[:_MOST_WAYS]


def _has_total(sample: Sample, column: Column) -> bool:
    """Tell whether one of the things is the total of others, by its name."""
    words = lexicon.entries("cells")["totals"]["words"]
    return any(text and text.strip().lower() in words for text in {*sample.texts[column.index]})


def _length(sample: Sample, column: Column) -> int:
    return sum(len(text) for text in {*sample.texts[column.index]} if text)


def _may_say(column: Column, sample: Sample, size: int) -> bool:
    """Tell whether a column can say what its row counts: a few texts that come again and again."""
    if column.kind != "text" or column.doubtful:
        return False
    texts = sample.texts[column.index]
    return all(text and text.strip() for text in texts) and _FEWEST <= len({*texts}) <= min(_MOST, size // 2)


def _is_figure(column: Column) -> bool:
    return column.kind == "number" and not _is_time(column) and not column.doubtful and not column.name.says("identity", "rank")


def _is_time(column: Column) -> bool:
    """Tell a column of times, by its name or as years alone would be, whatever it is called: "TIME_PERIOD"."""
    if column.kind != "number" or not column.form.whole:
        return False
    first, last = _YEARS
    years = (
        column.form.lowest is not None
        and column.form.highest is not None
        and first <= column.form.lowest <= column.form.highest <= last
    )
    return years or column.name.says("year", "month", "week", "day", "date")


def _tells_of_whom(column: Column, sample: Sample) -> bool:
    """Tell what says whose figures a row has, and when; what most rows leave empty is a note."""
    texts = sample.texts[column.index]
    return (column.kind in _TEXTS or _is_time(column)) and sum(bool(text and text.strip()) for text in texts) * 2 > len(texts)


def _follows(sample: Sample, one: Column, other: Column) -> bool:
    """Tell whether what one column says settles what another says: a code by its name, a unit by what is counted."""
    told = {*zip(sample.texts[one.index], sample.texts[other.index], strict=True)}
    return len(told) == len({*sample.texts[one.index]})


def _way(sample: Sample, counted: Column, labels: Sequence[Column], figures: tuple[Column, ...], times: bool) -> Way | None:
    """Give the way of a column, if each place has each thing once, and most have most."""
    others = [column for column in labels if column is not counted and not _follows(sample, counted, column)]
    keys, names = _needed(sample, others, counted), sample.texts[counted.index]
    owners = {*_keys(sample, keys)}
    known = {*zip(_keys(sample, keys), names, strict=True)}
    things, records = len({*names}), len(owners) * (len(figures) if times else 1)
    full = len(names) * 100 >= _FILLED * len(owners) * things
    fits = len(known) == len(names) and len(owners) > 1 and full
    return (
        Way(counted, keys, figures, times, _unit(sample, labels, counted))
        if fits and records >= _FEWEST_RECORDS and records * (things + len(keys)) <= _MOST_CELLS
        else None
    )


def _unit(sample: Sample, labels: Sequence[Column], counted: Column) -> Column | None:
    """Give the column that says what each thing is told in."""
    words = lexicon.entries("cells")["units"]["words"]
    told = (column for column in labels if column is not counted and column.label.strip().lower() in words)
    return next((column for column in told if _follows(sample, counted, column)), None)


def _needed(sample: Sample, columns: Sequence[Column], counted: Column) -> tuple[Column, ...]:
    """Leave out what tells no two rows apart that count the same: a flag, a source, the continent of a country."""
    kept = [*columns]
    for column in reversed(columns):
        rest = [each for each in kept if each is not column]
        if rest and len({*_keys(sample, [*rest, counted])}) == len(sample.texts[0]):
            kept = rest
    return tuple(kept)


def _keys(sample: Sample, keys: Sequence[Column]) -> Iterator[tuple[str | None, ...]]:
    if not keys:
        return iter([()] * len(sample.texts[0]))
    return iter(zip(*(sample.texts[column.index] for column in keys), strict=True))


@contextmanager
def opened(store: Store, sample: Sample, path: str, way: Way) -> Iterator[Spread]:
    """Open the table with a column for each thing that its rows count."""
    lines = store.ask("SELECT row, line FROM data ORDER BY row")
    names = _names(sample, way)
    headers = [*(column.label for column in way.keys), *([turning.kind(way.figures[0].label)] if way.times else []), *names]
    records: dict[tuple[str | None, ...], dict[str, str | None]] = {}
    written: dict[tuple[tuple[str | None, ...], str], tuple[int, int, str]] = {}
    for at, owner in enumerate(_keys(sample, way.keys)):
        thing = _thing(sample, way, at)
        for figure in way.figures:
            key, name = ((*owner, figure.label), thing) if way.times else (owner, _named(way, figure, thing))
            records.setdefault(key, {})[name] = sample.texts[figure.index][at]
            written[key, name] = (*lines[at], figure.label)
    with duck.opened() as connection:
        numbered = [(number, key, told) for number, (key, told) in enumerate(records.items(), 1)]
        rows = loading.of_records(
            connection,
            len(headers),
            ((number, number, [text or "" for text in (*key, *map(told.get, names))]) for number, key, told in numbered),
        )
        places = {(number, name): written[key, name] for number, key, told in numbered for name in told}
        yield Spread(duck.of_texts(connection, headers, rows), path, frozenset(names), places)


def _names(sample: Sample, way: Way) -> list[str]:
    """Name the columns: by what is counted, and by the figure where a row has several."""
    things = dict.fromkeys(_thing(sample, way, at) for at in range(len(sample.texts[0])))
    return [*things] if way.times else [_named(way, figure, thing) for figure in way.figures for thing in things]


def _named(way: Way, figure: Column, thing: str) -> str:
    return thing if len(way.figures) == 1 else f"{figure.label} {thing}"


def _thing(sample: Sample, way: Way, at: int) -> str:
    """Name what a row counts, with its unit."""
    name = (sample.texts[way.counted.index][at] or "").strip()
    unit = "" if way.unit is None else (sample.texts[way.unit.index][at] or "").strip()
    return f"{name} ({unit})" if unit else name
