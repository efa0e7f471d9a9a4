"""A finding -> where its figures lie on one line, so that the eye sees the gap between them.

Figures in one unit lie beside each other. Of others, and of sums, the figure that closes the calculation lies beside what it
would have to be. Positions are per mille of the line's width; only they are floats.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

from factcheck.claims import Claim
from factcheck.document import Document
from factcheck.findings import Finding
from factcheck.intervals import Interval
from factcheck.report.plain import DAYS
from factcheck.values import frozen
from factcheck.writers.console import words

WIDTH = 1000
_MARGIN = 60
_LEAST = 14
"""The width of a band that would be too thin to see."""
_FAR = 30
"""Times that the largest end is larger than the smallest where the line becomes logarithmic."""
_MOST = Fraction(10) ** 300
"""What no float holds is not drawn."""


@frozen
class Band:
    """What a figure can stand for, on the line: from ``left`` to ``right``; ``open`` names the sides without end."""

    label: str
    says: str
    left: int
    right: int
    open_left: bool = False
    open_right: bool = False


@frozen
class Drawing:
    """Bands on one line, the gap between the first two, and the same in words."""

    bands: tuple[Band, ...]
    gap: tuple[int, int] | None
    says: str
    logarithmic: bool = False


def drawn(document: Document, finding: Finding, claims: Mapping[str, Claim]) -> Drawing | None:
    """Draw a finding; None where nothing in it has a place on a line."""
    rows = _rows(document, finding, claims)
    ends = [end for _, _, interval in rows for end in (interval.low, interval.high) if end is not None]
    if len(rows) < 2 or not ends or min(ends) == max(ends) or max(map(abs, ends)) > _MOST:
        return None
    logarithmic = min(ends) > 0 and max(ends) > _FAR * min(ends)
    low, high = (_at(end, logarithmic) for end in (min(ends), max(ends)))
    bands = tuple(_band(label, says, interval, low, high, logarithmic) for label, says, interval in rows)
    ordered = sorted(bands[:2], key=lambda band: band.left)
    gap = (ordered[0].right, ordered[1].left) if ordered[0].right < ordered[1].left else None
    return Drawing(
        bands,
        gap,
        "; ".join(band.says if band.says == band.label else f"{band.label}: {band.says}" for band in bands),
        logarithmic,
    )


def _rows(document: Document, finding: Finding, claims: Mapping[str, Claim]) -> list[tuple[str, str, Interval]]:
    """Give what to draw: labels, what they say, and intervals in one unit."""
    told = [claims[id_] for id_ in finding.claims if id_ in claims]
    figures = [claim for claim in told if claim.quantity is not None and claim.kind not in DAYS]
    if len(figures) == len(told) == 2 and len({claim.quantity.unit for claim in figures if claim.quantity}) == 1:
        return [_figure(document, claim) for claim in figures]
    mended = {repair.claim: repair for repair in finding.repairs}
    for claim in reversed(figures):
        if claim.id in mended and claim.quantity is not None:
            repair = mended[claim.id]
            says = words.needed(document, repair, claim)
            return [_figure(document, claim), ("would have to be", says, _positive(repair.interval))]
    return []


def _figure(document: Document, claim: Claim) -> tuple[str, str, Interval]:
    interval = claim.quantity.possible if claim.quantity else Interval()
    label = words.quoted(document, claim.span)
    return label, label if interval.is_point else words.stretch(interval) or "any value", interval


def _positive(interval: Interval) -> Interval:
    """Leave out a lower end of nought that nobody thinks of."""
    return Interval(None, interval.high, False, interval.high_open) if interval.low == 0 else interval


def _at(value: Fraction, logarithmic: bool) -> float:
    return math.log10(value) if logarithmic else float(value)


def _band(label: str, says: str, interval: Interval, low: float, high: float, logarithmic: bool) -> Band:
    def place(end: Fraction | None, without: int) -> int:
        if end is None:
            return without
        return round(_MARGIN + (WIDTH - 2 * _MARGIN) * (_at(end, logarithmic) - low) / (high - low))

    left, right = place(interval.low, 0), place(interval.high, WIDTH)
    if right - left < _LEAST:
        left, right = left - _LEAST // 2, right + _LEAST // 2
    return Band(label, says, left, right, interval.low is None, interval.high is None)
