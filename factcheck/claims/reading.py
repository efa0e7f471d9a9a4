"""Mentions -> Claims, all questions put together: document in; claims, hedges and sources out, with ids in text order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from factcheck import mentions, sentences
from factcheck.claims import (
    Claim,
    Hedge,
    Line,
    Source,
    carried,
    currencies,
    ellipsis,
    figures,
    hedges,
    levels,
    namesakes,
    periods,
    renamed,
    sources,
    thermometers,
    times,
    unmarked,
)
from factcheck.claims.periods import again, years
from factcheck.claims.told import Told
from factcheck.document import Document
from factcheck.mentions import Mention
from factcheck.values import frozen

SILENT = frozenset({"byline", "footer"})
"""What holds no claims."""
_BACK = 3
"""Sentences before a sum or a day in which a year can tell when it was."""
DATED = frozenset({"masthead", "dateline"})
"""What holds no claims but its date."""


@frozen
class Statements:
    """All that a document states, with its hedges, its sources, and the sentences with what was seen in them."""

    claims: tuple[Claim, ...]
    hedges: tuple[Hedge, ...]
    sources: tuple[Source, ...]
    lines: tuple[Line, ...]


Make = Callable[[Told], Claim]


def read(document: Document, see: mentions.See = mentions.find, make: Make | None = None) -> Statements:
    """Read a document's sentences into claims, each with its hedges and its source.

    Args:
        document: the document.
        see: gives a sentence's mentions.
        make: makes the claim of a figure or a time.

    """
    lines = tuple(renamed.told(namesakes.told(again.told(_lines(document, see)))))
    found = sources.find(lines)
    units = currencies.reader(document, [m for line in lines for m in line.mentions if m.kind == "money"])
    units = thermometers.ordered(document, (m for line in lines for m in line.mentions if m.kind == "measure"), units)
    claims: list[Claim] = []
    hedged: list[Hedge] = []
    for at, (line, vouchers) in enumerate(zip(lines, found, strict=True)):
        if not line.mentions and not vouchers:
            continue
        named = {f"c{number}": figure for number, figure in enumerate(_figures(line), len(claims) + 1)}
        here = [*_hedges(line, named, vouchers, len(hedged))]
        hedged.extend(here)
        if named:
            near, lent = lines[max(0, at - _BACK) : at + 1], years.lent(lines, at, document.published)
            claims.extend(map(make or claim, _told(document, near, lent, named, units, here, vouchers)))
    return Statements(
        tuple(levels.dated(carried.on(ellipsis.filled(claims)))),
        tuple(hedged),
        tuple(source for here in found for source in here),
        lines,
    )


def _lines(document: Document, see: mentions.See) -> Iterator[Line]:
    """Give the sentences that hold claims; a caption that is printed twice is read once."""
    captions: set[str] = set()
    for sentence in sentences.split(document):
        if sentence.kind in SILENT or (sentence.kind == "caption" and sentence.text in captions):
            continue
        if sentence.kind == "caption":
            captions.add(sentence.text)
        seen = see(sentence)
        if document.home is not None:
            seen = tuple(periods.at_home(mention, document.home, document.text) for mention in seen)
        seen = (
            tuple(m for m in seen if m.days is not None) if sentence.kind in DATED else unmarked.completed(sentence.within, seen)
        )
        yield Line(sentence, seen)


def _figures(line: Line) -> list[Mention]:
    """Give the figures and times of a line, without what only tells again."""
    return [m for m in line.mentions if (m.numeral is not None or m.days is not None) and m.kind != again.KIND]


def _hedges(line: Line, named: Mapping[str, Mention], vouchers: Sequence[Source], count: int) -> Iterator[Hedge]:
    """Give the line's hedges, each with the ids of the figures that it touches."""
    found = [*hedges.find(line, vouchers)]
    ids = {figure.span: name for name, figure in named.items()} if found else {}
    for at, hedge in enumerate(found, count + 1):
        yield Hedge(f"h{at}", hedge.span, hedge.kind, tuple(ids[figure.span] for figure in hedge.touched))


def _told(
    document: Document,
    near: Sequence[Line],
    lent: tuple[int, ...],
    named: Mapping[str, Mention],
    units: Callable[[Mention], tuple[str, ...]],
    here: Sequence[Hedge],
    vouchers: tuple[Source, ...],
) -> Iterator[Told]:
    """Give the figures of the last of some lines, by their ids, with what the document says of each."""
    touching = hedges.by_claim(here)
    has_sums = any(mention.kind == "money" for mention in named.values())
    about = document.published, document.home, has_sums and _speaks_of_past(near, document.published), near, lent
    for name, mention in named.items():
        yield Told(name, mention, near[-1], units(mention), tuple(touching.get(name, ())), vouchers, *about)


def _speaks_of_past(lines: Sequence[Line], published: dt.date | None) -> bool:
    """Tell whether a sentence or those before it name a year before that of publication."""
    told = (m.days.year for line in lines for m in line.mentions if m.days is not None)
    return published is not None and any(year is not None and year < published.year for year in told)


def claim(told: Told) -> Claim:
    """Make the claim of a figure or a time."""
    return figures.claim(told) if told.mention.days is None else times.claim(told, told.mention.days)
