"""Bare numbers: "4,700", "two dozen", "10 to 15". What they count is found later, from the words behind them."""

from __future__ import annotations

from factcheck import lexicon
from factcheck.days import years
from factcheck.document import Span
from factcheck.mentions import NUMERAL, Mention
from factcheck.numerals import Numeral, ranges
from factcheck.patterns import pattern

KIND = "number"
PRIORITY = 90

_PRONOUN = pattern(
    r"[Oo]ne(?: (?:of|another|day|can|could|must|should|might|thing|never|always|knows|hopes|wonders|supposes|imagines)\b|['’])"
)
_PAIRED = pattern(r"\b[a-z]+-(?:on|plus|for)-\Z")
_PAIR = pattern(r"-(?:on|plus|for)-[a-z]")
"""Words of how many meet how many: "a [one]-on-[one] meeting"."""
_IS_HOUR = pattern(r"\b(?:until|till) \Z")
_CLOSED = pattern(r"[.,;](?=\s|\Z)|\Z| (?:in the (?:morning|evening|afternoon)|at night)\b")
"""About an hour in words: "the doors stay shut until [ten]."."""
_HAND = pattern(r" (?:hand|side)\b")
_STAGE, _AT = pattern(r" (?:point|stage|time)\b(?! of\b)"), pattern(r"\b[Aa]t \Z")
"""About a time that nobody counts: "at [one] point it stopped"."""
_BEFORE_PRONOUN = pattern(
    r"\b(?:[Nn]o|[Ee]very|[Aa]ny|[Tt]his|[Tt]hat|[Tt]he|[Ww]hich|[Ee]ach|[Nn]?[Ee]ither|[Ss]ame|[Nn]ew|[Bb]ig|[Gg]ood|[Ll]oved"
    r"|first|second|third|last|next|latest)[ -]\Z"
    r"|\b[Tt]he [a-z]{2,}(?:er|est) \Z"
    r"|\b(?:[Tt]he|[Aa]n?) \d[\d.,]*[ -]?[A-Za-z]{1,8} \Z"
    r"|\b[Aa]n? (?!single |mere |lone |good |further |nice |total |full )[a-z-]{3,} \Z"
)
"""Before "one" that stands for something: "[the next] one", "[the taller] one", "[a] red [one]"; "a single one" counts."""
_ANYBODY = pattern(r" (?:nobody|everybody|everyone|anybody|anyone|somebody|someone)\b")
_ONLY = pattern(r"\b[Tt]he only \Z")
_SET_BESIDE = pattern(r"\b(?:after|with|like|than|as|to|is|was|be|been) \Z")
_PARTICIPLE = pattern(
    r" (?:[a-z]+ed|<<done>>)"
    r" (?:by|in|at|from|for|on|to|with|last|this|earlier)\b"
)
_SHORTLY = pattern(r" <<in-time>>(?=[.,;:]|\Z)")
"""Behind "one" that stands for something told before: "like one built in May", "buy one shortly."."""
_ON = pattern(r"\b[Oo]n (?:the )?\Z")
_BEFORE = pattern(r"([A-Za-z]+),? \Z")
_NEXT = pattern(r" ([a-z]+)(?!['’]t\b)|-|(?: [A-Z“\"'‘])")
_LISTED = pattern(r" (?:in|from|for|at|on|to|by|against)\b")
_OF_A_LIST = pattern(
    r"(?<![\w$£€-])(?:\d[\d,.]*|<<counts>>) (?:in|from|for|at|on|to|by|against) [^.;:()\d]{1,60}(?:,| and|, and) \Z"
)
"""About "one" as the last of a list: "20 from Hull and [one] from Leith"."""
_ASIDE = pattern(r" (?:-|–|—|--) [^.;:()–—-]{1,60} (?:-|–|—|--) (?:is|was|has|had)\b")
"""Between "one" and what is told of it: "only [one] - Leith - was spared"."""
_LED = 90
_SPAN = pattern(r"['’]?s\b")
_IF = pattern(r"\b(?:[Ii]f|[Uu]nless|[Ww]hen|[Ww]here|[Hh]ow) \Z")
_ACTS = pattern(r"has|[a-z]{3,}(?<![sui])s(?<!species)(?<!series)(?<!news)")
_WHAT = pattern(r"\b(?:(?:how|much|many|what|wealth|as|than|because|whatever|wherever)|where) \Z")
_TOLD = frozenset({"is", "was", "has", "had", "remains", "remained"})
_OF_THE = pattern(r"\b(?:\d+|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en) of <<definite>> \Z")
"""Behind these "one" is a whole: "two of the one" is a slip, but no pronoun."""


def anchors() -> list[str]:
    """Give numbers."""
    return [NUMERAL]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read a number or a range of two; a part of a whole ("half") needs a unit, or is a share, and is none of this kind."""
    if numeral is None or numeral.part:
        return None
    if numeral.spelled and _IS_HOUR.search(text, max(0, numeral.start - 8), numeral.start) and _CLOSED.match(text, numeral.end):
        return None
    if numeral.spelled and (_PAIRED.search(text, max(0, numeral.start - 12), numeral.start) or _PAIR.match(text, numeral.end)):
        return None
    first, far = ranges.pair(text, numeral, stop)
    if far is None and _is_pronoun(text, numeral, stop):
        return None
    if _SPAN.match(text, (far or first).end):  # "in his 40s", "the '90s"
        return None
    if far is not None and _are_years(text, first, far, stop):
        return None
    if far is None and (change := ranges.changed(text, first, stop)):
        first = change[0]
    return Mention(KIND, Span(first.start, far.end if far else first.end), first, far)


def _are_years(text: str, first: Numeral, far: Numeral, stop: int) -> bool:
    if not (first.may_be_year(text) and far.may_be_year(text)):
        return False
    return not years.is_counted(text, far.end, stop, int(first.value))


def _is_pronoun(text: str, numeral: Numeral, stop: int) -> bool:
    """Tell whether "one" stands for somebody or something instead of counting."""
    if not numeral.spelled or numeral.value != 1 or numeral.vague:
        return False
    if _OF_THE.search(text, max(0, numeral.start - 16), numeral.start):
        return False
    if _PRONOUN.match(text, numeral.start) or _BEFORE_PRONOUN.search(text, max(0, numeral.start - 20), numeral.start):
        return True
    if _stands_for_told(text, numeral, stop):
        return True
    if _STAGE.match(text, numeral.end) and _AT.search(text, max(0, numeral.start - 4), numeral.start):
        return True
    if _HAND.match(text, numeral.end) and _ON.search(text, max(0, numeral.start - 8), numeral.start):
        return True
    return not _counts(text, numeral, stop)


def _stands_for_told(text: str, numeral: Numeral, stop: int) -> bool:
    """Tell whether "one" is a thing of the kind told before: no noun follows, but what was done with it, or how."""
    if _ANYBODY.match(text, numeral.end, stop) is not None:
        return True
    if _PARTICIPLE.match(text, numeral.end, stop) is not None:
        return _SET_BESIDE.search(text, max(0, numeral.start - 10), numeral.start) is not None
    if _ONLY.search(text, max(0, numeral.start - 10), numeral.start):
        return lexicon.nouns().at(text, numeral.end + 1, stop) is None
    before = _BEFORE.search(text, max(0, numeral.start - 16), numeral.start)
    hurt = before is not None and before[1].lower() in lexicon.forms("roles", "verbs", "acts")
    return not hurt and _SHORTLY.match(text, numeral.end, stop) is not None


def _is_last_of_list(text: str, numeral: Numeral, stop: int) -> bool:
    """Tell whether "one" is placed as the number before it in its list is."""
    led = _LISTED.match(text, numeral.end, stop)
    before = _OF_A_LIST.search(text, max(0, numeral.start - _LED), numeral.start) if led else None
    return before is not None and f"{led[0]} " in before[0] if led else False


def _counts(text: str, numeral: Numeral, stop: int) -> bool:
    """Tell whether a noun stands behind "one", or it is told of ("one was killed") or done to ("killing one")."""
    behind = _NEXT.match(text, numeral.end, stop)
    acts = behind is not None and behind[1] is not None and _ACTS.fullmatch(behind[1]) is not None
    if acts and _IF.search(text, max(0, numeral.start - 10), numeral.start):  # "if one has faith", "when one considers"
        return False
    if text.startswith((" has to ", " had to "), numeral.end):
        return False
    if behind is not None and behind[1] in _TOLD and _WHAT.search(text, max(0, numeral.start - 16), numeral.start):
        return False  # "how much wealth one has"
    if behind is not None and (behind[1] is None or behind[1] in _TOLD or behind[1] in lexicon.forms("roles", "verbs", "acts")):
        return True
    if behind is not None and behind[1] not in lexicon.words("grammar", "stops"):
        return True
    if _ASIDE.match(text, numeral.end, stop) or _is_last_of_list(text, numeral, stop):
        return True
    before = _BEFORE.search(text, max(0, numeral.start - 16), numeral.start)
    return before is not None and before[1].lower() in lexicon.forms("roles", "verbs", "acts")
