"""A folder of rules or of the lexicon -> its examples, each tried against the checker; no pytest in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import factcheck
from factcheck import extras, lexicon, rules, toml
from factcheck.document import Span
from factcheck.faults import line_of, unreadable
from factcheck.findings import Finding
from factcheck.report import Report
from factcheck.rules import Rule, RuleError
from factcheck.rules.examples import Example, marked
from factcheck.testing import tabular
from factcheck.values import frozen


@frozen
class Case:
    """An example still to be tried: ``problem()`` gives what is wrong with it, or None; ``extra`` brings what it takes."""

    path: Path
    line: int
    label: str
    problem: Callable[[], str | None]
    extra: str | None = None

    @property
    def lacking(self) -> str | None:
        """Say why it cannot be tried here, if it cannot."""
        return extras.lacking("a table", self.extra) if self.extra else None


@frozen
class ExampleResult:
    """An example that was tried: its file, line and label (``bad 1``), and what is wrong with it, if anything.

    ``left_out`` says why it could not be tried.
    """

    path: Path
    line: int
    label: str
    problem: str | None
    left_out: str | None = None


def run(folder: Path) -> Iterator[ExampleResult]:
    """Try each example of a folder.

    Raises:
        RuleError: a file of it is broken.

    """
    for case in cases(folder):
        lacking = case.lacking
        yield ExampleResult(case.path, case.line, case.label, None if lacking else case.problem(), lacking)


def cases(folder: Path) -> list[Case]:
    """Give the examples of a folder; a topic's folder among the bundled rules will do.

    Raises:
        RuleError: a file of it is broken.

    """
    if folder.resolve().name == lexicon.FOLDER.name and any(folder.glob("*.toml")):
        return [case for path in sorted(folder.glob("*.toml")) for case in _of_lexicon(path)]
    bundled = rules.read(rules.BUNDLED)
    inside = folder.resolve().is_relative_to(rules.BUNDLED.resolve())
    tested = [rule for rule in bundled if rule.path.is_relative_to(folder.resolve())] if inside else list(rules.read(folder))
    names = {rule.name for rule in tested}
    beside = [*tested, *(rule for rule in bundled if rule.name not in names)]
    return [case for rule in tested for case in _of_rule(rule, beside)]


def _of_rule(rule: Rule, beside: Sequence[Rule]) -> Iterator[Case]:
    for example in rule.bad:
        extra = tabular.EXTRA if example.tabular else None
        yield Case(rule.path, example.line, example.label, partial(_bad, rule, example, beside), extra)
    for example in rule.good:
        extra = tabular.EXTRA if example.tabular else None
        yield Case(rule.path, example.line, example.label, partial(_good, rule, example), extra)


def _of_lexicon(path: Path) -> Iterator[Case]:
    try:
        text = path.read_text("utf-8")
        table = toml.parse(text)
    except (OSError, ValueError, RecursionError) as error:
        raise RuleError([unreadable(path, error)]) from None
    for name, entry in table.items():
        if isinstance(entry, dict):
            for number, example in enumerate(entry.get("examples", ()), 1):
                line = line_of(text, (name, "examples"))
                yield Case(path, line, f"{name} {number}", partial(_worded, path, name, entry, example))


def _worded(path: Path, name: str, entry: Mapping[str, Any], example: str) -> str | None:
    from factcheck.testing import words

    try:
        text, marks = marked(example)
    except ValueError as fault:
        return f"{fault}: {example}"
    return words.check(path.stem, name, entry, text, marks)


def _bad(rule: Rule, example: Example, beside: Sequence[Rule]) -> str | None:
    """Expect one finding, at the marks, with the words of `says`; and no word of another rule.

    A finding that another rule speaks for is looked for by the rule alone.
    """
    if example.tabular:
        return tabular.bad(rule, example, beside)
    every = _report(example, example.text, beside)
    report = every if any(finding.rule == rule.name for finding in every.findings) else _report(example, example.text, (rule,))
    found = [finding for finding in report.findings if finding.rule == rule.name]
    if len(found) != 1:
        return f"expected one finding, got {len(found)}{_listed(example, found)}{_checks(report)}"
    spans = sorted(place.span for place in found[0].places)
    if spans != sorted(example.marks):
        return f"expected the places {_quotes(example, example.marks)}\n     got the places {_quotes(example, spans)}"
    if found[0].message != example.says:
        return f"expected the message: {example.says}\n     got the message: {found[0].message}"
    known = {rule.name, *example.also}
    others = [finding for finding in every.findings if finding.rule not in known]
    return f"{tabular.OTHERS}{_listed(example, others)}" if others else None


def _good(rule: Rule, example: Example) -> str | None:
    """Expect silence; and where a word is said to save the text, a finding without it."""
    if example.tabular:
        return tabular.good(rule, example)
    found = [finding for finding in _report(example, example.text, (rule,)).findings if finding.rule == rule.name]
    if found:
        return f"expected no finding, got{_listed(example, found)}"
    if example.without is None:
        return None
    report = _report(example, example.unsaved, (rule,))
    if any(finding.rule == rule.name for finding in report.findings):
        return None
    return f"expected a finding without {example.without!r}, got none{_checks(report)}\n  in: {example.unsaved}"


def _report(example: Example, text: str, chosen: Sequence[Rule]) -> Report:
    return factcheck.check(text, published=example.published, headline=example.headline, rules=tuple(chosen))


def _listed(example: Example, findings: Sequence[Finding]) -> str:
    return "".join(
        f"\n  {finding.rule}: {finding.message}\n    at {_quotes(example, [place.span for place in finding.places])}"
        f"\n    {finding.calculation}"
        for finding in findings
    )


def _checks(report: Report) -> str:
    return "".join(f"\n  {check.verdict}: {check.calculation or check.reason}" for check in report.checks)


def _quotes(example: Example, spans: Sequence[Span]) -> str:
    sources = {True: example.headline or "", False: example.text}
    return ", ".join(f"{sources[span.in_headline][span.start : span.end]!r} ({span.start}-{span.end})" for span in sorted(spans))
