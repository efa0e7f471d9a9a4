"""What stands between those counted and what was done to them: others, a clause about them, the group that they are of.

A text and a place in it go in: where the noun phrase of a figure ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.patterns import pattern

GROUPED = frozenset({"number", "percent", "ratio"})
"""What can be so many of a group, or such a share of it."""
_BREAK = pattern(r"[,;:](?!\d)|\.(?!\d).*\.(?!\d)")
_INSERTED = pattern(
    r"(?:, \d{1,2}(?:, \d{1,2})*,? (?:and|to|or) \d{1,2}, "
    r"|, (?:including|mostly|mainly|aged?s?|all|both|most|(?:among|(?:the )?(?:[a-z]+|[\d,]+) of) (?:them"
    r"|whom)) [^;:.()“”\"]{1,90}?, "
    r"|, who [^,;:.()“”\"]{1,60}, | \([^()]{1,90}\) | (?P<dash>--|—|–|-) [^;:.()—–]{1,90}? (?P=dash) )"
    r"(?=(?:were|are|<<has>>|died|drowned|was)\b)"
)
"""What is said of those counted, before their verb: "nine people, [including two girls,] were hurt"."""
_AND_OTHERS = pattern(
    r"(?:(?:, (?:[a-z]+ )?[a-z]{3,}){1,3},?)? (?:and|or) (?:[a-z]+ )?(?:[a-z]{2,}(?<![sui])s|<<people>>|police) "
    r"(?=(?:were|are|have|had|died|will|would|drowned|perished)\b)"
)
"""Others who are counted with them: "40 soldiers [and civilians] were killed"."""
_GROUP = pattern(r" of an? (?:[a-z]+ ){1,2}(?:that|which|who) [^,;:.()“”\"\d]{3,90}? (?=(?:were|are|have|had)\b)")
"""What tells of the group that those counted belong to: "nine men [of a gang that smuggled beer] were jailed"."""
_RELATIVE = pattern(r" who (?:(?!who\b)[^,;:.()“”\"]){3,140}? (?=(?:were|was|have been|has been)\b)")
"""What those counted did, before what was done to them: "six men [who emptied 73 boxes] were convicted"."""
_OF_WHO = pattern(
    r"\b(?:<<people>>|[a-z]+s|man|woman|[a-z]+er|[a-z]+or) who (?:<<has>> )?(?:[a-z]+ed"
    r"|<<grammar: past>>)\b[^,;:.()“”\"]*\Z"
)
"""Before a figure that stands within what is told so of somebody: the passive verb behind it is none of its own."""
LEADING = r"(?:(?:<<about>>|<<bounds>>|the|another|a further|an additional|all|other) )*"
"""Words before a number of those who do something."""
OPENS = pattern(rf"(?:\A|[;:—–“\"] |, (?:and |but )?|\b(?:that|said|says|after|when|while|as|but) )(?i:{LEADING})\Z")
"""Before a number that opens its clause: nothing acts on those counted, and they are nobody's."""
_BETWEEN = (_INSERTED, _AND_OTHERS, _GROUP, _RELATIVE)
_OPENINGS = (", ", " (", " -", " –", " —", " and ", " or ", " of a", " who ")
"""What any of these begins with; hardly anything behind those counted does."""
_PASSIVES = frozenset({"were", "was", "been"})


def end(text: str, start: int, stop: int) -> int:
    """Give where what stands between those counted and their verb ends, before its last blank; the start where nothing does."""
    asked = _BETWEEN if text.startswith(_OPENINGS, start, stop) else ()
    inserted = next((told for each in asked if (told := each.match(text, start, stop))), None)
    return inserted.end() - 1 if inserted else start


def is_of_who(text: str, near: int, place: int, words: Sequence[str]) -> bool:
    """Tell whether the words that lead to a passive verb are of somebody before: "men who emptied 73 boxes [were] convicted"."""
    return words[:1] != [] and words[0] in _PASSIVES and _OF_WHO.search(text, near, place) is not None


def breaks(words: str) -> bool:
    """Tell whether words are of two clauses."""
    return _BREAK.search(words) is not None
