"""What a sum or a measure is by the words about it: "48 metres [high]", "$89.70 a [barrel]", "[sold] the mill [for] €4 million".

A line and one of its figures go in; roles come out. The words stand in `lexicon/roles.toml`:

    behind   directly behind a measure or a time
    per      what a price is for
    traded   verbs whose sum follows behind "for"
    units    units that measure nothing else
    quoted   nouns whose level is told in money: "shares rose to €62.40"
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.lexicon import Phrases
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_BEHIND = pattern(r"(?: \([^()]{1,24}\))?[ \u00a0-]")
_FOR = pattern(r"[ \u00a0]for[ \u00a0](?:an?[ \u00a0])?\Z")
_BREAK = pattern(r"[.;:?!“”\"](?!\d)|, (?:which|who|but|while)\b")
_WORD = pattern(r"[a-z]+")
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
    traded = lexicon.forms("roles", "traded")
    yield from (traded[word] for word in reversed(_WORD.findall(clause)) if word in traded)


@cache
def _words_behind() -> Phrases[str]:
    return Phrases(lexicon.forms("roles", "behind").items())
