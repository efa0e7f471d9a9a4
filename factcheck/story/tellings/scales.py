"""Links from a sum to the same sum told before with another scale word: "$46 billion merger" and "$46 million merger".

Two sums have the same digits by chance often enough. They are one only if their digits are no round number, the text puts them
into the same words (the noun behind them; the headline and the story's first sentences) or points back ("the $2.1 million
includes"), or a third sum stands beside both; no sentence sets them beside each other, and one of them stands there once. The
more digits they have, the fewer words are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.claims import Claim, Line
from factcheck.grounds import tellings
from factcheck.grounds.tellings import counts, owners, reasons, sums, wordings
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "rescaled"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()

_TIMES = (Fraction(1000), Fraction(1000000), Fraction(1, 1000), Fraction(1, 1000000))
_MOST = 12
"""Sums of the same digits that are looked at."""
_CROWD, _TELLING = 60, 3
"""Sums of a story from which on two of them are alike by chance, and the digits that are not."""
_LEAD = 400
"""Code points of the body in which the headline's sum is told again."""
_SURE = 3
"""Words that two sentences share where no noun ties their sums; of many digits one less is enough."""
_SELDOM = 3
"""Digits that two sums of a story seldom have by chance: of 190 such pairs in 17,000 reports none had two scale words."""
_MANY_WORDS = 4
"""Words about both of two sums of many digits that are so many that nobody else's can be meant."""
_PAID = pattern(r" (?:[a-z]+ )?<<paid>>\b")
"""Behind a definite sum: nothing that has the sum, but the sum itself under another name ("the $25 million [gap]")."""
_IN_ALL_YEARS = pattern(r"\bsince (?:19|20)\d\d\b|\bto date\b|\bover the years\b")
"""In the sentence of a sum: it is that of many years."""
_ANOTHER = pattern(r"\b(?:another|a further|an additional) (?:<<about>> )?\Z")
"""Before a sum that comes on top of the one told before: "another $38 billion"."""
_POINTS_BACK = pattern(r"\b(?:[Tt]his|[Tt]hat|[Tt]he same|[Tt]hose|[Tt]hese)\s\Z")

_THE_ACT = pattern(r"\A[“\"]?(?:The|That|This) (?P<act>[a-z]{3,}(?:-[a-z]{2,})?) of (?:<<about>> )?\Z")
_ACT_GOES_ON = pattern(r",? (?:will|would|is|was|has|had|may|could|comes?|came|includes?)\b")
_WORDS, _ACT_NEAR = pattern(r"[a-z]+"), 90
"""What opens a sentence with a sum that is called by an act, and how far before the other sum its verb stands."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links between sums of the same digits, each to the first one that it can tell again."""
    groups: dict[tuple[str, object], list[Claim]] = {}
    for figure in figures:
        digits = sums.digits(figure)
        if digits is not None and figure.quantity is not None:
            groups.setdefault((digits, figure.quantity.readings), []).append(figure)
    beside = sums.by_sentence(figures)
    fewest = 1 if sum(map(len, groups.values())) < _CROWD else _TELLING
    for (digits, _), group in groups.items():
        if len(group) > 1 and len(digits) >= fewest:
            yield from _of_group(group[:_MOST], beside)


def _of_group(group: Sequence[Claim], beside: Mapping[int, frozenset[object]]) -> Iterator[Link]:
    told = Counter(_value(figure) for figure in group)
    if len(told) < 2:
        return
    for at, later in enumerate(group):
        again = any(_value(figure) == _value(later) for figure in group[:at])
        for earlier in group[:at]:
            alone = min(told[_value(later)], told[_value(earlier)]) == 1 and not _is_told_beside(earlier, later, group)
            once = told[_value(earlier)] == 1
            scaled = alone and _value(later) / _value(earlier) in _TIMES
            why = _why_one(earlier, later, again=again, alone=once) if scaled else ""
            if scaled and not why and sums.stand_beside_one(earlier, later, beside) and sums.reach(earlier) == sums.reach(later):
                why = "the same sum stands beside both"
            if why:
                yield Link(KIND, later.id, earlier.id, why)
                break


def _is_told_beside(earlier: Claim, later: Claim, group: Sequence[Claim]) -> bool:
    """Tell whether a sentence sets both sums beside each other, or the body told the headline's before, as it stands."""
    mine = [figure for figure in group if _value(figure) == _value(earlier)]
    sentences = {id(figure.sentence) for figure in mine}
    if any(id(figure.sentence) in sentences for figure in group if _value(figure) == _value(later)):
        return True
    return earlier.sentence.kind == "headline" and any(earlier.span.end < figure.span.start < later.span.start for figure in mine)


def _value(figure: Claim) -> Fraction:
    return figure.value or Fraction(1)


def _why_one(earlier: Claim, later: Claim, *, again: bool, alone: bool) -> str:
    """Say by what two sums are one; empty where nothing says it. The more digits they have, the less they meet by chance.

    ``again`` tells that the later one was told before as it stands: what stands about it may tell that one again; ``alone``
    that the earlier one is told nowhere else, as a headline's must be.
    """
    if _IN_ALL_YEARS.search(later.sentence.text) and not _IN_ALL_YEARS.search(earlier.sentence.text):
        return ""
    if earlier.sentence is later.sentence or (later.additional and _ANOTHER.search(later.led)):
        return ""
    if owners.did_the_same(earlier, later):
        return ""
    if alone and sums.are_headed(earlier, later) and _is_lead(later):
        return reasons.OPENING
    digits, opened = len(sums.digits(later) or ""), _words_of_opening(earlier, later)
    if later.kind != "money":
        if earlier.kind == "number" and alone and digits > 1 and opened >= _SURE:
            return reasons.OPENING
        return counts.why_one(earlier, later) if later.kind == "count" else counts.why_one_number(earlier, later)
    text = later.sentence.within
    if _POINTS_BACK.search(text[max(0, later.phrase.start - 10) : later.phrase.start]) and _adjoin(earlier, later):
        return reasons.POINTING
    if opened >= max(1, _SURE + (not alone) - digits):
        return reasons.OPENING
    return "" if _are_of_others(earlier, later) else _why_one_sum(earlier, later, digits, again=again, alone=alone)


def _are_of_others(earlier: Claim, later: Claim) -> bool:
    """Tell whether two sums have other roles or other years; who pays [taxes] pays, and a sum of many digits is its noun's."""
    other = tellings.have_other_roles(earlier, later) and {*earlier.roles}.isdisjoint(later.roles)
    named = bool(wordings.nouns(earlier) & wordings.nouns(later)) and sums.has_many_digits(later)
    return (other and not named and not _names_act(earlier, later)) or sums.are_of_other_years(earlier, later)


def _why_one_sum(earlier: Claim, later: Claim, digits: int, *, again: bool, alone: bool) -> str:
    """Say by what two sums of money are one, whose roles and years are not in the way."""
    if digits > 1 and not again and sums.are_of_one_day(earlier, later):
        return "both are of one day"
    definite = sums.is_definite(later)
    if sums.is_charged(earlier, later) or sums.are_with_others(earlier, later):
        return ""
    if sums.are_of_other_things(earlier, later) or (sums.is_owned(later) and sums.is_of_another(earlier, later)):
        return ""
    if digits > 1 and wordings.nouns(earlier) & wordings.nouns(later):
        return reasons.SAME_BEHIND
    if again:
        return ""
    if not alone and digits > 1 and definite and _is_main(earlier) and sums.reach(earlier) == sums.reach(later):
        return reasons.POINTING
    told = _why_told_again(earlier, later, many=sums.has_many_digits(later))
    return told or _why_by_digits(earlier, later, digits, alone=alone)


def _why_by_digits(earlier: Claim, later: Claim, digits: int, *, alone: bool) -> str:
    """Say by what digits that are seldom two sums' by chance are one sum's, of one owner or told more than once, not ``alone``.

    Of three digits or more a word of both sentences is enough; of two a word must stand about both sums, or two be shared.
    """
    if sums.reach(earlier) != sums.reach(later) or sums.is_of_somebody_new(earlier, later):
        return ""
    shared = len(_shared(earlier, later))
    if digits >= _SELDOM:
        one = shared > 0 or not alone
    else:
        one = bool(wordings.around(earlier) & wordings.around(later)) or (not alone and shared > 1)
    return reasons.DIGITS if one and digits > 1 and not (alone and owners.are_others(earlier, later)) else ""


def _names_act(earlier: Claim, later: Claim) -> bool:
    """Tell whether a definite sum is called by what the earlier one was for: "pays $34 million ... The $34 million [deal]"."""
    return _is_paid(earlier, later) and sums.is_definite(later) and not sums.GIVEN.isdisjoint(earlier.roles)


def _is_named_act(earlier: Claim, later: Claim) -> bool:
    """Tell whether a sum is called by the verb that led to the other: "write down by $2.4 billion", "the write-down of"."""
    named = _THE_ACT.search(later.led) if len(sums.digits(later) or "") > 1 else None
    act = {*named["act"].replace("-", " ").split()} if named else set()
    goes_on = _ACT_GOES_ON.match(later.sentence.within, later.span.end) is not None
    return bool(act) and goes_on and act <= {*_WORDS.findall(earlier.led[-_ACT_NEAR:])}


def _words_of_opening(earlier: Claim, later: Claim) -> int:
    """Give how many words the headline of one figure shares with the story's beginning that tells the other; else none."""
    if earlier.sentence.kind != "headline" or later.span.start - later.sentence.span.start >= _LEAD or not _is_lead(later):
        return 0
    return len(_shared(earlier, later))


def _is_main(figure: Claim) -> bool:
    """Tell whether a sum is the story's: it stands in the headline or in the first words of the body."""
    return figure.sentence.kind == "headline" or figure.span.start < _LEAD


def _why_told_again(earlier: Claim, later: Claim, *, many: bool) -> str:
    """Say by what a sum that was not told before as it stands tells an earlier one; empty where nothing says it."""
    if sums.is_called_a_sum(later) or sums.is_called_by_role(earlier, later) or _is_named_act(earlier, later):
        return reasons.POINTING
    if sums.reach(earlier) != sums.reach(later):
        return ""
    if sums.is_told_alone(later):
        return reasons.POINTING
    about = wordings.around(earlier) & wordings.around(later)
    if len(sums.digits(later) or "") == 1:
        return _why_of_one_digit(earlier, later, len(about))
    if many and len(about) >= _MANY_WORDS:
        return reasons.SAME_ABOUT
    apart = owners.are_others(earlier, later)
    if sums.is_known(later) and (about or (not apart and _is_paid(earlier, later))):
        return reasons.POINTING
    return "" if apart or sums.is_of_somebody_new(earlier, later) else _why_in_like_words(earlier, later, len(about), many=many)


def _why_of_one_digit(earlier: Claim, later: Claim, about: int) -> str:
    """Say by what two sums of a single digit are one, which many have by chance: by ``about`` so many words, and their bounds."""
    alike = _bound(earlier) == _bound(later) and bool(wordings.nouns(earlier) & wordings.nouns(later) or about >= _SURE)
    return reasons.MANY_SHARED if len(_shared(earlier, later)) >= counts.ALONE or (_bound(later) and alike) else ""


def _why_in_like_words(earlier: Claim, later: Claim, about: int, *, many: bool) -> str:
    """Say which words of two sentences show that their sums are one; ``about`` so many stand about both."""
    ours, theirs = (wordings.words_of(figure.sentence.text) for figure in (earlier, later))
    if wordings.first_nouns(earlier) & theirs or wordings.first_nouns(later) & ours:
        return "what stands behind one is what the other is told of"
    if about >= (1 if many else 2):
        return reasons.SAME_ABOUT
    few = many or (_bound(earlier) is not None and _bound(earlier) == _bound(later))
    return reasons.MANY_SHARED if len(ours & theirs) >= (_SURE - 1 if few else _SURE) else ""


def _shared(earlier: Claim, later: Claim) -> frozenset[str]:
    """Give the words that the sentences of two figures share."""
    return wordings.words_of(earlier.sentence.text) & wordings.words_of(later.sentence.text)


def _is_paid(earlier: Claim, later: Claim) -> bool:
    """Tell whether a sum close behind another is called by what is paid: "the $34 million [deal]"."""
    return _PAID.match(later.sentence.within, later.span.end) is not None and _adjoin(earlier, later)


def _bound(figure: Claim) -> str | None:
    return figure.quantity.bound if figure.quantity else None


def _adjoin(earlier: Claim, later: Claim) -> bool:
    return earlier.sentence.paragraph == later.sentence.paragraph and later.span.start - earlier.span.end < _LEAD


def _is_lead(figure: Claim) -> bool:
    """Tell whether a figure stands in the first words of the body."""
    return figure.span.start < _LEAD + len(figure.sentence.text)
