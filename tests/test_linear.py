"""The judge of running times finds what grows with the square, even where it is the smaller part of the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, repeat

import linear
import pytest


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Callable[..., bool]:
    """Judge a cost in seconds, given a size, by a clock that nothing disturbs but the noise given, one factor a run."""

    def judge(cost: Callable[[int], float], noise: Iterable[float] = ()) -> bool:
        now, factors = 0.0, chain(noise, repeat(1.0))

        def work(size: int) -> None:
            nonlocal now
            now += cost(size) * next(factors)

        monkeypatch.setattr("time.process_time", lambda: now)
        return linear.grows_linearly(work, 1000)

    return judge


@pytest.mark.parametrize("seconds", [0.0, 0.0001, 0.01, 1.0])
def test_what_grows_with_the_text_passes(judged: Callable[..., bool], seconds: float) -> None:
    assert judged(lambda size: seconds * size / 1000)


@pytest.mark.parametrize("share", [1, 0.5, 0.1])
def test_what_grows_with_the_square_fails_even_as_a_tenth_of_the_work(judged: Callable[..., bool], share: float) -> None:
    assert not judged(lambda size: 0.01 * ((size / 1000) + share * (size / 1000) ** 2))


def test_a_machine_that_is_busy_most_of_the_time_is_forgiven(judged: Callable[..., bool]) -> None:
    noise = [3.0, 1.0, 2.0, 9.0, 4.0, 3.0, 5.0, 1.5]
    assert judged(lambda size: 0.01 * size / 1000, noise)
