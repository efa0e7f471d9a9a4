"""Python's values -> DuckDB: few as lists, many as Arrow arrays, which take a sixth of the time and half a second to import.

The arrays are made of the values' bytes: ``pyarrow.array`` imports pandas wherever it is installed.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_FEW = 100_000
"""Values for which it does not pay to import pyarrow."""
_LISTS = {int: "BIGINT[]", float: "DOUBLE[]"}


def hand_over(connection: duckdb.DuckDBPyConnection, columns: Mapping[str, Sequence[Any]], into: str) -> None:
    """Hand columns of texts, integers or reals over; some may be missing.

    Args:
        connection: the database.
        columns: the values, by name, all of one length.
        into: what is done with them: ``INSERT INTO data``, ``CREATE TABLE kept AS``.

    """
    if "pyarrow" not in sys.modules and sum(map(len, columns.values())) <= _FEW:
        lists = ", ".join(f"unnest(CAST(? AS {_list(values)})) AS {name}" for name, values in columns.items())
        connection.execute(f"{into} SELECT {lists}", [*columns.values()])
        return
    connection.register("_given", table(columns))
    connection.execute(f"{into} SELECT * FROM _given")
    connection.unregister("_given")


def _list(values: Sequence[Any]) -> str:
    return _LISTS.get(type(_first(values)), "VARCHAR[]")


def _first(values: Sequence[Any]) -> Any:
    return next((value for value in values if value is not None), None)


def table(columns: Mapping[str, Sequence[Any]]) -> pa.Table:
    """Give columns of texts, integers or reals as a table; some may be missing."""
    import pyarrow as pa

    return pa.Table.from_arrays([_column(values) for values in columns.values()], names=list(columns))


def _column(values: Sequence[Any]) -> pa.Array:
    first = _first(values)
    if isinstance(first, int):
        return _numbers(values, "q")
    return _numbers(values, "d") if isinstance(first, float) else _texts(values)


def _numbers(values: Sequence[Any], code: str) -> pa.Array:
    import pyarrow as pa

    type_ = pa.int64() if code == "q" else pa.float64()
    known = _bits(values) if None in values else None
    data = array(code, values if known is None else [value or 0 for value in values])
    return pa.Array.from_buffers(type_, len(values), [known, pa.py_buffer(data)])


def _texts(texts: Sequence[str | None]) -> pa.Array:
    import pyarrow as pa

    data = [b"" if text is None else text.encode() for text in texts]
    ends = array("q", accumulate(map(len, data), initial=0))
    known = _bits(texts) if None in texts else None
    return pa.LargeStringArray.from_buffers(len(texts), pa.py_buffer(ends), pa.py_buffer(b"".join(data)), known)


def _bits(values: Sequence[Any]) -> pa.Buffer:
    """Give a bit for each value, set where there is one."""
    import pyarrow as pa

    bits = bytearray(len(values) // 8 + 1)
    for at, value in enumerate(values):
        if value is not None:
            bits[at >> 3] |= 1 << (at & 7)
    return pa.py_buffer(bytes(bits))
