"""One and the other behind a figure of two: "two mills: one in Bonn, the other in Trier".

The text behind the figure goes in, the two come out; none where what stands between may be of something else.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims.listings import standing
from factcheck.patterns import pattern

_BOTH = pattern(
    r" (?P<words>[^.;:()—–\d]{1,90}?)(?: ?(?:--|—|–) ?| - | \(|: )"
    r"(?P<one>one (?!of\b)(?:(?!(?:one|two|another|other|and|some)\b)[\w’'.-]+ ?){1,8}?)"
    r"(?:, [A-Z][\w’'.-]+(?: [A-Za-z]+)?)?(?:,| and|, and|;) "
    r"(?P<other>the other (?:[A-Z]\w+"
    r"|(?:in|on|at|to|from|for|by|with|near|under|<<determiner>>|is|was|has|had|will)\b(?: [\w’'-]+)?))"
)
"""Of two: one and the other."""
_DONE = pattern(
    r" (?P<words>[^.;:,()—–\d]{1,90}?)(?: ?(?:--|—|–) ?| - |: |, )"
    r"(?P<one>[a-z]{2,}ing one)(?: [^,.;:()]{1,60}?)?,? (?:and|but) "
    r"(?P<other>[a-z]{2,}ing the other\b)(?! (?:[a-z]+s|<<counts>>)\b)"
)
"""What was done with one and with the other: "two ties, winning one and losing the other"."""
_FAR_BOTH = 250
"""Code points behind a figure in which the other is told."""


def named(text: str, start: int, stop: int) -> tuple[str, ...]:
    """Give one and the other where a sign opens them behind a figure: "two mills: one in Bonn, the other in Trier"."""
    if text.find(" the other", start, min(stop, start + _FAR_BOTH)) < 0:
        return ()
    both = _BOTH.match(text, start, stop) or _DONE.match(text, start, stop)
    return (both["one"], both["other"]) if both is not None and is_of_one_noun(both["words"]) else ()


def is_of_one_noun(words: str) -> bool:
    """Tell whether some words tell of one thing only, the one that is counted."""
    plurals = [word.strip(",") for word in words.split() if standing.PLURAL.match(word.strip(",")) and word[0].islower()]
    return len({*plurals} - lexicon.words("grammar", "stops")) == 1 and lexicon.forms("numbers").keys().isdisjoint(words.split())
