"""What a figure that leaves words out takes from the one before: its noun, what was done, or the part that it names.

Claims go in, the one that leaves something out and the one before it; the first comes out with what is understood.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import COUNTS, Claim, Subject
from factcheck.claims.ellipsis import gaps
from factcheck.patterns import pattern
from factcheck.values import evolve

_OF_THEM = " of them"
_BESIDE = pattern(r"(?:[^,;:()“”\d]|(?:19|20)\d\d\b){0,60}, (?:<<about>> |more than )?")
_OF_PLACED = pattern(
    r" of (?:them|whom|which) (?:(?:in|at)\b(?! (?:an? |the )?(?:[a-z]+ )?<<states-of-health>>\b)"
    r"|outside|abroad|elsewhere|overseas)\b"
)
"""Between some and all of them, and behind some: where or when they are told, and no state that they are in."""
_ITS_OWN = pattern(r" (?:<<is>>|<<has>>|fewer|more|less|short|shy|(?:of|from) (?:them|which|those)|apart)\b")
"""Behind a number that has a verb of its own: "of the dead 148 were men and [81] were women"."""
_THERE_ARE = pattern(r"\b[Tt]here <<is>>(?: now| still)? (?:<<about>> )*\Z")
_WILL = pattern(r"\b(?:will|would|shall)\b")
_LED = 40
_TALLIES = frozenset({"votes", "seats", "cases"})
_HAVING = pattern(
    r"\b(?:<<have>>|<<winning>>|<<holding>>|receive[sd]?|shared?|with|on|(?:another|remaining|other)|keeps?|kept|needs?|needed"
    r"|recorded|reported|registered|(?:fell|dropped|slipped|rose|climbed|grew|shrank) to(?: \d+ from)?)"
    r" (?:(?:<<about>>|the|all|another|remaining|other|last|final|its|their) )*\Z"
)
_FOR = pattern(r" for (?:the )?[A-Z]")
"""Around the votes of one in turn: "she got 420 votes [to] 380 [for Lum]"."""
_NAMED = pattern(
    r" (?:[a-z]+ly(?=[,.;])|"
    r"((?:(?![a-z]+(?:ing|ed) |<<grammar: stops>> )[a-z]+ )?"
    r"(?:[a-z]{2,}(?<![sui])s|[a-z]*<<people>>))(?=[,.;]| (?:and|or|of|from|who)\b))"
)
"""What part of them a figure counts: "nine of them [children],"."""


def as_done(claim: Claim, before: Claim) -> Claim:
    """Give a claim what the clause before it, whose verb it leaves out, says was done; what looks ahead has its own stance."""
    ahead = _WILL.search(claim.sentence.within, before.phrase.end, claim.phrase.start)
    stance = claim.stance if ahead else before.stance
    return evolve(claim, role=before.role, roles=before.roles, stance=stance)


def part_named(claim: Claim, before: Claim) -> Claim:
    """Give a part what it is said to be: "1,640 people work there, 910 of them [teachers],"; it has the role of the whole."""
    text, end = claim.sentence.within, claim.phrase.end
    named = _NAMED.match(text, end) if text.endswith(_OF_THEM, 0, end) else None
    if named is None:
        return claim
    roles = claim.roles or before.roles
    subject = claim.subject if named[1] is None else Subject(named[1])  # "nine of them critically"
    stance = before.stance if claim.stance == "asserted" else claim.stance
    return evolve(claim, subject=subject, role=roles[0] if roles else None, roles=roles, stance=stance)


def placed_part(share: Claim, whole: Claim) -> Claim:
    """Give some of those right before, told by where they are, the role of all: "900 work there, [half] of them abroad"."""
    text = share.sentence.within
    beside = share.sentence is whole.sentence and not share.roles and share.counted is None
    if (
        not beside
        or not _BESIDE.fullmatch(text, whole.phrase.end, share.phrase.start)
        or not _OF_PLACED.match(text, share.span.end)
    ):
        return share
    return evolve(share, role=whole.role, roles=whole.roles)


def kind_named(share: Claim) -> Claim:
    """Give a share of those whom nothing counted the kind that it names: "210 were there, [half] of them children"."""
    text, end = share.sentence.within, share.phrase.end
    named = _NAMED.match(text, end) if share.subject is None and text.endswith(_OF_THEM, 0, end) else None
    return share if named is None or named[1] is None else evolve(share, subject=Subject(named[1]))


def with_subject(claim: Claim, before: Claim) -> Claim:
    """Give a claim what the one before it counts, and its role where it only tells of another place."""
    quantity = claim.quantity
    if quantity is not None and before.is_of_people and quantity.unit is None:
        quantity = evolve(quantity, unit="person", readings=("person",))
    counted = None if is_verb(claim) else claim.counted
    taken = evolve(claim, kind="count", subject=before.subject, quantity=quantity, counted=counted)
    placed = gaps.PLACED.match(claim.sentence.within, claim.phrase.end) is not None
    beside = claim.listed or gaps.is_placed_beside(before, claim)
    if placed and not claim.roles and beside:
        return evolve(taken, role=before.role, roles=before.roles)
    return _of_noun(taken, before)


def of_living(claim: Claim) -> Claim:
    """Give a claim without the roles of things where people are understood: "of the 40 rescuers two [collapsed]"."""
    people = claim.roles and claim.counted is None and claim.subject is not None and lexicon.is_person(claim.subject.text.lower())
    roles = tuple(role for role in claim.roles if not (people and "lifeless" in lexicon.entries("roles")[role]))
    return claim if roles == claim.roles else evolve(claim, role=roles[0] if roles else None, roles=roles)


def there_are(claim: Claim, before: Claim) -> Claim:
    """Give a number that there is now, or was, the role of its noun: "It had 1,240 inhabitants. Today there are [900]."."""
    text, start = claim.sentence.within, claim.phrase.start
    told = _THERE_ARE.search(text, max(claim.sentence.span.start, start - _LED), start)
    return claim if told is None else _of_noun(claim, before)


def _of_noun(claim: Claim, before: Claim) -> Claim:
    """Give a claim that leaves its noun out the role that the noun has: "40 refugees are here, while the isle has [60]"."""
    role = lexicon.forms("roles", "nouns").get((before.counted or "").lower())
    if role is None or role not in before.roles or claim.roles or claim.counted is not None:
        return claim
    if _ITS_OWN.match(claim.sentence.within, claim.phrase.end):
        return claim
    return evolve(claim, role=role, roles=(role,))


def of_tally(claim: Claim) -> Claim:
    """Give votes, seats or cases that leave their noun out its role: "she took 420 votes, ahead of Lum with [380]"."""
    if claim.roles or claim.counted is not None or claim.subject is None or claim.kind not in COUNTS:
        return claim
    text, start = claim.sentence.within, claim.phrase.start
    role = lexicon.forms("roles", "nouns").get(claim.subject.text.rpartition(" ")[2].lower())
    if role not in _TALLIES or _ITS_OWN.match(text, claim.span.end):
        return claim
    led = _HAVING.search(text, max(0, start - _LED), start) or (
        text.endswith((" to ", " against "), 0, start) and _FOR.match(text, claim.span.end)
    )
    return evolve(claim, role=role, roles=(role,)) if led else claim


def is_verb(claim: Claim) -> bool:
    """Tell whether what stands where the noun would is done to those counted: "61 [injured]"; "14 of the dead" are the dead."""
    told = (claim.counted or "").lower() in lexicon.forms("roles", "verbs")
    return told and not claim.sentence.within.startswith(" of", claim.span.end)


def names_part(claim: Claim) -> bool:
    """Tell whether a figure is a part that is named behind it: "21 of them [women]"."""
    text, end = claim.sentence.within, claim.phrase.end
    return text.endswith(_OF_THEM, 0, end) and _NAMED.match(text, end) is not None
