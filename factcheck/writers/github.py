"""GitHub's workflow commands: an annotation for each finding, the worst first, then a summary.

GitHub shows ten annotations of a level in a step; what is more is told in the summary, so that none is lost in silence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from factcheck.findings import SEVERITIES
from factcheck.report import notices
from factcheck.report.notices import Notice
from factcheck.writers.console.harmless import harmless

if TYPE_CHECKING:
    from factcheck.writers import Item, Options

NAME = "github"
ENCODING = "utf-8"
ROWS = True  # it writes records of tables too

MOST = 10
_LINE = re.compile(r"[^\r\n]+")
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def write(reports: Iterable[Item], stream: TextIO, options: Options) -> None:
    """Write the annotations when all documents are read, since the worst come first."""
    found: list[Notice] = []
    for told in notices.told(reports):
        if isinstance(told, Notice):
            found.append(told)
        else:
            line = {} if told.line is None else {"line": str(told.line)}
            stream.write(_command("error", told.message, file=told.path, title="not read", **line))
    counts: Counter[str] = Counter()
    for notice in sorted(found, key=lambda notice: SEVERITIES.index(notice.severity)):
        counts[notice.severity] += 1
        if counts[notice.severity] <= MOST:
            stream.write(_annotation(notice))
    stream.write(_summary(counts))


def _annotation(notice: Notice) -> str:
    spot = notice.spots[0]
    columns = {} if spot.offset is None else {"col": str(spot.column), "endColumn": str(spot.end_column)}
    return _command(
        _COMMANDS[notice.severity],
        "\n".join(filter(None, (notice.message, notice.calculation))),
        file=notice.path,
        line=str(spot.line),
        endLine=str(spot.end_line),
        **(columns if spot.line == spot.end_line else {}),
        title=notice.rule,
    )


def _command(name: str, message: str, **properties: str) -> str:
    given = ",".join(f"{key}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items())
    return f"::{name} {given}::{_escaped(message)}\n"


def _escaped(text: str) -> str:
    shown = _LINE.sub(lambda line: harmless(line[0]), text)
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _summary(counts: Counter[str]) -> str:
    told = notices.counted(counts)
    hidden = sum(max(0, counts[severity] - MOST) for severity in SEVERITIES)
    return f"factcheck: {told}{f'; {hidden:,} more than are annotated' if hidden else ''}\n"
