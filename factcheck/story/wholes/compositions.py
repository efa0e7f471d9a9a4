"""Links from men, women and the like to the body that they are: "a 12-member panel of [eight] men and [six] women".

The number of the body stands before it or right behind it ("a delegation of 12, [eight] men and [six] women"), or its members are
said to be its parts ("the 12 dead were [eight] men and [six] women"). Nobody is two of the parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, series
from factcheck.grounds import kinds, makeup, sorts
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import breakdowns, portions

KIND = portions.KIND
ROUND = 3
ONE = portions.ONE
INHERITS = portions.INHERITS

_BODY = pattern(r"[- ]<<house>> <<bodies>>,? (?:made up )?of ")
_BODY_BESIDE = pattern(r"[- ]<<house>> <<bodies>>, ")
_BODY_OF = pattern(r"\b<<bodies>> of (?:<<about>> )?\Z")
_BESIDE = pattern(r", (?:all )?")
_CLOSED = pattern(r",| ?(?:[.;:)—–]|--|\Z)")
_TOLD_MORE = pattern(r" (?:who|that|which|as|aboard|from|to|on|with|in|at|behind|under)\b")
_WERE = pattern(r"(?: <<in-all>>)? <<is>> (?:<<about>> )?")
_THE = pattern(r"(?:\A|[.;:—–“\n] ?)[Tt]he \Z")
_ENDS = pattern(r" ?(?:[.;)]|\Z)")
_SEXES = frozenset({"men", "women"})
_OFFSPRING = frozenset({"sons", "son", "daughters", "daughter"})
_MEDALS = "medals"
"""Gold, silver and bronze are all of them."""
_LED = 20


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order; ``links`` are the parts known already."""
    told = {link.other for link in links if link.kind in (KIND, breakdowns.KIND)}
    for here in series.by_sentence(figures):
        for at in range(len(here) - 2):
            whole = here[at]
            if whole.id not in told and whole.quantity is not None and not whole.additional:
                parts = [part.claim for part in series.read(here, at + 1) if part.is_amount]
                if len(parts) > 1 and ((kinds.are_sorted(parts) and _is_body(whole, parts)) or _are_of_all_sorts(whole, parts)):
                    kind = breakdowns.KIND if _are_all_medals(whole, parts) else KIND
                    yield from (Link(kind, part.id, whole.id, "nobody is two of the parts") for part in parts)


def _are_of_all_sorts(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether parts right behind a count are all sorts of it: "33 medals, 11 gold, eight silver and 14 bronze"."""
    text = whole.sentence.within
    beside = whole.is_count and whole.counted and _BESIDE.fullmatch(text, whole.phrase.end, parts[0].phrase.start) is not None
    closed = _CLOSED.match(text, parts[-1].phrase.end, whole.sentence.span.end) is not None
    offspring = closed and whole.counted == "children" and _OFFSPRING.issuperset(part.counted or "" for part in parts)
    return bool(beside) and (offspring or sorts.give_all_answers(parts))


def _are_all_medals(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether parts are all medals that somebody has, and are fewer: "24 medals, ten gold, six silver and three bronze"."""
    fewer = whole.counted == _MEDALS and (makeup.made(parts) or 0) < (whole.value or 0) and sorts.give_all_answers(parts)
    return fewer and not kinds.go_on(parts[-1])


def _is_body(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether people of kinds that exclude each other are told to be those whom a figure counts."""
    text, start, stop = whole.sentence.within, whole.sentence.span.start, whole.sentence.span.end
    first, last = parts[0].phrase.start, parts[-1]
    if makeup.may_be_both(parts) or _TOLD_MORE.match(text, last.phrase.end, stop) or not all(part.is_of_people for part in parts):
        return False
    if _BODY.fullmatch(text, whole.span.end, first):
        return True
    if _BODY_BESIDE.fullmatch(text, whole.span.end, first) and _SEXES.issuperset(series.nouns(parts)):
        return text.startswith(",", last.phrase.end)  # "The 12-member jury, eight women and four men,"
    beside = _BESIDE.fullmatch(text, whole.phrase.end, first) and _CLOSED.match(text, last.phrase.end, stop)
    if whole.kind == "number" and beside:
        return _BODY_OF.search(text, max(start, whole.phrase.start - _LED), whole.phrase.start) is not None
    the = _THE.search(text, max(start - 1, 0), whole.phrase.start) is not None
    if not the or not (whole.is_of_people or _SEXES.issuperset(series.nouns(parts))):  # "The 14 newcomers, eight men and"
        return False
    if beside and (kinds.counts_anyone(whole) or _SEXES.issuperset(series.nouns(parts))):  # "The 12 victims, eight Danes and"
        return text.startswith(",", last.phrase.end)
    return _WERE.fullmatch(text, whole.phrase.end, first) is not None and _ENDS.match(text, last.phrase.end, stop) is not None
