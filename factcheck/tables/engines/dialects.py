"""What engines of SQL say differently: a dialect goes where an expression is written. A leaf of the tables."""

from __future__ import annotations

from factcheck.values import frozen


@frozen
class Dialect:
    """Templates of what two engines write differently; days are numbered as `datetime.date.toordinal` numbers them.

    ``day`` gives the number of a date; ``year``, ``month``, ``day_of_month``, ``day_of_year``, ``monday`` (its weekday, Monday 1)
    and ``sunday`` take such a number and give its part; ``together`` makes one value of several; ``escapes`` tells that a
    backslash in a text means something. ``dates`` is the dialect in which dates stay what they are, where the engine counts
    with them faster.
    """

    name: str
    day: str
    year: str
    month: str
    day_of_month: str
    day_of_year: str
    together: str
    whole: str = "BIGINT"
    real: str = "DOUBLE"
    escapes: bool = False
    monday: str = "(({} + 6) % 7 + 1)"
    sunday: str = "({} % 7 + 1)"
    dates: Dialect | None = None

    def of_days(self, expression: str, *stretches: tuple[str, str]) -> str:
        """Give what is counted from single days; nothing where a stretch of days is longer."""
        single = " AND ".join(f"{first} = {last}" for first, last in stretches if first != last)
        return f"(CASE WHEN {single} THEN {expression} END)" if single else f"({expression})"

    def quoted(self, text: str) -> str:
        """Write a text as SQL."""
        text = text.replace("\\", "\\\\").replace("'", "\\'") if self.escapes else text.replace("'", "''")
        return f"'{text}'"


_DATES = Dialect(
    "duckdb",
    day="CAST({} AS DATE)",
    year="year({})",
    month="month({})",
    day_of_month="day({})",
    day_of_year="dayofyear({})",
    together="row({})",
    monday="isodow({})",
    sunday="(dayofweek({}) + 1)",
)
DUCKDB = Dialect(
    "duckdb",
    day="(CAST({} AS DATE) - DATE '0001-01-01' + 1)",
    year="year(DATE '0001-01-01' + CAST({} - 1 AS INTEGER))",
    month="month(DATE '0001-01-01' + CAST({} - 1 AS INTEGER))",
    day_of_month="day(DATE '0001-01-01' + CAST({} - 1 AS INTEGER))",
    day_of_year="dayofyear(DATE '0001-01-01' + CAST({} - 1 AS INTEGER))",
    together="row({})",
    dates=_DATES,
)
SPARK = Dialect(
    "spark",
    day="(datediff(CAST({} AS DATE), DATE '0001-01-01') + 1)",
    year="year(date_add(DATE '0001-01-01', CAST({} - 1 AS INT)))",
    month="month(date_add(DATE '0001-01-01', CAST({} - 1 AS INT)))",
    day_of_month="day(date_add(DATE '0001-01-01', CAST({} - 1 AS INT)))",
    day_of_year="dayofyear(date_add(DATE '0001-01-01', CAST({} - 1 AS INT)))",
    together="struct({})",
    escapes=True,
)
