"""A cue of saying in its sentence: its words, what stands around it, and whether they show that it says nothing at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from factcheck import lexicon
from factcheck.claims import Line, Source
from factcheck.claims.sources import occasions
from factcheck.claims.sources.quotations import Quoted
from factcheck.document import Span
from factcheck.patterns import pattern
from factcheck.values import frozen

_ENDS = pattern(r"[,;:?!—“”\"](?!\d)|--|\.(?=\W*\Z)")
_SAID = pattern(r" ?(?:that\b|[:“\"])")
_AT = pattern(
    r"(?: (?!at\b)[\w’'-]+){0,13} at (?:(?:<<about>>|<<bounds>>|least|most|no more than|between|at) )*"
    r"(?:[$€£¥]|\d|<<counts>>|one in|a (?:third|quarter|dozen|million)|half)"
)
"""Behind a verb that says something only of a level: "estimates the loss [at 40 million]"."""
_OF_LEVEL = pattern(r"((?: (?!of\b)[\w’'-]+){1,6}) of (?:(?:<<about>>|<<bounds>>|between) )*[$€£¥\d]")
_MOVING_TO = pattern(r"((?: (?!to\b)[\w’'-]+){1,6}) <<moving>>(?: (?:to|by|at))? (?:(?:<<about>>|<<bounds>>|between) )*[$€£\d]")
"""Behind who foresees it: "sees [inflation averaging] 5 percent"."""
_OF_SUM = pattern(
    r"(?:(?: (?!of\b)[\w’'-]+){1,4} of|(?: (?!to\b)[\w’'-]+){1,5} [a-z]+ing(?: (?!to\b)[\w’'-]+){1,3} (?:to|by))"
    r" (?:(?:<<about>>|<<bounds>>|between) )*(?:[$€£¥]\d|\d[\d.,]*(?:%| per ?cent\b| (?:m|b|tr)illion\b))"
)
"""A sum or a share that is foreseen: "sees [a peak of 40 million dollars]", "sees [the bank cutting rates to 3 percent]"."""
_ADDS = pattern(r" (?:(?:<<about>>|<<bounds>>|another|an? further|an? extra) )*(?:[$€£]?\d|<<counts>> )")
_BEFORE_FIGURE = pattern(r" (?:(?:<<about>>|<<bounds>>) )*(?:[$€£]?\d|<<counts>> )")
_BEFORE_SHARE = pattern(r" (?:(?:<<about>>|<<bounds>>) )*(?:one in|half|two-thirds|three-quarters|a <<fractions>>)\b")
_STOPS = (".", ",", ";")
_CLOSED = pattern(r" (?:(?:last|this) <<spells>>|on <<calendar: weekday>>|<<calendar: weekday>>)(?:\.|;|\s*\Z)")
"""When it was said, with which a sentence ends: "..., auditors found last year."."""
_EDGES = " ,;:—"
_SPEECH_ENDS = frozenset(",.?!—-…'’")
_IN_ASIDE = pattern(r", (?:who|which) [^,;:“”\"]*\Z")
_FEW_WORDS, _ASIDE_LONG = 24, 90
"""Code points of a few words in quotation marks, and of an aside before them."""
_INSERTED = pattern(r", (?:which|who|published|released|carried|commissioned|conducted|based) [^;:“”\"]{1,90}, \Z")
"""What is told of a paper before its verb: "the study, [which took a year], found"."""
_CLAUSE = pattern(
    r" (?:(?:he|she|they|it|there|(?:the|his|her|its|their) [a-z]+)"
    r" (?:<<is>>|<<has>>|will|would|could|may|might|can|should)\b"
    r"|(?:back )?in (?:an?|the|his|her|its|their|one) (?:[\w’'-]+ ){0,3}(?:memo|letter|statement|report|blog|post|e-?mail|filing"
    r"|article|column|book|note|essay|tweet|editorial|message|paper|diary)\b)"
)
"""What is written begins so, or where it is: "wrote [they may] leave", "wrote [in a memo] to"."""
_LOOK, _FAR = 60, 150
_BEFORE = 24
_SHORT_WORD = 3
"""Letters of words that a title writes small."""


@frozen
class Parts:
    """What a cue makes of its sentence; ``cue`` only where it is not the word itself ("[in] a poll")."""

    source: Span | None
    content: Span | None
    cue: Span | None = None


@frozen
class Saying:
    """A cue in its sentence, mostly a verb of saying.

    ``word`` is the cue in lower case, ``entry`` its name in the lexicon and ``fields`` what stands there; ``form`` is the verb's,
    of `lexicon.FORMS`, None for a noun; ``earlier`` are the sources of the cues before it.
    """

    text: str
    cue: Span
    sentence: Span
    word: str
    entry: str
    fields: Mapping[str, Any]
    form: str | None
    quoted: Quoted
    earlier: Sequence[Source]

    @property
    def is_noun_too(self) -> bool:
        """Whether the word can be a noun or an adjective."""
        return self.word in listed(self.entry, "nouns")

    @property
    def previous(self) -> str:
        """The word before, in lower case."""
        return self.before(self.cue.start)

    def before(self, place: int) -> str:
        """Give the word before a place, in lower case."""
        words = self.text[max(self.sentence.start, place - _BEFORE) : place].split()
        return words[-1].lower() if words else ""

    def ahead(self, count: int) -> list[str]:
        """Give the next words, in lower case."""
        words = self.text[self.cue.end : min(self.cue.end + _LOOK, self.sentence.end)].lower().split()
        return [word.strip(".,;:") for word in words[:count]]

    def trimmed(self, start: int, end: int) -> Span | None:
        """Leave out blanks, punctuation and "that" at both ends; None where nothing stays."""
        words = self.text[start:end].rstrip(_EDGES)
        if words.endswith("."):
            words = words[:-1]
        end = start + len(words)
        start = end - len(words.lstrip(_EDGES))
        if self.text.startswith("that ", start):
            start += len("that ")
        is_said = start < end and (self.text[start].isalnum() or any(map(str.isalnum, self.text[start:end])))
        return Span(start, end, self.cue.in_headline) if is_said else None

    def until_pause(self, start: int) -> int:
        """Give where the words from a place on end: at punctuation."""
        match = _ENDS.search(self.text, start, self.sentence.end)
        return match.start() if match else self.sentence.end

    def after_speech(self) -> int:
        """Give where the last speech before the cue ends; a word in quotation marks ("cap-and-trade") is no speech."""
        ends = (span.end for span in self.quoted.spans if span.end <= self.cue.start and _is_speech(self.text, span))
        return max(ends, default=self.sentence.start)

    def ends_speech(self, place: int) -> bool:
        """Tell whether a speech ends right before a place."""
        return any(0 <= place - span.end <= 2 and _is_speech(self.text, span) for span in self.quoted.spans)

    def is_beside_quotation(self) -> bool:
        """Tell whether a quotation ends before the cue and its subject, or begins behind it."""
        return any(
            0 <= span.start - self.cue.end < 4 or (0 <= self.cue.start - span.end < _LOOK and _is_speech(self.text, span))
            for span in self.quoted.spans
        )


def is_other(line: Line, saying: Saying) -> bool:
    """Tell whether the words around a cue show that it says nothing: "the rain continued", "claimed 40 lives"."""
    fields = saying.fields
    if "phrase" in fields or (saying.text[saying.cue.start].isupper() and _is_name(line, saying.cue)):
        return True
    if "beside" in fields and not saying.is_beside_quotation():
        return True
    if saying.word in listed(saying.entry, "that") and not _says(saying):
        return True
    if saying.form == "ing" and saying.entry == "added" and _ADDS.match(saying.text, saying.cue.end, saying.sentence.end):
        return True
    if "by" in fields and not _is_led_by(saying):
        return True
    if "figure" in fields and _BEFORE_FIGURE.match(saying.text, saying.cue.end, saying.sentence.end) is None:
        return True
    if "at" in fields and _AT.match(saying.text, saying.cue.end, saying.sentence.end) is None and not _is_of_level(saying):
        return True
    if "at" in fields and saying.previous.endswith(",") and saying.ahead(1) == ["at"]:
        return True  # "the costs, put at 4 million, are to be paid"
    if not listed(saying.entry, "unless").isdisjoint(saying.ahead(1)):
        return True
    never = listed(saying.entry, "never")
    return bool(never) and fields["place"] != "behind" and not never.isdisjoint(saying.ahead(5))


def _is_of_level(saying: Saying) -> bool:
    """Tell whether what is foreseen has its level behind "of": "the bank sees annual growth [of 3 percent]"."""
    if "levels" not in saying.fields:
        return False
    if _OF_SUM.match(saying.text, saying.cue.end, saying.sentence.end):
        return True
    ways = (_MOVING_TO, _OF_LEVEL)
    level = next((told for way in ways if (told := way.match(saying.text, saying.cue.end, saying.sentence.end))), None)
    return level is not None and not lexicon.forms("roles", "nouns").keys().isdisjoint(level[1].lower().split())


def _is_led_by(saying: Saying) -> bool:
    """Tell whether one of those who hear what others tell stands right before a cue: "the court (has) heard"."""
    led = saying.text[max(saying.sentence.start, saying.cue.start - _BEFORE) : saying.cue.start].lower().split()[-2:]
    return not listed(saying.entry, "by").isdisjoint(led[-1:] if led[-1:] not in (["has"], ["had"]) else led)


@cache
def listed(entry: str, key: str) -> frozenset[str]:
    """Give the words of one key of an entry of the lexicon."""
    return frozenset(lexicon.entries("sources")[entry].get(key, ()))


def _is_name(line: Line, cue: Span) -> bool:
    """Tell whether a capital letter within a sentence makes a cue a part of a name; a title has them all over."""
    text, span = line.sentence.within, line.sentence.span
    before = text[max(span.start, cue.start - _BEFORE) : cue.start].rstrip(" “”\"'(—-")
    if not before or before[-1] in ".:?!…" or line.sentence.kind == "headline":
        return False
    words = [word for word in line.sentence.text.split() if len(word) > _SHORT_WORD]
    return sum(word[0].islower() for word in words) * 3 > len(words)


def _says(saying: Saying) -> bool:
    """Tell whether what is said stands at the verb: "that", a colon, a quotation, or before it ("..., he added.")."""
    if saying.form == "past" and (saying.text.startswith(_STOPS, saying.cue.end) or _CLOSED.match(saying.text, saying.cue.end)):
        return True
    if saying.is_beside_quotation() and not saying.is_noun_too:
        return True
    opens = (_SAID,) if saying.is_noun_too else (_SAID, _CLAUSE)
    said = any(each.match(saying.text, saying.cue.end, saying.sentence.end) for each in opens) or _is_of_paper(saying)
    return said or occasions.WHEN_THAT.match(saying.text, saying.cue.end, saying.sentence.end) is not None


def _is_of_paper(saying: Saying) -> bool:
    """Tell whether a paper is what found a figure: "a [survey] of 900 firms found one in four", and no diver."""
    papers = listed(saying.entry, "papers")
    led = _INSERTED.sub("", saying.text[max(saying.sentence.start, saying.cue.start - _FAR) : saying.cue.start])
    figure = (_BEFORE_FIGURE, _BEFORE_SHARE) if papers else ()
    told = any(each.match(saying.text, saying.cue.end, saying.sentence.end) for each in figure)
    return told and not papers.isdisjoint(led.rpartition(", ")[2].lower().split())


def _is_speech(text: str, span: Span) -> bool:
    """Tell whether a quotation is a speech: a comma or the end of a sentence closes it, before its mark or behind."""
    if span.end - span.start <= _FEW_WORDS and _IN_ASIDE.search(text, max(0, span.start - _ASIDE_LONG), span.start):
        return False  # "the broker, who rates it a 'buy', said"
    return not _SPEECH_ENDS.isdisjoint(text[span.end - 2 : span.end]) or text.startswith(",", span.end)
