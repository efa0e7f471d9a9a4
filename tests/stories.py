"""The stories: whole news stories of our own in which every figure is annotated as a reader understands it.

There is one file per story in ``corpora/stories``: ``published``, ``headline`` and ``text``, in which each figure stands in
``[[marks]]``, then ``claims``, a line for each in text order, the headline's first:

    "640 | displaced | (residents) | in 2024-09-16 | says mayor | hedged bound | part-of 1,850"

First come the figure as written, its roles (the nearest first), and what it counts with the words that narrow it; ``-`` is none.
The noun is the last word, or stands between ``*``; in brackets it is left out in the text and understood. Behind them stand, in
any order and only where there is something to say:

    in ...       the time that its own sentence or a link gives it, as a day, a month, a year or two; open where one is left out
    says ...     who vouches for it: a word of the name
    hedged ...   the kinds of the hedges that touch it
    KIND ...     a link, with the figure that it runs to; ``9#2`` is the second figure that is written ``9``
    planned ...  a stance other than asserted

Where readers could differ, the words decide. A time that says when something was promised, agreed or said is not its figure's.
A change or a difference has a ``move`` to the level that has it; so has another level behind "from", "compared with" and
"against", while one behind "above", "below" and "than" has a ``threshold``, and one behind "twice" a ``multiple``. In "29 of the
65 seats" both figures count seats. What only changes something ("rose by 40 euros") has no role. A figure in brackets has no
hedge that stands at the one before.

What tells a time is no figure ("in the 12 weeks to January 4", "3,400 years ago"), nor are the article before a unit ("a year")
and "one" before "of"; "one" before its noun is. A multiple ("three times the limit") is a figure that counts nothing. Of nouns
that "and" joins the first is counted ("61 homes and garages"), with all modifiers ("current or retired players"). In "21 of them
women" the women are understood. Whose noun is left out has the role of a verb that is left out with it ("40 were hurt, six
badly"), not another's where its own clause has a verb ("29 of whom were sent home"); but who only "were" something have the
role of those before, and count those ("Twelve people died. Four were children"). "Within" before a length of time is a bound.

Whom a toll includes have its role ("the dead included six guards"), others behind "including" that have a noun of their own
have none. A share that tells again how many are meant ("450 people, one in nine of its staff", "or 9 percent") has no role.
What something is worth is its value; what a contract is worth by the year is the contract. A season alone is the nearest one
of its tense ("since the spring", "down from 53 in the spring"). What "would have" been is a forecast. A size that describes its
noun ("a 38-metre yacht") has no time. Some of whom only place or time is told have the role of all ("5,100 of them in Germany",
"30 of them in one blaze"), those whose state is told have none ("six of them in intensive care").

``unseen`` marks a story that was written and annotated before any of them was read by the engine. ``edits`` belong to
``benchmarks/accuracy``.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve, frozen

from factcheck.claims import FIGURES, Claim
from factcheck.document import Document, Span
from factcheck.readers import from_text
from factcheck.rules.examples import marked
from factcheck.story import Story

FOLDER = Path(__file__).parent / "corpora" / "stories"
LINKS = frozenset(
    {
        "part-of",
        "restates",
        "headline",
        "repeats",
        "move",
        "threshold",
        "multiple",
        "adds-up",
        "rest-of",
        "range",
        "shares-with",
        "rated",
    }
)
"""Links that a reader sees; others only serve rules."""
STANCES = frozenset({"denied", "planned", "conditional", "asked", "forecast"})
FIELDS = ("roles", "noun", "subject", "links", "period", "source", "hedges", "stance")
_GROUPED = frozenset({"count", "number", "percent", "ratio"})
"""Figures that have a subject; of others only the noun is compared."""
_WRAP = re.compile(r"(?<!\n)\n(?!\n)")


@frozen
class Reading:
    """What a reader understands of one figure, or the engine: each field in words."""

    figure: str
    roles: str = "-"
    noun: str = "-"
    subject: str = "-"
    links: str = "-"
    period: str = "-"
    source: str = "-"
    hedges: str = "-"
    stance: str = "asserted"


@frozen
class Annotated:
    """A story with where its figures stand and how each is understood."""

    name: str
    document: Document
    marks: tuple[Span, ...]
    readings: tuple[Reading, ...]
    unseen: bool


def names() -> list[str]:
    """Give the stories' names: beat and subject."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def story(name: str) -> Annotated:
    """Read a story; faults of its annotation are raised as ValueError."""
    fields = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    text, marks = marked(f"{fields['headline']}\n\n{_WRAP.sub(' ', fields['text'].strip())}\n")
    quotes = [text[mark.start : mark.end] for mark in marks]
    stated = [[part.strip() for part in line.split("|")] for line in fields["claims"]]
    if quotes != [parts[0] for parts in stated]:
        wrong = next(
            pair for pair in zip([*quotes, None], [*(parts[0] for parts in stated), None], strict=False) if pair[0] != pair[1]
        )
        raise ValueError(f"{name}: marked is {wrong[0]!r}, annotated is {wrong[1]!r}")
    readings = tuple(reading(parts, quotes, name) for parts in stated)
    return Annotated(name, from_text(text, published=fields["published"]), marks, readings, fields.get("unseen", False))


def reading(parts: Sequence[str], quotes: Sequence[str], name: str) -> Reading:
    """Read one line of an annotation, of a story with these figures; a fault is raised as ValueError."""
    figure, roles, phrase, *rest = parts
    understood = phrase.startswith("(")
    phrase = phrase.strip("()")
    starred = re.search(r"\*(.+?)\*", phrase)
    noun = starred[1] if starred else phrase.split()[-1]
    read = Reading(figure, roles, "-" if understood else noun, phrase.replace("*", ""))
    links = []
    for word, _, said in (part.partition(" ") for part in rest):
        if word in LINKS:
            if said.partition("#")[0] not in quotes:
                raise ValueError(f"{name}: {figure} is linked to {said!r}, which is no figure")
            links.append(f"{word} {said}")
        elif word in STANCES:
            read = evolve(read, stance=word)
        elif word == "in":
            read = evolve(read, period=_period(said))
        elif word == "says":
            read = evolve(read, source=said)
        elif word == "hedged":
            read = evolve(read, hedges=", ".join(sorted(said.split(", "))))
        else:
            raise ValueError(f"{name}: {word!r} of {figure} says nothing")
    return evolve(read, links=", ".join(sorted(links)) or "-")


def _period(said: str) -> str:
    """Write "2024-03", "2023..2024", "2016.." as first and last day."""
    first, dots, last = said.partition("..")
    return f"{_day(first, 0) if first else ''}..{_day(last if dots else first, -1) if last or not dots else ''}"


def _day(said: str, end: int) -> dt.date:
    year, *rest = (int(part) for part in said.split("-"))
    month = rest[0] if rest else (1, 12)[end]
    day = rest[1] if len(rest) > 1 else (1, calendar.monthrange(year, month)[1])[end]
    return dt.date(year, month, day)


def engine(told: Story, marks: Sequence[Span]) -> tuple[list[Reading | None], list[str]]:
    """Give how the engine reads each marked figure (None: it is not read), and the figures that it reads elsewhere."""
    found = {(claim.span.start, claim.span.end): claim for claim in told.claims}
    written = _written(told)
    readings = [_read(told, found[place], written) if place in found else None for place in ((m.start, m.end) for m in marks)]
    known = {(mark.start, mark.end) for mark in marks}
    extra = [told.document.quote(c.span) for place, c in found.items() if c.kind in FIGURES and place not in known]
    return readings, extra


def _written(told: Story) -> dict[str, str]:
    """Name each figure as the annotations do: ``9``, ``9#2``."""
    seen: Counter[str] = Counter()
    named = {}
    for claim in sorted((claim for claim in told.claims if claim.kind in FIGURES), key=lambda claim: claim.span.start):
        quote = " ".join(told.document.quote(claim.span).split())
        seen[quote] += 1
        named[claim.id] = quote if seen[quote] == 1 else f"{quote}#{seen[quote]}"
    return named


def _read(told: Story, claim: Claim, written: dict[str, str]) -> Reading:
    source = next((source for source in told.sources if source.id == claim.source), None)
    words = f"{source.name} {told.document.quote(source.source) if source.source else ''}" if source else "-"
    links = sorted(
        f"{link.kind} {written.get(link.other, '?')}" for link in told.links if link.one == claim.id and link.kind in LINKS
    )
    days = f"{claim.first_day or ''}..{claim.last_day or ''}"
    return Reading(
        told.document.quote(claim.span),
        ", ".join(claim.roles) or "-",
        claim.counted or "-",
        (claim.subject.text if claim.subject else "-") if claim.kind in _GROUPED else claim.counted or "-",
        ", ".join(dict.fromkeys(links)) or "-",
        "-" if days == ".." else days,
        words,
        ", ".join(sorted(claim.hedge_kinds)) or "-",
        claim.stance,
    )


def misses(right: Reading, read: Reading | None) -> Iterator[tuple[str, str, str]]:
    """Give each field that the engine reads otherwise, with both readings; a figure that is not read misses all."""
    for field in FIELDS:
        ours, theirs = getattr(right, field), getattr(read, field) if read else "not read"
        if not (_is_named(ours, theirs) if field == "source" and ours != "-" else _plain(ours) == _plain(theirs)):
            yield field, ours, theirs


def _plain(words: str) -> str:
    return words.lower()


def _is_named(ours: str, theirs: str) -> bool:
    return all(word in theirs.lower() for word in ours.lower().split())
