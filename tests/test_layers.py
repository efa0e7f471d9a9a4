"""Who may import whom: the way of the data runs one way, and what stands beside it knows nothing of it.

Every module of the package has a place here; a new one must be given its place, which is the time to think of it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter

import pytest
from source import trees

pytestmark = pytest.mark.xdist_group("source")  # who parses the package can do all with it

LEAVES = (
    *(
        "toml",
        "values",
        "extras",
        "lexicon",
        "patterns",
        "intervals",
        "manners",
        "units",
        "numerals",
        "days",
        "rates",
        "faults",
    ),
    *("processes", "operands", "relations", "expressions", "consistency", "disk", "version"),
)
"""What knows nothing of stories; each imports only those before it."""
LINE = (
    *("document", "layout", "markdown", "webpages", "manuscripts", "proofs", "readers"),
    *("sentences", "mentions", "quantities", "claims", "grounds", "story"),
    "rules",
    *("constraints", "verdicts", "joint", "findings", "report"),
    *("writers", "check", "tables", "__init__"),
)
"""The way of the data, from path to what is written; each imports leaves and those before it. Rules join it half way."""
COMMANDS = ("testing", "desk", "commands", "cli", "__main__")
"""What people start; it may import all of the line."""

ORDER = (*LEAVES, *LINE, *COMMANDS)
OUTSIDE = {
    "pint": {"units"},
    "currency_converter": {"rates"},
    "rich": {"writers.console", "commands.progress"},
    "click": {"cli", "commands"},
    "markdown_it": {"markdown"},
    "pypdf": {"proofs.pages"},
    "docx": {"manuscripts.comments"},
    "jinja2": {"writers.web", "desk"},
    "starlette": {"desk"},
    "uvicorn": {"desk"},
    "duckdb": {"tables.engines.duck"},
    "pyarrow": {"tables.engines"},
    "pyspark": {"tables.engines.spark"},
    "pytest": {"testing"},
}
"""Libraries that only some modules may import; ``attrs`` is for all."""


@cache
def modules() -> dict[str, ast.Module]:
    """Give the package's modules, each by its dotted name below the package."""
    found = {}
    for path, tree in trees().items():
        parts = path.with_suffix("").parts
        name = ".".join(parts[:-1]) if parts[-1] == "__init__" and parts[1:] else ".".join(parts)
        found[name] = tree
    return found


@cache
def imports(name: str, *, at_run_time: bool = False) -> tuple[str, ...]:
    """Give what a module imports, dotted; without what is only there for the type checker, if so asked."""
    return tuple(dotted for node in _imports(modules()[name], at_run_time) for dotted in _named(node, name))


def _imports(node: ast.AST, at_run_time: bool) -> Iterator[ast.Import | ast.ImportFrom]:
    """Find the imports among statements, at any depth; no expression holds one."""
    for below in ast.iter_child_nodes(node):
        if isinstance(below, ast.Import | ast.ImportFrom):
            yield below
        elif isinstance(below, ast.stmt | ast.ExceptHandler | ast.match_case) and not (at_run_time and _is_for_types(below)):
            yield from _imports(below, at_run_time)


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _named(node: ast.Import | ast.ImportFrom, name: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    assert node.level == 0, f"{name} imports by dots; say where from"
    for alias in node.names:
        dotted = f"{node.module}.{alias.name}"
        yield dotted if dotted.removeprefix("factcheck.") in modules() else node.module or ""


def own(name: str) -> set[str]:
    """Give the modules of the package that a module imports."""
    inside = (found.partition(".")[2] or "__init__" for found in imports(name) if found.partition(".")[0] == "factcheck")
    return set(inside) - {name}


def place(name: str) -> str:
    """Give the module or folder that stands in the order."""
    return name.partition(".")[0]


def test_every_module_has_one_place_and_every_place_a_module() -> None:
    assert sorted(ORDER) == sorted({place(name) for name in modules()})


def test_imports_point_backwards() -> None:
    assert [(name, found) for name in modules() for found in own(name) if place(found) not in before(place(name))] == []


def before(room: str) -> set[str]:
    """Give the rooms that a room may import, itself among them."""
    allowed = LEAVES if room in LEAVES else ORDER
    return {*allowed[: allowed.index(room) + 1]}


def test_no_modules_import_each_other_in_a_ring() -> None:
    order = [*TopologicalSorter({name: own(name) for name in modules()}).static_order()]
    assert set(order) == set(modules())


@pytest.mark.parametrize("library", OUTSIDE)
def test_a_library_has_few_importers(library: str) -> None:
    users = {name for name in modules() if any(found.partition(".")[0] == library for found in imports(name, at_run_time=True))}
    strangers = {name for name in users if not any(f"{name}.".startswith(f"{room}.") for room in OUTSIDE[library])}
    assert (strangers, bool(users)) == (set(), True)


def test_a_mention_of_one_kind_knows_nothing_of_the_others() -> None:
    shared: set[str] = set()
    kinds = [name for name in modules() if name.startswith("mentions.")]
    assert {found for name in kinds for found in own(name) if found.startswith("mentions.")} <= shared


def test_values_are_made_by_values() -> None:
    costly = {name for name in modules() if {"frozen", "evolve"} & set(_names_from(modules()[name], "attrs"))}
    assert costly == {"values", "expressions.tree"}  # a tree keeps its hash, which attrs alone can do


def _names_from(tree: ast.Module, library: str) -> Iterator[str]:
    froms = (node for node in _imports(tree, at_run_time=False) if isinstance(node, ast.ImportFrom) and node.module == library)
    return (alias.name for node in froms for alias in node.names)
