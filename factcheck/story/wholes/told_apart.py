"""Links from a part and the rest, each in a sentence of its own: "It took 48 people off. Thirty went to Hull. The other 18 ...".

The whole is the only number of its sentence that is larger than either, and neither it nor the rest can be of another number that
the story tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.grounds import uncounted
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import parts, remainders

KIND = remainders.KIND
ROUND = 4
ONE = remainders.ONE
INHERITS = remainders.INHERITS

_VERB = pattern(
    r" (?:also )?(?:<<is>>|<<has>>|will|would|got|went|came|said|lost|won|left|held|made|took|stood"
    r"|lay|sank|[a-z]{2,}ed)\b"
)
_OTHER = pattern(r"The (?:other|remaining) ")
_UNCOUNTED = pattern(
    r"\b(?:<<uncounted>>(?<!The other)|rest|including|among|besides|except|as well|again|both"
    r"|<<calendar: weekday>>|later|since|then|earlier|first|last|next|new)\b"
)
"""In the sentences of the part and the rest: somebody is not counted, or another time is meant."""
_NEAR = 4
_BESIDE = 40
"""Figures about the three among which others of their kind are looked for."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the link of each rest whose part stands in the sentence before it, and the whole before that."""
    tied = {link.one for link in links if link.kind in remainders.TAKEN | {KIND}}
    sentences = [*series.by_sentence(figure for figure in figures if figure.kind in COUNTS)]
    for at, (before, here) in enumerate(pairwise(sentences)):
        behind = sentences[at + 2] if at + 2 < len(sentences) else []
        if len(here) != 1 or not behind or {here[0].id, behind[0].id} & tied:
            continue
        part, rest = here[0], behind[0]
        whole = _whole(before, part, rest) if _are_told_apart(part, rest) else None
        if whole is not None and not (_may_be_of_another(figures, whole, part, rest) or _are_others_told(whole, part, rest)):
            yield Link(parts.KIND, part.id, whole.id, "so many of them")
            yield Link(KIND, rest.id, whole.id, "the rest of it", remainders.OF_ONE)


def _are_told_apart(part: Claim, rest: Claim) -> bool:
    """Tell whether a number opens a sentence, and "the other" with a number the next one."""
    text, opens = part.sentence.within, rest.sentence.span.start
    bare = part.counted is None and rest.counted is None and part.is_single and rest.value is not None
    starts = part.span.start == part.sentence.span.start and _OTHER.fullmatch(text, opens, rest.span.start) is not None
    verbs = _VERB.match(text, part.span.end) is not None and _VERB.match(text, rest.span.end) is not None
    told = _UNCOUNTED.search(text, part.span.end, part.sentence.span.end) or _UNCOUNTED.search(
        text, rest.span.end, rest.sentence.span.end
    )
    near = 0 <= opens - part.sentence.span.end <= _NEAR
    return bare and starts and verbs and near and told is None and " and " not in text[part.span.end : part.sentence.span.end]


def _whole(before: Sequence[Claim], part: Claim, rest: Claim) -> Claim | None:
    """Give the only number of the sentence before that is larger than a part and the rest."""
    least = max(part.value or 0, rest.value or 0)
    larger = [figure for figure in before if figure.value is None or figure.value > least]
    one = larger[0] if len(larger) == 1 and larger[0].is_single and larger[0].counted else None
    near = one is not None and 0 <= part.sentence.span.start - one.sentence.span.end <= _NEAR
    return one if near and one is not None and one.sentence.kind == "body" else None


def _may_be_of_another(figures: Sequence[Claim], whole: Claim, part: Claim, rest: Claim) -> bool:
    """Tell whether a part and the rest make another number of the story, or lack one of the whole that is told elsewhere."""
    made = (part.value or 0) + (rest.value or 0)
    wanted = {made, abs((whole.value or 0) - made)} - {whole.value}
    at = next(at for at, figure in enumerate(figures) if figure is whole)
    near = figures[max(0, at - _BESIDE) : at + _BESIDE]
    return any(figure.value in wanted for figure in near if figure.kind in COUNTS and figure not in (whole, part, rest))


def _are_others_told(whole: Claim, part: Claim, rest: Claim) -> bool:
    """Tell whether a part and the rest are not all, and others are told of behind them: "A few stayed on board"."""
    text, span = rest.sentence.within, rest.sentence.span
    return remainders.falls_short(part, rest, whole) and uncounted.is_behind(text, rest.span.end, span.end, one=False)
