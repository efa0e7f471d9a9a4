"""Words that tie a figure to another: "including", "of those"."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck import lexicon

KIND = "link"
PRIORITY = 130


def anchors() -> Mapping[str, str]:
    """Give the cues themselves."""
    return lexicon.forms("links")
