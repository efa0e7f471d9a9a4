"""Markdown for a comment on a pull request or a build's summary: a table of the findings, then the counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from factcheck import notices
from factcheck.findings import SEVERITIES
from factcheck.notices import Notice
from factcheck.readers import Unreadable

if TYPE_CHECKING:
    from factcheck.report import Report
    from factcheck.writers import Options

NAME = "markdown"
ENCODING = "utf-8"

_ACTIVE = re.compile(r"([\\`*_\[\]<>|~&])")
_CALLS = re.compile(r"([@#])(?=\w)")
"""What a code host takes for somebody's name or an issue's number."""
_HEAD = "| where | what | figures | calculation |\n| --- | --- | --- | --- |\n"


def write(reports: Iterable[Report | Unreadable], stream: TextIO, options: Options) -> None:
    """Write a row for each finding as it comes, and a line for each document that could not be read."""
    counts: Counter[str] = Counter()
    unread: list[Unreadable] = []
    for report in reports:
        if isinstance(report, Unreadable):
            unread.append(report)
            continue
        for notice in notices.of(report):
            stream.write(_row(notice) if counts else _HEAD + _row(notice))
            counts[notice.severity] += 1
    stream.write("\n" if counts else "")
    stream.writelines(f"- not read: {_plain(item.path)}: {_plain(item.message)}\n" for item in unread)
    told = ", ".join(f"{counts[severity]:,} {severity}{'' if counts[severity] == 1 else 's'}" for severity in SEVERITIES)
    stream.write(("\n" if unread else "") + f"**factcheck**: {told}\n")


def _row(notice: Notice) -> str:
    where = f"{notice.path}:{notice.spots[0].line}" + (f" ({notice.document})" if notice.document else "")
    figures = ", ".join(f"{spot.quote} ({spot.label})" for spot in notice.spots)
    what = f"**{notice.severity}** {_plain(notice.message)}<br>{_plain(notice.rule)}"
    return f"| {_plain(where)} | {what} | {_plain(figures)} | {_plain(notice.calculation)} |\n"


def _plain(text: str) -> str:
    """Make text that no reader of Markdown takes for markup, a link, a mention or a cell's end."""
    return _CALLS.sub("\\1\u200b", _ACTIVE.sub(r"\\\1", " ".join(text.split())))
