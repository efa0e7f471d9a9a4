"""Links from amounts told one by one to the total of as many: "fined two mills a total of $4 million. Alder must pay $3 million".

The sentence of the total says of how many it is, and the next one tells an amount of each, as many as those are, with a name of
its own before it. So nobody is left out, and a total that the amounts do not make is wrong, or one of them is. Or the amounts
come first, and all that they are is summed up behind them: "Alder pays $4 million and Birch $3 million. Together that is $7
million."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import SUMS, Claim, Line, series
from factcheck.grounds import makeup
from factcheck.lexicon.function_words import AUXILIARIES
from factcheck.numerals import spelled
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "told-each"
ROUND = 2
ONE = False
INHERITS = frozenset({"unit"})

_TOTAL = pattern(r"\b(?:a total of|a combined|an overall) (?:<<about>> )?\Z")
_TOGETHER = pattern(r"(?: [a-z]+){0,3}? (?:<<in-all>>|between them)\b")
_UNTOLD = pattern(
    r"\b(?:more|another|additional|further|of (?:it|which|that|them)|including|includes|minus|less|net|interest|costs"
    r"|had|<<ago>>|already|last|[Ii]n (?:<<calendar: month>>|[12]\d{3})|since)\b"
)
"""In the sentence of the amounts: they are not all, not all of the total, or of another time."""
_FALLS_TO = pattern(r"\b<<falls-to>>\b")
_ALL_OF_IT = pattern(r" ?(?:[.,;]|\Z|(?:and|while|in fines|in damages|in costs|each)\b)")
"""Behind an amount: nothing tells that it is but some of what falls to one ("$12 million for schools", "12 as a junior")."""
_LOWER = pattern(r"(?<![\w’'-])[a-z]{3,}")
_NAME = pattern(r"\b[A-Z][\w’'-]+")
_OTHER_TOTAL = pattern(r"\b(?:each|apiece|a <<spells>>|per|<<about>>|<<bounds>>|average)\b")
_SUMMED = pattern(
    r"(?:Together|In all|Altogether|All told|In total),? (?:that|this|it) (?:is|was|makes|made|comes to|came to|adds up to)"
    r" (?:<<about>> )?|(?:That|This|It all) (?:adds|added) up to (?:<<about>> )?"
    r"|(?:That|This) (?:makes|is|was|comes to|gives) a total of (?:<<about>> )?"
)
"""What opens a sentence that sums up the one before."""
_THE_TOTAL = pattern(r"(?:The|That|This) (?:<<about>> )?")
_GOES = pattern(
    r" (?:total|sum) (?:will|would|must|is to|has to|goes?|went)(?: all)?"
    r" (?:go|be (?:paid|used|spent|split|shared|put)|to|into)\b"
)
"""Around a total that opens the sentence behind its amounts: "The [$7 million] total will be used"."""
_OTHERS = pattern(r"\b(?:<<uncounted>>|too|also|besides|earlier|already|previous|previously)\b")
_IN_ALL = pattern(r"(?:In all|Altogether|All told),? [^.,;:()\d]{1,40} (?:<<pays>>|costs?|invests) (?:<<about>> )?")
_ON_THEM = pattern(r" (?:on|for|to) (?:the|all|these) (?P<count><<counts>>)(?: [a-z]+)? ?[.;]")
"""Around a total: "In all, the town will spend [$7 million] on the three."."""
_THEY = pattern(
    r"(?:Together,?|Between them,?|In all,?|Altogether,?)? ?(?:[Tt]he (?P<count><<counts>>)(?: [a-z]+)?|(?<= )they)"
    r"(?: (?:will|would|must|are|were|have|had|to|each|agreed)){0,3} (?P<verb>[a-z]+)(?: back| out)?"
    r" (?P<total>a total of |a combined )?(?:<<about>> )?"
)
"""Before the total of what several did, told one by one before: "The two will pay a combined"."""
_ONE_BY_ONE = pattern(
    r"(?: [a-z][a-z-]*){0,3}(?:,|,? and|;)(?:(?: the)?(?: [A-Z][\w’'-]*){1,3}| (?:the|an?) [a-z]+)"
    r"(?: [A-Za-z][\w’'-]*){0,4}(?:, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2},)?(?: an?)? "
)
"""Between amounts, each behind a name."""
_ALL_TOLD = pattern(r"[^\d;:()]*")
_NO_MORE = pattern(r"(?: (?!and\b)[a-z-]+){0,3}[.!]?[\"”’]?\s*")
_CLOSES = pattern(r" ?(?:[.;)]|\Z|, (?!<<more-or-less>>\b)| in (?:all|total)\b)")
_TOGETHER_OPENS = ("Together", "Between them", "In all", "Altogether")
_WORD = pattern(r"[a-z]+")
_TWO = 2
"""Figures of a sentence that opens with how many there are: "The [three] will pay a combined [$7 million]"."""
_MOST = 6
"""So many are told one by one."""
_NEAR = 4
"""Code points between the two sentences: they may be of two paragraphs."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of each total with the amounts of the next sentence."""
    for here, behind in pairwise(series.by_sentence(figures)):
        follows = 0 <= behind[0].sentence.span.start - here[0].sentence.span.end <= _NEAR
        totals = [figure for figure in here if figure.is_single and makeup.is_whole(figure) and _is_total(figure)]
        if follows and len(totals) == 1 and here[0].sentence.kind == behind[0].sentence.kind:
            parts = [figure for figure in behind if series.alike(totals[0], figure)]
            if _are_told_each(here, totals[0], parts):
                yield from (Link(KIND, part.id, totals[0].id, "each of them is told") for part in parts)
        total = behind[-1 if behind[0].is_count and behind[0].value == len(here) and len(behind) == _TWO else 0]
        if follows and here[0].sentence.paragraph == behind[0].sentence.paragraph and _are_summed(here, total):
            yield from (Link(KIND, part.id, total.id, "they are summed up behind them") for part in here)


def _are_summed(here: Sequence[Claim], total: Claim) -> bool:
    """Tell whether a figure sums up all that the sentence before it tells in a row, and nothing else is told there."""
    text, sentence = total.sentence.within, total.sentence.span
    if not 1 < len(here) <= _MOST or not _sums_up(here, total):
        return False
    told, stop = here[0].sentence, here[0].sentence.span.end
    in_a_row = all(
        _ONE_BY_ONE.fullmatch(text, one.phrase.end, other.phrase.start) and _is_of_the_unit(other, here[0])
        for one, other in pairwise(here)
    )
    alone = in_a_row and series.alike(total, here[0]) and all(figure.is_single for figure in here)
    whole = (
        alone
        and _NO_MORE.fullmatch(text, here[-1].phrase.end, stop)
        and _ALL_TOLD.fullmatch(text, told.span.start, here[0].phrase.start)
    )
    ends = (
        _CLOSES.match(text, total.phrase.end, sentence.end)
        or _GOES.match(text, total.span.end, sentence.end)
        or _ON_THEM.match(text, total.span.end, sentence.end)
    ) is not None
    return bool(whole) and ends and _UNTOLD.search(told.text) is None and _OTHER_TOTAL.search(told.text) is None


def _sums_up(here: Sequence[Claim], total: Claim) -> bool:
    """Tell whether the words before a figure that opens its sentence say that it is the total of those told before."""
    text, gap = total.sentence.within, (total.sentence.span.start, total.phrase.start)
    if _SUMMED.fullmatch(text, *gap):
        return True
    if _OTHERS.search(total.sentence.text):
        return False
    if _IN_ALL.fullmatch(text, *gap):
        them = _ON_THEM.match(text, total.span.end, total.sentence.span.end)
        return them is not None and spelled.values()[them["count"]] == len(here)
    if _THE_TOTAL.fullmatch(text, *gap):
        return _GOES.match(text, total.span.end, total.sentence.span.end) is not None
    they = _THEY.fullmatch(text, *gap)
    if they is None or not (they["total"] or text.startswith(_TOGETHER_OPENS, gap[0])):
        return False
    several = they["count"] is None or spelled.values()[they["count"]] == len(here)
    return several and they["verb"] in _WORD.findall(here[0].led)


def _is_of_the_unit(figure: Claim, first: Claim) -> bool:
    """Tell whether an amount is like the first one, or leaves out its unit and noun."""
    bare = figure.kind == "number" and figure.counted is None and first.kind in SUMS
    return bare or series.alike(first, figure)


def _is_total(figure: Claim) -> bool:
    """Tell whether a figure is told to be what several make together, and no bound."""
    text, sentence = figure.sentence.within, figure.sentence.span
    told = _TOTAL.search(text, sentence.start, figure.phrase.start) or _TOGETHER.match(text, figure.phrase.end, sentence.end)
    return told is not None and _OTHER_TOTAL.search(figure.sentence.text) is None


def _are_told_each(here: Sequence[Claim], total: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether as many amounts as the total is of stand in a row, each with a name before it and nothing left out."""
    several = [figure for figure in here if figure.kind == "count" and figure is not total and figure.counted]
    if not 1 < len(parts) <= _MOST or [figure.value for figure in several] != [len(parts)]:
        return False
    text, sentence = parts[0].sentence.within, parts[0].sentence
    read = series.read(parts, 0)
    ends = [sentence.span.start, *(part.phrase.end for part in parts)]
    named = all(_NAME.search(text, end, part.phrase.start) for end, part in zip(ends, parts, strict=False))
    whole = len(read) == len(parts) and all(part.is_amount for part in read) and named and _falls_to_each(total, parts)
    return whole and _UNTOLD.search(sentence.text) is None and _OTHER_TOTAL.search(sentence.text) is None


def _falls_to_each(total: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether the amounts are some of the total, by the words before them: "Two were fined ... Alder must pay"."""
    text = total.sentence.within
    if not all(_ALL_OF_IT.match(text, part.phrase.end) for part in parts):
        return False
    did = [word for word in _LOWER.findall(parts[0].led) if word not in AUXILIARIES]
    before = _LOWER.findall(total.sentence.text)
    again = any(one.startswith(other) or other.startswith(one) for one in did for other in before)
    return not did or again or _FALLS_TO.search(parts[0].led) is not None
