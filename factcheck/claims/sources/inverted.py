"""A verb of saying before its source: “40 stayed,” said the mayor; “40 stayed,” said its chief economist, Jane Roe."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck import lexicon
from factcheck.claims.sources import speakers
from factcheck.claims.sources.sayings import Parts, Saying
from factcheck.lexicon.function_words import DETERMINERS
from factcheck.patterns import pattern

_APPOSED = pattern(r", (?:[A-Z][\w’'.-]* ){1,3}[A-Z][\w’'-]+(?=[.,])")
_CLOSED = pattern(r"(?:[,?!.—-][”\"’']{0,2}|[”\"’']{1,2},?)\s*\Z")
_QUOTED_BEFORE = pattern(r"(?:[”\"]|'')\s*\Z")
_NO_SPEAKER = frozenset([
    "that", "to", "in", "on", "at", "of", "as", "by", "when", "while", "after", "before", "during"
])  # fmt: skip
_LONGEST_NAME = 12


def stands(saying: Saying) -> bool:
    """Tell whether the source follows its verb: “...,” said the mayor."""
    text, cue, sentence = saying.text, saying.cue, saying.sentence
    before = text[max(sentence.start, cue.start - 6) : cue.start]
    if not _CLOSED.search(before):
        return False
    end = saying.until_pause(cue.end)
    after = text[cue.end : end].split()
    if not after or after[0] in _NO_SPEAKER or after[0].strip(",.") in lexicon.forms("calendar", "names"):
        return False
    if _QUOTED_BEFORE.search(before) is not None and saying.ends_speech(cue.start):
        return True
    return saying.fields.get("vouches", True) and text[end : end + 1] in ".," and _is_somebody(after)


def read(saying: Saying) -> Parts:
    """Read who follows the verb, with the name that stands beside a title, and what was said before it."""
    end, sentence = saying.until_pause(saying.cue.end), saying.sentence
    name = _APPOSED.match(saying.text, end, sentence.end)
    if name is not None and saying.text[end - 1].islower():  # "said its chief economist, [Jane Roe]"
        end = name.end()
    goes_on = saying.text.startswith((", and ", ", but "), end) and not saying.quoted.spans
    content = saying.trimmed(sentence.start, sentence.end if goes_on else saying.cue.start)
    return Parts(saying.trimmed(saying.cue.end, end), content)


def _is_somebody(words: Sequence[str]) -> bool:
    """Tell whether words are a name, or a short noun phrase, not a clause: "chief executive Jane Roe", "the company"."""
    if len(words) > _LONGEST_NAME or "that" in words or any(word[0].isdigit() or speakers.is_finite(word) for word in words):
        return False
    named = any(word[0].isupper() for word in words[:4])
    return named or (len(words) <= 4 and (words[0] == "one" or words[0] in DETERMINERS or words[0] in _somebodies()))


@cache
def _somebodies() -> frozenset[str]:
    """Give nouns of those who speak: "police", "critics"."""
    return frozenset({*lexicon.forms("sources", "speakers"), *lexicon.words("hedges", "officials say")})
