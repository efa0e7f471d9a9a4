"""Whether a figure says by how much something moved: "rose [3] percent to 5", also in a list that leaves the verb out."""

from __future__ import annotations

from factcheck.patterns import pattern

_VERBS = r"(?i:<<changing>>)[a-z]*"
_GAPPED = pattern(r"(?:,|;| and) [A-Z][\w&.’'-]*(?: (?:[A-Z<(][\w&.’'>)-]*|and|of|&))* (?:[A-Z]{0,3}[$€£¥₩])?\Z")
_LED_GAP = pattern(rf"\b{_VERBS} (?:by )?[^\s;]*\d[^;\n]{{0,12}} to [^\s;]*\d(?:[^;.\n]|\.(?! [A-Z])){{0,340}}\Z")
"""A name before the next change, whose verb is that of the first: "Acme fell 2p to 60p, Bolt [3p] to 90p"."""
_MOVED = pattern(
    rf"\b(?:by|up|down|off|another|{_VERBS})"
    r" +(?:an? |another )?(?:(?!to\b|between\b|from\b)\w+ )?(?:[A-Z]{0,3}[$€£¥] ?)?\Z"
)
_LED, _NAMED, _LISTED = 36, 80, 380
_SIGNS = frozenset(" $€£¥₩")


def moved(text: str, start: int) -> bool:
    """Tell whether a figure says by how much something moved ("rose 3 percent to 5 percent"), which opens no range."""
    return _MOVED.search(text, max(0, start - _LED), start) is not None or _is_gapped(text, start)


def _is_gapped(text: str, start: int) -> bool:
    """Tell whether a figure stands behind a name in a list of changes that leaves the verb out: "fell 2p to 60p, Bolt [3p]"."""
    before = _GAPPED.search(text, max(0, start - _NAMED), start) if text[start - 1 : start] in _SIGNS else None
    return before is not None and _LED_GAP.search(text, max(0, before.start() - _LISTED), before.start()) is not None
