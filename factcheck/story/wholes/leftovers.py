"""Links from what was taken off and what it left to what there was: "It held 19 percent. It sold 7 percent, leaving it with 12".

What there was is told in the sentence before, as what somebody holds, owes or needs, and nothing else of its unit stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import COUNTS, Claim, Line, series
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "left-over"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()
PARTS = ("taken", "left")
"""Of what there was: what was taken off it, and what that left."""
KINDS = frozenset({"percent", "money", "count", "number"})

_STANDING = pattern(
    r"\b<<standing-at>> (?:(?:a|an|its|their|his|her) )?(?:(?:total|debt|debts|stake|fleet|staff|workforce|goal) of )?\Z"
)
_TO_RAISE = pattern(r"\b(?:costs?|needs?|needed)\b")
"""Before what there was: whoever raises some of it need not be told of before."""
_TAKING = pattern(
    r"\b(?:<<Pronoun>>|[Tt]he (?P<who>[a-z]+))(?: <<has>>)?(?: (?:since|so far|already|now))?"
    r" <<parting-with>> (?:(?:a|an|its) )?(?:(?:stake|part|holding) of )?\Z"
)
_LEAVING = pattern(
    r"(?P<behind>(?:[^,;:.()]|(?<=\d)\.(?=\d)){0,80}), (?:leaving|which left|which leaves)"
    r"(?: (?:it|them|him|her|the [a-z]+|[A-Z][\w’'-]+))??(?: with)?(?: (?:a stake of|a debt of|an?other))? (?:<<about>> )?"
)
_NOT_ALL = pattern(r"\b(?:of|and|plus|after|while|but|or|more|another|in|each|apiece|less|over|from|since|per|a <<spells>>)\b")
"""Behind what was taken off: it was of something else, or not all of it, or of another time."""
_TOLD_MORE = pattern(
    r"\A of (?:[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*){0,3})| in <<calendar: month>>\Z"
    r"| at [$€£]?\d[\d.]* (?:[a-z]+ )?a share\Z| to (?:<<determiner>> )?[\w’' -]{1,40}? of [\w’' -]{1,30}(?=\Z| at )"
)
_TO = pattern(r"(?: to [^,;:.()]{1,60})?")
_ENDS = pattern(
    r"(?: of (?:[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*){0,3}|the [a-z]+))?(?: to (?:build|buy|repair|replace|fix))? ?(?:[.;]|\Z)"
)
_LEFT = pattern(
    r"(?: (?:still )?(?:to (?:be )?(?:raised?|found|find|pay|repay|paid)|unpaid|unsold)| (?:stake|in debt))?(?=[.,;)]|\Z)"
)
_LESS = pattern(
    r"[^.;]{0,60}\b(?:after|once|excluding|besides|plus|apart from|not counting|net of|including"
    r"|if|as|since|because|when|with)\b"
)
_BOUND = pattern(r"\b(?:<<about>>|<<bounds>>|average|each|apiece|per|last year|in (?:[12]\d{3}|<<calendar: month>>))\b")
_NEAR = 4
"""Code points between the two sentences: they may be of two paragraphs."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of what was taken off and left with what the sentence before says there was."""
    for here, behind in pairwise(series.by_sentence(figures)):
        taken = next((figure for figure in behind if figure.kind in KINDS), None)
        left = next((figure for figure in behind if taken and figure.span > taken.span and series.alike(taken, figure)), None)
        if taken is None or left is None or not _is_left(taken, left):
            continue
        whole = _there_was(here, taken)
        if whole is not None:
            yield Link(KIND, taken.id, whole.id, "it was taken off", "taken")
            yield Link(KIND, left.id, whole.id, "it was left", "left")


def _is_left(taken: Claim, left: Claim) -> bool:
    """Tell whether a figure is told to be taken off, and another to be what is left."""
    text, stop = left.sentence.within, left.sentence.span.end
    leaving = _LEAVING.fullmatch(text, taken.end, left.phrase.start) if taken.is_single and left.value is not None else None
    if leaving is None:
        return False
    behind = _TOLD_MORE.sub("", _TOLD_MORE.sub("", leaving["behind"]))
    counts = taken.kind in COUNTS
    if _NOT_ALL.search(behind) or (counts and not (_TO.fullmatch(behind) and series.noun(left) in ("", series.noun(taken)))):
        return False
    led = _TAKING.search(text, taken.sentence.near(taken.phrase.start), taken.phrase.start)
    return led is not None and _LEFT.match(text, left.end, stop) is not None and not _LESS.match(text, left.end, stop)


def _there_was(here: Sequence[Claim], taken: Claim) -> Claim | None:
    """Give the only figure of its unit in the sentence before, where it is told to be held, owed or needed."""
    like = [figure for figure in here if series.alike(figure, taken)]
    if len(like) != 1 or not like[0].is_single or _BOUND.search(like[0].sentence.text):
        return None
    whole, text = like[0], like[0].sentence.within
    near = 0 <= taken.sentence.span.start - whole.sentence.span.end <= _NEAR and whole.sentence.kind == taken.sentence.kind
    one_noun = whole.kind not in COUNTS or series.noun(taken) == series.noun(whole) != ""
    led = _STANDING.search(text, whole.sentence.near(whole.phrase.start), whole.phrase.start)
    who = _TAKING.search(text, taken.sentence.near(taken.phrase.start), taken.phrase.start)
    if who and who["who"] and not (_TO_RAISE.search(whole.led) or who["who"] in whole.sentence.text):
        return None
    return whole if near and one_noun and led and _ENDS.match(text, whole.end, whole.sentence.span.end) else None
