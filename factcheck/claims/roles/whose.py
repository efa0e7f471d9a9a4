"""Whose a figure is by the words before it: "[North Korean] casualties came to 4,700", "the number of [men] fell to 9".

A line and one of its figures go in; the subject comes out.
"""

from __future__ import annotations

from itertools import takewhile

from factcheck import lexicon
from factcheck.claims import Line, Subject, subjects
from factcheck.claims.phrases import heads, nouns
from factcheck.claims.roles import between, leads, moved
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_LED = 32
_GROUP_OF = pattern(
    r"\b(?i:<<gathered>>) of"
    r"(?: <<definite>>)?(?= [A-Za-z])"
)
"""Before those of whom a number is."""
_TO_NUMBER = pattern(r"\b(?:from|to|at|<<is>>|into)(?: (?:<<about>>|more than|as many as|a record|the|well|an?))* \Z")
_OTHER = pattern(
    r"[;:“”()]|\b(?:who|which|that|while|because|although|but|after|when|as|if)\b|, (?!(?:and )?(?:by|from|to|up|down)\b)"
)
"""Behind those of whom a number is: what leads to it, and what ends their clause."""
_MOVED = pattern(
    r"(?:\A|[;:—–“\"] ?|, (?:and|but|while|as|when) |\b(?:that|while|as|after|when|said|says) )"
    r"(?:[Tt]he |[Nn]umber of |[Tt]otal )*"
    r"((?!(?:[Ii]t|[Ss]?[Hh]e|[Tt]hey|[Ww]e|[Ww]ho|[Tt]here) )"
    r"(?:(?!<<grammar: stops>> )[A-Za-z][a-z-]+ ){0,2}"
    r"[A-Za-z][a-z-]+(?<![sui])s)(?=,? )(?! (?:that|who|which)\b)"
)
"""What a clause opens with that may have moved to a bare number: "[arrivals] in May climbed to 38,300"."""
_TO_LEVEL = pattern(
    r"\b(?:to|from|by|<<coming-to>>)"
    r" (?:<<about>> |more than |a )?\Z"
)


def before(line: Line, figure: Mention) -> Subject | None:
    """Give whose a figure is by words before: "[North Korean] casualties came to 4,700", "the number of [men] fell to 9"."""
    noun = leads.noun_before(line, figure)
    group = _group_before(line, figure) if figure.kind in between.GROUPED else None
    if group is not None:
        return subjects.of(line.sentence.within, group)
    found = subjects.before(line.sentence.within, noun.span.start, line.sentence.span.start) if noun else None
    if found is None and figure.kind == "number" and (noun is None or not _can_count(noun.entry or "") or _is_plural(line, noun)):
        mover = _moved_before(line, figure)
        return Subject(mover) if mover else None
    return found


def _is_plural(line: Line, noun: Mention) -> bool:
    """Tell whether a noun that leads to a figure is what it counts: "road [deaths] rose to 612"."""
    return line.sentence.within[noun.span.start : noun.span.end].endswith("s")


def _group_before(line: Line, figure: Mention) -> nouns.Phrase | None:
    """Give whom a number or a share is of that a figure tells: "the share of [voters] who named crime fell to 9 percent"."""
    text, start = line.sentence.within, figure.start
    cut = moved.group(text, max(line.sentence.span.start, start - leads.FARTHEST), start) if figure.kind == "number" else None
    if cut is not None:
        return cut
    start = figure.span.start if leads.EXCEEDED.fullmatch(text, start, figure.span.start) else start
    for of in _GROUP_OF.finditer(text, max(line.sentence.span.start, start - leads.FARTHEST), start):
        group = [*takewhile(lambda word: word[1].lower() not in leads.verbs(), nouns.run(text, of.end(), start))]
        head = heads.of_many(text, group)
        phrase = nouns.phrase(text, group, *head) if head else None
        words = text[phrase.end : start].lower().split() if phrase else []
        verb = next((at for at, word in enumerate(words) if word in leads.verbs() and leads.lead(words[at:])), None)
        if verb is not None and not between.breaks(" ".join(words[:verb])):
            return phrase
        gap = text[phrase.end : start] if phrase and figure.kind == "number" and "umber" in of[0] else ""
        if phrase and _TO_NUMBER.search(gap) and not _OTHER.search(gap):
            return phrase  # "raise the number of miners without work from 900 to"
    return None


def _moved_before(line: Line, figure: Mention) -> str | None:
    """Give what moved to a bare number, by the first plural of its clause: "[arrivals] climbed to 38,300"; levels count none."""
    text, start, begin = line.sentence.within, figure.start, line.sentence.span.start
    start = figure.span.start if leads.EXCEEDED.fullmatch(text, start, figure.span.start) else start
    part = figure.numeral is not None and figure.numeral.value.denominator > 1
    if part or _TO_LEVEL.search(text, max(begin, start - _LED), start) is None:
        return None  # "cash conversion rates rose to 1.8"
    found = [*_MOVED.finditer(text[max(begin, start - leads.FARTHEST) : start])][-1:]
    if not found or moved.VALUED.search(found[0][1].lower()) or found[0][1].rpartition(" ")[2] in leads.verbs():
        return None
    if found[0][1].rpartition(" ")[2][0].isupper() and (" " in found[0][1] or "he " in found[0][0][:4]):
        return None  # "The Social Democrats fell to 15"
    gap = text[start - len(found[0].string) + found[0].end() : start]
    plain = leads.INSERTED.sub("", gap, 1) if "," in gap else gap
    words = plain.lower().split()
    return (
        found[0][1] if leads.is_level(plain) or (words[-1:] == ["by"] and leads.is_level(f"{plain.rstrip()[:-3]} to ")) else None
    )


def _can_count(role: str) -> bool:
    """Tell whether a role has figures that count, and not only sums or shares."""
    return "count" in lexicon.entries("roles")[role].get("kinds", ("count",))
