"""Ctrl-C, or another word to end, while an engine works: it is told at once, though who asked hears nothing before the answer."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_ENDING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


@contextmanager
def told(interrupt: Callable[[], None]) -> Iterator[None]:
    """Have ``interrupt`` called from another thread as soon as Ctrl-C comes.

    Python writes the number of a signal to a file the moment it comes (`signal.set_wakeup_fd`), and only its main thread can say
    to which: for others, and where somebody else listens there already, nothing is done.
    """
    if threading.current_thread() is not threading.main_thread() or not _is_free():
        yield
        return
    heard, woken = os.pipe()
    os.set_blocking(woken, False)
    signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
    listener = threading.Thread(target=_listen, args=(heard, interrupt), daemon=True)
    listener.start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(-1)
        os.close(woken)  # the listener comes to the end of what it reads
        listener.join()
        os.close(heard)


def _is_free() -> bool:
    """Tell whether nobody has signals written to a file yet, as a server does."""
    listening = signal.set_wakeup_fd(-1)
    if listening != -1:
        signal.set_wakeup_fd(listening)
    return listening == -1


def _listen(heard: int, interrupt: Callable[[], None]) -> None:
    while numbers := os.read(heard, 1):
        if numbers[0] in _ENDING:
            interrupt()
