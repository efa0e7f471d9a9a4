"""Markdown for a comment on a pull request or a build's summary: a table of the findings, then the counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from factcheck.readers import Unreadable
from factcheck.report import notices
from factcheck.report.notices import Notice
from factcheck.writers.console.harmless import harmless

if TYPE_CHECKING:
    from factcheck.writers import Item, Options

NAME = "markdown"
ENCODING = "utf-8"
ROWS = True  # it writes records of tables too

_ACTIVE = re.compile(r"([\\`*_\[\]<>|~&])")
_CALLS = re.compile(r"([@#])(?=\w)")
"""What a code host takes for somebody's name or an issue's number."""
_HEAD = "| where | what | figures | calculation |\n| --- | --- | --- | --- |\n"


def write(reports: Iterable[Item], stream: TextIO, options: Options) -> None:
    """Write a row for each finding as it comes, and a line for each document that could not be read."""
    counts: Counter[str] = Counter()
    unread: list[Unreadable] = []
    for told in notices.told(reports):
        if isinstance(told, Notice):
            stream.write(_row(told) if counts else _HEAD + _row(told))
            counts[told.severity] += 1
        else:
            unread.append(told)
    stream.write("\n" if counts else "")
    stream.writelines(f"- not read: {_plain(_unread(item))}: {_plain(item.message)}\n" for item in unread)
    summary = notices.counted(counts)
    stream.write(("\n" if unread else "") + f"**factcheck**: {summary}\n")


def _unread(item: Unreadable) -> str:
    return item.path if item.line is None else f"{item.path}:{item.line}"


def _row(notice: Notice) -> str:
    where = f"{notice.path}:{notice.spots[0].line}" + (f" ({notice.document})" if notice.document else "")
    figures = ", ".join(f"{spot.quote} ({spot.label})" for spot in notice.spots)
    what = f"**{notice.severity}** {_plain(notice.message)}<br>{_plain(notice.rule)}"
    return f"| {_plain(where)} | {what} | {_plain(figures)} | {_plain(notice.calculation)} |\n"


def _plain(text: str) -> str:
    """Make text that no reader of Markdown takes for markup, a link, a mention or a cell's end."""
    return _CALLS.sub("\\1\u200b", _ACTIVE.sub(r"\\\1", harmless(" ".join(text.split()))))
