"""Whether what breaks a relation is a slip: broken rows go in, what else they may be, or the trace of a slip, comes out.

what else       `calendars` and `clocks` of other lands and times, `codes` that the rows share, quotients of other `bases`
a slip          of the pen (`pens`), a cell copied (`copies`); how many bear its trace (`traces`)
"""
