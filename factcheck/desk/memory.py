"""What was seen in the sentences of a draft, kept for the next key: of a draft that is checked again, few sentences are new.

A sentence is known again by its words and those about it, as far as any mention looks; where it stands by now, its mentions
are led. So the answer is the one that `factcheck.mentions.find` gives, whatever was checked before.
"""

from __future__ import annotations

from attrs import define, field

from factcheck import mentions
from factcheck.document import Span
from factcheck.mentions import Mention
from factcheck.numerals import Numeral
from factcheck.sentences import Sentence
from factcheck.values import evolve

_BEFORE, _LINE, _BEHIND = 64, 2000, 64
"""Code points that mentions look back before the sentence's line, back in the line, and on behind the sentence."""
_ROOM = 400_000
"""Code points of sentences that are kept, a figure counting as a hundred; then all is forgotten."""
_FIGURE = 100

_Key = tuple[str, int, int, bool]


@define
class Memory:
    """The sentences with their mentions, and where they stood; ``weight`` is what they take of the room."""

    kept: dict[_Key, tuple[int, tuple[Mention, ...]]] = field(factory=dict, repr=False)
    weight: int = 0

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

    def _make_room(self, weight: int) -> None:
        self.weight += weight
        if self.weight > _ROOM:
            self.kept.clear()
            self.weight = weight


def _known(sentence: Sentence) -> tuple[int, _Key]:
    """Give where the words begin that a sentence is known by, and these words with its place in them."""
    text, span = sentence.within, sentence.span
    line = max(text.rfind("\n", max(0, span.start - _LINE), span.start), span.start - _LINE)
    first = max(0, line - _BEFORE)
    return first, (text[first : span.end + _BEHIND], span.start - first, span.end - first, span.in_headline)


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
