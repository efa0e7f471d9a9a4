"""Text from documents, made safe to show: nothing in it can move the cursor, colour the screen or turn the line round."""

from __future__ import annotations

JOINERS = frozenset({0x200C, 0x200D})
"""Written within words of Persian and Indic scripts and within emoji; they do no harm."""


class _Shown(dict[int, str]):
    """What stands for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _shown(code)
        return shown


def harmless(text: str) -> str:
    """Show control characters, bidirectional marks and the like by a visible sign of one cell each.

    Tabs and line breaks become blanks. The result is as long as the text, so offsets hold in both.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_SHOWN)


def _shown(code: int) -> str:
    import unicodedata

    if code in (0x09, 0x0A, 0x0D):
        return " "
    if code < 0x20:
        return chr(0x2400 + code)  # the Unicode block "Control Pictures"
    if code == 0x7F:
        return "\u2421"
    unsafe = unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Zl", "Zp") and code not in JOINERS
    return "\ufffd" if unsafe else chr(code)


_SHOWN = _Shown()
