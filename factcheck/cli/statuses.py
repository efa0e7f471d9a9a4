"""How a run ends: every error is one line on standard error, and an exit status that other programs can rely on."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from typing import Any

import click

INTERRUPTED = 130  # what a shell reports for a program that Ctrl-C ended: 128 and the signal's number, 2
_SIGNALLED = 128
ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Signals that end a run as Ctrl-C does."""
PIPE_CLOSED = 141  # the same for a reader that went away: SIGPIPE is 13
_MOMENT = 0.01
"""Seconds after which it is looked whether Python has left what drops exceptions."""


class Desk(click.Group):
    """A group whose every error is one line on standard error, and exit status 2."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command and leave with its exit status."""
        leave = options.pop("standalone_mode", True)
        ended: list[int] = []
        if leave:
            sys.unraisablehook = _heard_again
            _end_cleanly(ended)
        options["standalone_mode"] = False  # else click would leave first, and in its own words
        if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")  # what a terminal lacks is shown as "?", and stops nothing
        if not leave:
            return self._status(*args, **options)
        try:
            status = self._status(*args, **options)
        except Exception as fault:
            from factcheck.readers import brought_down

            status = INTERRUPTED if ended else _complained(f"factcheck: {brought_down(fault)}")
        sys.exit(_SIGNALLED + ended[0] if ended and status == INTERRUPTED else status)

    def _status(self, *args: Any, **options: Any) -> Any:
        """Run a command, and say what became of it; what is no error of the run's own is let through."""
        try:
            status = super().main(*args, **options)
            if sys.stdout is not None:
                sys.stdout.flush()
        except click.ClickException as error:
            status = _complained(_line(error))
        except (click.Abort, KeyboardInterrupt):
            status = INTERRUPTED
        except BrokenPipeError:  # a reader that stops reading (``| head``) is no error
            _let_go()
            status = PIPE_CLOSED
        except OSError as error:
            status = _complained(f"{error.filename or 'factcheck'}: {error.strerror or error}")
            _let_go()
        return status

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that stops reading (``| head``) is no error. Click would end with 1 for it."""
        try:
            status = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
        except BrokenPipeError:
            _let_go()
            return PIPE_CLOSED
        return status


def _end_cleanly(ended: list[int]) -> None:
    """Have a run that is asked to end, or whose terminal goes, put away what it began, as Ctrl-C has; note by what it was ended.

    A signal that whoever began the run has set aside (``nohup``) stays so.
    """

    def end(number: int, _: object) -> None:
        ended.append(number)
        raise KeyboardInterrupt

    if threading.current_thread() is threading.main_thread():
        for number in ENDING:
            if signal.getsignal(number) == signal.SIG_DFL:
                signal.signal(number, end)


def _heard_again(lost: sys.UnraisableHookArgs) -> None:
    """Raise Ctrl-C once more where Python dropped it: in a finalizer, or in what an import does when its lock goes.

    Another thread sends the signal, once this one has left: what is raised here is dropped as well.
    """
    if issubclass(lost.exc_type, KeyboardInterrupt):
        threading.Thread(target=_send_again, args=(threading.get_ident(),), daemon=True).start()
    else:
        sys.__unraisablehook__(lost)


def _send_again(thread: int) -> None:
    """Send Ctrl-C as soon as a thread is no longer told of one that was dropped, however long that takes on a busy machine."""
    while True:
        time.sleep(_MOMENT)
        frame = sys._current_frames().get(thread)
        while frame is not None and frame.f_code is not _heard_again.__code__:
            frame = frame.f_back
        if frame is None:
            break
    os.kill(os.getpid(), signal.SIGINT)


def _complained(line: str) -> int:
    """Say what went wrong, if anybody can hear it."""
    with contextlib.suppress(OSError):
        click.echo(line, err=True)
    return 2


def _line(error: click.ClickException) -> str:
    message = error.format_message()
    if not isinstance(error, click.UsageError):
        return message
    hint = f" (see {error.ctx.command_path} --help)" if error.ctx else ""
    return f"factcheck: {' '.join(message.split())}{hint}"


def _let_go() -> None:
    """Point standard output at nothing, so that Python's own flush at exit has nothing to complain of."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
