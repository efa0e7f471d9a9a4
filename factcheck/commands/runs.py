"""What a run is asked for, how it makes each report, and what became of the dismissals that it was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from attrs import define, field

from factcheck import readers
from factcheck.check import check_document
from factcheck.commands import selection, settings
from factcheck.commands.settings import Settings
from factcheck.document import Document
from factcheck.readers import Unreadable
from factcheck.report import Report, dismissals
from factcheck.report.dismissals import Dismissal, Faulty
from factcheck.rules import Rule
from factcheck.values import evolve, frozen

if TYPE_CHECKING:
    from factcheck.writers import Writer

_MOST = 100
"""Comments of a document of which it is told that they dismiss nothing: to look for the rule that was meant takes time."""


@frozen
class Asked:
    """What the command line says of a run; None and nothing: what the settings say."""

    paths: tuple[str, ...]
    formats: tuple[tuple[Writer, str | None], ...]
    output: str | None = None
    published: dt.date | None = None
    encoding: str | None = None
    home: str | None = None
    jobs: int = 1
    config: str | None = None
    isolated: bool = False
    looked_for: Callable[[], Collection[str]] = tuple
    """Gives the suffixes of what is read in folders."""
    beside: tuple[str, ...] = ()
    """Files that the run reads or keeps besides: its settings, a baseline, a mapping, a copy with comments."""

    def settings(self) -> Settings:
        """Find the settings; what the command line says goes before them."""
        found = settings.found(self.config, self.isolated)
        return evolve(found, encoding=self.encoding or found.encoding, home=self.home or found.home)

    def keeping(self, chosen: Settings, *others: str | None) -> Asked:
        """Take up the files that the run reads or keeps beside what it checks: no output may take the place of one."""
        files = (str(chosen.file or ""), *others)
        return evolve(self, beside=tuple(filter(None, files)))

    def documents(self, chosen: Settings) -> Iterator[Document | Unreadable]:
        """Read the documents."""
        for item in readers.documents(self.paths, chosen.encoding, self.published):
            yield evolve(item, home=item.home or chosen.home) if isinstance(item, Document) else item


@frozen
class Checker:
    """What makes a document's report: the rules, those for its path, and what is dismissed."""

    rules: tuple[Rule, ...]
    settings: Settings

    def __call__(self, item: Document | Unreadable) -> Report | Unreadable:
        """Check one document."""
        return reported(item, self._checked)

    def _checked(self, document: Document) -> Report:
        report = check_document(document, self.settings.chosen(self.rules, document.path))
        own = [each for each in dismissals.comments(report.document) if isinstance(each, Dismissal)]
        return dismissals.dismiss(report, (*own, *self.settings.dismissing(document.path)))


@define
class Watch:
    """The dismissals of a run: which of them were needed, and which are written wrongly.

    ``rules`` are all that there are, ``asked`` those that the run asks: what others would find nobody can miss.
    """

    rules: tuple[Rule, ...]
    asked: tuple[Rule, ...]
    settings: Settings
    used: set[str] = field(factory=set)
    said: list[str] = field(factory=list)
    needed: set[str] = field(factory=set)
    checked: set[str] = field(factory=set)

    def watched(self, reports: Iterable[Report | Unreadable]) -> Iterator[Report | Unreadable]:
        """Pass the reports on, and note what was dismissed in them."""
        for report in reports:
            if isinstance(report, Report):
                self.note(report)
                self.note_file(report.document.path)
                self.said += self._of_comments(report.document)
            yield report

    def note(self, report: Report) -> None:
        """Take note of what was dismissed in a report."""
        self.used |= {gone.where for gone in report.dismissed}

    def note_file(self, path: str) -> None:
        """Take note of the dismissals in the settings that a file and its rules could have needed."""
        if path not in self.checked:
            self.checked.add(path)
            self.needed |= {each.where for each in self.settings.dismissing(path) if self._is_asked(each, path)}

    def left_out(self, path: str) -> frozenset[str]:
        """Give the rules that the run does not ask of a file."""
        asked = {rule.name for rule in self.settings.chosen(self.asked, path)}
        return frozenset(rule.name for rule in self.rules if rule.name not in asked)

    def complaints(self) -> Iterator[str]:
        """Give a line for each dismissal that dismisses nothing, where something was looked for that it could dismiss."""
        yield from self.said
        idle = [each.where for each in self.settings.dismissals if each.where in self.needed and each.where not in self.used]
        yield from (f"{where}: nothing was found that this dismisses" for where in idle)

    def _is_asked(self, dismissal: Dismissal, path: str) -> bool:
        asked = self.settings.chosen(self.asked, path)
        return dismissal.rule is None or any(selection.fits(rule.name, dismissal.rule) for rule in asked)

    def _of_comments(self, document: Document) -> Iterator[str]:
        """Give a line for each comment that dismisses nothing; of very many the first ones."""
        found = self._of_each(document)
        yield from islice(found, _MOST)
        if next(found, None) is not None:
            yield f"{document.path}: more comments dismiss nothing; the first {_MOST} are told"

    def _of_each(self, document: Document) -> Iterator[str]:
        for each in dismissals.comments(document):
            if isinstance(each, Faulty):
                yield f"{each.where}: {each.message}"
            elif not any(selection.fits(rule.name, each.rule or "") for rule in self.rules):
                yield f"{each.where}: no rule is called {each.rule!r}{selection.nearest(each.rule or '', self.rules)}"
            elif each.where not in self.used and self._is_asked(each, document.path):
                yield f"{each.where}: nothing was found that this dismisses"


def reported(item: Document | Unreadable, report: Callable[[Document], Report]) -> Report | Unreadable:
    """Report a document; one that brings the checker down costs the others nothing, and is told as what it is: our fault."""
    if isinstance(item, Unreadable):
        return item
    try:
        return report(item)
    except Exception as fault:
        return Unreadable(item.path, item.id, readers.brought_down(fault))
