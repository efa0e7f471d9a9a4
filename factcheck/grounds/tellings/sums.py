"""Whether two sums of money that a text tells apart can be one: of one time and one thing; and whether the later points back.

The earlier and the later claim go in. How surely two of the same digits are one hangs on how many digits they have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.claims import Claim, series
from factcheck.grounds import tellings
from factcheck.grounds.tellings import owners, wordings
from factcheck.patterns import pattern

GIVEN = frozenset({"paid", "price", "cost", "bid", "debt", "value", "raised", "investment"})
"""Roles of a sum that is given for something, which may then be called a deal, an order or a loan."""
_SCALED = pattern(r"\d ?(?:[mM]|[bB]|[mM][lL]?[nN]|[bB][lL]?[nN]|[mbtr]+illion|[tT][rR]?[nN])\b")
"""Digits with a scale word."""
_SUMMED = frozenset({"money", "count"})
_LEAST = 10**6
_LONG = 300
_FEW = 2
_DEFINITE = ("the ", "The ", "full ", "this ", "This ", "that ")
_UP_TO = ("to ", "to an ", "to some ")
_OWNED = ("its ", "Its ", "his ", "His ", "her ", "Her ", "their ", "Their ", "’s ", "'s ")
_NOW = pattern(r"\b(?i:now|today|nowadays|currently|since|then|later|still|by)\b")
_TOLD = pattern(
    r"[.,;:)]| (?:<<is>>|will|would|<<has>>|could|may|might|must|does|did"
    r"|<<tells-of>>|and|but|because|while|when|as soon as)\b"
)
_SUM = pattern(r" (?:sum|figure|amount|total)\b")
_SUM_OF = pattern(r"\b[Tt]h(?:e|at|is) (?:sum|figure|amount|total) of \Z")
_ROLE_OF = pattern(r"\s*(?:The|This|That) (?:[a-z]+) of (?:<<about>> )?")
_TOLD_OF_IT = pattern(r" (?:<<is>>|will|came|comes|follows|followed|has|had) (?!(?:in|for|at) (?:19|20)\d\d\b)")
"""Behind a sum that is told of, and set in no other time or place."""
_OF = pattern(r" of\b")
_OWNED_BY = pattern(r" (?:of|[a-z]+(?:ed|wn|en|ght) for by) ")
_NEW = pattern(r"\b[Aa]n? (?:[a-z-]+ ){1,3}of (?:<<about>> )?\Z")
_CHARGED = pattern(r" ([a-z-]+(?: [a-z-]+)?) <<charged>>\b")
_WITH = pattern(r"(?: [a-z-]+){1,2} with ((?:[\w’'-]+ ?){1,3})")
_OF_EACH = pattern(r"\b(?:[Ee]ach|[Ee]very|apiece|to (?:one|a single) [a-z]+)\b")
_OF_ALL = pattern(r"\b(?:[Tt]ogether|[Ii]n all|all of)\b")
_WHOSE = pattern(r"(?: [a-z]+(?:ed|wn|en|ght) for)? (?:of|to|by|from|with|for|in|at) ((?:[\w’'-]+ ?){1,4})")


def are_of_other_years(earlier: Claim, later: Claim) -> bool:
    """Tell whether one of two sums is told for a time long past or for years, and the other is not for the same.

    Not so where the later points back and names no time ("the full $5.2 million loan"), where both are of a part of one year,
    where the later names none and the same words stand about both, and where one of many digits has no time of its own.
    """
    ours, theirs = (earlier.first_day, earlier.last_day), (later.first_day, later.last_day)
    if theirs == (None, None) and _are_told_alike(earlier, later):
        return False
    if ours == theirs or (theirs == (None, None) and _points_back(later)) or _are_of_one_year(earlier, later):
        return False
    if is_told_alone(later) and later.first_day == later.last_day:  # "On Thursday, the $5.2 million would buy": of no year
        return False
    if has_many_digits(later) and (None, None) in (ours, theirs) and not _OF.match(later.sentence.within, later.phrase.end):
        return False
    return any(map(_is_of_years, (earlier, later)))


def _are_told_alike(earlier: Claim, later: Claim) -> bool:
    """Tell whether two words stand about both sums, and nothing sets the later one in another time: "Wren paid $38 million"."""
    apart = _NOW.search(later.sentence.text) or _NOW.search(earlier.sentence.text)
    return apart is None and len(wordings.around(earlier) & wordings.around(later)) > 1


def _is_of_years(figure: Claim) -> bool:
    """Tell whether a sum is for years or a time long past; "over the last decade it grew to $5.2 million" tells of today."""
    first, last = figure.first_day, figure.last_day
    if first is None or last is None:
        return last is not None
    reached = figure.sentence.within.endswith(_UP_TO, 0, figure.phrase.start) and str(last.year) not in figure.sentence.text
    return (last - first).days > _LONG and not reached


def _are_of_one_year(earlier: Claim, later: Claim) -> bool:
    """Tell whether a definite sum of many digits is told for the other's year: "the $1.75 trillion deficit for this year"."""
    days = (earlier.first_day, earlier.last_day, later.first_day, later.last_day)
    return has_many_digits(later) and _points_back(later) and None not in days and len({day.year for day in days if day}) == 1


def are_of_one_day(earlier: Claim, later: Claim) -> bool:
    """Tell whether both sums are of one day that is written with its year, and told in words that they share beside it."""
    day = later.first_day
    if day is None or not day == later.last_day == earlier.first_day == earlier.last_day:
        return False
    about = wordings.around(earlier) & wordings.around(later) - wordings.words_of(day.strftime("%B"))
    return bool(about) and all(str(day.year) in figure.sentence.text for figure in (earlier, later))


def are_of_other_things(earlier: Claim, later: Claim) -> bool:
    """Tell whether a sum is of a thing that the other's sentence does not name: "a $2.5 million rescue [loan]" of no "fund"."""
    text = later.sentence.within
    if earlier.sentence.kind == "headline" or later.counted is None or is_definite(later):
        return False
    if text.startswith(" in ", later.span.end):  # "$6.2 million in cash": no thing but a form
        return False
    if has_many_digits(later) and wordings.nouns(earlier) & wordings.nouns(later):  # "restitution order", "restitution award"
        return False
    return not wordings.words_of(later.counted) & wordings.words_of(earlier.sentence.text)


def is_charged(earlier: Claim, later: Claim) -> bool:
    """Tell whether one of two sums is charged for what the other is: "the $5 billion merger", "the $5 million merger [fee]"."""
    for one, other in ((earlier, later), (later, earlier)):
        charged = _CHARGED.match(one.sentence.within, one.span.end)
        if charged is not None and wordings.words_of(charged[1]) & wordings.nouns(other):
            return _CHARGED.match(other.sentence.within, other.span.end) is None
    return False


def are_with_others(earlier: Claim, later: Claim) -> bool:
    """Tell whether two sums are told to be settled with two: "a settlement with the town", "the settlement with the state"."""
    whom = [_WITH.match(one.sentence.within, one.span.end, one.sentence.span.end) for one in (earlier, later)]
    words = [wordings.words_of(one[1]) for one in whom if one is not None]
    return len(words) > 1 and words[0].isdisjoint(words[1])


def point_back(earlier: Claim, later: Claim) -> bool:
    """Tell whether a definite sum can only mean one told before, by its end or words about both: "the full $52 million"."""
    if is_called_a_sum(later) or is_told_alone(later):
        return True
    return is_known(later) and bool(wordings.around(earlier) & wordings.around(later)) and not is_of_another(earlier, later)


def is_of_another(earlier: Claim, later: Claim) -> bool:
    """Tell whether words behind a sum say whose it is, and the earlier one's sentence does not: "the $5 debt to the state"."""
    whose = _WHOSE.match(later.sentence.within, later.phrase.end, later.sentence.span.end)
    return whose is not None and not wordings.words_of(whose[1]) & wordings.words_of(earlier.sentence.text)


def is_of_somebody_new(earlier: Claim, later: Claim) -> bool:
    """Tell whether a sum is told as a new one, of somebody whom the sentence before does not name: "Lee had a loss of $5"."""
    text, start = later.sentence.within, later.phrase.start
    if later.sentence.kind != "body" or _NEW.search(text, later.sentence.near(start), start) is None:
        return False
    return not wordings.names(later.sentence.text) <= wordings.names(earlier.sentence.text)


def is_owned(figure: Claim) -> bool:
    """Tell whether words behind a definite sum say whose it is or who wanted it: "the $5 [asked for by] its builder"."""
    return is_definite(figure) and _OWNED_BY.match(figure.sentence.within, figure.phrase.end) is not None


def is_called_a_sum(figure: Claim) -> bool:
    """Tell whether a definite sum is nothing but that: "the $52 million figure"."""
    text, start = figure.sentence.within, figure.phrase.start
    if _SUM_OF.search(text, figure.sentence.near(start), start):
        return True
    return is_definite(figure) and _SUM.match(text, figure.span.end) is not None


def is_called_by_role(earlier: Claim, later: Claim) -> bool:
    """Tell whether a sum is named by what the sentence before tells of one: "lost $2 million. The loss of [$2 billion] was"."""
    text, start = later.sentence.within, later.phrase.start
    follows = text[earlier.sentence.span.end : later.sentence.span.start].strip() == "" and earlier.role is not None
    if not follows or later.role != earlier.role or _ROLE_OF.fullmatch(text, later.sentence.span.start, start) is None:
        return False
    return _TOLD_OF_IT.match(text, later.phrase.end) is not None


def is_told_alone(figure: Claim) -> bool:
    """Tell whether a definite sum has no noun behind it: "the $52 million was paid"."""
    return is_definite(figure) and _TOLD.match(figure.sentence.within, figure.span.end) is not None


def is_known(figure: Claim) -> bool:
    """Tell whether a sum is definite or somebody's: "its $52 million"."""
    return is_definite(figure) or figure.sentence.within.endswith(_OWNED, 0, figure.phrase.start)


def _points_back(figure: Claim) -> bool:
    """Tell whether a sum is definite, and nothing behind it says whose it is: "the full $5.2 million loan"."""
    return is_definite(figure) and _OF.match(figure.sentence.within, figure.phrase.end) is None


def is_definite(figure: Claim) -> bool:
    """Tell whether a sum is told as one that is known: "the full $52 million"."""
    text = figure.sentence.within
    return text.endswith(_DEFINITE, 0, figure.phrase.start) or text.endswith(_DEFINITE, 0, figure.span.start)


def digits(figure: Claim) -> str | None:
    """Give the digits of a sum or a count in millions or more, without the zeros behind them; None for a range.

    A number that counts nothing named ("births rose to 17.86 million") is one if it has so many that others hardly have the same,
    or in a headline, which leaves out what it counts.
    """
    value = figure.value
    if (figure.kind not in _SUMMED and figure.kind != "number") or value is None or value < _LEAST or value.denominator != 1:
        return None
    digits = str(value.numerator).rstrip("0")
    enough = _FEW if figure.sentence.kind != "headline" else 1
    return digits if digits and (figure.kind in _SUMMED or len(digits) > enough) else None


def has_many_digits(figure: Claim) -> bool:
    """Tell whether a sum has so many digits that another hardly has the same by chance."""
    return len(digits(figure) or "") > _FEW


def by_sentence(figures: Sequence[Claim]) -> Mapping[int, frozenset[object]]:
    """Give the sums of each sentence that tells several, by the identity of the sentence."""
    told = ([one for one in here if one.kind == "money" and one.quantity] for here in series.by_sentence(figures))
    return {
        id(sums[0].sentence): frozenset((one.value, one.quantity and one.quantity.unit) for one in sums) for sums in told if sums
    }


def stand_beside_one(earlier: Claim, later: Claim, beside: Mapping[int, frozenset[object]]) -> bool:
    """Tell whether a third sum stands in the sentences of two that a word near both ties: "paid $38 million on an income of".

    ``beside`` are the sums of each sentence.
    """
    if earlier.sentence is later.sentence or tellings.have_other_roles(earlier, later) or owners.are_others(earlier, later):
        return False
    ours, theirs = (beside.get(id(figure.sentence), frozenset()) for figure in (earlier, later))
    return bool(ours & theirs) and bool(wordings.shared(earlier, later))


def reach(figure: Claim) -> tuple[bool, bool]:
    """Tell whether a sentence speaks of each of several, and of all of them together."""
    return _OF_EACH.search(figure.sentence.text) is not None, _OF_ALL.search(figure.sentence.text) is not None


def are_headed(earlier: Claim, later: Claim) -> bool:
    """Tell whether a headline's sum and one of the body have a scale word each: of the same digits, they are one sum or none."""
    scaled = (_SCALED.search(one.sentence.within, one.span.start, one.span.end) for one in (earlier, later))
    return earlier.sentence.kind == "headline" and earlier.kind == later.kind == "money" and all(scaled)
