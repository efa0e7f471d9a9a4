"""A sentence's figures -> the moves that it tells: "rose 8 percent to $5 billion from $4.6 billion", "lost 15, or 2 percent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define

from factcheck.claims import SHARES, Claim, moves, series
from factcheck.claims.moves import Lead
from factcheck.grounds.changes import alike, bases, changed, levels
from factcheck.patterns import pattern
from factcheck.values import evolve

KINDS = frozenset({"number", "count", "money", "measure", "percent", "points"})
_LEVELS = (" from ", " to ")
_PER = (" per ", " in every ", " for every ")
_FAR = 3
"""Words between a change and its verb at most, where none leads to the change: "5 percent lower at"."""
_SLOWER = pattern(r"\bslow(?:ed|s)\b")
_PART_ENDS = pattern(r",? (?:to|from|in|over|since|last|this)\b|,")
"""Behind a part of no more than what moved: not "by a third of", "by a third ship"."""
_END = pattern(r"[.;)]|,(?! of )|\Z| in all\b")


@define
class Move:
    """A change as far as it was read, with its figures.

    ``stated`` tells that a verb leads to the change; ``apart`` that the level before is set against the level on its own ("up
    from", "compared with"), ``compared`` that no word says which way it went from there; ``opened`` that a dash or a colon sets
    the level behind the percent that it went by; ``extreme`` that the level before is a peak or a low.
    """

    direction: str | None = None
    level: Claim | None = None
    before: Claim | None = None
    change: Claim | None = None
    percent: Claim | None = None
    apart: bool = False
    compared: bool = False
    stated: bool = False
    opened: bool = False
    extreme: bool = False
    multiple: str | None = None

    def takes(self, figure: Claim) -> bool:
        """Take a figure as the change, or as the percent of it; tell whether there was room."""
        if figure.kind in SHARES and self.percent is None:
            self.percent = figure
        elif figure.kind not in SHARES and self.change is None:
            self.change = figure
        else:
            return False
        return True


def together(figures: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Give the figures that can be of a change, sentence by sentence; a spell of time that leads from or to another can.

    What a rate is counted by is none: "to 201 per [100,000] births".
    """
    kinds = _can_move, _is_spell_of_change, _is_part_of_change
    return series.by_sentence(figure for figure in figures if any(is_of_change(figure) for is_of_change in kinds))


def _can_move(figure: Claim) -> bool:
    return figure.kind in KINDS and not figure.sentence.within.endswith(_PER, 0, figure.phrase.start)


def _is_part_of_change(figure: Claim) -> bool:
    """Tell whether a part in words is what something moved by: "fell by [a third], to", "fell by [half] from"."""
    text = figure.sentence.within
    led = figure.kind == "ratio" and text.endswith(" by ", 0, figure.phrase.start)
    return led and _PART_ENDS.match(text, figure.span.end) is not None


def _is_spell_of_change(figure: Claim) -> bool:
    """Tell whether a spell is a level and not how long something took: "cut the wait from [15 days] to [9 days]"."""
    text, start = figure.sentence.within, figure.sentence.span.start
    told = figure.kind == "duration" and text.endswith(_LEVELS, start, figure.phrase.start)
    return told and _SLOWER.search(text, start, figure.phrase.start) is None  # who is slower takes longer


def read(figures: Sequence[Claim]) -> Iterator[Move]:
    """Read a sentence from figure to figure; give each move when it has ended."""
    move, last, said, start = Move(), "", list[Claim](), figures[0].sentence.span.start
    for figure in figures:
        lead, part = _summed_up(move, figures, figure, *_placed(move, said, figure, start))
        start = figure.span.end
        of_level = said[-1] if said and part == "level" and changed.is_multiplied(said[-1], figure) else None
        if lead.broken and said and move.level is not None and changed.is_gapped(said[-1], figure):
            lead, part = evolve(lead, direction=move.direction), "change"  # "to 60 from 58 and [7 percent] in May to"
        if lead.broken or not _goes_on(move, lead, part):
            yield move
            move = Move()
        if lead.broken:
            said = []
        last = _take(move, figure, lead, part, last, _level(move, said, figure, lead, figures))
        move.before = of_level or move.before
        if part != "bracket":
            said.append(figure)
    yield move


def _placed(move: Move, said: Sequence[Claim], figure: Claim, start: int) -> tuple[Lead, str]:
    """Give what leads from ``start`` to a figure, and what it is of the move by that and by the figure before it."""
    last = said[-1] if said else None
    lead = moves.lead(figure.sentence.within, start, figure.phrase.start)
    no_level = lead.part == "level" and (changed.is_gain(figure) or levels.is_place(figure))
    part = lead.part if changed.is_plain(figure) and not no_level else ""
    if last is not None and move.level is last and changed.is_after(last, figure):  # "to 17 million after 15 million in May"
        return evolve(lead, broken=False), "before"
    if part in ("", "change") and last is not None and (changed.is_base(last, figure) or changed.is_of_whose_time(figure)):
        return lead, "before"
    if part == "" and move.change is not None and changed.is_in_percent_too(move.change, figure):
        return lead, "again"
    if part == "" and move.percent is not None and last is not None and changed.is_level_of(last, figure):
        move.opened = True
        return lead, "level"
    return lead, part


def _summed_up(move: Move, figures: Sequence[Claim], figure: Claim, lead: Lead, part: str) -> tuple[Lead, str]:
    """Give the same for a change that stands behind all else, if a noun ("a rise of") or what ends the move tells so."""
    noun = changed.summed_up(figure)
    if noun is not None and noun["from"] is None:
        lead = evolve(lead, part="apposed", direction=moves.directions().get(noun["word"]))
        part = lead.part
    closes = _closes(move, figures, lead, figure, noun.end() if noun else figure.end)
    if part == "apposed" or (part == "change" and closes and changed.is_appended(figure)):
        return lead, "apposed" if closes else ""
    return lead, part


def _goes_on(move: Move, lead: Lead, part: str) -> bool:
    """Tell whether a figure is of the move that is being read."""
    if part in ("again", "bracket", "apposed"):
        return True
    turned = lead.direction is not None and move.direction not in (None, lead.direction)
    if turned or part in ("", "change"):
        return False
    return (move.level if part == "level" else move.before) is None


def _closes(move: Move, figures: Sequence[Claim], lead: Lead, figure: Claim, end: int) -> bool:
    """Tell whether a percent sums up a change whose two levels are told: "to $21 from $28, a drop of 25 percent."."""
    level, before = move.level, move.before
    if level is None or _END.match(figure.sentence.within, end) is None:
        return False
    if before is None:
        return _completes(move, level, lead, figure)
    others = (other for other in figures if other.span < level.span)
    unsure = move.compared and (
        not bases.is_of_other_time(before) or any(alike.are_of_one_thing(other, before) for other in others)
    )
    if figure.kind != "percent":  # "from $21 to $28, a rise of $7"
        alone = move.change is None and move.percent is None and not unsure
        told = lead.part == "apposed" or changed.is_appended(figure)
        return alone and told and move.direction in (None, lead.direction) and alike.can_change(figure, level)
    if move.percent is not None or unsure:
        return False
    return lead.direction == move.direction or move.direction is None


def _completes(move: Move, level: Claim, lead: Lead, figure: Claim) -> bool:
    """Tell whether a change is told again behind its level, once in percent: "lost $3 to $97, a fall of [3 percent]"."""
    if not move.stated or lead.direction is None or lead.direction != move.direction:
        return False
    if figure.kind == "percent":
        return move.percent is None and move.change is not None
    return move.change is None and move.percent is not None and alike.can_change(figure, level)


def _level(move: Move, said: Sequence[Claim], figure: Claim, lead: Lead, figures: Sequence[Claim]) -> Claim | None:
    """Give the figure that "up from" sets another one against: the one right before, or the only one of its statement."""
    if said and (series.may_be_added(figures, said[-1], figure) or _goes_to(figure, figures)):
        return None
    if said and changed.sums_up(said[-1], figure, lead):  # "900 members, a 20 percent rise from 600"
        like = [earlier for earlier in said[:-1] if alike.are_of_one_thing(earlier, figure)]
        return like[0] if len(like) == 1 else None
    spent = levels.of_sum(said, figure) if lead.trailing or lead.joined else None
    if spent is not None:
        return spent
    if lead.joined:
        before = [level for level in figures if said and level.span < said[-1].span and alike.are_of_one_thing(level, figure)]
        return levels.counted_out(said) if said and not levels.are_of_change(before, said[-1], figure) else None
    # "grew 6 percent in May, up from 5 percent"
    grows = move.direction == "up" and move.level is None and figure.kind == "percent"
    fits = lead.trailing and (grows or not move.stated) and said and alike.are_of_one_thing(said[-1], figure)
    if not fits or any(alike.are_of_one_thing(earlier, figure) for earlier in said[:-1]):
        return None
    signed = bases.may_be_negative(figure.sentence.within, figure.sentence.span.start, figure.span.end)
    return None if signed else said[-1]


def _goes_to(figure: Claim, figures: Sequence[Claim]) -> bool:
    """Tell whether a level before has its own level behind it: "the share of the poorest 25 percent fell from [11] to 7"."""
    text, end = figure.sentence.within, figure.phrase.end
    next_ = next((other for other in figures if other.span > figure.span), None) if text.startswith(" to ", end) else None
    return next_ is not None and text[end : next_.phrase.start] == " to " and alike.are_of_one_thing(figure, next_)


def _take(move: Move, figure: Claim, lead: Lead, part: str, last: str, earlier: Claim | None) -> str:
    """Take a figure into the move; give what the next one may be the same as ("or", brackets)."""
    if part in ("again", "bracket"):
        return last if _is_again(move, figure, last) and move.takes(figure) else "told"
    if lead.direction is not None and (part == "change" or lead.near or move.change or move.percent):
        move.direction, move.multiple = lead.direction, lead.multiple or move.multiple
    if part == "apposed":
        move.apart, move.direction, move.stated = False, lead.direction, True
        move.takes(figure)
        return "told"
    if part in ("", "change"):
        move.stated = bool(part)
        if lead.direction is not None and changed.is_multiple(figure):  # "rose five-fold to 40"
            move.multiple = changed.folds(figure, lead.direction)
        else:
            move.takes(figure)  # without a verb, too: "15.51 points lower at 12,571.91"
        return "change"
    if part == "before":
        _take_before(move, figure, lead, earlier)
        return "told"
    if lead.direction is not None and lead.behind > _FAR and not move.stated:  # "40 percent owned by Wren, said it would raise"
        move.change = move.percent = None
    move.level = figure
    move.stated = move.stated or (move.percent is not None and lead.direction is not None and lead.near)  # "5 percent lower at"
    return "level"


def _take_before(move: Move, figure: Claim, lead: Lead, earlier: Claim | None) -> None:
    """Take a figure as the level before; an ``earlier`` one that it is set against is the level."""
    joined = lead.joined or (lead.trailing and earlier is not None)
    summed = earlier is not None and move.percent is not None and changed.sums_up(move.percent, figure, lead)
    if (joined or summed) and move.level is None:  # "$38.7 billion, up from $38 billion"
        move.level, move.direction, move.change = earlier, lead.direction or move.direction, None
        move.percent = move.percent if summed else None
    move.before, move.compared = figure, lead.direction is None and lead.joined
    explained = move.opened and bases.is_of_other_time(figure)
    move.extreme = lead.extreme or levels.follows_extreme(figure.sentence.within, figure.sentence.span.start)
    move.apart = (joined and not (summed or explained)) or move.extreme


def _is_again(move: Move, figure: Claim, last: str) -> bool:
    """Tell whether "or" and brackets tell the change again: "15 points, or 0.12 percent", "from $8 to $9, or 12 percent"."""
    text = figure.sentence.within
    moved = levels.can_be_told_again(move.before) and move.direction and not (move.apart or move.compared)
    told = move.change is not None or text.endswith(" or by ", 0, figure.phrase.start) or (moved and _END.match(text, figure.end))
    late = last == "level" and figure.kind == "percent" and told and not changed.is_share_of(figure)
    return last == "change" or (bool(late) and move.level is not None and move.level.kind != "percent")
