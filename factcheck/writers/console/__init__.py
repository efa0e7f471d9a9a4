"""For people at a terminal: each finding with its words underlined, and a summary line.

Nothing of rich is imported until there is something to show, so that a clean story stays cheap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from factcheck.readers import Unreadable
from factcheck.report import Report
from factcheck.writers.console import summary

if TYPE_CHECKING:
    from factcheck.writers import Item, Options

NAME = "console"
ENCODING = None
ROWS = True  # it writes records of tables too


def write(reports: Iterable[Item], stream: TextIO, options: Options) -> None:
    """Write what each report has to say, then the counts.

    Colours only on a terminal (``NO_COLOR`` and ``FORCE_COLOR`` are obeyed); as wide as the terminal, else 100 cells.
    """
    counts: Counter[str] = Counter()
    for report in reports:
        summary.count(counts, report)
        if isinstance(report, Report) and _has_news(report, options):
            from factcheck.writers.console import page

            stream.write(page.written(report, stream, options))
            stream.flush()
        elif not isinstance(report, Report | Unreadable):
            from factcheck.writers.console import page

            stream.write(page.closing(report, stream, options))
    stream.write(summary.line(counts, options) + "\n")


def _has_news(report: Report, options: Options) -> bool:
    if options.extract_only:
        return bool(report.claims)
    return bool(report.findings or options.verbose or options.strict)
