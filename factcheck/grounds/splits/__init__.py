"""What the words about shares of one whole show of them, one file for each kind of words.

one by one          `listed`, `owned`, `handed` out, `polled`; the words between and behind them `clauses`
two of them         `divided`, `contested`, to one question `about`; a lead behind them `ahead`
of a whole each     `apiece`: two races, two times, two groups
"""
