"""The noun of a sum, a share or a measure: "9 percent of [voters]", "€40 billion in [assets]", "a $12 billion [loan]"."""

from __future__ import annotations

import re
from functools import cache

from factcheck import lexicon
from factcheck.claims import SHARES
from factcheck.claims.phrases import announced, heads, nouns
from factcheck.claims.phrases.nouns import PLURAL, Phrase
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_FORESEEN_BY = pattern(r"<<foreseen>> by\b")
_SPELL_OF = pattern(r"(?:<<spells>>)['’]s\Z")
_SIZED = frozenset({"money", "measure", "percent", "points", "ratio", "duration", "age"})
_COUNTED = pattern(r" \d[\d,.]*(?: (?:thousand|million|billion))?(?= [a-z])")
_AGAIN = pattern(r" \([^()]{0,30}[\d.,]+[^()]{0,50}\)(?= [a-z])")
"""A sum told again before its noun: "a €40 million [($43 million)] loan"."""
_HAD = pattern(r" <<has>>\b")
_COMPARED = frozenset([
    "higher", "lower", "larger", "smaller", "more", "less", "ahead", "earlier", "short", "cheaper", "fewer", "year-on-year",
    "year-over-year", "month-on-month", "quarter-on-quarter", "annually", "yearly"
])  # fmt: skip
_NAMED_OLD = pattern(r"[- ]olds\Z")
"""An age that names those who have it: "18-to-34-year-[olds]"."""
_OWNERS = ("’s", "'s", "s’", "s'")
_TRADE = pattern(
    r"[a-z]{2}(?:man|woman|men|women|ist|ian|eer|ster|ter|der|ner|ker|ger|per|ser|tor|sor|boy|girl|mother|father)s?\Z"
)
_FEW = 3
"""Words of what a sum consists of."""


def behind(text: str, figure: Mention, stop: int, *, title: bool = False) -> Phrase:
    """Read "9 percent of [voters]", "€40 billion in [assets]", "a $12 billion [loan]", whose noun an article announces."""
    if figure.kind not in _SIZED:
        return Phrase(figure.span.end)
    described = _described(text, figure, stop)
    if described is not None:
        return described
    of = announced.of(text, figure, stop)
    if of is None and not (announced.is_so(text, figure) or (title and figure.kind == "money")):
        return _beside(text, figure, stop)
    return _told(text, figure, of, stop)


def _described(text: str, figure: Mention, stop: int) -> Phrase | None:
    """Read what a share, an age or a measure with a hyphen describes: "a 38-metre [vessel]"; None if another may be told."""
    aged = figure.kind == "age"
    if aged and _NAMED_OLD.search(text, figure.span.start, figure.span.end):
        return Phrase(figure.span.end)
    if not aged and figure.kind != "ratio" and not _is_attributive(text, figure):
        return None
    words = nouns.without_act(text, figure.span.start, nouns.run(text, figure.span.end, stop))
    found = (nouns.known(text, words) or (_first_aged(words) if aged else _first_noun(words))) if words else None
    if found is not None:
        return nouns.phrase(text, words, *found)
    return Phrase(figure.span.end) if aged else None


def _told(text: str, figure: Mention, of: re.Match[str] | None, stop: int) -> Phrase:
    """Read the noun that "of", "in" or an article announces; a share may be of a count: "86 percent of 420 [samples]"."""
    end, share = figure.span.end, of is not None and figure.kind in SHARES and of[1] in ("of", "")
    start = of.end(2) if of else end
    counted = (_COUNTED.match(text, start, stop) or announced.ranked().match(text, start, stop)) if share else None
    counted = counted or (None if of else _AGAIN.match(text, start, stop))
    words = nouns.run(text, counted.end() if counted else start, stop)
    if share:
        words = _without_owner(words)
    if not words or (of is None and words[0][1] in lexicon.forms("roles", "behind")):
        return Phrase(end)
    if share and counted and _is_unit(words[0][1]):
        return Phrase(end)  # "a third of the 67 billion euros"
    found = _noun(text, words, figure.kind, of, share=share)
    return Phrase(end) if found is None else nouns.phrase(text, words, *found)


def _without_owner(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out whose it is that a share is of: "17 percent of [the retailer's] shares"."""
    owner = max((at for at, word in enumerate(words[:-1]) if word[1].endswith(_OWNERS)), default=-1)
    return words[owner + 1 :]


def _noun(text: str, words: list[re.Match[str]], kind: str, of: re.Match[str] | None, *, share: bool) -> tuple[int, int] | None:
    """Choose the noun among the words behind a sum, a share or a measure; None where they tell none of it."""
    found = nouns.known(text, words)
    found = heads.before_act(words, found) if share and found is not None else found
    if found is None or (share and _is_one_person(text[words[found[0]].start(1) : found[1]])):
        found = _unknown_noun(words, kind, of) or found
    if found is None:
        return None
    if of is None:
        return None if _expects(text, words[found[0]], found[1]) else _compound(words, found)
    noun = text[words[found[0]].start(1) : found[1]]
    held = of[1] == "in" and not (kind == "money" and lexicon.is_person(noun.lower()))  # "€4 million in the general election"
    return found if share or held or noun in _sizes() or _is_substance(kind, of) else None


def _is_one_person(noun: str) -> bool:
    """Tell whether a noun is of one person, of whom there are no shares: "26 percent of [adult] smokers"."""
    return lexicon.is_person(noun.lower()) and not nouns.is_plural(noun)


def _is_unit(word: str) -> bool:
    return any(word in lexicon.forms(*table) for table in (("currencies", "names"), ("currencies", "signs"), ("units", "names")))


def _beside(text: str, figure: Mention, stop: int) -> Phrase:
    """Read "on $500,000 [bail]", "from 800 billion won [profit]": a noun of sums right behind one that no article announces."""
    words = nouns.run(text, figure.span.end, stop) if figure.kind == "money" else []
    found = nouns.known(text, words) if words else None
    at, last = _compound(words, found) if found is not None else (0, 0)
    if found is None or text[words[at].start(1) : last] not in _sizes():
        return Phrase(figure.span.end)
    return nouns.phrase(text, words, at, last)


def _is_attributive(text: str, figure: Mention) -> bool:
    """Tell whether a measure or a time is told as an adjective: "a 38-metre [vessel]", "10-year government [bonds]"."""
    return figure.kind in ("measure", "duration") and "-" in text[figure.span.start : figure.span.end]


def _is_substance(kind: str, of: re.Match[str]) -> bool:
    """Tell whether a measure or a sum is of what follows without an article: "320 tonnes of flour", "€500 million of bonds"."""
    return of[1] == "of" and not of[2] and kind in ("measure", "money")


def _expects(text: str, noun: re.Match[str], end: int) -> bool:
    """Tell whether those behind a sum are no noun of it but have a verb: "the 1.6 percent economists had expected"."""
    return lexicon.is_person(noun[1].lower()) and _HAD.match(text, end) is not None


def _compound(words: list[re.Match[str]], found: tuple[int, int]) -> tuple[int, int]:
    """Give the last noun of a compound: "a $61 billion aid [package]", "a $50 billion investment [fraud]"."""
    at, end = found
    for here, word in enumerate(words[at + 1 :], at + 1):
        if word.start() != end or not word[1].islower() or _is_verbal(word):
            break
        at, end = here, word.end(1)
    if at > found[0] and PLURAL.search(words[at][1]):  # "a $2 billion bond stands"
        at, end = at - 1, words[at - 1].end(1)
    return at, end


def _is_verbal(word: re.Match[str]) -> bool:
    told = nouns.is_participle(word) or word[1] in lexicon.words("grammar", "past")
    return told or word[1].endswith("ly") or word[1] in _COMPARED


def _announced(words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give the noun of a few words behind an article and a sum: "a 7 percent pay [rise]"; a verb ends them ("a bond stands")."""
    told = next((at for at, word in enumerate(words) if at and _is_verbal(word)), len(words))
    words = words[:told]  # "a $40 million bridge opened"
    last = words[len(words) - (len(words) > 1 and PLURAL.search(words[-1][1]) is not None) - 1]
    plain = len(words) <= _FEW and all(word[1].islower() for word in words)
    foreseen = _FORESEEN_BY.match(last.string, last.start(1)) is not None  # "the 4 million euros forecast by the bank"
    return (words.index(last), last.end(1)) if plain and not _is_verbal(last) and not foreseen else None


def _content(words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give what a sum consists of or is for: "€2 million in [cash]", "$40 million in emergency [relief]"; no manner, no time."""
    plain = all(word[1].islower() for word in words) and not nouns.is_participle(words[-1]) and len(words) <= _FEW
    manner = words[0][1] in lexicon.words("grammar", "manners") or nouns.is_acting(words[0][1])
    return None if manner or not plain else (len(words) - 1, words[-1].end(1))


def _unknown_noun(words: list[re.Match[str]], kind: str, of: re.Match[str] | None) -> tuple[int, int] | None:
    """Give a noun that the lexicon does not know: the plural or the only word behind "of", or the one word behind a sum."""
    if of is None:
        return _announced(words)
    if of[1] == "in" and kind == "money" and not of[2]:
        return _content(words)
    if of[1] not in ("of", "") or kind == "points":
        return None
    many = [at for at, word in enumerate(words) if PLURAL.search(word[1])]
    plural = next(((at, words[at].end(1)) for at in many if at + 1 not in many), None)  # "sports [clubs]"
    if plural is not None or kind == "money":
        return plural
    if nouns.is_participle(words[0]) and kind != "measure":
        return None
    if kind in SHARES:
        return _of_mass(words)
    return _substance(words)


def _substance(words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give what a measure is of, up to a verb or an adverb: "40 tonnes of raw [sugar]", "9 litres of untaxed [fuel]"."""
    told = next((at for at, word in enumerate(words) if at and _is_verbal(word)), len(words))
    at = min(told, _FEW) - 1
    plain = words[min(1, at) : at + 1]  # "40 tonnes of Ukrainian wheat"
    return (at, words[at].end(1)) if at >= 0 and all(word[1].islower() for word in plain) else None


def _of_mass(words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give a singular that a share is of, up to a verb: "3 percent of gross domestic [product]", "a third of [Lorland]"."""
    told = next((at for at, word in enumerate(words) if _is_verbal(word) or _is_done(words, at)), len(words))
    alike = {word[1].islower() for word in words[:told]}
    owned = any(word[1].endswith(_OWNERS) and not _SPELL_OF.match(word[1]) for word in words[:told])  # "of last year's total"
    plain = len(alike) == 1 or (told > 0 and words[told - 1][1].islower())  # "of the European market"
    return (told - 1, words[told - 1].end(1)) if 0 < told <= _FEW and plain and not owned else None


def _is_done(words: list[re.Match[str]], at: int) -> bool:
    """Tell whether a word is what those before it do: "a third of the [staff] leave"."""
    return at > 0 and words[at][1] in lexicon.words("grammar", "many-do") and lexicon.is_person(words[at - 1][1].lower())


def _first_aged(words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give the first word behind an age where it is a plural, or a word for people: "[40-year-old] ships"."""
    many = PLURAL.search(words[0][1]) is not None and words[0][1].islower()
    return (0, words[0].end(1)) if many else _first_trade(words) or _last_plain(words)


def _last_plain(words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give the last of a few plain words behind an age, up to a verb: "its 90-year-old central [library]"."""
    told = next((at for at, word in enumerate(words) if _is_verbal(word) or nouns.is_acting(word[1])), len(words))
    plain = 0 < told <= _FEW and all(word[1].islower() for word in words[:told])
    return (told - 1, words[told - 1].end(1)) if plain and PLURAL.search(words[told - 1][1]) is None else None


def _first_trade(words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give the first word behind an age where it ends as words for people do: "a 52-year-old [signalman]"."""
    return (0, words[0].end(1)) if _TRADE.search(words[0][1]) else None


def _first_noun(words: list[re.Match[str]]) -> tuple[int, int] | None:
    """Give the first plural of words, else the last of a few plain ones ("fibreglass [craft]"), else the first, if no verb."""
    acts = lexicon.forms("roles", "acts")
    if words[0][1] in lexicon.words("grammar", "many-do"):
        return None  # "six in ten blame farms"
    plural = next(((at, word.end(1)) for at, word in enumerate(words) if PLURAL.search(word[1]) and word[1] not in acts), None)
    told = next((at for at, word in enumerate(words) if _is_verbal(word) or nouns.is_acting(word[1])), len(words))
    if plural is None and 1 < told <= _FEW and all(word[1].islower() for word in words[1:told]):
        return told - 1, words[told - 1].end(1)
    first = words[0]
    single = (
        (first[1].islower() or len(words) == 1)
        and first[1] not in _COMPARED
        and not nouns.is_participle(first)
        and not first[1].endswith("ly")
    )
    return plural or ((0, first.end(1)) if single and first[1] not in acts else None)


@cache
def _sizes() -> frozenset[str]:
    """Give the nouns of roles that sums have: "€40 billion in assets"."""
    return frozenset(noun for entry in lexicon.entries("roles").values() if "kinds" in entry for noun in entry.get("nouns", ()))
