"""Frozen values: attrs' own, made and changed cheaply.

attrs writes and compiles the methods of each class when it is made, and half of that goes into comparing, hashing and showing it.
Those need no code of their own: they take the fields of a value all at once.

To set a field of a frozen value takes five times as long as to set one of a value that is not. So a value of many fields is of an
open class while it is made, and of its own, which is frozen, from then on.
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
            made = (_shut if _has_many_fields(cls) and not options else attrs.frozen)(cls, eq=False, repr=False, **options)
            made.__repr__ = _shown
            return _compared(made, order) if eq else made

        return make if cls is None else make(cls)

    def _shut(cls: Any, **options: Any) -> type:
        """Make a class whose values are open while they are made, and frozen from then on."""
        cls.__attrs_pre_init__, cls.__attrs_post_init__ = _open, _close
        made = attrs.define(cls, on_setattr=attrs.setters.NO_OP, **options)
        made.__setattr__ = made.__delattr__ = _refuse
        return made

    def _refuse(self: object, name: str, value: object = None) -> None:
        raise attrs.exceptions.FrozenInstanceError

    def evolve(value: Any, /, **changes: Any) -> Any:
        """Give a value with other fields, as `attrs.evolve` does."""
        places, fields = _given(value.__class__)
        given = [*fields(value)]
        for name, field in changes.items():
            if name not in places:
                raise TypeError(f"{value.__class__.__name__} takes no {name!r}")
            given[places[name]] = field
        return value.__class__(*given)


_set = object.__setattr__
_MANY = 8
"""Fields from which on it pays to open a value."""


def _has_many_fields(cls: type) -> bool:
    stands_alone = cls.__bases__ == (object,) and not hasattr(cls, "__attrs_post_init__")
    return stands_alone and len(getattr(cls, "__annotations__", ())) >= _MANY


def _open(self: Any) -> None:
    _set(self, "__class__", _opened(self.__class__))


def _close(self: Any) -> None:
    self.__class__ = self.__class__.__base__


@cache
def _opened(cls: type) -> type:
    """Give the class of a value that is being made; it looks like its own in memory, and lets its fields be set."""
    free = {"__slots__": (), "__setattr__": _set, "__delattr__": object.__delattr__}
    return type(cls.__name__, (cls,), free)


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
def _given(cls: Any) -> tuple[dict[str, int], _Fields]:
    """Give the names under which a class is given its fields, each with its place, and what takes these of a value."""
    given = [each for each in cls.__attrs_attrs__ if each.init]
    return {each.alias: at for at, each in enumerate(given)}, _taking([each.name for each in given])


def _taking(names: list[str]) -> _Fields:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _shown(self: Any) -> str:
    fields = (f"{each.name}={getattr(self, each.name)!r}" for each in self.__attrs_attrs__ if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(fields)})"
