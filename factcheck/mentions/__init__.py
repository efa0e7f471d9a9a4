"""Sentence -> Mentions: what is seen in it, before anything is said about it.

One scan finds anchors (a digit, a currency sign, a word of the lexicon); the kinds that asked for an anchor read on from
there. The longest figure wins, then the kind with the lower ``PRIORITY``; there are no scores. Cues of different kinds may
share their words ("estimates" hedges and vouches).

A kind is one module of this folder:

    KIND        its name in the contract
    PRIORITY    a number; the lower one wins between figures of equal length
    anchors()   the words and signs that its mentions begin with; `NUMERAL` stands for any number
    read(text, start, stop, numeral) -> Mention | None      what stands at ``start``, not beyond ``stop``
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from attrs import evolve, field, frozen

from factcheck import lexicon, numerals
from factcheck.days import Days
from factcheck.document import Span
from factcheck.lexicon import Phrases
from factcheck.numerals import Numeral
from factcheck.sentences import Sentence

NUMERAL = "#"
"""The anchor of kinds that begin with a number, in digits or in words."""
CUES = 100
"""The priority from which kinds are cues: they end with their anchor, and share it."""
_TOKEN = re.compile(r"(?<![^\W_])(?:\.?[0-9]|[^\W\d_]+|[^\w\s.,;:!?'\"’‘“”()\[\]–—/-])")
_DIGITS = [point + digit for digit in "0123456789" for point in ("", ".")]
_GAP = re.compile(r"[\s\u00a0]+(?:(?:an?|the|its|their|his|her|another|a further|an additional|additional)[\s\u00a0]+)?")


@frozen
class Mention:
    """Something seen: its kind and where it stands.

    Figures have a ``numeral`` (and ``far``, the far end of a range) and the readings of their unit, the likeliest first; dates
    and periods have ``days``; cues have ``entry``, their name in the lexicon. ``modifiers`` are the hedges that stand directly
    at a figure and shape it.
    """

    kind: str
    span: Span
    numeral: Numeral | None = None
    far: Numeral | None = None
    units: tuple[str, ...] = ()
    days: Days | None = None
    entry: str | None = None
    modifiers: tuple[Mention, ...] = field(default=(), repr=False)

    @property
    def start(self) -> int:
        """Where it begins, with the modifiers before it."""
        return min((modifier.span.start for modifier in self.modifiers), default=self.span.start)


class Kind(Protocol):
    """What a module of this folder offers."""

    KIND: str
    PRIORITY: int

    def anchors(self) -> Iterable[str]:
        """Give the words its mentions begin with."""

    def read(self, text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
        """Read the mention that begins at ``start``."""


@frozen
class _Registry:
    """The kinds that ask for an anchor, each with the anchors of its own; any number is one anchor, `NUMERAL`.

    ``spells`` are the first tokens of spelled numbers, ``pairs`` the first two tokens of all anchors; ``anchors`` tell of each
    first token, and of digits, whether it can stand alone.
    """

    of_first: Mapping[str, tuple[tuple[Kind, Phrases[str]], ...]]
    of_numeral: tuple[Kind, ...]
    spelled: Phrases[str]
    spells: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    anchors: Mapping[str, bool]


def find(sentence: Sentence) -> tuple[Mention, ...]:
    """Give the sentence's mentions in text order; figures carry the modifiers that stand at them."""
    seen = tuple(_scan(sentence))
    if not any(mention.numeral for mention in seen):
        return tuple(mention for mention in seen if _place(mention) not in ("before", "after"))
    near = [mention for mention in seen if mention.kind == "hedge" or mention.numeral is not None]
    shaped = {mention.span: _with_modifiers(sentence.within, near, at) for at, mention in enumerate(near) if mention.numeral}
    used = {modifier.span for mention in shaped.values() for modifier in mention.modifiers}
    kept = (m for m in seen if _place(m) not in ("before", "after") or m.span in used)
    return tuple(shaped.get(m.span, m) if m.numeral else m for m in kept)


def _scan(sentence: Sentence) -> Iterator[Mention]:
    """Give what stands at each anchor, without modifiers."""
    text, stop, registry = sentence.within, sentence.span.end, _registry()
    taken, anchor = sentence.span.start, registry.anchors.get
    for match in _TOKEN.finditer(text, taken, stop):
        alone = anchor(match[0])
        if alone is None:
            continue
        token, start = match[0], match.start()
        if start < taken or (not alone and (token, lexicon.following(text, match.end(), stop)) not in registry.pairs):
            continue
        readings = _readings(text, token, start, stop)
        if not readings:
            continue
        figures = [reading for reading in readings if reading.entry is None]
        if figures:
            readings = [max(figures, key=_length)] if len(figures) > 1 else figures
        taken = max(taken, *map(_length, readings))
        if sentence.span.in_headline:
            readings = [evolve(r, span=evolve(r.span, in_headline=True)) for r in readings]
        yield from readings


def _length(mention: Mention) -> int:
    return mention.span.end


def _readings(text: str, token: str, start: int, stop: int) -> list[Mention]:
    """Ask the kinds, in the order of their priority, what stands at an anchor."""
    registry, readings = _registry(), []
    if token[-1].isdigit() or (token in registry.spells and registry.spelled.at(text, start, stop)):
        numeral = numerals.read(text, start, stop)
        readings = [mention for kind in registry.of_numeral if (mention := kind.read(text, start, stop, numeral)) is not None]
    inside = text[start - 1 : start] == "-"  # "the run-up to the vote" has no "up to"
    for kind, phrases in registry.of_first.get(token, ()):
        if inside and kind.PRIORITY >= CUES:
            continue
        anchor = phrases.at(text, start, stop)
        mention = kind.read(text, start, anchor[1] if kind.PRIORITY >= CUES else stop, None) if anchor else None
        if mention is not None:
            readings.append(mention)
    return readings


def _with_modifiers(text: str, seen: Sequence[Mention], at: int) -> Mention:
    """Give a figure with the hedges that stand directly before and behind it."""
    figure, first = seen[at], at
    while first and _place(seen[first - 1]).startswith("before") and _adjoin(text, seen[first - 1], seen[first]):
        first -= 1
    modifiers = tuple(seen[first:at])
    if at + 1 < len(seen) and _place(seen[at + 1]) == "after" and _adjoin(text, figure, seen[at + 1]):
        modifiers = (*modifiers, seen[at + 1])
    return evolve(figure, modifiers=modifiers) if modifiers else figure


def _place(mention: Mention) -> str:
    """Tell on which side of a figure a hedge must stand to be one; empty where it may stand anywhere."""
    return "" if mention.kind != "hedge" or mention.entry is None else lexicon.entries("hedges")[mention.entry].get("place", "")


def _adjoin(text: str, a: Mention, b: Mention) -> bool:
    return _GAP.fullmatch(text, a.span.end, b.span.start) is not None


def read_cue(kind: str, table: Mapping[str, str], text: str, start: int, stop: int) -> Mention:
    """Give the cue that an anchor is; ``table`` tells each word's entry in the lexicon."""
    word = " ".join(text[start:stop].split())
    return Mention(kind, Span(start, stop), entry=table.get(word) or table[word[0].lower() + word[1:]])


@cache
def kinds() -> tuple[Kind, ...]:
    """Give the modules of this folder, by priority."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem != "__init__")
    modules = (cast("Kind", import_module(f"{__name__}.{name}")) for name in names)
    return tuple(sorted(modules, key=lambda kind: (kind.PRIORITY, kind.KIND)))


@cache
def _registry() -> _Registry:
    of_first: dict[str, tuple[tuple[Kind, Phrases[str]], ...]] = {}
    spelled = Phrases(lexicon.titled(lexicon.plain(numerals.anchors())))
    pairs, of_numeral = {*spelled}, []
    for kind in kinds():
        words = dict.fromkeys(kind.anchors())
        if NUMERAL in words:
            del words[NUMERAL]
            of_numeral.append(kind)
        phrases = Phrases(lexicon.titled(lexicon.plain(words)))
        pairs.update(phrases)
        for first in {first for first, _ in phrases}:
            of_first[first] = (*of_first.get(first, ()), (kind, phrases))
    anchors = {first: (first, "") in pairs for first, _ in pairs} | dict.fromkeys(_DIGITS, True)
    spells = frozenset(first for first, _ in spelled)
    return _Registry(of_first, tuple(of_numeral), spelled, spells, frozenset(pairs), anchors)
