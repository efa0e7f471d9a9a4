"""Whether a time is told as past or as still to come: a line and the time in it go in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.claims.periods import verbs
from factcheck.days import Days
from factcheck.lexicon.function_words import BEING, DEMONSTRATIVES, DETERMINERS, MODALS, TO_BE, TO_DO, TO_HAVE
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_WORD = pattern(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_WILL_NOT = pattern(r"\bwon['’]t\b")
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
_ATTRIBUTES = frozenset({"planned", "scheduled", "expected", "projected"})
_BEHIND_PLAN = frozenset(
    {"to", "for", "in", "on", "by", "at", "from", "before", "after", "until", "this", "next", "later", "and", "or"}
)
"""Behind one of these a word of planning tells what it is like, before a noun: "the [planned] cuts"."""
_RELATIVES = frozenset({"which", "that", "who", "not", "never"})
_ONCE = frozenset({"previously", "formerly", "once"})
"""Before a participle behind a time they tell of something older: "on March 25 for a seat previously held by"."""
_CLAUSE = pattern(r",?(?:(?! (?:and|but|while|when|which)\b)[^,;:])*")
_NEXT_CLAUSE = pattern(r",(?: (?:and|when)\b)?(?:(?! (?:and|but|while|when|which)\b)[^,;:])*")
"""What follows a time up to the next clause, and what follows that."""
_SAYING = pattern(r" (?:[A-Z][\w.’'-]* ){0,3}([a-z]+)\b")
"""Behind a time, who says something then: "in January Ms Ruiz [said]"."""
_SAID_THEN = pattern(r", ((?:[\w.’'&-]+ ){1,6}?)<<voiced>>\b(?=[ ,])")
"""Behind a time that opens a sentence, who said something then: "On Monday, [the firm said] it would"."""
_NARROWED = (" the ", "The ", " its ", " a ", " an ", "'s ", "’s ")
_SAYS_THAT = pattern(r" (?:[a-z]+ ){1,3}that ")
"""Behind a time that only says which thing is meant, what was said there: "bet at a [June] meeting that it would"."""
_NOUN = pattern(r" (?!<<grammar: stops>>\b)[a-z]{3,}\b")
"""Before and behind a time that only says which thing is meant: "the [January] fire"."""
_PARTICIPIAL = pattern(r", [a-z]+ing (?:[a-z]+ )?that\b")
"""A clause that tells what was said with what another tells: "on Monday the mill cut pay, [warning] that jobs would go"."""
_SET_FOR = pattern(r"(?<!\bhad )\bset (?:an?|the|its|another) (?:[\w-]+ ){1,7}for \Z")
_COULD = pattern(r"\bcould (?!have\b)(?:[a-z]+ ){1,6}\Z")
_TO_SHOW = pattern(r"\b(?:<<foreseen>>|seen|likely|due) to (?:show|report|post|reveal) (?:[^,;]|,(?=\d))*\Z")
_ASIDE = pattern(r", (?:which|who|whose|where) [^,;:]{1,80},(?= )")
_FROM_LEVEL = pattern(
    r"\b(?:(?:up|down),? from|compared (?:with|to)) (?:[^,;:.]|[,.](?=\d)){1,30} (?:(?:in|on)(?: the)?|last) \Z"
)
"""Before the time of an earlier level, whatever the sentence foresees: "plan to hire, down from 29 percent in [December]"."""
_SUDDEN = pattern(r"['’]s (?:[a-z]+ ){0,2}<<grammar: sudden>>\b")
"""Behind the day of what nobody plans: "survivors of [Sunday]'s massacre"."""
_SOONEST = ("as early as ", "as soon as ", "as early as its ", "as soon as its ", "as early as the ", "as soon as the ")
_MAY = pattern(r"\b(?:will|would|could|may|might|can)\b[^.;]*\Z")
"""Before the first time at which something may be: "could begin as early as [March]"; who knew as early as March has known."""
_NEAR, _LED, _CLAUSES = 200, 30, 5
_PLACED_BY = frozenset({"on", "in", "at", "by", "near", "from", "last", "this"})
_IS_IN = (" is on ", " are on ", " is in ", " are in ")
_IS_DAY = (*_IS_IN, " is ", " are ")
_DELIVERED = pattern(
    r" (?:[a-z]+ )?(?:delivery|contracts?|futures|settlement|shipments?|loading)\b"
)  # sold ahead: "crude for August delivery"
_FUTURES = pattern(r"\b(?:<<Contracts>>|[Oo]il|[Gg]old|[Ww]heat|[Cc]orn) for \Z")


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
    days = mention.days
    is_day = days is not None and days.kind != "period"
    if before.endswith(_IS_DAY if is_day else _IS_IN) and not titled:  # "the deadline is [Friday]"
        return "future"
    if days is not None and _is_foreseen(before, days):
        return "future"
    if _may_be_either(before, after, days):
        return None
    if after.startswith(("'s ", "’s ")) and _SUDDEN.match(after):
        return "past"
    if before.endswith(_SOONEST) and _MAY.search(before):
        return "future"
    before = _ASIDE.sub("", before) if ", wh" in before else before
    opens = text.startswith(before, span.start)
    if _FROM_LEVEL.search(before) or _is_of_saying(before, after, opens=opens, titled=titled):
        return "past"
    if before.endswith(_NARROWED) and _NOUN.match(after) and _tense(before, "", titled) is None:
        told = _tense("", after, titled)
        return told if told == "past" else None  # "the January fire will be looked into"
    alone = after[:1] == "," or after.startswith(" that ") or (before.endswith(_NARROWED) and _SAYS_THAT.match(after) is not None)
    told = (_tense(before, "", titled) if alone else None) or _tense(before, after, titled)
    next_ = span.end if behind is None else behind.start() if after == "," else behind.end()
    return told or _of_next_clauses(line, next_, titled=titled)


def _may_be_either(before: str, after: str, days: Days | None) -> bool:
    """Tell whether what was set for a time may be past or to come: "is due to show a loss in [May]", "[May] deadline"."""
    to_show = days is not None and days.month and not days.day and _TO_SHOW.search(before)
    return bool(to_show) or after.startswith(" deadline")


def _is_foreseen(before: str, days: Days) -> bool:
    """Tell whether what leads to a time sets it: "delayed [until May]", "set a hearing for [Friday]", "could open [by May]"."""
    if days.form == "until":
        return verbs.puts_off(before)
    if days.form == "by":
        return _COULD.search(before) is not None
    return before.endswith("for ") and _SET_FOR.search(before) is not None


def _is_sold_ahead(line: Line, mention: Mention) -> bool:
    """Tell whether a time is that of a delivery which is dealt in: "for [August] delivery", "crude for [May]"."""
    text, start = line.sentence.within, mention.span.start
    led = max(line.sentence.span.start, start - _LED)
    return _DELIVERED.match(text, mention.span.end) is not None or _FUTURES.search(text, led, start) is not None


def _is_of_saying(before: str, after: str, *, opens: bool, titled: bool) -> bool:
    """Tell whether somebody said something at a time: "who [this week] announced that", "[On Monday], the firm said it"."""
    if after[:1] == " " and (saying := _SAYING.match(after)) and saying[1] in verbs.SAYINGS:
        return True
    said = _SAID_THEN.match(after) if opens and before.count(" ") <= verbs.AT_MOST else None
    return said is not None and _tense(before, said[1], titled) is None


def _of_next_clauses(line: Line, at: int, *, titled: bool) -> str | None:
    """Give the tense of the first clause that shows one: "on Sunday night at the mill, in the rain, she [had]"."""
    text, stop = line.sentence.within, line.sentence.span.end
    for _ in range(_CLAUSES):
        clause = _NEXT_CLAUSE.match(text, at, min(stop, at + _NEAR))
        hung = clause is not None and _PARTICIPIAL.match(clause[0]) is not None
        told = _tense("", clause[0], titled) if clause is not None and not hung else None
        if clause is None or told is not None:
            return told
        at = clause.end()
    return None


@lru_cache(maxsize=512)  # the figures of a sentence share their time
def _tense(before: str, after: str, titled: bool) -> str | None:
    if "won" in before or "won" in after:
        before, after = _WILL_NOT.sub("will", before), _WILL_NOT.sub("will", after)
    left, right = _WORD.findall(before), _WORD.findall(after)
    words, middle = [*left, *right], len(left)
    if right and right[0] in MODALS and _is_done(left[-verbs.AT_MOST :]):
        return "past"  # "a man arrested on Monday may be freed"
    for distance in range(max(middle, len(right))):
        for at in (middle - 1 - distance, middle + distance):
            shows = 0 <= at < len(words) and verbs.may_show(words[at])
            told = _tense_of(words, at, middle, titled) if shows else None
            if told is not None:
                return told
    return None


def _is_done(words: Sequence[str]) -> bool:
    """Tell whether words before a time and a modal end in a participle with where or by whom: "a man [arrested by police on]"."""
    at = next((at for at in range(len(words) - 1, 0, -1) if verbs.is_regular_past(words[at])), None)
    if at is None or words[at] in verbs.SAYINGS or words[at] in verbs.tenses()[0] or not words[at - 1].islower():
        return False
    return words[at + 1 : at + 2] != [] and words[at + 1] in _PLACED_BY and verbs.tenses()[0].isdisjoint(words[:at])


def _tense_of(words: Sequence[str], at: int, middle: int, titled: bool) -> str | None:
    """Tell the tense that a word shows; those from ``middle`` on stand behind the time."""
    word, before, behind = words[at].lower(), words[at - 1] if at else "", at >= middle
    future, _, coming, *_ = verbs.tenses()
    if _says_nothing(word, before, words[at + 1 : at + 3], behind=behind):
        return None
    if word in future and verbs.is_object(words, at):
        return None
    if word in future or verbs.is_set(word, words[at + 1 : at + 2]):
        return "future" if word not in future or before != "than" else None  # "better than expected"
    if 0 < middle - at <= verbs.AT_MOST and verbs.comes(words, at, coming, titled):
        return "future"
    if word in verbs.SPEAKING and not behind and before and before.lower() not in TO_BE:
        return "past"  # "speaking to reporters on Monday"
    if word == "saying" and at == middle - 1:
        return "past"  # "despite saying Friday that"
    told = word in verbs.SAYINGS and not (at == middle + 1 and before in _RELATIVES)  # but "one in May that said"
    if not (verbs.is_past(word) or verbs.is_cut(word, before)) or (behind and (told or before in _ONCE)):
        return None
    near = words[max(middle if behind else 0, at - 3) : at]
    ahead = verbs.is_led_ahead(near) or verbs.is_put_off(words, at, middle) or (not behind and verbs.is_joined_ahead(words, at))
    return "future" if ahead else "past"


def _says_nothing(word: str, before: str, after: Sequence[str], *, behind: bool) -> bool:
    """Tell whether a word that looks ahead elsewhere does not: "on March 6 [due] to the flood", "beat analysts' [forecasts]"."""
    if (
        word in _ATTRIBUTES
        and before.lower() not in _FINITE
        and before[-2:] != "ly"
        and after[:1]
        and after[0] not in _BEHIND_PLAN
    ):
        return True  # "announced 40 planned cuts in November"
    if word == "due":
        return after[:1] == ["to"] and (behind or not _CAUSES.isdisjoint(after[1:]))
    return word in _FORESEEN and before.lower() not in _FINITE


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
    looks_ahead = not (_AHEAD.isdisjoint(before) and lexicon.words("grammar", "future").isdisjoint(before))
    ahead = verb not in verbs.SAYINGS and looks_ahead
    near = before[-3:]
    return "past" if past and not ahead and _MODALS.isdisjoint(near) and _RELATIVES.isdisjoint(near) else None
