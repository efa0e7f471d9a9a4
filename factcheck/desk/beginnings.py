"""How much of a draft the desk checks at each key: all of it, or of what is too long the beginning, which ends where a line does.

A news story has a few thousand words and some dozens of numbers; what has far more is shown whole and checked in part, at once
and in bounded memory, and the page says so.
"""

from __future__ import annotations

import re
from itertools import islice

LONGEST = 200_000
"""Code points that are checked at most."""
MOST = 3000
"""Numbers in digits that are checked at most."""
_NUMBER = re.compile(r"\d+")
_LINE_ENDS = ("\n\n", "\n", " ")


def end(text: str) -> int:
    """Give where the beginning ends; the text's own end where it is short enough."""
    beyond = next(islice(_NUMBER.finditer(text, 0, LONGEST), MOST, None), None)
    last = min(len(text), LONGEST if beyond is None else beyond.start())
    if last == len(text):
        return last
    return next((at for sign in _LINE_ENDS if (at := text.rfind(sign, last // 2, last)) > 0), last)
