"""Links from a toll to the same toll told before: both name the same person or thing among the dead, the hurt, the held.

"Killed five Americans, including the ambassador" and "left four Americans dead, among them the ambassador" tell of one attack.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.claims import Claim, Line, series
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "same-toll"
ROUND = 1
ONE = False
INHERITS: frozenset[str] = frozenset()
_AMONG = pattern(r"[^.;:()—–,]{0,30}, (?:including|among them)\b(?P<whom>[^;:()—–]{0,80})")
_GROWN = pattern(r"\A\W?(?:By|Since|Up to)\b|\b(?:[Ss]o far|to date|another|new|next|former|other|by then|had been)\b")
_WORD = pattern(r"[a-z]{7,}")
_COMMON = frozenset({"another", "several", "children", "civilian", "civilians", "soldiers", "members", "officers", "including"})
_MOST = 20


def _is_of_another(later: Claim) -> bool:
    """Tell whether the later toll has grown ("By June"), or names somebody else ("a harbourmaster of another port")."""
    return _GROWN.search(later.sentence.text) is not None


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give a link where two figures of one role and noun name the same among them, and no third figure is like them."""
    groups: dict[object, list[tuple[Claim, frozenset[str]]]] = {}
    for claim in figures:
        if (
            claim.role
            and claim.kind == "count"
            and claim.counted
            and claim.sentence.kind == "body"
            and not (claim.running or claim.additional)
        ):
            match = _AMONG.match(claim.sentence.within, claim.phrase.end)
            named = frozenset(_WORD.findall(match["whom"].lower())) - _COMMON if match else frozenset()
            if named:
                groups.setdefault((claim.role, series.noun(claim)), []).append((claim, named))
    for group in groups.values():
        pairs = combinations(group[:_MOST], 2)
        tied = [(later, earlier) for (earlier, one), (later, other) in pairs if one & other and not _is_of_another(later)]
        if len(tied) == 1:
            later, earlier = tied[0]
            yield Link(KIND, later.id, earlier.id, "both name the same among them")
