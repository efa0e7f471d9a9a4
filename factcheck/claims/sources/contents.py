"""What a verb of saying vouches for: a cue and its source go in, the words told before, behind or around them come out.

SOURCE said (that) CONTENT      CONTENT, SOURCE said on Monday      CONTENT, SOURCE said, CONTENT
"""

from __future__ import annotations

from factcheck.claims.sources import occasions, speakers
from factcheck.claims.sources.sayings import Parts, Saying
from factcheck.document import Span
from factcheck.patterns import pattern

_TO_WHOM = pattern(r" (?:(?! (?:<<pronoun>>|there|we|I) )[^,;:“”\"]){1,50}? that ")
_ADDRESSED = pattern(
    r" (?:<<determiner>> [a-z]+|reporters|jurors|lawmakers|investors|analysts|parliament|police"
    r"|[A-Z]\w+)(?: (?:on )?<<calendar: weekday>>| (?:last|this) <<spells>>)?, (?:and|but|while|as)\b"
)
_FROM_LEVEL = pattern(r", (?:<<from-a-level>>\b|(?:which|who) (?:[^,;]|,(?=\d))*\Z)")
"""Behind what somebody foresees, what it is moved from: "expects 40 million, [up from] an earlier 30 million"."""
_IN_RELATIVE = pattern(r", which \Z")
"""Before who says no more than a clause on something: "a storm, [which] she said cost 4 million, and 40 faults"."""
_THAN = pattern(r"\b(?:[a-z]+ than|as (?:[a-z]+ )*as|what) \Z")
"""Before who tells only what something is set against: "drew 900 people, [fewer than] he had hoped"."""
_COUNTED = pattern(r"\d|\b<<counts>> ")
_JOINED = pattern(r"(?:, (?:and|but|while|though|although|yet)|;) \Z")
"""Before who opens a clause of his own, behind another: "40 homes burned, [but] the mayor said in 2019 60 had"."""
_TURNED = pattern(r"[^\s,;:—”\"’'] (?:after|before|when|because|since|once|until|although|though|if|where) \Z")
"""Right before who speaks in a clause that tells what came before or why: "shares fell [after] it warned of a loss"."""
_AND_DOES = pattern(r",? and (?:also )?<<does>>\b")
_HAS_DONE = pattern(r",? and <<has>> (?!been\b)(?:also |already )?[a-z]+\b")
"""Behind what somebody foresees, what he has done: "expects 15 million guests [and has set] aside 4 million"."""
_BUT = pattern(r", (?:but|while|although)\b")
_BESIDE = pattern(
    r", (?:(?:<<about>>|<<bounds>>|well over) )*(?:half|twice|double|an? <<fractions>>"
    r"|\d[\d.]*(?:%| per ?cent))\b"
)
"""Behind what is put at a figure: a share that it is, or by how much it is more."""
_GIVEN = frozenset({"reported", "announced", "recorded", "disclosed"})
"""Who reported a figure and does another thing says nothing of it: "reported 40 cases and [spends] 3 million"."""
CLAUSE_OPENS: tuple[list[str], ...] = ([], ["that"], ["he"], ["she"], ["it"], ["they"], ["there"])
"""The words behind a verb with which what was said begins, and not what was told of: "reported [he]"."""


def told(saying: Saying, source: Span) -> Parts:
    """Read "SOURCE said that CONTENT", "CONTENT, SOURCE said on Monday", "CONTENT, SOURCE said, CONTENT"."""
    text, cue, sentence = saying.text, saying.cue, saying.sentence
    than = _THAN.search(text, sentence.start, source.start) if source.end <= cue.start else None
    if than is not None and _COUNTED.search(text, sentence.start, than.start()) and saying.ahead(1) not in CLAUSE_OPENS[1:]:
        return Parts(source, saying.trimmed(than.start(), than.end()))
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
    turned = after is not None and source.end <= cue.start and _TURNED.search(text, sentence.start, source.start)
    if before is not None and not turned and _is_occasion(saying, source, after):
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
    goes_on = saying.text.startswith(
        (", up from ", ", down from ", ", compared ", ", or ", ", of which ", ", of whom "), end
    ) or _BESIDE.match(saying.text, end)
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
    if saying.word in _GIVEN and text[cue.end : cue.end + 1] == " " and saying.ahead(1) not in CLAUSE_OPENS:
        does = _AND_DOES.search(text, cue.end, stop)
        return saying.trimmed(after.start, does.start()) if does else after
    if saying.entry not in ("forecasts", "believes"):
        return after
    ends = (_BUT, _HAS_DONE, *([_FROM_LEVEL] if saying.entry == "forecasts" else []))
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
