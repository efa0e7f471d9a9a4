"""One line of JSON per document, in the order of the input: the contract's format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from factcheck.report import Report
from factcheck.report.plain import error_as_dict, head, sections

if TYPE_CHECKING:
    from factcheck.readers import Unreadable
    from factcheck.report.records import Summary
    from factcheck.writers import Item, Options

NAME = "jsonl"
ENCODING = "utf-8"  # RFC 8259, 8.1: JSON between systems is UTF-8, whatever the terminal is set to
ROWS = True  # it writes records of tables too


def write(reports: Iterable[Item], stream: TextIO, options: Options) -> None:
    """Write each report as soon as it is there: a reader further down the pipe need not wait for the last."""
    for report in reports:
        stream.writelines(pieces(report, options))
        stream.write("\n")
        stream.flush()


def _as_line(item: Unreadable | Summary) -> dict[str, Any]:
    from factcheck.report import records  # a run over stories has none

    if isinstance(item, records.Summary):
        return records.summary_as_dict(item)
    return records.error_as_line(item) if isinstance(item, records.UnreadableRecord) else error_as_dict(item)


def pieces(report: Item, options: Options) -> Iterator[str]:
    """Give one document's JSON, without a line break, piece by piece: a long report need not be held as text."""
    from json import JSONEncoder  # every run looks at every writer; most write no JSON

    encode = JSONEncoder(ensure_ascii=False).encode
    if not isinstance(report, Report):
        yield encode(_as_line(report))
        return
    if report.document.record is not None:
        from factcheck.report.records import record_as_dict

        yield encode(record_as_dict(report))
        return
    yield encode(head(report))[:-1]
    for name, values in sections(report, extract_only=options.extract_only):
        yield f', "{name}": ['
        for at, value in enumerate(values):
            yield (", " if at else "") + encode(value)
        yield "]"
    yield "}"
