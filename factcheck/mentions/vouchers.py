"""Words by which somebody vouches: "said", "according to"."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck import lexicon

KIND = "voucher"
PRIORITY = 120


def anchors() -> Mapping[str, str]:
    """Give the cues themselves."""
    return lexicon.forms("sources")
