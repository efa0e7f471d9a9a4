"""Links between a figure and the same told again: in other units or money, in the headline, further down in the story.

right beside it             `restated` in other units or money, `paces` by another spell of time
further down                `repeated` (the same words for it), `alike`, `tolls`, `ranges`; digits that changed places `swapped`,
                            another scale word `scales`; a summary's line `echoes`
in the headline             `headlines` (any figure), `fractions`, `turned` (a change the other way), `scores_above`, `ages_above`
somebody's age              `named_ages`, at death `last_ages` and `lives`
"""
