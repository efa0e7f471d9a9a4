"""The command line: commands and their options, nothing else; what they do is imported when one is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import (
    BASELINE,
    CONFIG,
    ENCODING,
    FAIL_ON,
    FORMAT,
    FORMAT_OF_RULES,
    FORMAT_OF_TABLES,
    HOME,
    IGNORE,
    ISOLATED,
    JOBS,
    OUTPUT,
    PATHS,
    PUBLISHED,
    RULES,
    SELECT,
    UPDATE_BASELINE,
    place,
)
from factcheck.cli.statuses import Desk

if TYPE_CHECKING:
    from factcheck.commands.runs import Asked


def _asked(options: dict[str, Any]) -> Asked:
    """Take what every run is asked for out of a command's options."""
    from factcheck.commands.runs import Asked

    return Asked(**{name: options.pop(name) for name in [*options] if name in Asked.__annotations__})


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
  factcheck check --format html story.docx --output story.html --annotate story-checked.docx
  factcheck check --format github --format sarif=factcheck.sarif stories/
  factcheck check --baseline known.json --update-baseline stories/
"""
)
@PATHS
@FORMAT
@OUTPUT
@PUBLISHED
@ENCODING
@HOME
@JOBS
@CONFIG
@ISOLATED
@RULES
@SELECT
@IGNORE
@FAIL_ON
@BASELINE
@UPDATE_BASELINE
@click.option("--strict", is_flag=True, help="Show what may hold only as far as hedges, rounding and rates allow.")
@click.option("--annotate", type=place, metavar="OUT.docx", help="Write a copy of a Word document with the findings as comments.")
@click.option("-v", "--verbose", is_flag=True, help="Show what held, what was not checked, hedges and sources as well.")
def check(**options: Any) -> int:
    """Check stories: files, folders of them, or - for standard input."""
    from factcheck import commands

    return commands.check(_asked(options), **options)


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
@HOME
@JOBS
@CONFIG
@ISOLATED
def extract(**options: Any) -> int:
    """List the claims of stories.

    Each figure with what it can stand for, what it counts, whose, when, who says so and how surely.
    """
    from factcheck import commands

    return commands.extract(_asked(options))


@main.command(
    epilog="""\b
Examples:
  factcheck table casualties.csv
  factcheck table --format jsonl data/ > findings.jsonl
  factcheck table 'data/*.parquet' --fail-on never
  factcheck table data/ --suggest --output tables.toml
  factcheck table data/ --map tables.toml
  factcheck table --engine spark data/
"""
)
@PATHS
@FORMAT_OF_TABLES
@OUTPUT
@ENCODING
@RULES
@SELECT
@IGNORE
@FAIL_ON
@CONFIG
@ISOLATED
@BASELINE
@UPDATE_BASELINE
@click.option("--suggest", is_flag=True, help="Write what was bound as TOML, to commit, edit and give to --map.")
@click.option(
    "--engine",
    type=click.Choice(["duckdb", "spark"]),
    default="duckdb",
    show_default=True,
    help="What asks the rows; the report is the same.",
)
@click.option("--map", "map_", type=place, metavar="FILE", help="Check the relations of this file, and no others.")
@click.option("-v", "--verbose", is_flag=True, help="List every relation and column, bound or left alone.")
def table(**options: Any) -> int:
    """Check the rows of tables: CSV, TSV, JSONL (also with .gz) and Parquet files, folders of them, patterns, or -.

    What the columns are is found from their names and values; the rows confirm it. The summary says what was bound and what was
    left alone.
    """
    from factcheck import commands

    return commands.table(_asked(options), **options)


@main.command(
    epilog="""\b
Examples:
  factcheck rules
  factcheck rules --rules newsroom-rules/ --format json
"""
)
@RULES
@FORMAT_OF_RULES
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


@main.command(
    epilog="""\b
Examples:
  factcheck desk
  factcheck desk --rules newsroom-rules/ --port 8100
  factcheck desk --host 0.0.0.0 --token "$TOKEN"
"""
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(1, 65535), default=8099, show_default=True, help="The port to listen at.")
@click.option("--token", metavar="WORD", envvar="FACTCHECK_TOKEN", help="Wanted of every request; else FACTCHECK_TOKEN.")
@click.option(
    "--book", type=place, metavar="FILE", help="Where decisions are kept; else beside the first folder of rules, or here."
)
@JOBS
@RULES
def desk(**options: Any) -> int:
    """Open the editor's desk: a page to check a draft as it is written, and the service for other programs.

    The page is at http://127.0.0.1:8099/, the service's description at /v1/openapi.json. Nothing leaves this machine.
    """
    from factcheck import commands

    return commands.desk(**options)
