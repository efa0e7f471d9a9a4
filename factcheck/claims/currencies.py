"""Ambiguous money signs: of all currencies that a bare "$" can be, only those that the document offers stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from factcheck import lexicon
from factcheck.document import Document
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_YEAR = pattern(r"\b(?:19\d\d|20\d\d)(?!\w)")
_NAME = pattern(r"[A-Z](?<!\w.)(?:\.[A-Z]\b\.?|\w+)")  # its capital first is found fast


def reader(document: Document, money: Sequence[Mention]) -> Callable[[Mention], tuple[str, ...]]:
    """Give the function that narrows a sum's units: the default, home's, and those marked elsewhere in the document."""
    marked = {_currency(mention.units[0]) for mention in money if len(mention.units) == 1}
    known: dict[str, bool] = {}
    many = any(len(mention.units) > 1 for mention in money)
    prose = " ".join(document.prose.split()) if many else ""  # "Hong Kong" may be wrapped
    words = frozenset(_NAME.findall(prose))

    def offered(code: str) -> bool:
        if code not in known:
            known[code] = code in marked or (_is_named(code, words, prose) and _is_spelled(code, document.prose))
        return known[code]

    @cache
    def narrowed(units: tuple[str, ...]) -> tuple[str, ...]:
        units = tuple([unit for unit in units if not _is_replaced(_currency(unit), document)]) or units
        home = [unit for unit in units if _is_home(_currency(unit), document.home)] if document.home is not None else []
        named = [unit for unit in units if unit not in home and offered(_currency(unit))]
        if len(named) > 1:
            named.sort(key=lambda unit: -_told(_currency(unit), prose))
        default = [units[0]] if lexicon.entries("currencies")[_currency(units[0])].get("default") else []
        if named and default and _currency(named[0]) in marked and _are_coins(units, default[0], named[0], money):
            default, named = named, default  # "€1.2 billion, or 45 cents per share"
        return tuple(dict.fromkeys((*home, *default, *named))) or units

    return lambda mention: narrowed(mention.units) if mention.kind == "money" and len(mention.units) > 1 else mention.units


def _are_coins(units: tuple[str, ...], default: str, named: str, money: Sequence[Mention]) -> bool:
    """Tell whether coins are of two currencies with other signs, of which the story has those of the second alone."""
    first, second = (frozenset(lexicon.entries("currencies")[_currency(unit)].get("signs", ())) for unit in (default, named))
    if not first.isdisjoint(second):
        return False
    return all(_currency(default) not in map(_currency, m.units) or m.units[-1] == units[-1] for m in money)


@cache
def _currency(unit: str) -> str:
    return unit.partition("/")[0]


def _is_replaced(code: str, document: Document) -> bool:
    """Tell whether a currency was replaced two years before the story at least, which tells of no year when it was money."""
    last = _last_year(code) if document.published is not None else None
    if last is None or document.published is None:
        return False
    return document.published.year > last + 1 and not any(int(year) <= last for year in _YEAR.findall(document.prose))


@cache
def _last_year(code: str) -> int | None:
    """Give the year up to which a currency was money, where another has replaced it."""
    until = lexicon.entries("currencies")[code].get("until")
    return None if until is None else int(until[:4])


def _is_home(code: str, home: str) -> bool:
    return home in lexicon.entries("currencies")[code].get("countries", ())


def _is_spelled(code: str, prose: str) -> bool:
    """Tell whether a word of the currency stands in the document, where its signs alone seldom mean it: "$" for pesos."""
    entry = lexicon.entries("currencies")[code]
    return "seldom" not in entry or any(sign in prose for sign in entry["signs"] if sign not in entry["seldom"])


def _is_named(code: str, words: frozenset[str], prose: str) -> bool:
    """Tell whether an adjective of the currency ("Canadian") or a place of it stands in the document."""
    single, several = _names(code)
    return not words.isdisjoint(single) or any(first in words and name in prose for first, name in several)


def _told(code: str, prose: str) -> int:
    """Tell how often a document names a currency's country: the one it is about comes first."""
    single, several = _names(code)
    return sum(prose.count(name) for name in (*single, *(name for _, name in several)))


@cache
def _names(code: str) -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """Give the adjectives and the places of a currency: those of one word, and those of several with their first one."""
    entry = lexicon.entries("currencies")[code]
    names = (*entry.get("adjectives", ()), *entry.get("places", ()))
    several = tuple((name.split()[0], name) for name in names if " " in name)
    return frozenset(name for name in names if " " not in name), several
