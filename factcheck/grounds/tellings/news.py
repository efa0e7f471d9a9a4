"""Whether a figure of the body can be the news that the headline tells, by whose, when and with what it is told.

Last month's figures, those of a second fire and those of somebody whom the headline does not name are no news. Claims go in, yes
or no comes out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck import lexicon
from factcheck.claims import Claim, moves, scenes
from factcheck.grounds import tellings
from factcheck.grounds.tellings import wordings
from factcheck.numerals import slips
from factcheck.patterns import pattern

_NAME = r"[A-Z][\w’'&.-]*(?: (?:of |and |& )?[A-Z][\w’'&.-]*)*"
_ACTS = r"(?: \([^()]*\))?(?:, (?:the|an?|which|who)\b| (?:<<has>>|will|would|<<is>>|[a-z]+ed|<<acts>>)\b)"
_ACTOR = pattern(rf"(?:\A|[,;:] |\b(?:and|but|that|while|when|as|after|because|said) )(?:[Tt]he )?({_NAME})(?={_ACTS})")
_WORD = pattern(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SHORTEST = 3
_DATED = pattern(r"(?<!\bby )(?<!\bend of )\b(?:19|20)\d\d\b|\b[Ll]ast <<spells>>\b")
_THAN = pattern(r" (?:<<degrees>>|earlier|later|sooner|farther|further) than\b")
_ONLY = " only "
_MANIFOLD = frozenset({"halved", "doubled", "tripled"})
_AGO = pattern(r"(?:; |, (?:but|and|while) )(?:just |only )?[a-z]+ <<spells>>s? <<ago>>\b[^;:]*\Z")
_WOULD_HAVE = pattern(r"\bwould(?: not)? have (?:[a-z]+ )?(?:to |by )?(?:<<about>> )?\Z")
_MOVED_FROM = pattern(r"\b([a-z]+) by [^,;:.()]{1,40} from (?:<<about>> )?\Z")
_TO = pattern(r" to ")
_YEARS_OFF = pattern(r"\b(?:[Ll]ast year|years? (?:ago|earlier))\b")
_WEEK = 7
_NOUGHT = 10
_RUNS = pattern(r"\b<<runs>> (?:<<about>> )*\Z")
_BESIDES = pattern(r"\b<<besides>>\b", re.IGNORECASE)
_AN_NTH = pattern(r"\b[Aa]n? ([a-z]+(?:th|rd|cond))\b")
_NEAR = 250
_AND_ONE = pattern(r" and (?:an? ([a-z-]+)(?: ([a-z]+))?|<<possessive>> [a-z])")
_ONE_AND = pattern(r"\b(?:an?|<<possessive>>) ([a-z-]+) and (?:<<possessive>> )?\Z")
_OF_MORE = pattern(r" of the <<stricken>>\b")
_AS_MANY = pattern(r"[^;:()]{0,90}\bas many (?:again|more)\b")
_THEIRS = pattern(
    r"\b<<Possessive>> (?:[a-z]+ ){1,3}(?:also |later |both )?"
    r"(?:died|drowned|perished|(?:was|were) (?:also |later )?killed)\b"
)
"""Behind a figure: others of the family who died, too."""
_ONE_TOLD = pattern(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne)(?: [a-z-]+){0,3}(?: (?:aged|of) \d+|, \d+,)? (?:also |later )?"
    r"(?:died|drowned|perished|(?:was|is) (?:also |later |found |being )*(?:[a-z]+ed|dead|hurt|shot|held|missing|freed|taken))\b"
    r"|\b(?:[Aa]n?|[Tt]he)(?: [a-z-]+){1,3}(?: himself| herself)? (?:<<is>>|got|fell) [a-z]+(?: [a-z]+)?, too\b"
    r"|\band so (?:was|is) (?:an?|the)\b"
)
_CHANGED = pattern(
    r" (?:(?!(?:and|but|that|who|which|when)\b)[a-z-]+ ){0,3}?(?:<<is>>|be|been|gets?|got) (?:to be )?(?P<verb>[a-z]+)"
    r" (?:by|to|from)\b"
)
_WHEN = pattern(r",? (?:when|while|as|before|after|until|at the time)\b(?![^,;:.]{0,20}\b<<befalling>>\b)")
"""Behind an age: that of another time, and not at a death ("was [19] when she was first seen")."""
_ARE = pattern(r"\b<<is>> \Z")
_OTHER_SCENES = frozenset({"another-event", "one-of-several", "first-state", "part-only"})


def has_company(figure: Claim) -> bool:
    """Tell whether more are told than a figure counts: "two children and their teacher were hurt", "nine of the dead"."""
    text, end = figure.sentence.within, figure.phrase.end
    if _OF_MORE.match(text, figure.span.end) or _AS_MANY.match(text, end, figure.sentence.span.end):
        return True
    if figure.is_of_people and _THEIRS.search(text, end, end + _NEAR):
        return True
    one = _AND_ONE.match(text, end)
    words = [word for word in one.groups() if word] if one else []
    led = _ONE_AND.search(figure.led) if figure.is_of_people else None
    if led is not None and lexicon.is_person(led[1]):
        return True  # "his wife and [four] children"
    return one is not None and figure.is_of_people and (not words or any(map(lexicon.is_person, words)))


def is_of_others(claim: Claim, figure: Claim, *, leads: bool) -> bool:
    """Tell whether a figure is told beside what the headline tells, or behind the lead of somebody else; none that agrees is."""
    if tellings.agree(claim, figure):
        return False
    if slips.are_worlds_apart(claim.value, figure.value) or is_left(figure):
        return True
    if _is_one_more_told(claim, figure) or are_told_on(claim, figure):
        return True
    stranger = not leads and (_are_strangers(figure, claim) or are_some_of(claim, figure))
    return stranger or (is_besides(figure) and not _has_digits_of(claim, figure))


def are_some_of(claim: Claim, figure: Claim) -> bool:
    """Tell whether a headline tells of fewer things than somebody has or runs: "Two stations shut", "it has [17] stations"."""
    if not claim.is_count or claim.is_of_people or claim.value is None or figure.value is None or claim.value >= figure.value:
        return False
    return _RUNS.search(figure.led) is not None and _RUNS.search(claim.led) is None and not _has_digits_of(claim, figure)


def is_besides(figure: Claim) -> bool:
    """Tell whether the sentence of a figure tells something else, too: "It will also sell nine inns"."""
    return _BESIDES.search(figure.sentence.text) is not None


def _is_one_more_told(claim: Claim, figure: Claim) -> bool:
    """Tell whether the last of as many as the headline counts is told behind a figure: "Four died. [A fifth] is missing"."""
    text, ranks = figure.sentence.within, {**_ranks("low"), **_ranks("teens")}
    told = _AN_NTH.finditer(text, figure.phrase.end, figure.phrase.end + _NEAR)
    return any(ranks.get(nth[1]) == claim.value for nth in told)


def are_told_on(claim: Claim, figure: Claim) -> bool:
    """Tell whether single people told behind a figure make it the headline's: "Three died. Later [a cyclist was killed]"."""
    if claim.value is None or figure.value is None or not figure.is_of_people:
        return False
    told = _ONE_TOLD.findall(figure.sentence.within, figure.phrase.end, figure.phrase.end + _NEAR)
    return 0 < claim.value - figure.value <= len(told)


def _ranks(entry: str) -> Mapping[str, int]:
    words: Mapping[str, int] = lexicon.entries("ordinals")[entry]["words"]
    return words


def _has_digits_of(claim: Claim, figure: Claim) -> bool:
    """Tell whether both count one thing, in the same digits that changed places: "shuts 73 mills", "also shut 37 mills"."""
    ours, theirs = claim.value or 0, figure.value or 0
    near = ours < _NOUGHT * theirs and theirs < _NOUGHT * ours
    return near and claim.counted == figure.counted is not None and slips.may_be(claim.value, figure.value)


def is_age_of_then(figure: Claim) -> bool:
    """Tell whether a figure is somebody's age at another time, or one that the dead have: "were under 18"."""
    text = figure.sentence.within
    if figure.kind == "age":
        return _WHEN.match(text, figure.span.end, figure.sentence.span.end) is not None
    bare = figure.is_count and figure.counted is None and text.startswith(("under ", "over "), figure.phrase.start)
    return bare and _ARE.search(figure.led) is not None


def is_led_to(figure: Claim) -> bool:
    """Tell whether nothing makes a figure of the lead one of another event or year: "A second fire killed 14"."""
    dated = _DATED.search(figure.led) is not None or is_of_a_time_ago(figure)
    return not (is_difference(figure) or dated or is_of_another_event(figure))


def is_difference(figure: Claim) -> bool:
    """Tell whether a figure only says how far something is from what was thought: "some [7,000 years] earlier than"."""
    return _THAN.match(figure.sentence.within, figure.phrase.end) is not None


def is_left(figure: Claim) -> bool:
    """Tell whether a figure is changed to another right behind it: "the tax of [40 cents] is cut by 20"."""
    changed = _CHANGED.match(figure.sentence.within, figure.phrase.end, figure.sentence.span.end)
    return changed is not None and (changed["verb"] in moves.directions() or changed["verb"] in _MANIFOLD)


def was_left_behind(figure: Claim) -> bool:
    """Tell whether a figure is what something moved from, in a clause that tells no other: "fell by a point from [3.9]"."""
    from_ = _MOVED_FROM.search(figure.led)
    return from_ is not None and from_[1] in moves.directions() and _TO.match(figure.sentence.within, figure.phrase.end) is None


def did_not_come(figure: Claim) -> bool:
    """Tell whether a figure is what something would have come to, and did not: "would have turned [117]"."""
    return _WOULD_HAVE.search(figure.led) is not None


def is_of_a_time_ago(figure: Claim) -> bool:
    """Tell whether the clause of a figure opens with an earlier time: "six are full; [a year ago] it was 71 percent"."""
    return _AGO.search(figure.led) is not None


def is_of_another_event(figure: Claim) -> bool:
    """Tell whether words before a figure say that it is of another event: "A second fire killed 14"."""
    return "another-event" in scenes.told(figure.led).shifts


def is_of_one_time(claim: Claim, figure: Claim) -> bool:
    """Tell whether nothing makes a figure of the body one of another time or event; the lead tells what the headline tells."""
    if (figure.first_day, figure.last_day) not in ((None, None), (claim.first_day, claim.last_day)) and not is_recent(figure):
        return False
    if _YEARS_OFF.search(figure.led) and not _YEARS_OFF.search(claim.sentence.text):
        return False  # "In Leith in March last year bombs on [four] trains"
    above, below = scenes.of(claim.sentence), scenes.of(figure.sentence)
    if all(map(_is_told_as_few, (claim, figure))):
        below = scenes.told(wordings.beside(figure).replace(_ONLY, "", 1))
    return not below.shifts & _OTHER_SCENES and above.spells == below.spells


def _is_told_as_few(figure: Claim) -> bool:
    """Tell whether a figure is called small, which makes it no part: "in [only] 11 words", "in just 11 words"."""
    return figure.sentence.within.lower().endswith((_ONLY, " just "), 0, figure.phrase.start)


def is_recent(figure: Claim) -> bool:
    """Tell whether a figure's time is a day or a week, as news has, and no month or year."""
    first, last = figure.first_day, figure.last_day
    return first is not None and last is not None and (last - first).days < _WEEK


def _are_strangers(figure: Claim, headline: Claim) -> bool:
    """Tell whether all who act by name before a figure are others than the headline names, by their names or initials."""
    acting = _ACTOR.findall(figure.led)
    names = [name for name in acting if " " in name and name.split()[0] not in lexicon.forms("calendar", "names")]
    if not names:
        return False
    told = {word.lower().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(headline.sentence.text)}
    return not any(_is_told(name, told) for name in names)


def _is_told(name: str, told: set[str]) -> bool:
    words = [word.lower() for word in _WORD.findall(name)]
    initials = "".join(word[0] for word in words)
    return any(len(one) > 1 and initials.startswith(one) for one in told) or any(
        one == word or (min(len(one), len(word)) >= _SHORTEST and (one.startswith(word) or word.startswith(one)))
        for word in words
        for one in told
    )
