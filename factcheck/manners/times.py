"""Times that something takes, in seconds -> text in their author's manner: "1:24:30", "1h 24' 30''".

A leaf. A figure that shows the manner goes in with the seconds.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.patterns import pattern

_CLOCK = pattern(r"[-+−]?(?:\d+:)?\d+:\d\d(?:[.,]\d+)?")
_MARKS = {3600: r"h(?:rs?|ours?)?", 60: r"m(?:ins?|inutes)?|['’′](?!['’′])", 1: r"s(?:ecs?|econds)?|\"|”|″|''"}
_MARKED = r"(\d+)([.,]\d+)?\s*(?:" + "|".join(f"({mark})" for mark in _MARKS.values()) + r")(?![a-z])"
_PART = pattern(_MARKED)
_LETTERED = pattern(rf"(?<![\w.,])[-+−]?{_MARKED}(?:[\s,]*{_MARKED}){{1,2}}")
_TENTH = Fraction(1, 10)


def told(text: str, unit: str | None = None) -> str | None:
    """Give the first time in a text, None where there is none; letters tell one only where it has no unit of its own.

    >>> told("1:20:30 + 0:45"), told("1h 05' + 0h 10'"), told("3 h 20 min", "hour"), told("12 + 7")
    ('1:20:30', "1h 05'", None, None)
    """
    for word in text.split():
        if _CLOCK.fullmatch(word):
            return word
    lettered = _LETTERED.search(text) if unit is None else None
    return None if lettered is None else lettered[0]


def written(value: Fraction, like: str) -> str:
    """Write seconds as a time is written: as a clock shows them, or with the letters of it, to its last one.

    >>> written(Fraction(5070), "0:10:00"), written(Fraction(-451, 10), "1:02")
    ('1:24:30', '-0:45.1')
    >>> written(Fraction(5070), "0h 10'"), written(Fraction(65), "2 min 30.5 s")
    ("1h 25'", '1 min 05 s')
    """
    shown = _shown(abs(value)) if _CLOCK.fullmatch(like) else _in_letters(abs(value), like.lstrip("-+−"))
    return f"-{shown}" if value < 0 else shown


def _shown(seconds: Fraction) -> str:
    minutes, rest = divmod(int(seconds * 10 + Fraction(1, 2)), 600)
    told = f"{rest // 10:02}{f'.{rest % 10}' if rest % 10 else ''}"
    return f"{minutes // 60}:{minutes % 60:02}:{told}" if minutes >= 60 else f"{minutes}:{told}"


def _in_letters(seconds: Fraction, like: str) -> str:
    parts = [*_PART.finditer(like)]
    sizes = [next(size for size, mark in zip(_MARKS, part.groups()[2:], strict=True) if mark) for part in parts]
    unit = _TENTH if sizes[-1] == 1 else Fraction(sizes[-1])
    rest, shown, end = (seconds + unit / 2) // unit * unit, "", 0
    for part, size in zip(parts, sizes, strict=True):
        number, rest = divmod(rest, size)
        tenths = f".{rest * 10}" if size == 1 and rest else ""
        shown += f"{like[end : part.start()]}{str(number).zfill(len(part[1]) if end else 1)}{tenths}"
        end = max(part.end(1), part.end(2))
    return shown + like[end:]
