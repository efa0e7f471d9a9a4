"""An expression that is kept compiled finds what one compiled anew finds, and one that cannot be kept does too."""

from __future__ import annotations

import ast
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]  # Python's own, of which no types are told

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source import trees

from factcheck import patterns, toml
from factcheck.patterns import openings, pattern

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
    for room, name in ((re, "compile"), (patterns, "_parts")):  # what is kept is not compiled again
        monkeypatch.setattr(room, name, None)
    kept = pattern(text, flags)
    assert _found(kept) == _found(plain) != []
    assert (kept.pattern, kept.flags) == (plain.pattern, plain.flags)
    assert (kept.groups, kept.groupindex) == (plain.groups, plain.groupindex)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        (r"\b(?:will|shall)\b", "sw"),
        (r"(?<!\w)(?:late |early )?(?:on )?(?:[Mm]ay|\d)", "0eloMm"),
        (r"(?=x)(?:a|b+|c{0,2}d)", "abcd"),
        (r"\b(?i:kin|so|Ice)", "kKsSiI"),
        (r"(?:,|–)? ?(?P<sum>[$€])", ",– $€"),
    ],
)
def test_what_a_match_can_begin_with_is_known_behind_what_takes_no_sign(text: str, signs: str) -> None:
    found = openings.of(parser.parse(text), re.compile(text).flags)
    assert found is not None
    told = re.compile("|".join(f"[{re.escape(chr(sign))}]" if str(kind) == "LITERAL" else r"\d" for kind, sign in found))
    assert all(map(told.fullmatch, signs))
    assert not told.fullmatch("z")


@pytest.mark.parametrize(
    "text", [r"\b", r"a*", r"(?:a|)b?", r".a", r"[^a]b", r"(a)?(?(1)b|c)", r"(?i:é)", r"(?a:\W)", r"(?i:[a-c])"]
)
def test_of_what_can_begin_with_anything_nothing_is_known(text: str) -> None:
    assert openings.of(parser.parse(text), re.compile(text).flags) is None


def test_letters_have_all_their_forms_where_case_is_none() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in string.ascii_letters:
        assert set(re.findall(f"(?i:{letter})", every)) <= set(openings._forms(letter))


@cache
def _every() -> list[str]:
    """Give the expressions of the package that are written out."""
    calls = (node for tree in trees().values() for node in ast.walk(tree) if isinstance(node, ast.Call))
    asked = (call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "pattern" and call.args)
    return [text.value for text in asked if isinstance(text, ast.Constant) and isinstance(text.value, str)]


@pytest.mark.xdist_group("source")
@given(st.data())
def test_an_expression_finds_the_same_though_its_beginning_is_told(data: st.DataObject) -> None:
    """The words of an expression make the texts in which it is looked for, so that it is often nearly there."""
    plain = re.compile(pattern(data.draw(st.sampled_from(_every()))).pattern)
    pieces = [*re.findall(r"[\w$€%]+", plain.pattern), " ", ", ", "-", ".", "12", "the", "\n"]
    text = "".join(data.draw(st.lists(st.sampled_from(pieces), max_size=12)))
    assert [match.span() for match in pattern(plain.pattern).finditer(text)] == [match.span() for match in plain.finditer(text)]


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
