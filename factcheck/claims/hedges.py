"""What hedges: the cues of a line that are no other word, each with its kind and the figures that it touches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import lexicon
from factcheck.claims import FIGURES, SHARES, Hedge, Line, Source
from factcheck.document import Span
from factcheck.mentions import Mention
from factcheck.mentions.hedges import WORD_BEFORE
from factcheck.patterns import pattern
from factcheck.values import frozen

BREAK = pattern(
    r"[;:—“”]|[,.?!]\"|, (?:but|while|although|though|whereas|of which|of whom|and the|and it|and he|and she|and they)\b"
    r"|, (?:up|down) from\b| as [\d,.]+ (?:[a-z]+ ){1,3}<<is>>\b"
    r"| (?:but|while(?! [a-z]+ing\b)|although|because) | and [\d,.]+ (?:[a-z]+ )?(?:have|has|are|were|was)\b"
)
"""What ends the reach of a word over its clause."""
_NO_NOUN = r"(?:<<determiner>>|this|these|<<is>>|<<has>>|said|that|which|who|and|but|or|to|of|in)\b"
_SUBJECT = pattern(
    rf"(?: (?!{_NO_NOUN})[\w’'-]+){{0,5}}(?: of (?:it|them)| of(?: (?:<<definite>>|all))?(?: (?!{_NO_NOUN})[\w’'-]+){{1,3}})?"
    r" (?:<<is>> )?"
)
_NEXT_CLAUSE = pattern(
    r"[,.?!][\"”]|, according to\b| (?:if|unless|because|after|following|that|which|who"
    r"|and (?:said|says|told|<<has>>|<<is>>|will))\b(?! it\b)"
)
_OF_WHOLE = pattern(r"(?:\d|\b(?:one|<<counts>>|half|quarters?|thirds?)) of <<definite>> \Z")
_HELD = pattern(r"(?:<<held>>|<<deemed>>)\b")
_INSERTED = pattern(r", (?:which|whom?|whose)\b[^,;:]*\Z")
_BY_SIDE = pattern(
    r" (?:[A-Z][\w’'.-]* ?){1,3}(?:,? (?:and|while|but) (?:<<about>> )?|\((?:[^()]* to )?|(?:by )?an? (?:[\d.]+(?:%"
    r"| per ?cent) to )?|, )"
)
"""Between who is believed and the share of those who believe him, or another: "32 percent believe [Roe and] 28 percent"."""
_IN_ASIDE = pattern(r"\b(?:who|that|which)(?: (?:now|still|also|once|<<has>>))* \Z")
_EXPECTED_TO = pattern(r"(?:expected|due|forecast|projected|planned) to\b")
_HAPPENED = pattern(
    r" (?:after|since) (?=[^;:“”\"]*?\b(?:was|were|had|(?!need|proceed|speed|feed|exceed)[a-z]{3,}ed|<<grammar: past>>)\b)"
)
"""Before what has happened, of which nothing is only possible: "could face a fine [after] three boats sank"."""
_BE = pattern(r"\b(?:<<is>>|be|been|being|[’']s|[’']re)(?: [a-z]+)? \Z")
_DID = pattern(
    r" (?:[a-z]{2,}ed|<<grammar: past>>) (?:(?:to|from|at|by|<<about>>) )*(?=[$€£]?\d|<<counts>>\b)(?<!ed by )(?<!unchanged at )"
)
"""The verb of a clause before its figure: "those who plan to go [rose to 38] percent", and not "caused by 40 men"."""
_PAUSE = pattern(r"[;:—–“”]|,(?!\d)|\band (?=(?:(?:it|they|he|she) )?(?:could|would|will|may|might|can)\b)|\((?![^()]*\))")
"""Where a clause begins; what stands in brackets does not cut it."""
_WORD_BEHIND = pattern(r"\s+([\w’'-]+)")
_ONE = pattern(r"\b<<Determiner>> \Z")
_LOOK = 40
_NEAR = 120
"""Code points between a figure and the verb whose subject it is."""
_SOME = frozenset({"some", "many", "others", "people"})
_BELIEVE = pattern(r"(?i:<<believing>>)")
_COUNTED = pattern(r"(?:the )?(?:\d+|<<counts>>) (?!sources\b)(?=[a-z]+s\b|people familiar\b|people close\b)")
"""Before those who say so: "[the 11] analysts polled"."""
_FEW = 3
_VAGUE = "officials say"


@frozen
class Reached:
    """A hedge with its kind and the figures that it touches, in text order."""

    span: Span
    kind: str
    touched: tuple[Mention, ...]


def find(line: Line, sources: Sequence[Source]) -> Iterator[Reached]:
    """Give the line's hedges in text order.

    A figure that is loose itself ("dozens") is one. One that vouches too ("the office estimates") touches what it vouches for,
    and so does a source that nobody can name.
    """
    figures = [mention for mention in line.mentions if mention.kind in FIGURES]
    loose = [Reached(figure.span, "vague", (figure,)) for figure in figures if figure.numeral and figure.numeral.vague]
    named = [*_vague(line, figures, sources)] if sources else []
    return iter(sorted([*_cues(line, figures, sources), *named, *loose], key=lambda hedge: hedge.span.start))


def _cues(line: Line, figures: Sequence[Mention], sources: Sequence[Source]) -> Iterator[Reached]:
    for cue in line.mentions:
        if cue.kind != "hedge" or cue.entry is None:
            continue
        kind = kind_of(line, cue)
        if kind is None or (
            kind == "loaded-source" and all(source.cue is None or not source.cue.overlaps(cue.span) for source in sources)
        ):
            continue
        touched = _touched(line, cue, figures)
        if not touched and sources and not _is_held(line, cue):
            content = next((source.content for source in sources if source.cue == cue.span), None)
            touched = _within(content, figures)
        yield Reached(cue.span, kind, tuple(touched))


def _vague(line: Line, figures: Sequence[Mention], sources: Sequence[Source]) -> Iterator[Reached]:
    """Give the sources that name nobody ("critics say"): the noun, with its verb where they stand side by side."""
    text, nouns = line.sentence.within, lexicon.words("hedges", _VAGUE)
    for source in sources:
        if source.source is None or source.cue is None or not source.vouches:
            continue
        span, cue = source.source, source.cue
        words = _COUNTED.sub("", text[span.start : span.end].lower(), 1).split() or [""]
        if (
            " ".join(words) in nouns
            or " ".join(words[:2]) in nouns
            or (
                words[0] in nouns
                and (words[0] not in _SOME or (len(words) <= _FEW and words[-1].isalpha() and not words[1][0].isdigit()))
            )
        ):
            end = cue.end if cue.start - span.end == 1 else span.end
            yield Reached(Span(span.start, end, span.in_headline), "vague-source", tuple(_within(source.content, figures)))


def kind_of(line: Line, cue: Mention) -> str | None:
    """Give the kind of a cue; None where its capital letter makes it a name or a month."""
    if line.sentence.within[cue.span.start].isupper() and _is_name(line, cue.span):
        return None
    return str(lexicon.entries("hedges")[cue.entry or ""]["kind"])


def _is_name(line: Line, span: Span) -> bool:
    """Tell whether a cue with a capital letter is a name or a month: "Theresa May", "May 5"; a title has capitals all over."""
    text, sentence = line.sentence.within, line.sentence.span
    before = text[sentence.start : span.start].rstrip(" “\"'‘(")
    if line.sentence.kind == "headline":
        word = WORD_BEFORE.search(text, max(sentence.start, span.start - _LOOK), span.start)
        return text[span.start : span.end] == "May" and (word is None or word[1].lower() in _MONTHLY)
    if before and before[-1] not in ":.!?—…":
        return True
    behind = _WORD_BEHIND.match(text, span.end, sentence.end)
    return text[span.start : span.end] == "May" and (behind is None or behind[1].lower() not in _ASKED)


_MONTHLY = frozenset(["in", "of", "since", "by", "until", "from", "last", "early", "late", "mid", "on", "theresa"])
_ASKED = frozenset(["he", "she", "it", "they", "we", "you", "i", "the", "a"])


def _within(content: Span | None, figures: Sequence[Mention]) -> list[Mention]:
    return [figure for figure in figures if content is not None and content.covers(figure.span)]


def _touched(line: Line, hedge: Mention, figures: Sequence[Mention]) -> list[Mention]:
    """Give the figures that a hedge of the line touches, in text order."""
    if not figures:
        return []
    entry = lexicon.entries("hedges")[hedge.entry or ""]
    kind, reach = entry["kind"], entry["reach"]
    held = [figure for figure in figures if any(modifier.span == hedge.span for modifier in figure.modifiers)]
    if held or reach == "none" or _is_told_of_one(line, hedge):
        return held
    subject = _subject(line, hedge, figures)
    if reach == "figure":  # "4,700 estimated casualties"
        return subject
    if kind == "allegation" and line.sentence.within[hedge.span.start : hedge.span.end].endswith(" of"):
        reach = "object"  # "held eight men suspected of": they are a fact
    if _is_held(line, hedge):
        reach = "object"  # "23 percent think that": so many do, for sure
    clause = _reached(line, hedge.span, kind, reach)
    subject = [] if reach == "object" else subject  # "two bidders plan to"
    planned = [f for f in figures if not (_narrows(line, f) or (kind == "plan" and _is_whole(line, f)))]
    if _is_held(line, hedge):
        planned = [
            f for f in planned if f.kind not in SHARES or not _BY_SIDE.fullmatch(line.sentence.within, hedge.span.end, f.start)
        ]
    return [*subject, *(figure for figure in _within(clause, planned) if figure not in subject)]


def _is_held(line: Line, hedge: Mention) -> bool:
    """Tell whether a cue is what somebody takes to be so, of which those who do are sure: "23 percent [think that] 40 closed"."""
    is_belief = lexicon.entries("hedges")[hedge.entry or ""]["kind"] == "belief"
    return is_belief and _BELIEVE.fullmatch(line.sentence.within, hedge.span.start, hedge.span.end) is not None


def _is_told_of_one(line: Line, hedge: Mention) -> bool:
    """Tell whether an allegation only names somebody: "the [suspected] leader faces nine years"."""
    text, start = line.sentence.within, max(line.sentence.span.start, hedge.span.start - _LOOK)
    behind = _WORD_BEHIND.match(text, hedge.span.end)
    named = behind is not None and lexicon.is_person(behind[1].lower()) and _ONE.search(text, start, hedge.span.start)
    words = lexicon.entries("hedges")[hedge.entry or ""].get("of_one", ())
    return bool(named) and text[hedge.span.start : hedge.span.end].lower() in words


def _subject(line: Line, hedge: Mention, figures: Sequence[Mention]) -> list[Mention]:
    """Give the figure that counts the subject of a hedge, if there is one: "40 of the boats [may] sail"."""
    near = (figure for figure in figures if 0 <= hedge.span.start - figure.span.end <= _NEAR)
    return [figure for figure in near if _SUBJECT.fullmatch(line.sentence.within, figure.span.end, hedge.span.start)][-1:]


def _reached(line: Line, hedge: Span, kind: str, reach: str) -> Span:
    """Give the stretch of its sentence that a hedge bears on: from itself, or where its clause begins, to where that ends."""
    text, sentence = line.sentence.within, line.sentence.span
    stop = BREAK.search(text, hedge.end, sentence.end)
    start, end = hedge.start, stop.start() if stop else sentence.end
    happened = _HAPPENED.search(text, hedge.end, end) if kind == "modal" else None
    end = happened.start() if happened else end
    if kind in ("plan", "allegation"):
        told = _NEXT_CLAUSE.search(text, hedge.end, end)
        end = told.start() if told else end
        end = aside_end(text, sentence.start, hedge, end)
    comma = text.find(", ", hedge.end, end)
    held = text.endswith(", ", sentence.start, hedge.start) and (
        _HELD.match(text, hedge.start) or _EXPECTED_TO.match(text, hedge.start)
    )
    if comma >= 0 and (held or _INSERTED.search(text, sentence.start, hedge.start)):
        end = comma  # "a man whom police believe to have left, is dead"
    if reach == "clause":
        start = max((pause.end() for pause in _PAUSE.finditer(text, sentence.start, start)), default=sentence.start)
        vouchers = (m.span for m in line.before(hedge.start) if m.kind == "voucher" and m.span.start > start)
        start = max((voucher.end for voucher in vouchers), default=start)
    return Span(start, end, hedge.in_headline)


def aside_end(text: str, start: int, cue: Span, end: int) -> int:
    """Give where what a cue tells of the subject alone ends before ``end``: "those who [plan to] leave | rose to 38 percent"."""
    near = max(start, cue.start - _LOOK)
    aside = _IN_ASIDE.search(text, near, cue.start) is not None
    aside = aside or (_EXPECTED_TO.match(text, cue.start) is not None and _BE.search(text, near, cue.start) is None)
    done = _DID.search(text, cue.end, end) if aside else None
    return done.start() if done else end


def _narrows(line: Line, figure: Mention) -> bool:
    """Tell whether a figure only says what a thing is like, which no plan changes: "may rebuild the [90-year-old] hall"."""
    written = line.sentence.within[figure.span.start : figure.span.end]
    sized = figure.kind in ("age", "measure", "duration") or (figure.kind == "money" and written[0].isalpha())
    return sized and "-" in written  # "the price of a [two-pound] tube"


def _is_whole(line: Line, figure: Mention) -> bool:
    """Tell whether a figure is what a plan takes a part of: "plans to close two of its [ten] mills"."""
    text, start = line.sentence.within, max(line.sentence.span.start, figure.start - _LOOK)
    return _OF_WHOLE.search(text, start, figure.start) is not None


def by_claim(hedges: Sequence[Hedge]) -> dict[str, list[Hedge]]:
    """Give the hedges that touch each claim."""
    touching: dict[str, list[Hedge]] = {}
    for hedge in hedges:
        for claim in hedge.claims:
            touching.setdefault(claim, []).append(hedge)
    return touching
