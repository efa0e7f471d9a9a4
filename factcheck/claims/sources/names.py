"""The words of a source -> its name, whether they stand for the source before, and whether they pass on its word."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck import lexicon
from factcheck.patterns import pattern

_PRONOUN = pattern(
    r"(?:he|she|they|it|who|its|their|his|her|the <<speakers>>)\Z",
    re.IGNORECASE,
)
ARTICLE = pattern(r"\A(?:the|an?)\s+", re.IGNORECASE)
_OWNS = pattern(r"[’']s\Z")
_NAME = pattern(r"(?:(?:North|South|East|West|New|United|San|Saudi|Hong|Sri) (?=[A-Z]))?(?:[A-Z][\w’'-]+|[A-Z]{2,})")


@lru_cache(maxsize=4096)
def read(words: str) -> tuple[str, bool, bool]:
    """Give the name in a source's words, whether they stand for the source before, and whether they pass on its word."""
    bare = ARTICLE.sub("", words.removesuffix(", who").removesuffix(", which"))
    names = [name.replace(" ", "-") for name in _NAME.findall(bare.partition(",")[0]) or _NAME.findall(bare)]
    names = [name for name in names if _OWNS.sub("", name) not in lexicon.forms("calendar", "names")]
    shared = "-".join(names) if len(names) > 1 else (bare.partition(",")[0] or bare).lower()
    name = " ".join(name for name in names if name not in _titles()) or shared
    return name, _PRONOUN.match(words) is not None, any(phrase in words for phrase in _passing_on())


@cache
def _titles() -> frozenset[str]:
    """Give the words of names that many share: "President", "Ministry"."""
    return frozenset(lexicon.forms("sources", "titles"))


@cache
def _passing_on() -> tuple[str, ...]:
    """Give the words by which a source's own name says that it passes on another's."""
    return tuple(word for entry in lexicon.entries("sources").values() if entry.get("phrase") for word in entry["words"])
