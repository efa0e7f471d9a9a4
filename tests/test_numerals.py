"""Numerals: a number reads back to its exact value, however it is spelled."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from linear import grows_linearly

from factcheck import lexicon, numerals
from factcheck.numerals import Numeral, ranges

SCALES = {name: int(entry["value"]) for name, entry in lexicon.entries("scales").items() if "letter" not in entry}
MULTIPLES = {name: value for name, value in SCALES.items() if value >= 1000}
LETTERS = {name: int(entry["value"]) for name, entry in lexicon.entries("scales").items() if "letter" in entry}
ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WHOLE = st.integers(0, 10**12)
DECIMALS = st.decimals(min_value=0, max_value=10**9, places=2)


def read(text: str, money: bool = False) -> Numeral:
    numeral = numerals.read(text, 0, len(text), money)
    assert numeral is not None
    return numeral


def spelled(value: int, tens: str = "-", hundreds: str = " and ") -> str:
    """Spell a number below a million in words."""
    if value < 20:
        return ONES[value]
    if value < 100:
        ten, one = TENS[value // 10 - 2], value % 10
        return f"{ten}{tens}{spelled(one)}" if one else ten
    size, name = (1000, "thousand") if value >= 1000 else (100, "hundred")
    above, below = divmod(value, size)
    head = f"{spelled(above, tens, hundreds)} {name}"
    glue = hundreds if below < 100 else " "
    return f"{head}{glue}{spelled(below, tens, hundreds)}" if below else head


@given(WHOLE)
def test_digits_read_back_with_and_without_commas(value: int) -> None:
    for text in (f"{value}", f"{value:,}"):
        numeral = read(text)
        assert (numeral.value, numeral.end, numeral.scale, numeral.spelled) == (Fraction(value), len(text), 1, False)


@given(DECIMALS)
def test_decimals_read_back_exactly(value: Fraction) -> None:
    numeral = read(f"{value:,}")
    assert numeral.value == Fraction(value)
    assert numeral.rounded


@given(WHOLE, st.sampled_from(["-", "−", "minus ", "negative ", "Minus "]))
def test_a_minus_before_a_number_belongs_to_it(value: int, minus: str) -> None:
    text = f"It is {minus}{value}"
    numeral = numerals.read(text, text.index(str(value)), len(text))
    assert numeral is not None
    assert (numeral.value, numeral.start) == (Fraction(-value), len("It is "))


@pytest.mark.parametrize("text", ["10-12", "10–12", "A-12", "minor 12", "- 12"])
def test_a_dash_that_joins_or_stands_apart_is_no_minus(text: str) -> None:
    numeral = numerals.read(text, text.index("12"), len(text))
    assert numeral is not None
    assert numeral.value == 12


@given(DECIMALS, st.sampled_from([*MULTIPLES.items()]), st.sampled_from([" ", "-"]))
def test_a_scale_word_multiplies_exactly(value: Fraction, scale: tuple[str, int], glue: str) -> None:
    word, factor = scale
    numeral = read(f"{value}{glue}{word}")
    assert (numeral.value, numeral.scale, numeral.rounded) == (Fraction(value) * factor, factor, True)


@given(DECIMALS, st.sampled_from([*LETTERS.items()]), st.sampled_from(["", " "]))
def test_a_scale_letter_multiplies_a_sum_of_money(value: Fraction, scale: tuple[str, int], glue: str) -> None:
    letter, factor = scale
    assert read(f"{value}{glue}{letter}", money=True).value == Fraction(value) * factor


def test_a_letter_that_is_a_unit_too_multiplies_money_only() -> None:
    assert read("5m").value == 5
    assert read("5m", money=True).value == 5_000_000
    assert read("4.7k").value == 4_700


@given(st.integers(1, 999_999), st.sampled_from(["-", " "]), st.sampled_from([" and ", " "]))
def test_words_read_back_to_a_million(value: int, tens: str, hundreds: str) -> None:
    text = spelled(value, tens, hundreds)
    for words in (text, text.capitalize()):
        numeral = read(words)
        assert (numeral.value, numeral.end, numeral.spelled) == (Fraction(value), len(words), True)


@given(st.integers(1, 999), st.sampled_from([*MULTIPLES.items()]))
def test_words_before_a_scale_word_are_multiplied(value: int, scale: tuple[str, int]) -> None:
    word, factor = scale
    assert read(f"{spelled(value)} {word}").value == value * factor


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a million", 1_000_000),
        ("half a million", 500_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a hundred", 100),
        ("one hundred and six", 106),
        ("twelve hundred", 1200),
    ],
)
def test_articles_halves_and_dozens_count(text: str, value: int) -> None:
    assert (read(text).value, read(text).end) == (Fraction(value), len(text))


@pytest.mark.parametrize(
    ("text", "words"), [("two three", "two"), ("ten four", "ten"), ("thousand", None), ("and six", None), ("of", None)]
)
def test_words_that_make_no_number_together_are_not_joined(text: str, words: str | None) -> None:
    numeral = numerals.read(text, 0, len(text))
    assert (text[: numeral.end] if numeral else None) == words


@given(st.integers(1, 9), st.integers(0, 12), st.integers(0, 9))
def test_half_is_half_a_unit_of_the_last_digit_that_is_not_zero(digit: int, zeros: int, leading: int) -> None:
    numeral = read(f"{leading}{digit}{'0' * zeros}")
    assert numeral.half == Fraction(10**zeros, 2)
    assert numeral.rounded == (zeros >= 2)


@given(WHOLE.filter(bool), st.sampled_from([*MULTIPLES.items()]))
def test_half_scales_with_the_number(value: int, scale: tuple[str, int]) -> None:
    word, factor = scale
    assert read(f"{value} {word}").half == read(f"{value}").half * factor


def test_a_vague_word_has_no_value() -> None:
    for word in lexicon.entries("numbers")["vague"]["vague"]:
        assert (read(word).vague, read(word).end) == (True, len(word))


def test_a_run_of_digits_too_long_for_any_story_is_no_number() -> None:
    assert numerals.read("1" * 61, 0, 61) is None


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from([" to ", "-", "–", " – "]))
def test_two_numbers_with_a_dash_are_a_range_if_they_rise(low: int, high: int, glue: str) -> None:
    text = f"{low}{glue}{high}"
    first, second = ranges.pair(text, read(text), len(text))
    assert first.value == low
    assert (second.value if second else None) == (high if low < high else None)


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from([*MULTIPLES.items()]))
def test_both_ends_of_a_range_share_the_scale_of_the_second(low: int, more: int, scale: tuple[str, int]) -> None:
    word, factor = scale
    text = f"{low}-{low + more} {word}"
    first, second = ranges.pair(text, read(text), len(text))
    assert second is not None
    assert first.value == low * factor
    assert second.value == (low + more) * factor


@pytest.mark.parametrize(
    ("text", "is_range"),
    [
        ("between 20 and 30", True),
        ("between 30 and 20", True),
        ("20 and 30", False),
        ("it went from 12 to 15", False),
        ("from 12 to 15", True),
        ("from 12-15", True),
        ("it went from an early estimate of 12 to 15", False),
        ("it went from last year's 12 to 15", False),
        ("it went from one of 12 to 15", True),
    ],
)
def test_between_leads_a_range_and_from_a_change(text: str, is_range: bool) -> None:
    start = next(at for at, sign in enumerate(text) if sign.isdigit())
    first = numerals.read(text, start, len(text))
    assert first is not None
    assert (ranges.pair(text, first, len(text))[1] is not None) == is_range


@given(st.text("0123456789,. ahundred-milontbk", max_size=30))
def test_a_numeral_ends_within_the_text_and_is_never_negative(text: str) -> None:
    assume(text)
    numeral = numerals.read(text, 0, len(text))
    assert numeral is None or (0 < numeral.end <= len(text) and numeral.value >= 0 and numeral.half >= 0)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["1", "1,", "100,", "one ", "one-", "hundred and ", "a million ", "two thousand ", "1-"])
def test_time_does_not_grow_with_what_follows(unit: str) -> None:
    def work(size: int) -> None:
        text = unit * (size // len(unit))
        numerals.read(text, 0, len(text))

    assert grows_linearly(work, 40_000)
