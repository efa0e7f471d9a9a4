"""IPTC ninjs (news in JSON), versions 1 to 3 -> Documents; a JSON file that is a row or a list of such as well.

The body is taken as text where there is one, else as HTML. Spans count in the body as the item holds it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, BinaryIO

from factcheck.disk.decoding import Undecodable, decode, half_character, taken
from factcheck.document import Document, Span
from factcheck.readers import Unreadable, from_text
from factcheck.values import evolve

SUFFIXES = (".ninjs", ".json")
ONLY_NAMED = (".json",)
"""Read where a path names it; in folders too much else is JSON."""

_DAYS = ("published", "contentcreated", "contentCreated", "firstcreated", "firstCreated", "versioncreated", "versionCreated")
"""ninjs names none for the publication: the day the story was made, else that of the first version, is the nearest."""
_ISO = len("2025-04-30")
_MARKUP = ("html", "xhtml", "xml")
_TOP = 4000
"""Code points of a body among which its headline may stand again."""


class _ItemError(ValueError):
    """Why a value is no item that can be read."""


def read(stream: BinaryIO, path: str, encoding: str | None) -> Iterator[Document | Unreadable]:
    """Give the item, or each item of a list."""
    text = decode(taken(stream), encoding)
    if isinstance(text, Undecodable):
        yield Unreadable(path, path, text.message, byte=text.byte)
        return
    try:
        value = _parsed(text)
    except _ItemError as error:
        yield Unreadable(path, path, str(error))
        return
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items, 1):
        name = path if len(items) == 1 else str(number)
        try:
            yield _document(item, path, name)
        except _ItemError as error:
            yield Unreadable(path, name, str(error))


def _parsed(text: str) -> Any:
    import json

    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise _ItemError(f"not JSON at line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise _ItemError("not read: nested too deeply") from error


def _document(item: Any, path: str, name: str) -> Document:
    if not isinstance(item, dict):
        raise _ItemError("not a story: a JSON object is wanted, with a text")
    body, is_markup = _body(item)
    headline = _words(item.get("headline")) or _listed(item.get("headlines"), "main") or _words(item.get("title"))
    made = _of_markup(body, path, headline) if is_markup else _of_text(body, path, headline)
    day = next((day for key in _DAYS if (day := _day(item.get(key))) is not None), None)
    named = evolve(made, id=_words(item.get("uri")) or _words(item.get("id")) or name)
    return named if day is None else evolve(named, published=day, published_from="metadata")


def _body(item: dict[str, Any]) -> tuple[str, bool]:
    """Give the body, and whether it is markup."""
    plain = [item.get(key) for key in ("body_text", "text", "body")]
    markup = [item.get(key) for key in ("body_xhtml", "body_html")]
    for each in item["bodies"] if isinstance(item.get("bodies"), list) else ():
        if isinstance(each, dict):
            kind = str(each.get("contenttype") or each.get("contentType") or each.get("role") or "").lower()
            (markup if any(word in kind for word in _MARKUP) else plain).append(each.get("value"))
    for bodies, is_markup in ((plain, False), (markup, True)):
        found = next((words for body in bodies if (words := _words(body))), None)
        if found is not None:
            return found, is_markup
    raise _ItemError("no story in it: JSON without a text (text, body_text, body_xhtml, bodies)")


def _of_text(body: str, path: str, headline: str | None) -> Document:
    """Lay out a body; a headline that it holds below its masthead is found there, and does not stand apart as well."""
    stands_in_it = headline in [line.strip() for line in body[:_TOP].splitlines()]
    found = from_text(body, path=path) if stands_in_it else None
    return found if found and found.headline == headline else from_text(body, path=path, headline=headline)


def _of_markup(body: str, path: str, headline: str | None) -> Document:
    from factcheck import webpages

    made = webpages.document(body, path)
    if made.headline is not None or headline is None:
        return made
    return evolve(made, headline=headline, headline_span=Span(0, len(headline), in_headline=True))


def _listed(values: Any, role: str) -> str | None:
    """Give the value of that role in a list of values (ninjs 2 and later), else the first."""
    found = [each for each in values if isinstance(each, dict)] if isinstance(values, list) else []
    found.sort(key=lambda each: each.get("role") != role)
    return _words(found[0].get("value")) if found else None


def _words(value: Any) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    half = half_character(value)
    if half is not None:
        raise _ItemError(f"not text: {half} is half a character")
    return value


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:_ISO]) if isinstance(value, str) else None
    except ValueError:
        return None
