"""What a sum or a measure is by the words about it: "48 metres [high]", "$89.70 a [barrel]", "[sold] the mill [for] €4 million".

A line and one of its figures go in; roles come out. The words stand in `lexicon/roles.toml`:

    behind   directly behind a measure or a time
    per      what a price is for
    traded   verbs whose sum follows behind "for"
    units    units that measure nothing else
    appraised  verbs whose sum follows behind "at", as it does behind those of trade
    led      right before the figure
    led_where  right before the figure, where one of `where` stands in its sentence
    bare     right before a sum that no noun names
    quoted   nouns whose level is told in money: "shares rose to €62.40"
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile

from factcheck import lexicon, units
from factcheck.claims import Line
from factcheck.claims.phrases import Phrase
from factcheck.claims.roles import leads
from factcheck.lexicon import Phrases
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_BEHIND = pattern(r"(?: \([^()]{1,24}\))?[ -]")
_LED_BY = pattern(
    r"\b(?:([A-Za-z]+) (?:on [A-Z][a-z]+day )?)?([A-Za-z]+) "
    r"(?:(?:a further|an extra|another|a total of|a combined|an?|just|only|the|all|all the) )?\Z"
)
_CHANGED = pattern(
    r" (?:above|below|higher|lower|warmer|colder|cooler|faster|slower|more|less)\b"
    r"(?! (?:zero|nought|freezing|sea|ground))"
)
_LOOK = 44
_AGAINST = pattern(r" to [\d.]+(?:%| ?per ?cent|(?=[,;]|\.?\s*\Z|\n))")
_BY = pattern(r" by [\d.]+(?:%| per ?cent) to \Z")
_EARNED = pattern(
    r"(\b(?:who|[Ss]?[Hh]e|I) (?:had |has )?"
    r"|(?P<many>\b[A-Za-z]+(?<![sui])s|\b<<people>>) (?:here |there |in [A-Z]\w+ )?)?"
    r"(?:(?<=\w )(?:earn(?:s|ed|ing)?|makes?|making))"
    r" (?:(?:<<about>>|<<bounds>>|an average of) )*\Z"
)
"""Before what a person earns."""
_PAY, _FORTUNE = 1_000_000, 50_000_000
"""What few earn by the year, and nobody."""
_TALLIED = pattern(r" (?:counted|tallied|reporting|reported|processed|in(?=[.,;:)]|\s*\Z))(?![a-z])")
"""Behind the part of votes that is known, which is nobody's: "with [82 percent] of votes counted"."""
_NARROWED = pattern(r"(?: (?!<<grammar: stops>> )(?:[a-z-]+|GDP)){1,2} ")
_ENDED = pattern(r"[.,;:)]|\s*\Z| (?:rate|<<grammar: stops>>)\b")
"""Around a noun that a share is the rate of."""
_FOR = pattern(r" (for|at) (?:(?:an? (?:reported|total|combined|record)(?: of)?|an?|just|only) )?\Z")
_BREAK = pattern(r"[.;:?!“”\"](?!\d)|, (?:which|who|but|while)\b")
_WORD = pattern(r"[a-z]+")
_AROUND = 240
"""Code points to each side of a figure in which its sentence shows what it is about."""
_OPENING = 120
_COST = "cost"
_CLAUSE = 90
"""Code points before a sum among which its verb is looked for."""


def of(line: Line, figure: Mention, phrase: Phrase, led: tuple[str, ...]) -> Iterator[str]:
    """Give the roles that the words about a sum or a measure tell; ``led`` are the `words_before` it."""
    if figure.kind in ("measure", "duration"):
        yield from _told_behind(line, figure)
        if led[-1:] != ("by",) and _CHANGED.match(line.sentence.within, figure.span.end) is None:
            yield from (role for unit in figure.units[:1] if (role := lexicon.forms("roles", "units").get(unit)))
    elif figure.kind == "money":
        yield from _paid_per(figure)
        yield from ("salary",) if _earned(line, figure) else ()
        yield from _paid_for(line, figure)
    elif figure.kind == "percent":
        yield from _rated_behind(line, figure)
    told = figure.kind == "measure" and any(_told_behind(line, figure))  # "measures 40 metres across"
    yield from (role for words in led if not told and (role := lexicon.forms("roles", "led").get(words)))
    unnamed = figure.kind == "money" and phrase.head is None
    if unnamed or figure.kind in ("percent", "duration", "measure"):
        known = figure.kind == "percent" and _TALLIED.match(line.sentence.within, phrase.end)
        where = () if known else _led_where(line, _versus(line, figure, led), figure.start)
        yield from (role for role in where if phrase.head is None or "wholes" not in lexicon.entries("roles")[role])
    if unnamed and not _is_quoted(line, figure):
        yield from (role for words in led if (role := lexicon.forms("roles", "bare").get(words)))


def _versus(line: Line, figure: Mention, led: tuple[str, ...]) -> tuple[str, ...]:
    """Give what leads to a figure; two results are each led by one word: "won by [54 percent] to [46 percent]"."""
    text, start, begin = line.sentence.within, figure.start, max(line.sentence.span.start, figure.start - _CLAUSE)
    first = led[-1:] == ("by",) and _AGAINST.match(text, figure.span.end)
    second = led[-1:] == ("to",) and _BY.search(text, begin, start)
    backed = (first or second) and lexicon.forms("roles", "acts").keys() & _WORD.findall(text[begin:start])
    return ("with",) if (first or second) and not backed else led  # "Greens back it by 81 percent to 12" are asked


def words_before(line: Line, figure: Mention) -> tuple[str, ...]:
    """Give the two words right before a figure, in lower case, and the last of them."""
    led = _LED_BY.search(line.sentence.within, max(line.sentence.span.start, figure.start - _LOOK), figure.start)
    if led is None:
        return ()
    last = led[2].lower()
    return (f"{led[1].lower()} {last}", last) if led[1] else (last,)


def _led_where(line: Line, led: tuple[str, ...], at: int) -> Iterator[str]:
    """Give the roles that a word before a figure tells among others: "got [11 years]" where a court speaks."""
    told = [role for words in led for role in _leading().get(words, ())]
    near = words_near(line, at) if told else frozenset()
    yield from (role for role in told if not near.isdisjoint(lexicon.entries("roles")[role]["where"]))


def words_near(line: Line, at: int) -> frozenset[str]:
    """Give the words about a figure: of its sentence, of those right before it, and of what its story opens with."""
    text, span = line.sentence.within, line.sentence.span
    begin = max(text.rfind("\n", 0, span.start) + 1, at - _AROUND)  # the sentence before may say it
    opening = text[: min(begin, _OPENING)].partition("\n")[0]  # what the story is about
    end = len(text) if line.sentence.kind == "headline" else span.end  # what its story begins with
    return frozenset(_WORD.findall(f"{opening} {text[begin : min(end, at + _AROUND)]}".lower()))


@cache
def _leading() -> Mapping[str, tuple[str, ...]]:
    """Give for each word that tells roles among others all of these."""
    found: dict[str, tuple[str, ...]] = {}
    for role, entry in lexicon.entries("roles").items():
        for word in entry.get("led_where", ()):
            found[word] = (*found.get(word, ()), role)
    return found


def _is_quoted(line: Line, figure: Mention) -> bool:
    """Tell whether a sum is of what is told in money itself: "the [shares] lost 40 cents" is no loss."""
    near = takewhile(lambda mention: figure.start - mention.span.start <= _CLAUSE, line.before(figure.start))
    text, quoted = line.sentence.within, lexicon.forms("roles", "quoted")
    return any(mention.kind == "role" and text[mention.span.start : mention.span.end].lower() in quoted for mention in near)


def _told_behind(line: Line, figure: Mention) -> Iterator[str]:
    text, end, stop = line.sentence.within, figure.span.end, line.sentence.span.end
    gap = _BEHIND.match(text, end, stop)
    found = _words_behind().at(text, gap.end(), stop) if gap else None
    if found is not None:
        yield found[0]


def _rated_behind(line: Line, figure: Mention) -> Iterator[str]:
    """Give what a share is the rate of by a noun that other words narrow: "29 percent youth [unemployment]"."""
    text, end, stop = line.sentence.within, figure.span.end, line.sentence.span.end
    cue = next((mention for mention in line.behind(end) if mention.kind == "role"), None)
    if cue is None or not cue.entry or not _NARROWED.fullmatch(text, end, cue.span.start):
        return
    noun = text[cue.span.start : cue.span.end] in lexicon.forms("roles", "nouns")
    if noun and "percent" in lexicon.entries("roles")[cue.entry].get("kinds", ()) and _ENDED.match(text, cue.span.end, stop):
        yield cue.entry


def _paid_per(figure: Mention) -> Iterator[str]:
    per = (unit.partition("/")[2] for unit in figure.units[:1])
    yield from (role for unit in per if (role := lexicon.forms("roles", "per").get(unit)))


def _earned(line: Line, figure: Mention) -> bool:
    """Tell whether a sum is what a person earns: by the hour or the year, or told of him: "she makes [$27 an hour]"."""
    text, begin = line.sentence.within, max(line.sentence.span.start, figure.start - _LOOK)
    spell = units.is_spell(figure.units[0].partition("/")[2]) if figure.units else False
    led = _EARNED.search(text, begin, figure.start)
    value = figure.numeral.value if figure.numeral is not None else 0
    if led is not None and led["many"] is not None:
        return value < _PAY and lexicon.is_person(led["many"].lower())  # "teachers earn $40,000"
    return led is not None and value < _FORTUNE and ((spell and value < _PAY) or led[1] is not None)


def _paid_for(line: Line, figure: Mention) -> Iterator[str]:
    text, begin = line.sentence.within, max(line.sentence.span.start, figure.start - _CLAUSE)
    led = _FOR.search(text, begin, figure.start)
    if led is None:
        return
    clause = _BREAK.split(leads.INSERTED.sub("", text[begin : led.start()]))[-1]
    traded = lexicon.forms("roles", "traded")
    if led[1] == "at":
        traded = {**traded, **lexicon.forms("roles", "appraised")}  # "sells buns at $4 each"
    told = [traded[word] for word in reversed(_WORD.findall(clause)) if word in traded]
    yield from [role for role in told if role != _COST] or told  # "sold a mill built in May for 4 million"


@cache
def _words_behind() -> Phrases[str]:
    return Phrases(lexicon.forms("roles", "behind").items())
