"""An expression that is kept compiled finds what one compiled anew finds, and one that cannot be kept does too."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import patterns, toml
from factcheck.patterns import pattern

TEXT = "On 5 May, 1,200 people came; 40 left by\nSUNDAY."
EXPRESSIONS = [
    (r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+)", re.NOFLAG),
    (r"(\d{1,3}(?:,\d{3})+)|(?<=by\n)(?P<weekday>sunday)(?![a-z])", re.IGNORECASE),
    (r"^(?i:o)n|(.)(?=\.\Z)", re.MULTILINE),
    (r"c.*D", re.DOTALL),
]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep expressions in a folder of the test's own."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)
    monkeypatch.setattr(patterns, "_PLACE", tmp_path / "patterns")
    _forgotten()
    yield tmp_path / "patterns"
    _forgotten()


def _forgotten() -> None:
    for each in (patterns._kept, patterns._new):
        each.cache_clear()


def _next_run(place: Path) -> None:
    toml.keep(place, patterns._STAMP, patterns._kept() | patterns._new())
    _forgotten()


def _found(expression: re.Pattern[str]) -> list[tuple[object, ...]]:
    return [(match.span(), match.groups(), match.groupdict(), match.lastgroup) for match in expression.finditer(TEXT)]


@pytest.mark.parametrize(("text", "flags"), EXPRESSIONS)
def test_an_expression_finds_the_same_once_it_is_kept(
    place: Path, monkeypatch: pytest.MonkeyPatch, text: str, flags: re.RegexFlag
) -> None:
    plain = re.compile(text, flags)
    assert _found(pattern(text, flags)) == _found(plain)
    _next_run(place)
    monkeypatch.setattr(re, "compile", None)  # what is kept is not compiled again
    kept = pattern(text, flags)
    assert _found(kept) == _found(plain) != []
    assert (kept.pattern, kept.flags) == (plain.pattern, plain.flags)
    assert (kept.groups, kept.groupindex) == (plain.groups, plain.groupindex)


def test_code_that_is_none_is_made_anew(place: Path) -> None:
    text, flags = EXPRESSIONS[0]
    for code in (b"", b"odd", b"\xff" * 400):
        toml.keep(place, patterns._STAMP, {(text, int(flags)): (32, code, 2, {"day": 1, "month": 2}, (None, "day", "month"))})
        _forgotten()
        assert _found(pattern(text, flags)) == _found(re.compile(text, flags))


def test_what_another_python_has_kept_is_not_trusted(place: Path) -> None:
    toml.keep(place, (("another", 0, 0),), {(EXPRESSIONS[0][0], 0): "of another"})
    assert patterns._kept() == {}


def test_a_fault_in_an_expression_is_the_one_that_python_tells(place: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        pattern("(a").match("a")


def test_a_run_keeps_its_expressions_when_it_ends(tmp_path: Path) -> None:
    code = f"from pathlib import Path\nfrom factcheck import patterns\npatterns._PLACE = Path({str(tmp_path / 'kept')!r})\n"
    code += "assert patterns.pattern('a+').match('aa')\nprint(len(patterns._kept()))"
    keeps = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    runs = [subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=keeps) for _ in "12"]
    assert [run.stdout.strip() for run in runs] == ["0", "1"]
