"""A part and its whole by their names: "Number US Killed" is among "Number Killed", "Lives lost" among "People on board"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, permutations
from operator import itemgetter

from factcheck import lexicon
from factcheck.rules import Rule
from factcheck.tables.columns import Column, Sample, partitions
from factcheck.tables.columns.names import Name
from factcheck.tables.samples import chances
from factcheck.tables.shapes import Match, alike

_CLEARLY = 6
_CLEARLY_KNOWN = 2
"""How many times fewer rows must break the order than would by chance; and where the names are known to be in order."""
_SHORT = 3
"""Letters of what may be no noun in the plural, but a country or a code: "us"."""
_BELOW, _ABOVE, _MORE = ("under", "below"), ("over", "above"), ("plus", "more", "older")
"""Words before a number and behind it that say how far something reaches."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give pairs of counts of which one's name is the other's and more."""
    part, whole = rule.claims
    for found, clearly in ((_named_so(sample), _CLEARLY), (_known(sample), _CLEARLY_KNOWN)):
        for one, other in found:
            if chances.show_order(sample.values(one), sample.values(other), clearly):
                yield Match({part: (one,), whole: (other,)}, "guess")


def _named_so(sample: Sample) -> Iterator[tuple[Column, Column]]:
    """Give pairs of counts of which the one's name is the other's and more."""
    counts = [column for column in sample.columns if column.counts and column.form.whole and not column.doubtful]
    by_words: dict[frozenset[str], list[Column]] = {}
    reaching: dict[tuple[str, ...], list[Column]] = {}
    for column in counts:
        by_words.setdefault(_words(column), []).append(column)
        if _are_people(column) and column.name.says("total"):
            by_words.setdefault(_words(column) - {"total"}, []).append(column)
        if _reach(column.name.words) != column.name.words:
            reaching.setdefault(_reach(column.name.words), []).append(column)
    for column in counts:
        words = _words(column)
        yield from (
            (column, other) for other in by_words.get(frozenset(), ()) if _is_sex_of(column, other) and alike(column, other)
        )
        for more in _shorter(column):
            for other in by_words.get(words - more, ()):
                if (
                    any(len(word) > 1 and not word.isdigit() for word in words - more)
                    and other.index != column.index
                    and alike(column, other)
                    and _is_some(column, other)
                ):
                    yield column, other
        for other in reaching.get(_reach(column.name.words), ()):
            if other.index != column.index and alike(column, other) and _inner(column.name.words, other.name.words):
                yield column, other
    yield from _shared_out(counts)
    yield from _of_which(sample.columns)


def _is_sex_of(column: Column, other: Column) -> bool:
    """Tell the women of all: "n_female" of "n"."""
    sexes = {word for words in lexicon.entries("partitions")["sexes"]["parts"] for word in words if len(word) > 1}
    own = [word for word in column.name.words if word not in sexes]
    return len(own) < len(column.name.words) and tuple(own) == other.name.words != ()


def _of_which(columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Give the columns that say "of which" with the one before them that does not, and is of the same time.

    Shares, changes and the figures of another year may stand between the two; behind what counts nothing nobody knows of which.
    """
    whole: Column | None = None
    earlier = lexicon.entries("columns")["apart"]["earlier"]
    for column in columns:
        if any(word in earlier for word in column.name.words) or column.name.says("share", "difference"):
            continue
        if not any(f"{' '.join(column.name.words)} ".startswith(f"{words} ") for words in _openings()):
            whole = column if column.counts and not column.doubtful else None
        elif whole is not None and column.counts and not column.doubtful and alike(column, whole):
            yield column, whole


def _known(sample: Sample) -> Iterator[tuple[Column, Column]]:
    """Give pairs of figures that are in order whatever they count."""
    numbers = [column for column in sample.columns if column.kind == "number" and not (column.doubtful or column.form.percent)]
    yield from _nested(numbers)
    yield from _splits([column for column in numbers if column.form.clock])
    yield from _so_far([column for column in numbers if column.counts and column.form.whole])


def _nested(columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Give figures of which the lexicon knows that one is never more than the other: valid votes, and the electorate."""
    names = {column: figure_called(column.name) for column in columns}
    for entry in lexicon.entries("nested").values():
        place = {_uncounted(name.split()): at for at, several in enumerate(entry["order"]) for name in several}
        told = {column: name for column, name in names.items() if name in place and (column.form.clock or not entry.get("clock"))}
        pairs = permutations(told, 2)
        yield from ((one, other) for one, other in pairs if place[told[one]] < place[told[other]] and alike(one, other))


def _splits(times: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Give times along a course with those further on: "10 km" and "20 km"."""
    courses: dict[tuple[str, ...], list[tuple[int, Column]]] = {}
    for column in times:
        far = [word for word in column.name.words if word.isdigit()]
        if len(far) == 1:
            courses.setdefault(tuple(word for word in column.name.words if word != far[0]), []).append((int(far[0]), column))
    for course in courses.values():
        yield from ((one, other) for (_, one), (_, other) in pairwise(sorted(course, key=itemgetter(0))))


def figure_called(name: Name) -> str:
    """Give a name as the lexicon has what is nested, without "number of" and "total"."""
    return _uncounted(name.words)


def _uncounted(words: Sequence[str]) -> str:
    return " ".join(word for word in words if word not in lexicon.words("columns", "counting") | _sums())


def _so_far(counts: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Give the columns that are called as their running total is, but for the words that say so: "new cases", "total cases"."""
    called: dict[str, list[Column]] = {}
    for column in counts:
        called.setdefault(" ".join(word for word in column.name.words if word not in _sums() | {"new"}), []).append(column)
    for name, alike_ in called.items():
        totals = [column for column in alike_ if not _sums().isdisjoint(column.name.words)]
        if len(alike_) == 2 and len(totals) == 1 and any(len(word) > 1 and word.isalpha() for word in name.split()):
            yield from ((column, totals[0]) for column in alike_ if column is not totals[0] and alike(*alike_))


def _sums() -> frozenset[str]:
    return lexicon.words("columns", "total") | lexicon.words("columns", "cumulative")


def _shared_out(counts: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Give the parts of known partitions with their whole: where a cell is missing, the sum says nothing, this still does."""
    for partition in partitions.among(counts, alone=True):
        for whole in filter(partition.is_whole, counts):
            yield from ((part, whole) for part in partition.parts if alike(part, whole))


def _reach(words: Sequence[str]) -> tuple[str, ...]:
    """Give a name without the words that say how far it reaches; the name itself where none does."""
    return tuple("" if word in ("half", "full") or _is_bound(words, at) else word for at, word in enumerate(words))


def _is_bound(words: Sequence[str], at: int) -> bool:
    return words[at].isdigit() and (_is_least(words, at) or (at > 0 and words[at - 1] in _BELOW))


def _is_least(words: Sequence[str], at: int) -> bool:
    """Tell a number from which on something counts: "over 5", "65 plus", "52 or more"."""
    behind = [word for word in words[at + 1 : at + 3] if word != "or"][:1]
    return (at > 0 and words[at - 1] in _ABOVE) or any(word in _MORE for word in behind)


def _inner(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell names that differ only in how far they reach: "under5" and "under18", "half_time" and "full_time"."""
    if len(one) != len(other):
        return False
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(apart) != 1:
        return False
    a, b, before = one[apart[0]], other[apart[0]], one[apart[0] - 1] if apart[0] else ""
    if (a, b) == ("half", "full"):
        return not _scored().isdisjoint(one)
    if not (a.isdigit() and b.isdigit()):
        return False
    return (before in _BELOW and int(a) < int(b)) or (_is_least(one, apart[0]) and int(a) > int(b))


def _words(column: Column) -> frozenset[str]:
    return frozenset({*column.name.stem, *(aspect for aspect in column.name.aspects if aspect not in ("counting", "apart"))})


def _shorter(column: Column) -> Iterator[frozenset[str]]:
    """Give the words that can be left out of a name: one or two that follow each other and narrow it."""
    words = [word for word in (_singular(column, word) for word in column.name.words) if word]
    for size in (1, 2):
        for at in range(len(words) - size + 1):
            more = words[at : at + size]
            if not _apart().intersection(more) and _narrows(more):
                yield frozenset(more)


def _narrows(more: list[str]) -> bool:
    """Tell words that pick out some from years and numbers, which pick out others; "under 5" is some."""
    digits = [word for word in more if word[0].isdigit()]
    if any(len(word) < 2 and not word.isdigit() for word in more):
        return False  # a letter is a code
    return not digits or more[0] in ("under", "over", "below", "above")


def _singular(column: Column, word: str) -> str:
    return next((each for each in (word, word[:-1], word[:-3] + "y") if each in column.name.stem), "")


@cache
def _scored() -> frozenset[str]:
    return frozenset(lexicon.entries("columns")["score-for"]["scored"])


@cache
def _openings() -> Sequence[str]:
    words: Sequence[str] = lexicon.entries("columns")["apart"]["which"]
    return words


@cache
def _apart() -> frozenset[str]:
    return frozenset(
        {*lexicon.words("columns", "apart"), *lexicon.words("columns", "total"), *lexicon.entries("columns")["apart"]["dealt"]}
    )


def _is_some(column: Column, other: Column) -> bool:
    """Tell whether nothing else of the names differs ("total", "cumulative"), and the longer one counts what the other does."""
    of_people = other.role is not None and lexicon.counts_people(other.role)
    if of_people and lexicon.is_person(column.name.words[-1]) and column.name.aspects == other.name.aspects:
        return True  # "dead officers" are some of the dead
    left = {"counting", "total"} if _are_people(other) else {"counting"}  # of "total students" some are "students with a meal"
    aspects = {frozenset({*each.name.aspects} - left) for each in (column, other)}
    total = not column.name.says("total") or other.name.says("total")
    return len(aspects) == 1 and total and not _counts_others(column.name.words, other.name.words)


def _are_people(column: Column) -> bool:
    return any(map(lexicon.is_person, column.name.words))


def _counts_others(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Tell a name whose last noun is another: "fire deaths" are no fires, nor "accidents injured" accidents."""
    tail = longer[-1]
    if tail in shorter or not _is_noun(tail):
        return False
    return not any(word in shorter for word in longer) or not any(lexicon.is_person(word) for word in shorter)


def _is_noun(word: str) -> bool:
    return (
        (len(word) > _SHORT and word.endswith("s")) or lexicon.noun(word) is not None or word in lexicon.forms("roles", "nouns")
    )
