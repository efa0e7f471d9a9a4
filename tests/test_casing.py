"""The case of headlines: what is set in capitals is read as the story writes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.sentences import casing

STORY = "The mill in Leith said on Monday that at least two boats of the Polish line were held for a short time. The Tern sank."
WORDS = st.lists(
    st.sampled_from(["At", "LEAST", "the", "Tern", "boats", "Straße", "İzmir", "UN", "8", "o'Neill", "—"]), max_size=9
)


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("At Least Two Boats Held in Leith", "At least two boats held in Leith"),
        ("AT LEAST TWO BOATS HELD IN LEITH", "At least two boats held in Leith"),
        ("Polish Line Says Tern Sank on Monday", "Polish line says Tern sank on Monday"),
        ("Two boats of the Polish Line held", "Two boats of the Polish Line held"),
        ("TERN OF POLISH LINE SANK", "Tern of Polish line sank"),
        ("UN", "UN"),
        ("", ""),
    ],
)
def test_a_headline_in_capitals_has_the_case_of_its_story(headline: str, read: str) -> None:
    assert casing.of_story(headline, STORY) == read


@given(WORDS.map(" ".join), st.text())
def test_nothing_but_the_case_is_changed(headline: str, story: str) -> None:
    read = casing.of_story(headline, story)
    assert len(read) == len(headline)
    assert read.lower() == headline.lower()
