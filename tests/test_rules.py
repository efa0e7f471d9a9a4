"""Rule files: what one says becomes a rule, and what is wrong with one is told by file and line."""

from __future__ import annotations

import datetime as dt
import doctest
import errno
import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import rules
from factcheck.document import Span
from factcheck.faults import line_of
from factcheck.rules import ClaimPattern, RuleError, fill, load, messages, read
from factcheck.rules.examples import marked
from factcheck.testing import cases

GOOD = """\
title    = "More dead than casualties"
holds    = "killed <= casualties"
severity = "error"
message  = "{killed} killed, but only {casualties} casualties in all"
why      = "The dead are among the casualties."
same     = ["subject", "period"]

[claims]
killed     = { role = "killed" }
casualties = { role = "casualties" }

[[bad]]
text = "The siege left [[5,200]] dead. Casualties came to [[4,700]]."
says = "5,200 killed, but only 4,700 casualties in all"

[[bad]]
headline = "[[Ninety]] die in blast"
text = "The blast cost [[80]] casualties, the mayor said."
published = "2025-04-30"
says = "Ninety killed, but only 80 casualties in all"
also = ["story/headline-off-body"]

[[good]]
text = "About 5,000 died in a siege that cost 4,960 casualties."
without = "About"
why = "A rounded figure can be the smaller one."

[[good]]
text = "The storm left 12 dead and 40 casualties in all."
"""
Write = Callable[..., Path]


BUNDLED = rules.BUNDLED


@cache
def bundled() -> Sequence[cases.Case]:
    return cases.cases(BUNDLED)


@pytest.mark.parametrize("topic", sorted({path.parent.name for path in BUNDLED.glob("*/*.toml")}))
def test_every_example_of_the_bundled_rules_shows_what_it_must(topic: str) -> None:
    tried = [(case.label, case.problem()) for case in bundled() if case.path.parent.name == topic]
    assert tried
    assert [(label, problem) for label, problem in tried if problem] == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bundled = tmp_path / "bundled"
    monkeypatch.setattr(rules, "BUNDLED", bundled)
    monkeypatch.chdir(tmp_path)
    (bundled / "tolls").mkdir(parents=True)
    (bundled / "tolls" / "dead-off-toll.toml").write_text(GOOD, "utf-8")
    return tmp_path / "newsroom"


@pytest.fixture
def write(folder: Path) -> Write:
    def writing(text: str | bytes = GOOD, name: str = "tolls/more-dead.toml") -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return writing


def faults(folder: Path) -> list[str]:
    with pytest.raises(RuleError) as error:
        load([folder])
    assert str(error.value) == "\n".join(map(str, error.value.faults))
    return [str(fault) for fault in error.value.faults]


# --- a rule that is right


def test_a_rule_is_named_after_its_path(write: Write, folder: Path) -> None:
    write()
    rule, other = load([folder])
    assert (rule.name, other.name) == ("tolls/dead-off-toll", "tolls/more-dead")
    assert str(other.holds) == "killed <= casualties"
    assert (other.severity, other.within, other.same) == ("error", "document", ("subject", "period"))
    assert other.claims == {"killed": ClaimPattern(role="killed"), "casualties": ClaimPattern(role="casualties")}


def test_the_bundled_folder_counts_once(folder: Path) -> None:
    assert [rule.name for rule in load([rules.BUNDLED])] == [rule.name for rule in load()] == ["tolls/dead-off-toll"]


def test_a_folder_can_be_read_alone(write: Write, folder: Path) -> None:
    write(name="tolls/dead-off-toll.toml")
    assert [rule.name for rule in read(folder)] == ["tolls/dead-off-toll"]
    assert [rule.path.parent.parent.name for rule in read(rules.BUNDLED)] == ["bundled"]


def test_examples_come_with_their_places_and_lines(write: Write, folder: Path) -> None:
    write()
    rule = read(folder)[0]
    first, second = rule.bad
    assert (first.label, first.line, first.published) == ("bad 1", 12, None)
    assert first.text == "The siege left 5,200 dead. Casualties came to 4,700."
    assert first.marks == (Span(15, 20), Span(46, 51))
    assert (second.line, second.headline, second.published) == (16, "Ninety die in blast", dt.date(2025, 4, 30))
    assert second.marks == (Span(0, 6, in_headline=True), Span(15, 17))
    assert second.also == ("story/headline-off-body",)
    assert [(good.label, good.line) for good in rule.good] == [("good 1", 23), ("good 2", 28)]
    assert rule.good[0].unsaved == "5,000 died in a siege that cost 4,960 casualties."


def test_a_byte_order_mark_and_foreign_line_ends_are_let_through(write: Write, folder: Path) -> None:
    write(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert [example.line for example in read(folder)[0].bad] == [12, 16]


@pytest.mark.parametrize(
    ("pattern", "dimension"),
    [
        (ClaimPattern(role="killed"), "count"),
        (ClaimPattern(role="revenue"), "money"),
        (ClaimPattern(role="revenue", kind="percent"), "percent"),
        (ClaimPattern(kind="period"), "day"),
        (ClaimPattern(kind="age"), "measure"),
        (ClaimPattern(kind="score"), "claim"),
        (ClaimPattern(link="part-of", to="whole"), "claim"),
    ],
)
def test_a_pattern_gives_the_dimension_of_its_claims(pattern: ClaimPattern, dimension: str) -> None:
    assert pattern.dimension == dimension


def test_a_message_takes_claims_and_facts() -> None:
    shown = doctest.testmod(messages)
    assert (bool(shown.attempted), shown.failed) == (True, 0)
    assert fill("{day} is a {right}", {"day": "April 30"}, {"right": "Wednesday"}) == "April 30 is a Wednesday"
    assert fill("{killed} of {killed}", {"killed": "{right}"}, {"right": "no"}) == "{right} of {right}"


# --- a rule that is broken


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("holds    =", "holdz    =", 2, "unknown key holdz; did you mean holds?"),
        ('title    = "More dead than casualties"', "title = 5", 1, "title must be text"),
        ('"error"', '"eror"', 3, "severity must be one of error, warning, note, not 'eror'; did you mean error?"),
        ('"period"]', '"perod"]', 6, "same must be a list of subject, group, period, source, paragraph, not 'perod'; did you"),
        ('same     = ["subject", "period"]', 'same = "subject"', 6, 'same must be a list, such as ["subject"]'),
        ('title    = "More dead than casualties"', 'title = " "', 1, "title is empty"),
        ("same     =", 'within   = "page"\nsame     =', 6, "within must be one of document, paragraph, sentence,"),
        ("{ role = \"killed\" }", "{ rol = \"killed\" }", 9, "unknown key rol; did you mean role?"),
        ('role = "killed"', 'role = "kiled"', 9, "role 'kiled' is not in the lexicon of roles; did you mean killed?"),
        ('role = "killed"', "role = [1]", 9, "role [1] is not in the lexicon of roles"),
        ('role = "killed"', 'kind = "cuont"', 9, "kind must be one of number, count,"),
        ('{ role = "killed" }', '"killed"', 9, 'killed must be a table, such as { role = "killed" }'),
        ('role = "killed"', 'link = "part-of"', 9, "killed needs both link and to, or neither"),
        ('role = "killed"', 'link = "part-of", to = "casualty"', 9, "casualty is not one of the [claims]; did you"),
        ('role = "killed"', 'link = "part-of", to = ["casualties"]', 9, "to must be text"),
        ('role = "killed"', 'link = "part-of", to = "killed"', 9, "killed is linked in a circle"),
        ('role = "killed"', 'unit = "other"', 9, 'killed has unit = "other" but no `to` that it could differ from'),
        ("casualties = {", "casu-alties = {", 10, "casu-alties cannot be a claim's name: letters, digits and _ only"),
        ("killed <= casualties", "killed <= casulties", 2, "casulties is not one of the [claims]; did you mean casualties?"),
        ("killed <= casualties", "killed <= 5", 10, "casualties is not used in holds"),
        ('role = "casualties"', 'kind = "money"', 2, "count cannot be compared with money"),
        ("only {casualties}", "only {casulties}", 4, "message: nothing is called {casulties}; did you mean casualties?"),
        ("only {casualties}", "only {casualties", 4, "message: { and } do not pair"),
        ("killed <= casualties", "killed <= right", 2, "right is not one of the [claims]"),
        ('says = "5,200', 'sais = "5,200', 14, "unknown key sais; did you mean says?"),
        ("[[5,200]]", "[[5,200", 13, "text is marked wrongly: [[ and ]] do not pair"),
        ("[[5,200]] dead. Casualties came to [[4,700]].", "5,200 dead.", 13, "mark the places of the finding: [[5,200]]"),
        ('"2025-04-30"', '"30 April"', 19, 'published must be a date in quotes: "2025-04-30"'),
        ('"2025-04-30"', "2025-04-30", 19, 'published must be a date in quotes: "2025-04-30"'),
        ('without = "About"', 'without = "Some"', 25, "without: Some is not in the text"),
        ('also = ["story', 'also = [5, "story', 21, "also must be a list of texts"),
        ("[claims]", "[claimz]", 8, "unknown key claimz; did you mean claims?"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(write: Write, folder: Path, old: str, new: str, line: int, message: str) -> None:
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    write(text)
    told = faults(folder)
    place = f"newsroom/tolls/more-dead.toml:{line}: {message}"
    assert any(fault.startswith(place) for fault in told), told
    assert all(f"\n    {text.splitlines()[line - 1]}" in fault for fault in told if fault.startswith(place))


@pytest.mark.parametrize("verdict", ["bad", "good"])
def test_a_rule_needs_two_examples_of_each_side(write: Write, folder: Path, verdict: str) -> None:
    parts = GOOD.split("[[")
    cut = next(place for place, part in enumerate(parts) if part.startswith(f"{verdict}]]"))
    end = next(place for place in range(cut + 1, len(parts)) if parts[place].startswith(("bad]]", "good]]")))
    write("[[".join(parts[:cut] + parts[end:]))
    assert any(f"a rule needs two [[{verdict}]] at least" in fault for fault in faults(folder))


@pytest.mark.parametrize("key", ["title", "holds", "severity", "message", "why"])
def test_a_missing_key_is_told(write: Write, folder: Path, key: str) -> None:
    write("".join(line for line in GOOD.splitlines(keepends=True) if not line.startswith(f"{key} ")))
    assert faults(folder)[0].startswith(f"newsroom/tolls/more-dead.toml:1: {key} is missing")


def test_a_fault_in_holds_is_pointed_at(write: Write, folder: Path) -> None:
    write(GOOD.replace("killed <= casualties", "killed <= deployed"))
    assert faults(folder)[0].splitlines()[1:] == ['    holds    = "killed <= deployed"', " " * 4 + " " * 22 + "^"]


def test_claims_that_are_linked_in_a_circle_are_told(write: Write, folder: Path) -> None:
    text = GOOD.replace('{ role = "killed" }', '{ link = "restates", to = "casualties" }')
    write(text.replace('{ role = "casualties" }', '{ link = "restates", to = "killed" }'))
    assert [fault.splitlines()[0].split(": ")[1] for fault in faults(folder)] == [
        "killed is linked in a circle",
        "casualties is linked in a circle",
    ]


def test_all_problems_are_told_the_first_one_first(write: Write, folder: Path) -> None:
    write(GOOD.replace('"error"', '"eror"').replace("why      =", "wy       =").replace("without", "whitout"), "tolls/a.toml")
    write("title = [", "tolls/b.toml")
    told = [fault.split(": ")[0] for fault in faults(folder)]
    assert told == [f"newsroom/tolls/{place}" for place in ("a.toml:1", "a.toml:3", "a.toml:5", "a.toml:25", "b.toml:1")]


def test_a_key_is_found_behind_texts_that_look_like_keys() -> None:
    text = 'a = """\n[bad]\nb = 1\n"""\n[[bad]]\nc = 1\n[bad.d]\n[[bad]]\n"b" = 2\nc.e = 3\n'
    assert line_of(text, ("bad", 2, "b")) == 9
    assert line_of(text, ("bad", 2, "c", "e")) == 10
    assert line_of(text, ("bad", 1, "b")) == 5
    assert line_of(text, ("nowhere",)) == 1


# --- files


def test_two_rules_of_one_name_are_refused(write: Write, folder: Path) -> None:
    write(name="tolls/dead-off-toll.toml")
    assert "there is a rule tolls/dead-off-toll already" in faults(folder)[0]


def test_two_folders_cannot_share_a_name(write: Write, folder: Path, tmp_path: Path) -> None:
    path = write()
    other = tmp_path / "other" / "tolls" / path.name
    other.parent.mkdir(parents=True)
    other.write_text(GOOD, "utf-8")
    with pytest.raises(RuleError, match=r"other/tolls/more-dead\.toml: there is a rule tolls/more-dead already"):
        load([folder, tmp_path / "other"])
    assert len(load([folder, folder])) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b'title = "\n', ':1: not TOML: Illegal character \'\\n\'\n    title = "'),
        (b"a = 1\na = 2\n", ":2: not TOML: Cannot overwrite a value\n    a = 2"),
        (b"a = [1,", ":1: not TOML: "),
        (b"a = 1\nb = \"\xff\"\n", ":2: not UTF-8: byte 0xff\n    b = \"�\""),
        (b"a = " + b"[" * 50_000, ": cannot be read: nested too deep"),
        (b"#" * 2_000_000, ": cannot be read: more than 1,000,000 bytes"),
        (b"", ":1: title is missing"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_toml_is_told(write: Write, folder: Path, text: bytes, told: str) -> None:
    write(text)
    assert faults(folder)[0].startswith(f"newsroom/tolls/more-dead.toml{told}")


def test_a_file_lies_in_the_folder_of_its_topic(write: Write, folder: Path) -> None:
    for name in ("more-dead.toml", "tolls/deep/more-dead.toml", "tolls/More Dead.toml"):
        write(name=name)
    write(name=".git/tolls.toml")
    write(name="tolls/.more-dead.toml.swp")
    assert [fault.partition(": ")[2] for fault in faults(folder)] == [
        "a rule lies in the folder of its topic, <topic>/<fault>.toml below the folder that is given",
        "a rule's name is of small letters and digits, its words joined by hyphens",
        "a rule lies in the folder of its topic, <topic>/<fault>.toml below the folder that is given",
    ]


def test_a_link_out_of_the_folder_is_refused(write: Write, folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside" / "tolls"
    outside.mkdir(parents=True)
    (outside / "more-dead.toml").write_text(GOOD, "utf-8")
    write(name="tolls/other.toml")
    (folder / "tolls" / "more-dead.toml").symlink_to(outside / "more-dead.toml")
    (folder / "away").symlink_to(outside)
    assert [fault.partition(": ")[2] for fault in faults(folder)] == ["a link that leads out of the folder of rules"] * 2


def test_what_is_not_a_plain_file_is_refused(write: Write, folder: Path) -> None:
    write(name="tolls/other.toml")
    (folder / "tolls" / "a-folder.toml").mkdir()
    (folder / "tolls" / "a-ring.toml").symlink_to(folder / "tolls" / "a-ring.toml")
    os.mkfifo(folder / "tolls" / "a-pipe.toml")
    assert [fault.partition(": ")[2] for fault in faults(folder)] == [
        "cannot be read: not a file",
        "cannot be read: not a file",
        f"cannot be read: {os.strerror(errno.ELOOP)}",
    ]


def test_a_folder_that_leads_to_itself_has_no_rules(folder: Path) -> None:
    folder.symlink_to(folder)
    assert faults(folder) == ["newsroom: there are no rules here; a rule is a file <topic>/<fault>.toml"]


def test_a_folder_without_rules_is_told(folder: Path) -> None:
    assert faults(folder) == ["newsroom: there are no rules here; a rule is a file <topic>/<fault>.toml"]
    folder.mkdir()
    assert faults(folder) == ["newsroom: there are no rules here; a rule is a file <topic>/<fault>.toml"]


# --- laws


@given(
    st.lists(st.tuples(st.text("ab \n", max_size=4), st.text("cd", min_size=1, max_size=3)), max_size=4),
    st.text("ab", max_size=3),
)
def test_marks_leave_the_text_and_tell_where_they_stood(parts: list[tuple[str, str]], tail: str) -> None:
    text, spans = marked("".join(f"{before}[[{inside}]]" for before, inside in parts) + tail)
    assert text == "".join(before + inside for before, inside in parts) + tail
    assert [text[span.start : span.end] for span in spans] == [inside for _, inside in parts]


@given(st.text("[]a", max_size=8))
def test_marks_pair_or_are_refused(text: str) -> None:
    try:
        plain, spans = marked(text)
    except ValueError:
        return
    assert len(text) - len(plain) == 4 * len(spans)
    assert all(0 <= span.start <= span.end <= len(plain) for span in spans)
