"""Mentions -> Claims: what each figure is about, who says so, and how surely.

The values stand here. `reading` makes them, `figures` and `times` each claim alone, from one module or folder per question: what
it counts (`phrases`), in what role (`roles`), whose it is (`subjects`), when (`periods`), on whose word (`sources`), how surely
(`hedges`, `stances` with `aims`), in which currency (`currencies`). What a figure leaves out comes from its neighbours: its unit
(`unmarked`), its noun (`ellipsis`), its role (`carried`). What two figures say of each other is for the stages behind.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction

from attrs import field

from factcheck.days import Days
from factcheck.document import Span
from factcheck.mentions import Mention
from factcheck.quantities import Quantity
from factcheck.sentences import Sentence
from factcheck.values import frozen

FIGURES = frozenset({"number", "count", "money", "measure", "percent", "points", "ratio", "age", "duration"})
"""The kinds that say how much or how many; hedges and sources touch these."""
COUNTS = frozenset({"count", "number"})
"""The kinds that count; a number is a count of which nothing says what it counts."""
SUMS = frozenset({"money", "measure"})
"""The kinds that say how much in a unit."""
SHARES = frozenset({"percent", "ratio"})
"""The kinds that say how much of a whole."""


@frozen
class Hedge:
    """A cue that says how surely: its kind (`lexicon/hedges.toml` tells what each does) and the claims it touches, by id."""

    id: str
    span: Span
    kind: str
    claims: tuple[str, ...] = ()


@frozen
class Source:
    """Who vouches: the words of the cue, of the source and of what it says; ``relays`` is the id of another source.

    ``name`` is what two mentions of the same source share; ``antecedent`` are the words that "he" or "the firm" stands for.
    One that does not vouch takes a stand ("urged", "criticised"), or is nameless: it answers for no figure. ``stance`` is how
    its cue puts forward what stands behind it, if not as a fact.
    """

    id: str
    cue: Span | None = None
    source: Span | None = None
    content: Span | None = None
    relays: str | None = None
    name: str = ""
    vouches: bool = True
    stance: str | None = None
    antecedent: Span | None = None


@frozen
class Subject:
    """Whose: the head noun's class in the lexicon (None: it names no class), and modifiers with their kind."""

    text: str
    head: str | None = None
    modifiers: frozenset[tuple[str, str]] = frozenset()


@frozen
class Line:
    """A sentence with what was seen in it, in text order; ``has_times`` tells whether times are among it."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    has_times: bool = field(init=False, eq=False, repr=False)
    _starts: list[int] = field(init=False, eq=False, repr=False)
    _figures: list[Mention] = field(init=False, eq=False, repr=False)
    _figure_starts: list[int] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        figures = [mention for mention in self.mentions if mention.numeral is not None]
        object.__setattr__(self, "has_times", any(mention.days is not None for mention in self.mentions))
        object.__setattr__(self, "_starts", [mention.span.start for mention in self.mentions])
        object.__setattr__(self, "_figures", figures)
        object.__setattr__(self, "_figure_starts", [figure.span.start for figure in figures])

    def before(self, place: int) -> Iterator[Mention]:
        """Give the mentions that begin before a place, the nearest first."""
        return iter(self.mentions[: bisect_left(self._starts, place)][::-1])

    def behind(self, place: int) -> Iterator[Mention]:
        """Give the mentions that begin at a place or behind it, the nearest first."""
        return iter(self.mentions[bisect_left(self._starts, place) :])

    def figure_before(self, place: int) -> Mention | None:
        """Give the nearest figure that begins before a place."""
        at = bisect_left(self._figure_starts, place)
        return self._figures[at - 1] if at else None

    def figure_behind(self, place: int) -> Mention | None:
        """Give the nearest figure that begins at a place or behind it."""
        at = bisect_left(self._figure_starts, place)
        return self._figures[at] if at < len(self._figures) else None


@frozen
class Claim:
    """One quantitative statement.

    ``kind`` is one of the contract's. ``roles`` holds every role its noun and verb give, ``role`` the nearest. ``phrase`` covers
    the figure with its modifiers and the noun phrase behind it. ``additional`` marks "another 40", ``running`` a later state of
    an earlier figure, ``listed`` one of several joined by "and", ``elsewhen`` a sum near which another time is spoken of.
    ``first_day`` and ``last_day`` are the thing itself for a date or a period, and for others the time the claim is for;
    ``days`` holds the dates that a day without a year can be, ``written`` the time as it is written, for a figure only where no
    day of publication tells which days it means; a ``guess`` has no sharp ends. ``forms`` tell how a time is written (``since``,
    ``until``, ``as of``, ``on``; with its ``year``, with its ``weekday``; a ``month`` of a year; a ``stretch`` from year to
    year; ``impossible``: its month has no such day) or a figure (``range``: from the lower end to the higher, as is usual),
    ``tense`` how it is told. ``listing`` holds the names that are listed behind a figure that counts them; such a figure has the
    form ``listing``. ``source`` is the id of the nearest voucher, ``hedges`` are ids, ``hedge_kinds`` kinds. ``direction`` is
    which way a change that it is of went (``up``, ``down``), or what a link says of it instead;
    ``since_year`` is the year from which it counts years (forms ``ago``, ``anniversary``, ``born``, ``elapsed``),
    ``until_year`` the one up to which it does, where that is not the time of writing. ``value`` is the figure as it was written;
    None for a range, for one without a number ("dozens") and for a time.
    """

    id: str
    span: Span
    kind: str
    sentence: Sentence = field(repr=False)
    quantity: Quantity | None = None
    phrase: Span = field(default=Span(0, 0), repr=False)
    counted: str | None = None
    role: str | None = None
    roles: tuple[str, ...] = ()
    subject: Subject | None = None
    additional: bool = False
    running: bool = False
    listed: bool = False
    elsewhen: bool = False
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    weekday: int | None = None
    days: tuple[dt.date, ...] = ()
    written: Days | None = None
    guess: bool = False
    forms: frozenset[str] = frozenset()
    listing: tuple[str, ...] = ()
    tense: str | None = None
    source: str | None = None
    hedges: tuple[str, ...] = ()
    hedge_kinds: frozenset[str] = frozenset()
    stance: str = "asserted"
    direction: str | None = None
    since_year: int | None = None
    until_year: int | None = None
    value: Fraction | None = field(init=False, eq=False, repr=False)

    @value.default
    def _written(self) -> Fraction | None:
        return self.quantity.value if self.quantity else None

    @property
    def time(self) -> object:
        """The time that a figure is for: its days, or the words where its days are not known; to be compared with others."""
        return self.first_day, self.last_day, self.written

    @property
    def is_timeless(self) -> bool:
        """Whether no time is told of a figure."""
        return self.first_day is None and self.last_day is None and self.written is None

    @property
    def led(self) -> str:
        """The words of its sentence before it."""
        return self.sentence.within[self.sentence.span.start : self.phrase.start]

    @property
    def end(self) -> int:
        """Where it ends, with the noun that a count has."""
        return self.phrase.end if self.kind in COUNTS else self.span.end

    @property
    def is_size(self) -> bool:
        """Whether it tells how large one thing is: "a 240-home village"."""
        return self.sentence.within.startswith("-", self.span.end)

    @property
    def is_count(self) -> bool:
        """Whether it counts something in one number."""
        return self.kind in COUNTS and self.value is not None

    @property
    def is_of_people(self) -> bool:
        """Whether its figure is of persons."""
        return self.quantity is not None and self.quantity.unit == "person"

    @property
    def is_single(self) -> bool:
        """Whether it is one figure told by itself: no range, and nothing that comes on top of another."""
        return self.value is not None and not self.additional

    @property
    def ends(self) -> tuple[Fraction, Fraction] | None:
        """The two figures of a range as they were written, the first one first."""
        if self.quantity is None or self.quantity.from_ is None or self.quantity.to_value is None:
            return None
        return self.quantity.from_, self.quantity.to_value

    @property
    def is_range(self) -> bool:
        """Whether its figure gives two ends ("10 to 15")."""
        return self.quantity is not None and self.quantity.from_ is not None


def are_of_one_kind(one: Claim, other: Claim) -> bool:
    """Tell whether two figures are of one kind; counts and bare numbers are."""
    return one.kind == other.kind or {one.kind, other.kind} <= COUNTS
