"""Links from what came in and what went out to the balance: "exports of $5 million, imports of $4 million, surplus [$1 million]".

All three are told in one sentence, each by its own word. The balance may stand before them: "a deficit of [$2 million] on
imports of $7 million and exports of $5 million".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, series
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "balance"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
PARTS = ("more", "less")
"""Of what made the balance: the larger, and what is taken off it."""

_IN, _OUT = pattern(r"(?i)\b<<coming-in>>\b"), pattern(r"(?i)\b<<going-out>>\b")
_BALANCE = r"(?:(?P<out>deficit|shortfall|gap)|(?P<in>surplus))"
_OF = pattern(
    rf"[^.;:()]*\b{_BALANCE}(?: with [^.,;:()\d]{{1,30}})? (?:of|was|is|to|at|totalled|reached|stood at|came to) (?:<<about>> )?"
)
_BEHIND = pattern(rf"(?: (?!and\b|on\b)[a-z-]+){{0,2}} {_BALANCE}\b")
_LEFT = pattern(
    r"[^.;:()\d]{0,30}?(?:,|,? and|,? but)? (?:leaving|for|giving|making|producing|creating|yielding|to leave|to give"
    r"|resulting in|which (?:left|leaves|gave|gives)|a|an)"
    r" (?:(?:the|it|them|[A-Z][\w’'-]*) )?(?:with )?(?:an? )?(?P<noun>[^.,;:()\d]{0,60})"
)
"""Between the second of the two and the balance."""
_ON = pattern(r"[^.;:()\d]{0,40}?,? (?:with|on|as|from|after|when|on the basis of) [^.;:()\d]{0,60}")
_THEN = pattern(r"[^.;:()\d]{0,60}?(?:,|,? and|,? while|,? against|,? but|,? as|,? when) [^.;:()\d]{0,60}")
_BY = pattern(r"\b(?:by|up|down|rose|fell|grew|gained|climbed|dropped|from|more|less|another|extra) (?:<<about>> )?\Z")
_OTHERWISE = pattern(
    r"\b(?i:adjust\w*|f\.?o\.?b|c\.?i\.?f|basis|excluding|including|before|after|net|services|invisibles?|transfers?|interest"
    r"|forecast|target|revised|compared|than|average|other|grants?|loans?|borrow\w*|assets|quarters?|a (?:month|year|day))\b"
)
"""In the sentence: the balance has more in it than the two, or is of another reckoning."""
_KINDS = frozenset({"money", "measure", "percent"})
_NO_FIGURES = frozenset({"date", "period", "weekday"})


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    for here in series.by_sentence(figure for figure in figures if figure.kind not in _NO_FIGURES):
        for three in zip(here, here[1:], here[2:], strict=False):
            yield from _links(*three)


def _links(first: Claim, second: Claim, third: Claim) -> Iterator[Link]:
    """Give the links of three figures that stand in a row, if one of them is the balance of the others."""
    if first.kind not in _KINDS or not all(_is_plain(figure, first) for figure in (first, second, third)):
        return
    if _OTHERWISE.search(first.sentence.text):
        return
    for balance, one, other in ((third, first, second), (first, second, third)):
        side = _side(balance, one, other)
        words = _words(one, other) if side else None
        if words is not None and side is not None:
            more, less = (one, other) if words == side else (other, one)
            if (more.value or 0) > (less.value or 0):
                yield Link(KIND, more.id, balance.id, "it is what they leave", "more")
                yield Link(KIND, less.id, balance.id, "it is what they leave", "less")
            return


def _is_plain(figure: Claim, first: Claim) -> bool:
    """Tell whether a figure is a level in the unit of the first, told as a number."""
    moved = _BY.search(figure.sentence.within, figure.sentence.near(figure.phrase.start), figure.phrase.start) is not None
    return series.alike(first, figure) and figure.value is not None and not (moved or figure.additional)


def _side(balance: Claim, one: Claim, other: Claim) -> str | None:
    """Tell of which side there is more by the word for a balance, "in" or "out", where it is told as that of two figures."""
    text, behind = balance.sentence.within, balance.span > one.span
    named = _BEHIND.match(text, balance.span.end)
    if behind:
        gap = _LEFT.fullmatch(text, other.span.end, balance.phrase.start)
        named = named or (_OF.fullmatch(gap["noun"] + " ") if gap and gap["noun"].endswith("of") else None)
        if gap is not None and named is None:
            named = _OF.fullmatch(gap["noun"])
        told = gap is not None
    else:
        told = _ON.fullmatch(text, balance.span.end, one.phrase.start) is not None
        named = named or _OF.fullmatch(text, balance.sentence.span.start, balance.phrase.start)
    return None if named is None or not told else "out" if named["out"] else "in"


def _words(one: Claim, other: Claim) -> str | None:
    """Tell which of the two the first is, what comes in or what goes out, where the second is the other."""
    text = one.sentence.within
    before, between = one.led, text[one.span.end : other.phrase.start]
    if _THEN.fullmatch(between) is None:
        return None
    sides = [
        [name for name, words in (("in", _IN), ("out", _OUT)) if words.search(told)]
        for told in (before.rpartition(",")[2] or before, between)
    ]
    return sides[0][0] if len(sides[0]) == len(sides[1]) == 1 and sides[0] != sides[1] else None
