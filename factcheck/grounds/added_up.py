"""The total that follows its parts: "12 men and seven women, for a total of 19", "12 cups, seven bowls, 19 in all".

The figures of a sentence go in; the parts that begin at one of them, and the total told behind them, come out.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import Claim, series
from factcheck.grounds import makeup, sorts, unlike, wholes
from factcheck.patterns import pattern

_TOTAL = pattern(
    r"[^.;:()]{0,60}?,? (?:for|making|giving|or) (?:an? )?(?:(?!<<wider-totals>>)[a-z]+ )?"
    r"(?:(?:total|sum) of|combined(?: total of)?) "
)
_A_TOTAL = pattern(r"(?: [^.;:(),]{0,60})?,? an? (?:(?:(?!<<wider-totals>>)[a-z]+ )?total of|(?P<combined>combined)) ")
_THE_TOTAL_TO = pattern(r"\b<<named-numbers>> (?:up )?to (?:<<about>> )?\Z")
_WITH = pattern(
    r"(?: <<in-all>>)?"
    r"(?: (?:in|of) [a-z]+)?"
    r" (?:with|including|counting|plus|after|(?:over|across|from) (?:<<counts>>|\d+)) "
)
"""Behind a total that holds more than the parts: "for a total of $1.3 million with interest"."""
_PIECE = pattern(r"\b(?:half|quarter|round|set|period|innings?|leg)\b")
_POINTS = pattern(r"points?|bases|yards")
_MEDALS = pattern(r"\b(?:silvers?|bronzes?|medals?)\b")
_WORTH_MORE = pattern(r"\b<<worth-more>>\b")
_SENTENCE_END = pattern(r" ?(?:[.;:)—–]|--|\Z)")
_CLAUSE_END = pattern(r" ?(?:[.,;:)—–]|--|\Z)")
_LISTED = pattern(r"[^.;:()]{0,60}, (?:of|in|from|for|to|at|by|on) |;[^.;:()\d]{0,60}")
_OR = pattern(r"[^.;:()]{0,60}?, or ")
_APPOSED = pattern(r"[^.;:()]{0,60}?(?:,| --| -| —|—) ")
_ALTOGETHER = pattern(r" (?:<<in-all>>|together|between them)\b(?! (?:of|<<definite>>|with)\b)")


def read(here: Sequence[Claim], at: int) -> tuple[list[Claim], str]:
    """Give parts that begin at a figure ``at`` a place, and the id of the total that follows them; else none, and no id."""
    read_ = series.read(here, at)
    if unlike.leaves_unit_out(here, at) or any(_is_no_part(part.claim) for part in read_):
        return [], ""
    parts = [part.claim for part in read_]
    if len(parts) > 2 and read_[-1].joint.strip() == "," and not any(map(wholes.is_of_another, parts)):
        *first, total = parts
        if makeup.is_accounted_for(here, total, first) or _may_run_at_once(first, total):
            return [], ""
        if _MEDALS.search(total.sentence.within, first[0].span.end, total.phrase.start) and makeup.fall_short(total, first):
            return [], ""
        if _is_a_total(first, total) or (is_altogether(total) and makeup.may_count_all(total, first)):
            return first, total.id
    behind = next((claim for claim in here[at + 1 :] if claim.span.start > parts[-1].span.start), None)
    if len(parts) < 2 or behind is None or not series.alike(behind, parts[-1]) or _goes_on_from_before(here, at):
        return [], ""
    told = _is_told_behind(parts, behind) and not makeup.is_accounted_for(here, behind, parts)
    return (parts, behind.id) if told and not _lies_between(behind, parts) else ([], "")


def _lies_between(share: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether a share lies between others, as that of all does: "58 percent in the port, 63 elsewhere, or 61 in all"."""
    values = [part.value for part in parts if part.value is not None]
    return share.kind == "percent" and share.value is not None and min(values) <= share.value <= max(values)


def _is_told_behind(parts: Sequence[Claim], behind: Claim) -> bool:
    """Tell whether the figure behind some parts is told to be their total: "making a total of 19", "or 19 in all"."""
    text, gap = behind.sentence.within, (parts[-1].phrase.end, behind.phrase.start)
    told = _TOTAL.fullmatch(text, *gap) is not None or _is_a_total(parts, behind)
    if told and (_holds_others(parts, behind) or _WITH.match(text, behind.phrase.end)):
        return False
    if told:
        return True
    if not is_altogether(behind) or _may_run_at_once(parts, behind):
        return False
    return bool(_OR.fullmatch(text, *gap) or (_APPOSED.fullmatch(text, *gap) and makeup.may_count_all(behind, parts)))


def _holds_others(parts: Sequence[Claim], total: Claim) -> bool:
    """Tell whether a total that is more than its parts may be of more: another medal, month or place, or what counts double."""
    made, text = makeup.made(parts) or 0, total.sentence.within
    if made == total.value:
        return False
    other = total.kind == "count" and not makeup.may_count_all(total, parts) and _POINTS.fullmatch(total.counted or "")
    if other or not _CLAUSE_END.match(text, total.phrase.end) or makeup.fall_short(total, parts):
        return True
    if (total.value or 0) < made:
        return _may_run_at_once(parts, total)
    told = sorts.told_by(parts)
    times = all(sort is not None and (sort[1].startswith("time") or _PIECE.search(sort[2])) for sort in told)
    return times or any(_WORTH_MORE.search((part.counted or "").lower()) for part in parts)


def _may_run_at_once(parts: Sequence[Claim], total: Claim) -> bool:
    """Tell whether some spells are more than all of them together, as two terms that run at once."""
    return total.kind == "duration" and (total.value or 0) < (makeup.made(parts) or 0)


def _is_no_part(part: Claim) -> bool:
    """Tell whether a figure is a total itself, or what each has: "five more, taking [the total to 54], and four more"."""
    text, start = part.sentence.within, part.sentence.near(part.phrase.start)
    if makeup.is_for_one(part) or part.running:
        return True
    return _THE_TOTAL_TO.search(text, start, part.phrase.start) is not None


def _goes_on_from_before(here: Sequence[Claim], at: int) -> bool:
    """Tell whether a series may have begun before a figure: "a gain of $40 in coin, of [$50] in notes and of $60 in bills"."""
    earlier, first = here[max(0, at - 1)], here[at]
    gap = first.sentence.within[earlier.phrase.end : first.phrase.start]
    return at > 0 and series.alike(earlier, first) and _LISTED.fullmatch(gap) is not None


def _is_a_total(parts: Sequence[Claim], total: Claim) -> bool:
    """Tell whether a figure closes a sentence as the total of those before it: "12 cups and seven bowls, a total of 19"."""
    text, gap = total.sentence.within, (parts[-1].phrase.end, total.phrase.start)
    told = _A_TOTAL.fullmatch(text, *gap)
    ends = _SENTENCE_END if told is None or told["combined"] is None else _CLAUSE_END
    closes = told is not None and ends.match(text, total.phrase.end) is not None
    return closes and makeup.UNCOUNTED.search(text, parts[0].span.end, gap[1] - len(" a total of ")) is None


def is_altogether(claim: Claim) -> bool:
    """Tell whether a figure is told to be all there is, and nothing beside: "19 people in all"."""
    text, end = claim.sentence.within, claim.phrase.end
    return _ALTOGETHER.match(text, end) is not None and _WITH.match(text, end) is None
