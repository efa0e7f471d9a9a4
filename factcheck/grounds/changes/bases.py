"""Words about the figures of a change that rule out one reckoning: another time, a price that falls as it rises.

Stretches of the text go in, answers come out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.numerals import money_words
from factcheck.patterns import pattern

_EXPECTED = pattern(r"(?:(?! (?:while|but) )[^.,;:()]){0,30}\b<<expectations>>")
_IN_YEAR = pattern(r"\bin (?:19|20)\d\d\b")
_YEAR_BEFORE = pattern(r"[^.;:]{0,60}?\b(?:year|same (?:quarter|period|month|time)|previously|before\b(?! the\b))\b")
_WHOSE_YEAR = pattern(r"\b(?:with|to|against) (?:the )?(?:last|<<previous>>) year[’']s \Z")
"""Before a level that another one is compared with: "compared with [the previous year's]"."""
_SHORTER = pattern(
    r"\b<<short-spells>> <<ago>>\b|\b(?:<<previous>>|last) <<short-spells>>\b"
    r"|\b<<pieces>> of\b|\bthis year\b|\b<<early>> \d{4}\b"
)
_NAMES_ON = pattern(r" [A-Z]")
_ARTICLE = pattern(r"(?:\b[Tt]he|['’]s) (?=[A-Za-z])")
OWN_TIME = pattern(
    r"\b(?:this|last) <<spells>>\b|\b(?:on|from|since) <<calendar: weekday>>\b"
    r"|\bin <<calendar: month>>(?!\w)|\b(?:on|for|from|in|during) the (?:<<short-spells>>|session)\b"
)
_AGAIN = pattern(
    r"\bfor (?:an?|the|its|their) (?:[a-z]+th|second|third)(?: (?:straight|consecutive|successive))? (?:<<spells>>)\b"
    r"|\b(?:straight|consecutive|successive) (?:<<spells>>)\b"
)
"""Before a change: it is that of the last of several years, and of no longer time."""
_KEPT = pattern(r"\b(?i:<<kept>>)\b")
_IN_SHORT = pattern(r"\b(?:in|over|during) the (?:<<short-spells>>)\b")
_YEAR_AGO = pattern(r" (?:an?|the|<<counts>>) years? <<ago>>\b| last year\b| at the <<pieces>> of\b")
_AND_FROM = pattern(
    r" (?:in|at|a|last|on) [^,.;:()“”\d]{0,40}(?:\d{4})? and (?:from )?[$€£]?\d[\d.,]*(?:%| [a-z]+)?"
    r" (?:in \d{4}|last (?:<<spells>>|<<calendar: month>>)|an? <<spells>> <<ago>>|on the [a-z]+)"
)
_IN_A_SPAN = pattern(
    r"\b(?:(?:in|over) (?:a|one|the past|the last|a single) (?:<<short-spells>>|24)|overnight|on the day|in 24 hours|today"
    r"|this week|(?:last|past) week|(?:on|over|from) the <<short-spells>>|(?:quarter|month)[- ]on[- ](?:quarter|month)"
    r"|(?:on|since) <<calendar: weekday>>|since yesterday)\b"
)
"""A change of days, weeks or months; a level of a year before is not its base."""
_SPAN = pattern(r" (?:(?:for|on|over|in|from) (?:the|a) (?:<<spells>>)|this (?:<<spells>>)|on <<calendar: weekday>>)\b")
_YEARLY = pattern(r" (?:in|for) \d{4}\b")
_YEAR_OF = pattern(r" (?:in|for) (\d{4})(?=[.,;)]|\Z)")
_DATED = pattern(
    r" (?:(?:in|for) (?:<<calendar: month>>(?! \d{4})(?!\w)"
    r"|the (?:<<nth>>|previous|last|half|<<calendar: season>>)(?: [a-z]+)?\b(?! of \d{4}))"
    r"|(?:late |on )<<calendar: weekday>>|before the\b|at the <<pieces>> of\b)"
)
_BEFORE = pattern(r" (?:last|<<counts>>|an?|in|at|early|late|earlier|on|when) (?:the )?(?!\w+day\b)[A-Za-z\d]+")
_LONG_BEFORE = pattern(
    r" (?:(?:(?:<<counts>>|\d+) <<spells>>s|a decade)"
    r" <<ago>>"
    r"|at the <<pieces>> of)"
)
_OF_TIME = pattern(
    r"(?: (?:[a-z]+ed|sold|built|made|sent|spent))?"
    r"(?: (?:in|of|for|at|during|from) (?:the )?"
    r"(?:<<calendar: month>>(?!\w)(?: \d{4}| last year| (?:of )?the <<previous>> year| a year <<ago>>)?|\d{4}\b"
    r"|(?:same|<<previous>>|comparable|corresponding|year-(?:ago|earlier)) (?:\d{4}(?:[/-]\d\d)? )?(?:<<spells>>|time|period)"
    r"(?: (?:(?:of |in )?last year|(?:of|in) \d{4}))?\b)"
    r"| (?:of )?(?:an?|the|<<counts>>) <<spells>>s? <<ago>>\b| the <<previous>> <<spells>>\b"
    r"| (?:of )?last (?:<<spells>>|<<calendar: month>>)\b)"
    r"(?= ?(?:[.,;:)—–]|--|- )| (?:and|but|when|while|as|that|which)\b|\Z)"
)
"""Behind a level: it is that of another time, and nothing else is said."""
_COMPARED = pattern(r"(?: [a-z]+)?,? (?:compared (?:with|to)|against|versus) (?:the )?(?:<<about>> )?")
_CLOSED = pattern(r"(?: [a-z]+)?(?:[.;)]|, (?:the|<<pronoun>>|while|and|but|[A-Z])|\Z)")
_ANY_TIME = pattern(
    r"\b(?:<<spells>>s?|today|yesterday|<<ago>>|after|since|until"
    r"|<<calendar: weekday>>|<<calendar: month>>|(?:19|20)\d\d)\b"
)
_TRADED = pattern(r"\b(?i:<<traded>>)\b")
_ANOTHER = pattern(r"\b(?:another|other|rival|different)\b")
_OTHER_CLAUSE = pattern(r"; |, (?:while|whereas|but|and) ")
_SCALED = pattern(r"\b(?:million|billion|trillion|mln|bln)\b|\d(?:m|bn|tn)\b")
_AROUND = 200
_LED_FAR = 100
_LOOK = 40


def is_recut(text: str, start: int, stop: int) -> bool:
    """Tell whether what two levels are reckoned by was cut anew between them: "11 cents a share from 19 before the split"."""
    return says("recut", text, start, stop + _LOOK)


def falls_as_it_rises(level: Claim, start: int, stop: int) -> bool:
    """Tell whether a figure falls where what it tells of rises: a rank, a currency that is not told in another one."""
    text, start, stop = level.sentence.within, max(0, start - _LED_FAR), stop + _LOOK
    if says("inverse", text, start, stop):
        return True
    if _SCALED.search(text, level.span.start, level.span.end):
        return False  # no currency is worth millions
    told_of = set(_currencies_told_of(level, start, stop))
    if level.kind != "money" or level.quantity is None:
        return bool(told_of)
    return not told_of.isdisjoint(unit.partition("/")[0] for unit in level.quantity.readings)


def _currencies_told_of(level: Claim, start: int, stop: int) -> Iterator[str]:
    """Give what the currencies that a stretch tells of can be: "the yen", "Canada's dollar", "Sterling" that opens a sentence."""
    text, opening = level.sentence.within, level.sentence.span.start
    named = (found.end() for found in _ARTICLE.finditer(text, start, stop))
    for at in (*named, opening) if start <= opening else named:
        found = money_words.behind().at_any_case(text, at, stop)
        if found and not found[0].minor and not _NAMES_ON.match(text, found[1]):  # "Dollar Tree said"
            yield from found[0].readings


def is_in_percent_of(difference: Claim, value: Claim, reference: Claim) -> bool:
    """Tell whether a difference of two percentages is told in percent of the one: "61 percent, 5 percent more than the 58"."""
    a, b, told = value.value, reference.value, difference.value
    if {claim.kind for claim in (value, reference, difference)} != {"percent"} or a is None or not b or told is None:
        return False
    return round(abs(a / b - 1) * 100) == round(told)


def swings(text: str, start: int, stop: int) -> bool:
    """Tell whether a sum may change a hundredfold: a profit, or over many years."""
    start, stop = max(0, start - _AROUND), stop + _AROUND
    return says("swings", text, start, stop) or _IN_YEAR.search(text, start, stop) is not None


def may_be_negative(text: str, start: int, stop: int) -> bool:
    """Tell whether figures may stand below nought: a loss, a fall. Another clause behind them tells of another figure."""
    other = _OTHER_CLAUSE.search(text, stop, stop + _LOOK)
    return says("signs", text, start, other.start() if other else stop + _LOOK)


def has_own_time(text: str, start: int, stop: int, end: int, *, far: bool = False) -> bool:
    """Tell whether a change told from ``start`` to ``stop`` is of a span of time that the level before, up to ``end``, is not of.

    "rose by 300 in a day to 4,500, from 3,900 last week", "grew by 900 last year, to 5,100 from 3,100 a decade ago"; but not
    "rose 9 percent in May to $58 billion, from $53 billion a year earlier". ``far`` tells that more than a year lies between.
    """
    if _IN_A_SPAN.search(text, start, end) is not None:
        return _BEFORE.match(text, end) is not None
    own = OWN_TIME.search(text, start, stop) or _AGAIN.search(text, max(0, start - _LED_FAR), start)
    return own is not None and (far or _LONG_BEFORE.match(text, end) is not None)


def is_kept(text: str, led: int, gap: tuple[int, int], end: int) -> bool:
    """Tell whether what is told from ``led`` moved within a time, at whose end it stands: "debt fell $2 [in the quarter] to".

    The level before, up to ``end``, is of a year ago.
    """
    kept = _KEPT.search(text, led, gap[0]) is not None and _IN_SHORT.search(text, *gap) is not None
    return kept and _YEAR_AGO.match(text, end) is not None


def is_of_day(text: str, start: int, stop: int, end: int) -> bool:
    """Tell whether the percent of a price that is quoted each day is of the day, and the level before, up to ``end``, is older.

    "The stock rose 2 percent to $12 from $20 a year ago".
    """
    return _TRADED.search(text, start, stop) is not None and _BEFORE.match(text, end) is not None


def have_own_spans(text: str, change: int, percent: int, end: int) -> bool:
    """Tell whether a change, told up to ``change``, and its percent, up to ``end``, each have a span of time of their own."""
    return _SPAN.search(text, change, percent) is not None and _SPAN.match(text, end) is not None


def is_dated_apart(text: str, level: int, start: int, end: int) -> bool:
    """Tell whether behind a comma a level before, from ``start`` to ``end``, is of another time than the change may lead from.

    It is of a month, a day or a quarter, or of a year where the level up to ``level`` has none.
    """
    if not text.endswith(", from ", level, start) or is_of_year_before(text, level, start, end):
        return False
    yearly = _YEARLY.match(text, end) is not None and _YEARLY.match(text, level) is None
    return yearly or _DATED.match(text, end) is not None


def is_of_next_year(text: str, moved: int, end: int) -> bool:
    """Tell whether what is told up to ``moved`` is of the year behind that of what ends at ``end``: "rose 8 percent in 2011"."""
    years = _YEAR_OF.match(text, moved), _YEAR_OF.match(text, end)
    return years[0] is not None and years[1] is not None and int(years[0][1]) == int(years[1][1]) + 1


def is_of_another(behind: str) -> bool:
    """Tell whether the words behind a level make it that of something else: "from 34 percent in another poll"."""
    return _ANOTHER.search(behind) is not None


def is_one_of_two(text: str, end: int) -> bool:
    """Tell whether another level before is told behind the one that ends here: "from 12 cents in 2010 [and 18 last year]"."""
    return _AND_FROM.match(text, end) is not None


def is_expected(text: str, end: int) -> bool:
    """Tell whether the level that ends here was only expected: "compared with $5 billion forecast by analysts"."""
    return _EXPECTED.match(text, end) is not None


def is_of_year_before(text: str, led: int, start: int, end: int) -> bool:
    """Tell whether an earlier level, told apart, is the base of the change that is told from ``led``: both are for a year.

    "rose 8 percent to $5 billion, compared with $4.6 billion a year earlier", but not "rose 2 percent in May to 330, up from 250
    a year ago", nor "... compared with $4.9 billion in the previous quarter".
    """
    whose = _WHOSE_YEAR.search(text, led, start)
    return (
        (whose or _YEAR_BEFORE.match(text, end)) is not None
        and _SHORTER.search(text, end, end + _LOOK) is None
        and OWN_TIME.search(text, led, whose.start() if whose else end) is None
    )


def is_untimed(text: str, start: int, gap: tuple[int, int], end: int) -> bool:
    """Tell whether no time is told of a change that begins at ``start``, nor of the level before, up to ``end``: both have one.

    "rose 17.8 percent to 197,328, compared with 167,490." ``gap`` is what stands between the two levels.
    """
    compared = _COMPARED.fullmatch(text, *gap) is not None and _CLOSED.match(text, end) is not None
    return compared and _ANY_TIME.search(text, start, end) is None


def is_of_other_time(before: Claim) -> bool:
    """Tell whether nothing but another time is told right behind a level before: "compared to 760 [in January]"."""
    end = before.span.end if before.kind == "money" else before.phrase.end  # "$44 million in sales"
    return _OF_TIME.match(before.sentence.within, end, before.sentence.span.end) is not None


def are_scaled(one: Claim, other: Claim) -> bool:
    """Tell whether both figures have a scale word, so that none was left out in speech."""
    return all(_SCALED.search(figure.sentence.within, figure.span.start, figure.span.end) for figure in (one, other))


def says(entry: str, text: str, start: int, stop: int) -> bool:
    """Tell whether one of an entry's words stands in a stretch of the text."""
    return _words(entry).search(text, start, stop) is not None


@cache
def _words(entry: str) -> re.Pattern[str]:
    return pattern(rf"(?<!\w)(?:{lexicon.alternatives(lexicon.words('grammar', entry))})(?!\w)", re.IGNORECASE)
