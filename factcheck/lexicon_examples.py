"""What an example of a lexicon entry must show: the marked words are read as the entry says.

    [[600]]     these words are read so
    []word      these are not

Used by the example runner only; one check per file of the lexicon.
"""

from __future__ import annotations
