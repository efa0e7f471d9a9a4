"""What the values of a sample show: series, blocks, ledgers, dashes that are noughts; shapes across rows ask here.

rows        `series` of them, `blocks` that add up, `named` totals, `asides` that give no figures as the others do; where spans
            of them are `meeting`
columns     `adding` up to another, `ledgers` that run on, `multiples` of each other, `accounts`, `crossed` sums, `chances` that
            one is above another
figures     `rounded` each by itself, `zeros` that are written otherwise
"""
