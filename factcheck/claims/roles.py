"""What a figure counts or measures: the role that its noun phrase and its verb give it.

"2,000 injured soldiers have been repatriated" has two roles; the nearest comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from factcheck import lexicon, units
from factcheck.claims import Line, sizes
from factcheck.claims.phrases import Phrase
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_DETERMINERS = pattern(
    r"[ \u00a0\n]+(?:(?:an?|the|its|their|his|her|another|a further|a total of|some|the first|up to|between)[ \u00a0\n]+)*"
)
_CLOSED = pattern(r"[ \u00a0\n]*(?:[.,;:)!?—–\"”]|\Z)|[ \u00a0\n]+([A-Za-z]+)\b")
_WITHIN = pattern(
    r"[ \u00a0](?:of|from|in|at)[ \u00a0](?:(?:the|its|their|his|her|these|those|all)[ \u00a0])?"
    r"(?:[\w-]+(?:['’]s|s['’])[ \u00a0])?\Z"
)
_OFF = pattern(r"[ \u00a0](?:more|less|higher|lower|above|below|over|under|short|ahead|behind)\b(?! (?:sea|ground) level)")
_ASIDE = pattern(r", or [a-z ]{0,12}[\d.,]+ ?(?:percent|%|points|cents)?,")
_BREAK = pattern(r"[,;:](?!\d)|\.(?!\d).*\.(?!\d)")
_LAST = pattern(r",(?= (?:to|from)\Z)")
_INSERTED = pattern(r",(?! (?:and|but|or|as|to|while|when|after)\b)[^,;:.()]{2,60},(?! and\b)")
"""What stands between two commas in a clause: "inflation, [which leaves out food,] rose to"."""
_ENDS = frozenset({"to", "from"})
_HOW = frozenset({"just", "only", "a", "an", "the", "some", "record", "net"})
_GROUP = 3
"""Words of the noun phrase that stands before "from 84 lands"."""
_LED = 32
_LONGEST = 60
"""Code points between a noun phrase and its verb, or a noun and its figure; more is another clause."""
_FARTHEST = 130
"""The same with an insertion between the two."""
_COMPLEMENTS = frozenset({"of", "in", "at", "on", "for", "from", "by", "against", "to", "among", "with"})
_CLAUSES = frozenset({"that", "which", "who", "and", "but", "as", "after", "when", "while", "if", "or"})
_PERFECT = frozenset({"have", "has", "had", "who", "that", "which", "also", "still", "later", "already", "now", "officially"})
"""With these alone before it a participle is active where it has an object: "troops that had killed 12 men"."""
_FINITE = frozenset({"were", "was", "are", "is", "have", "has", "had"})
_COMPLEMENT = 8
"""Words between a noun and its verb: "shares in the mill rose"."""
_RECIPIENT = 4
"""Words between a verb and its sum that name who has it."""
_MANY = pattern(r"(?:(?:<<about>>|over) )?\d[\d,.]*(?: (?:thousand|million))? ")
_OWNERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "each", "him", "them", "it", "us", "you", "every"})


def of(line: Line, figure: Mention, phrase: Phrase) -> tuple[str, ...]:
    """Give the roles of a figure with the noun phrase behind it, the nearest first."""
    noun = noun_before(line, figure)
    fits = noun is not None and _suits(noun.entry or "", figure, phrase)
    told = fits and phrase.head is None  # "winds of 65 mph burned the mill"
    verb = None if told or _is_whole(line, figure) or _narrows(line, figure) else verb_behind(line, phrase.end)
    if _is_difference(line, figure):
        noun = None
    if verb is not None and _is_of_things(line, verb, phrase):
        verb = None
    found = [
        *_in_phrase(line, figure.span.end, phrase.end),
        *(cue.entry for cue in (noun, verb) if cue is not None),
        *_verb_before(line, figure),
        *sizes.of(line, figure),
        *sizes.of_objects(line, figure, phrase),
    ]
    return tuple(dict.fromkeys(role for role in found if role and _suits(role, figure, phrase)))


def _narrows(line: Line, figure: Mention) -> bool:
    """Tell whether a measure is an adjective: what the noun behind it does, it does not: "a 38-metre vessel was built"."""
    return figure.kind == "measure" and "-" in line.sentence.within[figure.span.start : figure.span.end]


def _is_of_things(line: Line, verb: Mention, phrase: Phrase) -> bool:
    """Tell whether a verb that is only said of people stands behind what may be none: "at one point shot to"."""
    known = lexicon.noun((phrase.head or "").lower())
    told = line.sentence.within[verb.span.start : verb.span.end].lower() in lexicon.forms("roles", "passives")
    return told and phrase.head is not None and not (known is not None and known.person)


def _is_difference(line: Line, figure: Mention) -> bool:
    """Tell whether a sum or a measure only says how far something is from another: "its weight was 600 kg [above] that"."""
    return figure.kind != "number" and _OFF.match(line.sentence.within, figure.span.end) is not None


def _is_whole(line: Line, figure: Mention) -> bool:
    """Tell whether a figure before it has the verb: in "17 of the 40 soldiers" and "900 runners from 84 lands were killed"."""
    text, start = line.sentence.within, figure.start
    led = _WITHIN.search(text, max(line.sentence.span.start, start - _LED), start)
    before = next((mention for mention in line.before(start) if mention.numeral is not None), None) if led else None
    if led is None or before is None or before.kind != "number":
        return False
    between = text[before.span.end : led.start()]
    return (
        not _breaks(between) and len(between.split()) <= _GROUP and lexicon.words("grammar", "stops").isdisjoint(between.split())
    )


def _suits(role: str, figure: Mention, phrase: Phrase) -> bool:
    """Tell whether a role can be told in such a figure: sums have roles of money, counts of people have no unit.

    Nouns that are known to be no people have no role of people; a verb that is said of things too needs people.
    """
    entry = lexicon.entries("roles")[role]
    if "kinds" in entry:
        fits = figure.kind in entry["kinds"] or (figure.kind == "number" and "count" in entry["kinds"])
        return fits and ("units_of" not in entry or units.dimension(figure.units[0]) == entry["units_of"])
    if "counts" not in entry:
        return figure.kind in ("number", "measure")
    head = (phrase.head or "").lower()
    noun = lexicon.noun(head)
    people = noun is not None and noun.person
    people = people or head in lexicon.forms("roles", "nouns")  # "600 casualties were flown home"
    return figure.kind == "number" and (people or (noun is None and not ("things" in entry and phrase.head)))


def _in_phrase(line: Line, start: int, end: int) -> Iterator[str]:
    """Give the head noun's role, then those of participles before it ("injured soldiers")."""
    text, quoted = line.sentence.within, lexicon.forms("roles", "quoted")
    inside = [cue for cue in takewhile(lambda mention: mention.span.end <= end, line.behind(start)) if cue.kind == "role"]
    yield from (cue.entry for cue in reversed(inside) if cue.entry and text[cue.span.start : cue.span.end].lower() not in quoted)


def noun_before(line: Line, figure: Mention) -> Mention | None:
    """Give the noun that tells what a figure is: "casualties came to 4,700", "revenue rose 8 percent to 40 million euros"."""
    text, start = line.sentence.within, figure.start
    for cue in line.before(start):
        gap = text[cue.span.end : start]
        if len(gap) > _FARTHEST:
            return None
        if cue.kind == "role" and gap and _is_noun(text, cue):
            plain = _INSERTED.sub("", gap, 1) if "," in gap else gap
            if len(plain) <= _LONGEST and _is_level(plain):
                return cue
    return None


def _is_level(gap: str) -> bool:
    """Tell whether words lead from a noun to its figure: "came to", "in May has risen 8 percent to", "is expected to reach"."""
    words = gap.lower().split()
    if leads(words):
        return True
    if not words or words[0] not in _COMPLEMENTS:
        return False
    verb = next((at for at, word in enumerate(words) if word in _verbs()), None)
    if verb is None or verb > _COMPLEMENT or _breaks(" ".join(words[:verb])) or not _CLAUSES.isdisjoint(words[:verb]):
        return False
    return leads(words[verb:])


def leads(words: list[str]) -> bool:
    """Tell whether words, in lower case, lead to a level: "came to", "is expected to reach"."""
    while words and words[-1] in _HOW:
        words = words[:-1]
    levels, auxiliaries = lexicon.words("grammar", "levels"), lexicon.words("grammar", "auxiliaries")
    for at in range(len(words)):
        rest = " ".join(words[at:])
        if rest in levels or rest.removesuffix(" the") in levels:
            return True
        if words[at] not in auxiliaries:
            moved = words[at] in lexicon.words("grammar", "moves") or words[at] == "by"
            return moved and words[-1] in _ENDS and not _breaks(_LAST.sub("", _ASIDE.sub("", rest)))
    return False


@cache
def _verbs() -> frozenset[str]:
    """Give the words with which what a noun comes to can begin, but for prepositions."""
    first = {level.split()[0] for level in lexicon.words("grammar", "levels")}
    return (
        frozenset(first | lexicon.words("grammar", "auxiliaries") | lexicon.words("grammar", "moves"))
        - _COMPLEMENTS
        - {"put", "to"}
    )


def _breaks(words: str) -> bool:
    return _BREAK.search(words) is not None


def verb_behind(line: Line, end: int) -> Mention | None:
    """Give the verb of a noun phrase that ends at ``end``: "troops were deployed", "two soldiers captured by", "600 died"."""
    text = line.sentence.within
    near = takewhile(lambda mention: mention.span.start - end <= _LONGEST, line.behind(end))
    cue = next((mention for mention in near if mention.kind == "role"), None)
    if cue is None:
        return None
    between = text[end : cue.span.start]
    words = _without_complement(between.lower().split())
    if not between[:1].isspace() or any(word not in lexicon.words("grammar", "passive") for word in words):
        return None
    acts = text[cue.span.start : cue.span.end].lower() in lexicon.forms("roles", "acts")
    passive = not _PERFECT.issuperset(words) and words[-1] != "to"  # "14 of the images to build a map"
    return cue if passive or acts or _takes_no_object(text, cue.span.end, line.sentence.span.end) else None


def _without_complement(words: list[str]) -> list[str]:
    """Leave out "in the north" of "40 people in the north were hurt"; what stands before the verb remains."""
    if not words or words[0] not in _COMPLEMENTS:
        return words
    verb = next((at for at, word in enumerate(words[: _COMPLEMENT + 1]) if word in _FINITE), None)
    closed = verb is None or _breaks(" ".join(words[:verb])) or not _CLAUSES.isdisjoint(words[:verb])
    return words if closed else words[verb:]


def _takes_no_object(text: str, end: int, stop: int) -> bool:
    """Tell whether a participle right behind its noun is a passive one: "two soldiers captured by", not "troops killed 12"."""
    closing = _CLOSED.match(text, end, stop)
    return closing is not None and (closing[1] is None or closing[1].lower() in lexicon.words("grammar", "closers"))


def _verb_before(line: Line, figure: Mention) -> Iterator[str]:
    """Give the role of "killed at least 12 people": an active verb with the figure for its object.

    Sums may have a recipient before them ("cost the city 3 million euros"), and a passive verb too ("was fined 400 euros").
    """
    text, start = line.sentence.within, figure.start
    near = takewhile(lambda mention: start - mention.span.start <= _LONGEST, line.before(start))
    cue = next((mention for mention in near if mention.kind == "role" and mention.span.end <= start), None)
    if cue is None or not cue.entry or not _is_verb(text, cue):
        return
    if not (_DETERMINERS.fullmatch(text, cue.span.end, start) or (figure.kind == "money" and _is_recipient(text, cue, start))):
        return
    leading = text[max(0, cue.span.start - 12) : cue.span.start].lower().split()[-1:]
    done_by = text.endswith(" by", cue.span.start, cue.span.end)  # "was watched by 900 people"
    passive = leading in (["were"], ["was"], ["been"]) and figure.kind != "money" and not done_by
    if text[cue.span.start : cue.span.end].lower() not in lexicon.forms("roles", "acts") and not passive:
        yield cue.entry


def _is_recipient(text: str, cue: Mention, start: int) -> bool:
    """Tell whether a verb and its sum have nothing but a few words for a person or a firm between them."""
    words = _MANY.sub("", text[cue.span.end : start]).split()
    ending = lexicon.words("grammar", "stops") - _OWNERS
    return 0 < len(words) <= _RECIPIENT and all(
        word[0].isalpha() and word[-1].isalnum() and word.lower() not in ending for word in words
    )


def _is_verb(text: str, cue: Mention) -> bool:
    return text[cue.span.start : cue.span.end].lower() in lexicon.forms("roles", "verbs", "acts")


def _is_noun(text: str, cue: Mention) -> bool:
    return text[cue.span.start : cue.span.end].lower() in lexicon.forms("roles", "nouns", "quoted")
