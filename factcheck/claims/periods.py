"""When: the time that a figure is for, and whether a time is told as past or as still to come.

What days a time means is told by `factcheck.days.meaning`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.mentions import Mention

_WORD = re.compile(r"[A-Za-z]+")
_TOLD = re.compile(r"[,;:“”\"]|\b(?:that|and|had|has|have|was|were|is|are)\b")
_SAYING = 45
"""Code points between a verb of saying and its time; what stands further off is told."""
_MODALS = frozenset({"will", "would", "can", "could", "should", "may", "might", "must", "shall", "to", "be", "for"})
_ON = re.compile(
    r"\b([A-Za-z]+)(?:,? (?:in|at|near|off|outside) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})?,?[ \u00a0]on[ \u00a0]\Z"
)
_AUXILIARIES = frozenset({"was", "were", "had", "has", "have", "did", "made", "held", "set"})
_RELATIVES = frozenset({"which", "that", "who", "not", "never"})
_NEAR = 200
_FAR = 40
"""Mentions among which a figure's time is looked for, to each side."""


def of_figure(line: Line, figure: Mention) -> Mention | None:
    """Give the period that a figure is for: the nearest in its sentence that does not date the saying.

    Other figures between the two count first, then letters.
    """
    before = _first_time(line, line.before(figure.span.start))
    behind = _first_time(line, line.behind(figure.span.end))
    found = [
        ((figures, max(figure.span.start - time.span.end, time.span.start - figure.span.end)), time)
        for figures, time in (*before, *behind)
    ]
    return min(found, key=lambda ranked: ranked[0])[1] if found else None


def _first_time(line: Line, mentions: Iterator[Mention]) -> list[tuple[int, Mention]]:
    """Give the first time among mentions, and the number of figures before it; nothing where there is none near."""
    figures = 0
    for mention in islice(mentions, _FAR):
        if mention.days is not None and not _dates_the_saying(line, mention):
            return [(figures, mention)]
        figures += mention.numeral is not None
    return []


def tense(line: Line, mention: Mention) -> str | None:
    """Tell whether what happens at a time is told as past or future, by the nearest word that shows it, before it or else after.

    A word of the past is one of the future where a modal leads it ("would be made").
    """
    text, span = line.sentence.within, line.sentence.span
    before = _WORD.findall(text[max(span.start, mention.span.start - _NEAR) : mention.span.start].lower())
    after = _WORD.findall(text[mention.span.end : min(span.end, mention.span.end + _NEAR)].lower())
    future, past = lexicon.words("grammar", "future"), lexicon.words("grammar", "past")
    words = [*before, *after]
    for at in (*reversed(range(len(before))), *range(len(before), len(words))):
        if words[at] in future:
            return "future"
        if words[at] in past:
            return "future" if _MODALS.intersection(words[max(0, at - 3) : at]) else "past"
    return None


def happened(line: Line, mention: Mention) -> str | None:
    """Tell that a day is told as past: right behind a past verb, with at most a place between ("sank off Malta on May 5").

    Anything looser ("voted to close the bridge on May 5", "before a vote on May 5") says nothing of the day.
    """
    text, start = line.sentence.within, line.sentence.span.start
    led = _ON.search(text, max(start, mention.span.start - _NEAR), mention.span.start)
    verb = led[1].lower() if led else ""
    before = text[max(start, (led.start() if led else start) - 24) : led.start() if led else start].lower().split()[-3:]
    past = verb in lexicon.words("grammar", "past") and verb not in _AUXILIARIES
    return "past" if past and not _MODALS.intersection(before) and not _RELATIVES.intersection(before) else None


def _dates_the_saying(line: Line, time: Mention) -> bool:
    """Tell whether a time says when something was said ("reported to parliament on Wednesday"): nothing told stands between."""
    text = line.sentence.within
    for voucher in takewhile(lambda mention: time.span.start - mention.span.start <= 2 * _SAYING, line.before(time.span.start)):
        between = text[voucher.span.end : time.span.start]
        if voucher.kind == "voucher" and 0 < len(between) <= _SAYING and not _TOLD.search(between):
            inside = takewhile(lambda mention: mention.span.start < time.span.start, line.behind(voucher.span.end))
            return not any(mention.numeral or mention.kind == "role" for mention in inside)
    return False
