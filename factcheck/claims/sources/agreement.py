"""Whether a form is the verb of the words before it: "voters say", "the board proposed a fee", but not "600 told claims"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck import lexicon
from factcheck.claims.sources import expected, occasions, speakers
from factcheck.claims.sources.sayings import Saying
from factcheck.document import Span
from factcheck.lexicon.function_words import DETERMINERS, MODALS, TO_DO
from factcheck.patterns import pattern

_ARTICLE = pattern(r"(?:<<determiner>>|this|these|that|to|it)\b|\d")
MODAL = MODALS | {"to", "'ll", "’ll"}
"""Words behind which a form without an ending is no verb of its own."""
_NOUN_AHEAD = frozenset([
    "of", "on", "from", "by", "about", "in", "at", "and", "or", "were", "was", "are", "is", "have", "has", "had", "will",
    "would", "could", "may", "with", "for", "against", "toward", "towards"
])  # fmt: skip
"""Words before which a form that can be a noun is one."""
_BEHIND_NOUN = pattern(
    r"(?:from|of|by|in|on|for|at|to|with|like|near|inside|outside|across|among|around|whose|<<said-of-speakers>>)\Z"
)
"""Words that open what follows a noun in its phrase."""
_NO_PLACE = (" at least ", " at most ", " in the journal ")
"""Behind a verb, not its noun, though it opens as a place does: "the files show at least 40"."""
_GROUPS = frozenset(
    ["percent", "%", "pct", "majority", "half", "third", "quarter", "number", "handful", "range", "array", "host"]
)
"""Nouns before "of" of which many speak: "a majority of voters say"."""
_LOOK = len(max(_NO_PLACE, key=len))
_ASIDES = frozenset(["however", "though", "too", "meanwhile", "also", "instead", "therefore"])
_JOINING = frozenset({"and", "&"})
_PLURAL = frozenset([
    "they", "who", "people", "voters", "some", "many", "others", "most", "few", "police", "men", "women", "children",
    "all", "those", "both"
])  # fmt: skip


def agrees(saying: Saying, subject: Span, form: str, led: Iterable[str]) -> bool:
    """Tell whether a form can be the verb of the words before it; the writer's "I" and "we" vouch for nothing."""
    words = saying.text[subject.start : subject.end].split()
    if len(words) > 1 and words[-1].strip(",").lower() in _ASIDES:  # "others, however, say"
        words = words[:-1]
    lower = words[-1].strip("“”\"',()").lower()
    if (
        lower in speakers.OTHERS
        or lower == "to"
        or (len(words) > 1 and words[-2].lower() in MODALS and not _is_name(words, form))
    ):
        return False  # "will investigate reports that"
    if lower in speakers.PRONOUNS or lower == "who" or (lower == "which" and saying.entry in ("forecasts", "believes")):
        asks = saying.before(subject.start) in MODAL | TO_DO  # "should they request"
        return form != "infinitive" or ((lower in _PLURAL or not TO_DO.isdisjoint(led)) and not asks)
    if form == "infinitive" and not any(word in TO_DO or word.endswith(("n't", "n’t")) for word in led):
        return _are_many(words, lower) and not (
            saying.is_noun_too and _is_noun_ahead(saying, subject) and not _closes(saying, subject)
        )
    return not saying.is_noun_too or _is_verb(saying, subject, form, led)


def _is_name(words: Sequence[str], form: str) -> bool:
    """Tell whether what looks like a modal is somebody's name: "[Will] Roe said"."""
    return words[-2] == "Will" and words[-1][0].isupper() and form != "infinitive"


def _are_many(words: Sequence[str], last: str) -> bool:
    """Tell whether a subject is in the plural, as a verb without an ending has it."""
    head = _head(words)
    if head in _PLURAL or (head in _GROUPS and "of" in words):
        return True
    plural = head.endswith("s") and not head.endswith(("’s", "'s", "ss", "us", "is"))
    return words[0].lower() not in ("a", "an", "one") and (last in _PLURAL or plural or not _JOINING.isdisjoint(words[-4:]))


def _is_verb(saying: Saying, subject: Span, form: str, led: Iterable[str]) -> bool:
    """Tell whether a form that can be a noun, too, is the verb of its subject."""
    that = saying.ahead(1) == ["that"] or occasions.WHEN_THAT.match(saying.text, saying.cue.end, saying.sentence.end)
    if (form != "infinitive" and that) or {*led} & expected.HAVE:  # "the city estimates that"
        return True
    ahead = saying.ahead(1)
    if ahead and ((form == "past" and _ARTICLE.match(ahead[0])) or (form == "third" and ahead[0] in DETERMINERS)):
        return True  # "the board proposed a fee", "its insurer estimates the bill at"
    words = saying.text[subject.start : subject.end].split()
    last = words[-1].strip("“”\"',()")
    plural = form == "past" and last.lower().endswith("s")
    known = not {last.lower(), _head(words)}.isdisjoint(lexicon.forms("sources", "speakers"))
    known = known or last[:1].isupper() or plural or _closes(saying, subject)
    return known and not _is_noun_ahead(saying, subject)


def _closes(saying: Saying, subject: Span) -> bool:
    """Tell whether a cue and its subject close the sentence behind a comma: "..., the chamber of commerce estimates."."""
    text, start = saying.text, subject.start
    words = text[start : subject.end].lower().split()
    led = _ARTICLE.match(text, start) is not None or text[start].isupper()
    led = led or not {_head(words), words[-1]}.isdisjoint(lexicon.forms("sources", "documents"))
    told = led and text.startswith((".", ","), saying.cue.end)
    return (told or saying.cue.in_headline) and text.endswith(", ", 0, start)


def _head(words: Sequence[str]) -> str:
    """Give the noun of a subject, before what follows it: "[figures] from the office", "satellite [data] published on Friday"."""
    at = next((at for at, word in enumerate(words) if at and _BEHIND_NOUN.match(word)), len(words))
    noun = words[at - 1].strip("“”\"',()").lower()
    return f"{noun}s" if noun in ("data", "police", "people", "media") else noun


def is_noun_before(saying: Saying) -> bool:
    """Tell whether the word behind a form without a subject shows that it is a noun: "and [claims] by 20 others"."""
    return not _NOUN_AHEAD.isdisjoint(saying.ahead(1))


def _is_noun_ahead(saying: Saying, subject: Span) -> bool:
    """Tell whether what follows shows that a form is a noun: "Ruiz attacks on", "the calls were"; not "..., Ruiz claims."."""
    following = saying.text[saying.cue.end : saying.cue.end + _LOOK]
    if following.startswith(_NO_PLACE):
        return False
    if following[:1] == "." and saying.text[subject.start - 2 : subject.start - 1] == ",":
        return False
    if following.startswith((", up from ", ", down from ")) and _closes(saying, subject):
        return False
    if following[:1] in ".;)" or (following[:1] == "," and not saying.quoted.spans):
        return True
    word = (following.split() or [""])[0]
    return (
        word in _NOUN_AHEAD
        or (word.endswith("ed") and word.islower())
        or lexicon.inflections("sources").get(word) in ("past", "third")
    )
