"""What a sentence says of where, which event and which state its figures are: words that keep figures of two sentences apart."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.patterns import pattern
from factcheck.sentences import Sentence
from factcheck.values import frozen

_NAME = r"(?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*){0,3}"
_PLACE = pattern(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Oo]ff|[Aa]round|[Aa]cross) (?:(?:the |an? |one )?({_NAME})|(?:the|an?|one) ([a-z]+))"
)
_WORD = pattern(r"[a-z\d]+(?:-[a-z]+)?")
_SPANNED = frozenset({"for", "within", "after", "over", "than", "half", "about", "nearly", "almost"})
"""Before "a month" that is so long, and no rate."""
_CUT = pattern(r"[;:,—–]| (?:but|and|while|when) ")
_SOME_OF = pattern(r" of (?:<<definite>>|those|these) (?:<<counts>>\b|\d)")
_OF_SOME = frozenset({"first-state", "one-of-several"})
_LONGEST = 4
"""Words of the longest phrase of `lexicon/scenes.toml`."""


@frozen
class Scene:
    """The places that a sentence names ("in Gaza", "at the port"), and words that set it apart.

    ``shifts`` are the entries of `lexicon/scenes.toml` that it has words of, ``spells`` its words for spells of time.
    """

    places: frozenset[str]
    shifts: frozenset[str]
    spells: frozenset[str]


def of(sentence: Sentence) -> Scene:
    """Read a sentence's scene; months and weekdays are no places."""
    return told(sentence.text)


@lru_cache(maxsize=4096)
def told(text: str) -> Scene:
    """Read the scene of some words; of phrases that begin at one word only the longest counts."""
    found = (name or noun for name, noun in _PLACE.findall(text))
    nowhere = lexicon.words("scenes", "nowhere")
    places = frozenset(
        name for name in found if name not in nowhere and name.split()[0] not in lexicon.forms("calendar", "names")
    )
    words = _WORD.findall(text.lower())
    table = lexicon.forms("scenes")
    starts = (at for at, word in enumerate(words) if word in _firsts() and not (at and word == "a" and words[at - 1] in _SPANNED))
    phrases = ([" ".join(words[at : at + size]) for size in range(_LONGEST, 0, -1)] for at in starts)
    known = [phrase for longest in phrases if (phrase := next((words for words in longest if words in table), None))]
    spells = frozenset(phrase for phrase in known if table[phrase] == "spell")
    return Scene(places, frozenset(table[phrase] for phrase in known), spells)


@cache
def _firsts() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in lexicon.forms("scenes"))


def apart(small: Sentence, large: Sentence) -> str | None:
    """Say why a figure of one sentence may not be held against a larger one of the other; None if nothing speaks against it."""
    if small.span == large.span:
        return None
    ours, theirs = of(small), of(large)
    if (ours.places or theirs.places) and not ours.places & theirs.places:
        return "the figures may be of different places"
    for scene, asked in ((ours, ("any",)), (theirs, ("any", "large"))):
        if any(_asks(shift) in asked for shift in scene.shifts):
            return "the sentences may tell of different events, or of a part"
    return None


def apart_within(small: Claim, large: Claim) -> str | None:
    """Say why a figure may not be held against a larger one in another clause of its sentence: that is of an earlier state.

    One that is some of another ("six of the seven casualties") is no whole, wherever it stands.
    """
    if _SOME_OF.match(large.sentence.within, large.span.end):
        return "the larger figure is some of another"
    text, span = small.sentence.within, small.sentence.span
    first, second = sorted((small.span, large.span))
    cuts = [cut.start() for cut in _CUT.finditer(text, first.end, second.start)]
    if small.sentence.span != large.sentence.span or not cuts:
        return None
    pieces = told(text[span.start : cuts[-1]]), told(text[cuts[-1] : span.end])
    theirs, ours = pieces if large.span == first else pieces[::-1]
    told_apart = any(_asks(shift) == "any" for shift in ours.shifts | theirs.shifts) or not theirs.shifts.isdisjoint(_OF_SOME)
    if theirs.places - ours.places:
        return "the figures may be of different places"
    return "the clauses may tell of different events, or of an earlier state" if told_apart else None


def of_another_event(words: str) -> str | None:
    """Say that words may tell of another event, wherever it is; None if none says so."""
    told_apart = any(_asks(shift) == "any" for shift in told(words).shifts)
    return "the sentences may tell of different events" if told_apart else None


def of_a_part(words: str) -> str | None:
    """Say why a figure may be of another event or of a part ("only the 20 mills"); "each of the 20 mills" tells of all."""
    told_apart = any(_asks(shift) in ("any", "large") for shift in told(words).shifts - {"one-of-several"})
    return "the figure may be of another event, or of a part" if told_apart else None


def _asks(shift: str) -> str:
    return str(lexicon.entries("scenes")[shift]["asks"])


def elsewhere(near: str, earlier: Sentence, before: str) -> str | None:
    """Say that the words ``near`` a figure name a new place; one without a name counts ``before`` the figure alone."""
    new = told(near).places - of(earlier).places
    named = {place for place in new if not place.islower()}
    return "the figures may be of different places" if named or new & told(before).places else None
