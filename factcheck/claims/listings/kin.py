"""Whether names can be those of nothing but what is counted: "four banks, Selby Bank and Bank of Tenby".

The noun that is counted and the names go in, yes or no comes out. A name is of its kind where it has the noun in itself, or a
word that such names have (`lexicon/lists.toml`).
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon

_BANKS, _FIRMS = "named-banks", "named-firms"
_ENDINGS = ("bank", "bancorp")
"""With a name before them in one word: "RepublicBank"."""


def are_of(noun: str, names: Sequence[str]) -> bool:
    """Tell whether each name is of what is counted; among banks a firm may stand if one of the others is called a bank."""
    own = [_is_of(noun, name) for name in names]
    banks = lexicon.forms("lists", "of").get(noun) == _BANKS and any(own)
    return all(is_own or (banks and _has_word(name, _FIRMS)) for is_own, name in zip(own, names, strict=True))


def _is_of(noun: str, name: str) -> bool:
    """Tell whether a name has the noun in the singular, or a word of its kind's names."""
    entry = lexicon.forms("lists", "of").get(noun)
    words = [word.strip(".,").lower() for word in name.split()]
    return noun.removesuffix("s") in words or (entry is not None and _has_word(name, entry))


def _has_word(name: str, entry: str) -> bool:
    words = {word.rstrip(".,") for word in name.split()}
    joined = entry == _BANKS and any(word.lower().endswith(_ENDINGS) for word in words)
    return joined or not words.isdisjoint(lexicon.words("lists", entry))
