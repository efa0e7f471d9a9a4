"""Times that are of no figure of their sentence, or of a noun first: a line and a time go in, yes or no comes out.

a decision      "voted [on Monday] to spend 40 million"
a base          "rose 4 percent [from a year ago]", "up 29 percent from [the first quarter]"
what is traded  "futures for [May] fell 40 cents"
    a paper         "looked into a [2001] complaint", "added 40 cars to its [2015] recall"
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_TO_DO = pattern(r" to [a-z]+| for (?:an?|the) (?:[a-z]+ )?[a-z]+ (?:to|that)\b")
_DECIDED = pattern(r"\b<<decisions>>(?: \d+-\d+)?(?: [a-z]+){0,2} (?:(?:on|in|last|this) )?\Z")
_LED_BASE = pattern(r"(?:\d%?|[a-z]) (?:from|than|over|versus|on)(?: (?:the|those|that|levels)(?: of)?)? \Z")
_EARLIER = pattern(r"\b(?:<<ago>>\Z|<<previous>> )")
_MADE_IN = pattern(r"\b(?:an?|the|one) (?!(?:<<rises>>|<<spells>>|change|figure|level|number)\b)[a-z-]+ from \Z")
_UP_FROM = pattern(r"(?:(?:%|\bpercent|\bpoints?) (?:from|versus|than)|\bthan (?:on|in|at)) (?:the )?\Z")
_DOWN_FROM = pattern(r", (?:up|down) (?:by )?(?:<<about>> )?[\d.,]+(?:%| per ?cent| points?) from (?:the )?(?:end of )?\Z")
_TO_COME = pattern(r"\b(?:will|would|agreed(?: [^,;]{1,20})? to|voted(?: [^,;]{1,20})? to) [^,;]*\Z")
"""Before what is to begin: "will rise by 5 percent from [April]"."""
_UP_ON = pattern(
    r"\b(?:up|down|more|less|fewer|higher|lower|rise|increase|fall|drop|gain|decline|decrease)\b(?:[^,;:.]|[.,](?=\d)){0,40}"
    r" (?:on (?:the )?|(?:on|over|from) (?:the|that) [a-z]+ (?:in|of|for) )\Z"
)
_INCREASE_OVER = pattern(r"\b<<rises>> of (?:<<about>> )?[\d.,]+(?:%| per ?cent)? over \Z")
_SHARE = pattern(r"(?:%|\bper ?cent|\bpoints?) \Z")
"""Before what a share is ahead of: "bookings are 11 percent [ahead of last year]"."""
_CONTRACTS = pattern(r"\b<<contracts>> (?:for|with (?:delivery|settlement|performance|expiry) in) (?:early |late |mid-)?\Z")
_ATTRIBUTE = pattern(r"[a-z]+-(?:<<spells>>|half)\Z")
_OF_SPELL = pattern(r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) (?:fiscal )?(?:quarter|half)\Z")
_LED_IN = pattern(r"\b(?:[Ii]n|[Ff]or|[Oo]f|[Dd]uring|the) (?:the )?\Z")
_LED_THING = pattern(r"(?<!\b[Ii]n)(?<!\b[Uu]nder) <<determiner>> \Z|[’']s \Z")
_THING = pattern(r" (?:[A-Za-z-]+ ){0,2}(?i:<<dated>>)\b")
_POLLED = pattern(r"['’]s (?:[A-Z][\w.]+ )?(?:poll|survey)\b")
"""Behind the day of a poll: "in [Wednesday]'s poll"."""
_FORETELLING = pattern(r" (?:forecast|projection|estimate|prediction|outlook|poll|survey)\b")
_OWNER = pattern(r"['’]s?\b")
_PRICED = pattern(r"['’]s (?:closing |opening )?(?:price|close|level)\b")
_IN_OWNED = pattern(r"\b(?:[Ii]n|[Aa]t|[Dd]uring|[Tt]o) \Z")
_NEAR = 60
"""Code points before a time."""
_OLDEST = 130
_RECORDS = pattern(r"(?:confirmed|counted|recorded|registered|found) (?:<<about>> )*")
"""Verbs of which a count is what they record: "in May the clinic confirmed 40 cases"."""
_PASSIVE = (" was ", " were ", " been ")


def is_of_else(line: Line, time: Mention) -> bool:
    """Tell whether a time is that of a decision, of what is traded, or a base without a figure, and so of no figure."""
    text, start, at = line.sentence.within, line.sentence.span.start, time.span.start
    led = max(start, at - _NEAR)
    if _TO_DO.match(text, time.span.end) and _DECIDED.search(text, led, at):
        return True  # "voted on Monday to spend"
    if _is_a_year(time) and _INCREASE_OVER.search(text, led, at):
        return True  # "an increase of 4 percent over 2015"
    if _is_a_year(time) and _MADE_IN.search(text, led, at):
        return True  # "a bomber from 1943 that is valued at 4 million"
    if _EARLIER.search(text, at, time.span.end) and _LED_BASE.search(text, led, at):
        return True  # "rose 4 percent from a year ago"
    days = time.days
    if days is not None and days.form == "on" and _FORETELLING.match(text, time.span.end):
        return _LED_THING.search(text, led, at) is not None  # "up from an August forecast of 4 percent"
    if days is not None and days.month is None and days.form == "on" and _THING.match(text, time.span.end):
        return _LED_THING.search(text, led, at) is not None  # "was fined $2 million for hiding the 1998 complaint"
    if _POLLED.match(text, time.span.end):
        return True
    owns = text.startswith(("'", "’"), time.span.end)
    if days is not None and not owns and days.day is None and days.weekday is None and _UP_ON.search(text, led, at):
        return True  # "up a tenth on last year"
    if days is not None and days.form == "before" and text.startswith("ahead", at) and _SHARE.search(text, led, at):
        return True  # "bookings are 11 percent ahead of last year"
    if days is not None and days.form in ("on", "as of") and _DOWN_FROM.search(text, led, at):
        return True  # "would leave it with 40, down 20 percent from the end of 2019"
    if days is not None and days.form == "on" and days.to is None and _UP_FROM.search(text, led, at):
        return _TO_COME.search(text, start, at) is None  # "up 29 percent from the first quarter"
    return _CONTRACTS.search(text, led, at) is not None  # "futures for May fell 40 cents"


def _is_a_year(time: Mention) -> bool:
    """Tell whether a time is a year."""
    return time.days is not None and time.days.year is not None and time.days.month is None and time.days.to is None


def is_attribute(line: Line, time: Mention) -> bool:
    """Tell whether a time only narrows the noun behind it: "said [second-quarter] profit rose", "had fourth quarter sales"."""
    text, span = line.sentence.within, time.span
    if not text[span.end : span.end + 2].strip().isalpha():
        return False
    if _ATTRIBUTE.search(text, span.start, span.end):
        return True
    if _OF_SPELL.fullmatch(text, span.start, span.end) is None:
        return False
    if text[span.end :].split(None, 1)[0] in lexicon.words("grammar", "stops"):
        return False
    return not _LED_IN.search(text, max(line.sentence.span.start, span.start - _NEAR), span.start)


def is_owner(text: str, time: Mention) -> bool:
    """Tell whether a time owns the noun behind it: "Tuesday's price"."""
    start = time.span.start
    if _PRICED.match(text, time.span.end):
        return True  # "a premium of 20 percent to Tuesday's closing price"
    return _OWNER.match(text, time.span.end) is not None and not _IN_OWNED.search(text, max(0, start - _NEAR), start)


def is_owned(text: str, time: Mention, figure: Mention) -> bool:
    """Tell whether a figure stands in the noun phrase that a time owns: "Tuesday's price of 4 euros"."""
    gap = figure.start - time.span.end
    return 0 <= gap <= _NEAR and "," not in text[time.span.end : figure.start]


def is_apposed(text: str, figure: Mention) -> bool:
    """Tell whether a figure that is no age stands between commas behind what it is: "the record, [79,845], was set in 1953"."""
    apposed = text.endswith(", ", 0, figure.start) and text.startswith(", was ", figure.span.end)
    return apposed and figure.numeral is not None and figure.numeral.value > _OLDEST


def is_said(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a time that opens its sentence says when something was said: "On Monday, the mayor had promised 40 homes"."""
    between = (m for m in line.behind(time.span.end) if m.span.end <= figure.start)
    first = next((m for m in between if m.kind == "voucher" or m.numeral is not None), None)
    text = line.sentence.within
    said = first is not None and first.kind == "voucher" and not text.startswith(",", first.span.end)
    if not said or first is None or text.endswith(_PASSIVE, 0, first.span.start):  # "heat was blamed for 40 deaths"
        return False
    return not _RECORDS.fullmatch(text, first.span.start, figure.span.start)
