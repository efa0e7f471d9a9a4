"""Who says so: each cue of saying with the words of its source and of what it vouches for.

A quotation that goes on keeps its speaker, over sentences and over paragraphs that are quotations whole; a pronoun stands for
the source before it; a label with a colon ("Ruiz: ...", "...: study" in a headline) names who speaks.

One module per question: `voices` asks each cue for its voice; `verbs` reads a verb of saying with who stands before and behind
it, `speakers` the words that name somebody, `occasions` those that tell only when it was said, `quotations` what is quoted;
`sayings` are what comes of it, `names` what two mentions of a source share, `antecedents` whom a pronoun stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from factcheck import lexicon
from factcheck.claims import Line, Source
from factcheck.claims.sources import antecedents, names, quotations, voices
from factcheck.claims.sources.antecedents import Spoken
from factcheck.claims.sources.quotations import Quoted
from factcheck.document import Span
from factcheck.patterns import pattern
from factcheck.values import evolve

_LABEL = pattern(r"([A-Z][\w.’'-]*(?: (?:[A-Z(][\w.’')-]*|of|the|on|and)){0,4}): (?=\S)")
_SPOKEN = pattern(r"[A-Z][A-Z.’' -]+\Z|[QA]\Z")
_TAIL = pattern(r": ((?:[\w.’'-]+ ){0,3}[\w.’'-]+)[.]?\Z")
_LONG_ENOUGH = 20
"""Code points of a headline before "...: study"."""
_AGE = pattern(r"[a-z], [1-9]\d,")
_A_TOWN = pattern(r", an? (?:[a-z-]+ ){0,3}<<settlements>> of (?:<<about>> )?\Z")
_OF_SPEAKER = pattern(r",? ?(?:who|whose|whom|which)\b")
_OF_ADDRESSEE = pattern(r" (?:[\w’'-]+ ){0,4}[\w’'-]+, (?:which|who|whose) [^;:“”]*\Z")
_THAT = pattern(r"[^;:“”]*, that ")
"""About what is told of those who are told: "told the trial, [which lasted four months], that"."""
_SHARE = pattern(r"%| per ?cent\b")
_POLL = pattern(r"\b(?:[Pp]oll|[Ss]urvey)\b")
_HELD = frozenset({"believes", "forecasts", "put at"})
_TWO = 2
_SHORT = 60
"""Code points in which a label ends."""


def find(lines: Sequence[Line]) -> tuple[tuple[Source, ...], ...]:
    """Give the sources of each line, ids set in text order over all of them."""
    found: list[tuple[Source, ...]] = []
    spoken, count = Spoken(), 0
    for _, group in groupby(zip(lines, quotations.of(lines), strict=True), key=lambda pair: pair[0].sentence.paragraph):
        paragraph = list(group)
        above: Line | None = None
        for (line, _), sources in zip(paragraph, _of_paragraph(paragraph, spoken.last, opens=not found), strict=True):
            here: list[Source] = []
            for source in sources:
                count += 1
                meant = spoken.meant(source, line, above, leads=not here)
                here.append(_named(source, f"s{count}", line, meant))
                spoken = spoken.told(here[-1], line)
            found.append(tuple(_relaying(line, here)) if len(here) > 1 else tuple(here))
            above = line
    return tuple(found)


def of_figure(figure: Span, sources: Sequence[Source], text: str) -> str | None:
    """Give the id of the nearest voucher: of the line's sources the one with the shortest content that holds the figure."""
    best, shortest = None, 0
    told = [source for source in sources if source.vouches and source.content is not None and source.content.covers(figure)]
    for source in told:
        content = source.content
        if content is None or _is_held_by_others(source, told, text):
            continue
        of_source = source.source is not None and source.source.covers(figure)
        if of_source:  # "according to a poll of [900] voters, and only 9 percent"
            continue
        if _is_apart(figure, source, text):
            continue
        if best is None or content.end - content.start < shortest:
            best, shortest = source.id, content.end - content.start
    return best


def _is_held_by_others(source: Source, told: Sequence[Source], text: str) -> bool:
    """Tell whether another vouches, behind it, for what somebody believes or foresees, or passes on the word of somebody."""
    cue, content = source.cue, source.content
    if len(told) < _TWO or cue is None or content is None:
        return False
    if any(other.relays == source.id for other in told):
        return True  # "the paper reported, citing the coroner"
    if content.start < cue.start:
        return False  # "short of the 85,000 economists had predicted"
    held = lexicon.forms("sources").get(text[cue.start : cue.end].lower()) in _HELD
    return held and any(
        other.cue and other.content and other.cue.start > cue.end and other.content.covers(cue)
        for other in told
        if other is not source
    )


def _is_apart(figure: Span, source: Source, text: str) -> bool:
    """Tell whether a figure is none of what somebody says, though it stands among it: behind a semicolon, or of the speaker.

    "told the jury that gas had reached 2.8 percent; work must stop at [1.25 percent]", "said Ann Reed, who was [24] then"
    """
    cue, told = source.cue, source.source
    if cue is None or told is None:
        return False
    if _AGE.fullmatch(text, figure.start - len("d, "), figure.end + 1):  # "Ann Reed, [61], must pay"
        return True
    if _A_TOWN.search(text, cue.end, figure.start):
        return True  # "said 40 jobs would go in Leith, a town of [24,000]"
    if cue.end <= told.start:  # "said Ann Reed, who"
        return figure.start >= told.end and _OF_SPEAKER.match(text, told.end, figure.start) is not None
    if figure.end <= cue.start:
        return False
    if _OF_ADDRESSEE.match(text, cue.end, figure.start) and _THAT.match(text, figure.end):
        return True
    if "; " not in text[cue.end : figure.start]:
        return False
    polled = _POLL.search(text, told.start, told.end) is not None  # "the poll found that 52% back it; [7%] are undecided"
    return not (polled and _SHARE.search(text, cue.end, figure.start) and _SHARE.search(text, figure.start, figure.end))


def _of_paragraph(paragraph: Sequence[tuple[Line, Quoted]], last: Source | None, *, opens: bool) -> list[list[Source]]:
    """Give the sources of a paragraph's lines: those with a cue, then the speakers of quotations that have none."""
    found = [_cued(line, quoted) for line, quoted in paragraph]
    found[0] = [*_labelled(paragraph[0][0], titled=opens or paragraph[0][0].sentence.kind == "headline"), *found[0]]
    speaker = last if paragraph[0][1].begins(paragraph[0][0].sentence.span) else None
    behind = _speakers_behind(found, [quoted for _, quoted in paragraph])
    for at, (line, quoted) in enumerate(paragraph):
        told = [source for source in found[at] if source.source is not None]
        if told:
            speaker = _main(told)
        elif quoted.begins(line.sentence.span) and not found[at]:
            voice = behind[at] or speaker
            if voice is not None:
                found[at] = [Source("", None, voice.source, line.sentence.span, name=voice.name)]
    return found


def _main(told: Sequence[Source]) -> Source:
    """Give who goes on to speak behind a sentence: its last voice, but not one that another one tells of in it."""
    last = told[-1]
    return next((one for one in told[:-1] if one.vouches and one.content and last.cue and one.content.covers(last.cue)), last)


def _speakers_behind(found: Sequence[Sequence[Source]], quoted: Sequence[Quoted]) -> list[Source | None]:
    """Give for each line who speaks a quotation that runs on from it into a sentence with its cue."""
    behind: list[Source | None] = [None] * len(found)
    for at in range(len(found) - 2, -1, -1):
        if quoted[at + 1].runs_in:
            told = (source for source in found[at + 1] if source.source is not None)
            behind[at] = next(told, behind[at + 1])
    return behind


def _cued(line: Line, quoted: Quoted) -> list[Source]:
    found: list[Source] = []
    for cue in line.mentions:
        if cue.kind == "voucher" and not quoted.holds(cue.span.start):
            source = voices.of(line, cue, quoted, found)
            if source is not None:
                found.append(source)
    return found


def _labelled(line: Line, *, titled: bool) -> Iterator[Source]:
    """Read "RUIZ: CONTENT" at the beginning of a paragraph, and "Ruiz: CONTENT" and "CONTENT: study" in a headline."""
    text, span = line.sentence.within, line.sentence.span
    if line.sentence.kind == "caption" or text.find(":", span.start, span.end if titled else span.start + _SHORT) < 0:
        return
    label = _LABEL.match(text, span.start, span.end)
    if (
        label is not None
        and (titled or _SPOKEN.match(label[1]))
        and _labels().isdisjoint((label[1].lower(), *label[1].lower().split()))
    ):
        cue = Span(label.end(1), label.end(1) + 1, span.in_headline)
        yield Source("", cue, Span(span.start, label.end(1), span.in_headline), Span(label.end(), span.end, span.in_headline))
        return
    tail = _TAIL.search(text, span.start, span.end) if titled else None
    if tail is not None and tail.start() - span.start >= _LONG_ENOUGH and tail[1].lower() not in _labels():
        cue = Span(tail.start(), tail.start() + 1, span.in_headline)
        yield Source("", cue, Span(*tail.span(1), span.in_headline), Span(span.start, tail.start(), span.in_headline))


@cache
def _labels() -> frozenset[str]:
    """Give labels that are no speakers: "Exclusive", "Update"."""
    return frozenset(lexicon.forms("sources", "labels"))


def _named(source: Source, id_: str, line: Line, meant: Source | None) -> Source:
    """Set its id, what two mentions of one source share, the words that it stands for, and whom it relays."""
    if source.name or source.source is None:
        same = meant is not None and meant.source == source.source
        return evolve(source, id=id_, antecedent=meant.antecedent if meant is not None and same else None)
    words = line.sentence.within[source.source.start : source.source.end]
    name, is_pronoun, passes_on = names.read(words)
    if meant is None:
        return evolve(source, id=id_, name=name)
    if is_pronoun and (words[:4].lower() != "the " or antecedents.may_be_called(words, meant, line)):
        return evolve(source, id=id_, name=meant.name, antecedent=antecedents.words_for(source, line, meant))
    return evolve(source, id=id_, name=name, relays=meant.id if passes_on and meant.id else None)


def _relaying(line: Line, sources: Sequence[Source]) -> Iterator[Source]:
    """Set that a source passes on the word of one that it cites in the same sentence: "the paper said, citing the coroner"."""
    for source, following in pairwise([*sources, None]):
        cue = following.cue if following is not None else None
        cites = cue is not None and line.sentence.within[cue.start : cue.end] in lexicon.words("sources", "citing")
        if source is not None:
            yield evolve(source, relays=following.id) if cites and following is not None else source
