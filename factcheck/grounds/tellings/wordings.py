"""The words about a figure, and those behind a sum that say what it is: whether two figures are told in words that they share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import takewhile

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.patterns import pattern

_AROUND = 45
"""Code points before and behind a figure, about a line of a column."""
_BRACKETED = 40
"""Code points more where brackets stand among them, which are read over."""
_CLAUSE = pattern(r"[,;:()—–]|\b(?:after|before|said|says|saying|that|which|who|because|when|while|as|and|but)\b")
_BRACKETS = pattern(r" ?\([^()]*\) ?")
_LONG_WORD = pattern(r"\b[A-Za-z]{4,}")
_EXTREMES = {"low": "low", "lows": "low", "lowest": "low", "high": "high", "highs": "high", "highest": "high"}
_WORD = pattern(r"[a-z]+")
_BEHIND = 60
_NOUNS, _FIRST = 3, 2
_SHORTEST = 3
_STOP = pattern(
    r"[.;:()\"“”]|, (?:and|or|but|which|who|the|according|as|up|down|from|compared|will|would|<<is>>|has|had|said|could"
    r"|may|might|<<pronoun>>)\b"
)
_MARKS = ".,;:()“”\"'’"
_WHOLE = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAMED = pattern(r"\b[A-Z]\w+")
_ENDS = ("ements", "ement", "ments", "ment", "ings", "ing", "ers", "er", "ed", "es", "e", "s")
_TOKEN = pattern(r"[\w’'-]+")
_CLAUSE_BEHIND, _CLAUSE_IN_ALL = 4, 9
"""Words of one clause told twice that stand behind its figure, and all of them."""
_LAST = ("t", "g", "r", "d", "e", "s")
"""The letters that they end in; most words end in others."""


def shared(one: Claim, other: Claim) -> frozenset[str]:
    """Give the words that stand near both figures: "Mill sales drop 31 percent", "a drop of 31 percent in overall sales"."""
    return _about(one) & _about(other)


def mean_one_thing(one: Claim, other: Claim) -> bool:
    """Tell whether words near both figures are the same, or mean the same: "is [jailed] for", "was [sentenced] to"."""
    return bool(in_meaning(_about(one)) & in_meaning(_about(other)))


def of_one_extreme(one: Claim, other: Claim) -> bool:
    """Tell whether two spells of time both tell since when it was last so low: "13-month low", "the lowest in 13 months"."""
    return bool(_extremes(one) & _extremes(other))


def _extremes(figure: Claim) -> frozenset[str]:
    words = " ".join(near(figure)).lower()
    return frozenset(_EXTREMES[word] for word in _WORD.findall(words) if word in _EXTREMES)


def _about(figure: Claim) -> frozenset[str]:
    """Give the stems of the words of a figure's own clause that stand near it; short ones say nothing."""
    return stems(" ".join(near(figure)))


def stems(text: str) -> frozenset[str]:
    """Give the stems of the longer words of a text."""
    words = (word.lower() for word in _LONG_WORD.findall(text))
    stops = lexicon.words("grammar", "stops")
    return frozenset(stem(word) for word in words if word not in stops)


def near(figure: Claim) -> tuple[str, str, str]:
    """Give what stands before a figure, with it and behind it in its clause; a bracket that holds it alone parts nothing."""
    text, whole, begin, end = figure.sentence.within, figure.sentence.span, figure.phrase.start, figure.phrase.end
    if text[begin - 1 : begin] == "(" and text[end : end + 1] == ")":
        begin, end = begin - 1, end + 1
    before = _BRACKETS.sub(" ", text[max(whole.start, begin - _AROUND - _BRACKETED) : begin])[-_AROUND:]
    behind = _BRACKETS.sub(" ", text[end : min(whole.end, end + _AROUND + _BRACKETED)])[:_AROUND]
    return _CLAUSE.split(before)[-1], text[figure.span.end : figure.phrase.end], _CLAUSE.split(behind)[0]


def words(text: str) -> frozenset[str]:
    """Give the words of a text in lower case, without the marks about them."""
    return frozenset(word.strip(_MARKS) for word in text.lower().split())


def nouns(figure: Claim) -> frozenset[str]:
    """Give the words behind a sum that say what it is: "[one-time expenses]", "in [funding]", ", three-way [merger]"."""
    return frozenset(_behind(figure)[:_NOUNS])


def first_nouns(figure: Claim) -> frozenset[str]:
    """Give the nearest of the words behind a sum that say what it is, and the noun that they belong to."""
    return frozenset((*_behind(figure)[:_FIRST], *meaning(figure.counted or "")))


def around(figure: Claim) -> frozenset[str]:
    """Give the words on both sides of a sum, across its clauses."""
    text, sentence = figure.sentence.within, figure.sentence.span
    before = text[max(sentence.start, figure.phrase.start - _BEHIND) : figure.phrase.start]
    return frozenset(meaning(before + " " + text[figure.span.end : min(sentence.end, figure.span.end + _BEHIND)]))


def beside(figure: Claim) -> str:
    """Give the words of a figure's sentence without its own."""
    text, sentence = figure.sentence.within, figure.sentence.span
    return text[sentence.start : figure.span.start] + text[figure.span.end : sentence.end]


def all_beside(figure: Claim) -> frozenset[str]:
    """Give the words of a figure's sentence that mean something, without its own: short ones too ("oil", "GDP")."""
    return frozenset(meaning(beside(figure), _SHORTEST))


def names_of(claim: Claim) -> frozenset[str]:
    """Give the stems of the names of a headline; its first word has a capital whatever it is."""
    return names(claim.sentence.text.partition(" ")[2])


def in_meaning(words: frozenset[str]) -> frozenset[str]:
    """Give words with one name for those that newsrooms use for one thing: "jailed" and "sentenced"."""
    known = _meanings()
    return frozenset(known.get(word, word) for word in words)


@cache
def _meanings() -> dict[str, str]:
    """Give the stems of the lexicon's words that mean one thing, each with the name of its entry."""
    return {word: f"<{entry}>" for written, entry in lexicon.forms("meanings").items() for word in meaning(written, 1)}


def names(text: str) -> frozenset[str]:
    """Give the stems of the words with a capital in a text."""
    return frozenset(word for name in _NAMED.findall(text) for word in meaning(name, 1))


@lru_cache(maxsize=512)
def words_of(text: str) -> frozenset[str]:
    """Give the words of a text that mean something."""
    return frozenset(meaning(text))


def _behind(figure: Claim) -> list[str]:
    text, sentence, start = figure.sentence.within, figure.sentence.span, figure.span.end
    behind = text[start : min(sentence.end, start + _BEHIND)].removeprefix(")")  # "1.3 billion pounds ($2.7 billion) [writedown]"
    stop = _STOP.search(behind)
    return meaning(behind[: stop.start() if stop else None])


def meaning(text: str, shortest: int = _SHORTEST + 1) -> list[str]:
    """Give the words of a text that mean something, without hyphens and endings."""
    empty = _empty()
    words = (word.lower().replace("-", "") for word in _WHOLE.findall(text))
    return [stem(word) for word in words if len(word) >= shortest and word not in empty]


@cache
def _empty() -> frozenset[str]:
    """Give the words that mean nothing by themselves."""
    return lexicon.words("grammar", "common") | lexicon.words("grammar", "stops")


def stem(word: str) -> str:
    """Give a word in lower case without its ending: "announcements", "announced", "announce"; "trimmed" and "trim" have one."""
    for end in _ENDS if word.endswith(_LAST) else ():
        if word.endswith(end) and len(word) - len(end) >= _SHORTEST:
            word = word.removesuffix(end)
            break
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word


def are_in_one_clause(ours: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Tell whether the words before and behind two figures are the same from a name on that opens the clause of both.

    So it is with "Norway has made [five] tests of"; the mayor of Hull is no bishop of Hull.
    """
    before = _alike([_TOKEN.findall(words)[::-1] for words in (ours[0], theirs[0])])
    behind = _alike([_TOKEN.findall(words) for words in (ours[1], theirs[1])])
    if (
        len(behind) < _CLAUSE_BEHIND
        or len(before) + len(behind) < _CLAUSE_IN_ALL
        or not before[-1:]
        or not before[-1][0].isupper()
    ):
        return False
    led = (words[: [*_TOKEN.finditer(words)][-len(before)].start()] for words in (ours[0], theirs[0]))
    return all(not words.strip() or words.endswith((", ", " that ")) for words in led)


def _alike(words: Sequence[Sequence[str]]) -> list[str]:
    """Give the words with which two lists of words begin alike."""
    return [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(*words, strict=False))]
