"""The head noun of what a figure counts: the words behind the figure go in, the place of the head and its end come out.

One thing and many have different nouns: "one mill owner" is no plural, "40 mill owners" are one. Among many, a known noun comes
before an unknown plural.
"""

from __future__ import annotations

import re

from factcheck import lexicon
from factcheck.claims.phrases import nouns
from factcheck.patterns import pattern

Head = tuple[int, int]
_SIDE = pattern(r"(?:pro|anti)(?:-[A-Z][\w-]*)?")
"""What one is for or against: "two parties, one [pro-EU] and one [anti]"."""


def of_many(text: str, words: list[re.Match[str]], *, title: bool = False, parted: bool = False) -> Head | None:
    """Choose the head of many: the last of the first run of known nouns, else the first plural.

    A participle that is a noun too ("injured") is the head only where no other noun follows ("injured Russian soldiers"), and so
    is a singular ("proposals deliver [value]"). A ``title`` has capitals that say nothing. Those ``parted`` from others by "of"
    begin with no verb.
    """
    known = nouns.known(text, words)
    known = None if known is not None and _is_object(words, known[0]) else known
    noun = words[known[0]] if known is not None else None
    if known is not None and noun and not nouns.is_participle(noun) and nouns.is_plural(text[noun.start(1) : known[1]]):
        return known
    sure = 0 if parted else -1  # "six of its [rides]"
    plurals = [at for at, word in enumerate(words) if nouns.PLURAL.search(word[1]) and (at == sure or _is_noun(words, at))]
    named = known is not None and not title and words[known[0]][1][0].isupper()  # "the 40 seat [House]"
    acts = known is not None and not named and any(map(nouns.is_participle, words[known[0] + 1 :]))
    if known is not None and acts:  # "two aircraft suffered [failures]"
        plurals = [at for at in plurals if at < known[0] or nouns.is_participle(words[known[0]])]
    if plurals:
        at = next(at for at in plurals if at + 1 not in plurals or (not title and _precedes_name(words, at)))
        return at, words[at].end(1)  # "two Fox News [hosts]", "two gas [fields]"
    if known is not None:
        return None if named or _is_told_of(words, known[0]) else known
    owners = next((at for at, word in enumerate(words) if word[1].endswith(("s'", "s’"))), None)  # "the two [leaders]' lunch"
    return None if owners is None else (owners, words[owners].end(1) - 1)


def _precedes_name(words: list[re.Match[str]], at: int) -> bool:
    """Tell whether a name follows a plural: who did it, for all "two [rulings] Rogers wrote"."""
    return words[at][1].islower() and words[at + 1][1].istitle() and "-" not in words[at + 1][1]


def _is_object(words: list[re.Match[str]], at: int) -> bool:
    """Tell whether a noun is what others did something to: "three villages lost [houses]"."""
    done = (place for place in range(1, at) if nouns.is_participle(words[place]) or _is_past(words[place][1]))
    return any(nouns.PLURAL.search(words[place - 1][1]) is not None and _is_noun(words, place - 1) for place in done)


def before_act(words: list[re.Match[str]], found: Head) -> Head:
    """Give the plural right before what may be a noun but is its verb: "40 percent of [tickets] cost less"."""
    at, noun = found[0], words[found[0]][1]
    many = at > 0 and words[at - 1][1].islower() and nouns.PLURAL.search(words[at - 1][1]) is not None
    acts = many and noun in lexicon.forms("roles", "verbs", "acts") and not nouns.is_plural(noun)
    return (at - 1, words[at - 1].end(1)) if acts else found


def of_one(text: str, words: list[re.Match[str]], *, title: bool = False, parted: bool = False) -> Head | None:
    """Choose the head of one thing: a known noun, else what looks like a plural ("one of its ships"), else the last noun.

    What looks like a plural behind a singular is what that one does: "one inspector [covers]". Only one that is ``parted`` from
    others by "of" has a plural right behind it.
    """
    acting = next((at for at, word in enumerate(words) if at and nouns.is_acting(word[1])), len(words))
    words = words[:acting]
    if words and words[-1][1] == "top" and text[words[-1].end() + 1 : words[-1].end() + 2].isdigit():
        return None  # "one top 25 shareholder"
    if words and not parted and (_acts_alone(words) or _SIDE.fullmatch(words[0][1])):
        return None
    known = _known_of_one(text, words, title=title)
    if known is not None and not nouns.is_participle(words[known[0]]):
        return _before_verb(words, known)
    plurals = [at for at, word in enumerate(words) if nouns.PLURAL.search(word[1]) and not nouns.is_participle(word)]
    plurals = [at for at in plurals if not _narrows(words, at)]
    if plurals:
        return _like_a_plural(words, plurals, parted=parted)
    return _before_verb(words, known) if known is not None else _last_of_one(words, title=title)


def _known_of_one(text: str, words: list[re.Match[str]], *, title: bool) -> Head | None:
    """Give the known noun of one thing that begins no name and narrows no other: "one executive [branch]" has none."""
    known = nouns.known(text, words)
    while known is not None and not title and _begins_name(words, known):
        behind = nouns.known(text, words[known[0] + 1 :])
        known = None if behind is None else (known[0] + 1 + behind[0], behind[1])
    return None if known is not None and _narrows_next(words, known) else known


def _like_a_plural(words: list[re.Match[str]], plurals: list[int], *, parted: bool) -> Head | None:
    """Give the head that looks like a plural, unless it is a verb or begins a clause: "one [hears] that", "one [fans] love"."""
    at = next(at for at in plurals if at + 1 not in plurals)
    plain = parted or at or words[at][1].lower() in lexicon.words("grammar", "no plurals")
    return _before_verb(words, (at, words[at].end(1))) if plain else None


def _last_of_one(words: list[re.Match[str]], *, title: bool) -> Head | None:
    """Give the last word before what is told of one thing, if it is no name: "one [bid] recently made"."""
    at = _last_noun(words)
    if at is None or (len(words) == 1 and words[0][1] in lexicon.words("grammar", "no nouns")):
        return None
    noun = words[at]
    return (at, noun.end(1)) if noun[1].islower() or (not title and _is_named(words, at)) else None


def _narrows(words: list[re.Match[str]], at: int) -> bool:
    """Tell whether what only looks like a plural narrows the noun behind it: "one [news] source"."""
    behind = words[at + 1 : at + 2]
    noun = words[at][1].lower() in lexicon.words("grammar", "no plurals") and bool(behind) and behind[0][1].islower()
    return noun and not _tells_more(behind[0])


def _begins_name(words: list[re.Match[str]], known: Head) -> bool:
    """Tell whether what looks like a noun is a name that goes on: "one [House] Tern leader"."""
    at, end = known
    behind = words[at + 1 : at + 2]
    named = words[at][1].istitle() and not nouns.is_plural(words[at][1])
    return named and bool(behind) and behind[0].start() == end and behind[0][1][0].isupper()


def _narrows_next(words: list[re.Match[str]], known: Head) -> bool:
    """Tell whether a noun for a person only narrows the one right behind it: "one executive [branch]"."""
    at, end = known
    behind = words[at + 1 : at + 2]
    named = words[at][1][0].isupper() and not nouns.is_plural(words[at][1])  # "one House [staffer]"
    narrows = named or words[at][1] in lexicon.words("grammar", "narrow a noun") or _is_of_sums(words[at][1])
    if not behind or behind[0].start() != end or not narrows:
        return False
    word = behind[0][1]
    verbal = _tells_more(behind[0]) or nouns.is_acting(word)
    plain = word.islower() and nouns.PLURAL.search(word) is None and word not in lexicon.words("grammar", "behind a noun")
    return plain and not verbal


def _is_of_sums(noun: str) -> bool:
    """Tell whether a noun is what sums or shares are of, which nobody has one of: "one [aid] lorry"."""
    role = lexicon.forms("roles", "nouns").get(noun)
    return role is not None and "kinds" in lexicon.entries("roles")[role] and lexicon.noun(noun) is None


def _tells_more(word: re.Match[str]) -> bool:
    """Tell whether a word behind a noun is no noun that it narrows, but tells what became of it, or how."""
    return nouns.is_participle(word) or _is_past(word[1]) or _is_adverb(word[1])


def _is_told_of(words: list[re.Match[str]], at: int) -> bool:
    """Tell whether a singular stands behind a verb: "54,000 returned [home]", but "40 injured [staff]"."""
    noun = words[at][1].lower()
    return not (lexicon.is_person(noun) or nouns.is_plural(noun)) and any(lexicon.is_past(word[1]) for word in words[:at])


def _is_noun(words: list[re.Match[str]], at: int) -> bool:
    """Tell whether what looks like a plural is no verb: "two nuclear [tests]", but "40 men [test] it"."""
    if not nouns.is_participle(words[at]):
        return True
    narrowed = not at or (words[at - 1][1].islower() and not nouns.is_plural(words[at - 1][1]))
    return narrowed and words[at][1] in lexicon.words("grammar", "verbs and nouns")


def _acts_alone(words: list[re.Match[str]]) -> bool:
    """Tell whether a verb stands where the noun would, with nothing but adverbs behind it: "one [dealt directly] with it".

    Of one thing, a participle before a plural is a verb, too: "all but one [showed symptoms]".
    """
    first, *rest = (word[1] for word in words)
    if nouns.is_participle(words[0]) and len(rest) == 1 and nouns.PLURAL.search(rest[0]):
        return True
    return (_is_past(first) or nouns.is_acting(first)) and all(map(_is_adverb, rest))


def _is_past(word: str) -> bool:
    """Tell whether a word is the past of a verb, and no noun that has its form ("a hit")."""
    told = any(word in lexicon.words("grammar", entry) for entry in ("past", "done to", "one form"))
    return told and word not in lexicon.words("grammar", "past nouns")


def _before_verb(words: list[re.Match[str]], found: Head) -> Head:
    at = found[0]
    word, noun = words[at][1], words[at - 1]
    verb = (
        at
        and word.islower()
        and word.endswith("s")
        and nouns.PLURAL.search(word) is not None
        and not (nouns.is_participle(noun) or nouns.PLURAL.search(noun[1]))
    )
    return (at - 1, noun.end(1)) if verb else found


def _last_noun(words: list[re.Match[str]]) -> int | None:
    """Give the last word before what is told of the noun: "one bid [recently made]", "one source [familiar] with it"."""
    last = None
    for at, word in enumerate(words):
        if nouns.is_participle(word) or _is_adverb(word[1]):
            if last is not None:
                break
            continue
        told = word[1] in lexicon.words("grammar", "behind a noun") or _is_past(word[1])
        if last is not None and told and not _narrows_behind(words, at):
            break
        last = at
    return last


def _narrows_behind(words: list[re.Match[str]], at: int) -> bool:
    """Tell whether a participle stands before the noun: "one [hidden] flaw", but "one flaw [hidden] by paint"."""
    return at + 1 < len(words) and words[at][1] in lexicon.words("grammar", "done to")


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in lexicon.words("grammar", "no adverbs")


def _is_named(words: list[re.Match[str]], at: int) -> bool:
    """Tell whether a capital begins one of a people or a party: "one Democrat", "one former Syrian"; no name, no day."""
    plain = all(word[1].islower() for word in words[:at])
    return plain and at == len(words) - 1 and words[at][1] not in lexicon.forms("calendar", "names")
