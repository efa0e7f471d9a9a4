"""Links from parts that exclude each other to their whole: "12 members, [eight] elected and [six] appointed".

Nothing answers to two of the words by which they are told, be these right behind them, before them ("won [12] and lost [five] of
its 15 games") or their nouns ("of the 40 passengers, [12] were men"). Or of the parts of a whole that leads its sentence one has
done what the other "has not", or what is done once only is done to them in two lands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck import lexicon
from factcheck.claims import Claim, Line, series
from factcheck.grounds import kinds, lands, makeup, sorts
from factcheck.patterns import pattern
from factcheck.story.links import Link
from factcheck.story.wholes import breakdowns, portions

KIND = portions.KIND
ROUND = 3
ONE = portions.ONE
INHERITS = portions.INHERITS

_COMMA = pattern(r"[^,;:()—–\d]{0,60}?,? (?:with )?")
_END = r"(?= ?(?:[.,;)]|\Z))"
_THEN = r",? (?:and|but|while) (?:<<about>> )?"
_ANSWER = pattern(rf"(?: of (?:them|those|whom|which))?(?: (?:<<is>>|in|on|by))? (?P<word>[a-z-]+)(?:(?={_THEN}\S+ )|{_END})")
_OF_IT = pattern(r" of (?:them|those|whom)\b")
_ANSWER_OF_WHOLE = pattern(r" (?:[a-z]+ing )?(?:for|in favou?r|against|behind|opposed)\b[^,;:()—–\d]{0,40},? (?:with )?")
_HAVE = r"(?P<have><<has>>|<<is>>|did|do|can|could|will)"
_DID = pattern(rf" {_HAVE}\b(?! not\b|n['’]t\b)[^.;:()\d]{{1,60}}?{_THEN}")
_DID_NOT = pattern(rf" {_HAVE}(?: not|n['’]t){_END}")
_PLACE = r" (?P<by>in|at|on|from) (?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})"
_THERE = pattern(rf"(?: [a-z]+){{0,4}}? <<once>>{_PLACE}{_THEN}")
_AND_THERE = pattern(rf"{_PLACE}{_END}")
_WERE = pattern(rf" <<is>> (?P<noun>[a-z]+){_THEN}")
_AND_WERE = pattern(rf"(?: <<is>>)? (?P<noun>[a-z]+){_END}")
_AND = pattern(r",? and |, ")
_CLOSED = pattern(_END)
_VERB = pattern(r"\b(?P<verb>[a-z]+) (?:<<about>> )?\Z")
_THEN_VERB = pattern(r"(?: [a-z]+)?(?:,|,? and|,? but)(?: then)? (?P<verb>[a-z]+) (?:<<about>> )?")
_GAMES_BEHIND = pattern(r"(?: <<games>>s?)? (?:of|in) (?:<<definite>> )?(?:(?:first|last|past) )?")
_GAMES_LED = pattern(r"(?:\A|[.;:—–“\n] ?)(?:Of|In) (?:<<definite>> )?(?:(?:first|last|past) )?\Z")
_PLAYED = pattern(r"\bplayed (?:<<about>> )?\Z")
_OF_THEM = pattern(r",?(?: and| of which <<pronoun>>)? [a-z]+ (?:<<about>> )?")
"""Between all that were played and the first of a record: the games are those of no other year."""
_GAMES = pattern(r"<<games>>s?|matches")
_ENDS = pattern(r" ?(?:[.,;:)—–]|\Z)| (?:and|but|while)\b")
_FAR, _LED = 80, 24
_WHY = "nothing is two of the parts"


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences, in text order; ``links`` are the parts known already."""
    tied = {link.one: link.other for link in links if link.kind == "part-of"}
    told = {end for link in links if link.kind in (KIND, breakdowns.KIND) for end in (link.one, link.other)}
    for here in series.by_sentence(figures):
        for at in range(len(here) - 2):
            whole = here[at]
            parts = [] if whole.id in told else _answered(here, at) or _of_led(here, at, tied)
            yield from (Link(KIND, part.id, whole.id, _WHY) for part in parts)
        for whole, record in _records(here):
            yield from (Link(KIND, part.id, whole.id, _WHY) for part in record if whole.id not in told)


def _answered(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give the parts behind a comma that exclude each other by the word right behind each."""
    whole, text = here[at], here[at].sentence.within
    if not makeup.is_whole(whole) or _COMMA.fullmatch(text, whole.phrase.end, here[at + 1].phrase.start) is None:
        return []
    read = series.read(here, at + 1)
    told = [part.claim for part in read]
    answers = [_ANSWER.match(text, part.span.end, part.sentence.span.end) for part in told]
    words = [answer["word"] for answer in answers if answer]
    own = _ANSWER_OF_WHOLE.fullmatch(text, whole.phrase.end, here[at + 1].phrase.start)  # "with eight voting for it, 10 against"
    apart = own is None and len(told) > 1 and len(words) == len(told) == len({*words})
    apart = apart and (sorts.answer_one_question(words) or (_are_of_it(told[0]) and _are_people_apart(words)))
    return told if apart and makeup.are_parts(whole, read) else []


def _are_of_it(part: Claim) -> bool:
    """Tell whether a part is told to be of the whole: "212 [of them] boys"; men may stand beside the jurors before them."""
    return _OF_IT.match(part.sentence.within, part.span.end) is not None


def _are_people_apart(words: Sequence[str]) -> bool:
    """Tell whether nobody is two of what some words call: "boys" and "girls"."""
    people = {noun.name for noun in map(lexicon.noun, words) if noun is not None}
    return len(people) == len(words) and kinds.are_exclusive(people)


def _of_led(here: Sequence[Claim], at: int, tied: dict[str, str]) -> list[Claim]:
    """Give two parts of a whole that leads its sentence, of which nothing can be both."""
    whole, one, other = here[at : at + 3]
    if tied.get(one.id) != whole.id or other.additional or not series.alike(one, other):
        return []
    apart = _are_of_sorts(one, other) if one.counted and other.counted else _are_told_apart(one, other)
    return [one, other] if apart else []


def _are_of_sorts(one: Claim, other: Claim) -> bool:
    """Tell whether two figures side by side count people of whom nobody is both: "were [12 women and 27 children]"."""
    text, stop = one.sentence.within, one.sentence.span.end
    joined = _AND.fullmatch(text, one.phrase.end, other.phrase.start) and _CLOSED.match(text, other.phrase.end, stop)
    return bool(joined) and kinds.are_sorted([one, other]) and not makeup.may_be_both([one, other])


def _are_told_apart(one: Claim, other: Claim) -> bool:
    """Tell whether nothing can be two of what is told behind two figures: what they were, had not done, or where."""
    text, stop, gap = one.sentence.within, one.sentence.span.end, (one.span.end, other.phrase.start)
    for first, then, are_apart in _WAYS:
        told, then_told = first.fullmatch(text, *gap), then.match(text, other.span.end, stop)
        if told and then_told and are_apart(told.groupdict(), then_told.groupdict()):
            return True
    return False


def _are_apart_as_people(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    classes = [lexicon.noun(told["noun"]) for told in (one, other)]
    return None not in classes and kinds.are_exclusive({noun.name for noun in classes if noun}) and classes[0] != classes[1]


def _are_apart_as_places(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return one["by"] == other["by"] and lands.are_places_apart(one["name"], other["name"])


_WAYS = (
    (_DID, _DID_NOT, lambda one, other: one["have"] == other["have"]),
    (_WERE, _AND_WERE, _are_apart_as_people),
    (_THERE, _AND_THERE, _are_apart_as_places),
)


def _records(here: Sequence[Claim]) -> Iterator[tuple[Claim, list[Claim]]]:
    """Give games with those that were won, lost and drawn: "won 12 and lost five of its [15] games"."""
    behind = 0
    for at in range(len(here) - 1):
        record = _record(here, at) if at >= behind else []
        whole = _games(here, at, record) if len(record) > 1 else None
        if whole is not None and series.nouns(record) <= {series.noun(whole)} and _are_of_one_sort(record, whole):
            behind = at + len(record)
            yield whole, record


def _are_of_one_sort(record: Sequence[Claim], whole: Claim) -> bool:
    """Tell whether no part has a word of its own before its noun: "won 12 [cup] games, lost six of its 15 league games"."""
    own, *others = [claim.sentence.within[claim.span.end : claim.phrase.end].split()[:-1] for claim in (whole, *record)]
    return all(words[:1] == ["of"] or set(words) <= set(own) for words in others)


def _record(here: Sequence[Claim], at: int) -> list[Claim]:
    """Give the figures from a place on behind verbs of which nothing has two: "won [12], lost [five], drew [one]"."""
    one, text = here[at], here[at].sentence.within
    did = _VERB.search(text, max(one.sentence.span.start, one.phrase.start - _LED), one.phrase.start)
    record, verbs = [one], [did["verb"]] if did else []
    for other in (here[after] for after in range(at + 1, len(here) if did else 0)):
        then = _THEN_VERB.fullmatch(text, record[-1].phrase.end, other.phrase.start)
        if then is None or then["verb"] in verbs or not sorts.answer_one_question([*verbs, then["verb"]]):
            break
        record.append(other)
        verbs.append(then["verb"])
    return record


def _games(here: Sequence[Claim], at: int, record: Sequence[Claim]) -> Claim | None:
    """Give how many games there were: the figure behind a record that begins at a place, or the one that leads to it."""
    one, last, text = record[0], record[-1], here[at].sentence.within
    after = at + len(record)
    behind, led = here[after : after + 1], here[max(0, at - 1) : at]
    found = [claim for claim in behind if _GAMES_BEHIND.fullmatch(text, last.span.end, claim.phrase.start)]
    start = max(one.sentence.span.start - 1, 0)
    if _ENDS.match(text, last.phrase.end, last.sentence.span.end):  # "but lost five [of the next six]"
        found += [claim for claim in led if _GAMES_LED.search(text, start, claim.phrase.start) and _is_near(claim, one)]
        found += [
            claim for claim in led if _PLAYED.search(claim.led) and _OF_THEM.fullmatch(text, claim.phrase.end, one.phrase.start)
        ]
    return next((claim for claim in found[:1] if _GAMES.fullmatch((claim.counted or "").lower())), None)


def _is_near(claim: Claim, other: Claim) -> bool:
    return other.span.start - claim.span.end < _FAR
