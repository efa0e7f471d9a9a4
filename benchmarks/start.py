"""What a start costs: the CPU of `--help` and of a clean article, as multiples of a bare start of Python."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.cost import bare_python, in_turn, line

CLEAN = """Council opens a second library

RIVERTON - The council opened its second library on Main Street. The building has 12 rooms, the mayor said.

About 300 people came to the opening. The first library, built in 1987, stays open.
"""
HELP_BUDGET, ARTICLE_BUDGET = 6, 15


def run(rounds: int = 15) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder, "story.txt")
        story.write_text(CLEAN, "utf-8")
        factcheck = [sys.executable, "-c", "from factcheck.__main__ import main; main()"]  # what the installed script runs
        article = [*factcheck, "check", str(story)]
        bare, help_, console, jsonl = in_turn(
            [bare_python(), [*factcheck, "--help"], article, [*article, "--format", "jsonl"]], rounds
        )
    return [
        line("python -c pass", bare, bare, 1),
        line("factcheck --help", help_, bare, HELP_BUDGET),
        line("factcheck check, clean article", console, bare, ARTICLE_BUDGET),
        line("the same, --format jsonl", jsonl, bare, ARTICLE_BUDGET),
    ]
