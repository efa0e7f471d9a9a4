"""What was seen in the sentences of a draft, kept for the next key: of a draft that is checked again, few sentences are new.

A sentence is known again by its words and those about it, as far as any mention looks; where it stands by now, its mentions
are led. So the answer is the one that `factcheck.mentions.find` gives, whatever was checked before. And so is the claim of a
figure, which is known again by its sentence and those before that a claim looks at, and by what the document says of it; and
what a rule says of figures, which are known by their words, their amounts and what a rule may ask of them.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from attrs import define, field

from factcheck import mentions, verdicts
from factcheck.check import Steps
from factcheck.claims import Claim, Line, Source, reading
from factcheck.claims.told import Told
from factcheck.document import Span
from factcheck.mentions import Mention
from factcheck.numerals import Numeral
from factcheck.operands import Context, Operand, Statement
from factcheck.rules import Rule
from factcheck.sentences import Sentence
from factcheck.values import evolve
from factcheck.verdicts import Weighed

_BEFORE, _LINE, _BEHIND = 64, 2000, 64
"""Code points that mentions look back before the sentence's line, back in the line, and on behind the sentence."""
_ROOM = 400_000
"""Code points of sentences that are kept, a figure counting as a hundred; then all is forgotten."""
_FIGURE = 100
_MOST = 4000
"""Claims that are kept, and verdicts; then these are forgotten."""
_ASKED = tuple(sorted(name for name in vars(Statement) if not name.startswith("_")))
"""What a rule may ask of a claim beyond its figure."""
_NOWHERE = Sentence(Span(0, 0), "body", 0, "")
"""In the place of a kept claim's sentence, which would hold the whole draft."""

_Key = tuple[str, int, int, bool]


@define
class Memory:
    """The sentences with their mentions, and where they stood; ``weight`` is what they take of the room; and the claims."""

    kept: dict[_Key, tuple[int, tuple[Mention, ...]]] = field(factory=dict, repr=False)
    weight: int = 0
    claims: dict[Hashable, tuple[int, Claim]] = field(factory=dict, repr=False)
    verdicts: dict[Hashable, Weighed] = field(factory=dict, repr=False)
    near: Sequence[Line] = ()
    about: tuple[int, Hashable] = (0, None)

    @property
    def steps(self) -> Steps:
        """The steps of a check, as this remembers them."""
        return Steps(self.find, self.claim, self.weigh)

    def find(self, sentence: Sentence) -> tuple[Mention, ...]:
        """Give a sentence's mentions, as `factcheck.mentions.find` does."""
        first, key = _known(sentence)
        kept = self.kept.get(key)
        if kept is not None and kept[0] == first:
            return kept[1]
        if kept is None:
            found = mentions.find(sentence)
            self._make_room(len(key[0]) + _FIGURE * len(found))
        else:
            found = tuple(_led(mention, first - kept[0]) for mention in kept[1])
        self.kept[key] = first, found
        return found

    def claim(self, told: Told) -> Claim:
        """Give the claim of a figure or a time, as `factcheck.claims.reading.claim` does."""
        if told.near is not self.near:
            self.near, self.about = told.near, _about(told)
        first, shared = self.about
        span = told.mention.span
        kinds = tuple([hedge.kind for hedge in told.hedges])
        key = span.start - first, span.end - first, span.in_headline, told.mention.kind, told.units, kinds, shared
        kept = self.claims.get(key)
        if kept is None:
            made = reading.claim(told)
            if len(self.claims) >= _MOST:
                self.claims.clear()
            self.claims[key] = first, evolve(made, sentence=_NOWHERE)
            return made
        stood, claim = kept
        return evolve(
            claim,
            id=told.id,
            span=told.mention.span,
            sentence=told.line.sentence,
            phrase=_moved(claim.phrase, first - stood),
            source=told.source,
            hedges=told.hedge_ids,
        )

    def weigh(self, rule: Rule, readings: Sequence[Mapping[str, Operand]], context: Context) -> Weighed:
        """Give what a rule says of figures, as `factcheck.verdicts.weigh` does."""
        key = rule.name, rule.text, context, tuple(_asked(name, one) for reading_ in readings for name, one in reading_.items())
        kept = self.verdicts.get(key)
        if kept is None:
            if len(self.verdicts) >= _MOST:
                self.verdicts.clear()
            kept = self.verdicts[key] = verdicts.weigh(rule, readings, context)
        return kept

    def _make_room(self, weight: int) -> None:
        self.weight += weight
        if self.weight > _ROOM:
            self.kept.clear()
            self.claims.clear()
            self.weight = weight


def _known(sentence: Sentence) -> tuple[int, _Key]:
    """Give where the words begin that a sentence is known by, and these words with its place in them."""
    text, span = sentence.within, sentence.span
    line = max(text.rfind("\n", max(0, span.start - _LINE), span.start), span.start - _LINE)
    first = max(0, line - _BEFORE)
    return first, (text[first : span.end + _BEHIND], span.start - first, span.end - first, span.in_headline)


def _about(told: Told) -> tuple[int, Hashable]:
    """Give where the words begin that a figure's sentence is known by, and what all figures of the sentence share."""
    first, _ = _known(told.line.sentence)
    lines = tuple([(_known(line.sentence)[1], line.sentence.kind, _times(line)) for line in told.near])
    vouchers = tuple([_voucher(source, first) for source in told.vouchers])
    return first, (lines, vouchers, told.published, told.home, told.elsewhen)


def _times(line: Line) -> Hashable:
    """Give the times of a line, which what stands far before it can tell."""
    return tuple([(mention.kind, mention.days) for mention in line.mentions if mention.days is not None])


def _voucher(source: Source, first: int) -> Hashable:
    """Give what a figure's claim can take from a source of its sentence."""
    spans = (None if span is None else _moved(span, -first) for span in (source.cue, source.source, source.content))
    return *spans, source.stance, source.vouches, source.name, source.relays is None


def _asked(name: str, operand: Operand) -> Hashable:
    """Give all that a rule can ask of a figure."""
    claim = operand.claim
    return name, operand.quote, operand.amount, claim and tuple([getattr(claim, each) for each in _ASKED])


def _led(mention: Mention, by: int) -> Mention:
    """Give a mention that stands so many code points further on."""
    return evolve(
        mention,
        span=_moved(mention.span, by),
        numeral=_stood(mention.numeral, by),
        far=_stood(mention.far, by),
        modifiers=tuple(_led(each, by) for each in mention.modifiers),
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.in_headline)


def _stood(numeral: Numeral | None, by: int) -> Numeral | None:
    return numeral and evolve(numeral, start=numeral.start + by, end=numeral.end + by)
