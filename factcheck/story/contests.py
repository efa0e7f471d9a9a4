"""Links from what bounds a score or a vote to it: "3-1 in a best-of-five series", "56-46 in the 100-seat house".

A number before "-game series" counts the games, one behind "best of" the most that there can be, one before "-seat house" or
"-member board" those who can vote; "by a majority of 12" is the difference of the sides. Each must stand right beside the score
or the vote: "4-2 in the opener of a three-game series" is the score of a game.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, series
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "contest"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
ALSO = frozenset({"score", "vote"})
PARTS = ("games", "seats", "margin", "away", "all")
"""What bounds a score or a vote: the games of a series, those who can vote, what lies between the two sides; those who stayed
away, and all of whom they are some.
"""

_SERIES = pattern(r"(?:[- ]<<games>>s?)?[- ](?:[a-z]+ )?<<series>>\b")
_GAMES = pattern(r"[- ]<<games>>[- ](?:[a-z]+ )?series\b")
_BEST_OF = pattern(r"\b[Bb]est[- ]of[- ]\Z")
_IN_SERIES = pattern(r",? (?:in|of) <<determiner>> (?:best[- ]of[- ])?")
_SERIES_ENDED = pattern(r"(?:[- ]<<games>>s?)?[- ](?:[a-z]+ )?series(?: (?:by|ended|finished|went))?,? \(?")
_HOUSE = pattern(r"[- ]<<house>>[- ]")
_IN_HOUSE = pattern(r"(?: votes?)?(?: [a-z]+){0,3} (?:in|on|of|by|from) <<determiner>> ")
_HOUSE_VOTED = pattern(
    r"[- ]<<house>>[- ][A-Za-z ]{2,40}?"
    r" <<house-votes>>"
    r"(?: (?!after\b|before\b|when\b|that\b|as\b)[a-z]+){0,4} \(?(?:by )?"
)
_PASSED = pattern(r"\b<<house-votes>> (?:by |in )?<<determiner>> \Z")
_HOUSE_BY = pattern(r"[- ]<<house>>[- ][A-Za-z ]{2,30}? by (?:a vote of )?\(?")
_AND_HOUSE = pattern(r"[- ]<<house>>(?: [a-z]+)? (?:and|or) (?:the |an? |its )?\Z")
_BY = pattern(r"\bby an? (?:majority|margin) of \Z")
_WON_BY = pattern(r"\b(?:<<winning>>|passed|approved|rejected|failed|lost|defeated|beat)(?: [\w’'-]+){0,4} by (?:<<about>> )?\Z")
_ONE_SCORE_ENDS = pattern(r"\)?(?: ?[.;)]|\Z|,? (?:on|in|at|to|before|as|for|after|with) (?![^.]*\d-\d))")
"""Behind the sides of a contest that somebody won by so much: no other score stands there."""
_OF_MARGIN = pattern(r"(?: votes?)?, (?:by )?an? (?:majority|margin) of (?:<<about>> )?")
_THEN_SIDES = pattern(r"(?: (?:votes?|seats?|points?|goals?))?(?:, | \(| - | – )")
_NARROWED = pattern(r"(?: votes?)? (?:more|fewer|less|with|when|if|once|counting|including|above|over)\b")
"""Behind a margin: it is none of these two sides."""
_WITH_OTHERS = pattern(r"[- ]<<house>>[- ][a-z]+ (?:and|with|or) ")
"""Around a house: others voted with it ("the five-member board and the mayor voted 4-2")."""
_ONE_GAME = pattern(
    r"\b(?:(?:<<nth>>|last|opening|deciding|final|rubber) <<games>>"
    r"|game (?:one|two|three|four|five|six|seven|\d)|opener|finale)\b",
    re.I,
)
"""Whose score is that of one game of a series."""
_NEXT_GAME = pattern(r"(?:,| and|, and) \d{1,3}-\d")
"""Behind a score: that of the next game."""
_WITH = pattern(r"(?: [^.,;:()\d]{1,60})?,? with (?:only |just )?")
_AWAY_OF = pattern(r"(?: [a-z]+)? of <<definite>> (?:[a-z]+[’']s )?")
_ARE_AWAY = pattern(r" <<house-members>> (?:absent|away|missing|abstaining|not voting) ?(?:[.,;]|\Z)")
"""Around how many of a house did not vote: "9-4, with [two] of its [15] members away"."""
_ABSTAINED = pattern(r" (?:abstentions?|abstaining|abstained|absent|absentees|not voting)\b")
_ENDS = pattern(r" ?(?:[.,;)]|\Z)")
_EXTRA = pattern(r"\b<<extra-votes>>\b")
_BACK = 24
_NEAR = 90


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of sentences that tell a score or a vote."""
    for here in series.by_sentence(figures):
        numbers = [figure for figure in here if figure.is_count]
        yield from _away(here)
        yield from _abstained(here)
        for told in here if numbers else ():
            for one in numbers if told.kind in ALSO else ():
                part = _part(one, told)
                if part:
                    yield Link(KIND, one.id, told.id, "it bounds the two sides", part)


def _away(here: Sequence[Claim]) -> Iterator[Link]:
    """Give the links of those who stayed away from a vote, and of all of whom they are some."""
    for vote, away, whole in zip(here, here[1:], here[2:], strict=False):
        if vote.kind != "vote" or not (away.is_count and whole.is_count) or _may_have_more(vote, whole):
            continue
        text, stop = vote.sentence.within, vote.sentence.span.end
        beside = _WITH.fullmatch(text, vote.span.end, away.span.start) and _AWAY_OF.fullmatch(
            text, away.span.end, whole.span.start
        )
        if beside and _ARE_AWAY.match(text, whole.span.end, stop):
            yield from _did_not_vote(vote, away, whole)


def _abstained(here: Sequence[Claim]) -> Iterator[Link]:
    """Give the links of those who abstained, and of the house whose size stands around the vote: "9-4 with two abstaining"."""
    for before, vote, away, behind in zip([None, *here], here, here[1:], [*here[2:], None], strict=False):
        if vote.kind != "vote" or not away.is_count:
            continue
        text, stop = vote.sentence.within, vote.sentence.span.end
        abstained = _ABSTAINED.match(text, away.span.end, stop)
        if abstained is None or _WITH.fullmatch(text, vote.span.end, away.span.start) is None:
            continue
        end = abstained.end()
        house = behind if behind and _IN_HOUSE.fullmatch(text, end, behind.span.start) else None
        named = house is not None and _HOUSE.match(text, house.span.end, stop) is not None
        whole = house if named else before if before and _ENDS.match(text, end, stop) and _part(before, vote) == "seats" else None
        if whole is not None and whole.is_count and not _may_have_more(vote, whole):
            yield from _did_not_vote(vote, away, whole)


def _did_not_vote(vote: Claim, away: Claim, whole: Claim) -> Iterator[Link]:
    """Give the links to a vote from those who did not vote, and from all who could."""
    yield Link(KIND, away.id, vote.id, "they did not vote", "away")
    yield Link(KIND, whole.id, vote.id, "they did not vote", "all")


def _part(figure: Claim, told: Claim) -> str:
    """Give what a figure is of the contest that a score or a vote tells; nothing where it is nothing of it."""
    behind = told.span < figure.span
    gap = (told.span.end, figure.span.start) if behind else (figure.span.end, told.span.start)
    if gap[1] - gap[0] > _NEAR:
        return ""
    text, stop = told.sentence.within, told.sentence.span.end
    before = text[max(told.sentence.span.start, figure.phrase.start - _BACK) : figure.phrase.start]
    if not behind and _is_won_by(figure, told):
        return "margin"
    if _NARROWED.match(text, figure.phrase.end, stop):
        return ""
    if (_OF_MARGIN.fullmatch(text, *gap)) if behind else (_BY.search(before) and _THEN_SIDES.fullmatch(text, *gap)):
        return "margin"
    if told.kind == "score":
        if _ONE_GAME.search(told.sentence.text) or _NEXT_GAME.match(text, told.span.end, stop):
            return ""
        series = _SERIES if _BEST_OF.search(before) else _GAMES
        if max(told.ends or (0,)) > (figure.value or 0):
            return ""  # goals, and no games: "7-3 in a three-game series"
        beside = _IN_SERIES.fullmatch(text, *gap) if behind else _SERIES_ENDED.fullmatch(text, *gap)
        return "games" if beside and series.match(text, figure.span.end, stop) else ""
    voted = _HOUSE_BY if _PASSED.search(before) else _HOUSE_VOTED  # "[passed] the 100-seat senate [by] 62 votes to 41"
    beside = (_IN_HOUSE if behind else voted).fullmatch(text, *gap)
    if (
        _AND_HOUSE.search(before) or _WITH_OTHERS.match(text, figure.span.end, stop) or _may_have_more(told, figure)
    ):  # "the 60-seat and 30-seat chambers voted"
        return ""
    return "seats" if beside and _HOUSE.match(text, figure.span.end, stop) else ""


def _is_won_by(figure: Claim, told: Claim) -> bool:
    """Tell whether a figure is by how much a contest was won whose sides stand right behind it: "won by 12 points, 90-78"."""
    text, gap = told.sentence.within, (figure.span.end, told.span.start)
    if figure.counted is None or _THEN_SIDES.fullmatch(text, *gap) is None or _ONE_GAME.search(told.sentence.text):
        return False
    won = _WON_BY.search(text, figure.sentence.near(figure.phrase.start), figure.phrase.start)
    return won is not None and _ONE_SCORE_ENDS.match(text, told.span.end, told.sentence.span.end) is not None


def _may_have_more(vote: Claim, seats: Claim) -> bool:
    """Tell whether somebody without a seat may have voted: "51-50 in the 100-seat senate", "12-10, with a casting vote"."""
    if _EXTRA.search(vote.sentence.text):
        return True
    return vote.ends is not None and abs(vote.ends[0] - vote.ends[1]) == 1 and sum(vote.ends) - 1 == seats.value
