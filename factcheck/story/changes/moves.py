"""Links between the figures of one change: "rose 8 percent to $5 billion from $4.6 billion", "lost 15 points, or 0.12 percent".

Each runs to the level that the figure came to: from the level before, from the change and from its percent. The text must put
them together itself, figure by figure, with nothing else between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.grounds import wholes
from factcheck.grounds.changes import alike, asides, bases, changed, levels, movements, ranks, reckoning, spreads, within
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
_OR = pattern(r",? (?:or |\()(?:<<about>> )?")
_AT_ONCE = pattern(r"(?: [a-z]+)?,? to (?:<<about>> )?")
"""Between a change and its level: nothing that tells another time than the level's month and the one before."""
_SINCE, _THEN = pattern(r"(?: [a-z]+)? since ([12]\d{3}), "), pattern(r"(?: [a-z]+)? (?:last|an?|the|in|at|on|earlier|before)\b")
_SINCE_YEAR, _IN_YEAR = pattern(r" since ([12]\d{3})\b"), pattern(r"(?: [a-z]+)? in ([12]\d{3})\b")
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
    other_basis = bool(move.percent or move.multiple) and reckoning.on_other_basis(
        level.sentence.within, start, stop, shared=move.before is None and _are_one_change(move.change, move.percent)
    )
    before, change, percent = _of_one_time(move, level, _before(move, level, start, stop), other_basis=other_basis)
    base = _base(move, before, level, start, change, percent)
    recent = _recent(move, before, level)
    multiplied = None if other_basis else _multiplied(move, before, level)
    reckoned = base is not None and (change or percent) is not None
    left = None if reckoned or (move.percent and other_basis) else _left(move, before, level, recent)
    if base is None and (change is None or percent is None):
        change = percent = None
    return base, left, multiplied, recent, change, percent


def _are_one_change(change: Claim | None, percent: Claim | None) -> bool:
    """Tell whether a percent stands right beside what it tells again: "40 tonnes, or 3 percent", "3 percent, or 40 tonnes"."""
    if change is None or percent is None:
        return False
    first, then = sorted((change, percent), key=lambda figure: figure.span)
    return _OR.fullmatch(change.sentence.within, first.phrase.end, then.phrase.start) is not None


def _of_one_time(
    move: Move, level: Claim, before: Claim | None, *, other_basis: bool
) -> tuple[Claim | None, Claim | None, Claim | None]:
    """Give the level before, the change and its percent, without those that are told of another span of time."""
    change, percent = _change(move, level, other_basis=other_basis)
    moved = change or percent
    if before and moved and changed.is_of_other_span(before, moved, level):
        return (before if move.apart else None), None, None  # "fell 4 percent on the month to 96, from 90 a year ago"
    apart = moved is not None and (asides.has_own_time(moved, level) or changed.is_for_each(moved))
    apart = apart or (before is not None and moved is not None and _starts_elsewhere(moved, before))
    if apart or _is_dated(before, level, moved) or (change and percent and _have_own_spans(change, percent)):
        return before, None, None
    return before, (change if percent or move.stated else None), percent


def _is_dated(before: Claim | None, level: Claim, moved: Claim | None = None) -> bool:
    """Tell whether a date sets the level before apart: "rose 12 percent to 4.1 million, from 3.9 million in 2019"."""
    text = level.sentence.within
    if before is None or changed.are_of_next_years(before, level):
        return False
    if moved and bases.is_of_next_year(text, moved.phrase.end, before.phrase.end):
        return False
    at_once = moved is not None and moved.kind != "percent" and _AT_ONCE.fullmatch(text, moved.span.end, level.phrase.start)
    if at_once and levels.are_of_next_months(before, level):
        return False
    return bases.is_dated_apart(text, level.phrase.end, before.phrase.start, before.phrase.end)


def _starts_elsewhere(moved: Claim, before: Claim) -> bool:
    """Tell whether the level before is of another time than that since when something moved: "since 2010, from 96 a year ago"."""
    text = before.sentence.within
    since = _SINCE.match(text, moved.phrase.end)
    return (
        since is not None
        and _THEN.match(text, before.phrase.end) is not None
        and since[1] not in text[before.phrase.end : before.phrase.end + _SMALL]
    )


def _is_of_another_year(before: Claim) -> bool:
    """Tell whether a level before is of another year than that since when something multiplied: "doubled since 1995, from".

    So is one within the time that it took: "doubled in two years to 8 million, from 6 million a year ago".
    """
    text = before.sentence.within
    if within.is_within(text, before.sentence.span.start, before.phrase.start, before.phrase.end):
        return True
    since = _SINCE_YEAR.search(text, before.sentence.span.start, before.phrase.start)
    year = _IN_YEAR.match(text, before.phrase.end)
    return since is not None and year is not None and since[1] != year[1]


def _have_own_spans(change: Claim, percent: Claim) -> bool:
    """Tell whether a change and its percent have each a time of their own: "up 60 cents on Friday, or 9 percent for the week"."""
    first, then = sorted((change, percent), key=lambda figure: figure.span)
    return bases.have_own_spans(change.sentence.within, first.phrase.end, then.phrase.start, then.phrase.end)


def _base(
    move: Move, before: Claim | None, level: Claim, start: int, change: Claim | None, percent: Claim | None
) -> Claim | None:
    """Give the level before where the change leads from it; set apart it is the base of a yearly percent only.

    "Rose 8 percent to $5, up from $4.6 a year ago", but not "fell $1 to $19, down from $25 a year ago".
    """
    if before is None or not (move.apart and (change or percent)):
        return before
    text = level.sentence.within
    yearly = bases.is_of_year_before(text, start, before.phrase.start, before.span.end) or changed.are_of_next_years(
        before, level
    )
    untimed = move.compared and bases.is_untimed(text, start, (level.phrase.end, before.phrase.start), before.phrase.end)
    return before if percent and not change and (yearly or untimed) else None


def _multiplied(move: Move, before: Claim | None, level: Claim) -> Claim | None:
    """Give the level before where it is told how many times as much the level is, and both are of like times."""
    if before is None or not move.multiple or _is_dated(before, level) or _is_of_another_year(before):
        return None
    text, led = level.sentence.within, level.sentence.span.start
    yearly = bases.is_of_year_before(text, led, before.phrase.start, before.span.end)
    return before if yearly or not move.compared else None


def _recent(move: Move, before: Claim | None, level: Claim) -> Claim | None:
    """Give the level before of a sum that does not change a hundredfold in a year."""
    text = level.sentence.within
    if before is None or before.kind != "money" or bases.swings(text, level.span.start, level.span.end):
        return None
    if not bases.are_scaled(before, level):
        return None  # no scale word may be wrong: "$900, up from $2"
    return None if move.compared and _WITH_ANOTHER.match(text, before.span.end) else before


def _left(move: Move, before: Claim | None, level: Claim, recent: Claim | None) -> Claim | None:
    """Give the level before where nothing but the way from it is told, and both are of a size."""
    if before is None or move.compared or move.multiple or (move.extreme and move.change):
        return None  # "up 12 cents at 6.70 euros from a high of 6.75 euros"
    scaled = recent is None and bases.are_scaled(before, level)
    spoken = min(map(_left_out, (before, level))) if level.kind == "money" else _SPOKEN
    return before if scaled or alike.are_of_a_size(before, level, spoken) else None


def _left_out(sum_: Claim) -> int:
    """Give how many times as much another sum may be before something may be left out in this one: "from [90] to 1.10 euros"."""
    return _SMALL if _BARE.fullmatch(sum_.sentence.within, sum_.span.start, sum_.span.end) else _SPOKEN


def _before(move: Move, level: Claim, start: int, stop: int) -> Claim | None:
    before, text = move.before, level.sentence.within
    if before is None or not alike.are_of_one_thing(before, level) or bases.is_expected(text, before.span.end):
        return None
    if wholes.leaves_scale_out(before, level):  # "to 42 million from [38]"
        return None
    if bases.is_recut(text, start, stop) or bases.is_one_of_two(text, before.phrase.end):
        return None
    apart = (not move.compared and changed.are_of_two(before, level)) or levels.is_itself_a_change(level)
    apart = apart or levels.is_depth(level) or (move.direction == "down" and spreads.may_be(before, level))
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
    of_percent = level.kind == "percent" and percent is not None and percent.kind == "percent"
    if percent and (of_percent or _OF.match(text, percent.span.end) or other_basis):
        percent = None
    return move.change if move.change and alike.can_change(move.change, level) else None, percent
