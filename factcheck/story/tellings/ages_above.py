"""Links from the only age of a headline to the only one with which the story opens: "Teacher, 43, wins", "A 34-year-old teacher".

Both open their sentences, so that both are told of who the news is about; who that is has one noun in both, or nouns that one
person can have, and what is told of them behind has words in common. Where the body has the headline's number, or another age
where it opens, nothing is tied; nor where something was done to somebody and the story tells of nobody to whom it was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from factcheck import lexicon
from factcheck.claims import Claim, Line
from factcheck.grounds.tellings import openings, wordings
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.tellings import headlines

KIND = "age-above"
ROUND = 3
ONE = False
INHERITS: frozenset[str] = frozenset()

_OPENS = pattern(r"(?:[A-Z][\w’'-]*[ :]+){0,3}?([A-Za-z-]+),? (?:aged )?\Z")
_OPENS_OLD = pattern(r"(?:[Aa]n? )?\Z")
_OF_AGE = pattern(r"[Aa]n? (?:[a-z]+ ){0,2}?([a-z]+)(?:,? aged| of|,) \Z")
_BEFALLEN = pattern(r"(?:is |was |were )?<<befalling>>\b")
"""Behind an age: what became of somebody who may not open the story."""
_MINOR, _MALE, _FEMALE = pattern(r"<<minors>>"), pattern(r"<<males>>"), pattern(r"<<females>>")
_THEIRS = pattern(r"\b<<possessive>> (?:[a-z-]+ ){0,2}?([a-z]+)\b")
_APART, _WORDS, _PHRASE = 2, 2, 4
"""Years that two ages must be apart, for a birthday makes one; words that both tell of the one; and words of a noun phrase."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the link of the only age of a headline to the only one where the story opens, if they are one person's."""
    ages = [figure for figure in figures if figure.kind == "age" and figure.value is not None]
    above = [figure for figure in ages if figure.sentence.kind == headlines.KIND]
    if len(above) != 1 or len(ages) == 1:
        return
    body = [figure for figure in figures if figure.sentence.kind != headlines.KIND]
    opening = openings.sentences(lines)
    here = [figure for figure in ages if figure in body and any(figure.sentence is sentence for sentence in opening)]
    if len(here) != 1 or here[0].sentence is not opening[0] or any(figure.value == above[0].value for figure in body):
        return
    if _are_far(above[0], here[0]) and _are_of_one(above[0], here[0]):
        yield Link(KIND, above[0].id, here[0].id, "the age of whom the headline tells")


def _are_far(above: Claim, age: Claim) -> bool:
    ours, theirs = above.value, age.value
    return ours is not None and theirs is not None and abs(ours - theirs) >= _APART and above.is_single and age.is_single


def _are_of_one(above: Claim, age: Claim) -> bool:
    """Tell whether the headline's age and the story's are of one person, by nouns and by what is told of both."""
    ours, theirs = _who_above(above), _who(age)
    if not ours or not theirs or not _can_be_one(ours, theirs):
        return False
    after = [_behind(one) for one in (above, age)]
    told = [wordings.in_meaning(frozenset(wordings.meaning(text, 3))) for text in after]
    words = len(told[0] & told[1])
    if ours != theirs and (_tells_of(age, ours) or _tells_of(above, theirs)):  # "Woman, 82, killed by driver", "a driver, 19"
        return False
    if any(map(lexicon.is_person, _THEIRS.findall(age.sentence.text))):  # "swam with her mother"
        return False
    befallen = _BEFALLEN.match(after[0].removeprefix(ours).lstrip(" ,"))
    done = befallen is not None and not wordings.in_meaning(frozenset(wordings.meaning(befallen[0], 1))) & told[1]
    return not done and words > 0 and (words >= _WORDS or (befallen is None and _WORDS * words >= len(told[0])))


def _tells_of(age: Claim, noun: str) -> bool:
    return not {noun, noun + "s"}.isdisjoint(wordings.words(age.sentence.text))


def _behind(age: Claim) -> str:
    """Give what is told behind an age: "[boy drowns in lake]"."""
    return age.sentence.within[age.span.end : age.sentence.span.end].lstrip(" ,")


def _who_above(above: Claim) -> str:
    """Give the noun of whom a headline tells first, with the age right behind; empty where it is none."""
    text, start = above.sentence.within, above.sentence.span.start
    who = _OPENS.fullmatch(text, start, above.phrase.start)
    return _person(who[1]) if who else _who(above)


def _who(age: Claim) -> str:
    """Give the noun of the person with whom a sentence opens and whose age it tells; empty where it is none."""
    text, start = age.sentence.within, age.sentence.span.start
    if _OPENS_OLD.fullmatch(text, start, age.span.start):
        behind = map(str.lower, text[age.span.end : age.sentence.span.end].split()[:_PHRASE])
        phrase = takewhile(lambda word: word not in lexicon.words("grammar", "stops") and not lexicon.is_past(word), behind)
        return next(filter(lexicon.is_person, phrase), "")
    who = _OF_AGE.fullmatch(text, start, age.span.start)
    return _person(who[1]) if who else ""


def _person(word: str) -> str:
    return word.lower() if lexicon.is_person(word.lower()) else ""


def _can_be_one(one: str, other: str) -> bool:
    """Tell whether one person can have both nouns: no boy is a woman or a driver."""
    if one == other:
        return True
    nouns = one, other
    sexes = any(map(_MALE.fullmatch, nouns)), any(map(_FEMALE.fullmatch, nouns))
    return not all(sexes) and len({_MINOR.fullmatch(noun) is None for noun in nouns}) == 1
