"""Which scale bare "degrees" are of: document and its mentions in, the order of a figure's readings out; none is ever dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.document import Document
from factcheck.mentions import Mention

_SCALES = frozenset({"degree_Fahrenheit", "degree_Celsius"})
_FAHRENHEIT_AT = frozenset({"US", "LR", "BS", "KY", "PW", "FM", "MH", "PR", "GU", "VI", "AS", "MP", "BZ"})
"""Countries whose forecasts tell degrees Fahrenheit (ISO 3166)."""
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
