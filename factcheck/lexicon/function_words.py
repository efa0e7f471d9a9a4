"""Function words: the small closed classes of words that carry a sentence, each told once, in lower case, without contractions.

Content words stand in the lexicon; these are grammar, as expressions are. A room adds what it needs beside a class.
Expressions ask for those that have a name in `CLASSES` by a slot (`factcheck/patterns`).
"""

from __future__ import annotations

ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my", "your"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
DEFINITE = POSSESSIVES | {"the"}
"""A noun follows that is known by now."""
DETERMINERS = ARTICLES | POSSESSIVES
"""A noun follows: "the", "its"."""
TO_BE = frozenset({"is", "are", "was", "were", "am"})
BEING = TO_BE | {"be", "been", "being"}
TO_HAVE = frozenset({"has", "have", "had"})
TO_DO = frozenset({"do", "does", "did"})
MODALS = frozenset({"will", "would", "shall", "should", "can", "could", "may", "might", "must"})
AUXILIARIES = TO_BE | TO_HAVE | TO_DO | MODALS
"""Finite verbs that another verb may follow."""
PRONOUNS = frozenset({"he", "she", "it", "they"})
"""Those for whom or what a sentence told."""
UNCOUNTED = frozenset(
    {"some", "several", "many", "most", "few", "another", "other", "others", "more", "dozens", "hundreds", "thousands"}
)
"""They stand for somebody or something of which no number is told."""
RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
"""The place of one among others, in a word."""
RANK_ENDINGS = frozenset({"st", "nd", "rd", "th"})
"""Behind a numeral that is a rank or a day of its month."""
CLASSES = {
    "definite": DEFINITE,
    "determiner": DETERMINERS,
    "possessive": POSSESSIVES,
    "pronoun": PRONOUNS,
    "is": TO_BE,
    "has": TO_HAVE,
    "uncounted": UNCOUNTED,
    "nth": RANKS,
    "th": RANK_ENDINGS,
}
"""By the name that an expression asks for one of the class."""
