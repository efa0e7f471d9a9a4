"""The verbs of a figure: "troops [were deployed]", "600 [died]", "[killed] at least 12 people"; what is listed shares one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.claims.roles import between, leads, placed
from factcheck.lexicon.function_words import BEING, DETERMINERS, TO_BE, TO_HAVE
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_DETERMINERS = pattern(
    r" +(?:(?:<<determiner>>(?: <<sized>>)?(?: number)?(?: of)?|<<sized>>|<<so-much>>"
    r"|another|some|all|all the|both|the first|up to|between|from|as (?:little|few|much|many) as) +)*"
)
_OBJECT = pattern(r" +<<determiner>> (?:[a-z]+ ){1,2}and +(?:(?:another|a further|<<about>>) )*")
"""Before a number of those to whom the same is done as to one: "detained [the owner and] two of his men"."""
_COMPANIONS = pattern(
    r"(?:[^,;:.()“”\"\d]{0,60}? (?:along|together) with|, as (?:<<has>>|<<is>>))"
    r" (?:(?:<<determiner>>|another|<<about>>) )*"
)
"""Between what was done to somebody and those to whom it was done, too: "was held on Monday [along with] two men"."""
_CLOSED = pattern(r" *(?:[.,;:)!?—–\"”]|\Z)| +([A-Za-z]+)\b")
_PERFECT = TO_HAVE | {"who", "that", "which", "also", "still", "later", "already", "now", "officially"}
"""With these alone before it a participle is active where it has an object: "troops that had killed 12 men"."""
_FINITE = TO_BE | TO_HAVE | {"remain", "remained", "stayed"}
_PREPOSITIONS = (" with", " by", " of", " for", " from")
"""They end a participle that so has no object: "two clerks [charged with] theft"."""
_FEW = 3
"""Words for one who is joined to those counted."""
_RECIPIENT = 6
"""Words between a verb and its sum that name who has it."""
_IN_PLACE = pattern(r" in (?:the )?[A-Z][\w-]+(?= \Z)")
_SUM_OF = pattern(r"(?:\S+ )?<<paid-sums>> of")
_MANY = pattern(r"(?:(?:<<about>>|over) )?\d[\d,.]*(?: (?:thousand|million))? ")
_SAID = pattern(
    r"(?:(?: (?:asked|questioned|surveyed|polled|interviewed))? (?:said|say) (?:that )?they"
    r"| who (?:[a-z]+ed|took part)(?: (?:said|say) (?:that )?they)?) "
)
"""Between a share and what they do who are asked: "54 percent [said they] favour it", "of those [who voted] favour it"."""
_OWNERS = DETERMINERS | {"of", "each", "him", "them", "it", "us", "you", "every"}
_BESIDE = pattern(
    r",? or (?:even |perhaps |maybe |possibly )?\Z"
    r"|(?: [\w’'-]+){1,4}(?:,| and|, and) (?:(?:<<determiner>>|another|a further|more than|<<about>>) )*\Z"
)
_COMMA = pattern(r", (?!and\b)")
_LISTED = 4
"""Figures before one among which the first of a list is looked for."""
_SUM_FOR = pattern(r" (?:<<determiner>> (?:[a-z]+ <<determiner>> )?)?<<paid-for>> of (?:(?:<<about>>|up to) )*")
"""Between a verb and its sum: what that is for, "has paid [compensation of] $4 million"."""
_OWN = pattern(r"\b(?:[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Oo]ur) [\w-]+\Z")
"""Somebody's own number: what stands behind it is its noun."""
_CARRYING = pattern(
    r"\b(?<!\bis )(?<!\bwas )(?<!\bwere )(?<!\bare )<<carrying>>"
    r" (?:(?:<<about>>|<<bounds>>) )*[\w,.]+(?: [A-Za-z]+){0,2}\Z"
)
"""Behind what holds those counted: the verb that follows is its own."""
_WHOSE_ACT = pattern(
    r" (?P<that>(?:that|which) )?(?:<<pronoun>>|we|I|<<determiner>> (?:[a-z-]+ ){0,2}?[a-z-]+"
    r"|[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:(?:<<has>>|once|already|itself) )*(?=[a-z])"
)
"""Behind a figure: who did something to it."""
_POLLED = "polled"
_FEWER = pattern(r" (?:fewer|more|less|of (?:them|whom|which|those))\b")


def behind(line: Line, start: int, end: int) -> Mention | None:
    """Give the verb of a figure with its noun phrase: "troops were deployed", "two soldiers captured by", "600 died"."""
    told = _SAID.match(line.sentence.within, end)
    asked = _verb_behind(line, told.end() - 1, told.end() - 1, of_asked=True) if told else None
    return asked or _verb_behind(line, end, end, of_asked=False) or beyond(line, end) or placed.behind(line, start, end)


def beyond(line: Line, end: int) -> Mention | None:
    """Give the verb behind what stands between it and those counted: "nine men who [had fled] were arrested"."""
    begin = between.end(line.sentence.within, end, line.sentence.span.end)
    return _verb_behind(line, end, begin, of_asked=False) if begin != end else None


def _verb_behind(line: Line, end: int, begin: int, *, of_asked: bool) -> Mention | None:
    """Give the verb that ``begin`` leads to, which only what those do who were asked can be where some were."""
    text, stop = line.sentence.within, line.sentence.span.end
    near = takewhile(lambda mention: mention.span.start - begin <= leads.LONGEST, line.behind(begin))
    cue = next((mention for mention in near if mention.kind == "role" and not _is_named(text, mention)), None)
    if cue is None or (of_asked and not _is_verb(text, cue)):
        return None
    gap = text[begin : cue.span.start]
    words = without_complement(gap.lower().split())
    if not gap[:1].isspace() or not all(map(leads_to_verb, words)):
        return None
    if _OWN.search(text, line.sentence.near(end), end):
        return None  # "my one shot"
    if not of_asked and _CARRYING.search(text, line.sentence.near(end), end):
        return None  # "a plane carrying [59] people burned out"
    if begin == end and between.is_of_who(text, line.sentence.near(end), end, words):
        return None  # "men who emptied 73 boxes were convicted"
    verb = text[cue.span.start : cue.span.end].lower()
    acts = verb in lexicon.forms("roles", "acts")
    passive = not _PERFECT.issuperset(words) and words[-1] != "to"  # "14 of the images to build a map"
    if passive or acts:
        return cue
    closed = verb.endswith(_PREPOSITIONS) or takes_no_object(text, cue.span.end, stop, polled=cue.entry == _POLLED)
    return cue if not is_present(verb) and closed else None


def of_those(line: Line, start: int, end: int) -> Mention | None:
    """Give the verb of a clause that tells of a figure and its noun up to ``end``: "the 9,000 euros [the insurer paid]"."""
    text = line.sentence.within
    whose = _WHOSE_ACT.match(text, end, line.sentence.span.end)
    if whose is None or not (whose["that"] or text.endswith(("the ", "The "), line.sentence.span.start, start)):
        return None
    cue = next((mention for mention in line.behind(whose.end()) if mention.kind == "role"), None)
    verb = cue is not None and cue.span.start == whose.end() and _is_verb(text, cue)
    acts = cue is not None and text[cue.span.start : cue.span.end].lower() in lexicon.forms("roles", "acts")
    return cue if verb and not acts else None


def _is_named(text: str, cue: Mention) -> bool:
    """Tell whether what has the form of a verb is the noun of a place: "40 people in the [building] were hurt"."""
    word = text[cue.span.start : cue.span.end].lower()
    return word in lexicon.words("grammar", "gerunds") and text.endswith((" the ", " a "), 0, cue.span.start)


def leads_to_verb(word: str) -> bool:
    """Tell whether a word, in lower case, may stand between those counted and their verb: an auxiliary, an adverb."""
    adverb = word.endswith("ly") and word not in lexicon.words("grammar", "no adverbs")
    return adverb or word in lexicon.words("grammar", "passive")


def is_present(verb: str) -> bool:
    """Tell whether a verb is no participle: "half of them [own] at least one boat"; "hurt" is both."""
    forms = lexicon.forms("roles", "verbs")
    return not verb.endswith("t") and (f"{verb}s" in forms or (verb[-1] == "s" and verb[:-1] in forms))


def without_complement(words: list[str]) -> list[str]:
    """Leave out "in the north" of "40 people in the north were hurt", "and a boy"; what stands before the verb remains."""
    joined = words[:1] == ["and"] and words[1:2] in (["a"], ["an"], ["his"], ["her"], ["their"])
    if joined:
        words = words[1:]
    elif not words or words[0] not in leads.COMPLEMENTS:
        return words
    verb = next((at for at, word in enumerate(words[: leads.COMPLEMENT + 1]) if word in _FINITE), None)
    if joined and verb is None and len(words) <= _FEW and leads.CLAUSES.isdisjoint(words):
        return []  # "three women and a boy drowned"
    closed = verb is None or between.breaks(" ".join(words[:verb])) or not leads.CLAUSES.isdisjoint(words[:verb])
    return words if closed else words[verb:]


def takes_no_object(text: str, end: int, stop: int, *, polled: bool) -> bool:
    """Tell whether a participle behind its noun is passive: "two soldiers captured by", "half of those polled want it"."""
    closing = _CLOSED.match(text, end, stop)
    verb = closing[1] if closing is not None else None
    answer = polled and verb is not None and (lexicon.is_past(verb) or verb in lexicon.words("grammar", "many-do"))
    return closing is not None and (answer or verb is None or verb.lower() in lexicon.words("grammar", "closers"))


def before(line: Line, figure: Mention) -> Iterator[str]:
    """Give the role of "killed at least 12 people": an active verb with the figure for its object.

    Sums may have a recipient before them ("cost the city 3 million euros"), and a passive verb too ("was fined 400 euros").
    """
    text, figure = line.sentence.within, first_listed(line, figure)
    start = figure.start
    near = takewhile(lambda mention: start - mention.span.start <= leads.LONGEST, line.before(start))
    told = [mention for mention in near if _can_act(mention, figure) and mention.span.end <= start]
    if figure.kind == "measure" and text.startswith(("within ", "Within "), start):
        return  # "bans building within 100 metres of it"
    cue = next(iter(told), None)
    payment = next((each for each in told if _SUM_FOR.fullmatch(text, each.span.end, start)), None)
    if payment is not None and payment.entry and _is_verb(text, payment):
        yield payment.entry
        return
    if cue is None or not cue.entry or not _is_verb(text, cue):
        return
    leading = text[max(0, cue.span.start - 12) : cue.span.start].lower().split()[-1:]
    if figure.kind == "number" and leading and leading[0] in BEING and _COMPANIONS.fullmatch(text, cue.span.end, start):
        yield cue.entry
        return
    if not (
        _DETERMINERS.fullmatch(text, _behind_of(text, cue), start)
        or (figure.kind == "number" and _OBJECT.fullmatch(text, cue.span.end, start))
        or (figure.kind == "money" and _is_recipient(text, cue, start))
    ):
        return
    done_by = text.endswith((" by", " on", " in"), cue.span.start, cue.span.end)  # "was watched by 900 people"
    passive = leading in (["were"], ["was"], ["been"]) and figure.kind != "money" and not done_by
    verb = text[cue.span.start : cue.span.end].lower()
    if verb not in lexicon.forms("roles", "acts") and not passive and verb not in _states():
        yield cue.entry


@cache
def _states() -> frozenset[str]:
    """Give words in "ing" for those who are so, which act on nobody: "[missing] the 9 billion expected"."""
    entries = lexicon.entries("roles").values()
    return frozenset(word for e in entries if "counts" in e for word in e.get("nouns", ()) if word.endswith("ing"))


def _can_act(cue: Mention, figure: Mention) -> bool:
    """Tell whether a role can be the verb of a figure: "paid the family of each [dead] man 40 euros" has no sum of dead."""
    is_role = cue.kind == "role" and cue.entry is not None
    return is_role and (figure.kind != "money" or "money" in lexicon.entries("roles")[cue.entry or ""].get("kinds", ()))


def _behind_of(text: str, cue: Mention) -> int:
    """Give where what is done to may begin: behind the "of" of "the killing of 40 people"."""
    end = cue.span.end
    named = text.startswith(" of ", end) and text[cue.span.start : end].split()[0].endswith("ing")
    return end + len(" of") if named else end


def first_listed(line: Line, figure: Mention) -> Mention:
    """Give the first of the figures listed up to this one, which share their verb: "destroyed [40] homes and 12 shops"."""
    text = line.sentence.within
    for _ in range(_LISTED):
        earlier = line.figure_before(figure.start)
        if earlier is None or not _BESIDE.fullmatch(text, earlier.span.end, figure.start) or _FEWER.match(text, figure.span.end):
            break
        if _COMMA.search(text, earlier.span.end, figure.start) and not _goes_on(line, figure):
            break  # "destroys 140 homes, [four] people missing"
        figure = earlier
    return figure


def _goes_on(line: Line, figure: Mention) -> bool:
    """Tell whether a list goes on behind a figure: "12 shops, [three] barns and a mill"."""
    later = line.figure_behind(figure.span.end)
    return later is not None and _BESIDE.fullmatch(line.sentence.within, figure.span.end, later.start) is not None


def _is_recipient(text: str, cue: Mention, start: int) -> bool:
    """Tell whether a verb and its sum have nothing but a few words for a person or a firm between them."""
    words = _IN_PLACE.sub("", _MANY.sub("", text[cue.span.end : start])).split()
    ending = lexicon.words("grammar", "stops") - _OWNERS
    told = "of" not in words[-3:] or _SUM_OF.fullmatch(" ".join(words[-3:])) is not None
    return (
        told
        and 0 < len(words) <= _RECIPIENT
        and all(word[0].isalpha() and word[-1].isalnum() and word.lower() not in ending for word in words)
    )


def _is_verb(text: str, cue: Mention) -> bool:
    word, verbs = text[cue.span.start : cue.span.end], lexicon.forms("roles", "verbs", "acts")
    return word in verbs or word.lower() in verbs  # "GDP grew"
