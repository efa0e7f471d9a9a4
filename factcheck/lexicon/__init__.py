"""Words as data: one TOML file per kind, each entry with its examples.

A leaf: it imports nothing of the way of the data. An entry's ``examples`` run as tests; the words that an example is
about stand in ``[[ ]]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from attrs import frozen

from factcheck import toml

T = TypeVar("T")
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


def kept(name: str, make: Callable[[], T]) -> T:
    """Give a table that is made of the lexicon, kept until a file of it changes or the code of a room that makes tables.

    What is made holds tables, lists, sets, tuples and plain values only.
    """
    return toml.kept(FOLDER / name, _stamp(), make)


@cache
def _stamp() -> toml.Stamp:
    rooms = (FOLDER, *(FOLDER.parent / room for room in ("numerals", "days", "mentions")))
    return toml.stamp(path for room in rooms for path in sorted(room.iterdir()) if path.suffix in (".toml", ".py"))


@frozen
class Noun:
    """The class of a noun: its name (a word of it), the entry that has it, whether they are people, and any people at all."""

    name: str
    entry: str
    person: bool = False
    wide: bool = False


def noun(word: str) -> Noun | None:
    """Give the class of a noun that figures count, by one of its words in lower case; None for an unknown one."""
    return _nouns().get(word)


@cache
def nouns() -> Phrases[str]:
    """Give all known nouns, with their entries: those that figures count, and those that are roles."""
    return Phrases.lazily("nouns", _all_nouns)


def _all_nouns() -> Iterator[tuple[str, str]]:
    return titled([*((word, noun.entry) for word, noun in _nouns().items()), *forms("roles", "nouns").items()])


@cache
def _nouns() -> Mapping[str, Noun]:
    table: dict[str, Noun] = {}
    for entry, fields in entries("nouns").items():
        groups = [fields["words"]] if "words" in fields else [(_plural(word), word) for word in fields["each"]]
        for words_ in groups:
            noun = Noun(words_[0], entry, bool(fields.get("person")), bool(fields.get("wide")))
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


def titled(phrases: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    """Give phrases with their meanings, and those in lower case also with a capital letter, as at the start of a sentence."""
    for phrase, meaning in phrases:
        yield phrase, meaning
        if phrase[:1].islower():
            yield phrase[0].upper() + phrase[1:], meaning


def plain(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give words that stand for themselves."""
    return ((word, word) for word in words)


def alternatives(words: Iterable[str]) -> str:
    """Write a few words as one regular expression, longer ones first; a blank stands for a no-break space too.

    For large tables take `Phrases`: a regular expression of them costs more to build than an article to check.
    """
    return "|".join(
        re.escape(word).replace("\\ ", "[ \u00a0]") for word in sorted(set(words), key=lambda word: (-len(word), word))
    )


class Phrases(Generic[T]):
    """Words and phrases with what they stand for, found at a place, the longest first, by their first letters or sign.

    The first meaning of a phrase wins. A blank in a phrase also stands for a line break or a no-break space in the text.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._make: Callable[[], Iterable[tuple[str, T]]] = tuple
        self._by_first = _grouped(phrases)

    @classmethod
    def lazily(cls, name: str, make: Callable[[], Iterable[tuple[str, T]]]) -> Phrases[T]:
        """Give phrases that are not made before a text has the first token of one; these tokens alone are `kept`."""
        found = cls(())
        found._make = make
        found._by_first = kept(name, lambda: {two_tokens(phrase)[0]: {} for phrase, _ in make()})
        return found

    def firsts(self) -> Iterable[str]:
        """Give the tokens with which the phrases begin."""
        return self._by_first.keys()

    def at(self, text: str, start: int, stop: int) -> tuple[T, int] | None:
        """Give what the longest phrase at ``start`` stands for, and its end; it is a whole word, and ends by ``stop``."""
        token = _TOKEN.match(text, start, stop)
        group = self._by_first.get(token[0]) if token else None
        if token is None or group is None:
            return None
        if not group:
            self._by_first = _grouped(self._make())
            group = self._by_first[token[0]]
        following = _NEXT.match(text, token.end(), stop) if len(group) > 1 or "" not in group else None
        for second in (following[1], "") if following else ("",):
            for phrase, meaning in group.get(second, ()):
                if stands(phrase, text, start, stop):
                    return meaning, start + len(phrase)
        return None

    def at_any_case(self, text: str, start: int, stop: int) -> tuple[T, int] | None:
        """Give what `at` gives, and read words that a headline shouts ("11 FEET") in lower case."""
        found = self.at(text, start, stop)
        opening = text[start : start + 2]
        if found is not None or not (opening.isalpha() and opening.isupper()):
            return found
        found = self.at(text[start : min(stop, start + _LONGEST)].lower(), 0, min(stop - start, _LONGEST))
        return (found[0], start + found[1]) if found and text[start : start + found[1]].isupper() else None


def _grouped(phrases: Iterable[tuple[str, T]]) -> dict[str, dict[str, list[tuple[str, T]]]]:
    """Give phrases by their first token, and then by their second (empty where they have one only), the longest first."""
    groups: dict[str, dict[str, list[tuple[str, T]]]] = {}
    for phrase, meaning in phrases:
        first, second = two_tokens(phrase)
        groups.setdefault(first, {}).setdefault(second, []).append((phrase, meaning))
    for group in groups.values():
        for found in group.values():
            if len(found) > 1:
                found.sort(key=_longest_first)
    return groups


def stands(phrase: str, text: str, start: int, stop: int) -> bool:
    """Tell whether a phrase stands at ``start`` as whole words, and ends by ``stop``."""
    end = start + len(phrase)
    if end > stop or not _same(text, phrase, start, end):
        return False
    return not (phrase[-1].isalnum() and text[end : end + 1].isalnum() and not _is_mark(phrase, text[end]))


def _is_mark(phrase: str, following: str) -> bool:
    """Tell whether digits may stand directly behind a phrase, as they do behind marks of money ("RM79", "USD10m")."""
    return following.isdigit() and not phrase.islower() and len(phrase) <= _LONGEST_MARK


def _longest_first(entry: tuple[str, object]) -> int:
    return -len(entry[0])


_LONGEST = 40
"""Letters of a shouted phrase, at most."""
_LONGEST_MARK = 4
_TOKEN = re.compile(r"[^\W\d_]+|\S")
_NEXT = re.compile(r"\s?([^\W\d_]+|\S)")


def following(text: str, end: int, stop: int) -> str:
    """Give the token behind a place, over one blank; empty where there is none."""
    match = _NEXT.match(text, end, stop)
    return match[1] if match else ""


def two_tokens(phrase: str) -> tuple[str, str]:
    """Give the letters or signs with which a phrase begins; the second is empty where it has one only."""
    if phrase.isalpha():  # most are, and there are thousands
        return phrase, ""
    word, _, rest = phrase.partition(" ")
    if word.isalpha() and rest.isalpha():
        return word, rest
    first = _TOKEN.match(phrase)
    second = _NEXT.match(phrase, first.end()) if first else None
    return first[0] if first else "", second[1] if second else ""


def _same(text: str, phrase: str, start: int, end: int) -> bool:
    if text.startswith(phrase, start):
        return True
    return " " in phrase and text[start:end].replace("\n", " ").replace("\u00a0", " ") == phrase
