"""Whether some are told of without a number beside a part and what is left: "nine came. Roe was ill, and the other two ...".

A text and places in it go in, yes or no comes out.
"""

from __future__ import annotations

from factcheck.patterns import pattern

_BREAK = pattern(r"[.;:,()—–]|--|\b(?:and|but|while)\b")
_SUBJECT = pattern(
    r"[\s“\"]*(?:with )?(?!(?:They|These|Those|It|That|This|Of|In|On|At|The (?:other|remaining))\b)"
    r"(?:[A-Z]|(?:<<determiner>>|one|<<uncounted>>)\b)"
)
_ENDED = pattern(r"\s+[“\"]?(?:[A-Z]|(?:<<determiner>>|one|<<uncounted>>)\b)(?P<told>[^.;:,()]*)")
_VOICE = pattern(r"\b(?:<<voiced>>|according)\b")
_NEXT = pattern(
    r"[^.;]*?\b(?:(?:the|a|an) (?:last|rest|few|crew|[a-z]*(?:third|fourth|fifth|[a-z]th))|one|<<uncounted>>"
    r"|<<fates>>)\b",
)
_ONE_MORE = pattern(r"\s*[“\"]?(?:[A-Z][\w’'-]+|His|Her|Their|The) (?:[a-z]+ )?(?:was|is|has|had)\b")
_FAR = 120
"""Code points of the next sentence that are looked at."""


def is_between(text: str, start: int, stop: int) -> bool:
    """Tell whether somebody else is told of between a part and the words that lead to the rest."""
    own, *others = _BREAK.split(text[start:stop])
    if not own.strip() and others:  # "one of four brothers, Roe went to sea. The other"
        others = others[1:]
    return any(_SUBJECT.match(told) for told in others)


def is_behind(text: str, start: int, stop: int, *, one: bool) -> bool:
    """Tell whether somebody else is told of behind the rest, in its sentence that ends at a ``stop``, or in the next.

    ``one`` tells that only one is missing, so that whoever the next sentence tells of may be the one.
    """
    if one and _ONE_MORE.match(text, stop):
        return True
    for at in _BREAK.finditer(text, start, stop):
        told = _ENDED.match(text, at.end(), stop)
        if told and not _VOICE.search(told["told"]):
            return True
    return _NEXT.match(text[stop : stop + _FAR].lower()) is not None
