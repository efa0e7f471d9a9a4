"""Ages that no unit tells: "aged 46", "Ann Lee, 46, of Leeds", "in his forties"; "46-year-old" is a measure's."""

from __future__ import annotations

import re

from factcheck import lexicon
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral, ranges, tens_of_life
from factcheck.numerals import ages_of_groups as groups
from factcheck.patterns import pattern

KIND = "age"
PRIORITY = 16

_LED = pattern(r"\b(?:[Aa]ge[sd]?(?: of|:)?|[Aa]ged? between|[Tt]urn(?:ed|s|ing)|[Tt]he age of) \Z")
_AGE_IS = pattern(
    r"\b[Aa]ge (?:(?:of|for|at)(?: (?!<<is>>)[\w’'-]+){1,4} |)(?:<<is>>|being|remains|fell to|rose to)"
    r"(?: (?:now|still|<<about>>))? \Z"
)
"""Before what an age is: "the average [age of a player being] 29", "the voting [age is] 18"."""
_TURN = pattern(r"\b(?:I|you|we|they|who|to|will|would|could|might|soon) turn \Z")
_AS_OLD = pattern(r"\b([A-Za-z]+)(?: who (?:are|were))? as (?:young|old) as \Z")
"""Before the age of the youngest or the oldest: "children as young as [six]"."""
_OF_ONE = pattern(r"\b(?:an?|the|[a-z]+) <<somebody>> of \Z", re.IGNORECASE)
_YEARS_OLD = r"(?:\d{1,2}|<<counts>>)"
_LISTED = pattern(rf"\b[Aa]ge[sd]? {_YEARS_OLD}(?: (?:and|or)|(?:, {_YEARS_OLD})*,|(?:, {_YEARS_OLD})+,? (?:and|or)) \Z")
"""Before a further age: "aged 34, 41 and [52]"."""
_NAMED = pattern(r"\b[A-Z][\w’'-]*[a-z]\.? (?:[\w’'.-]+ )?[A-Z][\w’'-]*[a-z](?: Jr\.?| Sr\.?)?(?:, | \()\Z")
_OF_TWO = pattern(r"\b[A-Z][\w’'-]* (?:[A-Z][\w’'-]* )?and (?:[A-Z][\w’'-]* )?[A-Z][\w’'-]*[a-z], \d{1,2},? and \Z")
"""Before the second of two ages: "Ion and Petru Rusu, 19 and [22], died"."""
_SEVERAL = pattern(r"\b([A-Za-z][a-z]+s|[Cc]ouple), (?:\d{1,2},? (?:\d{1,2},? )?(?:and )?)?\Z")
_SEVERAL_CLOSED = pattern(r"(?:(?:, \d{1,2})?,? and \d{1,2}),(?! respectively\b)|,(?! respectively\b)(?= [a-z])")
"""About ages of people who have no names: "Brothers, [12] and [9], are safe"."""
_KIN = pattern(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Tt]he|[Aa]n?|\w+[’']s) (?:[a-z]+-?[a-z]+ ){0,2}(?:[a-z]+-)?([a-z]+[a-rt-z])"
    r"(?: [A-Z][\w’'-]+)?(?:, | \()\Z"
)
"""Before the age of one person who has one name at most: "his wife, [64], had left", "her son Jan, [9], left"."""
_SURNAME = pattern(r"(?<![-\w’'.])([A-Z][a-z’'-]*[a-z]), \Z")
_FIRST = pattern(r"(?:\A|\n)([A-Z][a-z]+[a-rt-z]), \Z")
"""Before the age of one person with whom a line opens: "Teacher, [43], wins"."""
_SPEAKER = pattern(r"\b(?:says|said|adds|added|recalls|recalled) [A-Z][\w’'-]*[a-z], \Z")
_TELLS = pattern(r", (?:of|who|whose|<<is>>|had|has|said|says|told|from|a|an|the|and|could|will|would|[a-z]+(?:ed|es))\b")
_VERB = pattern(r", ([a-z]+)")
_SHORT = pattern(r"[ -]?y(?:o|/o|\.o\.)(?![\w])")
_ALSO_MONTHS = frozenset({"April", "May", "June", "August"})
_ROLE = pattern(r", (?:an?|the|who|of|said|says)\b")
"""Behind the age of one whose name is that of a month."""
_CLOSED = pattern(r",|\)(?=[\s,.;])|[.;](?=\s|\Z)| (?:(?:and|of|who|is|was)\b|(?:--?|–|—) )")
_AND_NAMED = pattern(r"\b[A-Z][\w’'-]*[a-z], \d{1,2},? and [A-Z][\w’'-]*[a-z], \Z")
_SECOND_CLOSED = pattern(r"[,.;]| (?:<<is>>|<<has>>|who|of)\b")
"""About the second of two ages, each behind its name: "Emily, 16, and Pelham, [14], left"."""
_NOW = pattern(r"(?:\b[A-Z][\w’'-]+,? [Nn]ow|(?:\A|[.!?”\"\n] ?)Now) \Z")
_ALSO = pattern(r"\b[A-Z][\w’'-]*[a-z], also \Z")
_ALSO_CLOSED = pattern(r",(?= )")
_NOW_CLOSED = pattern(r",(?= [a-z])|, [A-Z][\w’'-]+,? [a-z]")
_THEN = pattern(r"(?<!\b[Tt]here )\b<<is>>(?: just| only| still| already| barely)? \Z")
_THEN_CLOSED = pattern(r" when (?:he|she|they|his|her|their|I)\b")
_AT = pattern(r"(?:\A|[.!?”\"\n] ?)At \Z")
_AT_CLOSED = pattern(r",? (?:he|she)\b|, (?:<<possessive>>|I)\b")
_STANDS_BEFORE = (",", " when ", " he ", " she ")
_STANDING = ((_ALSO, _ALSO_CLOSED), (_NOW, _NOW_CLOSED), (_THEN, _THEN_CLOSED), (_AT, _AT_CLOSED))
"""What leads and what closes somebody's age: "Lee, now 33, spoke", "Roe, also 62, lost", "was 14 when he left", "At 35, he"."""
_WILL_BE = pattern(
    r"\b(?:I(?:[’']m|[’']ll be| am| was| will be)|(?:[Ss]?[Hh]e|who)(?:[’']s|[’']ll be| is| was| will be))"
    r"(?: only| just| now| already)? \Z"
)
_BE_CLOSED = pattern(r"[,.;](?=\s|\Z)| (?:when|by|and|but|so|now|next|this|today|in|on|at the time)\b|\Z")
_DIED_AT = pattern(r"\b<<ended>> (?:[^.;:,“”\"]{1,40} )?at \Z")
"""Before the age at which somebody died or left: "died of a stroke at [85]"."""
_DEAD_AT = pattern(r"\b(?i:dead|dies) (?i:at) \Z")
_AT_DEATH = pattern(r"(?:1[3-9]|[2-9]\d|1[01]\d)(?=[.,;\n]|\Z| (?:in|after|from|of|following)\b)")
"""The age of one who died: "Columnist dead at [88]"; "two dead at 30 homes" and "dead at 5 in the morning" tell of none."""
_OVER = pattern(r"\b([Oo]ver|[Uu]nder)-\Z")
_PLURAL = pattern(r"['’]?s\b| <<age-groups>>\b")
_OLDEST = 125


def anchors() -> list[str]:
    """Give numbers, and what leads somebody's tens of years."""
    return [NUMERAL, *tens_of_life.LED]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a number of years that "aged" leads, that stands behind a person's name, or that somebody is."""
    if numeral is None and (tens := tens_of_life.read(text, start, stop)):
        return Mention(KIND, Span(tens[0].start, tens[1].end), *tens, ("year",))
    if numeral is None or numeral.scale > 1:
        return None
    if text[start - 1 : start] == "-" and (group := _of_group(text, numeral)) is not None:
        return group
    if start and text[start - 1] not in _LEADING:
        return None
    if numeral.value.numerator <= 0 or numeral.value > _OLDEST:
        return None
    short = _SHORT.match(text, numeral.end, stop) if text[numeral.end : numeral.end + 1] in (" ", "-", "y") else None
    if short is not None:
        return Mention(KIND, Span(numeral.start, short.end()), numeral, None, ("year",))
    if not start:
        return None
    led = _LED.search(text, max(0, start - 16), start) is not None or groups.is_told_by_end(text, start, numeral.end)
    ranged = led or groups.is_beside_anybody(text, start)
    numeral, far = ranges.pair(text, numeral, stop) if ranged else (numeral, None)
    led = led or (far is not None and far.value <= _OLDEST and _ends_list(text, far.end, stop))
    end = (far or numeral).end
    if numeral.value.denominator > 1 or not (led or _is_told(text, start, end, stop)):
        return None
    return Mention(KIND, Span(numeral.start, end), numeral, far, ("year",))


def _of_group(text: str, numeral: Numeral) -> Mention | None:
    """Read the age from which or up to which people are meant by it alone: "the over-65s"."""
    led = _OVER.search(text, max(0, numeral.start - 7), numeral.start)
    if led is None or not _PLURAL.match(text, numeral.end) or not 0 < numeral.value <= _OLDEST:
        return None
    bound = Mention("hedge", Span(led.start(1), led.end(1)), entry="more than" if led[1].lower() == "over" else "fewer than")
    return Mention(KIND, Span(numeral.start, numeral.end), numeral, None, ("year",), modifiers=(bound,))


def _is_told(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether a number is somebody's age by where it stands."""
    if text[start - 2 : start - 1] in _LISTING and _is_of_several(text, start, end):
        return True
    if text[start - 2 : start - 1] in _LISTING and _LISTED.search(text, max(0, start - 36), start):
        return _ends_list(text, end, stop)
    if text.endswith(" and ", 0, start) and _OF_TWO.search(text, max(0, start - 60), start):
        return text[end : end + 1] in (",", ".", ";")
    if text[start - 2 : start - 1] == "," or text[start - 1] == "(":
        return text[start].isdigit() and _is_beside_name(text, start, end)
    if text.endswith(" at ", 0, start) and _DIED_AT.search(text, max(0, start - 60), start):
        return groups.is_closed(text, end, stop)
    if text.endswith(" as ", 0, start) and (group := _AS_OLD.search(text, max(0, start - 40), start)) is not None:
        return lexicon.is_person(group[1].lower()) and _ends_list(text, end, stop)
    if text.endswith(" of ", 0, start) and _OF_ONE.search(text, max(0, start - 30), start):
        return _ends_list(text, end, stop)
    dead = _DEAD_AT.search(text, max(0, start - 12), start) and _AT_DEATH.match(text, start, stop)
    if dead or (text.endswith(" turn ", 0, start) and _TURN.search(text, max(0, start - 16), start)):
        return bool(dead) or groups.is_closed(text, end, stop)
    return _is_what_somebody_is(text, start, end, stop) or groups.is_of_group(text, start, end, stop)


def _is_of_several(text: str, start: int, end: int) -> bool:
    """Tell whether a number is the age of one of several people without a name: "Brothers, [12] and [9], are safe"."""
    several = _SEVERAL.search(text, max(0, start - 50), start) if text[start].isdigit() else None
    if several is None or not lexicon.is_person(several[1].lower()):
        return False
    closed = _SEVERAL_CLOSED.match(text, end)
    return closed is not None and (" and " in several[0] or " and " in closed[0])


def _ends_list(text: str, end: int, stop: int) -> bool:
    """Tell whether what follows leaves a further number behind "aged 34, 41 and" an age, and makes no count of it."""
    word = groups.NEXT.match(text, end, stop)
    return word is not None and word[1] != "of" and (groups.is_closed(text, end, stop) or str(word[1]).endswith("ed"))


def _is_beside_name(text: str, start: int, end: int) -> bool:
    """Tell whether a number behind a comma or in brackets is the age of who is named before: "Ann Lee, [46], of Leeds"."""
    if _has_surname(text, start, end) or _is_of_kin(text, start, end) or _is_second(text, start, end):
        return True
    signs = (")",) if text[start - 1] == "(" else (",", ".", ";", " ")
    closed = text[end : end + 1] in signs and _CLOSED.match(text, end)
    named = _NAMED.search(text, max(0, start - 60), start) if closed else None
    words = named[0].strip("(, ").split() if named is not None else ["the"]
    if words[-1] in _ALSO_MONTHS and _ROLE.match(text, end):  # "Lin May, [60], a baker"
        words.pop()
    return not any(_is_no_name(word) for word in words)


def _is_second(text: str, start: int, end: int) -> bool:
    """Tell whether a number is the second of two ages, each behind its name: "Emily, 16, and Pelham, [14], left"."""
    return _AND_NAMED.search(text, max(0, start - 60), start) is not None and _SECOND_CLOSED.match(text, end) is not None


def _is_what_somebody_is(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether somebody is, was or will be so old: "was [14] when he left", "Lee, now [33], spoke", "I'm [40]."."""
    if text.startswith(_STANDS_BEFORE, end):
        for led, closed in _STANDING:
            if led.search(text, max(0, start - 30), start) and closed.match(text, end, stop):
                return True
    if text[start].isdigit() and _AGE_IS.search(text, max(0, start - 60), start):
        return groups.is_closed(text, end, stop)
    return _WILL_BE.search(text, max(0, start - 24), start) is not None and _BE_CLOSED.match(text, end) is not None


def _is_of_kin(text: str, start: int, end: int) -> bool:
    """Tell whether a number between pauses is the age of somebody without a name: "the driver, 25, was held"."""
    kin = _KIN.search(text, max(0, start - 50), start)
    return kin is not None and text[end : end + 1] == (")" if text[start - 1] == "(" else ",") and lexicon.is_person(kin[1])


def _is_no_name(word: str) -> bool:
    return word in lexicon.forms("calendar", "names") or word.lower() in lexicon.words("grammar", "stops")


def _is_past(text: str, end: int) -> bool:
    """Tell whether a verb of the past follows behind a comma: ", kept"."""
    word = _VERB.match(text, end)
    return word is not None and (word[1] in lexicon.words("grammar", "past") or word[1] in lexicon.words("grammar", "one form"))


def _has_surname(text: str, start: int, end: int) -> bool:
    """Tell whether a surname alone leads who speaks, or with what is told of a person behind: "says Lee, 46", "Lee, 46, was"."""
    if text[end : end + 1] in (".", ",") and _SPEAKER.search(text, max(0, start - 30), start):
        return not text[end + 1 : end + 2].isdigit()
    first = _FIRST.search(text, max(0, start - 30), start) if text[end : end + 1] == "," else None
    if first is not None and lexicon.is_person(first[1].lower()):
        return True
    if text[end : end + 1] != "," or not (_TELLS.match(text, end) or _is_past(text, end)):
        return False
    named = _SURNAME.search(text, max(0, start - 30), start)
    return named is not None and named[1] not in lexicon.forms("calendar", "names")


_LEADING, _LISTING = frozenset(" ("), frozenset(",dr")
