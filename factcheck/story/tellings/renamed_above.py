"""Links from a name of the headline to the same name in the story, which has it with another number: "the Eight Nations".

Names whose numbers are another were told apart where claims were read (`claims.renamed`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims import Claim, Line, renamed
from factcheck.story.links import Link

KIND = "renamed"
ROUND = 1
ONE = True
INHERITS: frozenset[str] = frozenset()


def find(lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
    """Give the link of the name that headline and story write otherwise, if there is one."""
    at = {figure.span: figure.id for figure in figures if figure.kind in ("number", "count")}
    pair = [at.get(name.span) for name in renamed.renamed(lines)] if at else []
    if len(pair) == len({*pair} - {None}) == len(("headline", "body")):
        yield Link(KIND, pair[0] or "", pair[1] or "", "the headline and the body name it")
