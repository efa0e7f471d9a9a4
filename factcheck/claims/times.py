"""A time as it was seen -> its claim: the days that it names, how it is written, and how it is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import takewhile

from factcheck import lexicon
from factcheck.claims import Claim, Line, stances
from factcheck.claims.periods import past_or_future, since, stretches, verbs, years
from factcheck.claims.told import Told
from factcheck.days import Days, meaning, tenses
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_WEEKDAYS = pattern(r"<<calendar: weekday>>s?(?:,| and| to| or| through|,? and| ?[-–]) *\Z")
_LED_DAY = pattern(r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]ated) (?:the )?\Z")
_CLOSED_DAY = pattern(r"[.,;:)]|\Z| (?:and|at|when|after|before|to|in|for|with|as|the|a|<<pronoun>>|that)\b")
_OF_THAT_YEAR = pattern(
    r",?(?: (?:of|in))? (?:that|the) (?:same |very |previous |following )?<<spells>>(?: (?:before|earlier))?\b(?! after\b)"
    r"|,? (?:<<counts>>|\d+) <<spells>>s (?:ago|before|earlier|later)\b"
)
"""Behind a day without a year: whose year it is."""
_UNREAL = pattern(r"\b(?i:<<unreal>>)\b")
_WORD = pattern(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_LED, _WORDS, _OBJECT = 24, 9, 6
_LOOSENING = frozenset({"to", "for", "at", "against", "with", "ahead", "before", "after", "as", "that", "set", "due"})
"""Words behind which a time is no longer that of the verb before them: "named a team [to] play on Friday"."""
_LEADING_DAY = frozenset({"On", "on", "Late", "late", "Early", "early", "Last", "last", "Earlier", "earlier"})


def claim(told: Told, days: Days) -> Claim:
    """Make the claim of a date, a weekday or a period."""
    line, mention = told.line, told.mention
    last = days.of if days.rank == -1 and days.unit == "day" else None  # "the week to Monday, March 7"
    dated = next((end for end in (days.to, last, days) if end and end.weekday is not None and end.month), days)
    of_any = dated.weekday is not None and dated.month is not None and years.are_told(told.near, mention, told.published)
    tense = tenses.ANY if of_any else tense_of(line, mention, days)
    stretch = meaning.resolve(days, told.published, tense)
    day = stretch if dated is days else meaning.resolve(dated, told.published, tense)
    known = day.days or ((day.first,) if day.first and (day is not stretch or told.lent) else ())
    counted = since.of(line, mention)
    return Claim(
        told.id,
        mention.span,
        mention.kind,
        line.sentence,
        phrase=mention.span,
        first_day=stretch.first,
        last_day=stretch.last,
        weekday=dated.weekday,
        days=(*known, *(_in_other_years(told, of_any=of_any) if known else ())),
        written=days,
        guess=stretch.guess,
        forms=_forms(told, days, dated) | ({counted.form} if counted else set()),
        since_year=counted.year if counted else None,
        until_year=counted.until if counted else None,
        tense=None if _UNREAL.search(line.sentence.text) else past_or_future.happened(line, mention),
        source=told.source,
        stance=stances.of_time(line),
    )


def _in_other_years(told: Told, *, of_any: bool) -> Iterator[dt.date]:
    """Give a day without a year in the years that the sentences about it tell, and those that its paragraph lends it."""
    if of_any:
        yield from years.of_near(told.near, told.mention, told.published)
    yield from years.of(told.lent, told.mention)


def _forms(told: Told, days: Days, dated: Days) -> frozenset[str]:
    """Tell how a time is written; the last weekday of a list or a range ("Friday to Sunday, May 1-3") is not the date's."""
    line, mention = told.line, told.mention
    led = line.sentence.within[max(line.sentence.span.start, mention.span.start - _LED) : mention.span.start]
    weekday = dated.weekday is not None and dated.month is not None and not (days is dated and days.to is not None)
    weekday = weekday and _WEEKDAYS.search(led) is None and (dated.year is not None or not _is_of_a_year_told(told))
    impossible = not meaning.can_be(days) and _is_surely_a_day(line, mention)
    month = days.year is not None and days.month is not None and days.day is None
    stretch = days.to is not None and stretches.is_one(line, mention)
    kinds = {"year": days.year is not None, "month": month, "weekday": weekday, "impossible": impossible, "stretch": stretch}
    return frozenset({days.form, *(form for form, is_so in kinds.items() if is_so)})


def _is_of_a_year_told(told: Told) -> bool:
    """Tell whether a day without a year is of one that other words tell of: "on Sunday, Jan. 17 of that year"."""
    span = told.mention.span
    behind = _OF_THAT_YEAR.match(told.line.sentence.within, span.end, told.line.sentence.span.end)
    return behind is not None or years.are_remembered(told.near)


def tense_of(line: Line, time: Mention, days: Days) -> str | None:
    """Tell how a time is told, where its days depend on it: a year that is written does not."""
    told = None if days.year is not None and not days.readings else past_or_future.tense(line, time)
    if told != "past" or past_or_future.happened(line, time) is not None:
        return told
    of_week = days.weekday is not None and (days.day, days.month, days.of) == (None, None, None)
    return told if of_week and (days.kind != "weekday" or _is_of_past(line, time)) else tenses.LOOSE


def _is_of_past(line: Line, time: Mention) -> bool:
    """Tell whether a weekday opens its sentence, stands at a past verb or its object, or in what had been before."""
    text, span = line.sentence.within, line.sentence.span
    words = text[span.start : time.span.start].replace("“", "").split()[-_WORDS:]
    while words and words[-1] in _LEADING_DAY:
        words.pop()
    behind = text[time.span.end : span.end].split(None, 1)[:1]
    if not words or "had" in words or any(verbs.is_past(word) or verbs.is_cut(word, "it") for word in behind):
        return True
    clause = takewhile(lambda word: word not in _LOOSENING, reversed(words[-_OBJECT:]))
    return any(verbs.is_past(word) for word in clause) or not verbs.SPEAKING.isdisjoint(words[-_OBJECT:])


def _is_surely_a_day(line: Line, mention: Mention) -> bool:
    """Tell that a month and a number are meant as a day: led by a preposition or a weekday, and not counting what follows.

    Nothing is sure in a quotation ("pay me on April 31"), nor where the sentence denies ("there is no April 31").
    """
    text, span = line.sentence.within, mention.span
    before, quote = text[line.sentence.span.start : span.start], text[span.start : span.end]
    if sum(map(before.count, '“"')) > before.count("”") + before.count('"') // 2 * 2 or not any(map(str.isalpha, quote)):
        return False
    words = {*_WORD.findall(line.sentence.text.lower())}
    if not words.isdisjoint(lexicon.words("grammar", "negations")) or _UNREAL.search(line.sentence.text):
        return False
    days = mention.days
    led = days is not None and (days.weekday is not None or days.to is not None or days.form != "on")
    return (led or _LED_DAY.search(before) is not None) and _CLOSED_DAY.match(text, span.end, line.sentence.span.end) is not None
