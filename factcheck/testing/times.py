"""A time that was read and an entry of ``lexicon/calendar.toml`` -> whether the one shows what the other says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.days import Days


def shows(days: Days, entry: Mapping[str, Any]) -> bool:
    """Tell whether a time has what its entry says: the same month, unit or shift; a far end where the entry opens a span."""
    if entry.get("form") in ("between", "from", "now"):
        return days.to is not None
    if "before" in entry:
        return days.kind == "weekday"
    if "feast" in entry:
        fields = entry["feast"]
        if "easter" in fields:
            return (days.unit, days.rank) == ("easter", fields["easter"])
        month = (days.of or days).month
        return month == fields["month"] and all(getattr(days, key) == fields.get(key) for key in ("day", "weekday", "rank"))
    if "offset" in entry:
        return days.steps == (("day", entry["offset"]),)
    if "season" in entry:
        return (days.unit, days.rank) == ("season", entry["season"])
    if "ages" in entry or "decades" in entry:
        return days.span == 10
    if "unit" in entry:
        return entry["unit"] in (days.unit, *(unit for unit, _ in days.steps))
    said = {"month", "weekday", "form", "shift", "part"} & entry.keys()
    return bool(said) and all(getattr(days, key) == entry[key] for key in said)
