"""Links from a part to the whole whose noun it names again: "it held 12 lamps; five of the lamps were broken".

The whole is the only figure of that noun told before in the paragraph; one that is itself told "of the lamps" is none. "The dead"
are those of whom a story tells but one number: "26 have died. Thirty of the dead were children".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.grounds import kin, wholes
from factcheck.lexicon import forms
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import parts

KIND = parts.KIND
ROUND = 1
ONE = parts.ONE
INHERITS = parts.INHERITS

_OF_THE_SAME = pattern(r" of the [a-z]+")
_CLOSED = pattern(
    r" (?:(?:<<is>>|have|had|will|would|could|<<finite>>)\b"
    r"|(?:[a-z]+ed|<<participles>>) (?:an? (?!<<spells>>\b)|its |their |more |no ))"
)
"""Behind a part: a verb, and no participle that may tell which of the lamps are meant ("five of the lamps sold in May")."""

_NOT_ALL = pattern(
    r"\A[Ii]n (?:<<definite>> )?\w|\d (?:[a-z]+ )?(?:in|at|near|off|on) (?:<<definite>> )?[A-Za-z]"
    r"|\b(?:others|more|elsewhere|unknown|alone|<<outright>>|first|second|third|latest|new)\b"
)
"""In a sentence that tells of the dead: they are those of one place, or some are not counted."""

_OTHERS = pattern(r"\b(?:<<uncounted>>|besides|elsewhere|also|too|as well|own|already|<<outright>>)\b")
"""In the sentence of the whole: there are more of its noun."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    told = defaultdict[int, list[Claim]](list)
    for figure in figures:
        if figure.kind == "count":
            told[id(figure.sentence)].append(figure)
    for at, line in enumerate(lines):
        here = told.get(id(line.sentence), [])
        for part in filter(_is_of_named, here):
            near = [before for before in lines[max(0, at - parts.NEAR_LINES) : at] if parts.goes_on(before, line)]
            earlier = [figure for before in near for figure in told.get(id(before.sentence), ())]
            whole = _of_one_noun(part, [*earlier, *here]) or _befallen(part, earlier, figures)
            yield from parts.with_siblings(_tied(part, whole), here)


def _of_one_noun(part: Claim, told: Sequence[Claim]) -> Claim | None:
    """Give the only figure of the part's noun before it."""
    whole = _only(figure for figure in told if figure.span < part.span and series.noun(figure) == series.noun(part))
    if whole is None or whole.listed or not wholes.fits(part, whole, same_noun=True):
        return None
    more = (part.value or 0) > (whole.value or 0)
    if more and _OTHERS.search(whole.sentence.text):
        return None
    return None if more and not whole.is_timeless and whole.time != part.time else whole


def _befallen(part: Claim, near: Sequence[Claim], figures: Sequence[Claim]) -> Claim | None:
    """Give the only figure that a story tells of those to whom something happened: "the dead", "the suspects".

    It stands ``near``, and the part opens its sentence: "in the south thirty of the dead" may be of those of the south. One that
    holds the part is for `members` to find.
    """
    role = forms("roles", "nouns", "called").get(series.noun(part))
    if role is None or not part.is_of_people or part.sentence.span.start != part.phrase.start:
        return None
    whole = _only(
        figure
        for figure in figures
        if figure.kind in COUNTS and not _is_of_named(figure) and any(kin.under(own, role) for own in figure.roles)
    )
    if whole is None or whole not in near or not whole.is_of_people or (whole.value or 0) >= (part.value or 0):
        return None
    if _NOT_ALL.search(whole.sentence.text):
        return None
    return whole if wholes.fits(part, whole, same_noun=False) else None


def _only(figures: Iterable[Claim]) -> Claim | None:
    all_ = [*figures]
    return all_[0] if len(all_) == 1 else None


def _tied(part: Claim, whole: Claim | None) -> Iterator[Link]:
    """Link a part to its whole; "five of the lamps sold in May" are of other lamps."""
    text = part.sentence.within
    if whole is None or _is_of_named(whole):
        return
    if _CLOSED.match(text, part.phrase.end, part.sentence.span.end):
        yield Link(KIND, part.id, whole.id, text[part.span.start : part.phrase.end])


def _is_of_named(claim: Claim) -> bool:
    return _OF_THE_SAME.fullmatch(claim.sentence.within, claim.span.end, claim.phrase.end) is not None
