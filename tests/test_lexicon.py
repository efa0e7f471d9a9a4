"""The lexicon: every entry has its example, every example shows what it must, and phrases are found whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import lexicon
from factcheck.lexicon import Phrases
from factcheck.lexicon.function_words import CLASSES
from factcheck.rules.examples import marked
from factcheck.testing import cases, words

WORDS = st.lists(st.sampled_from(["at", "least", "a", "the", "US$", "$", "is", "it", "atlas"]), min_size=1, max_size=3).map(
    " ".join
)


def problem(name: str, entry: str, example: str) -> str | None:
    return words.check(name, entry, lexicon.entries(name)[entry], *marked(example))


def test_every_entry_has_an_example() -> None:
    entries = [(name, title, entry) for name in lexicon.names() for title, entry in lexicon.entries(name).items()]
    assert entries
    assert [(name, title) for name, title, entry in entries if not entry.get("examples")] == []


@cache
def examples() -> Sequence[cases.Case]:
    return cases.cases(lexicon.FOLDER)


@pytest.mark.parametrize("name", lexicon.names())
def test_every_example_shows_what_its_entry_says(name: str) -> None:
    tried = [(case.label, case.problem()) for case in examples() if case.path.stem == name]
    assert [(label, problem) for label, problem in tried if problem] == []
    assert len(tried) == sum(len(entry["examples"]) for entry in lexicon.entries(name).values())


@pytest.mark.parametrize(
    ("name", "entry", "example"),
    [
        ("abbreviations", "titles", "[[Rep. Lee]] [[Left.]]"),
        ("abbreviations", "titles", "[[Lee left.]] [[Ruiz stayed.]]"),
        ("abbreviations", "openers", "[[They met at 6 p.m.]] [[Talks failed.]]"),
        ("calendar", "March", "It opened in [[May]]."),
        ("calendar", "March", "It opened in [[]]March."),
        ("calendar", "since", "It opened in [[2016]]."),
        ("calendar", "next", "It opened [[last month]]."),
        ("currencies", "EUR", "It cost [[$3]]."),
        ("currencies", "USD", "It cost [[3]] dollars."),
        ("grammar", "stops", "[[Two]] guards."),
        ("grammar", "passive", "[[Two]] guards who ran left."),
        ("grammar", "levels", "It came to [[4,700]]."),
        ("grammar", "running", "The toll was [[90]]."),
        ("grammar", "more", "[[40]] houses fell, and more came."),
        ("grammar", "neutral", "There were [[600]] blind and confirmed deaths."),
        ("grammar", "future", "It was [[2031]]."),
        ("grammar", "past", "It will open in [[2031]] and was seen."),
        ("grammar", "negations", "It killed [[40]] people, and not one fled."),
        ("grammar", "targets", "It has [[300]] homes."),
        ("grammar", "per", "It pays [[48 cents]] a share."),
        ("hedges", "around", "[[Nearly]] 600 fled."),
        ("hedges", "around", "They talked [[about]] trade."),
        ("hedges", "around", "[[]]About 600 fled."),
        ("links", "including", "[[With]] 600 dead."),
        ("mastheads", "sections", "[[The mayor left the hall.]]"),
        ("mastheads", "sections", "World news"),
        ("mastheads", "bylines", "[[World news]]"),
        ("nouns", "soldiers", "[[40]] barns burned."),
        ("numbers", "cardinals", "[[Twenty]] left."),
        ("numbers", "cardinals", "[[Two million]] left."),
        ("numbers", "vague", "[[Eleven]] left."),
        ("numbers", "halves", "[[A million]] left."),
        ("ordinals", "low", "Her [[thirteenth]] title."),
        ("ordinals", "low", "She won [[three]]."),
        ("roles", "killed", "[[40]] were injured."),
        ("roles", "killed", "[[40]] came."),
        ("scales", "million", "It cost [[3 billion]]."),
        ("scales", "million", "It cost [[3]] million."),
        ("scenes", "part-only", "Some [[300]] are still there."),
        ("scenes", "part-only", "Some 300 are [[then]] there."),
        ("sources", "said", "The mayor [[denied]] it."),
        ("sources", "said", "The [[]]mayor said 40 left; he [[]]said so."),
        ("sources", "briefed", "He was [[briefed on]] it."),
        ("turns", "games", "They won 3-2 in a [[four]]-game series."),
        ("turns", "games", "They won a [[game]] and went home."),
        ("subjects", "nationality", "[[40]] elderly troops came."),
        ("units", "mile", "It is [[5 km]] off."),
        ("units", "mile", "It is [[5]] miles off."),
        ("units", "mile", "It is 5 miles off."),
        ("units", "mile", "It is [[]]5 miles off."),
    ],
)
def test_an_example_that_does_not_show_its_entry_is_a_problem(name: str, entry: str, example: str) -> None:
    assert problem(name, entry, example)


def test_a_problem_says_what_was_read_instead() -> None:
    assert problem("roles", "killed", "[[40]] soldiers were injured.") == (
        "'40' is not read as killed of roles; got number (40); roles injured, subject soldiers, asserted"
    )
    assert problem("hedges", "around", "[[]]About 600 fled.") == "'About' is read as around of hedges, and should not be"


def test_a_file_without_a_check_is_a_problem() -> None:
    assert words.check("colours", "red", {}, "a red barn", ()) == "no check is known for examples of colours"


def test_each_turn_of_phrase_is_asked_for_by_a_slot_and_each_slot_has_one() -> None:
    code = "".join(path.read_text("utf-8") for path in lexicon.FOLDER.parent.rglob("*.py") if path.stem != "patterns")
    assert {name.lower() for name in re.findall(r"<<([A-Za-z-]+)>>", code)} == set(lexicon.entries("turns")) | CLASSES.keys()
    assert CLASSES.keys().isdisjoint(lexicon.entries("turns"))


def test_the_first_entry_with_a_word_owns_it() -> None:
    owners = lexicon.forms("hedges")
    assert owners["about"] == "around"
    words = {word for entry in lexicon.entries("hedges").values() for word in entry.get("words", ())}
    assert set(owners) == words | lexicon.inflections("hedges").keys()


def test_a_verb_is_known_in_all_its_forms() -> None:
    owners, forms = lexicon.forms("sources"), lexicon.inflections("sources")
    assert {owners[word] for word in ("write", "writes", "wrote", "writing", "written")} == {"said"}
    assert [forms[word] for word in ("write", "writes", "wrote", "writing", "written")] == [*lexicon.FORMS]
    assert (owners["pointed out"], forms["pointed out"]) == ("said", "past")


def test_a_phrase_is_found_whole_and_the_longest_wins() -> None:
    phrases = Phrases([("at least", "bound"), ("at", "place"), ("C$", "money"), ("$", "sign")])
    assert phrases.at("at least 5", 0, 10) == ("bound", 8)
    assert phrases.at("at leastways", 0, 12) == ("place", 2)
    assert phrases.at("atlas", 0, 5) is None
    assert phrases.at("at least", 0, 5) == ("place", 2)
    assert phrases.at("at\u00a0least", 0, 8) == phrases.at("at\nleast", 0, 8) == ("bound", 8)
    assert phrases.at("C$5", 0, 3) == ("money", 2)


@given(st.lists(WORDS, max_size=8), WORDS)
def test_every_phrase_finds_itself(phrases: list[str], phrase: str) -> None:
    table = Phrases(lexicon.plain([*phrases, phrase]))
    found = table.at(phrase, 0, len(phrase))
    assert found is not None
    assert found[1] <= len(phrase)
    assert found == (phrase, len(phrase))


def test_words_in_lower_case_may_open_a_sentence() -> None:
    assert dict(lexicon.titled([("about", 1), ("US", 2), ("$", 3)])) == {"about": 1, "About": 1, "US": 2, "$": 3}


def test_a_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        lexicon.entries("colours")


def test_phrases_that_are_kept_packed_are_found_as_others_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.lexicon.phrases.__file__", str(tmp_path / "phrases.py"))
    monkeypatch.setattr("factcheck.lexicon.phrases._stamp", lambda: ())
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)
    made = [("square mile", 1), ("square", 2), ("mile", 3), ("square root", 4)]
    text = "a square mile, a square root of a mile, squares"
    plain = Phrases(made)
    for phrases in (Phrases.unopened("some", lambda: made), Phrases.unopened("some", list)):  # made, then kept
        assert [*phrases.firsts()] == [*plain.firsts()]
        found = [phrases.at(text, at, len(text)) for at in range(len(text))]
        assert found == [plain.at(text, at, len(text)) for at in range(len(text))]
        assert [meaning for meaning, _ in filter(None, found)][:2] == [1, 3]
