r"""Regular expressions that are compiled when they are first used: a story uses a third of them, and compiling costs the most.

What an expression says of grammar stands in it; its content words stand in the lexicon, and a slot asks for them:

    pattern(r"\b<<decisions>> (?:on|in) \Z")      any of the words of the entry ``decisions`` of `lexicon/turns.toml`
"""

from __future__ import annotations

import re
from typing import Any, cast

from factcheck import lexicon

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "split")
_SLOT = re.compile(r"<<([a-z-]+)>>")


def pattern(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Give an expression that can do what one of `re.compile` can; once used, it raises `KeyError` for an unknown slot."""
    return cast("re.Pattern[str]", _Pattern(text, flags))


def _words(slot: re.Match[str]) -> str:
    return f"(?:{lexicon.alternatives(lexicon.words('turns', slot[1]))})"


class _Pattern:
    """An expression not yet compiled; once it is, the compiled one's methods are its own, and cost no detour."""

    def __init__(self, text: str, flags: re.RegexFlag) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(_SLOT.sub(_words, self._text), self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)
