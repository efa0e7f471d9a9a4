"""Nouns left out and understood: "23 people were killed and [61] injured" are people, too.

The claims of a document go in, in text order; they come out with what is understood:

    joined    "[61] injured", "17 in the one group and [21] in the other": all that the figure before it is of
    gapped    "the mill lost 40 jobs and the yard [12]": the same
    other     "the other [three]", "[Nine] of the 17 were children", "We have [3,000].": only the words of what is counted

What is only understood from the sentence before has no class of nouns: nothing is ever set against it for its noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck import lexicon
from factcheck.claims import COUNTS, SHARES, Claim, carried, series
from factcheck.claims.ellipsis import asides, bare, gaps, levels, openers, shares, taken, together
from factcheck.patterns import pattern
from factcheck.values import evolve

_TOLD_BY_VERB = frozenset({"money", "percent", "ratio"})
_OF_THE = pattern(r" of (?:<<definite>>|[a-z ]{2,20}['’]s)(?: (?:original|other|first))? ")
_FEW, _NEAR = 3, 2
"""So few may be others when "the two" are told of more paragraphs on."""


def filled(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give claims, in text order, with what is understood."""
    earlier: Claim | None = None  # the last count of the paragraph that says what it counts
    past: Claim | None = None  # the same of the paragraph before
    asked: Claim | None = None  # the last share of some people
    term: Claim | None = None  # the last length of time to which somebody was sentenced
    told: dict[Fraction | None, Claim] = {}
    for group in series.by_sentence(claims):
        if earlier is not None and _place(earlier) != _place(group[0]):
            past, earlier = earlier, None
        here = [shares.of_asked(claim, asked) for claim in _of_sentence(group, earlier, term)]
        term = next((claim for claim in reversed(here) if claim.role == carried.TERM), None)
        asked = shares.asked(here) or asked
        first = next((at for at, claim in enumerate(here) if claim.kind in COUNTS or claim.kind in SHARES), None)
        if first is not None and earlier is None:
            here[first] = openers.of_past(here[first], past)
        for at, claim in enumerate(here):
            if claim.quantity is None:  # a time
                continue
            here[at] = claim = taken.of_living(_definite(claim, told))
            here[at] = claim = openers.of_them(openers.of_many(openers.of_people(claim, here[:at])))
            here[at] = claim = shares.beside(claim, here[:at])
            if at and _is_of_the(here[at - 1], claim):
                whose = shares.understood(claim) or shares.understood(here[at - 1])
                here[at - 1], here[at] = evolve(here[at - 1], subject=whose), evolve(claim, subject=claim.subject or whose)
                claim = here[at]
            here[at] = claim = taken.of_tally(claim)
            together.given(here, at)
            if _is_told(claim):
                earlier = earlier if at and asides.is_aside(here[at - 1], claim) else claim
                told.setdefault(claim.value, claim)
            elif claim.kind in COUNTS and claim.subject is not None:
                told.setdefault(claim.value, claim)
        yield from here


def _of_sentence(claims: Sequence[Claim], earlier: Claim | None, term: Claim | None) -> Iterator[Claim]:
    """Give the claims of a sentence with what they leave out.

    ``earlier`` is the last count of its paragraph that has a noun, ``term`` the last sentence of a court in the sentence before.
    """
    before = share = last = first = aside = None
    told_first = earlier  # what an earlier sentence counted
    spoken: dict[str, list[Claim]] = {}
    for claim in claims:
        claim = _as_spoken(claim, spoken)
        if claim.kind == "duration":
            term = claim if claim.roles else None
        elif term is not None and (gaps.is_term_gapped(term, claim) or gaps.is_term_given(term, claim)):
            claim = term = taken.as_done(claim, term)
        if claim.kind in COUNTS and claim.quantity is not None:
            known = None if bare.is_sum(last, claim) or bare.is_level_of(last, claim) else earlier
            known = told_first if last is not None and last is earlier and bare.is_object(last, claim) else known
            claim = _of_count(claim, first if before and _exceeds(claim, before) else before, known)
            named = claim if _is_told(claim) else None
            first = first or named
            if before is not None and taken.names_part(claim):
                earlier = named or earlier  # "21 of them women, and [four] were hurt": four of all
            elif (
                before is None
                or last is None
                or not (asides.is_whole(last, claim) or asides.goes_aside(last, claim, before, aside))
            ):
                before, earlier = claim, named or earlier
            else:
                aside = claim
        elif claim.kind in SHARES and claim.quantity is not None:
            share = claim = _of_share(claim, share, before, earlier)
            before = None
        elif claim.quantity is not None and claim.kind != "ordinal":
            before = None
        last = claim
        yield claim


def _as_spoken(claim: Claim, spoken: dict[str, list[Claim]]) -> Claim:
    """Give a sum or a share the verb of one before it of its kind; ``spoken`` are those so far, and takes it up."""
    if claim.kind not in _TOLD_BY_VERB:
        return claim
    told = spoken.setdefault(claim.kind, [])
    told.append(_as_before(claim, told[-_NEAR:]))
    return told[-1]


def _of_share(claim: Claim, share: Claim | None, before: Claim | None, earlier: Claim | None) -> Claim:
    """Give a share what it is of: what the share or the count before it is, or an earlier one of its paragraph."""
    told, whole = openers.opened(shares.of(claim, share, before, earlier)), before or earlier
    named = told if whole is None else taken.part_named(told, whole) if taken.names_part(told) else taken.placed_part(told, whole)
    return openers.share_of_whom(taken.kind_named(named))


def _as_before(claim: Claim, told: Sequence[Claim]) -> Claim:
    """Give a sum or a share whose verb is left out the role of the one before: "it paid $4 million and the yard [$2 million]"."""
    gapped = (figure for figure in reversed(told) if gaps.leaves_verb_out(figure, claim))
    figure = None if claim.roles or claim.counted else next(gapped, None)
    return claim if figure is None else taken.as_done(claim, figure)


def _is_told(claim: Claim) -> bool:
    """Tell whether a claim says what a bare count behind it may count; the noun of "a 29-member crew" is that of the crew."""
    return claim.kind == "count" and claim.subject is not None and not claim.is_size


def _definite(claim: Claim, told: Mapping[Fraction | None, Claim]) -> Claim:
    """Give "the eight" and "all eight" what eight were told before."""
    value = claim.value
    same = told.get(value) if value is not None and claim.kind in COUNTS and claim.counted is None else None
    if same is None or value is None:
        return claim
    text, start = claim.sentence.within, claim.sentence.span.start
    far = value <= _FEW and claim.sentence.paragraph > same.sentence.paragraph + _NEAR
    known = text.endswith(("all ", "All ") if far else ("the ", "all ", "All "), start, claim.phrase.start)
    return evolve(claim, subject=shares.understood(same)) if known else claim


def _is_of_the(part: Claim, whole: Claim) -> bool:
    """Tell whether a part is of a whole of which the noun is left out: "[three] of the eight", "61 of the [120]"."""
    bare = part.kind in COUNTS and part.counted is None and whole.counted is None and whole.kind in COUNTS
    known = whole.subject is not None or part.subject is not None
    return bare and known and _OF_THE.fullmatch(part.sentence.within, part.span.end, whole.phrase.start) is not None


def _place(claim: Claim) -> tuple[str, int]:
    return claim.sentence.kind, claim.sentence.paragraph


def _of_count(claim: Claim, before: Claim | None, earlier: Claim | None) -> Claim:
    if before is not None and _is_done_beside(before, claim):
        return taken.as_done(claim, before)
    if before is not None and _is_elliptic(before, claim):
        told = taken.placed_part(taken.part_named(taken.with_subject(claim, before), before), before)
        gapped = not told.roles and not told.counted and gaps.is_gapped(before, claim) and gaps.has_no_verb(before, claim)
        return taken.as_done(told, before) if gapped else told
    if before is not None and before.sentence is claim.sentence and levels.is_level(before, claim):
        return evolve(claim, subject=shares.understood(before))
    return claim if claim.subject is not None or claim.counted is not None else _of_unnamed(claim, before, earlier)


def _of_unnamed(claim: Claim, before: Claim | None, earlier: Claim | None) -> Claim:
    """Give a number that names nothing what it counts: as one of its sentence does, its group, or an earlier sentence."""
    if before is not None and levels.is_set_against(before, claim):
        roles = claim.roles or before.roles
        return evolve(claim, subject=shares.understood(before), role=roles[0] if roles else None, roles=roles)
    if before is not None and bare.is_distance(before, claim):
        return evolve(claim, subject=shares.understood(before))
    if before is not None and (openers.is_of_opening(before, claim) or together.is_beside_another(before, claim)):
        return evolve(claim, subject=shares.understood(before))
    if openers.are_inhabitants(claim):
        return evolve(claim, subject=openers.PEOPLE)
    group = (shares.group_before(claim) or openers.of_clause(claim)) if before is None else None
    is_bare = bare.is_bare(claim)
    if group is not None and is_bare:
        return evolve(claim, subject=group)
    if earlier is not None and is_bare:
        return _as_earlier(claim, earlier)
    if before is not None:
        return claim
    opened = openers.subject_of(claim) if is_bare else None
    return evolve(claim, subject=openers.of_whom(claim) or openers.apposed(claim) or opened)


def _as_earlier(claim: Claim, earlier: Claim) -> Claim:
    """Give a bare number the subject, and the verb if it has none, of a count that was told before it."""
    if gaps.is_listed_behind(earlier, claim) and not claim.roles:
        return taken.as_done(taken.with_subject(claim, earlier), earlier)
    if gaps.is_gapped(earlier, claim):
        told = taken.with_subject(claim, earlier)
        return taken.as_done(told, earlier) if gaps.has_no_verb(earlier, claim) else told
    if not bare.can_be(claim, earlier):
        return claim
    return taken.there_are(evolve(claim, subject=shares.understood(earlier)), earlier)


def _is_done_beside(before: Claim, claim: Claim) -> bool:
    """Tell whether two numbers leave their noun out, and the second its verb: "it employs 830 here, [51] of them in Malta"."""
    unnamed = all(each.kind in COUNTS and each.counted is None and each.subject is None for each in (before, claim))
    told = unnamed and bool(before.roles) and not claim.roles and before.sentence is claim.sentence
    if not told:
        return False
    return (gaps.is_gapped(before, claim) and gaps.has_no_verb(before, claim)) or gaps.is_placed_beside(before, claim)


def _exceeds(claim: Claim, before: Claim) -> bool:
    """Tell whether a difference is more than the count before it: "7,000 people saw his 18 films, [900] more than in May"."""
    text, value = claim.sentence.within, before.value
    told = text.startswith((" more than ", " fewer than "), claim.span.end)
    return told and claim.value is not None and value is not None and value <= claim.value


def _is_elliptic(before: Claim, claim: Claim) -> bool:
    """Tell whether a figure without a noun is joined to one that has a noun."""
    is_verb = taken.is_verb(claim)  # "and 61 injured"
    of_noun = not is_verb and (before.counted or "").lower() in lexicon.forms("roles", "nouns")
    named = before.subject is not None and (before.subject.head is not None or of_noun)
    if (claim.subject is not None and not is_verb) or not named:
        return False
    if claim.quantity is None or claim.quantity.unit not in (None, "person"):
        return False
    if bare.is_of_people_unsaid(claim, before) or bare.is_age_of(claim, before):
        return False
    text = claim.sentence.within
    joined = shares.JOINED.fullmatch(text, before.phrase.end, claim.phrase.start) is not None and not bare.is_uncounted(claim)
    end = claim.phrase.end
    is_open = text.endswith(bare.OF_THOSE_TOLD, 0, end) or bare.is_open(claim, end)
    return joined and (is_verb or (not claim.counted and is_open))
