"""What a name of a rule may stand for: which claims fit it, and which dimension they have in `holds`."""

from __future__ import annotations

from factcheck import lexicon
from factcheck.values import frozen

DIMENSIONS = {  # of the kinds of claims; any other kind can be compared with its own like only
    "count": "count",
    "money": "money",
    "measure": "measure",
    "age": "measure",
    "duration": "measure",
    "percent": "percent",
    "points": "points",
    "number": "number",
    "ratio": "number",
    "ordinal": "number",
    "date": "day",
    "period": "day",
}
SEVERITIES = ("error", "warning", "note")
"""The worst first."""
TABULAR = ("row", "group", "table")
"""What the rules for rows look within."""


@frozen
class ClaimPattern:
    """Which claims a name of a rule may stand for; what is None is not asked.

    ``link`` and ``to``: it must be tied so to the claim that ``to`` names, as that ``part`` of it. ``unit`` is ``other`` for
    a unit other than that claim's. ``form`` is ``since`` for a period that begins and has not ended, ``year`` and ``weekday``
    for a time written with them, ``ends`` for a range, ``range`` for one told as from the lower end to the higher,
    ``listing`` for a count with names listed behind it; ``tense`` is ``past``.
    ``many`` binds all claims that are tied so, together, where there are so many at least; `holds` joins them with a word such
    as ``total``. ``hedge`` is the kind of a hedge that touches it;
    ``source`` is ``rival`` for another named voice than that claim's, ``none`` where the story names nobody at all.
    Of tables: ``column`` is what the column's name says, an entry of the lexicon of columns; ``several`` that the name stands
    for the sum of several columns.
    """

    role: str | None = None
    kind: str | None = None
    link: str | None = None
    part: str | None = None
    to: str | None = None
    where: str | None = None
    unit: str | None = None
    form: str | None = None
    tense: str | None = None
    stance: str | None = None
    many: int | None = None
    hedge: str | None = None
    source: str | None = None
    column: str | None = None
    several: bool = False

    @property
    def dimension(self) -> str:
        """The dimension that its claims have in an expression; ``claim`` where the pattern leaves it open."""
        kind = self.kind
        if kind is None and self.role is not None:
            kinds = lexicon.entries("roles")[self.role].get("kinds", ("count",))
            kind = kinds[0] if len(kinds) == 1 else None
        return DIMENSIONS.get(kind or "", "claim")
