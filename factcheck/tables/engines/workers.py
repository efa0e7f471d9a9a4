"""What Spark's workers run of ours: cells of text are read, and reals written, as it is done without Spark."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.tables.columns.forms import Form
from factcheck.tables.queries import staging

if TYPE_CHECKING:
    import pyarrow as pa


def written(number: float | None) -> str | None:
    """Write a real as DuckDB does: in the fewest digits that mean it.

    >>> written(0.0001), written(1e7), written(None)
    ('0.0001', '10000000.0', None)
    """
    return None if number is None else repr(number)


def written_short(number: float | None) -> str | None:
    """Write a real of half the length so.

    >>> written_short(0.10000000149011612), written_short(16777216.0)
    ('0.1', '16777216.0')
    """
    if number is None or not math.isfinite(number):
        return written(number)
    tries = (float(f"{number:.{digits}g}") for digits in range(1, 10))
    return repr(next((short for short in tries if struct.pack("f", short) == struct.pack("f", number)), number))


def reader(forms: Sequence[Form], kept: int) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Give what turns batches of texts into batches of what they can stand for, behind the columns that are kept."""

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow

        for batch in batches:
            arrays = list(batch.columns[:kept])
            for form, cells in zip(forms, batch.columns[kept:], strict=True):
                ends = [None if text is None else staging.read(text, form) for text in cells.to_pylist()]
                arrays += [pyarrow.array([end and end[side] for end in ends], pyarrow.float64()) for side in (0, 1)]
            yield pyarrow.RecordBatch.from_arrays(arrays, names=[str(place) for place in range(len(arrays))])

    return read
