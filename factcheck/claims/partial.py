"""Numbers that are parts of a sum and leave its unit out: "75 billion euros: [44 billion] from members, [6 billion] from banks".

Mentions of a sentence go in; whether the one is such a part of the other comes out.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import SUMS
from factcheck.mentions import Mention
from factcheck.patterns import pattern
from factcheck.values import evolve

LARGE = 1_000_000
OF_IT = pattern(r" of (?:them|it|that|this|which)\b")
_OPENED = pattern(r"[^.,;:()“”\"—]{0,40}?(?: ?(?:--|—|–) ?| - |: | \(|,? <<made-of>> |, with )(?:<<about>> )?")
_PLACED = (
    r" (?:from|for|in|to|on|by|at|under|off|through|now|later|upfront|(?:this|next|last) <<spells>>|over the (?:next|coming))\b"
)
"""Behind a part of a sum: where it goes, or when."""
_SORTED = pattern(_PLACED)
_FURTHER = pattern(rf"{_PLACED}[^.;:()“”\"—\d]{{0,70}}?(?:,|,? and|,? plus) (?:<<about>> )?(?:(?:another|a further|the other) )?")
"""Between two parts of a sum, each with what it is for: "440 billion [from members, ]60 billion from the bank"."""
_AMONG = pattern(r"(?:,? including|,? of which|,? (?:which|that) includes?) (?:<<about>> )?\Z")
"""Before the first of some parts, whose unit those behind it share: "including 40 tons [from Hull and 20] from Bonn"."""
_DONE = pattern(
    r" (?:(?:<<is>>|<<has>>|will|would|to|be|been|go|went|[a-z]+ed|<<participles>>) ?){1,3}(?P<by> (?:to|by|from|for|on|into))\b"
    r"[^.,;:()“”\"—\d]{0,70}?(?:,? and|,? while) (?:<<about>> )?"
)
"""Between two large sums, with both of which the same was done: "9 million [went to schools and] 4 million to parks"."""
_OF_THE = pattern(
    r" (?:out )?of (?:<<definite>>|these|those|a total of)(?: (?:first|last|next|other|remaining|original|total|some|about))* "
)
_OF_LED = pattern(r"(?:\A|[.;:—“”\n] ?)Of (?:<<definite>>|that|those) (?:<<about>> )?\Z")
_THEN = pattern(r"(?: of)?(?: [a-z]+){0,3}, (?:<<about>> )?| (?:in |of )?[a-z]+(?: [a-z]+)? (?:<<about>> )?")
_THEN_MASS = pattern(r"(?: (?:will|would|should|<<is>>|be|to|go|went|goes))+ [a-z]+(?:,| and|, and) (?:<<about>> )?")
_MASS = pattern(r" (?:will be |<<is>> )?[a-z]+(?<!s)(?= ?[.,;)]| and\b)")
"""Behind parts of a sum that its sentence opens with: what each of them is ("[will be wheat and] 12 million [barley]")."""
_NEXT = pattern(r"[ -]([^\W\d_]+)|[%°]|[/-]\w")
_WHEN = frozenset({"previously", "prior"})
_WHOM = frozenset({"who", "whom", "whose"})
"""Behind a number of people."""
_LED = 24


def is_opened(text: str, last: Mention, number: Mention, *, runs_on: bool) -> bool:
    """Tell whether a number is one of the parts that a sign opens behind a sum: "750 billion euros: [440 billion] from members".

    So do words that say what it is made up of: "12 billion crowns, split between [7 billion] for roads and 5 billion for rail".

    ``runs_on`` tells that the figure before it is one.
    """
    numeral = number.numeral
    if (
        last.kind not in SUMS
        or numeral is None
        or numeral.vague
        or numeral.scale < LARGE
        or not _SORTED.match(text, number.span.end)
    ):
        return False
    return (_FURTHER if runs_on else _OPENED).fullmatch(text, last.span.end, number.span.start) is not None


def goes_on(text: str, last: Mention, number: Mention) -> bool:
    """Tell whether a number stands beside a part, as that is told: "including 40 tons from the north and [20] from the isles"."""
    one, other = _SORTED.match(text, last.span.end), _SORTED.match(text, number.span.end)
    if last.kind not in SUMS or number.numeral is None or number.numeral.vague or other is None:
        return False
    if number.numeral.scale >= LARGE and (done := _DONE.fullmatch(text, last.span.end, number.span.start)):
        return done["by"] == other[0]
    if one is None:
        return False
    return (
        one[0] == other[0]
        and _AMONG.search(text, max(0, last.start - _LED), last.start) is not None
        and _FURTHER.fullmatch(text, last.span.end, number.span.start) is not None
    )


def is_of_led(text: str, last: Mention, number: Mention, *, runs_on: bool) -> bool:
    """Tell whether a number is some of the sum that leads its sentence: "Of the 28 million tonnes, [16 million] will be wheat".

    ``runs_on`` tells that the figure before it is one: "will be wheat and [12 million] barley".
    """
    ours, theirs = number.numeral, last.numeral
    if last.kind not in SUMS or ours is None or theirs is None or ours.scale not in (1, theirs.scale):
        return False
    if runs_on:
        mass = _THEN_MASS.fullmatch(text, last.span.end, number.span.start)
        return mass is not None and _MASS.match(text, number.span.end) is not None
    led = _OF_LED.search(text, max(0, last.start - _LED), last.start)
    then = _THEN.fullmatch(text, last.span.end, number.start) if led else None
    if then is not None and "," not in then[0] and not _DONE.match(text + " ", number.span.end):
        return False
    return then is not None and not counts(text, number.span.end)


def is_of_the(text: str, number: Mention, whole: Mention) -> bool:
    """Tell whether a number is told to be some of a sum behind it: "[52] of the 40 acres", but not "two of the 40-foot masts"."""
    ours, theirs = number.numeral, whole.numeral
    if number.kind != "number" or whole.kind not in ("measure", "money") or ours is None or theirs is None or ours.vague:
        return False
    alike = theirs.scale in (1, ours.scale) and "-" not in text[whole.span.start : whole.span.end]
    alone = text.startswith(" of ", whole.span.end) or not counts(text, whole.span.end)  # "miles of road"
    return alike and alone and _OF_THE.fullmatch(text, number.span.end, whole.start) is not None


def with_scale(part: Mention, whole: Mention) -> Mention:
    """Give a part the scale word of the figure before it, where it leaves that out: "Of the 28 million tonnes, [16] will be"."""
    if part.numeral is None or whole.numeral is None or part.numeral.scale > 1 or whole.numeral.scale == 1:
        return part
    return evolve(part, numeral=part.numeral.times(whole.numeral.scale))


_OF_THEN = pattern(
    r" of (?:an? <<spells>> <<ago>>|(?:<<early>>[ -])?(?:<<calendar: month>>(?!\w)|[12]\d{3}\b)"
    r"|last <<spells>>|the <<previous>> <<spells>>)"
)
_LATE = pattern(r" <<early>> (?:(?:on|in|last|this|yesterday) |<<calendar: weekday>>|<<calendar: month>>)")
"""Behind a number: when it was so many."""


_SO_TOLD = pattern(
    r" (?:<<expectations>>\w*|<<done-with-sums>>)"
    r"(?= ?[.,;:)]|\Z| (?:by|for|in|at|on|last|this|<<ago>>)\b)"
)
"""Behind a number: what was done with so much: "the 55 million [budgeted]"."""


def counts(text: str, end: int) -> bool:
    """Tell whether a noun, a unit or a verb can stand behind a number: only a pause or a function word shows that none does."""
    word = _NEXT.match(text, end)
    if _SO_TOLD.match(text, end) or _LATE.match(text, end):
        return False
    if word is None or word[1] in _WHEN or (word[1] == "of" and (OF_IT.match(text, end) or _OF_THEN.match(text, end))):
        return False
    return word[1] is None or word[1] == "of" or word[1] in _WHOM or word[1] not in lexicon.words("grammar", "stops")
