"""What engines of SQL say differently: a dialect goes where an expression is written. A leaf of the tables."""

from __future__ import annotations

from attrs import frozen


@frozen
class Dialect:
    """Templates of what two engines write differently; days are numbered as `datetime.date.toordinal` numbers them.

    ``day`` gives the number of a date, ``year``, ``month`` and ``day_of_month`` take such a number and give its part; ``matches``
    tells whether a whole text fits an expression, ``found`` gives its first group, ``replaced`` all places of one.
    """

    name: str
    day: str
    year: str
    month: str
    day_of_month: str
    matches: str
    found: str
    replaced: str
    real: str = "DOUBLE"
    text: str = "VARCHAR"

    def quoted(self, text: str) -> str:
        """Write a text as SQL."""
        return "'" + text.replace("'", "''") + "'"


DUCKDB = Dialect(
    "duckdb",
    day="(datediff('day', DATE '0001-01-01', CAST({} AS DATE)) + 1)",
    year="year(DATE '0001-01-01' + CAST({} - 1 AS INTEGER))",
    month="month(DATE '0001-01-01' + CAST({} - 1 AS INTEGER))",
    day_of_month="day(DATE '0001-01-01' + CAST({} - 1 AS INTEGER))",
    matches="regexp_full_match({}, {})",
    found="regexp_extract({}, {}, 1)",
    replaced="regexp_replace({}, {}, '', 'g')",
)
