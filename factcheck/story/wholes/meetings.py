"""Links from the games that two won to all that they played: "122 games were played, Wren winning 70, Lull 49, three drawn".

Each of two names won some, and the drawn ones may be told behind: nobody wins one that another won, so that together they are
no more than all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, series
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import breakdowns, portions

KIND = portions.KIND
ROUND = 2
ONE = portions.ONE
INHERITS = portions.INHERITS

_NAME = r"(?P<who>(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})"
_WINS = r" (?:winning|won|have won|has won|had won) (?:<<about>> )?"
_WON = pattern(rf"[^;:()—–.\d]{{0,60}}(?:,| and) (?:with |of which )?{_NAME}{_WINS}")
_WON_TOO = pattern(rf",?(?: and| while)? {_NAME}(?:{_WINS}| )")
_DRAWN = pattern(r"(?:,|,? (?:and|with)) (?:the (?:other|remaining) )?")
_ARE_DRAWN = pattern(r"(?: (?:games|matches|meetings|were|was|being|have been|ended|ending|in))* (?:drawn|draws?|tied|ties?)\b")
_GAMES = pattern(r"<<games>>(?:e?s)|meetings|times|encounters")
_EACH_OTHER = pattern(r"\b(?:met|meetings|between|each other|one another)\b")
"""Before what two won: nobody else played, so that both are sides of each game, and none is the other's partner."""
_ENDS = pattern(r" ?(?:[.,;]|\Z)")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order, for games that no breakdown tells."""
    told = {link.other for link in links if link.kind == breakdowns.KIND}
    for here in series.by_sentence(figures):
        for at, played in enumerate(here[:-2]):
            parts = _won(played, here[at + 1 : at + 4]) if _are_games(played) and played.id not in told else []
            if len(parts) > 1:
                yield from (Link(KIND, part.id, played.id, "nobody wins what another won") for part in parts)


def _are_games(played: Claim) -> bool:
    return played.is_count and played.is_single and _GAMES.fullmatch(played.counted or "") is not None


def _won(played: Claim, others: Sequence[Claim]) -> list[Claim]:
    """Give the games that the one won, those that the other won, and the drawn ones where they are told."""
    text, (one, other), third = played.sentence.within, others[:2], others[2:]
    if not all(part.is_count and part.is_single and series.noun(part) in ("", series.noun(played)) for part in (one, other)):
        return []
    first = _WON.fullmatch(text, played.phrase.end, one.span.start)
    second = _WON_TOO.fullmatch(text, one.phrase.end, other.span.start) if first else None
    if first is None or second is None or first["who"] == second["who"]:
        return []
    drawn = [part for part in third if _DRAWN.fullmatch(text, other.phrase.end, part.span.start) and _are_drawn(part)]
    alone = _ENDS.match(text, other.phrase.end) and _EACH_OTHER.search(text, played.sentence.span.start, one.phrase.start)
    return [one, other, *drawn] if drawn or alone else []


def _are_drawn(part: Claim) -> bool:
    return _ARE_DRAWN.match(part.sentence.within, part.span.end, part.sentence.span.end) is not None
