"""A checker for figures: a story goes in, what cannot be true together comes out.

The public names are found when they are first asked for, so that ``import factcheck`` costs next to nothing.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.check import check, extract
    from factcheck.claims import Claim
    from factcheck.document import Document
    from factcheck.findings import Finding
    from factcheck.report import Report
    from factcheck.rules import load as load_rules
    from factcheck.tables.batches import check_batches

    __version__: str

__all__ = ["Claim", "Document", "Finding", "Report", "check", "check_batches", "extract", "load_rules"]

_HOMES = {
    "Claim": ("claims", "Claim"),
    "Document": ("document", "Document"),
    "Finding": ("findings", "Finding"),
    "Report": ("report", "Report"),
    "check": ("check", "check"),
    "check_batches": ("tables.batches", "check_batches"),
    "extract": ("check", "extract"),
    "load_rules": ("rules", "load"),
    "__version__": ("version", "version"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    found = getattr(importlib.import_module(f"{__name__}.{module}"), attribute)
    globals()[name] = found() if name == "__version__" else found
    return globals()[name]


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})


class _Package(type(sys)):  # type: ignore[misc]  # mypy has no name for the class of modules without `types`
    """`factcheck.check` is the function, though a module of that name is imported beneath it."""

    def __setattr__(self, name: str, value: object) -> None:
        if name == "check" and isinstance(value, type(sys)):
            value = value.check
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
