"""Curated datasets: tables go in, a report comes out for each, with the rows and cells that cannot be right.

The way of a table:

    paths -> `sources` -> records -> `engines` -> rows in a store
    headers and a sample -> `columns` -> what each column holds
    rules x columns -> `binding` (one file of `shapes` for each way that columns belong together) -> relations
    relations x all rows -> `queries` (SQL for an engine) -> how many keep each, and the rows that may break one
    those rows -> `judged` (the exact engine) -> findings, where counts and the traces of `slips` bear them out

`turning` asks the same of the rows of a table whose columns are times, `unfolding` of the pieces of cells that tell several
things at once. `across` has the rules across rows, one file for each shape, and `samples` what they see in values; `checking`
puts the questions together.
"""
