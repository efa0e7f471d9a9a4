"""Whether two shares may be of a whole each: two races, then and now, two groups, or what many can have at once.

Two shares of one sentence go in, the first before the second; yes or no comes out.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.patterns import pattern

_RACES = pattern(
    r"\b(?:(?:[Ee]ach|[Bb]oth) (?:won|of them won|mayors?|were|was|held|kept)|re-?elected"
    r"|(?:held|hung) on(?! to)|[Ii]ncumbents|respectively"
    r"|(?:their|separate|different|two) (?:own )?(?:<<prizes>>|primaries)"
    r"|on (?:the )?(?:two|both) <<questions>>)\b"
)
_NOW, _THEN = (
    pattern(r"\b(?:now|today|currently)\b"),
    pattern(r"\b(?i:last|ago|earlier|once|used to|previously|at first|until)\b"),
)
_IN_PLACE = pattern(r"\b[Ii]n (?:the )?[A-Z]")
_UNTIL = pattern(r"\buntil\b")
_ANOTHER = pattern(r"\b(?:the (?:second|other|latter|next|newer|later)|another) (?:(?:poll|survey|vote|study|one) )?\Z")
_AT_ONCE = pattern(r"(?i)(?<!not )\b(?:<<several-at-once>>|<<rated>>|<<merits>>)\b")
_ON = pattern(r" (?:on|for|in) (?:<<several-at-once>>|<<merits>>)\b")
_CLAUSE = pattern(r"[;:—–]|--|, (?:but|and|when|while|where) ")
_OF_GROUP = pattern(r" (?:of|among) (?!(?:(?:the|all|those|<<voting>>) )*(?:<<electorate>>|those|them)\b)")
_OF = pattern(r" (?:of|among) ")
_FOR_GROUP = pattern(r" for (?:the )?(?P<noun>[a-z]+)(?= ?[.,;)]|\Z)")
_FOR_NAME = pattern(r" for [A-Z]")
_CHOICE = pattern(
    r"(?i)\b(?:<<choosing>>|<<supporting>>|<<winning>>|<<have>>|<<leading>>|wins|support|backing|votes?|voting|elected|chosen|choice"
    r"|preferr?ed|get|getting|at|on|for)\b"
)
"""Before the first share: one chooses one of two."""
_FOR_WIDER = pattern(r" (?:for|in|across) <<definite>> (?:party|list|slate|nation|country|state|region|town|rest)\b")


def are_of_two(first: Claim, second: Claim) -> bool:
    """Tell whether two shares may be of two races or of two times: "both were re-elected", "until May, and now"."""
    text, between = first.sentence.within, (first.span.end, second.phrase.start)
    if _RACES.search(first.sentence.text) or _ANOTHER.search(text, *between) or _UNTIL.search(text, *between):
        return True
    if _IN_PLACE.search(first.led) and _IN_PLACE.search(text, *between):
        return True
    return _NOW.search(text, *between) is not None and _THEN.search(first.led) is not None


def may_be(first: Claim, second: Claim) -> bool:
    """Tell whether each of two shares set against each other may be of a whole of its own: who is liked, or two groups."""
    text, behind = first.sentence.within, second.span.end
    if _AT_ONCE.search(_CLAUSE.split(first.led.rstrip(":— "))[-1]) or _ON.match(text, behind):
        return True
    if _OF_GROUP.match(text, first.span.end) and _OF.match(text, behind):
        return True
    chosen = _CHOICE.search(first.led) or _FOR_NAME.match(text, first.span.end)
    if _FOR_WIDER.match(text, behind) or (_FOR_NAME.match(text, behind) and not chosen):
        return True
    group = _FOR_GROUP.match(text, behind)
    noun = lexicon.noun(group["noun"]) if group else None
    return noun is not None and noun.person and group is not None and group["noun"].endswith(("s", "men", "people"))
