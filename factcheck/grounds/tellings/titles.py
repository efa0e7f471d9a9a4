"""The figures of the line over a story that is its headline again, word by word but for its figures.

Lines and claims go in, pairs of a headline's figure and the line's come out. A row tells its headline twice: in a field of its
own, and as the first line of its text. Of the two one alone is mended, and then they differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line
from factcheck.sentences import Sentence

_FEWEST = 4
"""Words beside its figures that a headline has at least."""
_FIGURE = "#"


def again(lines: Sequence[Line], titles: Sequence[Claim], body: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Give each figure of a headline that stands apart with that in its place where the text begins with the headline's words."""
    told = [line.sentence for line in lines if line.sentence.span.in_headline]
    first = next((line.sentence.paragraph for line in lines if not line.sentence.span.in_headline), None)
    over = [line.sentence for line in lines if line.sentence.paragraph == first and not line.sentence.span.in_headline]
    ours = [claim for claim in titles if claim.sentence in told]
    theirs = [claim for claim in body if claim.sentence in over]
    if not told or not ours or [claim.kind for claim in ours] != [claim.kind for claim in theirs]:
        return
    words = _words(told, ours)
    if len(words) - words.count(_FIGURE) >= _FEWEST and words == _words(over, theirs):
        yield from zip(ours, theirs, strict=True)


def _words(sentences: Sequence[Sentence], figures: Sequence[Claim]) -> list[str]:
    """Give the words of sentences that follow each other, with one sign for each figure."""
    pieces, at = [], sentences[0].span.start
    for figure in figures:
        pieces += [figure.sentence.within[at : figure.span.start], f" {_FIGURE} "]
        at = figure.span.end
    return "".join([*pieces, sentences[-1].within[at : sentences[-1].span.end]]).lower().split()
