"""What an example of a lexicon entry of tables must show: a column's name or a cell is read as the entry says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from factcheck.document import Span

Entry = Mapping[str, Any]
Marked = list[str]


def check(name: str, entry_name: str, entry: Entry, text: str, marks: tuple[Span, ...]) -> str | None:
    """Say what is wrong with an example of an entry of the file ``name``; None if it shows what it must."""
    words = [text[mark.start : mark.end] for mark in marks]
    return None if READ_SO[name](entry_name, entry, text, words) else f"{text!r} is not read as {entry_name} of {name}"


def _says(entry_name: str, entry: Entry, text: str, marks: Marked) -> bool:
    """Expect a column's name to say the entry, by words of it."""
    from factcheck.tables.columns import names

    (name,) = names.read([text])
    return (
        bool(marks)
        and entry_name in name.aspects
        and any(word in entry["words"] for word in (*name.words, " ".join(name.words), *_pairs(name.words)))
    )


def _pairs(words: tuple[str, ...]) -> list[str]:
    return [" ".join(words[at : at + size]) for size in (2, 3) for at in range(len(words))]


def _shares_out(_: str, entry: Entry, text: str, marks: Marked) -> bool:
    """Expect each marked column to be another part."""
    places = [next((at for at, part in enumerate(entry["parts"]) if mark.lower() in part), None) for mark in marks]
    return len(marks) > 1 and None not in places and len(set(places)) == len(places)


def _follows(_: str, entry: Entry, text: str, marks: Marked) -> bool:
    """Expect each marked column to be of a later stage than the one before."""
    from factcheck.tables.columns import names
    from factcheck.tables.shapes.ranges import called

    return _in_order(entry, [called(name) for name in names.read(marks)])


def _is_nested(_: str, entry: Entry, text: str, marks: Marked) -> bool:
    """Expect each marked column to count some of what the next one does."""
    from factcheck.tables.columns import names
    from factcheck.tables.shapes.subsets import figure_called

    return _in_order(entry, [figure_called(name) for name in names.read(marks)])


def _scores(_: str, entry: Entry, text: str, marks: Marked) -> bool:
    """Expect a column to be called as the entry has it."""
    from factcheck.tables.columns import names
    from factcheck.tables.shapes.subsets import figure_called

    return [figure_called(name) in entry["words"] for name in names.read(marks)] == [True]


def _wins(_: str, entry: Entry, text: str, marks: Marked) -> bool:
    """Expect a word of the first side, one of the second, and one of neither."""
    sides = ("first", "second", "neither")
    return len(marks) > 1 and all(mark.lower() in entry[side] for mark, side in zip(marks, sides, strict=False))


def _in_order(entry: Entry, told: Sequence[str]) -> bool:
    places = [next((at for at, several in enumerate(entry["order"]) if name in several), -1) for name in told]
    return len(told) > 1 and -1 not in places and sorted({*places}) == places


def _stands_for(entry_name: str, entry: Entry, text: str, marks: Marked) -> bool:
    """Expect a cell to stand for nothing, for a total, for a figure, or a line to be a footnote."""
    from factcheck.tables.columns import cells, forms, kinds

    if entry_name == "missing":
        return kinds.of_texts({text: 1}).kind == "empty"
    if entry_name in ("weekdays", "months"):
        return kinds.of_texts({text: 1}).kind == entry_name[:-1]
    if entry_name in ("totals", "minutes", "units", "departures", "arrivals", "including"):
        return text.lower() in entry["words"]
    if entry_name == "footnotes":
        return text.lower().startswith(tuple(entry["words"]))
    if entry_name == "marks":
        return forms.plain().fullmatch(forms.unmarked(text)) is not None
    return cells.read(text, forms.Form("number")) is not None and any(sign in text for sign in entry["words"])


READ_SO: Mapping[str, Callable[[str, Entry, str, Marked], bool]] = {
    "columns": _says,
    "partitions": _shares_out,
    "stages": _follows,
    "nested": _is_nested,
    "scoring": _scores,
    "outcomes": _wins,
    "cells": _stands_for,
}
"""How the entries of each file of the lexicon are read."""
