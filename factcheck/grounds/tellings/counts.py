"""By what two counts of the same digits are one, though a scale word parts them: "46 million people" and "46 billion people".

The earlier and the later claim go in; the reason comes out, empty where nothing says it.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import Claim
from factcheck.grounds.tellings import owners, reasons, sums, wordings
from factcheck.patterns import pattern

ALONE = 4
"""Words that two sentences share where a single digit is all that is alike, as many are by chance."""
_NAMED = 2
"""Words that the sentences of two counts share beside their noun, and digits that are not alike by chance."""
_NUMBER = frozenset({"number", "total", "figure"})
_ALL_PEOPLE = 8_300_000_000
"""All who live."""
_NAME = pattern(r"(?<!^)(?<![.!?“\"] )\b[A-Z][a-z]\w+")
_OF_MORE = pattern(r"\b(?:(?i:world(?:wide)?|global(?:ly)?|in all|together|planet|ever|ages|history|centuries)|<<rhythms>>)\b")


def why_one(earlier: Claim, later: Claim) -> str:
    """Say by what two counts are one: the same words stand behind both, and the later points back or their sentences share more.

    Of people no count passes all who live, whatever words stand about it.
    """
    digits, people = len(sums.digits(later) or ""), earlier.is_of_people and later.is_of_people
    if sums.is_called_a_sum(later) and digits > 1:
        return reasons.POINTING
    if people and max(earlier.value or 1, later.value or 1) > _ALL_PEOPLE and _share_words(earlier, later, 0, enough=1):
        return "more people than live"
    same = _are_called_alike(earlier, later)
    done = later.counted is not None and later.counted == earlier.counted and later.role == earlier.role is not None
    if not (same or done or (people and digits > _NAMED)) or sums.are_of_other_years(earlier, later):
        return ""
    if (same or done) and digits > 1 and sums.is_known(later) and not later.is_of_people:
        return reasons.SAME_BEHIND if same else "one thing befell as many"
    return reasons.MANY_SHARED if _share_words(earlier, later, digits) else ""


def why_one_number(earlier: Claim, later: Claim) -> str:
    """Say by what two numbers that count nothing named are one: they have one time, and two words stand about both."""
    about = (wordings.around(earlier) & wordings.around(later)) - _NUMBER
    apart = sums.are_of_other_years(earlier, later) or owners.are_others(earlier, later)
    return reasons.SAME_ABOUT if len(about) >= _NAMED and not apart else ""


def _share_words(earlier: Claim, later: Claim, digits: int, enough: int | None = None) -> bool:
    """Tell whether two counts are told in words that both sentences have, beside those of what they count, and of nobody else."""
    texts = earlier.sentence.text, later.sentence.text
    if any(map(_OF_MORE.search, texts)) or owners.are_others(earlier, later):
        return False
    own = wordings.words_of(earlier.counted or "") | wordings.words_of(later.counted or "")
    shared = (wordings.words_of(texts[0]) & wordings.words_of(texts[1])) - own
    named = {name.lower() for name in _NAME.findall(texts[0])} & {name.lower() for name in _NAME.findall(texts[1])}
    enough = enough or (_NAMED if digits > 1 else ALONE)
    return len(shared) >= enough or (digits > 1 and bool(named - lexicon.words("grammar", "stops")) and bool(shared))


def _are_called_alike(earlier: Claim, later: Claim) -> bool:
    """Tell whether the same words stand behind both numbers, and both are of each or of all."""
    return bool(later.counted) and _words_of(later) == _words_of(earlier) and sums.reach(earlier) == sums.reach(later)


def _words_of(figure: Claim) -> str:
    """Give the words of a count's phrase behind its number."""
    return figure.sentence.within[figure.span.end : figure.phrase.end].strip()
