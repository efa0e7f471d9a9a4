"""A verb of saying in "ing" that opens its sentence, before who speaks: "[Noting] that 40 had left, the mayor closed it".

A saying goes in; what it makes of its sentence comes out.
"""

from __future__ import annotations

from factcheck.claims.sources import speakers
from factcheck.claims.sources.sayings import Parts, Saying
from factcheck.document import Span
from factcheck.patterns import pattern

_COMMA = pattern(r", (?=[A-Z]|<<pronoun>>\b|<<definite>> )")
_SPEAKER = pattern(r"(?:<<pronoun>>|(?:[A-Z][\w.’'-]*|the|a|an|of|for|its|chief|mayor|minister|president) ?)+")
_ASKED = pattern(r" (?:about|why|whether|if|how|what|when|where|who|to|later|again|last|on|by)\b")
_WITH = pattern(r"\bwith (?:(?:the|both|some|many) )?(?:[\w.’'()-]+ ){0,5}\Z")
_FEW = 8
"""Words of who speaks, with the verb."""


def read(saying: Saying) -> Parts | None:
    """Read "SAYING that CONTENT, SOURCE did so"; None where nobody who may speak follows the pause."""
    for comma in _COMMA.finditer(saying.text, saying.cue.end, saying.sentence.end):
        source = _speaker(saying, comma.end())
        content = saying.trimmed(saying.cue.end, comma.start())
        if source is not None and content is not None:
            return Parts(source, content)
    return None


def _speaker(saying: Saying, at: int) -> Span | None:
    """Give who speaks from a place on: a name or a pronoun, right before its verb."""
    words = saying.text[at : saying.sentence.end].split()[:_FEW]
    verb = next((count for count, word in enumerate(words) if count and speakers.is_finite(word)), None)
    if verb is None:
        return None
    end = at + len(" ".join(words[:verb]))
    told = _SPEAKER.fullmatch(saying.text, at, end)
    return Span(at, end, saying.cue.in_headline) if told else None


def asks(saying: Saying) -> bool:
    """Tell whether somebody is asked in what opens a sentence: "[Asked] about the fee, he shrugged"."""
    opens = not any(map(str.isalnum, saying.text[saying.sentence.start : saying.cue.start]))
    return opens and _ASKED.match(saying.text, saying.cue.end, saying.sentence.end) is not None


def follows_with(saying: Saying, subject: Span) -> bool:
    """Tell whether "with" and a name lead to a verb in "ing": "with [Lum] calling for a ban"."""
    named = saying.text[subject.start : subject.end].split()
    with_ = _WITH.search(saying.text, max(saying.sentence.start, saying.cue.start - 60), saying.cue.start)
    return with_ is not None and bool(named) and named[-1][:1].isupper()
