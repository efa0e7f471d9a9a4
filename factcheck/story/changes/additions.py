"""Links to a total from what was added to it and what it was before: "three more died, bringing the toll to 15 from 12".

"Bringing" and the like stand between the addition and the new total; what it was before stands right behind, led by "from". The
addition must be told as one ("three more", "hired 30"): "closed 30 shops, bringing the number of shops to 12" takes away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from factcheck import lexicon
from factcheck.claims import Claim, Line, series
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "added"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
PARTS = ("more", "earlier")
"""Of a total: what was added to it, and what it was before."""

_BRINGING = pattern(
    r"[^;:.()]{0,90}?, <<bringing>> <<definite>>(?: [a-z’'-]+){0,2} <<tallies>>(?: number)?"
    r"(?: of (?P<noun>[a-z]+)(?: (?P<done><<removals>>))?)?"
    r"(?: from [^;:.(),\d]{1,40}?)?"
    r"(?: so far| to date| overall| nationwide| in \d{4}| this <<spells>>)? to (?:at least )?"
)
"""From those who were added to all: "40 more, [bringing the number of dead from the flood to] 212"."""
_WHOLE = pattern(r" ?(?:[.,;:)—–]|\Z)| (?:so far|to date|overall|in all|since|from|up from|and)\b")
"""Behind a total that is one of all: "to 30 in the capital" is of the capital."""
_AND = pattern(r",? and (?:<<about>> )?")
_LONGER = pattern(r"\b(?:years|since|decades?|last year)\b|\b\d{4}\b.*, ")
"""Before "bringing": what was taken away was so in a longer time than the total is of."""
_WORD = pattern(r"[a-z]+")
_LED = 40
_OTHERWISE = pattern(
    r",? (?:on|in|at|last|a|an|two|three|earlier|before|yesterday|after|because|as|since|when|while|following)\b"
)
"""More may have happened since then, or something else: "bringing the toll to 15 from 11 on Sunday"."""
_FROM = pattern(r"(?: [a-z]+){0,3}?,? (?:up )?from ")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    for here in series.by_sentence(figures):
        yield from _of_counts([*dropwhile(lambda figure: not figure.is_count, here)])


def _of_counts(here: Sequence[Claim]) -> Iterator[Link]:
    """Give the links of a sentence from its first count on: of a later one, nobody knows what was added."""
    if len(here) < 2 or not (here[1].is_count and _are_tied(here[0], here[1])):
        return
    more, total, *behind = here
    if behind and _AND.fullmatch(total.sentence.within, total.phrase.end, behind[0].phrase.start):
        return  # "30 more fell ill, taking the toll to 23 dead and [410] ill"
    yield Link(KIND, more.id, total.id, "it was added", "more")
    if behind and _is_led(behind[0], total):
        yield Link(KIND, behind[0].id, total.id, "it was so before", "earlier")


def _are_tied(more: Claim, total: Claim) -> bool:
    """Tell whether the words between two counts and behind them make the one an addition to the other."""
    text = more.sentence.within
    between = _BRINGING.fullmatch(text, more.span.end, total.phrase.start)
    if between is None or _WHOLE.match(text, total.phrase.end) is None:
        return False
    if between["done"]:  # "cut 300 jobs, bringing the number of job cuts to 700"
        return (
            lexicon.is_person(more.counted or "")
            and (more.counted or "").startswith(between["noun"])
            and _LONGER.search(between[0]) is None
        )
    return between["noun"] in (None, more.counted, total.counted) and _adds(more)


def _is_led(earlier: Claim, total: Claim) -> bool:
    """Tell whether a count is what a total was before: "to 15 from 12"."""
    led = _FROM.fullmatch(total.sentence.within, total.span.end, earlier.phrase.start)
    return earlier.is_count and led is not None and _OTHERWISE.match(total.sentence.within, earlier.phrase.end) is None


def _adds(more: Claim) -> bool:
    """Tell whether a count is told to come on top: "three more", "hired 30 people"."""
    text, start = more.sentence.within, max(more.sentence.span.start, more.phrase.start - _LED)
    words = _WORD.findall(f"{text[start : more.phrase.start]} {text[more.phrase.end : more.phrase.end + _LED]}".lower())
    return more.additional or not lexicon.words("sides", "adding").isdisjoint(words)
