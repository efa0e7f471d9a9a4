"""Days of the calendar as they are written: text at a place -> Days -> the days that are meant.

A leaf of the mentions. `spans` reads a time with what opens it and its far end ("from May 3 to June 5"); `points` finds who reads
one of its ends: `written` (days and months), `feasts` ("Boxing Day"), `years`, `digits` (days in digits alone), `shifted` ("last
year"), `ranked` ("third quarter") or `counted` ("two weeks ago"). `meaning` tells the days that are meant, from the day of
publication; it reckons with `calendars`. The words are in ``lexicon/calendar.toml``, read by `words`.
"""

from __future__ import annotations

from factcheck.values import frozen


@frozen
class Days:
    """A stretch of the calendar as written; what is not written is None.

    ``weekday`` counts from Monday, 0. ``span`` says how many years the year stands for ("the 1990s": 10). ``form`` is ``on``,
    ``since``, ``until``, ``as of``, ``starting``, ``by``, ``before`` or ``after``.
    ``unit`` is what is shifted, ranked or counted (``day``, ``week``, ``weekend``, ``fortnight``, ``month``, ``quarter``,
    ``half``, ``season``, ``year``, ``fiscal``, ``decade``, ``century``): ``shift`` is -1 for "last", 0 for "this", 1 for "next";
    ``rank`` is 3 for "the third" and -1 for "the last" within ``of``; ``count`` is how many of them there are. ``steps`` lead
    from ``of``, or from the day of publication, to the day that is meant ("two weeks from Monday").
    ``of`` is the greater time it lies in, ``to`` the far end of a span, ``part`` the piece that is meant (``early``, ``late``).
    ``readings`` are the other days that digits can stand for ("03/04/2025"). A ``guess`` has no sharp ends.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    form: str = "on"
    shift: int | None = None
    unit: str = ""
    span: int = 1
    rank: int | None = None
    count: int = 1
    steps: tuple[tuple[str, int], ...] = ()
    of: Days | None = None
    to: Days | None = None
    part: str = ""
    readings: tuple[Days, ...] = ()
    guess: bool = False

    @property
    def kind(self) -> str:
        """Tell what it is: a ``weekday`` that stands alone, a ``date`` that is one day, or a ``period``."""
        if self.form != "on" or self.to is not None or self.part or self.count > 1:
            return "period"
        if self.steps or self.day is not None:
            return "date"
        if self.weekday is not None:
            return "weekday" if self.shift is None and self.of is None and self.rank is None else "date"
        return "date" if self.unit in ("day", "easter") else "period"

    @property
    def ends_current(self) -> bool:
        """Tell whether it is the end of the current unit, or of the last one where it is past ("the end of the quarter")."""
        return (self.shift, self.form, self.to, self.part) == (0, "on", None, "end") and self.unit in _ENDING


_ENDING = ("week", "month", "quarter", "year")
Found = tuple[Days, int]
"""What was read, and where it ends."""
