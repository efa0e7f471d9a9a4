"""Whether the later of two figures is told of a month, a season or a year of its own: two claims go in, yes or no comes out."""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.patterns import pattern

_OPENS = pattern(r"In (<<calendar: month>>|(?:early |late )?<<calendar: season>>|(?:19|20)\d\d)\b")
_OF_YEAR = pattern(r"(?: [a-z]+)? (?:that|which|who)\b[^,;:.]{1,80}? in ((?:19|20)\d\d)\b")
"""Tells that a figure is of a month, a season or a year."""


def is_of_then(one: Claim, other: Claim) -> bool:
    """Tell whether the later of two figures is told of a time that the earlier's sentence does not name: "In summer, 41 live"."""
    told = _OPENS.match(other.sentence.text) or _OF_YEAR.match(other.sentence.within, other.phrase.end, other.sentence.span.end)
    return told is not None and told[1] not in one.sentence.text
