"""How a figure is put forward: asserted, denied, planned, conditional, asked, forecast. Only what is asserted can contradict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck import lexicon
from factcheck.claims import Line, Source, hedges
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_WORD = pattern(r"[A-Za-z]+(?:['’]t)?")
_BREAK = pattern(r"[;:]|[Nn]os?\. ?(?=\d|\Z)")
_OTHER_CLAUSE = pattern(
    rf"{hedges.BREAK.pattern}| (?:after|as|because|when|since|following|although|and (?:said|told|announced|will|would))\b"
    r"|, compared\b|, (?:which|who) (?:[^,;]|,(?=\d))*\Z"
    r"| from (?:(?:an?|the|<<about>>) )*\Z"
)
_WITHOUT = pattern(r"\b(?:[Ww]ithout|[Nn]o) [^,]*\b(?:and|but) |\b[Ww]ithout [^,]*\b(?:for|after|since) |\b[Nn]ot until ")
"""What a negation does not reach over: "left homes without power and blocked [20] roads", "held without trial for [83 days]"."""
_NEAR = 60
_ALONE = 40
"""Code points of a content that is one figure with its noun."""
_LIMIT = 5
"""Words of the longest limit or aim, "a maximum sentence of", with one to spare."""
_OF_HEDGE = {"condition": "conditional", "question": "asked", "plan": "planned"}
_WILLS = pattern(r"\b(?:will|would|shall|won['’]t)\b(?! (?:say|not say|like)\b)")
_AHEAD = pattern(
    r"(?: (?:[a-z]+ed )?(?:in|of|at|from|on|near) (?:(?! and )[^,;:.()“”\"]){1,40}?)? (?:also |then )?"
    r"(?:will|would|shall)\b(?! not\b)"
)
_WITHIN = pattern(r"\b(?:of|with|by|than) (?:(?:an?|less|more|than) )*\Z")
"""Before a figure that only tells what the subject is like: "a mortgage of [3 million] will"."""
_SOUGHT = pattern(
    r" (?:sought|demanded|requested|proposed|wanted) by\b"
    r"| (?:(?:are|is|were|was) )?(?:needed|required)\b(?! (?!to|for|by|in|before|under|at|from|as)[a-z])"
    r"| (?:that )?(?:the [a-z]+|it|they|he|she|[a-z]+s) (?:had )?"
    r"(?:planned|asked for|wanted|needed|demanded|promised|pledged|allow|permit)\b"
)
"""Behind what somebody wants, needs or allows: "the [5 percent] needed to enter"."""
_ASKED_TO = pattern(r"(?: (?:at|in|of|from) [^,;.]{1,30}?)? to (?!the\b|an?\b|its\b)[a-z]{2,}\b(?! [\d$€£])")
"""Behind those who are asked: "urged its [900] members to walk out"."""
_PURPOSE = pattern(r" to [a-z]+ (?:(?:down|off|up|out) )?(?:an?|the|its|their) \Z")
"""Before what is there already: "needs to sell mills to pay down its [$40 million] debt"."""
_PLANNED = pattern(r"\b(?:planned|proposed|targeted) (?:<<about>> )?\Z")
_AIMED = pattern(r" (?:target|limit|cap|ceiling|goal|quota)\b")
_IS_SO = pattern(r" of (?:which|whom|them) (?:is|are|was|were|has|have|had)\b")
_IN_TURN = pattern(r" (?:wanted|opposed|said|disagreed|disapproved|preferred|favou?red|thought|believed|backed|rejected)\b")
"""Behind a share of those who were asked, which "and" joins to another."""
_AND_TO = pattern(r" (?:and to [a-z]+|over|within) (?:<<about>> )?\Z")
_SHARES = frozenset({"percent", "ratio"})
_WOULD = pattern(r"(?: of [^,;:.()]{1,40}?)?(?: (?:said|say|says) (?:that )?they)? would\b")
_ANSWERED = pattern(r"(?:%| percent| per cent)(?: of [^,;:.()]{1,40}?)?(?: (?:said|say) (?:that )?they)? \Z")
"""Before what those would do who were asked: the share is told as a fact."""
_MUST = pattern(r" (?:[a-z]+ )?must\b")
_ARE_TO = pattern(r" (?:(?:are|were) to (?!date\b|blame\b)[a-z]+|(?:is|was) to be)\b")
_THE = ("the ", "The ")
_ENDED = pattern(
    r" (?:is|are|was|were) [a-z]+ing\b"
    r"|[;:—–“”\"]|, (?:part of|but|while|although|though|whereas|which|who|as|because|when|where|a|an|the|"
    r"(?!including|<<resulting>>)[a-z]+ing"
    r"|and (?:the|it|he|she|they)"
    r"|compared)\b| (?:after|because|when|since|following|although|while|who|which|than|above|below|that)\b"
    r"| and (?:said|told|has|have|had|is|are|was|were)\b| from (?:(?:an?|the|<<about>>) )*\Z"
    r"| of (?:the|its|their|[\w-]+['’]s?) \Z| (?:its|their|his|her) (?:[a-z]+ ){1,3}of (?:<<about>> )?\Z"
)
_DIGIT = pattern(r"\d")
_BESIDE = frozenset({"percent", "points", "measure", "age"})
"""Kinds of figures that stand behind a comma beside what is told: "will pay 6 euros, [20 percent] more"."""
_TITLED = pattern(r"(?:^|[ ,;])to (?!(?:at|the|a|an|by|[\d$€£])\b)[a-z]+(?: [a-z]+)? \Z")
_TITLE = pattern(r" to (?!the\b)[a-z]+\b")
_ARTICLES = frozenset({"a", "an", "the"})
_FAR = 140
"""Code points of a clause before a figure."""
_WILL = frozenset({"will", "would", "shall", "won't", "won’t"})


def of(line: Line, figure: Mention, end: int, hedge_kinds: frozenset[str], vouchers: Sequence[Source]) -> str:
    """Give the stance of a figure whose noun phrase ends at ``end``, touched by hedges of these kinds, told by these sources."""
    text, span = line.sentence.within, line.sentence.span
    if text[span.start : span.end].rstrip("\"'”’) ").endswith("?"):
        return "asked"
    hedged = next((stance for kind, stance in _OF_HEDGE.items() if kind in hedge_kinds), None)
    if hedged is not None:
        return "forecast" if hedged == "planned" and _is_foreseen(text, span.start, figure.span.start) else hedged
    before = _words_before(line, figure)
    estimated = "estimate" in hedge_kinds  # "an initial estimate of 40"
    if (not estimated and _is_target(before)) or _is_aim(line, figure, end):
        return "planned"
    if _is_negated(before) and not (figure.kind == "duration" and before[-1:] in (["in"], ["for"])):
        return "denied"  # but "it has not changed in [six years]"
    return _voiced_or_told(line, figure, end, vouchers)


def _words_before(line: Line, figure: Mention) -> list[str]:
    """Give the words of a figure's clause before it, in lower case, from the figure before it on."""
    earlier = line.figure_before(figure.start)
    start = max(earlier.span.end if earlier else line.sentence.span.start, figure.start - _NEAR)
    clause = _BREAK.split(line.sentence.within[start : figure.start])[-1]
    return [word.lower() for word in _WORD.findall(_WITHOUT.sub("", clause))]


def _is_target(before: Sequence[str]) -> bool:
    """Tell whether words make what follows a limit or an aim: "a target of [40]"."""
    led = before[:-1] if before and before[-1] in _ARTICLES else before
    return " ".join(led[-_LIMIT:]).endswith(_targets())


def _is_aim(line: Line, figure: Mention, end: int) -> bool:
    """Tell whether a figure itself is told as one that is aimed at: "a planned [40] posts", "a [40]-post limit"."""
    text = line.sentence.within
    return (
        _PLANNED.search(text, line.sentence.span.start, figure.start) is not None
        or (figure.kind == "number" and _is_intended(text[figure.span.end : end]))
        or _AIMED.match(text, figure.span.end) is not None
    )


def _voiced_or_told(line: Line, figure: Mention, end: int, vouchers: Sequence[Source]) -> str:
    """Give the stance that the verbs about a figure have: those of who vouches for it, then those of its own clause."""
    text, start = line.sentence.within, figure.start
    voiced = None if _ASKED_TO.match(text, end) else _voiced(line, figure, vouchers)
    if voiced is not None:
        return voiced
    if figure.kind in _BESIDE and text[line.sentence.span.start : start].rstrip().endswith(","):
        return "asserted"
    if _IS_SO.match(text, figure.span.end) or (
        figure.kind in _SHARES and _IN_TURN.match(text, end) and text.endswith("and ", 0, start)
    ):
        return (
            "asserted"  # "65 posts will go, [40] of which are vacant", "57 percent wanted it built and [28 percent] opposed it"
        )
    if _is_to_come(line, start, end, is_share=figure.kind in _SHARES):
        return "forecast"
    told = figure.kind != "ordinal" and _is_committed(line, start, end, is_sum=figure.kind == "money")
    return "planned" if told else "asserted"


@cache
def _targets() -> tuple[str, ...]:
    return tuple(lexicon.words("grammar", "targets"))


def _is_to_come(line: Line, start: int, end: int, *, is_share: bool) -> bool:
    """Tell whether the verb of a figure's clause looks ahead: "will hire 40 and lease [six]", "[40] homes will be built"."""
    text, span = line.sentence.within, line.sentence.span
    if is_share and _WOULD.match(text, end, span.end):
        return False
    if _AHEAD.match(text, end, span.end) and not _WITHIN.search(text, span.start, start):
        return True
    words = [*_WILLS.finditer(text, max(span.start, start - _FAR), start)]
    if words and _ANSWERED.search(text[span.start : words[-1].start()]):
        return False
    if not words or _committed().search(text, words[-1].end(), start):  # "will vote on an offer of 4 percent"
        return False
    return _ENDED.search(text, words[-1].end(), start) is None


def _is_committed(line: Line, start: int, end: int, *, is_sum: bool) -> bool:
    """Tell whether a figure is agreed, needed or allowed; a headline leaves the verb out: "to cut [40] jobs", "[40] to leave".

    A sum goes to somebody: "awards [$4 million] to family".
    """
    text, span = line.sentence.within, line.sentence.span
    is_title = line.sentence.kind == "headline"
    if is_title and (_TITLED.search(text, span.start, start) or (not is_sum and _TITLE.match(text, end, span.end))):
        return True
    if _MUST.match(text, end, span.end) or _SOUGHT.match(text, end, span.end):
        return True
    if _ARE_TO.match(text, end, span.end) and not text.endswith(_THE, span.start, start):  # "the 40 lamps are to be bright"
        return True
    words = [*_committed().finditer(text, max(span.start, start - _FAR), start)]
    if not words:
        return False
    end = words[-1].end()
    goes_on = _DIGIT.search(text, end, start) is None or _AND_TO.search(text, end, start) is not None
    goes_on = goes_on and text[end:start] != " the "  # "had offered the [three] rebels a delay"
    return goes_on and _ENDED.search(text, end, start) is None and _PURPOSE.search(text, end, start) is None


@cache
def _committed() -> re.Pattern[str]:
    """Give what reads "agreed to", also with a time within: "agreed on Monday to"."""
    words = lexicon.words("grammar", "committed")
    verbs = lexicon.alternatives(word.removesuffix(" to") for word in words if word.endswith(" to"))
    others = lexicon.alternatives(word for word in words if not word.endswith(" to"))
    when = r"(?: (?:\d+-\d+|unanimously|narrowly))?(?: (?:on|in|last|this)(?: (?:[A-Za-z]+|\d{4})){1,2}?)?"
    asked = r"(?:wants?|wanted|urges?|urged) (?:(?!to )[a-z]+ ){1,3}to"
    sought = r"ask(?:s|ed|ing)? (?:(?:the|its|their) )?(?:[\w’'-]+ ){1,3}for"
    capped = r"cap(?:s|ped)? (?:[a-z]+ ){1,3}at|(?:measure|proposal|bill|motion|programme|program|scheme|order|contract) to"
    return pattern(rf"\b(?:(?:{verbs}){when} to|{asked}|{sought}|{capped}|{others})(?= )")


def _voiced(line: Line, figure: Mention, vouchers: Sequence[Source]) -> str | None:
    """Give how a cue puts forward a figure that stands behind it in its clause: "promised 40 homes"."""
    text = line.sentence.within
    for source in vouchers:
        cue, content = source.cue, source.content
        if source.stance is None or cue is None or content is None or not content.covers(figure.span):
            continue
        behind = cue.end <= figure.start and _OTHER_CLAUSE.search(text, cue.end, figure.start) is None
        alone = cue.start >= figure.span.end and content.end - content.start <= _ALONE  # "the [3 percent] they had expected"
        if behind or alone:
            return source.stance
    return None


def _is_intended(behind: str) -> bool:
    """Tell whether things are counted that are so far a plan: "10 planned wells"."""
    return not lexicon.words("grammar", "intended").isdisjoint(behind.split(maxsplit=1)[:1])


def _is_foreseen(text: str, start: int, end: int) -> bool:
    """Tell whether a number is what something is expected to come to ("expected to reach 40"), not part of a plan."""
    words = text[max(start, end - _NEAR) : end].lower().split()
    entry = lexicon.entries("hedges")["expected to"]
    return any(
        word == "to"
        and (_is_expecting(words[at - 1]) or (words[at - 1] == "and" and any(map(_is_expecting, words[:at]))))
        and words[at + 1] in entry["numbers"]
        for at, word in enumerate(words[:-1])
    )


def _is_expecting(word: str) -> bool:
    return f"{word} to" in lexicon.entries("hedges")["expected to"]["words"]


def of_time(line: Line) -> str:
    """Give the stance of a time: told as a fact unless its sentence looks ahead, asks or sets a condition."""
    text = line.sentence.text
    if text.rstrip("\"'”’) ").endswith("?"):
        return "asked"
    kinds = {hedges.kind_of(line, mention) for mention in line.mentions if mention.kind == "hedge"}
    ahead = next((stance for kind, stance in _OF_HEDGE.items() if kind in kinds), None)
    words = text.lower()
    will = any(map(words.__contains__, _WILL)) and not _WILL.isdisjoint(_WORD.findall(words))  # most sentences hold none
    return ahead or ("forecast" if will or " to have " in words else "asserted")


def _is_negated(before: list[str]) -> bool:
    """Tell whether one of the few words before denies the figure; "not only" and "no sooner" do not."""
    last = before[-4:]
    denies = lexicon.words("grammar", "negations")
    denying = [
        word for at, word in enumerate(last) if word in denies or word.endswith(("n't", "n’t")) if last[:at][-1:] != ["the"]
    ]
    return bool(denying) and "only" not in last and "longer" not in last
