"""Whether a figure can be the whole of another: of one unit and noun, and a sum that nothing is taken off.

Two figures go in, the part and the whole; yes or no comes out. Of several that can be it the words about them choose one.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.claims import COUNTS, SUMS, Claim, series, subjects
from factcheck.claims.phrases import nouns
from factcheck.grounds import larger
from factcheck.patterns import pattern

_RIGHT_BEHIND = pattern(r"(?: of (?:them|these|those))?(?: (?:next|last|this) <<spells>>| in (?:19|20)\d\d)?,? (?:<<about>> )?")
_DIRECT = pattern(r"(?<!\bof)(?<!\bin)(?<!\bat)(?<!\bon)(?<!\bby)(?<!\bto)(?<!\band)(?<!\bfor)(?<!\bfrom)(?<!\bwith)(?<=\w) \Z")
_PLACED = pattern(r"\b(?:by|in|from|at|with) \Z")
"""Before a figure that is a mere place, doer or time of another: "10 lamps built by [18] men"."""
_AT = pattern(r"\b(?:by|in|from|at|with|on|of|aboard) (?:<<definite>> )?\Z")
NET = pattern(r"\b(?:<<profits>>|<<net-sums>>)\b")
"""What sums are that something is taken off: a part may be larger than such a one."""
_TAKEN_OFF = pattern(r"\b<<taken-off>>\b")
_DEAL_WORTH = pattern(r"\b<<deals>> (?:(?:<<is>>|would be|could be|to be|potentially) ){0,2}worth (?:<<about>> )?\Z")
"""What is paid in a deal is no net worth."""
_IT = r"it|that|the (?:money|sum)"
_OF_IT = pattern(rf" of (?:{_IT})\b")
_OF_ANOTHER = pattern(rf" of (?:{_IT}|them|which|whom)\b")
_NAMED = pattern(r"(?P<noun>[A-Za-z][a-z’'-]*)(?:[,;] | \(| -- | — | – | - )(?:(?:<<about>>|<<bounds>>) )*\Z")
_FIGURE = pattern(r"[“\"]?(?:(?:<<About>>|<<Bounds>>) )?(?:\d[\d,.]*|[A-Z][a-z]+(?:-[a-z]+)?|half) ?")
_FOUND = pattern(
    r"\A((?:(?! (?:an?|per|each|every) <<spells>>| and )(?: [\w’'-]+)){1,10}) and (?:found|concluded|discovered) that"
    r" (?:<<about>> )?(?:\d[\d,]*|[a-z-]+) \Z"
)
_GROSS = frozenset({"stolen", "cost", "donated"})
"""Roles of sums that nothing is taken off: a part cannot be larger."""
_THOSE = pattern(r"\b<<Definite>> (?:[a-z-]+ ){0,2}?([a-z]{2,}(?<![sui])s|<<people>>)\b")
_OF_A_TIME = pattern(
    r"[Oo]f th[eo]se (?:who|that|[a-z]+ed|<<participles>>)\b[^.;:]*?"
    r"\b(?:since|last|this|past|so far|ever|ago|in (?:19|20)\d\d|in <<calendar: month>>)\b"
)
"""Before a part: a group that a time of its own tells ("[Of those caught since 2021], some 2,900")."""
_TOLD_WITH = pattern(r"\b(?:of|in|at|on|for|from|by|against|to|with|after|during) (?:[\w’'-]+ ){0,3}\Z")
"""Before a noun that tells more of those counted: "nine people were treated [for] burns, two of them for bad ones"."""
_THOUSAND = 1000
_MILLION = Fraction(1_000_000)
_NEXT = 3
"""Code points between a sentence and the next."""
_LED = 40
_FAR = 90
"""Code points before a sum that say what it is."""


def fits(part: Claim, whole: Claim, same_noun: bool, *, of_more: bool = False) -> bool:
    """Tell whether a figure can hold the part: of one unit, one noun where the cue asks for it, and no contradicting subject.

    What comes on top of another holds only what is told to be of it (``of_more``): "another 130 were hurt, 27 of whom".
    """
    if part.quantity is None or whole.quantity is None or part.additional or whole.quantity.value == 1:
        return False
    if (whole.additional and not of_more) or "points" in (part.kind, part.counted):
        return False
    unnamed = whole.kind in SUMS and is_some_of_a_sum(part)
    if unnamed and _size_in_words(part) > (whole.value or 0):
        return False  # "at $41, and bought [3 million] of them": no dollars
    if whole.kind in COUNTS and is_some_of_a_sum(part) and (whole.value or _THOUSAND) < _THOUSAND:
        return False  # "the three men made 23 million pounds, of which [14 million]"
    if _is_netted(part, whole) or larger.may_be(part, whole):
        return False
    return _are_of_one_noun(part, whole) if same_noun else _are_of_one_unit(part, whole, unnamed=unnamed)


def of_body(whole: Claim, before: Sequence[Claim]) -> Claim:
    """Give for a whole that the headline tells the same number of the story: "Mill cuts [340] jobs"."""
    title = whole.sentence.kind == "headline"
    return next((one for one in before if title and one.sentence.kind == "body" and one.value == whole.value), whole)


def last_sum(before: Sequence[Claim]) -> Claim | None:
    """Give the sum or the measure that "it" means: the last, or the first of measures set against each other."""
    told = [figure for figure in before if figure.kind in ("money", "measure")]
    near = [figure for figure in told if figure.sentence is told[-1].sentence and figure.kind == "measure"]
    return near[0] if near and told[-1].kind == "measure" else (told[-1] if told else None)


def may_be_of_it(part: Claim, whole: Claim, *, is_last: bool) -> bool:
    """Tell whether several "of them" can be of a count: of no sum, of no "three or four", of more only where they were the last.

    "Another 130 were hurt, [27] of whom": those who come on top of others must be enough to hold them.
    """
    more = is_last and whole.value is not None and part.value is not None and whole.value > part.value
    return whole.kind in COUNTS and (whole.is_single or more)


def _is_netted(part: Claim, whole: Claim) -> bool:
    """Tell whether something may be taken off a whole, or is off its part: a profit may include a larger gain."""
    net = whole.kind == "money" and not (_GROSS.intersection(whole.roles) or is_gross(whole))
    return net or (part.kind == "money" and has_some_taken_off(part))


def _are_of_one_noun(part: Claim, whole: Claim) -> bool:
    """Tell whether part and whole count by one noun, and neither is of others or of fewer."""
    heads = [claim.subject.head or (claim.counted or "").lower() if claim.subject else None for claim in (part, whole)]
    same = heads[0] is not None and heads[0] == heads[1] and not subjects.contradict(part.subject, whole.subject)
    return same and not subjects.narrower(whole.subject, part.subject)


def _are_of_one_unit(part: Claim, whole: Claim, *, unnamed: bool) -> bool:
    """Tell whether part and whole are of one unit and kind; what names nothing, or leaves a sum's unit out, is of any."""
    of, own = (claim.quantity.unit if claim.quantity else None for claim in (whole, part))
    unknown = unnamed or (part.role is None and (part.subject is None or part.subject.head is None))  # skiers may be people
    kind = "number" if part.kind == "count" and part.counted is None else part.kind
    if kind not in (whole.kind, "number") or not (own == of or (unknown and own is None) or f"{own}/share" == of):
        return False
    return not subjects.contradict(part.subject, whole.subject, nouns=False)


def is_some_of_a_sum(part: Claim) -> bool:
    """Tell whether a number in millions leaves the unit of a sum out, or of a measure: "9 million acres of which [5 million]"."""
    written = part.sentence.within[part.span.start : part.span.end]
    return part.counted is None and part.value is not None and part.value >= _THOUSAND and written[-1].isalpha()


def leaves_scale_out(part: Claim, whole: Claim) -> bool:
    """Tell whether a part may leave the scale word of its whole out: "[17.2] of 61 million"."""
    text, size = whole.sentence.within, whole.value or 0
    short = part.value is not None and part.value < _THOUSAND and text[part.span.end - 1].isdigit()
    digits = _DIGITS.match(text, whole.span.start, whole.span.end)
    scaled = digits is not None and len(digits[1].replace(",", "")) < len(str(_THOUSAND))  # "1,050 a month" has no scale word
    return short and scaled and size >= _THOUSAND and text[whole.span.end - 1].isalpha()


def _size_in_words(part: Claim) -> Fraction:
    """Give what a sum holds at least that a number in millions is some of."""
    return min(part.value or Fraction(0), _MILLION)


_DIGITS = pattern(r"[^\w]*([\d,]+)")
_AND_DOES = pattern(r" and [a-z]+(?<![sui])s (?:in|on|with|at|by)\b")
"""Between two figures: another verb, "holds 71 seats [and governs with] nine others"."""


def opens(words: str) -> bool:
    """Tell whether nothing but a figure stands before a cue in its sentence: "[Three] of them jumped"."""
    return not words or _FIGURE.fullmatch(words) is not None


def are_others(part: Claim, whole: Claim) -> bool:
    """Tell whether more than those told in another paragraph are of others: "Nine men came.", "[Twelve] of them jumped"."""
    return part.sentence.paragraph != whole.sentence.paragraph and (part.value or 0) > (whole.value or 0)


def is_gross(whole: Claim) -> bool:
    """Tell whether a figure is a sum that nothing is taken off: a profit may include a larger gain."""
    text, start = whole.sentence.within, max(whole.sentence.span.start, whole.phrase.start - _FAR)
    deal = _DEAL_WORTH.search(text, start, whole.phrase.start)
    before = deal.start() if deal else whole.phrase.start
    net = NET.search(text, start, before) or NET.search(text, whole.span.end, whole.phrase.end) or has_some_taken_off(whole)
    return whole.kind == "money" and not net


def largest(sums: Sequence[Claim]) -> Claim | None:
    """Give the largest of some sums, but of nets none: "losses of 12 million in May and 6 million in June" may hold more."""
    found = max(sums, key=lambda figure: figure.value or 0)
    return None if found.kind == "money" and NET.search(found.sentence.text) else found


def has_some_taken_off(claim: Claim) -> bool:
    """Tell whether a sentence takes something off a sum: "including $3 billion from rents, partly offset by new spending"."""
    return _TAKEN_OFF.search(claim.sentence.text) is not None


def is_of_it(claim: Claim) -> bool:
    """Tell whether a sum is told to be some of one before it: "$12,000 of it"."""
    return _OF_IT.match(claim.sentence.within, claim.span.end, claim.sentence.span.end) is not None


def is_of_another(claim: Claim) -> bool:
    """Tell whether a figure is told to be some of one before it: "$25 of it in cash", "12 of them"."""
    return _OF_ANOTHER.match(claim.sentence.within, claim.span.end, claim.sentence.span.end) is not None


def is_right_before(whole: Claim, part: Claim) -> bool:
    """Tell whether a part stands right behind a whole that is no mere place or time: "hurt five children, two of them badly"."""
    text = part.sentence.within
    if whole.sentence is not part.sentence or not _RIGHT_BEHIND.fullmatch(text, whole.phrase.end, part.phrase.start):
        return False
    return _DIRECT.search(*_before(whole)) is not None


def _before(whole: Claim) -> tuple[str, int, int]:
    """Give the text before a figure in its sentence."""
    return whole.sentence.within, whole.sentence.span.start, whole.phrase.start


def is_place_of_another(part: Claim, whole: Claim, before: Sequence[Claim], same_noun: bool) -> bool:
    """Tell whether a figure says where those are that one before it counts, which holds the part: "30 guests on [12] boats"."""
    if not _AT.search(*_before(whole)):
        return False
    text = whole.sentence.within
    others = (other for other in before if other.span < whole.span and fits(part, other, same_noun))
    others = (other for other in others if not _AND_DOES.search(text, other.phrase.end, whole.phrase.start))
    return any(_size(other) >= _size(part) for other in others)


def without_finding(words: str) -> str:
    """Leave out what leads to a part that was found, behind its whole: "tested 40 wells in Hull [and found that 12] of them"."""
    return _FOUND.sub(r"\1", words)


def are_others_named(part: Claim, at: int, whole: Claim, counted: Sequence[Claim]) -> bool:
    """Tell whether "12 of them" means what is named right before without a number: "two escorts. [Trucks], 12 of them full"."""
    larger = (part.value or 0) > (whole.value or 0)
    if larger and part.sentence.span.start - whole.sentence.span.end > _NEXT:
        return True  # a sentence stands between, and with it what else may be meant
    if larger and any(claim.kind in SUMS and claim.span > whole.span for claim in counted):
        return True  # "six men earned $310,000, of which [120,000] went in tax"
    text, start = part.sentence.within, part.sentence.span.start
    if larger and _OF_A_TIME.match(text, at, part.phrase.start):
        return True
    if larger and whole.sentence is not part.sentence and _THOSE.search(text, start, at):
        return True  # "the stolen cars are worth much; 210 of them"
    named = _NAMED.search(text, max(start, at - _LED), at)
    if named is None:
        return False
    opens = named.start() == start  # "Sheep, 4,000 of them"
    if not opens and not (nouns.is_plural(named["noun"]) and named["noun"].islower()):  # "in Wales, 12 of them"
        return False
    own = any(claim.phrase.end == named.end("noun") for claim in (whole, *counted))
    if whole.sentence is part.sentence and not larger:
        own = own or _TOLD_WITH.search(text, whole.phrase.end, named.start()) is not None
    return not own and named["noun"].lower() not in ((whole.counted or "").lower(), series.noun(whole))


def chosen(fitting: Sequence[Claim], part: Claim) -> Claim | None:
    """Choose the whole: from the part's own sentence if one fits there, else from the last; of several the largest."""
    near = [whole for whole in fitting if whole.sentence is part.sentence]
    last = near or [whole for whole in fitting if whole.sentence is fitting[-1].sentence]
    doing = [whole for whole in last if not _PLACED.search(*_before(whole)) and _size(whole) >= _size(part)]
    return max(doing or last, key=_size, default=None)


def _size(claim: Claim) -> tuple[bool, object]:
    high = claim.quantity.possible.high if claim.quantity else None
    return (high is None, high or 0)
