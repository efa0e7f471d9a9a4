"""Examples of rules for rows: a small table, its marked cells the places of the finding."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from factcheck.findings import Finding
from factcheck.report import Report
from factcheck.report.records import Summary, cell_at
from factcheck.rules import Rule
from factcheck.rules.examples import Example

EXTRA = "data"
"""What brings the libraries that tables are read with."""
OTHERS = "expected no other rule to speak but those under `also`, got"
Places = list[tuple[int, str]]


def bad(rule: Rule, example: Example, beside: Sequence[Rule]) -> str | None:
    """Expect one finding, in the marked cells, with the words of `says`; and no word of another rule.

    A finding that another rule speaks for is looked for by the rule alone.
    """
    results = every = _results(example.text, beside)
    found = _findings(every, rule)
    if not found:
        results = _results(example.text, [rule])
        found = _findings(results, rule)
    if len(found) != 1:
        return f"expected one finding, got {len(found)}{_told(results)}"
    report, finding = found[0]
    cells = [cell_at(report.document, place.span.start) for place in finding.places]
    places = sorted({(cell.row, cell.column) for cell in cells})
    if places != _marked(example):
        return f"expected the places {_marked(example)}\n     got the places {places}"
    if finding.message != example.says:
        return f"expected the message: {example.says}\n     got the message: {finding.message}"
    known = {rule.name, *example.also}
    others = [f"{f.rule}: {f.message}" for report in _reports(every) for f in report.findings if f.rule not in known]
    return "\n  ".join([OTHERS, *others]) if others else None


def good(rule: Rule, example: Example) -> str | None:
    """Expect silence; and where a word is said to save the table, a finding without it."""
    results = _results(example.text, [rule])
    if any(report.findings for report in _reports(results)):
        return f"expected no finding, got{_told(results)}"
    if example.without is None:
        return None
    unsaved = _results(example.text.replace(example.without, "", 1), [rule])
    if any(finding.rule == rule.name for report in _reports(unsaved) for finding in report.findings):
        return None
    return f"expected a finding without {example.without!r}, got none{_told(unsaved)}"


def _results(text: str, rules: Sequence[Rule]) -> list[object]:
    from factcheck.tables import checking

    return [*checking.check_text(text.strip() + "\n", [rule for rule in rules if rule.serves_rows])]


def _reports(results: Sequence[object]) -> list[Report]:
    return [result for result in results if isinstance(result, Report)]


def _findings(results: Sequence[object], rule: Rule) -> list[tuple[Report, Finding]]:
    return [(report, finding) for report in _reports(results) for finding in report.findings if finding.rule == rule.name]


def _marked(example: Example) -> Places:
    """Give the marked cells, by row and column."""
    text = example.text
    for mark in sorted(example.marks, reverse=True):
        text = f"{text[: mark.start]}[[{text[mark.start : mark.end]}]]{text[mark.end :]}"
    header, *rows = csv.reader(io.StringIO(text.strip()))
    return sorted(
        (at, name) for at, row in enumerate(rows, 1) for name, cell in zip(header, row, strict=True) if re.search(r"\[\[", cell)
    )


def _told(results: Sequence[object]) -> str:
    lines = [f"\n  {finding.rule}: {finding.message}" for report in _reports(results) for finding in report.findings]
    for summary in results:
        if isinstance(summary, Summary):
            lines += [f"\n  {line}" for line in (*summary.relations, *summary.not_checked)]
    return "".join(lines)
