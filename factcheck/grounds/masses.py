"""Parts of a mass that tell what each of them is: "of the 40 tonnes, [25] will be wheat and [12] barley".

The figures of a sentence go in, with the place of the first part among them; the parts come out, or none.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import COUNTS, Claim
from factcheck.patterns import pattern

_MASS = (
    r"(?![a-z]+(?:ed|en|ing|al|ic|able)\b)(?!(?:new|old|sold|lost|idle|left|more|less|bad|good|here|there)\b)"
    r"[a-z]+(?:/[a-z]+)?(?: [a-z]+)?"
)
_IS_MASS = pattern(rf" (?:will be|would be|<<is>>) {_MASS}(?:,| and|, and) (?:(?:<<about>>|the remaining) )?")
_NEXT_MASS = pattern(rf" {_MASS}(?:,| and|, and) (?:(?:<<about>>|the remaining) )?")
_LAST_MASS = pattern(rf" {_MASS} ?(?:[.,;:)]|\Z)")
"""Behind parts of a mass: what each is, and no state that several of them may be in."""


def parts_of(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give parts of a mass that tell what each of them is: "of the 40 tonnes, [25] will be wheat and [12] barley"."""
    parts = [here[at]] if _is_of_mass(here[at]) else []
    for claim in here[at + 1 :] if parts else ():
        gap = claim.sentence.within[parts[-1].span.end : claim.phrase.start]
        bare = claim.kind in COUNTS and claim.quantity is not None and claim.quantity.unit is None and parts[0].kind == "number"
        if not (_is_of_mass(claim) or bare) or (_IS_MASS if len(parts) == 1 else _NEXT_MASS).fullmatch(gap) is None:
            break
        parts.append(claim)
    text, last = here[at].sentence.within, here[at] if len(parts) < 2 else parts[-1]
    return parts if len(parts) > 1 and _LAST_MASS.match(text, last.span.end) else []


def _is_of_mass(part: Claim) -> bool:
    """Tell whether a part is one of a mass, whose unit it may leave out: "of the 40 tonnes", "40 tonnes, of which [25]"."""
    unit = part.quantity.unit if part.quantity is not None else None
    return part.kind == "measure" or (part.kind == "number" and unit is not None and unit != "person" and "/" not in unit)
