"""How many are listed: the text behind what opens a list goes in, its items come out.

Two readings. `named` reads a list that can be counted: names with a capital, commas between them and one "and" before the last,
closed by a sign. `at_most` parts any other list at every comma and every "and", so that no reading of it has more items; each of
them must stand for one thing (a name; "a" or "an" with what follows; anything, where kinds of things are counted).
"""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.patterns import pattern
from factcheck.values import frozen

_TITLE = r"<<short-titles>>\.(?= [A-Z])"
_INITIAL = r"[A-Z]\.(?= [A-Z][\w’'-])"
_TOKEN = (
    rf"(?:{_TITLE}|{_INITIAL}|[A-Z](?:[\w’'&/-]|\.(?=[\w,]| [a-z])|!(?=[,;]))*"
    r"|[a-z][A-Z][\w-]*|(?:al|el|bin|ibn)-[A-Z][\w’'-]*|&)"
)
_SMALL = r"(?:of|the|in|for|de|du|des|del|la|le|von|van|der|al|bin|at|on)"
_NAME = rf"(?:the |former )?{_TOKEN}(?: (?:(?:(?:{_SMALL} ){{0,2}}){_TOKEN}|\d+<<th>>))*"
_PLAIN = r"[a-z]+(?:-[a-z]+)?(?: [a-z]+(?:-[a-z]+)?){0,2}"
_WORDS = pattern(rf"(?P<first>{_PLAIN}(?:, {_PLAIN})+)(?P<comma>,)? and (?P<last>{_PLAIN})")
_ASIDE = pattern(r"\w+(?:ly|er|est|ed|ing)\Z")
"""An item of several words that begins so may be said of the one before: "copper, heavily taxed, and zinc"."""
_LIST = pattern(rf"(?P<first>{_NAME}(?:, {_NAME})*)(?P<comma>,)? and (?P<last>{_NAME})")
_TICKER = pattern(r" ?\([^()]*\)")
_SAID = r", (?:the )?[A-Z][^.,;:()—–]{0,40} (?:said|says|told)\b"
_CLOSES = pattern(
    r" ?(?:--|—|–)| - |\)|;(?= (?!(?:and|plus|or|an?)\b)[a-z])|\.(?! ?[A-Za-z])"
    rf"|,(?! (?:(?:and|plus|along|as well)\b|(?:the )?[A-Z]))|{_SAID}|\Z"
)
_GOES_ON = pattern(r",[^.;:()—–]{1,60}, (?:and|plus) (?:an?|the|[A-Z])")
"""Behind what is told of the last name: ", of Leeds, and a nurse"."""
_RUNS_ON = pattern(
    r",(?= (?:[a-z]|[$€£]\d))(?! (?:and|or|plus|along|as well|but|both|all|each|one|two|three|the|a|an|whose|who)\b)"
)
_RUNS_ON_OR_ENDS = pattern(rf"{_RUNS_ON.pattern}|\.(?!\w)|;(?= and (?:<<counts>>|\d+|an?|his|her|their)\b)|\Z")
_VERB_FOLLOWS = pattern(_CLOSES.pattern + r"| (?!(?:and|or|of|plus|in)\b)[a-z]")
"""Behind the last of the names that "of" leads to in the middle of a sentence."""
_END = {
    "(": pattern(r"\)"),
    "-": pattern(r" - |[;.:]\Z|;"),
    ":": pattern(r" (?:--|—|–|-) |—|[.]\Z|[;?!]"),
}
_PARTED_BY_SIGNS = pattern(r";(?! (?!(?:and|plus|or|an?)\b)[a-z])")
"""Between items that have commas of their own: "a boat, and the only one that sails; a raft, and a buoy"."""
_STOP = pattern(r"\.(?=\s|\Z)|\Z|--|—")
_DASHED = pattern(r" ?(?:--|—|–) ?|[;.:]\Z|;")
_TAIL = pattern(rf"(?:, (?:who|which|whose|where|with|according|<<pronoun>>|each|all|both|of|in) |{_SAID}).*\Z")
_PARTED = pattern(r" ?, ?and | ?, | and ")
_QUOTED_COMMA = pattern(r",(?P<close>[”’\"'])(?= )")
"""The comma of a list within the quotation mark before it, as American print has it: '"Boats," "Carts" and "Trains."'."""
_RELATIVE = pattern(r" (?:that|which|who|whose|where|from|for|of|in|with|at|on)\b.*\Z")
_NAMED = pattern(
    rf"(?:{_NAME} (?:[a-z][\w’'-]* ){{1,3}})?(?:(?:an? |the )?(?:[a-z][\w’'-]* ){{0,5}})?{_NAME}(?:[’']s (?:[\w-]+ ?){{0,4}})?"
    rf"|the {_NAME}(?: [a-z-]+){{1,2}}"
)
_ONE = pattern(r"(?:<<determiner>>|one)(?: (?!<<determiner>>\b)[\w’'“”\"/&-]+){1,5}")
_DIGIT = pattern(r"\d(?!\d*<<th>>\b)")
_PLURAL = pattern(r"[a-z][\w’'-]*(?<![sui’'])s\Z|(?:children|people|men|women|family|staff|media|data|police)\Z")
_OPEN_END = pattern(
    r"\b(?:among|for (?:example|instance)|to name|includ(?:ed|es|ing)|so on|etc|such as|notably|chiefly|mainly|mostly|especially"
    r"|others?|more|rest|like|(?:along|together) with|as well as|alongside|besides"
    r"|exclusive of|excluding|except|apart from|not counting|plus)\b|\.\.\.|…"
)
"""What shows that a list is not all, or tells more than the items."""
_PREPOSITIONS = frozenset({"at", "in", "on", "from", "for", "with", "by", "near"})
_LONGEST = 10
"""Words of an item; more are a clause."""
_FEWEST, _MANY = 2, 5
_FEW_SIGNS = 3
"""Parts between semicolons that make a list."""


@frozen
class Named:
    """The names of a list, where behind its beginning the last one ends, and whether a comma stands before its "and"."""

    items: tuple[str, ...] = ()
    end: int = 0
    serial: bool = False

    def __bool__(self) -> bool:
        return bool(self.items)


def named(text: str, sign: str, *, is_plain: bool, ends: bool = False) -> Named:
    """Read names with commas and one "and" up to the sign that closes them; none where other words stand in the list.

    One that a comma opens goes on with a clause, or ``ends`` its sentence.
    """
    words = text if sign == "(" else _TICKER.sub("", text)
    plain = _WORDS.match(words) if is_plain else None
    listed = plain or _LIST.match(words)
    behind = _RUNS_ON_OR_ENDS if ends else _RUNS_ON
    closes = behind if sign == "," else _VERB_FOLLOWS if sign == "of" else _CLOSES
    if listed is None or not closes.match(words, listed.end()) or _GOES_ON.match(words, listed.end()):
        return Named()
    if sign == "," and listed["comma"]:  # "six films, Wren's Tale, and Lull": the figure is the first of a series
        return Named()
    names = (*_names(listed["first"]), listed["last"])
    one_word = len(names) >= _MANY and not any(" " in name for name in names)  # no reading has as many asides
    if plain is not None and not one_word and (not plain["comma"] or any(map(_may_be_aside, names))):
        return Named()  # "two seasons: wet, hot and dry"
    return Named(names, listed.end() + len(text) - len(words), listed["comma"] is not None)


def _may_be_aside(item: str) -> bool:
    """Tell whether plain words may be no item, but tell of the one before."""
    words = item.split()
    return not lexicon.words("grammar", "stops").isdisjoint(words) or (len(words) > 1 and _ASIDE.match(words[0]) is not None)


def at_most(text: str, sign: str, *, is_kind: bool) -> tuple[str, ...]:
    """Give the items of a list, as many as there can be; none where one of them may stand for several, or is no item."""
    if sign == ",":
        return ()
    end = (_DASHED if sign in ("--", "—", "–") else _END[sign]).search(text)
    if end is None:
        return ()
    if _PARTED_BY_SIGNS.match(text, end.start()):
        return _between_signs(text)
    whole = _QUOTED_COMMA.sub(r"\g<close>,", _TICKER.sub("", text[: end.start()]))
    words = _TAIL.sub("", whole)
    if ", and " in whole[len(words) :]:  # the list goes on behind what is told of a name
        return ()
    if " and " not in words or _OPEN_END.search(text, 0, end.end()):
        return ()
    parts = _without_lead(tuple(part.strip() for part in _PARTED.split(words) if part.strip()))
    return parts if len(parts) >= _FEWEST and all(_is_one(part, is_kind=is_kind) for part in parts) else ()


def _between_signs(text: str) -> tuple[str, ...]:
    """Give the names that semicolons part, as many as there can be: "Ada Wren, 34, of Hull; Tom Lull, 21; and Bo Kim"."""
    told, *more = _STOP.split(_TICKER.sub("", text))
    parts = [part.strip().removeprefix("and ") for part in told.split(";")]
    closed = " and " in told[told.rfind(";") :]
    if len(parts) < _FEW_SIGNS or not closed or any(more) or _OPEN_END.search(told):
        return ()
    pieces = [piece for part in parts for piece in _PARTED.split(part)]
    named = [piece for piece in pieces if piece[:1].isupper()]
    heads = [_PARTED.split(part)[0] for part in parts]
    return tuple(named) if all(_NAMED.fullmatch(head) and _is_one(head, is_kind=False) for head in heads) else ()


def _without_lead(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Take off the preposition that each item has before it: "at Hull Hall and at the Wren School"."""
    lead = parts[0].partition(" ")[0] if parts else ""
    led = lead in _PREPOSITIONS and all(part.startswith(f"{lead} ") for part in parts)
    return tuple(part.removeprefix(f"{lead} ") for part in parts) if led else parts


def _is_one(item: str, *, is_kind: bool) -> bool:
    """Tell whether an item stands for one thing, and is no clause."""
    core = _RELATIVE.sub("", item)
    words = [word.lower() for word in core.split() if word not in lexicon.words("lists", "firms")]
    counts = _DIGIT.match(core) if is_kind else _DIGIT.search(core)
    if not words or len(words) > _LONGEST or counts or not _verbs().isdisjoint(words):
        return False
    if not is_kind and _is_group(core):
        return False
    if core.split()[0] in lexicon.words("grammar", "negations"):  # "in eight towns (no loans as yet in Hull and Leith)"
        return False
    if _NAMED.fullmatch(item) or _NAMED.fullmatch(core):
        return _PLURAL.match(words[-1]) is None or core.split()[-1][0].isupper()
    if is_kind:
        return True
    return _ONE.fullmatch(core) is not None and not words[-1].endswith("ed") and _PLURAL.match(words[-1]) is None


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


def _names(words: str) -> list[str]:
    """Part names at their commas; "Inc" and the like belong to the name before."""
    names: list[str] = []
    for name in words.split(", "):
        if names and name.rstrip(".") in lexicon.words("lists", "suffixes"):
            names[-1] += f", {name}"
        else:
            names.append(name)
    return names
