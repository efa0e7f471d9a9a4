"""Links from parts to the total that they make up: "14 seats - five in the north and nine in the south".

A dash, a colon or brackets behind a figure open a breakdown; so do "made up of", and a comma where "in all" or "all told"
stands before the figure, or the last part is told "in the other" of two. The parts are all of it only where they leave their
noun out or count the same things: "40 people - 12 women and 5 children" may leave the men out, but men, women and children are
all there are; and where the words say so ("made up of") and nobody can be two of the parts; and where single ones are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import SUMS, Claim, Line, series
from factcheck.claims.series import Part
from factcheck.grounds import added_up, kinds, makeup, sorts, twice, unlike, wholes
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "adds-up"
ROUND = 1
ONE = False
INHERITS = frozenset({"subject", "period", "unit"})

_OPENS = pattern(r"[^,;:()—–]{0,60}?(?: on <<calendar: month>> \d\d?, \d{4})?(?: ?(?:--|—|–) ?| - |: | \()(?P<lead>[^,;:()—–]*)")
_RAISED = pattern(r"\b<<raises-money>> (?:<<about>> )?\Z")
_THROUGH = pattern(r"(?: [a-z]+){0,4}? (?:through|via|by (?:selling|issuing|placing)) (?P<lead>[^,;:()—–]*)")
"""Around a sum that is raised, up to the first of the offerings that do it."""
_COMMA = pattern(r"[^,;:()—–]{0,60}?, (?P<lead>)")
_IN_THE = pattern(r"\b(?:in|at|on|from|by|between|among) (?:(?:<<definite>>|these) )?\Z")
_OPENING = pattern(r" ?(?:--|—|–) ?| - |: ")
_IN_ALL = pattern(r"\b<<In-all>>,? (?:[a-z]+ )?\Z")
_PLACE = r" (in|at|on|from|for|by|to) (?:<<definite>> )?(?P<name>[A-Z]|[a-z])"
_PLACED, _BESIDE = pattern(rf"(?: [a-z]+(?:ed|wn|en|lt))?{_PLACE}"), pattern(rf"(?: [a-z]+){{0,2}}?{_PLACE}")
_IN_THE_OTHER = pattern(r" (?:in|at|on|from|for|by|to) the other\b(?! than)")
_MORE = pattern(
    r", one (?:in|on|at|from|for|of|by|to)\b"
    r"|\b(?:some|many|several|most|mostly|mainly|rest|remainder|unknown|them|those|whom|which|among|etc|such as"
    r"|and (?:others|more|<<determiner>>|one)|third|fourth|fifth|last(?! <<spells>>\b)|final|second)\b"
)
"""Between or behind parts: one more is told, or some of which nobody says how many."""
_LEADS_IN = pattern(r"(?<=\band) an? \Z")
"""Right before the next part: "a $4 million credit and [a] $3 million loan"."""
_REST = pattern(r"\b(?:rest|remainder|others)\b")
_CLOSER = pattern(r"[;:()—–]|--| - |, (?:before|while|which|but|when)\b|[.!?](?=[ A-Z]|\Z)")
_AND = pattern(r"\b(?:and|plus|with|then|followed by)\b|[&;]")
_LEFT_OUT = pattern(
    r"\b(?:and|but|with|while) (?:(?:the|a) (?:rest|remainder|few|handful)|<<uncounted>>)\b"
    r"|\b(?:(?:still|yet) to be|to be (?:named|announced|filled|elected)|vacant|unfilled|undecided|not yet)\b"
)
"""Behind the sign that closes the parts, where these are less than the whole: " - and several are vacant"."""
_INSERTED = pattern(r", (?!(?:and|with|plus|including|as well)\b)")
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
                parts, whole = added_up.read(here, at)
                yield from (Link(KIND, part.id, whole, "the total is told") for part in parts)


def _share_nothing(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Tell whether nothing that a whole counts is in two of its parts, as their sum may show."""
    again = (makeup.made(parts) or 0) > (whole.value or 0) and twice.may_come(whole, parts)
    return sorts.are_apart(parts, opened=True) and not again


def _is_told_of_a_noun(figure: Claim) -> bool:
    """Tell whether a time only says what sort of thing is counted: "40 euros of [six-month] paper", "of notes due [1994]"."""
    text = figure.sentence.within
    due = figure.kind in ("period", "date") and text.endswith((" due ", " maturing "), 0, figure.span.start)
    return due or (figure.kind == "duration" and "-" in text[figure.span.start : figure.span.end])


def _is_place(figure: Claim) -> bool:
    """Tell whether a count only says where those told before it are: "19 people were hurt in the [two] raids - 12 in ..."."""
    opens = _OPENING.match(figure.sentence.within, figure.phrase.end, figure.sentence.span.end)
    return opens is not None and _is_led_in(figure)


def _is_led_in(figure: Claim) -> bool:
    """Tell whether a word that leads to a place stands before a count: "in the [two] raids"."""
    text, start = figure.sentence.within, figure.sentence.span.start
    led = _IN_THE.search(text, max(start, figure.span.start - _LED), figure.span.start)
    return figure.kind == "count" and led is not None


def opened(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give the parts of a figure that a dash, a colon or a bracket opens, two at least; of what is no breakdown, none."""
    whole, first = here[at], here[at + 1]
    gap = whole.phrase.end, first.phrase.start
    text = whole.sentence.within
    if _is_place(whole) or unlike.is_any_of(whole):
        return []
    made = makeup.MADE.fullmatch(text, *gap)
    if (
        gap[1] - gap[0] > _FAR
        or (made and makeup.is_inserted(whole, gap[1]))
        or not (makeup.is_whole(whole) or (made and whole.kind == "number"))
    ):  # "was put at 596,000, comprising"
        return []
    match = made or _OPENS.fullmatch(text, *gap) or (_THROUGH.fullmatch(text, *gap) if _is_raised(whole) else None)
    comma = _COMMA.fullmatch(text, *gap) if match is None else None
    if comma and (
        added_up.is_altogether(whole)
        or _IN_ALL.search(text, max(0, whole.phrase.start - _LED), whole.phrase.start)
        or (whole.is_of_people and kinds.are_all_of(whole, [part.claim for part in series.read(here, at + 1)]))
    ):
        match = comma
    if match is None or not series.is_lead(match["lead"]):
        return []
    parts = series.read(here, at + 1)
    sound = len(parts) > 1 and makeup.are_parts(whole, parts) and not _are_one_each(whole, parts)
    sound = sound and not any(part.is_of_others for part in parts)  # "the gap was wider: 14 against 29"
    sound = sound and not unlike.are_told(here, whole, [part.claim for part in parts])
    return [part.claim for part in parts] if sound else []


def _is_raised(whole: Claim) -> bool:
    """Tell whether a sum is told to be raised, so that what does it is all of it: "raised [$9 million] through a loan"."""
    text, start = whole.sentence.within, whole.sentence.near(whole.phrase.start)
    return whole.kind == "money" and _RAISED.search(text, start, whole.phrase.start) is not None


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
    listed = whole.kind in SUMS and not paid and not (alike == {("from", True)} and wholes.is_gross(whole))  # sums in a row
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
    alike = whole.kind in SUMS or one_noun or series.nouns(parts) <= {series.noun(whole)}
    everyone = makeup.exclude_each_other(whole, parts) and (makeup.is_made_of(whole, parts) or kinds.are_all_of(whole, parts))
    if not (alike or everyone or _has_single_ones(whole, parts)):
        return False
    if makeup.is_accounted_for(here, whole, parts) or makeup.is_of_more(here, at, parts):
        return False
    if _REST.search(text, last.phrase.end, whole.sentence.span.end):  # "-- 40 last month and 30 now -- but the rest went in May"
        return False
    inserted = kinds.are_all_of(whole, parts) and text.startswith(", ", last.phrase.end)  # "40, 32 passengers and 8 crew, sank"
    closer = (_INSERTED if inserted else _CLOSER).search(text, last.phrase.end, whole.sentence.span.end)
    end = closer.start() if closer else whole.sentence.span.end
    if any(last.span.start < claim.span.start < end for claim in here) or makeup.fall_short(whole, parts):
        return False
    short = (makeup.made(parts) or 0) < (whole.value or 0)
    through = short and _is_raised(whole) and _THROUGH.fullmatch(text, whole.phrase.end, parts[0].phrase.start) is not None
    if short and (
        through
        or _LEFT_OUT.search(text, last.span.end, whole.sentence.span.end)
        or not _AND.search(text, parts[-2].span.end, last.phrase.start)
    ):
        return False
    behind = _CLOSER.split(series.without_brackets(text[last.span.end : whole.sentence.span.end]), maxsplit=1)[0]
    tails = [_LEADS_IN.sub("", text[one.span.end : next_.phrase.start]) for one, next_ in pairwise(parts)]
    if " and " in behind and not any(" and " in tail for tail in tails):  # "two in Oslo, one in Bonn and the Wren fund"
        return False
    return not any(_MORE.search(tail) for tail in (*tails, behind))
