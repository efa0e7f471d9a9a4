"""Times of a clause about a noun, or of what a noun comes from: a line, a time and a figure go in, yes or no comes out.

behind the figure    "sales at the [40] shops fell in May", "[650 euros] for each pupil who came last year"
                     "from [nine] stages to seven next year"
before the figure    "under a deal signed in May, it pays [40] men", "a main laid in 1931 burst", "opened in 1968 and has [40]"
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.mentions import Mention
from factcheck.patterns import pattern

PARTICIPLE = r"(?:[a-z]+(?:ed|en|wn)|<<participles>>)"
"""What opens a clause without a finite verb: "signed", "built"."""
PRONOUN = r"(?:(?:to|of|with|for|by|from|in|on) (?:whom|which)|which|who|whose|where)"
_WHO_DOES = pattern(r" who [^,;:]*\Z")
_AND_DOES = pattern(
    r"\band (?:now |still )?[a-z]+(?<!s)s (?:<<definite>> [a-z]+ )?(?:(?:<<about>>|more than|up to|<<definite>>) )*\Z"
)
_DID = pattern(r"\b(?:that|which|who) (?:[a-z]+ ){0,3}?(?:was|were|had|[a-z]+ed) [^,;:]*\Z")
_WHAT_DID = pattern(r" (?:for|over) (?:[a-z-]+ ){1,3}(?:that|which) (?!(?:<<is>>|<<has>>|will)\b)[^,;:]*\Z")
"""Between a sum and the time of what it is for: "was told to pay $4 million [for faults that led to a fire] in May"."""
_FOR_DOING = pattern(r" for [a-z]+ing\b[^;:]*\Z")
"""Between a sum and the time of what it is for: "was fined 4 million [for hiding faults] in May"."""
_OF_WHAT_DID = pattern(
    r"[^,;:()]{0,20}? of <<definite>> [$€£]?\d[\d,.]*(?:(?! (?:since|after|before|when)\b)[^,;:()\d]){0,30}?"
    r" (?:that )?(?:<<pronoun>>|<<definite>> [a-z]+) (?:had )?(?:[a-z]+ed|<<grammar: past>>) (?:(?:in|on) )?"
)
_NEXT = pattern(r" ([a-z]+)\b")
_UNDER = pattern(rf"\A[\s“\"]*(?:<<grounds>>) <<determiner>> [^,;:]*\b{PARTICIPLE} (?:(?:in|on) (?:the )?)?\Z")
_IN_PAPERS = pattern(
    rf"\A[\s“\"]*(?:In|According to|With) [^,;:]*?\b(?:<<papers>>) [^,;:]*?\b{PARTICIPLE}\b"
    r"[^,;:]*?(?: (?:on|in|by) (?:the )?| )\Z"
)
"""Before the time with which figures were put out: "In figures released by the port on [Monday], 40 ships sailed"."""
_OF_PAPER = pattern(
    rf"\b(?:in|with|by|under|to|from|on|through) (?:<<determiner>> )(?:[A-Za-z-]+ ){{0,2}}(?!cases? )(?i:<<dated>>) {PARTICIPLE}"
    r" (?:(?:in|on) )?\Z"
)
"""Between a figure and the time of a paper: "keeps the [two] ports open under a treaty signed in 1953"."""
_OF_PLAN = pattern(r"Under (?:an?|the) [^,;:]{3,80}")
_PASSED = pattern(rf"\b{PARTICIPLE} (?:in|on) (?:the )?\Z")
_ACTS_NOW = pattern(r" [a-z]{3,}(?<![sui])s (?=(?:<<about>> )?(?:\d|[$€£]|<<counts>>\b))")
_BEGUN = pattern(r"\A[\s“\"]*(?:First |Originally )?<<beginnings>>\b[^,;:]*\b(?:in|on) (?:the )?\Z")
_BORN = pattern(r"\bborn (?:[^,;:.]{1,40} )?(?:in|on) \Z")
_FROM = pattern(r"\b(?:from|than) (?:(?:an?|the|<<about>>|more|than) )*\Z")
_OF_SUBJECT = pattern(r"\b(?:to|at|in|from|by|for) (?:<<definite>>|these|those) \Z")
_MOVED = pattern(r"(?: [\w-]+){1,3} (?:<<has>>|<<rising-or-falling>>)\b")
_HAPPENED = pattern(
    r"[^;:()“”\d]{0,60}?\b<<befallen>>\b[^;:()“”]{0,60}?"
    r" (?:after|when) (?:an?|the|two) [^,;:()“”]{3,90}? (?:(?:early |late )?on )?\Z"
)
"""Between those to whom something happened and when it did: "[40] people drowned when a boat sank off Leith on Sunday"."""
_PARTS = pattern(r", (?:some|most|many|half|[\d,]*\d|<<counts>>) of (?:them|whom) [^,;:]{1,60},")
_BOOKS = pattern(
    r"(?:[,;] (?:and |while |although |though |even though |as |but )?| (?:and|while|although|though|even though|as) )"
    r"(?:(?:<<definite>>|net|operating|pretax|pre-tax|gross|core|underlying|total|adjusted) )*"
    r"(?:<<profits>>|<<sales>>|margin)(?= (?:[a-z]{2,}ed|was|were|came|<<grammar: past>>)\b)"
)
_FIRST_TO = pattern(r"\b(?:first|only|[a-z]+est) (?:[a-z-]+ ){0,3}?to (?!the\b)[a-z]+ [^,;:]*\Z")
"""Before a figure of what somebody was the first to do since a time: "the first woman to win [four] titles since 2006"."""
_AND_THEN = pattern(r", (?:in|on) (?:the )?\Z")
_SO_MANY = pattern(r" (?:<<about>> )*[$€£]?\d[\d,.]*(?: (?:million|billion))?(?=[.,;)]|\s*\Z| (?:and|but)\b)")
"""Around the time of a clause that leaves its verb out: "In June it sold 40 cars, [in] May [35]"."""
_APPOSED = pattern(r"\A[^,;:]*\b[a-z]+, (?:in|on) \Z")
_VERB = pattern(r", (?:<<is>>|<<has>>|will|would)\b")
_BRACKETS = pattern(r" \([^()]{1,60}\)")
_NEAR = 60


def is_behind(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a time behind a figure is of another one that this comes to, of its subject, or of those whom a sum is for."""
    text, start = line.sentence.within, max(line.sentence.span.start, figure.start - _NEAR)
    if _AND_THEN.search(text, figure.span.end, time.span.start) and _SO_MANY.match(text, time.span.end):
        return True  # "In June it sold 40 cars, in May 35"
    if (
        _is_of_first(line, time, figure)
        or _comes_from(line, time, figure)
        or (figure.kind != "money" and _OF_PAPER.search(text[figure.span.end : time.span.start]))
        or (_OF_SUBJECT.search(text, start, figure.start) and _MOVED.match(text, figure.span.end, time.span.start))
    ):
        return True
    what = _WHO_DOES, _WHAT_DID, _FOR_DOING
    return figure.kind == "money" and any(each.search(text, figure.span.end, time.span.start) for each in what)


def is_part(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a time behind some of a whole is of the whole alone: "paid [4 million] of the 9 million it lent in May"."""
    return _OF_WHAT_DID.fullmatch(line.sentence.within, figure.span.end, time.span.start) is not None


def is_apposed(line: Line, time: Mention) -> bool:
    """Tell whether a time stands between commas behind what a sentence is of: "The next games, in 2027, will have 46 heats"."""
    text, start = line.sentence.within, line.sentence.span.start
    return _VERB.match(text, time.span.end) is not None and _APPOSED.search(text[start : time.span.start]) is not None


def _is_of_first(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a figure is of what somebody was the first to do since a time: it happened now."""
    text, start = line.sentence.within, line.sentence.span.start
    since = time.days is not None and time.days.form == "since"
    return since and _FIRST_TO.search(text, max(start, figure.start - _NEAR), figure.start) is not None


def leads(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a time before a figure is of what its clause rests on, or of a clause about its subject."""
    text, start = line.sentence.within, line.sentence.span.start
    led = text[start : time.span.start]
    if text.startswith(",", time.span.end) and (_BEGUN.search(led) or _BORN.search(led)):
        return True  # "Founded in 1998, it pays [40] men", "was born in 1933, the last of [11] children"
    if _PASSED.search(led) and _ACTS_NOW.match(text, time.span.end):
        return True  # "a bridge opened in 1932 carries [40] cars"
    if text.startswith((",", " by "), time.span.end) and _IN_PAPERS.search(led):
        return True
    if _UNDER.search(led) or _is_of_relative(text, time, max(start, time.span.start - _NEAR)):
        return True
    return _AND_DOES.search(text, time.span.end, figure.start) is not None and not text.startswith("this ", time.span.start)


def _comes_from(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a figure is what something comes from to another, whose time follows: "from [nine] stages to seven in May"."""
    text, start = line.sentence.within, line.sentence.span.start
    if _FROM.search(text, max(start, figure.start - _NEAR), figure.start) is None:
        return False
    between = (mention for mention in line.behind(figure.span.end) if mention.numeral is not None)
    level = next(between, None)
    return level is not None and level.span.end <= time.span.start and text.endswith(" to ", start, level.start)


def _is_of_relative(text: str, time: Mention, led: int) -> bool:
    """Tell whether a time closes a relative clause: what it is told of has its own verb right behind it."""
    following = _NEXT.match(text, time.span.end)
    verb = following is not None and lexicon.is_past(following[1])
    return verb and _DID.search(text, led, time.span.start) is not None


def is_of_plan(led: str) -> bool:
    """Tell by the words before a time that it is of a plan: "under a bill that it will consider in May, 40 halls close"."""
    return _OF_PLAN.fullmatch(led) is not None


def befell(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a day behind "when" or "after" is that on which something happened to those counted."""
    of_day = time.days is not None and time.days.weekday is not None
    if not of_day:
        return False
    return _HAPPENED.fullmatch(without_parts(line.sentence.within[figure.span.end : time.span.start])) is not None


def without_books(between: str, time: Mention) -> str:
    """Take out what joins another sum of the same books: "sales fell in the quarter[, and profit] dropped to 40 million"."""
    of_books = time.days is not None and time.days.kind == "period" and time.days.unit not in ("day", "week", "weekend")
    return _BOOKS.sub(" ", between) if of_books else between


def without_parts(between: str) -> str:
    """Take out what is told in an aside of some of them, or in brackets: "40 people, [most of them old,] have died since"."""
    between = _BRACKETS.sub("", between) if "(" in between else between
    return _PARTS.sub("", between) if ", " in between else between
