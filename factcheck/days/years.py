"""Years, decades and years of an era: "2016", "1914-1918", "the 1990s", "44 BC", and years in words."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon, numerals
from factcheck.days import Days, Found, calendars
from factcheck.days.words import GAP, YEAR, alone, clashing, day_numbers, names
from factcheck.numerals.tens_of_life import decades
from factcheck.patterns import pattern

LED = pattern(
    r"\b(?:in|since|of|by|from|until|till|during|through|to|before|after|and|between|or|<<early>>|early as|end)[ -]\Z|\(\Z",
    re.I,
)
"""What shows, directly before it, that digits are a year and a word a month."""
_NO_NOUNS = "".join(
    rf"(?<!\b{word})" for word in ("was", "is", "has", "this", "as", "its", "across", "plus", "versus", "towards", "thanks")
)
COUNTED = rf"{GAP}[a-z]*(?:s|men|people|children)\b{_NO_NOUNS}"
IS_COUNTED = pattern(COUNTED)
_ERA = pattern(rf"(\d{{1,4}}|\d{{1,2}},\d{{3}})(?:{GAP}|)(?:(B\.C\.(?:E\.)?|BCE?)|A\.D\.|C\.E\.|AD|CE)(?!\w)")
_ERA_AHEAD = pattern(rf"A\.?D\.?{GAP}(\d{{1,4}})(?!\w|[.,]\d)")
_YEAR = pattern(rf"(?P<year>{YEAR})(?![:/-]\d)(?!{GAP}(?:percent|per cent|million|billion|trillion)\b)")
_SPAN = pattern(rf"([12]\d{{3}})[-–—/](?:to-)?({YEAR})(?![-–—/]\d)")
_SHORT_SPAN = pattern(r"([12]\d)(\d\d)[-–](\d\d)(?![\w%/–-]|[.,]\d)")
_YEARS = pattern(r"(?P<whole>[12]\d\d0)['’]?s\b|(?P<short>[1-9]0)['’]?s\b")
_LONG_AGO = pattern(r"(?<![\w-])(?:[Ii]n|[Ss]ince|[Uu]ntil|[Cc]irca) \Z")
_OF_EARLY = pattern(rf"{COUNTED}|{GAP}(?:of|to|or|percent|per cent|pct)\b|%|[.,:]?\d|[-–/]|{GAP}?[°$€£]")
"""Behind digits that are no year."""
_AFTER_DECADE = pattern(
    r"(?:([12]\d)|['’]|([Tt]he (?:<<early>>[ -])?))\d0['’]?s"
    r"(?:,? (?:and|or|to|through) (?:the )?(?:<<early>>[ -])?|, |[-–/])\Z"
)
"""Before a decade that shares the century of the one before it: "the 1860s and [70s]"."""
_AFTER_ZERO = pattern(rf"(?:{GAP}|-)(?:zero|oh|o)(?:{GAP}|-)(one|two|three|four|five|six|seven|eight|nine)\b")
_WORD_BEFORE = pattern(r"(?<![^\s(])([\w&/.-]+) \Z")
_LETTERS = pattern(r"[A-Za-z]+(?!\w)")
_THE = pattern(rf"\b[Tt]he{GAP}(?:(?:<<early>>|middle|swinging|roaring){GAP}|<<early>>-)?\Z", re.IGNORECASE)
_WARM = pattern(
    r"\b(?:[Tt]emperatures?|[Hh]ighs|[Ll]ows|degrees|[Mm]ercury|[Tt]hermometers?|[Pp]rices?|[Ss]cor(?:es?|ed|ing)|shot|trad(?:es?|ed|ing)"
    r"|per ?cent|[Rr]atings?|[Aa]pproval|[Ss]peeds?|[Ww]inds|aged?|<<people>>)\b"
)
"""Before tens that are no decade."""
_OF_YEARS, _OF_ERA = frozenset("s'’-–—/ABC"), frozenset("ABC")
_AMOUNT = pattern(r"\b<<amounts>>(?: of| to| by)? \Z")
_AFTER_YEAR = pattern(r"\b(?:19|20)\d\d(?:,|,? and|,? or) \Z")
_MARK_OF = pattern(r"\b<<Definite>> (?:previous |old )?(?:record|peak|high|low) of \Z")
"""Before the year of what stands out: "above the record of [1953]."."""
_PIECE = pattern(r"\b<<pieces>> of \Z")
"""A part that only a year has, before it: "the end of 2011 foreigners held" counts none."""
_DETERMINED = pattern(r"(?:\b(?:<<Determiner>>|[Tt]his|[Tt]hat)|[’']s) \Z")
_PLAIN_DECADES = frozenset({"30", "40", "50", "60", "70", "80", "90"})
_JOINING = frozenset({"to", "or", "of", "by", "and"})
_CLOSED = pattern(r"[.,;:)]|\s|\Z")
_QUOTED = 40
_APOSTROPHES = frozenset("'’")
_BY, _SIDES = pattern(r" ?[x×] ?\d"), tuple(f"{digit}{by}" for digit in "0123456789" for by in (" x ", " × ", "x", "×"))
"""Between the sides of a thing: "2560 x 1600"."""
_MONTHS, _CLOSING = 12, frozenset(".,;)")
_NEAR = range(1950, 2041)
_FIRST, _LAST, _FARTHEST = 1500, 2100, 2200
"""What four digits without a scale can be as a year; beyond the last only where a word shows it."""


def read(text: str, at: int, stop: int) -> Found | None:
    """Read a year, a decade ("1990s", "'90s") or a year of an era ("44 BC"); digits that count something are none."""
    end = at + 4
    sign, following = text[end : end + 1], text[end + 1 : end + 2]
    if not text[at:end].isdecimal() or sign in _OF_YEARS or following in _OF_ERA:
        found = _decade_or_era(text, at, stop) or _years(text, at, stop)
        if found is not None:
            return found
    match = _YEAR.match(text, at, stop)
    if match is None or int(match["year"]) > _FARTHEST:
        return None
    if not _is_early(text, at, end, stop) if int(match["year"]) < _FIRST else _is_size(text, at, end, stop, int(match["year"])):
        return None
    if (
        text[at - 1 : at] == " "
        and (named := _WORD_BEFORE.search(text, max(0, at - 20), at))
        and named[1] in lexicon.forms("labels")
    ):
        return None  # "the Russell 2000"
    month = _month_behind().match(text, end, stop) if following.isalpha() else None
    if month is not None:
        return Days(int(match["year"]), names("month")[month[1]]), month.end()
    return Days(int(match["year"])), end


def _is_early(text: str, at: int, end: int, stop: int) -> bool:
    """Tell whether digits are a year long ago: "founded in 1253", not "in 1253 homes" or "a rise in 1253 of them"."""
    return _LONG_AGO.search(text, max(0, at - 8), at) is not None and not _OF_EARLY.match(text, end, stop)


def _is_size(text: str, at: int, end: int, stop: int, year: int) -> bool:
    """Tell whether digits say how many: "2000 boats", "an average of 1500", not "in 2000", and not "2018 sales".

    News writes counts of a thousand and more with a comma: four digits near our time before a noun are a year's first.
    """
    led = LED.search(text, max(0, at - 9), at)
    if (year > _LAST and led is None) or _BY.match(text, end, stop) or text.endswith(_SIDES, 0, at):
        return True
    then = year in _NEAR and text[end : end + 1] in _CLOSING and _MARK_OF.search(text, max(0, at - 24), at)
    if led is not None and not then and _AMOUNT.search(text, max(0, at - 20), at) and not _is_up_to(text, at, end, year):
        return not text.startswith(", when ", end)
    if year in _NEAR and _AFTER_YEAR.search(text, max(0, at - 10), at):  # "the 2008 and 2012 cycles"
        return False
    if not is_counted(text, end, stop, year if led is None else _FARTHEST) or _PIECE.search(text, max(0, at - 16), at):
        return False
    if year in _NEAR and _is_yearly(text, end, stop):
        return False
    return (
        led[0][:-1].lower() in _JOINING
        if led is not None
        else _DETERMINED.search(text, max(0, at - 8), at) is None or year not in _NEAR
    )


def _is_up_to(text: str, at: int, end: int, year: int) -> bool:
    """Tell whether "up to" leads a year in which something ends, where nothing is counted: "over two decades up to 2013."."""
    return year in _NEAR and year % 100 > 0 and text.endswith("up to ", 0, at) and text[end : end + 1] in _CLOSING


def _is_yearly(text: str, end: int, stop: int) -> bool:
    """Tell whether a noun stands behind that is told for years and not counted: "90 percent of 1990 levels"."""
    noun = IS_COUNTED.match(text, end, stop)
    return noun is not None and noun[0].strip() in lexicon.words("grammar", "yearly")


def is_counted(text: str, end: int, stop: int, year: int) -> bool:
    """Tell whether digits that end there count the noun behind them; a year near our time only a noun of the lexicon."""
    behind = IS_COUNTED.match(text, end, stop)
    return behind is not None and (year not in _NEAR or lexicon.noun(behind[0].strip()) is not None)


def _decade_or_era(text: str, at: int, stop: int) -> Found | None:
    match = _YEARS.match(text, at, stop)
    if match is None:
        return of_era(text, at, stop)
    led = None if match["whole"] else _AFTER_DECADE.search(text, max(0, at - 32), at)
    if led is not None and led[2] and _WARM.search(text, max(0, at - 60), at):
        return None
    if led is None and match["short"] in _PLAIN_DECADES and _is_led_decade(text, at):
        return Days(int(f"19{match['short']}"), span=10, guess=True), match.end()
    if match["whole"] or led or text[at - 1 : at] in ("'", "’") or match[0][2:3] in ("'", "’"):
        first = int(match["whole"] or f"{(led and led[1]) or 19}{match['short']}")
        return Days(first, span=100 if first % 100 == 0 and first < _LAST - 100 else 10), match.end()
    return None


def of_era(text: str, at: int, stop: int) -> Found | None:
    """Read a year with its era behind it: "44 BC"."""
    match = _ERA.match(text, at, stop)
    if match is None or ("," in match[1] and IS_COUNTED.match(text, match.end(), stop)):  # "3,000 BC residents"
        return None
    year = int(match[1].replace(",", ""))
    return Days(-year if match[2] else year), match.end()


def _is_led_decade(text: str, at: int) -> bool:
    """Tell whether "the" alone leads tens, as it does a decade of the last century, and no weather or scale is told of."""
    return _THE.search(text, max(0, at - 20), at) is not None and not _WARM.search(text, max(0, at - 60), at)


def _years(text: str, at: int, stop: int) -> Found | None:
    short = _SHORT_SPAN.match(text, at, stop)
    months = 0 if text.endswith("the ", 0, at) else _MONTHS
    if short is not None and max(int(short[2]) + 1, months) < int(short[3]):  # a season is "2012-13", a month "2012-11"
        return Days(int(short[1] + short[2]), to=Days(int(short[1] + short[3]))), short.end()
    match = _SPAN.match(text, at, stop)
    if match is None or not _FIRST <= int(match[1]) < int(match[2]) <= _LAST:
        return None
    if is_counted(text, match.end(), stop, int(match[1])):
        return None
    return Days(int(match[1]), to=Days(int(match[2]))), match.end()


def after_era(text: str, at: int, stop: int) -> Found | None:
    """Read a year with its era before it: "A.D. 79"."""
    match = _ERA_AHEAD.match(text, at, stop)
    return (Days(int(match[1])), match.end()) if match and int(match[1]) else None


def shortened(text: str, at: int, stop: int) -> Found | None:
    """Read a year without its century behind an apostrophe: "in '61", "the '98 crash", and "'07", which is no number."""
    named = text.endswith(("the ", "The "), 0, at - 1) and _APOSTROPHES.isdisjoint(text[at + 2 : at + _QUOTED])
    led = LED.search(text, max(0, at - 10), at - 1) or named or text[at] == "0"
    if not led or text[at - 2 : at - 1].isalnum() or not _CLOSED.match(text, at + 2, stop):
        return None
    return Days(calendars.year_of_two_digits(int(text[at : at + 2])), guess=True), at + 2


def spelled(text: str, at: int, stop: int) -> Found | None:
    """Read a year in words: "nineteen ninety-nine", "two thousand and eighteen"."""
    first = numerals.read(text, at, stop)
    if first is None or first.vague or first.value.denominator != 1:
        return None
    value, end = int(first.value), first.end
    tens = _AFTER_ZERO.match(text, end, stop) if 18 <= value <= 20 else None
    decade = _decade().match(text, end, stop) if 18 <= value <= 20 else None
    if decade is not None:
        return Days(value * 100 + decades()[decade[1].lower()], span=10), decade.end()
    if tens is not None:
        return Days(value * 100 + day_numbers()[tens[1].lower()]), tens.end()
    second = numerals.read(text, end + 1, stop) if 18 <= value <= 20 and end + 1 < stop and text[end] in " -" else None
    if second is not None and second.spelled and 10 <= second.value <= 99:
        value, end = value * 100 + int(second.value), second.end
    return (Days(value), end) if _FIRST <= value <= _LAST else None


def decade_alone(text: str, at: int, stop: int) -> Found | None:
    """Read a decade of the last century that "the" alone leads: "the late eighties", not "highs in the eighties"."""
    word = _LETTERS.match(text, at, stop)
    first = alone().get(word[0].lower()) if word else None
    if word is None or first is None or not _is_led_decade(text, at):
        return None
    return Days(first, span=10, guess=True), word.end()


@cache
def _decade() -> re.Pattern[str]:
    return pattern(rf"(?:{GAP}|-)({lexicon.alternatives(decades())})\b")


@cache
def _month_behind() -> re.Pattern[str]:
    return pattern(rf"{GAP}({lexicon.alternatives(set(names('month')) - clashing('month'))})(?!\w|{GAP}\d)")
