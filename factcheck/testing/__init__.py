"""Every example in a rule or lexicon file is a test: for pytest as a plug-in, and for `factcheck test`.

The plug-in collects nothing without ``--factcheck DIR``, a folder of rules or of the lexicon; a newsroom tests its own rules
so. It is loaded with every run of pytest where the package is installed, hence imports nothing before it is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from factcheck.testing.cases import ExampleResult
    from factcheck.testing.items import ExampleFile


def run(folder: Path) -> Iterator[ExampleResult]:
    """Try each example of a folder of rules or of the lexicon, in the order of the files.

    Raises:
        RuleError: a rule is broken.

    """
    from factcheck.testing import cases

    return cases.run(folder)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the option."""
    parser.getgroup("factcheck").addoption(
        "--factcheck", metavar="DIR", action="append", default=[], help="test the examples of a folder of rules or of the lexicon"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Have the folders collected, unless a path that was asked for meets them anyway."""
    for folder in _folders(config):
        if not folder.is_dir():
            import pytest

            raise pytest.UsageError(f"--factcheck: there is no folder {folder}")
        asked = [_absolute(config, path.partition("::")[0]) for path in config.args]
        if not any(path.is_relative_to(folder) or folder.is_relative_to(path) for path in asked):
            config.args.append(str(folder))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ExampleFile | None:
    """Collect a file of examples."""
    folder = next((folder for folder in _folders(parent.config) if file_path.is_relative_to(folder)), None)
    if folder is None or file_path.suffix != ".toml":
        return None
    from factcheck.testing.items import ExampleFile

    return ExampleFile.from_parent(parent, path=file_path, folder=folder)


def _folders(config: pytest.Config) -> list[Path]:
    return [_absolute(config, folder) for folder in config.getoption("--factcheck")]


def _absolute(config: pytest.Config, path: str) -> Path:
    return (config.invocation_params.dir / path).resolve()
