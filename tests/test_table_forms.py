"""What tells a slip from a convention: the pen that slipped, the code, the rounding; and where full stops set thousands apart."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from factcheck import load_rules
from factcheck.tables import columns
from factcheck.tables.binding import Relation, of
from factcheck.tables.columns import forms, kinds
from factcheck.tables.judged import judging
from factcheck.tables.judged.judging import Row
from factcheck.tables.shapes import Match
from factcheck.tables.slips import codes, pens, traces
from factcheck.verdicts import Verdict

RULES = {rule.name: rule for rule in load_rules()}
SUM, SUBSET = "table/parts-off-total", "table/subset-above-whole"


def relation(rule: str, headers: str, rows: Sequence[str]) -> Relation:
    """Bind the columns in the order of the rule's names; the first name takes all that are left, if it may."""
    names = headers.split(",")
    sample = columns.read(names, ["text"] * len(names), [row.split(",") for row in rows])
    chosen, claims = RULES[rule], list(RULES[rule].claims)
    match = {claims[0]: sample.columns[: len(names) - len(claims) + 1]}
    match |= {name: (sample.columns[at],) for name, at in zip(claims[1:], range(len(match[claims[0]]), len(names)), strict=True)}
    return of(chosen, Match(match, "guess"))


def broken(rule: str, headers: str, rows: Sequence[str]) -> tuple[Relation, list[Verdict]]:
    """Judge each row."""
    others = [rows[0]] if "days" in headers else ["7," * headers.count(",") + "7"]
    bound = relation(rule, headers, [*rows, *others * 20])
    verdicts = []
    for at, row in enumerate(rows, 1):
        placed = [(Row(at, at, dict(enumerate(row.split(",")))), column) for column in bound.columns.values()]
        told, claims = judging.story("-", "x", placed)
        verdict = judging.judge(bound.ways[0], bound, told, {index: claim for (_, index), claim in claims.items()})
        assert verdict is not None
        assert verdict.outcome.verdict == "cannot hold"
        verdicts.append(verdict)
    return bound, verdicts


@pytest.mark.parametrize(
    ("row", "slip"),
    [
        ("120,340,640", True),  # 460 with a digit changed
        ("120,340,46", True),  # a digit lost
        ("120,340,4600", True),  # a digit doubled
        ("134,322,465", False),  # off by nine: who knows who was counted too
        ("120,340,732", False),
        ("120,3400,460", True),  # the part is the slip
    ],
)
def test_one_slip_of_the_pen_is_told_from_another_way_to_count(row: str, slip: bool) -> None:
    _, (verdict,) = broken(SUM, "men,women,total", [row])
    assert pens.slipped(verdict) is slip


@pytest.mark.parametrize(
    ("row", "slip"),
    [
        ("120,340,640", True),
        ("120,340,-460", False),  # a sign is lost in many rows by a manner of writing
        ("120,340,470", False),  # in a row of tens ten is the smallest step
        ("123,340,473", True),
        ("1200,3400,6600", True),
        ("1200,3400,4700", False),
    ],
)
def test_of_many_rows_a_slip_is_a_digit_and_no_step_of_rounding(row: str, slip: bool) -> None:
    _, (verdict,) = broken(SUM, "men,women,total", [row])
    assert pens.slipped(verdict, digits_only=True) is slip


def test_rows_that_were_copied_down_bear_the_trace_of_it() -> None:
    rows = ["901,2019-03-01,2019-03-05", "902,2019-04-11,2019-04-12", "903,2019-06-03,2019-06-30", "57,2019-07-01,2019-07-09"]
    bound, verdicts = broken("table/days-off-dates", "days,start,end", rows)
    assert traces.slips(bound, verdicts, [5, 6, 7, 8]) == 3
    assert traces.slips(bound, verdicts, [5, 7, 9, 11]) == 0


def test_totals_that_were_left_at_nought_are_few() -> None:
    bound, verdicts = broken(SUM, "men,women,total", ["1,2,0", "3,1,0", "2,2,0"])
    assert traces.slips(bound, verdicts[:2], [4, 9]) == 2
    assert traces.slips(bound, verdicts, [4, 9, 12]) == 0


def test_to_stay_below_something_tells_no_slip() -> None:
    _, (verdict,) = broken(SUBSET, "women,all", ["460,46"])
    assert not pens.slipped(verdict)


def explained(rule: str, headers: str, rows: Sequence[str], numbers: Sequence[int] = ()) -> str:
    bound, verdicts = broken(rule, headers, rows)
    return codes.explained(bound, verdicts, numbers or [3 * at for at in range(len(rows))])


def test_a_whole_of_nought_may_be_one_that_nobody_counted() -> None:
    assert explained(SUBSET, "women,all", ["5,0"]) == "0 may stand for what is not known"
    assert explained(SUBSET, "women,all", ["5,3"]) == ""


def test_a_total_of_nought_beside_its_parts_is_a_slip() -> None:
    assert explained(SUM, "men,women,total", ["5,3,0"]) == ""


def test_one_value_in_all_broken_rows_is_a_code() -> None:
    assert explained(SUBSET, "women,all", ["5,0", "6,0", "8,0"]) == "all is 0 in all 3 rows that break it: a code, not a value"
    assert explained(SUBSET, "women,all", ["5,2", "6,2", "8,2"]) == ""


def test_a_part_of_nought_is_no_code_where_totals_are_above_and_below() -> None:
    assert explained(SUM, "men,women,total", ["0,3,5", "0,4,9", "0,8,11"]).startswith("men is 0 in all 3 rows")
    assert explained(SUM, "men,women,total", ["0,3,5", "0,4,9", "0,8,6"]) == ""


def test_off_by_one_to_both_sides_is_rounding() -> None:
    rows = ["50,30,81", "51,30,80", "40,30,71", "41,30,70"]
    assert explained(SUM, "men,women,total", rows) == "4 rows are off by one to both sides: rounded figures"
    assert explained(SUM, "men,women,total", ["50,30,79", "51,30,80", "40,30,69", "41,30,70"]) == ""


def test_a_rest_that_no_column_lists_is_told_from_slips() -> None:
    rows = ["50,30,83", "51,30,82", "40,30,77", "41,30,72"]
    assert (
        explained(SUM, "men,women,total", rows)
        == "the total is above its parts in all 4 rows that break it: others, who are not listed"
    )
    assert explained(SUM, "men,women,total", [*rows[:3], "41,30,67"]) == ""


def test_a_part_that_names_know_may_be_what_is_missing_in_a_single_row() -> None:
    assert explained(SUM, "killed,wounded,casualties", ["110,250,695"]).startswith("a part may be counted that no column lists")
    assert explained(SUM, "killed,wounded,casualties", ["110,250,361"]) == ""  # off by one
    assert explained(SUM, "killed,wounded,casualties", ["110,250,370"]) == ""  # a digit
    assert explained(SUM, "killed,wounded,casualties", ["110,250,325"]) == ""  # too little for its parts
    assert explained(SUM, "men,women,total", ["110,250,695"]) == ""


def test_one_stretch_of_rows_is_another_way_to_count() -> None:
    rows = [f"{at + 5},{at + 2},{at + 1}" for at in range(8)]  # a total below its parts
    assert explained(SUM, "men,women,total", rows, range(4, 12)).startswith("broken in rows 4 to 11 without a gap")
    assert explained(SUM, "men,women,total", rows, range(4, 20, 2)) == ""


@pytest.mark.parametrize(
    ("texts", "comma", "value"),
    [
        (("1.234", "345", "2.500"), True, 1234),
        (("1.234", "345", "2.500"), False, Fraction(1234, 1000)),
        (("1.234", "3456", "2.500"), True, Fraction(1234, 1000)),  # thousands without a sign: the stop is none
        (("0.234", "0.345", "0.500"), True, Fraction(234, 1000)),
        (("1.234.567", "345", "2.500"), False, 1234567),
        (("1.234,5", "345,1", "2.500,0"), False, Fraction(12345, 10)),
        (("1234,5", "10345,1", "2500,0"), False, Fraction(12345, 10)),
        (("1\u202f234,5", "345,1", "2 500,0"), False, Fraction(12345, 10)),
    ],
)
def test_full_stops_set_thousands_apart_where_the_table_says_so(texts: tuple[str, ...], comma: bool, value: Fraction) -> None:
    form = kinds.of_texts(dict.fromkeys(texts, 1), comma=comma)
    assert forms.value_of(texts[0], form.point) == value


@pytest.mark.parametrize(("usual", "slip", "value"), [("12,3{:02}", "11,36", 12300), ("1.234.5{:02}", "11.36", 1234500)])
def test_one_digit_lost_behind_a_mark_of_thousands_makes_no_decimals(usual: str, slip: str, value: int) -> None:
    texts = [usual.format(at) for at in range(30)]
    form = kinds.of_texts({slip: 1} | dict.fromkeys(texts, 4))
    assert forms.value_of(texts[0], form.point) == value


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (("0,074", "0,512", "0,008"), Fraction(74, 1000)),
        (("0,074", "0,512", "1,204"), Fraction(74, 1000)),
        (("-0,250", "0,125", "0,375"), Fraction(-1, 4)),
        (("1,074", "2,512", "3,008"), 1074),
    ],
)
def test_nought_before_a_comma_stands_in_no_thousands(texts: tuple[str, ...], value: Fraction) -> None:
    form = kinds.of_texts(dict.fromkeys(texts, 1))
    assert forms.value_of(texts[0], form.point) == value


@pytest.mark.parametrize(
    ("prices", "gaps", "points"),
    [
        (["1,627", "1,630", "1,638"], ["0,081", "0,090", "0,102"], (",", ",")),
        (["1,627", "1,630", "1,638"], ["19,22", "24,31", "18,40"], (".", ",")),  # of two ages, or of two places
        (["1,627", "930", "1,638"], ["0,081", "0,090", "0,102"], (".", ",")),
    ],
)
def test_a_comma_is_that_of_decimals_where_another_column_leaves_no_doubt(
    prices: Sequence[str], gaps: Sequence[str], points: Sequence[str]
) -> None:
    sample = columns.read(["price", "gap"], ["text", "text"], [*zip(prices, gaps, strict=True)])
    assert tuple(column.form.point for column in sample.columns) == points
