"""The options that several commands share, and the kinds of values they take."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

if TYPE_CHECKING:
    import datetime as dt

    from factcheck.writers import Writer

_Command = TypeVar("_Command", bound=Callable[..., Any])


def day(value: str) -> dt.date:
    """Read a calendar day written as 2025-04-30."""
    import datetime as dt

    with contextlib.suppress(ValueError):
        if (found := dt.date.fromisoformat(value)).isoformat() == value:
            return found
    raise click.BadParameter(f"{value!r} is not a date; write it as year-month-day, such as 2025-04-30")


def country(value: str) -> str:
    """Read the two letters of a country, in capitals or not."""
    from factcheck.faults import keys

    problem = keys.country(value.upper())
    if problem:
        raise click.BadParameter(f"{value!r} {problem}")
    return value.upper()


def encoding(value: str) -> str:
    """Read the name of a text encoding."""
    from factcheck.disk.decoding import codec_called

    if codec_called(value) is None:
        raise click.BadParameter(f"{value!r} is no text encoding; write its name, such as latin-1 or cp1252")
    return value


def place(value: str) -> str:
    """Read the name of a file or a folder; a script that left it empty did not mean the current folder."""
    if not value:
        raise click.BadParameter("'' names nothing")
    return value


class Format(click.ParamType):  # type: ignore[type-arg]  # generic for mypy only; older versions of click cannot subscript it
    """An output format, and perhaps its file: the name of a writer, or ``sarif=report.sarif``; ``rows``: one for tables."""

    name = "format"

    def __init__(self, *, rows: bool = False) -> None:
        self.rows = rows

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """List the formats there are."""
        return "|".join(self._known())

    def _known(self) -> list[str]:
        from factcheck import writers

        return [name for name, writer in writers.formats().items() if not self.rows or writers.takes_rows(writer)]

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Writer, str | None]:
        """Find the writer, and the file behind the equals sign."""
        from factcheck import writers

        if not isinstance(value, str):  # the default, converted already
            return cast("tuple[Writer, str | None]", value)
        name, named, path = value.partition("=")
        if named and not path:
            self.fail(f"{value!r} names no file", param, ctx)
        writer = writers.named(name)
        if writer is None:
            self.fail(f"{name!r} is no format; there are {', '.join(self._known())}", param, ctx)
        if self.rows and not writers.takes_rows(writer):
            self.fail(f"{name!r} is for stories; tables are written as {', '.join(self._known())}", param, ctx)
        lacking = writers.lacking(writer)
        if lacking:
            self.fail(lacking, param, ctx)
        return writer, path or None


PATHS = click.argument("paths", metavar="PATH...", nargs=-1, required=True)


def _format(kind: Format) -> Callable[[_Command], _Command]:
    return click.option(
        "--format",
        "formats",
        type=kind,
        multiple=True,
        default=("console",),
        show_default=True,
        help="How to write the result; NAME=FILE writes it to a file, and can be repeated for several at once.",
    )


FORMAT = _format(Format())
FORMAT_OF_TABLES = _format(Format(rows=True))
FORMAT_OF_RULES = click.option(
    "--format",
    "format_",
    type=click.Choice(["console", "json"]),
    default="console",
    show_default=True,
    help="How to list them.",
)
OUTPUT = click.option("--output", type=place, metavar="FILE", help="Write to FILE, which changes only once all is written.")
PUBLISHED = click.option("--published", type=day, metavar="DATE", help="The day of publication, such as 2025-04-30.")
ENCODING = click.option(
    "--encoding", type=encoding, metavar="NAME", help="What the texts are encoded in, where it is not UTF-8 or UTF-16."
)
HOME = click.option(
    "--home",
    type=country,
    metavar="CODE",
    help="The country whose currency a bare $ or pound is, and whose order 5/12/2016 has, such as US or GB.",
)
JOBS = click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="So many processes at once.")
CONFIG = click.option(
    "--config", type=place, metavar="FILE", help="Settings; without it the nearest factcheck.toml or pyproject.toml."
)
ISOLATED = click.option("--isolated", is_flag=True, help="Look for no settings.")
RULES = click.option(
    "--rules", "folders", type=place, metavar="DIR", multiple=True, help="Add the rules of this folder; can be repeated."
)
SELECT = click.option(
    "--select", metavar="RULE", multiple=True, help="Only these: a rule, a topic or a pattern; can be repeated."
)
IGNORE = click.option("--ignore", metavar="RULE", multiple=True, help="Not these: a rule, a topic or a pattern; can be repeated.")
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="The least severity that makes the exit status 1.  [default: error]",
)
BASELINE = click.option(
    "--baseline", type=place, metavar="FILE", help="Leave out the findings listed there; what is no longer found leaves the list."
)
UPDATE_BASELINE = click.option("--update-baseline", is_flag=True, help="Take up all that is found into the baseline.")
