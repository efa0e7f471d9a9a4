"""Links from a change to the level it came to, where nothing can be reckoned: "rose 8 percent to $5 billion".

So are a change told behind its level ("$5 billion, down 7 percent"), a difference ("540, or 8 percent more than in May"), and a
level before of which more is said than when it was ("down from a previous forecast of 7 percent").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, SHARES, Claim, Line, are_of_one_kind, moves, series
from factcheck.claims.moves import Lead
from factcheck.grounds.changes import alike, changed, differences, movements, untold
from factcheck.patterns import pattern
from factcheck.story.changes import moves as levels
from factcheck.story.links import Link

KIND = levels.KIND
ROUND = 2
ONE = True
INHERITS = frozenset({"level"})
PART, BEFORE = "told", "told before"  # a change that cannot be reckoned with, and a level before
DIFFERENCES = ("difference", "percent-difference")
"""What a difference is in the unit of its two figures, and in percent of the one."""

_RECORD = pattern(
    r"[^,;:()]{0,40}, <<determiner>> (?:\w+est|most|least|best|worst)\b[^;:()“”]{0,70}"
    r", from (?:(?:an?|the|<<about>>) )*"
)
_UP_TO = pattern(
    r"(?: (?:from (?:a|the) year <<ago>>|on the (?:year|month)|year[- ]on[- ]year"
    r"|(?:in|from) [A-Z]\w+|since [^,;]{1,30}|against the [a-z]+"
    r"|(?:over|this|last|on|in|after) (?:(?!(?:and|but|while|as|when|to|by|of)\b)[a-z]+ ?){1,3}(?<! ))){0,2},?"
    r" to (?:(?:<<determiner>>|record|average of|total of|high of|low of|<<about>>) )*"
)
"""From a change to the level that it led to: when it was, or since when, and then "to"."""
_BEHIND = pattern(r" ?(?:[^\s\w]|(?:up|down|off|higher|lower)\b)|[^,;:]{1,80},")
_ASIDE = pattern(r", (?:which|who) [^,;:()“”\"]*\Z")
"""Before a figure that is told in an aside: "spending, [which is] 55 percent of it, fell 1 percent"."""
_A_RISE = pattern(r"[^;:()“”\"]{0,60}, (?:or )?an? (?:[a-z-]+ ){0,2}<<rises>> of (?:(?:<<about>>|more than|up to) )*")
_TO = pattern(r"(?: [a-z]+){0,4} to\b")
_OF = r"(?:(?:<<determiner>> )?(?:[\w’'-]+ ){0,5}?(?:of|for|at) |an? (?:\w+ ){1,2}|the |)"
_BY_SO_MUCH = r"(?: \w+ly| (?:<<about>> )?[\d.,]+(?:%| percent))?"
_SET_APART = pattern(
    rf"(?:\bcompared (?:with|to)|\b(?:up|down){_BY_SO_MUCH} from|\bversus|(?:,|\)) from|, against(?= an? \w+ of )) {_OF}\Z"
)
_THEN_FROM = pattern(rf"(?: [\w’'-]+){{0,8}}? from {_OF}(?:<<about>> )*")
_BESIDE = pattern(r"[^,;:.()“”]{0,30} and (?:from )?<<determiner>> (?:[\w-]+ ){1,4}of \Z")
_OR = pattern(r",? or (?:<<about>> )*\Z")
_FROM_TO = pattern(r"\bfrom (?:the current |the present |today['’]s )?(?:<<about>> )*\Z")
_WENT = pattern(r"\b(?:went|goes?|gone|moved?|moves|changed?|changes|shifted|switched|cut|cuts|reduced?) [^,;:()“”]*\Z")
_TO_BARE = pattern(r" to (?:<<about>> )*\Z")
_AT = pattern(r"\bat (?:<<definite>> )?\Z")
_BY = pattern(r"\bby (?:<<about>> )*\Z")
_CHANGES = frozenset({"percent", "points", "ratio"})
_KINDS = movements.KINDS | SHARES | {"duration"}
"""What changes, or how much longer it took."""
_COMPARED = ("compared", ", against")
_APART, _LED, _BACK, _OF_A_SIZE, _SHARED = 200, 80, 8, 20, 100
"""Code points between a level and one that is set against it, and before that one; figures among which the level is looked for;
how many times as much the one may be; up to what a number can be the other share ("by 53 percent to 47").
"""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of changes and differences that have none yet, in text order."""
    moved = {link.one: link.other for link in links if link.kind == KIND}
    tied = {*moved}
    for here in series.by_sentence(figure for figure in figures if figure.kind in _KINDS):
        for link in _found(here, moved) if len(here) > 1 else ():
            if link.one not in tied and link.one != link.other:
                tied.add(link.one)
                yield link


def _found(told: Sequence[Claim], moved: Mapping[str, str]) -> Iterator[Link]:
    """Give all links of a sentence: changes, differences and levels before, each with the level that it led to."""
    here, spells = ([figure for figure in told if (figure.kind == "duration") is timed] for timed in (False, True))
    apart, by_id = [*_apart(told, moved)], {figure.id: figure for figure in here}
    changes = [*_up_from(here, apart), *_to_levels(here), *_behind(here)]
    for change, level in changes:
        yield Link(KIND, change.id, level.id, "a change and its level", PART)
    for difference, value, way in (*differences.directed(here), *differences.directed(spells)):
        part = DIFFERENCES[difference.kind == "percent" != value.kind] if way and not _is_fraction(difference) else PART
        yield Link(KIND, difference.id, value.id, "a difference and what has it", part, way)
    level_of = {one.id: level for one, level in (*changes, *apart)} | {
        one: by_id[other] for one, other in moved.items() if other in by_id
    }
    for change, level in (*untold.than(told), *untold.up_since(here)):
        level = level_of.get(level.id, level)  # "costs $40, down from $44 in May and [9 percent] less than a year ago"
        yield Link(KIND, change.id, level.id, "a change and its level", PART)
    for before, level in (*_from(here), *apart):
        yield Link(KIND, before.id, level.id, "a level and the one before", BEFORE)


def _is_fraction(difference: Claim) -> bool:
    """Tell a part of the other figure from a difference in its unit: "8,000, a third fewer than the 12,000"."""
    return difference.kind in ("number", "count", "ratio") and difference.value is not None and 0 < difference.value < 1


def _to_levels(here: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give changes with the level behind them: "rose 8 percent to $5 billion", "lost 15, or 2 percent, to close at 912"."""
    for move in movements.read(here) if here else ():
        if move.level is not None and move.direction is not None:
            changes = (move.change, move.percent)
            yield from ((change, move.level) for change in changes if change is not None and _is_of(change, move.level))
    for change, level in pairwise(here):
        text, sentence = change.sentence.within, change.sentence
        if change.kind in _CHANGES and level.kind != "points" and _UP_TO.fullmatch(text, change.span.end, level.phrase.start):
            lead = moves.lead(text, sentence.span.start, change.phrase.start)
            by = _BY.search(*_before(change)) is not None
            gapped = by and level.kind != change.kind and (level.value or 0) > _SHARED  # "and thefts by [9 percent] to 2,840"
            if gapped or (lead.direction is not None and (lead.part == "change" or by)):
                yield change, level


def _is_of(change: Claim, level: Claim) -> bool:
    """Tell whether a figure can be a change of another: "invest $40 million to increase output to 900 cars" tells of none."""
    bare = level.kind == "number" and level.counted is None
    if level.counted is not None and level.kind in COUNTS and _AT.search(*_before(level)):
        return False  # "sales rose 8 percent at the 25 shops"
    if change.is_size:  # "the 17-member club grew to 49"
        return False
    return change.kind in _CHANGES or are_of_one_kind(change, level) or bare or alike.is_without_unit(change, level)


def _before(claim: Claim) -> tuple[str, int, int]:
    """Give the text with where the words right before a figure begin and end."""
    return claim.sentence.within, max(claim.sentence.span.start, claim.phrase.start - _LED), claim.phrase.start


def _behind(here: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give changes with the level right before them: "fell to 1.9 billion euros in May, down 7 percent on the year"."""
    for level, change in pairwise(here):
        text, start = change.sentence.within, level.span.end
        beside = change.kind in _CHANGES and level.kind != "points" and not _TO.match(text, change.span.end)
        beside = beside and _ASIDE.search(*_before(level)) is None
        beside = beside and _BEHIND.match(text, start) is not None  # "those over 20 metres lost 5 percent" tell of another thing
        led = beside and _is_led(moves.lead(text, start, change.phrase.start))
        if led or changed.is_raised(level, change) or _is_apposed(level, change):
            yield change, level


def _is_led(lead: Lead) -> bool:
    """Tell whether the words between a level and a change tell that this is the level's."""
    return (lead.joined or lead.trailing) and not lead.broken and lead.part == "change" and lead.direction is not None


def _is_apposed(level: Claim, change: Claim) -> bool:
    """Tell whether a change is told as a noun behind its level: "accepted 900 pupils so far, a rise of 3 percent"."""
    text, kin = level.sentence.within, change.kind in _CHANGES or are_of_one_kind(change, level)
    if not kin or level.kind == "points" or not _A_RISE.fullmatch(text, level.phrase.end, change.phrase.start):
        return False
    return moves.lead(*_before(level)).part not in ("change", "before", "apposed") and not _TO.match(text, change.span.end)


def _from(here: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give levels before that stand behind an aside: "rose to 5.2 percent, the highest since 2020, from 4.9 percent"."""
    for level, before in pairwise(here):
        if level.kind == before.kind and _RECORD.fullmatch(level.sentence.within, level.span.end, before.phrase.start):
            yield before, level


def _apart(here: Sequence[Claim], moved: Mapping[str, str]) -> Iterator[tuple[Claim, Claim]]:
    """Give levels before that are set against the nearest figure like them: "compared with a loss of [$3 million] in May".

    What stands beside such a level, or says it again, is one too: "from 2.9 percent in April and a peak of [11 percent]".
    """
    by_id = {figure.id: figure for figure in here}
    level_of = {figure.id: by_id[moved[figure.id]] for figure in here if moved.get(figure.id) in by_id}
    for at, (last, before) in enumerate(pairwise(here)):
        level = _beside(here, last, before, level_of[last.id]) if last.id in level_of else None
        level = level or _set_against(here[max(0, at + 1 - _BACK) : at + 1], before)
        if level is not None:
            level_of[before.id] = level
            yield before, level
    for before, level in pairwise(here):
        if before.id not in level_of and _goes_to(before, level):
            yield before, level


def _goes_to(before: Claim, level: Claim) -> bool:
    """Tell whether something went from one figure to the other: "will expand it from the current 140 to [200]"."""
    text, start, stop = _before(before)
    if not _TO_BARE.fullmatch(text, before.phrase.end, level.phrase.start):
        return False
    if moves.lead(text, start, stop).direction is None and _WENT.search(text, start, stop) is None:
        return False
    bare = level.kind == "number" and level.counted is None and before.kind != "percent"
    return _FROM_TO.search(text, start, stop) is not None and (bare or _can_be_levels(level, before))


def _up_from(here: Sequence[Claim], apart: Sequence[tuple[Claim, Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """Give the change that stands between a level and the one before: "900 a game in 81 games, up [11 percent] from 810"."""
    level_of = {before.id: level for before, level in apart}
    for change, before in pairwise(here):
        between = change.sentence.within[change.span.end : before.phrase.start]
        if change.kind == "percent" and before.id in level_of and before.kind != "percent" and between == " from ":
            yield change, level_of[before.id]


def _beside(here: Sequence[Claim], last: Claim, before: Claim, level: Claim) -> Claim | None:
    """Give the level of a figure that stands beside a level before, or says it again."""
    text, start, stop = before.sentence.within, last.span.end, before.phrase.start
    if _BESIDE.fullmatch(text, start, stop) and _can_be_levels(last, before):
        return level
    return _said_again(here, level) if _OR.fullmatch(text, start, stop) else None


def _set_against(earlier: Sequence[Claim], before: Claim) -> Claim | None:
    """Give the last figure that a level before is set against: behind "compared with", "up from", or "to 5 percent ... from"."""
    text, start, stop = before.sentence.within, before.sentence.span.start, before.phrase.start
    apart = _SET_APART.search(*_before(before))
    levels_ = [figure for figure in earlier if stop - figure.span.end <= _APART]
    if apart is not None and not apart[0].startswith(_COMPARED):  # "rose $2, or 20 percent, from its close at $10"
        starts = [start, *(figure.span.end for figure in levels_)]
        leads = (moves.lead(text, begin, figure.phrase.start) for begin, figure in zip(starts, levels_, strict=False))
        levels_ = [figure for figure, lead in zip(levels_, leads, strict=True) if lead.part not in ("change", "again")]
    for bare in (False, True):
        for level in reversed(levels_):
            if (apart or _comes_to(level, before)) and _can_be_levels(level, before, bare=bare):
                return level
    return None


def _comes_to(level: Claim, before: Claim) -> bool:
    """Tell whether a figure is what something came to, right before what it came from: "to 11 euros a share from [15 euros]"."""
    if not _THEN_FROM.fullmatch(level.sentence.within, level.span.end, before.phrase.start):
        return False
    return moves.lead(*_before(level)).part == "level"


def _said_again(here: Sequence[Claim], level: Claim) -> Claim | None:
    """Give the figure that says a level again: "$212 million, or [36 cents per share]"."""
    for one, other in pairwise(here):
        if one is level and _OR.fullmatch(one.sentence.within, one.span.end, other.phrase.start):
            return other
    return None


def _can_be_levels(level: Claim, before: Claim, *, bare: bool = False) -> bool:
    """Tell whether two figures can be levels of one thing: alike, and not far from each other; a ``bare`` number has no unit."""
    if not changed.is_plain(before) and not before.is_range:
        return False
    if {level.kind, before.kind} == SHARES:
        return True
    are_one = before.kind == "number" and before.counted is None if bare else alike.are_of_one_thing(level, before)
    a, b = (figure.value or (figure.ends or (None,))[0] for figure in (level, before))
    return are_one and a is not None and b is not None and 0 < max(a, b) < _OF_A_SIZE * min(a, b)
