"""A sign of life for long work: how many documents are done."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.status import Status

PATIENCE = 1.0
"""Seconds of work before anything is shown: rich is not worth its import for less."""

T = TypeVar("T")


def counted(items: Iterable[T], *, to_terminal: bool) -> Iterator[T]:
    """Pass the items on, and count them on standard error where somebody watches.

    Nothing is shown where standard error is no terminal, in continuous integration (``CI`` is set), or where the results
    themselves go to the terminal (``to_terminal``).
    """
    watched = not to_terminal and not os.environ.get("CI") and sys.stderr is not None and sys.stderr.isatty()
    return _shown(items) if watched else iter(items)


def _shown(items: Iterable[T]) -> Iterator[T]:
    status: Status | None = None
    begun = time.monotonic()
    try:
        for number, item in enumerate(items, 1):
            if status is None and time.monotonic() - begun > PATIENCE:
                status = _begun()
            if status is not None:
                status.update(f"{number:,} documents")
            yield item
    finally:
        if status is not None:
            status.stop()


def _begun() -> Status:
    from rich.console import Console

    status = Console(stderr=True).status("")
    status.start()
    return status
