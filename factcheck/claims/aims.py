"""Whether a figure is agreed, needed, allowed or aimed at: "agreed to pay [$4 million]", "a target of [40]", "to cut [40] jobs".

A line and a figure go in, with where its noun phrase ends; `stances` makes "planned" of what comes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_LIMIT = 5
"""Words of the longest limit or aim, "a maximum sentence of", with one to spare."""
_SOUGHT = pattern(
    r" (?:<<wished>>|sought|requested|proposed) by\b"
    r"| <<has>> been (?:promised|pledged)\b"
    r"| (?:<<is>> )?(?:needed|required)\b(?! (?!to|for|by|in|before|under|at|from|as)[a-z])"
    r"| (?:that )?(?:the [a-z]+|<<pronoun>>|[a-z]+s) (?:had )?"
    r"(?:<<wished>>|allow|permit)\b"
)
"""Behind what somebody wants, needs or allows: "the [5 percent] needed to enter"."""
_PURPOSE = pattern(r" to [a-z]+ (?:(?:down|off|up|out) )?<<determiner>> \Z")
"""Before what is there already: "needs to sell mills to pay down its [$40 million] debt"."""
_PLANNED = pattern(r"\b(?:planned|proposed|targeted) (?:<<about>> )?\Z")
_AIMED = pattern(r" <<limits>>\b")
_FORECAST_SET = pattern(
    r"\b(?i:<<outlooks>>) (?:for|of)"
    r"(?:(?! (?:after|as|because|when|while|but|since|despite)\b)(?:[^,;:.()“”\"]|\.(?=\d))){1,70}"
    r" (?:to|from) (?:(?:<<about>>|between) )*\Z"
    r"|\b(?i:<<outlooks>>) (?:for|of) an? (?:[a-z-]+ ){1,3}of (?:<<about>> )*\Z"
    r"|\b(?:<<determiner>>|[\w-]+[’']s) (?:[\w-]+ ){0,4}(?i:<<outlooks>>)"
    r" (?:to|from|to [^,;:()“”]{1,30} from) (?:(?:<<about>>|between) )*\Z"
)
"""Before what a forecast was set to, or from: "cut its forecast for growth to [2 percent] from 3 percent"."""
_SET_FOR = pattern(r"\b(?:goals?|targets?|aim|objective) (?:of|for) (?:(?:an?|the) )?(?:[a-z-]+ ){1,4}of (?:<<about>> )*\Z")
"""Before what is aimed at: "its goal of a return on equity of [13 percent]"."""
_AND_TO = pattern(
    r" (?:on|and to [a-z]+|and (?!<<grammar: stops>> )[a-z]+(?<!s)(?<!ed)(?<!ing)|over|within|and an? (?:[a-z-]+ ){1,2}of)"
    r" (?:<<about>> )?\Z"
)
_OFFERED = pattern(r"\boffered (?:(?:a|an) )?(?:(?:pay )?(?:rise|raise|increase) of )?(?:<<about>> )?\Z")
_THEN_OFFERED = pattern(
    r"\boffered (?:(?:a|an) )?(?:(?:pay )?(?:rise|raise|increase) of )?(?:[\d.]+|[a-z]+)(?:%| per ?cent)"
    r" and an? (?:[a-z-]+ ){1,2}of (?:[^,;:()“”]{1,20} \()?\Z"
)
"""Before a share that is on offer, and a sum beside it: "has offered [4 percent] and a bonus of [€400]"."""
_OFFERS = {"percent": _OFFERED, "money": _THEN_OFFERED}
_OUTLOOK_BEFORE = pattern(
    r"\b<<foresees>>\b(?:[^;:.“”]|\.(?=\d)){1,140}? (?:from|than|above|below) (?:<<determiner>> )?"
    r"(?:previous|earlier|prior|initial|old|original) estimates? of (?:(?:<<about>>|<<bounds>>) )*\Z"
)
"""Before what was foreseen earlier: "forecasts sales of 40 million, down from a previous estimate of [50 million]"."""
_MUST = pattern(r" (?:(?!and |but |or )[a-z]+ )?must\b")
_ARE_TO = pattern(r"(?: (?:(?:are|were) to (?!date\b|blame\b)[a-z]+|(?:is|was) to be)|,? <<is>> (?:planned|scheduled))\b")
_SOME_OF_THEM = pattern(r"[\w,]+ of (?:them|these) (?:in|at|for|from|to|on|with)\b")
"""Behind some of those that are planned: "agreed to build 80 flats, [12] of them at low rents"."""
_THE = ("the ", "The ")
_TITLED = pattern(r"(?:^|[ ,;])to (?!(?:at|the|a|an|by|[\d$€£])\b)[a-z]+(?: [a-z]+)? \Z")
_TITLED_FOR = pattern(r"\bto <<dealing>> [^,;:]{1,50} for (?:<<about>> )?\Z")
"""Before the price in a headline: "Firm to buy Dutch rival for [$4 million]"."""
_TITLED_TOO = pattern(r"\bto (?!the\b)[a-z]+ [^;:]{1,60}?(?:,| and|, and) [a-z]+(?<!s)(?<!ed)(?<!ing) \Z")
"""Before what a headline joins to what is to be done: "Firm to close mill, cut [40] jobs"."""
_LATER = pattern(r"(?<=would) (?:later|eventually|go on to|come to)\b")
_SAID = pattern(r"\b(?:said|says|told|promised|pledged|agreed|announced|plan(?:s|ned)?|expect(?:s|ed)?|warned|that|if)\b")
_HOLE = pattern(r"(?<=gap)|(?<=hole)|(?<=shortfall)|(?<=deficit)|(?<=debt)|(?<=loss)")
"""Behind a sum that is lacking already: "to cut 40 jobs to plug a [$4 million] gap"."""
_TITLE = pattern(r" to (?!the\b)[a-z]+\b")
_ARTICLES = frozenset({"a", "an", "the"})
_WORD = 24
_DIGIT = pattern(r"\d")
_BY_YEAR = pattern(r" (?:by|in|from|before) (?:19|20)\d\d(?= )")
WANT = pattern(r"(?<![%t]) want (?:an? (?:[a-z-]+ ){1,3}of )?(?:<<about>> )?\Z")
"""Before what somebody wants; a share of those asked wants no figure."""
FROM = r" from (?:(?:<<determiner>>|current|present|record|<<about>>) )*\Z"
"""Before what something changes from, in an expression: it is there already."""
ENDED = pattern(
    r" <<is>> [a-z]+ing\b"
    r"|[;:—–“”\"]|, (?:part of|but|while|although|though|whereas|which|who|as|because|when|where|a|an|the|"
    r"(?!including|<<resulting>>)[a-z]+ing"
    r"|and (?:the|<<pronoun>>)"
    r"|compared|against|versus|said|says|told|on top of|in addition to)\b"
    r"| (?:on a turnout|after|because|when|since|following|although|while|who|which|than|above|below|that)\b"
    rf"| and (?:said|told|faces?|risks?|<<has>>|<<is>>)\b|{FROM}"
    r"| <<dealing>> (?:<<determiner>>|another) (?:[\w-]+ ){1,5}with (?:<<about>> )*\Z"
    r"| (?:of|among|between|across) (?:the(?: [a-z]+['’]s?)?|<<possessive>>|[\w-]+['’]s?) \Z|(?<=\d) of (?:<<about>> )?\Z"
    r"| <<possessive>> (?:[a-z]+ ){1,3}of (?:<<about>> )?\Z"
)
"""Ends what a sum is meant for: another clause, or somebody who says so."""
FAR = 140
"""Code points of a clause before a figure."""


def is_target(before: Sequence[str]) -> bool:
    """Tell whether words make what follows a limit or an aim: "a target of [40]"."""
    return _end_in(before, "targets")


def _end_in(before: Sequence[str], entry: str) -> bool:
    """Tell whether words end as an entry says, with or without an article behind."""
    led = before[:-1] if before and before[-1] in _ARTICLES else before
    return " ".join(led[-_LIMIT:]).endswith(_endings(entry))


def is_foretold(line: Line, figure: Mention, before: Sequence[str]) -> bool:
    """Tell whether a figure is what somebody expects: "a forecast of [40]", "cut its forecast for growth to [2 percent]"."""
    start = max(line.sentence.span.start, figure.start - FAR)
    return _end_in(before, "foretold") or _FORECAST_SET.search(line.sentence.within, start, figure.start) is not None


def is_former_outlook(line: Line, figure: Mention) -> bool:
    """Tell whether an estimate is what somebody foresaw before: "sees 40 million, down from an earlier estimate of [50]"."""
    start = max(line.sentence.span.start, figure.span.start - 2 * FAR)
    return _OUTLOOK_BEFORE.search(line.sentence.within, start, figure.span.start) is not None


def is_offered(line: Line, figure: Mention) -> bool:
    """Tell whether a raise is on offer, or a sum beside it: "has offered [4 percent] and a bonus of [€400]"."""
    start = max(line.sentence.span.start, figure.start - FAR)
    offered = _OFFERS.get(figure.kind)
    return offered is not None and offered.search(line.sentence.within, start, figure.start) is not None


def is_aim(line: Line, figure: Mention, end: int) -> bool:
    """Tell whether a figure itself is told as one that is aimed at: "a planned [40] posts", "a [40]-post limit"."""
    text = line.sentence.within
    return (
        _PLANNED.search(text, line.sentence.near(figure.start), figure.start) is not None
        or _SET_FOR.search(text, line.sentence.near(figure.start), figure.start) is not None
        or (figure.kind == "number" and _is_intended(text[figure.span.end : end]))
        or _AIMED.match(text, figure.span.end) is not None
    )


def has_come(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether "would" tells what became of something: "would later sink to 40"; but "it said it would later pay 40"."""
    return _LATER.match(text, end) is not None and _SAID.search(text, start, at) is None


def is_committed(line: Line, start: int, end: int, *, is_sum: bool) -> bool:
    """Tell whether a figure is agreed, needed or allowed.

    A sum goes to somebody: "awards [$4 million] to family".
    """
    text, span = line.sentence.within, line.sentence.span
    if line.sentence.kind == "headline" and _is_titled(line, start, end, is_sum=is_sum):
        return True
    if _MUST.match(text, end, span.end) or _is_sought(text, end, span.end):
        return True
    if _ARE_TO.match(text, end, span.end) and not text.endswith(_THE, span.start, start):  # "the 40 lamps are to be bright"
        return True
    words = [*committed().finditer(text, max(span.start, start - FAR), start)]
    if not words:
        return False
    some = _SOME_OF_THEM.match(text, start) is not None
    end = words[-1].end()
    goes_on = some or _DIGIT.search(_BY_YEAR.sub("", text[end:start])) is None or _AND_TO.search(text, end, start) is not None
    goes_on = goes_on and text[end:start] != " the "  # "had offered the [three] rebels a delay"
    return goes_on and ENDED.search(text, end, start) is None and _PURPOSE.search(text, end, start) is None


def _is_sought(text: str, end: int, stop: int) -> bool:
    """Tell whether what is counted up to ``end`` is wanted or needed; men "wanted by" the police are there."""
    sought = _SOUGHT.match(text, end, stop)
    hunted = sought is not None and sought[0] == " wanted by"
    return sought is not None and not (hunted and lexicon.is_person(text[max(0, end - _WORD) : end].rpartition(" ")[2].lower()))


def _is_titled(line: Line, start: int, end: int, *, is_sum: bool) -> bool:
    """Tell whether a headline leaves out the verb of what is to be done: "to cut [40] jobs", "[40] to leave"."""
    text, near = line.sentence.within, line.sentence.near(start)
    led = _TITLED.search(text, near, start) or _TITLED_TOO.search(text, near, start)
    if is_sum and _TITLED_FOR.search(text, line.sentence.span.start, start):
        return True
    if led and not (is_sum and _HOLE.match(text, end)):
        return True
    return not is_sum and _TITLE.match(text, end, line.sentence.span.end) is not None


@cache
def committed() -> re.Pattern[str]:
    """Give what reads "agreed to", also with a time within: "agreed on Monday to"."""
    words = lexicon.words("grammar", "committed")
    verbs = lexicon.alternatives(word.removesuffix(" to") for word in words if word.endswith(" to"))
    others = lexicon.alternatives(word for word in words if not word.endswith(" to"))
    when = (
        r"(?: (?:\d+-\d+|unanimously|narrowly|overwhelmingly))?(?: (?:late|early))?"
        r"(?: (?:on|in|last|this)(?: (?:[A-Za-z]+|\d{4})){1,2}?| [A-Z][a-z]+day(?: <<hours>>)?"
        r"| with <<definite>> [a-z]+(?: [a-z]+)?)?"
    )
    asked = r"(?:wants?|wanted|urges?|urged) (?:(?!to )[a-z]+ ){1,3}to"
    sought = r"ask(?:s|ed|ing)? (?:<<definite>> )?(?:[\w’'-]+ ){1,3}for"
    capped = r"cap(?:s|ped)? (?:[a-z]+ ){1,3}at|<<works>> to"
    weighed = r"(?:consider(?:s|ed|ing)?|looking (?:at|into)|mull(?:s|ed|ing)?|weighing(?: up)?|thinking of) [a-z]+ing"
    return pattern(rf"\b(?:(?:{verbs}){when} to|{asked}|{sought}|{capped}|{weighed}|{others})(?= )")


@cache
def _endings(entry: str) -> tuple[str, ...]:
    return tuple(lexicon.words("grammar", entry))


def _is_intended(behind: str) -> bool:
    """Tell whether things are counted that are so far a plan: "10 planned wells"."""
    return not lexicon.words("grammar", "intended").isdisjoint(behind.split(maxsplit=1)[:1])
