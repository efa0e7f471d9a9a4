"""Whether a number is of those whom a survey or a check looked at: "A survey of 1,204 drivers found that 702, or 58 percent, do".

All who were looked at and a number without a noun of its own behind them go in; yes or no comes out.
"""

from __future__ import annotations

from factcheck.claims import COUNTS, Claim, series
from factcheck.patterns import pattern

_ROLE = "polled"
_LED = pattern(r"\b(?:<<inspections>> of|<<inspected>>) (?:(?:<<definite>>|all|a sample of|some) )*\Z")
_FOUND = pattern(
    r"(?:(?: (?!or\b|but\b)[a-z-]+){0,5}?,?(?: and)? (?:found|finds?|show(?:s|ed)?|said|says|turned up)(?: that)?|[,;:])"
    r" (?:<<about>> )*"
)
_OF_SOME = ", of "


def is_of(whole: Claim, part: Claim, share: Claim) -> bool:
    """Tell whether a number, with a share right behind it, is of those who were looked at."""
    text, start = whole.sentence.within, whole.sentence.near(whole.phrase.start)
    if part.kind not in COUNTS or series.noun(part) not in ("", series.noun(whole)) or whole.sentence is not part.sentence:
        return False
    looked_at = _ROLE in whole.roles or _LED.search(text, start, whole.phrase.start) is not None
    found = looked_at and _FOUND.fullmatch(text, whole.phrase.end, part.phrase.start) is not None
    return found and not text.startswith(_OF_SOME, share.span.end)
