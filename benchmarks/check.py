"""What a check costs once warm: the CPU of the first seed story, in the middle of a long run."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from benchmarks.cost import bare_python, in_turn, line, of_call

SEEDS = Path(__file__).parent.parent / "seeds"
STORY_BUDGET = 0.45  # 5 ms where a bare start takes 11
PUBLISHED = dt.date(2025, 4, 30)


def run(times: int = 100) -> list[str]:
    import factcheck

    (bare,) = in_turn([bare_python()], 15)
    rules, lines = factcheck.load_rules(), []
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text("utf-8")
        check = partial(factcheck.check, text, published=PUBLISHED, rules=rules)
        of_call(check, 3)
        lines.append(line(f"check, warm: {path.name}", of_call(check, times), bare, STORY_BUDGET))
    return lines
