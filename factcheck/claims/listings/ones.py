"""Things that are told one by one behind a figure: "four mills -- one in Bonn, one in Basel and the third in Trier".

The text behind the figure goes in, those that are told come out; none where the list may go on or one of them may be several.
Of exactly one and the other `both` tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from re import Match

from factcheck import lexicon
from factcheck.claims.listings import both
from factcheck.document import Span
from factcheck.numerals import spelled
from factcheck.patterns import pattern

_WHICH = (
    r"(?= (?:in|on|at|to|from|for|by|with|under|over|near|behind|against|into|as|who|that|which|whose|an?|the|is|was|has|had"
    r"|[A-Z]|[a-z]+(?:ed|ing)\b))"
)
"""Behind "one" that is one of those counted, and tells no number itself ("one bedroom, one bath")."""
_OPENS = pattern(
    r" (?P<words>(?:[^.;:()—–\d]|\d+<<th>>\b){1,90}?)(?: ?(?:--|—|–) ?| - | \(|: |(?P<comma>, ))(?=one\b|the first\b)"
)
_HEAD = pattern(
    rf"(?:\A|(?P<and>[,;]? and )|[,;] )(?P<head>one(?P<which>{_WHICH}| of an?\b(?! \w+ of)| of (?=[$£€\d]))?|another"
    r"|the (?:other|first|second|third|fourth|fifth|sixth|last|final)\b|a (?:second|third|fourth|fifth|sixth|final)\b)"
)
_TELLS = pattern(
    r" (?:in|on|at|to|from|for|by|with|under|over|near|behind|against|into|of|that|which|who|whose|this|last|next|[a-z]+ing)\b"
)
"""Behind one that stands behind a comma and begins no clause, as "one was sold" does."""
_SAID = pattern(r", (?:[\w’'.-]+ ){0,7}?(?:said|says|added|told)\b.*\Z")
_COUNT = pattern(r"\b(?:(?P<word><<counts>>|both|pair|couple)|(?P<digits>\d{1,2}))\b")
_START = pattern(r"[.;:!?\n] ?")
_RANKS = ("first", "second", "third", "fourth", "fifth", "sixth")
_BRACKETS = pattern(r" \([^()]*\)")
_CLOSES = pattern(r" ?(?:--|—|–)| - |\)|[.;]?[”\"]?\Z")
_MORE = pattern(
    r"(?:\A|[,;]|\band) (?:(?:the|some|two|three|four|five|several|many|most|all|both|each|few) )?"
    r"(?:others|rest|two|three|four|five|six|some|several|many|most|both|few|more)\b"
    r"|\ba (?:pair|couple|handful|number|few)\b"
    r"|\b(?:each|apiece|per|etc|so on|including|such as|one or more|one by one|one another|no one|one and)\b|\bone-"
    r"|\b(?:first|last|next|final|other) (?:<<counts>>|\d+|few|several|pair|couple)\b"
)
"""In a list: some that are told in one, or what each has."""
_OTHERS = frozenset({"the other", "another"})
_LAST = frozenset({"the other", "the last", "the final"})
_NEAR, _FAR = 110, 400
"""Code points behind a figure in which the first one is told, and of a list."""
_FEWEST, _SURE = 2, 3


def named(text: str, figure: Span, stop: int) -> tuple[str, ...]:
    """Give what a sign opens behind a figure, told one by one up to the sign that closes it or the sentence's end."""
    start = figure.end
    near = start, min(stop, start + _NEAR)
    if text.find("one ", *near) < 0 and text.find("the first ", *near) < 0:
        return ()
    opens = _OPENS.match(text, start, stop)
    if opens is None or not both.is_of_one_noun(opens["words"]):
        return ()
    listed = _BRACKETS.sub("", text[opens.end() : min(stop, opens.end() + _FAR)])
    closes = _CLOSES.search(listed)
    told = listed[: closes.start()] if closes else ""
    if opens["comma"]:
        told = _SAID.sub("", told)
    heads = [] if _MORE.search(told) else [*_HEAD.finditer(told)]
    if len(heads) < _FEWEST or not _are_ones(heads) or _is_counted_before(text, figure, len(heads)):
        return ()
    if opens["comma"] and not (_is_noun_alone(opens["words"]) and all(_is_apposed(told, head) for head in heads)):
        return ()
    bounds = [*(head.start("head") for head in heads), len(told)]
    return tuple(told[at:next_].removesuffix(" and ").strip(" ,;") for at, next_ in pairwise(bounds))


def _is_noun_alone(words: str) -> bool:
    """Tell whether a noun alone stands between a figure and a comma; "three mills are in Hull, one in Leith" shares them out."""
    return "," not in words and (lexicon.words("grammar", "stops") - {"of"}).isdisjoint(words.split())


def _is_apposed(told: str, head: Match[str]) -> bool:
    """Tell whether one that is told behind a comma begins no clause; the other may have the words of the first left out."""
    return head["head"] in _OTHERS or _TELLS.match(told, head.end("head")) is not None


def _is_counted_before(text: str, figure: Span, many: int) -> bool:
    """Tell whether as many as are told are counted before the figure: "[two] visits to his four homes, one in May ..."."""
    start = max((found.end() for found in _START.finditer(text, max(0, figure.start - _FAR), figure.start)), default=0)
    counts = _COUNT.finditer(text, max(start, figure.start - _FAR), figure.start)
    return any(
        spelled.values().get(count["word"], 2) == many if count["word"] else int(count["digits"]) == many for count in counts
    )


def _are_ones(heads: Sequence[Match[str]]) -> bool:
    """Tell whether each that is told is one of those counted, in its place ("the third" behind two), and the last is known."""
    unlike = any(head["head"].startswith("one") and head["which"] is None for head in heads)
    ranks = enumerate(head["head"].rpartition(" ")[2] for head in heads)
    ranked = all(rank not in _RANKS or _RANKS.index(rank) == at for at, rank in ranks)
    last = heads[-1]
    skips = "the first" in [head["head"] for head in heads] and last["head"] in (
        "the last",
        "the final",
    )  # what lies between is not told
    return ranked and not unlike and not skips and (last["and"] is not None or last["head"] in _LAST or len(heads) >= _SURE)
