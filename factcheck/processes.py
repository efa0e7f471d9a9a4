"""A process that works for another one: it ends when that one does, however that was ended."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading


def end_with_parent() -> None:
    """Make this process end with the one that started it; in a process that none started, nothing happens.

    A pool's process waits for work on a pipe that it holds open itself: without this it would wait for ever where its parent was
    ended by SIGTERM or SIGKILL, and could say nothing to it.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def end_at_a_signal() -> None:
    """Make this process end at once at Ctrl-C and the like, whatever the one that it was forked from does then."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if (number := getattr(signal, name, None)) is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


def _follow(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
