"""Quantities: what a figure can stand for, in the words of a story, and the laws of rounding, approximators and bounds."""

from __future__ import annotations

from fractions import Fraction

import pytest
from corpora import sentence
from hypothesis import given
from hypothesis import strategies as st

from factcheck import lexicon, mentions, numerals, quantities, units
from factcheck.document import Span
from factcheck.intervals import Interval
from factcheck.mentions import Mention
from factcheck.numerals import Numeral
from factcheck.quantities import Quantity

HEDGES = lexicon.entries("hedges")
SHAPING = [name for name, entry in HEDGES.items() if entry.get("place") and entry.get("effect")]
BOUNDS = {name: entry["effect"] for name, entry in HEDGES.items() if entry["kind"] == "bound"}
AROUND = [name for name, entry in HEDGES.items() if entry.get("effect") == "around"]
NUMBERS = st.integers(0, 10**9) | st.decimals(0, 10**6, places=2)


def quantity(text: str) -> Quantity:
    """Read the first figure of a text."""
    figure = next(mention for mention in mentions.find(sentence(text)) if mention.numeral)
    found = quantities.of(figure, figure.units)
    assert found is not None
    return found


def shown(interval: Interval) -> str:
    """Write an interval as a mathematician does."""
    low, high = ("-inf" if interval.low is None else interval.low, ".." if interval.high is None else interval.high)
    return f"{'(' if interval.low_open else '['}{low}, {high}{')' if interval.high_open else ']'}"


def spelled(value: object) -> Numeral:
    numeral = numerals.read(f"{value}", 0, len(f"{value}"))
    assert numeral is not None
    return numeral


def of(value: object, *modifiers: str, far: object = None, unit: str = "") -> Quantity:
    """Make the quantity of a number as a story writes it, with hedges of these entries."""
    cues = tuple(Mention("hedge", Span(0, 0), entry=name) for name in modifiers)
    ends = spelled(value), None if far is None else spelled(far)
    mention = Mention("number", Span(0, 1), *ends, (unit,) if unit else (), modifiers=cues)
    found = quantities.of(mention, mention.units)
    assert found is not None
    return found


def holds(outer: Interval, inner: Interval) -> bool:
    return (outer & inner) == inner


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("4,713 came.", "[4713, 4713]"),
        ("Two came.", "[2, 2]"),
        ("40 came.", "[40, 40]"),
        ("4,700 came.", "[4650, 4750)"),
        ("12.5 came.", "[249/20, 251/20)"),
        ("They took 6 trillion won.", "[5500000000000, 6500000000000)"),
        ("It cost $4.22 billion.", "[4215000000, 4225000000)"),
        ("It cost $100 million.", "[50000000, 150000000)"),
        ("About 600 came.", "[550, 650]"),
        ("About 4,713 came.", "[230937/50, 240363/50]"),
        ("An estimated 4,700 came.", "[4606, 4794]"),
        ("Nearly 5,000 came.", "[4500, 5000]"),
        ("It stayed below 5 C.", "[-inf, 5)"),
        ("It fell below zero degrees.", "[-inf, 0)"),
        ("Almost 300 came.", "[250, 300]"),
        ("Just over 300 came.", "[300, 350]"),
        ("More than 30 came.", "(30, ..]"),
        ("At least 30 came.", "[30, ..]"),
        ("No fewer than 30 came.", "[30, ..]"),
        ("Fewer than 30 came.", "[0, 30)"),
        ("Up to 30 came.", "[0, 30]"),
        ("As many as 30 came.", "[0, 30]"),
        ("30 or more came.", "[30, ..]"),
        ("30 or fewer came.", "[0, 30]"),
        ("Dozens came.", "[0, ..]"),
        ("From 20-30 came.", "[20, 30]"),
        ("Between 1,500 and 2,500 came.", "[1450, 2550)"),
        ("At least 20-30 came.", "[20, ..]"),
        ("About 20-30 came.", "[15, 35]"),
        ("Up to about 300 came.", "[0, 350]"),
    ],
)
def test_each_spelling_stands_for_its_interval(text: str, possible: str) -> None:
    assert shown(quantity(text).possible) == possible


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("More than 30 came.", ">"),
        ("At least 30 came.", ">="),
        ("Fewer than 30 came.", "<"),
        ("Up to 30 came.", "<="),
        ("It exceeded 30.", ">"),
        ("It must not exceed 30.", "<="),
        ("About 30 came.", None),
    ],
)
def test_a_bound_is_told_with_the_value_as_written(text: str, bound: str | None) -> None:
    found = quantity(text)
    assert found.value == 30
    assert found.bound == bound


def test_a_range_has_two_ends_and_no_value() -> None:
    found = quantity("It costs $3-5 billion.")
    assert found.value is None
    assert found.from_ == 3 * 10**9
    assert found.to_value == 5 * 10**9


def test_a_vague_figure_has_no_value() -> None:
    found = quantity("Dozens came.")
    assert (found.value, found.from_, found.to_value) == (None, None, None)
    with pytest.raises(ValueError, match="no single value"):
        found.to_pint()


def test_what_is_no_figure_has_no_quantity() -> None:
    (monday,) = mentions.find(sentence("on Monday"))
    assert quantities.of(monday) is None


def test_what_is_measured_is_printed_to_its_last_digit_that_counts() -> None:
    assert shown(quantity("It is 160 miles off.").printed) == "[155, 165)"
    assert shown(quantity("160 came.").printed) == "[160, 160]"


def test_a_hedge_does_not_change_what_is_printed() -> None:
    assert quantity("About 600 miles.").printed == quantity("600 miles.").printed


def test_a_quantity_converts_as_a_whole() -> None:
    found = quantity("It is more than 5 km off.").to("meter")
    assert found.value == 5000
    assert (found.unit, found.bound, shown(found.possible), shown(found.printed)) == ("meter", ">", "(5000, ..]", "[4500, 5500)")
    assert quantity("3-5 km off.").to("meter").to_value == 5000
    with pytest.raises(units.DimensionError):
        found.to("gram")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("It is 5 km off.", "m", 5000),
        ("It covers 2 hectares.", "square metres", 20_000),
        ("It was 20 degrees Celsius.", "°F", 68),
        ("It took three weeks.", "days", 21),
        ("A 3-year-old left.", "months", 36),
        ("It cost 45 cents.", "euros", None),
        ("It cost 45 cents.", "$", Fraction(45, 100)),
        ("It pays $36 an hour.", "USD/minute", Fraction(3, 5)),
        ("It makes 52,000 barrels a day.", "gallons/day", 2_184_000),
        ("It fell 25 basis points.", "percentage points", Fraction(1, 4)),
        ("It fell 5 percent.", "%", 5),
        ("It fell 5 percent.", "percentage points", None),
    ],
)
def test_each_kind_converts_within_its_dimension_only(text: str, unit: str, value: Fraction | None) -> None:
    if value is None:
        with pytest.raises(units.DimensionError):
            quantity(text).to(unit)
    else:
        assert quantity(text).to(unit).value == value


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("At least 3 but fewer than 9 came.", "[3, 9)"),
        ("More than 3 and no more than 9 came.", "(3, 9]"),
        ("Less than 9 but at least 3 came.", "[3, 9)"),
    ],
)
def test_two_bounds_make_one_interval(text: str, possible: str) -> None:
    found = quantity(text)
    assert shown(found.possible) == possible
    assert found.from_ == 3
    assert found.to_value == 9
    assert found.value is None
    assert found.bound is None


def test_pint_has_the_value_as_written() -> None:
    assert quantity("It is 5 km off.").to_pint().to("meter").magnitude == 5000


@given(NUMBERS, st.lists(st.sampled_from(SHAPING), max_size=3), st.none() | NUMBERS, st.sampled_from(["", "mile", "USD"]))
def test_something_always_fits_and_it_is_never_negative_unless_it_is_told_so(
    value: object, modifiers: list[str], far: object, unit: str
) -> None:
    found = of(value, *modifiers, far=far, unit=unit)
    for interval in (found.possible, found.printed, found.unbounded):
        assert not interval.is_empty
        below = interval.low is None and interval.high == 0 and found.bound == "<"  # "fewer than 0"
        assert below or (interval.low is not None and interval.low >= 0)


@given(NUMBERS, st.lists(st.sampled_from(SHAPING), max_size=2), st.sampled_from(AROUND), st.sampled_from(["", "mile"]))
def test_an_approximator_never_narrows(value: object, modifiers: list[str], around: str, unit: str) -> None:
    assert holds(of(value, *modifiers, around, unit=unit).possible, of(value, *modifiers, unit=unit).possible)


@given(NUMBERS, NUMBERS, st.lists(st.sampled_from(AROUND), max_size=1), st.sampled_from(["", "mile", "USD"]))
def test_a_range_holds_both_its_ends_whichever_is_rounded_further(
    one: object, far: object, modifiers: list[str], unit: str
) -> None:
    found = of(one, *modifiers, far=far, unit=unit)
    for end in (Fraction(str(one)), Fraction(str(far))):
        assert found.possible.holds(end)
        assert found.printed.holds(end)


@given(NUMBERS)
def test_nearly_reaches_up_to_the_figure_and_just_over_down_to_it(value: object) -> None:
    number = Fraction(str(value))
    below, above = of(value, "nearly").possible, of(value, "just over").possible
    assert (below.high, above.low) == (number, number)
    assert number == 0 or (not below.is_point and not above.is_point)


@given(NUMBERS, st.sampled_from([*BOUNDS.items()]), st.booleans())
def test_a_bound_opens_one_side(value: object, bound: tuple[str, str], hedged: bool) -> None:
    name, effect = bound
    approximators = ["around"] if hedged else []
    found = of(value, *approximators, name).possible
    within = of(value, *approximators).possible if hedged else Interval.point(Fraction(str(value)))
    if effect in ("above", "at least"):
        assert found == Interval(within.low, None, effect == "above")
    elif within.high != 0:
        assert found == Interval(Fraction(0), within.high, high_open=effect == "below")


@given(st.integers(1, 10**9), st.integers(2, 8))
def test_a_figure_never_conflicts_with_its_own_rounding(value: int, zeros: int) -> None:
    size = 10**zeros
    rounded = (value + size // 2) // size * size
    if rounded:
        assert of(f"{rounded:,}").possible.holds(Fraction(value))
        assert of(f"{rounded:,}").printed.holds(Fraction(value))


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_two_figures_of_one_precision_that_differ_do_conflict(one: int, other: int, places: int) -> None:
    size = Fraction(1, 10**places)
    first, second = (Numeral(0, 1, number * size, size / 2, rounded=True) for number in (one, other))
    printed = [found.printed for n in (first, second) if (found := quantities.of(Mention("number", Span(0, 1), n)))]
    assert printed[0].meets(printed[1]) == (one == other)
