"""A figure, and all that the rest of its document says of it: what `reading` makes a claim of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from factcheck.claims import Hedge, Line, Source, sources
from factcheck.mentions import Mention
from factcheck.values import frozen


@frozen
class Told:
    """A figure or a time with what the rest of the document says of it; its claim depends on nothing else."""

    id: str
    mention: Mention
    line: Line
    units: tuple[str, ...]
    hedges: tuple[Hedge, ...]
    vouchers: tuple[Source, ...]
    published: dt.date | None
    home: str | None
    elsewhen: bool
    near: Sequence[Line]
    lent: tuple[int, ...] = ()

    @property
    def source(self) -> str | None:
        """The id of its nearest voucher."""
        return sources.of_figure(self.mention.span, self.vouchers, self.line.sentence.within)

    @property
    def hedge_kinds(self) -> frozenset[str]:
        """The kinds of the hedges that touch it."""
        return frozenset(hedge.kind for hedge in self.hedges)

    @property
    def hedge_ids(self) -> tuple[str, ...]:
        """The hedges that touch it."""
        return tuple(hedge.id for hedge in self.hedges)
