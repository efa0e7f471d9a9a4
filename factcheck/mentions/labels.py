"""Digits that name something: "SA-22", "Boeing 787", "24/7", "page 12", "5G". They are no figures, and so kept out of the way."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon, numerals
from factcheck.document import Span
from factcheck.lexicon import Phrases
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral, behind_names, money_words, opening_names, ranges, sides, unit_words
from factcheck.patterns import pattern

KIND = "label"
PRIORITY = 9

_NAME_BEFORE = pattern(r"[^\W\d_]{1,12}\d{0,3}-\Z")
_PREFIX = pattern(r"(?:<<early>>|magnitude|post|pre|non|sub|over|under|ex|of|a|to|by|in|for|and|or|minus)-")
_TOKEN = pattern(r"[\w.]*\d[A-Za-z]*(?:[-/:][\w]+)*")
_REST = pattern(r"[A-Z]{0,2}s?(?:-\d+[A-Z]*|-[A-Z]{1,2})?(?![\w%])")
_LONGEST_CODE = 9
_FOR = ("-for-", "-on-")  # an exchange, or sides: "a two-for-one split", "one-on-one"
_ISSUED = pattern(r" (?:rights?|bonus|scrip|stock split|share split)\b")
_JOINED = pattern(
    r"\d+(?:ers(?!\w)|-\d+<<th>>(?= [A-Z])|[A-Z][a-z]{2,}(?![\w])|\.[A-Z]{1,3}(?!\w)|(?:[-–/:.+]\d+)+|[A-Za-z]{1,3}\d+|"
    r"(?:[-–]\d+)*(?!(?:ST|ND|RD|TH)\b)[A-Z]{1,3}(?=[\s,.;)]|$))"
)
_PHONE = pattern(
    r"(?:\+?\d{1,3}[-. ])?(?:\(?\d{3}\) ?|\d{3}[-. ])?\d{3}[-.]\d{4}(?![-.]?\d)"
    r"|0\d{2,4}(?: \d{3,4} |-)\d{3,8}\b|1[38]\d\d-\d{3}-\d{3}\b"
)
_BEFORE_ZONE = pattern(r":\d\d(?: ?[aApP]\.?[mM]\.?)? ?[-+]\Z")
_ABROAD = pattern(r"\d{1,3}(?:[ .-]\(?\d{1,4}\)?){2,6}(?![\w%])")
_AFTER_NAME = pattern(r"[.,;)]| [a-z]|['’]s\b|\Z")
_VERSE = pattern(r"\d{1,3}:\d{1,3}(?:[-–]\d{1,3})?")
_LETTER = pattern(r"(?<![\w-])[A-Z]-\Z")
"""Before a number word of a name: "the K-[one] class"."""
_SYMBOL = pattern(r"(?<![\w/])[A-Z][A-Z.]{0,8}/(?:[\w.]{1,9}/){0,3}\Z")
"""Before the number of a document: "A/[48]/181"."""
_ADDRESS = pattern(r"\d+[A-Za-z]\w{4,}")
_OPENS = pattern(r"(?:(?:\A|\n)[ \t]*|(?:[a-z]|\b)[a-z]{3}[.!?][”\"]?[ -]{1,3})[(\[]?\Z")
_LISTED = pattern(
    r"\d{1,2}[.)\]] +(?=[A-Z“\"])|\d{1,2}(?:\.\d{1,2})+ +(?=(?:The|This|These|An?|In|On|At|It|He|She|As|For|With|If|When) )"
)
_COMPOUND = pattern(r"-([a-z]+)(?![\w’'])")
_PERCENT = pattern(r" ?(?:%|per ?cent\b|pct\b)")


def anchors() -> list[str]:
    """Give numbers."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read digits that letters and a hyphen lead, that a name leads, or groups of digits that no range joins."""
    if start and text[start - 1] in _MARKING and numeral and _is_mark(text, start, numeral.end):
        return Mention(KIND, Span(start, numeral.end))
    if start and _is_glued(text, start):
        return _glued(text, start, stop, numeral)
    if numeral is None:
        return None
    end = opening_names.end(text, start, numeral.end, stop) or _verse(text, numeral, stop) or _clause(text, numeral)
    end = end or _exchanged(text, numeral, stop)
    if end is not None:
        return Mention(KIND, Span(start, end))
    if numeral.spelled:
        return _spelled(text, numeral, stop)
    if (rival := sides.rival(text, numeral, stop)) is not None and _PERCENT.match(text, rival.end, stop):
        return None  # "led Smith 62-38 percent"
    if (end := behind_names.several(text, numeral, stop)) is not None:
        return Mention(KIND, Span(start, end))
    if behind_names.digits(text, numeral, stop) or _is_code(text, numeral, stop):
        return _until(start, _REST.match(text, numeral.end, stop), numeral.end)
    return _lettered(text, numeral, stop) or _listed(text, numeral, stop) or _joined(text, start, stop, numeral)


def _is_glued(text: str, start: int) -> bool:
    """Tell whether digits go on from what stands before them without a blank: "SA-22", "x^2", "ID.3"."""
    before = text[start - 1]
    return before in _GLUING or (before == "." and text[start - 2 : start - 1].isalnum())


def _glued(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a power, what is below a stroke, a version ("ID.3", and what is left of "v2.0.5"), or a name behind its letters."""
    before = text[start - 1]
    if before == ".":
        return _until(start, _TOKEN.match(text, start, min(stop, start + 40)), start + 1)
    if before == "^" or (before == "/" and text[start - 2 : start - 1].isdigit()):
        return Mention(KIND, Span(start, numeral.end)) if numeral and not numeral.spelled else None
    return _named(text, start, stop, numeral)


def _verse(text: str, numeral: Numeral, stop: int) -> int | None:
    """Give where chapter and verse of a scripture end: "John 3:16"."""
    verse = _VERSE.match(text, numeral.start, stop) if behind_names.is_verse(text, numeral) else None
    return verse.end() if verse else None


def _clause(text: str, numeral: Numeral) -> int | None:
    """Give where a number ends that stands in brackets right behind others, or a digit: "Rule 11(b)(2)", "section 4(2)"."""
    if text[numeral.start - 1 : numeral.start] != "(" or not text.startswith(")", numeral.end) or numeral.spelled:
        return None
    return numeral.end if text[numeral.start - 2 : numeral.start - 1] in _BEFORE_CLAUSE else None


def _exchanged(text: str, numeral: Numeral, stop: int) -> int | None:
    """Give where an exchange of so many for so many ends: "two-for-one", "one for four rights"."""
    led = next((words for words in (*_FOR, " for ") if text.startswith(words, numeral.end)), None)
    far = numerals.read(text, numeral.end + len(led), stop) if led else None
    if far is None or (led == " for " and not _ISSUED.match(text, far.end, stop)):
        return None
    return far.end


def _is_mark(text: str, start: int, end: int) -> bool:
    """Tell whether a number is the mark of a note ("the form[3]"), a character ("&#8220;"), a firm ("<FOUR>") or a zone."""
    if text[start - 1] == "<":
        return text[end : end + 1] == ">"
    if text[start - 1] == "[":
        return text[end : end + 1] == "]" and text[start - 2 : start - 1] not in _APART
    if text[start - 1] == "#":
        return text[start - 2 : start - 1] == "&" and text[end : end + 1] == ";"
    return end - start == _ZONE_DIGITS and _BEFORE_ZONE.search(text, max(0, start - 12), start) is not None


def _joined(text: str, start: int, stop: int, numeral: Numeral) -> Mention | None:
    """Read groups of digits that no range joins, and telephone numbers."""
    behind = text[numeral.end : numeral.end + 1]
    if text[start - 1 : start] == "+" and (abroad := _ABROAD.match(text, start, min(stop, start + 40))):
        return Mention(KIND, Span(start, abroad.end()))
    if behind not in _JOINS or numeral.end - numeral.start > _LONGEST_CODE or (behind == " " and text[start] != "0"):
        return None
    phone = _PHONE.match(text, start, min(stop, start + 30)) if text[start].isdigit() else None
    if phone is not None:
        return Mention(KIND, Span(start, phone.end()))
    if behind == "p" and _behind().at(text, numeral.end + 2, stop) is not None:  # "1080p video"
        return Mention(KIND, Span(start, numeral.end + 1))
    joined = _JOINED.match(text, start, min(stop, start + 40))
    if joined is None or joined.end() <= numeral.end or numeral.part:
        return None
    if text[joined.end() - 1] not in "tdh" and ranges.pair(text, numeral, stop)[1]:  # "3-69th Armor" is no range
        return None
    if behind.isalpha() and (unit_words.behind(text, numeral, stop) or money_words.behind().at(text, numeral.end, stop)):
        return None
    return Mention(KIND, Span(start, joined.end()))


def _until(start: int, match: re.Match[str] | None, end: int) -> Mention:
    return Mention(KIND, Span(start, max(end, match.end()) if match else end))


def _is_code(text: str, numeral: Numeral, stop: int) -> bool:
    if text[numeral.end : numeral.end + 1] != " " or text[numeral.end + 1 : numeral.end + 2] not in _first_behind():
        return False
    return text[numeral.start : numeral.end].replace(".", "").isdigit() and _behind().at(text, numeral.end + 1, stop) is not None


def _lettered(text: str, numeral: Numeral, stop: int) -> Mention | None:
    """Read "5G" and "4K TV"."""
    digit = text[numeral.start : numeral.start + 1]
    end = numeral.start + 2
    entry = _letters().get(text[numeral.start + 1 : end]) if digit.isdigit() else None
    inside = text[end : end + 1].isalnum() or text[numeral.start - 1 : numeral.start].isdigit()
    if entry is None or int(digit) > entry[0] or inside:
        return None
    if entry[1] and _behind().at(text, end + 1, stop) is None:
        return None
    return Mention(KIND, Span(numeral.start, end))


def _listed(text: str, numeral: Numeral, stop: int) -> Mention | None:
    """Read the number of a list's item at the start of a line: "1. Vote", "(2) Count", "5.2 The"."""
    behind = text[numeral.end : numeral.end + 1]
    if not (behind in _AFTER_ITEM or (behind == " " and "." in text[numeral.start : numeral.end])):
        return None
    opens = _LISTED.match(text, numeral.start, stop) and _OPENS.search(text, max(0, numeral.start - 24), numeral.start)
    return Mention(KIND, Span(numeral.start, numeral.end)) if opens else None


def _spelled(text: str, numeral: Numeral, stop: int) -> Mention | None:
    """Read a number word that belongs to a name ("Formula One") or makes an adjective that counts nothing known ("six-speed")."""
    if text[numeral.end : numeral.end + 1] == "-" and not numeral.vague and not numeral.part:
        return _compound(text, numeral, stop)
    if text[numeral.start - 1 : numeral.start] != " ":
        return None
    if not text[numeral.start].isupper():
        return Mention(KIND, Span(numeral.start, numeral.end)) if behind_names.graded(text, numeral, stop) else None
    names_it = behind_names.spelled(text, numeral, stop) or _is_channel(text, numeral)
    return Mention(KIND, Span(numeral.start, numeral.end)) if names_it else None


def _is_channel(text: str, numeral: Numeral) -> bool:
    """Tell whether a number word with a capital is the name of a broadcaster: "on Five television"."""
    return behind_names.word_before(text, numeral.start) in _BEFORE_CHANNEL and _AFTER_NAME.match(text, numeral.end) is not None


def _compound(text: str, numeral: Numeral, stop: int) -> Mention | None:
    word = _COMPOUND.match(text, numeral.end, stop)
    if word is None or _is_counted(text, numeral, word, stop):
        return None
    return Mention(KIND, Span(numeral.start, word.end()))


def _is_counted(text: str, numeral: Numeral, word: re.Match[str], stop: int) -> bool:
    """Tell whether the word behind a hyphen is counted ("five-man", "12-member") and not only a trait ("six-speed")."""
    if word[1] in lexicon.forms("nouns") or unit_words.behind(text, numeral, stop):
        return True
    if numeral.value > 1 and ranges.pair(text, numeral, stop)[1] is not None:  # "two-four planes", not "a one-two punch"
        return True
    return word[1] in lexicon.forms("labels", "joins") or money_words.behind().at(text, word.start(1), stop) is not None


def _named(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    if numeral is not None and numeral.spelled and _LETTER.search(text, max(0, start - 3), start):
        return Mention(KIND, Span(start, numeral.end))
    address = _ADDRESS.match(text, start, min(stop, start + 40)) if text[start - 1] == "/" else None
    if address is not None:
        return Mention(KIND, Span(start, address.end()))
    before = _NAME_BEFORE.search(text, max(0, start - 14), start)
    if before is None and text[start - 1] == "/":
        before = _SYMBOL.search(text, max(0, start - 32), start)
    if before is None or _PREFIX.fullmatch(before[0].lower()):
        return None
    return _until(start, _TOKEN.match(text, start, min(stop, start + 40)), start + 1)


_BEFORE_CLAUSE = frozenset(")0123456789")
_MARKING, _GLUING, _ZONE_DIGITS = frozenset("[#+-<"), frozenset("^/-"), 4
_APART = frozenset(" \u00a0")  # before a bracket with a number that is no note: "the first [15] metres"
_JOINS = frozenset("-–/:.+) ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_BEFORE_CHANNEL = frozenset({"on", "at", "in", "to", "from", "via", "with"})
_AFTER_ITEM = frozenset(".)]")


@cache
def _first_behind() -> frozenset[str]:
    return frozenset(first[0] for first in _behind().firsts())


@cache
def _behind() -> Phrases[str]:
    return Phrases(lexicon.plain(word for entry in lexicon.entries("labels").values() for word in entry.get("behind", ())))


@cache
def _letters() -> dict[str, tuple[int, bool]]:
    """Give the letters at the number of a name, with the largest such number, and whether a word must stand behind."""
    entries = lexicon.entries("labels").values()
    return {entry["letters"]: (entry["up_to"], "behind" in entry) for entry in entries if "letters" in entry}
