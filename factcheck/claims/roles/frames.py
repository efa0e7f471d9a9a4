"""What a figure is by words on both of its sides: "[lost] 40 [jobs]", "[took] nine men [into custody]".

A line, one of its figures and the noun phrase behind it go in; roles come out. The words stand in `lexicon/roles.toml`:

    objects  verbs right before or behind a figure that counts one of some nouns
    framed   verbs right before a figure, with what stands behind its noun phrase; also "[within] 40 miles [of] the mill"
    wholes   what a share is of
    subjects  nouns before a verb right before the figure: "the [economy] is expected to [grow] by 2 percent"
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from factcheck import lexicon
from factcheck.claims import SHARES, Line
from factcheck.claims.phrases import Phrase
from factcheck.claims.roles import leads
from factcheck.lexicon.function_words import BEING
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_OTHER_CLAUSE = pattern(r"[;:—–“”\"]|, | (?:and|but|while|as|after|when|because) ")
_ASKING = frozenset({"asked", "contacted", "questioned", "quizzed", "canvassed", "sampled"})
"""Verbs of which those counted are the object: behind them they stand with a form of "be"."""
_ASKED = pattern(r" (?:questioned|quizzed|canvassed|sampled|contacted|asked)(?:(?=[.,;)]|\s*\Z)| (?=by\b)| ([a-z]+)\b)")
_ANSWERING = frozenset({"say", "think", "want", "believe", "favor", "favour", "expect", "agree", "disagree"})
_LOOK = 120
"""Code points before a figure in which its verb has its subject."""
_PLACE = pattern(
    r" (?:at|in|on|across) (?:<<definite>> )?(?:[A-Za-z][\w’'-]* ?){1,3}?(?= (?:will|would|could|are|were|have|had)\b)"
)
"""Where those are of whom a figure tells: "40 jobs [at the mill] will go"."""
_BROUGHT = pattern(
    r"(?: (?:who|and [a-z]+))?(?: (?:<<has>>|also|later|already))*(?: (?:were|was|are|been|being))+"
    r"(?: [a-z]+ly)? ([a-z]+)(?: by [a-z]+)? to (?:[\w’'.-]+ ){1,6}?((?:[Hh]ospitals?|[Ii]nfirmary|[Cc]linics?))\b"
)
"""Behind those counted: what brought them somewhere, and the last word of the place's name."""
_VERB_BEHIND = pattern(
    r" (?:(?:will|would|could|may|might|must|should|were|was|are|being|been|be|<<has>>|to|also|expected|due|set|likely) )*"
    r"([a-z]+)\b"
)


def of(line: Line, figure: Mention, phrase: Phrase, led: tuple[str, ...]) -> Iterator[str]:
    """Give the roles that words on both sides of a figure tell; ``led`` are those before it."""
    whole = lexicon.forms("roles", "wholes").get(phrase.head or "") if figure.kind in SHARES else None
    if whole is not None:
        yield whole
    yield from _framed(line, figure, phrase, led)
    yield from _done_by(line, figure, led)
    yield from _brought(line, phrase)
    table = _objects().get((phrase.head or "").lower())
    if table is None:
        return
    text, span = line.sentence.within, line.sentence.span
    placed = _PLACE.match(text, phrase.end, span.end)
    behind = _VERB_BEHIND.match(text, placed.end() if placed else phrase.end, span.end)
    asked = behind is not None and behind[1] in _ASKING
    if behind and (not asked or not BEING.isdisjoint(behind[0].split()) or _are_asked(text, behind.start(), span.end)):
        led = (*led, behind[1].lower())  # "900 people had asked for it" were not asked
    yield from (table[word] for word in led if word in table)


def _are_asked(text: str, start: int, stop: int) -> bool:
    """Tell whether a verb of asking right behind those counted is a participle: "the 900 people [questioned] blamed farms"."""
    told = _ASKED.match(text, start, stop)
    return told is not None and (told[1] is None or told[1] in _ANSWERING or lexicon.is_past(told[1]))


def _brought(line: Line, phrase: Phrase) -> Iterator[str]:
    """Give the role of those who are brought to a place of some kind, whatever its name: "were taken to Wren Hall Hospital"."""
    for verb, places, role in _journeys():
        told = _BROUGHT.match(line.sentence.within, phrase.end, line.sentence.span.end)
        if told is not None and told[1] in verb and told[2].lower() in places:
            yield role


@cache
def _journeys() -> tuple[tuple[frozenset[str], frozenset[str], str], ...]:
    """Give for each role that a place gives the verbs that bring somebody there, the places, and the role."""
    told = ((entry.get("brought"), role) for role, entry in lexicon.entries("roles").items())
    return tuple((frozenset(each["verbs"]), frozenset(each["places"]), role) for each, role in told if each)


def _done_by(line: Line, figure: Mention, led: tuple[str, ...]) -> Iterator[str]:
    """Give the role of what the subject of the verb right before a figure does."""
    table = next((_subjects()[verb] for words in led if (verb := words.removesuffix(" by")) in _subjects()), None)
    if table is None:
        return
    text = line.sentence.within[max(line.sentence.span.start, figure.start - _LOOK) : figure.start]
    clause = f" {_OTHER_CLAUSE.split(leads.INSERTED.sub('', text, 1))[-1].lower()}"
    yield from (role for noun, role in table if f" {noun} " in clause)


@cache
def _subjects() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Give for each verb the nouns that tell with it a role, with the role."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for role, entry in lexicon.entries("roles").items():
        told = entry.get("subjects", {})
        for verb in told.get("verbs", ()):
            found[verb] = (*found.get(verb, ()), *((noun, role) for noun in told["nouns"]))
    return found


@cache
def _objects() -> Mapping[str, Mapping[str, str]]:
    """Give for each noun the verbs that give a role to it, with the role."""
    found: dict[str, dict[str, str]] = {}
    for role, entry in lexicon.entries("roles").items():
        for noun in entry.get("objects", {}).get("nouns", ()):
            found.setdefault(noun, {}).update(dict.fromkeys(entry["objects"]["verbs"], role))
    return found


def _framed(line: Line, figure: Mention, phrase: Phrase, led: tuple[str, ...]) -> Iterator[str]:
    """Give the role of a verb whose last words stand behind what it acts on, or of a bound with what it is measured from."""
    text, stop = line.sentence.within, line.sentence.span.end
    for verb in led:
        for behind, role in _frames().get(verb, ()):
            if text.startswith(behind, phrase.end, stop):
                yield role
    if figure.kind == "measure":
        bound = text[figure.start : figure.span.start].strip().lower()
        yield from (role for behind, role in _frames().get(bound, ()) if text.startswith(behind, figure.span.end, stop))


@cache
def _frames() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Give for each verb or bound before a figure what stands behind, with a blank before it, and the role."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for role, entry in lexicon.entries("roles").items():
        for frame in entry.get("framed", ()):
            before, _, behind = frame.partition(" # ")
            found[before] = (*found.get(before, ()), (f" {behind}", role))
    return found
