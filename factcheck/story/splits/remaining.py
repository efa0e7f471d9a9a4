"""Links from a share that remains to the one told before it: "Alder owns 65 percent of it. Birch has the remaining 35 percent".

What remains is told of one whole, so the share before it must be the only one of its sentence, and no change; told in the same
sentence, the two are tied as shares already where nothing else can be meant. "The other 35 percent" remains too, where no two
things are told one by one ("one gave 65 percent, the other 35 percent").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.splits import shares

KIND = "remaining-share"
ROUND = 3
ONE = True
INHERITS: frozenset[str] = frozenset()

_LED = pattern(r"\b<<Definite>> (?:remaining|(?P<other>other)) (?:<<about>> )?\Z")
_ONE_BY_ONE = pattern(r"\b(?:[Oo]ne|[Ff]irst|[Ee]ach|[Ee]ither|[Bb]oth|[Tt]wo|[Hh]alf|[Aa]nother|[Ss]ome)\b")
_OF = pattern(r" (?:of|(?:stake |share |interest )?in) (?:(?:<<definite>>|all|these|those) )?(?P<what>[\w’'-]+)")
_NOT_ONE = pattern(
    r"\b(?:since|until|before|after|when|summer|winter|(?:last|this|next|each) (?:<<spells>>)"
    r"|sold (?:some|half|part|a)|issue|19\d\d|20\d\d)\b"
)
"""Between the two, or behind: what may have changed the share before the rest is told."""
_IT = frozenset(["it", "them", "this", "that"])
_LEFT = 40
_NEXT = 3
"""Code points between two sentences at most."""
_WHOLE = 100


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of shares that remain and are tied to no other yet, in text order."""
    tied = {link.one for link in links if link.kind == shares.KIND}
    told = [figure for figure in figures if figure.kind == "percent"]
    for at, rest in enumerate(told[1:], 1):
        share, before = told[at - 1], told[at - 2] if at > 1 else None
        led = _LED.search(rest.sentence.within, max(rest.sentence.span.start, rest.phrase.start - _LEFT), rest.phrase.start)
        if led is None or rest.id in tied or not share.is_single or rest.value is None:
            continue
        alone = before is None or before.sentence is not share.sentence
        if alone and _is_near(share, rest) and _may_leave(share) and _are_of_one(share, rest, led["other"] is not None):
            yield Link(KIND, rest.id, share.id, "what remains of the same whole")


def _is_near(share: Claim, rest: Claim) -> bool:
    """Tell whether a share stands in the sentence of what remains or the one before it, in one paragraph."""
    gap = rest.sentence.span.start - share.sentence.span.end
    return share.sentence.paragraph == rest.sentence.paragraph and gap <= _NEXT


def _may_leave(share: Claim) -> bool:
    """Tell whether a share is no change, and no bound: "more than 45 percent of it ... the other 55 percent" is loosely said."""
    bound = share.quantity is not None and share.quantity.bound is not None
    return share.value is not None and share.value < _WHOLE and not (bound or shares.is_moved(share))


def _are_of_one(share: Claim, rest: Claim, other: bool) -> bool:
    """Tell whether what remains can be of the share's whole only: it names none of its own, and no two things are told apart."""
    told = rest.sentence.within[share.sentence.span.start : rest.phrase.start]
    if other and _ONE_BY_ONE.search(told):
        return False
    behind = rest.sentence.within[rest.span.end : rest.sentence.span.end]
    if _NOT_ONE.search(told) or _NOT_ONE.search(behind):
        return False
    of = _OF.match(rest.sentence.within, rest.span.end)
    return of is None or of["what"] in _IT or of["what"].lower() in told.lower()
