"""What editors decide of findings, kept in SQLite: fixed, no problem (with the reason), or a question to the reporter.

A decision is known again by content: the same rule, the same words, and sentences that are still mostly the same. It survives
edits elsewhere, and not a change of the figures. Nothing is kept of a story but the sentences of what was decided.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from factcheck.values import frozen

ACTIONS = ("fixed", "no problem", "ask")
_ALIKE = 0.5
"""Share of their words that two states of a sentence have in common."""
_WORD = re.compile(r"\w+")
_TABLE = """
CREATE TABLE IF NOT EXISTS decisions (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, reason TEXT NOT NULL,
    rule TEXT NOT NULL, message TEXT NOT NULL, words TEXT NOT NULL, sentences TEXT NOT NULL, undone TEXT
);
CREATE INDEX IF NOT EXISTS by_words ON decisions (rule, words);
"""


@frozen
class Decision:
    """One line of the log; ``undone`` is when it was taken back, ISO and UTC as ``at``."""

    number: int
    at: str
    who: str
    action: str
    reason: str
    rule: str
    message: str
    words: tuple[str, ...]
    sentences: tuple[str, ...]
    undone: str | None = None


@frozen
class Book:
    """The file of decisions; it is made when the first is taken."""

    path: Path

    def decide(self, finding: Mapping[str, Any], action: str, reason: str, who: str) -> Decision:
        """Keep a decision.

        Args:
            finding: ``rule``, ``message`` and ``places`` with ``label``, ``quote`` and ``sentence``, as `sheets` gives them.
            action: one of `ACTIONS`.
            reason: why; wanted for ``no problem``.
            who: the editor.

        Raises:
            ValueError: the action is none, or lacks its reason.

        """
        if action not in ACTIONS:
            raise ValueError(f"an action is one of {', '.join(ACTIONS)}")
        if action == "no problem" and not reason.strip():
            raise ValueError("a finding is dismissed with a reason")
        row = (_now(), who, action, reason.strip(), finding["rule"], finding["message"], _words(finding), _sentences(finding))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._opened()) as book, book:
            number = book.execute(
                "INSERT INTO decisions (at, who, action, reason, rule, message, words, sentences)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            ).lastrowid
        return _decision((number, *row, None))

    def undo(self, number: int) -> bool:
        """Take a decision back; it stays in the log. False: there is none of this number, or it was taken back before."""
        if not self.path.exists():
            return False
        with closing(self._opened()) as book, book:
            changed = book.execute("UPDATE decisions SET undone = ? WHERE number = ? AND undone IS NULL", (_now(), number))
            return changed.rowcount == 1

    def known(self, findings: Sequence[Mapping[str, Any]]) -> list[Decision | None]:
        """Give for each finding the last decision that was taken of it."""
        if not self.path.exists():
            return [None] * len(findings)
        with closing(self._opened()) as book:
            return [_last(book, finding) for finding in findings]

    def log(self) -> Iterator[Decision]:
        """Give all decisions, the first first."""
        if self.path.exists():
            with closing(self._opened()) as book:
                yield from map(_decision, book.execute("SELECT * FROM decisions ORDER BY number"))

    def _opened(self) -> sqlite3.Connection:
        book = sqlite3.connect(self.path, timeout=10)
        book.executescript(_TABLE)
        return book


def _last(book: sqlite3.Connection, finding: Mapping[str, Any]) -> Decision | None:
    rows = book.execute(
        "SELECT * FROM decisions WHERE rule = ? AND words = ? AND undone IS NULL ORDER BY number DESC LIMIT 100",
        (finding["rule"], _words(finding)),
    )
    now = [str(place.get("sentence", "")) for place in finding["places"]]
    for decision in map(_decision, rows):
        if len(now) == len(decision.sentences) and all(map(_alike, now, decision.sentences)):
            return decision
    return None


def _alike(one: str, other: str) -> bool:
    """Tell whether two sentences are two states of one: they share half of the words of the longer."""
    ours, theirs = ({word.casefold() for word in _WORD.findall(sentence)} for sentence in (one, other))
    return len(ours & theirs) >= _ALIKE * max(len(ours), len(theirs))


def _decision(row: Sequence[Any]) -> Decision:
    number, at, who, action, reason, rule, message, words, sentences, undone = row
    told = tuple(json.loads(words)), tuple(json.loads(sentences))
    return Decision(number, at, who, action, reason, rule, message, *told, undone)


def _words(finding: Mapping[str, Any]) -> str:
    """Give a finding's labels and quotes, blanks folded, as one string to look up."""
    return json.dumps([f"{place['label']}: {' '.join(str(place['quote']).split())}" for place in finding["places"]])


def _sentences(finding: Mapping[str, Any]) -> str:
    return json.dumps([str(place.get("sentence", "")) for place in finding["places"]])


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
