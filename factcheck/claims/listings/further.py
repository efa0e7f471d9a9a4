"""Whether more of what is counted is told behind a list: "-- and two in Trier", or "A third burned down" in the next sentence.

The text from the beginning of a list to the end of its sentence goes in, yes or no comes out. It is asked of lists that have too
few.
"""

from __future__ import annotations

from factcheck.patterns import pattern

_AND = (
    r",? ?(?:and|plus|with|along with|together with|as well as) (?:(?:the|its|their|an?) )?"
    r"(?:(?:<<counts>>|\d+)\b(?! (?:[A-Z][\w’'-]* )?[a-z-]+s\b)"
    r"|(?:one|another|some|several|others?|more|rest|second|third|fourth)\b)"
)
_BESIDE, _BESIDE_BRACKETS = pattern(rf"(?:--|—|–| -){_AND}"), pattern(rf"[^()—–:]{{1,120}}\([^()]*\){_AND}")
"""Behind the sign that closes a list, and behind brackets that hold it."""
_NEXT = pattern(
    r"[”\"]?\s*(?:[A-Z][a-z]+ly, )?(?:(?:And|But|Yet) )?(?:[Aa]nother|[Oo]ne (?:more|other)"
    r"|[Aa] (?:second|third|fourth|fifth|sixth)"
    r"|[Tt]he (?:other|second|third|fourth|fifth|sixth|last|final|rest|remaining))\b"
)
_FURTHER = pattern(r"[^.;\n]{0,100}\b[Tt]he (?:third|fourth|fifth|sixth|seventh)\b")
"""Behind the sentence: the next one opens with one more, or tells of it."""
_FAR, _BEHIND = 1000, 130


def is_told(text: str, start: int, stop: int) -> bool:
    """Tell whether one more, or several, are told behind a list that begins at ``start``, in its sentence or with the next."""
    return _BESIDE.search(text, start, min(stop, start + _FAR)) is not None or _is_next(text, stop)


def _is_next(text: str, stop: int) -> bool:
    behind = stop, stop + _BEHIND
    return _NEXT.match(text, *behind) is not None or _FURTHER.match(text, *behind) is not None
