"""The whole way: text in, report out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from factcheck import constraints, findings, joint, mentions, readers, rules, story, verdicts
from factcheck.claims import reading
from factcheck.document import Document
from factcheck.report import Report, origins
from factcheck.rules import Rule
from factcheck.values import frozen


def check(
    text: str,
    *,
    published: dt.date | str | None = None,
    headline: str | None = None,
    rules: Sequence[Rule] | Path | str | None = None,
) -> Report:
    """Check a text.

    Args:
        text: the story; its headline may stand first, before a blank line.
        published: the publication date, also as an ISO string.
        headline: the headline, where it is known; it may begin the text or stand apart from it.
        rules: rules to check by, or a folder whose rules are added to the bundled ones; the bundled ones if None.

    Raises:
        ValueError: the date is no ISO date.
        rules.RuleError: a rule of the folder is broken.

    """
    return check_document(_document(text, published, headline), _rules(rules))


def extract(text: str, *, published: dt.date | str | None = None, headline: str | None = None) -> Report:
    """Read a text's claims, hedges and sources, and set nothing against anything.

    Raises:
        ValueError: the date is no ISO date.

    """
    return extract_document(_document(text, published, headline))


@frozen
class Steps:
    """The steps of the way that take most of the time; whoever checks a text again and again may give what remembers them.

    ``see`` gives a sentence's mentions, ``make`` the claim of a figure, ``weigh`` what a rule says of figures.
    """

    see: mentions.See = mentions.find
    make: reading.Make = reading.claim
    weigh: verdicts.Weigh = verdicts.weigh


def check_document(document: Document, chosen: Sequence[Rule], steps: Steps | None = None) -> Report:
    """Take a document the whole way; where it was taken out of a source, the report's spans count in that source.

    Args:
        document: what a reader made.
        chosen: the rules.
        steps: what does the steps, if it is not what is usual.

    """
    steps = steps or Steps()
    told = story.tell(document, reading.read(document, steps.see, steps.make))
    judged = [verdicts.judge(constraint, told, steps.weigh) for constraint in constraints.bind(chosen, told)]
    judged += joint.find(chosen, told, judged)
    found = findings.find(judged, told)
    return origins.in_source(Report(document, found, tuple(findings.checks(judged)), told.hedges, told.sources, told.claims))


def extract_document(document: Document) -> Report:
    """Take a document as far as its story."""
    told = story.tell(document, reading.read(document), inheriting=True)
    return origins.in_source(Report(document, hedges=told.hedges, sources=told.sources, claims=told.claims))


def _document(text: str, published: dt.date | str | None, headline: str | None) -> Document:
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    day = day.date() if isinstance(day, dt.datetime) else day  # which is a date, too, but is compared with none
    return readers.from_text(text, published=day, headline=headline)


def _rules(chosen: Sequence[Rule] | Path | str | None) -> Sequence[Rule]:
    if chosen is None:
        return rules.load()
    if isinstance(chosen, str | Path):
        return rules.load([Path(chosen)])
    return chosen
