"""Bytes of a CSV or TSV file -> its records, each with its line; what cannot be read in the place of the record.

Delimiter, encoding and header are found in the first records and said. Python's own csv reader cuts the cells; every line of the
file ends up in a record, among the blank ones, or in an `UnreadableRecord`.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate, chain, islice

from attrs import field

from factcheck.report.records import UnreadableRecord
from factcheck.tables.sources import footnotes, headings, signs
from factcheck.tables.sources.lines import Line, Lines
from factcheck.values import frozen

DELIMITERS = (",", "\t", ";", "|")
_LOOKED_AT = 50
"""Records from which the delimiter and the header are found."""
_MOST_LINES = 1_000_000
_GLANCE = 4_000_000
"""Code points in which the delimiter is looked for."""
_ENDED, _ENDS = "new-line character", "a carriage return within the line; the other lines end in another way"
"""What Python's reader says of one outside quotation marks, and what we say."""
_RETRIES = 20
"""Quotation marks never closed that are recovered from in one file; behind them no quotation mark has a meaning."""


Cells = Sequence[str]


@frozen
class Entry:
    """A record: its number, counted from 1, the physical line on which it begins, and its cells."""

    row: int
    line: int
    cells: Cells


@frozen
class Dialect:
    """How a file is written: its delimiter, its header, the line of that, and notes on what was found."""

    delimiter: str
    header: tuple[str, ...]
    line: int
    notes: list[str] = field(factory=list)
    footnotes: list[str] = field(factory=list)
    """Both are whole once all records are read."""


class _UnclosedError(Exception):
    """A quotation mark that is not closed before the file ends."""


@frozen
class _Raw:
    """What one turn of the csv reader gave: its first line and its cells, or why there are none."""

    line: int
    cells: Sequence[str] = ()
    problem: str = ""


def read(lines: Lines, path: str, suffix: str) -> tuple[Dialect, Iterator[Entry | UnreadableRecord]]:
    """Find the dialect, and give the records behind the header.

    Raises:
        OSError: the header cannot be read.

    """
    source = iter(lines)
    head = list(islice(source, _LOOKED_AT * 4))
    delimiter = "\t" if suffix in (".tsv", ".tab") and any("\t" in line.text for line in head) else _delimiter(head)
    raws = _raws(chain(head, source), delimiter)
    first = list(islice(raws, _LOOKED_AT))
    heading = headings.found([raw.cells for raw in first])
    header, behind = first[heading.last] if first else _Raw(1), first[heading.last + 1 :]
    if problem := header.problem or _nul(header.cells):
        raise OSError(f"the header, in line {header.line}, cannot be read: {problem}")
    lost = [UnreadableRecord(path, "", raw.problem, raw.line) for raw in first[: heading.first] if raw.problem]
    above = [raw for raw in first[: heading.first] if any(cell.strip() for cell in raw.cells) or raw.problem]
    notes = (
        [f"{len(above)} {'line' if len(above) == 1 else 'lines'} above the header, which is in line {header.line}"]
        if above
        else []
    )
    if heading.last > heading.first:
        notes.append(f"a header of {heading.last - heading.first + 1} lines, from line {first[heading.first].line} on")
    names = heading.names
    while (
        len(names) > 1 and not names[-1] and all(len(raw.cells) < len(names) or not raw.cells[len(names) - 1] for raw in behind)
    ):
        names = names[:-1]
    dialect = Dialect(delimiter, names, header.line, notes)
    return dialect, chain(lost, _entries(_records(chain(behind, raws), dialect), len(names), path))


def _records(raws: Iterator[_Raw], dialect: Dialect) -> Iterator[_Raw]:
    """Give the records of the table alone."""
    told = ((raw.line, raw.cells, raw.problem) for raw in raws)
    return (_Raw(*each) for each in footnotes.left_out(told, len(dialect.header), dialect.notes, dialect.footnotes))


def _entries(raws: Iterator[_Raw], width: int, path: str) -> Iterator[Entry | UnreadableRecord]:
    row = 0
    for raw in raws:
        cells = raw.cells
        if not raw.problem and not any(cells):
            continue  # a blank line
        row += 1
        problem = raw.problem or _misfit(cells, width)
        if problem:
            yield UnreadableRecord(path, str(row), problem, raw.line, row=row)
        else:
            yield Entry(row, raw.line, signs.read_over(cells[:width]))


def _misfit(cells: Sequence[str], width: int) -> str:
    """Tell why a record does not fit the header; cells without a name do no harm where they are empty."""
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        return f"{len(cells)} {'cell' if len(cells) == 1 else 'cells'}, but the header has {width}"
    return _nul(cells)


def _nul(cells: Sequence[str]) -> str:
    return "a NUL, which is no text" if any("\0" in cell for cell in cells) else ""


def _delimiter(lines: Sequence[Line]) -> str:
    """Choose the delimiter under which most records have the same number of cells, and more than one."""
    sizes = accumulate(len(line.text) for line in lines)
    short = [line for line, size in zip(lines, sizes, strict=True) if size <= _GLANCE] or lines[:1]
    return max(DELIMITERS, key=lambda delimiter: _evenness(short, delimiter))


def _evenness(lines: Sequence[Line], delimiter: str) -> tuple[float, int]:
    widths = Counter(len(raw.cells) for raw in islice(_raws(iter(lines), delimiter), _LOOKED_AT) if any(raw.cells))
    several = {width: times for width, times in widths.items() if width > 1}
    if not several:
        return 0.0, 0
    width = max(several, key=lambda width: (several[width], width))
    return several[width] / widths.total(), width


def _raws(lines: Iterator[Line], delimiter: str) -> Iterator[_Raw]:
    """Run the csv reader; after a quotation mark that is never closed, read on with the line behind it."""
    with _long_cells():
        feed = _Feed(lines)
        while True:
            feed.taken.clear()
            try:
                exhausted = len(feed.failed) >= _RETRIES
                cells = next(csv.reader(feed, delimiter=delimiter, quoting=csv.QUOTE_NONE if exhausted else csv.QUOTE_MINIMAL))
            except StopIteration:
                return
            except _UnclosedError:
                yield feed.recover()
                continue
            except csv.Error as fault:
                yield _Raw(feed.taken[0].number, problem=_ENDS if _ENDED in str(fault) else f"not read: {fault}")
                continue
            problem = next((line.problem for line in feed.taken if line.problem), "")
            yield _Raw(feed.taken[0].number, () if problem else cells, problem)


@contextmanager
def _long_cells() -> Iterator[None]:
    """Lift the csv module's limit on the size of a cell, which is 128 kB."""
    before = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)


@frozen
class _Feed:
    """The lines as the csv reader takes them, those of the record at hand, and those to be read again."""

    lines: Iterator[Line]
    taken: list[Line] = field(factory=list)
    again: list[Line] = field(factory=list)
    failed: list[int] = field(factory=list)

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if len(self.taken) > _MOST_LINES:
            raise _UnclosedError
        line = self.again.pop() if self.again else next(self.lines, None)
        if line is None:
            raise _UnclosedError if self.taken else StopIteration
        self.taken.append(line)
        return line.text

    def recover(self) -> _Raw:
        first = self.taken[0]
        self.failed.append(first.number)
        self.again.extend(reversed(self.taken[1:]))
        return _Raw(first.number, problem="a quotation mark that is never closed")
