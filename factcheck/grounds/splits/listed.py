"""How three shares or more are told one by one in one form: "wool makes up 44 percent of sales, silk 36 and felt 20 percent".

The first share with the words before it, or the first, the last so far and the next go in; whether they are told so comes out.
What each is of stands before it, without a verb or with that of the first, or behind it, led by "by". Where as many as three
are told so, they are parts of what the first one is of: only people can be two of several kinds, and only lands lie in others.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.grounds import lands
from factcheck.grounds.kinds import are_exclusive
from factcheck.grounds.splits.clauses import NEAR, between, is_closed
from factcheck.patterns import pattern

FEWEST = 3
_STOPS = (
    r"(?!(?:in|on|at|for|from|by|to|with|of|among|after|before|since|during|under|than|or|but|as|up|down|if|when|which|who|that"
    r"|versus|against|compared|respectively|<<pronoun>>)\b)"
)
_WORD = r"[A-Za-z<][\w’'&./<>-]*"
_WHAT = rf"(?<![\w’'-])(?P<what>{_STOPS}{_WORD}(?: {_STOPS}{_WORD}){{0,7}}?)"
_VERB = r"(?P<verb>(?: (?:would|will|should|could|now|also))*? (?:<<sides: make-up>>|<<own>>))?"
_MAKES_UP = pattern(rf"{_WHAT}{_VERB} {NEAR}\Z")
_THEN_MAKES_UP = pattern(rf"(?P<of> of [^,;:()%]{{1,60}}?)?(?:,? and|,? while|,? with|,) {_WHAT}{_VERB},?(?: for)? {NEAR}")
_NAMED = pattern(rf"(?:,? and|,? while|,? with|,) {_WHAT}{_VERB},?(?: for)? {NEAR}(?=\d|<<counts>>\b)")
_OF_IT = pattern(
    r" of (?!(?:<<possessive>>|each)\b)(?P<what>(?:[\w’'.-]++ ?){1,8}?)(?= ?[,;:()%]| (?:and|while|in|at|on|for)\b|\Z)"
)
_REST = pattern(rf",? and {_WHAT}{_VERB},?(?: for)? the (?:rest|remainder)\b")
_OF_THEM = pattern(r" of (?:it|them|(?:the|this|that|these|those) (?P<what>[a-z]+))(?= ?[.,;:)]|\Z| and\b)")
_SEVERAL = pattern(r"\b<<many-causes>>\b")
_BY = r"(?P<by> by (?!<<counts>>\b)[^,;:()%]{1,90}?)"
_DONE_BY = pattern(r"(?: of [^,;:()%]{1,60}?)?(?: (?:<<is>>|be|been|being|will|can|could))* <<done-by-one>> by ")
_THEN_BY = pattern(rf"[^;:()%]{{0,60}}?{_BY}(?:,? and|,? while|,? with|,) {NEAR}")
_LAST_BY = pattern(r" (?:(?:will|to) be )?(?:[a-z]+ )?by ")
_CASE = pattern(r"\b(?:[Ii]f|[Uu]nless|[Nn]o|[Nn]one|[Nn]either|must|could|may|might)\b")
_HOLDS_OTHERS = pattern(r"(?i)\b<<holders-of-others>>\Z|\bonline\b")
_COMPASS = pattern(r"(?i)(?:the )?(?:north|south|east|west)(?:ern [a-z]+)?")
_PLAIN = pattern(r"\A(?:the|an?|its) ")
_IN_PLACE = pattern(r" (?:in|from|of) (?:the )?[A-Z]")
_PEOPLE = 2
"""Of more kinds of people than one, some may be of two."""


def is_made_up(head: Claim, led: str) -> bool:
    """Tell whether something makes up a share: "wool accounts for [44 percent] of sales"."""
    of_it = _OF_IT.match(head.sentence.within, head.span.end)
    told = _MAKES_UP.search(led) if of_it and head.direction is None else None
    if told is None or told["verb"] is None or of_it is None or _CASE.search(led):
        return False
    return _SEVERAL.search(of_it["what"]) is None and not _is_of_people(of_it["what"])


def is_made_up_too(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether something else makes up the next share: "... of sales, silk [36 percent]"."""
    text = head.sentence.within
    then = _THEN_MAKES_UP.fullmatch(*between(first, second))
    if then is None or second.direction is not None or then["what"].split()[-1] in lexicon.words("grammar", "moves"):
        return False  # "which makes up 44 percent of sales, fell 2 percent"
    again = _OF_THEM.match(text, second.span.end)
    of_it = _OF_IT.match(text, head.span.end)
    if first is not head and then["of"] and not _OF_THEM.fullmatch(then["of"]):
        return False
    if again and again["what"] and of_it and again["what"] not in (*of_it["what"].split(), "total"):
        return False
    return (is_closed(second) or again is not None) and _are_apart(_named(head, second))


def leaves_the_rest(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether a second share is made up so, and something else is the rest: "wool 44 percent, silk [36], felt the rest"."""
    text, stop = second.sentence.within, second.sentence.span.end
    return _REST.match(text, second.span.end, stop) is not None and is_made_up_too(head, first, second)


def is_done_by(head: Claim, led: str) -> bool:
    """Tell whether a share was done by somebody: "[44 percent] of the loans were made by small banks"."""
    return _DONE_BY.match(head.sentence.within, head.span.end) is not None and head.direction is None and not _CASE.search(led)


def is_done_by_too(head: Claim, first: Claim, second: Claim) -> bool:
    """Tell whether the next share was done by another: "... and [36 percent] by large ones"."""
    by = _LAST_BY.match(second.sentence.within, second.span.end) is not None
    then = _THEN_BY.fullmatch(*between(first, second)) if by and second.direction is None else None
    return then is not None and _IN_PLACE.search(then["by"]) is None  # "by banks in Hull" may be small ones


def _named(head: Claim, last: Claim) -> list[str]:
    """Give what each share up to the last is told to be of, as far as it stands before it."""
    text, start = head.sentence.within, head.sentence.span.start
    first = _MAKES_UP.search(text, max(start, head.phrase.start - 90), head.phrase.start)
    others = _NAMED.finditer(text, head.span.end, last.span.end)
    return [match["what"] for match in (first, *others) if match]


def _are_apart(named: list[str]) -> bool:
    """Tell whether nothing need be two of some kinds: not several of them people, and no land that may lie in another."""
    people = [name.split()[-1].lower() for name in named if _is_of_people(name)]
    if len(people) >= _PEOPLE and not are_exclusive({*people}):
        return False
    if any(_HOLDS_OTHERS.search(name) for name in named) or _are_mixed(named):
        return False
    return all(lands.are_places_apart(one, other) for one, other in combinations(named, 2))


def _are_mixed(named: Sequence[str]) -> bool:
    """Tell whether some behind the first have a name and some have none, or only the first is a place: "Wren ..., banks"."""
    _, *others = [_PLAIN.sub("", name) for name in named]
    names = {name[:1].isupper() for name in others}
    return len(names) > 1 or (_COMPASS.fullmatch(named[0]) is not None and not any(map(_COMPASS.fullmatch, named[1:])))


def _is_of_people(name: str) -> bool:
    """Tell whether some words end in a noun for people."""
    noun = lexicon.noun(name.split()[-1].lower())
    return noun is not None and noun.person
