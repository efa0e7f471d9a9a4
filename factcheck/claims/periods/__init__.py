"""When: the time that a figure is for, and whether a time is told as past or as still to come.

`clauses` tells whether a time reaches a figure, `years` whether a figure counts years from one that is told beside it. What days
a time means is told by `factcheck.days.meaning`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, takewhile

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.claims.periods import clauses, unbound
from factcheck.days import Days, homes
from factcheck.mentions import Mention
from factcheck.patterns import pattern
from factcheck.values import evolve

_WORD = pattern(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_TOLD = pattern(r"[,;:“”\"]|\b(?:that|and|had|has|have|was|were|is|are)\b")
_SAYING = 45
"""Code points between a verb of saying and its time; what stands further off is told."""
_MODALS = frozenset({"will", "would", "can", "could", "should", "may", "might", "must", "shall", "to", "be", "for"})
_ON = pattern(
    r"\b([A-Za-z]+)(?:,? (?:in|at|near|off|outside) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})?"
    r",? (?:on|in|during) \Z"
)
_PREPOSITIONS = ("on ", "in ", "during ")
_LED_DAY = pattern(r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]ated) (?:the )?\Z")
_CLOSED_DAY = pattern(r"[.,;:)]|\Z| (?:and|at|when|after|before|to|in|for|with|as|the|a|he|she|it|they|that)\b")
_AHEAD = frozenset({"will", "would", "should", "must", "shall", "may", "might", "could", "can", "going", "ll", "if"})
_UNREAL = frozenset(
    {"joke", "joked", "fictional", "imaginary", "nonexistent", "typo", "misprint", "error", "mistakenly", "novel", "film"}
)
_AUXILIARIES = frozenset({"was", "were", "had", "has", "have", "did", "made", "held", "set"})
_CAUSES = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "these", "lack"})
_FORESEEN = frozenset({"forecast", "forecasts", "deadline"})
_FORESAYING = ("forecast", "estimate", "projection")
_FINITE = frozenset({"is", "are", "was", "were", "be", "been", "has", "have", "had"})
_RELATIVES = frozenset({"which", "that", "who", "not", "never"})
_NEAR, _LED = 200, 30
_SHORT_ED = 4
_CLAUSE = pattern(r",?(?:(?! (?:and|but|while|when|which)\b)[^,;:])*")
"""What follows a time up to the next clause."""
_NO_VERBS = frozenset(
    {"indeed", "hundred", "united", "speed", "exceed", "proceed", "succeed", "breed", "greed", "sacred", "kindred"}
)
_SAYINGS = frozenset({"said", "told", "added", "warned", "announced", "confirmed", "reported", "explained", "noted", "stated"})
_AGED = pattern(
    r"\b(?:(?:older|younger) than|aged|those (?:over|under|above|below)"
    r"|(?:\w+est|most|least|worst|best|first time)(?: [a-z]+){0,3} (?:in|for)(?: (?:<<about>>|more than|over))?)"
    r" \Z"
)
_APART = pattern(r" (?:after|before|earlier|later)\b")
_FIRST_IN = pattern(r"\b(?:the|its|their|his|her) (?:first|last)(?: [a-z]+){0,3} in (?:<<about>> )?\Z")
_FOR = frozenset({" for ", " in "})
_AT_THE_END = pattern(r"\b[Aa]t the \Z")
_FORECAST = pattern(r"(?:\b(?:his|her|its|their|the|an?)|[’']s?)(?: [a-z]+)? \Z")
_DELIVERED = pattern(r" (?:delivery|contracts?|futures|settlement)\b")  # sold ahead: "crude for August delivery"
_FUTURES = pattern(r"\b(?:[Cc]rude|[Oo]il|[Ff]utures|[Cc]ontracts?|[Gg]old|[Ww]heat|[Cc]orn) for \Z")
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
    start = line.sentence.span.start
    if figure.kind == "age" or _AGED.search(line.sentence.within, max(start, figure.start - _FAR), figure.start):
        return None
    if figure.kind == "duration" and _is_of_no_time(line, figure):
        return None
    before = _first_time(line, figure, line.before(figure.span.start))
    behind = _first_time(line, figure, line.behind(figure.span.end))
    found = [
        (
            (
                figures,
                not (unbound.is_attribute(line, time) or _is_right_behind(line, figure, time)),
                max(figure.span.start - time.span.end, time.span.start - figure.span.end),
            ),
            time,
        )
        for figures, time in (*before, *behind)
    ]
    return min(found, key=lambda ranked: ranked[0])[1] if found else None


def _is_of_no_time(line: Line, figure: Mention) -> bool:
    """Tell whether a length of time only tells how far it is from a time, or how long something had not been seen."""
    text, start = line.sentence.within, line.sentence.span.start
    apart = _APART.match(text, figure.span.end) is not None
    return apart or _FIRST_IN.search(text, max(start, figure.start - _FAR), figure.start) is not None


def _first_time(line: Line, figure: Mention, mentions: Iterator[Mention]) -> list[tuple[int, Mention]]:
    """Give the first time among mentions that reaches a figure, and the number of figures before it; nothing without one."""
    figures = 0
    for mention in islice(mentions, _FAR):
        if mention.days is not None and not _dates_the_saying(line, mention) and clauses.reaches(line, mention, figure):
            return [(figures, mention)]
        figures += mention.numeral is not None
    return []


def _is_right_behind(line: Line, figure: Mention, time: Mention) -> bool:
    """Tell whether a year is told right behind a figure: "40 million for [2012]"."""
    return time.days is not None and time.days.weekday is None and line.sentence.within[figure.span.end : time.span.start] in _FOR


def days_of(line: Line, time: Mention, figure: Mention) -> Days | None:
    """Give what a time means for a figure that it reaches: all since then where something began on it.

    "The worst since 1997, when 54 died" tells of 1997 alone.
    """
    days = time.days
    if days is None or (days.form == "since" and clauses.is_of_then(line, time, figure)):
        return None if days is None else evolve(days, form="on")
    if days.form == "on" and days.part == "end" and _AT_THE_END.search(*_before(line, time)):
        return evolve(days, form="as of", part="")  # what stood then: "debt stood at $4 billion at the end of June"
    if days.form == "on":
        begun = "since" if clauses.begins(line, time) else "starting" if clauses.goes_on(line, time, figure) else "on"
        return evolve(days, form=begun) if begun != "on" else days
    return evolve(days, form="on") if unbound.is_attribute(line, time) else days  # "after [second-quarter] profit rose"


def _before(line: Line, mention: Mention) -> tuple[str, int, int]:
    """Give the text with where the words right before a mention begin and end."""
    return line.sentence.within, max(line.sentence.span.start, mention.span.start - _LED), mention.span.start


def tense(line: Line, mention: Mention) -> str | None:
    """Tell whether what happens at a time is told as past or future, by the nearest word that shows it.

    A word of the past is one of the future where a modal leads it ("would be made"); a verb of saying behind the time says
    nothing of it ("opens on May 12, he said").
    """
    text, span = line.sentence.within, line.sentence.span
    if _DELIVERED.match(text, mention.span.end) or _FUTURES.search(
        text, max(span.start, mention.span.start - _LED), mention.span.start
    ):
        return "future"
    behind = _CLAUSE.match(text, mention.span.end, min(span.end, mention.span.end + _NEAR))
    return _tense(text[max(span.start, mention.span.start - _NEAR) : mention.span.start], behind[0] if behind else "")


@lru_cache(maxsize=512)  # the figures of a sentence share their time
def _tense(before: str, after: str) -> str | None:
    left, right = _WORD.findall(before), _WORD.findall(after)
    words, middle = [*left, *right], len(left)
    for distance in range(max(middle, len(right))):
        for at in (middle - 1 - distance, middle + distance):
            told = _tense_of(words, at, middle) if 0 <= at < len(words) else None
            if told is not None:
                return told
    return None


def _tense_of(words: Sequence[str], at: int, middle: int) -> str | None:
    """Tell the tense that a word shows; those from ``middle`` on stand behind the time."""
    word, behind = words[at].lower(), at >= middle
    if word == "due" and words[at + 1 : at + 2] == ["to"] and (behind or not _CAUSES.isdisjoint(words[at + 2 : at + 3])):
        return None  # "on March 6 due to the flood"
    if word in _FORESEEN and (not at or words[at - 1].lower() not in _FINITE):  # "beating analysts' forecasts"
        return None
    future, past = _tenses()
    if word in future:
        return None if at and words[at - 1] == "than" else "future"  # "better than expected"
    if (word not in past and not _is_regular_past(word)) or (behind and word in _SAYINGS):
        return None
    led = words[max(middle if behind else 0, at - 3) : at]
    while "to" in led and led[-1] != "to" and led[led.index("to") + 1] not in ("be", "have"):
        led = led[led.index("to") + 1 :]  # "sales to China rose"
    return "future" if _MODALS.intersection(led) else "past"


@cache
def _tenses() -> tuple[frozenset[str], frozenset[str]]:
    return lexicon.words("grammar", "future"), lexicon.words("grammar", "past")


def _is_regular_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > _SHORT_ED and "-" not in word and word not in _NO_VERBS


def happened(line: Line, mention: Mention) -> str | None:
    """Tell that a time is told as past: right behind a past verb, with at most a place between ("sank off Malta on May 5").

    Anything looser ("voted to close the bridge on May 5", "before a vote on May 5") says nothing of it, and nothing is sure
    where the sentence has looked ahead before ("will be renovated and opened on May 5").
    """
    text, start = line.sentence.within, line.sentence.span.start
    placed = text.endswith(_PREPOSITIONS, start, mention.span.start)
    led = _ON.search(text, max(start, mention.span.start - _NEAR), mention.span.start) if placed else None
    if led is None:
        return None
    before = _WORD.findall(text[max(start, led.start() - _NEAR) : led.start()].lower())
    verb = led[1].lower()
    past = verb in lexicon.words("grammar", "past") and verb not in _AUXILIARIES
    ahead = verb not in _SAYINGS and not (_AHEAD.isdisjoint(before) and lexicon.words("grammar", "future").isdisjoint(before))
    near = before[-3:]
    return "past" if past and not ahead and _MODALS.isdisjoint(near) and _RELATIVES.isdisjoint(near) else None


def is_surely_a_day(line: Line, mention: Mention) -> bool:
    """Tell that a month and a number are meant as a day: led by a preposition or a weekday, and not counting what follows.

    Nothing is sure in a quotation ("pay me on April 31"), nor where the sentence denies ("there is no April 31").
    """
    text, span = line.sentence.within, mention.span
    before, quote = text[line.sentence.span.start : span.start], text[span.start : span.end]
    if sum(map(before.count, '“"')) > before.count("”") + before.count('"') // 2 * 2 or not any(map(str.isalpha, quote)):
        return False
    words = {*_WORD.findall(line.sentence.text.lower())}
    if not words.isdisjoint(lexicon.words("grammar", "negations")) or not words.isdisjoint(_UNREAL):
        return False
    days = mention.days
    led = days is not None and (days.weekday is not None or days.to is not None or days.form != "on")
    return (led or _LED_DAY.search(before) is not None) and _CLOSED_DAY.match(text, span.end, line.sentence.span.end) is not None


def _dates_the_saying(line: Line, time: Mention) -> bool:
    """Tell whether a time says when something was said ("reported to parliament on Wednesday"): nothing told stands between."""
    text = line.sentence.within
    if clauses.begins(line, time) or unbound.is_attribute(line, time) or (time.days is not None and time.days.form == "since"):
        return False
    behind = next(line.behind(time.span.end), None)
    beside = behind is not None and behind.kind == "voucher" and text[time.span.end : behind.span.start] == " "
    if beside and behind is not None and text[behind.span.start : behind.span.end] in _SAYINGS:
        return True  # "the firm last month reported"
    for voucher in takewhile(lambda mention: time.span.start - mention.span.start <= 2 * _SAYING, line.before(time.span.start)):
        between = text[voucher.span.end : time.span.start]
        if text.startswith(_FORESAYING, voucher.span.start) and _FORECAST.search(*_before(line, voucher)):
            continue  # "cut its forecast for this year"
        if voucher.kind == "voucher" and 0 < len(between) <= _SAYING and not _TOLD.search(between):
            inside = takewhile(lambda mention: mention.span.start < time.span.start, line.behind(voucher.span.end))
            return not any(mention.numeral or mention.kind == "role" for mention in inside)
    return False
