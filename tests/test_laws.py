"""Laws that hold for every story: no input raises, places are where they are said to be, and no reading is ever made worse.

The generated stories are of a few sentences about a battle, a bridge, a trail and a visit. A truthful story is written from
numbers that satisfy every relation, in any manner that does not lie about them. Figures are marked ``[[so]]`` in the making.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache

import corpora
import stories as as_printed
import z3
from attrs import evolve
from hypothesis import assume, example, given
from hypothesis import strategies as st

from factcheck import check, joint, rates, readers, rules, story, units, verdicts
from factcheck.claims import Claim, reading
from factcheck.constraints import Constraint, bind
from factcheck.expressions.tree import Arithmetic, Comparison, Figure, Term
from factcheck.intervals import Interval
from factcheck.report import Report
from factcheck.report.plain import as_dict
from factcheck.rules.examples import marked
from factcheck.story import Story

PUBLISHED = dt.date(2025, 4, 30)
HEADLINE = "A day in the hills"
BUNDLED = rules.load()
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")

BATTLE = {
    "killed": (
        "{} soldiers were killed.",
        "the battle killed {} soldiers.",
        "there were {} deaths.",
        "the death toll stood at {}.",
    ),
    "injured": ("{} soldiers were injured.", "{} soldiers were wounded in the battle."),
    "casualties": ("there were {} casualties.", "casualties came to {}.", "{} soldiers were killed or injured."),
    "deployed": ("{} soldiers were deployed.", "the kingdom sent {} soldiers."),
}
LENGTHS = (("miles", "km", "mile", "kilometer"), ("feet", "metres", "foot", "meter"), ("acres", "hectares", "acre", "hectare"))
ELSEWHERE = (
    "The library lent [[312]] novels in the spring.",
    "The choir meets at the town hall every week.",
    "The old clock tower is [[41 metres]] high.",
    "Turnout at the bakery rose by [[3 percent]].",
    "The apple harvest has been going on since [[March]].",  # a year could tell when a sum near it was converted
)


# --- stories


def manners(count: int) -> list[str]:
    """Give ways to write a count of at least two that do not lie about it."""
    hundreds, tenths = (count + 50) // 100 * 100, (count + 50) // 100
    ways = [
        f"[[{count:,}]]",
        f"about [[{count:,}]]",
        f"an estimated [[{count:,}]]",
        f"at least [[{count:,}]]",
        f"more than [[{count - 1:,}]]",
        f"up to [[{count + 3:,}]]",
        f"nearly [[{count + count // 20:,}]]",
        f"just over [[{count - count // 20:,}]]",
    ]
    return ways if count < 1000 else [*ways, f"[[{hundreds:,}]]", f"[[{tenths // 10}.{tenths % 10} thousand]]"]


def sentence(template: str, *figures: str) -> str:
    text = template.format(*figures)
    at = 2 if text.startswith("[[") else 0
    return text[:at] + text[at].upper() + text[at + 1 :]


def rounded(value: Fraction) -> str:
    """Write a positive number to the whole, or to a tenth below ten, half up."""
    tenths = int(value * 10 + Fraction(1, 2))
    return f"{int(value + Fraction(1, 2)):,}" if value >= 10 else f"{tenths // 10}.{tenths % 10}"


@st.composite
def battles(draw: st.DrawFn, *, truthful: bool = False, hedged: bool = True) -> list[str]:
    """Write sentences about the dead, the injured, all casualties and those deployed."""
    if truthful:
        killed, injured = draw(st.integers(2, 5000)), draw(st.integers(2, 5000))
        casualties = killed + injured + draw(st.integers(0, 50))
        counts = {
            "killed": killed,
            "injured": injured,
            "casualties": casualties,
            "deployed": casualties + draw(st.integers(0, 9000)),
        }
    else:
        counts = {role: draw(st.integers(2, 9000)) for role in BATTLE}
    told = []
    for role in draw(st.lists(st.sampled_from(sorted(BATTLE)), max_size=5)):
        ways = manners(counts[role] if truthful else draw(st.integers(2, 9000)))
        told.append(sentence(draw(st.sampled_from(BATTLE[role])), draw(st.sampled_from(ways)) if hedged else ways[0]))
    if draw(st.booleans()):
        both = [
            draw(st.sampled_from(manners(counts[role]))) if hedged else f"[[{counts[role]:,}]]" for role in ("killed", "injured")
        ]
        told.append(sentence("{} soldiers were killed and {} were injured.", *both))
    if draw(st.booleans()):
        pair = [f"[[{counts[role]:,}]]" for role in ("casualties", "killed")]
        told.append(sentence("there were {} casualties, including {} deaths.", *pair))
    return told


@st.composite
def sums(draw: st.DrawFn, *, truthful: bool = False) -> list[str]:
    """Write a sum of money in two currencies."""
    name, code = draw(st.sampled_from([("€", "EUR"), ("£", "GBP"), ("C$", "CAD"), ("₩", "KRW")]))
    millions = draw(st.integers(2, 900)) * (10_000 if code == "KRW" else 1)
    dollars = millions * (rates.rate(code, "USD", PUBLISHED).value if truthful else Fraction(draw(st.integers(1, 40)), 10))
    assume(dollars >= 1)
    return [f"The bridge cost [[{name}{millions} million]] ([[US${rounded(dollars).replace(',', '')} million]])."]


@st.composite
def trails(draw: st.DrawFn, *, truthful: bool = False) -> list[str]:
    """Write a measure in two units."""
    first, second, unit, other = draw(st.sampled_from(LENGTHS))
    size = draw(st.integers(4, 900))
    converted = size * (units.factor(unit, other) if truthful else Fraction(draw(st.integers(2, 40)), 10))
    return [f"The path is [[{size} {first}]] ([[{rounded(converted)} {second}]]) in all."]


@st.composite
def visits(draw: st.DrawFn, *, truthful: bool = False) -> list[str]:
    """Write what happened on a day, of no earlier year: such a year could tell when a sum near it was converted."""
    day = PUBLISHED - dt.timedelta(draw(st.integers(1, 119) if truthful else st.integers(-400, 119)))
    weekday = WEEKDAYS[day.weekday() if truthful else draw(st.integers(0, 6))]
    return [f"The queen came on [[{weekday}, {MONTHS[day.month - 1]} {day.day}, {day.year}]]."]


def stories(*, truthful: bool = False, hedged: bool = True) -> st.SearchStrategy[list[str]]:
    matters = (
        battles(truthful=truthful, hedged=hedged),
        sums(truthful=truthful),
        trails(truthful=truthful),
        visits(truthful=truthful),
    )
    return st.tuples(*(matter | st.just([]) for matter in matters)).map(lambda parts: [line for part in parts for line in part])


def plain(lines: Sequence[str]) -> str:
    return marked("\n\n".join(lines))[0]


def checked(lines: Sequence[str]) -> Report:
    return check(plain(lines), headline=HEADLINE, published=PUBLISHED)


def told(text: str) -> Story:
    document = readers.from_text(text, headline=HEADLINE, published=PUBLISHED)
    return story.tell(document, reading.read(document))


Judged = Counter[tuple[str, tuple[str, ...], str]]


def judged(lines: Sequence[str], only: Callable[[str], bool] = lambda verdict: True) -> Judged:
    """Count what a story's figures are found to be, by rule, figures and verdict, wherever they stand."""
    tale = told(plain(lines))
    found = [verdicts.judge(constraint, tale) for constraint in bind(BUNDLED, tale)]
    found += joint.find(BUNDLED, tale, found)
    return Counter(
        (
            v.constraint.rule.name,
            tuple(tale.document.quote(claim.span) for claim in v.constraint.claims.values()),
            v.outcome.verdict,
        )
        for v in found
        if only(v.outcome.verdict)
    )


def conflicts(lines: Sequence[str]) -> Judged:
    """Count the conflicts; a note ("reportedly", and nobody is named) is none."""
    notes = {rule.name for rule in BUNDLED if rule.severity == "note"}
    found = judged(lines, lambda verdict: verdict == "cannot hold")
    return Counter({key: count for key, count in found.items() if key[0] not in notes})


# --- whatever goes in

WORDS = [
    *(
        "killed",
        "injured",
        "including",
        "of those",
        "about",
        "more than",
        "soldiers",
        "said",
        "the army",
        "since",
        "as of",
        "won",
    ),
    *(
        "4,700",
        "12",
        "0",
        "-3",
        "1/2",
        "½",
        "3.5",
        "1e9",
        "12:30:45",
        "2025-02-30",
        "Feb. 29",
        "May",
        "Tuesday, ",
        "2016",
        "9999",
    ),
    *("percent", "miles", " km", "°C", " million", " trillion", "$", "€", "US$"),
]
MARKS = [*"()“”.,?—\n\t\u00a0\u2028\x00\ufeffé한🙂", ". ", "\n\n", "\r\n", "e\u0301", "9" * 400]
SCRAPS = st.sampled_from([*WORDS, *MARKS]) | st.just(" ")
READ = sorted({case.values[0].text for name in corpora.names("mentions") for case in corpora.cases("mentions", name)})
CUT = st.tuples(st.sampled_from(READ), st.integers(1, 80)).map(lambda cut: cut[0][: cut[1]])
"""What is read elsewhere, cut anywhere: no reader may look behind the end."""
TEXTS = st.text(max_size=60) | st.lists(SCRAPS, max_size=25).map("".join) | CUT


@given(TEXTS, TEXTS | st.none(), st.dates() | st.none())
@example("They went 4-for-", None, None)
def test_nothing_that_is_text_raises(text: str, headline: str | None, published: dt.date | None) -> None:
    report = check(text, headline=headline, published=published)
    json.dumps(as_dict(report), allow_nan=False)


@given(TEXTS, TEXTS | st.none())
def test_every_place_is_within_its_text_and_holds_words(text: str, headline: str | None) -> None:
    report = check(text, headline=headline, published=PUBLISHED)
    spans = [
        *(claim.span for claim in report.claims),
        *(hedge.span for hedge in report.hedges),
        *(place.span for finding in report.findings for place in finding.places),
        *(span for source in report.sources for span in (source.cue, source.source, source.content) if span is not None),
    ]
    for span in spans:
        assert 0 <= span.start < span.end <= len(report.document.source(span))
        assert report.document.quote(span).strip()


@given(stories())
def test_each_figure_is_one_claim_at_its_place(lines: list[str]) -> None:
    text, spans = marked("\n\n".join(lines))
    assert [claim.span for claim in checked(lines).claims] == list(spans)
    assert [claim.span for claim in told(text).claims] == list(spans)


@given(stories())
def test_the_same_story_gives_the_same_report(lines: list[str]) -> None:
    assert as_dict(checked(lines)) == as_dict(checked(lines))


def test_a_report_does_not_hang_on_the_run() -> None:
    text = (
        "Some 43 Thai soldiers, 12 women and 7 civilians were killed, the army reportedly said. The harbour denied it.\n\n"
        "There were 42 casualties, including 48 deaths. It cost $40 million (€9 million), or C$9 a head, since 2016."
    )
    code = "import sys, factcheck\nfrom factcheck.report.plain import as_dict\nprint(as_dict(factcheck.check(sys.argv[1])))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, text], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1


# --- what changes no verdict


@given(stories(), st.data())
def test_the_order_of_independent_sentences_changes_no_verdict(lines: list[str], data: st.DataObject) -> None:
    assert conflicts(data.draw(st.permutations(lines))) == conflicts(lines)


@given(stories(), st.sampled_from(ELSEWHERE), st.integers(0, 9))
def test_a_sentence_about_something_else_changes_no_verdict(lines: list[str], other: str, place: int) -> None:
    longer = [*lines[:place], other, *lines[place:]]
    assert judged(lines) <= judged(longer)
    assert conflicts(longer) == conflicts(lines)


@given(trails(), st.data())
def test_a_measure_in_another_unit_changes_no_verdict(lines: list[str], data: st.DataObject) -> None:
    tale = told(plain(lines))
    (constraint,) = bind(BUNDLED, tale)
    one = next(iter(constraint.claims.values())).quantity
    others = {"length": ["yard", "inch", "centimeter"], "area": ["meter^2", "mile^2", "foot^2"]}[
        units.dimension(one and one.unit)
    ]
    chosen = zip(constraint.claims.items(), data.draw(st.permutations(others)), strict=False)
    moved = evolve(constraint, claims={name: in_unit(claim, unit) for (name, claim), unit in chosen})
    assert verdicts.judge(moved, tale).outcome.verdict == verdicts.judge(constraint, tale).outcome.verdict


def in_unit(claim: Claim, unit: str) -> Claim:
    assert claim.quantity is not None
    return evolve(claim, quantity=claim.quantity.to(unit))


# --- what makes it no worse


@given(stories(hedged=False), st.sampled_from(["about", "roughly", "around", "an estimated"]), st.data())
def test_an_approximator_makes_no_conflict(lines: list[str], hedge: str, data: st.DataObject) -> None:
    at, figure = data.draw(st.sampled_from([*figures(lines)] or [(-1, 0)]))
    assume(at >= 0)
    before, after = lines[at][:figure], lines[at][figure:]
    softer = [*lines[:at], f"{before}{hedge if before else hedge.capitalize()} {after}", *lines[at + 1 :]]
    assert conflicts(softer) <= conflicts(lines)


@given(stories(hedged=False), st.sampled_from(["Reportedly, ", "Allegedly, ", "As far as is known, "]), st.data())
def test_a_hedge_over_a_sentence_makes_no_conflict(lines: list[str], hedge: str, data: st.DataObject) -> None:
    assume(lines)
    at = data.draw(st.integers(0, len(lines) - 1))
    softer = [*lines[:at], hedge + lines[at][:1].lower() + lines[at][1:], *lines[at + 1 :]]
    assert conflicts(softer) <= conflicts(lines)


def figures(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the places of all figures but days: the sentence's number, and where in it the figure's mark stands."""
    for at, line in enumerate(lines):
        yield from ((at, mark.start()) for mark in re.finditer(r"\[\[(?!\w+day)", line))


# --- what is true is not denied


@given(stories(truthful=True))
def test_a_story_in_which_all_relations_hold_has_no_finding(lines: list[str]) -> None:
    assert checked(lines).findings == ()


@given(sums(truthful=True) | trails(truthful=True) | visits(truthful=True))
def test_a_true_conversion_and_a_true_weekday_hold(lines: list[str]) -> None:
    found = judged(lines)
    assert {verdict for _, _, verdict in found} == {"holds"}


# --- another judge


@given(battles())
@example(["There were [[8,501]] casualties, including [[9,000]] deaths."])
def test_orders_are_judged_as_a_solver_judges_them(lines: list[str]) -> None:
    tale = told(plain(lines))
    for constraint in bind(BUNDLED, tale):
        if constraint.reason is None:
            assert verdicts.judge(constraint, tale).outcome.verdict == solved(constraint)


def solved(constraint: Constraint) -> str:
    """Judge a constraint by asking whether numbers in its figures' intervals can make it true, and whether they can break it."""
    solver, numbers = z3.Solver(), {name: z3.Real(name) for name in constraint.claims}
    for name, claim in constraint.claims.items():
        assert claim.quantity is not None
        exact = constraint.is_counted_out and claim.quantity.value  # "of 12 boats, 9 sank": nobody rounds
        solver.add(*ends(numbers[name], Interval.point(exact) if exact else claim.quantity.possible))
    test = constraint.rule.holds.test
    assert isinstance(test, Comparison)
    assert test.operator == "<="
    holds = value(test.left, numbers) <= value(test.right, numbers)
    if solver.check(holds) == z3.unsat:
        return "cannot hold"
    return "holds" if solver.check(z3.Not(holds)) == z3.unsat else "may hold"


def ends(number: z3.ArithRef, interval: Interval) -> Iterator[z3.BoolRef]:
    """Say that a number lies in an interval."""
    if interval.low is not None:
        low = z3.Q(interval.low.numerator, interval.low.denominator)
        yield number > low if interval.low_open else number >= low
    if interval.high is not None:
        high = z3.Q(interval.high.numerator, interval.high.denominator)
        yield number < high if interval.high_open else number <= high


def value(term: Term, numbers: Mapping[str, z3.ArithRef]) -> z3.ArithRef:
    """Give one side of a comparison: a figure, or a sum of them."""
    if isinstance(term, Arithmetic):
        assert term.operator == "+"
        return value(term.left, numbers) + value(term.right, numbers)
    assert isinstance(term, Figure)
    return numbers[term.name]


@cache
def as_is(name: str) -> tuple[Claim, ...]:
    """Give the claims of a story as it is printed."""
    return told(printed(name)).claims


@cache
def printed(name: str) -> str:
    """Give a story of the corpus as it is printed."""
    return as_printed.story(name).document.text


NEWS = st.sampled_from(as_printed.names())


@given(NEWS, st.integers(50, 110))
@example("markets-won", 109)  # within "Hong Kong"
def test_where_lines_are_wrapped_changes_no_claim(name: str, width: int) -> None:
    text = printed(name)
    headline, *paragraphs = text.split("\n\n")
    wrapped = "\n\n".join([headline, *(textwrap.fill(lines, width, break_on_hyphens=False) for lines in paragraphs)]) + "\n"
    assume(len(wrapped) == len(text) and "\n- " not in wrapped)  # such a line is an item of a list
    assert told(wrapped).claims == as_is(name)


@given(NEWS, st.data())
def test_words_that_are_tied_change_no_claim(name: str, data: st.DataObject) -> None:
    text = printed(name)
    body = text.index("\n\n") + 2
    blanks = [found.start() for found in re.finditer(r"(?<!\d) |(?! \d) ", text) if found.start() > body]
    tied = set(data.draw(st.lists(st.sampled_from(blanks), max_size=40)))
    assert told("".join("\u00a0" if at in tied else sign for at, sign in enumerate(text))).claims == as_is(name)


def test_what_was_checked_before_changes_no_report() -> None:
    # Sentences of equal length in equal places: only their words tell them apart.
    texts = ["There were 60 casualties. A second raid killed 90 men.", "There were 60 casualties. A sudden raid killed 90 men."]
    code = "import sys, factcheck\nfor text in sys.argv[1:]: print(len(factcheck.check(text).findings))"
    forth, back = (
        subprocess.run([sys.executable, "-c", code, *order], capture_output=True, check=True, text=True).stdout.split()
        for order in (texts, texts[::-1])
    )
    assert (forth, back) == (["0", "1"], ["1", "0"])
