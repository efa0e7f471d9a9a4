"""Sentence -> Mentions: what is seen in it, before anything is said about it.

One scan finds anchors (a digit, a currency sign, a word of the lexicon); the kinds that asked for an anchor read on from
there. The longest figure wins, then the kind with the lower ``PRIORITY``; there are no scores. Cues of different kinds may
share their words ("estimates" hedges and vouches).

A kind is one module of this folder:

    KIND        its name in the contract
    PRIORITY    a number; the lower one wins between figures of equal length
    anchors()   the words and signs that its mentions begin with; `NUMERAL` stands for any number
    read(text, start, stop, numeral) -> Mention | None      what stands at ``start``, not beyond ``stop``

A cue is its anchor, so its kind has no ``read``, and ``anchors()`` gives each word with the entry of the lexicon it belongs to;
it may have ``is_cue(entry, text, start, stop) -> bool``, to tell where the word is another.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from attrs import field

from factcheck import lexicon, numerals
from factcheck.days import Days
from factcheck.document import Span
from factcheck.numerals import Numeral
from factcheck.patterns import pattern
from factcheck.sentences import Sentence
from factcheck.values import evolve, frozen

NUMERAL = "#"
"""The anchor of kinds that begin with a number, in digits or in words."""
CUES = 100
"""The priority from which kinds are cues: each is its anchor, and may share it with others."""
_TOKEN = pattern(r"(?<![^\W_])(?:[A-Za-z]+(?![^\W\d_])|[^\W\d_]+|\.?[0-9]|[^\w\s.,;:!?'\"’‘“”()\[\]–—/-])")
"""Plain letters first: most tokens are words of them alone, and are read twice as fast as by what is no digit."""
_MORE, _PLUS = "+", "-plus"
"""The one sign that stands directly behind a figure, where no token begins ("200+")."""
_DIGITS = [point + digit for digit in "0123456789" for point in ("", ".")]
_DEFINITE = ("the ", "its ")
_BESIDE = ("before", "after")
"""Where hedges stand that are none elsewhere."""
_COMPARING = pattern(
    r"(?i:(?:(?:far )?more|fewer|less|higher|lower) than|(?:well )?(?:above|below|over|under)|(?:exceed|surpass)(?:s|ed|ing)?)"
)
"""Before "the" they set two figures against each other, and neither is a bound: "14 percent more than the 1,000 of May"."""
_GAP = pattern(r"\s+(?:(?:<<determiner>>|another|a further|an additional|additional|(?:the\s+)?age\s+of|age)\s+)?")


@frozen
class Mention:
    """Something seen: its kind and where it stands.

    Figures have a ``numeral`` (and ``far``, the far end of a range) and the readings of their unit, the likeliest first; dates
    and periods have ``days``; cues have ``entry``, their name in the lexicon. ``modifiers`` are the hedges that stand directly
    at a figure and shape it; ``start`` is where it begins, with those before it.
    """

    kind: str
    span: Span
    numeral: Numeral | None = None
    far: Numeral | None = None
    units: tuple[str, ...] = ()
    days: Days | None = None
    entry: str | None = None
    modifiers: tuple[Mention, ...] = field(default=(), repr=False)
    start: int = field(init=False, eq=False, repr=False)

    @start.default
    def _begun(self) -> int:
        return min(self.span.start, self.modifiers[0].span.start) if self.modifiers else self.span.start


class Kind(Protocol):
    """What a module of this folder offers."""

    KIND: str
    PRIORITY: int

    def anchors(self) -> Iterable[str] | Mapping[str, str]:
        """Give the words its mentions begin with; those of a cue with their entries in the lexicon."""

    def read(self, text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
        """Read the mention that begins at ``start``."""


See = Callable[[Sentence], tuple[Mention, ...]]
"""What gives a sentence's mentions: `find`, or what remembers what that gave."""
_Anchor = tuple[str, int, str | None]
"""An anchor's words, the place among `kinds` of the kind that asks for it, and a cue's entry in the lexicon."""
_Group = Mapping[str, Sequence[_Anchor]]
"""The anchors that begin with one token, by the next one (empty where they have one only), the longest first."""
_SPELLED = -1
"""In the place of a kind: a spelled number, at which those are asked that asked for any number."""


def find(sentence: Sentence) -> tuple[Mention, ...]:
    """Give the sentence's mentions in text order; figures carry the modifiers that stand at them."""
    seen = tuple(_scan(sentence))
    near = [mention for mention in seen if mention.kind == "hedge" or mention.numeral is not None]
    if not near:
        return seen
    shaped = {id(mention): _with_modifiers(sentence.within, near, at) for at, mention in enumerate(near) if mention.numeral}
    used = {modifier.span for mention in shaped.values() for modifier in mention.modifiers}
    return tuple([shaped.get(id(m), m) for m in seen if m.kind != "hedge" or _place(m) not in _BESIDE or m.span in used])


def _scan(sentence: Sentence) -> Iterator[Mention]:
    """Give what stands at each anchor, without modifiers."""
    text, stop, groups = sentence.within, sentence.span.end, _anchors()[0]
    taken, group_of = sentence.span.start, groups.get
    tokens = [*_TOKEN.finditer(text, taken, stop)]
    for match, beyond in zip(tokens, (*tokens[1:], None), strict=False):
        group = group_of(match[0])
        if group is None or (start := match.start()) < taken:
            continue
        if isinstance(group, bytes):
            group = _opened(groups, match[0])
        stands_alone = "" in group
        following = "" if stands_alone and len(group) == 1 else _following(text, match.end(), beyond, stop)
        if not stands_alone and following not in group:
            continue
        readings = _readings(text, group, following, start, stop)
        if not readings:
            continue
        figures = [reading for reading in readings if reading.entry is None]
        if figures:
            readings = [max(figures, key=lambda figure: figure.span.end)] if len(figures) > 1 else figures
        for reading in readings:
            taken = max(taken, reading.span.end)
        if sentence.span.in_headline:
            readings = [evolve(r, span=evolve(r.span, in_headline=True)) for r in readings]
        yield from readings
        if figures and text[taken : taken + 1] == _MORE:
            yield from _readings(text, _opened(groups, _MORE), "", taken, stop)
        elif figures and text.startswith(_PLUS, taken) and not text[taken + len(_PLUS) : taken + len(_PLUS) + 1].isalnum():
            yield Mention("hedge", Span(taken, taken + len(_PLUS)), entry="or more")


def _following(text: str, end: int, beyond: re.Match[str] | None, stop: int) -> str:
    """Give the token behind a place, over one blank: mostly the next of the scan, which leaves out signs of punctuation alone."""
    if beyond is not None and beyond.start() == end + 1 and text[end] == " " and text[end + 1] != ".":
        return beyond[0]
    return lexicon.following(text, end, stop)


def _opened(groups: dict[str, _Group | bytes], token: str) -> _Group:
    """Give the anchors of a token, which stay unpacked from then on."""
    group = groups[token]
    if isinstance(group, bytes):
        group = groups[token] = lexicon.unpacked(group)
    return group


def _readings(text: str, group: _Group, following: str, start: int, stop: int) -> list[Mention]:
    """Ask the kinds, in the order of their priority, what stands at an anchor."""
    found: dict[int, tuple[str, str | None]] = {}
    for second in (following, "") if following else ("",):
        for words, at, entry in group.get(second, ()):
            if at not in found and (not words or lexicon.stands(words, text, start, stop)):
                found[at] = words, entry
    if not found:
        return []
    readings: list[Mention] = []
    if _SPELLED in found:
        del found[_SPELLED]
        numeral = numerals.read(text, start, stop)
        readings = [seen for kind in _anchors()[1] if (seen := kind.read(text, start, stop, numeral)) is not None]
    inside = text[start - 1 : start] == "-"  # "the run-up to the vote" has no "up to"
    for at in sorted(found):
        (kind, is_cue), (words, entry) = _asked()[at], found[at]
        end = start + len(words)
        if entry is None:
            readings += filter(None, (kind.read(text, start, stop, None),))
        elif not inside and (is_cue is None or is_cue(entry, text, start, end)):
            readings.append(Mention(kind.KIND, Span(start, end), entry=entry))
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
    """Tell whether nothing stands between a hedge and a figure; a sign may stand at it (">5", "200+")."""
    if a.span.end == b.span.start:
        return True
    gap = _GAP.fullmatch(text, a.span.end, b.span.start)
    compares = gap is not None and text.endswith(_DEFINITE, 0, b.span.start)
    return gap is not None and not (compares and _COMPARING.fullmatch(text, a.span.start, a.span.end))


@cache
def kinds() -> tuple[Kind, ...]:
    """Give the modules of this folder, by priority."""
    modules = (cast("Kind", import_module(f"{__name__}.{found.name}")) for found in pkgutil.iter_modules(__path__))
    return tuple(sorted(modules, key=lambda kind: (kind.PRIORITY, kind.KIND)))


@cache
def _asked() -> tuple[tuple[Kind, Callable[[str, str, int, int], bool] | None], ...]:
    """Give the kinds, each with what tells where its word is no cue, if there is such."""
    return tuple((kind, getattr(kind, "is_cue", None)) for kind in kinds())


@cache
def _anchors() -> tuple[dict[str, _Group | bytes], tuple[Kind, ...]]:
    """Give all anchors by their first token, digits among them, and the kinds that ask for any number.

    There are thousands of them, and a story has a few hundred; so those of a token are packed until a text has it.
    """
    packed, numbered = lexicon.kept("anchors", _gathered)
    number: _Group = {"": [("", _SPELLED, None)]}
    return {**packed, **dict.fromkeys(_DIGITS, number)}, tuple(kinds()[at] for at in numbered)


def _gathered() -> tuple[dict[str, bytes], list[int]]:
    """Gather the anchors of all kinds; words in lower case may have a capital too, unless that is a word of its own."""
    groups: dict[str, dict[str, list[_Anchor]]] = {}
    numbered = []
    for at, asked in ((_SPELLED, numerals.anchors()), *((at, kind.anchors()) for at, kind in enumerate(kinds()))):
        entries: dict[str, str | None] = {**asked} if isinstance(asked, Mapping) else dict.fromkeys(asked)
        if NUMERAL in entries:
            del entries[NUMERAL]
            numbered.append(at)
        for words, entry in {**dict(lexicon.titled(entries.items())), **entries}.items():
            first, second = lexicon.two_tokens(words)
            groups.setdefault(first, {}).setdefault(second, []).append((words, at, entry))
    for group in groups.values():
        for found in group.values():
            found.sort(key=lambda anchor: -len(anchor[0]))
    return {first: lexicon.packed(group) for first, group in groups.items()}, numbered
