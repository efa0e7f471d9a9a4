"""Examples as pytest's own nodes: a file of them, and one test for each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.rules.files import RuleError
from factcheck.testing.cases import Case, cases


class ExampleError(AssertionError):
    """An example that fails; its message says what was expected and what was got."""


class ExampleFile(pytest.File):
    """A rule file, or one of the lexicon."""

    def __init__(self, *, folder: Path, **above: Any) -> None:
        super().__init__(**above)
        self.folder = folder

    def collect(self) -> Iterator[ExampleItem]:
        """Give a test for each example; a broken rule is an error of the collection."""
        try:
            found = _cases(self.folder)
        except RuleError as error:
            raise self.CollectError(str(error)) from None
        for case in found:
            if case.path.resolve() == self.path.resolve():
                yield ExampleItem.from_parent(self, name=case.label, case=case)


class ExampleItem(pytest.Item):
    """One example."""

    def __init__(self, *, case: Case, **above: Any) -> None:
        super().__init__(**above)
        self.case = case

    def runtest(self) -> None:
        """Try it; without a library that it needs it is skipped, with the reason."""
        if self.case.lacking:
            pytest.skip(self.case.lacking)
        if problem := self.case.problem():
            raise ExampleError(problem)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what was expected and got, and no trace of this code."""
        if isinstance(excinfo.value, ExampleError):
            return f"{self.path}:{self.case.line}: {self.name}: {excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """Give the place in the file."""
        return self.path, self.case.line - 1, self.name


@cache
def _cases(folder: Path) -> tuple[Case, ...]:
    return tuple(cases(folder))
