"""CPU time of processes and of calls, and a line to print it in."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median


def of_process(command: Sequence[str]) -> float:
    """Run a command; give the seconds of CPU that it and its children took, in user and system mode together."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)  # os.times() counts in hundredths of a second only
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_keeping())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _keeping() -> dict[str, str]:
    """Give an environment in which Python keeps its bytecode, as it does unless told otherwise; a start without it is another."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def of_call(call: Callable[[], object], times: int) -> float:
    """Give the seconds of CPU that one of so many calls took on average."""
    begun = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - begun) / times


def in_turn(commands: Sequence[Sequence[str]], rounds: int) -> list[float]:
    """Run the commands in turn, so that a busy moment falls on all; give the median seconds of each."""
    for command in commands:  # once unmeasured: bytecode and parsed lexicon are kept from then on
        of_process(command)
    costs = [[of_process(command) for command in commands] for _ in range(rounds)]
    return [median(column) for column in zip(*costs, strict=True)]


def bare_python() -> list[str]:
    """Give the command that all costs are a multiple of."""
    return [sys.executable, "-c", "pass"]


def line(name: str, seconds: float, bare: float, budget: float) -> str:
    """Write one result: milliseconds, how many bare starts of Python that is, and the budget."""
    ratio = seconds / bare
    verdict = "within" if ratio <= budget else "OVER"
    return f"{name:<34} {seconds * 1000:8.1f} ms  {ratio:6.2f} of a bare start  {verdict} {budget:g}"
