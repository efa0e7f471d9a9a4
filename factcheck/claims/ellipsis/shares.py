"""Whose a share is that leaves it out: "54 percent of voters said yes and [31 percent] no", "Among men, [40 percent] smoke".

A share goes in, with the share before it and the count that its sentence gave last; it comes out with what is understood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck import lexicon
from factcheck.claims import SHARES, Claim, Subject
from factcheck.lexicon.function_words import AUXILIARIES
from factcheck.patterns import pattern
from factcheck.values import evolve

JOINED = pattern(
    r"[^.;:()“”\"]{0,80}?(?:[,;] (?:with )?|,? (?:and|or|but|while|against|<<from-a-level>>) )"
    r"(?:those (?:of|in) )?(?:the (?:other|remaining) |another |an? (?:further|additional) |only |[a-z]+(?:ed|ing|t|lt) )?"
    r"(?:[a-z]+ly )?"
)
"""Between a figure with its noun and one that leaves it out: "23 people were killed [and] 61 injured"."""
ACTED = pattern(r" (?:<<befallen>>|<<has>>|<<is>>|who)\b")
"""Behind a figure of what was done to those counted."""
_FROM = pattern(r"(?: (?:this|last) [a-z]+)?,? (?:up |down )?from (?:(?:about|nearly|just|only) )?")
"""Between two shares of one group: "9 percent, down from [17 percent]"."""
_TO_RIVAL = pattern(r" to (?:<<about>> )*(?:(?:[A-Z][\w’'.-]* ){0,2}[A-Z][\w-]*[’']s )?")
"""Between the shares of two rivals: "Women prefer her 54 percent [to] 37 percent"."""
_FOLLOWED = pattern(
    r"[^.;:()“”\"\d]{0,60}?(?:,? (?:followed by|behind|ahead of|and|while)|,) (?:the )?(?:[\w’'-]+ ){1,4}(?:with|on|at)"
    r" (?:<<about>> )*"
)
_NAME_BY = r"(?:the )?(?:[A-Z][\w’'.-]* ){1,3}by (?:<<about>> )*"
_BY_NAME = pattern(rf"(?: of [^,;:.()“”\d]{{2,60}},?(?: and| while|,)?|,? and|,) {_NAME_BY}")
"""Between two shares of those asked: "chosen by 37 percent of voters, [Lum by] 30 percent"."""
_IN_TURN = pattern(r"(?:,| and|, and) (?:the )?[a-z]+ (?:for )?(?:<<about>> )*")
_CLOSED = pattern(r"[,.;]|\Z| (?:and|while|but) ")
_GROUP = pattern(
    r"(?:[Aa]mong|(?:[Oo]ut )?[Oo]f) (?:(?:the|all|those) )*"
    r"(?!(?:them|these|those|that|this|it|which|who|whom|course|late|all)\b)"
    r"([A-Za-z][\w’'-]*(?: [a-z][\w’'-]*){0,2}?)"
    r"(?: (?:under|over|aged|younger|older|who|in|with|without|at|between|earning|living|born|working)\b(?:[^,;:.]"
    r"|[,.](?=\d)){0,40})?"
    r"(?:,|,? (?:it|this|that|the (?:figure|share|number)) (?:is|was|were|stands? at|stood at|rises? to|rose to"
    r"|falls? to|fell to)) "
    r"(?:<<about>> )*"
)
"""The group with which a clause opens, what narrows it, and what may lead to its figure: "[Among men under 40,] 12 percent"."""
_AMONG_BEHIND = pattern(
    r" among (?:(?:the|all|those) )?([A-Za-z][\w’'-]*(?: [a-z][\w’'-]*)?)"
    r"(?=[,.;)]| (?:and|but|while|in|who|aged)\b|\Z)"
)
"""Behind a share: "support ran at 61 percent [among women]"."""
_MANY = r"((?:(?!<<grammar: stops>> )[a-z]+ )?(?:[A-Z]?[\w-]{2,}(?<![sui])s|<<People>>))"
_BACKERS = pattern(rf"\b{_MANY},?(?: who)? <<supporting>> (?:[\w’'.-]+ ){{1,5}}?(?:by )?\Z")
_OPENING_GROUP = pattern(r"\b[Aa]mong (?:(?:the|all) )?((?:[A-Za-z][\w-]* ){0,2}[a-z-]+), [^,;:()“”\d]{1,60} \Z")
_STRONGEST = pattern(r" (?:among|with) (?:the )?(?:[a-z]+est )?([a-z]+(?: [a-z]+)?), at (?:<<about>> )*\Z")
_SPLIT = pattern(
    rf"\b{_MANY}(?: (?:with|who|in|from|without) [^,;:.]{{2,40}})? (?:are|were) (?:[a-z]+ly )?(?:split"
    rf"|divided)\b[^:;“”.]{{0,40}}[:;,] \Z"
)
_BRACKETED = pattern(
    rf"(?:\b[Aa]mong|\b(?:for|by|with)|\b(?:[Mm]ost|[Mm]ajority|[Hh]alf|[a-z-]*<<fractions>>s?) of|\) and"
    rf"|\),(?: and)?) (?:the )?((?:[A-Z][a-z]+ )?{_MANY[1:-1]}) \(\Z"
)
"""Before a share, those who prefer somebody, are split or are told before a bracket."""
_PAUSES = (": ", "; ", ", ", " (")
"""Right before the shares of those who are split, and in a bracket."""
_NEAR = 120
_APART = pattern(r"; |, (?:and|but|while) (?=(?:among|of) )")
_OF_COUNT = pattern(r" of (?:(?:<<definite>>|all) )*")
_OR = pattern(r",? or (?:<<about>> )*")
"""Between a count and the share that it is: "420 votes, or [3 percent]"."""
_FOUND = pattern(r"\b(?:found|showed|shows|revealed|suggested|and)(?: that)? (?:<<about>> )*\Z")
"""Between those who were asked or looked at and a share of them: "a survey of 420 men [found that] 54 percent"."""
_THOSE = pattern(r" (?:who|with|in|aged|under|over|eligible|entitled|outstanding|registered|older|younger|living)\b")
_ASIDE = pattern(r", which [^,;:()“”\"]*\Z")
"""Before a share that is told in an aside: "spending, [which is] 55 percent of output, fell 1 percent"."""
_VERB = pattern(r" (?:also |still |now |never )?([a-z]+)\b")
_FINITE = AUXILIARIES | {"say", "want", "think", "believe", "plan", "support", "oppose", "back"}
_OPENS = pattern(
    r"(?:\A|[.;:—–“”\n] ?|,? (?:while|and|but) |\b(?:that|found|showed|shows) |(?:\A|[.;] ?)[A-Z][a-z]+ [A-Z]?[a-z]+(?: \d+)?, )"
    r"(?:(?:<<About>>|<<Bounds>>) )*\Z"
)
_AMONG = pattern(r"(?:Of|Among|In a (?:poll|survey) of) (?:the )?")


def of(claim: Claim, before: Claim | None, count: Claim | None, earlier: Claim | None) -> Claim:
    """Give a share what the one before it is of ("54 percent of voters ... and 31 percent"), or the group that it opens with.

    ``count`` is the count that its sentence gave last, ``earlier`` the last one of its paragraph.
    """
    if claim.subject is not None or claim.counted is not None or _is_of_others(claim):
        return claim
    if count is not None and _is_of_votes(count, claim):
        roles = claim.roles or ("vote-share",)
        return evolve(claim, subject=understood(count), role=roles[0], roles=roles)
    among = _AMONG_BEHIND.match(claim.sentence.within, claim.phrase.end) if claim.kind == "percent" else None
    if among is not None:
        return evolve(claim, subject=Subject(among[1]))
    own = group_before(claim, before.phrase.end) if before is not None else None
    if own is not None:
        return evolve(claim, subject=own)
    known = before if before is not None and _goes_on(claim, before) else count if count and _is_of_count(claim, count) else None
    whose = understood(known) if known is not None else _told_group(claim, earlier)
    return evolve(claim, subject=whose) if whose or known is not None else claim


def _goes_on(claim: Claim, before: Claim) -> bool:
    """Tell whether a share is of what the one before it is of: "54 percent of voters chose Reed, [31 percent] Holt"."""
    text, start = claim.sentence.within, claim.sentence.span.start
    if before.subject is None or _ASIDE.search(text, start, before.phrase.start) is not None:
        return False
    gap = before.phrase.end, claim.phrase.start
    joined = JOINED.fullmatch(text, *gap) is not None or _is_in_turn(text, *gap, claim.span.end)
    sides = before.role == "support" or _SPLIT.search(text, start, before.phrase.start) is not None
    joined = joined or (sides and _TO_RIVAL.fullmatch(text, *gap) is not None)
    return joined or (not before.roles and _FROM.fullmatch(text, *gap) is not None)


def _is_of_count(claim: Claim, count: Claim) -> bool:
    """Tell whether a share is of those whom its sentence counts: "Of 420 men [54 percent] slept", "a survey of 420 found"."""
    text, start = claim.sentence.within, claim.sentence.span.start
    gap = count.phrase.end, claim.phrase.start
    if count.subject is not None:
        if _AMONG.fullmatch(text, start, count.phrase.start):
            return True
        if ACTED.match(text, claim.phrase.end) and JOINED.fullmatch(text, *gap):
            return True
    return (count.is_of_people or count.role == "polled") and _FOUND.search(text, *gap) is not None


def _told_group(claim: Claim, earlier: Claim | None) -> Subject | None:
    """Give the group that a share itself tells, behind it or before, else the one that its paragraph counted last, if it acts."""
    among = _AMONG_BEHIND.match(claim.sentence.within, claim.phrase.end) or _told_before(claim)
    if among is not None:
        return Subject(among[1])
    group = group_before(claim)
    if group is None and earlier is not None and (earlier.is_of_people or earlier.role == "polled") and acts(claim):
        return understood(earlier)
    return group


def beside(claim: Claim, told: Sequence[Claim]) -> Claim:
    """Give a share what the one before it is of, which the count behind tells: "half of the 40 men left, [9 percent] Ayr"."""
    if claim.kind not in SHARES or claim.subject is not None or claim.counted is not None or _is_of_others(claim):
        return claim
    at = max((at for at, each in enumerate(told) if each.kind in SHARES), default=-1)
    if at < 0:
        return claim
    share, counts = told[at], told[at + 1 : at + 2]
    if share.subject is None and counts and _OF_COUNT.fullmatch(share.sentence.within, share.span.end, counts[0].phrase.start):
        share = evolve(share, subject=understood(counts[0]))
    return evolve(claim, subject=understood(share)) if _goes_on(claim, share) else claim


def of_asked(claim: Claim, asked: Claim | None) -> Claim:
    """Give a share of those who do something the people of whom the sentence before tells: "In May, [57 percent] were for it"."""
    told = asked is not None and claim.kind in SHARES and claim.subject is None and claim.counted is None
    told = told and asked is not None and asked.sentence.paragraph == claim.sentence.paragraph
    whose = told and not _is_of_others(claim) and acts(claim)
    return evolve(claim, subject=understood(asked)) if whose and asked is not None else claim


def asked(here: Sequence[Claim]) -> Claim | None:
    """Give the share of a sentence that names the people of all its shares: "[52 percent] of voters are for it"."""
    told = [claim for claim in here if claim.kind in SHARES and claim.subject is not None]
    named = [claim for claim in told if lexicon.is_person((claim.counted or "").lower())]
    return named[-1] if named and len({claim.subject.text for claim in told if claim.subject}) == 1 else None


def _told_before(claim: Claim) -> re.Match[str] | None:
    """Give who backs somebody, is split or stands before the bracket of a share: "[Women] prefer Hale 54 percent to 37"."""
    if claim.kind != "percent":
        return None
    text, start, stop = claim.sentence.within, claim.sentence.span.start, claim.phrase.start
    near = max(start, stop - _NEAR), stop
    backs = (_STRONGEST, _BACKERS, _OPENING_GROUP) if claim.role == "support" else ()
    sides = (_SPLIT, _BRACKETED) if text.endswith(_PAUSES, start, stop) else ()
    return next((told for each in (*backs, *sides) if (told := each.search(text, *near))), None)


def is_followed(first: Claim, share: Claim) -> bool:
    """Tell whether a share comes behind another, or next to one that does: "crime by 31 percent, followed by rents at [2]"."""
    text, start = share.sentence.within, first.sentence.span.start
    followed = _FOLLOWED.fullmatch(text, first.phrase.end, share.phrase.start) is not None
    led = "followed by" in text[first.phrase.end : share.phrase.start] or "followed by" in text[start : first.phrase.start]
    return followed and led and first.sentence is share.sentence


def _is_in_turn(text: str, start: int, stop: int, end: int) -> bool:
    """Tell whether a share is that of others: "14 percent of visitors, followed by Poles with [11]", "hospitals [44 percent]"."""
    if _FOLLOWED.fullmatch(text, start, stop):
        return True
    if _BY_NAME.fullmatch(text, start, stop):
        return True
    return _IN_TURN.fullmatch(text, start, stop) is not None and _CLOSED.match(text, end) is not None


def _is_of_others(claim: Claim) -> bool:
    """Tell whether a share says itself whose it is, with a pronoun: "71 percent [of those eligible] were told"."""
    text, end = claim.sentence.within, claim.phrase.end
    return text.endswith(" of those", 0, end) and _THOSE.match(text, end) is not None


def acts(claim: Claim) -> bool:
    """Tell whether a share is of people who do something: "[Twelve percent] said", "while [71 percent] wanted"."""
    text, start = claim.sentence.within, claim.sentence.span.start
    verb = _VERB.match(text, claim.phrase.end)
    acting = verb is not None and (verb[1] in _FINITE or lexicon.is_past(verb[1]))
    return acting and _OPENS.search(text[start : claim.phrase.start]) is not None


def _is_of_votes(count: Claim, claim: Claim) -> bool:
    """Tell whether a share says again how many votes somebody has, and not by how many: "420 votes, or [53 percent]"."""
    text, votes = claim.sentence.within, count.subject is not None and count.subject.text.lower().endswith("votes")
    led = text.endswith(" by ", 0, count.phrase.start)
    return votes and not led and claim.kind == "percent" and _OR.fullmatch(text, count.phrase.end, claim.phrase.start) is not None


def group_before(claim: Claim, behind: int = 0) -> Subject | None:
    """Give the group with which the clause of a figure opens: "Among [men], 40 percent smoke", "Of the [boats], 14 sank".

    The clause must begin ``behind`` a place.
    """
    text, start = claim.sentence.within, claim.sentence.span.start
    clause = max((apart.end() for apart in _APART.finditer(text, start, claim.phrase.start)), default=start)
    group = _GROUP.fullmatch(text, clause, claim.phrase.start) if clause >= behind else None
    return Subject(group[1]) if group else None


def understood(claim: Claim) -> Subject | None:
    """Give what a claim is of, without its class of nouns."""
    return Subject(claim.subject.text) if claim.subject is not None else None
