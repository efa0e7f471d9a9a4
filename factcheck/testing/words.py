"""What an example of a lexicon entry must show: the marked words are read as the entry says.

An entry and one of its examples go in; what is wrong comes out, in plain words. Two marks tell all:

    It took [[600]] days.       these words are read so
    They met in [[]]May 2016.   the word behind an empty mark is not

What "so" means is one function per file of the lexicon. In ``abbreviations`` the marks are the sentences of the text; in
``mastheads`` the text is a whole line, which an unmarked example shows to be no furniture. Used by the example runner only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import frozen

from factcheck import lexicon, numerals, sentences
from factcheck.claims import Claim, Line, periods, reading, scenes
from factcheck.document import Document, Part, Span
from factcheck.layout import furniture, mastheads
from factcheck.mentions import Mention
from factcheck.numerals import Numeral
from factcheck.testing import headers

_PART_OF_PAGE = {
    **dict.fromkeys(("sections", "reading_time", "dates", "months", "weekdays"), "masthead"),
    **dict.fromkeys(("bylines", "jobs", "particles"), "byline"),
    "credits": "caption",
    "footers": "footer",
}
"""What a marked line is, by the entry of ``mastheads`` whose words it has."""


@frozen
class Seen:
    """One stretch of an example, with the entry it stands for and all that was read there."""

    name: str
    entry: Mapping[str, Any]
    document: Document
    span: Span
    stated: reading.Statements

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.document.quote(self.span)

    @property
    def mention(self) -> Mention | None:
        """The figure or time at exactly these words."""
        return next((mention for _, mention in self.mentions() if mention.entry is None), None)

    @property
    def numeral(self) -> Numeral | None:
        """Its number."""
        return self.mention.numeral if self.mention else None

    @property
    def claim(self) -> Claim | None:
        """The claim whose figure these words are."""
        return next((claim for claim in self.stated.claims if claim.span == self.span), None)

    def mentions(self) -> Iterator[tuple[Line, Mention]]:
        """Give what was seen at exactly these words."""
        return ((line, mention) for line in self.stated.lines for mention in line.mentions if mention.span == self.span)


def check(name: str, entry_name: str, entry: Mapping[str, Any], text: str, marks: tuple[Span, ...]) -> str | None:
    """Say what is wrong with an example of an entry of the file ``name``; None if it shows what it must."""
    if name in headers.READ_SO:
        return headers.check(name, entry_name, entry, text, marks)
    if name == "mastheads":
        return _of_page(entry_name, text, is_marked=bool(marks))
    document = Document(text, parts=(Part("body", Span(0, len(text))),))
    if name == "abbreviations":
        return _split(entry, document, marks)
    if name not in _READ_SO or not marks:
        return f"nothing is marked, or nothing known of {name}, in: {text}"
    stated = reading.read(document)
    problems = (_problem(name, Seen(entry_name, entry, document, mark, stated)) for mark in marks)
    return next((problem for problem in problems if problem), None)


def _problem(name: str, seen: Seen) -> str | None:
    read_so = _READ_SO[name]
    if seen.span.start < seen.span.end:
        return None if read_so(seen) else f"{seen.words!r} is not read as {seen.name} of {name}; got {_described(seen)}"
    begin = {mention.span for line in seen.stated.lines for mention in line.mentions if mention.span.start == seen.span.start}
    wrong = [other for span in begin if read_so(other := Seen(seen.name, seen.entry, seen.document, span, seen.stated))]
    return f"{wrong[0].words!r} is read as {seen.name} of {name}, and should not be" if wrong else None


def _described(seen: Seen) -> str:
    """Tell what was read instead."""
    around = [mention for line in seen.stated.lines for mention in line.mentions if mention.span.overlaps(seen.span)]
    found = [f"{m.kind} {m.entry or ', '.join(m.units)} ({seen.document.quote(m.span)})".replace("  ", " ") for m in around]
    if seen.claim:
        subject = seen.claim.subject.text if seen.claim.subject else None
        found.append(f"roles {', '.join(seen.claim.roles) or None}, subject {subject}, {seen.claim.stance}")
    return "; ".join(found) or "nothing"


def _of_page(entry_name: str, line: str, is_marked: bool) -> str | None:
    expected = _PART_OF_PAGE.get(entry_name) if is_marked else None
    kind = furniture.kind(line, 0, len(line)) or ("masthead" if mastheads.is_masthead(line) else None)
    return None if kind == expected else f"{line!r} is {kind or 'no furniture'}, not {expected or 'a line of the story'}"


def _split(entry: Mapping[str, Any], document: Document, marks: tuple[Span, ...]) -> str | None:
    """Expect the marked sentences, and one of the entry's words where it matters."""
    found = [sentence.span for sentence in sentences.split(document)]
    if found != list(marks):
        return f"the sentences are {[document.quote(span) for span in found]}"
    inside = [f"{word}." for key in ("inside", "anywhere") for word in entry.get(key, ())]
    opening = document.quote(marks[-1]).split()[0]
    if opening in entry.get("openers", ()) or any(word in document.quote(span)[:-1] for word in inside for span in marks):
        return None
    return f"none of the entry's words stands within a sentence or opens the last one of: {document.text}"


def _is_cue(kind: str) -> Callable[[Seen], bool]:
    return lambda seen: any(mention.kind == kind and mention.entry == seen.name for _, mention in seen.mentions())


def _has_unit(seen: Seen) -> bool:
    quantity = seen.claim.quantity if seen.claim else None
    return quantity is not None and seen.name in quantity.readings


def _has_currency(seen: Seen) -> bool:
    quantity = seen.claim.quantity if seen.claim else None
    return quantity is not None and seen.name in [unit.partition("/")[0] for unit in quantity.readings]


def _is_scaled(seen: Seen) -> bool:
    """Expect the number before the scale, times the scale."""
    scale = next((word for word in (seen.entry.get("plural", seen.name), seen.name) if seen.words.endswith(word)), seen.words)
    before = seen.words.removesuffix(scale)
    at = next((at for at, letter in enumerate(before) if letter.isalnum()), None)
    base = numerals.read(before, at, len(before)) if at is not None else None
    return base is not None and seen.numeral is not None and seen.numeral.value == base.value * int(seen.entry["value"])


def _is_spelled(seen: Seen) -> bool:
    """Expect the sum of the words' values, half of the scale behind "half a", or no value."""
    numeral, words = seen.numeral, seen.words.lower().replace("-", " ")
    if numeral is None or "vague" in seen.entry:
        return numeral is not None and numeral.vague and words in seen.entry["vague"]
    if "halves" in seen.entry:
        scale = lexicon.entries("scales").get(words.split()[-1], {})
        return words.startswith(tuple(seen.entry["halves"])) and numeral.value * 2 == int(scale.get("value", 0))
    values = {word: value for entry in lexicon.entries("numbers").values() for word, value in entry.get("words", {}).items()}
    known = [word for word in words.split() if word in values]
    return not seen.entry["words"].keys().isdisjoint(known) and numeral.value == sum(values[word] for word in known)


def _is_rank(seen: Seen) -> bool:
    rank = seen.entry["words"].get(seen.words.lower())
    return seen.mention is not None and seen.mention.kind == "ordinal" and seen.numeral is not None and seen.numeral.value == rank


def _is_time(seen: Seen) -> bool:
    days = seen.mention.days if seen.mention else None
    return days is not None and all(
        getattr(days, key) == seen.entry[key] for key in ("month", "weekday", "form", "shift") if key in seen.entry
    )


def _has_role(seen: Seen) -> bool:
    return seen.claim is not None and seen.name in seen.claim.roles


def _counts(seen: Seen) -> bool:
    return seen.claim is not None and seen.claim.subject is not None and seen.claim.subject.head == seen.name


def _is_modified(seen: Seen) -> bool:
    subject = seen.claim.subject if seen.claim else None
    return subject is not None and seen.name in {kind for kind, _ in subject.modifiers}


def _vouches(seen: Seen) -> bool:
    """Expect the cue, and a source that it opens; a phrase stands within the words of a source."""
    if seen.entry.get("phrase"):
        held = any(source.source.covers(seen.span) for source in seen.stated.sources if source.source)
    else:
        held = any(source.cue == seen.span for source in seen.stated.sources)
    return held and _is_cue("voucher")(seen)


def _is_scene(seen: Seen) -> bool:
    """Expect one of the entry's words, in a sentence that is kept apart by it."""
    lines = (line for line in seen.stated.lines if line.sentence.span.covers(seen.span))
    known = seen.words.lower() in seen.entry["words"]
    return known and any(seen.name in scenes.of(line.sentence).shifts for line in lines)


def _works(seen: Seen) -> bool:
    """Expect of a function word what its entry says that it does to the figure."""
    does = _DOES.get(seen.name)
    present = any(re.search(rf"\b{word}\b", seen.document.text.lower()) for word in seen.entry["words"])
    return does is not None and present and seen.claim is not None and does(seen, seen.claim)


def _is_told(tense: str) -> Callable[[Seen, Claim], bool]:
    return lambda seen, _: any(periods.tense(line, mention) == tense for line, mention in seen.mentions())


def _ends_phrase(seen: Seen, claim: Claim) -> bool:
    return next(iter(seen.document.text[claim.phrase.end :].lower().split()), "") in seen.entry["words"]


def _has_a_role(_: Seen, claim: Claim) -> bool:
    return bool(claim.roles)


_DOES: Mapping[str, Callable[[Seen, Claim], bool]] = {
    "stops": _ends_phrase,
    "passive": lambda seen, claim: _ends_phrase(seen, claim) and bool(claim.roles),
    "closers": _has_a_role,
    "levels": _has_a_role,
    "moves": _has_a_role,
    "running": lambda _, claim: claim.running,
    "more": lambda _, claim: claim.additional,
    "neutral": lambda _, claim: claim.subject is not None and not claim.subject.modifiers,
    "future": _is_told("future"),
    "past": _is_told("past"),
    "negations": lambda _, claim: claim.stance == "denied",
    "targets": lambda _, claim: claim.stance == "planned",
    "per": lambda seen, claim: (claim.quantity.unit or "").partition("/")[2] in seen.entry["words"] if claim.quantity else False,
}
_READ_SO: Mapping[str, Callable[[Seen], bool]] = {
    "units": _has_unit,
    "currencies": _has_currency,
    "scales": _is_scaled,
    "numbers": _is_spelled,
    "ordinals": _is_rank,
    "calendar": _is_time,
    "roles": _has_role,
    "nouns": _counts,
    "subjects": _is_modified,
    "sources": _vouches,
    "hedges": _is_cue("hedge"),
    "links": _is_cue("link"),
    "grammar": _works,
    "scenes": _is_scene,
}
