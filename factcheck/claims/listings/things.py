"""What an item of a list stands for: one thing ("a nun", "Ada Wren"), so many ("two clerks"), or nobody knows how many.

The words of an item go in, yes or no comes out, or the item once for each thing.
"""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.numerals import spelled
from factcheck.patterns import pattern

_TITLE = r"(?:<<short-titles>>|St|Mt|Ft)\.(?= [A-Z])"
_INITIAL = r"[A-Z]\.(?= [A-Z][\w’'.-])"
_TOKEN = (
    rf"(?:{_TITLE}|{_INITIAL}|(?:[A-Z]\.){{2,3}}(?= [A-Z][\w’'-])|[A-Z](?:[\w’'&/]|-(?! )|\.(?=[\w,]| [a-z])|!(?=[,;]))*"
    r"|[a-z][A-Z][\w-]*|(?:al|el|bin|ibn)-[A-Z][\w’'-]*|&)"
)
_SMALL = r"(?:of|the|in|for|de|du|des|del|la|le|von|van|der|al|bin|at|on)"
NAME = rf"(?:the |former )?{_TOKEN}(?: (?:(?:(?:{_SMALL} ){{0,2}}){_TOKEN}|\d+<<th>>))*"
_RELATIVE = pattern(
    r" (?:that|which|who|whose|where|from|for|of|in|with|at|on|to|as|by|between|against|into|without|under|over|about)\b.*\Z"
)
NAMED = pattern(
    rf"(?:(?:[a-z][\w’'-]* )?{NAME} (?:[a-z][\w’'-]* ){{1,3}})?"
    rf"(?:(?:an? |the )?(?:[a-z][\w’'-]* ){{0,5}})?{NAME}(?:[’']s (?:[\w-]+ ?){{0,4}})?"
    rf"|the {NAME}(?: [a-z-]+){{1,2}}"
)
_LABELLED = pattern(rf"(?:the )?{NAME}(?: [a-z]+(?:-[a-z]+)?){{1,4}}")
"""A name with its kind behind it: "Beryl B water injection project"."""
_QUOTED = pattern(r"[“\"‘][A-Z0-9][^“”\"]{0,60}[”\"’]")
"""The title of a work: "“The Weir”"."""
_BEST = pattern(r"best [\w’'& -]+")
"""The title of a prize: "best short film"."""
_FIGURE = pattern(r"[$£€]?\d[\d.,/-]*(?:pc|p|c| ?%| (?:pct|percent|per cent|cents?|pence|cts|dlrs|dollars|euros|pounds))?")
"""A figure alone, one of several rates or the like."""
_ONE = pattern(r"(?:<<determiner>>|one)(?: (?!<<determiner>>\b)[\w’'“”\"/&-]+){1,5}")
_DIGIT = pattern(r"\d(?!\d*<<th>>\b)")
_PLURAL = pattern(r"[a-z][\w’'-]*(?<![sui’'])s\Z|(?:<<people>>|family|staff|media|data|police)\Z")
_SO_MANY = pattern(r"(?:<<determiner>> )?(?P<count>\d\d?|<<counts>>) (?:[a-z’'-]+ ){0,4}?(?P<noun>[a-z’'-]+)")
"""So many of one kind: "two older clerks"."""
_EACH = pattern(r"\b(?:each|every|both|apiece|per)\b")
"""In an item that stands for several: "a clerk from each of the two mills"."""
_LONGEST = 10
"""Words of an item; more are a clause."""


def each(item: str, *, is_kind: bool) -> tuple[str, ...]:
    """Give an item once for each thing that it stands for, "two clerks" twice; none where nobody knows for how many."""
    if _EACH.search(item):
        return ()
    many = _SO_MANY.fullmatch(_RELATIVE.sub("", item))
    if many is not None and _PLURAL.match(many["noun"]) and many["noun"] not in lexicon.words("lists", "groups"):
        return (item,) * int(spelled.values().get(many["count"]) or many["count"])
    return (item,) if is_one(item, is_kind=is_kind) else ()


def is_one(item: str, *, is_kind: bool) -> bool:
    """Tell whether an item stands for one thing, and is no clause."""
    core = _RELATIVE.sub("", item)
    words = [word.lower() for word in core.split() if word not in lexicon.words("lists", "firms")]
    if not is_kind and len(words) == 1 and core.islower() and lexicon.is_person(core):  # "her mother and father"
        return _PLURAL.match(core) is None
    if not words or len(words) > _LONGEST or _counts(core, is_kind=is_kind) or not _verbs().isdisjoint(_small(core)):
        return False
    if not is_kind and _is_group(core):
        return False
    if core.split()[0] in lexicon.words("grammar", "negations"):  # "in eight towns (no loans as yet in Hull and Leith)"
        return False
    if _QUOTED.fullmatch(item):
        return True
    if _BEST.fullmatch(core):
        return _PLURAL.match(words[-1]) is None
    if NAMED.fullmatch(item) or NAMED.fullmatch(core):
        return _PLURAL.match(words[-1]) is None or core.split()[-1][0].isupper()
    if is_kind or (_LABELLED.fullmatch(core) and _is_label(core)):
        return True
    return _ONE.fullmatch(core) is not None and not words[-1].endswith("ed") and _PLURAL.match(words[-1]) is None


def _counts(core: str, *, is_kind: bool) -> bool:
    """Tell whether an item holds a number that may be one of things; "a 20GB version" is one, and so is a rate of "0.14 pct"."""
    if is_kind:
        return _DIGIT.match(core) is not None and _FIGURE.fullmatch(core) is None
    return _DIGIT.search(core) is not None and not core.startswith(("a ", "an "))


def _small(core: str) -> list[str]:
    """Give the words of an item that are in no name."""
    return [word for word in core.split() if not word[0].isupper()]


def _is_label(core: str) -> bool:
    """Tell whether the words behind a name tell its kind, and no clause of it."""
    small, stops = _small(core.removeprefix("the ")), lexicon.words("grammar", "stops")
    return stops.isdisjoint(small) and not any(word.endswith("s") or lexicon.is_past(word) for word in small)


def _is_group(core: str) -> bool:
    """Tell whether an item is a group, alone or with a name behind it: "a couple", "the band Lull", but not "a team doctor"."""
    words, groups = core.split(), lexicon.words("lists", "groups")
    return any(
        word.lower() in groups and (at + 1 == len(words) or (word.islower() and words[at + 1][0].isupper()))
        for at, word in enumerate(words)
        if word not in lexicon.words("lists", "firms")
    )


@cache
def _verbs() -> frozenset[str]:
    """Give the words that make a clause of an item, or several things: verbs, numbers, "several"."""
    numbers = lexicon.forms("numbers").keys() - {"one"}
    return lexicon.words("grammar", "past") | lexicon.words("grammar", "future") | lexicon.words("lists", "clauses") | numbers
