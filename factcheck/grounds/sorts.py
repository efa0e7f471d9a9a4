"""Whether parts of a whole are sorted by one thing, so that nothing is two of them: "12 in Basel and five in Bern".

Parts go in, an answer comes out. What stands behind a part tells what it was sorted by: a place, a time, a side of the compass,
an answer. Two ways of sorting may overlap ("11 from the north and 10 from the unions"), and so may places that can lie one in
the other ("60 in Europe, 45 in Germany"). Where the words behind two parts are no names, the same word may lead to both and
still tell of two things ("20 for rioting and 18 for looting"): of sums, and behind a sign that opens a breakdown, it does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import COUNTS, Claim
from factcheck.grounds import lands, whens
from factcheck.grounds.kinds import apart, are_exclusive, give_other_answers
from factcheck.patterns import pattern

_CUT = pattern(r"(?<!\b[A-Z])\.|[,;:()—–“”]|--| (?:and|while|but|plus)\b| - ")
"""Behind what tells of a part; a point behind a single letter is an abbreviation's ("the U.S.")."""
_LED = pattern(
    r"(?: to be(?= [a-z]+ed\b| <<participles>>\b))?"
    r"(?: [a-z]+){0,3}? (?P<by>in|on|at|from|for|by|to|with|as|of|under|over|within|across|near)"
    r" (?:<<determiner>> )?(?P<what>[^ ].*)",
)
_ABROAD = pattern(r"(?: [a-z]+){0,2} (?:abroad|overseas|elsewhere)")
_ONE = pattern(
    r"(?: (?:will|would|<<is>>|be|comes?|came|go|goes|went|[a-z]+ed)){0,3}"
    r" (?:in|on|at|from|for|by|to|with) (?:the|one|a single|this|that) "
)
"""Before one thing, that may be of a kind which another part tells of."""
_OF_THEM = pattern(r" of (?:them|those|whom|which)\b")
_OF_IT = pattern(r" (?:<<is>>|of (?:it|this|that|these)|each|apiece|per|a|an|more|so far|already|alone|since)\b")
"""Behind a sum beside others that are sorted: it is some of one of these, or of each."""
_FOR = pattern(r" (?:for|at|in|on|among) (?P<what>(?:(?:the|an?) )?[A-Za-z-]+(?: [a-z-]+)?)")
_WORD = pattern(r"[A-Za-z][\w’'-]*|\d+")
_AWAY = frozenset(["home", "abroad", "overseas"])
_COMPASS = frozenset(["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "centre", "center"])
_LONGER_NAME = pattern(r"[A-Z][a-z]+ [A-Z]")
"""A side of the compass or a nationality that is a part of a name: "West Virginia", "the European Union"."""
_STAND_INS = frozenset(
    [
        *("it", "them", "this", "that", "so", "yes", "no", "one", "the", "a", "an", "are", "were", "is", "was", "have", "had"),
        *("in", "on", "at", "for", "by", "to", "with", "of", "their", "its", "others", "other", "who", "which", "be", "been"),
        *("still", "remain", "remained", "rating", "ratings", "recommendation", "recommendations"),
    ]
)
_QUALIFIERS = frozenset(["new", "old", "former", "nearby", "neighbouring", "neighboring"])
"""Before a name: "from the new Alder Ltd"."""
_PLACES, _BODY = frozenset(["in", "on", "at"]), 4
"""Words that lead to places, and letters of an abbreviation that is a body with members, and no land."""


def are_apart(parts: Sequence[Claim], *, opened: bool = False) -> bool:
    """Tell whether nothing is two of some parts, as far as the words behind them go.

    Args:
        parts: figures of one sentence, in text order.
        opened: they stand behind a dash, a colon, a bracket or "made up of".

    """
    tails = _tails(parts)
    led = opened and all(part.kind not in COUNTS for part in parts) and all(_LED.fullmatch(tail) for tail in tails)
    if not led and any(not lexicon.words("sides", "exclusive").isdisjoint(_words(tail)) for tail in tails[1:]):
        sums = all(part.kind not in COUNTS for part in parts)
        answered = _answer_alike(parts, tails) or (sums and give_other_answers([frozenset(_words(tail)) for tail in tails]))
        if answered or not (any(map(_ABROAD.fullmatch, tails[-1:])) and all(map(_sort, tails))):  # "30 in Ghana and 20 abroad"
            return answered
    told = [tail for tail in tails if tail]
    sorts = [sort for tail in told if (sort := _sort(tail)) is not None]
    if not sorts or len(told) < 2:
        return True
    if len(sorts) < len(told):  # one of them is not sorted at all
        return opened and all(part.kind not in COUNTS and not _OF_IT.match(tail) for part, tail in zip(parts, tails, strict=True))
    made = all(part.kind not in COUNTS for part in parts) and {(by, kind) for by, kind, _ in sorts} == {
        ("in", "word"),
        ("of", "word"),
    }
    return (opened and (made or _are_of_one_list(sorts))) or _are_other_sorts(parts, sorts, opened=opened)


def answer_alike(parts: Sequence[Claim]) -> bool:
    """Tell whether each of some parts has another answer to one question: "16 rate it a buy, 14 a sell and 10 a hold"."""
    return _answer_alike(parts, _tails(parts))


def _answer_alike(parts: Sequence[Claim], tails: Sequence[str]) -> bool:
    """Tell whether each part has another answer to one question, and nothing is said beside it."""
    first = frozenset(_words(parts[0].sentence.within[parts[0].span.end : parts[1].phrase.start]))  # "50 beat estimates"
    known = _STAND_INS | first
    return any(
        not group.isdisjoint(first) and all((known | group).issuperset(_words(tail)) for tail in tails[1:])
        for group in apart("exclusive")
    )


def _are_other_sorts(parts: Sequence[Claim], sorts: Sequence[tuple[str, str, str]], *, opened: bool) -> bool:
    """Tell whether all parts are sorted in one way, each by something that holds none of the others."""
    first = sorts[0][1]
    if (apart := whens.are_apart([what for *_, what in sorts], of_times=first.startswith("time"))) is not None:
        return apart
    kinds = [(by, first if whens.is_relative(what) else kind) for by, kind, what in sorts]
    if len({*kinds}) > 1:  # "16 in the north, eight in the south and ten in the isles"
        return kinds.count(("in", "compass")) > 1 and {*kinds} == {("in", "compass"), ("in", "word")}
    kind, names = sorts[0][1], [what for _, _, what in sorts]
    if kind == "people":
        return are_exclusive({name.split()[-1] for name in names})
    if kind == "name":
        return not any(lands.may_hold(*two) for two in pairwise(name for name in names if name != "abroad"))
    if kind != "word" or opened or are_numbered(names):
        return True
    told_one = {_ONE.match(tail) is not None for tail in _tails(parts)}  # "on forwards and $6 million on one Brazilian"
    alike = len(told_one) == 1 or give_other_answers([frozenset(_words(tail)) for tail in _tails(parts)])
    return alike and any(_is_of_a_sum(part) for part in parts)


def _is_of_a_sum(part: Claim) -> bool:
    """Tell whether a part is one of a sum or a measure, whose unit it may leave out: "of the $4 million, [2 million] in coin"."""
    unit = part.quantity.unit if part.quantity is not None else None
    return part.kind not in COUNTS or unit not in (None, "person")


def answer_one_question(answers: Sequence[str]) -> bool:
    """Tell whether nobody gives two of some answers: "male" and "female", but not "male" and "foreign"."""
    return any(group.issuperset(answers) for group in apart("exclusive"))


def are_kinds_of_pay(parts: Sequence[Claim]) -> bool:
    """Tell whether parts are told in cash and in stock, which are two things: "$42 in cash and $61 in stock"."""
    told = [sort or ("",) * 3 for sort in told_by(parts)]
    return all(by == "in" for by, *_ in told) and answer_one_question([what for *_, what in told])


def leave_an_answer_out(parts: Sequence[Claim]) -> bool:
    """Tell whether some parts give answers to one question and not all there are: "20 gold and 10 silver" leaves bronze out."""
    told = [{*_words(_CUT.split(tail, maxsplit=1)[0])} for tail in _behind(parts)]
    for answers in lexicon.entries("sides")["answered"]["sets"]:
        given = [next((at for at, words in enumerate(answers) if not tail.isdisjoint(words)), None) for tail in told]
        if None not in given:
            return len({*given}) == len(given) < len(answers)
    return False


def give_all_answers(parts: Sequence[Claim]) -> bool:
    """Tell whether parts give all answers to one question, each in a word of its own: "11 gold, eight silver and 14 bronze"."""
    told = [tail.split() or [part.counted or ""] for part, tail in zip(parts, _tails(parts), strict=True)]  # "one silver"
    words = [tail[0].strip(" ,") for tail in told if len(tail) == 1]
    for answers in lexicon.entries("sides")["answered"]["sets"]:
        given = [next((at for at, of_it in enumerate(answers) if word in of_it), None) for word in words]
        if None not in given and len(given) == len(parts):
            return len({*given}) == len(given) == len(answers)
    return False


def _behind(parts: Sequence[Claim]) -> list[str]:
    """Give all that stands behind each figure, before the next part."""
    ends = [*(part.phrase.start for part in parts[1:]), parts[-1].sentence.span.end]
    return [part.sentence.within[part.span.end : end] for part, end in zip(parts, ends, strict=True)]


def _are_of_one_list(sorts: Sequence[tuple[str, str, str]]) -> bool:
    """Tell whether parts behind a sign are led by one word, of sources or ends: "30 from the lenders and 15 from Alder"."""
    return (
        len({by for by, _, _ in sorts}) == 1
        and sorts[0][0] != "in"
        and {kind for _, kind, _ in sorts} <= {"word", "name", "body"}
    )


def told_by(parts: Sequence[Claim]) -> list[tuple[str, str, str] | None]:
    """Give for each part what leads to the thing it is sorted by, the kind of that, and its words; None where nothing does."""
    return [_sort(tail) for tail in _tails(parts)]


def are_numbered(names: Sequence[str]) -> bool:
    """Tell whether all are one noun, numbered: "the first half", "the second half"."""
    last = {name.split()[-1] for name in names}
    return len(last) == 1 and len({*names}) == len(names)


def are_told(parts: Sequence[Claim]) -> bool:
    """Tell whether each of some parts is told by what it was sorted by, or by an answer that excludes the others."""
    answers = lexicon.words("sides", "exclusive")
    return all(_sort(tail) is not None or not answers.isdisjoint(_words(tail)) for tail in _tails(parts))


def told_behind(figure: Claim) -> str:
    """Give what a figure is told to be of or for, if that is no time: "$40 million [for the first mill]"."""
    own = _FOR.match(_tail(figure, None))
    return "" if own is None or whens.is_piece(own["what"]) or _kind(own["what"]).startswith("time") else own["what"]


def _tails(parts: Sequence[Claim]) -> list[str]:
    """Give what stands behind each of some parts."""
    return [_tail(one, two) for one, two in pairwise([*parts, None]) if one is not None]


def _tail(part: Claim, other: Claim | None) -> str:
    """Give what stands behind a part in its clause, before the next part; "of them" tells nothing."""
    named = part.kind in COUNTS and part.counted and part.counted not in lexicon.words("sides", "exclusive")
    start = part.phrase.end if named else part.span.end
    stop = part.sentence.span.end if other is None else other.phrase.start
    of_them = _OF_THEM.match(part.sentence.within, start, stop)
    start = of_them.end() if of_them else start
    return _CUT.split(part.sentence.within[start:stop], maxsplit=1)[0].rstrip()


def _sort(tail: str) -> tuple[str, str, str] | None:
    """Give the word that leads to what a part is sorted by, the kind of that, and its words; None where nothing leads to it."""
    led = _LED.fullmatch(tail)
    if led is None and (when := whens.alone(tail)):
        return "in", f"time: {when}", when
    if led is None:
        return ("in", "name", "abroad") if _ABROAD.fullmatch(tail) else None
    what = led["what"]
    return ("in" if led["by"] in _PLACES else led["by"]), _kind(what), what


def _kind(what: str) -> str:
    """Tell the kind of what a part is sorted by: a time, a side of the compass, a name, a nation, people, or a mere word."""
    first = what.split()[0]
    if when := whens.sort(what):
        return f"time: {when}"
    if first.lower() in _COMPASS and not _LONGER_NAME.match(what):
        return "compass"
    if what in lexicon.lands():
        return "name"
    if first in lexicon.words("subjects", "nationality") and not _LONGER_NAME.match(what):
        return "nation"
    if what in _AWAY:
        return "away"
    if first[0].isupper() or (first in _QUALIFIERS and what.split()[-1][0].isupper()):
        return "body" if len(first) >= _BODY and first.isupper() else "name"
    return "people" if _people().issuperset(what.split()[-1:]) else "word"


def _words(tail: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(tail)]


@cache
def _people() -> frozenset[str]:
    """Give nouns that count people."""
    entries = lexicon.entries("nouns").values()
    people = [entry for entry in entries if entry.get("person")]
    return frozenset(word for entry in people for key in ("words", "each", "plurals") for word in entry.get(key, ()))
