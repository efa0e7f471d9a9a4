"""What the elements of a page are to a story: what holds it, what stands beside it, what a browser does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.webpages.tokens import Token

KINDS = {
    "h1": "headline",
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "crosshead"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("li", "dd", "dt", "blockquote", "td", "th"), "body"),
}
"""Kinds of `factcheck.document.Part` that an element gives the words in it."""
CELLS = frozenset({"td", "th"})
BLOCKS = frozenset(
    {
        *("p", "div", "section", "article", "main", "header", "figure", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot"),
        *("tr", "pre", "address", "hgroup", "fieldset", "details", "summary", "center", "body", "html", "hr", *KINDS),
    }
)
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
ENDED_BY = {
    "p": BLOCKS,
    "li": frozenset({"li"}),
    "td": frozenset({"td", "th", "tr"}),
    "th": frozenset({"td", "th", "tr"}),
    "tr": frozenset({"tr"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
}
"""Elements whose end tag may be left out, and what then ends them (HTML, 13.1.2.4)."""
_BESIDE = frozenset(
    {
        *("script", "style", "template", "noscript", "svg", "math", "iframe", "object", "canvas", "audio", "video", "title"),
        *("nav", "aside", "footer", "form", "button", "select", "textarea", "dialog", "menu", "datalist", "noembed", "noframes"),
        *("del", "s", "strike", "head"),
    }
)
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "banner", "search", "dialog", "menu"})
_NAMES = frozenset(
    {
        *("comments", "comment-list", "related", "related-articles", "newsletter", "share", "social-share", "sidebar"),
        *("breadcrumb", "breadcrumbs", "cookie-banner", "advert", "advertisement", "sr-only", "visually-hidden"),
    }
)
"""Classes and ids of what stands beside a story, or is only read aloud."""
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_left_out(tag: Token) -> bool:
    """Tell whether the words in an element are no part of a story, are hidden, or have been struck out."""
    said = tag.attributes
    if tag.name in _BESIDE or "hidden" in said or said.get("aria-hidden") == "true":
        return True
    if not said:
        return False
    named = {*said.get("class", "").lower().split(), said.get("id", "").lower()}
    return said.get("role") in _ROLES or not named.isdisjoint(_NAMES) or _UNSEEN.search(said.get("style", "")) is not None


def container(tag: Token) -> str | None:
    """Tell what may hold the whole story: ``articleBody``, ``article``, ``main``; or ``header``, which holds no story."""
    if "articlebody" in tag.attributes.get("itemprop", "").lower().split():
        return "articleBody"
    if tag.name in ("article", "main", "header"):
        return tag.name
    return "main" if tag.attributes.get("role") == "main" else None


def said(tag: Token) -> Iterator[tuple[str, str]]:
    """Give what a tag says of the page: names in lower case, and values."""
    attributes = tag.attributes
    if tag.name == "meta":
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        yield name.lower(), attributes.get("content", "")
    elif "datetime" in attributes:
        yield attributes.get("itemprop", "time").lower(), attributes["datetime"]
