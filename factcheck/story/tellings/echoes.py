"""Links from a figure to the same one in a sentence told before in the same words: a summary's line, and the line it sums up.

All the words of the shorter sentence stand in the longer one, both name the same names and years, and all but one of their
figures are the same. Where many words lead to both alike, only the clauses of the figures are held against each other.

Of two counts or sums whose digits changed places less is asked: one noun with the same modifiers, some words beside it, no name
in both that the other lacks, and that one of them stands nowhere else in the story. A definite count ("its 91 courts") needs no
words beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, takewhile

from factcheck import lexicon
from factcheck.claims import Claim, Line, scenes, series
from factcheck.grounds import tellings
from factcheck.grounds.tellings import entries, machines, owners, pointers, then, totals, wordings
from factcheck.numerals import slips
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.tellings import repeated

KIND = repeated.KIND
ROUND = 3
ONE = False
INHERITS: frozenset[str] = frozenset()

_FEWEST = 7
"""Words that mean something in the shorter sentence; two of fewer words can be alike by chance."""
_RUN = 9
"""Words that lead to two figures alike."""
_NEAR, _LED = 12, 160
"""Code points before two figures that are compared first, and in which such words stand."""
_PAUSE = pattern(r"[,;:.](?!\d)")
_SPELLS = frozenset({"duration", "age"})
_MOST = 30
"""Figures of one noun or unit that are looked at."""
_SLIPS = frozenset({"count", "money", "measure"})
"""Kinds of which two figures are one by their digits; a percent is what stands by it."""
_SHARED, _FEW_DIGITS = 3, 4
"""Words that the sentences of such figures share; two digits are alike by chance more often and ask for one more."""
_PARTICULAR = 2
"""Those of counts of one particular thing at one time: "19 federal courts" and "91 federal courts"; "its 91 courts" are known."""
_OVERLAP = 4
"""Words that the sentences of one scene share beside what is counted."""
_NAME = pattern(r"\b[A-Z]\w+|\b(?:19|20)\d\d\b")
_WORD = pattern(r"\w+")
_THEN = pattern(r"(?:By|After|Before|Until|Since|Now|Then|Today|When|Once|Later|At)\b")
"""Before a definite count: that of another time ("[By the end of the strike], its 17 clerks")."""
_SPELL = pattern(r"\b(<<counts>>|\d+)[ -](<<spells>>|hour|season)")
_TURNED = pattern(r"\b<<turned>>\b")
"""Words of a sentence that may make its figure another one; they must stand in both."""
_DENIED = frozenset({"no", "not", "never"})
"""Words that a figure's stance tells of: "never got the full $52 million loan"."""
_NOW = pattern(r"\bnow\b")
"""Right before a figure: it is of the day it was told, and may be another on another day."""
_PLACED = pattern(r" (?:in|at|near) (?:the )?[A-Z]")
_GROWS = pattern(r"\b<<growing>>\b")


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of sentences of the body that say the same with another number."""
    beside: dict[int, list[Claim]] = {}
    groups: dict[object, list[Claim]] = {}
    told = cache(lambda: Counter(claim.value for claim in figures))  # hardly any story asks
    tied = {(link.one, link.other) for link in links if link.kind == KIND}
    for claim in _told_in_words(figures):
        beside.setdefault(id(claim.sentence), []).append(claim)
        if claim.is_single:
            groups.setdefault((series.noun(claim), claim.quantity and claim.quantity.unit), []).append(claim)
    for group in (group for group in groups.values() if len(group) > 1):
        two = len({claim.value for claim in group}) == 2  # of three, one may be a part of another
        for earlier, later in combinations(group[:_MOST], 2):
            if earlier.value == later.value or earlier.sentence is later.sentence or (later.id, earlier.id) in tied:
                continue
            alike, led = _stand_alike(earlier, later, beside), _are_led_alike(earlier, later)
            once = two and min(told()[earlier.value], told()[later.value]) == 1
            if not (alike or led or once) or tellings.agree(earlier, later):
                continue
            if led or (alike and _say_the_same(earlier, later)):
                if not (_is_of_list(earlier, later, group) or entries.are_of_list(earlier, later)):
                    yield Link(KIND, later.id, earlier.id, "two sentences say the same")
            elif once and not _are_of_two_rows(earlier, later, beside) and _are_mistyped(earlier, later, figures):
                yield Link(KIND, later.id, earlier.id, "the same is told again with digits that changed places")


def _told_in_words(figures: Sequence[Claim]) -> Iterator[Claim]:
    """Give the figures of the body that are no spells, without those of sentences that hold what a page has for machines."""
    for told in series.by_sentence(figures):
        sentence = told[0].sentence
        if sentence.kind == "body" and not machines.are_for(sentence.text):
            of_words = (claim for claim in told if claim.quantity is not None and claim.kind not in _SPELLS)
            yield from (claim for claim in of_words if not machines.names(claim))


def _stand_alike(one: Claim, other: Claim, beside: Mapping[int, Sequence[Claim]]) -> bool:
    """Tell whether two figures stand beside the same others in their sentences; spells of time are read as they are written."""
    near = [(claim, beside[id(claim.sentence)]) for claim in (one, other)]
    if len(near[0][1]) != len(near[1][1]):
        return False
    ours, theirs = ([(_unit(figure), figure.value) for figure in figures if figure is not claim] for claim, figures in near)
    return all(each in theirs for each in ours) and Counter(ours) == Counter(theirs)


def _are_led_alike(one: Claim, other: Claim) -> bool:
    """Tell whether so many words lead to two figures that nobody writes them twice of two things: a caption and its story."""
    near = [
        claim.sentence.within[max(claim.sentence.span.start, claim.span.start - _NEAR) : claim.span.start]
        for claim in (one, other)
    ]
    if (
        _NOW.search(near[0])
        or near[0] != near[1]
        or one.additional
        or other.additional
        or one.listed
        or other.listed
        or one.time != other.time
    ):
        return False
    ours, theirs = map(_clause_of, (one, other))
    apart = scenes.of(one.sentence).shifts or scenes.of(other.sentence).shifts or len({one.source, other.source} - {None}) > 1
    if not apart and wordings.are_in_one_clause(ours, theirs):
        return True
    words = zip(reversed(_WORD.findall(ours[0].lower())), reversed(_WORD.findall(theirs[0].lower())), strict=False)
    if sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], words)) < _RUN:
        return False
    more = _said_beyond(" ".join(ours), other.sentence.text), _said_beyond(" ".join(theirs), one.sentence.text)
    return not any(more) or (not all(more) and slips.are_mistyped(one.value, other.value))


def _said_beyond(words: str, text: str) -> frozenset[str]:
    """Give the words that mean something, and the names, which another sentence does not have."""
    return (wordings.words_of(words) | _names_of(words)) - (wordings.words_of(text) | _all_of(text))


def _clause_of(claim: Claim) -> tuple[str, str]:
    """Give the words of a sentence before a figure, and those behind it to the next pause."""
    sentence, text = claim.sentence.span, claim.sentence.within
    return text[max(sentence.start, claim.span.start - _LED) : claim.span.start], _PAUSE.split(
        text[claim.span.end : sentence.end]
    )[0]


def _say_the_same(one: Claim, other: Claim) -> bool:
    """Tell whether two sentences have the same words, but for their length, and nothing that makes one of another time."""
    ours, theirs = (wordings.words_of(claim.sentence.text) for claim in (one, other))
    if len(ours & theirs) < max(_FEWEST, min(len(ours), len(theirs))):
        return False
    texts = one.sentence.text, other.sentence.text
    if _GROWS.search(texts[0]) or any(set(said.findall(texts[0])) != set(said.findall(texts[1])) for said in (_TURNED, _SPELL)):
        return False
    return _names_of(texts[0]) <= _all_of(texts[1]) and _names_of(texts[1]) <= _all_of(texts[0])


def _is_of_list(one: Claim, other: Claim, group: Sequence[Claim]) -> bool:
    """Tell whether a third sentence says the same with a third number: a price list, and no slip."""
    two = {one.value, other.value}
    others = [third for third in group[:_MOST] if third.value not in two]
    return any(_say_the_same(one, third) or _are_led_alike(one, third) for third in others)


def _are_of_two_rows(one: Claim, other: Claim, beside: Mapping[int, Sequence[Claim]]) -> bool:
    """Tell whether figures of the same unit stand beside both, and none is the same: a quarter's results, and the year's."""
    ours, theirs = (
        {claim.value for claim in beside[id(figure.sentence)] if claim is not figure and _unit(claim) == _unit(figure)}
        for figure in (one, other)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _unit(claim: Claim) -> object:
    return claim.kind, claim.quantity and claim.quantity.unit


def _are_mistyped(one: Claim, other: Claim, figures: Sequence[Claim]) -> bool:
    """Tell whether two figures that are one but for a slip of the keys are told of one thing, and of nobody else."""
    if one.kind not in _SLIPS or not slips.are_mistyped(one.value, other.value) or not (is_plain(one) and is_plain(other)):
        return False
    if (
        then.is_of_then(one, other)
        or one.stance != other.stance
        or tellings.have_other_roles(one, other)
        or are_of_other_times(one, other)
    ):
        return False
    ours, theirs = (claim.subject.modifiers if claim.subject else frozenset() for claim in (one, other))
    texts = one.sentence.text, other.sentence.text
    named = _names_of(texts[0]) <= _all_of(texts[1]) or _names_of(texts[1]) <= _all_of(texts[0])
    if ours != theirs or not (named or _are_of_one_scene(one, other)) or owners.are_others(one, other):
        return False
    fewest = _SHARED if ours or slips.is_telling(one.value, other.value) else _FEW_DIGITS
    if one.kind == "count" and one.time == other.time and (ours or _means(other, one, figures)):
        fewest = _PARTICULAR if ours else 1
    shared = wordings.words_of(texts[0]) & wordings.words_of(texts[1])
    return len(shared) >= fewest and not (is_turned(one, other) or totals.can_be_told(other, one, figures))


def _are_of_one_scene(one: Claim, other: Claim) -> bool:
    """Tell whether two counts are told in so many words that both have that names which only one has part nothing."""
    counted = wordings.words_of(" ".join(claim.sentence.within[claim.span.end : claim.phrase.end] for claim in (one, other)))
    shared = wordings.words_of(one.sentence.text) & wordings.words_of(other.sentence.text) - counted
    near = wordings.shared(one, other) - wordings.stems(one.counted or "")
    return one.kind == "count" and len(shared) >= _OVERLAP and bool(near)


def _means(later: Claim, earlier: Claim, figures: Sequence[Claim]) -> bool:
    """Tell whether a definite count tells of no others than one told before: "its 91 courts", "the 91 courts [on strike]"."""
    definite = (pointers.points_back(later) or pointers.is_owned(later)) and not pointers.may_be_added(later, earlier)
    definite = definite and _THEN.match(later.sentence.text) is None
    definite = definite and not any(figure.value == later.value and figure.id != later.id for figure in figures)
    return definite and (pointers.is_closed(later) or pointers.is_narrowed_as_told(later, earlier))


def is_plain(claim: Claim) -> bool:
    """Tell whether a figure stands by itself: no addition, no state of a running total, no change, none of a list."""
    return not (claim.additional or claim.running or claim.listed or claim.direction)


def are_of_other_times(one: Claim, other: Claim) -> bool:
    """Tell whether each has a time of its own, or one of two digits has, and the other none."""
    timeless = one.is_timeless or other.is_timeless
    return one.time != other.time and (not timeless or not slips.is_telling(one.value, other.value))


def is_turned(one: Claim, other: Claim) -> bool:
    """Tell whether words near one of two figures make it another: "41 more", "at first 14"."""
    placed = [_PLACED.match(claim.sentence.within, claim.phrase.end) is not None for claim in (one, other)]
    if placed == [True, False] and (other.value or 0) > (one.value or 0):
        return True  # "2,300 clerks in Leith", "its 3,200 clerks"
    near = [" ".join(wordings.near(claim)) for claim in (one, other)]
    ours, theirs = ({*_TURNED.findall(words)} - _DENIED for words in near)
    return any(map(_GROWS.search, near)) or ours != theirs


def _names_of(text: str) -> frozenset[str]:
    """Give the words with a capital, the first one too if it means something."""
    return frozenset(wordings.stem(name.lower()) for name in _NAME.findall(text)) - lexicon.words("grammar", "stops")


def _all_of(text: str) -> frozenset[str]:
    """Give the stems of all words of a text."""
    return frozenset(wordings.stem(word.lower()) for word in _WORD.findall(text))
