"""A noun that leads to its figure: "casualties came to 4,700", "inflation, which leaves out food, rose to 3 percent"."""

from __future__ import annotations

from functools import cache

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.claims.roles import between, moved
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_LED = 32
_ASIDE = pattern(r", or [a-z ]{0,12}[\d.,]+ ?(?:percent|%|points|cents)?,")
_PUT_IT_AT = pattern(r"[^;:.()“”\d]{0,40}\bput(?:s|ting)? it at (?:<<about>> )*")
_SUPPORT_FOR = pattern(r"\b(?:[Ss]upport|[Bb]acking) for (?:(?:<<determiner>>|[A-Z][\w’'-]*) )?(?:[a-z-]+ ){0,2}\Z")
_LAST = pattern(r",(?= (?:to|from)\Z)")
INSERTED = pattern(r",(?! (?:and|but|or|as|to|while|when|after)\b)(?:[^,;:.()]|\.(?=\d)){2,60},(?! and\b)")
"""What stands between two commas in a clause: "inflation, [which leaves out food,] rose to"."""
_IN_ASIDE = pattern(r", (?:which|who|whose) [^,;:.()]*\Z")
_ENDED = pattern(r"(?<!,)(?: that)? ended (?:on )?[A-Z][a-z]+\.? \d{1,2}\b")
_NOW = pattern(r", (?:now|currently|already|still)(?: at)? ")
"""Between a noun and its level today: "unemployment, [now] 6.3 percent"."""
_THEN = pattern(r"\A (?:(?:last|this|next|each|every) <<spells>>|so far)(?: this <<spells>>)?(?= )")
"""Right behind a noun: when it comes to its level, "profit [last year] was 40 million"."""
_ARRIVING = frozenset({"reaching", "hitting", "totalling", "totaling"})
_ARRIVAL = 4
"""Words of "to come in at"."""
_THAN_FORESEEN = ("-than-expected", "-than-forecast", "-than-predicted", "-than-planned")
_EXTREMES, _LONG_AGO = frozenset({"high", "low", "record", "peak"}), ("-year", "-month", "-week", "-day", "all-time")
_OFTEN = pattern(r" (?:once|twice|[a-z]+ times)(?: (?:since|in|last|this) [\w’'-]+)?,? (?:to|from)(?: <<about>>)? ")
"""Between a noun that was moved so often and its level: "cut its key rate [four times since June, from] 5 percent"."""
_UP_AT = pattern(
    r"(?:(?:<<is>>|has been|had been|which|that|now) )*"
    r"(?:(?:go|goes|going|went|edged|inched|crept|ticked|moved) )?(?:"
    r"(?:up|down)(?: by)?(?: (?:<<about>>|a))? (?:[\d.,]+ ?(?:%|per ?cent|percent)|[a-z]+(?: [a-z]+)?)"
    r"|[\d.,]+ ?(?:%|per ?cent|percent) (?:higher|lower|up|down)),? (?:to|at|from)"
)
"""Between a noun and its level where no verb tells of the change alone: "sales [up 2 percent to]", "was [5% higher at]"."""
_ENDS, _HOW = frozenset({"to", "from"}), frozenset({"now", "currently", "a", "an", "the", "some", "another"})
LONGEST, FARTHEST = 60, 130
"""Code points between a noun phrase and its verb, or a noun and its figure (with an insertion); more is another clause."""
COMPLEMENTS = frozenset([
    "of", "in", "at", "on", "for", "from", "by", "against", "to", "among", "with", "across", "near", "per", "attributable",
    "aboard", "inside", "outside", "along"
])  # fmt: skip
CLAUSES = frozenset({"that", "which", "who", "and", "but", "as", "after", "when", "while", "if", "or"})
COMPLEMENT, _LONG_COMPLEMENT = 8, 16
"""Words between a noun and its verb: "shares in the mill rose"."""
_OPENS = pattern(r"(?:[Tt]he |[Ii]ts |[A-Z][a-z]+[’']s )?(?:[a-z]+ )?\Z")
"""Before a noun that its sentence opens with: what tells of it up to its verb may be longer."""
_SIDES = ("above ", "below ", "past ", "beyond ")
_TIMED = pattern(
    r" (?:(?:in|on|for) (?:\d+|<<calendar: weekday>>|<<calendar: month>>)|(?:last|this|next) <<spells>>)"
    r" (?:to|at|of(?: <<about>>| between)?) "
)
"""A change that is told with nothing but its time before the level: "cut its main rate [in May to] 5 percent"."""
_NUMBER_OF = pattern(r"\bnumber of (?:[A-Za-z][\w.-]* ){1,4}\Z")
"""Before a verb that tells what a number is of: "the number of people [killed] rose to 40"."""
EXCEEDED = pattern(r"(?:exceed|surpass|topp?|pass)(?:ed|es|s)? (?:<<about>> )?")
"""A bound that is the verb: "visitors [topped] 40,000"."""


def noun_before(line: Line, figure: Mention) -> Mention | None:
    """Give the noun that tells what a figure is: "casualties came to 4,700", "revenue rose 8 percent to 40 million euros"."""
    text, start = line.sentence.within, figure.start
    past = text.startswith(_SIDES, start, figure.span.start) or EXCEEDED.fullmatch(text, start, figure.span.start)
    side = "to " if past else ""  # "rose above $90", "exceeded $90"
    for cue in (mention for mention in line.before(start) if mention.kind == "role"):
        gap = _THEN.sub("", _ENDED.sub("", text[cue.span.end : start]), 1) + side
        if len(gap) > FARTHEST:
            return None
        if "," in gap and _IN_ASIDE.search(text, max(line.sentence.span.start, cue.span.start - FARTHEST), cue.span.start):
            continue  # "shares, which had lost half of their value, were down at"
        if (
            gap
            and not _SUPPORT_FOR.search(text, max(0, cue.span.start - _LED), cue.span.start)
            and not (gap == " of " and _has_number(line, cue))
            and _can_tell(cue.entry or "", figure.kind)
            and (_is_noun(text, cue) or _NUMBER_OF.search(text, max(0, cue.span.start - _LED), cue.span.start))
        ):
            plain = INSERTED.sub("", gap, 1).removeprefix(", which") if "," in gap else gap
            plain = plain.removeprefix(" which").removeprefix(" that")
            opens = _OPENS.fullmatch(text, line.sentence.span.start, cue.span.start) is not None
            if len(plain) <= (FARTHEST if opens else LONGEST) and (
                is_level(plain, _LONG_COMPLEMENT if opens else COMPLEMENT) or moved.leads(line, cue, figure, plain)
            ):
                return cue
    return None


def _has_number(line: Line, cue: Mention) -> bool:
    """Tell whether a noun is what a number right before it counts, as in "2,400 [wounded] of 6,000"."""
    counted = line.figure_before(cue.span.start)
    return counted is not None and counted.kind == "number" and counted.span.end + 1 == cue.span.start


def _can_tell(role: str, kind: str) -> bool:
    """Tell whether figures of a kind can have a role: "support for the bill slipped to 47 percent" is no cost."""
    kinds = lexicon.entries("roles")[role].get("kinds")
    return kinds is None or kind == "number" or kind in kinds


def is_level(gap: str, longest: int = COMPLEMENT) -> bool:
    """Tell whether words lead from a noun to its figure: "came to", "in May has risen 8 percent to", "is expected to reach"."""
    words = gap.lower().removeprefix(",").split()
    if words == ["to", "the"]:
        return False  # "exports to the three countries"
    if lead(words) or any(led.fullmatch(gap) for led in (_TIMED, _NOW, _OFTEN, _PUT_IT_AT)):
        return True
    if not words or words[0] not in COMPLEMENTS:
        return False
    verb = next((at for at, word in enumerate(words) if word in verbs()), None)
    placed = words[:verb]
    if verb is not None and "and" in placed and 0 < verb - 3 <= placed.index("and") < verb - 1:
        placed.remove("and")  # "profits from gas and pipelines fell to"
    if verb is None or verb > longest or between.breaks(" ".join(placed)) or not CLAUSES.isdisjoint(placed):
        return False
    return lead(words[verb:])


def lead(words: list[str]) -> bool:
    """Tell whether words, in lower case, lead to a level: "came to", "is expected to reach"."""
    words = _without_arrival(words)
    if words[-1:] == ["of"] and words[-2:-1] and words[-2] in lexicon.words("grammar", "measured"):
        words = words[:-2]  # "rose to an average of"
    if words[-1:] == ["of"] and not _EXTREMES.isdisjoint(words[-2:-1]):
        words = words[: -3 if "".join(words[-3:-2]).endswith(_LONG_AGO) else -2]  # "hit a 26-year high of"
    while words and (words[-1] in _before_figures() or words[-1].endswith(_THAN_FORESEEN)):
        words = words[:-1]
    words = _without_arrival(words)
    if _UP_AT.fullmatch(" ".join(words)):
        return True
    levels, auxiliaries = lexicon.words("grammar", "levels"), lexicon.words("grammar", "auxiliaries")
    for at in range(len(words)):
        rest = " ".join(words[at:])
        if rest in levels or rest.removesuffix(" the") in levels:
            return True
        if words[at] not in auxiliaries:
            moves = words[at] in lexicon.words("grammar", "moves") or words[at] == "by"
            return moves and words[-1] in _ENDS and not between.breaks(_LAST.sub("", _ASIDE.sub("", rest)))
    return False


def _without_arrival(words: list[str]) -> list[str]:
    """Leave out the verb with which a change came to its level: "rose 8 percent to [reach]"."""
    if len(words) > 1 and words[-1] in _ARRIVING:
        return [*words[:-1], "to"]
    arrivals = (at for at in range(max(1, len(words) - _ARRIVAL), len(words) - 1) if words[at] == "to")
    at = next((at for at in arrivals if " ".join(words[at + 1 :]) in lexicon.words("turns", "arriving")), None)
    return words if at is None else words[: at + 1]


@cache
def _before_figures() -> frozenset[str]:
    """Give the words that may stand between what leads to a level and its figure: "rose to [a record] 40"."""
    return _HOW | lexicon.words("turns", "sized") | lexicon.words("turns", "so-much")


@cache
def verbs() -> frozenset[str]:
    """Give the words with which what a noun comes to can begin, but for prepositions."""
    first = {level.split()[0] for level in lexicon.words("grammar", "levels")}
    return (
        frozenset(first | lexicon.words("grammar", "auxiliaries") | lexicon.words("grammar", "moves"))
        - COMPLEMENTS
        - {"put", "to"}
    )


def _is_noun(text: str, cue: Mention) -> bool:
    word, nouns = text[cue.span.start : cue.span.end], lexicon.forms("roles", "nouns", "quoted")
    return word in nouns or word.lower() in nouns  # "EBITDA"
