"""A share of what one column leaves of another: "Abstention (%)" of those who voted and all who could, "% seen within an hour".

No column is its part: the sample shows which one is, once the share is taken off the whole, to the last digit.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.rules import Rule
from factcheck.tables.columns import Column, Sample
from factcheck.tables.shapes import Match, shares


def find(rule: Rule, sample: Sample) -> Iterator[Match]:
    """Give shares with the column that they leave out, and the whole."""
    share, part, whole = rule.claims
    for column in filter(shares.may_be, sample.columns):
        found = shares.of_any(column, shares.near(column, sample), _turned(column, sample))
        if found is None or len(found) != len(rule.claims) - 1:
            continue
        if next(shares.of_columns(column, sample), None) is None:  # asked last: it takes longest
            yield Match({share: (column,), part: found[:1], whole: found[1:]}, "values", int(shares.scale(column) == 1))


def _turned(share: Column, sample: Sample) -> Sample:
    """Give the sample with what shares leave in their place: 66.3 for "33.7"."""
    values = (None if value is None else shares.scale(share) - value for value in sample.values(share))
    return sample.showing(share, tuple(values))
