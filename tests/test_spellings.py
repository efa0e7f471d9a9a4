"""Spellings: every way the house can write a quantity reads back to the same exact quantity, and no input breaks a reader."""

from __future__ import annotations

from fractions import Fraction

import pytest
from corpora import document, sentence
from hypothesis import assume, given
from hypothesis import strategies as st
from linear import grows_linearly

from factcheck import lexicon, mentions, quantities, units
from factcheck.mentions import Mention
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
WORDY = {word for entry in (*UNITS.values(), *CURRENCIES.values()) for word in entry.get("also_words", ())}
MANNERS = [
    *((unit, None) for unit in (*WRITTEN, None)),
    *((None, like) for like in ("4,700", "4700", "4.7k", "3.4 million", "1\u00a0234\u00a0567", "12,34,567", "2.1bn")),
    *(("GBP", like) for like in ("£3.4m", "20p", "£1,200")),
    *(("USD", like) for like in ("$4.22 billion", "US$80", "48 cents", "USD 200", "4 million dollars")),
    *[("INR", "Rs 20 lakh"), ("KRW", "6 trillion won"), ("EUR", "€1.5m"), ("kilometer", "5 km"), ("percent", "12.5 percent")],
]
VALUES = st.integers(0, 10**15).map(Fraction) | st.decimals(0, 10**9, places=2).map(Fraction)
LITTER = st.text("0123456789.,-–/()[]$€£%½¼⅓⁄×^'\"’ \u00a0\nabcdehimnoprstuK", max_size=60)
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
    assume(value or unit != "KRW")  # "0 won" is what a team won
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


@given(st.lists(st.sampled_from(WORDS) | LITTER, max_size=12).map(" ".join))
def test_no_text_breaks_a_reader(text: str) -> None:
    for mention in mentions.find(sentence(text)):
        if mention.numeral is not None:
            quantities.of(mention, mention.units)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["1,", "11,", "1 000 ", "(((1", "1½ ", "one half ", "1 lakh ", "1 ft 1 in ", "from 1 to ", "at least 1 but fewer than "],
)  # fmt: skip
def test_reading_figures_takes_time_in_proportion_to_the_text(unit: str) -> None:
    assert grows_linearly(lambda size: [mentions.find(each) for each in split(document(unit * (size // len(unit))))], 1_600)
