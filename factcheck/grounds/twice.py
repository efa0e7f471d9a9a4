"""Whether one of those that a whole counts may be in two of its parts: "of 40 firms, 25 sold to Peru and 22 to Chile".

A whole and its parts go in, yes or no comes out. Who plays in spring may play in autumn, too, and who coughs may have a fever;
but what happens, and what is done to somebody once, is at one time and in one place.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.claims import COUNTS, Claim
from factcheck.grounds import sorts
from factcheck.lexicon.function_words import AUXILIARIES
from factcheck.patterns import pattern

_BE = r"(?:<<is>>|have been|had been|will be|would be)"
_DONE_IN = pattern(
    r" (?:(?:<<has>>|<<is>>|will|would|can|could) (?:been |be )?)?(?!(?:out|of|in|at|on|from|for|to|by)\b)[a-z]+"
    r"(?: [a-z]+){0,3}? (?:in|at|on|from|to|into|with|under|of|by)\b"
)
_DONE_ONCE = pattern(rf"\b<<once>>\b|\A {_BE} (?:in|at|on|from|to|with|under)\b")
_ONCE = pattern(r"\b<<once>>\b")
_FEW = 6
"""Words behind a whole in which its verb stands."""


def may_come(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether one that a whole counts may be in two parts: who comes on two days, ails in two ways, is held for two reasons.

    What happens, happens at one time ("31 calls"), and so does what is done to somebody once ("killed 40 people").
    """
    told = sorts.told_by(parts)
    if whole.kind not in COUNTS or None in told or not told:
        return False
    if can_be_done_in_two(whole, parts[0]):
        return True
    sorted_by = [sort for sort in told if sort is not None]
    words, ways = {kind for _, kind, _ in sorted_by} == {"word"}, {by for by, _, _ in sorted_by}
    if words and (ways in ({"with"}, {"as"}) or (ways == {"for"} and whole.is_of_people)):
        return True
    if _act(whole, parts[0]) and not _happens_once(whole, parts[-1]):
        return True
    timed = all(kind.startswith("time") for _, kind, _ in sorted_by) or (
        words and sorts.are_numbered([what for *_, what in sorted_by])
    )
    return timed and not _happens_once(whole, parts[-1])


def _act(whole: Claim, first: Claim) -> bool:
    """Tell whether a verb stands between a whole and its parts: "90 films [will be shown], 60 at the Odeon and 50 at the Rex"."""
    words = whole.sentence.within[whole.phrase.end : first.phrase.start].lower().split()
    return any(word.strip(",:") in AUXILIARIES or lexicon.is_past(word.strip(",:")) for word in words[:_FEW])


def _happens_once(whole: Claim, last: Claim) -> bool:
    """Tell whether a figure counts what happens, or those to whom something is told to be done once."""
    return _happens(whole) or _ONCE.search(whole.sentence.within, whole.sentence.span.start, last.span.start) is not None


def _happens(claim: Claim) -> bool:
    """Tell whether a figure counts what happens, which happens at one time and in one place: "31 calls"."""
    return (claim.counted or "").lower() in lexicon.words("sides", "happenings")


def can_be_done_in_two(whole: Claim, part: Claim) -> bool:
    """Tell whether one can do a thing in two places or times: "of 40, [25] have played in Spain and 20 in Italy", "in autumn"."""
    done = _DONE_IN.match(part.sentence.within, part.span.end, part.sentence.span.end)
    once = done is None or part.kind not in COUNTS or _happens(whole) or _DONE_ONCE.search(done[0]) is not None
    return not once
