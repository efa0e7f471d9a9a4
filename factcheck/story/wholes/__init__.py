"""Links between a whole and its parts, one file for each way of telling them.

a part and its whole        `parts` (behind a cue), `includes`, `members`, `named`, `one_of_them`; `counted_out`, `portions`,
                            `only_some`, `found`; with a share of it `rated`, `bases`; of kinds that exclude each other
                            `answered`, `sorted_out`, `sorted_as`, `compositions`; of a plan `itemised`
all parts and the whole     `breakdowns`, `each_told`; what is paid or given `financed`, `givers`; seats and games `chambers`,
                            `winners`, `meetings`
what is left of the whole   `remainders`, `leavers`, `leftovers`, `told_apart`; uncounted `rests`
"""
