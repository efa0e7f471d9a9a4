"""A figure as it was seen -> its claim: what it counts, whose, when, and how the text puts it."""

from __future__ import annotations

from factcheck import lexicon, quantities
from factcheck.claims import (
    FIGURES,
    Claim,
    Subject,
    listings,
    periods,
    phrases,
    ranges,
    roles,
    scenes,
    stances,
    subjects,
    thermometers,
    times,
)
from factcheck.claims.periods import full_year, since
from factcheck.claims.phrases import Phrase
from factcheck.claims.roles import between, whose
from factcheck.claims.told import Told
from factcheck.days import Days, meaning
from factcheck.document import Span
from factcheck.patterns import pattern
from factcheck.quantities import Quantity

_WILL = pattern(r"\b(?:will|shall|would|plans?|planned|planning|aims?|hopes?|agreed)\b")
"""What is to come in a month, though that has just ended: "it will open 40 shops in May", told in June, is of the next one."""


def claim(told: Told) -> Claim:
    """Make the claim of a figure."""
    line, mention = told.line, told.mention
    phrase, found, subject = _about(told)
    (stretch, written), counted = _time(told), since.of(line, mention)
    names = listings.behind(line.sentence.within, mention, line.sentence.span.end)
    hedge_kinds = told.hedge_kinds
    return Claim(
        told.id,
        mention.span,
        "count" if mention.kind == "number" and (phrase.head or found or (subject and subject.head)) else mention.kind,
        line.sentence,
        quantity=_quantity(told, found, subject.head if subject else None),
        phrase=Span(mention.start, max(phrase.end, mention.span.end), mention.span.in_headline),
        counted=phrase.head,
        role=found[0] if found else None,
        roles=found,
        subject=subject,
        additional=phrases.is_additional(line, mention, phrase),
        running=phrases.is_running(line, mention),
        listed=phrases.is_listed(line, mention, phrase),
        elsewhen=mention.kind == "money" and (told.elsewhen or "then" in scenes.of(line.sentence).shifts),
        first_day=stretch.first,
        last_day=stretch.last,
        written=written,
        guess=stretch.guess,
        listing=names,
        source=told.source,
        hedges=told.hedge_ids,
        hedge_kinds=hedge_kinds,
        forms=ranges.forms(line, mention)
        | thermometers.forms(line, mention)
        | ({counted.form} if counted else set())
        | ({"listing"} if names else set()),
        since_year=counted.year if counted else None,
        until_year=counted.until if counted else None,
        stance=stances.of(line, mention, phrase.end, hedge_kinds, told.vouchers),
    )


def _about(told: Told) -> tuple[Phrase, tuple[str, ...], Subject | None]:
    """Read what a figure is about: the noun phrase behind it, its roles, and whose it is."""
    line, mention = told.line, told.mention
    text = line.sentence.within
    phrase = phrases.behind(text, mention, line.sentence.span.end, title=line.sentence.kind == "headline")
    group = subjects.of(text, phrase) if mention.kind in between.GROUPED else None
    return phrase, roles.of(line, mention, phrase), group or whose.before(line, mention)


def _time(told: Told) -> tuple[meaning.Stretch, Days | None]:
    """Give the time that a figure is for, and as it is written where its days are not known."""
    time = periods.of_figure(told.line, told.mention) if told.mention.kind in FIGURES else None
    days = periods.days_of(told.line, time, told.mention) if time is not None else None
    if time is None or days is None:
        return full_year.of(told.line, told.mention, told.published) or meaning.Stretch(), None
    meant = meaning.resolve if _WILL.search(told.line.sentence.text) else meaning.of_outlook
    stretch = meant(days, told.published, times.tense_of(told.line, time, days))
    return stretch, days if stretch.first is stretch.last is None and days.form == "on" else None


def _quantity(told: Told, found: tuple[str, ...], head: str | None) -> Quantity | None:
    """Give the quantity; people have a unit of their own."""
    people = told.mention.kind == "number" and (any(map(lexicon.counts_people, found)) or lexicon.is_person(head or ""))
    return quantities.of(told.mention, ("person",) if people else told.units)
