"""Whether a cost grows no faster than what causes it, in spite of a busy machine."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TIMES = 8
BOUND = 2 * TIMES
"""What grows with the square would cost 64 times as much; a sixth of the small work that does so is enough to be over."""
RUNS = 3
MOST = 6
LEAST = 0.002
"""Seconds below which the clock's own steps would be judged."""


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Tell whether work on ``TIMES`` as much costs at most ``BOUND`` as much.

    The best of ``RUNS`` small and of ``MOST`` large runs count: noise only adds. So the first large run that is good ends it.
    """
    small = min(_cost(work, size) for _ in range(RUNS))
    return any(_cost(work, TIMES * size) <= BOUND * max(small, LEAST) for _ in range(MOST))


def _cost(work: Callable[[int], object], size: int) -> float:
    gc.disable()
    try:
        start = time.process_time()
        work(size)
        return time.process_time() - start
    finally:
        gc.enable()
