"""Stories: every figure of the news stories in the corpus, read as a reader understands it; the score never falls."""

from __future__ import annotations

from collections import Counter

import pytest
import stories
from attrs import frozen

from factcheck import lexicon, story
from factcheck.claims import reading

RIGHT = 6163
"""Claims of all stories whose fields are all right, and below the fields that are; raise them when the engine reads better."""
FIELDS_RIGHT = 56011


@frozen
class Score:
    """What the engine reads of the stories: claims, those with all fields right, right fields by name, and the misses."""

    claims: int
    right: int
    fields: Counter[str]
    misses: tuple[str, ...]

    def __str__(self) -> str:
        shares = "  ".join(f"{field} {100 * self.fields[field] / self.claims:.1f}" for field in stories.FIELDS)
        return f"{self.right} of {self.claims} claims all right ({100 * self.right / self.claims:.1f} %)\n{shares}"


def score(names: list[str]) -> Score:
    """Read stories and set each figure against its annotation."""
    claims, right, fields, told = 0, 0, Counter[str](), []
    for name in names:
        annotated = stories.story(name)
        found = story.tell(annotated.document, reading.read(annotated.document))
        readings, unasked = stories.engine(found, annotated.marks)
        told += [f"{name}: {figure!r} is read and should not be" for figure in unasked]
        for ours, theirs in zip(annotated.readings, readings, strict=True):
            wrong = list(stories.misses(ours, theirs))
            claims, right = claims + 1, right + (not wrong)
            fields.update(set(stories.FIELDS) - {field for field, _, _ in wrong})
            told += [f"{name}: {ours.figure!r} has {field} {a!r}, read {b!r}" for field, a, b in wrong]
    return Score(claims, right, fields, tuple(told))


@pytest.mark.parametrize("name", stories.names())
def test_each_story_is_as_long_as_news_and_annotated_throughout(name: str) -> None:
    annotated = stories.story(name)
    assert 150 <= len(annotated.document.text.split()) <= 400
    assert len(annotated.readings) == len(annotated.marks) >= 15
    assert {role for read in annotated.readings for role in read.roles.split(", ")} <= {"-", *lexicon.entries("roles")}


def test_the_stories_cover_the_beats_of_news() -> None:
    beats = {name.partition("-")[0] for name in stories.names()}
    assert beats >= {"disasters", "war", "crime", "courts", "business", "markets", "economy", "polls", "elections", "health"}
    assert beats >= {"sport", "science"}
    assert sum(stories.story(name).unseen for name in stories.names()) == 216


def test_figures_are_read_no_worse_than_before() -> None:
    found = score(stories.names())
    report = "\n".join([str(found), *found.misses])
    assert (found.right >= RIGHT, sum(found.fields.values()) >= FIELDS_RIGHT) == (True, True), report


@pytest.mark.parametrize(
    ("annotation", "fault"),
    [
        ("640 | displaced | residents | shouts mayor", "'shouts' of 640 says nothing"),
        ("640 | displaced | residents | part-of 12", "640 is linked to '12', which is no figure"),
    ],
)
def test_an_annotation_that_says_nothing_is_a_fault(annotation: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        stories.reading([part.strip() for part in annotation.split("|")], ["640"], "a story")


def test_an_annotation_tells_every_field() -> None:
    line = "640 | displaced | *police officers* left | in 2024-09..2024-10"
    line += " | says mayor | hedged modal, bound | planned | part-of 12#2"
    read = stories.reading([part.strip() for part in line.split("|")], ["12", "640"], "a story")
    assert read == stories.Reading(
        "640",
        "displaced",
        "police officers",
        "police officers left",
        "part-of 12#2",
        "2024-09-01..2024-10-31",
        "mayor",
        "bound, modal",
        "planned",
    )
