"""Numbers of a column -> which sign sets their decimals apart: a comma, or a full stop, which may set thousands apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

_COMMA = re.compile(r"\s*[-+−]?(?:[0-9]{1,3}(?:[.\u00a0\u202f ][0-9]{3})*|[0-9]{4,12}),[0-9]{1,8}\s*%?\s*")
_GROUPED = re.compile(r"(?<![0-9])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])")
_DOTTED = re.compile(r"\s*[-+−]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?\s*%?\s*")
_HUNDREDS = re.compile(r"\s*[-+−]?[1-9][0-9]{2}\s*")
_UNGROUPED = re.compile(r"[0-9]{4}")
_FEWEST_DOTTED = 6
"""Numbers with three digits behind a full stop that tell, beside some of three digits, that it sets thousands apart."""
_MANY_DOTTED = 24
"""And of all columns of a table together, though none ends in a nought: of so many decimals without it some would be shorter."""
_MISWRITTEN = 20
"""One figure in so many may lack a digit behind its mark of thousands ("11,36"): those of the others are no decimal commas."""


def has_commas(texts: Mapping[str, int], *, elsewhere: bool) -> bool:
    """Tell whether a comma is the sign of decimals; "1,627" has some in a table that has them elsewhere."""
    comma = {text for text in texts if _COMMA.fullmatch(text)}
    grouped = sum(bool(_GROUPED.search(text)) for text in comma)
    plainly = (len(comma) - grouped) * _MISWRITTEN > len(comma) or (elsewhere and not any(map(_HUNDREDS.fullmatch, texts)))
    return plainly and share(texts, comma) >= Fraction(1, 2) and not _pointed(texts)


def has_dots(texts: Mapping[str, int], *, comma: bool) -> bool:
    """Tell whether full stops set thousands apart: twice in one number, or wherever they can in a table of decimal commas.

    So they do where "10.940" stands beside "925": who keeps the last nought of a decimal would write "925.000".
    """
    dotted = [text for text in texts if "." in text]
    grouped = sum(_DOTTED.fullmatch(text) is not None for text in dotted)
    if not dotted or (len(dotted) - grouped) * _MISWRITTEN > len(dotted):
        return False
    if any(text.count(".") > 1 for text in dotted):
        return True
    return not any(_UNGROUPED.search(text) for text in texts) and (comma or _are_of_two_lengths(texts, dotted))


def _are_of_two_lengths(texts: Mapping[str, int], dotted: Sequence[str]) -> bool:
    """Tell whether many numbers have three digits behind a full stop, a last nought among them, and some of three have none."""
    kept = len(dotted) >= _FEWEST_DOTTED and any(text.strip().endswith("0") for text in dotted)
    return kept and any(_HUNDREDS.fullmatch(text) for text in texts)


def are_thousands(texts: Iterable[str]) -> bool:
    """Tell whether full stops set thousands apart in a table: three digits stand behind each, and numbers of three have none."""
    told = [*texts]
    dotted = [text for text in told if "." in text]
    grouped = len(dotted) >= _MANY_DOTTED and all(map(_DOTTED.fullmatch, dotted))
    return grouped and any(map(_HUNDREDS.fullmatch, told))


def _pointed(texts: Mapping[str, int]) -> bool:
    return any(re.fullmatch(r"\s*[-+−]?[0-9]+\.[0-9]{1,2}|\s*[-+−]?[0-9]+\.[0-9]{4,}", text) for text in texts)


def share(texts: Mapping[str, int], fits: Mapping[str, bool] | set[str]) -> Fraction:
    """Give the share of a column's cells that some of its texts are."""
    total = sum(texts.values())
    return Fraction(sum(texts[text] for text in fits), total) if total else Fraction(0)
