"""Links between two answers to one question: "45 percent approve, 57 percent disapprove", "in favor (56 percent), opposed (48)".

Nobody gives both, so the two are shares of one whole. Each figure needs its answer beside it, and the second must be of the same
question: nothing stands behind its answer, or what stood behind the first; and no other group is asked. An answer may stand
behind its figure, or before it ("an approval rating of 45 percent and a disapproval rating of 57 percent").

Told further apart ("The other [49 percent] disapprove", "[nine percent] were undecided"), they are tied where both leave room for
each other: nothing is wrong with them then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from factcheck import lexicon
from factcheck.claims import SHARES, Claim, Line
from factcheck.claims.ellipsis import gaps
from factcheck.claims.ellipsis import shares as groups
from factcheck.grounds.splits import about, clauses, divided
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.splits import shares

KIND = shares.KIND
ROUND = 2
ONE = False
INHERITS: frozenset[str] = frozenset()

_WORD = pattern(r"[A-Za-z][\w’'-]*")
_MONTH = pattern(r"<<calendar: month>>")
_CLAUSE = pattern(r"[.;:()—–“”%,]|--")
_JOINT = pattern(r"[^\w(]*\b(?:and|while|but|with|than|to|compared|against)\b[^()%]*| ?[,;]? ?")
_LEADS = frozenset(
    [
        *("of", "them", "those", "that", "said", "say", "saying", "says", "think", "thought", "believed", "believe", "who"),
        *("they", "it"),
        *("vote", "voted", "voting", "chose", "choosing", "want", "wanted", "wanting", "to", "headed", "view"),
        *("he", "she", "him", "her", "was", "is", "are", "were", "would", "have", "be", "a", "an", "the", "in", "on", "as"),
    ]
)
"""May stand between a figure and its answer."""
_RATED = frozenset(
    [
        *("rating", "ratings", "rate", "of", "at", "to", "and", "a", "an", "the", "his", "her", "their", "its", "while", "with"),
        *("stands", "stood", "is", "was", "opinion", "view", "than", "just", "only", "about", "by"),
    ]
)
"""May stand between an answer and its figure."""
_BEING = frozenset(["were", "are", "was", "is", "said", "say", "that", "they", "would", "will", "be", "vote", "voted"])
_FAVOUR = "favour"
_STOOD = 3
"""Words of "for it stood at" at least, less one."""
_ASSERTED = pattern(r"\b<<asserting>>\b")
_OPPOSITE = pattern(
    r"(?:(?:who|that|say|said|saying|think|thinking|believe|believing|declaring|took|taking) )*"
    r"(?:the (?:opposite|contrary)(?: view)?"
    r"|otherwise|<<pronoun>> (?:should|does|is|was|would|will|can|could) not(?: be)?)"
)
"""Behind the second share: its answer turns the first one's round, whatever that was."""
_ASKED_ANEW = pattern(
    r"(?<!those )(?<!people )\b(?:asked|question)\b|\bamong [^.;:()%]{1,40}\Z"
    r"|(?:,|\b(?:and|while|but)) (?:in|across|at|of|for) [^.;:()%,]{1,40}\Z"
)
"""Between two shares: the second is of another question, or of other people."""
_OF_GROUP = pattern(r"\A of (?:the |all )?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?= [a-z])")
"""Behind the first share: those who were asked ("56 percent of Scots opposed it and ...")."""
_REST = pattern(r",? and (?:the (?:rest|remainder|others)\b|(?:<<about>> )?\d)")
_FAR, _NEAR = 140, 60
_UNDECIDED = pattern(r"(?! of (?!them\b|those\b|voters\b)|(?: [a-z]+)? had been\b)[^.;:()]{0,24}\b<<undecided>>\b")
_THEN_REST = pattern(r"[^.;:()%]{0,60}?,? (?:and|with|while) (?:another |the remaining )?(?:<<about>> )?")
_CHOSEN = pattern(r" (?:[a-z]+ ){0,4}(?:vote|voting|voted) for (?:the )?(?:[a-z]+ ){0,3}[A-Z]")
_THEN_CHOSEN = pattern(r"[^.;:()%]{0,60}(?:,| and| while) (?:<<about>> )?")
_FOR = pattern(r" for (?:the )?(?:[a-z]+ ){0,3}[A-Z]")
_BACK, _ALL, _WHOLE = 6, 101, 100
"""Figures before a share among which the first of its whole is looked for; shares of one whole, all rounded, and that whole."""


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of figures that have none yet, in text order."""
    known = {link.one: link.other for link in links if link.kind == KIND}
    tied = {*known}
    around = zip([None, *figures], [*figures[2:], None], strict=False)
    for (first, second), (before, third) in zip(pairwise(figures), around, strict=False):
        why = "" if second.id in tied or clauses.are_all(before, first) else _exclude_each_other(first, second)
        if why:
            tied.add(second.id)
            yield Link(KIND, second.id, first.id, why)
        if (why or known.get(second.id) == first.id) and third is not None and third.id not in tied and _is_rest(second, third):
            tied.add(third.id)
            yield Link(KIND, third.id, first.id, "those who chose neither")
    yield from _told_apart(figures, {link.one for link in links if link.kind == "move"}, known, tied)


def _is_rest(second: Claim, third: Claim) -> bool:
    """Tell whether a third share of a sentence is of those who gave neither answer."""
    text, stop = third.sentence.within, third.sentence.span.end
    then = third.kind == "percent" and third.sentence is second.sentence
    then = then and _THEN_REST.fullmatch(text, second.span.end, third.phrase.start) is not None
    return then and _UNDECIDED.match(text, third.span.end, stop) is not None


def _exclude_each_other(first: Claim, second: Claim) -> str:
    """Say by what nobody is of both shares, each the next; empty where nothing says it."""
    text, gap = first.sentence.within, (first.span.end, second.phrase.start)
    if gap[1] - gap[0] > _FAR or not shares.are_of_one_vote(first, second) or _ASKED_ANEW.search(text, *gap):
        return ""
    given = next(((one, other) for one, other in _answers(first, second) if _exclude(one, other)), None)
    if given is not None:
        return f"nobody gives both answers, {given[0]} and {given[1]}"
    return "all were asked one thing, and are split" if divided.are_split(first, second) else ""


def _told_apart(figures: Sequence[Claim], earlier: set[str], shared: dict[str, str], tied: set[str]) -> Iterator[Link]:
    """Give the links of shares that leave room for each other and have none yet, in text order."""
    told = [figure for figure in figures if figure.kind in SHARES and figure.is_single and figure.id not in earlier]
    for at, share in enumerate(told):
        if share.id in tied or share.sentence.kind == "headline":
            continue
        near = [f for f in told[max(0, at - _BACK) : at] if share.sentence.paragraph - f.sentence.paragraph <= 1][::-1]
        head = _first_of(share, near, shared)
        if head is not None:
            shared[share.id] = head.id
            yield Link(KIND, share.id, head.id, "nobody gives both answers")


def _first_of(share: Claim, near: Sequence[Claim], shared: Mapping[str, str]) -> Claim | None:
    """Give the first share of the whole that a share is of, from those told before it, the nearest first."""
    if not near:
        return None
    last, text, stop = near[0], share.sentence.within, share.sentence.span.end
    beside = last.sentence is share.sentence
    head = next((figure for figure in near if figure.id == shared.get(last.id)), None)
    if (beside or groups.acts(share)) and _UNDECIDED.match(text, share.span.end, stop):
        head = head or (last if groups.acts(last) else None)
        return head if head is not None and _leave_room(*{head.id: head, last.id: last}.values(), share) else None
    answer = next((word for word in _words(_behind(share)) if word in _sides()), "")
    if answer and _sides()[answer][1]:
        first = next((figure for figure in near if any(_exclude(word, answer) for word in _words(_around(figure)))), None)
        first = first or _asked_before(share, near)
        return first if first is not None and _leave_room(first, share) else None
    return _chosen_before(share, head or last, near, shared) if beside else None


def _chosen_before(share: Claim, head: Claim, near: Sequence[Claim], shared: Mapping[str, str]) -> Claim | None:
    """Give the first share of a sentence's choices where a share tells of another: "40 percent chose tea, 30 milk"."""
    last, text = near[0], share.sentence.within
    if gaps.is_answer(head, share, last) or gaps.is_other_choice(last, share) or groups.is_followed(last, share):
        return head if _leave_room(head, *(f for f in near if shared.get(f.id) == head.id), share) else None
    chosen = _CHOSEN.match(text, last.span.end, share.span.start) and _FOR.match(text, share.span.end, share.sentence.span.end)
    then = chosen and _THEN_CHOSEN.fullmatch(text, last.span.end, share.phrase.start)
    return last if then and _leave_room(last, share) else None


def _asked_before(share: Claim, near: Sequence[Claim]) -> Claim | None:
    """Give the share that opens the sentence before, where this one opens with its answer alone: "[12 percent] were opposed"."""
    alone = groups.acts(share) and all(word in _LEADS or word in _sides() for word in _words(_behind(share)))
    before = [figure for figure in near if figure.sentence.paragraph == share.sentence.paragraph]
    first = next((figure for figure in reversed(before) if figure.sentence is before[0].sentence), None)
    return first if alone and first is not None and first.sentence is not share.sentence and groups.acts(first) else None


def _around(claim: Claim) -> str:
    return f"{_before(claim)} {_behind(claim)}"


def _leave_room(*told: Claim) -> bool:
    return sum((claim.value or 0) * (_WHOLE if claim.kind == "ratio" else 1) for claim in told) <= _ALL


def _answers(first: Claim, second: Claim) -> Iterator[tuple[str, str]]:
    """Give the answers that two figures may have: behind both, before both, before the one and behind the other."""
    between = _OF_GROUP.sub("", first.sentence.within[first.span.end : second.phrase.start])
    tail, behind = _for_it(_words(between)), _words(_behind(second))
    at = next((at for at, word in enumerate(tail) if word in _sides()), len(tail))
    led = next((at for at, word in enumerate(behind) if word not in _LEADS and not (word == "for" and at == 0)), len(behind))
    answer, again, others = tail[at : at + 1], behind[led + 1 :], behind[led : led + 1]
    if not _has_name(_CLAUSE.split(between)[-1]):
        if answer and others and about.is_of_one(again, tail[at + 1 :]):
            yield answer[0], others[0]
        if _ASSERTED.search(" ".join(tail)) and _disagree(behind, led):
            yield "agree", "disagree"
    before = _words(_before(first))
    last = next((at for at in range(len(before) - 1, -1, -1) if before[at] in _sides()), None)
    if last is None or _has_name(between):
        return
    bracketed = between.startswith(")") and between.endswith("(") and second.sentence.within[second.span.end :][:1] == ")"
    rated = {*before[last + 1 :], *tail[:at], *tail[at + 1 :]} <= _RATED
    if answer and (bracketed or rated):
        yield before[last], answer[0]
    elif not answer and _JOINT.fullmatch(between) and others and not again and _is_rated(before[last + 1 :]):
        yield before[last], others[0]


def _for_it(words: list[str]) -> list[str]:
    """Give the words behind a share, with the answer of those who are for something: "[58 percent] were for the toll"."""
    at = next((at for at, word in enumerate(words) if word not in _BEING), len(words))
    told = words[at : at + 1] == ["for"] and _sides().keys().isdisjoint(words)
    return [*words[:at], _FAVOUR, *words[at + 1 :]] if told else words


def _disagree(behind: Sequence[str], led: int) -> bool:
    """Tell whether others say the opposite of what is asserted: "37 percent [disagree]", "37 percent [who say the opposite]"."""
    return [*behind[led:]] == ["disagree"] or _OPPOSITE.fullmatch(" ".join(behind)) is not None


def _is_rated(words: Sequence[str]) -> bool:
    """Tell whether some words lead from an answer to its figure: "rating of", "for the toll stood at"."""
    stood = len(words) > _STOOD and words[0] in ("for", "to") and words[-2] in _RATED and words[-1] == "at"
    return stood or {*words} <= _RATED


def _before(claim: Claim) -> str:
    """Give what stands before a figure in its clause."""
    text, start = claim.sentence.within, max(claim.sentence.span.start, claim.phrase.start - _NEAR)
    return _CLAUSE.split(text[start : claim.phrase.start].rstrip(" ("))[-1]


def _behind(claim: Claim) -> str:
    """Give what stands behind a figure in its clause; one between commas stands beside its noun ("a majority, 52 percent,")."""
    text, end = claim.sentence.within, claim.span.end
    beside = text.endswith(", ", 0, claim.phrase.start) and text.startswith(", ", end)
    start = end + len(", ") if beside else end
    return _REST.split(_CLAUSE.split(text[start : min(claim.sentence.span.end, end + _NEAR)])[0])[0]


def _has_name(words: str) -> bool:
    """Tell whether a name stands among some words: it would be another's answer, or another's question."""
    return any(word[0].isupper() and not _MONTH.fullmatch(word) for word in _WORD.findall(words))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _exclude(one: str, other: str) -> bool:
    """Tell whether nobody gives both of two answers."""
    a, b = _sides().get(one), _sides().get(other)
    return a is not None and b is not None and a[0] == b[0] and a[1] != b[1]


@cache
def _sides() -> Mapping[str, tuple[int, int]]:
    """Give each answer with the pair that it is of and its side in it."""
    pairs = lexicon.entries("sides")["answers"]["pairs"]
    return {word: (pair, side) for pair, sides in enumerate(pairs) for side, words in enumerate(sides) for word in words}
