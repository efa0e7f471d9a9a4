"""How a figure is put forward: asserted, denied, planned, conditional, asked, forecast. Only what is asserted can contradict."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.claims import Line, Source, hedges, roles
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_WORD = pattern(r"[A-Za-z]+(?:['’]t)?")
_BREAK = pattern(r"[;:]|[Nn]os?\. ?(?=\d|\Z)")
_OTHER_CLAUSE = pattern(rf"{hedges.BREAK.pattern}| (?:after|as|because|when|since|following|although|and (?:said|told))\b")
_NEAR = 60
_LIMIT = 5
"""Words of the longest limit or aim, "a maximum sentence of", with one to spare."""
_OF_HEDGE = {"plan": "planned", "condition": "conditional", "question": "asked"}
_WILL = frozenset({"will", "would", "shall", "won't", "won’t"})


def of(line: Line, figure: Mention, end: int, hedge_kinds: frozenset[str], vouchers: Sequence[Source]) -> str:
    """Give the stance of a figure whose noun phrase ends at ``end``, touched by hedges of these kinds, told by these sources."""
    text, span = line.sentence.within, line.sentence.span
    start = figure.start
    if text[span.start : span.end].rstrip("\"'”’) ").endswith("?"):
        return "asked"
    hedged = next((stance for kind, stance in _OF_HEDGE.items() if kind in hedge_kinds), None)
    if hedged is not None:
        return "forecast" if hedged == "planned" and _is_foreseen(text, span.start, start) else hedged
    earlier = next((mention.span.end for mention in line.before(start) if mention.numeral is not None), span.start)
    clause = _BREAK.split(text[max(earlier, start - _NEAR) : start])[-1]
    before = [word.lower() for word in _WORD.findall(clause)]
    if " ".join(before[-_LIMIT:]).endswith(tuple(lexicon.words("grammar", "targets"))):
        return "planned"
    if _is_negated(before):
        return "denied"
    voiced = _voiced(line, figure, vouchers)
    if voiced is not None:
        return voiced
    verb = roles.verb_behind(line, end)
    behind = text[end : verb.span.start].lower().split() if verb else ()
    return "forecast" if _WILL & {*before[-6:], *behind} else "asserted"


def _voiced(line: Line, figure: Mention, vouchers: Sequence[Source]) -> str | None:
    """Give how a cue puts forward a figure that stands behind it in its clause: "promised 40 homes"."""
    text = line.sentence.within
    for source in vouchers:
        cue, content = source.cue, source.content
        if source.stance is None or cue is None or content is None or not content.covers(figure.span):
            continue
        if cue.end <= figure.start and _OTHER_CLAUSE.search(text, cue.end, figure.start) is None:
            return source.stance
    return None


def _is_foreseen(text: str, start: int, end: int) -> bool:
    """Tell whether a number is what something is expected to come to ("expected to reach 40"), not part of a plan."""
    words = text[max(start, end - _NEAR) : end].lower().split()
    entry = lexicon.entries("hedges")["expected to"]
    return any(
        word == "to" and f"{words[at - 1]} to" in entry["words"] and words[at + 1] in entry["numbers"]
        for at, word in enumerate(words[:-1])
    )


def of_time(line: Line) -> str:
    """Give the stance of a time: told as a fact unless its sentence looks ahead, asks or sets a condition."""
    text = line.sentence.text
    if text.rstrip("\"'”’) ").endswith("?"):
        return "asked"
    kinds = {hedges.kind_of(line, mention) for mention in line.mentions if mention.kind == "hedge"}
    ahead = next((stance for kind, stance in _OF_HEDGE.items() if kind in kinds), None)
    words = text.lower()
    return ahead or ("forecast" if _WILL & {*_WORD.findall(words)} or " to have " in words else "asserted")


def _is_negated(before: list[str]) -> bool:
    """Tell whether one of the few words before denies the figure; "not only" and "no sooner" do not."""
    last = before[-4:]
    denying = [word for word in last if word in lexicon.words("grammar", "negations") or word.endswith(("n't", "n’t"))]
    return bool(denying) and "only" not in last and "longer" not in last
