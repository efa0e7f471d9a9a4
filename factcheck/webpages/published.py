"""What a page says of itself -> its day of publication, and its title."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from factcheck.webpages.blocks import Page

_DAYS = (
    *("article:published_time", "og:published_time", "datepublished", "date.published", "publication_date"),
    *("publish-date", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued"),
    *("dcterms.created", "dc.date.created", "dc.date", "date"),
)
"""Names of meta tags, of Open Graph, Dublin Core, schema.org and of what publishers use besides, the surest first."""
_TITLES = ("og:title", "twitter:title")
_ISO = len("2025-04-30")
_DEEPEST = 6
_LONGEST = 1 << 20
"""Code points of a script of data; a longer one describes no single story."""


def day(page: Page) -> dt.date | None:
    """Give the day of publication: a meta tag's, else the structured data's, else that of the first ``time`` element."""
    said: dict[str, str] = {}
    for name, value in page.said:
        said.setdefault(name, value)
    described = [found["datePublished"] for found in _described(page) if isinstance(found.get("datePublished"), str)]
    written = [*(said[name] for name in _DAYS if name in said), *described, said.get("time", "")]
    return next((found for value in written if (found := _day(value)) is not None), None)


def title(page: Page) -> str | None:
    """Give what the page names as its title for others; the ``title`` element carries the site's name as well."""
    said = dict(reversed(page.said))
    return next((words for name in _TITLES if (words := " ".join(said.get(name, "").split()))), None)


def _described(page: Page) -> Iterator[dict[str, Any]]:
    """Give the objects of the page's JSON-LD, outer ones first."""
    for script in page.data:
        try:
            value = json.loads(script) if len(script) <= _LONGEST else None
        except (ValueError, RecursionError):
            continue
        level = [value]
        for _ in range(_DEEPEST):
            yield from (each for each in level if isinstance(each, dict))
            level = [below for each in level for below in _below(each)]


def _below(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [below for key, below in value.items() if key in ("@graph", "mainEntity", "hasPart")]
    return value if isinstance(value, list) else []


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written.strip()[:_ISO])
    except ValueError:
        return None
