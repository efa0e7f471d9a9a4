"""The front matter of a Markdown file -> its end, the title and the day of publication.

YAML between ``---``, TOML between ``+++``: of either only plain lines with a key and a value are read.
"""

from __future__ import annotations

import datetime as dt
import re

from factcheck.layout.mastheads import date_line
from factcheck.values import frozen

_OPENED = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(?=\s*[\"']?[\w.-]+[\"']?[ \t]*[:=])")
_CLOSED = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*\r?$", re.MULTILINE),
}
_SAID = re.compile(
    r"""^["']?(?P<key>title|date|published)["']?[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)""", re.MULTILINE | re.IGNORECASE
)
_QUOTED = re.compile(r"""(?P<mark>["'])(?P<words>.*)(?P=mark)[ \t]*(?:#.*)?""")
_BLOCK_STYLE = re.compile(r"[|>][-+\d]*")
_ISO = len("2025-04-30")


@frozen
class Matter:
    """Where front matter ends (0: there is none), and what it says."""

    end: int = 0
    title: str | None = None
    day: dt.date | None = None


def matter(text: str) -> Matter:
    """Read the front matter of a text; ``published`` is a better day than ``date``."""
    opened = _OPENED.match(text)
    closed = _CLOSED[opened[1]].search(text, opened.end()) if opened else None
    if opened is None or closed is None:
        return Matter()
    said = {found["key"].lower(): _value(found["value"]) for found in _SAID.finditer(text, opened.end(), closed.start())}
    days = [_day(said[key]) for key in ("published", "date") if key in said]
    return Matter(closed.end(), said.get("title") or None, next((day for day in days if day), None))


def _value(written: str) -> str:
    """Take a value out of its quotation marks, or away from the comment behind it."""
    quoted = _QUOTED.fullmatch(written.strip())
    if quoted is None:
        bare = re.split(r"[ \t]#", written, maxsplit=1)[0].strip()
        return "" if _BLOCK_STYLE.fullmatch(bare) else bare
    return quoted["words"].replace("''", "'") if quoted["mark"] == "'" else quoted["words"].replace('\\"', '"')


def _day(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:_ISO])
    except ValueError:
        dated = date_line(value)
        return dated.day if dated else None
