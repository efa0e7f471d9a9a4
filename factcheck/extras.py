"""What only an extra brings: which of its libraries are not installed, and how to get them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec

MODULES: Mapping[str, tuple[str, ...]] = {
    "data": ("duckdb", "pyarrow"),
    "desk": ("starlette", "uvicorn", "jinja2"),
    "docx": ("docx",),
    "pdf": ("pypdf",),
    "spark": ("duckdb", "pyarrow", "pandas", "pyspark"),
}
"""The modules of each extra that the package imports."""
_LIBRARIES = {"docx": "python-docx"}
"""Libraries whose module has another name."""


def lacking(what: str, extra: str) -> str | None:
    """Say in one line what is missing for ``what``, and how to install it; None where nothing is missing."""
    missing = [_LIBRARIES.get(module, module) for module in MODULES[extra] if find_spec(module) is None]
    return (
        f"{what} needs the extra {extra} (missing: {', '.join(missing)}): pip install 'factcheck[{extra}]'" if missing else None
    )
