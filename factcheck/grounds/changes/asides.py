"""Whether a change stands in a clause that commas insert: "the share, up [40 percent] this year, rose to $14.20 from $14".

The change and the level go in; yes or no comes out.
"""

from __future__ import annotations

from factcheck.claims import Claim
from factcheck.grounds.changes import bases
from factcheck.patterns import pattern

_OPENED = pattern(r", (?:still |already )?(?:up|down)(?: by)? (?:<<about>> )?\Z")
_CLOSED = pattern(r"(?P<told>[^,;:]{0,60}), ")


def has_own_time(moved: Claim, level: Claim) -> bool:
    """Tell whether a change is inserted before the verb of its level, with a time of its own."""
    text, start = level.sentence.within, level.sentence.span.start
    closed = _CLOSED.match(text, moved.phrase.end, level.phrase.start)
    if closed is None or _OPENED.search(text, start, moved.phrase.start) is None:
        return False
    return bases.OWN_TIME.search(closed["told"]) is not None
