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

from factcheck import lexicon
from factcheck.records import UnreadableRecord
from factcheck.tables.sources.lines import Line, Lines
from factcheck.values import frozen

DELIMITERS = (",", "\t", ";", "|")
_LOOKED_AT = 50
"""Records from which the delimiter and the header are found."""
_MOST_LINES = 1_000_000
_MOST_FOOTNOTES = 50
_SENTENCE = 4
"""Blanks of a line that is a sentence, with a full stop at its end."""
_MARK = 3
"""Letters of a mark whose meaning is told below the table."""
_GLANCE = 4_000_000
"""Code points in which the delimiter is looked for."""
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
    """Whole once all records are read."""


class _UnclosedError(Exception):
    """A quotation mark that is not closed before the file ends."""


@frozen
class _Raw:
    """What one turn of the csv reader gave: its first line and its cells, or why there are none."""

    line: int
    cells: Sequence[str] = ()
    problem: str = ""


def read(lines: Lines, path: str, suffix: str) -> tuple[Dialect, Iterator[Entry | UnreadableRecord]]:
    """Find the dialect, and give the records behind the header."""
    source = iter(lines)
    head = list(islice(source, _LOOKED_AT * 4))
    delimiter = "\t" if suffix in (".tsv", ".tab") and any("\t" in line.text for line in head) else _delimiter(head)
    raws = _raws(chain(head, source), delimiter)
    first = list(islice(raws, _LOOKED_AT))
    at = _header_at(first)
    header = first[at] if first else _Raw(1)
    above = [raw for raw in first[:at] if any(cell.strip() for cell in raw.cells) or raw.problem]
    notes = (
        [f"{len(above)} {'line' if len(above) == 1 else 'lines'} above the header, which is in line {header.line}"]
        if above
        else []
    )
    names = tuple(cell.strip() for cell in header.cells)
    while (
        len(names) > 1
        and not names[-1]
        and all(len(raw.cells) < len(names) or not raw.cells[len(names) - 1] for raw in first[at + 1 :])
    ):
        names = names[:-1]
    dialect = Dialect(delimiter, names, header.line, notes)
    return dialect, _entries(_above_footnotes(chain(first[at + 1 :], raws), len(names), notes), len(names), path)


def _above_footnotes(raws: Iterator[_Raw], width: int, notes: list[str]) -> Iterator[_Raw]:
    """Leave out the footnotes at the end ("Source: census of 1911"), and note that; what stands before a record is none."""
    held: list[_Raw] = []
    for raw in raws:
        apart = any(map(_is_blank, held))
        if len(held) < _MOST_FOOTNOTES and (_is_blank(raw) or _may_be_footnote(raw, width) or (apart and _is_note(raw, width))):
            held.append(raw)
            continue
        yield from held
        held.clear()
        yield raw
    lines = [str(raw.line) for raw in held if any(raw.cells)]
    if lines:
        notes.append(f"footnotes below the table, in {'line' if len(lines) == 1 else 'lines'} {', '.join(lines)}")


def _is_blank(raw: _Raw) -> bool:
    return not raw.problem and not any(raw.cells)


def _is_note(raw: _Raw, width: int) -> bool:
    """Tell a single cell of words, which below a blank line is no record: ".. Not applicable"."""
    told = [cell for cell in raw.cells if cell.strip()]
    return not raw.problem and len(told) == 1 < width > len(raw.cells) and " " in told[0].strip()


def _may_be_footnote(raw: _Raw, width: int) -> bool:
    """Tell a line that is too short for a record and begins as footnotes do, or is a sentence."""
    told = [cell for cell in raw.cells if cell.strip()]
    if raw.problem or not told or len(raw.cells) >= width:
        return False
    first = told[0].strip().lower()
    if first.startswith(tuple(lexicon.entries("cells")["footnotes"]["words"])) or _is_key(first):
        return True
    whole = ", ".join(told)
    is_cut = any(cell.strip()[-1].isdigit() for cell in told)  # a record that breaks off
    return whole.count(" ") >= _SENTENCE + len(told) - 1 and whole.endswith(".") and not is_cut


def _is_key(line: str) -> bool:
    """Tell what says what a mark of the table means: "p = provisional"."""
    mark, sign, meaning = line.partition("=")
    return bool(sign) and 0 < len(mark.strip()) <= _MARK and any(map(str.isalpha, meaning))


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
            yield Entry(row, raw.line, cells[:width])


def _misfit(cells: Sequence[str], width: int) -> str:
    """Tell why a record does not fit the header; cells without a name do no harm where they are empty."""
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        return f"{len(cells)} {'cell' if len(cells) == 1 else 'cells'}, but the header has {width}"
    return "a NUL, which is no text" if any("\0" in cell for cell in cells) else ""


def _header_at(raws: Sequence[_Raw]) -> int:
    """Give which record is the header: the first that is as wide as most; titles may stand above it."""
    widths = Counter(len(raw.cells) for raw in raws if any(raw.cells))
    if not widths:
        return 0
    usual = max(widths, key=lambda width: (widths[width], width))
    fitting = (at for at, raw in enumerate(raws) if len(raw.cells) >= usual and sum(map(bool, raw.cells)) * 2 > usual)
    return next(fitting, 0)


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
                yield _Raw(feed.taken[0].number, problem=f"not read: {fault}")
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
