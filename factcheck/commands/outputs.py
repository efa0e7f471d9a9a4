"""Reports -> all outputs of a run at once, none of them held back for the others.

The first writer pulls the reports; each other one has a thread of its own and gets every report when the first does.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, TextIO

import click

from factcheck.commands import destination

if TYPE_CHECKING:
    from queue import Queue

    from factcheck.commands.runs import Asked
    from factcheck.writers import Item, Options, Writer

_AHEAD = 4
"""Reports that a slower writer may have waiting for it."""


def write(reports: Iterable[Item], outputs: Sequence[tuple[Writer, str | None]], options: Options) -> None:
    """Write every report with each writer to its file; None is standard output.

    Raises:
        OSError: a file cannot be written; it is then as it was before.

    """
    with ExitStack() as stack:
        opened = [(writer, stack.enter_context(destination.opened(path, writer.ENCODING))) for writer, path in outputs]
        (first, stream), *others = opened
        branches = [_Branch(writer, aside, options) for writer, aside in others]
        try:
            first.write(_shared(reports, branches), stream, options)
        finally:
            for branch in branches:
                branch.close()
        for branch in branches:
            if branch.error is not None:
                raise branch.error


def outlets(asked: Asked) -> list[tuple[Writer, str | None]]:
    """Give each format its file; the one that names none goes to `--output`, else to standard output.

    Raises:
        click.UsageError: two formats would go to one place, or one to that of a file that is read.

    """
    wanted = [(writer, path or asked.output) for writer, path in asked.formats]
    places = [destination.place(path) for _, path in wanted]
    if len(places) != len(set(places)):
        raise click.UsageError("two formats cannot go to one place; write --format NAME=FILE")
    for _, path in wanted:
        spare(asked, path)
    if asked.output is not None and destination.place(asked.output) not in places:
        raise click.UsageError("--output has no format left; each --format names its own file")
    return wanted


def spare(asked: Asked, path: str | None) -> None:
    """See that an output would not take the place of a file that the run reads or keeps.

    Raises:
        click.UsageError: it would.

    """
    destination.spare(asked.paths, path, asked.looked_for)
    target = destination.place(path)
    if target is not None and target in map(destination.place, asked.beside):
        raise click.UsageError(
            f"{path} has its own part in this run, and what is written would take its place; name another file"
        )


def to_terminal(outlets: Sequence[tuple[Writer, str | None]]) -> bool:
    """Tell whether some output is read at a terminal."""
    return any(path in destination.STANDARD for _, path in outlets) and sys.stdout is not None and sys.stdout.isatty()


class _Branch(threading.Thread):
    """A writer that gets its reports from a queue."""

    def __init__(self, writer: Writer, stream: TextIO, options: Options) -> None:
        from queue import Queue

        super().__init__(daemon=True)
        self._writer, self._stream, self._options = writer, stream, options
        self._waiting: Queue[Item | None] = Queue(_AHEAD)
        self.error: Exception | None = None
        self.start()

    def run(self) -> None:
        try:
            self._writer.write(self._reports(), self._stream, self._options)
        except Exception as error:  # told by the main thread, once the others have ended
            self.error = error
        for _ in self._reports():
            pass

    def put(self, report: Item) -> None:
        self._waiting.put(report)

    def close(self) -> None:
        self._waiting.put(None)
        self.join()

    def _reports(self) -> Iterator[Item]:
        while (report := self._waiting.get()) is not None:
            yield report
        self._waiting.put(None)  # for whoever asks again


def _shared(reports: Iterable[Item], branches: Sequence[_Branch]) -> Iterator[Item]:
    for report in reports:
        for branch in branches:
            branch.put(report)
        yield report
