"""A headline in capitals -> the same words in the case of its story: "At Least 8 Dead" is read as "At least 8 dead".

Words tell by their case whether they are names. A headline that sets a capital to each word, or all of it in capitals, does not;
its story does. What the story has in lower case, and not more often with a capital within a sentence, is no name, nor is a word
of the language's own (`grammar`, hedges, units, numbers), a verb of the lexicon's or another form of a word of the story
("SELLS", "agreed to sell"), where the story never has it with a capital. What nobody tells stays as it is.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from factcheck import lexicon
from factcheck.lexicon import function_words
from factcheck.patterns import pattern

_WORD = pattern(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_WITHIN = pattern(r"(?<=[a-z,;] )[A-Z][^\W\d_]+")
"""A word with a capital that begins no sentence."""
_SMALL = pattern(r" (?:A|An|The|Of|In|On|At|To|By|For|And|With|Is|Are|Per) ")
"""Words that have a capital within a headline only where each has one."""
_LONG = 4
"""Letters from which on a word has a capital in a headline that gives one to each; "of" and "to" may have none."""
_INFLECTED = pattern(r"(?:i?ed|i?es|ing|s)\Z")
"""What verbs and nouns end in: of "sells" and "selling" there is one word."""
_FEWEST = 2
_READ = 6000
"""Code points of a story that tell how it writes its words."""


def of_story(headline: str, story: str) -> str:
    """Give a headline in the case of its story; one that is set like any sentence stays as it is."""
    if not _is_in_capitals(headline):
        return headline
    plain, named = Counter(_WORD.findall(story[:_READ])), Counter(_WITHIN.findall(story[:_READ]))
    inflected = {_uninflected(word) for word in plain if word.islower()}
    first = _WORD.search(headline)

    def recased(word: str) -> str:
        low = word.lower()
        if len(low) != len(word) or (word in named and not word.isupper() and named[word] >= plain[low]):
            return word
        if low not in _names() and (plain[low] > named[low.capitalize()] or low in _plain()):
            return low
        if not named[low.capitalize()] and (low in _verbs() or (len(low) >= _LONG and _uninflected(low) in inflected)):
            return low
        return low.capitalize() if word.isupper() and len(word) >= _LONG and not plain[word] else word

    at = first.end() if first else 0
    begin = headline[:at] if first is None or not headline.isupper() else headline[: first.start()] + first[0].capitalize()
    return begin + _WORD.sub(lambda match: recased(match[0]), headline[at:])


def _is_in_capitals(headline: str) -> bool:
    """Tell whether each word of some length has a capital."""
    words = [word for word in _WORD.findall(headline) if len(word) >= _LONG]
    enough = len(words) >= _FEWEST or _SMALL.search(headline) is not None
    return enough and all(word[0].isupper() for word in words)


def _uninflected(word: str) -> str:
    """Give a word in lower case without what verbs and nouns end in; a short one as it is."""
    return _INFLECTED.sub("", word) if len(word) >= _LONG else word


@cache
def _verbs() -> frozenset[str]:
    """Give the forms of the verbs that give a figure a role, none of which is a name of its own."""
    return frozenset(word for word in lexicon.forms("roles", "verbs", "acts") if word.islower()) - _names()


@cache
def _names() -> frozenset[str]:
    """Give the words that are names whatever a story says: months and days, and nationalities."""
    calendar = (name.lower() for name in lexicon.forms("calendar", "names") if name[0].isupper())
    return frozenset([*calendar, *(word.lower() for word in lexicon.words("subjects", "nationality"))])


@cache
def _plain() -> frozenset[str]:
    """Give words of the language's own that a story need not have."""
    grammar = function_words.AUXILIARIES | function_words.DETERMINERS | function_words.DEMONSTRATIVES | function_words.BEING
    hedges = (part for form in lexicon.forms("hedges") for part in form.split())
    units = (part for entry in lexicon.entries("units").values() for name in entry.get("names", ()) for part in name.split())
    numbers = (word for entry in lexicon.entries("numbers").values() for word in entry.get("words", ()))
    words = (*grammar, *hedges, *units, *numbers, *lexicon.words("grammar", "stops"), *lexicon.words("grammar", "per"))
    return frozenset(word for word in words if word.islower()) - _names()
