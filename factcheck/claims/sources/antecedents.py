"""Whom a pronoun of a source stands for: the sources of a document go in one by one, and those that may be meant are kept.

"It" and "the company" stand for no man and no woman, "they" for several or for a body, "he" and "she" for the last that is one.
"""

from __future__ import annotations

import re

from factcheck import lexicon
from factcheck.claims import Line, Source
from factcheck.claims.sources import names, speakers
from factcheck.document import Span
from factcheck.lexicon.function_words import DETERMINERS
from factcheck.patterns import pattern
from factcheck.values import evolve, frozen

_POST = pattern(r"\b<<posts>>\b")
_BODIES = frozenset(["it", "the company", "the agency", "the ministry"])
_THINGS = _BODIES | {"the report", "the statement"}
_PERSONS = frozenset(["he", "she"])
_OWNERS = frozenset(["its", "their", "his", "her"])
_ONE, _MANY = _PERSONS | {"it"}, frozenset(["they"])
_OFFICIALS = "officials say"
_COLLECTIVES = frozenset({"staff", "crew", "personnel"})
"""Words for people who are told of as one body: "the general staff"."""
_OF_BODY = pattern(r", (?:which|whose)\b.*", re.DOTALL)
"""What a clause adds of a body, or of whatever else speaks: no words for people there make it somebody."""
_FULL_NAME = pattern(r"((?:[A-Z][\w’'.-]* ){1,4}[A-Z][\w’'-]*) (?:[a-z]{2,}(?:s|ed)|<<grammar: past>>)\b")
_OWN = pattern(r"\A(?:[A-Z][\w.]*[’']s|last <<spells>>[’']s) ")
"""Before what somebody or a day has that speaks: "[Thursday's] report"."""
_ACTS = pattern(r"(?: (?!to\b|of\b)[a-z]+| <<calendar: weekday>>){1,4} ")
"""Between who does something and an owner: "Acme [on Monday cut] its forecast"."""
_MARKS, _CLOSED = ("“", '"'), ("” ", '" ')
_SHORT = 60
"""Code points of an apposition behind a name."""


@frozen
class Spoken:
    """The sources that one may stand for: the last, a ``single`` one, a ``body``, ``several``, ``somebody``."""

    last: Source | None = None
    single: Source | None = None
    body: Source | None = None
    several: Source | None = None
    somebody: Source | None = None

    def meant(self, source: Source, line: Line, above: Line | None, *, leads: bool) -> Source | None:
        """Give the source that one may stand for; ``above`` is the line before, and one that ``leads`` is its line's first."""
        words = _words(source, line)
        if words in _OWNERS:
            return _owner(source, line, self.last)
        if self.last is not None and leads and words in _BODIES:
            return _opening(above, line, source, self.last) or self.body
        titled = _titled(above, line, source, self.last) if leads and words in _PERSONS else None
        if titled is not None or (self.somebody is not None and words in _PERSONS):
            return titled or self.somebody
        told = self.single if words in _ONE else self.several if words in _MANY else None
        return told or self.last or _subject(source, line, above)

    def told(self, source: Source, line: Line) -> Spoken:
        """Give what one may stand for behind a source of the line."""
        if source.source is None:
            return self
        if _is_several(source.name):
            return evolve(self, last=source, several=source)
        several = source if _is_body(source.name) else self.several
        if _is_somebody(source, line):
            return Spoken(source, source, self.body, several, source)
        somebody = source if source.name[:1].isupper() and not _is_firm(source, line) else self.somebody
        return Spoken(source, source, source, several, somebody)


def may_be_called(words: str, meant: Source, line: Line) -> bool:
    """Tell whether "the company", "the report" can be who has a name: no man and no woman is either."""
    return meant.name[:1].isupper() and not (words.lower() in _THINGS and _is_somebody(meant, line))


def words_for(source: Source, line: Line, meant: Source) -> Span | None:
    """Give the words of the source that a pronoun stands for, if they can name such a one: no firm for "he", no long clause."""
    told, text = meant.antecedent or meant.source, line.sentence.within
    if told is None or told.end - told.start > _SHORT:
        return None
    words = text[told.start : told.end]
    if names.read(words)[1]:  # another pronoun, whose own is not known
        return None
    if _words(source, line) in _PERSONS:
        plain = names.ARTICLE.sub("", words)
        nobody = plain != words or not words[:1].isupper() or _is_several(plain)
        return None if nobody and not _is_somebody(evolve(meant, source=told), line) else told
    return told


def _words(source: Source, line: Line) -> str:
    """Give the words of a source in lower case, which may be a pronoun; empty where it has none."""
    return "" if source.source is None else line.sentence.within[source.source.start : source.source.end].lower()


def _is_several(name: str) -> bool:
    """Tell whether a source is several people that are not named: "analysts", "Inspectors" at the head of a sentence."""
    lower = name.lower()
    plural = name.endswith("s") and not name.endswith("ss")
    known = name.islower() or lower in lexicon.words("hedges", _OFFICIALS) or lexicon.is_person(lower)
    return lower == "police" or (plural and known)


def _is_somebody(source: Source, line: Line) -> bool:
    """Tell whether a source is one man or woman, by a pronoun or by what the words about the name tell of work or title."""
    if source.source is None:
        return False
    text, span, stop = line.sentence.within, source.source, line.sentence.span.end
    apposed = text[span.end : min(stop, span.end + _SHORT)] if text.startswith(", ", span.end) else ""  # "Ida Ode, its president"
    words = _OF_BODY.sub("", text[span.start : span.end] + apposed).lower()
    if words in _PERSONS or _POST.search(words):
        return True
    spoken = set(words.replace(",", " ").split()) - _COLLECTIVES
    return any(lexicon.is_person(word) and word[-1] != "s" for word in spoken)


def _is_firm(source: Source, line: Line) -> bool:
    """Tell whether what speaks has an article or small letters, as offices and firms have, and men and women have not."""
    if source.source is None:
        return False
    words = line.sentence.within[source.source.start : source.source.end].split()
    return words[0].lower() in DETERMINERS or any(word.islower() for word in words[:2])


def _opening(above: Line | None, line: Line, source: Source, last: Source | None) -> Source | None:
    """Give whom the sentence before opens with, if "it" opens this one: "[Tarn Ferries] lost 40 boats. It said"."""
    if above is None or source.source is None or not _is_open_to(line, source.source):
        return None
    if last is not None and last.source is not None and above.sentence.span.covers(last.source):
        return None
    return _named(above, above.sentence.span.end)


def _is_open_to(line: Line, told: Span) -> bool:
    """Tell whether a pronoun opens its line, or closes one that opens with nobody who speaks: "Costs fell to 40, [it] said".

    So does one behind a speech: "Prosecutor Ida Ode rose. 'He took 40,' [she] said".
    """
    text, span = line.sentence.within, line.sentence.span
    if told.start == span.start or (text[told.start : told.end] == "it" and _named(line, span.end) is None):
        return True
    return text.startswith(_MARKS, span.start) and text.endswith(_CLOSED, span.start, told.start)


def _subject(source: Source, line: Line, above: Line | None) -> Source | None:
    """Give whom a sentence opens with, or the one before it, where nobody has spoken: "[Tarn Mills] lost 40 men, it said"."""
    words = _words(source, line)
    if source.source is None or not (words in _BODIES or words in _PERSONS):
        return None
    content, span = source.content, line.sentence.span
    if content is not None and content.start < source.source.start:
        return _named(line, min(content.end, source.source.start), any_body=words in _BODIES)
    return _named(above, above.sentence.span.end) if above is not None and source.source.start == span.start else None


def _named(line: Line, stop: int, *, any_body: bool = False) -> Source | None:
    """Give whom a line opens with: ``any_body``, or a name of several words or of those who often speak."""
    text, span = line.sentence.within, line.sentence.span
    told = speakers.opening(text, span.start, stop, headline=span.in_headline)
    words = text[told.start : told.end] if told is not None else ""
    name = _FULL_NAME.match(words) if told is not None else None
    if told is not None and name is not None:  # "Prosecutor Ida Ode opens"
        told, words = Span(told.start, told.start + name.end(1), told.in_headline), name[1]
    plain = names.ARTICLE.sub("", words)
    speaks = _OWN.sub("", plain) in lexicon.forms("sources", "speakers")
    named = speaks or (" " in plain and plain.istitle())
    named = named and _OF_BODY.sub("", words).lower() not in _BODIES  # "the company", too, stands for one told before
    named = named or (any_body and words.lower() not in lexicon.forms("roles", "nouns") and plain.partition(" ")[0] != "Today")
    return Source("", None, told, None, name=names.read(words)[0]) if told is not None and named else None


def _owner(source: Source, line: Line, last: Source | None) -> Source | None:
    """Give who speaks in a sentence, or does what it tells, for an owner within: "[Acme] on Monday cut [its] forecast"."""
    text, span = line.sentence.within, line.sentence.span
    if source.source is None:
        return None
    if last is not None and last.source is not None and span.covers(last.source) and _words(last, line) not in _OWNERS:
        return last
    named = _named(line, source.source.start, any_body=True)
    told = named.source if named is not None else None
    return named if told and _ACTS.fullmatch(text, told.end, source.source.start) else None


def _titled(above: Line | None, line: Line, source: Source, last: Source | None) -> Source | None:
    """Give who is named with a title at the head of the sentence before: "[Minister Ida Ode] ruled it out. She said"."""
    named = _opening(above, line, source, last)
    if named is None or named.source is None or above is None:
        return None
    words = above.sentence.within[named.source.start : named.source.end]
    return named if " " in names.ARTICLE.sub("", words) and _POST.search(words.lower()) else None


def _is_body(name: str) -> bool:
    """Tell whether "they" can stand for a source that is one: a party, a firm, but no man and no woman."""
    last = name.rpartition(" ")[2]
    return not name[:1].isupper() and (last in _COLLECTIVES or not lexicon.is_person(last))
