"""What a sentence tells of a change: the change, the level that it led to and the one before, and of what each is.

a sentence's moves      `movements`, with what each figure says of itself: `changed`, `levels`, `asides` in a clause of its own
a difference            `differences` from a figure, `untold` from none, `premiums` of a price; the words `sides` above and under
what rules one out      `bases` and `reckoning` (another time, another basis), `within` the time of a change, `spreads`, `ranks`
two figures             `alike` enough to be set against each other
"""
