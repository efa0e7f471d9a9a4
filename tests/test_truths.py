"""Laws: in a true story nothing is found, in whatever form it is told."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck import check, rules
from factcheck.rules.examples import Example

TRUE = tomllib.loads((Path(__file__).parent / "corpora" / "truths.toml").read_text(encoding="utf-8"))["story"]


TEMPTING = [(rule.name, example) for rule in rules.load() for example in rule.good if not example.tabular]


def told(story: dict[str, str]) -> str:
    return "\n\n".join(filter(None, (story.get("headline"), story["text"])))


def errors(text: str, published: str | None) -> list[str]:
    return [finding.message for finding in check(text, published=published).findings if finding.severity != "note"]


@pytest.mark.parametrize("story", TRUE, ids=lambda story: story["text"][:30])
def test_in_a_true_story_nothing_is_found(story: dict[str, str]) -> None:
    assert errors(told(story), story.get("published")) == []


@pytest.mark.parametrize("story", TRUE, ids=lambda story: story["text"][:30])
def test_nor_where_the_day_of_publication_is_not_known(story: dict[str, str]) -> None:
    assert errors(told(story), None) == []


@pytest.mark.parametrize("story", TRUE[::5], ids=lambda story: story["text"][:30])
def test_nor_between_other_true_stories(story: dict[str, str]) -> None:
    others = [TRUE[0]["text"], TRUE[-1]["text"]]
    assert errors(f"{told(story)}\n\n{others[0]}\n\n{others[1]}", None) == []


@pytest.mark.parametrize(("rule", "good"), TEMPTING, ids=lambda part: part if isinstance(part, str) else part.label)
def test_what_tempts_one_rule_is_found_by_no_other(rule: str, good: Example) -> None:
    found = check(good.text, headline=good.headline, published=good.published).findings
    assert [finding.message for finding in found if finding.severity != "note"] == []
