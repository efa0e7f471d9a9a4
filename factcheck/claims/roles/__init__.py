"""What a figure counts or measures: the role that its noun phrase and its verb give it.

"2,000 injured soldiers have been repatriated" has two roles; the nearest comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from factcheck import lexicon, units
from factcheck.claims import Line, phrases
from factcheck.claims.phrases import Phrase
from factcheck.claims.roles import acts, between, chained, frames, leads, sizes, standings
from factcheck.mentions import Mention
from factcheck.patterns import pattern
from factcheck.values import evolve

_WITHIN = pattern(
    r" (?:of|from|in|at) (?:(?:<<definite>>|these|those|all) )?"
    r"(?:[\w-]+(?:['’]s|s['’]) )?\Z"
)
_OFF = pattern(
    r" (?:(?:over|under) (?:budget|what|<<definite>> (?:[a-z]+ ){0,2}"
    r"(?:<<limits>>|budget|price|estimate|forecast|average|mark))"
    r"|<<comparatives>>)\b(?! (?:sea|ground) level)"
)
_MORE = pattern(r" (?:more|less)\b")
SCALES = ("million", "billion", "trillion", "bn")
"""Words that end a sum without its currency."""
_BY_THE_UNIT = frozenset({"savings", "tax", "fine", "aid", "cost"})
"""What may be told by what a price is for, and is none."""
_CASES, _VOTES, _SALARY = "cases", "vote-share", "salary"
_HARMED, _DEAD = frozenset({"killed", "injured", "killed-or-injured", "missing"}), "killed"
_TOLL, _STATES = "toll", {"dead", "deceased", "jobless"}
"""Of the dead, where nothing says of whom."""
_WHO = (" who ", " that ")
"""Behind a whole of which something is told itself: "two of the nine men [who] were killed"."""
_PARENTS = ("mother of ", "father of ", "Mother of ", "Father of ")
"""Before a number of children, to whom nothing happens that happens to their parent."""
_ARE = frozenset({" are ", " were ", " include ", " included "})
"""Between people to whom something was done and all that they are."""
_GROUP, _LED = 3, 32
"""Words of the noun phrase that stands before "from 84 lands"; code points before a figure."""


def of(line: Line, figure: Mention, phrase: Phrase) -> tuple[str, ...]:
    """Give the roles of a figure with the noun phrase behind it, the nearest first."""
    if phrases.multiplies(line.sentence.within, figure, line.sentence.span.end):
        return ()
    as_sum = _told(line, evolve(figure, kind="money"), phrase) if _is_sum(line, figure, phrase) else ()
    return as_sum or _told(line, figure, phrase)


def _told(line: Line, figure: Mention, phrase: Phrase) -> tuple[str, ...]:
    """Give what all cues around a figure say of it, without what cannot be told in it."""
    behind = line.sentence.within[phrase.end : phrase.end + _LED]
    found = _consistent([*_found(line, figure, phrase)])
    fits = (role for role in found if role and _suits(role, figure, phrase) and not _is_barred(role, behind))
    return tuple(role for role in dict.fromkeys(fits) if not _is_doubtful(role, line, figure, phrase.end))


def _found(line: Line, figure: Mention, phrase: Phrase) -> Iterator[str | None]:
    """Give the roles that the cues around a figure give: its phrase, the noun that leads it, its verb, what stands before."""
    first = acts.first_listed(line, figure) if figure.kind == "number" else figure
    noun = leads.noun_before(line, figure) or (_noun_of_all(line, first) if first is not figure else None)
    is_told = phrase.head is None and noun is not None and _suits(noun.entry or "", figure, phrase)
    is_whole = _is_whole(line, figure)
    acts_here = not is_told and not _narrows(line, figure) and _may_act(line, figure, phrase, is_whole)
    verb = None if is_told else _verb(line, figure, phrase, acts_here)
    led = sizes.words_before(line, figure)
    sized = [*sizes.of(line, figure, phrase, led)]
    own = () if _is_attached(line, figure) else (*_in_phrase(line, figure.span.end, phrase),)
    if noun is not None and (_is_difference(line, figure) or ((own or verb) and _is_toll(line, noun))):
        noun = None
    yield from own
    yield from (cue.entry for cue in (noun, verb) if cue is not None)
    if acts_here and figure.kind in between.GROUPED:
        yield from _later(line, phrase, verb)
    if figure.kind == "number" or not _MORE.match(line.sentence.within, figure.span.end):
        yield from acts.before(line, figure)
    if noun is None and _VOTES not in sized:
        yield from standings.of(line, figure)
    yield from sized
    if not is_whole:
        yield from frames.of(line, figure, phrase, led)


def _verb(line: Line, figure: Mention, phrase: Phrase, acts_here: bool) -> Mention | None:
    """Give the verb that tells of a figure: the one behind it where that may be its own, or that of a clause about it."""
    verb = acts.behind(line, figure.start, phrase.end) if acts_here else None
    verb = verb or acts.of_those(line, figure.start, phrase.end)
    if verb is None or _is_of_things(line, verb, phrase):
        return None
    return None if _is_barred(verb.entry or "", line.sentence.within[verb.span.end :][:_LED]) else verb


def _may_act(line: Line, figure: Mention, phrase: Phrase, whole: bool) -> bool:
    """Tell whether the verb behind may be the figure's: not "a mother of [five] who died", not "two of the [nine] were hurt"."""
    text, relative = line.sentence.within, line.sentence.within.startswith(_WHO, phrase.end)
    of = phrase.head is None and text.endswith(" of ", 0, figure.start)
    return not (of and (relative or text.endswith(_PARENTS, 0, figure.start))) and (relative or not whole)


def _noun_of_all(line: Line, first: Mention) -> Mention | None:
    """Give the noun of which all that are listed are: "[deaths] of 14 men and a boy", "the [dead] were nine men and a boy"."""
    noun, text = leads.noun_before(line, first), line.sentence.within
    if noun is not None and text[noun.span.end : first.start] == " of ":
        return noun
    noun = noun or next((mention for mention in line.before(first.start) if mention.kind == "role"), None)
    told = noun is not None and text[noun.span.end : first.start] in _ARE
    return noun if told and noun is not None and noun.entry and lexicon.counts_people(noun.entry) else None


def _later(line: Line, phrase: Phrase, verb: Mention | None) -> Iterator[str]:
    """Give the roles of what was done to those counted later on; of the dead only what was done before tells a role."""
    harmed = verb is not None and verb.entry in _HARMED
    main = acts.beyond(line, phrase.end)
    for cue in (*chained.behind(line, phrase.end), *((main,) if main else ())):
        if cue.entry and not (harmed and cue.entry != _DEAD) and not _is_of_things(line, cue, phrase):
            yield cue.entry


def _is_toll(line: Line, noun: Mention) -> bool:
    """Tell whether a noun only says that people came to harm: "the [toll] has risen to 17 injured"."""
    return line.sentence.within[noun.span.start : noun.span.end].lower() == _TOLL


def _consistent(found: list[str | None]) -> list[str | None]:
    """Give roles without those that others rule out: "who earned $90,000 a year", "saved 12 cents a gallon"."""
    if _SALARY in found:
        found = [role for role in found if role != "profit"]
    return found if _BY_THE_UNIT.isdisjoint(found) else [role for role in found if role != "price"]


def _is_doubtful(role: str, line: Line, figure: Mention, end: int) -> bool:
    """Tell whether a verb gives a role for which something is missing: who is questioned by the police is [polled] by nobody."""
    entry = lexicon.entries("roles")[role]
    if "needs" not in entry:
        return False
    about = line.sentence.within[max(line.sentence.span.start, figure.start - _LED) : end + _LED].split()
    doubtful = not {word.strip(".,;:") for word in about}.isdisjoint(entry["doubtful"])
    return doubtful and sizes.words_near(line, figure.start).isdisjoint(entry["needs"])


def _is_barred(role: str, behind: str) -> bool:
    """Tell whether what stands behind a noun makes a verb mean another thing: "sent 40 people [home]", "40 sent [home]"."""
    unless = lexicon.entries("roles")[role].get("unless", ()) if role else ()
    return behind.startswith(tuple(f" {words}" for words in unless))


def _is_sum(line: Line, figure: Mention, phrase: Phrase) -> bool:
    """Tell whether a number leaves out the currency of a sum before it: "€5 million, from a profit of [6 million]"."""
    if figure.kind != "number" or phrase.head is not None:
        return False
    text, start = line.sentence.within, figure.span.start
    scaled = text[start].isdigit() and text.endswith(SCALES, start, figure.span.end)
    return scaled and any(mention.kind == "money" for mention in line.before(figure.start))


def _narrows(line: Line, figure: Mention) -> bool:
    """Tell whether a figure is an adjective: what the noun behind it does, it does not: "a 38-metre vessel was built"."""
    measured = figure.kind == "measure" and "-" in line.sentence.within[figure.span.start : figure.span.end]
    return measured or _is_attached(line, figure)


def _is_attached(line: Line, figure: Mention) -> bool:
    """Tell whether a hyphen joins a count to its noun, and both to what they tell of: "a 29-member crew"."""
    return figure.kind == "number" and line.sentence.within.startswith("-", figure.span.end)


def _is_of_things(line: Line, verb: Mention, phrase: Phrase) -> bool:
    """Tell whether a verb that is only said of people stands behind what may be none: "at one point shot to"."""
    told = line.sentence.within[verb.span.start : verb.span.end].lower() in lexicon.forms("roles", "passives")
    return told and phrase.head is not None and not lexicon.is_person(phrase.head.lower())


def _is_difference(line: Line, figure: Mention) -> bool:
    """Tell whether a sum or a measure only says how far something is from another: "its weight was 600 kg [above] that"."""
    return figure.kind != "number" and _OFF.match(line.sentence.within, figure.span.end) is not None


def _is_whole(line: Line, figure: Mention) -> bool:
    """Tell whether a figure before it has the verb: in "17 of the 40 soldiers" and "900 runners from 84 lands were killed"."""
    text, start = line.sentence.within, figure.start
    led = _WITHIN.search(text, max(line.sentence.span.start, start - _LED), start)
    before = line.figure_before(start) if led else None
    if led is None or before is None or before.kind != "number":
        return False
    gap = text[before.span.end : led.start()]
    words = gap.split()
    return not between.breaks(gap) and len(words) <= _GROUP and lexicon.words("grammar", "stops").isdisjoint(words)


def _suits(role: str, figure: Mention, phrase: Phrase) -> bool:
    """Tell whether a role can be told in such a figure: sums have roles of money, counts of people have no unit.

    Nouns that are known to be no people have no role of people; a verb that is said of things too needs people.
    """
    entry = lexicon.entries("roles")[role]
    if "kinds" in entry:
        fits = figure.kind in entry["kinds"] or (figure.kind == "number" and "count" in entry["kinds"])
        fits = fits and not ("things" in entry and lexicon.is_person((phrase.head or "").lower()))  # "delivered 214 babies"
        return fits and ("units_of" not in entry or units.dimension(figure.units[0]) == entry["units_of"])
    if "lifeless" in entry and phrase.head != "others" and lexicon.is_person((phrase.head or "").lower()):
        return False
    if "counts" not in entry:
        measured = figure.kind == "measure" and ("units_of" not in entry or units.dimension(figure.units[0]) == entry["units_of"])
        return figure.kind == "number" or measured
    head = (phrase.head or "").lower()
    people = lexicon.is_person(head) or head in lexicon.forms("roles", "nouns", "verbs")  # "600 casualties were flown home"
    return figure.kind == "number" and (people or (lexicon.noun(head) is None and not ("things" in entry and phrase.head)))


def _in_phrase(line: Line, start: int, phrase: Phrase) -> Iterator[str]:
    """Give the head noun's role, then those of participles before it ("injured soldiers"); it may be more than the head."""
    text = line.sentence.within
    within = takewhile(lambda mention: mention.span.end <= phrase.end or mention.span.start == phrase.start, line.behind(start))
    inside = [cue for cue in within if cue.kind == "role" and not (cue.entry == _CASES and _is_occasion(line, start))]
    inside = [cue for cue in inside if not (_is_in_name(line, cue, phrase) or _narrows_noun(line, cue, phrase))]
    yield from (cue.entry for cue in reversed(inside) if cue.entry and _tells(text[cue.span.start : cue.span.end].lower()))


def _is_in_name(line: Line, cue: Mention, phrase: Phrase) -> bool:
    """Tell whether a cue is a word of a name within a noun phrase: "40 Lake [Rescue] Service clerks"."""
    text, start = line.sentence.within, cue.span.start
    capital = text[start].isupper() and line.sentence.kind != "headline" and start < phrase.start
    return capital and not text[phrase.start].isupper()


def _narrows_noun(line: Line, cue: Mention, phrase: Phrase) -> bool:
    """Tell whether a word only says what sort is counted: "75 percent of [growth] managers", "40 [death] threats"."""
    text, end = line.sentence.within, cue.span.end
    word, entry = text[cue.span.start : end].lower(), lexicon.entries("roles")[cue.entry or ""]
    sort = end < phrase.start and "counts" in entry and word in {*entry.get("nouns", ())} - {*entry.get("verbs", ())} - _STATES
    people = "percent" in entry.get("kinds", ()) and end < phrase.end and lexicon.is_person((phrase.head or "").lower())
    return sort or people or text.startswith("-", end)  # "40 built-in lamps"


def _is_occasion(line: Line, start: int) -> bool:
    """Tell whether "in" leads a number of cases that something is so in: "[in] 210,000 cases, bank details"."""
    figure = line.figure_before(start)
    return figure is not None and line.sentence.within.endswith(("in ", "In "), line.sentence.span.start, figure.start)


def _tells(word: str) -> bool:
    """Tell whether a cue in a noun phrase gives a role: "injured soldiers", but neither "building blocks" nor what is quoted."""
    no_act = word in lexicon.words("grammar", "gerunds") or word in lexicon.words("grammar", "verbs and nouns")
    is_act = not no_act or word in lexicon.forms("roles", "nouns")
    return is_act and word not in lexicon.forms("roles", "quoted")
