"""Links from what was expected to what came: "Analysts had expected $38 million; the mill made $41 million, beating forecasts".

Both are told bare, and somewhere beside them which of them was the larger: behind the figure that came ("beating forecasts"), or
behind what was expected, where a sentence before told the figure ("so it beat forecasts"); or before both ("reported earnings
above expectations. It earned 52 cents a share, compared with the 47 cents expected"). It is asked of earnings and sales
alone, of which more is better, and where no other basis, figure or hedge is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims import Claim, Line, series
from factcheck.grounds.changes import alike, reckoning, sides
from factcheck.grounds.tellings import wordings
from factcheck.patterns import pattern
from factcheck.story.changes import thresholds
from factcheck.story.links import Link

KIND = thresholds.KIND
ROUND = thresholds.ROUND
ONE = thresholds.ONE
INHERITS = thresholds.INHERITS

_EXPECTED = pattern(
    r"(?:(?:While|Although|Though) )?<<Analysts>>"
    r"(?: (?:had|have))?(?: (?:on average|been))*"
    r" (?:<<foreseen>>|expecting|forecasting|looked for|looking for)(?: on average| an average of)? "
)
_VERDICT = (
    r"(?:(?:fell|fall|falling|came in|coming in|was|were) )?(?P<word><<grammar: won>>)"
    r" (?:<<definite>> |all |market |analysts[’'] )?<<consensus>>"
    r"(?= ?[.,;]|\Z| (?:because|as|thanks)\b)"
)
_CAME = pattern(r"[;,] (?:but |and )?(?:<<pronoun>>|the (?:company|firm|group|[a-z]+)) <<earning>> ")
_SO = pattern(rf",? (?:and (?:so )?)?{_VERDICT}")
_IT = pattern(
    rf"(?: a share)?(?:[;,] (?:and |but )?(?:so )?(?:it|the results?|the (?:company|firm|group)) "
    rf"|\.\s{{1,3}}(?:It|The (?:company|firm|group|results?|(?P<who>[a-z]+))) ){_VERDICT}"
)
_LEAD = pattern(
    r"\b(?P<what>[Ee]arnings|[Pp]rofits?)(?: on <<calendar: weekday>>)?"
    r"(?:,? that(?: was| were| came in)?|,? (?:was|were|came in))?"
    r" (?P<word><<grammar: won>>|above|below)"
    r" (?:the |their |all |market |analysts[’'] |Wall Street(?:[’']s)? )?<<consensus>>\b"
)
_ANY_VERDICT = pattern(r"\b<<consensus>>\b")
_IT_EARNED = pattern(
    r"(?:(?:It|He|She|The (?:company|firm|group|[a-z]+)) (?:earned|made|reported (?:a profit|earnings) of)"
    r"|(?:Net (?:income|profit)|Profit|Earnings) (?:was|were|came to)) "
)
_SET_AGAINST = pattern(
    r"(?: a share)?(?: (?:in|for) [^.,;:()\d]{1,40})?,? (?:compared with|against|versus) (?:the |an? )?"
    r"(?:average (?:forecast|estimate) of )?"
)
_BY_THEM = pattern(
    r"(?: a share)?(?:,? (?:that )?<<analysts>>(?: had| have)?(?: on average)?)?"
    r" (?:<<foreseen>>|estimated)(?: by [a-z]+)?(?: on average)? ?(?:[.,;]|\Z)"
)
_OF_LONGER = pattern(r"\b(?:(?:full|whole|fiscal|the) year|half|months|weeks)\b")
"""In the sentence of the figures: they may be of another spell of time than the lead's."""
_LED_BY = 320
"""Code points before a sentence in which the story's lead says on which side of what was expected the earnings were."""
_EARNING = pattern(r"\b(?:<<earning>>|<<profits>>|<<sales>>)\b")
_BY_ITSELF = 160
_BOTH = 2


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the links of all sentences that tell what was expected, in text order."""
    told = [*series.by_sentence(figure for figure in figures if figure.kind in ("money", "number", "count"))]
    for before, here in pairwise([[], *told]):
        led = _as_the_lead_says(here) if len(here) == _BOTH else None
        if led is not None:
            yield Link(KIND, here[1].id, here[0].id, led, direction=led)
            continue
        expected = here[0]
        text, start = expected.sentence.within, expected.sentence.span.start
        if _EXPECTED.fullmatch(text, start, expected.phrase.start) is None:
            continue
        found = _beside(here) if len(here) == _BOTH else _before(before, expected) if len(here) == len(before) == 1 else None
        if found is not None and alike.are_alike(found[0], expected):
            yield Link(KIND, expected.id, found[0].id, found[1], direction=found[1])


def _beside(here: Sequence[Claim]) -> tuple[Claim, str] | None:
    """Give the figure that is told to have come behind what was expected, and its side."""
    expected, value = here
    text, end = expected.sentence.within, expected.sentence.span.end
    came = _CAME.fullmatch(text, expected.span.end, value.phrase.start) is not None
    verdict = _SO.match(text, value.span.end, end) if came else None
    return (value, _side(verdict["word"])) if verdict and _is_plain(text, expected.sentence.span.start, end) else None


def _as_the_lead_says(here: Sequence[Claim]) -> str | None:
    """Give the side of what was expected on which the sentence before says that a sentence's earnings are."""
    value, expected = here
    text, sentence = value.sentence.within, value.sentence.span
    earned = _IT_EARNED.fullmatch(text, sentence.start, value.phrase.start)
    if earned is None or not _SET_AGAINST.fullmatch(text, value.span.end, expected.phrase.start):
        return None
    before = max(0, sentence.start - _LED_BY)
    told = [*_LEAD.finditer(text, before, sentence.start)]
    if _OF_LONGER.search(text, value.span.end, sentence.end):
        return None
    alone = len(told) == len(_ANY_VERDICT.findall(text, before, sentence.start)) == 1
    if not alone or not _BY_THEM.match(text, expected.span.end, sentence.end) or not alike.are_alike(value, expected):
        return None
    return _side(told[0]["word"]) if _is_plain(text, told[0].start(), expected.span.end) else None


def _before(before: Sequence[Claim], expected: Claim) -> tuple[Claim, str] | None:
    """Give the only figure of the sentence before, and on which side of what was expected it is told to lie."""
    value, text, end = before[0], expected.sentence.within, expected.span.end
    verdict = _IT.match(text, end, end + _BY_ITSELF)
    gap = expected.sentence.span.start - value.sentence.span.end
    if verdict is None or not 0 <= gap <= 3 or _EARNING.search(value.led) is None:
        return None
    known = verdict["who"] is None or f" {verdict['who']}" in value.sentence.text
    close = text.find(".", verdict.end())
    plain = _is_plain(text, value.sentence.span.start, close if close >= 0 else len(text))
    return (value, _side(verdict["word"])) if known and plain else None


def _is_plain(text: str, start: int, stop: int) -> bool:
    """Tell whether nothing is lost or denied from one place to another, and no other basis told."""
    told = text[start:stop].replace(" on average", "")  # so much was expected of all
    return wordings.words(told).isdisjoint(sides.turning(True)) and not reckoning.on_other_basis(told, 0, len(told))


def _side(word: str) -> str:
    found = sides.compared().at(word, 0, len(word))
    return found[0][0] if found is not None else ""
