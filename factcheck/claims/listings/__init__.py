"""Names listed behind a figure: "four cities: Bonn, Trier, Mainz and Worms". A figure goes in, the names come out.

A dash, a colon or a bracket behind the noun opens the list, or "that is"; behind a figure that no preposition leads a comma
does, too ("Three guards, Ada Wren and Tom Lull, were hurt"). Between the noun and the list may stand what tells where, when or
which ("three ports in the north that it serves: ..."). How many are listed is told by `items`; nothing is given where the list
need not be complete ("including", "and others") or one name may stand for several.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck import lexicon
from factcheck.claims.listings import apposed, both, counted, further, items, led, ones, standing, stated
from factcheck.lexicon.function_words import AUXILIARIES, BEING, MODALS, TO_HAVE
from factcheck.mentions import Mention
from factcheck.patterns import pattern
from factcheck.values import evolve, frozen

_OPENS = pattern(
    r"(?: of(?: (?:<<definite>>|(?:the )?\w+[’']s?))?"
    r"(?: (?P<whole>\d{1,2}|[a-z]+(?= [A-Za-z]+ )))?(?= [A-Za-z]))?"
    r"(?P<words>(?: [\w’'.&/]+(?:-[\w’'.&/]+)*){1,14}?)(?:,? as follows(?=:))?"
    r"[”\"]?(?: ?(?P<dash>--|—|–) ?| (?P<spaced>-) | (?P<bracket>\()|(?P<colon>:) "
    r"|(?P<comma>,) (?P<said>(?:that is|namely|currently|now|those of|i\.e\.|named|called)[,:]? (?:in )?)?)"
)
"""From a figure to its list: of which whole, the words up to the list, and the sign or words that open it."""
_BARE = pattern(r" ?(?:--|—|–|-) (?=[A-Z]|the [A-Z])|(?P<us> of (?:us|them|you))(?: ?(?:--|—|–) ?| - |: )")
_BARE_LED = pattern(
    r"(?:(?:\A|\n|[.;:] )(?:The )?|[Oo]f <<definite>>[^,.;:()]{1,30}, |<<definite>> (?:next|other|remaining) )(?:only |just )?\Z"
)
_PARTIAL = frozenset({"including", "like", "among"})
"""Before a list that need not be complete: "three members including Ann Wren, Tom Lull and Ida Marl"."""
_OPEN_END = pattern(r"\b(?:among (?:them|others)|for (?:example|instance)|to name|included|so on)\b")
_UNLISTED = pattern(r"\b<<lists: unlisted>>\b")
_OF_THE = pattern(
    r"\b(?i:(?:\d+|one|<<counts>>|some|most|many|each|any|none|several|few|half|majority|rest"
    r"|part|among|top|<<definite>> (?:last|first)(?= of))(?: of)?(?: the| its| their| these| those| his| her| all)?"
    r"(?: (?:[\w-]+ )?\w+[’']s?)?"
    r"|(?:one|[a-z]+est) of) \Z"
)
"""Before a figure of which only some need be listed: "two [of the] four mills: Hull and Bern" lists the two."""
_IN_ONE_OF = pattern(r"\b(?:in|into|to|at|from|on|by|under|through) (?:either )?one of (?:<<definite>> )?\Z")
"""Before a figure that is listed in full: "falls into one of [four] classes"; what is one of four itself need not be listed."""
_JOINED = pattern(r"\b(?:\d+|<<counts>>) (?:[a-z-]+ ){1,3}and \Z")
"""Before a figure: what is listed behind it may be of both ("two fathers and [two] mothers: ...")."""
_ONE_MORE = pattern(r"\b(?i:third|fourth|fifth|sixth|others?|another|youngest|[eo]ldest|baby|infan[a-z]+|stillborn)\b")
"""Behind such names: one more is told, without a name."""
_THEN = frozenset({"this", "last", "next"})
"""Behind a noun: when, as in "three factors last month"."""
_THEN_WORDS = 2
_LEAST, _MOST = 2, 30
_FAR = 1000
_BACK = 48
_PREDICATE = 6


@frozen
class _Opened:
    """What opens a list: the noun that is counted, where the list begins and by what sign.

    ``others`` tells whether some were told before, ``placed`` whether a name stands before the noun ("three Chinese cities"). Of
    one behind a comma: ``direct`` whether that follows the noun, ``ends`` whether a comma may stand before the last name,
    ``foremost`` whether there are no others ("its three main mills"), ``inside`` whether a place stands before it.
    """

    noun: str
    whole: str
    start: int
    sign: str
    others: bool = False
    placed: bool = False
    direct: bool = False
    ends: bool = False
    foremost: bool = False
    inside: bool = False


def behind(text: str, figure: Mention, stop: int) -> tuple[str, ...]:
    """Give the names that are listed behind a figure and must be as many as it says; none where that is not sure."""
    value = _announced(text, figure)
    if value is None:
        return ()
    listed = _listed(text, figure, stop, value)
    fewer = bool(listed) and len(listed) < value
    return () if fewer and further.is_told(text, figure.span.end, stop) else listed


def _listed(text: str, figure: Mention, stop: int, value: int) -> tuple[str, ...]:
    """Give what is listed behind a figure by one of the ways to list."""
    one_and_other = both.named(text, figure.span.end, stop) or ones.named(text, figure.span, stop)
    if one_and_other:
        return one_and_other
    opened = _opened(text, figure, stop) or _bare(text, figure, stop)
    said = _stated(text, figure, stop) if opened is None or opened.sign == "," else ()
    if opened is None or said:
        return said
    listed = text[opened.start : min(stop, opened.start + _FAR)]
    if _UNLISTED.search(text, opened.start, opened.start + len(listed) + _BACK):  # "Two more are to be named."
        return ()
    plain = opened.noun in lexicon.words("lists", "plain")
    names = items.named(listed, opened.sign, is_plain=plain)
    if names and opened.sign == "," and not _is_told_of(text, figure, opened, names):
        return ()
    if names and not _OPEN_END.search(listed, names.end):
        sure = _must_be(opened, names.items, value, serial=names.serial)
        return standing.each_once(opened.noun, names.items) if sure else ()
    is_kind = plain or opened.noun in lexicon.words("lists", "kinds")
    return _too_few(opened, items.at_most(listed, _sign(text, figure, opened), is_kind=is_kind), value)


def _sign(text: str, figure: Mention, opened: _Opened) -> str:
    """Give the sign by which a list is parted: of one behind a comma whether it may end its sentence (",."), if it is one."""
    if opened.sign != ",":
        return opened.sign
    kind, matter = (opened.noun in lexicon.words("lists", entry) for entry in ("kinds", "matters"))
    foremost = opened.foremost and (kind or apposed.is_definite(text, figure))
    if opened.direct and (foremost or matter or items.are_prizes(text, opened.start)):
        return ",."
    return "," if opened.direct and not led.is_fronted(text, figure) else ""


def _is_told_of(text: str, figure: Mention, opened: _Opened, names: items.Named) -> bool:
    """Tell whether names behind a comma are those of what is counted, and no further one is told behind them."""
    end, noun = opened.start + names.end, opened.noun
    if names.serial and not (opened.ends or opened.foremost):  # "six films, Wren's Tale, and Lull": a series
        return False
    if not apposed.are_closed(text, figure, end) and (not opened.direct or _ONE_MORE.search(text, end, end + 2 * _BACK)):
        return False
    if opened.inside and not all(name.startswith("the ") for name in names.items):
        return False
    return apposed.are_all(text, figure, noun, names.items, end, placed=opened.placed, foremost=opened.foremost)


def _announced(text: str, figure: Mention) -> int | None:
    """Give how many a figure may announce; None of one that is rounded, or that stands for some of more ("two of the nine")."""
    numeral = figure.numeral
    if figure.kind != "number" or numeral is None or figure.far or _is_loose(figure) or not _LEAST <= numeral.value <= _MOST:
        return None
    led = max(0, figure.start - _BACK), figure.start
    some = _OF_THE.search(text, *led) and not _IN_ONE_OF.search(text, *led)
    return None if some or _JOINED.search(text, *led) else int(numeral.value)


def _too_few(opened: _Opened, most: tuple[str, ...], value: int) -> tuple[str, ...]:
    """Give items that are ``most`` of a list if they are fewer than announced; none where one may stand for several."""
    several = any(item.split()[-1].lower() == opened.noun for item in most)  # "four currencies: the dollar and Asian currencies"
    fewer = 1 < len(most) < value and not several and not standing.may_be_repeated(opened.noun, most)
    return most if fewer and not _lack_commas(most, value) else ()


def _must_be(opened: _Opened, names: Sequence[str], value: int, *, serial: bool) -> bool:
    """Tell whether the names must be as many as the figure says; of those behind a comma too few are a slip, but not too many."""
    more = value - len(names)
    of_whole = opened.whole in (str(len(names)), _number(len(names)))  # "two of the 3 ports": the list is of all
    if of_whole or (more > 0 and (standing.may_be_repeated(opened.noun, names) or standing.are_several(names))):
        return False
    if _lack_commas(names, value):
        return False
    return more >= 0 or (
        not opened.others and opened.sign != "," and standing.are_whole(opened.noun, names, placed=opened.placed, serial=serial)
    )


def _lack_commas(names: Sequence[str], value: int) -> bool:
    """Tell whether one word behind several makes the number announced: "four languages, namely Czech Dutch Malay and Thai"."""
    words = [len(name.split()) for name in names]
    return len(words) == _LEAST and words[0] > _LEAST and words[1] == 1 and sum(words) == value


def _opened(text: str, figure: Mention, stop: int) -> _Opened | None:
    """Read the noun that a figure counts, and what opens a list behind it."""
    match = _OPENS.match(text, figure.span.end, stop)
    if match is None:
        return None
    beside = match["comma"] is not None and match["said"] is None
    words = _without_predicate(match["words"].split()) if match["colon"] else match["words"].split()
    inside = counted.ends_in_place(words)
    noun = None if (inside and not beside) or not _PARTIAL.isdisjoint(words) else counted.noun(words[words[0] == "other" :])
    if noun is None or words[0] in lexicon.words("lists", "volumes"):
        return None
    sign = match["dash"] or match["spaced"] or match["bracket"] or match["colon"] or ("," if beside else ":")
    placed = words[max(0, words.index(noun) - 1)][:1].isupper()
    opened = _Opened(noun.lower(), match["whole"] or "", match.end(), sign, words[:1] == ["other"], placed)
    if not beside:
        return opened
    behind_ = words[words.index(noun) + 1 :]
    if not (AUXILIARIES | lexicon.words("grammar", "past")).isdisjoint(behind_):  # "three guards at the mill are Ada Wren, ..."
        return None
    direct = not behind_ or (behind_[0] in _THEN and len(behind_) == _THEN_WORDS)
    ends = direct and apposed.may_end(text, figure, noun)
    return evolve(
        opened, direct=direct, ends=ends, foremost=direct and apposed.are_foremost(text, figure, noun, words), inside=inside
    )


def _bare(text: str, figure: Mention, stop: int) -> _Opened | None:
    """Read what opens a list behind a number without a noun: "of the nine ports [four] -- Hull, Leith and Bergen -- are shut"."""
    bare, led = _BARE.match(text, figure.span.end, stop), _BARE_LED.search(text, max(0, figure.start - _BACK), figure.start)
    if bare is None or (led is None and not bare["us"]):
        return None
    if led is not None and not led[0].strip() and text[figure.start].isdigit():  # "4 - Lamps and Looms": a heading
        return None
    return _Opened("", "", bare.end(), "--", others=True)  # more of them than announced may be told by two names


def _without_predicate(words: Sequence[str]) -> Sequence[str]:
    """Take off what is told of all that are listed: "four mills [have been sold]: ..."."""
    at = next((at for at, word in enumerate(words) if at and word in BEING | MODALS | TO_HAVE), len(words))
    done = words[at + 1 : at + _PREDICATE]
    is_done = done == words[at + 1 :] and done[-1:] != [] and lexicon.is_past(done[-1])
    return words[:at] if is_done and all(word in BEING | TO_HAVE | {"to"} for word in done[:-1]) else words


def _stated(text: str, figure: Mention, stop: int) -> tuple[str, ...]:
    """Give the names that a sentence says are those that are counted, where none of them stands for several."""
    noun, names = stated.names(text, figure, stop)
    several = not standing.PLURAL.match(noun) or standing.may_be_repeated(noun, names) or standing.are_several(names)
    return () if several else standing.each_once(noun, names)


def _is_loose(figure: Mention) -> bool:
    """Tell whether an approximator or a bound leaves room; "sold under two brands" has none, whatever "under" may mean."""
    effects = {lexicon.entries("hedges")[modifier.entry or ""].get("effect") for modifier in figure.modifiers}
    return bool(effects - {"below"})


@cache
def _number(value: int) -> str:
    """Give the word for a small number."""
    words = (entry.get("words", {}) for entry in lexicon.entries("numbers").values())
    return next((word for entry in words for word, worth in entry.items() if worth == value), "")
