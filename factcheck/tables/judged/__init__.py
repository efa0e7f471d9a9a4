"""Suspicious rows -> what is told of them: they are judged exactly, what is not understood is left out, the rest is summed up.

a row or several        `rows` (in one row, by `judging`) and `breaches` (across rows, `blocks` with subtotals) judge them exactly
what they may be        `mends` of a cell, `gaps` that other rows show, `wholes` that no column lists
whether it is a find    `confirming` by how many keep it, `deciding` why nothing follows, `understood` what others explain
what is written         `merging` one fault told once, `summaries` of a table
"""
