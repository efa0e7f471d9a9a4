"""Links from two days, months or years to the time told to lie between them: "in 1991 and left it in 2012, 21 years later".

The later one stands right behind "21 years later", or right before it. It counts from the time before it, and is tied to that
only where nothing else has happened in between: one sentence joins two acts with one "and" ("set out on 4 March and reached the
pole 48 days later, on 21 April"), or one of a single act is followed by another that goes on with the same ("It reached the
pole"). What began on a day and ended on another has lasted so long. A time can count from an event with a time of its own, too:
"in 1991, four years before the fire of 1995", "Two years before the fire of 1995, in 1993, it".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.days import Days
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "apart"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
ALSO = frozenset({"date", "period", "weekday"})
PARTS = ("earlier", "later")

_TIMES = ALSO | {"duration"}
_WORD = r" (?!<<astray>>\b)[^\W\d_]+(?:[’'-][^\W\d_]+)*"
_JOINED = pattern(rf"(?:{_WORD}){{0,8}},? (?:and|but)(?:{_WORD}){{1,9}} ?")
_GOES_ON = pattern(rf"\.\s{{1,3}}(?:It|He|She|They)(?:{_WORD}){{1,8}} ?")
_OPENS = pattern(rf"[“\"]?(?:[^\W\d_]+(?:[’'-][^\W\d_]+)*(?:{_WORD}){{0,12}} (?:on|in) (?:the )?|(?:On|In) )")
_ACT = pattern(r"(?<!\bwas )(?<!\bwere )\b(?!need|hundred|indeed|speed)(?:[a-z]+ed|<<participles>>|<<founding>>|<<ended>>)\b")
"""What may tell an act besides the one that a time is for ("[married] in a church [built] in 1937")."""
_NEXT = pattern(r"(?: (?:in|at|near|from|by|with|off) (?:the )?[^\W\d_]+(?: [A-Z][^\W\d_]+)?){0,2}\.\s{1,3}")
"""Between a time and how long before or after it another was, which opens the next sentence: "Two years later, in 1998, it"."""
_LATER_ON = pattern(r" (?:later|after that|(?P<back>earlier|before that)),? (?:on|in) (?:the )?")
_LED = pattern(r",? (?:<<about>> )?\Z")
_LATER = pattern(r" (?:later|after that|to the day(?: later)?)(?= ?[.,;)]|\Z)")
_WHEN = pattern(r" (?:on|in) (?:the )?\Z")
_BEGAN = pattern(r"\b(?:began|started|opened|broke out|was (?:begun|started|opened))(?: again)?(?: here)? (?:on|in) \Z")
_ENDED = pattern(
    r",? (?:and|but)(?: it)?(?: was)? (?:ended|closed|finished|called off|came to an end|broke off|settled)(?: only)? (?:on|in) "
)
_LASTED = pattern(
    r"(?:(?:,? and |, (?:which )?|\.\s{1,3}(?:It|The [a-z]+) (?:had )?)(?:lasted|gone on|went on)(?: for)?|, after)"
    r" (?:<<about>> )?"
)
_CLOSES = pattern(r" ?(?:[.;)]|\Z|, (?:and|but|when|while|because) )")
"""Behind a length that "after" leads to: "after two weeks", and not "after two weeks of talks"."""
_FROM = r" (?P<way>before|after) "
_EVENT = (
    r"(?:<<pronoun>> [a-z]+ (?:in|on) "
    r"|(?P<named>(?:<<definite>>|[A-Z][\w’'-]*[’']s) (?!<<grammar: stops>>\b)(?:[a-z]+ |[A-Z][a-z]+ ){1,3}(?:in|of|on) )?)"
)
_FROM_EVENT = pattern(_FROM + _EVENT)
"""Between a length and the event's time: "four years [before the fire of] 1995", "[after he died in] 1995"."""
_CLOSES_CLAUSE = pattern(r" ?(?:[.,;)]|\Z)(?!(?: [^\W_]+)? (?:and|or)\b)")
_THEN_IN = pattern(r", (?:in|on) (?:the )?")
_AFTER = " after "


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    times = [figure for figure in figures if figure.kind in _TIMES]
    for at, length in enumerate(times):
        if length.kind != "duration" or not _is_told(length):
            continue
        ends = _apart(times, at) or _from_event(times, at) or _from_end_to_end(times, at)
        if ends is not None:
            yield from (
                Link(KIND, end.id, length.id, "so long it is from one to the other", part)
                for end, part in zip(ends, PARTS, strict=True)
            )


def _is_told(length: Claim) -> bool:
    """Tell whether a length is one figure, and no longest or shortest."""
    told = length.quantity
    return length.value is not None and told is not None and told.bound is None and not length.is_size


def _apart(times: Sequence[Claim], at: int) -> tuple[Claim, Claim] | None:
    """Give the two times that lie "so long" apart, where the words join them."""
    length, before = times[at], times[max(0, at - 2) : at]
    text = length.sentence.within
    behind = times[at + 1] if at + 1 < len(times) else None
    on = _LATER_ON.fullmatch(text, length.span.end, behind.span.start) if behind is not None and before else None
    if on is not None and behind is not None:
        pair, gap = (before[-1], behind), (before[-1].span.end, length.phrase.start)
        if length.phrase.start == length.sentence.span.start and _is_one_act(before[-1], times) and all(map(_is_time, pair)):
            return _in_order(pair, back=on["back"] is not None) if _NEXT.fullmatch(text, *gap) else None
        if on["back"]:
            return None
    elif (
        len(before) > 1 and _LED.fullmatch(text, before[1].span.end, length.phrase.start) and _LATER.match(text, length.span.end)
    ):
        pair, gap = (before[0], before[1]), (before[0].span.end, before[1].span.start)
        if not _WHEN.search(text, gap[0], gap[1]):
            return None
    else:
        return None
    goes_on = pair[0].sentence is not length.sentence
    joined = (_GOES_ON if goes_on else _JOINED).fullmatch(text, *gap) is not None
    return pair if joined and all(map(_is_time, pair)) and _is_one_act(pair[0], times) else None


def _from_event(times: Sequence[Claim], at: int) -> tuple[Claim, Claim] | None:
    """Give the time of an event and another that is told to be so long before or after it, right before or behind both."""
    length, behind = times[at], times[at + 1 : at + 3]
    text = length.sentence.within
    told = _FROM_EVENT.fullmatch(text, length.span.end, behind[0].span.start) if behind else None
    if told is None or _ACT.search(told["named"] or "") or not _is_time(behind[0]):
        return None
    back, event, before = told["way"] == "before", behind[0], times[at - 1] if at else None
    if len(behind) > 1 and _THEN_IN.fullmatch(text, event.span.end, behind[1].span.start):
        then = behind[1]
    elif before is not None and _LED.fullmatch(text, before.span.end, length.phrase.start) and _is_one_act(before, times):
        then = before
    else:
        return None
    closed = _CLOSES_CLAUSE.match(text, max(then.span.end, event.span.end))
    return _in_order((event, then), back=back) if closed and _is_time(then) else None


def _in_order(pair: tuple[Claim, Claim], *, back: bool) -> tuple[Claim, Claim]:
    """Give the earlier of two times first."""
    return pair[::-1] if back else pair


def _from_end_to_end(times: Sequence[Claim], at: int) -> tuple[Claim, Claim] | None:
    """Give when something began and ended, before how long it lasted."""
    if at < 2 or not all(map(_is_time, times[at - 2 : at])):
        return None
    began, ended, length = times[at - 2 : at + 1]
    told_in = length.quantity.unit if length.quantity is not None else None
    text = length.sentence.within
    told = _BEGAN.search(text, began.sentence.span.start, began.span.start) is not None
    told = told and _ENDED.fullmatch(text, began.span.end, ended.span.start) is not None
    told = told and _LASTED.fullmatch(text, ended.span.end, length.phrase.start) is not None
    if text.endswith(_AFTER, 0, length.phrase.start) and _CLOSES.match(text, length.span.end) is None:
        return None
    return (began, ended) if told and (told_in != "day" or _is_longer(length, began, ended)) else None


def _is_longer(length: Claim, began: Claim, ended: Claim) -> bool:
    """Tell whether days are more than there were: of fewer, some may not be counted ("lasted eight days", with a Sunday off)."""
    first, last = began.first_day, ended.last_day
    return first is not None and last is not None and 0 <= (last - first).days < (length.value or 0)


def _is_time(claim: Claim) -> bool:
    """Tell whether a time is a day, a month or a year as it is written, whole and by itself."""
    days = claim.written
    return days is not None and not claim.guess and days == Days(days.year, days.month, days.day, days.weekday)


def _is_one_act(earlier: Claim, times: Sequence[Claim]) -> bool:
    """Tell whether the sentence of the earlier time tells one act up to it, and that for this time alone."""
    text, span = earlier.sentence.within, earlier.sentence.span
    alone = not any(other.sentence is earlier.sentence and other.span < earlier.span for other in times)
    opens = _OPENS.fullmatch(text, span.start, earlier.span.start) is not None
    return alone and opens and len(_ACT.findall(text[span.start : earlier.span.start])) <= 1
