"""What an example of a function word must show: what its entry in `lexicon/grammar.toml` says that it does to a figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from factcheck import story
from factcheck.claims import Claim, moves
from factcheck.claims.periods import past_or_future
from factcheck.grounds.tellings import wordings
from factcheck.testing.seen import Seen


def works(seen: Seen) -> bool:
    """Expect of a function word what its entry says that it does to the figure."""
    does = _DOES.get(seen.name)
    present = any(re.search(rf"\b{word}\b", seen.document.text.lower()) for word in seen.entry["words"])
    return does is not None and present and seen.claim is not None and does(seen, seen.claim)


def _is_told(tense: str) -> Callable[[Seen, Claim], bool]:
    return lambda seen, _: any(past_or_future.tense(line, mention) == tense for line, mention in seen.mentions())


def _ends_phrase(seen: Seen, claim: Claim) -> bool:
    return next(iter(seen.document.text[claim.phrase.end :].lower().split()), "") in seen.entry["words"]


def _is_within(seen: Seen, claim: Claim) -> bool:
    """Expect one of the entry's words within the phrase of the figure."""
    return not set(seen.entry["words"]).isdisjoint(seen.document.text[claim.phrase.start : claim.phrase.end].split())


def _compounds(seen: Seen, claim: Claim) -> bool:
    """Expect one of the entry's words behind a hyphen within the phrase of the figure: "40 high-speed trains"."""
    words = seen.document.text[claim.phrase.start : claim.phrase.end].split()
    return any(word.rpartition("-")[2] in seen.entry["words"] for word in words)


def _lead(seen: Seen, claim: Claim) -> moves.Lead:
    return moves.lead(seen.document.text, 0, claim.phrase.start)


def _ties(kind: str, part: str | None = None) -> Callable[[Seen, Claim], bool]:
    """Expect a link of a kind that runs from the marked figure."""

    def tied(seen: Seen, claim: Claim) -> bool:
        links = [link for link in story.tell(seen.document, seen.stated).links if (link.kind, link.one) == (kind, claim.id)]
        return any(part in (None, link.part) for link in links)

    return tied


def _has_a_role(_: Seen, claim: Claim) -> bool:
    return bool(claim.roles)


_DOES: Mapping[str, Callable[[Seen, Claim], bool]] = {
    "stops": _ends_phrase,
    "attached": lambda _, claim: claim.counted is None,
    "behind a noun": _ends_phrase,
    **dict.fromkeys(
        ("no plurals", "past nouns", "verbs and nouns"), lambda seen, claim: (claim.counted or "") in seen.entry["words"]
    ),
    "no participles": lambda seen, claim: claim.counted is not None and _compounds(seen, claim),
    "no adverbs": lambda seen, claim: claim.counted is not None and _is_within(seen, claim),
    "qualities": lambda seen, claim: claim.counted is not None and claim.counted not in seen.entry["words"],
    **dict.fromkeys(("manners", "no nouns"), lambda _, claim: claim.counted is None),
    **dict.fromkeys(("titles", "many-do", "acts that look like plurals"), _ends_phrase),
    "own remains": lambda seen, claim: claim.counted == "remains" and _is_within(seen, claim),
    "passive": lambda seen, claim: _ends_phrase(seen, claim) and bool(claim.roles),
    "closers": _has_a_role,
    **dict.fromkeys(
        ("gerunds", "narrow a noun"),
        lambda seen, claim: claim.counted is not None and claim.counted not in seen.entry["words"] and _is_within(seen, claim),
    ),
    **dict.fromkeys(("levels", "done to"), _has_a_role),
    "moves": _has_a_role,
    "auxiliaries": _has_a_role,
    "yearly": lambda _, claim: claim.kind == "period",
    "running": lambda _, claim: claim.running,
    "more": lambda _, claim: claim.additional,
    "neutral": lambda _, claim: claim.subject is not None and not claim.subject.modifiers,
    "future": _is_told("future"),
    **dict.fromkeys(("coming", "put off"), _is_told("future")),
    **dict.fromkeys(("past", "one form", "sudden"), _is_told("past")),
    "negations": lambda _, claim: claim.stance == "denied",
    "targets": lambda _, claim: claim.stance == "planned",
    "foretold": lambda _, claim: claim.stance == "forecast",
    "committed": lambda _, claim: claim.stance == "planned",
    "intended": lambda _, claim: claim.stance == "planned",
    "elsewhere": lambda seen, claim: (
        not _ties("move")(seen, claim)
        and not any(link.other == claim.id for link in story.tell(seen.document, seen.stated).links)
    ),
    "apart": lambda _, claim: claim.ends is not None and "range" not in claim.forms,
    **dict.fromkeys(
        ("above", "under", "above in extent", "under in extent", "extents", "above by", "under by", "won by more"),
        _ties("threshold"),
    ),
    **dict.fromkeys(("won", "turned"), lambda seen, claim: not _ties("threshold")(seen, claim)),
    "times": _ties("multiple"),
    "common": lambda _, claim: not wordings.nouns(claim),
    "other basis": lambda seen, claim: not _ties("move", "percent")(seen, claim),
    "recut": lambda seen, claim: not _ties("move", "left")(seen, claim),
    **dict.fromkeys(("inverse", "amounts"), lambda seen, claim: not _ties("move", "before")(seen, claim)),
    "extremes": lambda seen, claim: _lead(seen, claim).extreme,
    "signs": lambda seen, claim: _lead(seen, claim).part == "before" and not _ties("move", "before")(seen, claim),
    "swings": lambda seen, claim: _ties("move")(seen, claim) and not _ties("move", "recent")(seen, claim),
    **dict.fromkeys(("multiples", "setting"), _ties("move")),
    **dict.fromkeys(("skipped", "measured"), lambda seen, claim: _lead(seen, claim).part == "level"),
    "breaks": lambda seen, claim: _lead(seen, claim).broken,
    **dict.fromkeys(("up", "down"), lambda seen, claim: _lead(seen, claim).direction == seen.name),
    "per": lambda seen, claim: (claim.quantity.unit or "").partition("/")[2] in seen.entry["words"] if claim.quantity else False,
}
