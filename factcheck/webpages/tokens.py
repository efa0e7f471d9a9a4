"""HTML -> its tags and stretches of text, each with its place in the source.

Cut as the standard cuts (HTML, 13.2.5), near enough for prose. What an open comment, an open tag or a script without its end
swallows in a browser is swallowed here too, so that no character is looked at twice: `html.parser` of older Pythons takes
quadratic time for such pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from types import MappingProxyType

from attrs import field

from factcheck.values import frozen

_OPENED = re.compile(r"<(?:(?P<comment>!--)|(?P<bogus>[!?]|/(?![A-Za-z]))|(?P<end>/)?(?P<name>[A-Za-z][^\s/>]*))")
_ATTRIBUTE = re.compile(
    r"[\s/]*(?P<name>[^\s/>][^\s/>=]*)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>(?![\"'])[^\s>]*)))?"
)
_OPEN_VALUE = re.compile(r"\s*=\s*[\"']")
_CLOSED = re.compile(r"[\s/]*>")
_COMMENT_END = re.compile(r"--!?>")
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements that hold no tags."""
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}
NOTHING: Mapping[str, str] = MappingProxyType({})


@frozen
class Token:
    """A piece of a page: ``start`` and ``end`` of a tag, with its ``name`` in lower case, or ``text`` as it stands."""

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, str] = field(default=NOTHING, repr=False)


def tokens(source: str) -> Iterator[Token]:
    """Cut a page; comments, declarations and what is not closed give nothing."""
    at = 0
    while at < len(source):
        opened = _OPENED.search(source, at)
        first = opened.start() if opened else len(source)
        if first > at:
            yield Token("text", at, first)
        if opened is None:
            return
        if opened["name"] is None:
            at = _behind(source, opened)
            continue
        tag = _tag(source, opened)
        if tag is None:
            return
        yield tag
        at = tag.end
        if tag.kind == "start" and tag.name in RAW:
            closing = _RAW_END[tag.name].search(source, at)
            yield Token("text", at, closing.start() if closing else len(source))
            at = closing.start() if closing else len(source)


def _behind(source: str, opened: re.Match[str]) -> int:
    """Give where a comment or a declaration ends."""
    if opened["comment"]:
        closed = _COMMENT_END.search(source, opened.end())
        return closed.end() if closed else len(source)
    end = source.find(">", opened.end())
    return len(source) if end < 0 else end + 1


def _tag(source: str, opened: re.Match[str]) -> Token | None:
    """Read a tag with its attributes; None where it has no end."""
    attributes: dict[str, str] = {}
    at = opened.end()
    while (closed := _CLOSED.match(source, at)) is None:
        found = _ATTRIBUTE.match(source, at)
        if found is None or (found.lastgroup == "name" and _OPEN_VALUE.match(source, found.end())):
            return None
        value = found["double"] or found["single"] or found["bare"] or ""
        attributes.setdefault(found["name"].lower(), unescape(value) if "&" in value else value)
        at = found.end()
    return Token("end" if opened["end"] else "start", opened.start(), closed.end(), opened["name"].lower(), attributes)
