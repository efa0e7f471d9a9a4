"""What a bare number counts that nobody has counted before: "[The prams] are sold abroad. Some 51,000 were sold in May".

A count that opens its sentence and leaves its noun out goes in; the plural with which the sentence before it opens comes out.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon, units
from factcheck.claims import COUNTS, Claim, Subject
from factcheck.claims.phrases import nouns
from factcheck.claims.roles import between
from factcheck.patterns import pattern
from factcheck.values import evolve

_OPENS = pattern(r"[“\"]?(?:(?:<<About>>|<<Bounds>>|[Aa]ll but) )*")
_ACTS = pattern(
    r"(?: of (?:them|these))?"
    r" (?:<<is>>|<<has>>|will|would|could|remain(?:ed|s)?|went|came|[a-z]{2,}ed|need|belong|did|do|got|paid"
    r"|gave|left|took|chose|kept|lost)\b"
)
_BEFORE = pattern(
    r"(?:\A|[.!?][”\"]? |\n)(?:The|These|Those|His|Her|Its|Their|[A-Z][a-z]+[’']s)"
    r" ((?:[a-z-]+ ){0,2}?)([a-z-]+)(?=,| [a-z])[^.!?\n]*"
    r"[.!?][”\"]? \Z"
)
_BARE = pattern(
    r"(?:\A|[.!?][”\"]? |\n)([A-Z][a-z]{2,}(?<![sui])s) "
    r"(?:in|from|who|with|paid|were|are|have|had|wore|took|gave|kept|lost|[a-z]{2,}ed)\b[^.!?\n]*[.!?][”\"]? \Z"
)
"""A sentence that opens with a plural alone: "[Buyers] in nine lands paid too much. One in five got nothing"."""
_CLOSES = pattern(r"\b(?:of|for|in|with|on|by) ([a-z]{3,}(?<![sui])s)[.!?] \Z")
_THEM = pattern(r" of (?:them|these)\b")
_DONE = pattern(r" (?:<<is>>|<<has>> been)\b")
_FIRST = pattern(rf"(?:Another |A further |But |And |So far,? |By now,? |Still, )?{_OPENS.pattern}")
_TOLD = pattern(
    r"(?:The |These |Those |Its |Their |His |Her )?((?:[A-Z]?[a-z-]+ ){0,1}?)([A-Z]?[a-z-]{3,})"
    r"(?: (?:from|of|in|by|for|to|on) [a-z ]{2,24}?)? (?:are|were|have|had|remain)\b[^:;,.\d]*([:;,]) "
    r"(?:and |but |though )?(?:there (?:<<is>>|<<has>> been) )?(?:<<about>> )*"
)
"""A clause that opens with a plural, before what tells how many there are."""
_SO_FAR = pattern(r" (?:so far|to date|already|<<in-all>>)\b")
_SHARE = pattern(
    r"\b(?:[Mm]ost|[Hh]alf|[a-z-]*<<fractions>>s?) of (?:(?:<<definite>>|all) )*((?:[a-z-]+ )??[a-z]+), "
    r"(?:(?:<<about>>|<<bounds>>) )*\Z"
)
_GROUP = pattern(r" ([a-z-]+), (?:(?:<<about>>|<<bounds>>) )*\Z")
_OF_WHICH = pattern(r" ([a-z-]+), of (?:which|whom) (?:<<pronoun>> <<has>> [a-z]+ )?(?:(?:<<about>>|all but) )*\Z")
"""Before some of what has no number: "it bought lorries, [of which] nine are electric"."""
_TOWN_OF = pattern(r" of (?:<<about>> )?\Z")
_ONLY = pattern(r"[^.;:()“”\"\d]{0,60}?,? (?:<<about>> |all but )+")
_OPENING = 12
PEOPLE = Subject("people")
_HARM = frozenset({"killed", "injured", "killed-or-injured", "missing", "rescued", "arrested", "kidnapped", "trapped"})
"""Roles that a verb gives to a bare number of people."""
_DO = pattern(
    r" (?!(?:of|more|and|or|in|at|on|for|per|raised|pledged|donated|invested|wasted|needed|owed|saved)\b)"
    r"(?:<<grammar: auxiliaries>>|<<grammar: past>>|[a-z]+ed|<<do>>)\b"
)
"""Behind a bare "thousands": what people do."""
_VERB = pattern(r"(?<!\bthe )\b([a-z]+) (?:(?:<<about>>|<<bounds>>|another|all) )*\Z")
_NEAR = 60
_FAR = 300
"""Code points of the sentence before."""


def are_inhabitants(claim: Claim) -> bool:
    """Tell whether a number is of those who live somewhere, by what leads to it: "a town of [38,000]"."""
    return (
        "population" in claim.roles
        and _TOWN_OF.search(claim.sentence.within, claim.sentence.near(claim.phrase.start), claim.phrase.start) is not None
    )


def of_people(claim: Claim, before: Sequence[Claim]) -> Claim:
    """Give a bare number its people, by the verb before it: "the blast killed [19]"; what its sentence counts may be none."""
    if claim.role not in _HARM or claim.counted or claim.subject or claim.sentence.kind == "headline":
        return claim
    verb = _VERB.search(claim.sentence.within, claim.sentence.near(claim.phrase.start), claim.phrase.start)
    told = verb is not None and lexicon.forms("roles", "verbs").get(verb[1]) == claim.role
    others = any(each.kind == "count" and each.subject is not None and not each.is_of_people for each in before)
    return evolve(claim, subject=PEOPLE) if told and not others else claim


def of_many(claim: Claim) -> Claim:
    """Give "thousands" that have a role of people, or with which a clause opens, people: "[Thousands] marched in the rain"."""
    quantity, text = claim.quantity, claim.sentence.within
    vague = claim.kind in COUNTS and quantity is not None and quantity.value is None and quantity.from_ is None
    people = all(map(lexicon.counts_people, claim.roles))
    if not vague or not people or claim.counted or claim.subject:
        return claim
    if claim.roles:
        return evolve(claim, subject=PEOPLE)  # "leaving thousands stranded"
    opens = between.OPENS.search(text[claim.sentence.span.start : claim.phrase.start]) is not None
    return evolve(claim, subject=PEOPLE) if opens and _DO.match(text, claim.span.end) else claim


def apposed(claim: Claim) -> Subject | None:
    """Give what a number counts that tells a share of it again: "nearly half of the [barns], some 900, were empty"."""
    text, start = claim.sentence.within, claim.sentence.span.start
    share = _SHARE.search(text, start, claim.phrase.start) if text.startswith(",", claim.span.end) else None
    return Subject(share[1]) if share is not None and nouns.is_plural(share[1].rpartition(" ")[2]) else None


def of_whom(claim: Claim) -> Subject | None:
    """Give the plural that a number is some of: "talks with [parents], more than 300 of whom stayed"."""
    text, start = claim.sentence.within, claim.sentence.span.start
    near = text[max(start, claim.phrase.start - _NEAR) : claim.phrase.start]
    group = _GROUP.search(near) if text.startswith((" of whom ", " of which "), claim.span.end) else _OF_WHICH.search(near)
    if group is None or not nouns.is_plural(group[1]) or _is_money(group[1]):
        return None  # "40 million pounds, of which 9 percent"
    return None if units.is_spell(group[1][:-1]) else Subject(group[1])


def _is_money(word: str) -> bool:
    return word in lexicon.forms("currencies", "names") or word in lexicon.forms("currencies", "signs")


def of_clause(claim: Claim) -> Subject | None:
    """Give the plural that its sentence told before of so many: "[Cases] are rare: 70 are known", "[Vans] came, nine so far"."""
    text, start, at = claim.sentence.within, claim.sentence.span.start, claim.phrase.start
    led = _TOLD.fullmatch(text, start, at)
    goes = led is not None and (
        _SO_FAR.match(text, claim.span.end) or ((led[3] != "," or " and " in led[0][-8:]) and _ACTS.match(text, claim.span.end))
    )
    if led is None or not goes or not nouns.is_plural(led[2]) or units.is_spell(led[2][:-1].lower()):
        return None
    return None if _are_people(claim) and not lexicon.is_person(led[2].lower()) else Subject(f"{led[1]}{led[2]}")


def of_them(claim: Claim) -> Claim:
    """Give "900 of them" the plural with which the sentence before closes: "a shortage of [beds]. It has 900 of them"."""
    if claim.kind not in COUNTS or claim.subject is not None or claim.counted is not None:
        return claim
    text, start = claim.sentence.within, claim.sentence.span.start
    named = _CLOSES.search(text, max(0, start - _NEAR), start) if _THEM.match(text, claim.span.end) else None
    plural = named is not None and nouns.is_plural(named[1]) and not units.is_spell(named[1][:-1])
    return evolve(claim, subject=Subject(named[1])) if plural and named is not None else claim


def of_past(claim: Claim, past: Claim | None) -> Claim:
    """Give "some of them" that open a paragraph what the one before counted last: "... 40 men. | [Half] of them slept"."""
    if past is None or past.subject is None or claim.subject is not None or claim.counted is not None:
        return claim
    text, start = claim.sentence.within, claim.sentence.span.start
    opens = text.endswith("\n", 0, start) and _FIRST.fullmatch(text, start, claim.phrase.start) is not None
    near = opens and claim.phrase.start - past.phrase.end <= _FAR and (past.is_of_people or not _are_people(claim))
    done = past.is_of_people and _are_people(claim) and _DONE.match(text, claim.span.end) is not None  # "Eleven were hurt"
    return evolve(claim, subject=Subject(past.subject.text)) if near and (done or _THEM.match(text, claim.span.end)) else claim


def share_of_whom(share: Claim) -> Claim:
    """Give a share the plural that it is some of: "new [clients], a third of whom came from Tern"."""
    return share if share.subject is not None or share.counted is not None else evolve(share, subject=of_whom(share))


def opened(share: Claim) -> Claim:
    """Give a share that opens its sentence the plural with which the one before opens: "[Buyers] paid more. One in five left"."""
    bare = share.kind == "ratio" and share.subject is None and share.counted is None
    return evolve(share, subject=subject_of(share)) if bare else share


def subject_of(claim: Claim) -> Subject | None:
    """Give the plural with which the sentence before opens; a role of people needs people."""
    text, start = claim.sentence.within, claim.sentence.span.start
    if not _OPENS.fullmatch(text, start, claim.phrase.start) or not _ACTS.match(text, claim.span.end):
        return None
    bare = _BARE.search(text[max(0, start - _FAR) : start])
    if bare is not None:
        return Subject(bare[1])
    before = _BEFORE.search(text[max(0, start - _FAR) : start])
    if before is None or not nouns.is_plural(before[2]):
        return None
    people = any(map(lexicon.counts_people, claim.roles))
    stops = lexicon.words("grammar", "stops")
    known = stops.isdisjoint(before[1].split()) and before[2] not in stops
    return Subject(before[2]) if known and (not people or lexicon.is_person(before[2])) else None


def _are_people(claim: Claim) -> bool:
    """Tell whether a role of a claim is one that only people have."""
    return any(lexicon.counts_people(role) and "things" not in lexicon.entries("roles")[role] for role in claim.roles)


def is_of_opening(before: Claim, claim: Claim) -> bool:
    """Tell whether a bare number is some of those with whom its sentence opens: "Of 58 speakers here only [one] agreed"."""
    text, start = claim.sentence.within, claim.sentence.span.start
    led = before.sentence is claim.sentence and before.phrase.start - start <= _OPENING and before.counted is not None
    among = led and text.startswith(("Of ", "Among ", "Out of "), start)
    return among and _ONLY.fullmatch(text, before.phrase.end, claim.phrase.start) is not None
