"""Whether a count of counts explains a share told right before it: "21 percent of the seats went to women: 30 of the 90".

A share, a part and its whole go in; yes or no comes out. The count says nothing more, so that it can only tell the share's own
subject again; or the share is a rate, and the count tells the act that the rate is named after ("The failure rate was 61
percent: 612 of the 1,204 pupils failed").
"""

from __future__ import annotations

import re

from factcheck.claims import SHARES, Claim, moves, series
from factcheck.patterns import pattern

_TO = pattern(r"(?P<told>[^.,;:()“”\d]{0,70})(?::|;|,| -| –|—| --)(?P<with> (?:with|as))? (?:<<about>> )?")
_OF = pattern(r" (?:out )?of (?:(?:<<definite>>|all) )?")
_CLOSED = pattern(r"(?: in all)? ?(?:[.;)]|\Z)")
_COMPARED = pattern(r"\b(?:than|against|compared|from|<<comparatives>>|<<grammar: up>>|<<grammar: down>>)\b")
_RATE = pattern(r"\b(?:(?P<act>[a-z]{4})[a-z]* rate|rate of (?P<of>[a-z]{4})[a-z]*)(?: [a-z ]{0,24})? (?:<<about>> )?\Z")
"""Before a share: what became of those that it counts, by the first letters of the word."""
_DONE = pattern(r"(?: (?:<<is>>|<<has>>|been))* (?P<act>[a-z]{4})[a-z]* ?(?:[.;)]|\Z)")
_OPENS = pattern(r"(?:\A|[.;:“”] ?|, (?:and|but) )(?:(?:About|Some|Only|Just|Nearly|Almost|Around|Roughly|Fully) )?\Z")
"""Before a share that is itself what the sentence tells of."""
_OTHER_RATE = pattern(r"\b(?:rates?|<<Own-rates>>)(?: [A-Za-z ]{0,40})? (?:<<about>> )?\Z")
_APPOSED = pattern(r" (?:of (?:those|<<definite>>) )?[a-z]+(?: [a-z]+)?, ")
_SEXES = frozenset({"women", "men", "girls", "boys"})
_LOOK = 60


def is_of(share: Claim, part: Claim, whole: Claim) -> bool:
    """Tell whether a count of counts behind a share is that share."""
    text, sentence = share.sentence.within, share.sentence
    if share.kind not in SHARES or sentence is not part.sentence or not share.is_single or share.additional:
        return False
    to = _TO.fullmatch(text, share.phrase.end, part.phrase.start)
    if to is None or _COMPARED.search(to["told"]) or _OF.fullmatch(text, part.span.end, whole.phrase.start) is None:
        return False
    if moves.lead(text, sentence.span.start, share.phrase.start).part == "change":
        return False
    closed = to["told"] and not to["with"] and _CLOSED.match(text, whole.phrase.end)
    return (closed and _fits(share, whole)) or _is_rate(share, whole)


def apposed(fraction: Claim, share: Claim) -> re.Match[str] | None:
    """Give the words from a fraction to a share that stands between commas behind it: "Six in ten of them, 58 percent,"."""
    text = share.sentence.within
    if not text.startswith(",", share.span.end):
        return None
    return _APPOSED.fullmatch(text, fraction.phrase.end, share.phrase.start)


def is_other_rate(share: Claim) -> bool:
    """Tell whether a share is a rate, which counts told behind it need not be: "Inflation was 6 percent: 30 of the 100 goods"."""
    start = share.sentence.near(share.phrase.start)
    return share.counted is None and _OTHER_RATE.search(share.sentence.within, start, share.phrase.start) is not None


def _fits(share: Claim, whole: Claim) -> bool:
    """Tell whether a whole counts what the share is of, as far as either is told."""
    if share.counted is None and _OPENS.search(share.led) is None:
        return False
    return None in (share.counted, whole.counted) or series.noun(share) == series.noun(whole)


def _is_rate(share: Claim, whole: Claim) -> bool:
    """Tell whether a share is the rate of an act that the whole, and no kind of people alone, is told with."""
    if (whole.subject is not None and whole.subject.modifiers) or whole.counted in _SEXES:
        return False
    text, start = share.sentence.within, share.sentence.span.start
    rate = _RATE.search(text, max(start, share.phrase.start - _LOOK), share.phrase.start)
    done = _DONE.match(text, whole.phrase.end, share.sentence.span.end)
    return rate is not None and done is not None and (rate["act"] or rate["of"]) == done["act"]
