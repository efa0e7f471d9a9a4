"""Each room of the house: what lies in one folder is alike, and everything says what it is for."""

from __future__ import annotations

import ast
import doctest
import inspect
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import FunctionType, ModuleType
from typing import cast

import pytest
from source import FILES, PACKAGE, trees

from factcheck import mentions, relations, writers
from factcheck.rules import forms
from factcheck.rules.patterns import DIMENSIONS as DIMENSION_OF_KIND
from factcheck.story import kinds

pytestmark = pytest.mark.xdist_group("source")  # who parses the package can do all with it
DIMENSIONS = {*DIMENSION_OF_KIND.values(), "claim"}
LONGEST = 250
SIGNS = {"+", "*"}
"""Signs that join many claims in any order."""
VAGUE = {"utils", "util", "helpers", "helper", "base", "manager", "managers", "core", "models", "services", "common", "misc"}


def members(folder: str) -> list[str]:
    """Give the dotted names of a folder's modules."""
    inside = (path for path in (PACKAGE / folder).iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file())
    return sorted(f"factcheck.{folder}.{path.stem}" for path in inside if path.stem != "__init__")


def parameters(module: ModuleType, function: str) -> tuple[str, ...]:
    """Give the names of a function's parameters; the function must be the module's own."""
    found = getattr(module, function, None)
    assert isinstance(found, FunctionType), f"{module.__name__} has no {function}"
    assert found.__module__ == module.__name__
    return tuple(inspect.signature(found).parameters)


# --- members are alike


@pytest.mark.parametrize("name", members("mentions"))
def test_a_kind_of_mention_says_its_name_its_rank_its_anchors_and_how_it_reads(name: str) -> None:
    module = import_module(name)
    assert type(module.PRIORITY) is int
    assert parameters(module, "anchors") == ()
    if module.PRIORITY < mentions.CUES:
        assert parameters(module, "read") == ("text", "start", "stop", "numeral")
    else:
        assert isinstance(module.anchors(), Mapping)
        assert not hasattr(module, "read")
    anchors = list(module.anchors())
    assert anchors
    assert all(isinstance(anchor, str) and anchor for anchor in anchors)


def test_kinds_of_mentions_have_names_of_their_own() -> None:
    names = [kind.KIND for kind in mentions.kinds()]
    assert len(names) == len(set(names)) == len(members("mentions"))


def test_figures_have_the_kinds_that_rules_know() -> None:
    figures = {kind.KIND for kind in mentions.kinds() if kind.PRIORITY < mentions.CUES}
    assert figures - {"label", "address"} <= set(forms.KINDS)


@pytest.mark.parametrize("name", members("readers"))
def test_a_reader_says_its_suffixes_and_how_it_reads(name: str) -> None:
    module = import_module(name)
    assert module.SUFFIXES
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in module.SUFFIXES)
    assert parameters(module, "read") == ("stream", "path", "encoding")


def test_no_suffix_has_two_readers() -> None:
    suffixes = [suffix for name in members("readers") for suffix in import_module(name).SUFFIXES]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("name", members("writers"))
def test_a_writer_says_its_name_its_encoding_and_how_it_writes(name: str) -> None:
    module = import_module(name)
    assert writers.formats()[module.NAME] is module
    assert module.ENCODING in (None, "utf-8")
    assert parameters(module, "write") == ("reports", "stream", "options")


@pytest.mark.parametrize("name", sorted(relations.words()))
def test_a_word_of_holds_keeps_the_protocol(name: str) -> None:
    word = import_module(f"factcheck.relations.{name}")
    if isinstance(word, relations.JoiningWord):
        assert word.JOINS in SIGNS
        return
    assert isinstance(word, relations.Word)
    assert set(word.TAKES) <= set(DIMENSIONS)
    assert word.GIVES in {*DIMENSIONS, "verdict"}
    assert all(0 <= place < len(word.TAKES) for place in word.USES)
    taken = parameters(word, "evaluate")
    assert (len(taken), taken[-1]) == (len(word.TAKES) + 1, "context")


@pytest.mark.parametrize("name", sorted(relations.words()))
def test_a_word_of_holds_shows_itself_at_work(name: str) -> None:
    result = doctest.testmod(import_module(f"factcheck.relations.{name}"))
    assert result.attempted > 0
    assert result.failed == 0


def test_a_kind_of_link_is_one_that_rules_may_ask_for() -> None:
    assert {kind.KIND for kind in kinds()} == set(forms.LINKS)
    assert {parameters(cast("ModuleType", kind), "find") for kind in kinds()} == {("lines", "figures", "links")}


def test_every_module_of_the_story_is_a_kind_of_link_or_what_they_give() -> None:
    found = [path.relative_to(PACKAGE).with_suffix("") for path in (PACKAGE / "story").rglob("*.py") if path.stem != "__init__"]
    names = {f"factcheck.{'.'.join(path.parts)}" for path in found}
    assert names - {cast("ModuleType", kind).__name__ for kind in kinds()} == {"factcheck.story.links"}


# --- everything says what it is for


def test_every_module_and_all_that_is_public_in_it_say_what_they_are_for() -> None:
    assert [path for path, tree in trees().items() if not ast.get_docstring(tree)] == []
    assert [(path, name) for path, tree in trees().items() for name, node in public(tree) if not ast.get_docstring(node)] == []


def public(node: ast.AST, within: str = "") -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]]:
    """Give the public functions and classes, and the public methods of these."""
    for below in ast.iter_child_nodes(node):
        if isinstance(below, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not below.name.startswith("_"):
            yield f"{within}{below.name}", below
            if isinstance(below, ast.ClassDef):
                yield from public(below, f"{below.name}.")


def test_every_module_is_short() -> None:
    lengths = {str(path.relative_to(PACKAGE)): len(path.read_text("utf-8").splitlines()) for path in FILES}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_name_says_nothing() -> None:
    names = {part.lower().removesuffix(".py") for path in FILES for part in path.relative_to(PACKAGE).parts}
    assert names & VAGUE == set()
