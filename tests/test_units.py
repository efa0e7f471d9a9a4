import datetime as dt
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import lexicon, units
from factcheck.intervals import Interval

UNITS = lexicon.entries("units")
CURRENCIES = lexicon.entries("currencies")
SCALES = lexicon.entries("scales")
NAMES = st.sampled_from([*UNITS, *CURRENCIES])
# pint takes these for bare numbers, or for so many a second
PLAIN_IN_PINT = {"angle", "data", "data rate", "frequency", "radioactivity", "ratio", "rotation"}
MANNERS = [
    ("USD", "$42.2 billion"),
    ("person", "4,700"),
    (None, "4700"),
    ("mile", "5 miles"),
    ("GBP", "20p"),
    ("EUR", "3.4m euros"),
    ("INR", "Rs 20 lakh"),
]
VALUES = st.fractions(min_value=0, max_value=10**15)


def alike() -> Iterator[tuple[str, str]]:
    """Each unit with the first of its dimension."""
    first: dict[str, str] = {}
    for name in UNITS:
        yield name, first.setdefault(units.dimension(name), name)


def step(unit: str, other: str) -> Fraction | int:
    """Give what pint makes of one more of a unit in another: temperatures are levels."""
    target = units.to_pint(Fraction(1), other).units
    more: Fraction | int = units.to_pint(Fraction(1), unit).to(target).magnitude
    made: Fraction | int = more - units.to_pint(Fraction(0), unit).to(target).magnitude
    assert isinstance(made, (Fraction, int)), unit
    return made


def test_pint_has_the_same_factors() -> None:
    assert {unit: step(unit, other) for unit, other in alike()} == {unit: units.factor(unit, other) for unit, other in alike()}


def test_pint_refuses_what_we_refuse() -> None:
    ours = {unit: units.dimension(unit) for unit in UNITS if units.dimension(unit) not in PLAIN_IN_PINT}
    in_pint = {unit: frozenset(units.to_pint(Fraction(1), unit).dimensionality.items()) for unit in UNITS}
    pairs = {(dimension, in_pint[unit]) for unit, dimension in ours.items()}
    assert len(pairs) == len({dimension for dimension, _ in pairs}) == len({other for _, other in pairs})
    plain = {in_pint[unit] for unit in UNITS if unit not in ours}
    assert plain.isdisjoint(in_pint[unit] for unit in ours)


def test_pint_is_taught_only_what_it_lacks_or_means_otherwise() -> None:
    plain: pint.UnitRegistry[Fraction] = pint.UnitRegistry(non_int_type=Fraction)
    in_some = {"beats_per_minute", "karat"}  # pint has the one from 0.26 on, the other until 0.25
    for name, entry in UNITS.items():
        assert (entry.get("pint", name) in plain) != ("define" in entry) or name in in_some, name
        if "pint" in entry:
            assert name in plain, name


def test_each_unit_measures_itself() -> None:
    every = [None, *UNITS, *CURRENCIES, "USD/share", "USD/barrel", "mile/imperial_gallon", "person/mile^2"]
    assert [unit for unit in every if units.factor(unit, unit) != 1 or not units.dimension(unit)] == []


def test_each_unit_measures_what_its_entry_says() -> None:
    assert {name: units.dimension(name) for name in UNITS} == {name: entry["dimension"] for name, entry in UNITS.items()}
    assert [name for name, entry in UNITS.items() if ("factor" in entry) != name.isidentifier()] == []


@pytest.mark.parametrize("name", [name for name, entry in UNITS.items() if "readings" in entry])
def test_each_reading_of_a_unit_is_one(name: str) -> None:
    assert all(units.dimension(reading) for reading in UNITS[name]["readings"])
    assert len(set(UNITS[name]["readings"])) > 1


@pytest.mark.parametrize(
    ("unit", "other", "factor"),
    [
        ("mile", "kilometer", "1.609344"),
        ("mile/hour", "kilometer/hour", "1.609344"),
        ("acre", "hectare", "0.40468564224"),
        ("mile^2", "acre", "640"),
        ("foot", "inch", "12"),
        ("barrel", "gallon", "42"),
        ("USD/barrel", "USD/gallon", "1/42"),
        ("kilowatt_hour", "megajoule", "3.6"),
        ("megawatt_hour/day", "kilowatt", "1000/24"),
        ("basis_point", "percentage_point", "0.01"),
        ("year", "month", "12"),
        ("week", "hour", "168"),
        ("degree_Celsius", "degree_Fahrenheit", "1.8"),
        ("person/mile^2", "person/acre", "1/640"),
        ("foot^3/second", "meter^3/second", "0.028316846592"),
        ("1/minute", "hertz", "1/60"),
    ],
)
def test_a_factor_between_units_is_an_exact_fraction(unit: str, other: str, factor: str) -> None:
    assert units.factor(unit, other) == Fraction(factor)


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        (None, "number"),
        ("mile", "length"),
        ("foot^2", "area"),
        ("knot", "speed"),
        ("USD", "USD"),
        ("USD/share", "USD/share"),
        ("USD/barrel", "USD/length^3"),
        ("person", "person"),
        ("percent", "percent"),
        ("basis_point", "percentage_point"),
        ("year", "months"),
        ("day", "time"),
        ("1/share", "1/share"),
    ],
)
def test_each_unit_has_its_dimension(unit: str | None, dimension: str) -> None:
    assert units.dimension(unit) == dimension


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("mile", "kilogram"),
        ("USD", "EUR"),
        ("percent", "percentage_point"),
        ("month", "day"),
        ("USD/share", "USD"),
        (None, "percent"),
    ],
)
def test_what_does_not_measure_the_same_does_not_convert(unit: str | None, other: str) -> None:
    with pytest.raises(units.DimensionError, match="cannot be given in"):
        units.factor(unit, other)
    with pytest.raises(units.DimensionError):
        units.convert(Interval.point(1), unit, other)


@pytest.mark.parametrize("unit", ["furlongg", "mile^x", "mile//hour", "/hour", "shares/USD", "5 miles"])
def test_a_name_that_is_no_unit_is_refused(unit: str) -> None:
    with pytest.raises(units.DimensionError, match="is no unit"):
        units.dimension(unit)
    with pytest.raises(units.DimensionError):
        units.to_pint(Fraction(1), unit)


@pytest.mark.parametrize(("celsius", "fahrenheit"), [("-40", "-40"), ("0", "32"), ("100", "212"), ("14", "57.2")])
def test_temperatures_convert_as_levels(celsius: str, fahrenheit: str) -> None:
    level, other = Interval.point(Fraction(celsius)), Interval.point(Fraction(fahrenheit))
    assert units.convert(level, "degree_Celsius", "degree_Fahrenheit") == other
    assert units.convert(other, "degree_Fahrenheit", "degree_Celsius") == level
    in_pint = units.to_pint(Fraction(celsius), "degree_Celsius").to("degree_Fahrenheit")
    assert in_pint.magnitude == Fraction(fahrenheit)


def test_an_end_without_bound_and_an_open_end_stay_so() -> None:
    miles = Interval(Fraction(1), None, low_open=True)
    assert units.convert(miles, "mile", "meter") == Interval(Fraction("1609.344"), None, low_open=True)


@given(pair=st.sampled_from([*alike()]), low=VALUES, width=VALUES)
def test_converting_there_and_back_changes_nothing(pair: tuple[str, str], low: Fraction, width: Fraction) -> None:
    interval = Interval(low, low + width, high_open=True)
    assert units.convert(units.convert(interval, *pair), pair[1], pair[0]) == interval


@given(over=NAMES, under=st.sampled_from([name for name in [*UNITS, *CURRENCIES] if not {*"/^*"} & {*name}]))
def test_a_compound_is_made_of_its_parts(over: str, under: str) -> None:
    assert units.dimension(f"{over}/{under}*{under}") == units.dimension(over)
    assert units.factor(f"{over}/{under}*{under}", over) == 1


def test_each_unit_and_currency_has_its_name_as_it_is_written() -> None:
    likeliest = {name: entry.get("readings", [name])[0] for name, entry in UNITS.items()}
    forms = {form: likeliest[name] for name, entry in UNITS.items() for form in entry["names"][:2] if form not in UNITS}
    assert {form: units.named(form) for form in forms} == forms
    assert {code: units.named(code) for code in CURRENCIES} == {code: code for code in CURRENCIES}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("km", "kilometer"),
        ("km/h", "kilometer/hour"),
        ("kg/ha", "kilogram/hectare"),
        ("US$ per barrel", "USD/barrel"),
        ("$", "USD"),
        ("francs", "CHF"),
        ("%", "percent"),
        ("°C", "degree_Celsius"),
        ("foot^2", "foot^2"),
    ],
)
def test_a_written_unit_has_its_name(written: str, name: str) -> None:
    assert units.named(written) == name


@pytest.mark.parametrize("written", ["league of its own", "per", "$ of"])
def test_what_is_written_like_no_unit_has_no_name(written: str) -> None:
    with pytest.raises(units.DimensionError):
        units.named(written)


def test_a_pint_quantity_is_exact_and_knows_money_and_counted_nouns() -> None:
    price = units.to_pint(Fraction("3.15"), "USD/share")
    assert price.magnitude == Fraction("3.15")
    assert not price.is_compatible_with(units.to_pint(Fraction(1), "USD").units)
    assert units.to_pint(Fraction(84), "USD/barrel").to(units.to_pint(Fraction(1), "USD/gallon").units).magnitude == 2
    assert units.to_pint(Fraction(3), None).dimensionless
    assert not units.to_pint(Fraction(3), "percent").dimensionless


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("4216414501.65", "USD", "$4.22 billion"),
        ("6000000000000", "KRW", "6 trillion won"),
        ("8", "kilometer", "8 km"),
        ("5", "mile", "5 miles"),
        ("1", "mile", "1 mile"),
        ("1423.0106", None, "1,423.01"),
        ("4700", None, "4,700"),
        ("4713250", "person", "4,713,250 people"),
        ("6000000", None, "6 million"),
        ("4.2164", None, "4.22"),
        ("0.00070273", None, "0.000703"),
        ("0", None, "0"),
        ("-2.5", "percent", "-2.5%"),
        ("0.3", "GBP", "£0.30"),
        ("42.164", "USD", "$42.16"),
        ("120", "CHF", "CHF 120"),
        ("80", "USD/barrel", "$80 per barrel"),
        ("3.15", "EUR/share", "€3.15 per share"),
        ("100", "mile/hour", "100 mph"),
        ("999999999", "USD", "$1 billion"),
    ],
)
def test_without_a_figure_to_follow_the_house_way_is_taken(value: str, unit: str | None, text: str) -> None:
    assert units.written(Fraction(value), unit) == text


@pytest.mark.parametrize(
    ("value", "unit", "like", "text"),
    [
        ("4216414501.65", "USD", "$42.2 billion", "$4.22 billion"),
        ("4216414501.65", "USD", "$4.22 million", "$4.22 billion"),
        ("4216414501.65", "USD", "US$42.195bn", "US$4.2164bn"),
        ("6005102200000", "KRW", "6 billion won", "6.01 trillion won"),
        ("4200000000", "GBP", "£3.4m", "£4.2bn"),
        ("4200000000", "USD", "$3.4M", "$4.2B"),
        ("4500", "GBP", "£3.4bn", "£4,500"),
        ("300000000", "INR", "Rs 20 lakh", "Rs 30 crore"),
        ("1234567", "INR", "Rs 12,34,000", "Rs 12,34,567"),
        ("35500000", "EUR", "31 mln euros", "35.5 mln euros"),
        ("5950", "person", "4,700", "5,950"),
        ("5950", None, "4700", "5950"),
        ("1234567", "person", "4,700", "1,234,567"),
        ("999500", "person", "4,700", "999,500"),
        ("1234567", "person", "1.2 million", "1.23 million"),
        ("999960000", "USD", "$4 million", "$1 billion"),
        ("5950", "metric_ton", "4 700 t", "5 950 t"),
        ("4216000", "USD", "$3,100,000", "$4,216,000"),
        ("8.04672", "kilometer", "10 km", "8.05 km"),
        ("8.04672", "kilometer", "10.55 km", "8.047 km"),
        ("6", "meter", "5m", "6m"),
        ("42", "kilometer^2", "5 km2", "42 km2"),
        ("3", "mile", "1 mile", "3 miles"),
        ("1", "EUR", "35 euros", "1 euro"),
        ("47", "year", "46-year-old", "47-year-old"),
        ("0.3", "GBP", "20p", "30p"),
        ("1.2", "GBP", "20p", "£1.20"),
        ("1.8", "GBP", "150p", "180p"),
        ("0.5", "USD", "48 cents", "50 cents"),
        ("0.09", "USD/share", "3 cents a share", "9 cents a share"),
        ("0.09", "GBP/week", "40p a week", "9p a week"),
        ("3.5", "USD", "$4", "$3.50"),
        ("80", "USD/barrel", "$75.50 a barrel", "$80 a barrel"),
        ("2.5", "percent", "3 per cent", "2.5 per cent"),
        ("-71500000", "USD", "negative $60.5 million", "-$71.5 million"),
        ("42", "foot", "3 ft 5 in", "42 feet"),
        ("42", "foot", "30 to 50 feet", "42 feet"),
        ("8", "mile", "5½ miles", "8 miles"),
        ("24", None, "two dozen", "24"),
    ],
)
def test_a_value_is_written_in_its_authors_manner(value: str, unit: str | None, like: str, text: str) -> None:
    assert units.written(Fraction(value), unit, like) == text


@given(value=VALUES, manner=NAMES.map(lambda name: (name, None)) | st.sampled_from(MANNERS))
def test_a_written_value_is_right_to_three_digits(value: Fraction, manner: tuple[str | None, str | None]) -> None:
    text = units.written(value, *manner)
    found = re.search(r"(\d[\d,]*(?:\.\d+)?)[ -]?((?:[a-z]+\b)?)", text)
    assert found is not None
    read = Fraction(found[1].replace(",", "")) * Fraction(SCALES.get(found[2], {"value": "1"})["value"])
    if manner == ("GBP", "20p") and found[2] == "p":
        read /= 100
    assert abs(read - value) * 200 <= value


@given(value=VALUES)
def test_a_figure_written_in_its_own_manner_stays_as_it_was(value: Fraction) -> None:
    once = units.written(value, "USD")
    assert units.written(value, "USD", once) == once


@pytest.mark.parametrize("name", ["units", "currencies", "scales"])
def test_each_entry_has_an_example_with_one_of_its_words(name: str) -> None:
    kinds = ("names", "abbreviations", "signs", "symbols", "minor", "minor_marks", "ascii")
    for title, entry in lexicon.entries(name).items():
        written = (word for kind in (*kinds, "coins") for word in entry.get(kind, ()))
        words = [title, entry.get("plural", title), *written]
        assert entry["examples"], title
        for example in entry["examples"]:
            assert re.search(r"\[\[.+\]\]", example), example
            assert any(word in example for word in words), example


def test_a_name_of_its_own_belongs_to_one_currency() -> None:
    owners: dict[str, str] = {}
    for code, entry in CURRENCIES.items():
        for word in {*entry.get("names", ()), *entry.get("symbols", ())}:
            assert owners.setdefault(word, code) == code, word
    shared = {word for entry in CURRENCIES.values() for word in entry.get("signs", ())}
    assert not shared & owners.keys()


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        ("$", "USD"),
        ("£", "GBP"),
        ("pound", "GBP"),
        ("won", "KRW"),
        ("rupee", "INR"),
        ("peso", "MXN"),
        ("franc", "CHF"),
        ("¥", "JPY"),
        ("crown", "SEK"),
    ],
)
def test_the_first_currency_with_a_sign_is_its_default(sign: str, code: str) -> None:
    assert next(name for name, entry in CURRENCIES.items() if sign in entry.get("signs", ())) == code


def test_currencies_are_iso_codes_of_known_form() -> None:
    for code, entry in CURRENCIES.items():
        assert re.fullmatch("[A-Z]{3}", code)
        assert entry.keys() & {"names", "signs"}, code
        band = entry.get("band", {"low": "1", "high": "2"})
        assert Fraction(band["low"]) < Fraction(band["high"])
        for since in (entry.get("since"), band.get("since")):
            assert since is None or dt.date.fromisoformat(since)


def test_converting_needs_no_pint() -> None:
    code = (
        "import sys; from fractions import Fraction as F; from factcheck import units;"
        "units.factor('mile/hour', 'knot'); units.written(F(5), 'USD', '$4 million'); assert 'pint' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
