"""Links between the figures of one change: "rose 8 percent to $5 billion from $4.6 billion", "lost 15 points, or 0.12 percent".

Each runs to the level that the figure came to: from the level before, from the change and from its percent. The text must put
them together itself, figure by figure, with nothing else between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.grounds.changes import bases, changed, movements, ranks, spreads
from factcheck.grounds.changes.movements import Move
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "move"
ROUND = 1
ONE = True
INHERITS = frozenset({"level"})
PARTS = ("before", "left", "multiplied", "recent", "change", "percent")
"""Of a move: the level before; the same where it only says which way the figure went; the same where it says how many times as
much it is; the same of a sum that does not change a hundredfold in a year, such as revenue; what it changed by; that in percent.
"""

_OF = pattern(r" of\b")
_WITH_ANOTHER = pattern(r" (?:with|from) (?:the (?!(?:same|previous|prior|year)\b)|[A-Z])")
"""Behind the sum that another is compared with: "trade of 12 million against 11.5 billion [with the mainland]"."""
_SPOKEN, _SMALL = 100, 20
"""A larger ratio of two levels may come of a scale word that is left out in speech; of a sum without a currency, of its cents."""
_BARE = pattern(r"\d+(?:\.\d\d)?")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences that have two figures at least, in text order."""
    told = (here for here in movements.together(figures) if len(here) > 1)
    return (link for here in told for move in movements.read(here) for link in links_of(move))


def links_of(move: Move) -> Iterator[Link]:
    """Give the links of a move, from each of its figures that may be reckoned with to its level."""
    level, way = move.level, move.direction
    if level is None or not changed.is_plain(level) or not (way or move.compared):
        return
    text, told = level.sentence.within, [f for f in (move.before, move.change, move.percent, level) if f is not None]
    if any(figure.stance == "denied" for figure in told):  # "did not rise to 4 percent from 5 percent"
        return
    start, stop = min(figure.span.start for figure in told), max(figure.span.end for figure in told)
    for part, figure in zip(PARTS, _parts(move, level, start, stop), strict=True):
        if figure is not None:
            told_way = {"recent": None, "multiplied": move.multiple}.get(part, way)
            yield Link(KIND, figure.id, level.id, text[start:stop], part, told_way)


def _parts(move: Move, level: Claim, start: int, stop: int) -> tuple[Claim | None, ...]:
    """Give the figures of a move that may be reckoned with, in the order of `PARTS`."""
    text = level.sentence.within
    other_basis = bool(move.percent or move.multiple) and bases.on_other_basis(text, start, stop)
    before, (change, percent) = _before(move, level, start, stop), _change(move, level, other_basis=other_basis)
    moved = change or percent
    if before and moved and changed.is_of_other_span(before, moved, level):
        change = percent = None
        before = before if move.apart else None  # "fell 4 percent on the month to 96, from 90 a year ago"
    dated = before is not None and bases.is_dated_apart(text, level.phrase.end, before.phrase.start, before.phrase.end)
    if dated:  # "rose 12 percent to 4.1 million, from 3.9 million in 2019"
        change = percent = None
    told = sorted((change, percent), key=lambda figure: figure.span) if change and percent else []
    if told and bases.have_own_spans(text, told[0].phrase.end, told[1].phrase.start, told[1].phrase.end):
        change = percent = None  # "up 60 cents on Friday, or 9 percent for the week"
    if percent is None and not move.stated:
        change = None
    base = before
    if move.apart and (change or percent):  # "fell $1 to $19, down from $25 a year ago"
        yearly = before and (bases.is_of_year_before(text, start, before.span.end) or changed.are_of_next_years(before, level))
        is_base = percent and not change and yearly
        base = before if is_base else None
    yearly = before is not None and bases.is_of_year_before(text, level.sentence.span.start, before.span.end)
    multiplied = before if move.multiple and (yearly or not move.compared) and not (dated or other_basis) else None
    recent = before if before and before.kind == "money" and not bases.swings(text, level.span.start, level.span.end) else None
    recent = None if before and move.compared and _WITH_ANOTHER.match(text, before.span.end) else recent
    scaled = before is not None and recent is None and bases.are_scaled(before, level)
    spoken = _SPOKEN if before is None or level.kind != "money" else min(map(_left_out, (before, level)))
    sized = before is None or scaled or movements.are_of_a_size(before, level, spoken)
    left = before if sized and not (move.compared or move.multiple or (base and (change or percent))) else None
    if move.percent is not None and other_basis:
        left = None  # "organic sales rose 3 percent to 9.8 billion from 10.1 billion"
    if base is None and (change is None or percent is None):
        change = percent = None
    return base, left, multiplied, recent, change, percent


def _left_out(sum_: Claim) -> int:
    """Give how many times as much another sum may be before something may be left out in this one: "from [90] to 1.10 euros"."""
    return _SMALL if _BARE.fullmatch(sum_.sentence.within, sum_.span.start, sum_.span.end) else _SPOKEN


def _before(move: Move, level: Claim, start: int, stop: int) -> Claim | None:
    before, text = move.before, level.sentence.within
    if before is None or not movements.alike(before, level) or bases.is_expected(text, before.span.end):
        return None
    if bases.is_recut(text, start, stop) or bases.is_one_of_two(text, before.phrase.end):
        return None
    apart = not move.compared and changed.are_of_two(before, level)
    apart = apart or (move.direction == "down" and spreads.may_be(before, level))
    placed = move.percent is None and not _goes(move, before, level)  # no place in an order falls by 17 percent
    ranked = ranks.may_be_odds(before, level) or (placed and ranks.may_be_ranks(before, level))
    return None if apart or ranked or bases.falls_as_it_rises(level, start, stop) else before


def _goes(move: Move, before: Claim, level: Claim) -> bool:
    """Tell whether two levels go the way that is told, as ranks never do: who drops from 12 to 17 goes up in number."""
    if move.direction is None or before.value is None or level.value is None or move.change is None:
        return False
    return (level.value > before.value) == (move.direction == "up")


def _change(move: Move, level: Claim, *, other_basis: bool) -> tuple[Claim | None, Claim | None]:
    """Give the change and its percent, where they are of the level."""
    if move.direction is None:
        return None, None
    text, percent = level.sentence.within, move.percent
    if percent and (level.kind == "percent" or _OF.match(text, percent.span.end) or other_basis):
        percent = None
    return move.change if move.change and movements.can_change(move.change, level) else None, percent
