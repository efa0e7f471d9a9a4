"""SARIF 2.1.0 (OASIS): one run with all findings, for code hosts and editors that show such logs."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from factcheck.readers import Unreadable
from factcheck.report import notices
from factcheck.report.notices import Notice, Spot
from factcheck.version import version

if TYPE_CHECKING:
    from factcheck.writers import Item, Options

NAME = "sarif"
ENCODING = "utf-8"
ROWS = True  # it writes records of tables too

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "factcheck/v1"


def write(reports: Iterable[Item], stream: TextIO, options: Options) -> None:
    """Write the log when all documents are read: its rules stand before its results."""
    import json

    results: list[Notice] = []
    unread: list[Unreadable] = []
    for told in notices.told(reports):
        if isinstance(told, Notice):
            results.append(told)
        else:
            unread.append(told)
    json.dump(_log(results, unread), stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def _log(results: list[Notice], unread: list[Unreadable]) -> dict[str, Any]:
    rules = {notice.rule: notice for notice in sorted(results, key=lambda notice: notice.rule)}
    places = {rule: at for at, rule in enumerate(rules)}
    driver = {"name": "factcheck", "version": version(), "rules": [_rule(notice) for notice in rules.values()]}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": not unread, "toolExecutionNotifications": [*map(_notification, unread)]}],
                "results": [_result(notice, places[notice.rule]) for notice in results],
            }
        ],
    }


def _rule(notice: Notice) -> dict[str, Any]:
    title = notice.rule.rpartition("/")[2].replace("-", " ")
    return {"id": notice.rule, "shortDescription": {"text": title}, "fullDescription": {"text": notice.why or title}}


def _result(notice: Notice, at: int) -> dict[str, Any]:
    text = notice.message + (f"\n{notice.calculation}" if notice.calculation else "")
    return {
        "ruleId": notice.rule,
        "ruleIndex": at,
        "level": notice.severity,
        "message": {"text": text},
        "locations": [_location(notice, spot) for spot in notice.spots[:1]],
        "relatedLocations": [
            {"id": number} | _location(notice, spot) | {"message": {"text": f"{spot.label}: {spot.quote}"}}
            for number, spot in enumerate(notice.spots[1:], 1)
        ],
        "partialFingerprints": {FINGERPRINT: notice.fingerprint},
    }


def _location(notice: Notice, spot: Spot) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": spot.line}
    if spot.offset is not None:
        region |= {"startColumn": spot.column, "endLine": spot.end_line, "endColumn": spot.end_column}
        region |= {"charOffset": spot.offset, "charLength": len(spot.quote)}
    region["snippet"] = {"text": spot.quote}
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(notice.path)}, "region": region}}
    return place | ({"logicalLocations": [{"name": notice.document}]} if notice.document else {})


def _notification(unread: Unreadable) -> dict[str, Any]:
    region = {} if unread.line is None else {"region": {"startLine": unread.line}}
    location = {"physicalLocation": {"artifactLocation": {"uri": _uri(unread.path)}} | region}
    return {"level": "error", "message": {"text": unread.message}, "locations": [location]}


def _uri(path: str) -> str:
    return quote(path.replace(os.sep, "/"), safe="/.-_~")
