"""Links between shares of one vote by what each chose: "62 percent backed Smith, compared with 31 percent for Jones".

Each share has a name of its own: behind a verb of choosing or "for", or before "by" ("Smith was chosen by 62 percent, Jones by
31") or "on" ("put Smith on 62 percent, Jones on 31"). What is asked may have several answers ("backed the toll"), so that it must
be names, and no proposals. A share may leave "percent" to the one before it where the rest of the voters is told last ("42
percent backed Smith, 31 Jones and the remaining 27 were undecided").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import COUNTS, Claim, Line, ranges
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.splits import shares

KIND = shares.KIND
ROUND = 2
ONE = False
INHERITS = frozenset({"unit"})

_NAME = (
    r"(?P<name>(?!<<proposals>>\b)"
    r"[A-Z][\w’'-]*(?<!['’]s)(?: [A-Z][\w’'-]*(?<!['’]s)){0,2})"
)
_JOINT = r"(?:,? (?:<<against>>|while|and|with)|,) (?:just |only |the remaining |another )?(?:<<about>> )?"
_GROUP = r"(?: of (?:the |those |all )?(?:[\w’'-]+ ){0,4}[a-z]+)?(?: nationwide| nationally| statewide)?"
_CHOSE = pattern(
    rf"{_GROUP} (?:said they )?(?:would )?<<choosing>> {_NAME}"
    rf"{_JOINT}"
)
_BACKED_NEXT = rf" (?:would )?<<supporting>> {_NAME}{_JOINT}"
_NEXT_IN_CONTEST, _CHOSE_IN_CONTEST = pattern(_BACKED_NEXT), pattern(rf"{_GROUP}{_BACKED_NEXT}")
_IN_CONTEST = pattern(rf" <<supporting>> {_NAME} ?(?=[.,;:)]|\Z|(?:and|while) (?:<<about>> )?\d)")
_CONTEST = pattern(
    r"\b(?:nominat(?:ion|ed)|nominees?|primary|primaries|candidates?|run-?off|(?:likely|registered) (?:\w+ ){0,2}voters|matchup"
    r"|head-to-head)\b"
)
"""Who supports one there supports no other."""
_NEXT = pattern(rf" (?:(?:for|<<choosing>>) )?{_NAME}{_JOINT}")
_FOR = pattern(rf" (?:for|<<choosing>>) {_NAME} ?(?=[.,;:)]|\Z)")
_NEITHER = pattern(
    r"(?! (?:of|among) (?!them\b|those\b|voters\b|the\b))[^.,;:()%]{0,24}\b<<undecided>>\b(?! (?:about|on|whether)\b)"
)
_LAST = pattern(rf" (?:(?:for|<<choosing>>) )?{_NAME} ?(?=[.;:)]|\Z)")
_BACKING = pattern(r"\b(?:backing|votes?) (?:from|of) (?:<<about>> )?\Z")
_SUPPORT_FOR = pattern(
    r"\b(?:[Ss]upport|[Bb]acking) for (?:[A-Z][\w’'-]*(?<!['’]s) ?){1,3} (?:stood|stands|was|is|stays|stayed|remained) at"
    r" (?:<<about>> )?\Z"
)
_THEN_FOR_RIVAL = pattern(r",? <<against>> (?:just |only )?(?:<<about>> )?")
_THEN_FOR = pattern(r" of [^,;:.()%\d]{1,60}, <<against>> (?:just |only )?(?:<<about>> )?")
_SUPPORT_OF = pattern(r"\b(?:support|backing) (?:from|of) (?:<<about>> )?\Z")
_THEN_RIVAL_HAS = pattern(
    r" of [^,;:.()%\d]{1,60}, (?:while|and|with) (?:[A-Z][\w’'.-]*(?<!['’]s) ?){1,4}(?:has|had|gets|got|drew|draws) "
    r"(?:the )?(?:support|backing) (?:from|of) (?:just |only )?(?:<<about>> )?"
)
_SUPPORT_AMONG = pattern(r" (?:support|backing) (?:from|among) [^,;:.()%\d]{1,60},? <<against>> (?:just |only )?(?:<<about>> )?")
_FOR_NOMINEE = pattern(
    rf" for (?:the )?(?:presumptive |presumed |likely )?(?:[A-Z][a-z]+ )?(?:nominee |candidate )?{_NAME} ?(?=[.,;:)]|\Z)"
)
_SUPPOSED = pattern(r"\b(?:would|could|if|general election)\b")
"""Near the support of two: each may be set against a third ("would have the support of 82 percent against Holt")."""
_AGAINST_A_THIRD = pattern(
    r"\b(?i:race|contest|match-?up|matched(?: up)?|pitted|running|head-to-head|run-?off) against (?:[A-Z][\w.’'-]* )*?"
    r"(?P<name>[A-Z][\w’'-]+)(?=[,.;:)]| [a-z]|\Z)"
)
"""Before two shares: each may be of a contest with one and the same rival."""
_BY = pattern(r"\b(?:was|is|were) <<chosen>> by (?:<<about>> )?\Z")
_THEN_BY = pattern(rf"{_GROUP},? (?:and |while )?(?:the )?{_NAME} by (?:<<about>> )?")
_BY_ENDS = pattern(r" ?(?=[.,;:)]|\Z)| and [A-Z]")
_ON = pattern(rf"\b(?:put|puts|<<has>>|placed|places|with|shows?|showed) (?:the )?{_NAME} on (?:<<about>> )?\Z")
_THEN_ON = pattern(rf",? (?:and |while |with |<<against>> )?(?:the )?{_NAME} on (?:just |only )?(?:<<about>> )?")
_OF_EACH = pattern(r"(?i)\b<<several-at-once>>\b")
"""What each can have much of."""
_SEVERAL = pattern(
    r"\b(?:[Tt]wo|[Bb]oth|separate|different|several|three) (?:[a-z]+ )?(?:polls|surveys|races|contests|primaries|elections)\b"
)
_ELSEWHEN = pattern(r"\b(?:(?:19|20)\d\d|ago|earlier|previous|predecessor|last (?:time|<<spells>>|election))\b")
"""Near two shares: the second may be of an earlier vote ("compared with 61 percent for Smith")."""
_AGAINST = pattern(r"\b<<against>>\b")
_LED, _FAR = 60, 300
_MOST = 8


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of figures that have none yet, in text order: from each further share to the first of its whole."""
    tied = {link.one for link in links if link.kind == KIND}
    for at, head in enumerate(figures[:-1]):
        if head.kind != "percent" or head.id in tied or figures[at + 1].sentence is not head.sentence:
            continue
        if _SEVERAL.search(head.sentence.text) or shares.allow_several(head):
            continue
        elsewhen = _ELSEWHEN.search(head.sentence.within, max(0, head.phrase.start - _FAR), head.sentence.span.end)
        told = [figure for figure in figures[at : at + _MOST] if figure.sentence is head.sentence]
        others = _chosen(told) or _backed(told)
        if elsewhen is not None and others and _AGAINST.search(head.sentence.within, head.span.end, others[0].phrase.start):
            others = []
        others = others or _by(told) or _put_on(told)
        if others and _is_against_a_third(head):
            others = []
        if not tied.issuperset(other.id for other in others):
            tied.update(other.id for other in others)
            yield from (Link(KIND, other.id, head.id, "each chose one of them") for other in others)


def _is_against_a_third(head: Claim) -> bool:
    """Tell whether a contest with somebody is told before a share, whom nothing behind it names: "in a race against Wren"."""
    text, sentence = head.sentence.within, head.sentence.span
    third = _AGAINST_A_THIRD.search(text, sentence.start, head.phrase.start)
    return third is not None and third["name"] not in text[head.span.end : sentence.end]


def _chosen(told: Sequence[Claim]) -> list[Claim]:
    """Give the shares beside the first: "62 percent backed Smith and 31 percent Jones", and those who chose neither."""
    text, stop = told[0].sentence.within, told[0].sentence.span.end
    expression, found, names = _CHOSE, [told[0]], set()
    for share in told[1:]:
        gap = expression.fullmatch(text, found[-1].span.end, share.phrase.start)
        if gap is None or not _may_be_next(share) or gap["name"] in names:
            break
        names.add(gap["name"])
        found.append(share)
        expression = _NEXT
    if len(found) == 1 and _CONTEST.search(told[0].sentence.text):
        return _supported(told)
    last = found[-1]
    if len(found) == 1 or not shares.is_vote(told[0]):
        return []
    rest = _NEITHER.match(text, last.span.end, stop) is not None
    if not rest and any(share.kind != "percent" for share in found):
        return []
    return (
        found[1:]
        if rest or _FOR.match(text, last.span.end, stop) or (len(found) > 2 and _LAST.match(text, last.span.end))
        else []
    )


def _supported(told: Sequence[Claim]) -> list[Claim]:
    """Give the shares beside the first in a contest: "49 percent of likely voters favored Smith, 30 percent backed Jones".

    Each has a verb of its own, and a name that none before it has; those who chose neither may stand behind.
    """
    text, found, names, expression = told[0].sentence.within, [told[0]], set[str](), _CHOSE_IN_CONTEST
    for share in told[1:]:
        one = expression.fullmatch(text, found[-1].span.end, share.phrase.start) if _may_be_next(share) else None
        if one is None or one["name"] in names:
            break
        names.add(one["name"])
        found.append(share)
        expression = _NEXT_IN_CONTEST
    behind = found[-1].span.end, told[0].sentence.span.end
    last = _IN_CONTEST.match(text, *behind)
    is_one_more = (last is not None and last["name"] not in names) or _NEITHER.match(text, *behind) is not None
    return found[1:] if is_one_more else found[1:-1]


def _may_be_next(share: Claim) -> bool:
    """Tell whether a figure can be a share: in percent, or a count of nothing but a name ("31 Jones")."""
    nothing = share.kind in COUNTS and (share.counted is None or share.counted[0].isupper())
    return (share.kind == "percent" or nothing) and share.value is not None and not share.running


def _backed(told: Sequence[Claim]) -> list[Claim]:
    """Give the share of one's rival: "backing from 64 percent of young voters, compared with 27 percent for Smith"."""
    head, other = told[:2]
    text = head.sentence.within
    start = max(head.sentence.span.start, head.phrase.start - _LED)
    if other.kind == "percent" and (_is_backed_too(head, other, start) or _is_backed_less(head, other)):
        return [other]
    led = _BACKING.search(text, start, head.phrase.start)
    support = _SUPPORT_FOR.search(text, start, head.phrase.start)
    gap = _THEN_FOR if led else _THEN_FOR_RIVAL
    then = gap.fullmatch(text, head.span.end, other.phrase.start) if (led or support) and other.kind == "percent" else None
    return [other] if then and _FOR.match(text, other.span.end, other.sentence.span.end) else []


def _is_backed_too(head: Claim, other: Claim, start: int) -> bool:
    """Tell whether two of one contest have each a support of their own: "has support from 52 percent of ..., while Holt has"."""
    text, sentence = head.sentence.within, head.sentence.text
    told = _SUPPORT_OF.search(text, start, head.phrase.start) and _THEN_RIVAL_HAS.fullmatch(
        text, head.span.end, other.phrase.start
    )
    return bool(told) and _CONTEST.search(sentence) is not None and _SUPPOSED.search(sentence) is None


def _is_backed_less(head: Claim, other: Claim) -> bool:
    """Tell whether the support of a rival is set against one's own: "20 percent support from women, compared to 68 for Holt"."""
    text, stop = head.sentence.within, other.sentence.span.end
    then = _SUPPORT_AMONG.fullmatch(text, head.span.end, other.phrase.start)
    return then is not None and _FOR_NOMINEE.match(text, other.span.end, stop) is not None


def _by(told: Sequence[Claim]) -> list[Claim]:
    """Give the shares that others were chosen by: "Smith was chosen by 62 percent, Jones by 31 percent"."""
    head = told[0]
    text = head.sentence.within
    if not _BY.search(text, max(head.sentence.span.start, head.phrase.start - _LED), head.phrase.start) or not shares.is_vote(
        head
    ):
        return []
    found = [head]
    for share in told[1:]:
        if share.kind != "percent" or _THEN_BY.fullmatch(text, found[-1].span.end, share.phrase.start) is None:
            break
        found.append(share)
    return found[1:] if _BY_ENDS.match(text, found[-1].span.end) else []


def _put_on(told: Sequence[Claim]) -> list[Claim]:
    """Give the shares that others stand on: "the poll put Smith on 62 percent, Jones on 31 and Brown on 12 percent"."""
    text, sentence = told[0].sentence.within, told[0].sentence
    on = _ON.search(text, max(sentence.span.start, told[0].phrase.start - _LED), told[0].phrase.start)
    if on is None or not shares.is_vote(told[0]) or ranges.are_rated(sentence.text) or _OF_EACH.search(sentence.text):
        return []
    found, names = [told[0]], {on["name"]}
    for share in told[1:]:
        then = _THEN_ON.fullmatch(text, found[-1].span.end, share.phrase.start)
        if then is None or then["name"] in names or not _may_be_next(share):
            break
        names.add(then["name"])
        found.append(share)
    return found[1:] if _BY_ENDS.match(text, found[-1].span.end) else []
