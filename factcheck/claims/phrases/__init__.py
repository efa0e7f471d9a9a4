"""The noun phrase behind a figure: "15,000 [North Korean troops]", "a $12 billion [loan]", "9 percent of [voters]".

`heads` finds the head noun of a count among the words that `nouns` tells apart; what several words or figures share stands in
`shared`. A sum, a share or a measure has its noun in `amounts`, behind what leads to it, `announced`.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.claims.phrases import amounts, heads, nouns, shared
from factcheck.claims.phrases.nouns import Phrase as Phrase
from factcheck.mentions import Mention
from factcheck.numerals import Numeral
from factcheck.patterns import pattern
from factcheck.values import evolve

_ATTACHED = pattern(r"-([a-z]{3,})(?![\w-])")
_ROUGHLY = pattern(r"-(?:odd|some)(?= [a-z])")
"""Behind a figure: what it counts follows ("40-odd villages")."""
_OPENING, _CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")
_LOOK = 30
_OF = pattern(
    r"(?: out)? of (?:(?:(?:<<definite>>|last|this|next) )?(?:[A-Z][\w-]+ )?[\w-]+(?:['’]s|s['’])"
    r"(?: (?:top|last|first|[a-z]+est)(?= \d))?(?= (?:\d|[a-z]+ ))"
    r"|(?:<<definite>>|these|those(?! (?:who|with|in|of|from|[a-z]+ed)\b))\b"
    r"(?: (?:(?:last|first|top|past|next)(?= (?:\d|[a-z]+))|[a-z]+est(?= \d)))?)?"
)
"""From a count to the noun of those it is of: "four [of the mayor's] men", "three [of the last] 12 games"."""
_SIZED = pattern(r" \d[\d.,]*-(?:[a-z]+-)?[a-z]+(?= [A-Za-z])")
"""A size or an age before the noun of a count: "two [500-pound] bombs", "40 [15-year-old] pupils"."""
_JOINED = pattern(r",? (?:and|or|plus|as well as) ")
_LISTED = pattern(r"[\w’' -]{0,40},? (?:and|or|plus|as well as) ")
_THEY_FORESAW = pattern(r" [a-z]+(?<![sui])s <<has>> (?:(?:been )?<<foreseen>>|been expecting|hoped for|asked for|wanted)\b")
"""Behind "the" and a number: those who foresaw it are not counted, "fewer than the [85,000] economists had predicted"."""
_PRONOUN = pattern(
    r" of (?:them|th[eo]se(?! (?:(?!<<grammar: stops>> )[a-z-]+ )?(?!was\b|has\b)[a-z]{2,}(?<![sui])s\b)|whom|which|us)\b"
)
_MULTIPLE = pattern(
    r" times (?:<<multiplied>>\b|as (?:many|much|[a-z]+ as)|<<definite>>|more|less"
    r"|higher|lower|larger|bigger|greater|faster|smaller|what"
    r"|as (?:likely|often|fast|high|big|large|long|heavy|strong|deadly|common|expensive|dangerous)"
    r"|as [a-z]+(?=[.,;)]|\Z)|(?:(?!<<grammar: stops>>)[a-z-]+ ){0,3}(?:<<profits>>|<<sales>>|salary))"
    r"\b(?! than once)"
)
"""Behind a number that multiplies and counts nothing: "four [times as] many"."""
_OFTEN = pattern(r" times(?! (?:an?|per|in|on|this|last|since|each|every)\b)")
"""Behind a number with a fraction, which never tells how often: "3.4 [times] what it earns"."""
_TIMES = pattern(r" (?:last|earlier|previous|first)\b.*", re.DOTALL)


def behind(text: str, figure: Mention, stop: int, *, title: bool = False) -> Phrase:
    """Read the noun phrase behind a figure: what a count counts, what a share is of, what a sum or a measure is the size of.

    A ``title`` leaves articles out.
    """
    end, numeral = max(figure.span.end, *(hedge.span.end for hedge in figure.modifiers), 0), figure.numeral  # "40 or more men"
    if numeral is None:
        return Phrase(end)
    pronoun = _PRONOUN.match(text, end, stop)
    if pronoun is not None:
        return Phrase(pronoun.end())
    if figure.kind != "number":
        return amounts.behind(text, figure, stop, title=title)
    if text[end : end + 1] in _CLOSING and text[max(0, figure.start - 1)] in _OPENING:  # '"two or three" [boats]'
        end += 1
    if multiplies(text, figure, stop) or (text.endswith("the ", 0, figure.start) and is_foreseen(text, end)):
        return Phrase(end)
    roughly = _ROUGHLY.match(text, end, stop)
    end = roughly.end() if roughly else end
    attached = _ATTACHED.match(text, end, stop)
    return _attached(attached, end) if attached is not None else _of_count(text, figure, numeral, end, stop, title=title)


def _of_count(text: str, figure: Mention, numeral: Numeral, end: int, stop: int, *, title: bool) -> Phrase:
    """Read what a count counts, from ``end`` on: "15,000 [troops]", "four of the [rescued]", "two 500-pound [bombs]"."""
    of = _OF.match(text, end, stop)
    whole = _counted().match(text, _behind_of(text, of), stop) if of else None  # "29 of the 65 seats" are seats
    start = whole.end() if whole else _behind_of(text, of) if of else end
    sized = _SIZED.match(text, start, stop) if text[start + 1 : start + 2].isdigit() else None
    words = nouns.run(text, sized.end() if sized else start, stop)
    words = _without_verb(words) if title else words
    if len(words) > 1 and of is None and words[1][1] in lexicon.words("turns", "degrees") and lexicon.is_past(words[0][1]):
        return Phrase(end)  # "nine wanted longer breaks"
    one = numeral.value == 1 and figure.far is None
    head = heads.of_one if one else heads.of_many
    found = head(text, words, title=title, parted=of is not None)
    if words and not title and (found is None or shared.narrows_too(words, found)):
        words, found = shared.joined(text, words, stop) or (words, found)
    if found is None and of is not None and whole is None and of[0].endswith(" the"):
        found = _those_done_to(words)
    if found is None and numeral.vague and not title:
        found = _people_by_name(words)
    if found is None:
        return _of_shared(text, figure, words, stop) or Phrase(end)
    phrase = nouns.phrase(text, words, *found)
    return evolve(phrase, begin=sized.start() + 1) if sized else phrase


def _of_shared(text: str, figure: Mention, words: list[re.Match[str]], stop: int) -> Phrase | None:
    """Read the noun that a figure shares with one behind it: "four Danish [and two Finnish] guards"."""
    head = shared.head(text, figure.start, words, stop) if words else None
    end = words[-1].end(1) if words else figure.span.end
    return None if head is None else Phrase(end, head, end, words[0].start(1), tuple(word[1] for word in words))


def _behind_of(text: str, of: re.Match[str]) -> int:
    """Give where the words behind "of the" begin, with the space before them."""
    return of.end() - 1 if text[of.end() - 1] == " " else of.end()


def _those_done_to(words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give the participle that stands for those to whom it was done: "four of the [rescued] were ill"."""
    alone = words and nouns.is_participle(words[0]) and (len(words) == 1 or lexicon.is_past(words[1][1]))
    return (0, words[0].end(1)) if alone else None


def _people_by_name(words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give the one name behind a number that is left vague: "thousands of [Hmong] have fled"."""
    named = len(words) == 1 and words[0][1][0].isupper() and words[0][1] not in lexicon.forms("calendar", "names")
    return (0, words[0].end(1)) if named else None


def is_foreseen(text: str, end: int) -> bool:
    """Tell whether those who foresaw a number stand right behind it: "the 85,000 [economists had predicted]"."""
    return _THEY_FORESAW.match(text, end) is not None


def multiplies(text: str, figure: Mention, stop: int) -> bool:
    """Tell whether a number says how many times as much something is: it counts nothing and has no role."""
    if figure.kind != "number" or not text.startswith(" times", figure.span.end):
        return False
    fraction = figure.far is None and figure.numeral is not None and figure.numeral.value.denominator > 1
    return (_OFTEN if fraction else _MULTIPLE).match(text, figure.span.end, stop) is not None


def _attached(word: re.Match[str], end: int) -> Phrase:
    """Give the noun that a hyphen joins to its figure: "a 29-[member] crew"; "a 3-fold rise" has none."""
    if word[1] in lexicon.words("grammar", "attached") or (word[1].endswith("ed") and word[1] != "bed"):
        return Phrase(end)
    return Phrase(word.end(), word[1], word.start(1), word.start(1))


@cache
def _counted() -> re.Pattern[str]:
    """Give what reads the number of a whole: "of the [65] seats"."""
    words = lexicon.alternatives(lexicon.forms("numbers"))
    return pattern(rf" (?:\d[\d,.]*(?: (?:thousand|million|billion))?|(?:{words})(?:-(?:{words}))?)(?= )")


def _without_verb(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out the verb of a headline that looks like a plural, and what follows: "40 farms [finds bees]"."""
    told = lexicon.words("grammar", "titles")
    for at, word in enumerate(words):
        if word[1] in told and (at or (len(words) > 1 and words[1][1][0].isupper())):
            return words[:at]
    return words


def is_additional(line: Line, figure: Mention, phrase: Phrase) -> bool:
    """Tell whether a figure comes on top of another ("another 40", "40 more houses")."""
    more = lexicon.words("grammar", "more")
    text, start, end = line.sentence.within, figure.start, figure.span.end
    before = " ".join(text[max(line.sentence.span.start, start - _LOOK) : start].lower().split())
    behind_ = (*phrase.before, *_TIMES.sub("", text[end : end + _LOOK]).split()[:1])
    return before in more or before.endswith(_as_endings("more")) or any(word.lower().strip(".,;") in more for word in behind_)


def is_running(line: Line, figure: Mention) -> bool:
    """Tell whether a figure is a later state of an earlier one ("rose to 90")."""
    start = figure.start
    return " ".join(line.sentence.within[max(0, start - _LOOK) : start].lower().split()).endswith(_as_endings("running"))


@cache
def _as_endings(entry: str) -> tuple[str, ...]:
    return tuple(f" {word}" for word in lexicon.words("grammar", entry))


def is_listed(line: Line, figure: Mention, phrase: Phrase) -> bool:
    """Tell whether another figure is joined to this one by "and" ("19 children and two teachers")."""
    text, start, end = line.sentence.within, figure.start, phrase.end
    later = line.figure_behind(end)
    if later is not None and later.kind == figure.kind and _JOINED.fullmatch(text, end, later.start):
        return True
    earlier = line.figure_before(start)
    return earlier is not None and earlier.kind == figure.kind and _LISTED.fullmatch(text, earlier.span.end, start) is not None
