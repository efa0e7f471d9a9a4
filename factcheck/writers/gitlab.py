"""GitLab's code quality report: a JSON list, one item for each finding.

GitLab takes items of one fingerprint for one, whatever file they are in: there the file and the document are part of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from factcheck.report import notices
from factcheck.report.notices import Notice

if TYPE_CHECKING:
    from factcheck.writers import Item, Options

NAME = "gitlab"
ENCODING = "utf-8"
ROWS = True  # it writes records of tables too

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def write(reports: Iterable[Item], stream: TextIO, options: Options) -> None:
    """Write the items as they come; what could not be read is told on standard error only, as GitLab has no word for it."""
    import json

    found = (told for told in notices.told(reports) if isinstance(told, Notice))
    seen: set[str] = set()
    stream.write("[")
    for notice in found:
        spot, fingerprint = notice.spots[0], _fingerprint(notice)
        item = {
            "description": notice.message,
            "check_name": notice.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[notice.severity],
            "location": {"path": notice.path, "lines": {"begin": spot.line, "end": spot.end_line}},
        }
        if fingerprint not in seen:
            stream.write((",\n" if seen else "\n") + json.dumps(item, ensure_ascii=False))
            seen.add(fingerprint)
    stream.write("\n]\n")


def _fingerprint(notice: Notice) -> str:
    import hashlib

    told = "\0".join((notice.path, notice.document, notice.fingerprint))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]
