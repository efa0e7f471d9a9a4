"""Links between a change and the levels that it runs between, and between a level and what it is set against.

the figures of one change       `moves`; a level right before it `closes`; in the sentence behind `told_after`; where nothing
                                can be reckoned `arrivals`; in percent of a level that is a percentage `points`
a total and what was added      `additions`, `brought`
a range and the one before      `outlooks`
a figure set against another    `thresholds`; of the sentence before `pointed`, `pointed_by`; so many times it `multiples`; what
                                was expected `forecasts`; two ages `age_gaps`; what lies between two figures `gaps`
"""
