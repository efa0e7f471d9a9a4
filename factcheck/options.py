"""Options that several commands share, and how their values are read. Nothing but click is imported before one is used."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import datetime as dt

    from factcheck.writers import Writer


def day(value: str) -> dt.date:
    """Read a calendar day written as 2025-04-30."""
    import datetime as dt

    with contextlib.suppress(ValueError):
        if (found := dt.date.fromisoformat(value)).isoformat() == value:
            return found
    raise click.BadParameter(f"{value!r} is not a date; write it as year-month-day, such as 2025-04-30")


class Format(click.ParamType):  # type: ignore[type-arg]  # generic for mypy only; older versions of click cannot subscript it
    """An output format: the name of a writer."""

    name = "format"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """List the formats there are."""
        from factcheck import writers

        return "|".join(writers.formats())

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Writer:
        """Find the writer."""
        from factcheck import writers

        if value not in writers.formats():
            self.fail(f"{value!r} is no format; there are {', '.join(writers.formats())}", param, ctx)
        return writers.formats()[value]


PATHS = click.argument("paths", metavar="PATH...", nargs=-1, required=True)
FORMAT = click.option("--format", "writer", type=Format(), default="console", show_default=True, help="How to write the result.")
OUTPUT = click.option("--output", metavar="FILE", help="Write to FILE, which changes only once all is written.")
PUBLISHED = click.option("--published", type=day, metavar="DATE", help="The day of publication, such as 2025-04-30.")
ENCODING = click.option("--encoding", metavar="NAME", help="What the texts are encoded in, where it is not UTF-8 or UTF-16.")
RULES = click.option("--rules", "folders", metavar="DIR", multiple=True, help="Add the rules of this folder; can be repeated.")

SELECT = click.option(
    "--select", metavar="RULE", multiple=True, help="Only these: a rule, a topic or a pattern; can be repeated."
)
IGNORE = click.option("--ignore", metavar="RULE", multiple=True, help="Not these: a rule, a topic or a pattern; can be repeated.")
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
