"""Spans -> the lines they stand on, as much of them as a screen is wide, with the exact words underlined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rich.cells import cell_len

from factcheck.report.lines import Lines
from factcheck.values import frozen
from factcheck.writers.console.harmless import harmless

BEFORE, AFTER = "... ", " ..."


@frozen
class Mark:
    """Words to underline, and what to write beneath them."""

    start: int
    end: int
    label: str = ""


def excerpts(lines: Lines, marks: Iterable[Mark], width: int) -> Iterator[tuple[int, str, list[str]]]:
    """Give for each line that holds a mark: its number, as much of it as fits, and the rows to write beneath.

    Marks that fit on the screen together share one excerpt; a mark over a line break is shown on each of its lines.
    """
    pieces = sorted((piece for mark in marks for piece in _by_line(lines, mark)), key=lambda piece: piece[1].start)
    for number, together in _together(lines, pieces, width):
        yield number, *_drawn(lines, number, together, width)


def _by_line(lines: Lines, mark: Mark) -> Iterator[tuple[int, Mark]]:
    label = mark.label
    for number in range(lines.number(mark.start), lines.number(max(mark.start, mark.end - 1)) + 1):
        start, end = lines.bounds(number)
        start, end = max(start, mark.start), min(end, mark.end)
        if start < end:
            yield number, Mark(start, end, label)
            label = ""


def _together(lines: Lines, pieces: Sequence[tuple[int, Mark]], width: int) -> list[tuple[int, list[Mark]]]:
    groups: list[tuple[int, list[Mark]]] = []
    for number, mark in pieces:
        if groups and number == groups[-1][0] and _fits_beside(lines, groups[-1][1], mark, width):
            groups[-1][1].append(mark)
        else:
            groups.append((number, [mark]))
    return groups


def _fits_beside(lines: Lines, marks: list[Mark], mark: Mark, width: int) -> bool:
    # The first test keeps the second cheap on a line as long as a book.
    start, room = marks[0].start, width - len(BEFORE + AFTER)
    return mark.start >= marks[-1].end and mark.end - start <= 2 * room and _cells(lines, start, mark.end) <= room


def _cells(lines: Lines, start: int, end: int) -> int:
    return cell_len(harmless(lines.text[start:end]))


def _drawn(lines: Lines, number: int, marks: list[Mark], width: int) -> tuple[str, list[str]]:
    start, end = _window(lines, lines.bounds(number), marks[0].start, marks[-1].end, width)
    first, last = lines.bounds(number)
    before, after = BEFORE if start > first else "", AFTER if end < last else ""
    spots = [
        (len(before) + _cells(lines, start, mark.start), max(1, _cells(lines, mark.start, min(mark.end, end))), mark.label)
        for mark in marks
    ]
    return before + harmless(lines.text[start:end]) + after, _rows(spots)


def _window(lines: Lines, bounds: tuple[int, int], start: int, end: int, width: int) -> tuple[int, int]:
    """Choose how much of a line to show: all of it, else the marked words and what fits around them, in whole words."""
    first, last = bounds
    if last - first <= width and _cells(lines, first, last) <= width:
        return bounds
    room = width - len(BEFORE + AFTER)
    end = start + _fitting(lines.text[start:end], room)
    room -= _cells(lines, start, end)
    following = lines.text[end : min(last, end + room)]
    right = _fitting(following, room - min(room // 3, _cells(lines, max(first, start - room), start)))
    preceding = lines.text[max(first, start - room) : start]
    left = _fitting(preceding[::-1], room - cell_len(harmless(following[:right])))
    return _at_a_blank(lines.text, start - left, start, first), _back_to_a_blank(lines.text, end, end + right, last)


def _fitting(text: str, room: int) -> int:
    """Count the characters at the beginning of a text that fit into so many cells."""
    shown = harmless(text)
    for count in range(min(len(shown), 2 * room), 0, -1):
        if cell_len(shown[:count]) <= room:
            return count
    return 0


def _at_a_blank(text: str, start: int, marked: int, first: int) -> int:
    blank = text.find(" ", start, marked)
    return start if start == first or blank < 0 else blank + 1


def _back_to_a_blank(text: str, marked: int, end: int, last: int) -> int:
    blank = text.rfind(" ", marked, end)
    return end if end == last or blank < 0 else blank


def _rows(spots: Sequence[tuple[int, int, str]]) -> list[str]:
    """Draw the carets in one row; a label stands beside its carets where there is room, else beneath them."""
    carets, below = "", list[str]()
    for (column, size, label), (following, _, _) in pairwise([*spots, (2**31, 0, "")]):
        carets += " " * (column - cell_len(carets)) + "^" * size
        if not label:
            continue
        if cell_len(carets) + cell_len(label) + 2 <= following:
            carets += f" {label}"
        else:
            _beneath(below, column, label)
    return [carets, *below]


def _beneath(rows: list[str], column: int, label: str) -> None:
    for place, row in enumerate(rows):
        if cell_len(row) < column:
            rows[place] = row + " " * (column - cell_len(row)) + label
            return
    rows.append(" " * column + label)
