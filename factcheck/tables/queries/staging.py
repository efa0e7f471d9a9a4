"""Columns -> a table of what their cells can stand for: ``staged`` has ``row`` and for each column its lowest and highest value.

Plain numbers are read in SQL; every other text once by `cells`, so that both engines read a cell alike.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.tables.columns import Column, cells, forms
from factcheck.tables.columns.forms import LONGEST_CELL, Form
from factcheck.tables.engines import Store
from factcheck.tables.queries.compiling import Ends

_SMALL, _TOGETHER = 10_000, 50
"""Rows up to which a table is small, and columns of it whose texts are asked together."""
_AT_HAND = 1500
"""Cells that are sooner read here than asked of SQL."""
_LONG_DIGITS = 15
"""Digits that a real holds exactly; longer numbers are read one by one."""


def stage(store: Store, columns: Sequence[Column]) -> bool:
    """Make ``staged`` for these columns: a table where texts were read, a view where the file has types.

    Returns:
        Whether it shows the cells as they are written, too, as a view does.

    """
    if store.rows * len(columns) <= _AT_HAND and set(store.types) == {"text"} and _read_here(store, columns):
        return False
    joins, told = list[str](), list[str]()
    texts = {column.index: column for column in columns if store.types[column.index] == "text"}
    typed, kept = not texts, _keep_texts(store, [*texts.values()])
    for column in columns:
        if column.index in kept:
            joins.append(f"LEFT JOIN t{column.index} ON data.c{column.index} = t{column.index}.written")
        told += shown(column, _of_text(store, column, column.index in kept) if column.index in texts else of_type(store, column))
        if (name := date(store, column)) is not None and store.dialect.dates is not None:
            told.append(f"{store.dialect.dates.day.format(f'data.c{column.index}')} AS {name}")
    keys = ["data.*"] if typed else [f"data.{key}" for key in store.keys]
    source = _taken_apart(store, [column for column in columns if _may_be_plain(store, column)])
    _make(store, f"SELECT {', '.join([*keys, *told])} FROM {source} {' '.join(joins)}", seen=typed)
    return typed


def _make(store: Store, question: str, *, seen: bool) -> None:
    """Make ``staged``; of a file that has types it is a view each time, since no view may take the place of a table."""
    if set(store.types) == {"text"}:
        store.ask(f"CREATE OR REPLACE TEMP TABLE staged AS {question}")
        return
    if not seen:
        store.ask(f"CREATE OR REPLACE TEMP TABLE staged_texts AS {question}")
        question = "SELECT * FROM staged_texts"
    store.ask(f"CREATE OR REPLACE TEMP VIEW staged AS {question}")


def _read_here(store: Store, columns: Sequence[Column]) -> bool:
    """Read all cells of a small table; give up where a column has none that says anything, and so no type."""
    asked = ", ".join(store.text(column.index) for column in columns)
    found = store.ask(f"SELECT row, {asked} FROM data ORDER BY row")
    staged: dict[str, list[float | None]] = {"row": [row for row, *_ in found]}
    unread: dict[int, Sequence[str]] = {}
    for at, column in enumerate(columns, 1):
        texts = [row[at] for row in found]
        known = {text: read(text, column.form) for text in {*texts} if text is not None and len(text) <= LONGEST_CELL}
        if not any(known.values()):
            return False
        told = [known.get(text) or (None, None) for text in texts]
        staged |= {name: [each[end] for each in told] for end, name in enumerate(ends(column))}
        unread[column.index] = sorted(
            text for text in known if text and known[text] is None and not column.form.says_nothing(text)
        )
    store.keep("staged", staged)
    store.unread.update(unread)
    return True


def _may_be_plain(store: Store, column: Column) -> bool:
    return store.types[column.index] == "text" and column.form.kind == "number" and not column.form.clock


def _taken_apart(store: Store, columns: Sequence[Column]) -> str:
    """Give the data with what SQL reads of the texts of columns, each step from the one before: none is reckoned twice."""
    source = "data"
    for step in (_plainness, _value, _rounding) if columns else ():
        told = ", ".join(each for column in columns for each in step(store, column))
        source = f"(SELECT *, {told} FROM {source}) AS data"
    return source


def _plainness(store: Store, column: Column) -> list[str]:
    return [f"({_is_plain(store, column)} AND NOT {_is_missing(store, column)}) AS plain{column.index}"]


def _value(_: Store, column: Column) -> list[str]:
    cell, point, plain = f"c{column.index}", column.form.point, f"plain{column.index}"
    number = f"regexp_replace({cell}, '[^0-9{point}]', '', 'g')"
    number = f"CAST({number if point == '.' else f'replace({number}, chr(44), chr(46))'} AS DOUBLE)"
    signed = f"CASE WHEN contains({cell}, '-') OR contains({cell}, '−') THEN -{number} ELSE {number} END"
    return [
        f"CASE WHEN {plain} THEN {signed} END AS value{column.index}",
        f"CASE WHEN {plain} THEN regexp_extract({cell}, '[{point}]([0-9]*)', 1) END AS decimals{column.index}",
    ]


def _rounding(_: Store, column: Column) -> list[str]:
    """Give how far a figure can be rounded, as `cells` has it."""
    value, decimals, whole = f"value{column.index}", f"decimals{column.index}", column.form.whole
    exact = f"CASE WHEN {value} % 100 = 0 THEN 50 ELSE 0 END" if column.form.hundreds else "0"
    places = f"length({decimals})"
    noise = f"greatest(0.5 * pow(10, -{places}), CASE WHEN {places} >= 5 THEN abs({value}) * 1e-6 ELSE 0 END)"
    none = f"trim({decimals}, '0') = ''" if whole else f"{places} = 0"
    return [f"CASE WHEN {none} THEN {exact if whole else '0.5'} ELSE {noise} END AS half{column.index}"]


def ends(column: Column) -> Ends:
    """Give the names of a column's two ends in ``staged``; of exact numbers with a type they are one."""
    low, high = f"low{column.index}", f"high{column.index}"
    return (low, low) if column.form.typed and column.form.half is None else (low, high)


def shown(column: Column, expressions: Ends) -> list[str]:
    """Name the expressions of a column's two ends."""
    return [f"{end} AS {name}" for name, end in dict(zip(ends(column), expressions, strict=True)).items()]


def date(store: Store, column: Column) -> str | None:
    """Give the name in ``staged`` of a date as the file has it; None where there is none, or the engine has no use for it."""
    typed = column.form.typed and column.form.kind == "day"
    return f"day{column.index}" if typed and store.dialect.dates is not None else None


def is_whole(store: Store, column: Column) -> bool:
    """Tell whether a column with a type is staged as whole numbers: days, and integers that a real holds as well."""
    return column.form.kind == "day" or (store.types[column.index] == "integer" and column.index not in store.large)


def of_type(store: Store, column: Column) -> Ends:
    """Give the ends of a cell that has a type in the file, as expressions."""
    cell, form = f"data.c{column.index}", column.form
    if form.kind == "day":
        number = store.dialect.day.format(cell)
        return number, number
    if is_whole(store, column):
        number = f"CAST({cell} AS {store.dialect.whole})"
        return number, number
    real = f"CAST({cell} AS {store.dialect.real})"
    if store.types[column.index] != "integer":
        real = f"(CASE WHEN abs({real}) < 1e300 THEN {real} END)"
    if form.half is None:
        return real, real
    half = f"greatest({float(form.half)!r}, abs({real}) * 1e-6)"
    return f"({real} - {half})", f"({real} + {half})"


def _of_text(store: Store, column: Column, kept: bool) -> Ends:
    """Give the ends of a plain number as SQL reads it, else those that were kept for the text, if any were."""
    others = (f"t{column.index}.low", f"t{column.index}.high") if kept else ("CAST(NULL AS DOUBLE)",) * 2
    if not _may_be_plain(store, column):
        return others
    plain, value, half = f"plain{column.index}", f"value{column.index}", f"half{column.index}"
    clipped = f"CASE WHEN {value} >= 0 THEN greatest(0, {value} - {half}) ELSE {value} - {half} END"
    low = f"{value} - {half}" if column.form.negative else clipped
    return (
        f"(CASE WHEN {plain} THEN {low} ELSE {others[0]} END)",
        f"(CASE WHEN {plain} THEN {value} + {half} ELSE {others[1]} END)",
    )


def _is_plain(store: Store, column: Column) -> str:
    cell, plain = f"data.c{column.index}", store.dialect.quoted(forms.plain(column.form.point).pattern)
    return f"(regexp_full_match({cell}, {plain}) AND length(regexp_replace({cell}, '[^0-9]', '', 'g')) <= {_LONG_DIGITS})"


def _is_missing(store: Store, column: Column) -> str:
    marks = ", ".join(store.dialect.quoted(mark) for mark in sorted(column.form.missing)) or "''"
    return f"(lower(trim(data.c{column.index})) IN ({marks}))"


def _keep_texts(store: Store, columns: Sequence[Column]) -> set[int]:
    """Read each different text that SQL does not, and keep what it stands for; give the columns that have any."""
    kept: set[int] = set()
    size = _TOGETHER if store.rows <= _SMALL else 1  # what is asked together is at hand together
    for start in range(0, len(columns), size):
        some = columns[start : start + size]
        found: dict[int, list[str]] = {column.index: [] for column in some}
        for index, text in store.ask(" UNION ALL ".join(_asked(store, column) for column in some) + " ORDER BY 1, 2"):
            found[index].append(text)
        kept |= {column.index for column in some if _kept(store, column, found[column.index])}
    return kept


def _asked(store: Store, column: Column) -> str:
    cell = f"data.c{column.index}"
    plain = f"AND NOT {_is_plain(store, column)}" if _may_be_plain(store, column) else ""
    least = 0 if "" in column.form.zeros else 1
    where = f"{cell} IS NOT NULL AND length({cell}) BETWEEN {least} AND {LONGEST_CELL} {plain}"
    return f"SELECT DISTINCT {column.index} AS place, {cell} AS written FROM data WHERE {where}"


def _kept(store: Store, column: Column, texts: Sequence[str]) -> bool:
    known = [*_known(column, texts)]
    told = {text for text, *_ in known}
    store.unread[column.index] = [text for text in texts if text not in told and not column.form.says_nothing(text)]
    if known:
        written, lows, highs = zip(*known, strict=True)
        store.keep(f"t{column.index}", {"written": written, "low": lows, "high": highs})
    return bool(known)


def _known(column: Column, texts: Sequence[str]) -> Iterator[tuple[str, float, float]]:
    for text in texts:
        if (ends_ := read(text, column.form)) is not None:
            yield text, *ends_


def read(text: str, form: Form) -> tuple[float, float] | None:
    """Give the ends of what a text can stand for, as reals; None where it says nothing."""
    value = cells.read(text, form)
    if value is None:
        return None
    interval = value.possible
    return _real(interval.low, -math.inf, interval.low_open), _real(interval.high, math.inf, interval.high_open)


def _real(end: Fraction | None, unbounded: float, is_open: bool) -> float:
    """Give an end as a real; an open one a little further in, so that no broken row looks whole."""
    if end is None:
        return unbounded
    try:
        value = float(end)
    except OverflowError:
        return -unbounded
    return math.nextafter(value, -unbounded) if is_open else value
