"""How a figure is put forward: asserted, denied, planned, conditional, asked, forecast. Only what is asserted can contradict."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.claims import SHARES, Line, Source, aims, hedges
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_WORD = pattern(r"[A-Za-z]+(?:['’]t)?")
_BREAK = pattern(
    r"[;:]|, (?:up|down|compared|against|killing|injuring|wounding|leaving|forcing)\b|[,.?!][”\"]|[Nn]os?\. ?(?=\d|\Z)"
)
_OTHER_CLAUSE = pattern(
    rf"{hedges.BREAK.pattern}| (?:after|as|because|when|since|following|although|and (?:said|told|announced|will|would))\b"
    r"|, (?:compared|citing|given|noting|blaming|on top of|in addition to)\b"
    r"|, (?:claiming|saying|alleging|arguing|warning)\b(?![^,;]*\b(?:should|must)\b)|, (?:which|who|where) (?:[^,;]|,(?=\d))*\Z"
    r"| and (?:[a-z]{2,}ed|set|spent|gave|sent|bought|sold)(?: aside| off| out| up)? (?:<<determiner>> |\Z)"
    rf"|{aims.FROM}"
)
"""Between a promise and a figure: the figure is of another clause, or what something changes from."""
_FROM = pattern(aims.FROM)
_DOUBLED = pattern(
    r"\b(?:doubl|halv|tripl|quadrupl)(?:e|ing) (?:<<possessive>>|<<definite>>(?: [\w-]+[’']s)?|[\w-]+[’']s)"
    r" (?:[a-z]+ ){1,3}(?:of|from) (?:<<about>> )*\Z"
)
"""Before what is there already: "promised to [double the park's budget of] 4 million"."""
_HAD_DONE = pattern(r" (?:that |which )?(?:<<pronoun>>|<<definite>> [a-z]+|each(?: [a-z]+)?|[A-Z][a-z]+) (?:had|has|have) [a-z]+")
"""Behind a figure with an article: what was done to it before: "will refund the 4 euros [that each had paid]"."""
_TO_NEXT = pattern(
    r" to (?:(?:<<about>>|below|above|under|over|up to|more than|less than|fewer than) )*(?:[$€£]?\d|<<counts>>\b)"
)
_THEN_ASKED = pattern(
    r": [“\"']?(?:[Ww]h(?:at|ich|ose?|en|ere|y)|[Hh]ow|[Ww]ill|[Cc]an|[Ii]s|[Aa]re|[Dd]oes|[Dd]o|[Dd]id|[Ss]hould)\b"
)
"""Behind a figure that is told before something is asked: "here are [five] things to watch: Will the mayor stay?"."""
_WITHOUT = pattern(
    r"\b(?:[Ww]ithout|[Nn]o) [^,]*(?:,|\b) ?(?:and|but) |\b[Ww]ithout [^,]*(?:\b(?:for|after|since) |, )|\b[Nn]ot until "
)
"""What a negation does not reach over: "left homes without power and blocked [20] roads", "held without trial for [83 days]"."""
_NEAR, _ALONE = 60, 40
"""The latter: code points of a content that is one figure with its noun."""
_OF_HEDGE = {"condition": "conditional", "question": "asked", "plan": "planned"}
_WILLS = pattern(
    r"(?:\b(?:will|would|shall|won['’]t)|(?<=[a-z])['’]ll)\b(?! (?:say|not say|like)\b)"
    r"|\bshould (?:(?:again|soon|eventually|not) )?(?=<<to-come>>\b|\Z)"
)
_AHEAD = pattern(
    r"(?: (?:[a-z]+ed )?(?:in|of|at|from|on|near) (?:(?! and )[^,;:.()“”\"]){1,40}?)?"
    r"(?: and (?:<<about>> )?(?:\d[\d,.]*|<<counts>>)(?: (?!<<grammar: stops>> )[\w-]+){1,3}?)?"
    r"(?:, (?:in|of|at|from|on|near|including|both|all|built|founded|[a-z]+ed) [^;:.()“”\"]{1,60}?,)? (?:also |then )?"
    r"(?:will|would|shall)\b(?! not\b)"
)
_WITHIN = pattern(
    r"\b(?:of|with|by|than) (?:(?:an?|less|more|than) )*\Z"
    r"|\b(?:during|amid) (?:(?:<<definite>>|these|those) )?\Z"
    r"|\w of (?:(?:<<definite>>|these|those)(?: [\w-]+['’]s)?|[\w-]+['’]s) \Z"
)
"""Before a figure that only tells what the subject is like: "a mortgage of [3 million] will"."""
_ASKED_TO = pattern(r"(?: (?:at|in|of|from) [^,;.]{1,30}?)? to (?!the\b|an?\b|its\b)[a-z]{2,}\b(?! [\d$€£])")
"""Behind those who are asked: "urged its [900] members to walk out"."""
_IS_SO = pattern(r" of (?:which|whom|them) (?:<<is>>|<<has>>|[a-z]{3,}ed|<<grammar: past>>)\b")
_VERB = pattern(r" (?:should|must|will|would|can|could|may|might|<<is>>|<<has>>)\b(?! not\b)")
_NOW = pattern(
    r"[,(] ?(?:now|currently|already)(?: at)? \Z|\b(?:current|existing|present) (?:(?:[a-z-]+ ){1,3}of )?(?:<<about>> )?\Z"
)
"""Before what stands today: "would not lower its rate, now [6 percent]", "will fold in the existing [9 million euro] plan"."""
_THEN = pattern(r" (?:after|earlier|ago) ?(?:[A-Za-z]|[,.])")
"""Behind how far apart things were: "aims to force a sale, [two weeks] after it had failed"."""
_WAS_FORESEEN = pattern(
    r" (?:is|are) (?:forecast|predicted|projected)\b(?! to\b)|"
    r" (?:previously |originally |initially )?(?:predicted|forecast|projected)(?= (?:at first|earlier|before|by|initially)|[.,;])"
)
"""Behind what once was expected: "down from the [9.5 million] predicted at first"."""
_FORESEEN_AT = pattern(r"\b(?:<<is>>|been) (?:now )?(?:forecast|projected|predicted|tipped) at (?:<<about>> )?\Z")
_IN_TURN = pattern(r" <<answered>>\b")
"""Behind a share of those who were asked, which "and" joins to another."""
_WOULD = pattern(r"(?: of [^,;:.()]{1,40}?)?(?: (?:said|say|says) (?:that )?they)? would\b")
_ANSWERED = pattern(r"(?:%| percent| per cent)(?: of [^,;:.()]{1,40}?)?(?: (?:said|say) (?:that )?they)? \Z")
"""Before what those would do who were asked: the share is told as a fact."""
_BESIDE = frozenset({"percent", "points", "measure", "age"})
"""Kinds of figures that stand behind a comma beside what is told: "will pay 6 euros, [20 percent] more"."""
_EACH, _EACH_NEAR = frozenset({"each", "every"}), 4
"""With these a need is told of all: "every child needs"."""
_ASIDE = pattern(r", (?:which|who|whose|where) (?:[^,;:]|,(?=\d))*,(?= [a-z])")
_OF_PLAN = pattern(
    r"[a-z] (?:that|which) would (?:have )?[^,;:.]{3,90}? (?:was|were|failed|passed|collapsed|fell|lost|won)\b(?! by the\b)"
)
"""What would have come of a plan, before what became of it: "A levy [that would have added $4 failed] by 611 votes"."""
_WILL = frozenset({"will", "would", "shall", "won't", "won’t"})


def of(line: Line, figure: Mention, end: int, hedge_kinds: frozenset[str], vouchers: Sequence[Source]) -> str:
    """Give the stance of a figure whose noun phrase ends at ``end``, touched by hedges of these kinds, told by these sources."""
    text, span = line.sentence.within, line.sentence.span
    if text[span.start : span.end].rstrip("\"'”’) ").endswith("?") and not _THEN_ASKED.search(text, end, span.end):
        return "asked"
    hedged = next((stance for kind, stance in _OF_HEDGE.items() if kind in hedge_kinds), None)
    if hedged == "planned" and _is_left(line, figure, end):
        return "asserted"
    if hedged is not None:
        return "forecast" if hedged == "planned" and _is_foreseen(text, span.start, figure.span.start) else hedged
    before = _words_before(line, figure)
    estimated = "estimate" in hedge_kinds  # "an initial estimate of 40"
    if estimated and aims.is_former_outlook(line, figure):
        return "forecast"
    if not estimated and aims.is_foretold(line, figure, before):
        return "forecast"
    if (not estimated and aims.is_target(before) and not _is_usual(figure, before)) or aims.is_aim(line, figure, end):
        return "planned"
    spell = figure.kind == "duration" and before[-1:] in (["in"], ["for"], ["after"])  # "it has not changed in [six years]"
    if _is_negated(before) and not spell and not _has_own_verb(line, figure, end):
        return "denied"
    return _voiced_or_told(line, figure, end, vouchers)


def _is_left(line: Line, figure: Mention, end: int) -> bool:
    """Tell whether a figure is what a plan starts out from: "plans to cut the fee from [40 euros] to 30"."""
    text, near = line.sentence.within, line.sentence.near(figure.start)
    if _DOUBLED.search(text, near, figure.start):
        return True  # "promised to double its budget of [4 million]"
    return _TO_NEXT.match(text, end) is not None and _FROM.search(text, near, figure.start) is not None


def _has_own_verb(line: Line, figure: Mention, end: int) -> bool:
    """Tell whether a figure opens a clause beside the one that denies: "52 should not be sold, and [16] should be mended"."""
    text = line.sentence.within
    return text.endswith((", and ", ", but ", ", while "), 0, figure.start) and _VERB.match(text, end) is not None


def _is_usual(figure: Mention, before: Sequence[str]) -> bool:
    """Tell whether a need is one that there always is: "a tree needs [four years] to bear", "every child needs [two] drops"."""
    return before[-1:] == ["needs"] and (figure.kind == "duration" or not _EACH.isdisjoint(before[-_EACH_NEAR:]))


def _words_before(line: Line, figure: Mention) -> list[str]:
    """Give the words of a figure's clause before it, in lower case, from the figure before it on."""
    earlier = line.figure_before(figure.start)
    start = max(earlier.span.end if earlier else line.sentence.span.start, figure.start - _NEAR)
    clause = _BREAK.split(line.sentence.within[start : figure.start])[-1]
    return [word.lower() for word in _WORD.findall(_WITHOUT.sub("", clause))]


def _voiced_or_told(line: Line, figure: Mention, end: int, vouchers: Sequence[Source]) -> str:
    """Give the stance that the verbs about a figure have: those of who vouches for it, then those of its own clause."""
    text, start, near = line.sentence.within, figure.start, line.sentence.near(figure.start)
    if _NOW.search(text, near, start) or (figure.kind == "duration" and _THEN.match(text, end)):
        return "asserted"
    voiced = _voiced(line, figure, vouchers)
    if voiced is not None and (voiced == "forecast" or not _ASKED_TO.match(text, end)):
        return voiced
    if aims.WANT.search(text, near, start):
        return "planned"
    if _WAS_FORESEEN.match(text, end) or _FORESEEN_AT.search(text, near, start):
        return "forecast"
    beside = figure.kind in _BESIDE or text.startswith(" times ", figure.span.end)
    if beside and text[near:start].rstrip().endswith(","):
        return "asserted"
    if figure.kind == "age" and "-" in text[figure.span.start : figure.span.end]:
        return "asserted"  # "to mend the 52-year-old pool would cost"
    if _IS_SO.match(text, figure.span.end) or (
        figure.kind in SHARES and _IN_TURN.match(text, end) and text.endswith("and ", 0, start)
    ):
        return "asserted"  # "65 posts will go, [40] of which are vacant", "57 percent wanted it and [28 percent] opposed it"
    known = text.endswith(("the ", "The "), near, start) and _HAD_DONE.match(text, end) is not None
    if not known and _is_to_come(line, start, end, is_share=figure.kind in SHARES):
        return "forecast"
    spent = figure.kind == "duration" and text.startswith(" to ", end)  # "Crews take [12 minutes] to reach calls"
    told = figure.kind != "ordinal" and not spent and aims.is_committed(line, start, end, is_sum=figure.kind == "money")
    return "planned" if told or aims.is_offered(line, figure) else "asserted"


def _is_to_come(line: Line, start: int, end: int, *, is_share: bool) -> bool:
    """Tell whether the verb of a figure's clause looks ahead: "will hire 40 and lease [six]", "[40] homes will be built"."""
    text, span = line.sentence.within, line.sentence.span
    if is_share and _WOULD.match(text, end, span.end):
        return False
    if _AHEAD.match(text, end, span.end) and not _WITHIN.search(text, line.sentence.near(start), start):
        return True
    wills = [*_WILLS.finditer(text, max(span.start, start - aims.FAR), start)]
    wills = [will for will in wills if not aims.has_come(text, span.start, will.start(), will.end())]
    aside = [told.span() for each in (_ASIDE, _OF_PLAN) for told in each.finditer(text, span.start, start)] if wills else []
    words = [
        will
        for will in wills
        if not any(begin <= will.start() < end for begin, end in aside)  # "the board, whose members will vote, has [40] letters"
    ]
    if words and _ANSWERED.search(text[span.start : words[-1].start()]):
        return False
    agreed = aims.committed().search(text, words[-1].end(), start) if words else None
    if not words or (agreed and " but " not in text[agreed.end() : start]):  # "will vote on an offer of 4 percent"
        return False
    return aims.ENDED.search(text, words[-1].end(), start) is None


def _voiced(line: Line, figure: Mention, vouchers: Sequence[Source]) -> str | None:
    """Give how a cue puts forward a figure that stands behind it in its clause: "promised 40 homes"."""
    text = line.sentence.within
    for source in vouchers:
        cue, content = source.cue, source.content
        if source.stance is None or cue is None or content is None or not content.covers(figure.span):
            continue
        behind = cue.end <= figure.start and _OTHER_CLAUSE.search(text, cue.end, figure.start) is None
        behind = behind and hedges.aside_end(text, line.sentence.span.start, cue, figure.span.end) >= figure.start
        alone = cue.start >= figure.span.end and content.end - content.start <= _ALONE  # "the [3 percent] they had expected"
        if behind or alone:
            return source.stance
    return None


def _is_foreseen(text: str, start: int, end: int) -> bool:
    """Tell whether a number is what something is expected to come to ("expected to reach 40"), not part of a plan."""
    words = text[max(start, end - 2 * _NEAR) : end].lower().split()
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
    if last[-1:] in (["these"], ["those"]) or last[-2:] == ["the", "other"]:
        return False  # "not one of these 26 deals is illegal": so many they are
    denies = lexicon.words("grammar", "negations")
    denying = [
        word for at, word in enumerate(last) if word in denies or word.endswith(("n't", "n’t")) if last[:at][-1:] != ["the"]
    ]
    return bool(denying) and "only" not in last and "longer" not in last and last[-1:] != ["with"]  # "cannot do with fewer than"
