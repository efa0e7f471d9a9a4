"""The words of `holds`: each at work, and each file as the room asks."""

from __future__ import annotations

import datetime as dt
import doctest
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import relations
from factcheck.days import Days
from factcheck.expressions import Context, Operand, Outcome, evaluate, parse, repair
from factcheck.intervals import Amount, Interval
from factcheck.relations import at_rate

WEDNESDAY = dt.date(2025, 4, 30)
PUBLISHED = Context(WEDNESDAY)
MONEY = parse("at_rate(given, converted) == converted", {"given": "money", "converted": "money"})


@frozen
class Said:
    """A claim as far as words ask of it."""

    first_day: dt.date | None = None
    last_day: dt.date | None = None
    weekday: int | None = None
    days: tuple[dt.date, ...] = ()
    stance: str = "asserted"
    guess: bool = False
    written: Days | None = None
    elsewhen: bool = False
    hedge_kinds: frozenset[str] = frozenset()
    listing: tuple[str, ...] = ()
    is_range: bool = False
    source: str | None = None
    ends: tuple[Fraction, Fraction] | None = None
    direction: str | None = None
    forms: frozenset[str] = frozenset()
    since_year: int | None = None
    until_year: int | None = None
    kind: str = "count"


def money(quote: str, value: str, half: str, unit: str | None, claim: Said | None = None) -> Operand:
    middle, h = Fraction(value), Fraction(half)
    interval = Interval(middle - h, middle + h, False, h > 0)
    return Operand(quote, Amount(interval, interval, unit), claim)


WON = money("6 trillion won", "6e12", "0", "KRW")
DOLLARS = money("$4.22 billion", "4.22e9", "5e6", "USD")


def converted(given_: Operand, other: Operand, context: Context = PUBLISHED) -> Outcome:
    return evaluate(MONEY, {"given": given_, "converted": other}, context)


# --- the room


def test_every_file_is_a_word_with_its_manual() -> None:
    folder = Path(relations.__file__).parent
    assert relations.words() == {path.stem for path in folder.glob("*.py")} - {"__init__"}
    for name in relations.words():
        word = relations.word(name)
        assert isinstance(word, relations.Word | relations.JoiningWord)
        assert not isinstance(word, relations.Word) or all(0 <= place < len(word.TAKES) for place in word.USES)
        assert (word.__doc__ or "").startswith(f"``{name}(")


@pytest.mark.parametrize("name", sorted(relations.words()))
def test_every_words_manual_is_true(name: str) -> None:
    module = relations.word(name)
    results = doctest.testmod(module)  # type: ignore[arg-type] # a word is a module
    assert results.attempted
    assert not results.failed


# --- at_rate


def test_money_is_converted_at_the_rate_of_the_day_of_publication() -> None:
    outcome = converted(WON, DOLLARS)
    assert outcome.verdict == "holds"
    assert outcome.reason == "equal once rounded"
    assert outcome.calculation == ("6 trillion won / 1,423.01 (KRW per USD, ECB, 2025-04-30) = 4.2164 billion USD; $4.22 billion")
    assert outcome.facts == {"rate": "1,423.01", "rate_day": "2025-04-30"}


def test_a_weekend_takes_the_business_day_before() -> None:
    outcome = converted(WON, DOLLARS, Context(dt.date(2025, 5, 4)))
    assert outcome.facts["rate_day"] == "2025-05-02"
    assert "2025-05-02) = " in outcome.calculation


def test_a_figure_ten_times_too_large_cannot_hold() -> None:
    outcome = converted(WON, money("$42.2 billion", "42.2e9", "5e7", "USD"))
    assert outcome.verdict == "cannot hold"
    assert outcome.facts["right"] == "$4.22 billion"


def test_a_rate_of_the_last_week_may_have_been_at_hand() -> None:
    assert converted(WON, money("$4.16 billion", "4.16e9", "5e6", "USD")).verdict == "may hold"
    assert converted(WON, money("$3.91 billion", "3.91e9", "5e6", "USD")).verdict == "cannot hold"


@pytest.mark.parametrize("which", [0, 1])
def test_a_sum_over_a_period_may_be_converted_at_any_of_its_rates(which: int) -> None:
    since = Said(first_day=dt.date(2016, 1, 1))
    figures = [WON, money("$5.22 billion", "5.22e9", "5e6", "USD")]
    assert converted(figures[0], figures[1]).verdict == "cannot hold"
    figures[which] = Operand(figures[which].quote, figures[which].amount, since)
    outcome = converted(figures[0], figures[1])
    assert outcome.verdict == "may hold"
    assert outcome.reason == "they can be equal only as far as hedges, rounding and rates allow"


def test_a_period_that_has_ended_gives_its_own_rates_and_those_of_publication() -> None:
    spring = Said(dt.date(2021, 4, 1), dt.date(2021, 5, 31))
    past = Operand("6 trillion won", WON.amount, spring)
    assert converted(past, money("$5.35 billion", "5.35e9", "5e6", "USD")).verdict == "may hold"
    assert converted(past, DOLLARS).verdict == "holds"
    assert converted(past, money("$5.95 billion", "5.95e9", "5e6", "USD")).verdict == "cannot hold"


def test_as_of_a_day_reaches_from_that_day_to_publication() -> None:
    as_of = Operand("6 trillion won", WON.amount, Said(last_day=dt.date(2024, 9, 30)))
    assert converted(as_of, money("$4.57 billion", "4.57e9", "5e6", "USD")).verdict == "may hold"


@pytest.mark.parametrize(
    ("given_", "other", "context", "reason"),
    [
        (WON, DOLLARS, Context(), "the publication date is not known"),
        (
            Operand("6 trillion won", WON.amount, Said(first_day=dt.date(2036, 1, 1))),
            DOLLARS,
            PUBLISHED,
            "the period of 6 trillion won starts on 2036-01-01, after publication",
        ),
        (money("3 quatloos", "3", "0", None), DOLLARS, PUBLISHED, "the currency of 3 quatloos is not known"),
        (Operand("billions of won"), DOLLARS, PUBLISHED, "billions of won gives no figure"),
        (WON, DOLLARS, Context(dt.date(1980, 1, 1)), "no rate on 1979-12-25: the ECB table starts on 1999-01-04"),
        (WON, DOLLARS, Context(dt.date.min), "no rate on 0001-01-01: the ECB table starts on 1999-01-04"),
    ],
)
def test_what_is_wanting_for_a_rate_is_said(given_: Operand, other: Operand, context: Context, reason: str) -> None:
    outcome = converted(given_, other, context)
    assert (outcome.verdict, outcome.reason) == ("not checked", reason)


def test_a_currency_of_which_only_a_range_is_known_can_contradict_but_not_confirm() -> None:
    taiwan = money("NT$30 billion", "30e9", "5e8", "TWD")
    outcome = converted(taiwan, money("$1 billion", "1e9", "5e7", "USD"))
    assert (outcome.verdict, outcome.reason) == ("may hold", "only a range of rates is known")
    assert "widest known" in outcome.calculation
    assert converted(taiwan, money("$90 billion", "90e9", "5e8", "USD")).verdict == "cannot hold"


def test_where_nobody_tells_the_day_what_is_right_is_told_as_money_and_how_far_it_may_lie_beyond() -> None:
    outcome = converted(
        money("2.4 million euros", "2.4e6", "0", "EUR"), money("$28 million", "28e6", "5e5", "USD"), Context(None)
    )
    assert outcome.verdict == "cannot hold"
    assert outcome.facts["right"] == "$1.98 million to $3.84 million"
    assert "and as far as 2.5 times beyond = " in outcome.calculation


def test_a_percent_that_only_coarse_levels_allow_is_told_with_all_that_they_allow() -> None:
    moved = parse("percent_moved(level, before, percent) == percent", {"level": "claim", "before": "claim", "percent": "percent"})
    up = Said(direction="up")
    levels = {
        "level": money("$590 million", "590e6", "5e6", "USD", up),
        "before": money("$500 million", "500e6", "50e6", "USD", up),
    }
    told = {
        words: evaluate(moved, {**levels, "percent": money(f"{words}%", words, ".5", "percent", up)}, PUBLISHED)
        for words in ("18", "28")
    }
    assert {words: outcome.verdict for words, outcome in told.items()} == {"18": "holds", "28": "holds"}
    assert told["18"].calculation.endswith("= 18 percent against 18%")
    assert told["28"].calculation.endswith("= 18 percent (5.8636 to 32.722) against 28%")
    assert told["28"].reason != told["18"].reason == "equal once rounded"


def test_one_currency_twice_needs_no_rate() -> None:
    outcome = converted(WON, money("4.22 trillion won", "4.22e12", "5e9", "KRW"), Context())
    assert (outcome.verdict, outcome.calculation) == ("cannot hold", "6 trillion won against 4.22 trillion won")


def test_both_figures_of_a_conversion_can_be_repaired() -> None:
    figures = {"given": money("6 billion won", "6e9", "5e8", "KRW"), "converted": DOLLARS}
    for name in figures:
        found = repair(MONEY, name, figures, PUBLISHED)
        assert found is not None
        assert found.low is not None
        inside = Operand("x", Amount(found, found, "KRW" if name == "given" else "USD"))
        assert evaluate(MONEY, {**figures, name: inside}, PUBLISHED).verdict != "cannot hold"
        outside = Interval.point(found.low * 9 / 10)
        kept = Operand("x", Amount(outside, outside, inside.amount.unit if inside.amount else None))
        assert evaluate(MONEY, {**figures, name: kept}, PUBLISHED).verdict == "cannot hold"


@settings(deadline=None)  # the table of rates is read once
@given(st.sampled_from(["KRW", "EUR", "JPY", "GBP", "USD"]), st.sampled_from(["USD", "EUR", "CHF"]), st.integers(1, 10**12))
def test_what_a_rate_gives_is_what_it_solves_for(base: str, quote: str, value: int) -> None:
    given_, other = money("x", str(value), "0", base), money("y", "1", "0", quote)
    worth = at_rate.evaluate(given_, other, PUBLISHED)
    assert at_rate.solve(worth.amount.printed, given_, other, PUBLISHED).holds(Fraction(value))


# --- days


def judged(holds: str, context: Context = PUBLISHED, **claims: Said) -> Outcome:
    expression = parse(holds, dict.fromkeys(claims, "day"))
    return evaluate(expression, {name: Operand(name, None, claim) for name, claim in claims.items()}, context)


def test_a_weekday_off_its_date_cannot_hold() -> None:
    assert judged("weekday(day)", day=Said(WEDNESDAY, WEDNESDAY, weekday=2)).verdict == "holds"
    outcome = judged("weekday(day)", day=Said(WEDNESDAY, WEDNESDAY, weekday=1))
    assert (outcome.verdict, outcome.facts) == ("cannot hold", {"right": "Wednesday"})
    assert outcome.calculation == "2025-04-30 is a Wednesday, not a Tuesday"


def test_a_weekday_may_fit_any_year_that_the_date_can_be_read_in() -> None:
    years = tuple(dt.date(year, 5, 29) for year in (2024, 2025, 2026))
    fitting = {day.weekday() for day in years}
    for weekday in range(7):
        outcome = judged("weekday(day)", day=Said(weekday=weekday, days=years))
        assert (outcome.verdict == "holds") == (weekday in fitting)
    assert judged("weekday(day)", day=Said(weekday=0, days=years)).facts == {"right": "Thursday"}


def test_a_denied_weekday_is_the_other_way_round() -> None:
    assert judged("not weekday(day)", day=Said(WEDNESDAY, WEDNESDAY, weekday=2)).verdict == "cannot hold"
    assert judged("not weekday(day)", day=Said(WEDNESDAY, WEDNESDAY)).verdict == "not checked"


def test_a_weekday_is_asked_of_one_day_only() -> None:
    assert judged("weekday(day)", day=Said(WEDNESDAY, dt.date(2025, 5, 2), weekday=2)).reason == "day is not one day"
    assert judged("weekday(day)", day=Said(WEDNESDAY, WEDNESDAY)).reason == "no weekday is written with day"


def test_a_period_that_starts_after_publication_cannot_have_begun() -> None:
    outcome = judged("start(period) <= published", period=Said(first_day=dt.date(2026, 6, 1)))
    assert (outcome.verdict, outcome.calculation) == ("cannot hold", "start of period = 2026-06-01 > 2025-04-30 (published)")
    assert outcome.facts == {"start": "2026-06-01", "published": "2025-04-30"}
    assert judged("start(period) <= published", period=Said(first_day=dt.date(2024, 6, 1))).verdict == "holds"
    assert judged("start(period) <= published", period=Said(last_day=WEDNESDAY)).reason == "period has no first day"


def test_a_period_without_a_sharp_start_may_have_started_earlier() -> None:
    later = Said(first_day=dt.date(2026, 6, 1), last_day=dt.date(2026, 6, 30), guess=True)
    may_hold = judged("start(period) <= published", period=later)
    assert (may_hold.verdict, may_hold.reason) == ("may hold", "it hangs on which day is meant")


def test_a_period_without_a_sharp_end_is_not_checked() -> None:
    later = Said(first_day=dt.date(2026, 6, 1), last_day=dt.date(2026, 6, 30), guess=True)
    assert judged("end(period) <= published", period=later).reason == "period has no sharp end"


def test_a_day_that_its_month_does_not_have_cannot_be() -> None:
    assert judged("exists(day)", day=Said(written=Days(month=2, day=29))).verdict == "holds"
    assert judged("exists(day)", day=Said(written=Days(2024, 2, 29))).verdict == "holds"
    assert judged("exists(day)", day=Said(written=Days(2023, 2, 29))).facts == {"right": "February 2023 has 28 days"}
    assert judged("exists(day)", day=Said(written=Days(month=6, day=28, to=Days(month=6, day=31)))).verdict == "cannot hold"
    assert judged("exists(day)", day=Said(written=Days(2016))).reason == "day names no day of a month"


def test_no_other_period_is_proposed() -> None:
    expression = parse("start(period) <= published", {"period": "day"})
    assert repair(expression, "period", {"period": Operand("x", None, Said(first_day=dt.date(2026, 6, 1)))}, PUBLISHED) is None


def test_a_period_without_a_year_may_be_last_years() -> None:
    may = tuple(dt.date(year, 5, 29) for year in (2024, 2025))
    later = Said(first_day=may[1], last_day=may[1], days=may)
    assert judged("start(period) <= published", period=later).verdict == "may hold"
    assert judged("end(period) <= published", period=later).verdict == "may hold"


def test_the_end_of_february_is_its_end_in_every_year() -> None:
    february = Said(dt.date(2025, 2, 1), dt.date(2025, 2, 28), days=(dt.date(2024, 2, 1), dt.date(2025, 2, 1)))
    leap = Context(dt.date(2024, 2, 28))
    assert judged("end(period) <= published", leap, period=february).verdict == "cannot hold"
    assert judged("end(period) <= published", Context(dt.date(2024, 2, 29)), period=february).verdict == "may hold"
    assert judged("end(period) <= published", period=Said(first_day=WEDNESDAY)).reason == "period has no last day"


# --- headlines


@pytest.mark.parametrize(
    ("headline", "body", "verdict"),
    [
        ((), (), "holds"),
        ((), ("estimate",), "cannot hold"),
        ((), ("allegation", "approximation"), "cannot hold"),
        (("approximation",), ("allegation",), "cannot hold"),
        (("hearsay",), ("allegation",), "holds"),
        (("approximation",), ("estimate",), "holds"),
        (("estimate",), (), "holds"),
        ((), ("bound", "vague-source", "booster"), "holds"),
    ],
)
def test_a_headline_is_no_surer_than_the_body(headline: tuple[str, ...], body: tuple[str, ...], verdict: str) -> None:
    expression = parse("as_surely(headline, body)", {"headline": "claim", "body": "claim"})
    above, below = (Operand("600", None, Said(hedge_kinds=frozenset(kinds))) for kinds in (headline, body))
    outcome = evaluate(expression, {"headline": above, "body": below}, Context())
    assert outcome.verdict == verdict
    assert ("dropped" in outcome.facts) == (verdict == "cannot hold")


def test_a_bare_figure_says_nothing_of_its_hedges() -> None:
    expression = parse("as_surely(headline, body)", {"headline": "claim", "body": "claim"})
    outcome = evaluate(expression, {"headline": Operand("600"), "body": Operand("600")}, Context())
    assert (outcome.verdict, outcome.reason) == ("not checked", "nothing but a figure is known of 600")
