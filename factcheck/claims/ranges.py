"""Whether a range is told from the lower end to the higher: a range with its line goes in.

"between 30 and 20" is only odd where nothing calls for that order: no difference between two figures, no fall, no
figures below zero, no hours of a day, no scale word left out in speech.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.claims import Line, ballots
from factcheck.claims.moves import directions
from factcheck.mentions import Mention
from factcheck.numerals import Numeral
from factcheck.patterns import pattern

_WORD = pattern(r"[^\W\d_]+")
_BETWEEN = pattern(r"\b(?:[Bb]etween (?:[a-z]+ ){0,3}|(?<!, )[Aa]ge[sd] )\Z")
_BACKWARDS = pattern(
    r"(?: (?:years?|decades?|centuries|months?|weeks?|days?))?"
    r" (?:B\.?C|BCE|<<ago>>|below|under(?! the\b)|short|out|away|off|to go|to (?:one|1)|north|south|east|west)\b"
)
_NUMBERED = pattern(r" and \d[\d.]*-\d")
"""Behind one of two names of digits: "between 239-1 and 239-5"."""
_LEADS = pattern(
    r"(?:\b<<leading>>"
    r" (?:(?!by\b|with\b|at\b|from\b|to\b|of\b|in\b)[\w’'.-]+,? ){1,5}"
    r"|\b(?:won|preferr?(?:ed|s)?|<<leading>>)\b(?:[^.;:()]|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.){0,60}\bby"
    r" (?:(?:<<about>> )?[\w.-]+ (?:percentage )?points|double digits|an? [\w.-]+ margin),? \(?"
    r"|\b(?:dead heat|statistical tie|virtual tie|neck[- ]and[- ]neck|deadlocked|tied)(?: [^.;:()]{1,30})??(?: --|,|:| —| –| at) "
    r"|\b(?:advantage|edge|lead) over [^.;:()]{1,100} \("
    r"|\b(?:voted|votes|won|wins?|passed|rejected|approved)\b[^.;:()]{0,60}\bby an? (?:[\w.-]+ )?margin of )\Z"
)
"""Before two figures of rivals: who leads or won, by how much, or that they are level."""
_FROM_TO = pattern(r"\bfrom [^.;:()]{1,80} to \Z")
"""Before a range that something came to: "from 80 percent of the cost to between 30 and 20 percent"."""
_RATED = pattern(r"\b<<rated>>\b")
_GROUPS = pattern(r"s over [a-z]+s\b")
_GOES_ON = pattern(r" (?:of <<possessive>>|do|does)\b")
_FAR = 120
_NEAR = 40
_HOURS = 24
_WRITTEN_OUT = 1000
"""From here on a figure without a scale word may be one written out: "between 1 million and 500,000"."""
_CLOCK = pattern(r"\d{1,2}\.[0-5]\d")
"""Hours and minutes, as a point parts them."""
_THINGS = pattern(
    r" of (?:<<definite>>|<<possessive>>)\b"
    r"| (?:(?:more|fewer|new|other|additional|extra|further) (?:[a-z]+ )?)?"
    r"(?!(?:is|was|has|does|less|hours|minutes|[A-Za-z]*days)\b)[A-Za-z]+s\b"
)
"""Behind what could be hours of the day, were it not for the things that are counted: "between 22 and 19 seats"."""
_YEAR = pattern(r"1\d{3}|20\d\d|2100")


def forms(line: Line, figure: Mention) -> frozenset[str]:
    """Give ``ends`` for a range, and ``range`` where the lower one comes first as a rule; ``sides`` for two sides of a lead.

    Of a vote give ``carried`` where its first side is told to have won.
    """
    if figure.far is None:
        return frozenset()
    if figure.kind == "vote":
        return frozenset(["carried"] if ballots.are_carried(line, figure) else [])
    if figure.kind == "percent" and _are_sides(line, figure):
        return frozenset(["sides"])
    return frozenset(["ends", "range"]) if is_in_order(line, figure) else frozenset(["ends"])


def _are_sides(line: Line, figure: Mention) -> bool:
    """Tell whether two percentages are those of two sides and no range: "beat her 51% to 63%"."""
    text, start = line.sentence.within, max(line.sentence.span.start, figure.start - _FAR)
    if _LEADS.search(text, start, figure.span.start) is None or are_rated(line.sentence.text):
        return False
    return not (_GROUPS.search(text, start, figure.span.start) or _GOES_ON.match(text, figure.span.end))


def are_rated(sentence: str) -> bool:
    """Tell whether a sentence speaks of what many can have at once, so that each of its shares is of a whole of its own."""
    return _RATED.search(sentence) is not None


def is_in_order(line: Line, figure: Mention) -> bool:
    """Tell whether a figure is a range whose lower end comes first, if it is told as usual: "between 20 and 30"."""
    near, far = figure.numeral, figure.far
    if near is None or far is None or near.value <= 0 or far.value <= 0 or far.bound or figure.kind == "time":
        return False
    if near.scale > far.scale == 1 and far.value < _WRITTEN_OUT:  # "between 900 million and 1.2"
        return False
    if not figure.units and _may_be_times(line.sentence.within, figure, (near, far)):
        return False
    behind = line.sentence.within, figure.span.end
    if _BACKWARDS.match(*behind) or _NUMBERED.match(*behind):  # "between 300 and 200 BC"
        return False
    before = line.sentence.within[max(line.sentence.span.start, figure.start - _FAR) : figure.span.start]
    led = _BETWEEN.search(before)
    if led is None or (_FROM_TO.search(before, 0, led.start()) and not _comes_from_below(line, figure, far)):
        return False
    return _is_usual(before[max(0, len(before) - _NEAR) : led.start()], counted=_THINGS.match(*behind) is not None)


def _comes_from_below(line: Line, figure: Mention, far: Numeral) -> bool:
    """Tell whether the figure before a range is lower than all of it: "from 95 million to between 200 and 250 million"."""
    earlier = line.figure_before(figure.start)
    return earlier is not None and earlier.numeral is not None and earlier.far is None and earlier.numeral.value < far.value


def _may_be_times(text: str, figure: Mention, ends: Sequence[Numeral]) -> bool:
    """Tell whether both ends may be years, or times of a day that goes on behind noon or midnight: "between 11.45 and 1.15"."""
    written = [text[end.start : end.end] for end in ends]
    if all(_YEAR.fullmatch(end) for end in written):
        return True
    hours = all(
        end.value <= _HOURS and (end.value.denominator == 1 or _CLOCK.fullmatch(w)) for end, w in zip(ends, written, strict=True)
    )
    return hours and not _THINGS.match(text, figure.span.end)


def _is_usual(before: str, *, counted: bool) -> bool:
    """Tell whether nothing in the words before a range calls for another order of its ends.

    What fell may be told from the top: "fell between 10 percent and 7 percent". Things are ``counted`` upwards.
    """
    words = _WORD.findall(before.lower())
    falls = bool(words) and directions().get(words[-1]) == "down" and not counted
    return not falls and not any(word in lexicon.words("grammar", "apart") for word in words)
