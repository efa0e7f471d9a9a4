"""Values are made more cheaply than attrs makes them, and behave as attrs' do."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest
from attrs import field

from factcheck.values import evolve, frozen


@frozen(order=True)
class Place:
    start: int
    end: int = 0


@frozen
class Nothing:
    pass


@frozen
class Said:
    value: str
    _seen: list[str] = field(factory=list, eq=False, repr=False)


@frozen
class Longer(Said):
    more: int = 1


@frozen
class Many:
    one: int
    two: int = 2
    three: int = 3
    four: int = 4
    five: int = 5
    six: int = 6
    seven: int = 7
    eight: list[int] = field(factory=list)


@frozen
class More(Many):
    nine: int = 9


@frozen(eq=False)
class Itself:
    name: str


def test_values_with_the_same_fields_are_equal_and_hash_alike() -> None:
    assert Place(1, 2) == Place(1, 2) != Place(1, 3)
    assert len({Place(1, 2), Place(1, 2), Place(1, 3)}) == 2
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


def test_values_of_two_classes_are_never_equal() -> None:
    assert Said("a") != Longer("a")
    assert Place(1, 2).__eq__((1, 2)) is NotImplemented


def test_what_is_not_to_be_compared_is_not_compared_nor_shown() -> None:
    assert Said("a", ["b"]) == Said("a", ["c"])
    assert repr(Longer("a", ["b"], 2)) == "Longer(value='a', more=2)"


def test_where_fields_are_not_compared_a_value_equals_itself_alone() -> None:
    one = Itself("a")
    assert one == one != Itself("a")


def test_values_are_ordered_by_their_fields_where_that_is_asked() -> None:
    assert sorted([Place(2, 1), Place(1, 9), Place(1, 2)]) == [Place(1, 2), Place(1, 9), Place(2, 1)]
    assert Place(1, 2) <= Place(1, 2) < Place(1, 3) > Place(1) >= Place(0, 5)
    with pytest.raises(TypeError):
        sorted([Nothing(), Nothing()])
    with pytest.raises(TypeError):
        sorted([Place(1), Nothing()])  # type: ignore[type-var]


@pytest.mark.parametrize(("value", "name"), [(Place(1), "start"), (Many(1), "one"), (More(1), "one"), (More(1), "nine")])
def test_a_value_cannot_be_changed(value: object, name: str) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, 2)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(value, name)


def test_a_value_of_many_fields_is_of_its_own_class_alone() -> None:
    assert type(Many(1)) is Many
    assert type(evolve(More(1), two=3)) is More
    assert Many(1) == Many(1) != More(1)
    assert Many(1).eight is not Many(1).eight


@pytest.mark.parametrize("value", [Place(1, 2), Nothing(), Said("a", ["b"]), Longer("a", ["b"], 2), Many(1), More(1)])
def test_another_value_keeps_all_fields_but_those_given(value: Any) -> None:
    assert evolve(value) == value == pickle.loads(pickle.dumps(value))
    assert attrs.asdict(evolve(value)) == attrs.asdict(attrs.evolve(value))


def test_a_field_is_given_anew_by_the_name_that_its_class_takes() -> None:
    assert evolve(Place(1, 2), end=5) == Place(1, 5)
    assert evolve(Said("a"), value="b", seen=["c"])._seen == ["c"]
    with pytest.raises(TypeError):
        evolve(Place(1), stop=3)  # type: ignore[call-arg]
