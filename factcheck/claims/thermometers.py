"""Temperatures: which scale bare "degrees" are of, and whether they are a level or a difference.

A document and its mentions go in, the order of a figure's readings comes out (none is ever dropped); a line and its figure, and
the form ``difference`` comes out where the words allow nothing else: "warmed by 3C", "3C (5.4F) warmer than in May".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.claims import Line
from factcheck.document import Document
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_SCALES = frozenset({"degree_Fahrenheit", "degree_Celsius"})
_FAHRENHEIT_AT = frozenset({"US", "LR", "BS", "KY", "PW", "FM", "MH", "PR", "GU", "VI", "AS", "MP", "BZ"})
"""Countries whose forecasts tell degrees Fahrenheit (ISO 3166)."""
_BY = pattern(r"\b(?:<<grammar: moves>>(?: [a-z]+ly)? by|<<rises>> of|warming of|cooling of) (?:[a-z]+ )?\Z")
_ALONE = pattern(r"(?: \([^()]{1,24}\))?(?: ?[.,;:)—–]|\Z| <<grammar: stops>>\b)")
"""Behind degrees that nothing has: "warmed by [40C] water" is no difference."""
_WARMER = pattern(
    r"(?: \([^()]{1,24}\))?[ -](?:<<warmer>>\b|(?:higher|lower)\b(?! (?:up|down|in|on|at|the)\b)"
    r"|(?:above|below) (?:the )?(?:[\w-]+ )?(?:average|normal|usual|norm|mean|pre-?industrial)\b)"
)
_LOOK = 60
_NO_FORM: frozenset[str] = frozenset()
_DIFFERENCE = frozenset({"difference"})
Readings = Callable[[Mention], tuple[str, ...]]


def ordered(document: Document, measures: Iterable[Mention], units: Readings) -> Readings:
    """Put the scale first that the document names beside its other temperatures, or else that of its home.

    Args:
        document: the document.
        measures: its figures with a unit of measure.
        units: gives the readings of any figure's unit.

    """
    scales = {unit for mention in measures for unit in mention.units if unit in _SCALES and len(mention.units) == 1}
    if len(scales) != 1 and document.home is not None:
        scales = {"degree_Fahrenheit" if document.home in _FAHRENHEIT_AT else "degree_Celsius"}
    if len(scales) != 1:
        return units
    first = next(iter(scales))

    def readings(mention: Mention) -> tuple[str, ...]:
        told = units(mention)
        return (first, *(unit for unit in told if unit != first)) if mention.kind == "measure" and first in told[1:] else told

    return readings


def forms(line: Line, mention: Mention) -> frozenset[str]:
    """Tell whether a temperature is told as a difference between two."""
    if mention.kind != "measure" or _SCALES.isdisjoint(mention.units):
        return _NO_FORM
    text, (start, end) = line.sentence.within, (line.sentence.near(mention.start), line.sentence.span.end)
    moved = _BY.search(text, max(start, mention.start - _LOOK), mention.start) and _ALONE.match(text, mention.span.end, end)
    return _DIFFERENCE if moved or _WARMER.match(text, mention.span.end, end) else _NO_FORM
