"""Words that give a figure its role: "killed", "deaths", "revenue"."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck import lexicon

KIND = "role"
PRIORITY = 140

_FORMS = ("nouns", "verbs", "acts", "passives", "quoted")


def anchors() -> Mapping[str, str]:
    """Give the nouns and verbs of the lexicon's roles."""
    return lexicon.forms("roles", *_FORMS)
