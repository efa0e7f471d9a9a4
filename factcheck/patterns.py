"""Regular expressions that are compiled when they are first used: a story uses a third of them, and compiling costs the most."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "split")


def pattern(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Give an expression that can do what one of `re.compile` can."""
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    """An expression not yet compiled; once it is, the compiled one's methods are its own, and cost no detour."""

    def __init__(self, text: str, flags: re.RegexFlag) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._text, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)
