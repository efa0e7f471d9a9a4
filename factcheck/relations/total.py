"""``total(parts)``: many claims added up.

    holds = "whole == total(parts)"

    [claims]
    whole = { }
    parts = { link = "adds-up", to = "whole", many = 2 }

``many`` binds all claims that are tied to the whole so, two at least. The word is shorthand: for three parts the rule is the
same as one that says ``whole == parts 1 + parts 2 + parts 3``, so that a sum of many is judged, repaired and set against others
just as a sum of two. What the parts can stand for adds up too: three shares that are rounded to whole percents may make 101.

>>> from fractions import Fraction
>>> from factcheck.expressions import Context, Operand, evaluate, parse
>>> from factcheck.intervals import Amount, Interval
>>> def count(written):
...     return Operand(written, Amount(Interval.point(int(written)), Interval.point(int(written))))
>>> holds = parse("whole == total(parts)", {"whole": "count", "parts": "count"}, {"parts": 3})
>>> told = {"whole": count("34"), "parts 1": count("16"), "parts 2": count("8"), "parts 3": count("9")}
>>> outcome = evaluate(holds, told, Context())
>>> outcome.verdict, outcome.calculation
('cannot hold', '34; 16 + 8 + 9 = 33')
"""

from __future__ import annotations

JOINS = "+"
