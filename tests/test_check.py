"""The public functions, the reports that are kept for the seeds, and the README's table of places."""

from __future__ import annotations

import datetime as dt
import difflib
import io
import json
import os
import re
from pathlib import Path

import pytest

import factcheck
from factcheck import readers, rules
from factcheck.check import check_document
from factcheck.cli import main
from factcheck.document import Document, Span
from factcheck.readers import Unreadable
from factcheck.report import Report
from factcheck.writers import Options, formats

ROOT = Path(__file__).parents[1]
KEPT = Path(__file__).parent / "reports"
SWITCH = "FACTCHECK_KEEP"
"""Set to 1, this rewrites the kept reports instead of comparing with them."""
HOW_TO_LOOK = """\
{count} lines of difference, the first of them below. All of them:
    python -m factcheck check seeds/{seed.name} --format json |
        python -m json.tool --no-ensure-ascii --indent 1 | diff tests/reports/{kept.name} -
If each of them is meant:
    {switch}=1 python -m pytest tests/test_check.py

"""
SEEDS = sorted(path for path in (ROOT / "seeds").iterdir() if path.suffix in (".txt", ".md", ".jsonl"))

SLIP = "The landslide buried 9 hikers on Tuesday. In all 70 hikers were killed, and casualties came to 40."
PAIR = "The levee cost 80 million euros ($9.1 million)."
RULE = """\
title    = "Fewer arrests than marchers in hospital"
holds    = "arrested >= injured"
severity = "warning"
message  = "{arrested} arrested, {injured} injured"
why      = "Only to show that a newsroom's own rule is heard."

[claims]
arrested = { role = "arrested" }
injured  = { role = "injured" }
"""
EXAMPLES = """
[[bad]]
text = "Police arrested [[3]] people. Some [[8]] people were injured."
says = "3 arrested, 8 injured"
[[bad]]
text = "Police arrested [[4]] people. Some [[9]] people were injured."
says = "4 arrested, 9 injured"
[[good]]
text = "Police arrested 30 people. Some 8 people were injured."
[[good]]
text = "Police arrested 40 people. Some 9 people were injured."
"""
MARCH = "Police arrested 3 people, and by noon 8 people were injured."


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "marches").mkdir()
    (tmp_path / "marches" / "few-arrests.toml").write_text(RULE + EXAMPLES, "utf-8")
    return tmp_path


def found(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


# --- the public functions


def test_check_finds_and_shows_the_places() -> None:
    report = factcheck.check(SLIP)
    assert found(report) == ["casualties/deaths-exceed-casualties"]
    assert [report.document.quote(place.span) for place in report.findings[0].places] == ["70", "40"]


def test_an_empty_text_gives_an_empty_report() -> None:
    report = factcheck.check("")
    assert (report.findings, report.checks, report.hedges, report.sources, report.claims) == ((), (), (), (), ())


def test_extract_gives_the_claims_of_check_and_no_verdict() -> None:
    checked, extracted = factcheck.check(SLIP), factcheck.extract(SLIP)
    assert (extracted.claims, extracted.hedges, extracted.sources) == (checked.claims, checked.hedges, checked.sources)
    assert (extracted.findings, extracted.checks) == ((), ())


def test_the_claims_of_a_story_are_those_of_check_though_extract_looks_for_fewer_links() -> None:
    told = [path.read_text(encoding="utf8") for path in SEEDS if path.suffix == ".txt"]
    assert len(told) > 1
    for text in told:
        checked, extracted = factcheck.check(text, rules=[]), factcheck.extract(text)
        assert extracted.claims == checked.claims


@pytest.mark.parametrize("published", ["2025-04-30", dt.date(2025, 4, 30), dt.datetime(2025, 4, 30, 12)])
def test_the_publication_day_may_be_a_date_or_its_iso_string(published: dt.date | str) -> None:
    report = factcheck.check(f"{PAIR} It began on May 3.", published=published)
    assert (report.document.published, report.document.published_from) == (dt.date(2025, 4, 30), "option")
    assert found(report) == ["money/conversion-off-rate"]


@pytest.mark.parametrize("published", ["30 April 2025", "2025-02-30", ""])
def test_what_is_no_iso_date_is_refused(published: str) -> None:
    for read in (factcheck.check, factcheck.extract):
        with pytest.raises(ValueError, match=r"isoformat|out of range"):
            read(PAIR, published=published)


def test_without_a_publication_day_what_needs_it_is_not_checked() -> None:
    report = factcheck.check(PAIR.replace("$9.1 million", "$91 million"))
    assert report.document.published is None
    assert [(check.rule, check.verdict, check.reason) for check in report.checks] == [
        ("money/conversion-off-rate", "not checked", "the publication date is not known")
    ]


def test_without_a_publication_day_what_no_day_since_1999_makes_true_is_wrong() -> None:
    assert found(factcheck.check(PAIR)) == ["money/conversion-off-rate"]


def test_the_mastheads_day_is_taken_and_the_given_one_stands_above_it() -> None:
    text = f"Lisbon\nFriday, May 2, 2025\n\nLevee costs 80 million euros\n\n{PAIR}"
    assert factcheck.check(text).document.published_from == "masthead"
    assert factcheck.check(text).document.published == dt.date(2025, 5, 2)
    assert factcheck.check(text, published="2025-05-05").document.published == dt.date(2025, 5, 5)


def test_a_headline_apart_has_places_of_its_own() -> None:
    report = factcheck.check("The mill will close 40 shops.", headline="Mill to close 14 shops")
    (finding,) = report.findings
    assert (finding.rule, report.document.headline) == ("story/headline-off-body", "Mill to close 14 shops")
    places = {place.label: place.span for place in finding.places}
    assert places == {"headline": Span(14, 16, in_headline=True), "body": Span(20, 22)}
    assert {label: report.document.quote(span) for label, span in places.items()} == {"headline": "14", "body": "40"}


def test_a_headline_that_begins_the_text_is_found_there() -> None:
    text = "Mill to close 14 shops\n\nThe mill will close 40 shops."
    given, seen = factcheck.check(text, headline="Mill to close 14 shops"), factcheck.check(text)
    assert found(given) == found(seen) == ["story/headline-off-body"]
    assert [place.span for finding in given.findings for place in finding.places] == [Span(44, 46), Span(14, 16)]
    assert given.document.headline_span == seen.document.headline_span == Span(0, 22)


@pytest.mark.parametrize("kind", [str, Path])
def test_a_folder_of_rules_is_added_to_the_bundled_ones(newsroom: Path, kind: type[str | Path]) -> None:
    report = factcheck.check(f"{MARCH} {SLIP}", rules=kind(newsroom))
    assert found(report) == ["marches/few-arrests", "casualties/deaths-exceed-casualties"]


def test_rules_given_one_by_one_stand_alone(newsroom: Path) -> None:
    assert found(factcheck.check(f"{MARCH} {SLIP}", rules=rules.read(newsroom))) == ["marches/few-arrests"]
    assert found(factcheck.check(f"{MARCH} {SLIP}", rules=())) == []


def test_a_broken_folder_stops_the_check(newsroom: Path) -> None:
    (newsroom / "marches" / "few-arrests.toml").write_text(RULE, "utf-8")
    with pytest.raises(rules.RuleError, match="bad is missing"):
        factcheck.check(MARCH, rules=newsroom)


# --- kept reports


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_a_seed_gives_the_report_that_is_kept(seed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    kept, now = KEPT / f"{seed.stem}.json", written(f"seeds/{seed.name}")
    if os.environ.get(SWITCH):
        KEPT.mkdir(exist_ok=True)
        kept.write_text(now, "utf-8")
    before = kept.read_text("utf-8") if kept.exists() else ""
    changes = [*difflib.unified_diff(before.splitlines(), now.splitlines(), kept.name, "now", n=1, lineterm="")]
    if changes:
        how = HOW_TO_LOOK.format(count=len(changes), seed=seed, kept=kept, switch=SWITCH)
        pytest.fail(how + "\n".join(changes[:40]), pytrace=False)


def written(path: str) -> str:
    """Write a seed's reports as `--format json` does, but line by line, with the day that stands in the seed."""
    bundled, stream = rules.load(), io.StringIO()
    formats()["json"].write((checked(document, bundled) for document in readers.documents([path])), stream, Options())
    return json.dumps(json.loads(stream.getvalue()), ensure_ascii=False, indent=1) + "\n"


def checked(document: Document | Unreadable, bundled: tuple[rules.Rule, ...]) -> Report:
    assert isinstance(document, Document), document
    return check_document(document, bundled)


def test_each_seed_has_a_kept_report_and_each_report_its_seed() -> None:
    assert sorted(path.stem for path in KEPT.glob("*.json")) == sorted(path.stem for path in SEEDS)


# --- the README


def test_each_place_in_the_table_of_changes_is_there() -> None:
    places = table()
    assert [place for place in places if not any(ROOT.glob(re.sub(r"<[^>]*>|NAME", "*", place).rstrip("/")))] == []


def test_each_room_that_grows_by_a_file_is_in_the_table() -> None:
    rooms = ("rules", "factcheck/lexicon", "factcheck/mentions", "factcheck/readers", "factcheck/relations", "factcheck/writers")
    assert [room for room in rooms if not any(f"{place}/".startswith(f"{room}/") for place in table())] == []


@pytest.mark.parametrize("command", [("check",), ("extract",)])
def test_what_the_readme_shows_is_what_is_written(command: tuple[str], capsys: pytest.CaptureFixture[str]) -> None:
    name = "spy-agency" if command == ("extract",) else "spy-agency-slips"
    main([*command, str(ROOT / "seeds" / f"{name}.txt")], standalone_mode=False)
    written = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    lines = [line for line in shown(command[0]) if "..." not in line[-4:]]
    assert len(lines) > 4
    assert [line for line in lines if not any(said.endswith(line) for said in written)] == []


def shown(command: str) -> list[str]:
    """Give the lines that README shows of a command's output, blanks as one."""
    text = (ROOT / "README.md").read_text("utf-8")
    begin = text.index("    figure ") if command == "extract" else text.index("    seeds/spy-agency-slips.txt")
    block = re.match(r"(?: {4}.*\n|\n)+", text[begin:])
    assert block
    return [" ".join(line.split()) for line in block[0].splitlines() if line.strip()]


def table() -> list[str]:
    """Give the places in backticks of the README's table "Where does my change go?"."""
    _, _, below = (ROOT / "README.md").read_text("utf-8").partition("Where does my change go?")
    rows = re.search(r"^\| change +\| place +\|\n\|[-| :]+\|\n((?:\|.*\n)+)", below, re.MULTILINE)
    assert rows, 'README.md has no table | change | place | under "Where does my change go?"'
    places = [place for row in rows[1].splitlines() for place in re.findall(r"`([^`]+)`", row.split("|")[2])]
    assert len(places) >= len(rows[1].splitlines()), "a row names no place in backticks"
    return places
