"""Claims -> Story: what is document-wide. Links between claims, and whose word can be set against whose.

A kind of link is one module of a folder here, or of this one (`links` holds the value that they give):

    KIND        its name in rules
    ROUND       1 where the words about two figures tie them; 2 and 3 where the links of the rounds before are asked
    ONE         whether its figures say one thing together, so that they stand or fall together, whoever plans or denies them
    INHERITS    what the figure that it runs from takes over where its words leave it out: "subject", "period", "roles", "unit",
                "stance", "per" (by what spell of time), "thing" (by what thing: "20 cents" a barrel),
                "level" (what an earlier or another level of the same takes over)
    ALSO        (where it has some) kinds of claims that it ties figures to ("period", "score", "vote"), which it needs
    find(lines, figures, links) -> Iterator[Link]       ``links`` are those of the rounds before

The folders are `wholes` and their parts, `splits` of one whole, `changes`, and `tellings` of the same. Here are those that tie
claims of several kinds: how long something lasts (`clocks`, `lengths`, `spells`), what so many cost at a price (`lots`, `orders`,
`averages`), games and votes (`contests`, `scorers`).
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib import import_module
from itertools import groupby
from operator import attrgetter
from typing import Protocol, cast

from attrs import field

from factcheck import lexicon
from factcheck.claims import FIGURES, Claim, Hedge, Line, Source, inherited, levels, subjects
from factcheck.claims.reading import Statements
from factcheck.document import Document
from factcheck.story.changes import moves
from factcheck.story.links import Link
from factcheck.story.tellings import headlines
from factcheck.values import evolve, frozen

__all__ = ["Link", "Story", "kinds", "tell"]


@frozen(slots=False)
class Story:
    """A document's claims with what ties them together."""

    document: Document
    claims: tuple[Claim, ...]
    hedges: tuple[Hedge, ...] = field(default=(), repr=False)
    sources: tuple[Source, ...] = field(default=(), repr=False)
    links: tuple[Link, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Claim]:
        """The claims by their ids."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def tied(self) -> Mapping[frozenset[str], Link]:
        """The first link between two claims, by their ids."""
        return {frozenset((link.one, link.other)): link for link in reversed(self.links)}

    @cached_property
    def linked(self) -> frozenset[str]:
        """The ids of the claims that have a link."""
        return frozenset(claim for link in self.links for claim in (link.one, link.other))

    @cached_property
    def restated_above(self) -> frozenset[str]:
        """The ids of the headline's figures that the body tells too: the body's stand for them."""
        return frozenset(link.one for link in self.links if link.kind == headlines.KIND)

    @cached_property
    def claim_kinds(self) -> frozenset[str]:
        """The kinds of its claims."""
        return frozenset(claim.kind for claim in self.claims)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles of its claims; most rules ask for one that a story lacks."""
        return frozenset(role for claim in self.claims for role in claim.roles)

    @cached_property
    def link_kinds(self) -> frozenset[str]:
        """The kinds of its links; most rules ask for one that a story lacks."""
        return frozenset(link.kind for link in self.links)

    @cached_property
    def towards(self) -> Mapping[str, tuple[Link, ...]]:
        """The links that run to a claim, by its id."""
        found: dict[str, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.other, []).append(link)
        return {claim: tuple(links) for claim, links in found.items()}

    def of_several_groups(self, one: Claim, other: Claim) -> bool:
        """Tell whether a bare figure ("soldiers", "casualties") could be of another group of the story than the other claim's."""
        a, b = one.subject, other.subject
        if a is None or b is None:
            known = one if b is None else other
            return (a or b) is not None and len(self._nouns(known)) > 1
        if a.head is None or b.head is None:
            return a.head != b.head and len(self._nouns(one if b.head is None else other)) > 1
        return a.modifiers != b.modifiers and len(self._groups.get(a.head, ())) > 1

    def _nouns(self, claim: Claim) -> frozenset[str]:
        """Give the classes of nouns that have a role of the claim anywhere in the story."""
        return frozenset().union(*(self._of_role.get(role, frozenset()) for role in claim.roles))

    @cached_property
    def _of_role(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for claim in self.claims:
            for role in claim.roles:
                found.setdefault(role, set()).update([claim.subject.head] if claim.subject and claim.subject.head else [])
        return {role: frozenset(heads) for role, heads in found.items()}

    @cached_property
    def _groups(self) -> Mapping[str | None, frozenset[frozenset[tuple[str, str]]]]:
        """The modifiers that known groups have, by their noun's class."""
        found: dict[str | None, set[frozenset[tuple[str, str]]]] = {}
        for claim in self.claims:
            known = frozenset(m for m in claim.subject.modifiers if m[0] != subjects.OTHER) if claim.subject else frozenset()
            if claim.subject and known:
                found.setdefault(claim.subject.head, set()).add(known)
        return {head: frozenset(groups) for head, groups in found.items()}

    @cached_property
    def _voices(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.sources}

    def rivals(self, one: Claim, other: Claim) -> bool:
        """Tell whether two claims come from two named sources of which neither relays the other.

        The headline is never a rival, and a figure without a source agrees with any.
        """
        a, b = self._voices.get(one.source or ""), self._voices.get(other.source or "")
        if a is None or b is None or "headline" in (one.sentence.kind, other.sentence.kind):
            return False
        return not (
            _same_voice(a, b)
            or self._relays(a, b)
            or self._relays(b, a)
            or self._is_titled(a, b)
            or self._is_titled(b, a)
            or self._is_called(a, b)
            or self._is_called(b, a)
        )

    def _is_called(self, one: Source, other: Source) -> bool:
        """Tell whether one is "the police" alone, and the other which police they are: "Leith City police"."""
        if one.source is None or other.source is None or one.source.start < other.source.start:
            return False
        bare, full = self.document.quote(one.source).lower().split(), self.document.quote(other.source).split()
        return len(full) > 1 and bare == ["the", full[-1]] and full[0][:1].isupper()

    def _is_titled(self, one: Source, other: Source) -> bool:
        """Tell whether one is told by a title and the other by name: "the president", where "President Ann Wren" is told of."""
        title = one.name.removeprefix("the ")
        if not title.isalpha() or not title.islower() or not other.name[:1].isupper():
            return False
        last = re.split(r"[ -]", other.name)[-1]
        named = rf"\b(?i:{title}) (?:[A-Z][\w.’'-]* ){{0,2}}{re.escape(last)}\b"
        return re.search(named, self.document.text) is not None

    def _relays(self, a: Source, b: Source) -> bool:
        relayed = self._voices.get(a.relays or "")
        return relayed is not None and (relayed.id == b.id or _same_voice(relayed, b))


class Kind(Protocol):
    """What a module of this folder offers."""

    KIND: str
    ROUND: int
    ONE: bool
    INHERITS: frozenset[str]

    def find(self, lines: Sequence[Line], figures: Sequence[Claim], links: Sequence[Link]) -> Iterator[Link]:
        """Give the links of one kind."""


@cache
def kinds() -> tuple[Kind, ...]:
    """Give the kinds of links, by round, and within a round by their modules' own names."""
    found = pkgutil.walk_packages(__path__, f"{__name__}.")
    names = sorted((module.name for module in found if not module.ispkg), key=lambda name: name.rpartition(".")[2])
    modules = (cast("Kind", import_module(name)) for name in names if name != Link.__module__)
    return tuple(sorted(modules, key=attrgetter("ROUND")))


def tell(document: Document, statements: Statements, *, inheriting: bool = False) -> Story:
    """Tie a document's claims together; a figure takes over from the one that it is tied to what its own words leave out.

    Args:
        document: the document.
        statements: what it says.
        inheriting: find only the links by which something is taken over, which are all that claims alone need.

    """
    claims = {claim.id: claim for claim in statements.claims}
    figures = [claim for claim in statements.claims if claim.kind in FIGURES and claim.quantity is not None]
    links: list[Link] = []
    told = {claim.kind for claim in statements.claims}
    asked = [(kind, also) for kind, also in _kinds_and_also(inheriting) if not also or not also.isdisjoint(told)]
    for _, round_ in groupby(asked, key=lambda pair: pair[0].ROUND):
        found = [
            (link, kind.INHERITS)
            for kind, also in round_
            for link in kind.find(statements.lines, _with(also, claims) if also else figures, links)
        ]
        for link, taken in found:
            is_level = "level" in taken and link.part not in levels.CHANGES
            claims[link.one] = inherited.inheriting(claims[link.one], claims[link.other], taken)
            if is_level:
                claims[link.other] = levels.led(claims[link.other], claims[link.one])
            if link.kind == moves.KIND:
                claims[link.other] = levels.priced(claims[link.other])
            if is_level:
                claims[link.one] = levels.beside(claims[link.one], claims[link.other])
            if link.direction is not None:
                claims[link.one] = evolve(claims[link.one], direction=link.direction)
        figures = [claims[figure.id] for figure in figures]
        links += [link for link, _ in found]
    return Story(document, tuple(claims.values()), statements.hedges, statements.sources, tuple(links))


@cache
def _kinds_and_also(inheriting: bool) -> tuple[tuple[Kind, frozenset[str]], ...]:
    """Give the kinds of links, or those by which something is taken over, with the kinds of claims that they need, if any."""
    return tuple((kind, getattr(kind, "ALSO", frozenset())) for kind in kinds() if kind.INHERITS or not inheriting)


def _with(also: Collection[str], claims: Mapping[str, Claim]) -> list[Claim]:
    """Give the figures of a story, and the claims that a kind of link asks for beside them."""
    return [claim for claim in claims.values() if claim.kind in also or (claim.kind in FIGURES and claim.quantity)]


def _same_voice(a: Source, b: Source) -> bool:
    """Tell whether two sources share a name: "South Korea's National Intelligence Service (NIS)", "the NIS"."""
    return bool(_names(a) & _names(b))


def _names(source: Source) -> set[str]:
    words = source.name.split()
    if source.name.islower():  # "health officials" are not "police officials"
        return {source.name}
    return {word for word in words if len(word) > 2 and word not in lexicon.forms("subjects") and not word.endswith(("’s", "'s"))}
