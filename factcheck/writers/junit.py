"""JUnit XML, as build servers read it: a suite for each document, a test for each relation that was checked or failed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO
from xml.etree.ElementTree import Element, SubElement, tostring

from factcheck.readers import Unreadable
from factcheck.report import notices
from factcheck.report.records import Summary, UnreadableRecord

if TYPE_CHECKING:
    from factcheck.report import Report
    from factcheck.writers import Item, Options

NAME = "junit"
ENCODING = "utf-8"
ROWS = True  # it writes records of tables too

_ILLEGAL = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2)."""


def write(reports: Iterable[Item], stream: TextIO, options: Options) -> None:
    """Write each document's suite as it comes."""
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factcheck">\n')
    for result in reports:
        suite = _of(result)
        stream.write(tostring(suite, encoding="unicode") + "\n")
    stream.write("</testsuites>\n")


def _of(result: Item) -> Element:
    if isinstance(result, Summary):
        return _table(result)
    return _unread(result) if isinstance(result, Unreadable) else _suite(result)


def _table(summary: Summary) -> Element:
    """Give a table the relations that all its rows keep; those that a row breaks stand with the row."""
    name = _legal(summary.path)
    kept = [told for told in summary.relations if not any(f"({rule}:" in told for rule in summary.rules)]
    held = kept or ["no relation that all rows keep"]
    suite = Element("testsuite", name=name, tests=str(len(held)), failures="0", errors="0", skipped="0")
    for relation in held:
        SubElement(suite, "testcase", classname=name, name=_legal(relation))
    return suite


def _suite(report: Report) -> Element:
    document = report.document
    name = _legal(document.path if document.id in ("", document.path) else f"{document.path}#{document.id}")
    held = sorted({check.rule for check in report.checks if check.verdict in ("holds", "may hold")})
    tests = max(1, len(held) + len(report.findings))
    suite = Element("testsuite", name=name, tests=str(tests), failures=str(len(report.findings)), errors="0", skipped="0")
    for rule in held or ([] if report.findings else ["no relation to check"]):
        SubElement(suite, "testcase", classname=name, name=rule)
    for notice in notices.of(report):
        case = SubElement(suite, "testcase", classname=name, name=f"{notice.rule} at line {notice.spots[0].line}")
        failure = SubElement(case, "failure", type=notice.severity, message=_legal(notice.message))
        quotes = [f"{spot.label}, line {spot.line}: {spot.quote}" for spot in notice.spots]
        failure.text = _legal("\n".join(filter(None, (notice.calculation, *quotes, notice.why))))
    return suite


def _unread(unreadable: Unreadable) -> Element:
    place = "" if unreadable.line is None else f":{unreadable.line}"
    name = _legal(unreadable.path + place if isinstance(unreadable, UnreadableRecord) else unreadable.id or unreadable.path)
    suite = Element("testsuite", name=name, tests="1", failures="0", errors="1", skipped="0")
    case = SubElement(suite, "testcase", classname=name, name="not read")
    SubElement(case, "error", type="unreadable", message=_legal(unreadable.message))
    return suite


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
