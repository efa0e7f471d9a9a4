"""Verdicts -> more Verdicts: sets of claims that no single rule sets against each other, and that cannot be together.

What may hold by itself can fail in a chain: the killed are among the casualties, the casualties among the deployed. All linear
relations of a story that may hold (`ties`) stand in one exact system (`factcheck.consistency`). A conflict of it is what
several rules say together (`implied`): a rule of its own, bound to the claims of the conflict and judged like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.constraints import Constraint
from factcheck.joint.ties import rows, ties
from factcheck.rules import Rule
from factcheck.story import Story
from factcheck.verdicts import Repair, Verdict, judge


def find(rules: Sequence[Rule], story: Story, judged: Sequence[Verdict]) -> Iterator[Verdict]:
    """Judge the sets of claims that only several rules together set against each other, and that fail.

    Args:
        rules: all rules that the story is checked by.
        story: the story.
        judged: the verdicts on what each rule says by itself.

    """
    tied = ties(rules, story, judged)
    if not tied:
        return
    from factcheck.consistency import examine
    from factcheck.joint.implied import imply

    found = examine(rows(tied))
    for conflict in found.conflicts:
        implied = imply(conflict, tied, story)
        verdict = None if implied is None else judge(implied, story)
        if verdict is not None and not any(_mends(repair, known) for repair in verdict.repairs for known in judged):
            yield verdict
    if found.limit:
        yield judge(Constraint(tied[0].constraint.rule, {}, {}, found.limit), story)


def _mends(repair: Repair, known: Verdict) -> bool:
    """Tell whether one new value of a claim mends a conflict of one rule, too: then that rule tells the fault, and better."""
    same = (other.interval for other in known.repairs if other.claim == repair.claim and known.constraint.rule.severity != "note")
    return any(not (repair.interval & interval).is_empty for interval in same)
