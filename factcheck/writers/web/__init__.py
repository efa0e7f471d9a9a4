"""Reports -> one page for a browser: the text with its marks, a card for each finding, the hedges, the checks, the worksheet.

The page is one file, asks nothing of the network and needs no script. It is a template of Jinja2 (extra ``[desk]``), whose
escaping stands between an article and the page: no hand-made escaping would be as safe.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, TextIO

from factcheck.report import Report
from factcheck.report.origins import in_words

if TYPE_CHECKING:
    from jinja2 import Environment

    from factcheck.readers import Unreadable
    from factcheck.writers import Options

NAME = "html"
ENCODING = "utf-8"
EXTRA = "desk"
STYLE, SCRIPTS = "page.css", ("worksheet.js", "page.js")


def write(reports: Iterable[Report | Unreadable], stream: TextIO, options: Options) -> None:
    """Write the page, document by document."""
    style, script = source(STYLE), "".join(map(source, SCRIPTS))
    page = environment().get_template("page.html")
    shown = (shown_of(report, f"d{number}", checked=not options.extract_only) for number, report in enumerate(reports, 1))
    stream.writelines(
        page.generate(stories=shown, style=style, script=script, hashes={"style": digest(style), "script": digest(script)})
    )


@cache
def environment() -> Environment:
    """Give Jinja2 with the templates of this folder; all that they are given is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("factcheck.writers.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["counted"] = _counted
    return made


def source(name: str) -> str:
    """Give a style sheet or a script of this folder."""
    loader = environment().loader
    assert loader is not None
    return loader.get_source(environment(), name)[0]


def digest(content: str) -> str:
    """Give what a Content-Security-Policy calls a style or script by (CSP 3, 6.7.3)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def shown_of(report: Report | Unreadable, name: str, *, checked: bool = True) -> dict[str, Any]:
    """Give what the templates show of one report; long lists are made while they are written.

    Args:
        report: the report.
        name: what its anchors begin with.
        checked: False where figures were only listed, so that nothing may be said of conflicts.

    """
    from factcheck.writers import worksheet
    from factcheck.writers.console.harmless import harmless
    from factcheck.writers.web import cards, marks

    if not isinstance(report, Report):
        return {"name": name, "path": harmless(report.path), "problem": harmless(report.message)}
    read = in_words(report)
    document = read.document
    made = [*cards.cards(read, name)]
    return {
        "name": name,
        "problem": None,
        "path": harmless(document.path),
        "title": harmless(document.headline or document.path),
        "published": document.published,
        "published_from": document.published_from,
        "blocks": marks.blocks(document, marks.marks(read, name)),
        "checked": checked,
        "cards": made,
        "conflicts": sum(card.kind == "conflict" for card in made),
        "queries": sum(card.kind == "query" for card in made),
        "hedge_count": len(read.hedges),
        "claim_count": len(read.claims),
        "hedges": cards.hedges(read, name),
        "relations": cards.relations(read),
        "reach": cards.reach(read),
        "dismissed": [
            {"message": harmless(gone.finding.message), "reason": harmless(gone.reason), "where": harmless(gone.where)}
            for gone in read.dismissed
        ],
        "lines": worksheet.lines(read),
    }


def _counted(number: int, noun: str) -> str:
    """Write a number with its noun in the plural that it needs."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"
