import datetime as dt
import os
import random
import subprocess
import sys
from fractions import Fraction

import pytest
from currency_converter import CurrencyConverter, RateNotFoundError

from factcheck import lexicon, rates
from factcheck.intervals import Interval

D = dt.date


@pytest.fixture(scope="module")
def table() -> CurrencyConverter:
    return CurrencyConverter(decimal=True)


@pytest.mark.parametrize(("day", "won"), [(D(2025, 4, 28), "1444.38"), (D(2025, 4, 29), "1435.67"), (D(2025, 4, 30), "1423.01")])
def test_the_won_of_april_2025(day: dt.date, won: str) -> None:
    found = rates.rate("USD", "KRW", day)
    assert round(found.value, 2) == Fraction(won)
    assert (found.day, found.table) == (day, "ECB")


def test_a_rate_is_the_exact_quotient_of_two_numbers_to_the_euro() -> None:
    assert rates.rate("USD", "KRW", D(2025, 4, 30)).value == Fraction("1618.39") / Fraction("1.1373")
    assert rates.rate("EUR", "USD", D(2025, 4, 30)).value == Fraction("1.1373")


def test_the_library_gives_the_same_rates(table: CurrencyConverter) -> None:
    chance = random.Random(4)
    codes, compared = sorted(table.currencies), 0
    for _ in range(2000):
        base, quote = chance.sample(codes, 2)
        day = D(1999, 1, 4) + dt.timedelta(days=chance.randrange(9800))
        try:
            theirs = table.convert(1, quote, "EUR", day), table.convert(1, base, "EUR", day)
        except RateNotFoundError:
            continue
        compared += 1
        assert abs(rates.rate(base, quote, day).value * Fraction(theirs[0]) / Fraction(theirs[1]) - 1) < Fraction(1, 10**20)
    assert compared > 500


@pytest.mark.parametrize(
    ("asked", "in_force"), [(D(2025, 5, 3), D(2025, 5, 2)), (D(2025, 5, 4), D(2025, 5, 2)), (D(2025, 4, 21), D(2025, 4, 17))]
)
def test_a_weekend_or_holiday_takes_the_business_day_before(asked: dt.date, in_force: dt.date) -> None:
    found = rates.rate("USD", "KRW", asked)
    assert found.day == in_force
    assert found.value == rates.rate("USD", "KRW", in_force).value


@pytest.mark.parametrize(("base", "quote"), [("USD", "KRW"), ("GBP", "JPY"), ("DEM", "CHF")])
def test_the_other_way_round_is_the_reciprocal(base: str, quote: str) -> None:
    day = D(2019, 6, 12)
    assert rates.rate(base, quote, day).value * rates.rate(quote, base, day).value == 1
    there, back = (rates.band(*pair, D(2019, 1, 1), day).interval for pair in ((base, quote), (quote, base)))
    assert there.low is not None
    assert there.high is not None
    assert back == Interval(1 / there.high, 1 / there.low)


def test_a_band_runs_from_the_lowest_to_the_highest_day() -> None:
    first, last = D(2025, 3, 1), D(2025, 4, 30)
    days = [first + dt.timedelta(days=days) for days in range((last - first).days + 1)]
    values = [rates.rate("USD", "KRW", day).value for day in days]
    found = rates.band("USD", "KRW", first, last)
    assert found.interval == Interval(min(values), max(values))
    assert (found.first_day, found.last_day, found.table) == (D(2025, 2, 28), D(2025, 4, 30), "ECB")


def test_a_band_of_one_weekend_is_friday() -> None:
    found = rates.band("USD", "KRW", D(2025, 5, 3), D(2025, 5, 4))
    assert found.interval == Interval.point(rates.rate("USD", "KRW", D(2025, 5, 2)).value)


def test_the_won_of_2016_to_2025_reaches_5_22_billion_dollars_for_6_trillion() -> None:
    since_2016 = rates.band("KRW", "USD", D(2016, 1, 1), D(2025, 4, 30)).interval
    assert (Interval.point(6 * 10**12) * since_2016).holds(Fraction("5.22e9"))
    assert not (Interval.point(6 * 10**12) * since_2016).holds(Fraction("42.2e9"))


@pytest.mark.parametrize(
    ("code", "day", "message"),
    [
        ("TWD", D(2025, 4, 30), "no rate for TWD: the ECB table has none"),
        ("XYZ", D(2025, 4, 30), "no rate for XYZ: the ECB table has none"),
        ("RUB", D(2022, 3, 2), "RUB has no rate after 2022-03-01"),
        ("CNY", D(2002, 1, 4), "CNY has no rate before 2005-04-01"),
        ("GRD", D(2000, 6, 5), "GRD has no rate before 2001-01-02"),
        ("ISK", D(2012, 1, 4), "ISK has no rate between 2008-12-09 and 2018-02-01"),
        ("GBP", D(1998, 3, 4), "no rate on 1998-03-04: the ECB table starts on 1999-01-04"),
    ],
)
def test_a_missing_rate_says_which_currency_and_what_the_table_has(code: str, day: dt.date, message: str) -> None:
    for pair in ((code, "USD"), ("USD", code)):
        with pytest.raises(rates.NoRate) as fault:
            rates.rate(*pair, day)
        assert str(fault.value) == message


def test_a_day_after_the_tables_end_takes_its_last_row_for_ten_days(table: CurrencyConverter) -> None:
    end = table.bounds["USD"].last_date
    assert rates.rate("EUR", "USD", end + dt.timedelta(days=10)).day == end
    with pytest.raises(rates.NoRate, match=f"the ECB table ends on {end}"):
        rates.rate("EUR", "USD", end + dt.timedelta(days=11))


@pytest.mark.parametrize(
    ("code", "day", "per_euro", "tabled"),
    [
        ("DEM", D(2002, 1, 4), "1.95583", "ECB, fixed to the euro"),
        ("XOF", D(2020, 1, 6), "655.957", "ECB, fixed to the euro"),
        ("HRK", D(2024, 1, 4), "7.5345", "ECB, fixed to the euro"),
        ("HRK", D(2022, 12, 30), "7.5365", "ECB"),
    ],
)
def test_a_currency_fixed_to_the_euro_has_its_number_from_that_day_on(
    code: str, day: dt.date, per_euro: str, tabled: str
) -> None:
    found = rates.rate("EUR", code, day)
    assert (found.value, found.table) == (Fraction(per_euro), tabled)


def test_a_currency_without_rates_has_its_widest_known_band() -> None:
    found = rates.band("USD", "TWD", D(2020, 1, 6), D(2025, 4, 30))
    known = lexicon.entries("currencies")["TWD"]["band"]
    assert found.interval == Interval(Fraction(known["low"]), Fraction(known["high"]))
    assert (found.first_day, found.last_day, found.table) == (D(2020, 1, 6), D(2025, 4, 30), "widest known")


def test_a_widest_band_against_a_third_currency_holds_all_that_both_bands_allow() -> None:
    first, last = D(2020, 1, 6), D(2025, 4, 30)
    yen, taiwan = (rates.band("USD", code, first, last).interval for code in ("JPY", "TWD"))
    assert rates.band("TWD", "JPY", first, last).interval == yen / taiwan


def test_a_period_that_the_table_covers_in_part_has_the_widest_band_or_none() -> None:
    assert rates.band("USD", "CNY", D(2000, 1, 3), D(2010, 1, 4)).table == "widest known"
    with pytest.raises(rates.NoRate, match="RON has no rate before 2005-07-01"):
        rates.band("USD", "RON", D(2000, 1, 3), D(2010, 1, 4))


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("GHS", D(2006, 1, 2), D(2010, 1, 4)),
        ("TWD", D(1998, 1, 5), D(2010, 1, 4)),
        ("TWD", D(2020, 1, 6), D(2027, 1, 4)),
        ("VES", D(2020, 1, 6), D(2021, 1, 4)),
    ],
)
def test_a_band_does_not_speak_for_other_days(code: str, first: dt.date, last: dt.date) -> None:
    with pytest.raises(rates.NoRate):
        rates.band("USD", code, first, last)


def test_a_period_that_ends_before_it_starts_has_no_band() -> None:
    with pytest.raises(rates.NoRate, match="ends before it starts"):
        rates.band("USD", "EUR", D(2020, 1, 10), D(2019, 2, 1))


def test_the_widest_known_band_holds_each_rate_of_the_table(table: CurrencyConverter) -> None:
    both = [code for code, entry in lexicon.entries("currencies").items() if "band" in entry and code in table.currencies]
    for code in both:
        known = lexicon.entries("currencies")[code]["band"]
        stretches = [(D(2008, 1, 2), D(2008, 12, 9)), (D(2018, 2, 1), D(2022, 3, 1))]
        bounds = table.bounds[code]
        for first, last in stretches if code == "ISK" else [(bounds.first_date, bounds.last_date)]:
            found = rates.band("USD", code, first, last)
            assert found.table == "ECB"
            assert found.interval.low is not None
            assert found.interval.high is not None
            assert Fraction(known["low"]) < found.interval.low
            assert found.interval.high < Fraction(known["high"])
    assert len(both) >= 10


def test_the_library_is_imported_when_a_rate_is_asked_for() -> None:
    code = (
        "import sys, datetime; from factcheck import rates; assert 'currency_converter' not in sys.modules;"
        "rates.rate('EUR', 'USD', datetime.date(2020, 1, 6)); assert 'currency_converter' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
