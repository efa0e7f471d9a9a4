"""Mentions -> Claims, all questions put together: document in; claims, hedges and sources out, with ids in text order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from factcheck import lexicon, mentions, quantities, sentences
from factcheck.claims import FIGURES, Claim, Hedge, Line, Source, currencies, hedges, periods, phrases, roles, sources, stances, subjects
from factcheck.document import Document, Span
from factcheck.mentions import Days, Mention
from factcheck.quantities import Quantity

SILENT = frozenset({"byline", "footer"})
"""Parts of the layout that hold no claims."""
DATED = "masthead"
"""The part of the layout that holds no claims but its date."""


@frozen
class Statements:
    """All that a document states, with its hedges, its sources, and the sentences with what was seen in them."""

    claims: tuple[Claim, ...]
    hedges: tuple[Hedge, ...]
    sources: tuple[Source, ...]
    lines: tuple[Line, ...]


def read(document: Document) -> Statements:
    """Read a document's sentences into claims, each with its hedges and its source."""
    lines = [*_lines(document)]
    found = sources.find(lines)
    narrowed = currencies.reader(document, [m for line in lines for m in line.mentions if m.kind == "money"])
    claims: list[Claim] = []
    hedges_: list[Hedge] = []
    for line in lines:
        figures = [m for m in line.mentions if m.numeral is not None or m.days is not None]
        ids = {mention.span: f"c{len(claims) + at}" for at, mention in enumerate(figures, 1)}
        here = [*_hedges(line, figures, ids, len(hedges_))]
        hedges_.extend(here)
        for mention in figures:
            claim = _claim(line, evolve(mention, units=narrowed(mention)), document, here, ids[mention.span])
            claims.append(evolve(claim, source=sources.of_figure(claim.span, found)))
    return Statements(tuple(claims), tuple(hedges_), found, tuple(lines))


def _lines(document: Document) -> Iterator[Line]:
    """Give the sentences that hold claims; a caption that is printed twice is read once."""
    captions: set[str] = set()
    for sentence in sentences.split(document):
        if sentence.kind in SILENT or (sentence.kind == "caption" and sentence.text in captions):
            continue
        if sentence.kind == "caption":
            captions.add(sentence.text)
        seen = mentions.find(sentence)
        yield Line(sentence, tuple(m for m in seen if m.days is not None) if sentence.kind == DATED else seen)


def _hedges(line: Line, figures: Sequence[Mention], ids: dict[Span, str], count: int) -> Iterator[Hedge]:
    touchable = [mention for mention in figures if mention.kind in FIGURES]
    for at, mention in enumerate((m for m in line.mentions if m.kind == "hedge"), count + 1):
        kind = lexicon.entries("hedges")[mention.entry or ""]["kind"]
        yield Hedge(f"h{at}", mention.span, kind, tuple(ids[m.span] for m in hedges.touched(line, mention, touchable)))


def _claim(line: Line, mention: Mention, document: Document, found: Sequence[Hedge], name: str) -> Claim:
    touching = [hedge for hedge in found if name in hedge.claims]
    kinds = frozenset(hedge.kind for hedge in touching)
    claim = Claim(
        name,
        mention.span,
        mention.kind,
        line.sentence,
        hedges=tuple(hedge.id for hedge in touching),
        hedge_kinds=kinds,
        stance=stances.of(line, mention, kinds),
        tense=periods.happened(line, mention) if mention.days else None,
    )
    return _dated(claim, line, mention, document) if mention.days else _counted(claim, line, mention, document)


def _dated(claim: Claim, line: Line, mention: Mention, document: Document) -> Claim:
    """Fill in what a date, a weekday or a period names."""
    days = mention.days
    if days is None:
        return claim
    stretch = periods.resolve(days, document.published, periods.tense(line, mention))
    return evolve(
        claim,
        first_day=stretch.first,
        last_day=stretch.last,
        days=stretch.days,
        weekday=days.weekday,
        forms=_forms(days),
        phrase=claim.span,
    )


def _forms(days: Days) -> frozenset[str]:
    """Tell how a time is written."""
    weekday = days.weekday is not None and days.month is not None
    return frozenset({days.form, *(["year"] if days.year else []), *(["weekday"] if weekday else [])})


def _counted(claim: Claim, line: Line, mention: Mention, document: Document) -> Claim:
    """Fill in what a figure counts, whose, when."""
    text, stop = line.sentence.within, line.sentence.span.end
    numeral = mention.numeral
    phrase = phrases.Phrase(mention.span.end)
    if mention.kind == "number" and numeral is not None:
        phrase = phrases.behind(text, numeral, mention.span.end, stop)
    found = roles.of(line, mention, phrase)
    subject = subjects.of(text, phrase, mention.span.end)
    time = periods.of_figure(line, mention) if mention.kind in FIGURES else None
    stretch = periods.resolve(time.days, document.published, periods.tense(line, time)) if time and time.days else periods.Stretch()
    start = min((modifier.span.start for modifier in mention.modifiers), default=mention.span.start)
    return evolve(
        claim,
        kind="count" if mention.kind == "number" and (phrase.head or found) else mention.kind,
        quantity=_quantity(mention, found, subject.head if subject else None),
        phrase=evolve(mention.span, start=start, end=max(phrase.end, mention.span.end)),
        counted=phrase.head,
        role=found[0] if found else None,
        roles=found,
        subject=subject,
        additional=_is_additional(text, line.sentence.span.start, start, mention.span.end, phrase),
        running=_is_running(text, start),
        first_day=stretch.first,
        last_day=stretch.last,
    )


def _quantity(mention: Mention, found: tuple[str, ...], head: str | None) -> Quantity | None:
    """Give the quantity; people have a unit of their own."""
    quantity = quantities.of(mention)
    if quantity is None or mention.kind != "number":
        return quantity
    people = any(lexicon.entries("roles")[role].get("counts") == "person" for role in found)
    if people or (head is not None and lexicon.entries("nouns")[head].get("person")):
        return evolve(quantity, unit="person", readings=("person",))
    return quantity


def _is_additional(text: str, sentence: int, start: int, end: int, phrase: phrases.Phrase) -> bool:
    """Tell whether the figure comes on top of another ("another 40", "40 more houses")."""
    before = " ".join(text[max(sentence, start - 20) : start].lower().split())
    more = lexicon.words("grammar", "more")
    behind = text[end : end + 12].split()[:1]
    return before.endswith(tuple(f" {word}" for word in more)) or before in more or any(w.lower().strip(".,;") in more for w in (*phrase.before, *behind))


def _is_running(text: str, start: int) -> bool:
    """Tell whether the figure is a later state of an earlier one ("rose to 90")."""
    before = " ".join(text[max(0, start - 30) : start].lower().split())
    return before.endswith(tuple(lexicon.words("grammar", "running")))
