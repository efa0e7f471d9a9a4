"""A noun behind the last of several words or figures: "40 oil and gas [wells]", "four Danish and two Finnish [guards]".

The words behind a figure that has no noun go in; the noun that they share with those joined to them comes out.
"""

from __future__ import annotations

import re

from factcheck import lexicon
from factcheck.claims.phrases import heads, nouns
from factcheck.patterns import pattern

_JOINED = pattern(r"(?:,| and|, and| or) (?:<<about>> )?(?=\d|[a-z])(?:\d[\d,]*|((?:[a-z]+)(?:-[a-z]+)?))(?= [A-Za-z])")
_AND = pattern(r" (?:and|or)(?= )")
_NAMED = pattern(r"[A-Z][\w’'.-]* \Z")
_OF_LAND = pattern(r"[A-Z][a-z]+(?:an|ese|ish|ic)\Z")
"""Of a nation, a faith or a party: "Danish", "Lorlandic"."""
_LONGEST, _MOST, _LED = 3, 4, 20
_NO_KIND = frozenset({"other", "others", "more", "new", "additional", "further", "separate"})
"""Words that set the last figure apart without a kind of its own: "40 and two [other] men"."""


def head(text: str, figure: int, words: list[re.Match[str]], stop: int) -> str | None:
    """Give the noun behind a later figure that the ``words`` behind the one at ``figure`` share."""
    if not words or len(words) > _LONGEST or not _narrow(words):
        return None
    if _NAMED.search(text, max(0, figure - _LED), figure):
        return None  # "Tern 40 black and two white boats"
    for _ in range(_MOST):
        joined = _JOINED.match(text, words[-1].end(), stop)
        if joined is None or (joined[1] and not _is_number(joined[1])):
            return None
        words = nouns.run(text, joined.end(), stop)
        if words and words[0][1] in lexicon.forms("scales"):
            return None  # "40 million and 50 million litres"
        found = heads.of_many(text, words) if words else None
        if found is not None:
            kind = found[0] > 0 and words[0][1] not in _NO_KIND and _narrow(words[: found[0]])
            return text[words[found[0]].start(1) : found[1]] if kind else None
        if not words or not _narrow(words):
            return None
    return None


def joined(text: str, words: list[re.Match[str]], stop: int) -> tuple[list[re.Match[str]], heads.Head] | None:
    """Give the words of a noun phrase with "and" in it, and their head: "40 oil and gas [wells]"."""
    and_ = _AND.match(text, words[-1].end(), stop)
    quoted = any(nouns.is_quoted(text, word) for word in words)
    more = nouns.run(text, and_.end(), stop, quoted=quoted) if and_ else []
    found = heads.of_many(text, more) if more else None
    if and_ is None or found is None:
        return None
    two = found[0] == 1 and (and_[0] == " or" or _are_participles(words, more[0]))  # "nine current or retired [players]"
    if not two and (_has_verb(words) or _has_verb(more[: found[0]])):
        return None
    return [*words, *more], (len(words) + found[0], found[1])


def _are_participles(words: list[re.Match[str]], other: re.Match[str]) -> bool:
    """Tell whether two participles share the noun behind the other: "40 serving and retired [officers]"."""
    one, two = words[0], other[1].removeprefix("non-")
    return len(words) == 1 and nouns.is_participle(one) and (two == one[1] or nouns.is_participle(other))


def narrows_too(words: list[re.Match[str]], found: heads.Head) -> bool:
    """Tell whether the last noun narrows one behind "and", for many would have an "s": "30 civilian and military [men]"."""
    noun = words[-1][1]
    return found[1] == words[-1].end() and noun in lexicon.words("grammar", "narrow a noun") and lexicon.is_person(f"{noun}s")


def _has_verb(words: list[re.Match[str]]) -> bool:
    """Tell whether words may be of a clause rather than of a noun phrase."""
    past = lexicon.words("grammar", "past")
    plain = [word for word in words if "-" not in word[1]]  # "small and medium-sized firms"
    return any(nouns.is_participle(word) or word[1] in past or nouns.is_acting(word[1]) for word in plain)


def _narrow(words: list[re.Match[str]]) -> bool:
    """Tell whether words can only narrow a noun that follows: no verb, no name but of a nation, a body or a party."""
    plain = all((word[1].islower() and not word[1].endswith("ly")) or _is_kind(word[1]) for word in words)
    return plain and not _has_verb(words)


def _is_kind(name: str) -> bool:
    return name in lexicon.forms("subjects") or _OF_LAND.match(name) is not None


def _is_number(word: str) -> bool:
    return all(part in lexicon.forms("numbers") for part in word.split("-"))
