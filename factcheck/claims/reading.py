"""Mentions -> Claims, all questions put together: document in; claims, hedges and sources out, with ids in text order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from factcheck import lexicon, mentions, quantities, sentences
from factcheck.claims import (
    FIGURES,
    Claim,
    Hedge,
    Line,
    Source,
    carried,
    currencies,
    ellipsis,
    hedges,
    leads,
    listings,
    periods,
    phrases,
    ranges,
    roles,
    scenes,
    sources,
    stances,
    subjects,
    unmarked,
)
from factcheck.claims.periods import again, years
from factcheck.claims.told import Told
from factcheck.days import Days, meaning, tenses
from factcheck.document import Document, Span
from factcheck.mentions import Mention
from factcheck.patterns import pattern
from factcheck.quantities import Quantity
from factcheck.values import frozen

SILENT = frozenset({"byline", "footer"})
"""What holds no claims."""
_WEEKDAYS = pattern(r"<<calendar: weekday>>s?(?:,| and| to| or| through|,? and| ?[-–]) *\Z")
_LED = 24
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
    lines = tuple(again.told(_lines(document, see)))
    found = sources.find(lines)
    units = currencies.reader(document, [m for line in lines for m in line.mentions if m.kind == "money"])
    claims: list[Claim] = []
    hedged: list[Hedge] = []
    for at, (line, vouchers) in enumerate(zip(lines, found, strict=True)):
        figures = [m for m in line.mentions if (m.numeral is not None or m.days is not None) and m.kind != again.KIND]
        ids = {mention.span: f"c{number}" for number, mention in enumerate(figures, len(claims) + 1)}
        here = [*_hedges(line, ids, vouchers, len(hedged))]
        hedged.extend(here)
        touching = hedges.by_claim(here)
        sums = [mention for mention in figures if mention.kind == "money"]
        near = lines[max(0, at - _BACK) : at + 1]
        elsewhen = bool(sums) and _speaks_of_past(near, document.published)
        told = []
        for mention in figures:
            name = ids[mention.span]
            touched = tuple(touching.get(name, ()))
            about = document.published, document.home, elsewhen, near
            told.append(Told(name, mention, line, units(mention), touched, vouchers, *about))
        claims.extend(map(make or claim, told))
    return Statements(
        tuple(carried.on(ellipsis.filled(claims))), tuple(hedged), tuple(source for here in found for source in here), lines
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


def _hedges(line: Line, ids: dict[Span, str], vouchers: Sequence[Source], count: int) -> Iterator[Hedge]:
    """Give the line's hedges, each with the ids of the figures that it touches."""
    for at, hedge in enumerate(hedges.find(line, vouchers), count + 1):
        yield Hedge(f"h{at}", hedge.span, hedge.kind, tuple(ids[figure.span] for figure in hedge.touched))


def _speaks_of_past(lines: Sequence[Line], published: dt.date | None) -> bool:
    """Tell whether a sentence or those before it name a year before that of publication."""
    years = (m.days.year for line in lines for m in line.mentions if m.days is not None)
    return published is not None and any(year is not None and year < published.year for year in years)


def claim(told: Told) -> Claim:
    """Make the claim of a figure or a time."""
    return _of_figure(told) if told.mention.days is None else _of_time(told, told.mention.days)


def _of_time(told: Told, days: Days) -> Claim:
    """Make the claim of a date, a weekday or a period: the days that it names."""
    line, mention = told.line, told.mention
    of_any = days.weekday is not None and years.are_told(told.near, mention, told.published)
    tense = tenses.ANY if of_any else _tense(line, mention, days)
    stretch = meaning.resolve(days, told.published, tense)
    dated = next((end for end in (days.to, days) if end and end.weekday is not None and end.month), days)
    day = stretch if dated is days else meaning.resolve(dated, told.published, tense)
    known = day.days or ((day.first,) if day.first and day is not stretch else ())
    since = years.beside(line, mention)
    return Claim(
        told.id,
        mention.span,
        mention.kind,
        line.sentence,
        phrase=mention.span,
        first_day=stretch.first,
        last_day=stretch.last,
        weekday=dated.weekday,
        days=(*known, *(years.of_near(told.near, mention) if of_any else ())),
        written=days,
        guess=stretch.guess,
        forms=_forms(told, days, dated) | ({since[0]} if since else set()),
        since_year=since[1] if since else None,
        tense=periods.happened(line, mention),
        source=told.source,
        stance=stances.of_time(line),
    )


def _forms(told: Told, days: Days, dated: Days) -> frozenset[str]:
    """Tell how a time is written; the last weekday of a list or a range ("Friday to Sunday, May 1-3") is not the date's."""
    line, mention = told.line, told.mention
    led = line.sentence.within[max(line.sentence.span.start, mention.span.start - _LED) : mention.span.start]
    listed = _WEEKDAYS.search(led) is not None or (days is dated and days.to is not None)
    weekday = dated.weekday is not None and dated.month is not None and not listed
    weekday = weekday and (dated.year is not None or not years.are_remembered(told.near))
    impossible = not meaning.can_be(days) and periods.is_surely_a_day(line, mention)
    month = days.year is not None and days.month is not None and days.day is None
    kinds = {"year": days.year is not None, "month": month, "weekday": weekday, "impossible": impossible}
    return frozenset({days.form, *(form for form, is_so in kinds.items() if is_so)})


def _of_figure(told: Told) -> Claim:
    """Make the claim of a figure: what it counts, whose, when."""
    line, mention = told.line, told.mention
    text, sentence, start = line.sentence.within, line.sentence.span, mention.start
    phrase = phrases.behind(text, mention, sentence.end, title=line.sentence.kind == "headline")
    found = roles.of(line, mention, phrase)
    whose = subjects.of(text, phrase) if mention.kind in leads.GROUPED else None
    subject = whose or leads.subject_before(line, mention)
    stretch, since = _time(told), years.beside(line, mention)
    names = listings.behind(text, mention, sentence.end)
    return Claim(
        told.id,
        mention.span,
        "count" if mention.kind == "number" and (phrase.head or found) else mention.kind,
        line.sentence,
        quantity=_quantity(told, found, subject.head if subject else None),
        phrase=Span(start, max(phrase.end, mention.span.end), mention.span.in_headline),
        counted=phrase.head,
        role=found[0] if found else None,
        roles=found,
        subject=subject,
        additional=phrases.is_additional(text, sentence.start, start, mention.span.end, phrase),
        running=phrases.is_running(text, start),
        listed=phrases.is_listed(line, mention, start, phrase.end),
        elsewhen=mention.kind == "money" and (told.elsewhen or "then" in scenes.of(line.sentence).shifts),
        first_day=stretch.first,
        last_day=stretch.last,
        guess=stretch.guess,
        listing=names,
        source=told.source,
        hedges=told.hedge_ids,
        hedge_kinds=told.hedge_kinds,
        forms=ranges.forms(line, mention) | ({since[0]} if since else set()) | ({"listing"} if names else set()),
        since_year=since[1] if since else None,
        stance=stances.of(line, mention, phrase.end, told.hedge_kinds, told.vouchers),
    )


def _time(told: Told) -> meaning.Stretch:
    """Give the time that a figure is for."""
    time = periods.of_figure(told.line, told.mention) if told.mention.kind in FIGURES else None
    days = periods.days_of(told.line, time, told.mention) if time is not None else None
    if time is None or days is None:
        return meaning.Stretch()
    return meaning.resolve(days, told.published, _tense(told.line, time, days))


def _tense(line: Line, time: Mention, days: Days) -> str | None:
    """Tell how a time is told, where its days depend on it: a year that is written does not."""
    return None if days.year is not None and not days.readings else periods.tense(line, time)


def _quantity(told: Told, found: tuple[str, ...], head: str | None) -> Quantity | None:
    """Give the quantity; people have a unit of their own."""
    people = told.mention.kind == "number" and (
        any(lexicon.entries("roles")[role].get("counts") == "person" for role in found) or lexicon.is_person(head or "")
    )
    return quantities.of(told.mention, ("person",) if people else told.units)
