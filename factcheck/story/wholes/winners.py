"""Links from what two won to all that there was to win: "Unity won four of six seats", then "The Greens picked up two".

The second stands in the next sentence, with a name of its own, and won what only one can win; nothing is said of another vote. Or
both stand before all there was: "Unity won 12 seats and the Greens seven, out of a total of 22".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck import lexicon
from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import counted_out, portions

KIND = portions.KIND
ROUND = 2
ONE = portions.ONE
INHERITS = portions.INHERITS

_WON = pattern(r"(?P<who>\b[A-Z][\w’'-]*)? ?(?:<<has>> )?\b<<winning>> (?:<<about>> )?\Z")
_THEN_WON = pattern(
    r"(?P<who>The [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){1,2}|[A-Z][\w’'-]*)"
    r"(?:, [^,;:.()]{1,40},)? (?:<<has>> )?<<winning>> (?:the other |the remaining )?(?:<<about>> )?"
)
_ENDS = pattern(r" ?(?:[.;]|\Z|, (?:out of|[a-z ]{1,30}said)\b)")
"""Behind what another won: nothing tells that it was elsewhere ("three, all of them in the county")."""
_AND_OTHER = pattern(
    r"(?:,? and|,) (?:[Tt]he [a-z]+(?: [a-z]+)?|(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}) (?:<<winning>> )?(?:<<about>> )?"
)
_OUT_OF = pattern(r",? out of (?:(?:<<definite>>|a total of|all) )?(?:<<about>> )?| of <<definite>> ")
_HAS = pattern(r"\b(?:<<winning>>|has|have|holds?|held) (?:<<about>> )?\Z")
_LED, _SIDES = 40, 2


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order; ``links`` are the parts known already."""
    for here in series.by_sentence(figure for figure in figures if figure.kind in COUNTS):
        for place in range(_SIDES, len(here)):
            yield from (Link(KIND, part.id, here[place].id, "only one can win it") for part in _won_out_of(here, place))
    tied = [link for link in links if link.kind == "part-of"]
    if not tied:
        return
    parts_of = Counter(link.other for link in tied)
    places = {figure.id: at for at, figure in enumerate(figures)}
    for link in tied:
        at, of = places.get(link.one), places.get(link.other)
        if at is None or of != at + 1 or parts_of[link.other] > 1 or of + 1 >= len(figures):
            continue
        part, whole, other = figures[at : at + 3]
        if _is_won(part, whole) and _is_won_too(part, whole, other):
            yield from (Link(KIND, won.id, whole.id, "only one can win it") for won in (part, other))


def _won_out_of(here: Sequence[Claim], at: int) -> Sequence[Claim]:
    """Give what two or more have won or have of all that there is, told right before that ``at`` a place; else nothing."""
    whole, last = here[at], here[at - 1]
    text, first = whole.sentence.within, at - 1
    end = last.phrase.end if last.phrase.end <= whole.phrase.start else last.span.end  # "[14] of the 60 seats"
    if _OUT_OF.fullmatch(text, end, whole.phrase.start) is None:
        return []
    while first and _is_beside(here[first - 1], here[first], series.noun(whole)):
        first -= 1
    parts = here[first:at]
    prize = next((part for part in (parts[0], whole) if counted_out.is_prize(part) or "votes" in part.roles), None)
    others = {series.noun(part) for part in parts if not counted_out.is_prize(part)} - {"", "votes", series.noun(whole)}
    if len(parts) < _SIDES or prize is None or others:
        return []
    won = _WON if whole.counted is None else _HAS
    told = won.search(text, parts[0].sentence.near(parts[0].phrase.start), parts[0].phrase.start)
    return parts if told and _ENDS.match(text, whole.phrase.end) else []


def _is_beside(one: Claim, other: Claim, noun: str) -> bool:
    """Tell whether a second figure is what another has of the same, which a ``noun`` may name behind both."""
    same = series.noun(other) in ("", noun, series.noun(one)) and one.is_single and other.is_single
    return same and _AND_OTHER.fullmatch(one.sentence.within, one.phrase.end, other.phrase.start) is not None


def _is_won(part: Claim, whole: Claim) -> bool:
    text, start = part.sentence.within, max(part.sentence.span.start, part.phrase.start - _LED)
    return counted_out.is_prize(whole) and _WON.search(text, start, part.phrase.start) is not None


def _is_won_too(part: Claim, whole: Claim, other: Claim) -> bool:
    """Tell whether another won what is left of the whole: in the next sentence, and of the same."""
    text, start = other.sentence.within, other.sentence.span.start
    follows = 0 < start - whole.sentence.span.end <= 2 and part.sentence.paragraph == other.sentence.paragraph
    if not follows or not other.is_count or other.additional:
        return False
    won = _THEN_WON.fullmatch(text, start, other.phrase.start)
    if (
        won is None
        or won["who"] in part.sentence.text
        or not _is_a_name(text, won["who"])
        or _ENDS.match(text, other.phrase.end) is None
    ):
        return False
    same = text[other.span.end : other.phrase.end] == whole.sentence.within[whole.span.end : whole.phrase.end]
    return same or series.noun(other) in ("", "others")


def _is_a_name(text: str, who: str) -> bool:
    """Tell whether the first word of a sentence is a name, and no noun: it has an article, more words, or a capital elsewhere."""
    if " " in who:
        return True
    if who.lower() in lexicon.forms("nouns"):
        return False
    return not who.endswith("s") or re.search(rf"[a-z,] (?:[A-Z]\w+ )?{re.escape(who)}\b", text) is not None
