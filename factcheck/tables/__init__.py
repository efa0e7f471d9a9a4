"""Curated datasets: tables go in, a report comes out for each, with the rows and cells that cannot be right.

The way of a table:

    paths -> `sources` -> records -> `engines` -> rows in a store
    headers and a sample -> `columns` -> what each column holds
    rules x columns -> `binding` (one file of `shapes` for each way that columns belong together) -> relations
    relations x all rows -> `compiling`, `counting` -> rows that may break one
    those rows -> `rows`, `judging` (the exact engine) -> findings, where `confirming` and `slips` say that the rows bear them out

`across` has the rules across rows, one file for each shape; `checking` puts the questions together, and `summaries` tells what
was bound and what was left alone.
"""
