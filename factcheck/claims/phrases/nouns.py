"""The words of a noun phrase: those up to one that ends it; among them known nouns, plurals and participles."""

from __future__ import annotations

import re

from factcheck import lexicon
from factcheck.patterns import pattern
from factcheck.values import frozen

_LONGEST = 8
_WORD = pattern(
    r" {1,2}[\"“‘']?(\d{1,2}s\b"  # "six 4s"
    r"|[^\W\d_](?:\.\w)+\.?(?:-\w+)*|[^\W\d_](?:\w|[.&](?=\w))*(?:['’–-]\w+)*(?:(?<=s)['’](?= [a-z]))?)[\"”’']?"
)
_MODEL = pattern(r" (\d{2,4}(?:-\d{2,4}[A-Z]{0,3})?)(?= [A-Za-z])")
"""The number of a model behind its maker: "40 Tern [650] boats", "two Tern [650-200] boats"."""
_INITIALS = pattern(r" \([A-Z][A-Z.]{1,6}\)(?= [A-Za-z])")
"""A name in short, in brackets behind it: "30 Lake Rescue Service [(LRS)] boats"."""
_BODY = pattern(r" of(?: the)?(?=(?: [A-Z][\w-]*){1,3} (?!<<grammar: past>>\b)[a-z]{3,}(?<![sui])s\b)")
"""Within the name of a body before the noun that it narrows: "two House [of] Lords committees"."""
PLURAL = pattern(
    r"[a-z]{2,}(?<![sui])(?<!\boversea)s\Z|[A-Z]{2,}s\Z|(?:[A-Z]\.){2,}s\Z|(?:[A-Z]\w*)?\d[A-Z]?s\Z|[A-Z]?[a-z]+<<people>>\Z"
    r"|[A-Z][a-z]*(?:[rsk]a[qe]l?|akistan|aud|uwait|emen|atar|man|mirat|hrain|desh|epal|omal|unjab|engal)is\Z"
    r"|<<plurals>>\Z"
)
"""What looks like a plural by its ending, letters with an "s" ("MPs"), peoples that end in "is", and plurals without an "s"."""
_HOLDING = frozenset({"holding", "backing"})
_OBJECT = pattern(r" (?:[A-Z]|(?:<<determiner>>|it|them|him|us)\b)")
_ARE_NOUNS = pattern(r" (?:<<is>>|<<has>>|of|found)\b")
"""Behind "remains" that no noun stands before: they are some."""
_DRAWN = pattern(r"['’](?:s|re|ve|ll|d|m)\Z")
_COMPOUND = pattern(r"-[a-z]")
_NOT = ("n't", "n’t")
_ONE = pattern(r"\b[Aa]n? \Z")
_MANY = frozenset({"people", "women", "men", "children"})
"""Plurals that do not look so."""
_NAMED_AS_STOPS = frozenset({"IS", "IT", "WHO"})
"""Names that look like words that end a phrase: "40 [IS] fighters"."""
_OF_ONE = {"person": "people", "child": "children"}


@frozen
class Phrase:
    """What a figure counts: the head noun as written, the words before it, and where words, noun and phrase stand.

    An elided phrase ("600 of them", "600 were killed") has no head.
    """

    end: int
    head: str | None = None
    start: int = 0
    begin: int = 0
    before: tuple[str, ...] = ()


def phrase(text: str, words: list[re.Match[str]], at: int, last: int) -> Phrase:
    """Make the phrase of a run of words: its head is the noun that begins with the word ``at`` and ends at ``last``."""
    start = words[at].start(1)
    return Phrase(last, text[start:last], start, words[0].start(1), tuple(word[1] for word in words[:at]))


def known(text: str, words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give the last of the first run of known nouns, with its end."""
    found = None
    for at, word in enumerate(words):
        if found is not None and word.start(1) < found[1]:  # inside a longer one: "police officers"
            continue
        noun = lexicon.nouns().at(text, word.start(1), words[-1].end())
        if noun is not None and _COMPOUND.match(text, noun[1]):  # "its investment-grade peers"
            noun = None
        owner = noun is not None and text.startswith(("’ ", "' "), noun[1]) and at + 1 < len(words)  # "11 doctors' [practices]"
        if noun is not None and not owner and (found is None or _runs_on(words, found, word)):
            found = at, noun[1]
        elif found is not None and word.start() >= found[1] and not is_participle(words[found[0]]):
            return (at, word.end(1)) if _is_within(words[found[0]], found[1], word) else found
    return found


def _is_within(known: re.Match[str], end: int, word: re.Match[str]) -> bool:
    """Tell whether a known noun only narrows the one right behind it, which no list has: "39 home [runs]"."""
    whole = end == word.start() == known.end() and word[1].islower()
    return whole and PLURAL.search(known[1]) is None and known[1] not in _MANY and PLURAL.search(word[1]) is not None


def run(text: str, at: int, stop: int, *, quoted: bool = False) -> list[re.Match[str]]:
    """Give the words that follow without punctuation, up to a word that ends a noun phrase or the end of a speech.

    A quotation that begins among them (or is ``quoted`` before them) may end among them.
    """
    found: list[re.Match[str]] = []
    while len(found) < _LONGEST:
        match = _next(text, at, stop, found)
        if match is None or _ends(text, match, found):
            break
        found.append(match)
        at = match.end()
        quoted = quoted or is_quoted(text, match)
        if at > match.end(1) and not quoted:
            break
    return found


def _next(text: str, at: int, stop: int, found: list[re.Match[str]]) -> re.Match[str] | None:
    """Give the next word; behind a name, over what stands within it ("House [of] Lords") and its letters ("[(LRS)]")."""
    if not found or not found[-1][1][0].isupper():
        return _WORD.match(text, at, stop)
    body = _BODY.match(text, at, stop) if PLURAL.search(found[-1][1]) is None else None
    at = body.end() if body else at
    short = _INITIALS.match(text, at, stop)
    at = short.end() if short else at
    return _WORD.match(text, at, stop) or _MODEL.match(text, at, stop)


def _ends(text: str, match: re.Match[str], found: list[re.Match[str]]) -> bool:
    """Tell whether a word ends the phrase of those before it: a verb, a preposition, another number."""
    word = match[1]
    if word.endswith(_NOT) or word in lexicon.words("numbers", "cardinals"):  # "4.5 million seven years ago"
        return True
    if word not in _NAMED_AS_STOPS and _stops(word.lower()):
        return bool(found) or word != "outside" or not _are_outsiders(text, match.end())
    if _goes_on(word, found) or _is_act(text, match, found):
        return True
    return word in _HOLDING and _holds(text, match, found)


def _are_outsiders(text: str, at: int) -> bool:
    """Tell whether a plural of people follows "outside": "two outside [experts]"."""
    match = _WORD.match(text, at)
    return match is not None and is_plural(match[1]) and lexicon.is_person(match[1].lower())


def without_act(text: str, start: int, words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out the verb of what an article before ``start`` shows to be one thing: "a 10-year mortgage [stands] at"."""
    if len(words) < 2 or not _ONE.search(text, max(0, start - 3), start):
        return words
    last = words[-1][1]
    return words[:-1] if last.islower() and PLURAL.search(last) and last not in lexicon.words("grammar", "no plurals") else words


def _holds(text: str, word: re.Match[str], before: list[re.Match[str]]) -> bool:
    """Tell whether what may be a noun is what those before it do: "residents [holding] licences", "a loan [backing] the bid"."""
    many = bool(before) and (PLURAL.search(before[-1][1]) is not None or before[-1][1] in _MANY)
    return many or _OBJECT.match(text, word.end(1)) is not None


def _is_act(text: str, word: re.Match[str], before: list[re.Match[str]]) -> bool:
    """Tell whether a word that looks like a plural is a verb: "a third of the public [remains] unsure", "the two [remains]"."""
    if word[1] not in lexicon.words("grammar", "acts that look like plurals"):
        return False
    if not before:
        return _ARE_NOUNS.match(text, word.end(1)) is None
    return before[-1][1] not in lexicon.words("grammar", "own remains")


def _stops(word: str) -> bool:
    """Tell whether a word, in lower case, ends a noun phrase, or one that is drawn together with its verb does ("that's")."""
    stops = lexicon.words("grammar", "stops")
    return word in stops or ("'" in word.replace("’", "'") and _DRAWN.sub("", word) in stops)


def is_quoted(text: str, word: re.Match[str]) -> bool:
    """Tell whether a quotation begins at a word."""
    return text[word.start(1) - 1] != " "


def _goes_on(word: str, before: list[re.Match[str]]) -> bool:
    """Tell whether a word says what those counted are doing: "40 people running", but "40 [engineering] workers".

    Behind adjectives alone it is one of them: "40 quiet working harbours".
    """
    if not before or not is_acting(word):
        return False
    return before[-1][1].endswith("ly") or any(_is_counted(noun[1]) for noun in before)


def is_acting(word: str) -> bool:
    """Tell whether a word in "ing" is none of those that are nouns."""
    if not word.endswith("ing") or not word.islower():
        return False
    return word not in lexicon.words("grammar", "gerunds") and word not in lexicon.forms("roles", "nouns")


def _is_counted(word: str) -> bool:
    return PLURAL.search(word) is not None or word in _MANY or lexicon.noun(word.lower()) is not None


def is_one_of(word: str, many: str) -> bool:
    """Tell whether a word names one of what a plural names: "bus" of "buses", "city" of "cities", "person" of "people"."""
    plurals = {
        f"{word}s",
        f"{word}es",
        f"{word[:-1]}ies" if word.endswith("y") else "",
        f"{word[:-2]}en" if word.endswith("man") else "",
        _OF_ONE.get(word, ""),
    }
    return many in plurals - {""}


def is_plural(word: str) -> bool:
    """Tell whether a noun looks like a plural, or is one that does not look so."""
    noun = lexicon.noun(word.lower())
    return PLURAL.search(word) is not None or word.lower() in _MANY or (noun is not None and noun.many)


def _runs_on(words: list[re.Match[str]], known: tuple[int, int], word: re.Match[str]) -> bool:
    """Tell whether a noun takes over from the one before: right behind it, or behind a participle."""
    noun = words[known[0]]
    beside = known[1] == word.start() and not is_participle(word) and noun[1] != "people"  # "25 people doctors have seen"
    beside = beside and not (PLURAL.search(noun[1]) and word[1] in lexicon.forms("roles", "acts"))  # "51% of members support it"
    return beside or is_participle(noun)


def is_participle(word: re.Match[str]) -> bool:
    """Tell whether a word is told of a noun rather than being one: "injured", "seized", "missing"."""
    return (
        word[1].lower() in lexicon.forms("roles", "verbs", "passives")
        or (word[1].endswith("ed") and word[1].rpartition("-")[2] not in lexicon.words("grammar", "no participles"))
        or word[1].lower() in ("dead", "missing", "homeless")
    )
