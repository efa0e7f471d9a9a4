"""What was only expected: "above the [4 million euros] (that) analysts had forecast", of which one figure alone is theirs."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.claims.sources.sayings import Parts, Saying
from factcheck.document import Span
from factcheck.patterns import pattern

_FIGURE = r"(?:the|an?) ((?:[\w-]+ ){0,2}?[$€£]?\d[\d.,]*[a-z%]*(?: (?:[a-z]+|%)){0,4}?) "
_BESIDE = pattern(rf"\b{_FIGURE}\Z")
_EXPECTED = pattern(
    r"\b(?:<<set-against>>) "
    rf"{_FIGURE}(?:that )?((?:the )?(?:[A-Z][\w’'.-]* ){{0,3}}[A-Za-z][\w’'-]+)"
    r"(?: (?:surveyed|polled|questioned|tracked|followed|compiled) by (?:[\w’'.&-]+ ?){1,4}(?<! )"
    r"| in an? (?:[\w’'.-]+ ){1,3}(?:poll|survey))?\Z"
)
"""A figure that others expected, with their name: "above the [4 million euros analysts surveyed by Wren] had forecast"."""
_CLOSED = pattern(r"[,.;)]|\s*\Z")
_LOOK = 130
"""Code points in which the figure and those who expected it stand."""
HAVE = frozenset(["had", "have", "has"])


def read(saying: Saying, subject: Span, led: Collection[str]) -> Parts | None:
    """Read "above the [4 million euros] (that) analysts had forecast": one figure alone is of those who are named behind it."""
    plain = saying.form == "past" and not led and _CLOSED.match(saying.text, saying.cue.end, saying.sentence.end)
    if saying.entry != "forecasts" or not ({*led} & HAVE or plain):
        return None
    headline = saying.cue.in_headline
    found = _EXPECTED.search(saying.text, max(saying.sentence.start, subject.end - _LOOK), subject.end)
    return Parts(Span(*found.span(2), headline), Span(*found.span(1), headline)) if found else None


def right_before(saying: Saying) -> Span | None:
    """Read "just above the [3 million euros] expected by analysts": the figure right before is theirs, no other."""
    if saying.entry != "forecasts":
        return None
    found = _BESIDE.search(saying.text, max(saying.sentence.start, saying.cue.start - _LOOK), saying.cue.start)
    return Span(*found.span(1), saying.cue.in_headline) if found else None
