"""When: the time that a figure is for.

`clauses` (with `relative`) tells whether a time reaches a figure, `unbound` and `beyond` which times and figures none binds.
A time that is not told in full comes from `again` (its unit alone), `years` (a day without its year) and `full_year` (that of an
outlook); `stretches` are told with both ends. `since` (with `then`) tells whether a figure counts years from one beside it,
`past_or_future` (with `verbs`) how a time is told. What days a time means tells `factcheck.days.meaning`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.claims.periods import clauses, past_or_future, unbound, verbs
from factcheck.days import Days, homes
from factcheck.mentions import Mention
from factcheck.patterns import pattern
from factcheck.values import evolve

_TOLD = pattern(r"[,;:“”\"]|\b(?:that|and|<<has>>|<<is>>)\b")
_SAYING = 45
"""Code points between a verb of saying and its time; what stands further off is told."""
_FORESAYING = ("forecast", "estimate", "projection")
_LED = 30
_AGED = pattern(
    r"\b(?:(?:older|younger) than|aged|those (?:over|under|above|below)"
    r"|(?:(?!(?:least|(?:inter|requ|prot|harv|for|arr|gu|t|cont|sugg|inv|w)est)\b)\w+est|(?<!at )(?:most|least)|worst"
    r"|(?:<<nth>>|only) time)"
    r"(?: [\w’'-]+){0,6} (?:in|for)(?: (?:<<about>>|<<bounds>>))?)"
    r" \Z"
)
"""Before a length that is an age, or says since when something is the highest: no period that a figure is for."""
_OF_ITS = pattern(r"(?:\d|\b<<counts>>|half|<<fractions>>) of (?:its|their|his|her|[Tt]he [a-z]+['’]s?) \Z")
"""Before a whole, which is no matter of a time: "sold two of its [five] mills in May"."""
_STANDING = pattern(
    r"\b(?:<<possessive>>"
    r"|(?!(?:<<spells>>|season|today|yesterday|<<calendar: weekday>>|<<calendar: month>>)[’'])[A-Za-z]+[’']s"
    r"|[a-z]+s[’']|(?:each|some|many|most|two|three|four|five|six|the last) of (?:the )?) \Z"
)
"""Before what is there already, at whatever time: "opened its [$4 million] mill in May", "the town's [260] mills"."""
_THINGS = frozenset({"number", "money"})
_APART = pattern(r" (?:after|before|earlier|later)\b")
_FIRST_IN = pattern(r"\b<<definite>> (?:first|last)(?: [a-z]+){0,3} in (?:<<about>> )?\Z")
_RIGHT_BEHIND = pattern(r"(?: (?!<<grammar: stops>> )[a-z-]+){0,2} (?:for|in|as (?:recently|late|early) as(?: in)?) ")
_COUNTED = pattern(r" (?:(?!<<grammar: stops>> )[a-z-]+ ){0,3}")
_AT_THE_END = pattern(r"\b[Aa]t the \Z")
_AFTER_THAT = pattern(r"(?:(?:Over|In|During|Within|On|For) the|The) next\b")
_THAT_ENDED = pattern(r"\b(?:that|which) (?:had )?(?:ended|closed|finished) (?:(?:in|on) )?(?:early |late )?\Z")
"""Before a time to which something lasted: "in the season [that ended in] May it lost 4 million"."""
_OF_SPELL = pattern(r" for (?:<<definite>>|all of) (?!\w+ time\b)[^,;]*\Z")
"""Between a verb of saying and a time of what is told: "the 40 million reported [for the same period of] 2024"."""
_QUOTES = pattern(r"[“”\"]")
_OF_THINGS = frozenset({"judged", "described"})
"""Cues by which something is only named or judged, and which are common words, too: "blast", "hail", "outlined"."""
_FORECAST = pattern(r"(?:\b<<determiner>>|[’']s?)(?: [a-z]+)? \Z")
_A_SHOW = pattern(r"\b(?:an?|the|its|at) (?:[a-z]+ )?\Z")
_FAR = 40
"""Mentions among which a figure's time is looked for, to each side."""


def at_home(mention: Mention, home: str, text: str) -> Mention:
    """Give a time in digits with the order of day and month first that the document's home has."""
    if mention.days is None:
        return mention
    return evolve(mention, days=homes.ordered(mention.days, home, text[mention.span.start : mention.span.end]))


def of_figure(line: Line, figure: Mention) -> Mention | None:
    """Give the period that a figure is for: the nearest of its clause that does not date the saying.

    Other figures between the two count first, then letters; but "[third-quarter] profit of $4 million on Tuesday" is that of the
    quarter, and "40 million [for 2012]" that of the year. An age has none, nor how long something had not been seen.
    """
    if figure.kind == "age" or not line.has_times:
        return None
    before = _first_time(line, figure, line.before(figure.span.start))
    found = [*before, *_first_time(line, figure, line.behind(figure.span.end))]
    start = line.sentence.span.start
    if not found or _AGED.search(line.sentence.within, max(start, figure.start - _FAR), figure.start):
        return None
    if _OF_ITS.search(line.sentence.within, max(start, figure.start - _FAR), figure.start):
        return None
    if figure.kind in _THINGS and _STANDING.search(line.sentence.within, max(start, figure.start - _FAR), figure.start):
        return None
    if figure.kind == "duration" and _is_of_no_time(line, figure):
        return None
    return found[0][1] if len(found) == 1 else min(found, key=lambda near: _rank(line, figure, *near))[1]


def _rank(line: Line, figure: Mention, figures: int, time: Mention) -> tuple[int, bool, int]:
    """Tell how far a time is from a figure, with so many others between the two."""
    narrows = unbound.is_attribute(line, time) or _is_right_behind(line, figure, time)
    return figures, not narrows, max(figure.span.start - time.span.end, time.span.start - figure.span.end)


def _is_of_no_time(line: Line, figure: Mention) -> bool:
    """Tell whether a length of time is how far it is from a time, how long something was not seen, or a "24-hour" one."""
    text, start = line.sentence.within, line.sentence.span.start
    apart = _APART.match(text, figure.span.end) is not None or "-" in text[figure.span.start : figure.span.end]
    return apart or _FIRST_IN.search(text, max(start, figure.start - _FAR), figure.start) is not None


def _first_time(line: Line, figure: Mention, mentions: Iterator[Mention]) -> list[tuple[int, Mention]]:
    """Give the first time among mentions that reaches a figure, and the number of figures before it; nothing without one."""
    figures = 0
    for mention in islice(mentions, _FAR):
        if mention.days is not None and not _dates_the_saying(line, mention, figure) and clauses.reaches(line, mention, figure):
            return [(figures, mention)]
        figures += mention.numeral is not None
    return []


def _is_right_behind(line: Line, figure: Mention, time: Mention) -> bool:
    """Tell whether a time is told right behind a figure or its noun: "40 million for [2012]", "50 barges in [June]"."""
    if time.days is None or time.days.weekday is not None or time.span.start < figure.span.end:
        return False
    return _RIGHT_BEHIND.fullmatch(line.sentence.within, figure.span.end, time.span.start) is not None


def days_of(line: Line, time: Mention, figure: Mention) -> Days | None:
    """Give what a time means for a figure that it reaches: all since then where something began on it.

    "The worst since 1997, when 54 died" tells of 1997 alone.
    """
    days = time.days
    if _is_told_of_then(line, time):
        return None
    if days is None or (days.form == "since" and clauses.is_of_then(line, time, figure)):
        return None if days is None else evolve(days, form="on")
    if days.form == "on" and days.part == "end" and _AT_THE_END.search(*_before(line, time)):
        return evolve(days, form="as of", part="")  # what stood then: "debt stood at $4 billion at the end of June"
    if days.form == "on" and _THAT_ENDED.search(*_before(line, time)):
        return evolve(days, form="as of")
    if days.form == "on":
        then = line.sentence.within[time.span.end : figure.start] == " at "  # "the lowest since it was listed in 2019 at [75]"
        begun = (
            "since" if clauses.begins(line, time) and not then else "starting" if clauses.goes_on(line, time, figure) else "on"
        )
        return evolve(days, form=begun) if begun != "on" else days
    return evolve(days, form="on") if unbound.is_attribute(line, time) else days  # "after [second-quarter] profit rose"


def _is_told_of_then(line: Line, time: Mention) -> bool:
    """Tell whether a time with which a sentence opens is counted from one before: "Over the next two years, 40 people died"."""
    led = _AFTER_THAT.match(line.sentence.within, line.sentence.span.start)
    return led is not None and time.span.start < led.end() and past_or_future.tense(line, time) == "past"


def _before(line: Line, mention: Mention) -> tuple[str, int, int]:
    """Give the text with where the words right before a mention begin and end."""
    return line.sentence.within, max(line.sentence.span.start, mention.span.start - _LED), mention.span.start


def _dates_the_saying(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a time says when something was said ("reported to parliament on Wednesday"): nothing told stands between."""
    text = line.sentence.within
    if time.span.end <= figure.start and text.endswith((" a ", " an "), line.sentence.span.start, time.span.start):
        return False  # "claims over a 2019 fire that killed 26"
    if clauses.begins(line, time) or unbound.is_attribute(line, time) or (time.days is not None and time.days.form == "since"):
        return False
    behind = next(line.behind(time.span.end), None)
    beside = behind is not None and behind.kind == "voucher" and text[time.span.end : behind.span.start] == " "
    if beside and behind is not None and text[behind.span.start : behind.span.end] in verbs.SAYINGS:
        return True  # "the firm last month reported"
    for voucher in takewhile(lambda mention: time.span.start - mention.span.start <= 2 * _SAYING, line.before(time.span.start)):
        between = text[voucher.span.end : time.span.start]
        if text.startswith(_FORESAYING, voucher.span.start) and _FORECAST.search(*_before(line, voucher)):
            continue  # "cut its forecast for this year"
        if _COUNTED.fullmatch(text, figure.span.end, voucher.span.start) and text.endswith("s", 0, voucher.span.end):
            continue  # "made 40 asylum claims in May"
        if voucher.kind != "voucher" or _says_nothing(line, voucher) or _OF_SPELL.match(between):
            continue
        if 0 < len(between) <= _SAYING and not _TOLD.search(between):
            if _is_day(time) and text.startswith("announc", voucher.span.start):
                return True  # "announced 40 jobs on Monday"
            inside = [*takewhile(lambda mention: mention.span.start < time.span.start, line.behind(voucher.span.end))]
            if _is_day(time) and any(mention.days and unbound.is_attribute(line, mention) for mention in inside):
                return True  # "reported a 9 percent fall in third-quarter profit on Monday"
            return not any(mention.numeral or mention.kind == "role" for mention in inside)
    return False


def _is_day(time: Mention) -> bool:
    """Tell whether a time is no longer than a day."""
    return time.days is not None and time.days.kind != "period"


def _says_nothing(line: Line, voucher: Mention) -> bool:
    """Tell whether a word by which somebody may speak is none here: "the [blast] on Monday", "[laid out] in 2019"."""
    entry, at, text = voucher.entry or "", voucher.span.start, line.sentence.within
    if text[at].isupper() and at > line.sentence.span.start and line.sentence.kind != "headline":
        return True  # "sold 40 cars in the United [States] in May"
    if text.startswith("found", at) and text.endswith((" was ", " were ", " been "), line.sentence.span.start, at):
        return True  # "was found guilty in May of 14 thefts"
    if text.startswith("show", at) and _A_SHOW.search(text, max(line.sentence.span.start, at - _LED), at):
        return True  # "hail fell on an air show on Sunday"
    if "beside" in lexicon.entries("sources")[entry]:
        return _QUOTES.search(line.sentence.text) is None
    return entry in _OF_THINGS
