"""Which figures a hedge touches: the one it stands at, or those of its clause."""

from __future__ import annotations

import re

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.mentions import Mention

_BREAK = re.compile(
    r"[;:—“”]|, (?:but|while|although|though|whereas|and the|and it|and he|and she|and they)\b|[ ](?:but|while|although)[ ]"
)
_NO_NOUN = r"(?:the|an?|this|these|his|her|its|their|was|were|is|are|had|has|have|said|that|which|who|and|but|or|to|of|in)\b"
_SUBJECT = re.compile(rf"(?: (?!{_NO_NOUN})[\w’'-]+){{0,5}} (?:are |is |were |was )?")
_PAUSE = re.compile(r"[,;:—–“”()]")


def touched(line: Line, hedge: Mention, figures: list[Mention]) -> list[Mention]:
    """Give the figures that a hedge of the line touches, in text order."""
    reach = "figure" if hedge.entry is None else lexicon.entries("hedges")[hedge.entry]["reach"]
    text, sentence = line.sentence.within, line.sentence.span
    held = [figure for figure in figures if any(modifier.span == hedge.span for modifier in figure.modifiers)]
    if held or reach == "none":
        return held
    subject = [figure for figure in figures if _SUBJECT.fullmatch(text, figure.span.end, hedge.span.start)]
    if reach == "figure":  # "4,700 estimated casualties"
        return subject[-1:]
    stop = _BREAK.search(text, hedge.span.end, sentence.end)
    start = hedge.span.start
    if reach == "clause":
        start = max((pause.end() for pause in _PAUSE.finditer(text, sentence.start, hedge.span.start)), default=sentence.start)
    end = stop.start() if stop else sentence.end
    return [
        *subject[-1:],
        *(figure for figure in figures if start <= figure.span.start and figure.span.end <= end and figure not in subject[-1:]),
    ]
