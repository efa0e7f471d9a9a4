"""Hypothesis profiles: few examples by default, more and always the same ones where ``CI`` is set. What is collected stays.

Ctrl-C is heard: a shell that puts a run in the background makes it deaf to it, and so would be all that the tests start. Where
Python may write no bytecode beside the source, this run and all that it starts keep theirs in pytest's own cache instead of
compiling the package, its lexicon and its rules each time anew.
"""

from __future__ import annotations

import gc
import os
import signal
import sys

import pytest

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

NAMED = 100
"""Letters of a value that stand in the name of its test, at most."""


def pytest_configure(config: pytest.Config) -> None:
    """Keep bytecode for the processes of this run; those of xdist are among them, and find all set."""
    if sys.dont_write_bytecode and (cache := getattr(config, "cache", None)):
        sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(cache.mkdir("bytecode"))
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        sys.dont_write_bytecode = False
    _load_profile()


def _load_profile() -> None:
    """Set Hypothesis up; it is imported no sooner than its bytecode can be kept."""
    from hypothesis import HealthCheck, settings

    # No deadline: the first example of a run reads the lexicon and the rules, all others do not.
    settings.register_profile("quick", max_examples=25, deadline=None)
    settings.register_profile(
        "ci",
        max_examples=100,
        deadline=None,
        derandomize=True,
        database=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.register_profile("thorough", max_examples=2000, deadline=None)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "quick"))


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name a long value by its beginning and length: a test of a megabyte has no name of a megabyte."""
    if not isinstance(val, str | bytes) or len(val) <= NAMED:
        return None
    beginning = val[:NAMED] if isinstance(val, str) else val[:4].decode("ascii", "replace")
    return f"{ascii(beginning)[1:-1]} ... {len(val)}"


def pytest_collection_finish() -> None:
    """Spare the collector what lives as long as the run: some millions of objects, looked at hundreds of times."""
    gc.freeze()
