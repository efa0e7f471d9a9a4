"""What is done to those counted after something else was: "nine men were tracked down and [arrested]", "fell in and [drowned]".

A line, a figure and where its noun phrase ends go in; the later verbs of its predicate come out, if they give a role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from factcheck import lexicon
from factcheck.claims import Line
from factcheck.claims.roles import acts, leads
from factcheck.lexicon.function_words import AUXILIARIES, BEING, DETERMINERS
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_LONGEST = 90
"""Code points between a noun phrase and the last verb of its predicate."""
_REST = 8
"""Words that the first verb has behind it."""
_LEADING = AUXILIARIES | BEING | {"got"}
_AND = pattern(r",? and (?!.* and )")
_COMMA = ", "
_OTHER = pattern(r"[;:.()“”\"—–\d]|, (?!(?:[a-z]+ly )?[a-z]+(?:,|\Z))")
"""What ends a predicate: all but a comma before another single verb ("were found, [tracked] and jailed")."""


def behind(line: Line, end: int) -> Iterator[Mention]:
    """Give the verbs that stand behind "and" in the predicate of a noun phrase that ends at ``end``."""
    text = line.sentence.within
    for cue in takewhile(lambda mention: mention.span.start - end <= _LONGEST, line.behind(end)):
        if cue.kind == "role" and cue.span.start > end and _is_later(text, end, cue, line.sentence.span.end):
            yield cue


def _is_later(text: str, end: int, cue: Mention, stop: int) -> bool:
    """Tell whether a verb is a later one of the predicate that begins at ``end``."""
    gap, verb = text[end : cue.span.start], text[cue.span.start : cue.span.end].lower()
    first, and_, tail = _parts(gap)
    if not and_ or not all(map(acts.leads_to_verb, tail)):
        return False
    passive = _is_passive(first)
    if passive is None or _names_them(gap, verb) or verb.split()[0].endswith("ing"):
        return False
    if verb in lexicon.forms("roles", "acts"):
        return lexicon.is_past(verb.split()[0])
    done = passive or not BEING.isdisjoint(tail)
    return done and not acts.is_present(verb) and (" " in verb or acts.takes_no_object(text, cue.span.end, stop, polled=False))


def _parts(gap: str) -> tuple[list[str], bool, list[str]]:
    """Give the words of the first verb, whether "and" follows them, and the words behind that."""
    and_ = _AND.search(gap)
    if and_ is None or not gap[:1].isspace() or _OTHER.search(gap[: and_.start()]):
        return [], False, []
    first = acts.without_complement(gap[: and_.start()].lower().replace(_COMMA, " , ").split())
    return first, True, gap[and_.end() :].lower().split()


def _is_passive(words: Sequence[str]) -> bool | None:
    """Tell whether the words of a first verb are passive; None where they are no verb with what it may have behind it."""
    at = next((at for at, word in enumerate(words) if not acts.leads_to_verb(word) or _is_done(word)), len(words))
    rest = words[at + 1 :]
    if at == len(words) or not _is_done(words[at]) or len(rest) > _REST or not leads.CLAUSES.isdisjoint(rest):
        return None
    return not BEING.isdisjoint(words[:at])


def _is_done(word: str) -> bool:
    return (lexicon.is_past(word) or word in lexicon.words("grammar", "done to")) and word not in _LEADING


def _names_them(gap: str, verb: str) -> bool:
    """Tell whether a participle is a noun for those to whom it was done: "were sent to the sick and [wounded]"."""
    *_, before, _last, _and = ["", "", *gap.split()]
    return verb in lexicon.forms("roles", "nouns") and before in DETERMINERS
