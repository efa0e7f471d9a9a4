r"""Regular expressions that are compiled when they are first used, and kept compiled for the next start.

What an expression says of grammar stands in it; its content words stand in the lexicon, and a slot asks for them:

    pattern(r"\b<<decisions>> (?:on|in) \Z")      any of the words of the entry ``decisions`` of `lexicon/turns.toml`
    pattern(r"\b<<grammar: above>> \Z")           any of the words of an entry of another file
    pattern(r"\bon <<calendar: weekday>>")        any of the ``names`` of the entries of `calendar.toml` with a ``weekday``
    pattern(r"\bof <<definite>> \Z")              any function word of a class of `lexicon/function_words.py`
    pattern(r"\b<<Definite>> [a-z]+")             the same, at the start of a sentence too

A story uses a third of them, and compiling those took a quarter of a start. What Python's own compiler makes of an expression is
kept as the lexicon's tables are (`toml`), for this version of Python alone. It is told all signs that a match can begin with
(`patterns.openings`); the compiler itself looks for them only where one begins it: behind ``\b`` it would try every place.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from factcheck import lexicon, toml
from factcheck.lexicon.function_words import CLASSES

_OFFERED = ("match", "fullmatch", "search", "finditer", "findall", "sub", "split", "flags", "groups", "groupindex", "pattern")
_SLOT = re.compile(r"<<(?:([a-z]+): )?([A-Za-z][a-z-]*)>>")
_PLACE = Path(__file__)
_STAMP: toml.Stamp = ((sys.version, 2, 0),)
"""The Python whose code is kept, and which way of making it: raise the number with a change of that."""
_SKIP, _MASK = 1, 2
"""Where the code tells how long its opening is, and whether that tells what a match begins with."""
_MOST = 2_000
"""Expressions that are kept; beyond it most are of texts that have changed since, and all are made anew."""
_Kept = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, the number of groups, and their names: what makes an expression but its text."""


def pattern(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Give an expression that can do what one of `re.compile` can; once used, it raises `KeyError` for an unknown slot.

    Its matches tell another `re`: the compiled one.
    """
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Compiled:
    """An expression once it is compiled: what the compiled one offers is its own, and is found without a detour."""

    __slots__ = ("_flags", "_text", *_OFFERED)


class _Pattern(_Compiled):
    """An expression not yet compiled; once it is, it is of the other class, which asks nothing before it gives a method."""

    __slots__ = ()

    def __init__(self, text: str, flags: re.RegexFlag) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        text = _SLOT.sub(_words, self._text) if "<<" in self._text else self._text
        if name == "pattern":
            return text
        compiled = _compiled(text, int(self._flags))
        for offered in _OFFERED:
            setattr(self, offered, getattr(compiled, offered))
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(compiled, name)


def _words(slot: re.Match[str]) -> str:
    """Give an expression for the words that a slot asks for; a name with a capital asks for them with one, too."""
    file, name = slot.groups()
    words = lexicon.alternatives(_asked_for(file, name.lower()))
    return f"(?:{'|'.join(map(_either_case, words.split('|'))) if name[0].isupper() else words})"


def _asked_for(file: str | None, name: str) -> Iterable[str]:
    if file is None:
        return CLASSES[name] if name in CLASSES else lexicon.words("turns", name)
    entries = lexicon.entries(file)
    if "words" in entries.get(name, ()):
        return cast("list[str]", entries[name]["words"])
    return (word for fields in entries.values() if name in fields for word in fields["names"])


def _either_case(word: str) -> str:
    return f"[{word[0].upper()}{word[0]}]{word[1:]}"


def _compiled(text: str, flags: int) -> re.Pattern[str]:
    """Take an expression from what is kept, or compile it; Python looks the code over before it runs it."""
    with suppress(KeyError, RuntimeError, TypeError, ValueError):
        return _made(text, _kept()[text, flags])
    with suppress(
        ImportError, AttributeError, TypeError, OverflowError, RuntimeError
    ):  # no other Python promises to be like this
        parts = _parts(text, flags)
        compiled = _made(text, parts)
        _new()[text, flags] = parts
        return compiled
    return re.compile(text, flags)


def _made(text: str, parts: _Kept) -> re.Pattern[str]:
    told, code, *rest = parts
    return cast("re.Pattern[str]", _machine().compile(text, told, memoryview(code).cast("I").tolist(), *rest))


def _parts(text: str, flags: int) -> _Kept:
    """Give what makes an expression; its code begins with all signs that a match can begin with, where these are known."""
    from factcheck.patterns import openings

    compiler, parser = import_module("re._compiler"), import_module("re._parser")
    parsed = parser.parse(text, flags)
    flags |= parsed.state.flags
    code = compiler._code(parsed, flags)
    signs = None if code[_MASK] else openings.of(parsed, flags)
    if signs is not None:
        first = parser.SubPattern(parsed.state, [(compiler.IN, signs)])
        first.width = parsed.getwidth()
        leading: list[int] = []
        compiler._compile_info(leading, first, flags & ~re.IGNORECASE)
        code = [*leading, *code[code[_SKIP] + 1 :]]
    names = {number: name for name, number in parsed.state.groupdict.items()}
    numbered = (*map(names.get, range(parsed.state.groups)),)
    return (
        flags,
        b"".join(word.to_bytes(4, sys.byteorder) for word in code),
        len(numbered) - 1,
        dict(parsed.state.groupdict),
        numbered,
    )


@cache
def _machine() -> Any:
    return import_module("_sre")


@cache
def _kept() -> dict[tuple[str, int], _Kept]:
    return toml.kept(_PLACE, _STAMP, dict)


@cache
def _new() -> dict[tuple[str, int], _Kept]:
    """Give the expressions that were not kept; they are from the end of the run on."""
    import atexit

    new: dict[tuple[str, int], _Kept] = {}
    atexit.register(lambda: toml.keep(_PLACE, _STAMP, new if len(_kept()) > _MOST else _kept() | new))
    return new
