"""What follows a verb of saying and is not told: to whom it was said, when and where."""

from __future__ import annotations

import re

from factcheck import lexicon
from factcheck.claims.sources import speakers
from factcheck.patterns import pattern

_OCCASION = pattern(
    r"(?!(?:at (?:least|most)|as (?:many|much|few|little) as) )"
    r"(?:on|in|at|late|early|last|this|after|during|to|by|of|as|when|while|before|through|via|from|with"
    r"|today|yesterday|together|without|following|under|outside|inside|near|amid|speaking|quoting|about(?! [\d$€£])) "
    r"|<<calendar: weekday>>",
    re.IGNORECASE,
)
"""What tells when, where or how something was said begins so, or with a weekday."""
THAT = r" that\b(?! (?:<<is>>|<<has>>|will|would|could|can|[a-z]+ed)\b)"
"""What opens the content of a saying: no clause about a noun ("at the start of a trial that is expected to last")."""
WHEN_THAT = pattern(
    r" (?:(?:on|in|late|early|earlier|later|last|this|at|after|before|during|through|to) [^,;:“”\"]{1,60}?"
    rf"|[A-Z]\w{{2,5}}day(?: \w+)?){THAT} "
)
"""When it was said, and what opens what was."""
_MEANWHILE = ("as ", "when ", "while ")
_ASIDE_ABOUT = pattern(r", (?:which|who|where) .*", re.DOTALL)
"""What is told of those who were told: "told the meeting, [which was held in the church]"."""
_CONTENT = pattern(rf"{THAT} ")
_GOES_ON = pattern(
    r" (?:and|but|as|while|which|a|an|the|up|down|most|some|against|compared (?:with|to)"
    r"|(?!adding|saying|noting|citing|following|beating|missing|topping)[a-z]{3,}ing"
    r"|\d|[$€£]|with (?:<<about>> )?[\d$€£]|[a-z]+ (?:percent|more|fewer|of|short)\b)"
)
_ASIDE = pattern(
    r"(?: (?:(?:late|early) )?(?:on|in|at|late|early|last|this) [^,;:.“”\"]{1,40}"
    r"| [A-Z]\w{2,5}day(?: \w+)?)?,"
)


def goes_on(text: str, end: int, stop: int) -> bool:
    """Tell whether what is told goes on behind the time of its saying: "40 left, she said on Monday, [and 12 stayed]"."""
    aside = _ASIDE.match(text, end, stop)
    return aside is not None and text[end : end + 1] != "," and _GOES_ON.match(text, aside.end(), stop) is not None


def is_aside(text: str, end: int, stop: int) -> bool:
    """Tell whether a saying is set between commas in what is told: "40 left, she said on Monday, and 12 stayed"."""
    return _ASIDE.match(text, end, stop) is not None


def is_addressee(words: str) -> bool:
    """Tell whether only who is told follows, and when: "told reporters on Monday"."""
    words = _ASIDE_ABOUT.sub("", words)
    return " that " not in words and "“" not in words and ' "' not in words and not any(map(speakers.is_finite, words.split()))


def is_occasion(words: str) -> bool:
    """Tell whether nothing but the time or the occasion of saying follows the saying."""
    if words in lexicon.forms("calendar", "names"):
        return True
    if words.startswith("while ") and any(map(str.isdigit, words)):  # "sales rose, she said, while costs stayed at 40 million"
        return False
    content = " that " in words if words.startswith(_MEANWHILE) else _CONTENT.search(words) is not None
    return _OCCASION.match(words) is not None and not content and "“" not in words and ' "' not in words
