"""Words as data: one TOML file per kind, each entry with its examples.

A leaf: it imports nothing of the way of the data. An entry's ``examples`` run as tests; the words that an example is
about stand in ``[[ ]]``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from factcheck import toml
from factcheck.lexicon.phrases import Phrases as Phrases
from factcheck.lexicon.phrases import alternatives as alternatives
from factcheck.lexicon.phrases import following as following
from factcheck.lexicon.phrases import kept as kept
from factcheck.lexicon.phrases import packed as packed
from factcheck.lexicon.phrases import plain as plain
from factcheck.lexicon.phrases import stands as stands
from factcheck.lexicon.phrases import titled as titled
from factcheck.lexicon.phrases import two_tokens as two_tokens
from factcheck.lexicon.phrases import unpacked as unpacked
from factcheck.values import frozen

FOLDER = Path(__file__).parent
FORMS = ("infinitive", "third", "past", "ing", "participle")
"""The forms of a verb, in the order in which ``lemmas`` give them; without the last, the past is the participle too."""


@cache
def entries(name: str) -> Mapping[str, Mapping[str, Any]]:
    """Give the entries of one file (``roles``, ``units``), by name.

    Raises:
        FileNotFoundError: there is no such file.

    """
    return toml.read(FOLDER / f"{name}.toml")


@cache
def forms(name: str, *keys: str) -> Mapping[str, str]:
    """Give each word that a file lists under ``keys`` (else ``words``) with the entry it belongs to; the first entry wins."""
    table: dict[str, str] = {}
    for entry, fields in entries(name).items():
        for word in (word for key in keys or ("words",) for word in fields.get(key, ())):
            table.setdefault(word, entry)
        for lemma in () if keys else fields.get("lemmas", ()):
            for _, word in _inflected(lemma):
                table.setdefault(word, entry)
    return table


@cache
def inflections(name: str) -> Mapping[str, str]:
    """Give each form of the verbs that a file lists under ``lemmas`` with what it is; an older form wins ("put" is a past)."""
    table: dict[str, str] = {}
    for fields in entries(name).values():
        for lemma in fields.get("lemmas", ()):
            for form, word in reversed(_inflected(lemma)):
                table.setdefault(word, form)
    return table


def _inflected(lemma: str) -> list[tuple[str, str]]:
    """Take a verb apart: "give gives gave giving given / up" is five forms, each with what stands behind the slash."""
    verbs, _, behind = lemma.partition(" / ")
    return [(form, f"{verb} {behind}".rstrip()) for form, verb in zip(FORMS, verbs.split(), strict=False)]


@cache
def words(name: str, entry: str) -> frozenset[str]:
    """Give the words of one entry."""
    return frozenset(entries(name)[entry]["words"])


@frozen
class Noun:
    """The class of a noun: its name (a word of it), the entry that has it, whether they are people, and any people at all.

    ``many`` tells that its only word is a plural.
    """

    name: str
    entry: str
    person: bool = False
    wide: bool = False
    many: bool = False


@cache
def lands() -> Mapping[str, int]:
    """Give the lands that are known, each with its size: 1 is the largest."""
    return {land: size for size, level in enumerate(entries("sides")["lands"]["levels"], 1) for land in level}


def noun(word: str) -> Noun | None:
    """Give the class of a noun that figures count, by one of its words in lower case; None for an unknown one."""
    return _nouns().get(word)


def is_person(word: str) -> bool:
    """Tell whether a noun that figures count, in lower case, is one of people."""
    return word in _persons()


def counts_people(role: str) -> bool:
    """Tell whether what a role counts are people: the dead, but not the seats won."""
    return entries("roles")[role].get("counts") == "person"


@cache
def _persons() -> frozenset[str]:
    return frozenset([word for word, known in _nouns().items() if known.person])


def is_past(word: str) -> bool:
    """Tell whether a word, in lower case, has the form of a past or a participle: "held", "opened"."""
    return word.endswith("ed") or word in words("grammar", "past")


@cache
def nouns() -> Phrases[str]:
    """Give all known nouns, with their entries: those that figures count, and those that are roles."""
    return Phrases.unopened("nouns", _all_nouns)


def _all_nouns() -> Iterator[tuple[str, str]]:
    return titled([*((word, noun.entry) for word, noun in _nouns().items()), *forms("roles", "nouns").items()])


@cache
def _nouns() -> Mapping[str, Noun]:
    table: dict[str, Noun] = {}
    for entry, fields in entries("nouns").items():
        groups = [(_plural(word), word) for word in fields.get("each", ())] + [(word,) for word in fields.get("plurals", ())]
        for words_ in groups or [fields["words"]]:
            noun = Noun(words_[0], entry, bool(fields.get("person")), bool(fields.get("wide")), "plurals" in fields)
            table |= {word: noun for word in words_ if word not in table}
    return table


def _plural(word: str) -> str:
    """Give the regular plural: councilman, councilmen; deputy, deputies; coach, coaches; nurse, nurses."""
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith("y") and word[-2] not in "aeou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("ch", "sh", "s", "x")) else f"{word}s"


def names() -> list[str]:
    """Give the lexicon's files, in alphabetical order."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))
