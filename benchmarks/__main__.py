"""``python -m benchmarks``: every measurement, in one run; exit status 1 where accuracy has fallen."""

from __future__ import annotations

import sys

from benchmarks import accuracy, check, consistency, start, tables

for measurement in (start, check, consistency, tables, accuracy):
    for line in measurement.run():
        print(line)
sys.exit(0 if accuracy.passes() else 1)
