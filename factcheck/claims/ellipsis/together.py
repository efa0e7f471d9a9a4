"""What is done to a group is done to those joined to it before: "[nine] clerks in the mill and two guards were killed".

The claims of a sentence up to one go in, and are given in place the roles that they share with it.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.claims.roles.between import LEADING, OPENS
from factcheck.patterns import pattern
from factcheck.values import evolve

_PLACE = (
    r"(?: (?:in|at|on|from|aboard|of|near|outside)"
    r"(?: (?!(?:that|which|who|and|or|but|when|while|as|after|before|if|<<grammar: auxiliaries>>)\b)[\w’'-]+){1,8})?"
)
_AND = pattern(r" (?:and|or) ")
_BEYOND = pattern(rf"(?: and (?:a|an|[a-z]{{3,}})(?= [a-z]))?{_PLACE},? and {LEADING}")
"""Between two groups of which the first has its place, or others, behind it: "nine clerks [in the mill and the] two guards"."""
_NEXT = pattern(rf"{_PLACE}, {LEADING}")
_ACTED = pattern(rf"{_PLACE} (?:<<befallen>>|<<has>>|<<is>>|perished|who)\b")
"""Behind a figure of what was done to those counted."""
_AND_DID = pattern(r",? and (?:<<has>> )?([a-z]+) (?:<<about>> |only |just )*")
_CLOSES = pattern(r"[,.;]")


def given(here: list[Claim], at: int) -> None:
    """Give those before the figure ``at`` that are joined to it its roles."""
    for place in range(at, 0, -1):
        if not _shares_verb(here[place - 1], here[place], last=place == at):
            return
        here[place - 1] = evolve(here[place - 1], role=here[at].role, roles=here[at].roles)


def _shares_verb(first: Claim, second: Claim, *, last: bool) -> bool:
    """Tell whether two groups of people have the verb behind the second; the ``last`` one stands right before it."""
    if first.roles or not second.roles or first.kind != "count" or second.kind != "count" or first.counted is None:
        return False
    text, noun = first.sentence.within, (second.counted or "").lower()
    if first.sentence is not second.sentence or not (first.is_of_people and second.is_of_people):
        return False
    gap = first.phrase.end, second.phrase.start
    opens = OPENS.search(text[first.sentence.span.start : first.phrase.start]) is not None
    joined = _AND.fullmatch(text, *gap) or (opens and (_BEYOND if last else _NEXT).fullmatch(text, *gap))
    acted = not last or _ACTED.match(text, second.phrase.end, second.sentence.span.end)
    return bool(joined and acted) and noun not in lexicon.forms("roles", "nouns")


def is_beside_another(before: Claim, claim: Claim) -> bool:
    """Tell whether the same was done to a bare number of those told: "it has traced 610 contacts and tested [480]"."""
    text, gap = claim.sentence.within, (before.phrase.end, claim.phrase.start)
    verb = _AND_DID.fullmatch(text, *gap) if before.sentence is claim.sentence and before.counted is not None else None
    return verb is not None and lexicon.is_past(verb[1]) and _CLOSES.match(text, claim.span.end) is not None
