"""Sentences that say the same of many things: entries of a list, lines of a print-out, what each paragraph says of its own thing.

Two figures go in; yes or no comes out. Where both stand so, the words that they share do not make them one.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.patterns import pattern

_STOPPED = pattern(r"[.!?…:;][\"'”’)\]]*\s*\Z")
_POINTED = pattern(r"\b[Tt]h(?:is|ese) (?!<<spells>>|<<hours>>|<<calendar: season>>|season)[a-z]+")
"""What another sentence has told of: "this limit"."""
_DIGIT = pattern(r"\d")
_NEAR = 4
"""Paragraphs, from one entry of a list to the next, at most."""


def are_of_list(one: Claim, other: Claim) -> bool:
    """Tell whether the sentences of two figures are each one of many: they may say the same of two things."""
    texts = one.sentence.text, other.sentence.text
    if not any(map(_STOPPED.search, texts)):
        return True  # "queue 1: limit 100, target 20"
    if any(text.rstrip().endswith(":") for text in texts):
        return True  # "it sends back a row of four fields:", each with a list of its own
    if all(map(_POINTED.search, texts)) and one.sentence.paragraph != other.sentence.paragraph:
        return True
    return _is_near(one, other) and _is_alone(one) and _is_alone(other) and _without(one) == _without(other)


def _is_near(one: Claim, other: Claim) -> bool:
    return 0 < abs(one.sentence.paragraph - other.sentence.paragraph) <= _NEAR


def _is_alone(claim: Claim) -> bool:
    """Tell whether a sentence is all of its paragraph."""
    text, span = claim.sentence.within, claim.sentence.span
    return text[span.start - 1 : span.start] in ("", "\n") and text[span.end : span.end + 1] in ("", "\n")


def _without(claim: Claim) -> tuple[str, ...]:
    """Give what stands before and behind a figure in its sentence; "lamp.1" and "lamp.2" are alike."""
    text, span = claim.sentence.within, claim.sentence.span
    return tuple(_DIGIT.sub("0", part) for part in (text[span.start : claim.span.start], text[claim.span.end : span.end]))
