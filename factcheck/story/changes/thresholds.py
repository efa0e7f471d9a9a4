"""Links from a figure to the one that it is set against: "49.5, below the 50 mark", "45 cents, above the 37 cents expected".

The word that compares stands right behind the first figure, or behind a comma; only a few words lead from it to the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck import lexicon
from factcheck.claims import COUNTS, Claim, Line, moves, series
from factcheck.grounds import siblings
from factcheck.grounds.changes import alike, bases, differences, reckoning, sides
from factcheck.grounds.changes import levels as changes
from factcheck.patterns import pattern
from factcheck.story.changes import moves as levels
from factcheck.story.links import Link
from factcheck.story.tellings import restated
from factcheck.values import frozen

KIND = "threshold"
ROUND = 3
ONE = True
INHERITS = frozenset({"level", "unit"})

KINDS = frozenset({"number", "count", "money", "measure", "percent", "points", "ratio"})
_SPELLS = frozenset({"duration"})
_WON = frozenset({"number", "count", "money"})  # of times, less is better
_WORD = r"(?:\d+-)?[^\W\d_]+(?:[’'-][^\W\d_]+)*[’']?"
_THEN = (
    r"(?: in (?:(?:19|20)\d\d|<<calendar: month>>))?"
    r"(?: (?:from|on) (?:an?|the|last) <<spells>>(?: <<ago>>)?)?"
    r"(?: on (?:<<calendar: weekday>>|the \d{1,2}<<th>>(?: of (?:the month|<<calendar: month>>))?))?"
    r"(?: in the (?:[a-z-]+ ){1,3}(?:to|ended|ending|through) (?:the end of )?<<calendar: month>>)?"
)
ADVERBIAL = r"(?: <<standing>>)*"
_ASIDE = (
    r"(?:, (?:unchanged|flat|little changed|(?:more than )?(?:double|twice|triple)) (?:(?!(?:and|but)\b)[\w’'-]+ ?){1,6}(?<! ))?"
)
"""Behind a figure: how it stands to an earlier one, which has no figure."""
_SAID = r"(?:, (?:the [a-z]+|it|he|she) said(?: on <<calendar: weekday>>)?(?=,))?"
_LED = pattern(
    rf"\)?{_THEN}(?: (?!(?:and|but|as|with|while|on|from|to|by)\b){_WORD}){{0,4}}"
    rf"{_ASIDE}{_SAID}(?:, the(?: (?:{_WORD}|(?:19|20)\d\d)){{1,9}})?(?:,| --| –| —| and| but| which){ADVERBIAL} "
)
_IS = pattern(rf"(?: (?!(?:of|and|but|who|that)\b){_WORD}){{0,5}} (?:<<is>>|came in|comes in){ADVERBIAL} ")
"""Behind a figure that something is told to have: "turnout of [48 percent] in the east was"."""
_TOLD = pattern(rf"(?:(?! (?:but|while|who|that|with|as|to(?! <<determiner>>\b))\b)[^;:()“”\d]){{0,80}},{ADVERBIAL} ")
"""Behind a count, before what is told of it and not of anything between."""
_AIM = pattern(r" <<determiner>> (?:[a-z-]+ ){0,2}(?:<<limits>>|record|capacity|minimum|maximum) of (?:<<about>> )?\Z")
"""Before a number without a noun: it is of what was counted ("built 400 homes in May, short of [the target of] 500")."""
_MISSED = pattern(r"[^;:.()“”\d]{0,90}?\b(?:short of|shy of|missed|missing|below) the ")
_NEEDED = pattern(r" (?:that )?(?:(?:<<pronoun>>|[A-Z][a-z]+) )?(?:needed|required|needs)\b")
_EXPECTED = pattern(r"\b<<expectations>>")
_FOR_ONE = pattern(r" (?:an?|per) (?!<<spells>>s? <<ago>>)[a-z]+\b")
"""Behind a figure: it is for one of them."""
_RECORD = pattern(
    r" <<determiner>> (?:<<previous>>|old|earlier|former|existing|standing|last) (?:[a-z-]+ ){0,2}(?:record|high|peak)\b"
)
"""What is surpassed, behind a word that says so: no rival, but a figure."""
_THEN_IT = pattern(r", when (?:<<pronoun>>|there) ")
_ALL_OF_IT = pattern(r" ?(?:[.,;:)”\"—–]|\Z)(?! (?:and|or) [^.;]*\d)")
"""Behind a figure of then: it is told of all that the first is told of, and no other is told beside it."""
_WHERE = pattern(r", (?:where|when) (?:[\w’'-]+ ){1,4}\Z")
"""Before a figure that is told in an aside: "at 62 percent, as in the country, [where it was] 31, and higher than"."""
_BEHIND = 40
_DEGREES = frozenset({"lower than", "higher than"})
_FASTER = frozenset({"faster than the", "slower than the"})
_NEXT = pattern(r"[a-z]+(?:['’]t\b)?")
_THAN = pattern(r"\bthan\b")
_LED_BY = 60
_LONGEST = 120


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links between figures that follow each other in a sentence.

    Behind a figure that the first was compared with already, the first is meant: "rose to 58 from 39, above the 43 expected".
    """
    meant = {link.one: link.other for link in links if link.kind == levels.KIND}
    again = {link.one: link.other for link in links if link.kind == restated.KIND}
    for kinds in (KINDS, _SPELLS):  # one spell is set against another, whatever stands between them
        yield from _of_kinds([figure for figure in figures if figure.kind in kinds], meant, again)


def _of_kinds(figures: Sequence[Claim], meant: dict[str, str], again: Mapping[str, str]) -> Iterator[Link]:
    """Give the links of figures of some kinds; ``meant`` are the levels for which others stand, ``again`` those told again."""
    by_id = {figure.id: figure for figure in figures}
    yield from _by_difference(figures)
    for before, first, reference in zip([*figures[:1], *figures], figures, figures[1:], strict=False):
        if first.sentence is not reference.sentence:
            continue
        hit = _compared(first, reference)
        side = _side(first, reference, hit) if hit is not None else ""
        if hit is None or not side:
            continue
        if siblings.is_mere_place(first, before, reference):
            meant.setdefault(first.id, before.id)  # "31,512 people at 84 sites, more than the 30,011 of May"
        if first.id not in meant and (
            _is_set_against(first)
            or (hit.word not in sides.extents() and _is_fall(first))
            or _may_be_of_another(first, reference, side, figures)
        ):
            continue
        value = by_id[meant.get(first.id, first.id)]
        if value is first and first.id in again and not alike.are_alike(value, reference):
            value = by_id.get(again[first.id], value)  # "129 million euros ($178 million), below"
        meant[reference.id] = value.id
        fits = alike.are_alike(value, reference) or alike.leaves_unit_out(value, reference)
        if value is not reference and fits:
            told = None if _is_counted_otherwise(value, reference) else side
            yield Link(KIND, reference.id, value.id, side, direction=told)


def _may_be_of_another(first: Claim, reference: Claim, side: str, figures: Sequence[Claim]) -> bool:
    """Tell whether a number without a noun may be set against an earlier count: "[400] clerks in 20 towns, more than the 350"."""
    if reference.kind != "number" or reference.counted is not None or first.kind not in COUNTS:
        return False
    told = [
        figure for figure in figures if figure.sentence is first.sentence and figure.span < first.span and figure.kind in COUNTS
    ]
    ours, *others = ((figure.value or 0) > (reference.value or 0) for figure in (first, *told))
    return ours is not (side == "above") and any(fits is (side == "above") for fits in others)


def _by_difference(figures: Sequence[Claim]) -> Iterator[Link]:
    """Give the links behind a difference: "admitted 540 patients in May, 8 percent more than the 500 of April"."""
    for value, _, reference, side in differences.told_apart(figures):
        yield Link(KIND, reference.id, value.id, side, direction=side)


def _is_fall(figure: Claim) -> bool:
    """Tell whether a figure is by how much something fell: of a fall, more is less."""
    text, span, sentence = figure.sentence.within, figure.span, figure.sentence.span
    lead = moves.lead(text, max(sentence.start, figure.phrase.start - _LED_BY), figure.phrase.start)
    stop = min(sentence.end, span.end + _BEHIND)
    stop = next((at for at in _words(text, span.end, stop) if sides.compared().at(text, at, sentence.end)), stop)
    behind = _NEXT.findall(text[span.end : stop])[:3]  # of "2.1 million, lower than" it is the word that compares
    return (lead.part == "change" and lead.direction == "down") or any(moves.directions().get(word) == "down" for word in behind)


def _is_set_against(figure: Claim) -> bool:
    """Tell whether a figure is what another one is compared with: "from 812 billion", "richer than the high of $128"."""
    text, stop = figure.sentence.within, figure.phrase.start
    start = max(figure.sentence.span.start, stop - _LED_BY)
    if moves.lead(text, start, stop).part == "before" or _THAN.search(text, start, stop):
        return True
    if text.startswith(",", figure.span.end) and _WHERE.search(text, start, stop):
        return True
    return any(sides.compared().at(text, at, stop) for at in _words(text, start, stop))


@frozen
class _Hit:
    """A word that compares: where it begins and ends, and the side that it tells."""

    start: int
    end: int
    side: str
    word: str


def _compared(first: Claim, reference: Claim) -> _Hit | None:
    """Give the first word behind a figure that compares it with the next one; None where none does."""
    text, start, stop = first.sentence.within, first.span.end, reference.span.start
    if stop - start > _LONGEST:
        return None
    for at in _words(text, start, stop):
        found = sides.compared().at(text, at, stop)
        if found is not None:
            (side, word), end = found
            return _Hit(at, end, side, word)
    return None


def _side(first: Claim, reference: Claim, hit: _Hit) -> str:
    """Say on which side the first figure is told to stand: ``above``, ``under``; empty where nothing compares the two."""
    text, start, stop = first.sentence.within, first.span.end, reference.span.start
    if changes.is_rise_of(reference, start) and not changes.is_change(first):
        return ""  # "rise to 8 million tonnes, below the average increase of 600,000"
    if _MISSED.fullmatch(text, first.phrase.end, reference.phrase.start) and _NEEDED.match(text, reference.span.end):
        return "under"  # "won 42 percent of the vote, short of the 50 percent needed"
    if text.endswith("over and ", start, hit.start):  # "another 400 over and above the 900": on top of them
        return ""
    if not _leads_on(first, reference, hit.start, hit.end) or not sides.LEADS.fullmatch(text, hit.end, stop):
        return ""
    if _THEN_IT.search(text, hit.end, stop) and _ALL_OF_IT.match(text, reference.phrase.end) is None:
        return ""  # "higher than in 2011, when it was 52 percent among women"
    won = hit.word in lexicon.words("grammar", "won")
    if won and not _is_won(reference, hit):
        return ""
    words = _NEXT.findall(text[max(first.sentence.span.start, start - _LONGEST) : stop].lower())
    if hit.word in _FASTER and first.kind == "number":
        return ""  # "ran 12.91, faster than the 12.92 that won in Sydney"
    if hit.word in _DEGREES and not lexicon.words("grammar", "signs").isdisjoint(words):
        return ""  # "the fall was 2.1 percent, lower than"
    turned = lexicon.words("grammar", "negations") if hit.word in sides.extents() else sides.turning(won)
    return "" if any(near in turned or near.endswith(("n't", "n’t")) for near in words) else hit.side


def _is_counted_otherwise(first: Claim, reference: Claim) -> bool:
    """Tell whether two figures are of two units or bases: "$1.20, more than the $4 a gallon", "40, more than 52 in tonnage"."""
    text, start, stop = first.sentence.within, first.phrase.start, reference.span.end
    if _is_for_one(reference) and not _is_for_one(first):
        return True
    ranked = reference.kind == "number" and bases.falls_as_it_rises(reference, start, stop)
    return ranked or reckoning.on_other_basis(text, start, min(stop + _BEHIND, reference.sentence.span.end))


def _is_for_one(figure: Claim) -> bool:
    """Tell whether a figure is what one of something has: "$4 a gallon", "40 miles per gallon"."""
    unit = figure.quantity.unit if figure.quantity else None
    return "/" in (unit or "") or _FOR_ONE.match(figure.sentence.within, figure.span.end) is not None


def _is_won(reference: Claim, hit: _Hit) -> bool:
    """Tell whether a word of a contest says which figure is the larger: something was expected, or a record was surpassed."""
    text, behind = reference.sentence.within, min(reference.sentence.span.end, reference.span.end + _BEHIND)
    larger = (
        hit.word in lexicon.words("grammar", "won by more") and _RECORD.match(text, hit.end, reference.span.start) is not None
    )
    return larger or (reference.kind in _WON and _EXPECTED.search(text, hit.end, behind) is not None)


def _leads_on(first: Claim, reference: Claim, at: int, end: int) -> bool:
    """Tell whether what stands before a word that compares, from ``at`` to ``end``, is told of the first figure."""
    text, start = first.sentence.within, first.span.end
    if _LED.fullmatch(text, start, at):
        return True
    if differences.VALUED.search(text, first.sentence.near(first.phrase.start), first.phrase.start) and (
        _IS.fullmatch(text, start, at) or text[start:at] == " "
    ):
        return True
    bound = end + 1 == reference.span.start and not text.endswith("the", 0, end)  # "more than 40"
    if first.kind != "count" or bound or _TOLD.fullmatch(text, start, at) is None:
        return False
    bare = reference.kind == "number" and reference.counted is None
    if bare and (bases.are_scaled(first, reference) or _AIM.search(text, end, reference.phrase.start)):
        return True
    return series.noun(first) == series.noun(reference) != ""


def _words(text: str, start: int, stop: int) -> Iterator[int]:
    """Give the places behind blanks."""
    at = text.find(" ", start, stop)
    while at >= 0:
        yield at + 1
        at = text.find(" ", at + 1, stop)
