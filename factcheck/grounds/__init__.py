"""Claims -> the grounds on which two of them may be tied: what the words between figures say, and what figures are the same of.

The kinds of links (`story`) ask here, and what sets claims against each other: whether two figures can be whole and part
(`wholes`, behind a cue `cued`, joined to another part `siblings`) and several make up one (`makeup`, `added_up`, at a price
`breaths`), what rules that out (`unlike`, `unmixed`, `twice`, `larger`, others that are `uncounted`), what is left of one
(`contrasted`), whether parts are kinds of what a figure counts (`kinds`) and sorted by one thing (`sorts`, `lands`, `whens`),
what shares are of (`splits`, `turnouts`, `explained`, `surveyed`), what a sentence tells of a change (`changes`), whether two
places tell of one thing (`tellings`), and which roles are kin (`kin`).
"""
