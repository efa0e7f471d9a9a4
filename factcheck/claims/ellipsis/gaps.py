"""Clauses that leave their verb out: "the mill lost 40 jobs and the yard [12]", "3,900 work at the mill, [820] at the yard".

Two figures of a sentence go in, the first with its noun; whether the second repeats the clause of the first comes out.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import SHARES, Claim
from factcheck.claims.ellipsis import bare
from factcheck.patterns import pattern

_NEXT = r"(?:,? (?:and|while) (?:the )?|, the |, (?=[A-Z])|, in (?=[A-Z]|[12]\d{3} ))"
"""What begins a clause that leaves its verb out."""
_GAPPED = pattern(rf"[^.;:()“”\"]{{0,100}}?{_NEXT}(?:[\w’'-]+ ){{1,3}}")
_TERM_GAPPED = pattern(
    r"(?: in (?:prison|jail))?(?:,? (?:and|while) (?:the )?|, the )((?:[\w’'-]+,? ){1,5}?)(?:\d\d, )?"
    r"(?:<<about>> )*"
)
"""Between two terms, of which the second leaves out its verb and its unit: "was given nine years [and his wife, 51,] six"."""
_GIVEN = pattern(r"\b(?:(?:was|were) (?:given|handed)|got|received) (?:<<about>> )*\Z")
_TO_RIVAL = pattern(r" to (?:[A-Z][\w’'.-]* ){0,2}[A-Z][\w-]*[’']s (?:<<about>> )?")
PLACED = pattern(r" (?:in|at|on|from|with|near|off|under|abroad|elsewhere|online)\b|[,;.]| and (?:the|[A-Z])")
_CLOSES = pattern(rf"{PLACED.pattern}| and an? [a-z]")
_ALONE = pattern(r" (?:in|at|on|near|off|with|abroad|elsewhere|overseas|to (?:neighbou?ring|nearby|foreign|(?:the )?[A-Z]\w+))\b")
_IN_TURN = pattern(r"(?: [a-z]+){0,3} (in|at|on|near) (?:the )?(?:[\w’'-]+ ?){1,4}, (?:and )?(?:(?:<<about>>|another) )*")
_CHOICES_APART = pattern(r"[^.;:()“”\"\d%]*(?:,? (?:and|while|but|with) |[,;] (?:among [^,]{1,40}, )?)(?:<<about>> )*")
_CHOSEN = pattern(
    r" (?:(?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*){0,2}"
    r"|against|(?:for )?<<definite>> (?:<<foremost>> )?<<rivals>>|d(?:o|id)(?: so)?"
    r"|<<determiner>> (?:(?!of\b|<<spells>>|<<grammar: past>>\b|(?:is|are)\b|[a-z]+ed\b)[a-z’'-]+ ?){1,4}(?<! ))"
    r"(?=[,.;]|\Z| (?:and|while|but|with)\b)"
)
"""Behind a share: whom or what those chose whose verb is left out, or that they "do", up to the end of their clause."""
_OF_ASKED = pattern(r" of (?:the|all|those) (?:[\d,]+ )?[a-z]+(?: [a-z]+ed\b)?")
_ANSWERED = pattern(r" (?:of (?:[a-z]+ ){1,3})?(?:said|<<naming>>) [a-z ]{3,40}(?:, and|,| and) (?:<<about>> )?")
_NEXT_ANSWER = pattern(r" (?:(?!<<grammar: stops>>)[a-z]+ ?){1,3}(?:, and|,|and) (?:<<about>> )?")
_THIS_ANSWER = pattern(r" (?:(?!<<grammar: stops>>)[a-z]+ ?){1,3}(?:(?<! )(?=[.,;]|\Z)|(?<= )(?=and ))")
_WISH = pattern(r" (wants?|wanted|prefers?|preferred) ")
_NAMED = pattern(r" [a-z]+ (?:[a-z]+ ){0,2}[A-Z]")
_OF_GROUPS = pattern(r"(?:\b(?:and|but|while)|[,;]) (?:among|of|in) ")
_FAR = 80
_COLON = pattern(r": (?:<<about>> )?")
_NO_VERB = pattern(rf"[^,;]*?{_NEXT}((?:[\w’'-]+ )+)")


def is_placed_beside(before: Claim, claim: Claim) -> bool:
    """Tell whether a figure without a noun only tells of another place, or of a part that is there."""
    return _is_part(before, claim) or _is_elsewhere(claim) or _is_in_turn(before, claim)


def is_listed_behind(whole: Claim, claim: Claim) -> bool:
    """Tell whether a figure begins what a colon breaks another down into: "will cost 600 jobs: [380] at the mill, 220 at sea"."""
    text = claim.sentence.within
    return whole.sentence is claim.sentence and _COLON.fullmatch(text, whole.phrase.end, claim.phrase.start) is not None


def leaves_verb_out(before: Claim, claim: Claim) -> bool:
    """Tell whether a sum or a share leaves its verb to the one before: "47 percent back Lum and [45 percent] her rival"."""
    if is_choice(before, claim) or _is_of_rival(before, claim):
        return True
    return is_gapped(before, claim) and has_no_verb(before, claim)


def _is_of_rival(before: Claim, claim: Claim) -> bool:
    """Tell whether a sum is that of a rival: "Shaw has raised $4 million to Coleman's [$2 million]"."""
    text = claim.sentence.within
    beside = before.sentence is claim.sentence and before.kind == claim.kind and before.phrase.end <= claim.phrase.start
    return beside and _TO_RIVAL.fullmatch(text, before.phrase.end, claim.phrase.start) is not None


def is_gapped(before: Claim, claim: Claim) -> bool:
    """Tell whether a figure repeats a clause without its verb: "the mill lost 40 jobs and the yard [12]"."""
    text = claim.sentence.within
    return (
        before.sentence is claim.sentence
        and before.phrase.end <= claim.phrase.start
        and _GAPPED.fullmatch(text, before.phrase.end, claim.phrase.start) is not None
        and PLACED.match(text, claim.phrase.end) is not None
        and not claim.roles
    )


def is_term_gapped(term: Claim, claim: Claim) -> bool:
    """Tell whether a bare number is a length of time as the one before it is: "was given nine years and his wife [six]"."""
    bare_ = claim.kind == "number" and claim.counted is None and not claim.roles and claim.subject is None
    if not bare_ or bare.is_age(claim) or term.sentence is not claim.sentence or claim.phrase.start < term.phrase.end:
        return False
    text = claim.sentence.within
    gap = _TERM_GAPPED.fullmatch(text, term.phrase.end, claim.phrase.start)
    return gap is not None and PLACED.match(text, claim.phrase.end) is not None and not _has_verb(gap[1])


def is_term_given(term: Claim, claim: Claim) -> bool:
    """Tell whether a bare number is a sentence as one in the sentence before: "He got nine years. His wife was given [six]."."""
    bare_ = claim.kind == "number" and claim.counted is None and not claim.roles and claim.subject is None
    if not bare_ or bare.is_age(claim) or term.sentence.paragraph != claim.sentence.paragraph or term.sentence is claim.sentence:
        return False
    text, near = claim.sentence.within, claim.sentence.near(claim.phrase.start)
    return _GIVEN.search(text, near, claim.phrase.start) is not None and _CLOSES.match(text, claim.phrase.end) is not None


def has_no_verb(before: Claim, claim: Claim) -> bool:
    """Tell whether a gapped clause has no verb of its own: "and [the yard] 12", not "and [cut off] 12"."""
    led = _NO_VERB.fullmatch(claim.sentence.within, before.phrase.end, claim.phrase.start)
    return led is not None and not _has_verb(led[1])


def _has_verb(words: str) -> bool:
    return any(map(lexicon.is_past, filter(str.islower, words.replace(",", "").split())))  # but "the Left Alliance"


def _behind_asked(share: Claim) -> int:
    """Give where a share ends, with those who were asked: "six in ten [of the 900 people]"."""
    asked = _OF_ASKED.match(share.sentence.within, share.phrase.end)
    return asked.end() if asked else share.phrase.end


def is_choice(before: Claim, claim: Claim) -> bool:
    """Tell whether a share only names what others chose: "47 percent back Lum and [45 percent] her rival"; "[40 percent] do"."""
    text, start = claim.sentence.within, _behind_asked(before)
    beside = before.sentence is claim.sentence and 0 <= claim.phrase.start - start <= _FAR
    beside = beside and (before.kind == claim.kind or {before.kind, claim.kind} == SHARES)
    return (
        beside
        and _CHOICES_APART.fullmatch(text, start, claim.phrase.start) is not None
        and _CHOSEN.match(text, claim.span.end, claim.sentence.span.end) is not None
    )


def is_answer(first: Claim, share: Claim, last: Claim) -> bool:
    """Tell whether a share only names what others answered: "34 percent said drugs, [26 percent] housing"."""
    text = share.sentence.within
    answered = _ANSWERED.fullmatch(text, first.phrase.end, share.phrase.start) is not None
    goes_on = last is not first and _NEXT_ANSWER.fullmatch(text, last.phrase.end, share.phrase.start) is not None
    beside = first.sentence is share.sentence and (answered or goes_on)
    return beside and _THIS_ANSWER.match(text, share.span.end) is not None


def is_other_choice(last: Claim, share: Claim) -> bool:
    """Tell whether a share names another choice than the one before: "47 percent back Lum and 45 percent her rival"."""
    text, gap = share.sentence.within, (_behind_asked(last), share.phrase.start)
    if _OF_GROUPS.search(text, *gap) or not _CHOICES_APART.fullmatch(text, *gap):
        return False
    verb, again = _WISH.match(text, last.span.end), _WISH.match(text, share.span.end)
    wishes = verb is not None and again is not None and verb[1] == again[1]
    named = last.role == "support" == share.role and _NAMED.match(text, share.span.end) is not None
    return wishes or named or is_choice(last, share)


def _is_elsewhere(claim: Claim) -> bool:
    """Tell whether a figure tells the same of another place: "40 were sold in Britain and [12] abroad"."""
    text = claim.sentence.within
    return text.endswith(" and ", 0, claim.phrase.start) and _ALONE.match(text, claim.span.end) is not None


def _is_in_turn(before: Claim, claim: Claim) -> bool:
    """Tell whether the word that places one figure places the next: "3,900 work at the mill, [820] at the yard"."""
    text = claim.sentence.within
    behind = _ALONE.match(text, claim.span.end)
    led = _IN_TURN.fullmatch(text, before.phrase.end, claim.phrase.start) if behind else None
    return led is not None and behind is not None and led[1] == behind[0].strip()


def _is_part(before: Claim, claim: Claim) -> bool:
    """Tell whether a figure only says where a part of those before it was: "40 men were hurt, [12] at the mill"."""
    text = claim.sentence.within
    apart = text[before.phrase.end : claim.phrase.start]
    placed = _ALONE.match(text, claim.span.end) is not None
    placed = placed or (apart == ", with " and text.startswith(" from ", claim.span.end))
    return placed and apart.endswith((", ", ", with ")) and apart.count(",") == 1
