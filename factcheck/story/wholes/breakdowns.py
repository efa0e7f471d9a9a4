"""Links from parts to the total that they make up: "14 seats - five in the north and nine in the south".

A dash, a colon or brackets behind a figure open a breakdown; so do "made up of", and a comma where "in all" or "all told"
stands before the figure, or the last part is told "in the other" of two. The parts are all of it only where they leave their
noun out or count the same things: "40 people - 12 women and 5 children" may leave the men out, but men, women and children are
all there are; and where the words say so ("made up of") and nobody can be two of the parts; and where single ones are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim, Line, series
from factcheck.claims.series import Part
from factcheck.grounds import kinds, makeup, sorts, twice, unlike, wholes
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "adds-up"
ROUND = 1
ONE = False
INHERITS = frozenset({"subject", "period", "unit"})

_OPENS = pattern(r"[^,;:()—–]{0,60}?(?: ?(?:--|—|–) ?| - |: | \()(?P<lead>[^,;:()—–]*)")
_COMMA = pattern(r"[^,;:()—–]{0,60}?, (?P<lead>)")
_IN_THE = pattern(r"\b(?:in|at|on|from|by) (?:(?:the|these|its|their) )?\Z")
_OPENING = pattern(r" ?(?:--|—|–) ?| - |: ")
_IN_ALL = pattern(r"\b(?:[Ii]n all|[Aa]ll told|[Ii]n total|[Aa]ltogether),? (?:[a-z]+ )?\Z")
_PLACE = r" (in|at|on|from|for|by|to) (?:(?:the|its|his|her|their) )?(?P<name>[A-Z]|[a-z])"
_PLACED, _BESIDE = pattern(rf"(?: [a-z]+(?:ed|wn|en|lt))?{_PLACE}"), pattern(rf"(?: [a-z]+){{0,2}}?{_PLACE}")
_IN_THE_OTHER = pattern(r" (?:in|at|on|from|for|by|to) the other\b(?! than)")
_TOTAL = pattern(
    r"[^.;:()]{0,60}?,? (?:for|making|giving|or|out of) (?:an? )?(?:[a-z]+ )?(?:(?:total|sum) of|combined(?: total of)?) "
)
_A_TOTAL = pattern(r"(?: [^.;:(),]{0,60})?,? an? (?:(?:[a-z]+ )?total of|(?P<combined>combined)) ")
_THE_TOTAL_TO = pattern(r"\b(?:total|number|tally|count) (?:up )?to (?:<<about>> )?\Z")
_WITH = pattern(
    r"(?: (?:in all|in total|altogether|all told))?"
    r"(?: (?:in|of) [a-z]+)?"
    r" (?:with|including|counting|plus|after|(?:over|across|from) (?:<<counts>>|\d+)) "
)
"""Behind a total that holds more than the parts: "for a total of $1.3 million with interest"."""
_SENTENCE_END = pattern(r" ?(?:[.;:)—–]|--|\Z)")
_CLAUSE_END = pattern(r" ?(?:[.,;:)—–]|--|\Z)")
_LISTED = pattern(r"[^.;:()]{0,60}, (?:of|in|from|for|to|at|by|on) |;[^.;:()\d]{0,60}")
_OR = pattern(r"[^.;:()]{0,60}?, or ")
_APPOSED = pattern(r"[^.;:()]{0,60}?(?:,| --| -| —|—) ")
_ALTOGETHER = pattern(r" (?:in all|in total|altogether|all told|together|between them)\b(?! (?:of|the|her|his|its|with)\b)")
_MORE = pattern(
    r", one (?:in|on|at|from|for|of|by|to)\b"
    r"|\b(?:some|many|several|most|mostly|mainly|rest|remainder|unknown|them|those|whom|which|among|etc|such as"
    r"|and (?:others|more|an?|the|one|his|her|its|their)|third|fourth|fifth|last|final|second)\b"
)
_CLOSER = pattern(r"[;:()—–]|--| - |, (?:before|while|which|but|when)\b|[.!?](?=[ A-Z]|\Z)")
_SIDES = 2
_FAR = 90
"""Code points from a figure to the first of its parts."""
_LED = 20


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    for here in series.by_sentence(figure for figure in figures if not (_is_told_of_a_noun(figure) or _is_place(figure))):
        for at in range(len(here) - 2):
            parts = opened(here, at) or _in_both(here, at) or _exact(here, at)
            if parts and _is_all(here, at, parts) and _share_nothing(here[at], parts):
                yield from (Link(KIND, part.id, here[at].id, "its parts are told one by one") for part in parts)
            elif not parts:
                parts, whole = _added_up(here, at)
                yield from (Link(KIND, part.id, whole, "the total is told") for part in parts)


def _share_nothing(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether nothing that a whole counts is in two of its parts, as their sum may show."""
    again = twice.may_come(whole, parts) and (makeup.made(parts) or 0) > (whole.value or 0)
    return sorts.are_apart(parts, opened=True) and not again


def _is_told_of_a_noun(figure: Claim) -> bool:
    """Tell whether a spell of time only says what sort of thing is counted: "40 euros of [six-month] paper"."""
    return figure.kind == "duration" and "-" in figure.sentence.within[figure.span.start : figure.span.end]


def _is_place(figure: Claim) -> bool:
    """Tell whether a count only says where those told before it are: "19 people were hurt in the [two] raids - 12 in ..."."""
    opens = _OPENING.match(figure.sentence.within, figure.phrase.end, figure.sentence.span.end)
    return opens is not None and _is_led_in(figure)


def _is_led_in(figure: Claim) -> bool:
    """Tell whether a word that leads to a place stands before a count: "in the [two] raids"."""
    text, start = figure.sentence.within, figure.sentence.span.start
    led = _IN_THE.search(text, max(start, figure.span.start - _LED), figure.span.start)
    return figure.kind == "count" and led is not None


def _added_up(here: Sequence[Claim], at: int) -> tuple[list[Claim], str]:
    """Give parts that begin at a figure, and the total that follows them: "12 men and seven women, for a total of 19"."""
    read = series.read(here, at)
    if any(makeup.is_for_one(part.claim) or part.claim.running or _is_total(part.claim) for part in read):
        return [], ""
    parts = [part.claim for part in read]
    if len(parts) > 2 and read[-1].joint.strip() == "," and not any(wholes.is_of_another(part) for part in parts):
        *first, total = parts
        if makeup.is_accounted_for(here, total, first):
            return [], ""
        if _is_a_total(first, total) or (_is_altogether(total) and makeup.may_count_all(total, first)):
            return first, total.id
    behind = next((claim for claim in here[at + 1 :] if claim.span.start > parts[-1].span.start), None)
    if len(parts) < 2 or behind is None or not series.alike(behind, parts[-1]) or _goes_on_from_before(here, at):
        return [], ""
    text, gap = behind.sentence.within, (parts[-1].phrase.end, behind.phrase.start)
    told = _TOTAL.fullmatch(text, *gap) is not None or _is_a_total(parts, behind)
    told = told and not _WITH.match(text, behind.phrase.end)
    if not told and _is_altogether(behind):
        told = bool(_OR.fullmatch(text, *gap) or (_APPOSED.fullmatch(text, *gap) and makeup.may_count_all(behind, parts)))
    return (parts, behind.id) if told and not makeup.is_accounted_for(here, behind, parts) else ([], "")


def _is_total(part: Claim) -> bool:
    """Tell whether a figure is a total itself, and no part of the next: "five more, taking [the total to 54], and four more"."""
    text, start = part.sentence.within, part.sentence.near(part.phrase.start)
    return _THE_TOTAL_TO.search(text, start, part.phrase.start) is not None


def _goes_on_from_before(here: Sequence[Claim], at: int) -> bool:
    """Tell whether a series may have begun before a figure: "a gain of $40 in coin, of [$50] in notes and of $60 in bills"."""
    earlier, first = here[max(0, at - 1)], here[at]
    gap = first.sentence.within[earlier.phrase.end : first.phrase.start]
    return at > 0 and series.alike(earlier, first) and _LISTED.fullmatch(gap) is not None


def _is_a_total(parts: Sequence[Claim], total: Claim) -> bool:
    """Tell whether a figure closes a sentence as the total of those before it: "12 cups and seven bowls, a total of 19"."""
    text, gap = total.sentence.within, (parts[-1].phrase.end, total.phrase.start)
    told = _A_TOTAL.fullmatch(text, *gap)
    ends = _SENTENCE_END if told is None or told["combined"] is None else _CLAUSE_END
    closes = told is not None and ends.match(text, total.phrase.end) is not None
    return closes and makeup.UNCOUNTED.search(text, parts[0].span.end, gap[1] - len(" a total of ")) is None


def _is_altogether(claim: Claim) -> bool:
    """Tell whether a figure is told to be all there is, and nothing beside: "19 people in all"."""
    text, end = claim.sentence.within, claim.phrase.end
    return _ALTOGETHER.match(text, end) is not None and _WITH.match(text, end) is None


def opened(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give the parts of a figure that a dash, a colon or a bracket opens, two at least; of what is no breakdown, none."""
    whole, first = here[at], here[at + 1]
    gap = whole.phrase.end, first.phrase.start
    text = whole.sentence.within
    if _is_place(whole):
        return []
    made = makeup.MADE.fullmatch(text, *gap)
    if (
        gap[1] - gap[0] > _FAR
        or (made and makeup.is_inserted(whole, gap[1]))
        or not (makeup.is_whole(whole) or (made and whole.kind == "number"))
    ):  # "was put at 596,000, comprising"
        return []
    match = made or _OPENS.fullmatch(text, *gap)
    if match is None and (_is_altogether(whole) or _IN_ALL.search(text, max(0, whole.phrase.start - _LED), whole.phrase.start)):
        match = _COMMA.fullmatch(text, *gap)
    if match is None or not series.is_lead(match["lead"]):
        return []
    parts = series.read(here, at + 1)
    sound = len(parts) > 1 and makeup.are_parts(whole, parts) and not _are_one_each(whole, parts)
    sound = sound and not unlike.are_told(here, whole, [part.claim for part in parts])
    return [part.claim for part in parts] if sound else []


def _are_one_each(whole: Claim, parts: Sequence[Part]) -> bool:
    """Tell whether a series may tell a number of each thing counted: "two girls - seven and three", "two acts (8 and 9)"."""
    bare = not series.nouns([part.claim for part in parts])
    return bare and whole.quantity is not None and whole.quantity.value == len(parts)


def placed(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give parts that a comma sets beside a figure, each in a place of its own: "17 thefts, 12 in Geneva and five in Basel"."""
    whole, first = here[at], here[at + 1]
    gap = whole.phrase.end, first.phrase.start
    if gap[1] - gap[0] > _FAR or not makeup.is_whole(whole) or not _COMMA.fullmatch(whole.sentence.within, *gap):
        return []
    if _is_led_in(whole):  # "took part in the two races, 40 in the first"
        return []
    parts = series.read(here, at + 1)
    claims, text, stop = [part.claim for part in parts], whole.sentence.within, whole.sentence.span.end
    beside = _BESIDE.match(text, whole.phrase.end, stop)  # "40 people died in Hull, 65 in Leeds": the first of the list
    found = [beside, *(_PLACED.match(text, claim.span.end, stop) for claim in claims)]
    first_at, *where = [(match[1], match[1] == "from" or match["name"].isupper()) if match else None for match in found]
    alike = {*where}
    paid = whole.kind == "money" and sorts.are_kinds_of_pay(claims)
    bare = (paid or not series.nouns(claims)) and len(parts) > 1 and makeup.are_parts(whole, parts)
    listed = (
        whole.kind in makeup.SUMS and not paid and not (alike == {("from", True)} and wholes.is_gross(whole))
    )  # sums in a row
    apart = first_at is None or first_at not in alike
    return claims if bare and apart and not listed and len(alike) == 1 and None not in alike else []


def _in_both(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give the two parts of a figure of which one is in one place and one "in the other"."""
    parts = placed(here, at)
    return parts if len(parts) == 2 and _IN_THE_OTHER.match(here[at].sentence.within, parts[1].span.end) else []


def _exact(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give parts in places of their own that are all there is, as their sum shows: "17 thefts, 12 in Bonn and five in Trier"."""
    parts = placed(here, at)
    return parts if parts and makeup.made(parts) == here[at].value is not None else []


def is_opened(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether a sign or words that open a breakdown stand between a whole and its parts."""
    gap = whole.phrase.end, parts[0].phrase.start if parts else whole.phrase.end
    return _OPENS.fullmatch(whole.sentence.within, *gap) is not None or bool(parts and makeup.is_made_of(whole, parts))


def _has_single_ones(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether a count is told down to single ones: "seven players - [one] keeper, four backs and two wings".

    Of two parts one more may be left out: "eight guards - six Danes and one Swede".
    """
    single = len(parts) > _SIDES and any(part.value == 1 and part.counted for part in parts)
    opened = _OPENS.fullmatch(whole.sentence.within, whole.phrase.end, parts[0].phrase.start)
    return single and whole.kind == "count" and opened is not None


def _is_all(here: Sequence[Claim], at: int, parts: Sequence[Claim]) -> bool:
    """Tell whether the parts are all of the whole: of its noun, and none left out by the words up to the closing sign."""
    whole, last, text = here[at], parts[-1], here[at].sentence.within
    into = " into " in text[whole.phrase.end : parts[0].phrase.start]  # "a class of 30, split into five groups"
    one_noun = whole.kind == "number" and len(series.nouns(parts)) == 1 and not into
    alike = whole.kind in makeup.SUMS or one_noun or series.nouns(parts) <= {series.noun(whole)}
    everyone = makeup.exclude_each_other(whole, parts) and (makeup.is_made_of(whole, parts) or kinds.are_everyone(parts))
    if not (alike or everyone or _has_single_ones(whole, parts)):
        return False
    if makeup.is_accounted_for(here, whole, parts) or makeup.is_of_more(here, at, parts):
        return False
    closer = _CLOSER.search(text, last.phrase.end, whole.sentence.span.end)
    end = closer.start() if closer else whole.sentence.span.end
    if any(last.span.start < claim.span.start < end for claim in here) or makeup.fall_short(whole, parts):
        return False
    behind = _CLOSER.split(series.without_brackets(text[last.span.end : whole.sentence.span.end]), maxsplit=1)[0]
    tails = [text[one.span.end : next_.phrase.start] for one, next_ in pairwise(parts)]
    if " and " in behind and not any(" and " in tail for tail in tails):  # "two in Oslo, one in Bonn and the Wren fund"
        return False
    return not any(_MORE.search(tail) for tail in (*tails, behind))
