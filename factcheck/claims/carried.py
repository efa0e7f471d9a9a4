"""Roles that a sentence leaves to the one before it: "It came to 3.7 percent", "Analysts had expected 11 cents".

The claims of a document go in, in text order, and come out with the role of the last figure of their kind in the paragraph:

    it        "Inflation eased to 2.3 percent. The bank expects [it to average] 2.5 percent."
    expected  "It earned 4 cents a share. Analysts had [expected] 11 cents."
    or        "It had net income of $40 million, [or] $2 a share."
    from      "It had net income of $40 million, or $2 a share, down [from] $60 million."
    of which  "It has revenue of $31 million, [of which] $9 million was made in Malta."
    and       "The bank sees growth of 2 percent this year [and] 3 percent next year."
    again     "She was jailed for nine years. [Nine years] is not enough, he said."
    of        "Inflation slowed to 3 percent, still above [its target of] 2 percent."
    figure    "It uses 80 percent of its power; in 2015 [the figure was] 31 percent.", which has the same subject, too
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck import lexicon
from factcheck.claims import COUNTS, FIGURES, Claim, Subject, series
from factcheck.claims.roles import SCALES, leads
from factcheck.patterns import pattern
from factcheck.values import evolve

_IT = pattern(
    r"\b(?:[Ii]t|[Tt]he (?:rate|figure)|"
    r"[Tt]hose (?:in|to|from|of|for|at) (?:the )?[A-Za-z]+(?: [A-Z][a-z]+)?)((?: [a-z]+){1,6} )\Z"
)
_EXPECTED = pattern(
    r"\b(?:(?:was|were|been) expecting|<<has>> (?:been )?<<foreseen>>)"
    r"(?: (?:<<about>>|an?))*(?: <<levels>> of)? \Z"
)
_SEEN = pattern(r"\b<<foresees>> (?:<<about>> )?\Z")
_LEVEL = pattern(
    r"\b(?:<<levels>> of"
    r"|(?:previous|earlier|an earlier|a previous|current|old))(?: <<about>>)* \Z"
)
_FROM = pattern(
    r"\b(?:from|<<against>>)"
    r" (?:(?:an?|the|<<about>>|(?:[\w-]+ )?<<levels>> of) )*\Z"
)
_OF_WHICH = pattern(r",? of which (?:(?:<<about>>|more than|over) )*")
_GOES = pattern(r" (?:went|goes|go|will go|was made|were made|is made)\b")
"""Behind a part of a sum: where it went, or was made."""
_AND = pattern(r"(?: \([^()]{1,24}\)|\))?[^.,;:()“”\"]{0,48} and (?:<<about>> |to )?\Z")
_TO = pattern(r"(?: \([^()]{1,24})?\) (?:to|and) (?:<<about>> )?")
"""Behind the lower end of a range that is told in another currency, too: "from $3 (£2[) to] $4"."""
_AGAIN = pattern(r",? or (?:(?:<<about>>|over|under) )*")
_IN_HEADS = pattern(r"(?: in [A-Z][a-z]+)?,? or (?:<<about>> )*")
"""Between the rate of unemployment and those who have no work: "5.1 percent in May, [or] 148,000 people"."""
_JOBLESS = "unemployed"
_CLOSED = pattern(r" \(| (?:in|this|next|last|for|by|a|on|to|each|per|from|at|with)\b|[,.;)]|\Z")
_HOPED = pattern(r"\b(?:(?:[Rr]ecord|mark|best)(?: of|,)|<<hoped>>) (?:<<about>> )?\Z")
"""Before a number of those who came, or who should."""
_SPOKEN_OF = pattern(r" (?:is|was|will|would|won['’]t|seems|does|doesn['’]t)\b")
_FIGURE = pattern(
    r"\b[Tt]h(?:e|at) (?:figure|number|share|proportion)(?: an? <<spells>> (?:earlier|before))?"
    r" (?:was|is|were|had been|has been|stood at|stands at|came to) (?:(?:<<about>>|still) )*\Z"
    r"|\bput(?:s|ting)? (?:the|that) (?:figure|number|total|tally) at (?:(?:<<about>>|no more than) )*\Z"
)
_IT_WAS = pattern(
    r"(?:\A|[.;\n] ?)(?:It|[^.;\n“”\d]{1,40}(?: (?:19|20)\d\d)?,? it) (?:was|is|had been|stood at)"
    r" (?:<<about>> )*\Z"
)
_SINCE_THEN = pattern(r"[.;)]|,|\s*\Z| (?:before|in|at|last|when|during|an?|then|by|for|this|on)\b")
_TIMED = pattern(r" (?:before|in (?:19|20)\d\d|at the|last|when|an? <<spells>> <<ago>>|then)\b")
"""Behind a share that "it" was at another time."""
_GRAVELY = pattern(r" <<gravely>>(?=[.,;)]|\s*\Z| <<is>>)")
_THEN_SOME = pattern(r"(?: (?!and\b)[a-z]+){0,3}, (?:<<about>> |at least )?")
TERM, HURT = "sentence", "injured"
_CARRIED = frozenset({"money", "percent"})
_LOOK, _FAR = 60, 240


def on(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give claims, in text order, with the roles that are carried on to them."""
    last: dict[tuple[str, bool], Claim] = {}
    earlier: dict[tuple[str, bool], Claim] = {}  # of the paragraph before
    place, before = ("", -1), None
    terms: set[object] = set()
    figures: dict[str, Claim] = {}  # the last of each kind that says what it is of
    for claim in claims:
        if place != (claim.sentence.kind, claim.sentence.paragraph):
            earlier = last if place[0] == claim.sentence.kind else {}
            last, place = {}, (claim.sentence.kind, claim.sentence.paragraph)
        if claim.quantity is None:  # a time
            yield claim
            continue
        kind = _kind(claim)
        told = _carried(_again(claim, before), last.get(kind), earlier.get(kind))
        told = told if told.counted is not None else _of_figure(told, _last_of(figures, kind[0]))
        told = _of_term(told, terms)
        if told.subject is not None or told.roles:
            figures[kind[0]] = told
        if told.roles:
            last[kind if told is claim else _kind(told)] = told
        before = told if told.kind in FIGURES else before
        yield told


def _last_of(figures: Mapping[str, Claim], kind: str) -> Claim | None:
    """Give the last figure of a kind; a bare number may be a share, too: "60 percent said so; a year ago the figure was [51]"."""
    kinds = ("number", "percent") if kind == "number" else (kind,)
    return max((figures[each] for each in kinds if each in figures), key=lambda figure: figure.span, default=None)


def _of_figure(claim: Claim, before: Claim | None) -> Claim:
    """Give "the figure" that something was at another time the subject and the role of the one told before."""
    if before is None or not _is_figure(claim, before):
        return claim
    subject = claim.subject or (Subject(before.subject.text) if before.subject is not None else None)
    return evolve(claim, subject=subject, role=(claim.roles or before.roles or (None,))[0], roles=claim.roles or before.roles)


def _is_figure(claim: Claim, before: Claim) -> bool:
    text, start = claim.sentence.within, claim.phrase.start
    near = claim.sentence.paragraph == before.sentence.paragraph and start - before.phrase.end <= _FAR
    if not near or _SINCE_THEN.match(text, claim.phrase.end) is None:
        return False
    begin = max(claim.sentence.span.start - 2, start - _LOOK, 0)
    if _FIGURE.search(text, begin, start) is not None:
        return True
    timed = _TIMED.match(text, claim.phrase.end) is not None or (not claim.is_timeless and claim.first_day != before.first_day)
    return claim.kind == "percent" and timed and _IT_WAS.search(text, begin, start) is not None


def _of_term(claim: Claim, terms: set[object]) -> Claim:
    """Give a length of time that is spoken of again as what somebody was sentenced to."""
    term = claim.value, claim.quantity.unit if claim.quantity else None
    if claim.kind != "duration" or claim.value is None or claim.sentence.kind != "body":
        return claim
    if claim.role == TERM:
        terms.add(term)
    elif term in terms and not claim.roles and claim.counted is None and is_spoken_of(claim):
        return evolve(claim, role=TERM, roles=(TERM,))
    return claim


def is_spoken_of(claim: Claim) -> bool:
    """Tell whether something is said of a length of time: "[nine years] is not enough"."""
    return _SPOKEN_OF.match(claim.sentence.within, claim.phrase.end) is not None


def _again(claim: Claim, before: Claim | None) -> Claim:
    """Give a sum that is told again by the share the role of the whole: "a profit of $40 million, or [$2 a share]"."""
    if before is None:
        return claim
    if HURT in before.roles and before.sentence is claim.sentence and not claim.roles and is_hurt_so(claim, before):
        return evolve(
            claim, role=HURT, roles=(HURT,), subject=claim.subject or (Subject(before.subject.text) if before.subject else None)
        )
    if before.role == "unemployment" and claim.is_of_people and not claim.roles and before.sentence is claim.sentence:
        again = _IN_HEADS.fullmatch(claim.sentence.within, before.span.end, claim.phrase.start) is not None
        return evolve(claim, role=_JOBLESS, roles=(_JOBLESS,)) if again else claim
    sums = claim.kind == "money" and not claim.roles and before.sentence is claim.sentence
    told = sums and _AGAIN.fullmatch(claim.sentence.within, before.span.end, claim.phrase.start) is not None
    if told and before.kind == "percent" and before.role and "money" in lexicon.entries("roles")[before.role].get("kinds", ()):
        return evolve(claim, role=before.role, roles=(before.role,))  # "a deficit of 3 percent, or $4 billion"
    same = told and before.kind == "money" and series.Part(claim).is_amount
    return evolve(claim, role=before.role, roles=before.roles) if same else claim


def is_hurt_so(claim: Claim, before: Claim) -> bool:
    """Tell whether only how they were hurt is told of some of those before: "nine were hurt, [two] badly"."""
    text = claim.sentence.within
    bare = claim.kind in COUNTS and claim.counted is None and _GRAVELY.match(text, claim.span.end) is not None
    return bare and _THEN_SOME.fullmatch(text, before.phrase.end, claim.phrase.start) is not None


def _kind(claim: Claim) -> tuple[str, bool]:
    """Give what figures must share: the kind, and whether they are told by the piece ("a share"); sums may have no currency."""
    if claim.kind in COUNTS:
        sums = (
            claim.counted is None
            and not claim.is_of_people
            and claim.sentence.within.endswith(SCALES, claim.span.start, claim.span.end)
        )
        return ("money" if sums and not claim.roles else "number"), False
    return claim.kind, claim.quantity is not None and "/" in (claim.quantity.unit or "")


def _carried(claim: Claim, before: Claim | None, earlier: Claim | None) -> Claim:
    if claim.roles or claim.counted is not None:
        return claim
    recalled = claim.kind in COUNTS and earlier is not None and (before is None or not _is_hoped(claim, before))
    if earlier is not None and ((before is None and _is_expected(claim)) or (recalled and _is_hoped(claim, earlier))):
        before = earlier
    elif before is None or not (_is_hoped(claim, before) if claim.kind in COUNTS else _is_carried(claim, before)):
        return claim
    return evolve(claim, role=before.role, roles=before.roles)


def _is_expected(claim: Claim) -> bool:
    text, start = claim.sentence.within, max(claim.sentence.span.start, claim.phrase.start - _LOOK)
    return _kind(claim)[0] in _CARRIED and _EXPECTED.search(text, start, claim.phrase.start) is not None


def _is_hoped(claim: Claim, before: Claim) -> bool:
    """Tell whether a number without a noun is another of those who came: "It hopes for [500,000] this year"."""
    if before.kind not in COUNTS:
        return _is_carried(claim, before)
    text, start = claim.sentence.within, max(claim.sentence.span.start, claim.phrase.start - _LOOK)
    return before.role == "attending" and _HOPED.search(text, start, claim.phrase.start) is not None


def _is_carried(claim: Claim, before: Claim) -> bool:
    """Tell whether a figure takes the role of the one before it: it is a level of it, an expectation, or some of it."""
    if _kind(claim)[0] not in _CARRIED:
        return False
    text, start = claim.sentence.within, max(claim.sentence.span.start, claim.phrase.start - _LOOK)
    it = _IT.search(text, start, claim.phrase.start)
    if it is not None and leads.lead(it[1].lower().split()):
        return True
    if _EXPECTED.search(text, start, claim.phrase.start):
        return True
    beside = before.sentence is claim.sentence and before.phrase.end < claim.phrase.start
    if beside and any(led.search(text, start, claim.phrase.start) for led in (_FROM, _LEVEL, _SEEN)):
        return True
    part = beside and _OF_WHICH.fullmatch(text, before.phrase.end, claim.phrase.start) is not None
    if part and _GOES.match(text, claim.phrase.end):
        return True
    if beside and _TO.fullmatch(text, before.phrase.end, claim.phrase.start):
        return True
    joined = beside and _AND.fullmatch(text, before.phrase.end, claim.phrase.start) is not None
    return joined and _CLOSED.match(text, claim.phrase.end) is not None
