"""How a figure is put forward: asserted, denied, planned, conditional, asked, forecast. Only what is asserted can contradict."""

from __future__ import annotations

import re

from factcheck import lexicon
from factcheck.claims import Line, roles
from factcheck.mentions import Mention

_WORD = re.compile(r"[A-Za-z]+(?:['’]t)?")
_BREAK = re.compile(r"[;:]|[Nn]os?\. ?(?=\d|\Z)")
_NEAR = 60
_OF_HEDGE = {"plan": "planned", "condition": "conditional", "question": "asked"}
_WILL = frozenset({"will", "would", "shall", "won't", "won’t"})


def of(line: Line, figure: Mention, end: int, hedge_kinds: frozenset[str]) -> str:
    """Give the stance of a figure whose noun phrase ends at ``end``, touched by hedges of these kinds."""
    text, span = line.sentence.within, line.sentence.span
    start = figure.start
    if text[span.start : span.end].rstrip("\"'”’) ").endswith("?"):
        return "asked"
    for kind, stance in _OF_HEDGE.items():
        if kind in hedge_kinds:
            return stance
    earlier = next((mention.span.end for mention in line.before(start) if mention.numeral is not None), span.start)
    clause = _BREAK.split(text[max(earlier, start - _NEAR) : start])[-1]
    before = [word.lower() for word in _WORD.findall(clause)]
    if " ".join(before[-3:]).endswith(tuple(lexicon.words("grammar", "targets"))):
        return "planned"
    if _is_negated(before):
        return "denied"
    if line.denied:
        return "denied"
    verb = roles.verb_behind(line, end)
    behind = text[end : verb.span.start].lower().split() if verb else ()
    return "forecast" if _WILL & {*before[-6:], *behind} else "asserted"


def of_time(line: Line) -> str:
    """Give the stance of a time: told as a fact unless its sentence looks ahead, asks or sets a condition."""
    text = line.sentence.text
    if text.rstrip("\"'”’) ").endswith("?"):
        return "asked"
    kinds = {lexicon.entries("hedges")[m.entry or ""]["kind"] for m in line.mentions if m.kind == "hedge"}
    ahead = next((stance for kind, stance in _OF_HEDGE.items() if kind in kinds), None)
    words = text.lower()
    return ahead or ("forecast" if _WILL & {*_WORD.findall(words)} or " to have " in words else "asserted")


def _is_negated(before: list[str]) -> bool:
    """Tell whether one of the few words before denies the figure; "not only" and "no sooner" do not."""
    last = before[-4:]
    denying = [word for word in last if word in lexicon.words("grammar", "negations") or word.endswith(("n't", "n’t"))]
    return bool(denying) and "only" not in last and "longer" not in last
