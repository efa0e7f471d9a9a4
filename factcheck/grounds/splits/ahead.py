"""A lead that is told behind the two shares that make it, in a clause or a sentence of its own.

"Poe leads Roe 47 percent to 41 percent among likely voters. Her six-point lead is down from 11 in May"; "Unity would win 39
percent. The Greens were at 27 percent, leaving Unity 12 points ahead". The figures of a sentence go in, with those of the next
one; the lead with its two shares comes out.

A lead that is told to have shrunk or grown is an old one, and one of some voters is not that of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim
from factcheck.patterns import pattern

Lead = tuple[Claim, Claim, Claim]
"""A lead and the two shares, the leader's first."""

_LEAD = r"(?:lead|advantage|edge|margin)"
_OF_VOTES = r"(?: of (?:the )?votes?| support)?"
_POINTS = r"(?:[- ]?(?:percentage[- ])?points?)?"
_OPENS = pattern(
    r"[“\"]?(?:(?:His|Her|Their|Its|That|This|The|[A-Z][\w’'-]*[’']s?) |(?:That|This|It) (?:is|was|gives (?:him|her|them)) an? )"
    r"(?:<<about>> )?"
)
_NOW = pattern(
    rf"{_POINTS} {_LEAD}(?: over [A-Z][^,;:()\d]{{1,40}}?)?"
    r"(?:,? (?:up|down|wider|narrower|larger|smaller) (?:from|than)\b"
    r"| is (?:up|down|the|within|outside|well|just|wider|narrower|larger|smaller|unchanged|little)\b"
    r"| (?:was|falls|fell) (?:just |well )?(?:within|outside|inside) (?:the|its) [^.;:()\d]{0,30}\berror ?[.;]"
    r"| (?:compares|puts|means|leaves)\b| ?[.;])"
)
"""Behind the figure of a lead that is told as it stands."""
_AS_ALL = pattern(
    r"(?: of (?:the|all) votes?)?"
    r"(?: among (?:the )?(?:likely |registered |eligible |decided |all )*(?:voters|adults|respondents))?"
    r"(?:,? (?:according to|with|in [^.;:()\d]{0,50}\b(?:polls?|survey)\b)[^.;:()\d]{0,80})?[.;]?[”\"]?\s*"
)
"""Behind the second share, up to the end of its sentence: nothing tells of some voters alone."""
_OF_SOME = pattern(
    r"\b(?:among|between|(?<!likely )(?<!registered )voters|<<groups-of-voters>>|there)\b"
    r"|\bin (?!<<calendar: month>>)(?:the )?[A-Z]",
)
_ELSEWHEN = pattern(r"\b(?:if|had (?:been|won|had|got|stood)|last|earlier|once|in (?:<<calendar: month>>|(?:19|20)\d\d))\b")
_LEAVING = pattern(
    rf"{_OF_VOTES}, (?:leaving|putting|giving|(?:which|that) (?:leaves|puts|gives))"
    r" (?:the )?(?P<who>[A-Z][\w’'-]*)"
    r"(?: [A-Z][\w’'-]*)* (?:an? |<<about>> )?"
)
_AHEAD = pattern(
    rf"{_POINTS} (?:ahead|in front|clear|{_LEAD})(?: (?:of|over) (?:it|its rival|them|him|her|the [A-Z][\w’'-]*|[A-Z][\w’'-]*))?"
    r" ?[.;]"
)
_HELD = pattern(r"\b(?:<<have>>|win|get|take|receives?|polling|draws?|at|on) (?:<<about>> )?\Z")
_ALONE = pattern(rf"{_OF_VOTES}(?:[.,;]|\Z)")
"""Around a share of the votes that is that of all voters."""
_POLL = pattern(r"\b(?:polls?|survey|votes?|voters|voting|elections?|ballots?)\b")
_THEN_NAME = pattern(
    rf"{_OF_VOTES},? (?:and|to|while) (?:(?:Mr|Ms|Mrs)\.? |the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
    r"(?: (?:<<have>>|was at|at))? (?:<<about>> )?"
)
_A_LEAD = pattern(rf"{_OF_VOTES}, (?:for )?an? (?:<<about>> )?")
_OF_LEAD = pattern(
    rf"{_POINTS} (?:lead|advantage|edge)(?: (?:for|over) [^.;:()\d,]{{1,40}})?(?=[.,;]| that has (?:hardly|barely)\b)"
)
"""Between two shares that have a name each, and around the lead behind them."""
_PRONOUN, _BEFORE = pattern(r"(?:They|It|He|She) "), 160
_NAME = pattern(r"\b[A-Z][\w’'-]*")


def told_next(shares: Sequence[Claim], here: Sequence[Claim], behind: Sequence[Claim]) -> Lead | None:
    """Give a lead that opens the sentence behind that of two shares, which are all that theirs tells."""
    first, second = shares
    if sum(figure.kind == "percent" for figure in here) > len(shares) or not _is_of_all(first):
        return None
    text, stop = second.sentence.within, second.sentence.span.end
    margin, sentence = behind[0], behind[0].sentence.span
    opens = _OPENS.fullmatch(text, sentence.start, margin.phrase.start) and _NOW.match(text, margin.span.end, sentence.end)
    if not opens or _OF_SOME.search(text, margin.span.end, sentence.end) or not _AS_ALL.fullmatch(text, second.span.end, stop):
        return None
    return margin, first, second


def left(here: Sequence[Claim], earlier: Sequence[Claim]) -> Iterator[Lead]:
    """Give a lead in which somebody is left by the share told right before it; theirs is the only one before that."""
    for at in range(1, len(here)):
        second, margin = here[at - 1 : at + 1]
        text, stop = margin.sentence.within, margin.sentence.span.end
        led = _LEAVING.fullmatch(text, second.span.end, margin.phrase.start) if second.kind == "percent" else None
        if led is None or not _AHEAD.match(text, margin.span.end, stop):
            continue
        told = [figure for figure in here[: at - 1] if figure.kind == "percent"]
        told = told or [figure for figure in earlier if figure.kind == "percent"]
        theirs = len(told) == 1 and led["who"] in _names(told[0])
        again = told[-1:] and told[0].sentence is not second.sentence and led["who"] in _NAME.findall(second.led)
        if theirs and not again and _are_sides(told[0], second):
            yield margin, told[0], second


def _names(share: Claim) -> list[str]:
    """Give the names before a share in its sentence; where that opens with a pronoun, in the one before."""
    text, start = share.sentence.within, share.sentence.span.start
    opened = _PRONOUN.match(share.led) is not None
    return _NAME.findall(text[max(0, start - _BEFORE) : start] if opened else share.led)


def named(here: Sequence[Claim]) -> Iterator[Lead]:
    """Give a lead right behind the shares of two, each with its name: "Poe had 48 percent and Roe 43 percent, a 5-point lead"."""
    for first, second, margin in zip(here, here[1:], here[2:], strict=False):
        text, stop = margin.sentence.within, margin.sentence.span.end
        if first.kind == second.kind == "percent" and _THEN_NAME.fullmatch(text, first.span.end, second.phrase.start):
            behind = _A_LEAD.fullmatch(text, second.span.end, margin.phrase.start) and _OF_LEAD.match(text, margin.span.end, stop)
            if behind and _HELD.search(first.led) and _is_single(first) and _is_single(second) and _is_of_all(first):
                yield margin, first, second


def _is_single(share: Claim) -> bool:
    return share.value is not None and share.direction is None and share.stance != "denied"


def _are_sides(first: Claim, second: Claim) -> bool:
    both = (first, second)
    plain = all(map(_is_single, both))
    plain = plain and all(_HELD.search(share.led) and _ALONE.match(share.sentence.within, share.span.end) for share in both)
    plain = plain and any(_POLL.search(share.sentence.text) for share in both)
    return plain and (second.value or 0) < (first.value or 0) and all(map(_is_of_all, both))


def _is_of_all(share: Claim) -> bool:
    return not (_OF_SOME.search(share.led) or _ELSEWHEN.search(share.led))
