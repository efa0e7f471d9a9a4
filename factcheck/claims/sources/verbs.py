"""A verb of saying -> its source and what it vouches for.

SOURCE said (that) CONTENT      CONTENT, SOURCE said on Monday      “CONTENT,” said SOURCE
CONTENT reported by SOURCE      SOURCE ..., adding that CONTENT     it is believed that CONTENT
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck import lexicon
from factcheck.claims.sources import agreement, expected, inverted, occasions, speakers
from factcheck.claims.sources.sayings import Parts, Saying
from factcheck.document import Span
from factcheck.lexicon.function_words import BEING, DETERMINERS
from factcheck.patterns import pattern

_BY = pattern(r" (?:\w+ly |on average )?by (?!\d+\b(?! (?:analysts|economists|brokers)\b)|\w+ing\b)")
_AT = pattern(r" at (?=(?:<<about>> )?[$€£¥\d])")
_TO_WHOM = pattern(r" (?:(?! (?:he|she|it|they|there|we|I) )[^,;:“”\"]){1,50}? that ")
_ADDRESSED = pattern(
    r" (?:(?:the|an?|his|her|its) [a-z]+|reporters|jurors|lawmakers|investors|analysts|parliament|police"
    r"|[A-Z]\w+), (?:and|but|while|as)\b"
)
_FROM_LEVEL = pattern(r", (?:<<from-a-level>>\b|(?:which|who) (?:[^,;]|,(?=\d))*\Z)")
_IN_RELATIVE = pattern(r", which \Z")
"""Before who says no more than a clause on something: "a storm, [which] she said cost 4 million, and 40 faults"."""
_JOINED = pattern(r"(?:, (?:and|but|while|though|although|yet)|;) \Z")
"""Before who opens a clause of his own, behind another: "40 homes burned, [but] the mayor said in 2019 60 had"."""
_AND_DOES = pattern(r",? and (?:also )?<<does>>\b")
_BUT = pattern(r", (?:but|while|although)\b")
_HELD_TO_BE = pattern(r"(?:<<held>> to (?:be|have)|<<deemed>> to [a-z]+)\b")
_BESIDE = pattern(
    r", (?:(?:<<about>>|more than|well over|just|some) )*(?:half|twice|double|an? (?:third|quarter|fifth|tenth)"
    r"|\d[\d.]*(?:%| per ?cent))\b"
)
"""Behind what is put at a figure: a share that it is, or by how much it is more."""
_GIVES = pattern(r" ?(?:(?:that|to|as|how|why|whether|about|for|in|on|if)\b|[:“\"])")

_NO_VERB = DETERMINERS | frozenset([
    "this", "these", "those", "of", "for", "in", "on", "with", "at", "from", "into", "any", "no", "some", "more", "most", "than",
    "about", "as", "new", "such", "another", "first", "last", "own", "next", "other", "so"
])  # fmt: skip
"""Words behind which a form is no verb of its sentence."""
_ALONE, _SAY = frozenset({"another", "some", "most", "more", "those"}), frozenset({"say", "says", "said"})
"""Who may speak by himself, of what is surely said: "another said", but not "another reported case"."""
_PART = pattern(r"(?:including|excluding|among them) (?:<<about>> )*\d")
"""A number that is part of another speaks of nothing: "400 jobs, [including 80] added last year"."""
_SCALES = frozenset({"thousand", "million", "billion", "trillion"})
_CLAUSE_OPENS: tuple[list[str], ...] = ([], ["that"], ["he"], ["she"], ["it"], ["they"], ["there"])
_GIVEN = frozenset({"reported", "announced", "recorded", "disclosed"})
"""Who reported a figure and does another thing says nothing of it: "reported 40 cases and [spends] 3 million"."""
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
    if saying.fields.get("addressed") and form == "past" and not text[cue.end : sentence.end].strip(" .\n"):
        return Parts(None, saying.trimmed(sentence.start, cue.start))  # "..., court told"
    if form in ("past", "participle") and _BY.match(text, cue.end, sentence.end):
        return _by(saying)
    by_name = saying.fields["place"] == "both" or (saying.entry in _HELD and form in ("third", "infinitive"))
    if form in ("past", "third", "infinitive") and by_name and inverted.stands(saying):
        return inverted.read(saying)
    if _is_no_verb(saying):
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
    if subject is None:
        subject = _shared(saying) if form != "infinitive" or saying.earlier else None
    elif not agreement.agrees(saying, subject, form or "past", led) or _PART.match(text, subject.start):
        return None
    if subject is None:
        return None
    if saying.entry == "forecasts" and text.endswith(" what ", sentence.start, subject.start):
        return None  # "2 cents below what analysts had expected"
    return expected.read(saying, subject, led) or _told(saying, subject)


def _is_no_verb(saying: Saying) -> bool:
    """Tell by the word before a form that it is a noun or an adjective: "600 [confirmed] deaths", "the [claims]"."""
    previous, plainly_said = saying.previous, saying.word in _SAY
    if previous == "times" and saying.entry == "forecasts":
        return True  # "26 times expected earnings"
    numbered = previous[-1:].isdigit() or (previous in _SCALES and not plainly_said)
    if saying.form == "past" and numbered and saying.ahead(1) not in _CLAUSE_OPENS:
        return True
    led = previous in _NO_VERB and not (previous in _ALONE and plainly_said)
    return saying.form != "ing" and (led or previous.endswith(("’s", "'s", "’", "'")))


def _told(saying: Saying, source: Span) -> Parts:
    """Read "SOURCE said that CONTENT", "CONTENT, SOURCE said on Monday", "CONTENT, SOURCE said, CONTENT"."""
    text, cue, sentence = saying.text, saying.cue, saying.sentence
    before = saying.trimmed(sentence.start, min(source.start, cue.start))
    if "at" in saying.fields:
        return Parts(source, _put_at(saying))
    after = _behind(saying)
    if before is not None and text.startswith(";", cue.end) and text.endswith(", ", 0, source.start):
        return Parts(source, before)  # "40 left, she said; 12 stayed"
    if _IN_RELATIVE.search(text, sentence.start, source.start):
        return Parts(source, saying.trimmed(cue.end, saying.until_pause(cue.end)))
    if before is not None and occasions.goes_on(text, cue.end, sentence.end) and source.end <= cue.start:
        return Parts(source, _around(saying))
    if before is not None and _is_occasion(saying, source, after):
        return Parts(source, before)
    if before is not None and saying.ends_speech(source.start):
        goes_on = any(span.start >= cue.end for span in saying.quoted.spans)
        return Parts(source, Span(sentence.start, sentence.end, cue.in_headline) if goes_on else before)
    addressed = saying.fields.get("addressed") and _ADDRESSED.match(text, cue.end, sentence.end)
    aside = addressed or occasions.is_aside(text, cue.end, sentence.end)
    if before is not None and aside and source.end <= cue.start:
        return Parts(source, _around(saying))
    return Parts(source, after)


def _put_at(saying: Saying) -> Span | None:
    """Give what is put at a figure, "which the agency put at 40 metres", and the figure that it was set against."""
    end = saying.until_pause(saying.cue.end)
    goes_on = saying.text.startswith((", up from ", ", down from ", ", compared ", ", or "), end) or _BESIDE.match(
        saying.text, end
    )
    if "levels" not in saying.fields and goes_on:
        end = saying.until_pause(end + 1)
        than = saying.text.find(" than ", saying.cue.end, end)  # what it is less than may be another's
        end = than if than >= 0 and not saying.text.startswith(" than ", saying.cue.end) else end
    return saying.trimmed(saying.cue.end, end)


def _behind(saying: Saying) -> Span | None:
    """Give what stands behind a verb of saying, without when and to whom it was said."""
    text, cue, stop = saying.text, saying.cue, saying.sentence.end
    when = occasions.WHEN_THAT.match(text, cue.end, stop)
    when = when or (_TO_WHOM.match(text, cue.end, stop) if saying.fields.get("addressed") else None)
    after = saying.trimmed(when.end() if when else cue.end, stop)
    if after is None:
        return after
    if saying.word in _GIVEN and text[cue.end : cue.end + 1] == " " and saying.ahead(1) not in _CLAUSE_OPENS:
        does = _AND_DOES.search(text, cue.end, stop)
        return saying.trimmed(after.start, does.start()) if does else after
    if saying.entry not in ("forecasts", "believes"):
        return after
    ends = (_BUT, _FROM_LEVEL)[: 1 + (saying.entry == "forecasts")]  # "expects 40 million, up from an earlier 30 million"
    end = min((found.start() for each in ends if (found := each.search(text, cue.end, stop))), default=after.end)
    return saying.trimmed(after.start, min(end, after.end))


def _opens_clause(saying: Saying, source: Span) -> bool:
    """Tell whether who speaks opens a clause of his own: "..., and [the mayor] said"."""
    return source.end <= saying.cue.start and _JOINED.search(saying.text, saying.sentence.start, source.start) is not None


def _is_occasion(saying: Saying, source: Span, after: Span | None) -> bool:
    """Tell whether what stands behind a verb only says when, where or to whom, and what was said stands before it."""
    text, cue = saying.text, saying.cue
    if after is None:
        return True
    words = text[after.start : after.end]
    if occasions.is_occasion(words) and not text.startswith(" that", cue.end):
        return not (_opens_clause(saying, source) and any(map(speakers.is_finite, words.split())))
    return bool(saying.fields.get("addressed")) and occasions.is_addressee(text[cue.end : saying.sentence.end])


def _around(saying: Saying) -> Span:
    """Give what is said around a cue: its sentence, up to a semicolon behind it."""
    end = saying.text.find("; ", saying.cue.end, saying.sentence.end)
    return Span(saying.sentence.start, saying.sentence.end if end < 0 else end, saying.cue.in_headline)


def _of_participle(saying: Saying, subject: Span | None, led: Iterable[str], previous: str) -> Parts | None:
    """Read "SOURCE ..., adding that CONTENT" and "SOURCE is saying that CONTENT"."""
    if subject is not None and not _BE.isdisjoint(led):
        return _told(saying, subject) if agreement.agrees(saying, subject, "past", ()) else None
    vouches = saying.fields.get("vouches", True) and saying.fields["place"] == "both"
    if not previous.endswith(",") and (not vouches or previous == "to" or previous in DETERMINERS):
        return None
    if previous.endswith(",") or previous in _BEFORE_ING or subject is None:
        source = _shared(saying)
    else:  # "with 40 percent saying", "a statement saying"
        source = _behind_with(saying, subject)
    content = saying.trimmed(saying.cue.end, saying.sentence.end)
    return Parts(source, content) if source is not None and content is not None else None


def _behind_with(saying: Saying, subject: Span) -> Span:
    at = saying.text.rfind(" with ", subject.start, subject.end)
    return Span(at + len(" with "), subject.end, subject.in_headline) if at >= 0 else subject


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
