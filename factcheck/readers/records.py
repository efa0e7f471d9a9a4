"""A table with a column of texts -> Documents, one for each of its records.

The names are those of `rows`: ``text``, and if they are there ``id``, ``headline``, ``published`` and ``home``. A table without
such a column is no story: its header would be a headline, and its figures would lack all that they count.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from factcheck.disk.decoding import LARGEST, Undecodable, decode, taken
from factcheck.document import Document
from factcheck.readers import Unreadable, rows

_TYPED = ".parquet"
SUFFIXES = (".csv", ".tsv", ".tab", _TYPED)
ONLY_NAMED = SUFFIXES
"""Read where a path names it: in folders of stories tables are something else."""

_KEYS = ("text", "id", "headline", "published", "home")
_DELIMITERS = (",", ";", "\t", "|")
_NONE = "a table without a column called text, which is no story; `factcheck table` checks its rows"


def read(stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    """Give a document, or why there is none, for each record that is not blank."""
    text = Undecodable(_NONE) if path.lower().endswith(_TYPED) else decode(taken(stream), encoding)
    if isinstance(text, Undecodable):
        yield Unreadable(path, path, text.message, byte=text.byte)
        return
    before = csv.field_size_limit(LARGEST)
    try:
        yield from _documents(io.StringIO(text, newline=""), path)
    except csv.Error as fault:
        yield Unreadable(path, path, f"not read: {fault}")
    finally:
        csv.field_size_limit(before)


def _documents(lines: io.StringIO, path: str) -> Iterator[Document | Unreadable]:
    header, delimiter = _header(lines.readline())
    if "text" not in header:
        yield Unreadable(path, path, _NONE)
        return
    records, number = csv.reader(lines, delimiter=delimiter), 2
    for cells in records:
        if any(cell.strip() for cell in cells):
            row = dict(zip(header, cells, strict=False))
            told = {key: row[key] for key in _KEYS if row.get(key, "").strip()}
            yield rows.of_row(told, path, number)
        number = records.line_num + 2


def _header(line: str) -> tuple[list[str], str]:
    """Give the names of the columns in lower case, and the delimiter under which one of them is the text."""
    found = ((next(csv.reader([line], delimiter=delimiter), []), delimiter) for delimiter in _DELIMITERS)
    named = [([name.strip().lower() for name in names], delimiter) for names, delimiter in found]
    return max(named, key=lambda each: ("text" in each[0], len(each[0])))
