"""What an example of a lexicon entry must show: the marked words are read as the entry says.

An entry and one of its examples go in; what is wrong comes out, in plain words. Two marks tell all:

    It took [[600]] days.       these words are read so
    They met in [[]]May 2016.   the word behind an empty mark is not

What "so" means is one function per file of the lexicon. In ``abbreviations`` the marks are the sentences of the text; in
``mastheads`` the text is a whole line, which an unmarked example shows to be no furniture. Used by the example runner only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from factcheck import lexicon, numerals, sentences, story
from factcheck.claims import reading, scenes
from factcheck.document import Document, Part, Span
from factcheck.grounds.tellings import wordings
from factcheck.layout import furniture, mastheads
from factcheck.testing import grammar, headers, times, turns
from factcheck.testing.seen import Seen

_PART_OF_PAGE = {
    **dict.fromkeys(("sections", "reading_time", "dates", "months", "weekdays", "issues", "fields"), "masthead"),
    **dict.fromkeys(("bylines", "jobs", "particles", "contacts"), "byline"),
    "credits": "caption",
    **dict.fromkeys(("footers", "lists", "counters", "corrections"), "footer"),
}
"""What a marked line is, by the entry of ``mastheads`` whose words it has."""


def check(name: str, entry_name: str, entry: Mapping[str, Any], text: str, marks: tuple[Span, ...]) -> str | None:
    """Say what is wrong with an example of an entry of the file ``name``; None if it shows what it must."""
    if name in headers.READ_SO:
        return headers.check(name, entry_name, entry, text, marks)
    if name == "mastheads":
        return _of_page(entry_name, text, is_marked=bool(marks))
    document = Document(text, parts=_parts(text))
    if name == "abbreviations":
        return _split(entry, document, marks)
    if name not in _READ_SO:
        return f"no check is known for examples of {name}"
    if not marks:
        return f"nothing is marked in: {text}"
    stated = reading.read(document)
    problems = (_problem(name, Seen(entry_name, entry, document, mark, stated)) for mark in marks)
    return next((problem for problem in problems if problem), None)


def _parts(text: str) -> tuple[Part, ...]:
    """Give the body of an example, and the headline above an empty line."""
    headline, empty, _ = text.partition("\n\n")
    body = Part("body", Span(len(headline + empty) if empty else 0, len(text)))
    return (Part("headline", Span(0, len(headline))), body) if empty else (body,)


def _problem(name: str, seen: Seen) -> str | None:
    read_so = _READ_SO[name]
    if seen.span.start < seen.span.end:
        return None if read_so(seen) else f"{seen.words!r} is not read as {seen.name} of {name}; got {_described(seen)}"
    spans = [*(mention.span for line in seen.stated.lines for mention in line.mentions), *(h.span for h in seen.stated.hedges)]
    begin = {span for span in spans if span.start == seen.span.start}
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
    inside = [f"{word}." for key in ("inside", "anywhere", "behind_figure") for word in entry.get(key, ())]
    opening = document.quote(marks[-1]).split()[0]
    if opening in entry.get("openers", ()) or any(word in document.quote(span)[:-1] for word in inside for span in marks):
        return None
    return f"none of the entry's words stands within a sentence or opens the last one of: {document.text}"


def _is_cue(kind: str) -> Callable[[Seen], bool]:
    return lambda seen: any(mention.kind == kind and mention.entry == seen.name for _, mention in seen.mentions())


def _has_unit(seen: Seen) -> bool:
    return bool(seen.claim and seen.claim.quantity and seen.name in seen.claim.quantity.readings)


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
    if numeral is None or numeral.vague or seen.entry.keys() & {"vague", "few"}:
        return bool(numeral and numeral.vague) and words.startswith((*seen.entry.get("vague", ()), *seen.entry.get("few", ())))
    if "halves" in seen.entry:
        scale = lexicon.entries("scales").get(words.split()[-1], {})
        return words.startswith(tuple(seen.entry["halves"])) and numeral.value * 2 == int(scale.get("value", 0))
    values = {word: value for entry in lexicon.entries("numbers").values() for word, value in entry.get("words", {}).items()}
    known = [word for word in words.split() if word in values]
    return not seen.entry["words"].keys().isdisjoint(known) and numeral.value == sum(values[word] for word in known)


def _is_rank(seen: Seen) -> bool:
    mention, rank = seen.mention, seen.entry["words"].get(seen.words.lower())
    return bool(mention and mention.kind == "ordinal" and mention.numeral and mention.numeral.value == rank)


def _is_time(seen: Seen) -> bool:
    if seen.mention is None or "hour" not in seen.entry:
        return seen.mention is not None and seen.mention.days is not None and times.shows(seen.mention.days, seen.entry)
    return seen.mention.kind == "time" and seen.mention.numeral is not None and seen.mention.numeral.value == seen.entry["hour"]


def _has_role(seen: Seen) -> bool:
    return seen.claim is not None and seen.name in seen.claim.roles


def _counts(seen: Seen) -> bool:
    subject = seen.claim.subject if seen.claim else None
    noun = lexicon.noun(subject.head or "") if subject else None
    return noun is not None and noun.entry == seen.name


def _is_modified(seen: Seen) -> bool:
    subject = seen.claim.subject if seen.claim else None
    return subject is not None and seen.name in {kind for kind, _ in subject.modifiers}


def _vouches(seen: Seen) -> bool:
    """Expect the cue with a source; of a phrase or a poll, a title or a speaker, that it stands within the words of a source."""
    found = [source for source in seen.stated.sources if source.source and source.source.covers(seen.span)]
    key = next((key for key in ("labels", "titles", "speakers", "documents") if key in seen.entry), None)
    if key is not None:
        known = seen.words.lower() in map(str.lower, seen.entry[key])
        named = key == "titles" and any(seen.words in source.name.split() for source in found)
        return known and bool(found) == (key != "labels") and not named
    if not seen.entry.get("phrase") and seen.entry["place"] != "around":
        found = [source for source in seen.stated.sources if source.cue == seen.span]
    return bool(found) and _is_cue("voucher")(seen)


def _hedges(seen: Seen) -> bool:
    """Expect the cue, or the noun of a source that names nobody, and that it hedges."""
    held = any(hedge.span == seen.span and hedge.kind == seen.entry["kind"] for hedge in seen.stated.hedges)
    return held and (seen.entry["reach"] == "source" or _is_cue("hedge")(seen))


def _is_scene(seen: Seen) -> bool:
    """Expect one of the entry's words, in a sentence that is kept apart by it."""
    lines = (line for line in seen.stated.lines if line.sentence.span.covers(seen.span))
    return seen.words.lower() in seen.entry["words"] and any(seen.name in scenes.of(line.sentence).shifts for line in lines)


def _ties(seen: Seen) -> bool:
    """Expect a link of the entry's kind; none where the entry's words keep figures apart."""
    words, kind = seen.entry["words"], seen.entry.get("ties") or seen.entry["parts"]
    tied = any(link.kind == kind for link in story.tell(seen.document, seen.stated).links)
    return seen.words.lower() in words and tied == ("ties" in seen.entry)


def _is_listed(seen: Seen) -> bool:
    """Expect one of the entry's words in a list that is left alone, or agrees with the marked figure."""
    claim, words = seen.claim, set(re.findall(r"[\w.]*\w", seen.document.text))
    return (
        claim is not None
        and len(claim.listing) in (0, seen.numeral and seen.numeral.value)
        and bool(words & {*seen.entry["words"]})
    )


def _means(seen: Seen) -> bool:
    """Expect one of the entry's words, and that it says the same as its others."""
    words = frozenset(wordings.meaning(seen.words, 1))
    return seen.words.lower() in map(str.lower, seen.entry["words"]) and wordings.in_meaning(words) == {f"<{seen.name}>"}


_READ_SO: Mapping[str, Callable[[Seen], bool]] = {
    "units": _has_unit,
    "currencies": _has_currency,
    "scales": _is_scaled,
    "numbers": _is_spelled,
    "ordinals": _is_rank,
    "labels": lambda seen: bool(seen.mention and seen.mention.kind == "label"),
    "contests": lambda seen: bool(seen.mention and seen.mention.kind == seen.entry["kind"]),
    "calendar": _is_time,
    "roles": _has_role,
    "nouns": _counts,
    "subjects": _is_modified,
    "sources": _vouches,
    "hedges": _hedges,
    "sides": _ties,
    "lists": _is_listed,
    "links": _is_cue("link"),
    "grammar": grammar.works,
    "scenes": _is_scene,
    "turns": turns.matters,
    "meanings": _means,
}
