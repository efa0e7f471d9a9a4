"""Links between shares of one whole: "by 58 percent to 34 percent", "43% of the vote, compared with 31% for her rival".

Shares can be added only where each voter or answer counts once. So two are tied only if they are set against each other as a
vote or a poll sets two sides: "to" or "versus" between them, no "from" before, in a sentence that speaks of votes, polls or
leads, or behind an opening "By"; or each has a name of its own behind it ("for", "to Smith's"); or the second rejects what the
first chose, or chose the rival; or two groups of which nobody is both make up one thing ("women make up 46 percent of the field
and men 54 percent"). Two groups that are compared ("more women than men, 61 percent to 57 percent") have a whole each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import Claim, Line, ranges
from factcheck.grounds import sorts
from factcheck.grounds.kinds import are_exclusive
from factcheck.grounds.splits import apiece, contested
from factcheck.patterns import pattern
from factcheck.story.links import Link

KIND = "shares-with"
ROUND = 1
ONE = False
INHERITS = frozenset({"unit"})

_NAME = r"(?:[A-Z][\w’'.-]*)(?: [A-Z][\w’'.-]*){0,3}"
_SIDE = rf"(?: (?:for|to) (?:the )?(?:[A-Z][a-z]+ (?:nominee|candidate|challenger|incumbent|leader) )?{_NAME})"
_VOTES = r"<<electorate>>\b"
_OF_VOTE = rf"(?: of (?:<<definite>>|all)?(?: [a-z]+)? ?{_VOTES}(?: (?:of|from|among) [a-z A-Z]{{1,40}}?)?)"
_AGAINST = pattern(
    rf"{_SIDE}?,? (?:to|versus|vs\.?|against) (?:{_NAME}[’']s? )?"
    rf"| (?:support|backing|approval),? (?:to|against) {_NAME}[’']s? |[-–]"
)
_OF_VOTES = pattern(
    rf"(?:{_OF_VOTE}|{_SIDE}| (?:support|backing|approval)){{1,2}},? (?:<<against>>|to|and|while) (?P<whose>{_NAME}[’']s? )?"
)
_ELSEWHEN = pattern(
    r" (?:in (?:the )?(?:[A-Z][a-z]+ )?(?:[12]\d{3}\b|last|previous|old|former|earlier)|last|a year|<<counts>> years|"
    r"(?:the|an?|<<counts>>) (?:[a-z]+ )?(?:<<spells>>|poll|election)s? <<ago>>)"
)
"""What tells that the second figure is of another vote or poll."""
_BY = pattern(r"(?:(?:\A|[.;:—–“”] ?)By (?:(?:an?|the) )?(?:[a-z]+ )*|\bby an? (?:[\w.-]+ )?margin(?:,| of)? )\Z")
_BY_A, _MARGIN = pattern(r"\bby (?:an?|the) (?:<<about>> )?\Z"), pattern(r" (?:margin|majority|vote)\b")
"""Around two shares: "believe it by a [54 percent to 16 percent] margin"."""
_BY_SHARES = pattern(r"\b<<house-votes>>\b(?: [^.;:()%,]{1,60})? by (?:<<about>> )?\Z")
"""Before the first share: what was decided by so much to so much, once."""
_DIVIDED = pattern(r"\b(?:are|were) (?:[a-z]+ly )?(?:split|divided)(?: on (?:it|the [a-z]+))?,? (?:by )?(?:<<about>> )?\Z")
"""Before the first share: those who were asked give one of two answers."""
_RESULT = pattern(r"\b(?:[Rr]esults? (?:was|were)|came out) \Z")
_DECIDED = pattern(r" (?:against|in favou?r|opposed)\b")
_OTHER_CLAUSE = pattern(r"[;:—–]|--|, (?:but|and|when|while|where) ")
_FOR = pattern(rf" (?:for|of|to) (?:the )?{_NAME}|{_OF_VOTE}")
_WORD = pattern(r"[a-z]+")
_OF_OTHERS = pattern(r" (?:of|among) (?!(?:(?:the|all|those|<<voting>>) )*(?:<<electorate>>|those|them)\b)")
"""The second share is of another group: "71 percent to 44 percent of Northerners"."""
_MORE_THAN = pattern(r"[^;:.]{0,60}\b(?:(?:more|fewer|less) [a-z]+|likelier) than\b")
_GROUPS_LEAD = pattern(r"\b(?:[A-Za-z]+s|<<people>>) <<leading>> (?:[A-Za-z]+s|<<people>>)\b,? [^,;:]{0,20}\Z")
_LEADS = pattern(
    r"\b(?:(?:leads|(?:is|was) (?:\w+ )?leading) [A-Z][\w’'.-]*|<<leading>> [A-Z][\w’'.-]*(?<!s))(?: [A-Z][\w’'.-]*)?"
    r",? (?:by )?(?:<<about>> )?\Z"
)
"""Before the first share: one person is ahead of another, and both are told of one group ("among women")."""
_GROUPS_AHEAD = pattern(
    r"\b(?:[A-Za-z]+s|<<people>>) (?:<<has>>|held|hold) (?:an?|the) (?:[a-z]+ )?(?:edge|advantage|lead) over"
    r" (?:[A-Za-z]+s|<<people>>)\b"
)
_UNDECIDED = pattern(r"[^.;:]{0,30}\b<<undecided>>\b")
_THEN = pattern(r",? (?:and|with|while) (?:the remaining |another )?")
_THEN_SECOND = pattern(r" (?P<chosen>[^;:.()—–%]{1,80}?),? (?:and|while|but|with) (?:<<about>> )?")
_REFUSED = pattern(r" (?:<<is>> )?(?P<word>[a-z]+)(?: (?:it|one|this|that|them|the (?:idea|plan)))?(?=[,.;:)]|\Z)")
_RIVAL = pattern(r" (?:for )?<<definite>> (?:<<foremost>> )?<<rivals>>\b(?![’'])")
_GROUP_BEFORE = pattern(r"\b(?P<group>[A-Za-z]+) (?P<verb>[a-z]+(?: up| for)?) (?:<<about>> )?\Z")
_OTHER_GROUP = pattern(r" of (?:<<definite>>|all) [a-z]+,? (?:and|while) (?P<group>[a-z]+) (?:<<about>> )?(?:the other )?")
_ARE = pattern(
    r" of (?:(?:<<definite>>|all) )?[a-z][a-z’'-]*(?: [a-z’'-]+){0,3} (?:are|were) (?P<kind>[a-z-]+),? (?:and|while|but) "
    r"(?:only |just |the other |<<about>> )?"
)
_ARE_TOO = pattern(r" (?:of (?:them|these) )?(?:(?:are|were) )?(?P<kind>[a-z-]+)\b(?: [a-z]+)?(?= ?[.,;)]|\Z| and\b)")
_ENDS = pattern(r" ?(?:[.;:)]|\Z)")
_SEVERAL = pattern(
    r"\b(?i:more than one|several|multiple|two or more|up to (?:<<counts>>|\d)|any number of|as many)"
    r" (?:of (?:them|these) )?(?:<<answers>>|as they (?:liked|wanted))\b"
    r"|(?:,|,? and) (?:less|minus) (?:<<about>> )?\d"
    r"|\b(?i:all|any) that appl(?:y|ied)\b|\b(?:answers|responses) (?:could|can|may|do|did) (?:add|sum|not add)\b"
)
"""In the sentence of two shares, or right beside it: whoever was asked could give both answers, or some are taken off."""
_MADE_UP = pattern(r"\b(?:ma(?:k(?:es?|ing)|de)) up (?:<<about>> )?\Z")
_LED, _LONGEST, _FAR, _BEFORE, _BEHIND = 40, 60, 100, 160, 90


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order: from each further share to the first."""
    behind = [*figures[2:], None]
    for (first, second), third in zip(pairwise(figures), behind, strict=False):
        if second.kind != "percent" or first.sentence is not second.sentence or not _is_share(second) or allow_several(first):
            continue
        why = (
            _set_against(first, second, first.span.end) or _set_against(first, second, first.phrase.end) or _choose(first, second)
        )
        if why:
            head, other = (first, second) if first.kind == "percent" else (second, first)
            yield Link(KIND, other.id, head.id, why)
            if third is not None and _is_rest(second, third):
                yield Link(KIND, third.id, head.id, "those who chose neither")


def _is_share(claim: Claim) -> bool:
    return claim.is_single and not claim.running


def _set_against(first: Claim, second: Claim, end: int) -> str:
    """Say by what two shares, the first up to ``end``, are set against each other as shares of one vote; nothing by default."""
    gap, text = (end, second.phrase.start), first.sentence.within
    if gap[1] - gap[0] > _LONGEST or not _is_share(first) or not _are_of_one_time(first, second):
        return ""
    if first.kind == "percent":
        of_votes = _OF_VOTES.fullmatch(text, *gap)
        if of_votes and (of_votes["whose"] or _FOR.match(text, second.span.end)) and not _are_rates(first, second):
            return "both are shares of one vote"
    elif first.kind != "number" or gap[1] - gap[0] > 4:  # "by 51 to 42 percent"
        return ""
    # "led her 48 percent to 47 percent last week", "voted by 52 percent to 48 percent in last year's vote"
    led = text.startswith(" to ", end) and (_LEADS.search(first.led) or _BY_SHARES.search(first.led))
    earlier = not led and _ELSEWHEN.match(text, second.span.end) is not None
    against = _AGAINST.fullmatch(text, *gap) is not None and not is_moved(first) and not earlier
    return (
        "two sides of a vote or a poll" if against and _are_told_of_sides(first, second) and not _are_rates(first, second) else ""
    )


def are_of_one_vote(first: Claim, second: Claim) -> bool:
    """Tell whether two figures can be shares of one vote or poll: single ones of one sentence, and of no other time or poll."""
    if first.sentence is not second.sentence or not first.kind == second.kind == "percent" or allow_several(first):
        return False
    earlier = _ELSEWHEN.match(first.sentence.within, second.span.end)
    single = _is_share(first) and second.value is not None and not second.running
    return single and earlier is None and _are_of_one_time(first, second) and not apiece.are_of_two(first, second)


def allow_several(share: Claim) -> bool:
    """Tell whether those who were asked could give several answers, as the share's sentence or one beside it tells."""
    return _allows_several(share.sentence.within, share.sentence.span.start, share.sentence.span.end)


@lru_cache(maxsize=64)  # a sentence is asked for each of its figures
def _allows_several(text: str, start: int, stop: int) -> bool:
    return _SEVERAL.search(text, max(0, start - _BEFORE), stop + _BEHIND) is not None


def _are_of_one_time(first: Claim, second: Claim) -> bool:
    """Tell whether no other time is told of the second: "turnout was 73 percent, against 66 percent in 2019"."""
    return (second.last_day is None and second.written is None) or first.time == second.time


def _choose(first: Claim, second: Claim) -> str:
    """Say why nobody can be of both shares: the second rejects what the first chose or chose a rival, or they are two groups."""
    text, stop = first.sentence.within, first.sentence.span.end
    if first.kind != "percent" or not _is_share(first) or second.phrase.start - first.span.end > _FAR:
        return ""
    then = _THEN_SECOND.fullmatch(text, first.span.end, second.phrase.start)
    if then is not None and not lexicon.words("sides", "choices").isdisjoint(_WORD.findall(then["chosen"])) and is_vote(first):
        refused = _REFUSED.match(text, second.span.end, stop)
        if refused is not None and refused["word"] in lexicon.words("sides", "refusals"):
            return "the second rejects what the first chose"
        return "one chose the other's rival" if _RIVAL.match(text, second.span.end, stop) else ""
    if _are_kinds(first, second):
        return "nothing is both"
    return "two groups of one whole" if _are_apart(first, second) else ""


def _are_kinds(first: Claim, second: Claim) -> bool:
    """Tell whether two shares are told to be what nothing is both of: "85 percent of books are imported and 15 are domestic"."""
    text, stop = first.sentence.within, first.sentence.span.end
    one, other = _ARE.fullmatch(text, first.span.end, second.phrase.start), _ARE_TOO.match(text, second.span.end, stop)
    kinds = {one["kind"], other["kind"]} if one and other else set()
    return len(kinds) > 1 and (sorts.answer_one_question([*kinds]) or are_exclusive(kinds))


def _are_apart(first: Claim, second: Claim) -> bool:
    """Tell whether two groups of which nobody is both make up one whole: "women make up 46 percent of the field and men 54"."""
    text, start = first.sentence.within, first.sentence.span.start
    one = _GROUP_BEFORE.search(text, max(start, first.phrase.start - _LED), first.phrase.start)
    other = _OTHER_GROUP.fullmatch(text, first.span.end, second.phrase.start)
    if one is None or other is None or one["verb"] not in lexicon.words("sides", "make-up"):
        return False
    groups = {one["group"].lower(), other["group"]}
    apart = len(groups) == 2 and are_exclusive(groups)
    return apart and _ENDS.match(text, second.span.end, first.sentence.span.end) is not None


def is_moved(first: Claim) -> bool:
    """Tell whether the words before a figure make the two a change or a range."""
    text = first.sentence.within
    if text[first.phrase.start - 1 : first.phrase.start] == "(":  # "up by six points (51 to 45 percent)"
        return False
    if _MADE_UP.search(text, first.sentence.near(first.phrase.start), first.phrase.start):
        return False
    before = set(_WORD.findall(text[max(first.sentence.span.start, first.phrase.start - _LED) : first.phrase.start].lower())[-4:])
    return bool(before & lexicon.words("sides", "shifts"))


def _are_told_of_sides(first: Claim, second: Claim) -> bool:
    """Tell whether a sentence speaks of a vote, or gives its result: "By 62 percent to 31 percent, they say ..."."""
    if is_vote(first) or _BY.search(first.led) or _DIVIDED.search(first.led) or contested.are_sides(first, second):
        return True
    if _BY_A.search(first.led) and _MARGIN.match(first.sentence.within, second.span.end):
        return True
    return _RESULT.search(first.led) is not None and _DECIDED.match(first.sentence.within, second.span.end) is not None


def _are_rates(first: Claim, second: Claim) -> bool:
    """Tell whether two groups are compared, of which each has a whole of its own: "more women than men, 61 percent to 57"."""
    clause = _OTHER_CLAUSE.split(first.led.rstrip(":— "))[-1]
    if not lexicon.words("sides", "rates").isdisjoint(_WORD.findall(clause.lower())):
        return True
    text, stop = second.sentence.within, second.sentence.span.end
    if _GROUPS_LEAD.search(first.led) or _GROUPS_AHEAD.search(first.led) or ranges.are_rated(first.sentence.text):
        return True
    if text[first.phrase.start - 1 : first.phrase.start] == "(" and text[second.span.end : second.span.end + 1] == " ":
        return True  # "(62 percent to 55 percent do so daily)"
    if _LEADS.search(first.led) and text.startswith(" among ", second.span.end):
        return False
    others = _OF_OTHERS.match(text, second.span.end, stop) or _MORE_THAN.match(text, second.span.end, stop)
    return others is not None or apiece.may_be(first, second)


def is_vote(claim: Claim) -> bool:
    """Tell whether a sentence speaks of votes, polls or a lead."""
    return _tells_of_votes(claim.sentence.text)


@lru_cache(maxsize=64)  # a sentence is asked for each of its figures
def _tells_of_votes(sentence: str) -> bool:
    return not lexicon.words("sides", "votes").isdisjoint(_WORD.findall(sentence.lower()))


def _is_rest(second: Claim, third: Claim) -> bool:
    """Tell whether a third share is of those who chose neither side."""
    text = second.sentence.within
    return (
        third.kind == "percent"
        and third.sentence is second.sentence
        and _THEN.fullmatch(text, second.phrase.end, third.phrase.start) is not None
        and _UNDECIDED.match(text, third.span.end, third.sentence.span.end) is not None
    )
