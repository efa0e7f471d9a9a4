"""Things that are told one by one behind a figure: "four mills -- one in Bonn, one in Basel and the third in Trier".

The text behind the figure goes in, those that are told come out; none where the list may go on or one of them may be several.
Of exactly one and the other `both` tells.
"""

from __future__ import annotations

from itertools import pairwise

from factcheck.claims.listings import both
from factcheck.patterns import pattern

_WHICH = (
    r"(?= (?:in|on|at|to|from|for|by|with|under|over|near|behind|against|into|as|who|that|which|whose|an?|the|is|was|has|had"
    r"|[A-Z]|[a-z]+(?:ed|ing)\b))"
)
"""Behind "one" that is one of those counted, and tells no number itself ("one bedroom, one bath")."""
_OPENS = pattern(r" (?P<words>(?:[^.;:()—–\d]|\d+<<th>>\b){1,90}?)(?: ?(?:--|—|–) ?| - | \(|: )(?=one\b|the first\b)")
_HEAD = pattern(
    rf"(?:\A|(?P<and>[,;]? and )|[,;] )(?P<head>(?:one|another)(?:{_WHICH}| of an?\b)"
    r"|the (?:other|first|second|third|fourth|fifth|sixth|last|final)\b)"
)
_RANKS = ("first", "second", "third", "fourth", "fifth", "sixth")
_CLOSES = pattern(r" ?(?:--|—|–)| - |\)|\.(?=\s|\Z)|\Z")
_MORE = pattern(
    r"(?:\A|[,;]|\band) (?:(?:the|some|two|three|four|five|several|many|most|all|both|each|few) )?"
    r"(?:others|rest|two|three|four|five|six|some|several|many|most|both|few|more)\b"
    r"|\b(?:each|apiece|per|one or more|etc|so on|including|such as|one by one|one another|no one|one and)\b|\bone-"
)
_FAR = 400
_FEWEST, _SURE = 2, 3


def named(text: str, start: int, stop: int) -> tuple[str, ...]:
    """Give what a sign opens behind a figure, told one by one up to the sign that closes it or the sentence's end."""
    opens = _OPENS.match(text, start, stop)
    if opens is None or not both.is_of_one_noun(opens["words"]):
        return ()
    listed = text[opens.end() : min(stop, opens.end() + _FAR)]
    closes = _CLOSES.search(listed)
    told = listed[: closes.start()] if closes else ""
    heads = [*_HEAD.finditer(told)]
    if _MORE.search(told):
        return ()
    if len(heads) < _FEWEST or not (heads[-1]["and"] or len(heads) >= _SURE) or not _are_ranked([head["head"] for head in heads]):
        return ()
    bounds = [*(head.start("head") for head in heads), len(told)]
    return tuple(told[at:next_].removesuffix(" and ").strip(" ,;") for at, next_ in pairwise(bounds))


def _are_ranked(heads: list[str]) -> bool:
    """Tell whether each that is told by its rank stands in its place: "the third" behind two."""
    return all(
        rank not in _RANKS or _RANKS.index(rank) == at for at, rank in enumerate(head.rpartition(" ")[2] for head in heads)
    )
