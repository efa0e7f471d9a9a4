"""Links between the figures of one change: "rose 8 percent to $5 billion from $4.6 billion", "lost 15 points, or 0.12 percent".

Each runs to the level that the figure came to: from the level before, from the change and from its percent. The text must put
them together itself, figure by figure, with nothing else between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define

from factcheck.claims import Claim, Line, are_of_one_kind, bases, moves, series
from factcheck.claims.moves import Lead
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.values import evolve

KIND = "move"
ROUND = 1
ONE = True
INHERITS = frozenset({"level"})
PARTS = ("before", "left", "multiplied", "recent", "change", "percent")
"""Of a move: the level before; the same where it only says which way the figure went; the same where it says how many times as
much it is; the same of a sum that does not change a hundredfold in a year, such as revenue; what it changed by; that in percent.
"""

KINDS = frozenset({"number", "count", "money", "measure", "percent", "points"})
_OF = pattern(r" of\b")
_END = pattern(r"[,.;)]|\Z| in all\b")
_SIZE, _SPOKEN = 20, 100
"""A larger ratio of two levels may come of a scale word that is left out in speech."""


@define
class Move:
    """A change as far as it was read, with its figures.

    ``stated`` tells that a verb leads to the change; ``apart`` that the level before is set against the level on its own ("up
    from", "compared with"), ``compared`` that no word says which way it went from there.
    """

    direction: str | None = None
    level: Claim | None = None
    before: Claim | None = None
    change: Claim | None = None
    percent: Claim | None = None
    apart: bool = False
    compared: bool = False
    stated: bool = False
    multiple: str | None = None

    def takes(self, figure: Claim) -> bool:
        """Take a figure as the change, or as the percent of it; tell whether there was room."""
        if figure.kind == "percent" and self.percent is None:
            self.percent = figure
        elif figure.kind != "percent" and self.change is None:
            self.change = figure
        else:
            return False
        return True


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences that have two figures at least, in text order."""
    return (link for here in together(figures) if len(here) > 1 for move in read(here) for link in links_of(move))


def together(figures: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Give the figures that can be of a change, sentence by sentence."""
    return series.by_sentence(figure for figure in figures if figure.kind in KINDS)


def read(figures: Sequence[Claim]) -> Iterator[Move]:
    """Read a sentence from figure to figure; give each move when it has ended."""
    text, start = figures[0].sentence.within, figures[0].sentence.span.start
    move, last, said = Move(), "", list[Claim]()
    for figure in figures:
        lead = moves.lead(text, start, figure.phrase.start)
        part = lead.part if moves.is_plain(figure) else ""
        noun = moves.summed_up(figure)
        if noun is not None and noun["from"] is None:
            lead, part = evolve(lead, direction=moves.directions()[noun["word"]]), "apposed"
        closes = _closes(move, lead, figure, noun.end() if noun else figure.span.end)
        if part == "apposed" or (part == "change" and closes and moves.is_appended(figure)):
            part = "apposed" if closes else ""
        start = figure.span.end
        if lead.broken or not _goes_on(move, lead, part, last):
            yield move
            move = Move()
        if lead.broken:
            said = []
        last = _take(move, figure, lead, part, last, _level(move, said, figure, lead))
        if part != "bracket":
            said.append(figure)
    yield move


def _goes_on(move: Move, lead: Lead, part: str, last: str) -> bool:
    """Tell whether a figure is of the move that is being read."""
    if part in ("again", "bracket", "apposed"):
        return True
    turned = lead.direction is not None and move.direction not in (None, lead.direction)
    if turned or part in ("", "change"):
        return False
    return (move.level if part == "level" else move.before) is None


def _closes(move: Move, lead: Lead, figure: Claim, end: int) -> bool:
    """Tell whether a percent sums up a change whose two levels are told: "to $21 from $28, a drop of 25 percent."."""
    told = move.level is not None and move.before is not None and move.percent is None and not move.compared
    fits = figure.kind == "percent" and lead.direction == move.direction
    return told and fits and _END.match(figure.sentence.within, end) is not None


def _level(move: Move, said: Sequence[Claim], figure: Claim, lead: Lead) -> Claim | None:
    """Give the figure that "up from" sets another one against: the one right before, or the only one of its statement."""
    if said and moves.sums_up(said[-1], figure, lead):  # "900 members, a 20 percent rise from 600"
        like = [earlier for earlier in said[:-1] if alike(earlier, figure)]
        return like[0] if len(like) == 1 else None
    if lead.joined:
        return said[-1] if said else None
    fits = lead.trailing and not move.stated and said and alike(said[-1], figure)
    if not fits or any(alike(earlier, figure) for earlier in said[:-1]):
        return None
    signed = bases.may_be_negative(figure.sentence.within, figure.sentence.span.start, figure.span.end)
    return None if signed else said[-1]


def _take(move: Move, figure: Claim, lead: Lead, part: str, last: str, earlier: Claim | None) -> str:
    """Take a figure into the move; give what the next one may be the same as ("or", brackets)."""
    if part in ("again", "bracket"):
        return last if _is_again(move, figure, last) and move.takes(figure) else "told"
    if lead.direction is not None and (part == "change" or lead.near or move.change or move.percent):
        move.direction, move.multiple = lead.direction, lead.multiple or move.multiple
    if part == "apposed":
        move.percent, move.apart = figure, False
        return "told"
    if part in ("", "change"):
        move.stated = bool(part)
        move.takes(figure)  # without a verb, too: "15.51 points lower at 12,571.91"
        return "change"
    joined = lead.joined or (lead.trailing and earlier is not None)
    summed = part == "before" and earlier is not None and move.percent is not None and moves.sums_up(move.percent, figure, lead)
    if part == "before" and (joined or summed) and move.level is None:  # "$38.7 billion, up from $38 billion"
        move.level, move.direction, move.change = earlier, lead.direction or move.direction, None
        move.percent = move.percent if summed else None
    if part == "before":
        move.before, move.apart, move.compared = (
            figure,
            (joined and not summed) or lead.extreme,
            lead.direction is None and lead.joined,
        )
        return "told"
    move.level = figure
    return "level"


def _is_again(move: Move, figure: Claim, last: str) -> bool:
    """Tell whether "or" and brackets tell the change again: "15.51 points, or 0.12 percent", "to $8.89, or 3.6 percent"."""
    late = last == "level" and figure.kind == "percent" and move.change is not None
    return last == "change" or (late and move.level is not None and move.level.kind != "percent")


def links_of(move: Move) -> Iterator[Link]:
    """Give the links of a move, from each of its figures that may be reckoned with to its level."""
    level, way = move.level, move.direction
    if level is None or not moves.is_plain(level) or not (way or move.compared):
        return
    text, told = level.sentence.within, [f for f in (move.before, move.change, move.percent, level) if f is not None]
    start, stop = min(figure.span.start for figure in told), max(figure.span.end for figure in told)
    for part, figure in zip(PARTS, _parts(move, level, start, stop), strict=True):
        if figure is not None:
            told_way = {"recent": None, "multiplied": move.multiple}.get(part, way)
            yield Link(KIND, figure.id, level.id, text[start:stop], part, told_way)


def _parts(move: Move, level: Claim, start: int, stop: int) -> tuple[Claim | None, ...]:
    """Give the figures of a move that may be reckoned with, in the order of `PARTS`."""
    text = level.sentence.within
    before, (change, percent) = _before(move, level, start, stop), _change(move, level, start, stop)
    moved = change or percent
    if before and moved and moves.is_of_other_span(before, moved, level):
        change = percent = None
    if percent is None and not move.stated:
        change = None
    base = before
    if move.apart and (change or percent):  # "fell $1 to $19, down from $25 a year ago"
        is_base = percent and not change and before and bases.is_of_year_before(text, start, before.span.end)
        base = before if is_base else None
    multiplied = before if move.multiple and not move.compared else None
    recent = before if before and before.kind == "money" and not bases.swings(text, level.span.start, level.span.end) else None
    sized = before is None or _of_a_size(before, level, _SPOKEN) or (recent is None and bases.are_scaled(before, level))
    left = before if sized and not (move.compared or move.multiple or (base and (change or percent))) else None
    if base is None and (change is None or percent is None):
        change = percent = None
    return base, left, multiplied, recent, change, percent


def _before(move: Move, level: Claim, start: int, stop: int) -> Claim | None:
    before, text = move.before, level.sentence.within
    if before is None or not alike(before, level) or bases.is_expected(text, before.span.end):
        return None
    apart = not move.compared and moves.are_of_two(before, level)
    return None if apart or bases.falls_as_it_rises(text, start, stop) else before


def _change(move: Move, level: Claim, start: int, stop: int) -> tuple[Claim | None, Claim | None]:
    """Give the change and its percent, where they are of the level."""
    if move.direction is None:
        return None, None
    text, percent = level.sentence.within, move.percent
    if percent and (level.kind == "percent" or _OF.match(text, percent.span.end) or bases.on_other_basis(text, start, stop)):
        percent = None
    return move.change if move.change and _can_change(move.change, level) else None, percent


def alike(one: Claim, other: Claim) -> bool:
    """Tell whether two figures can be levels of one thing: of one kind, in units that can be the same, and of a size.

    What a sum is counted by may be left out: "48 cents a share from 40 cents".
    """
    a, b = one.quantity, other.quantity
    if a is None or b is None or not are_of_one_kind(one, other):
        return False
    if one.kind == other.kind == "count" and series.count_apart(one, other):
        return False
    if a.unit == b.unit or (one.kind != other.kind and None in (a.unit, b.unit)) or not set(a.readings).isdisjoint(b.readings):
        return True
    return one.kind == "money" and _can_change(one, other) and _of_a_size(one, other, _SIZE)


def _can_change(change: Claim, level: Claim) -> bool:
    """Tell whether a figure can be what a level changed by: a price for one thing changes by plain money."""
    a, b = change.quantity, level.quantity
    if a is None or b is None:
        return False
    if change.kind == level.kind == "count" and series.count_apart(change, level):
        return False
    if change.kind != level.kind:
        return are_of_one_kind(change, level)
    ours, theirs = ({unit.partition("/")[0] for unit in quantity.readings} for quantity in (a, b))
    return ours == theirs or not ours.isdisjoint(theirs)


def _of_a_size(one: Claim, other: Claim, times: int) -> bool:
    a, b = one.value, other.value
    return a is not None and b is not None and max(a, b) < times * min(a, b)
