"""Numbers that belong to the name before them: "Boeing 787", "page 12", "Windows 8.1", "Formula One"."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.numerals import moving, unit_words
from factcheck.numerals.numeral import Numeral
from factcheck.patterns import pattern

_NAME = pattern(r"[\w’'&/-]*[A-Z](?:[\w’'&./-]*[\w’'&/-])?")
_COINED = pattern(r"[a-z][A-Z][a-z]")
"""In a name that somebody coined, of two words: "BlackBerry"."""
_LOWER = pattern(r"(?<!\w)[a-z]{4,}")
_PLURAL = pattern(r" (?:[a-z]{3,}s|[a-z]*<<people>>)\b")
_CLOSED = pattern(r"[,.;)](?!\d)| (?:and|while|of|in the|in its)\b|\Z")
_OWNED = pattern(r" (?:(?:new|other|planned|current) )?(?:[a-z-]+ )?(?:[a-z]{3,}s|<<people>>)\b(?! index)|-[a-z]{3,}\b")
_MANY = pattern(r" (?:are|were|have)\b")
_PARTY = pattern(r"(?:[,;]|\b(?:and|while)) the (?:[A-Z][\w’'-]* ){1,3}\Z")
"""A party before what it has: "38 seats, the Social Democrats 17"."""
_RIVAL = pattern(r"\d,? (?:to|and|against|versus|vs\.?|compared (?:with|to)) (?:[A-Z][\w.’'-]* ){0,2}[A-Z][\w’-]*[a-z]['’]s \Z")
"""Before what another has beside a number: "741 to Poe's [465] and Lowe's [143]"."""
_GAPPED = pattern(
    r"(?:\A|[A-Z][\w’'.-]*|\b<<parties>>) (?:(?:<<has>>|now|also) ){0,2}(?:<<have>>|<<winning>>|<<holding>>|scored)"
    r" (?:<<about>> )?(?:\d[\d,]*|<<counts>>) (?:of the \d[\d,]* )?(?:[a-z]+ )?[a-z]+s(?:,| and|, and|,? while)"
    r" (?:the )?(?:[A-Z][\w’'-]* ){1,3}\Z"
)
"""One that leaves out the verb and the noun of the one before: "Unity has 31 seats and Labour 35"."""
_DID_SO_MANY = pattern(
    r"(?:\A|[A-Z][\w’'.-]*) (?:(?:<<has>>|now|also) ){0,2}(?:[a-z]{2,}ed|lost|sold|built|made|sent|cut|shed|drew|lent)"
    r" (?:<<about>> )?\d[\d,]*(?: (?:[a-z]+ )?[a-z]+s)?(?: in [A-Z]\w+)?[,;] (?:and )?(?:the )?(?:[A-Z][\w’'-]* ){1,2}\Z"
)
"""Another that leaves out what the one before did: "Lum Air lost 38 flights, Norwing 22"."""
_SERIES_END = pattern(r"[.,;:)](?!\d)| (?:of|in|on|at|for|to|as|with)\b|\Z")
_VERB = pattern(r" ([a-z]+)(?![\w’'-])")
_POINTS_AHEAD = pattern(r" points <<ahead-or-behind>>\b")
"""Behind how far somebody is ahead: "that leaves Alder 12 points clear"."""
_PLURAL_VERBS = frozenset({"were", "are", "have"})
_PLACED = pattern(r"\b(?:In|Across|Near|Outside) (?:[A-Z][\w’'-]+ ){1,3}\Z")
"""A place that opens a sentence: what stands behind it is no part of its name ("In Bavaria 230 schools")."""
_VERSE = pattern(r":\d{1,3}(?![\w:]|\.\d| ?[aApP]\.?[mM]\b)")
_VERSION = pattern(r"\d{1,2}\.\d{1,2}")
_PERCENT = pattern(r" ?%|[ -]per ?cent")
_YEARS = (1500, 2100)
_LONGEST = 4
"""Digits of a number in a name; "Resolution 2254" has that many."""
_OPENED = pattern(r"(?<![\w’'])[a-z][a-z’']* \Z")
_CAPITAL = pattern(r" [A-Z][a-z]")
_WHOLE = pattern(r"\b(?:\d+|<<counts>>) of <<definite>> \Z")
_MEMBERS = pattern(r" [A-Z][a-z]+s(?:[,.;)]| (?:in|on|of|from|at|with|who|<<is>>|have|had|will|said)\b)")
"""What is counted out of a whole has a capital of its own: "four of the Five Democrats in the house"."""
_SEVERAL = pattern(r"(?:(?:,? (?:and|or|to|through) |, ?| ?[-–] ?)\d{1,4}(?!\d)){1,9}(?![\d%]|[.,]\d)")
_SEVERAL_ON = frozenset(" ,-–")
_BEFORE_NUMBER = frozenset(" #№")
_SENTENCE, _FAR = 60, 30
"""How far the words around a number are looked at, and the word before it."""


def digits(text: str, numeral: Numeral, stop: int) -> bool:
    """Tell whether a short plain number belongs to the name before it ("Boeing 787 test flights", "page 12").

    Not where it counts what follows ("in Ohio 40 people"), and not in a title where each word has a capital.
    """
    start, end = numeral.start, numeral.end
    if end - start > _LONGEST or text[start - 1 : start] not in _BEFORE_NUMBER or not text[start:end].isdigit():
        return _is_version(text, numeral, stop)
    word = word_before(text, start)
    if _is_of_series(text, word, start, end, stop):
        return True
    if _is_led(text, word, start):
        return not (word.islower() and _PLURAL.match(text, end, stop) and _is_determined(text, word, start))
    short = not (word.isupper() or _COINED.search(word))
    if word.islower() or end - start > _LONGEST - short or _YEARS[0] <= numeral.value <= _YEARS[1]:
        return False
    if text.startswith(" to ", end) and moving.moved(text, start):
        return False  # "Acme fell 4 to 95, Bolt 2 to 51"
    if _MANY.match(text, end, stop) or (word.endswith(("’s", "'s")) and _OWNED.match(text, end, stop)):
        return False  # "in Lyon 118 are left", "England's 21 seats"
    if word.endswith(("’s", "'s")) and _RIVAL.search(text, max(0, start - _SENTENCE), start):
        return False
    if not _is_name(text, word, start) or not _in_prose(text, start, end, stop) or _counts(text, end, stop):
        return False
    if _CLOSED.match(text, end, stop) and _has_so_many(text, word, start):
        return False
    return not (_PLURAL.match(text, end, stop) and _PLACED.search(text, max(0, start - _FAR), start))


def _has_so_many(text: str, word: str, start: int) -> bool:
    """Tell whether the name before a number is told to have so many, without a verb: "38 seats, the Social Democrats 17"."""
    before = max(0, start - _SENTENCE), start
    party = word.endswith("s") and _PARTY.search(text, *before) is not None
    near = max(0, start - 2 * _SENTENCE), start
    return party or any(told.search(text, *near) for told in (_GAPPED, _DID_SO_MANY))


def several(text: str, numeral: Numeral, stop: int) -> int | None:
    """Give where the numbers end that belong to the plural before them: "pages 12 and 14", "between junctions 8 and 10"."""
    goes_on = text[numeral.end : numeral.end + 1] in _SEVERAL_ON and text[numeral.start - 2 : numeral.start] == "s "
    if not goes_on or word_before(text, numeral.start).lower() not in lexicon.forms("labels", "plurals"):
        return None
    more = _SEVERAL.match(text, numeral.end, stop)
    return more.end() if more else None


def spelled(text: str, numeral: Numeral, stop: int) -> bool:
    """Tell whether a number word belongs to the name before it: "Formula One"."""
    word = word_before(text, numeral.start)
    if _is_led(text, word, numeral.start) or word in lexicon.forms("labels", "spelled"):
        return True
    named = _is_name(text, word, numeral.start) or opens_name(text, numeral.start, numeral.end, stop)
    return named and _in_prose(text, numeral.start, numeral.end, stop)


def graded(text: str, numeral: Numeral, stop: int) -> bool:
    """Tell whether a number word in lower case belongs to the word before it: "a category four storm", "on page two"."""
    word = word_before(text, numeral.start).lower()
    if _is_of_series(text, word, numeral.start, numeral.end, stop):
        return True
    if word not in lexicon.forms("labels", "graded"):
        return False
    return not (_PLURAL.match(text, numeral.end, stop) and _is_determined(text, word, numeral.start))


def _is_of_series(text: str, word: str, start: int, end: int, stop: int) -> bool:
    """Tell whether a number tells which of a series it is: "in week two.", but "last week two men left"."""
    series = word.lower() in lexicon.forms("labels", "series") and not _is_determined(text, word, start)
    return series and _SERIES_END.match(text, end, stop) is not None


def opens_name(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether a word with a capital, and another behind it, are a name within a sentence: "in Three Forks"."""
    if not text[start].isupper() or text[start - 1 : start] != " " or not _OPENED.search(text, max(0, start - _FAR), start):
        return False
    counted = _WHOLE.search(text, max(0, start - _FAR), start) and _MEMBERS.match(text, end, stop)
    return not counted and _CAPITAL.match(text, end, stop) is not None


def _is_led(text: str, word: str, start: int) -> bool:
    """Tell whether the word before a number is one that leads numbers of names, or ends a phrase that does ("Group of")."""
    return word in _leading() or (word in _ends() and text.endswith(_ends()[word], 0, start - 1))


def _is_version(text: str, numeral: Numeral, stop: int) -> bool:
    """Tell whether a number with a decimal point is the version of what stands before it ("Windows 8.1"), and no share of it."""
    if not _VERSION.fullmatch(text, numeral.start, numeral.end) or word_before(text, numeral.start) not in _versioned():
        return False
    return not (unit_words.behind(text, numeral, stop) or _PERCENT.match(text, numeral.end, stop))


def word_before(text: str, start: int) -> str:
    """Give the word or the sign that stands before a number, without what opens a quotation or a bracket."""
    words = text[max(0, start - _FAR) : start].rsplit(None, 1)
    return words[-1].lstrip("“\"'(‘[") if words else ""


def is_verse(text: str, numeral: Numeral) -> bool:
    """Tell whether a number is a chapter behind which a colon and its verse stand: "Romans [8]:31"."""
    verse = _VERSE.match(text, numeral.end) if text[numeral.end : numeral.end + 1] == ":" else None
    return verse is not None and word_before(text, numeral.start) in lexicon.forms("labels", "verses")


def _is_determined(text: str, word: str, start: int) -> bool:
    """Tell whether "the" or its like leads the word before a number: "at this stage 40 boats"."""
    words = text[max(0, start - 2 * _FAR) : start - 1 - len(word)].rsplit(None, 1)
    return bool(words) and words[-1] in lexicon.forms("labels", "determiners")


def _is_name(text: str, word: str, start: int) -> bool:
    """Tell whether the word before a number is a name: it has a capital, and not because a sentence begins with it.

    A dash may lead what opens one, behind the place and the day: "HULL, May 3 - [Some] 684 boats".
    """
    if word.istitle() and word.lower() in _leads():
        return False
    at = start - 1 - len(word)
    before = text[max(0, at - 2) : at].strip(' \n.!?:“"()')
    return bool(before) and _NAME.fullmatch(word) is not None and word not in lexicon.forms("calendar", "names")


def _in_prose(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether words without a capital stand around, as they do outside of titles."""
    line = max(text.rfind("\n", max(0, start - _SENTENCE), start), start - _SENTENCE, 0)
    after = text.find("\n", end, min(stop, end + _SENTENCE))
    return bool(_LOWER.search(text, line, start) or _LOWER.search(text, end, after if after >= 0 else min(stop, end + _SENTENCE)))


def in_prose(text: str, start: int, stop: int) -> bool:
    """Tell whether words without a capital stand around a place, as they do outside of titles."""
    return _in_prose(text, start, start, stop)


def _counts(text: str, end: int, stop: int) -> bool:
    """Tell whether a number counts: a noun stands behind it, or what was done by or to so many ("in Ohio 40 were hurt")."""
    verb = _VERB.match(text, end, stop)
    if verb is not None and (verb[1] in _PLURAL_VERBS or verb[1] in lexicon.forms("roles", "verbs", "acts")):
        return True
    return lexicon.nouns().at(text, end + 1, stop) is not None or _POINTS_AHEAD.match(text, end, stop) is not None


@cache
def _leads() -> frozenset[str]:
    """Give the words that lead to any number, and are no names: "some", "only"."""
    return lexicon.words("turns", "about") | lexicon.words("turns", "so-much") | {"another", "over", "under"}


@cache
def _leading() -> frozenset[str]:
    words = (word for entry in lexicon.entries("labels").values() for word in entry.get("words", ()))
    return frozenset(form for form, _ in lexicon.titled(lexicon.plain(words)))


@cache
def _ends() -> dict[str, tuple[str, ...]]:
    """Give the last words of what leads the number of a name in several words ("Group of")."""
    phrases = [phrase for phrase in _leading() if " " in phrase]
    return {last: tuple(p for p in phrases if p.endswith(f" {last}")) for last in {p.rpartition(" ")[2] for p in phrases}}


@cache
def _versioned() -> frozenset[str]:
    """Give the last words of what has versions."""
    words = (word for entry in lexicon.entries("labels").values() for word in entry.get("versions", ()))
    return frozenset(word.rpartition(" ")[2] for word in words)
