"""Documents -> reports in several processes, in the documents' order: what comes out does not depend on how many there are."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from factcheck.document import Document
from factcheck.readers import Unreadable
from factcheck.report import Report

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Found = Document | Unreadable
Reported = Report | Unreadable
_AHEAD = 4
"""Batches for each process that may be under way, so that memory does not grow with the input."""
_BATCH = 60_000
"""Code points of text in a batch: work enough to be worth its way to another process."""


def in_order(found: Iterable[Found], report: Callable[[Found], Reported], jobs: int) -> Iterator[Reported]:
    """Give the report of each document; with more than one job in so many processes.

    Args:
        found: the documents, and what could not be read.
        report: makes one report; it must not raise.
        jobs: processes.

    """
    if jobs == 1:
        yield from map(report, found)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context(method), _prepare, (report,))
    try:
        waiting: deque[Future[list[Reported]]] = deque()
        for batch in _batches(found):
            waiting.append(pool.submit(_reports, batch))
            if len(waiting) >= _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BaseException:  # a run that is cut short waits for nothing
        _end(pool)
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _end(pool: ProcessPoolExecutor) -> None:
    """End a pool's processes at once.

    One may be ended in the middle of its answer: the pool would wait for the rest of it as long as the pipe can be written to,
    and this process could do that as well.
    """
    import multiprocessing

    for child in multiprocessing.active_children():
        child.terminate()
    answers = getattr(getattr(pool, "_result_queue", None), "_writer", None)
    if answers is not None:
        answers.close()


def _batches(found: Iterable[Found]) -> Iterator[list[Found]]:
    batch: list[Found] = []
    size = 0
    for item in found:
        batch.append(item)
        size += len(item.text) if isinstance(item, Document) else 0
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


_report: Callable[[Any], Reported]


def _prepare(report: Callable[[Found], Reported]) -> None:
    global _report  # a process has one task, and rules are sent to it once
    from factcheck.processes import end_at_a_signal, end_with_parent

    end_at_a_signal()  # Ctrl-C comes to all: one that waits for work would show a traceback
    end_with_parent()
    _report = report


def _reports(batch: list[Found]) -> list[Reported]:
    return [_report(item) for item in batch]
