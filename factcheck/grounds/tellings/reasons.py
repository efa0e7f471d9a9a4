"""By what two figures are told to be one, in the words of a link."""

from __future__ import annotations

POINTING = "the later figure points back"
OPENING = "the headline and the story's beginning tell the same"
SAME_BEHIND = "the same words stand behind both"
SAME_ABOUT = "the same words stand about both"
MANY_SHARED = "many words of both sentences are the same"
DIGITS = "the digits are the same, and words of both sentences"
