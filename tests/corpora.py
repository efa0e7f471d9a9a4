"""The corpora: texts whose ``[[marked]]`` words must be seen, with how each is read.

A table of a corpus is a law; in it each text stands before what its marks are read as, in text order:

    ["brackets are no minus sign"]
    "It took [[6 trillion won]] ([[$4.22 billion]])." = ["money 6,000,000,000,000 KRW", "money 4,220,000,000 USD"]

There is one file per kind in ``corpora/mentions`` and one per question in ``corpora/claims``.
"""

from __future__ import annotations

import calendar
import datetime as dt
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from factcheck.days import Days
from factcheck.document import Document, Part, Span
from factcheck.mentions import Mention
from factcheck.rules.examples import marked
from factcheck.sentences import Sentence, spaced

FOLDER = Path(__file__).parent / "corpora"


@frozen
class Case:
    """A text without its marks, where they stood, and how each is read."""

    text: str
    marks: tuple[Span, ...]
    reads: tuple[str, ...]


def cases(stage: str, name: str) -> list[Any]:
    """Give the cases of a corpus as parameters, each with its law and its text for a name."""
    laws = tomllib.loads((FOLDER / stage / f"{name}.toml").read_text("utf-8"))
    stated = ((law, *marked(text), tuple(reads)) for law, texts in laws.items() for text, reads in texts.items())
    return [pytest.param(Case(text, marks, reads), id=f"{law}: {text}") for law, text, marks, reads in stated]


def names(stage: str) -> list[str]:
    """Give the corpora of a stage."""
    return sorted(path.stem for path in (FOLDER / stage).glob("*.toml"))


def sentence(text: str) -> Sentence:
    """Make one sentence of a whole text."""
    return Sentence(Span(0, len(text)), "body", 0, spaced(text))


def document(text: str, published: dt.date | None = None, home: str | None = None) -> Document:
    """Make a document of running text; each line is a paragraph."""
    parts, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Part("body", Span(start, start + len(line))))
        start += len(line) + 1
    return Document(text, parts=tuple(parts), published=published, home=home)


def reading(mention: Mention) -> str:
    """Write how a figure, a time or a label is read: its kind, its value or the ends of its range, and its likeliest unit."""
    if mention.days is not None:
        return f"{mention.kind} {days(mention.days)}"
    if mention.numeral is None:
        return mention.kind
    value = "?" if mention.numeral.vague else number(mention.numeral.value)
    far = f" to {number(mention.far.value)}" if mention.far else ""
    return " ".join([mention.kind, value + far, *mention.units[:1]])


def number(value: Fraction) -> str:
    """Write a number: with commas, as an exact decimal where it has one, else as a fraction."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    exact = Fraction(str(float(value))) == value
    return str(float(value)) if exact else str(value)


def days(found: Days) -> str:
    """Write a time: what opens it, the piece and the how-manieth, an ISO date, what shifts or steps to it, what it lies in."""
    parts = [found.month, found.day] if found.day else [found.month] if found.month else []
    date = "-".join([str(found.year or "-"), *(f"{part:02}" if part else "" for part in parts)])
    weekday = "" if found.weekday is None else calendar.day_name[found.weekday]
    stated = date + {1: "", 10: "s", 100: " century"}[found.span] if found.year or found.month or found.day else ""
    rank = "" if found.rank is None else f"#{found.rank}"
    count = str(found.count) if found.count > 1 else ""
    unit = f"{found.unit} {found.shift:+}" if found.shift is not None and found.unit else found.unit
    shift = f"{found.shift:+}" if found.shift is not None and not found.unit else ""
    steps = " ".join(f"{many:+} {unit}" for unit, many in found.steps)
    rest = [f"{word} {days(time)}" for word, time in (("of", found.of), ("to", found.to)) if time]
    words = (found.form if found.form != "on" else "", found.part, rank, count, stated, weekday, steps or unit, shift, *rest)
    return " ".join(part for part in (*words, "?" if found.guess else "") if part)
