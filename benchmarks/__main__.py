"""``python -m benchmarks``: every measurement, in one run."""

from __future__ import annotations

from benchmarks import check, consistency, start

for measurement in (start, check, consistency):
    for line in measurement.run():
        print(line)
