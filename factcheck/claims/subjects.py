"""Whose figure it is: the noun's class and the modifiers that forbid a comparison."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.claims import Subject
from factcheck.claims.phrases import Phrase
from factcheck.lexicon import Phrases
from factcheck.patterns import pattern

_WORD = pattern(r"[^\s,;:.()]+")
_FAR = 40
OTHER = "other"
"""The kind of a modifier that the lexicon does not know: it narrows, but nothing can be said of what it excludes."""


def of(text: str, phrase: Phrase) -> Subject | None:
    """Give the subject of a noun phrase; None where the noun is left out."""
    if phrase.head is None:
        return None
    words = [*map(_unquoted, text[phrase.begin : phrase.end].split())]
    words += [phrase.head] if phrase.start >= phrase.end else []  # "four [Danish] and two Finnish guards"
    noun = lexicon.noun(phrase.head.lower())
    return Subject(" ".join(words), noun.name if noun else None, frozenset(_modifiers(text, phrase.begin, phrase.start)))


def _unquoted(word: str) -> str:
    """Give a word without its quotation marks; the sign of a plural owner ("the banks' loans") is none."""
    word = word.strip('"“”').lstrip("‘'")
    return word if word.endswith(("s'", "s’")) else word.rstrip("’'")


def before(text: str, noun: int, start: int) -> Subject | None:
    """Give the subject that stands before a noun at ``noun``: "[North Korean] casualties came to 470"; None without one."""
    at = noun
    found: list[tuple[str, str]] = []
    while at > start:
        words = [*_WORD.finditer(text, max(start, at - _FAR), at)][-2:]
        known = next(
            (hit for word in words if (hit := _known().at(text, word.start(), at)) and not text[hit[1] : at].strip()), None
        )
        if known is None:
            break
        (kind, word), _ = known
        found.append((kind, word))
        at = next(w.start() for w in words if text.startswith(word, w.start()))
    if not found and text.startswith(_CASUALTIES, noun) and (own := _own_group(text, noun, start)):
        return Subject(own, None, frozenset([(OTHER, own)]))
    return Subject(text[at:noun].strip(), None, frozenset(found)) if found else None


def _own_group(text: str, noun: int, start: int) -> str:
    """Give the word that says whose casualties are told: "[Enemy] casualties", "casualties among the [police]"; "" for all."""
    if (among := _AMONG.match(text, noun)) is not None:
        return among["whose"].lower()
    word = (text[start:noun].split() or [""])[-1].lower()
    of_all = word != "own" and word in _silent() | lexicon.words("grammar", "stops") | _OF_ALL
    return "" if of_all or not word.rstrip("s’'").isalpha() else word


_CASUALTIES = ("casualties", "Casualties")
_OF_ALL = frozenset({"all", "combined", "many", "heavy", "with", "put", "said", "that", "human"})
_AMONG = pattern(r"[Cc]asualties (?:among|in <<determiner>> (?=(?:<<nth>>|last|final|latest) )) ?(?:the )?(?P<whose>[a-z]+)")
"""Behind "casualties": whose they are, or in which of several battles."""


def contradict(a: Subject | None, b: Subject | None, nouns: bool = True) -> str | None:
    """Say why two subjects cannot be the same group; None where they can be. Without ``nouns``, marchers may be students."""
    if a is None or b is None:
        return None
    if nouns and a.head and b.head and a.head != b.head and not _wide(a.head) and not _wide(b.head):
        return f"{a.text} are not {b.text}"
    kinds = {kind for kind, _ in a.modifiers} & {kind for kind, _ in b.modifiers} - {OTHER}
    if any(not _of_kind(a, kind) & _of_kind(b, kind) for kind in kinds):
        return f"{a.text} are not {b.text}"
    return None


def narrower(a: Subject | None, b: Subject | None, *, known: bool = False, later: bool = False) -> bool:
    """Tell whether the first may be a mere part of the second: a modifier that the second lacks ("elderly"), or a closer noun.

    A nationality left out is no difference by itself: "4,700 North Korean soldiers" are "the soldiers" later on. ``known``
    looks at modifiers of known kinds only. ``later`` tells that the first stands behind the second, so that a nationality is
    said for the first time: "5,200 soldiers were killed. Danish casualties came to 4,700".
    """
    if a is None or b is None:
        return False
    silent = {"nationality", OTHER} if known else set() if later else {"nationality"}
    extra = {modifier for modifier in a.modifiers - b.modifiers if modifier[0] not in silent}
    return bool(extra) or (a.head is not None and b.head is not None and a.head != b.head and _wide(b.head))


def share_noun(a: Subject | None, b: Subject | None) -> bool:
    """Tell whether two subjects state one noun, and not so wide a one as "people"."""
    return a is not None and b is not None and a.head is not None and a.head == b.head and not _wide(a.head)


def state_one_group(a: Subject | None, b: Subject | None) -> bool:
    """Tell whether two subjects state one noun with the same modifiers, and at least one of them."""
    return a is not None and b is not None and share_noun(a, b) and a.modifiers == b.modifiers and bool(a.modifiers)


def _wide(head: str) -> bool:
    noun = lexicon.noun(head)
    return noun is not None and noun.wide


def _of_kind(subject: Subject, kind: str) -> frozenset[str]:
    return frozenset(word for found, word in subject.modifiers if found == kind)


def _modifiers(text: str, start: int, stop: int) -> list[tuple[str, str]]:
    """Read the words before the head noun, known phrases first ("North Korean")."""
    modifiers: list[tuple[str, str]] = []
    at = start
    while at < stop:
        known = _known().at(text, at, stop)
        if known is not None:
            (kind, word), at = known
            modifiers.append((kind, word))
            continue
        end = next((i for i in range(at, stop) if text[i].isspace()), stop)
        word = _unquoted(text[at:end].lower())
        if word and word not in _silent():
            modifiers.append((OTHER, word))
        at = end + 1
    return modifiers


@cache
def _known() -> Phrases[tuple[str, str]]:
    return Phrases((word, (kind, word)) for word, kind in lexicon.forms("subjects").items())


@cache
def _silent() -> frozenset[str]:
    """Give the words that do not narrow: neutral adjectives, "another", and participles that are roles."""
    roles = lexicon.forms("roles", "nouns", "verbs")
    return (
        lexicon.words("grammar", "neutral") | lexicon.words("grammar", "more") | frozenset(roles) | {"of", "the", "its", "their"}
    )
