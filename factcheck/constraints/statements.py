"""Whether the text makes one statement of several figures: then they stand or fall together, whoever plans or denies them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.grounds.tellings import pointers, wordings
from factcheck.story import Story, kinds
from factcheck.story.wholes import parts

TO_COME = frozenset({"planned", "forecast"})


def are_one(claims: Mapping[str, Claim], story: Story) -> bool:
    """Tell whether links make one statement of the figures, each with one of them."""
    return any(all(other is hub or _is_tied(hub, other, story) for other in claims.values()) for hub in claims.values())


def _is_tied(hub: Claim, other: Claim, story: Story) -> bool:
    """Tell whether a link makes one statement of two figures; a part and its whole are one within a sentence ("14 of the 18")."""
    if (link := story.tied.get(frozenset((hub.id, other.id)))) is None:
        return False
    if link.kind != parts.KIND:
        return link.kind in _statements()
    part, whole = story.by_id[link.one], story.by_id[link.other]
    one, other = (whole, part) if part.stance == "asserted" and (link.why in parts.AMONG or _is_there(whole)) else (part, whole)
    to_come = one.stance in TO_COME and other.stance == "asserted"  # "would hold five of the three bridges"
    return part.sentence is whole.sentence and (to_come or part.stance == whole.stance)


def _is_there(whole: Claim) -> bool:
    """Tell whether a whole is told as one that is there, whatever comes of it: "five of the four mills expect to close".

    A plan may be outdone: "12 of the 10 planned wells".
    """
    told = wordings.words(whole.sentence.within[whole.span.end : whole.phrase.end])
    return pointers.is_known(whole) and told.isdisjoint(lexicon.words("grammar", "intended"))


@cache
def _statements() -> frozenset[str]:
    return frozenset(kind.KIND for kind in kinds() if kind.ONE)
