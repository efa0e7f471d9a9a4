"""Why a figure may not be that of which it seems to be told again: two figures go in, the reason or None comes out."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims import Claim, scenes
from factcheck.grounds.tellings import wordings
from factcheck.numerals import slips
from factcheck.patterns import pattern

_OTHER_TIME = pattern(
    r"(?:In|By|Until) (?:<<early>>[ -])?[12]\d{3}\b"
    r"|(?i:<<counts>>|an?) <<spells>>s? (?:earlier|later|before|after|ago)\b|(?:Last|Next) <<spells>>\b"
)
"""What opens a sentence that tells of another time than the one before it."""

_PAUSE = pattern(r"[,;:()—–]|\b(?:and|but|while|when)\b")


def reason(later: Claim, earlier: Claim, *, pointed: bool) -> str | None:
    """Tell whether a figure is told again of somewhere else, or of a part; one that points back, of another event."""
    if _OTHER_TIME.match(later.sentence.text) and not _OTHER_TIME.match(earlier.sentence.text):
        return "the figures may be of different times"
    before = later.sentence.within[later.sentence.span.start : later.phrase.end]
    if pointed:  # whatever places and parts are told of
        return next(filter(None, map(scenes.of_another_event, (before, " ".join(wordings.near(earlier))))), None)
    if later.kind == "money":
        told = [" ".join(wordings.near(sum_)) for sum_ in (later, earlier)]
    elif event := scenes.of_another_event(before):
        return event
    else:  # what stands behind the later one is told of all
        told = [" ".join(wordings.near(later)[:2]), _clause(earlier)]
    sure = later.kind != "money" and all(asked(later.value, earlier.value) for asked in (slips.are_mistyped, slips.is_telling))
    part = None if sure else next(filter(None, map(scenes.of_a_part, told)), None)
    placed = later.sentence.within[later.sentence.span.start : later.phrase.start]
    return scenes.elsewhere(placed + wordings.near(later)[2], earlier.sentence, placed) or part


def is_open_above(claims: Iterable[Claim]) -> bool:
    """Tell whether a headline leaves open what it tells, as the body may: "'may cost 40 jobs'", "40 jobs may go if"."""
    above = [claim for claim in claims if claim.sentence.kind == "headline"]
    return any(claim.stance in ("planned", "forecast", "conditional") or "modal" in claim.hedge_kinds for claim in above)


def _clause(figure: Claim) -> str:
    """Give the words before a figure in its clause, and those behind it up to the next pause: "lists 18 spas as clean so far"."""
    return wordings.near(figure)[0] + _PAUSE.split(figure.sentence.within[figure.span.end : figure.sentence.span.end])[0]
