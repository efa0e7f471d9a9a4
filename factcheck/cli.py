"""The command line: commands and their options, nothing else; what they do is imported when one is called."""

from __future__ import annotations

import contextlib
import sys
from typing import Any

import click

from factcheck.options import ENCODING, FAIL_ON, FORMAT, IGNORE, OUTPUT, PATHS, PUBLISHED, RULES, SELECT

INTERRUPTED = 130  # what a shell reports for a program that Ctrl-C ended: 128 and the signal's number, 2
PIPE_CLOSED = 141  # the same for a reader that went away: SIGPIPE is 13


class Desk(click.Group):
    """A group whose every error is one line on standard error, and exit status 2."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command and leave with its exit status."""
        leave = options.pop("standalone_mode", True)
        options["standalone_mode"] = False  # else click would leave first, and in its own words
        if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")  # what a terminal lacks is shown as "?", and stops nothing
        try:
            status = super().main(*args, **options)
            if sys.stdout is not None:
                sys.stdout.flush()
        except click.ClickException as error:
            status = _complained(_line(error))
        except click.Abort:
            status = INTERRUPTED
        except BrokenPipeError:  # a reader that stops reading (``| head``) is no error
            _let_go()
            status = PIPE_CLOSED
        except OSError as error:
            status = _complained(": ".join(filter(None, (error.filename, error.strerror or str(error)))))
            _let_go()
        if leave:
            sys.exit(status)
        return status

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that stops reading (``| head``) is no error. Click would end with 1 for it."""
        try:
            status = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
        except BrokenPipeError:
            _let_go()
            return PIPE_CLOSED
        return status


def _complained(line: str) -> int:
    """Say what went wrong, if anybody can hear it."""
    with contextlib.suppress(OSError):
        click.echo(line, err=True)
    return 2


def _line(error: click.ClickException) -> str:
    message = error.format_message()
    if not isinstance(error, click.UsageError):
        return message
    hint = f" (see {error.ctx.command_path} --help)" if error.ctx else ""
    return f"factcheck: {' '.join(message.split())}{hint}"


def _let_go() -> None:
    """Point standard output at nothing, so that Python's own flush at exit has nothing to complain of."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        import factcheck

        click.echo(f"factcheck {factcheck.__version__}")
        ctx.exit()


@click.group(
    cls=Desk,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  factcheck check story.txt
  factcheck check --help
""",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and leave.")
def main() -> None:
    """Check the figures of news stories: what cannot be true together, the calculation, and every hedge.

    Exit status: 0 nothing found at the level of --fail-on, 1 something found there, 2 the run itself failed somewhere.
    """


@main.command(
    epilog="""\b
Examples:
  factcheck check story.txt
  factcheck check --published 2025-04-30 --format jsonl stories/ > reports.jsonl
  factcheck check --select money --ignore 'calendar/*' story.txt
  cat story.txt | factcheck check -
"""
)
@PATHS
@FORMAT
@OUTPUT
@PUBLISHED
@ENCODING
@RULES
@SELECT
@IGNORE
@FAIL_ON
@click.option("-v", "--verbose", is_flag=True, help="Show what held, what was not checked, hedges and sources as well.")
def check(**options: Any) -> int:
    """Check stories: files, folders of them, or - for standard input."""
    from factcheck import commands

    return commands.check(**options)


@main.command(
    epilog="""\b
Examples:
  factcheck extract story.txt
  factcheck extract --format jsonl stories/*.txt --output claims.jsonl
"""
)
@PATHS
@FORMAT
@OUTPUT
@PUBLISHED
@ENCODING
def extract(**options: Any) -> int:
    """List the claims of stories.

    Each figure with what it can stand for, what it counts, whose, when, who says so and how surely.
    """
    from factcheck import commands

    return commands.extract(**options)


@main.command(
    epilog="""\b
Examples:
  factcheck table casualties.csv
  factcheck table --format jsonl data/ > findings.jsonl
  factcheck table 'data/*.parquet' --fail-on never
  factcheck table data/ --suggest --output tables.toml
  factcheck table data/ --map tables.toml
"""
)
@PATHS
@FORMAT
@OUTPUT
@ENCODING
@RULES
@SELECT
@IGNORE
@FAIL_ON
@click.option("--suggest", is_flag=True, help="Write what was bound as TOML, to commit, edit and give to --map.")
@click.option("--map", "map_", metavar="FILE", help="Check the relations of this file, and no others.")
@click.option("-v", "--verbose", is_flag=True, help="List every relation and column, bound or left alone.")
def table(**options: Any) -> int:
    """Check the rows of tables: CSV, TSV, JSONL and Parquet files, folders of them, or patterns.

    What the columns are is found from their names and values; the rows confirm it. The summary says what was bound and what was
    left alone.
    """
    from factcheck import commands

    return commands.table(**options)


@main.command(
    epilog="""\b
Examples:
  factcheck rules
  factcheck rules --rules newsroom-rules/ --format json
"""
)
@RULES
@click.option("--format", "format_", type=click.Choice(["console", "json"]), default="console", show_default=True)
def rules(**options: Any) -> int:
    """List the rules: name, severity, title."""
    from factcheck import commands

    return commands.rules(**options)


@main.command(
    epilog="""\b
Examples:
  factcheck explain money/conversion-off-rate
"""
)
@click.argument("rule")
@RULES
def explain(**options: Any) -> int:
    """Explain a rule, with examples.

    What it says and why, what it compares, what it finds and what it leaves alone.
    """
    from factcheck import commands

    return commands.explain(**options)


@main.command(
    epilog="""\b
Examples:
  factcheck test
  factcheck test newsroom-rules/
"""
)
@click.argument("folder", metavar="[DIR]", required=False)
def test(**options: Any) -> int:
    """Run the examples in a folder of rules.

    Without DIR, those of the bundled rules and of the lexicon.
    """
    from factcheck import commands

    return commands.test(**options)
