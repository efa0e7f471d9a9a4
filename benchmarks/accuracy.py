"""Slips found and false alarms: our own stories times single edits, each kept beside its story in `tests/corpora/stories`.

An edit breaks one relation that the story itself shows and names the rule that should see it; a near miss ("silent") looks alike
but leaves a reading that makes it true. A finding is true if one of its places touches the edit of a broken story; all others, on
the stories as they are too, are false. T true and F false ones make the score T x (T / (T + F)) ** 2 of all edits.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from attrs import frozen

from factcheck import check, rules
from factcheck.document import Span
from factcheck.findings import Finding
from factcheck.rules import Rule
from factcheck.rules.examples import marked

STORIES = Path(__file__).parent.parent / "tests" / "corpora" / "stories"
KEPT = 90
"""The score in percent of the edits below which the benchmark fails; raise it when more slips are found."""
SILENT = "silent"
_LOUD = frozenset({"error", "warning"})
_WRAP = re.compile(r"(?<!\n)\n(?!\n)")


@frozen
class Edit:
    """A story with one edit: its text, where the edit stands in it, and the rule that must speak, or ``silent``."""

    story: str
    text: str
    place: Span
    published: dt.date
    rule: str
    change: str


@frozen
class Result:
    """Edits by rule, those found, near misses, and every false finding and missed edit in words."""

    edits: Counter[str]
    found: Counter[str]
    near: int
    alarms: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def score(self) -> float:
        """Give T x (T / (T + F)) ** 2 in percent of all edits."""
        true, false = self.found.total(), len(self.alarms)
        return 100 * true * (true / (true + false)) ** 2 / self.edits.total() if true else 0.0


def run() -> list[str]:
    """Give recall by rule, alarms and the score."""
    result = measure()
    recall = [f"{rule:<36} {result.found[rule]:>3} of {total}" for rule, total in sorted(result.edits.items())]
    totals = f"{result.found.total()} of {result.edits.total()} slips found, {len(result.alarms)} false findings"
    verdict = "within" if passes() else "BELOW"
    return [
        *recall,
        *(f"FALSE {alarm}" for alarm in result.alarms),
        f"{totals} in {result.near} near misses and {len(_names())} stories",
        f"{'accuracy score':<34} {result.score:8.1f}  {verdict} {KEPT:g}",
    ]


def passes() -> bool:
    """Tell whether the score is what it was or better."""
    return measure().score >= KEPT


@cache
def measure() -> Result:
    """Check every story as it is and with each of its edits."""
    chosen = rules.load()
    edits, found, near = Counter[str](), Counter[str](), 0
    alarms, missed = [], []
    for name in _names():
        whole, published, edited = _story(name)
        known = {finding.message for finding in _findings(whole, published, chosen)}
        alarms += [f"{name}: {message}" for message in sorted(known)]
        for edit in edited:
            new = [finding for finding in _findings(edit.text, published, chosen) if finding.message not in known]
            true = [finding for finding in new if edit.rule != SILENT and _touches(finding, edit.place)]
            alarms += [f"{name}, {edit.change}: {finding.message}" for finding in new if finding not in true]
            near += edit.rule == SILENT
            if edit.rule != SILENT:
                edits[edit.rule] += 1
                found[edit.rule] += bool(true)
                missed += [] if true else [f"{edit.rule}: {name}, {edit.change}"]
    return Result(edits, found, near, tuple(alarms), tuple(missed))


def _names() -> list[str]:
    return sorted(path.stem for path in STORIES.glob("*.toml"))


def _story(name: str) -> tuple[str, dt.date, list[Edit]]:
    """Read a story and its edits.

    Raises:
        ValueError: what an edit looks for is not told just once.

    """
    fields = tomllib.loads((STORIES / f"{name}.toml").read_text("utf-8"))
    text, _ = marked(f"{fields['headline']}\n\n{_WRAP.sub(' ', fields['text'].strip())}\n")
    return text, fields["published"], list(_edits(name, text, fields["published"], fields.get("edits", [])))


def _edits(name: str, text: str, published: dt.date, stated: list[list[str]]) -> Iterator[Edit]:
    for old, new, rule in stated:
        if text.count(old) != 1:
            raise ValueError(f"{name}: {old!r} is told {text.count(old)} times")
        start = text.index(old)
        changed = text[:start] + new + text[start + len(old) :]
        yield Edit(name, changed, Span(start, start + len(new)), published, rule, f"{old} -> {new}")


def _findings(text: str, published: dt.date, chosen: tuple[Rule, ...]) -> list[Finding]:
    return [finding for finding in check(text, published=published, rules=chosen).findings if finding.severity in _LOUD]


def _touches(finding: Finding, place: Span) -> bool:
    return any(part.span.start < place.end and place.start < part.span.end for part in finding.places)
