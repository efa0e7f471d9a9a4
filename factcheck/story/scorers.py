"""Links from the goals of one player to the score of the game: "scored three goals in a 2-1 win", "three in the second half".

Nobody scores more than the side has that has more. The goals must be told of that game: right before its score, or, where the
story has one score, of one of its halves. Shoot-outs, sets, frames and ties over two games are counted otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "scorer"
ROUND = 1
ONE = False
INHERITS: frozenset[str] = frozenset()
ALSO = frozenset({"score"})

_SCORED = pattern(r"\b(?:scor(?:ed|es|ing)|nett(?:ed|ing)|struck|bagged|got|had|with)(?: (?:all|just|only|another|his|her))? \Z")
_IN_GAME = pattern(
    r" (?:in|during) (?:an?|the|(?:his|her|their) (?:side|team|club)[’']s|[A-Z][\w’'-]*[’']s?)(?: [a-z-]+){0,3} \Z"
)
_GAME = pattern(r" (?:[a-z-]+ ){0,2}<<game-results>>\b(?! (?:and|streak|series))")
_OF_HALF = pattern(r" in the (?:first|second|opening) half(?! (?:of|and)\b)")
_COUNTED_OTHERWISE = pattern(r"\b<<counted-otherwise>>\b")
_OTHER_GAME = pattern(
    r"\b(?:ago|last (?:<<spells>>|season|weekend|time|meeting|game|<<calendar: weekday>>)|previous|(?:19|20)\d\d"
    r"|on <<calendar: weekday>>|<<other-games>>)\b"
)
_NEAR = 800
"""Code points from the score up to which goals are told of its game."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of each number of goals to the only score that it can be of."""
    scores = [figure for figure in figures if figure.kind == "score"]
    for goals in figures if scores else ():
        if goals.counted in ("goals", "goal") and goals.is_single and _SCORED.search(goals.led):
            score = _score(goals, scores)
            if score is not None and not any(_COUNTED_OTHERWISE.search(told.sentence.text) for told in (goals, score)):
                yield Link(KIND, goals.id, score.id, "goals of that game")


def _score(goals: Claim, scores: Sequence[Claim]) -> Claim | None:
    text, stop = goals.sentence.within, goals.sentence.span.end
    only = len({score.ends for score in scores}) == 1
    here = [score for score in scores if score.sentence is goals.sentence]
    if only and not here:
        near = 0 < goals.span.start - scores[-1].span.end < _NEAR and _OTHER_GAME.search(goals.sentence.text) is None
        return scores[-1] if near and _OF_HALF.match(text, goals.phrase.end, stop) else None
    beside = len(here) == 1 and goals.span < here[0].span and _GAME.match(text, here[0].span.end, stop)
    return here[0] if beside and _IN_GAME.fullmatch(text, goals.phrase.end, here[0].span.start) else None
