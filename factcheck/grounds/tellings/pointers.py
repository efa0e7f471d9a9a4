"""Figures that point back at one told before: "those five fees", "the 31 mills", "all seven of the officers".

A figure goes in, and where two are asked about the earlier one, too; whether the words say so comes out. Only what stands right
before and right behind a figure is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.claims import Claim, scenes
from factcheck.grounds.tellings import wordings
from factcheck.lexicon.function_words import AUXILIARIES
from factcheck.numerals import slips
from factcheck.patterns import pattern

_DEFINITE = frozenset({"the", "those", "these", "all", "same"})
_KNOWN = ("the ", "The ", "those ", "Those ", "these ", "These ")
_OWNER = pattern(r"(?P<owner>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,2}|\b[Tt]he [a-z]+)(?:[’']s|(?<=s)[’']) \Z")
"""Whose all are that a figure counts: "Northern Ireland's 18 seats", "the country's three airlines"."""
_POSSESSED = (" its ", " their ", " his ", " her ", "Its ", "Their ", "His ", "Her ")
_PARTLY = frozenset({"only", "just"})
_CLOSED = pattern(
    r"[.,;:)—–]|--| - | (?:<<is>>|will|would|<<has>>|said|say|can|could|should|may|might|must|also|and|but)\b"
    r"| (?:in)?to <<determiner>>\b| (?:themselves|each|all|both|towards?)\b| as (?!of\b|well\b)"
)
"""Behind a definite figure: its noun phrase is over, and nothing says which ones are meant."""
_CHOSEN = pattern(r", [^.;:()]{1,60}?, (?:that|who|whom|whose|which)\b")
"""Behind a figure and an aside: which of several are meant ("the 19 states, mostly in the south, that did not")."""
_JOINED = pattern(r" and (?!(?:was|is|has|does|says)\b)(?:[a-z-]+s|<<people>>|staff)\b")
"""Behind a figure: others are counted with it ("its 83 sailors [and officers]")."""
_WHILE = pattern(r"\b(?:now|then|still|today|yesterday|by)\b")
_POINTED = pattern(r"\b[Tt](?:hose|hese) \Z")
_RELATIVE = pattern(r" (?:who|whom|whose|that|which|where)\b")
_NARROWED = pattern(
    r" (?:who|whom|whose|that|which|where|in|of|from|with|without|for|at|on|under"
    r"|[a-z]+(?:ed|en) (?:by|in|at|on|to|for|from))\b"
)
"""Behind a figure that points: which ones are meant is told right there ("those eight clerks who walked out")."""
_WHO = pattern(r" (?:who|that|which) ")
_PAUSE = pattern(r"[.,;:)—–]")
_PLACED = pattern(r" (?:in|on|at)\b")
_OF_NAME = pattern(r" of ((?:the )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*)")
_OF_THING, _OF_A_THING = pattern(r" of the ([a-z]+)\b"), pattern(r" of (?:an?|the) ([a-z]+)\b")
_PROPER = pattern(r"[A-Z][a-z]{3,}")
_SAME = pattern(r"\b[Tt]he same \Z")
_FROM_AMONG = pattern(r"\b(?:among|amongst|out of|from|from among) (?:all )?(?:the|these|those) \Z")
_BALANCES = frozenset({"deficit", "surplus"})
_PAST = pattern(r" ([a-z]+)\b")
_WORD = pattern(r"[a-z]+")
_OPENER = pattern(
    r"(?:[^,;:.()]{1,60}, )?(?:(?i:and|but|so|yet|now|then|of|all|only) )*(?:[A-Z][a-z]+ (?:in|of|for|at|on|with) )?"
    r"(?:[Tt]he|[Tt]hose|[Tt]hese|[Aa]ll)?(?: of the)? ?(?:<<about>> )?\Z"
)
"""Before a figure that opens its clause: whatever verb stands behind is of those counted."""
_OF_EVENT = pattern(r" (?:during|amid|throughout|after|since|over)\b")
"""Behind the verb of a figure: which event is meant ("the ten people killed [during] the feud")."""
_DEED = pattern(r" (?P<deed>[a-z]+) (?:by|in|at|on|to|for|from|near|under)\b")
_FINITE = AUXILIARIES
_ADDED = pattern(
    r"\b(?:[Mm]ore|[Ll]atest|[Cc]urrent|[Oo]thers?|[Aa]nother|[Aa]dditional|[Ff]urther|joined"
    r"|[Tt]hose (?:on|in|at|with|who|that|of))\b"
)
"""Between a figure and one that points back: some were added, or a few of them are spoken of."""
_ADJECTIVES = frozenset({"more", "other", "another", "additional", "further"})
_NUMBER = pattern(r" (?:<<counts>>|\d)")
_BEHIND = pattern(r"(?: [a-z][a-z'’-]*){1,3}")
_LED = 40
"""Code points before a figure that are read."""
_NEAR = 200
"""Code points between two sentences of which the second tells of what the first told."""
_NEXT = 3
"""Code points between a sentence and the one that points back at it ("those five taxes")."""


def is_known(claim: Claim) -> bool:
    """Tell whether a figure is told as one that everybody knows: "among the four banks"; a plan may have such a figure, too."""
    return claim.sentence.within.endswith(_KNOWN, 0, claim.phrase.start) or bool(_owner(claim))


def are_of_one_owner(later: Claim, earlier: Claim) -> bool:
    """Tell whether two figures count all that one has: "Bonn's 18 schools", and again "Bonn's 81 schools"."""
    return _owner(later) == _owner(earlier) != ""


def _owner(claim: Claim) -> str:
    """Give the words before a figure that tell whose all are that it counts."""
    text, start = claim.sentence.within, claim.sentence.span.start
    owner = _OWNER.search(text, max(start, claim.phrase.start - _LED), claim.phrase.start)
    return owner["owner"].lower() if owner else ""


def is_owned(claim: Claim) -> bool:
    """Tell whether a figure counts all that somebody told of before has: "its 40 mills"."""
    return claim.sentence.within.endswith(_POSSESSED, 0, claim.phrase.start)


def is_all(claim: Claim) -> bool:
    """Tell whether a figure is of all: "all nine of the judges"; "in all nine" is a sum."""
    text, start = claim.sentence.within, claim.phrase.start
    return text.endswith(("all ", "All "), 0, start) and not text.endswith((" in all ", " at all "), 0, start)


def is_of_them(claim: Claim) -> bool:
    """Tell whether a figure is of others that were told of: "four of the mills"."""
    return claim.sentence.within.startswith(" of ", claim.span.end)


def points_back(claim: Claim) -> bool:
    """Tell whether an article or a pronoun leads the figure to one told before; so it may in "he knew about the 31 mills"."""
    text, start = claim.sentence.within, claim.sentence.span.start
    return any(_is_led_by_article(text[start:end]) for end in {claim.phrase.start, claim.span.start})


def _is_led_by_article(before: str) -> bool:
    words = before[-_LED:].lower().split()[-2:]
    return bool(words) and words[-1] in _DEFINITE and words != ["in", "all"] and words[0] not in _PARTLY


def behind(claim: Claim) -> tuple[str, int]:
    """Give the text of a figure and where the words behind its phrase begin."""
    return claim.sentence.within, claim.phrase.end


def follows(later: Claim, earlier: Claim) -> bool:
    """Tell whether a definite figure stands in a sentence right behind the other's."""
    return points_back(later) and 0 <= later.sentence.span.start - earlier.sentence.span.end <= _NEAR


def is_closed(claim: Claim) -> bool:
    """Tell whether nothing behind a figure says which of several are meant."""
    text, end = behind(claim)
    return _CLOSED.match(text, end) is not None and _CHOSEN.match(text, end) is None and _JOINED.match(text, end) is None


def is_narrowed_as_told(later: Claim, earlier: Claim) -> bool:
    """Tell whether a place or state that says which ones a figure means was told of the earlier: "the 41 clerks [on strike]"."""
    text, end = behind(later)
    closed = (_PAUSE if _RELATIVE.match(text, end) else _CLOSED).search(text, end, later.sentence.span.end)
    narrowed = text[end : closed.start() if closed else later.sentence.span.end].lower()
    told = frozenset(_WORD.findall(narrowed)) - lexicon.words("grammar", "stops")
    placed = _PLACED.match(narrowed) is not None or (
        _WHO.match(narrowed) is not None and _WHO.search(*behind(earlier)) is not None
    )
    return (
        placed
        and bool(told)
        and (later.is_timeless or later.time == earlier.time)
        and _WHILE.search(narrowed) is None
        and not scenes.told(narrowed).shifts
        and told <= frozenset(_WORD.findall(earlier.sentence.text.lower()))
    )


def is_narrowed_by_name(later: Claim, earlier: Claim) -> bool:
    """Tell whether two figures are told to be of one name, in part or in full: "clerks of Ada Wren's bank"."""
    ours, theirs = (_OF_NAME.match(*behind(claim)) for claim in (later, earlier))
    if ours is None or theirs is None or not (later.is_timeless or earlier.is_timeless or later.time == earlier.time):
        return False
    return not {*_PROPER.findall(ours[1])}.isdisjoint(_PROPER.findall(theirs[1]))


def is_narrowed_by_thing(later: Claim, earlier: Claim) -> bool:
    """Tell whether all of one thing are told of, and again: "all ten victims of a fire", "the twelve victims [of the blaze]"."""
    ours, theirs = _OF_THING.match(*behind(later)), _OF_A_THING.match(*behind(earlier))
    if ours is None or theirs is None or not (is_all(earlier) or points_back(earlier)):
        return False
    closed = _CLOSED.match(later.sentence.within, ours.end()) is not None
    one, other = (wordings.in_meaning(wordings.words_of(match[1])) for match in (ours, theirs))
    return closed and bool(one & other)


def is_narrowed_by_deed(later: Claim) -> bool:
    """Tell whether what was done to some says which ones a figure means: "all 13 lamps [found at] his house"."""
    deed = _DEED.match(*behind(later))
    return deed is not None and lexicon.is_past(deed["deed"])


def is_told_the_same(claim: Claim) -> bool:
    """Tell whether a figure is told as the same as before: "the same 31 mills"."""
    same = _SAME.search(claim.sentence.within, claim.sentence.near(claim.phrase.start), claim.phrase.start) is not None
    return same and _RELATIVE.match(*behind(claim)) is None


def is_told_of(claim: Claim) -> bool:
    """Tell whether the only verb of its sentence stands right behind a figure: "the 29 mills [closed] in May"."""
    text, stop = claim.sentence.within, claim.sentence.span.end
    verb = _PAST.match(text, claim.phrase.end, stop)
    if verb is None or not lexicon.is_past(verb[1]) or _OF_EVENT.match(text, verb.end()) or text.startswith(" by ", verb.end()):
        return False
    if _OPENER.match(text[claim.sentence.span.start : claim.phrase.start]) is None:  # "spoke of the 29 mills [closed] in May"
        return False
    return not any(word in _FINITE or lexicon.is_past(word) for word in _WORD.findall(text, verb.end(), stop))


def is_shown(claim: Claim) -> bool:
    """Tell whether "those" or "these" leads a figure to one told before, wherever that stands."""
    return _POINTED.search(claim.sentence.within, claim.sentence.near(claim.phrase.start), claim.phrase.start) is not None


def is_chosen_from(later: Claim, counts: Sequence[Claim]) -> bool:
    """Tell whether a figure is of those from whom fewer are told in its sentence: "why these three of the [seven] boys"."""
    text, start = later.sentence.within, later.sentence.span.start
    led = _FROM_AMONG.search(text, start, later.phrase.start) is not None
    here = (claim for claim in counts if claim.sentence is later.sentence and claim.span < later.span)
    return led and any((claim.value or 0) < (later.value or 0) for claim in here)


def is_pointed(later: Claim, earlier: Claim) -> bool:
    """Tell whether a figure points at one of the sentence before: "those five taxes"."""
    pointed = is_shown(later) and _NARROWED.match(*behind(later)) is None
    return pointed and 0 <= later.sentence.span.start - earlier.sentence.span.end <= _NEXT


def may_be_added(later: Claim, earlier: Claim) -> bool:
    """Tell whether the words right before the later figure's sentence add to those told before, or choose some of them."""
    text, begin = later.sentence.within, later.sentence.span.start
    words = _ADDED.finditer(text, max(earlier.phrase.end, begin - _NEAR), later.phrase.start)
    return any(_adds(word[0].lower(), later, text, word.end()) for word in words)


def _adds(word: str, later: Claim, text: str, end: int) -> bool:
    """Tell whether a word adds to what is counted: "another mill", "two more came", but no "one more option", no "more than"."""
    if word not in _ADJECTIVES or _NUMBER.match(text, end):
        return True
    behind = _BEHIND.match(text, end)
    words = behind[0].split() if behind else []
    if words[:1] == ["than"]:
        return False
    if not words or lexicon.is_past(words[0]) or words[0] in AUXILIARIES | lexicon.words("grammar", "stops"):
        return True
    noun = (later.counted or "").lower().rstrip("s")
    return any(one.rstrip("s") == noun or (later.is_of_people and lexicon.is_person(one)) for one in words)


def is_name(percent: Claim) -> bool:
    """Tell whether a percent tells one paper from another: "the [7.5 percent] series preferred stock"."""
    return percent.counted is not None and not percent.sentence.within.startswith(" of ", percent.span.end)


def are_balances(earlier: Claim, later: Claim) -> bool:
    """Tell whether both are what an account lacks or has left, of which there are several, and none is a slip of the other."""
    balances = earlier.role in _BALANCES and later.role in _BALANCES
    return balances and not slips.may_be(earlier.value, later.value)
