"""Figures that leave their unit out: "310 million crowns, up from [250 million]", "16.4 million tonnes, [9 million] of them".

The mentions of a sentence go in and come out, with such numbers as money or measures. Only what is set against a sum or a measure
of its clause, or is a part of one, has its unit; a number before a noun counts, and one that "and" joins may count anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.mentions import Mention, money
from factcheck.patterns import pattern
from factcheck.values import evolve

_LARGE, _ALIKE = 1_000_000, 10
_SCALES = ("million", "billion", "trillion", "bn", "m")
_CLAUSE = r"(?:(?! (?:and|as|but|while|with|after|when|whereas|on|where|who|that|because|although|though)\b)[^,;:()“”\"—]){0,60}?"
_SKIPPED = (
    r"(?: (?:<<about>>|the|an?|its|their|at|least|more|less|than|over|additional|another|further|earlier|previous|record"
    r"|(?:[a-z]+ )?[a-z]+ of))* "
)
_WITH_UNIT = frozenset({"money", "measure"})
_CHANGED = r"(?:,? (?:up|down|or) (?:<<about>> )?\d[\d.,]*(?: ?%| percent| per cent),?)?"
_AGAINST = pattern(
    rf"{_CLAUSE}{_CHANGED}(?:,? (?:<<from-a-level>>|from|against|versus)"
    r"|(?:,? (?:\w+ )?)(?:above|below|short of|(?:more|less|higher|lower) than)"
    rf"|, (?:up|down)(?: by)?|,? including|,? of which(?: [\w’'-]+){{1,4}}){_SKIPPED}"
)
"""Between a sum and a number that it is set against, or that is its part."""
_TO = pattern(r" to (?:<<about>> )?")
_FROM = pattern(r"\b(?:from|between)(?: <<about>>| an?| the)* \Z")
_BESIDE = pattern(r"(?:,|;|,? and)(?: (?:<<about>>|another|the other))* ")
_PLUS = pattern(r"(?: [\w’'-]+){0,4}?,? (?:plus|and|with) (?:<<about>> )?(?:another|a further|an additional) (?:<<about>> )?")
_OF_IT = pattern(r" of (?:them|it|that|this|which)\b")
_NEXT = pattern(r"[ -]([^\W\d_]+)|[%°]|[/-]\w")
_FEW_CENTS = pattern(r"\d+\.\d\d")
_PAID = pattern(r"\b(?:sav|spend|pay|earn|cost|rais)(?:e|es|ed|s|ing)?(?: (?:<<about>>|up to|another))* \Z")
_BY_TIME = pattern(r" an? (?:year|month|week|day)\b(?! (?:ago|earlier|before|later))")
_LED = 24


def completed(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give the mentions of a sentence with the numbers that have the unit of a figure told before."""
    kinds = {mention.kind for mention in mentions}
    if "number" not in kinds or kinds.isdisjoint(_WITH_UNIT):
        return tuple(mentions)
    found: list[Mention] = []
    before: Mention | None = None  # the last figure
    for mention in mentions:
        if mention.kind == "number" and before is not None and before.kind in _WITH_UNIT and _has_its_unit(text, before, mention):
            mention = _with_rate(text, evolve(mention, kind=before.kind, units=before.units))
        if mention.numeral is not None and mention.kind not in ("percent", "duration", "ordinal"):
            before = mention
        found.append(mention)
    return tuple(found)


def _has_its_unit(text: str, sum_: Mention, number: Mention) -> bool:
    """Tell whether a number has the unit of a figure before: of its size, without a noun, set against it or a part of it."""
    if not _is_as_large(text, sum_, number) or _counts(text, number.span.end):
        return False
    if _BY_TIME.match(text, number.span.end) and _PAID.search(text, max(0, number.span.start - _LED), number.span.start):
        return True
    start, end = sum_.span.end, number.start
    if _AGAINST.fullmatch(text, start, number.span.start) or _PLUS.fullmatch(text, start, number.span.start):
        return True
    if _TO.fullmatch(text, start, number.span.start):
        return _FROM.search(text, max(0, sum_.start - _LED), sum_.start) is not None
    return _OF_IT.match(text, number.span.end) is not None and _BESIDE.fullmatch(text, start, end) is not None


def _is_as_large(text: str, sum_: Mention, number: Mention) -> bool:
    """Tell whether both are millions or more, or both are told to the cent by the share."""
    if sum_.numeral is None or number.numeral is None or number.numeral.vague:
        return False
    written = text[number.span.start : number.span.end]
    if sum_.units and "/" in sum_.units[0] and _FEW_CENTS.fullmatch(written):
        return _FEW_CENTS.search(text, sum_.span.start, sum_.span.end) is not None
    if "," in written and sum_.numeral.scale == 1:  # "310,000 euros, up from 250,000"
        return 0 < max(sum_.numeral.value, number.numeral.value) < _ALIKE * min(sum_.numeral.value, number.numeral.value)
    return written.endswith(_SCALES) and sum_.numeral.value >= _LARGE


def _counts(text: str, end: int) -> bool:
    """Tell whether a noun, a unit or a verb can stand behind a number: only a pause or a function word shows that none does."""
    word = _NEXT.match(text, end)
    if word is None or (word[1] == "of" and _OF_IT.match(text, end)):
        return False
    return word[1] is None or word[1] == "of" or word[1] not in lexicon.words("grammar", "stops")


def _with_rate(text: str, sum_: Mention) -> Mention:
    """Take up the time by which a sum is told: "[60 million a year]"."""
    return money.rated(text, sum_, len(text)) if sum_.kind == "money" and "/" not in sum_.units[0] else sum_
