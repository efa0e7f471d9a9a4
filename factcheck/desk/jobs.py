"""One request's work, as a worker process does it: a text or a file with its options goes in, an answer in JSON comes out.

Everything here runs in the worker, so that what goes between the processes is bytes.
"""

from __future__ import annotations

import datetime as dt
import gc
import io
import json
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import field

from factcheck import readers, rules
from factcheck.check import check_document
from factcheck.desk import beginnings
from factcheck.desk.memory import Memory
from factcheck.disk.decoding import half_character
from factcheck.document import Document
from factcheck.findings import at_least
from factcheck.processes import end_with_parent
from factcheck.readers import Unreadable
from factcheck.report import Report
from factcheck.report.plain import as_dict
from factcheck.rules import Rule
from factcheck.values import evolve, frozen

_YOUNG = 50_000
"""Objects that are made before Python looks for rings among them, which a check hardly makes."""
OK, UNREADABLE, FAULT, BUSY = 200, 422, 500, 503


@frozen
class Job:
    """What is asked: ``kind`` is ``check``, ``gate``, ``desk`` or ``open``; the text, or a file's bytes and its name."""

    kind: str
    text: str | None = field(default=None, repr=False)
    data: bytes = field(default=b"", repr=False)
    name: str = "-"
    suffix: str = ".txt"
    headline: str | None = None
    published: dt.date | None = None
    home: str | None = None
    rate_day: dt.date | None = None
    fail_on: str = "error"


@frozen
class Answer:
    """A status of HTTP, and JSON; ``again`` tells that it may be another soon."""

    status: int
    body: bytes = field(repr=False)
    again: bool = False


class _TooLongError(BaseException):
    """The time of a job is over; no `Exception`, so that nothing on the way takes it for a fault of the text."""


_rules: Sequence[Rule] = ()
_AGAIN = 1.0
"""Seconds after which an interruption comes again: one that meets a callback of Python's own, as the collector's, is lost."""
_memory = Memory()
"""Of the drafts at the desk, which come again with each key."""


def prepare(folders: Sequence[str], alone: bool = False) -> None:
    """Make a worker ready: its rules are read once, and a first story is checked.

    Args:
        folders: of rules, to add to the bundled ones.
        alone: the worker is a process of its own; Ctrl-C is for the service, which ends it.

    """
    global _rules
    if alone:
        end_with_parent()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        gc.set_threshold(_YOUNG)
    _rules = rules.load([Path(folder) for folder in folders])
    check_document(readers.from_text("About 5 km (3 miles) were built, he said.", published=dt.date(2025, 1, 1)), _rules)


def answer(job: Job, seconds: float) -> Answer:
    """Do a job in at most so many seconds (where the system has a clock for it)."""
    try:
        with _limited(seconds):
            return _answered(job)
    except _TooLongError:
        return problem(BUSY, f"the text takes more than {seconds:g} seconds to check")
    except MemoryError:
        return problem(BUSY, "the text takes more memory than there is")
    except Exception as fault:  # one request that brings the checker down costs the others nothing
        return problem(FAULT, readers.brought_down(fault))


def problem(status: int, message: str, **more: Any) -> Answer:
    """Say what went wrong, as the contract says it of a document."""
    return Answer(status, encoded({"error": {"message": message, **more}}))


def encoded(value: Any) -> bytes:
    """Write JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _answered(job: Job) -> Answer:
    found = _document(job)
    if isinstance(found, Unreadable):
        return problem(UNREADABLE, found.message, line=found.line, byte=found.byte)
    if job.kind == "open":
        return Answer(OK, encoded(_opened(found)))
    if job.kind == "desk":
        from factcheck.desk.sheets import sheet

        report = check_document(found, _rules, _memory.steps)
        return Answer(OK, encoded(sheet(report, job.text if job.text and job.suffix == ".txt" else "")))
    report = check_document(found, _rules)
    return Answer(OK, encoded(_gate(report, job.fail_on) if job.kind == "gate" else _checked(report, job)))


def _document(job: Job) -> Document | Unreadable:
    """Make the document that a job is about; a file with several is asked for one by one."""
    if job.text is not None and job.suffix == ".txt":
        half = half_character(job.text)
        if half is not None:
            return Unreadable(job.name, job.name, f"not text: {half} is half a character")
        text = job.text[: beginnings.end(job.text)] if job.kind == "desk" else job.text
        made: list[Document | Unreadable] = [readers.from_text(text, headline=job.headline, path=job.name, id=job.name)]
    else:
        data = job.data if job.text is None else job.text.encode("utf-8", "surrogatepass")
        made = list(readers.readers()[job.suffix].read(io.BytesIO(data), job.name, None))
    if len(made) != 1:
        return Unreadable(job.name, job.name, f"{len(made):,} documents in one request; send one")
    return made[0] if isinstance(made[0], Unreadable) else _with_options(made[0], job)


def _with_options(document: Document, job: Job) -> Document:
    if job.published is not None:
        document = evolve(document, published=job.published, published_from="option")
    return evolve(document, home=job.home or document.home, rate_day=job.rate_day)


def _checked(report: Report, job: Job) -> dict[str, Any]:
    """Give the contract's report; of a file also the text in which its spans count."""
    told = as_dict(report)
    return told if job.text is not None else told | {"text": report.document.text}


def _gate(report: Report, fail_on: str) -> dict[str, Any]:
    """Tell whether a story passes, and why not."""
    failing = at_least(fail_on)
    reasons = [
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "calculation": finding.calculation,
            "quotes": [report.document.quote(place.span) for place in finding.places],
        }
        for finding in report.findings
        if finding.severity in failing
    ]
    return {"schema": 1, "pass": not reasons, "reasons": reasons}


def _opened(document: Document) -> dict[str, Any]:
    """Give a file's words, as the desk shows and checks them."""
    words = document.text if document.origin is None else document.origin.text
    apart = document.headline_span is not None and document.headline_span.in_headline
    return {
        "name": document.path,
        "text": f"{document.headline}\n\n{words}" if apart else words,
        "published": None if document.published is None else document.published.isoformat(),
    }


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Interrupt what runs too long; only a process's main thread can be interrupted."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _interrupt(*_: object) -> None:
    raise _TooLongError
