"""A quotient whose divisor is what one column leaves of another: "Average" = "Runs" / ("Innings" - "Not outs").

Its name must say that it is one, and no single column may be its divisor: the sample shows which two make it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, permutations

from factcheck.rules import Rule
from factcheck.tables.columns import Sample
from factcheck.tables.shapes import Match, quotients
from factcheck.tables.shapes.quotients import Term
from factcheck.values import evolve

_POWERS = (0, 2, 3)
"""Powers of ten that may stand before such a quotient, in the order of its rule's ways."""
_MOST_TERMS = 14
"""Counts of which any two may make a divisor."""


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give quotients with what they are of, and the two columns that make their divisor."""
    quotient, number, per, less = rule.claims
    columns = [column for column in sample.columns if column.kind == "number" and quotients.says_so(column)]
    terms = [term for term in quotients.terms_of(sample) if term.column.counts] if columns else []
    pairs = [*permutations([term for term in terms if term.column.form.exact][:_MOST_TERMS], 2)]
    rests = [_rest(one, other, -1 - at) for at, (one, other) in enumerate(pairs)]
    for column in columns:
        values = sample.values(column)
        if any(True for _ in quotients.pairs(column, values, terms, _POWERS, named=True)):
            continue
        for a, b, power, exact in islice(quotients.pairs(column, values, [*terms, *rests], _POWERS, named=True), 1):
            if b.index < 0 <= a.index:
                one, other = pairs[-1 - b.index]
                bound = {quotient: (column,), number: (a,), per: (one.column,), less: (other.column,)}
                yield Match(bound, "guess", _POWERS.index(power), exact)


def _rest(one: Term, other: Term, index: int) -> Term:
    """Give what one column leaves of another as a term of its own, where it leaves something; ``index`` is below nought."""
    rests = (None if a is None or b is None or not 0 < b < a else a - b for a, b in zip(one.values, other.values, strict=True))
    return Term(evolve(one.column, index=index), tuple(rests), one.half)
