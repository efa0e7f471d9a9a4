"""Examples in rule and lexicon files: texts whose ``[[marked]]`` words are the places that are meant.

A text with marks, or a table of a rule file, goes in; the plain text and its spans come out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from factcheck.document import Span
from factcheck.values import frozen

_MARK = re.compile(r"\[\[|\]\]")


@frozen
class Example:
    """One example of a rule: ``bad`` (the rule must speak) or ``good`` (it must be silent), counted from 1.

    ``says`` is the message expected of a bad one, ``also`` the other rules that may speak of it. ``without`` is the word that
    saves a good one. The text of a ``tabular`` one is a small table, as a file of comma-separated values.
    """

    verdict: str
    number: int
    line: int
    text: str
    marks: tuple[Span, ...] = ()
    headline: str | None = None
    published: dt.date | None = None
    says: str = ""
    also: tuple[str, ...] = ()
    without: str | None = None
    why: str = ""
    tabular: bool = False

    @property
    def label(self) -> str:
        """Its name among the examples of its rule: ``bad 1``."""
        return f"{self.verdict} {self.number}"

    @property
    def unsaved(self) -> str:
        """The text without the word that saves it, and without the blank after that."""
        return re.sub(rf"{re.escape(self.without or '')}[ \t\n]?", "", self.text, count=1)


def example(verdict: str, number: int, line: int, table: Mapping[str, Any]) -> Example:
    """Make an example of its table in a rule file, which must be well formed."""
    text, marks = marked(table["table" if "table" in table else "text"])
    headline, above = marked(table.get("headline", ""), in_headline=True)
    published = table.get("published")
    return Example(
        verdict=verdict,
        number=number,
        line=line,
        text=text,
        marks=above + marks,
        headline=headline or None,
        published=None if published is None else dt.date.fromisoformat(published),
        says=table.get("says", ""),
        also=tuple(table.get("also", ())),
        without=table.get("without"),
        why=table.get("why", ""),
        tabular="table" in table,
    )


def marked(text: str, *, in_headline: bool = False) -> tuple[str, tuple[Span, ...]]:
    """Take the marks out of a text; give it and the spans they stood about.

    Raises:
        ValueError: the marks do not pair.

    """
    plain, marks, last, start = "", [], 0, -1
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        last = mark.end()
        if (mark[0] == "[[") != (start < 0):
            raise ValueError("[[ and ]] do not pair")
        if mark[0] == "]]":
            marks.append(Span(start, len(plain), in_headline))
        start = len(plain) if mark[0] == "[[" else -1
    if start >= 0:
        raise ValueError("[[ and ]] do not pair")
    return plain + text[last:], tuple(marks)
