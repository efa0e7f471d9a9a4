"""Whether a cost grows no faster than what causes it, in spite of a busy machine."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TIMES = 8
MOST = 1.5
"""How often as much as in proportion the large work may cost: what grows with the square would cost 64 times as much, and a
twelfth of the small work that does so is enough to be over."""
ROUNDS = 8
LEAST = 0.002
"""Seconds below which the clock's own steps would be judged."""


def grows_linearly(work: Callable[[int], object], size: int, most: float = MOST) -> bool:
    """Tell whether work on ``TIMES`` as much costs at most ``most`` times ``TIMES`` as much, in one round at least.

    In a round the small runs stand on both sides of the large one, so that a machine that grows busy is busy for all; noise only
    adds, and the first good round ends it.
    """
    return any(_is_good(work, size, most) for _ in range(ROUNDS))


def _is_good(work: Callable[[int], object], size: int, most: float) -> bool:
    before, large, after = _cost(work, size), _cost(work, TIMES * size), _cost(work, size)
    return large <= most * TIMES * max(min(before, after), LEAST)


def _cost(work: Callable[[int], object], size: int) -> float:
    gc.disable()
    try:
        start = time.process_time()
        work(size)
        return time.process_time() - start
    finally:
        gc.enable()
