"""What a group did, told behind where it is: "nine clerks [in the mill] died".

A line, where a figure begins and where its noun phrase ends go in; the verb comes out.
"""

from __future__ import annotations

from itertools import takewhile

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.claims.roles import between, leads
from factcheck.lexicon.function_words import AUXILIARIES, DETERMINERS
from factcheck.mentions import Mention

_CLOSING = leads.CLAUSES | AUXILIARIES | {"where", "whose", "whom", "because", "before", "than", "until", "since", "including"}
"""Words that end what tells where those are of whom an act is told."""
_WITH = (" with ", " by ")
"""Behind a participle that is no act: "boxes packed [with] tea"."""


def behind(line: Line, start: int, end: int) -> Mention | None:
    """Give what a group did that nothing but its place stands before: "nine clerks [in the mill] died"."""
    text = line.sentence.within
    near = takewhile(lambda mention: mention.span.start - end <= leads.LONGEST, line.behind(end))
    act = next((cue for cue in near if cue.kind == "role" and _is_act_of(text, end, cue)), None)
    if act is None or between.OPENS.search(text[line.sentence.span.start : start]) is None:
        return None  # "the owner of two mills in Bergen died"
    return act


def _is_act_of(text: str, end: int, cue: Mention) -> bool:
    gap, verb = text[end : cue.span.start], text[cue.span.start : cue.span.end].lower()
    words = gap.lower().split()
    placed = words[:1] != [] and words[0] in leads.COMPLEMENTS and words[-1] not in DETERMINERS | leads.COMPLEMENTS
    if not placed or verb not in lexicon.forms("roles", "acts") or text.startswith(_WITH, cue.span.end):
        return False
    told = lexicon.is_past(verb.partition(" ")[0]) and not between.breaks(gap) and not any(map(str.isdigit, gap))
    return told and _CLOSING.isdisjoint(words)
