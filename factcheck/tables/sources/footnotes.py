"""Records of a file -> those of the table, without the footnotes that stand below it, which are noted.

A footnote is one cell, or a sentence that the delimiter cut; what breaks off in the middle of a record is none. Spreadsheets fill
its other cells with blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck import lexicon

Record = tuple[int, Sequence[str], str]
"""A line, its cells, and what is wrong with it."""
_MOST = 50
_SENTENCE = 4
"""Blanks of a line that is a sentence, with a full stop at its end or longer than any name of a record."""
_SHORT = 2
"""Blanks of one that ends with a full stop and has none of a record's other cells."""
_MARK = 3
"""Letters of a mark whose meaning is told below the table."""
_RULER = 4
"""Signs of a line that is drawn between the table and its footnotes."""
_NAMED = 200
"""Records whose names are measured."""
_MARKED = re.compile(r"(?:\[\w{1,3}\]|\(\w{1,2}\)|\w\)|[*†‡§¶¹²³⁴⁵⁶⁷⁸⁹]+)\s*[^\W\d]")


def left_out(records: Iterator[Record], width: int, notes: list[str], texts: list[str]) -> Iterator[Record]:
    """Leave out the footnotes at the end ("Source: census of 1911"), and note that; what stands before a record is none.

    A single cell is one behind the total, or that tells a figure ("Turnout 71.3 %") where no record's name has a digit.

    Args:
        records: the records of the file behind its header.
        width: how many cells the header has.
        notes: takes where the footnotes stand.
        texts: takes what they say.

    """
    held: list[Record] = []
    longest, seen, numbered, last = 0, 0, False, ""
    for record in records:
        if len(held) < _MOST and (_is_blank(record) or _may_be(record, width)):
            held.append(record)
            continue
        yield from held
        held.clear()
        if seen < _NAMED and record[1]:
            seen, longest = seen + 1, max(longest, len(record[1][0]))
            numbered = numbered or _has_digit(record[1][0])
        last = record[1][0] if record[1] else ""
        yield record
    told = [record for record in held if not _is_blank(record)]
    if not told or not (
        _is_sure(told[0], width, longest)
        or _are_apart(held)
        or len(told) > 1
        or (len(told[0][1]) == 1 and (_is_total(last) or (seen and not numbered and _has_digit(told[0][1][0]))))
    ):
        yield from held
        return
    texts += (" ".join(_told(record)) for record in told)
    lines = [str(line) for line, _, _ in told]
    notes.append(f"footnotes below the table, in {'line' if len(lines) == 1 else 'lines'} {', '.join(lines)}")


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_total(name: str) -> bool:
    """Tell the name of a record that closes a table: behind its total stands no other."""
    words, told = lexicon.entries("cells")["totals"], name.strip().lower()
    return told in words["words"] or told.split(" ")[0] in words["leading"] or told.split(" ")[-1] in words["ending"]


def _is_blank(record: Record) -> bool:
    _, cells, problem = record
    return not problem and not any(cells)


def _told(record: Record) -> list[str]:
    return [cell.strip() for cell in record[1] if cell.strip()]


def _may_be(record: Record, width: int) -> bool:
    """Tell what can be a footnote: a single cell of words, or a line too short for a record that is a sentence."""
    _, cells, problem = record
    if problem or width < 2 or (len(cells) >= width and any(cells[1:3])):
        return False
    told = _told(record)
    if not told or (len(cells) >= width and (len(told) > 1 or not cells[0].strip())):
        return False
    return (len(told) == 1 and " " in told[0]) or _is_sure(record, width, len(told[0]))


def _are_apart(held: Sequence[Record]) -> bool:
    """Tell whether a blank line stands above the first of what is held, and that is no record."""
    return _is_blank(held[0])


def _is_sure(record: Record, width: int, longest: int) -> bool:
    """Tell a line that begins as footnotes do, or is a sentence; ``longest`` are the letters of the longest name of a record."""
    _, cells, _ = record
    told = _told(record)
    first, whole = told[0].lower(), ", ".join(told)
    is_ruler = len(whole) >= _RULER and not any(map(str.isalnum, whole))
    if (
        is_ruler
        or _is_key(first)
        or _MARKED.match(first)
        or f"{first} ".startswith(tuple(lexicon.entries("cells")["footnotes"]["words"]))
    ):
        return len(cells) < width or len(told) == 1
    is_cut = any(cell[-1].isdigit() for cell in told)  # a record that breaks off
    if len(told) == 1 and len(cells) < width and whole.endswith(".") and whole.count(" ") >= _SHORT:
        return True
    is_sentence = whole.endswith(".") or (len(told) == 1 and len(whole) > longest)
    return whole.count(" ") >= _SENTENCE + len(told) - 1 and is_sentence and not (is_cut and len(told) > 1)


def _is_key(line: str) -> bool:
    """Tell what says what a mark of the table means: "p = provisional", "FTE: full-time equivalent"."""
    told = (line.partition(sign) for sign in ("=", ": "))
    return any(sign and 0 < len(mark.strip()) <= _MARK and any(map(str.isalpha, meaning)) for mark, sign, meaning in told)
