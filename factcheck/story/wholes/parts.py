"""Links from a part to its whole behind a cue: "of those, 600", "including 600", "11 thefts ..., with one theft".

What is joined to a part is one too: "of the 40, 14 are old and nine new", "including 600 in the north and 200 in the south".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcheck import lexicon
from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.claims.ellipsis import bare
from factcheck.grounds import cued, siblings, unmixed, wholes
from factcheck.mentions import Mention
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import portions

KIND = "part-of"
ROUND = 1
ONE = False
INHERITS = frozenset({"subject", "period", "unit"})
AMONG = frozenset({"including", "among them", "of which", "of whom"})
"""Cues behind a whole that make what they tell a part of one plan: "will lend $22 million, including $34 million for mills"."""

_DONE = pattern(r" (?:(?:were|was|<<has>>|been) ){0,2}[a-z]+, \Z")
_HOW = pattern(r" [a-z]+ly\b")
_NOUN = pattern(r" ([A-Za-z][a-z]+(?<![sui])s)\b")
_OTHERS = pattern(r"\b(?:(?!more than\b)<<uncounted>>|the rest|and(?! \d{4}\b))\b", re.IGNORECASE)
_AND = pattern(
    r",? and (?:(?:[A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*){0,2}|the [a-z]+|it|they|s?he) (?=[a-z]))?"
    r"(?:[a-z]{2,} (?:(?:on|in|for|to|at|with|up|out|away|off|down|over) )?)?(?:\d+(?:,\d+)*|[a-z-]+) \Z"
)
"""Before a part that its own clause tells: "four farms took part [and two] of those", "40 cars [and searched 12] of them"."""
_MANY = pattern(
    r"(?<!\bit)(?<!\bhe)(?<!\bshe)(?<!\bthat)(?<!\bwho)(?<!\bwhich)(?<!\btheir)(?<!\bits)(?<!\bhis)"
    r" (?!(?:always|perhaps|was|has|does|hours|days|weeks|months|years|minutes|times)\b)[a-z]{2,}(?<![suia’'])s\b"
)
"""Between a whole and "of them": others that "they" may be."""
_BOTH = pattern(
    r"\b(?:in|of|for|with|on|by|over|against) (?:<<determiner>> )?[a-z-]+"
    r" and (?!<<determiner>>\b)[a-z-]+(?: [a-z-]+)?(?=,? ?\Z)"
)
"""Right before a cue: one thing with two nouns, and no other group ("charged [in the fraud and bribery scheme], including")."""
_TOTAL = pattern(r"\b[Aa] total of \Z")
_OTHER_GROUP = pattern(r"\b(?:(?!more than\b)<<uncounted>>|and (?![A-Z\d]))|[;:]|, (?:but|while|when)\b")
_THERE = pattern(r"\b[Tt]here (?:<<is>>|have been|had been)(?: still| now| then| once)? (?:<<about>> )?\Z")
"""Before a figure that is all of them: "there were 200 of them in 2012"."""
_OF_THESE = pattern(r" of (?:these|those|them)\b")
_CHOICES = (" to ", " or ", " and ")
"""Between two figures that are of the same together: "from 150 to 400 of these"."""
_LONGEST = 150
"""Code points between a whole and the cue in its own sentence; more is another clause."""
_LED = 12
"""Code points before a cue that may bind or deny it."""
NEAR_LINES = 3
"""Sentences before a part in which its whole is looked for."""
_FIGURES = 8
"""Figures before a cue among which its whole is looked for."""
_RELATIVE = ("which", "whom")
_COUNTED = frozenset({"count", "number", "money", "measure", "duration"})


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order."""
    told: dict[int, list[Claim]] = {}
    for figure in figures:
        if figure.kind in _COUNTED and not (figure.kind == "number" and bare.is_age(figure)):
            told.setdefault(id(figure.sentence), []).append(figure)
    for at, line in enumerate(lines):
        cues = [mention for mention in line.mentions if mention.kind == "link"]
        here = told.get(id(line.sentence), []) if cues else []
        starts = [figure.span.start for figure in here]
        for cue in cues:
            fields = lexicon.entries("links")[cue.entry or ""]
            led = line.sentence.within[max(line.sentence.span.start, cue.span.start - _LED) : cue.span.start]
            if fields["link"] == KIND and led.rstrip().endswith(fields.get("after", "")) and not portions.is_denied(led):
                near = _before(lines, at, cue, fields) if fields["reach"] == "paragraph" else ()
                earlier = [figure for before in near for figure in told.get(id(before.sentence), ())]
                at_cue = bisect_left(starts, cue.span.start)
                found = _of_cue(line, cue, here[max(0, at_cue - _FIGURES) : at_cue + 2], earlier, fields)
                yield from with_siblings(found, here)


def _before(lines: Sequence[Line], at: int, cue: Mention, fields: Mapping[str, Any]) -> Sequence[Line]:
    """Give the lines in which the whole of "of those" may stand: those of its paragraph, or the one before, if it opens one."""
    line = lines[at]
    if "opens" in fields:  # "that included": a figure told right before
        beside = at > 0 and cue.span.start == line.sentence.span.start and goes_on(lines[at - 1], line)
        return lines[at - 1 : at] if beside else ()
    near = [before for before in lines[max(0, at - NEAR_LINES) : at] if goes_on(before, line)]
    opens = not near and at > 0 and wholes.opens(line.sentence.within[line.sentence.span.start : cue.span.start])
    follows = opens and lines[at - 1].sentence.kind == line.sentence.kind
    return lines[at - 1 : at] if follows else near


def goes_on(line: Line, later: Line) -> bool:
    """Tell whether two lines are of one paragraph."""
    return (line.sentence.paragraph, line.sentence.kind) == (later.sentence.paragraph, later.sentence.kind)


def with_siblings(links: Iterable[Link], here: Sequence[Claim]) -> Iterator[Link]:
    """Give links, and the same for figures joined to each part that leave their noun out or count the same."""
    for link in links:
        yield link
        at = next((at for at, figure in enumerate(here) if figure.id == link.one), len(here) - 1)
        if at + 1 < len(here) and here[at + 1].id != link.other:
            for sibling in series.read(here, at)[1:]:
                if not siblings.goes_on(here[at], sibling, here, link.other):
                    break
                yield Link(KIND, sibling.claim.id, link.other, link.why)


def _of_cue(
    line: Line, cue: Mention, here: Sequence[Claim], earlier: Sequence[Claim], fields: Mapping[str, Any]
) -> Iterator[Link]:
    """Give the link of the part that a cue names to its whole, in its sentence or an ``earlier`` one."""
    part, words = cued.part(line, cue, here, fields), line.sentence.within[cue.span.start : cue.span.end]
    if part is None:
        return
    before = series.firm([figure for figure in here if figure is not part and _end(figure, cue) <= cue.span.start], part)
    if _is_no_part(line, cue, part, before, fields):
        return
    of_more, alike = cued.is_of_several(line, cue), "same_noun" in fields
    beside = (whole for whole in before if _is_beside(line, whole, cue, part))
    near = (whole for whole in beside if not wholes.is_place_of_another(part, whole, before, alike))
    whole = next((whole for whole in near if wholes.fits(part, whole, alike, of_more=of_more)), None)
    if whole is None or "behind" in fields:
        whole = _farther(line, cue, part, before, earlier, fields)
    if whole is not None and not (
        unmixed.is_of_all(part, whole, before) or (part.span.end <= cue.span.start and wholes.are_others(part, whole))
    ):
        yield Link(KIND, part.id, whole.id, words)


def _is_no_part(line: Line, cue: Mention, part: Claim, before: Sequence[Claim], fields: Mapping[str, Any]) -> bool:
    """Tell whether a cue makes its figure no part of what was told before: one of several or of a choice, or all of them."""
    if before and line.sentence.within[before[-1].span.end : part.span.start] in _CHOICES:
        return True
    if "kinds" in fields and before and series.stands_in(part, before[-1]):
        of_kinds = [claim for claim in before[:-1] if not series.stands_in(part, claim)]  # "91 vessels in [two] ports, including"
        return not wholes.is_place_of_another(part, before[-1], of_kinds, "same_noun" in fields)
    more = (part.value or 0) > (before[-1].value or 0) if before else False  # "1,140 shops in four lands, [620] of them in Spain"
    before = before[:-1] if more and wholes.is_place_of_another(part, before[-1], before, same_noun=False) else before
    others = series.are_several(before, part) or _is_all_of_them(line, cue, part) or cued.names_another(line, cue, part)
    return others and cued.is_of_several(line, cue)


def _farther(
    line: Line, cue: Mention, part: Claim, before: Sequence[Claim], earlier: Sequence[Claim], fields: Mapping[str, Any]
) -> Claim | None:
    """Give the whole of a part where none stands right before the cue.

    "The hurt, who numbered 58, including", "2.8 million including": whatever else was told, it is of these.
    """
    text = line.sentence.within
    if "beside" in fields or (before and before[-1].kind == "number" and _is_beside(line, before[-1], cue, part)):
        return None
    if "behind" in fields and not re.match(rf" {fields['behind']}\b", text[part.phrase.end :][:40]):
        return None
    whole, start = _whole(line, cue, part, before, earlier, fields), min(part.phrase.start, cue.span.start)
    several = cued.is_of_several(line, cue)
    others = whole is not None and several and wholes.are_others_named(part, start, whole, before)
    return None if others else whole


def _is_all_of_them(line: Line, cue: Mention, part: Claim) -> bool:
    """Tell whether a figure is the whole group: "there were 200 of them", "of these 29 guests, [two] left early"."""
    text, start = line.sentence.within, line.sentence.span.start
    if part.span.end <= cue.span.start:
        return _THERE.search(text, max(start, part.phrase.start - _LONGEST), part.phrase.start) is not None
    return text.startswith(("these ", "those "), part.phrase.start - len("these ")) and text.startswith(",", part.phrase.end)


def _whole(
    line: Line, cue: Mention, part: Claim, before: Sequence[Claim], earlier: Sequence[Claim], fields: Mapping[str, Any]
) -> Claim | None:
    """Give the figure that a part is of, told before the cue or in an earlier sentence; None where nothing makes one sure."""
    same_noun = "same_noun" in fields
    if not same_noun and any(wholes.fits(part, whole, same_noun) and not _leads_to(line, whole, cue, part) for whole in before):
        return None  # a figure that could be the whole is cut off from the cue: another one is not surer
    of_many = part.kind in COUNTS and cued.is_of_several(line, cue) and not wholes.is_some_of_a_sum(part)
    told = [*earlier, *before]
    candidates = [one for one in told if not of_many or wholes.may_be_of_it(part, one, is_last=one is told[-1])]
    if of_many:  # "four of these are old; four of them are new"
        candidates = [figure for figure in candidates if not _OF_THESE.match(figure.sentence.within, figure.span.end)]
    fitting = [
        whole
        for whole in candidates
        if wholes.fits(part, whole, same_noun, of_more=of_many and whole is candidates[-1])
        and ("clause" in fields or _is_named(line, cue, whole))
    ]
    if same_noun and len(fitting) > 1:  # nothing says which of them is the whole
        return None
    if "opens" in fields and fitting:  # "it lost 12 million and then 6 million. This includes": of the sum that holds most
        return wholes.largest(fitting)
    return next((figure for figure in fitting if wholes.is_right_before(figure, part)), None) or wholes.chosen(fitting, part)


def _is_beside(line: Line, whole: Claim, cue: Mention, part: Claim) -> bool:
    """Tell whether a cue opens right behind a figure: "wounded eight, including", "640 houses, 90 of them".

    A number without a noun needs no comma: "put their number at 2.8 million including"; how is told of the nearest: "badly".
    """
    gap = line.sentence.within[_end(whole, cue) : min(cue.span.start, part.phrase.start)]
    if _HOW.match(line.sentence.within, cue.span.end) and _DONE.fullmatch(gap):
        return whole.quantity is not None
    of_it = (
        whole.kind == "number"
        or cue.entry == "including"
        or line.sentence.within[cue.span.start : cue.span.end].endswith(_RELATIVE)
    )
    return whole.quantity is not None and (gap == ", " or (gap == " " and of_it))


def _end(figure: Claim, cue: Mention) -> int:
    """Give where a figure with its noun ends, before a cue that "of" begins: "9 million acres [of which]"."""
    return figure.span.end if figure.span.end <= cue.span.start < figure.phrase.end else figure.phrase.end


def _is_named(line: Line, cue: Mention, whole: Claim) -> bool:
    """Tell whether a whole is what the words behind the cue name, if they name anything: "four of those states"."""
    word = _NOUN.match(line.sentence.within, cue.span.end)
    of_them = line.sentence.within[cue.span.start : cue.span.end].endswith("them")  # "40 of them civilians"
    if word is None or of_them or word[1] in lexicon.words("grammar", "stops"):
        return True
    nouns = lexicon.forms("nouns")
    return whole.counted is not None and nouns.get(word[1].lower(), word[1].lower()) == series.noun(whole)


def _leads_to(line: Line, figure: Claim, cue: Mention, part: Claim) -> bool:
    """Tell whether a figure before the cue can be its whole: near, and no other group named between.

    Names may stand between "a total of" and a part that leaves its noun out: "a total of 40 lamps of its Alder and Birch makes".
    """
    text, start = line.sentence.within, max(line.sentence.span.start, figure.phrase.start - len("a total of "))
    between = wholes.without_finding(text[figure.phrase.end : cue.span.start])
    clause = _AND.search(between)
    if clause and cued.is_of_several(line, cue) and _MANY.search(between, 0, clause.start()):
        return False  # "12 crates of guns, and took 400 of them"
    between = _BOTH.sub("", _AND.sub("", between))
    if len(between) <= _LONGEST and _OTHERS.search(between) is None:
        return True
    total = part.counted is None and _TOTAL.search(text, start, figure.phrase.start) is not None
    return total and len(between) <= 2 * _LONGEST and _OTHER_GROUP.search(between) is None
