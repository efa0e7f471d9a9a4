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
    r",? and (?:[Tt]he [a-z]+(?: [a-z]+)?|(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}) (?:<<winning>> )?(?:<<about>> )?"
)
_OUT_OF = pattern(r",? out of (?:(?:<<definite>>|a total of|all) )?(?:<<about>> )?")
_LED = 40


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order; ``links`` are the parts known already."""
    for here in series.by_sentence(figure for figure in figures if figure.kind in COUNTS):
        for one, other, whole in zip(here, here[1:], here[2:], strict=False):
            if _are_won_out_of(one, other, whole):
                yield from (Link(KIND, won.id, whole.id, "only one can win it") for won in (one, other))
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


def _are_won_out_of(one: Claim, other: Claim, whole: Claim) -> bool:
    """Tell whether two have won so many each, out of all that there was."""
    text, start = one.sentence.within, one.sentence.near(one.phrase.start)
    out_of = _OUT_OF.fullmatch(text, other.phrase.end, whole.phrase.start)
    if out_of is None or series.noun(other) not in ("", series.noun(one)) or whole.counted is not None:
        return False
    won = counted_out.is_prize(one) or "votes" in one.roles
    told = won and _WON.search(text, start, one.phrase.start) and _ENDS.match(text, whole.phrase.end)
    return told is not None and _AND_OTHER.fullmatch(text, one.phrase.end, other.phrase.start) is not None


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
