"""A table whose cells tell several things at once -> the same table with a column for each, and the reports on them back again.

"231 (56.1%)", "36/277 (13%)", "5-12" of those tried, "Agreed to (54-46)", "1922-1931", "1,983 m", "Sat 12 Aug", "4 May 1998 (aged
25)": what the pieces are to each other, and to other columns, the rows show as they do of any columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from factcheck.document import Record
from factcheck.report import Report
from factcheck.tables.columns import Column, Sample, days
from factcheck.tables.columns.forms import LONGEST_CELL, calendar
from factcheck.tables.engines import Store, duck, loading
from factcheck.tables.judged import merging
from factcheck.values import evolve, frozen

_MOST_ROWS, _MOST_COLUMNS = 5000, 60
_FEWEST_ROWS = 8
_MOSTLY = 10
"""One cell in so many may be written in another way."""
_NUMBER = r"(?:0|[1-9][0-9]*)(?:[.,\u00a0\u202f' ][0-9]{3})*(?:[.,][0-9]+)?"
_TWO = re.compile(
    rf"(?:[^\W\d][^\d(]*)?(?P<open>\()?(?P<one>{_NUMBER})(?P<between> ?[-–—/:] ?| ?\()"
    rf"(?P<two>{_NUMBER}(?P<percent> ?%)?)(?P<close>\))?"
)
"""Two figures, one beside the other or in brackets behind it, with or without words before them."""
_OF = re.compile(
    rf"(?P<one>{_NUMBER}) ?(?:/|\b(?:of|out of|von|sur|de|di|av)\b) ?(?P<two>{_NUMBER}),? ?\((?P<three>{_NUMBER} ?%?)\)"
)
"""Some of all, with their share in brackets: "36/277 (13%)"."""
_MEASURE = re.compile(rf"(?P<one>{_NUMBER}) ?(?P<unit>[^\W\d_]{{1,12}}[²³]?(?:/[^\W\d_]{{1,6}}[²³]?)?)\.?")
"""A figure with its unit: "1,983 m"."""
_DAY = re.compile(r"(?P<one>[^\W\d_]{2,10})\.?,? +(?P<two>[0-9]{1,2}\.? [^\W\d_]{3,12}\.?|[^\W\d_]{3,12}\.? [0-9]{1,2})")
_AGED = re.compile(r"(?P<one>[^()]*[0-9]{4}|[0-9]{4}-[0-9-]*) ?\((?:[^\W\d]+ )?(?P<two>[0-9]{1,3})(?: [^\W\d]+)?\)")
"""A day with an age behind it: "4 May 1998 (aged 25)"."""
_YEARS, _DASHES = re.compile(r"(?:1[0-9]|20)[0-9]{2}-(?:1[0-9]|20)[0-9]{2}"), "-–—"
_OF_DAYS, _OF_YEARS, _OF_AGES, _OF_ALL, _YEAR = "day", "years", "ages", "of", 4
_OTHERS = ("two", "three")
_HEADED = re.compile(r"\bn ?/ ?N\b,?|\(%\)|\bno\. ?/ ?total(?: no\.)?", re.IGNORECASE)
"""What a header says of how its cells are written: "n/N (%)"."""
Pieces = Sequence[tuple[str, Sequence[str | None]]]
"""Names of columns, with their cells."""


@frozen
class Unfolded:
    """A table with a column for each piece; ``written`` is for each the column that it stands in, ``pieces`` are their places."""

    store: Store
    written: tuple[str, ...]
    pieces: frozenset[int]

    def back(self, report: Report, sample: Sample) -> Report | None:
        """Give what is said of pieces, with the columns that their cells have in the table as it is written."""
        pieces = {column.label for column in sample.columns if column.index in self.pieces}
        columns = {column.label: self.written[column.index] for column in sample.columns}
        told = tuple(each for each in report.findings if any(name in pieces for _, name in merging.places(report, each)))
        document = report.document
        cells = document.record.cells if document.record else ()
        named = Record(tuple(evolve(cell, column=columns[cell.column]) for cell in cells))
        return evolve(report, document=evolve(document, record=named), findings=told) if told else None


@contextmanager
def opened(store: Store, sample: Sample) -> Iterator[Unfolded | None]:
    """Open the table with a column for each piece, if it has such cells and all of its rows are at hand."""
    size = len(sample.texts[0]) if sample.texts else 0
    small = _FEWEST_ROWS <= size == store.rows <= _MOST_ROWS and len(sample.columns) <= _MOST_COLUMNS
    cut = {column.index: pieces for column in sample.columns if small and (pieces := _pieces(column, sample))}
    if not cut:
        yield None
        return
    as_written = {index: [(header, sample.texts[index])] for index, header in enumerate(store.headers)}
    named = [(index, name, cells) for index in as_written for name, cells in cut.get(index, as_written[index])]
    places = store.ask("SELECT row, line FROM data ORDER BY row")
    with duck.opened() as connection:
        texts = zip(*(cells for _, _, cells in named), strict=True)
        records = ((row, line, [text or "" for text in told]) for (row, line), told in zip(places, texts, strict=True))
        rows = loading.of_records(connection, len(named), records)
        table = duck.of_texts(connection, [name for _, name, _ in named], rows)
        cut_up = frozenset(at for at, (index, _, _) in enumerate(named) if index in cut)
        yield Unfolded(table, tuple(sample.columns[index].label for index, _, _ in named), cut_up)


def _pieces(column: Column, sample: Sample) -> Pieces:
    """Cut the cells of a column, if nearly all of them are written in one way; what is written otherwise stays in one piece."""
    texts = [(text or "").strip() for text in sample.texts[column.index]]
    told = [text for text in texts if not column.form.says_nothing(text)]
    whole = column.kind != "text" and not (column.form.clock and column.name.says("both-scores"))  # "60:41" is no time
    whole = whole and not (column.kind == "day" and all(text.endswith(")") for text in told))
    if whole or column.form.typed or len(told) < _FEWEST_ROWS or max(map(len, told)) > LONGEST_CELL:
        return ()
    for expression, is_whole in ((_DAY, _is_day), (_AGED, _is_aged), (_OF, bool), (_TWO, _is_two), (_MEASURE, bool)):
        matches = {text: match for text in told if (match := expression.fullmatch(text)) and is_whole(match)}
        ways = Counter(_way(matches[text]) for text in told if text in matches)
        way, times = ways.most_common(1)[0] if ways else ("", 0)
        if (len(told) - times) * _MOSTLY <= len(told):
            cut = [matches.get(text) if text in matches and _way(matches[text]) == way else None for text in texts]
            ones = [text if match is None else match["one"] for text, match in zip(texts, cut, strict=True)]
            if expression is _MEASURE:
                return ((column.label if column.name.note else f"{column.label} ({way})", ones),)
            others = [
                ["" if match is None else match[piece] for match in cut]
                for piece in [*expression.groupindex][1:]
                if piece in _OTHERS
            ]
            return tuple(zip(_names(column.label, way), (ones, *others), strict=True))
    return ()


def _names(label: str, way: str) -> tuple[str, ...]:
    """Name the pieces of a column's cells: what is counted keeps its name, and so does the date."""
    if way == _OF_DAYS:
        return f"{label} weekday", label
    if way == _OF_AGES:
        return label.partition("(")[0].strip() or label, "age"
    if way == _OF_YEARS:
        return f"{label} start", f"{label} end"
    if way == _OF_ALL:
        counted = _HEADED.sub("", label).strip(" ,") or label
        return counted, f"{counted}, of", f"{counted} %"
    counted = label.replace("(%)", "").strip(" ,")  # "Women, n (%)"
    return (counted, f"{counted} %") if "%" in way or counted != label else (label, f"{label}, second")


def _is_day(match: re.Match[str]) -> bool:
    return match["one"].lower() in calendar("weekday")


def _is_aged(match: re.Match[str]) -> bool:
    """Tell whether a day stands before brackets, and no figure alone."""
    return not match["one"].isdigit() and any(days.read(match["one"].strip(), order) is not None for order in ("dmy", "mdy"))


def _is_two(match: re.Match[str]) -> bool:
    """Tell whether brackets are closed, and two figures no season ("2019-20")."""
    bracket = "(" in (match["open"] or "") + match["between"]
    is_season = not bracket and len(match["one"]) == _YEAR and len(match["two"]) in (2, _YEAR) and _way(match) != _OF_YEARS
    return bracket is bool(match["close"]) and not is_season


def _way(match: re.Match[str]) -> str:
    """Give how a cell is written, but for its figures and words."""
    if match.re in (_MEASURE, _OF):
        return match["unit"] if match.re is _MEASURE else _OF_ALL
    if match.re in (_DAY, _AGED):
        return _OF_DAYS if match.re is _DAY else _OF_AGES
    years = match["between"].strip() in _DASHES and _YEARS.fullmatch(f"{match['one']}-{match['two']}")
    return _OF_YEARS if years else f"{match['open'] or ''}{match['between'].strip()}{'%' if match['percent'] else ''}"
