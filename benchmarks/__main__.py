"""``python -m benchmarks``: every measurement, in one run."""

from __future__ import annotations

from benchmarks import check, start

for measurement in (start, check):
    for line in measurement.run():
        print(line)
