"""The words that lead to a figure, without those that only tell how a change went: text goes in, words come out."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.patterns import pattern

_TOKEN = pattern(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’-][^\W\d_]+)*|--|[^\w\s]|\d+(?::\d\d)?")
_RECORD = pattern(r", <<definite>> (?:\w+ )?\w+(?:est|most|best|worst|record)\b[^,;:()“”]{0,60},(?= )")
_THAN_EXPECTED = pattern(
    r",? (?:much |far |slightly |a little )?(?:more|less|faster|slower|further|better|worse|higher|lower) than"
    r" (?:<<analysts>> )?<<foreseen>>(?=,? (?:to|from|by|at) )"
)
_IN_SIZE = pattern(r" in <<sizes>>(?= (?:to|from|by) )")
"""What a verb of change may have behind it: "rose more than expected to", "climbed in value from"."""
_TOLD_WHEN = pattern(
    r"(?: the <<spells>> (?:before|earlier)| (?:in|within|over|during) (?:an?|the (?:past|last|next)|just an?|only an?)"
    r" (?:(?:[a-z]+|\d+) )?<<spells>>s?| between [12]\d{3} and [12]\d{3}"
    r"| since (?:<<early>> )?(?:<<calendar: month>>|<<calendar: weekday>>|last <<spells>>)(?: [12]\d{3})?"
    r"| since [12]\d{3}(?=, from )|(?: again)? (?:last|this) <<spells>>| again"
    r"| for (?:an?|the) [a-z\d-]+<<th>>(?: (?:straight|consecutive|successive))? <<spells>>(?: running| in a row)?"
    r"),?(?= (?:to|from|by) )"
)
"""When something changed, which says nothing of what did."""
_SESSION = pattern(
    r" in (?:early |late )?(?:after[ -]hours?|extended|pre-?market|electronic|morning|afternoon)(?: [a-z]+)?"
    r" (?:trading|trade|dealings?)\b"
)
_IN_HALF = pattern(r"\b<<cuts>> ((?:[\w’'-]+ ){0,5})in half\b")
_TO_ARRIVE = pattern(
    r"(?: to <<arriving>>|,? (?:reaching|hitting|totalling|totaling))(?= (?:(?!<<grammar: breaks>>)[a-z-]+ ){0,3}\Z)"
)
"""From a change to its level: "rose 8 percent last year [to reach] a record"."""
_MERE = " a mere "
_DASH = pattern(r"(?: ?(?:—|–|--) ?|, which (?:<<is>>|would be|will be) )(?=(?:up|down) from (?:the )?\Z)")
_DASH_UP = pattern(r"(?: ?(?:—|–|--) ?| - )(?=(?:up|down) (?:<<about>> )?\Z)")
"""Between a level and how it changed: "$24 million on lamps — up 34 percent from"."""
_DASH_A = pattern(r" (?:—|–|--?) (?=an? (?:[a-z-]+ ){1,3}\Z)")
_OF_A_CLASS = pattern(r"\b(the|its|their|both) [a-z]+e[dr] (?=(?:[a-z]+ )?(?:rate|tariff|fare|fee)s?\b)")
"""What a rate is called beside another one, and no change: "the [reduced] rate from 5 to 7 percent"."""
_WHOSE = pattern(r"\b(with|to|against) (?:the )?(?:last|<<previous>>) <<spells>>[’']s \Z")
"""Whose time a level is of that another is compared with: "compared with [the previous year's]"."""
_A_LOSS = pattern(r", a loss of \Z")
"""Behind two levels; elsewhere a loss is a sum, and no change."""


def read(led: str) -> list[str]:
    """Give the words that lead to a figure, without those that only tell how it changed: "the highest since May", "in value"."""
    if ", the " in led or ", its " in led:  # "to 504,000, the highest since May, from 349,000"
        led = _RECORD.sub("", led)
    if " than " in led:
        led = _THAN_EXPECTED.sub("", led)
    if " in " in led:
        led = _SESSION.sub("", _IN_SIZE.sub("", led))
    if " to " in led or "ing " in led:
        led = _TO_ARRIVE.sub(" to", led)
    if led.endswith(("to ", "from ", "by ")):  # "had risen 41 percent the year before to 892", "doubled in a year from 25"
        led = _OF_A_CLASS.sub(r"\1 ", _TOLD_WHEN.sub("", led))
    if " in half" in led:  # "cut its costs in half to"
        led = _IN_HALF.sub(r"halved \1", led)
    if _MERE in led:
        led = led.replace(_MERE, " ")
    if led.endswith(("from ", "from the ")):  # "50,000 visitors this year — up from 110,000"
        led = _DASH.sub(", ", led)
    elif " up " in led or " down " in led:
        led = _of_two_words().sub(r"\1-up", _DASH_UP.sub(", ", led))
    elif led.endswith(("’s ", "'s ")):
        led = _WHOSE.sub(r"\1 ", led)
    elif led.endswith("of "):  # "to $19 from $25 - a drop of"
        led = _A_LOSS.sub(", a drop of ", _DASH_A.sub(", ", led))
    return [word.lower() for word in _TOKEN.findall(led)]


@cache
def _of_two_words() -> re.Pattern[str]:
    """Give what reads the verbs of two words that the lexicon has with a hyphen: "the shares [gave up] 40 cents" fell."""
    verbs = (word.removesuffix("-up") for word in lexicon.words("grammar", "down") if word.endswith("-up"))
    return pattern(rf"\b({lexicon.alternatives(verbs)}) up\b", re.IGNORECASE)
