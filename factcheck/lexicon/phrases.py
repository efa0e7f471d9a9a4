"""Words and phrases as tables: what stands at a place of a text, and tables that are kept because they cost much to make."""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from factcheck import toml

T = TypeVar("T")
_ROOMS = ("lexicon", "numerals", "days", "mentions")
"""What makes tables of the lexicon."""


def kept(name: str, make: Callable[[], T]) -> T:
    """Give a table that is made of the lexicon, kept until a file of it changes or the code of a room that makes tables.

    What is made holds tables, lists, sets, tuples and plain values only.
    """
    return toml.kept(Path(__file__).parent / name, _stamp(), make)


@cache
def _stamp() -> toml.Stamp:
    package = Path(__file__).parent.parent
    return toml.stamp(file for room in _ROOMS for file in toml.listed(package / room, ".toml", ".py"))


def packed(table: object) -> bytes:
    """Pack a part of a table that is `kept`, for `unpacked` to open when a text needs it: most parts no text ever does."""
    return marshal.dumps(table)  # type: ignore[arg-type]  # plain values, as in all that is kept


def unpacked(part: bytes) -> Any:
    """Open what was `packed`."""
    return marshal.loads(part)


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
        self._by_first: dict[str, Any] = _grouped(phrases)

    @classmethod
    def unopened(cls, name: str, make: Callable[[], Iterable[tuple[str, T]]]) -> Phrases[T]:
        """Give phrases that are `kept`, those of a first token `packed` until a text has it; their meanings are plain values."""
        found = cls(())
        found._by_first = kept(name, lambda: {first: packed(group) for first, group in _grouped(make()).items()})
        return found

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
        if isinstance(group, bytes):
            group = self._by_first[token[0]] = unpacked(group)
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
        if found is not None or len(opening) < 2 or not (opening.isalpha() and opening.isupper()):
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
    if end > stop or text[end - 1 : end] != phrase[-1]:  # so do most that begin alike
        return False
    if not (text.startswith(phrase, start) or (" " in phrase and _same(text[start:end], phrase))):
        return False
    return not (text[end : end + 1].isalnum() and phrase[-1].isalnum() and not _is_mark(phrase, text[end]))


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


def _same(words: str, phrase: str) -> bool:
    return words.replace("\n", " ").replace("\u00a0", " ") == phrase
