"""What a command loads: a start stays cheap because nothing heavy is imported before it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import lexicon

CLEAN = """Council opens a second library

The council opened its second library on Main Street. The building has 12 rooms, the mayor said.
"""
SPY = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
"""


def loaded(code: str, *arguments: str) -> set[str]:
    """Run Python; give the modules that it had loaded at the end."""
    keeps = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run([sys.executable, "-c", SPY + code, *arguments], capture_output=True, check=False, text=True, env=keeps)
    return set(done.stderr.split())


def command(*arguments: str) -> set[str]:
    return loaded("from factcheck.cli import main\nmain(prog_name='factcheck')", *arguments)


@pytest.fixture
def clean(tmp_path: Path) -> str:
    story = tmp_path / "story.txt"
    story.write_text(CLEAN, "utf-8")
    return str(story)


def test_help_loads_click_and_little_else() -> None:
    modules = command("--help")
    assert modules & {"attr", "rich", "pint", "currency_converter", "json", "tomllib"} == set()
    assert {module for module in modules if module.partition(".")[0] == "factcheck"} == {
        "factcheck",
        *(f"factcheck.{name}" for name in ("cli", "cli.options", "cli.statuses")),
    }


@pytest.mark.parametrize("format_", ["console", "json", "jsonl"])
def test_a_clean_article_needs_neither_rich_nor_pint_nor_rates(clean: str, format_: str) -> None:
    modules = command("check", clean, "--format", format_)
    assert "factcheck.report" in modules
    assert modules & {"rich", "pint", "currency_converter"} == set()


@pytest.mark.skipif(not os.access(lexicon.FOLDER, os.W_OK), reason="nothing can be kept in a folder that is read-only")
def test_lexicon_and_rules_are_parsed_once_and_kept(clean: str) -> None:
    command("check", clean)
    assert "tomllib" not in command("check", clean)


def test_jsonl_never_needs_rich(clean: str) -> None:
    assert "rich" not in command("extract", clean, "--format", "jsonl")


def test_the_package_itself_loads_nothing() -> None:
    assert {module for module in loaded("import factcheck") if module.startswith("factcheck")} == {"factcheck"}


def test_the_public_names_are_there() -> None:
    code = "import factcheck\nfor name in factcheck.__all__: assert callable(getattr(factcheck, name)) and name in dir(factcheck)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_check_stays_a_function_when_its_module_is_imported_first() -> None:
    code = "import factcheck.check\nfrom factcheck import check\nassert check is factcheck.check\nassert callable(check)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    code = "import factcheck\nfactcheck.chekc"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert "AttributeError: module 'factcheck' has no attribute 'chekc'" in done.stderr
