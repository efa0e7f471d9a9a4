"""Whether a cost grows no faster than what causes it, in spite of a busy machine."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TIMES = 8
BOUND = 3 * TIMES
"""What grows with the square would cost 64 times as much; noise and the collector stay far below."""


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Tell whether work on ``TIMES`` as much costs at most ``BOUND`` as much; the best of three runs counts."""
    small, large = (min(_cost(work, times * size) for _ in range(3)) for times in (1, TIMES))
    return large < BOUND * max(small, 0.002)


def _cost(work: Callable[[int], object], size: int) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work(size)
        return time.process_time() - start
    finally:
        gc.enable()
