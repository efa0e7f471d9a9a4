"""The package's own source: every module, parsed once for all that judge it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import factcheck

PACKAGE = Path(factcheck.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))


@cache
def trees() -> dict[Path, ast.Module]:
    """Give the trees of all modules by their paths below the package."""
    return {path.relative_to(PACKAGE): ast.parse(path.read_text("utf-8")) for path in FILES}
