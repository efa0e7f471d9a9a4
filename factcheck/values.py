"""Frozen values: attrs' own, made and changed cheaply.

attrs writes and compiles the methods of each class when it is made, and half of that goes into comparing, hashing and showing it.
Those need no code of their own: they take the fields of a value all at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter, ge, gt, le, lt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attrs import evolve as evolve
    from attrs import frozen as frozen
else:
    import attrs

    def frozen(cls: type | None = None, *, eq: bool = True, order: bool = False, **options: Any) -> Any:
        """Make a class of frozen values as `attrs.frozen` does, with its options."""

        def make(cls: type) -> type:
            made = attrs.frozen(cls, eq=False, repr=False, **options)
            made.__repr__ = _shown
            return _compared(made, order) if eq else made

        return make if cls is None else make(cls)

    def evolve(value: Any, /, **changes: Any) -> Any:
        """Give a value with other fields, as `attrs.evolve` does."""
        names, fields = _given(value.__class__)
        return value.__class__(**dict(zip(names, fields(value), strict=True)) | changes)


_Fields = Callable[[object], tuple[object, ...]]


def _compared(cls: Any, order: bool) -> Any:
    """Let values of a class be compared by their fields and hashed."""
    fields = _taking([each.name for each in cls.__attrs_attrs__ if each.eq])

    def equal(self: object, other: object) -> bool:
        return self is other or fields(self) == fields(other) if other.__class__ is cls else NotImplemented

    cls.__eq__ = equal
    cls.__hash__ = lambda self: hash(fields(self))
    for compare in (lt, le, gt, ge) if order else ():
        setattr(cls, f"__{compare.__name__}__", _ordered(cls, fields, compare))
    return cls


def _ordered(cls: type, fields: _Fields, compare: Callable[[Any, Any], bool]) -> Callable[[object, object], bool]:
    return lambda self, other: compare(fields(self), fields(other)) if other.__class__ is cls else NotImplemented


@cache
def _given(cls: Any) -> tuple[list[str], _Fields]:
    """Give the names under which a class is given its fields, and what takes these of a value."""
    given = [each for each in cls.__attrs_attrs__ if each.init]
    return [each.alias for each in given], _taking([each.name for each in given])


def _taking(names: list[str]) -> _Fields:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _shown(self: Any) -> str:
    fields = (f"{each.name}={getattr(self, each.name)!r}" for each in self.__attrs_attrs__ if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(fields)})"
