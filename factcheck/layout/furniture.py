"""A whole line -> which piece of a page's furniture it is, by itself: byline, caption or footer.

Newspapers call furniture whatever stands on a page beside headline and story. The words are in ``lexicon/mastheads.toml``.
"""

from __future__ import annotations

from factcheck.layout.mastheads import among, date_line, says_when, weekday_or_month, words
from factcheck.patterns import pattern

LONGEST = 300
"""Code points beyond which a line is prose, whatever words it begins with."""

_CREDIT = pattern(r"(?P<open>[\[(])(?P<words>[^\[\]()]{2,60})[\])]\.?\Z")
_BEHIND_NAMES = pattern(r"[\[(|<@;]| [-–—•·] ")
_LONGEST_CREDIT = 90
_MOST_NAMES = 16


def kind(text: str, start: int, end: int) -> str | None:
    """Tell what the line from ``start`` to ``end`` is, wherever it stands; None where it may be the story.

    A line that says when the story was published or updated is ``masthead``. A long line shows only by its last words
    that it is a caption.
    """
    line = text[start : min(end, start + LONGEST)]
    if end - start <= LONGEST:
        folded = line.casefold()
        if _is_footer(folded):
            return "footer"
        if _is_byline(line, folded):
            return "byline"
        if _is_published(line):
            return "masthead"
    return "caption" if _is_caption(line[:40].casefold(), text[max(start, end - _LONGEST_CREDIT) : end]) else None


def byline_day(line: str) -> str:
    """Give what stands behind a byline's names (``| 30 April 2025``), where a date can be."""
    parts = _BEHIND_NAMES.split(line, maxsplit=1)
    return parts[1].strip() if len(parts) > 1 else ""


def _is_published(line: str) -> bool:
    dated = date_line(line) if says_when(line) else None
    return dated is not None and dated.cue is not None


def _is_footer(folded: str) -> bool:
    if folded.startswith(words("footers", "openers")) or folded.endswith(words("footers", "endings")):
        return True
    return folded.strip(" \t-–—*•|<>[]:") in among("footers", "words")


def _is_byline(line: str, folded: str) -> bool:
    openers = words("bylines", "openers")
    if folded.endswith(words("bylines", "endings")):
        return True
    if line.startswith(("(", "[")) and line.endswith((")", "]", ").", "].")):
        return folded[1:].startswith(openers)
    if not folded.startswith(openers):
        return False
    opener = next(opener for opener in openers if folded.startswith(opener))
    return _are_names(_BEHIND_NAMES.split(line[len(opener) :], maxsplit=1)[0].strip())


def _are_names(named: str) -> bool:
    """Tell whether words are names: all capitalised, without figures, and no sentence."""
    names = named.replace(",", " ").split()
    if not names or len(names) > _MOST_NAMES or (named.endswith(".") and len(names[-1]) > 4):
        return False
    first = names[0].casefold().rstrip(".")
    if first in among("not_names", "words") or weekday_or_month(first, "weekdays"):
        return False
    return all(map(_is_name, names))


def _is_name(word: str) -> bool:
    if word[0].islower():
        return word in among("particles", "words") or word in among("jobs", "words")
    return not any(map(str.isdigit, word))


def _is_caption(opening: str, tail: str) -> bool:
    if opening.startswith(words("credits", "openers")) or tail.casefold().endswith(words("credits", "endings")):
        return True
    credit = _CREDIT.search(tail)
    if credit is None or "@" in credit["words"]:
        return False
    folded = credit["words"].casefold()
    return (credit["open"] == "[" and credit["words"].isupper()) or any(word in folded for word in words("credits", "anywhere"))
