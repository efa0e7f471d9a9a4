"""Spellings: every way the house can write a quantity reads back to the same exact quantity, and no input breaks a reader."""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from corpora import document, sentence
from hypothesis import assume, given
from hypothesis import strategies as st
from linear import grows_linearly
from test_numerals import spelled

from factcheck import lexicon, mentions, quantities, units
from factcheck.claims import reading
from factcheck.mentions import Mention
from factcheck.numerals.parts import SIGNS
from factcheck.sentences import split

UNITS = lexicon.entries("units")
CURRENCIES = lexicon.entries("currencies")
WRITTEN = [
    name
    for name in (*UNITS, *CURRENCIES)
    if UNITS.get(name, {}).get("readings", [name])[0] == name
    and name not in ("person", "degree")
    and "code_is_word" not in CURRENCIES.get(name, {})
    and not {*UNITS.get(name, {}).get("names", ())} & {*UNITS.get(name, {}).get("also_words", ())}
]
"""Units that are the likeliest reading of their own words; people are counted, and their noun is no part of the figure; a
code or a name that is a word too ("TOP 100", "5 bars") is read only where nothing else can be meant."""
WORDY = {word for entry in (*UNITS.values(), *CURRENCIES.values()) for word in entry.get("also_words", ())} | {"pm"}
"""Words that say something else, too; 12 pm is a time of day before it is a length."""
MANNERS = [
    *((unit, None) for unit in (*WRITTEN, None)),
    *((None, like) for like in ("4,700", "4700", "4.7k", "3.4 million", "1\u00a0234\u00a0567", "12,34,567", "2.1bn")),
    *(("GBP", like) for like in ("£3.4m", "20p", "£1,200")),
    *(("USD", like) for like in ("$4.22 billion", "US$80", "48 cents", "USD 200", "4 million dollars")),
    *[("INR", "Rs 20 lakh"), ("KRW", "6 trillion won"), ("EUR", "€1.5m"), ("kilometer", "5 km"), ("percent", "12.5 percent")],
]
VALUES = st.integers(0, 10**15).map(Fraction) | st.decimals(0, 10**9, places=2).map(Fraction)
NUMBERS = st.integers(2, 900) | st.decimals(2, 900, places=1)
SCALES = lexicon.entries("scales")
MULTIPLES = [name for name, entry in SCALES.items() if "letter" not in entry and int(entry["value"]) >= 1000]
NAMED = [name for name in WRITTEN if name in UNITS and len(UNITS[name]["names"]) > 1 and not UNITS[name]["names"][1][0].isupper()]
SCALED = [name for name in NAMED if "also_money" not in UNITS[name]]
"""Units by the million; millions of pounds are money."""
GLUES = [("", "-"), ("", "–"), ("", " to "), ("between ", " and "), ("anywhere from ", " to "), ("", " - ")]
SIDES = {"above": ">", "at least": ">=", "below": "<", "at most": "<="}
BOUNDS = [
    (word, SIDES[entry["effect"]])
    for entry in lexicon.entries("hedges").values()
    if entry.get("place") == "before" and entry.get("effect") in SIDES
    for word in entry["words"]
]
PARTS = [
    ("third", 3),
    ("quarter", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("eighth", 8),
    ("tenth", 10),
    ("twentieth", 20),
    ("hundredth", 100),
]
PAIRS = [("foot", "inch"), ("pound", "ounce"), ("hour", "minute"), ("minute", "second"), ("year", "month"), ("week", "day")]
MONEY = [
    (code, before, behind)
    for code, entry in CURRENCIES.items()
    if not {"code_is_word", "also_words"} & entry.keys()
    for before, behind in (
        (f"{code} ", ""),
        *((symbol, "") for symbol in entry.get("symbols", ()) if not symbol.islower()),
        *(("", f" {name}") for name in entry.get("names", ())),
        *(
            ("", f" {adjective} {sign}")
            for adjective in entry.get("adjectives", ())
            for sign in entry.get("signs", ())
            if sign.isalpha()
        ),
    )
]
HUNDREDTHS = [
    (code, name) for code, entry in CURRENCIES.items() if entry.get("minor_per", 100) == 100 for name in entry.get("minor", ())
]
DATES = [
    "{month} {d.day}, {d.year}",
    "{d.day} {month} {d.year}",
    "{short}. {d.day}, {d.year}",
    "{weekday}, {month} {d.day}, {d.year}",
    "{weekday} {d.day} {month} {d.year}",
    "{month} {d.day}{suffix}, {d.year}",
    "the {d.day}{suffix} of {month} {d.year}",
    "the {d.day}{suffix} of {month}, {d.year}",
    "{abbreviated}. {month} {d.day}, {d.year}",
    "{d:%Y-%m-%d}",
    "{d:%Y/%m/%d}",
    "{d:%m/%d/%Y}",
    "{d:%d.%m.%Y}",
    "{d.day}-{short}-{d.year}",
]
AGES = [
    "A {}-year-old came.",
    "She is {} years old.",
    "Ann Lee, {}, of Leeds, came.",
    "He, aged {}, came.",
    "She died at the age of {}.",
]
LITTER = st.text("0123456789.,-–/()[]$€£%½¼⅓⁄×^'\"’ \u00a0\nabcdehimnoprstuK", max_size=60)
REPEATED = [
    *["1,", "11,", "1 000 ", "(((1", "1½ ", "one half ", "1 lakh ", "1 ft 1 in ", "from 1 to ", "at least 1 but fewer than "],
    *[
        "$",
        "$1-",
        "2-",
        "1/2",
        "1/2 ",
        ". 5",
        ".5",
        "and a half ",
        "one hundred ",
        "1 to ",
        "between 1 and ",
        "5 ± ",
        "5+",
        "++",
        ">5",
    ],
    *[
        "10^2^",
        "2^",
        "8x2^",
        "1e5",
        "×10",
        "5 m s-2 ",
        "5 kg·m·",
        "5 W/(m ",
        "kg/m/",
        "1°2'",
        "5'3\"",
        '1"',
        "half of ",
        "two-thirds ",
    ],
    *[
        "dozens of ",
        "scores ",
        "1.2.",
        "1.",
        "1:2:",
        "2012-13 ",
        "1-2 ",
        "1914-18 ",
        "Rs. 5 ",
        "5m USD ",
        "5 or more ",
        "[[",
        "((",
        '"',
    ],
    *[
        "January ",
        "May 3, ",
        "1/1/2012 ",
        "the two ",
        "Monday, the ",
        "last ",
        "two weeks ago ",
        "the 1990s ",
        "first ",
        "third-largest ",
    ],
    *[
        "one of ",
        "No. 1 ",
        "+44 20 ",
        "555-0123 ",
        "Lee, 38, was ",
        "Seven ",
        "minus ",
        "- ",
        "–1–",
        "1\n",
        "\u00a0",
        "٣",
        "①",
        "0",
    ],
]
WORDS = [
    "one",
    "half",
    "a",
    "third",
    "of",
    "million",
    "and",
    "to",
    "between",
    "from",
    "p.m.",
    "-",
    "1",
    "2/3",
    "K",
    "m",
    "$",
    "%",
]


def figures(text: str) -> list[Mention]:
    return [mention for mention in mentions.find(sentence(text)) if mention.numeral is not None and mention.entry is None]


@given(VALUES, st.sampled_from(MANNERS))
def test_what_the_house_writes_reads_back(value: Fraction, manner: tuple[str | None, str | None]) -> None:
    unit, like = manner
    assume(value >= 100 or unit != "KRW")  # "3 won" is what three did
    assume(like != "4700" or not 1000 <= value < 2200)  # "came to 1500" can be a year
    assume(value < 10**6 or "also_money" not in UNITS.get(unit or "", {}))  # millions of pounds are money
    text = f"It came to {units.written(value, unit, like)}, then."
    (found,) = figures(text)
    quantity = quantities.of(found, found.units)
    assert quantity is not None
    assert quantity.value is not None
    again = units.written(quantity.value, unit, like)
    assert f"It came to {again}, then." == text
    assert unit is None or unit in quantity.readings


@given(VALUES, st.sampled_from([name for name, entry in UNITS.items() if name in WRITTEN]), st.data())
def test_each_name_and_abbreviation_of_a_unit_reads_back(value: Fraction, unit: str, data: st.DataObject) -> None:
    forms = [*UNITS[unit]["names"], *UNITS[unit].get("abbreviations", ())]
    form = data.draw(
        st.sampled_from([form for form in forms if form not in WORDY and len(form) > 1] or [UNITS[unit]["names"][0]])
    )
    gap = data.draw(st.sampled_from([" ", "\u00a0", "-"])) if form[0].isalnum() else ""
    found = figures(f"It came to {value.numerator % 10**9}{gap}{form}, then.")
    assert [(mention.numeral.value, unit in mention.units) for mention in found if mention.numeral] == [
        (Fraction(value.numerator % 10**9), True)
    ]


def one(text: str) -> tuple[Mention, quantities.Quantity]:
    """Read the only figure of a text, with what it can stand for."""
    (found,) = figures(text)
    quantity = quantities.of(found, found.units)
    assert quantity is not None
    return found, quantity


@given(NUMBERS, st.sampled_from(MULTIPLES), st.sampled_from([*SCALED, None]))
def test_each_scale_word_multiplies_a_number_of_any_unit(number: Decimal | int, scale: str, unit: str | None) -> None:
    name = f" {UNITS[unit]['names'][1]}" if unit else ""
    _, quantity = one(f"It came to {number} {scale}{name}, then.")
    assert quantity.value == Fraction(number) * int(SCALES[scale]["value"])
    assert unit is None or unit in quantity.readings


@given(
    st.integers(1, 400), st.integers(1, 400), st.sampled_from(GLUES), st.sampled_from(SCALED), st.sampled_from(["", "million "])
)
def test_each_range_has_both_its_ends(low: int, more: int, glue: tuple[str, str], unit: str, scale: str) -> None:
    lead, joint = glue
    _, quantity = one(f"It takes {lead}{low}{joint}{low + more} {scale}{UNITS[unit]['names'][1]}, then.")
    size = 10**6 if scale else 1
    assert (quantity.from_, quantity.to_value) == (Fraction(low * size), Fraction((low + more) * size))
    assert unit in quantity.readings


@given(NUMBERS, st.sampled_from(BOUNDS), st.sampled_from([*NAMED, None]))
def test_each_word_of_a_bound_is_one(number: Decimal | int, word: tuple[str, str], unit: str | None) -> None:
    name = f" {UNITS[unit]['names'][1]}" if unit else ""
    _, quantity = one(f"It came to {word[0]} {number}{name}, then.")
    assert (quantity.value, quantity.bound) == (Fraction(number), word[1])


@given(st.integers(1, 9), st.integers(1, 7), st.integers(2, 8), st.sampled_from(NAMED), st.sampled_from([" ", "-"]))
def test_each_fraction_behind_a_whole_adds_to_it(whole: int, above: int, below: int, unit: str, gap: str) -> None:
    assume(above < below and below in (2, 3, 4, 5, 8))
    _, quantity = one(f"It came to {whole}{gap}{above}/{below} {UNITS[unit]['names'][1]}, then.")
    assert quantity.value == whole + Fraction(above, below)


@pytest.mark.parametrize("sign", [*SIGNS])
def test_each_sign_of_a_fraction_is_read(sign: str) -> None:
    above, below = SIGNS[sign]
    _, quantity = one(f"It came to 3{sign} miles, then.")
    assert quantity.value == 3 + Fraction(above, below)


@given(st.integers(1, 19), st.sampled_from(PARTS))
def test_each_fraction_in_words_is_read(count: int, part: tuple[str, int]) -> None:
    name, below = part
    assume(count < below)
    words = spelled(count)
    _, quantity = one(f"It came to {words}-{name}{'s' if count > 1 else ''} of it.")
    assert quantity.value == Fraction(count, below)


@given(st.integers(1, 90), st.data())
def test_each_smaller_unit_adds_to_the_larger(many: int, data: st.DataObject) -> None:
    large, small = data.draw(st.sampled_from(PAIRS))
    few = data.draw(st.integers(1, int(1 / units.factor(small, large)) - 1))
    glue = data.draw(st.sampled_from([" ", ", ", " and "]))
    _, quantity = one(f"It came to {many} {UNITS[large]['names'][many > 1]}{glue}{few} {UNITS[small]['names'][few > 1]}, then.")
    assert quantity.value == many + few * units.factor(small, large)
    assert large in quantity.readings


@given(st.integers(1, 10**6), st.sampled_from(MONEY), st.sampled_from(["", " million", "bn"]))
def test_each_way_to_write_a_currency_is_read(number: int, way: tuple[str, str, str], scale: str) -> None:
    code, before, behind = way
    found, quantity = one(f"It came to {before}{number}{scale}{behind}, then.")
    assert quantity.value == number * {"": 1, " million": 10**6, "bn": 10**9}[scale]
    assert code in quantity.readings
    assert found.kind == "money"


@given(st.integers(1, 99), st.sampled_from(HUNDREDTHS))
def test_each_hundredth_of_a_currency_is_one(number: int, way: tuple[str, str]) -> None:
    code, name = way
    _, quantity = one(f"It came to {number} {name}, then.")
    assert quantity.value == Fraction(number, 100)
    assert code in quantity.readings


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(DATES))
def test_each_way_to_write_a_day_is_that_day(day: dt.date, manner: str) -> None:
    assume(not (day.month == 5 and "{short}." in manner))  # nobody shortens May
    month, weekday = calendar.month_name[day.month], calendar.day_name[day.weekday()]
    suffix = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    written = manner.format(d=day, month=month, short=month[:3], weekday=weekday, suffix=suffix, abbreviated=weekday[:3])
    (claim,) = reading.read(document(f"It opened on {written}.", dt.date(2020, 5, 5))).claims
    assert (claim.first_day, claim.last_day) == (day, day)


@given(st.integers(1, 110), st.sampled_from(AGES))
def test_each_way_to_write_an_age_is_one(years: int, manner: str) -> None:
    found, quantity = one(manner.format(years))
    assert (found.kind, quantity.value, quantity.unit) == ("age", Fraction(years), "year")


@given(st.times(), st.sampled_from(["{h}:{m:02} {p}.m.", "{h}:{m:02}{p}m", "{h}.{m:02}{p}m", "{h}:{m:02} {q}M"]))
def test_each_way_to_write_a_time_of_day_is_one(time: dt.time, manner: str) -> None:
    half = "p" if time.hour >= 12 else "a"
    written = manner.format(h=time.hour % 12 or 12, m=time.minute, p=half, q=half.upper())
    found, quantity = one(f"It began at {written} and ended.")
    assert (found.kind, quantity.value) == ("time", time.hour + Fraction(time.minute, 60))


@given(st.lists(st.sampled_from(WORDS) | LITTER, max_size=12).map(" ".join))
def test_no_text_breaks_a_reader(text: str) -> None:
    for mention in mentions.find(sentence(text)):
        if mention.numeral is not None:
            quantities.of(mention, mention.units)


@pytest.mark.slow
@pytest.mark.parametrize("unit", REPEATED)
def test_reading_figures_takes_time_in_proportion_to_the_text(unit: str) -> None:
    assert grows_linearly(lambda size: [mentions.find(each) for each in split(document(unit * (size // len(unit))))], 800)
