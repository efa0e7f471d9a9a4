"""What a claim takes over from the one that it is tied to: whose it is, when, in what role, how surely, in what unit.

Two claims and what is to be taken over go in, the first claim with it comes out; what its own words say stays.
"""

from __future__ import annotations

from factcheck import lexicon, units
from factcheck.claims import Claim, Subject, subjects
from factcheck.patterns import pattern
from factcheck.quantities import Quantity
from factcheck.values import evolve

_DONE = pattern(r"\b<<has>> (?:[a-z]+ly )?[a-z]{3,} (?:(?:<<about>>|<<bounds>>) )*\Z")


def inheriting(one: Claim, other: Claim, inherited: frozenset[str]) -> Claim:
    """Give a claim what its own words leave out: whose, when, of what role."""
    if "subject" in inherited:
        merged = _merged(one.subject, other.subject)
        if merged is not None and one.subject is not None and _is_told_again(one, one.subject):
            merged = evolve(merged, text=one.subject.text)
        one = evolve(one, subject=merged)
    if "period" in inherited and one.is_timeless and not _is_done_later(one):
        one = evolve(one, first_day=other.first_day, last_day=other.last_day, written=other.written)
    if "roles" in inherited and not one.roles:
        one = evolve(one, role=other.role, roles=other.roles)
    if "stance" in inherited and one.stance == "asserted":
        one = evolve(one, stance=other.stance)
    if "per" in inherited and one.quantity is not None and other.quantity is not None:
        one = evolve(one, quantity=_by_the_same(one.quantity, other.quantity))
    if "unit" in inherited and one.quantity is not None and other.quantity is not None:
        one = evolve(one, quantity=_in_unit_of(one.quantity, other.quantity))
    if "thing" in inherited and one.quantity is not None and other.quantity is not None and "/" in (other.quantity.unit or ""):
        one = evolve(one, quantity=_in_unit_of(one.quantity, other.quantity))
    return one


def _is_done_later(part: Claim) -> bool:
    """Tell whether what is done to a part has been done since: "found 14 cracks in 2021 and has since mended [11] of them"."""
    text, start = part.sentence.within, part.span.start
    return text.startswith(" of them", part.span.end) and _DONE.search(text, part.sentence.near(start), start) is not None


def _is_told_again(part: Claim, subject: Subject) -> bool:
    """Tell whether a part says itself whose it is: "nine of the injured", "nine of them teachers", "nine dead"."""
    named = part.counted is None and not subject.modifiers
    titled = part.sentence.kind == "headline" and (part.counted or "").lower() in lexicon.forms("roles", "nouns")
    named = named or (titled and not subject.modifiers)
    return named or part.sentence.within.startswith(" of the ", part.span.end)


def _in_unit_of(part: Quantity, whole: Quantity) -> Quantity:
    """Give a part the unit that it leaves to its whole: "$40 a share, $30 of it in cash", "by 51 to 42 percent"."""
    if whole.unit is None or part.unit not in (None, whole.unit.partition("/")[0]):
        return part
    return evolve(part, unit=whole.unit, readings=whole.readings)


def _by_the_same(part: Quantity, whole: Quantity) -> Quantity:
    """Give what is told again the spell of time that it leaves out: "$2 billion a year (1.7 billion euros)"."""
    by = (whole.unit or "").partition("/")[2]
    if not units.is_spell(by) or part.unit is None or "/" in part.unit:
        return part
    return evolve(part, unit=f"{part.unit}/{by}", readings=tuple([f"{unit}/{by}" for unit in part.readings]))


def _merged(part: Subject | None, whole: Subject | None) -> Subject | None:
    """Add the whole's modifiers to a part: "North Korean soldiers" for "soldiers" of "North Korean troops"."""
    if whole is None or part is None:
        return part or whole
    kinds = {kind for kind, _ in part.modifiers} | {subjects.OTHER}
    taken = sorted((kind, word) for kind, word in whole.modifiers if kind not in kinds)
    if part.head is None and whole.head is not None:
        return Subject(whole.text, whole.head, part.modifiers | frozenset(taken))
    own = part.text.lower().split()
    told = [word for _, word in taken if not any(each.startswith(word.lower()) for each in own)]  # "Palestinians" are Palestinian
    text = " ".join((*told, part.text))
    return Subject(text, part.head, part.modifiers | frozenset(taken))
