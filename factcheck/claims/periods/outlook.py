"""Whether a time is told as past or as still to come: a line and the time in it go in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.lexicon.function_words import BEING, DEMONSTRATIVES, DETERMINERS, MODALS, TO_BE, TO_DO, TO_HAVE
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_WORD = pattern(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_MODALS = MODALS | {"to", "be"}
_ON = pattern(
    r"\b([A-Za-z]++)(?:,? (?:in|at|near|off|outside) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})?"
    r",? (?:on|in|during) \Z"
)
_PREPOSITIONS = ("on ", "in ", "during ")
_AHEAD = MODALS | {"going", "ll", "if"}
_AUXILIARIES = TO_BE | TO_HAVE | TO_DO | {"made", "held", "set"}
_CAUSES = DETERMINERS | DEMONSTRATIVES | {"lack"}
_FORESEEN = frozenset({"forecast", "forecasts", "deadline"})
_FINITE = BEING | TO_HAVE
_SET = frozenset({"is", "are", "was", "were"})
"""Before "to": what was planned is still to come."""
_DONE = frozenset({"was", "were", "had"})
_RELATIVES = frozenset({"which", "that", "who", "not", "never"})
_ONCE = frozenset({"previously", "formerly", "once"})
"""Before a participle behind a time they tell of something older: "on March 25 for a seat previously held by"."""
_SPEAKING = frozenset({"speaking", "talking"})
_RESOLVED = frozenset({"agreed", "voted"})
_SHORT_ED = 4
_CLAUSE = pattern(r",?(?:(?! (?:and|but|while|when|which)\b)[^,;:])*")
_NEXT_CLAUSE = pattern(r",(?: and\b)?(?:(?! (?:and|but|while|when|which)\b)[^,;:])*")
"""What follows a time up to the next clause, and what follows that."""
_NO_VERBS = frozenset(
    {"indeed", "hundred", "united", "speed", "exceed", "proceed", "succeed", "breed", "greed", "sacred", "kindred"}
)
SAYINGS = frozenset({"said", "told", "added", "warned", "announced", "confirmed", "reported", "explained", "noted", "stated"})
"""Verbs of saying: the time beside one is that of the saying."""
_SAYING = pattern(r" (?:[A-Z][\w.’'-]* ){0,3}([a-z]+)\b")
"""Behind a time, who says something then: "in January Ms Ruiz [said]"."""
_SAID_THEN = pattern(r", ((?:[\w.’'&-]+ ){1,6}?)(?:said|told|announced|confirmed|reported|warned)\b(?=[ ,])")
"""Behind a time that opens a sentence, who said something then: "On Monday, [the firm said] it would"."""
_NARROWED = (" the ", "The ", " its ", " a ", " an ", "'s ", "’s ")
_NOUN = pattern(r" (?!<<grammar: stops>>\b)[a-z]{3,}\b")
"""Before and behind a time that only says which thing is meant: "the [January] fire"."""
_ASIDE = pattern(r", (?:which|who|whose|where) [^,;:]{1,80},(?= )")
_NEAR, _LED, _CLAUSES = 200, 30, 5
_PERFECT = MODALS - {"will", "would", "shall"} | {"to"}
"""What makes "have" and a verb one of the past: "is thought to have sunk in May"."""
_CAN = frozenset({"may", "might", "can", "should", "must"})
_NOUN_LED = DETERMINERS | {"housing", "new", "and", "of"}
"""Words before what is a noun then, and no verb: "a rise in housing [starts] in May"."""
_WHO = frozenset({"they", "we", "you", "i", "which", "that", "who"})
"""Words before a verb that has no ending: "talks that [start] on Sunday"."""
_RESULTS = frozenset({"close", "end", "open"})
"""Verbs that tell with "to" how it came out: "fell to [close] at 40"."""
_AT_MOST = 9
"""Words within which what tells in the present of what is to come stands before its time."""
_PLACED_BY = frozenset({"on", "in", "at", "by", "near", "from", "last", "this"})
_IS_IN = (" is on ", " are on ", " is in ", " are in ")
_IS_DAY = (*_IS_IN, " is ", " are ")
_DELIVERED = pattern(r" (?:[a-z]+ )?(?:delivery|contracts?|futures|settlement)\b")  # sold ahead: "crude for August delivery"
_FUTURES = pattern(r"\b(?:[Cc]rude|[Oo]il|[Ff]utures|[Cc]ontracts?|[Gg]old|[Ww]heat|[Cc]orn) for \Z")


def tense(line: Line, mention: Mention) -> str | None:
    """Tell whether what happens at a time is told as past or future, by the nearest word that shows it.

    A word of the past is one of the future where a modal leads it ("would be made"); a verb of saying behind the time says
    nothing of it ("opens on May 12, he said").
    """
    text, span, titled = line.sentence.within, line.sentence.span, line.sentence.kind == "headline"
    if _is_sold_ahead(line, mention):
        return "future"
    behind = _CLAUSE.match(text, mention.span.end, min(span.end, mention.span.end + _NEAR))
    before, after = text[max(span.start, mention.span.start - _NEAR) : mention.span.start], behind[0] if behind else ""
    is_day = mention.days is not None and mention.days.kind != "period"
    if before.endswith(_IS_DAY if is_day else _IS_IN) and not titled:  # "the deadline is [Friday]"
        return "future"
    if after.startswith(" deadline"):  # what was set for a day may be past or to come
        return None
    before = _ASIDE.sub("", before) if ", wh" in before else before
    if _is_of_saying(before, after, opens=text.startswith(before, span.start), titled=titled):
        return "past"
    if before.endswith(_NARROWED) and _NOUN.match(after) and _tense(before, "", titled) is None:
        told = _tense("", after, titled)
        return told if told == "past" else None  # "the January fire will be looked into"
    told = (_tense(before, "", titled) if after[:1] == "," else None) or _tense(before, after, titled)
    return told or _of_next_clauses(line, behind.end() if behind else span.end, titled=titled)


def _is_sold_ahead(line: Line, mention: Mention) -> bool:
    """Tell whether a time is that of a delivery which is dealt in: "for [August] delivery", "crude for [May]"."""
    text, start = line.sentence.within, mention.span.start
    led = max(line.sentence.span.start, start - _LED)
    return _DELIVERED.match(text, mention.span.end) is not None or _FUTURES.search(text, led, start) is not None


def _is_of_saying(before: str, after: str, *, opens: bool, titled: bool) -> bool:
    """Tell whether somebody said something at a time: "who [this week] announced that", "[On Monday], the firm said it"."""
    if after[:1] == " " and (saying := _SAYING.match(after)) and saying[1] in SAYINGS:
        return True
    said = _SAID_THEN.match(after) if opens and before.count(" ") <= _AT_MOST else None
    return said is not None and _tense(before, said[1], titled) is None


def _of_next_clauses(line: Line, at: int, *, titled: bool) -> str | None:
    """Give the tense of the first clause that shows one: "on Sunday night at the mill, in the rain, she [had]"."""
    text, stop = line.sentence.within, line.sentence.span.end
    for _ in range(_CLAUSES):
        clause = _NEXT_CLAUSE.match(text, at, min(stop, at + _NEAR))
        told = _tense("", clause[0], titled) if clause is not None else None
        if clause is None or told is not None:
            return told
        at = clause.end()
    return None


@lru_cache(maxsize=512)  # the figures of a sentence share their time
def _tense(before: str, after: str, titled: bool) -> str | None:
    left, right = _WORD.findall(before), _WORD.findall(after)
    words, middle = [*left, *right], len(left)
    if right and right[0] in MODALS and _is_done(left[-_AT_MOST:]):
        return "past"  # "a man arrested on Monday may be freed"
    for distance in range(max(middle, len(right))):
        for at in (middle - 1 - distance, middle + distance):
            shows = 0 <= at < len(words) and _may_show(words[at])
            told = _tense_of(words, at, middle, titled) if shows else None
            if told is not None:
                return told
    return None


@lru_cache(maxsize=4096)
def _may_show(word: str) -> bool:
    """Tell whether a word shows a tense beside some words; most show none beside any."""
    future, past, coming, _ = _tenses()
    lower = word.lower()
    known = lower in future or lower in past or lower in _SET or lower in _SPEAKING or _is_regular_past(lower)
    return known or word in _CAN or word.removesuffix("s") in coming


def _is_done(words: Sequence[str]) -> bool:
    """Tell whether words before a time and a modal end in a participle with where or by whom: "a man [arrested by police on]"."""
    at = next((at for at in range(len(words) - 1, 0, -1) if _is_regular_past(words[at])), None)
    if at is None or words[at] in SAYINGS or words[at] in _tenses()[0] or not words[at - 1].islower():
        return False
    return words[at + 1 : at + 2] != [] and words[at + 1] in _PLACED_BY and _tenses()[0].isdisjoint(words[:at])


def _tense_of(words: Sequence[str], at: int, middle: int, titled: bool) -> str | None:
    """Tell the tense that a word shows; those from ``middle`` on stand behind the time."""
    word, before, behind = words[at].lower(), words[at - 1] if at else "", at >= middle
    future, past, coming, _ = _tenses()
    if _says_nothing(word, before, words[at + 1 : at + 3], behind=behind):
        return None
    if word in future or _is_set(word, words[at + 1 : at + 2]):
        return "future" if word not in future or before != "than" else None  # "better than expected"
    if 0 < middle - at <= _AT_MOST and _comes(words, at, coming, titled):
        return "future"
    if word in _SPEAKING and not behind and before and before.lower() not in TO_BE:
        return "past"  # "speaking to reporters on Monday"
    if (word not in past and not _is_regular_past(word)) or (behind and (word in SAYINGS or before in _ONCE)):
        return None
    return (
        "future" if _is_put_off(words, at, middle) or _is_led_ahead(words[max(middle if behind else 0, at - 3) : at]) else "past"
    )


def _says_nothing(word: str, before: str, after: Sequence[str], *, behind: bool) -> bool:
    """Tell whether a word that looks ahead elsewhere does not: "on March 6 [due] to the flood", "beat analysts' [forecasts]"."""
    if word == "due":
        return after[:1] == ["to"] and (behind or not _CAUSES.isdisjoint(after[1:]))
    return word in _FORESEEN and before.lower() not in _FINITE


def _is_set(word: str, after: Sequence[str]) -> bool:
    """Tell whether something was or is still to come: "a ferry [was to] take them home", "a visit in May [is likely]"."""
    return (word in _SET and after == ["to"]) or (word in ("is", "are") and after == ["likely"])


def _is_put_off(words: Sequence[str], at: int, middle: int) -> bool:
    """Tell whether what a past verb tells of is to be done at the time: "postponed to", "agreed to raise the fee from"."""
    word, between = words[at].lower(), words[at + 1 : middle]
    if word in _tenses()[3] and between in (["to"], ["back", "to"]):
        return True
    if word in _RESOLVED and "to" in between:
        return True
    return at < middle and at > 0 and words[at - 1] in ("is", "are") and between in (["in"], ["on"])  # "when it is sold in May"


def _is_led_ahead(led: Sequence[str]) -> bool:
    """Tell whether a modal leads a past verb: "[would be] made"; "a measure [for] repairs failed"."""
    while "to" in led and led[-1] != "to" and led[led.index("to") + 1] not in ("be", "have"):
        led = led[led.index("to") + 1 :]  # "sales to China rose"
    told = max((place + 1 for place, near in enumerate(led) if near in _DONE), default=0)
    led = led[told:] if "to" not in led[told:] else led  # "the plan for a mill was approved on Monday"
    if "have" in led[1:] and led[led.index("have") - 1] in _PERFECT:
        return False
    return bool(_MODALS.intersection(led)) or led[-1:] == ["for"]


def _comes(words: Sequence[str], at: int, coming: frozenset[str], titled: bool) -> bool:
    """Tell whether a word tells in the present of what is to come: "may rise", "talks start"; in titles none does."""
    word, before = words[at], words[at - 1].lower() if at else ""
    if word in _CAN:
        return words[at + 1 : at + 2] != ["have"]
    if titled or word.removesuffix("s") not in coming:
        return False
    if word.endswith("s"):
        return before not in _NOUN_LED
    if before == "to":
        return word not in _RESULTS
    return before in _WHO or before == "and" or (before.endswith("s") and before not in ("its", "his", "this"))


@cache
def _tenses() -> tuple[frozenset[str], ...]:
    return tuple(lexicon.words("grammar", entry) for entry in ("future", "past", "coming", "put off"))


def _is_regular_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > _SHORT_ED and "-" not in word and word not in _NO_VERBS


def happened(line: Line, mention: Mention) -> str | None:
    """Tell that a time is told as past: right behind a past verb, with at most a place between ("sank off Malta on May 5").

    Anything looser ("voted to close the bridge on May 5", "before a vote on May 5") says nothing of it, and nothing is sure
    where the sentence has looked ahead before ("will be renovated and opened on May 5").
    """
    text, start = line.sentence.within, line.sentence.span.start
    placed = text.endswith(_PREPOSITIONS, start, mention.span.start)
    led = _ON.search(text, max(start, mention.span.start - _NEAR), mention.span.start) if placed else None
    if led is None:
        return None
    before = _WORD.findall(text[max(start, led.start() - _NEAR) : led.start()].lower())
    verb = led[1].lower()
    past = verb in lexicon.words("grammar", "past") and verb not in _AUXILIARIES
    ahead = verb not in SAYINGS and not (_AHEAD.isdisjoint(before) and lexicon.words("grammar", "future").isdisjoint(before))
    near = before[-3:]
    return "past" if past and not ahead and _MODALS.isdisjoint(near) and _RELATIVES.isdisjoint(near) else None
