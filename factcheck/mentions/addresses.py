"""What machines read in the midst of what people do: addresses of pages, and tags. Their digits are no figures."""

from __future__ import annotations

from factcheck.document import Span
from factcheck.mentions import Mention
from factcheck.numerals import Numeral
from factcheck.patterns import pattern

KIND = "address"
PRIORITY = 1

_ADDRESS = pattern(r"(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ww][Ww][Ww]\.)[^\s<>\"“”]*[\w/]")
_PATH = pattern(r"(?:[A-Za-z]{2,6}(?:\.[a-z]{2})?)/[^\s<>\"“”]*[\w/]")
_TAG = pattern(r"</?[A-Za-z][A-Za-z0-9]*\s+[^<>=]{1,40}=[^<>]*>")
_LONGEST = 2000  # what browsers and search engines take for an address


def anchors() -> list[str]:
    """Give what addresses begin with, the ends of hosts that a path follows, and the sign of a tag."""
    return ["http", "https", "www", "com", "org", "net", "gov", "<"]


def read(text: str, start: int, stop: int, numeral: Numeral | None) -> Mention | None:
    """Read an address to its end, or a tag that has attributes; "<5 m" is neither, and a name in angle brackets is none."""
    shape = _TAG if text[start] == "<" else _PATH if text[start - 1 : start] == "." else _ADDRESS
    match = shape.match(text, start, min(stop, start + _LONGEST))
    return Mention(KIND, Span(start, match.end())) if match else None
