"""What a sum or a measure is by the words about it: "48 metres [high]", "$89.70 a [barrel]", "[sold] the mill [for] €4 million".

A line and one of its figures go in; roles come out. The words stand in `lexicon/roles.toml`:

    behind   directly behind a measure or a time
    per      what a price is for
    traded   verbs whose sum follows behind "for"
    units    units that measure nothing else
    appraised  verbs whose sum follows behind "at"
    led      right before the figure
    led_where  right before the figure, where one of `where` stands in its sentence
    wholes   what a share is of
    objects  verbs right before or behind a figure that counts one of some nouns
    quoted   nouns whose level is told in money: "shares rose to €62.40"
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.claims.phrases import Phrase
from factcheck.lexicon import Phrases
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_BEHIND = pattern(r"(?: \([^()]{1,24}\))?[ \u00a0-]")
_LED_BY = pattern(r"\b([A-Za-z]+(?:[ \u00a0](?:of|with|to|for))?)[ \u00a0](?:(?:an?|just|only|the)[ \u00a0])?\Z")
_VERB_BEHIND = pattern(
    r"[ \u00a0](?:(?:will|would|could|may|might|must|should|were|was|are|being|been|be|have|had|has|to|also)[ \u00a0])*([a-z]+)\b"
)
_LOOK = 32
_FOR = pattern(r"[ \u00a0](for|at)[ \u00a0](?:(?:an?|just|only)[ \u00a0])?\Z")
_BREAK = pattern(r"[.;:?!“”\"](?!\d)|, (?:which|who|but|while)\b")
_WORD = pattern(r"[a-z]+")
_AROUND = 240
"""Code points to each side of a figure in which its sentence shows what it is about."""
_CLAUSE = 90
"""Code points before a sum among which its verb is looked for."""


def of(line: Line, figure: Mention) -> Iterator[str]:
    """Give the roles that the words about a sum or a measure tell."""
    if figure.kind in ("measure", "duration"):
        yield from _told_behind(line, figure)
        yield from (role for unit in figure.units[:1] if (role := lexicon.forms("roles", "units").get(unit)))
    elif figure.kind == "money":
        yield from _paid_per(figure)
        yield from _paid_for(line, figure)
    led = _LED_BY.search(line.sentence.within, max(line.sentence.span.start, figure.start - _LOOK), figure.start)
    if led is not None and led[1].lower() in lexicon.forms("roles", "led"):
        yield lexicon.forms("roles", "led")[led[1].lower()]
    if figure.kind in ("percent", "duration") and led is not None:
        yield from _led_where(line, led[1].lower(), figure.start)


def _led_where(line: Line, word: str, at: int) -> Iterator[str]:
    """Give the role that a word before a figure tells among others: "got [11 years]" where a court speaks."""
    role = lexicon.forms("roles", "led_where").get(word)
    if role is None:
        return
    span = line.sentence.span
    near = line.sentence.within[max(span.start, at - _AROUND) : min(span.end, at + _AROUND)].lower()
    if not frozenset(lexicon.entries("roles")[role]["where"]).isdisjoint(_WORD.findall(near)):
        yield role


def of_objects(line: Line, figure: Mention, phrase: Phrase) -> Iterator[str]:
    """Give the roles that a verb gives to some nouns only: "lost 40 [jobs]", "40 [jobs] were created"."""
    whole = lexicon.forms("roles", "wholes").get(phrase.head or "") if figure.kind in ("percent", "ratio") else None
    if whole is not None:
        yield whole
    table = _objects().get((phrase.head or "").lower())
    if table is None:
        return
    text, span = line.sentence.within, line.sentence.span
    led = _LED_BY.search(text, max(span.start, figure.start - _LOOK), figure.start)
    behind = _VERB_BEHIND.match(text, phrase.end, span.end)
    words = (found[1].lower() for found in (led, behind) if found is not None)
    yield from (table[word] for word in words if word in table)


@cache
def _objects() -> Mapping[str, Mapping[str, str]]:
    """Give for each noun the verbs that give a role to it, with the role."""
    found: dict[str, dict[str, str]] = {}
    for role, entry in lexicon.entries("roles").items():
        for noun in entry.get("objects", {}).get("nouns", ()):
            found.setdefault(noun, {}).update(dict.fromkeys(entry["objects"]["verbs"], role))
    return found


def _told_behind(line: Line, figure: Mention) -> Iterator[str]:
    text, end, stop = line.sentence.within, figure.span.end, line.sentence.span.end
    gap = _BEHIND.match(text, end, stop)
    found = _words_behind().at(text, gap.end(), stop) if gap else None
    if found is not None:
        yield found[0]


def _paid_per(figure: Mention) -> Iterator[str]:
    per = (unit.partition("/")[2] for unit in figure.units[:1])
    yield from (role for unit in per if (role := lexicon.forms("roles", "per").get(unit)))


def _paid_for(line: Line, figure: Mention) -> Iterator[str]:
    text, begin = line.sentence.within, max(line.sentence.span.start, figure.start - _CLAUSE)
    led = _FOR.search(text, begin, figure.start)
    if led is None:
        return
    clause = _BREAK.split(text[begin : led.start()])[-1]
    traded = lexicon.forms("roles", "traded" if led[1] == "for" else "appraised")
    yield from (traded[word] for word in reversed(_WORD.findall(clause)) if word in traded)


@cache
def _words_behind() -> Phrases[str]:
    return Phrases(lexicon.forms("roles", "behind").items())
