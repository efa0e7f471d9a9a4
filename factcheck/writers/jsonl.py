"""One line of JSON per document, in the order of the input: the contract's format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from factcheck.report import Report, as_dict, error_as_dict

if TYPE_CHECKING:
    from factcheck.readers import Unreadable
    from factcheck.writers import Options

NAME = "jsonl"
ENCODING = "utf-8"  # RFC 8259, 8.1: JSON between systems is UTF-8, whatever the terminal is set to


def write(reports: Iterable[Report | Unreadable], stream: TextIO, options: Options) -> None:
    """Write each report as soon as it is there: a reader further down the pipe need not wait for the last."""
    for report in reports:
        stream.write(line(report, options) + "\n")
        stream.flush()


def line(report: Report | Unreadable, options: Options) -> str:
    """Give one document's JSON, without a line break."""
    import json  # every run looks at every writer; most write no JSON

    values = as_dict(report, extract_only=options.extract_only) if isinstance(report, Report) else error_as_dict(report)
    return json.dumps(values, ensure_ascii=False)
