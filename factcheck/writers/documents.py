"""One JSON value for the whole run: ``{"schema": 1, "documents": [...]}``, a line for each document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from factcheck.report.plain import SCHEMA
from factcheck.writers import jsonl

if TYPE_CHECKING:
    from factcheck.writers import Item, Options

NAME = "json"
ENCODING = jsonl.ENCODING
ROWS = True  # it writes records of tables too


def write(reports: Iterable[Item], stream: TextIO, options: Options) -> None:
    """Write the documents one by one, so that a long run needs no memory for them."""
    stream.write(f'{{"schema": {SCHEMA}, "documents": [')
    before = "\n"
    for report in reports:
        stream.write(before)
        stream.writelines(jsonl.pieces(report, options))
        before = ",\n"
    stream.write("\n]}\n")
