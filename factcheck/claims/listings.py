"""Names listed behind a figure: "four cities: Bonn, Trier, Mainz and Worms". A figure goes in, the names come out.

Only a list that can be counted is read: names with a capital, commas between them and one "and" before the last, opened by a
dash, a colon or a bracket right behind the noun, closed by a sign. Nothing is given where the list need not be complete
("including", "and others"), where "and" stands twice (it may be in a name), or where words other than names stand in it.
"""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_OPENS = pattern(
    r"(?:[ \u00a0]of[ \u00a0](?:the|its|their|his|her|(?:the[ \u00a0])?\w+[’']s?)"
    r"(?:[ \u00a0](?P<whole>\d{1,2}))?(?=[ \u00a0][a-z]))?"
    r"(?P<before>(?:[ \u00a0][\w’'.-]+){0,4}?)[ \u00a0](?P<noun>[\w’'-]+)"
    r"(?:[ \u00a0]?(?:--|—|–)[ \u00a0]?|[ \u00a0]-[ \u00a0]|[ \u00a0](?P<bracket>\()"
    r"|(?:[ \u00a0](?:that|which|who|whose)\b[^,;:.()—–]{0,60})?:[ \u00a0])"
)
_PLURAL = pattern(r"\w+s\Z|(?:wo)?men\Z|children\Z|people\Z")
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|St|Prof|Rev|Col|Capt|Sgt|Adm)\.(?= [A-Z])"
_TOKEN = rf"(?:{_TITLE}|[A-Z](?:[\w’'&-]|\.(?=[\w,]| [a-z]))*|[a-z][A-Z][\w-]*|&)"
_SMALL = r"(?:of|the|in|for|de|du|des|del|la|le|von|van|der|al|bin|at|on)"
_NAME = rf"(?:the |former )?{_TOKEN}(?:[ \u00a0](?:(?:{_SMALL}[ \u00a0]){{0,2}}){_TOKEN})*"
_WORDS = pattern(r"(?P<first>[a-z]+(?:-[a-z]+)?(?:, [a-z]+(?:-[a-z]+)?)+)(?P<comma>,)? and (?P<last>[a-z]+(?:-[a-z]+)?)")
_LIST = pattern(rf"(?P<first>{_NAME}(?:, {_NAME})*)(?P<comma>,)? and (?P<last>{_NAME})")
_AND = pattern(r"\band\b")
_TICKER = pattern(r"[ \u00a0]\([^()]*\)")
_CLOSES = pattern(r"[ \u00a0]?(?:--|—|–)|[ \u00a0]-[ \u00a0]|[);]|\.(?! ?[A-Za-z])|,(?![ \u00a0](?:and|plus|along|as well)\b)|\Z")
_OPEN_END = pattern(r"\b(?:among (?:them|others)|for (?:example|instance)|to name|included|so on)\b")
_OF_THE = pattern(
    r"\b(?i:\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|most|many|each|any|none|several|few|half|majority|all|rest"
    r"|part|between|among|top|[Tt]he last|[Tt]he first)(?: of)?(?: the| its| their| these| those| his| her| all)? \Z"
)
_LEAST, _MOST = 2, 30
_FAR = 1000
_BACK = 24


def behind(text: str, figure: Mention, stop: int) -> tuple[str, ...]:
    """Give the names that are listed behind a figure and must be as many as it says; none where that is not sure."""
    numeral = figure.numeral
    if figure.kind != "number" or numeral is None or figure.far or _is_loose(figure) or not _LEAST <= numeral.value <= _MOST:
        return ()
    opened = _OPENS.match(text, figure.span.end, stop)
    if (
        opened is None
        or not _is_counted(opened["before"], opened["noun"])
        or _OF_THE.search(text, max(0, figure.start - _BACK), figure.start)
    ):
        return ()
    stop = min(stop, opened.end() + _FAR)
    words = text[opened.end() : stop] if opened["bracket"] else _TICKER.sub("", text[opened.end() : stop])
    listed = (_WORDS if opened["noun"] in lexicon.words("lists", "plain") else _LIST).match(words)
    if listed is None or not _CLOSES.match(words, listed.end()) or _OPEN_END.search(words, listed.end()):
        return ()
    names = [*_names(listed["first"]), listed["last"]]
    noun, more = opened["noun"].lower(), numeral.value - len(names)
    of_whole = opened["whole"] is not None and int(opened["whole"]) == len(names)  # "two of the 3 ports": the list is of all
    return (
        ()
        if of_whole or (more < 0 and not _are_whole(noun, names)) or (more > 0 and _may_be_repeated(noun, names))
        else tuple(names)
    )


def _is_loose(figure: Mention) -> bool:
    """Tell whether an approximator or a bound leaves room; "sold under two brands" has none, whatever "under" may mean."""
    effects = {lexicon.entries("hedges")[modifier.entry or ""].get("effect") for modifier in figure.modifiers}
    return bool(effects - {"below"})


def _is_counted(before: str, noun: str) -> bool:
    """Tell whether a figure counts the noun that a list explains: a plural, and no "for five" or "of the" between the two."""
    words = {word.lower() for word in before.split()}
    return _PLURAL.match(noun) is not None and not words & (lexicon.words("grammar", "stops") | _numbers())


@cache
def _numbers() -> frozenset[str]:
    return frozenset(word for entry in lexicon.entries("numbers").values() for word in entry.get("words", {}))


def _names(words: str) -> list[str]:
    """Part names at their commas; "Inc" and the like belong to the name before."""
    names: list[str] = []
    for name in words.split(", "):
        if names and name.rstrip(".") in lexicon.words("lists", "suffixes"):
            names[-1] += f", {name}"
        else:
            names.append(name)
    return names


def _are_whole(noun: str, names: list[str]) -> bool:
    """Tell whether each name stands by itself: behind a place its state may follow, and behind a person a title."""
    titles = lexicon.words("lists", "titles")
    titled = any(titles.intersection(name.split()) for name in names)
    return not titled and noun not in lexicon.words("lists", "places") and not _is_person(noun)


def _may_be_repeated(noun: str, names: list[str]) -> bool:
    """Tell whether one name may stand for several: a scorer of two goals, a day with two shows."""
    return noun in lexicon.words("lists", "repeated") or any(
        name.split()[0] in lexicon.forms("calendar", "names") for name in names
    )


def _is_person(noun: str) -> bool:
    known = lexicon.forms("nouns").get(noun)
    return known is not None and bool(lexicon.entries("nouns")[known].get("person"))
