"""How many are listed: the text behind what opens a list goes in, its items come out.

Two readings. `named` reads a list that can be counted: names with a capital, commas between them and one "and" before the last,
closed by a sign. `at_most` parts any other list at every comma and every "and", so that no reading of it has more items; each of
them must stand for one thing (a name; "a" or "an" with what follows; anything, where kinds of things are counted).
"""

from __future__ import annotations

from itertools import chain

from factcheck import lexicon
from factcheck.claims.listings import things, written
from factcheck.claims.listings.things import NAME
from factcheck.lexicon.function_words import AUXILIARIES
from factcheck.patterns import pattern
from factcheck.values import frozen

_PLAIN = r"[a-z]+(?:-[a-z]+)?(?: [a-z]+(?:-[a-z]+)?){0,2}"
_WORDS = pattern(rf"(?P<first>{_PLAIN}(?:, {_PLAIN})+)(?P<comma>,)? and (?P<last>{_PLAIN})")
_ASIDE = pattern(r"\w+(?:ly|er|est|ed|ing)\Z")
"""An item of several words that begins so may be said of the one before: "copper, heavily taxed, and zinc"."""
_LIST = pattern(rf"(?P<first>{NAME}(?:, {NAME})*)(?P<comma>,)? and (?P<last>{NAME})")
_SAID = r", (?:the )?[A-Z][^.,;:()—–]{0,40} (?:said|says|told)\b"
_CLOSES = pattern(
    r" ?(?:--|—|–)| - |(?<=\w)- |\)|;(?= (?!(?:and|plus|or|an?)\b)[a-z])|\.(?! ?[A-Za-z])"
    rf"|,(?! (?:(?:and|or|plus|along|as well)\b|(?:the )?[A-Z]))|{_SAID}|\Z"
)
_GOES_ON = pattern(r",[^.;:()—–]{1,60}, (?:and|plus) (?:an?|the|[A-Z])")
"""Behind what is told of the last name: ", of Leeds, and a nurse"."""
_RUNS_ON = pattern(r",(?= (?:[a-z]|[$€£]\d))(?! (?:and|or|plus|along|as well|but|both|all|each|one|two|three|the|a|an|whose)\b)")
_RUNS_ON_OR_ENDS = pattern(
    rf"{_RUNS_ON.pattern}|, (?:and (?=(?:the|its|their|<<has>>|<<is>>|[a-z]+s) [a-z])|(?=(?:while|but|although|though)\b))"
    r"|\.(?!\w)|;(?= and (?:<<counts>>|\d+|an?|his|her|their)\b)|\Z"
)
_VERB_FOLLOWS = pattern(_CLOSES.pattern + r"| (?!(?:and|or|of|plus|in)\b)[a-z]")
"""Behind the last of the names that "of" leads to in the middle of a sentence."""
_ENDS = r"[;.:][”\"]?\Z"
_APPOSED = rf", (?=(?:{'|'.join(sorted(AUXILIARIES))})\b|(?:who|which|that) (?:are|were|have|had|will|would)\b)"
_END = {
    ",": pattern(_APPOSED),
    ",.": pattern(
        rf"{_APPOSED}|{_ENDS}|;|, (?=(?:after|before|when|while|but|although|though|as|because|he|she|it|they|we)\b)|{_SAID}"
    ),
    "(": pattern(r"\)"),
    "-": pattern(rf" - |(?<=\w)- |{_ENDS}|;"),
    ":": pattern(rf" (?:--|—|–|-) |—|{_ENDS}|[;?!]|,[”\"] (?:he|she|it|they|the|an?|[A-Z]\w+)\b"),
}
_PARTED_BY_SIGNS = pattern(r";(?! (?!(?:and|plus|or|an?)\b)[a-z])")
"""Between items that have commas of their own: "a boat, and the only one that sails; a raft, and a buoy"."""
_STOP = pattern(r"\.(?=\s|\Z)|\Z|--|—")
_DASHED = pattern(rf" ?(?:--|—|–) ?|{_ENDS}|;")
_TAIL = pattern(rf"(?:, (?:who|which|whose|where|with|according|<<pronoun>>|each|all|both|of|in) |{_SAID}).*\Z")
_PARTED = pattern(r" ?, ?and | ?, | and ")
_QUOTED_COMMA = pattern(r",(?P<close>[”’\"'])(?= )")
"""The comma of a list within the quotation mark before it, as American print has it: '"Boats," "Carts" and "Trains."'."""
_OPEN_END = pattern(
    r"\b(?:among|for (?:example|instance)|to name|includ(?:ed|es|ing)|so on|etc|such as|notably|chiefly|mainly|mostly|especially"
    r"|others?|more|rest|like|(?:along|together) with|as well as|alongside|besides"
    r"|exclusive of|excluding|except|apart from|not counting|plus)\b|\.\.\.|…"
)
"""What shows that a list is not all, or tells more than the items."""
_PREPOSITIONS = frozenset({"at", "in", "on", "from", "for", "with", "by", "near"})
_PRIZE = pattern(r"(?:for )?best [a-z]")
_FEWEST, _MANY = 2, 5
_JOINS, _SERIAL = ("and ", "but ", "or ", "plus "), ", and "
_FEW_SIGNS = 3
"""Parts between semicolons that make a list, or of which some are told by their number ("two clerks, a nun and a cook")."""


@frozen
class Named:
    """The names of a list, where behind its beginning the last one ends, and whether a comma stands before its "and"."""

    items: tuple[str, ...] = ()
    end: int = 0
    serial: bool = False

    def __bool__(self) -> bool:
        return bool(self.items)


def named(text: str, sign: str, *, is_plain: bool) -> Named:
    """Read names with commas and one "and" up to the sign that closes them; none where other words stand in the list.

    One that a comma opens goes on with a clause, or ends its sentence.
    """
    words = text if sign == "(" else written.plain(text)
    plain = _WORDS.match(words) if is_plain else None
    listed = plain or _LIST.match(words)
    closes = _RUNS_ON_OR_ENDS if sign == "," else _VERB_FOLLOWS if sign == "of" else _CLOSES
    if listed is None or not closes.match(words, listed.end()) or _GOES_ON.match(words, listed.end()):
        return Named()
    names = (*_names(listed["first"]), listed["last"])
    one_word = len(names) >= _MANY and not any(" " in name for name in names)  # no reading has as many asides
    if plain is not None and not one_word and (not plain["comma"] or any(map(_may_be_aside, names))):
        return Named()  # "two seasons: wet, hot and dry"
    return Named(names, listed.end() if sign == "(" else written.place(text, listed.end()), listed["comma"] is not None)


def are_prizes(text: str, start: int) -> bool:
    """Tell whether a list begins with the title of a prize: "for best film and best song"."""
    return _PRIZE.match(text, start) is not None


def _may_be_aside(item: str) -> bool:
    """Tell whether plain words may be no item, but tell of the one before."""
    words = item.split()
    return not lexicon.words("grammar", "stops").isdisjoint(words) or (len(words) > 1 and _ASIDE.match(words[0]) is not None)


def at_most(text: str, sign: str, *, is_kind: bool) -> tuple[str, ...]:
    """Give the items of a list, as many as there can be; none where one of them may stand for several, or is no item."""
    if not sign:
        return ()
    end = (_DASHED if sign in ("--", "—", "–") else _END[sign]).search(text)
    if end is None:
        return ()
    if _PARTED_BY_SIGNS.match(text, end.start()):
        return _between_signs(text)
    whole = written.without_when(_QUOTED_COMMA.sub(r"\g<close>,", written.plain(text[: end.start()])))
    words = _TAIL.sub("", whole)
    if ", and " in whole[len(words) :]:  # the list goes on behind what is told of a name
        return ()
    if is_kind and " and " not in words:  # "three uses: food, fuel or feed"
        words = words.replace(" or ", " and ")
    if sign.startswith(",") and (
        words.startswith(_JOINS) or (sign == "," and _SERIAL in words)
    ):  # "who had four bids, and Ada Wren and Bo Lull, who had one"
        return ()
    if " and " not in words or _OPEN_END.search(text, 0, end.end()):
        return ()
    parts = _without_lead(tuple(part.strip() for part in _PARTED.split(words) if part.strip()), is_kind=is_kind)
    told = [things.each(part, is_kind=is_kind) for part in parts]
    several = max(map(len, told), default=0) > 1
    return tuple(chain(*told)) if all(told) and len(parts) >= (_FEW_SIGNS if several else _FEWEST) else ()


def _between_signs(text: str) -> tuple[str, ...]:
    """Give the names that semicolons part, as many as there can be: "Ada Wren, 34, of Hull; Tom Lull, 21; and Bo Kim"."""
    told, *more = _STOP.split(written.plain(text))
    parts = [part.strip().removeprefix("and ") for part in told.split(";")]
    closed = " and " in told[told.rfind(";") :]
    if len(parts) < _FEW_SIGNS or not closed or any(more) or _OPEN_END.search(told):
        return ()
    pieces = [piece for part in parts for piece in _PARTED.split(part)]
    named = [piece for piece in pieces if piece[:1].isupper()]
    heads = [_PARTED.split(part)[0] for part in parts]
    return tuple(named) if all(things.NAMED.fullmatch(head) and things.is_one(head, is_kind=False) for head in heads) else ()


def _without_lead(parts: tuple[str, ...], *, is_kind: bool) -> tuple[str, ...]:
    """Take off the preposition that each item has before it, or the first of some prizes or kinds: "at Hull and at the Wren"."""
    lead = parts[0].partition(" ")[0] if parts else ""
    bare = tuple(part.removeprefix(f"{lead} ") for part in parts)
    leads = lead in _PREPOSITIONS
    each = leads and all(part.startswith(f"{lead} ") for part in parts)
    first = leads and (is_kind or all(part.startswith("best ") for part in bare))
    return bare if each or first else parts


def _names(words: str) -> list[str]:
    """Part names at their commas; "Inc" and the like belong to the name before."""
    names: list[str] = []
    for name in words.split(", "):
        if names and name.rstrip(".") in lexicon.words("lists", "suffixes"):
            names[-1] += f", {name}"
        else:
            names.append(name)
    return names
