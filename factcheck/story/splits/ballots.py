"""Links between shares of those who said for whom they would vote: "44 percent of voters said they would back Wren, 42 Lull".

Each votes once, so the shares are of one whole, and so is that of the undecided behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim, Line, series
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.splits import shares

KIND = shares.KIND
ROUND = 3
ONE = False
INHERITS: frozenset[str] = frozenset()

_VOTING = pattern(
    r" of (?:(?:the|all|those|likely|registered|eligible) )*(?:voters|people asked|respondents|electors)(?: polled| asked)?"
    r" (?:said|say) they (?:would|will|plan to|planned to|intend to|intended to|expect to) (?:vote for|back|support|choose) "
    r"(?:the )?(?:[a-z]+,? ){0,3}[A-Z](?:(?!\b(?:if|or|either|both|also|consider|once|should|among|for|in|compared|up|down)\b)"
    r"[^;:()%]){1,80}?,? (?:and|while|with) (?:<<about>> )?"
)
"""Behind the first share of a vote that each has once, up to the second."""
_FOR = pattern(
    r" (?:for|backed|supported|would vote for|chose) (?:the )?(?:[a-z]+,? ){0,3}[A-Z][\w’'-]+(?:,? [A-Z][\w’'-]+){0,3}"
)
_THEN = pattern(r",? (?:while|and|with) (?:another |the remaining )?(?:<<about>> )?")
_UNDECIDED = pattern(r" (?:(?:<<is>>|remain|remained|said they were|still) )*<<undecided>>\b(?! (?:about|on|whether)\b)")
_ENDS = pattern(r",? ?(?:[.;]|\Z)|,? (?:and|while|with)\b(?! for\b)|, (?:the|a) poll\b|, according\b")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of figures that have none yet, in text order."""
    tied = {link.one for link in links if link.kind == KIND}
    for here in series.by_sentence(figures):
        told = [figure for figure in here if figure.kind == "percent" and figure.is_single]
        for at, (first, second) in enumerate(pairwise(told)):
            end = _end(first, second)
            if end is None:
                continue
            rest = [third for third in told[at + 2 : at + 3] if _is_rest(end, third)]
            for share in (second, *rest):
                if share.id not in tied:
                    yield Link(KIND, share.id, first.id, "each votes once")


def _end(first: Claim, second: Claim) -> int | None:
    """Give where the choice of the second share ends; None where the two are not of one vote."""
    text, stop = first.sentence.within, first.sentence.span.end
    voting = _VOTING.fullmatch(text, first.span.end, second.phrase.start)
    chosen = _FOR.match(text, second.span.end, stop) if voting else None
    return chosen.end() if chosen and _ENDS.match(text, chosen.end(), stop) else None


def _is_rest(end: int, third: Claim) -> bool:
    text = third.sentence.within
    return _THEN.fullmatch(text, end, third.phrase.start) is not None and _UNDECIDED.match(text, third.span.end) is not None
