"""What the consistency core costs: the CPU of one system, as multiples of a bare start of Python, and its share of a check."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path

from benchmarks.cost import bare_python, in_turn, line, of_call
from factcheck.consistency import Row, examine

THOUSAND_BUDGET = 9  # 100 ms where a bare start takes 11
REPEATED_BUDGET = 0.9
SHARE_BUDGET = 0.1  # of stories full of casualties; of most it is under a hundredth
SEEDS = Path(__file__).parent.parent / "seeds"


def run(times: int = 5) -> list[str]:
    (bare,) = in_turn([bare_python()], 15)
    lines = []
    for name, rows, budget in (
        ("1,000 claims in a chain", [*chain(500, 1)], THOUSAND_BUDGET),
        ("the same, one too large", [*chain(500, 9999)], THOUSAND_BUDGET),
        ("1,000 claims of three topics", [*family(1000)], THOUSAND_BUDGET),
        ("1,000 claims in one sum", [*total(1000)], THOUSAND_BUDGET),
        ("80 repeated claims", [*family(80)], REPEATED_BUDGET),
    ):
        lines.append(line(f"core: {name}", of_call(partial(examine, rows), times), bare, budget))
    return [*lines, *map(share, sorted(SEEDS.glob("*.txt")))]


def share(path: Path, times: int = 50) -> str:
    """Write what part of a whole check the look at all rules together is."""
    import factcheck
    from factcheck import joint, readers, story, verdicts
    from factcheck.claims import reading
    from factcheck.constraints import bind

    rules, text, day = factcheck.load_rules(), path.read_text("utf-8"), dt.date(2025, 4, 30)
    document = readers.from_text(text, published=day)
    tale = story.tell(document, reading.read(document))
    judged = [verdicts.judge(constraint, tale) for constraint in bind(rules, tale)]
    part = of_call(lambda: [*joint.find(rules, tale, judged)], times)
    whole = of_call(lambda: factcheck.check(text, published=day, rules=rules), times)
    told = "within" if part <= SHARE_BUDGET * whole else "OVER"
    return f"{f'all rules together: {path.name}':<44} {100 * part / whole:5.1f} % of a check  {told} {100 * SHARE_BUDGET:g} %"


def bound(label: object, name: object, sign: int, value: int) -> Row:
    return Row((label, sign), {name: Fraction(sign)}, "<=", Fraction(sign * value))


def chain(length: int, top: int) -> Iterator[Row]:
    """Write figures that never fall, each with two bounds; one of them is ``top`` at least."""
    for at in range(length):
        yield bound(at, at, -1, top if at == length // 4 else at)
        yield bound(at, at, 1, at + 1)
        if at:
            yield Row(("step", at), {at - 1: Fraction(1), at: Fraction(-1)}, "<=", Fraction(0))


def family(count: int) -> Iterator[Row]:
    """Write claims of three topics, of which the first two exceed the third together."""
    for at in range(count):
        topic, sign, value = [("killed", -1, 3000 - at), ("injured", -1, 2500 - at), ("total", 1, 4700 + at)][at % 3]
        yield bound(at, topic, sign, value)
    yield Row("sum", {"killed": Fraction(1), "injured": Fraction(1), "total": Fraction(-1)}, "<=", Fraction(0))


def total(count: int) -> Iterator[Row]:
    """Write parts and a total that is too small for them."""
    for at in range(count):
        yield bound(at, at, -1, 2)
    yield bound("total", "total", 1, count)
    yield Row("sum", {"total": Fraction(-1), **{at: Fraction(1) for at in range(count)}}, "==", Fraction(0))
