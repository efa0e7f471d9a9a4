"""Whether parts are told to be of kinds that nothing is two of: "29 [were oil wells], 18 [gas wells] and four [were dry]".

A whole and its parts go in, in text order; yes or no comes out. Only what they are tells it, and not what they do or use.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import Claim, series
from factcheck.grounds.kinds import give_other_answers
from factcheck.patterns import pattern

_ARE = r"(?:(?:will|would) be|<<is>>) "
_KIND = r"(?:<<determiner>> )?(?P<kind>[a-z-]+(?: [a-z-]+){0,2}?)"
_AND = r"(?:,| and|, and|,? while|,? but) (?:(?:another|the (?:other|remaining)|<<about>>) )?"
_FIRST, _NEXT = pattern(rf" {_ARE}{_KIND}{_AND}"), pattern(rf"(?: of (?:them|which))? (?:{_ARE})?{_KIND}{_AND}")
_LAST = pattern(rf"(?: of (?:them|which))? (?:{_ARE})?{_KIND}(?= ?[.,;)]|\Z)")


def are_told(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether each part is told to be of a kind of its own, and nothing is of two of these kinds."""
    text, stop = parts[0].sentence.within, parts[-1].sentence.span.end
    told = [
        (_NEXT if at else _FIRST).fullmatch(text, part.span.end, other.phrase.start)
        for at, (part, other) in enumerate(pairwise(parts))
    ]
    found = [match and match["kind"] for match in (*told, _LAST.match(text, parts[-1].span.end, stop))]
    words = [frozenset(kind.split()) for kind in found if kind]
    both = series.is_one_of(whole, lexicon.words("sides", "firms")) or series.is_one_of(whole, lexicon.words("lists", "places"))
    of = ("exclusive", "groups") if both else ("exclusive", "groups", "materials")  # a firm may be an oil firm and a gas firm
    return len(words) == len(parts) > 1 and give_other_answers(words, *of)
