"""A whole line -> which piece of a page's furniture it is, by itself: byline, caption or footer.

Newspapers call furniture whatever stands on a page beside headline and story. The words are in ``lexicon/mastheads.toml``.
"""

from __future__ import annotations

from factcheck.layout.mastheads import among, date_line, is_made_of, says_when, weekday_or_month, words
from factcheck.patterns import pattern

LONGEST = 300
"""Code points beyond which a line is prose, whatever words it begins with."""

_CREDIT = pattern(r"(?P<open>[\[(])(?P<words>[^\[\]()]{2,60})[\])]\.?\Z")
_BEHIND_NAMES = pattern(r"[\[(|<@;]| [-–—•·] |,?\s(?=[^\s@]+@)|,?\s(?=\+?\d[\d .-]{5,}\d\Z)")
_MAIL = pattern(r"[^\s@|<>()]+@[\w-]+\.[\w.-]+")
_PHONE = pattern(r"(?<![\w$€£])(?:\+|\(?\d)[\d ().-]{5,}\d(?!\w)")
_LONGEST_CREDIT = 90
_MOST_NAMES = 16


def kind(text: str, start: int, end: int) -> str | None:
    """Tell what the line from ``start`` to ``end`` is, wherever it stands; None where it may be the story.

    A line that says when the story was published or updated is ``masthead``. A long line shows only by its last words
    that it is a caption.
    """
    line = text[start : min(end, start + LONGEST)]
    folded = line.casefold().replace("’", "'")
    if _is_correction(line, folded):
        return "footer"
    if end - start <= LONGEST:
        if _is_footer(folded) or is_made_of(folded, "counters"):
            return "footer"
        if _is_byline(line, folded) or _is_contact(line):
            return "byline"
        if _is_published(line) or is_made_of(folded, "reading_time"):
            return "masthead"
    return "caption" if _is_caption(line[:40].casefold(), text[max(start, end - _LONGEST_CREDIT) : end]) else None


def heads_list(line: str) -> bool:
    """Tell whether a line heads a list of other stories."""
    return _bare(line.casefold().replace("’", "'")) in among("lists", "words")


def byline_day(line: str) -> str:
    """Give what stands behind a byline's names (``| 30 April 2025``), where a date can be."""
    parts = _BEHIND_NAMES.split(line, maxsplit=1)
    return parts[1].strip() if len(parts) > 1 else ""


def _is_published(line: str) -> bool:
    dated = date_line(line) if says_when(line) else None
    return dated is not None and dated.cue is not None


def _is_correction(line: str, folded: str) -> bool:
    """Tell whether a line begins like a note of correction; in lower case it goes on with a wrapped line."""
    openers, labels = words("corrections", "openers"), words("corrections", "labels")
    if line[:1].islower() or not folded.startswith((*labels, *openers)):
        return False
    label = next((label for label in labels if folded.startswith(label)), "")
    told = folded[len(label) :].lstrip()
    if told.startswith(openers):
        return True
    return len(line) == LONGEST or line[len(label) :].lstrip()[:1].islower() or not told or told.endswith((".", "!", "?", ")"))


def _is_footer(folded: str) -> bool:
    if folded.replace(" |", ":", 1).startswith(words("footers", "openers")) or folded.endswith(words("footers", "endings")):
        return True
    known = among("footers", "words")
    return folded in known or _bare(folded) in known or _bare(folded) in among("lists", "words")


def _bare(folded: str) -> str:
    return folded.strip(" \t-–—*•|<>[]:")


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


def _is_contact(line: str) -> bool:
    """Tell whether a line holds an address, or a number and a word such as ``tel.``, and beside them names only."""
    mailed = "@" in line and _MAIL.search(line) is not None
    if not mailed and (line.endswith(".") or not _PHONE.search(line)):
        return False
    rest = _PHONE.sub(" ", _MAIL.sub(" ", line))
    said = [word for word in (word.strip(",;:|()<>-–—•") for word in rest.split()) if word]
    known = [word for word in said if word.casefold() in among("contacts", "words")]
    names = [word for word in said if word not in known and word.casefold() not in among("contacts", "beside")]
    return bool(mailed or known) and len(names) <= _MOST_NAMES and all(map(_is_name, names))


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
