"""What somebody's share in a poll is: "Hale leads Lum [46 percent] to [39 percent]", "Hale was chosen by [37 percent]".

A line and one of its shares go in; the role of support comes out. That a poll is told of must stand in the sentence, in its
paragraph before it, or in what the story opens with; shares of those who "back" or "prefer" somebody need no poll.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims import Line
from factcheck.mentions import Mention
from factcheck.patterns import pattern

ROLE = "support"
_NAMED, _MORE = r"(?!(?:The|In|A|An|On|At|By|But|And)\b)[A-Z][\w’'-]*\.?", r"(?: (?:[A-Z][\w’'-]*\.?|de|van|von))"
_NAME = rf"{_NAMED}{_MORE}{{0,3}}"
_PERCENT = r"[\d.]+(?:%| per ?cent)"
_ABOUT = r"(?:<<about>> )*"
_TO = rf" to {_ABOUT}(?:{_NAME}[’']s? )?"
_FIRST = pattern(rf"{_TO}[\d.]+(?:%| ?per ?cent|(?=[,;]|\.?\s*\Z|\n))")
"""Behind the share of the one: "46 percent [to 39]", "46 percent [to Lum's 41 percent]"."""
_SECOND = pattern(rf"{_PERCENT}{_TO}\Z")
_LED = (
    rf"(?:\b(?:<<leading>>|<<level>>)(?: [\w’'.-]+){{0,5}}?,?(?: by| at| with| on)?"
    rf"|\b(?:{_NAME}(?: and {_NAME})?|<<pronoun>>)(?: <<is>>)?(?: still| now)? (?:ahead|in front|behind),?"
    r"|\b<<level>>[^;:“”.\d]{0,40}?(?:,|:| -{1,2}| –| —)"
    r"|\bwith) "
)
_LEADS = pattern(rf"{_LED}{_ABOUT}\Z")
_BACKED = pattern(rf"\b<<supporting>> (?:[\w’'.-]+ ){{1,5}}?(?:by )?{_ABOUT}\Z")
_PREFERRED = pattern(rf"\bprefer(?:s|red)? (?:[\w’'.-]+ ){{1,5}}?(?:by )?{_ABOUT}\Z")
_OF_VOTE = pattern(r" of (?:the |all )?(?:popular )?(?:votes?|ballots)\b")
_WITH = pattern(rf"(?:%| ?per ?cent)[^;:“”]{{0,40}}, (?:and |with ){_ABOUT}\Z")
_FOR = pattern(r" (?:for|going to) (?:the )?(?:[a-z]+ ){0,2}[A-Z]")
"""Behind the share of a third: "46 percent to 38, with 9 percent [for Lum]"."""
_LEVEL = pattern(rf"\b<<level>>(?: [\w’'.-]+){{0,5}}? (?:at|on|with) {_ABOUT}(?:[a-z]+ )?\Z")
_BY = pattern(rf"\b(?:<<chosen>> by|the (?:first )?choice of) {_ABOUT}\Z")
_THEN_BY = pattern(rf"\b<<chosen>> by [^;:“”]{{1,160}}(?:,| and|, and) (?:the )?{_NAME} by {_ABOUT}\Z")
_DRAWS = pattern(rf"\b{_NAME} <<draws>> {_ABOUT}\Z")
_GIVEN = pattern(
    rf"\b(?:[Pp]oll|[Ss]urvey)s?\b[^;:“”]{{0,80}}? (?:<<crediting>>|had|has|showed|shows|found|with) {_NAME}(?: (?:ahead|up))?"
    rf"(?: (?:at|on|with|by))? {_ABOUT}\Z"
)
_THEN_GIVEN = pattern(
    rf"\b(?:[Pp]oll|[Ss]urvey)s?\b[^;:“”]{{0,80}}? (?:<<crediting>>|had|has|showed|shows|found|with) {_NAME}(?: (?:at|on|with))?"
    rf" {_PERCENT}(?! of)[^;:“”]{{0,30}}?,?(?: and| while| to|,) {_NAME}(?:[’']s)?(?: (?:at|on|with))? {_ABOUT}\Z"
)
"""Before the second of two shares that a poll gives: "A poll had Lum at 47 percent [and Ode at]"."""
_WENT = pattern(
    rf"(?:\A|[.;,\n] ?|\b(?:and|but|while|that) )(?:{_NAME})(?:, [^,;:\d]{{3,40}},)?(?: <<has>>)?(?: also| since)?"
    rf" <<went>>"
    rf"(?: in (?:the|a) [^,;:\d]{{3,30}})? (?:to|from) {_ABOUT}"
    rf"(?:{_PERCENT}[^,;:“”\d]{{0,40}}?(?: \d{{1,2}})? (?:to|from) {_ABOUT})?\Z"
)
"""Before a share to or from which somebody went: "Lum has slipped 3 points to"."""
_HEADED = pattern(rf"(?:[:,;] |\b(?:finds|shows|says):? ){_NAME} {_ABOUT}\Z")
_SOMEBODY = rf"(?:{_NAMED}{_MORE}{{1,3}}|(?<=[a-z,] ){_NAME}|[Tt]he {_NAME}s)"
_AT = pattern(
    rf"\b{_SOMEBODY}(?:,? [^,;:.\d]{{3,40}},)? (?:(?:<<is>>|now|still|all) ){{0,3}}"
    r"(?:tied |(?:(?:comes?|came) in )?(?:<<nth>>|last) |stands? |stood |sits? |comes? in |came in "
    rf"|follow(?:s|ed)(?: {_NAME})? |(?:trails?|trailed)(?: (?:her|him|them))? )?(?:at|on|with) {_ABOUT}\Z"
)
"""Behind a name with a title or another, which no noun that opens a sentence is: "Sen. Ida Roe comes in [at] 9 percent"."""
_HAS = pattern(rf"(?:\A|[.\n“] ?|, |\b(?:and|while|but) ){_NAME} (?:<<have>>|<<holding>>) {_ABOUT}\Z")
_HAS_ENDS = pattern(r"(?= ?[,.;]|\s*\Z| (?:and|while|but)\b)")
"""Around the share of one who is named: "Lum had [36 percent] and Roe received [13 percent]"."""
_STRONGEST = pattern(
    r"\b[Ss]upport (?:for [^,;:]{1,40}? )?(?:is|was|runs|ran|remains) (?:low|high|strong|weak)est"
    rf" (?:among|in|with) [^,;:.]{{2,70}}, at {_ABOUT}(?:[\d.]+(?:%| per ?cent),? and (?:low|high|strong|weak)est"
    rf" (?:among|in|with) [^,;:.]{{2,70}}, at {_ABOUT})?\Z"
)
"""Before the share of those who back something most or least: "Support is strongest among farmers, at"."""
_SUPPORT_AT = pattern(
    r"\b[Ss]upport for (?:[\w’'-]+ ){1,6}(?:at|<<went>> to)"
    rf" {_ABOUT}\Z"
)
_POLL = pattern(r"\b(?i:<<surveys>>)\b")
_CLAUSE, _FAR, _OPENING = 180, 240, 240
"""Code points before a share in which it is told whose it is, and that a poll is told of."""


def of(line: Line, figure: Mention) -> Iterator[str]:
    """Give the role of support for a share that somebody has in a poll, or of those who back somebody."""
    if figure.kind != "percent":
        return
    text, start = line.sentence.within, figure.start
    begin = max(line.sentence.span.start - 2, start - _CLAUSE, 0)  # with what ends the sentence before
    if _OF_VOTE.match(text, figure.span.end):
        return
    backed = _FIRST.match(text, figure.span.end) and _BACKED.search(text, begin, start)  # the others back nobody
    told = backed or _is_of_two(text, begin, figure, _PREFERRED)
    told = told or any(each.search(text, begin, start) for each in (_STRONGEST, _SUPPORT_AT))
    if told or (_tells_of_poll(line, figure) and _is_standing(line, begin, figure)):
        yield ROLE


def _is_of_two(text: str, begin: int, figure: Mention, led: re.Pattern[str]) -> bool:
    """Tell whether a share is one of two that stand behind some words: "[54 percent] to 37", "54 percent to [37 percent]"."""
    if _FIRST.match(text, figure.span.end) and led.search(text, begin, figure.start):
        return True
    second = _SECOND.search(text, begin, figure.start)
    return second is not None and led.search(text, begin, second.start()) is not None


def _is_standing(line: Line, begin: int, figure: Mention) -> bool:
    """Tell whether the words about a share say that somebody has it."""
    text, start = line.sentence.within, figure.start
    if _is_of_two(text, begin, figure, _LEADS):
        return True
    if _FOR.match(text, figure.span.end) and _WITH.search(text, begin, start):
        return True
    if _HAS.search(text, begin, start) and _HAS_ENDS.match(text, figure.span.end):
        return True
    if line.sentence.kind == "headline" and _HEADED.search(text, begin, start):
        return True
    return any(led.search(text, begin, start) for led in (_LEVEL, _BY, _THEN_BY, _DRAWS, _GIVEN, _THEN_GIVEN, _WENT, _AT))


def _tells_of_poll(line: Line, figure: Mention) -> bool:
    """Tell whether a sentence, its paragraph before it or the story's opening tells of a poll."""
    text, span = line.sentence.within, line.sentence.span
    paragraph = text.rfind("\n", 0, span.start) + 1
    near = max(paragraph, figure.start - _FAR), min(len(text), span.end)
    return _POLL.search(text, *near) is not None or _POLL.search(text, 0, min(paragraph, _OPENING)) is not None
