"""The baseline: findings that a newsroom has taken note of, kept in a file by fingerprint, so that only new ones are told.

It shrinks by itself: what a run looks for and no longer finds leaves the file, and cannot come back unseen.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from os.path import normpath
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import asdict, define, field

from factcheck import disk
from factcheck.commands import destination
from factcheck.readers import Unreadable
from factcheck.report import Report, notices
from factcheck.report.dismissals import Dismissal, dismiss
from factcheck.report.records import Summary
from factcheck.values import frozen

SCHEMA = 1
REASON = "in the baseline"

Told = TypeVar("Told")
"""A report, or what stands beside reports: the unreadable, a table's summary."""

_MOST_BYTES = 100_000_000


@frozen
class Entry:
    """A finding that is known: its fingerprint, and for people its rule, its file and its message."""

    fingerprint: str
    rule: str
    path: str
    message: str


@define
class Baseline:
    """The entries of a file, and what a run has seen of them; ``grows``: it takes up all that is found.

    ``left_out`` gives the rules that the run does not ask of a file: what they would find is not gone.
    """

    path: str
    entries: dict[str, Entry]
    grows: bool
    left_out: Callable[[str], Collection[str]]
    checked: dict[str, Collection[str]] = field(factory=dict)
    torn: set[str] = field(factory=set)
    seen: dict[str, Entry] = field(factory=dict)

    @property
    def dismissals(self) -> tuple[Dismissal, ...]:
        """What the entries dismiss."""
        if self.grows:
            return (Dismissal(self.path, REASON),)
        return tuple(Dismissal(self.path, REASON, entry.rule, fingerprint=entry.fingerprint) for entry in self.entries.values())

    def without_known(self, reports: Iterable[Report | Unreadable]) -> Iterator[Report | Unreadable]:
        """Note what was found in the reports, and take out of them what the entries dismiss."""
        known = self.dismissals
        for report in self.watched(reports):
            yield dismiss(report, known) if isinstance(report, Report) else report

    def watched(self, reports: Iterable[Told]) -> Iterator[Told]:
        """Pass the reports on as they are, and note what was found in them."""
        for report in reports:
            if isinstance(report, Report):
                self._note(report.document.path)
                self.seen |= {n.fingerprint: Entry(n.fingerprint, n.rule, n.path, n.message) for n in notices.of(report)}
            elif isinstance(report, Summary):  # a table without findings has no reports
                self._note(report.path)
            elif isinstance(report, Unreadable):
                self.torn.add(normpath(report.path))
            yield report

    def _note(self, path: str) -> None:
        """Take note that a file was checked, and of the rules that it was not asked by."""
        if normpath(path) not in self.checked:
            self.checked[normpath(path)] = self.left_out(path)

    def keep(self) -> int:
        """Write the file anew where it changes; give how many entries have left it.

        Entries that were not looked for stay: of files that were not checked, or not wholly read, and of rules left out.

        Raises:
            OSError: it cannot be written; the file is then as it was.

        """
        kept = {key: entry for key, entry in self.entries.items() if key in self.seen or not self._looked_for(entry)}
        if self.grows:
            kept = self.seen | kept
        gone = len(self.entries.keys() - kept.keys())
        if kept.keys() != self.entries.keys() or (self.grows and not Path(self.path).exists()):
            _write(self.path, kept.values())
        return gone

    def _looked_for(self, entry: Entry) -> bool:
        path = normpath(entry.path)
        return path in self.checked and path not in self.torn and entry.rule not in self.checked[path]


def read(path: str, *, grows: bool, left_out: Callable[[str], Collection[str]]) -> Baseline:
    """Read a baseline; where there is no file yet, one that grows begins empty.

    Args:
        path: the file.
        grows: whether it takes up all that is found.
        left_out: gives the names of the rules that the run does not ask of a file.

    Raises:
        click.ClickException: there is no such file, or it is no baseline.

    """
    try:
        data = json.loads(disk.whole(path, _MOST_BYTES))
        entries = [_entry(each) for each in data["findings"]]
    except FileNotFoundError:
        if grows:
            return Baseline(path, {}, grows, left_out)
        raise click.ClickException(f"{path}: no such baseline; --update-baseline begins one") from None
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise click.ClickException(f"{path}: not a baseline of factcheck") from error
    return Baseline(path, {entry.fingerprint: entry for entry in entries}, grows, left_out)


def _entry(each: dict[str, Any]) -> Entry:
    values = [each[key] for key in ("fingerprint", "rule", "path", "message")]
    if not all(isinstance(value, str) for value in values):
        raise TypeError
    return Entry(*values)


def _write(path: str, entries: Iterable[Entry]) -> None:
    ordered = sorted(entries, key=lambda entry: (entry.path, entry.rule, entry.fingerprint))
    rows = [json.dumps(asdict(entry), ensure_ascii=False) for entry in ordered]
    with destination.opened(path, "utf-8") as stream:
        stream.write(f'{{"schema": {SCHEMA}, "findings": [\n' + ",\n".join(rows) + "\n]}\n")
