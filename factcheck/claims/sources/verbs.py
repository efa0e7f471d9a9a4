"""A verb of saying -> its source and what it vouches for.

SOURCE said (that) CONTENT      CONTENT, SOURCE said on Monday      “CONTENT,” said SOURCE
CONTENT reported by SOURCE      SOURCE ..., adding that CONTENT     it is believed that CONTENT
"""

from __future__ import annotations

from collections.abc import Collection

from factcheck import lexicon
from factcheck.claims.sources import agreement, contents, expected, inverted, opening, speakers
from factcheck.claims.sources.sayings import Parts, Saying
from factcheck.document import Span
from factcheck.lexicon.function_words import BEING, DETERMINERS
from factcheck.patterns import pattern

_BY = pattern(r" (?:\w+ly |on average )?by (?!\d+\b(?! <<analysts>>\b)|\w+ing\b)")
_AT = pattern(r" at (?=(?:<<about>> )?[$€£¥\d])")
_HELD_TO_BE = pattern(r"(?:<<held>> to (?:be|have)|<<deemed>> to [a-z]+)\b")
_GIVES = pattern(r" ?(?:(?:that|to|as|how|why|whether|about|for|in|on|if)\b|[:“\"])")

_NO_VERB = DETERMINERS | frozenset([
    "this", "these", "those", "of", "for", "in", "on", "with", "at", "from", "into", "any", "no", "some", "more", "most", "than",
    "much", "about", "as", "new", "such", "another", "first", "last", "own", "next", "other", "so"
])  # fmt: skip
"""Words behind which a form is no verb of its sentence."""
_AMOUNTS = frozenset({"figure", "number", "total", "sum", "amount", "level", "rate", "share"})
_ALONE, _SAY = frozenset({"another", "some", "most", "more", "those"}), frozenset({"say", "says", "said"})
"""Who may speak by himself, of what is surely said: "another said", but not "another reported case"."""
_PART = pattern(r"(?:including|excluding|among them) (?:<<about>> )*\d")
"""A number that is part of another speaks of nothing: "400 jobs, [including 80] added last year"."""
_SCALES = frozenset({"thousand", "million", "billion", "trillion"})
_HELD = frozenset({"believes", "forecasts"})
"""What is also said behind what is told: "40 will close, [estimate] analysts"."""
_BE = BEING | {"'s", "’s", "'re", "’re", "get", "got", "gets"}
_BEFORE_ING = frozenset([
    "by", "in", "of", "after", "for", "while", "when", "without", "before", "from", "than", "as", "with", "about", "on",
    "and", "but", "or", "instead", "not"
])  # fmt: skip


def read(saying: Saying) -> Parts | None:
    """Read what a verb of saying makes of its sentence; None where it is no verb of it, or the writer speaks."""
    text, cue, sentence = saying.text, saying.cue, saying.sentence
    form = saying.form
    if saying.entry == "asked" and form == "past" and opening.asks(saying):
        return Parts(None, saying.trimmed(cue.end, saying.until_pause(cue.end)))  # "Asked about the fee, he"
    if saying.fields.get("addressed") and form == "past" and not text[cue.end : sentence.end].strip(" .\n"):
        return Parts(None, saying.trimmed(sentence.start, cue.start))  # "..., court told"
    if form in ("past", "participle") and _BY.match(text, cue.end, sentence.end):
        return _by(saying)
    by_name = saying.fields["place"] == "both" or (saying.entry in _HELD and form in ("third", "infinitive"))
    if form in ("past", "third", "infinitive") and by_name and inverted.stands(saying):
        return inverted.read(saying)
    if _is_no_verb(saying) or text.startswith(" each other", cue.end):
        return None
    subject, led = speakers.before(text, _start(saying), cue.start, headline=cue.in_headline)
    if form == "ing":
        return _of_participle(saying, subject, led, saying.previous)
    if not agreement.MODAL.isdisjoint(led):
        return None
    if form != "infinitive" and not _BE.isdisjoint(led):
        return _passive(saying)
    if form != "infinitive" and _HELD_TO_BE.match(text, cue.start, sentence.end):  # "his mill, thought to earn 4 million"
        return Parts(None, saying.trimmed(cue.end, saying.until_pause(cue.end)))
    source = _source(saying, subject, led)
    return None if source is None else expected.read(saying, source, led) or contents.told(saying, source)


def _source(saying: Saying, subject: Span | None, led: Collection[str]) -> Span | None:
    """Give whose verb a form is: that of the subject before it or, where it has none of its own, of the verb before."""
    text, form = saying.text, saying.form
    if subject is None:
        noun = saying.is_noun_too and agreement.is_noun_before(saying)  # "it paid 40 men, and claims by 20 others are pending"
        source = None if noun or (form == "infinitive" and not saying.earlier) else _shared(saying)
    else:
        source = (
            subject if agreement.agrees(saying, subject, form or "past", led) and not _PART.match(text, subject.start) else None
        )
    if source is not None and saying.entry == "forecasts" and text.endswith(" what ", saying.sentence.start, source.start):
        return None  # "2 cents below what analysts had expected"
    return source


def _is_no_verb(saying: Saying) -> bool:
    """Tell by the word before a form that it is a noun or an adjective: "600 [confirmed] deaths", "the [claims]"."""
    previous, plainly_said = _before_adverb(saying), saying.word in _SAY
    if previous == "times" and saying.entry == "forecasts":
        return True  # "26 times expected earnings"
    if saying.entry == "forecasts" and saying.ahead(1) == ["to"] and (previous in _AMOUNTS or previous.endswith(",")):
        return True  # "a figure expected to reach 6 million", "the trial, expected to last"
    if saying.entry == "forecasts" and saying.is_noun_too and previous in lexicon.words("grammar", "setting"):
        return True  # "Bank raises forecast as profit jumps"
    numbered = previous[-1:].isdigit() or (previous in _SCALES and not plainly_said)
    if saying.form == "past" and numbered and saying.ahead(1) not in contents.CLAUSE_OPENS:
        return True
    led = previous in _NO_VERB and not (previous in _ALONE and plainly_said)
    if saying.word == "expects" and saying.ahead(1) == ["to"]:
        return False  # "Rosie's expects to book"
    return saying.form != "ing" and (led or previous.endswith(("’s", "'s", "’", "'")))


def _before_adverb(saying: Saying) -> str:
    """Give the word before a form, or before an adverb at it: "[the] previously reported sum"."""
    previous = saying.previous
    adverb = previous.endswith("ly") and previous not in lexicon.words("grammar", "no adverbs") and saying.form != "ing"
    led = saying.before(saying.text.rfind(" ", saying.sentence.start, saying.cue.start - 1) + 1) if adverb else ""
    return led if led in _NO_VERB else previous


def _of_participle(saying: Saying, subject: Span | None, led: Collection[str], previous: str) -> Parts | None:
    """Read "SOURCE ..., adding that CONTENT" and "SOURCE is saying that CONTENT"."""
    if subject is not None and not _BE.isdisjoint(led):
        agrees = agreement.agrees(saying, subject, "past", ())
        return (expected.read(saying, subject, led) or contents.told(saying, subject)) if agrees else None
    vouches = saying.fields.get("vouches", True) and saying.fields["place"] == "both"
    if saying.is_noun_too and not previous.endswith(",") and saying.ahead(1) != ["that"]:
        return None  # "has lifted its red warning for four towns"
    opens = not any(map(str.isalnum, saying.text[saying.sentence.start : saying.cue.start]))
    if opens and (opened := opening.read(saying)) is not None:
        return opened
    told = vouches or (subject is not None and opening.follows_with(saying, subject))
    if not previous.endswith(",") and (not told or previous == "to" or previous in DETERMINERS):
        return None
    if previous.endswith(",") or previous in _BEFORE_ING or subject is None:
        source = _shared(saying)
    else:  # "with 40 percent saying", "a statement saying"
        source = _behind_with(saying, subject)
    content = saying.trimmed(saying.cue.end, saying.sentence.end)
    return Parts(source, content) if source is not None and content is not None else None


def _behind_with(saying: Saying, subject: Span) -> Span:
    at = saying.text.rfind("with ", subject.start, subject.end)
    led = at == subject.start or (at > subject.start and saying.text[at - 1] == " ")
    return Span(at + len("with "), subject.end, subject.in_headline) if led else subject


def _shared(saying: Saying) -> Span | None:
    """Give the subject of the verb before: that of a cue in the same sentence, else the clause's."""
    named = [source.source for source in saying.earlier if source.source is not None]
    if named:
        return named[-1]
    return speakers.opening(saying.text, saying.after_speech(), saying.cue.start, headline=saying.cue.in_headline)


def _passive(saying: Saying) -> Parts | None:
    """Read "it is believed that CONTENT", "the mayor was told that CONTENT": nobody says who."""
    if not saying.fields.get("passive") or not _GIVES.match(saying.text, saying.cue.end, saying.sentence.end):
        return None
    return Parts(None, saying.trimmed(saying.cue.end, saying.sentence.end))


def _by(saying: Saying) -> Parts | None:
    """Read "CONTENT reported by SOURCE"."""
    by = _BY.match(saying.text, saying.cue.end, saying.sentence.end)
    end = saying.until_pause(by.end()) if by else 0
    at = _AT.search(saying.text, by.end(), end) if by else None  # "estimated by the agency at 40 million euros"
    source = saying.trimmed(by.end(), at.start() if at else end) if by else None
    if source is not None and saying.text[source.start : source.end].split()[0] in lexicon.forms("calendar", "names"):
        return None  # "40 millimetres of rain is forecast by Thursday"
    if source is not None and at is not None:
        return Parts(source, saying.trimmed(at.end(), end))
    alone = expected.right_before(saying)
    if source is not None and alone is not None:
        return Parts(source, alone)
    return Parts(source, saying.trimmed(saying.sentence.start, saying.cue.start)) if source else None


def _start(saying: Saying) -> int:
    """Give where the words before a verb begin: the sentence, or the end of the quotation or the cue before it."""
    ends = [saying.after_speech()]
    if not saying.text[saying.sentence.start : saying.cue.start].rstrip().endswith((",", ")", "—")):  # no apposition
        ends.extend(source.cue.end for source in saying.earlier if source.cue is not None and source.cue.end <= saying.cue.start)
    return max(ends)
