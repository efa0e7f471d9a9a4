"""A noun that somebody moves to its figure, or that the figure explains: "cut [spending] to $8 million", "her [pay], $40,000,".

A line with a role's noun and a figure behind it go in; whether their words tie them comes out.
"""

from __future__ import annotations

from factcheck.claims import Line
from factcheck.claims.phrases import nouns
from factcheck.claims.roles import between
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_LOOK, _MOST = 40, 8
"""Code points before a noun, and words between it and its figure."""
_PUT = pattern(r"\b(?:[Pp]uts?|putting|[Ee]stimate[sd]?) (?:(?:<<definite>>|total|overall|insured|economic) )*\Z")
_BROUGHT = pattern(r"\b<<bringing>> (?:(?:<<definite>>|that)(?: [a-z]+)? )?\Z")
_MOVER = pattern(r"\b<<movers>> (?:<<determiner>> )?(?:(?!<<grammar: stops>> )[\w’'-]+ ){0,3}(?:and [a-z]+ )?\Z")
"""A verb with what stands between it and its object."""
_GAP = pattern(
    r"(?: (?:in|on|for|of|at|by|with|to) (?:<<determiner>> )?(?:(?!<<grammar: stops>> )[\w’'-]+ ){1,5}?| )"
    r"(?:by (?:<<about>> )*[\d.,]+(?:%| per ?cent| percent)? )?"
    r"(?:from (?:<<about>> )*(?:[^,;:()“”]|,(?=\d)){1,24}? to|to|from) (?:(?:<<about>>|an?) )*"
)
"""Between what is moved and its levels."""
_FROM = pattern(r" from (?:<<about>> )*(?:(?:[^,;:()“”]|,(?=\d)){1,24}? to (?:<<about>> )*)?")
_THEN = r"(?: in (?:\d{4}|<<calendar: month>>)| (?:last|this) <<spells>>| an? <<spells>> (?:ago|earlier))?"
_TO = pattern(rf"(?: \([^()]{{1,60}}\)|{_THEN}) to (?:<<about>> )*[$€£\d]")
"""Around the first of two levels that stand right behind their noun: "visa fees from [$300] to $900"."""
_OWNED = pattern(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[\w]+[’']s|[\w]+s[’']) (?:[a-z-]+ ){0,2}\Z")
_CHANGE_IN = pattern(r"\b<<rises>> in (?:[\w’'-]+ ){0,3}\Z")
_WHEN_TO = pattern(r"(?: (?:(?:on|in|for) )?(?:[\w’'-]+ ){0,3}[\w’'-]+)?, to (?:<<about>> )*")
"""Around what rises: "a 9 percent fall in [sales] on Monday, to $40 million"."""
_GROUP = pattern(
    r"\b(?:[Nn]umber of|(?P<change><<rises>> in))"
    r" ((?:(?!<<grammar: stops>> )[A-Za-z-]+ ){0,3}?(?:[a-z]{2,}(?<![sui])s|<<people>>))"
    r"(?: [a-z]+ed)?(?: (?:in|from|of|on|to) (?:the )?[A-Za-z]+)?"
    rf" (?:by|from|to|at)(?: [\w,.]+{_THEN} to)? (?:(?:<<about>>|more than|as many as) )*\Z"
)
"""Before the number to which some are brought or come: "cut the number of [inspectors] from 900 to", "a fall in [visits] to"."""
VALUED = pattern(r"\b<<valued>>\b")
_APPOSED = pattern(r", (?:at )?(?:(?:<<about>>|an?) )*")
_CLOSED = pattern(r"[,.;)](?!\d)|\s*\Z| a (?:month|year|week|day)\b")


def leads(line: Line, noun: Mention, figure: Mention, gap: str) -> bool:
    """Tell whether a noun is put at a figure, moved to it or explained by it; ``gap`` are the words between them."""
    text, start = line.sentence.within, noun.span.start
    led = text[max(line.sentence.span.start, start - _LOOK) : start]
    explained = _APPOSED.fullmatch(gap) is not None and _CLOSED.match(text, figure.span.end, line.sentence.span.end) is not None
    moved = _GAP.fullmatch(gap) is not None and _MOVER.search(led) is not None
    change = _CHANGE_IN.search(led) is not None
    levels = (change or figure.kind in ("money", "percent")) and _FROM.fullmatch(gap) is not None
    levels = levels and (" to " in gap or _TO.match(text, figure.span.end) is not None)
    changed = change and _WHEN_TO.fullmatch(gap) is not None
    return _is_put(led, gap, figure.kind) or moved or changed or levels or (explained and _OWNED.search(led) is not None)


def group(text: str, near: int, start: int) -> nouns.Phrase | None:
    """Give those whose number somebody brings to the one at ``start``, or whose number rises or falls to it."""
    told = _GROUP.search(text, near, start)
    if told is None or (told["change"] and VALUED.search(told[2].lower())):
        return None  # "a rise in prices from 104 to 110"
    return nouns.Phrase(told.end(2), told[2].split()[-1], told.end(2) - len(told[2].split()[-1]), told.start(2))


def _is_put(led: str, gap: str, kind: str) -> bool:
    """Tell whether a noun is put at its figure or brought to it: "it put the [damage] to crops at", "raising the [toll] to"."""
    if gap.endswith((" to ", " to at least ")) and kind in between.GROUPED:
        return not between.breaks(gap) and len(gap.split()) <= _MOST and _BROUGHT.search(led) is not None
    return gap.endswith(" at ") and not between.breaks(gap) and len(gap.split()) <= _MOST and _PUT.search(led) is not None
