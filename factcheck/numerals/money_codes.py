"""Whether letters before digits are the code of a currency, and no word ("TOP 3 schools") or number of a paper ("R112386")."""

from __future__ import annotations

from factcheck import lexicon
from factcheck.numerals.numeral import Numeral

_THOUSAND, _CODE, _LONGEST = 1000, 3, 60
"""What sums with a mere code are not under, the letters of one, and those of a phrase that may be nothing but a sum."""


def is_of_document(text: str, start: int, end: int, digits: int) -> bool:
    """Tell whether a letter and digits are the number of a paper: "S/1994/600", "R112386"."""
    if text[end - 1] == "/":
        return text[digits : digits + 1] == "/"
    return end - start == 1 and text[start].isalpha() and digits - end > _CODE + 1 and text[end:digits].isdigit()


def looks_like_money(text: str, start: int, end: int, first: Numeral, stop: int) -> bool:
    """Tell whether the figure behind a code that is a word too is scaled ("TOP 3 million"), or written as sums are."""
    if text[end - 1].islower() and len(text) < _LONGEST and not text[:start].strip() and not text[first.end :].strip(" ."):
        return True  # a phrase that is nothing else: "ringgit 42", "Malaysian ringgit 42"
    if text[start].islower():
        return False
    least = 1 if end - start > 1 else _THOUSAND  # "Y2K"
    if first.scale > least:
        return True
    if text[end].isdigit():
        return not {",", "."}.isdisjoint(text[end : first.end])
    if first.value < _THOUSAND or "," not in text[end : first.end] or end - start < _CODE:
        return False
    return not (text[first.end + 1 : first.end + 2].isupper() or lexicon.nouns().at(text, first.end + 1, stop))
