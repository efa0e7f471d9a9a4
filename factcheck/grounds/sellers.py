"""Whether parts of a firm's shares are told by who sells, holds or gets them: "49,000 to be sold by Alder and 44,000 by others".

A whole and its parts go in, yes or no comes out. A share is sold by one, so the parts have nothing in common. Two groups of
people may hold each other, as the founders are among the holders; a firm and those who hold its shares do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import Claim
from factcheck.claims.phrases import nouns
from factcheck.grounds import makeup, sorts

_BY = ("by", "to")
_OTHERS = "others"


def are_told(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether each part of a number of shares is told by another who sells, holds or gets it."""
    told = [sort for sort in sorts.told_by(parts) if sort is not None] if makeup.are_stock(whole) else []
    if len(told) < len(parts) or len(parts) < 2 or len({by for by, *_ in told}) > 1 or told[0][0] not in _BY:
        return False
    names = [what for *_, what in told]
    groups = [name for name in names if name != _OTHERS and name.islower() and nouns.is_plural(name.split()[-1])]
    timed = any(kind.startswith("time") for _, kind, _ in told)
    return not timed and len({*names}) == len(names) and len(groups) < 2
