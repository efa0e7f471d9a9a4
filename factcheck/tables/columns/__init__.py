"""A table's headers and a sample of its rows -> Columns: what each holds, by its name and its values.

A column's name is read by `names`, how it writes by `kinds` (its `forms`), a cell by `cells`; `partitions` share a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from attrs import field

from factcheck import lexicon
from factcheck.tables.columns import cells, digits, forms, kinds, names, points, typed
from factcheck.tables.columns.forms import Form
from factcheck.tables.columns.names import Name
from factcheck.values import evolve, frozen

_LONGEST_MONTH, _HUNDRED = 31, 100
_LONGEST_LIFE = 45_000
"""Days beyond which nothing lasts that a table tells."""
_FIRST_SERIAL = 9999
"""Numbers beyond may be days as a spreadsheet counts them."""
Number = int | Fraction


@frozen
class Column:
    """A column: its place, its name and form, the role that its name gives it; ``label`` is its name in reports.

    ``doubtful`` tells that another column has the same name, or that it has none: nothing is bound to it by name.
    """

    index: int
    label: str
    name: Name
    form: Form
    role: str | None = None
    doubtful: bool = False

    @cached_property
    def kind(self) -> str:
        """``number``, ``year``, ``day``, ``weekday``, ``month``, ``text``, ``empty``, or ``other`` (truths, lists)."""
        low, high = self.form.lowest, self.form.highest
        if self.form.kind == "number" and self.form.whole and low is not None and high is not None:
            dated = self.name.says("year", "other-year", "start", "end", "birth", "dying", "date", "record")
            dated = dated or (self.name.says("begun", "finished") and not self.name.stem)  # "houses completed" are counted
            if dated and (kinds.YEARS[0] <= low <= high <= kinds.YEARS[1] or self.form.years):
                return "year"
        return self.form.kind

    @cached_property
    def counts(self) -> bool:
        """Tell whether it can hold counts: whole or not, never negative, and nothing in the name against it."""
        return self.adds and not self.form.negative

    @cached_property
    def adds(self) -> bool:
        """Tell whether it can be added up: what can hold counts, or is below nought at times, as flows and results are."""
        named = self.name.counts or self.form.clock > 0 or self._is_no_time
        named = named or (self.form.negative and self.name.bars <= {"difference"}) or self.name.bars == {"estimate"}
        named = named or " ".join(self.name.words) in lexicon.entries("columns")["difference"]["part"]
        return self.kind == "number" and named and not self.form.percent

    @property
    def _is_no_time(self) -> bool:
        """Tell numbers that are no times or shares, though a name says so: of a "whole year", of "guns returned", "VAT 20%"."""
        low, high = self.form.lowest or 0, self.form.highest or 0
        numbered = any(word.isdigit() for word in self.name.words)
        of_years = not self.form.years and (high > kinds.YEARS[1] or (low < kinds.YEARS[0] and numbered))
        of_days = high > kinds.YEARS[1] or (high > _LONGEST_MONTH and numbered)
        bars = self.name.bars
        return (
            (bars <= {"year", "other-year"} and (of_years or (high < kinds.YEARS[0] and "y" in self.name.words)))  # economy class
            or ("year" in bars <= {"year", "end"} and of_years and numbered)  # of the year to June 2022
            or (bars <= {"day", "month"} and of_days)
            or (bars <= {"date"} and self.form.whole and _LONGEST_MONTH < high < _FIRST_SERIAL and low < kinds.YEARS[0])
            or (bars <= {"start", "end"} and bool(self.name.stem))
            or (bars <= {"birth", "dying"} and self.form.whole)  # who were born, and who died
            or ("share" in bars <= {"share", "start"} and numbered and high > _HUNDRED and "percent" in self.name.words)
            or (
                bars <= {"duration"} and (high > _LONGEST_LIFE if self.form.whole else True)
            )  # nights that guests stayed, a bill's length
        )

    @property
    def unit(self) -> str:
        """What its numbers are in, as far as it is written."""
        sized, note = "=" in self.name.note, self.name.note.strip().lower()  # "Placebo (n=405)"
        minutes = self.form.clock or (self.kind == "number" and note in lexicon.entries("cells")["minutes"]["words"])
        return "clock" if minutes else self.form.currency or ("" if sized else note)


@frozen(slots=False)
class Sample:
    """Some rows of a table, column by column, as the columns read them."""

    columns: tuple[Column, ...]
    texts: tuple[tuple[str | None, ...], ...] = field(repr=False)

    @cached_property
    def _units(self) -> dict[tuple[int, int | None], Fraction]:
        return {}

    def unit(self, column: Column, rows: int | None = None) -> Fraction:
        """Give the unit of the last digit that a column is printed with, in so many first ``rows`` or in all."""
        if (column.index, rows) not in self._units:
            self._units[column.index, rows] = digits.resolution(self.values(column)[:rows])
        return self._units[column.index, rows]

    @cached_property
    def _reals(self) -> dict[int, list[float]]:
        return {}

    def reals(self, column: Column) -> list[float]:
        """Give a column's numbers as reals, which are told from others sooner; what is missing is none."""
        if column.index not in self._reals:
            self._reals[column.index] = [*map(digits.real, self.values(column))]
        return self._reals[column.index]

    @cached_property
    def _values(self) -> dict[int, tuple[Number | None, ...]]:
        return {}

    def values(self, column: Column) -> tuple[Number | None, ...]:
        """Give a column's numbers, days by their number; None where a cell gives no single one, or hedges it."""
        if column.index not in self._values:
            read = typed.value if column.form.typed and column.form.kind == "number" else _single
            texts = self.texts[column.index]
            known = {text: read(text, column.form) for text in set(texts)}  # most columns repeat what they say
            self._values[column.index] = tuple(known[text] for text in texts)
        return self._values[column.index]

    def showing(self, column: Column, values: tuple[Number | None, ...]) -> Sample:
        """Give the sample with other numbers in a column."""
        other = evolve(self)
        other._values[column.index] = values
        return other


def read(headers: Sequence[str], types: Sequence[str], rows: Sequence[Sequence[str | None]]) -> Sample:
    """Read the columns of a table from its headers, their types in the file and a sample of its rows."""
    named = names.read(headers)
    texts = tuple(zip(*rows, strict=True)) if rows else tuple(() for _ in headers)
    labels = _labels(headers)
    read_, doubtful = _forms(texts, types, named), _doubtful(headers, texts)
    found = (Column(at, labels[at], name, read_[at], _role(name), doubtful[at]) for at, name in enumerate(named))
    return Sample(tuple(found), texts)


def _doubtful(headers: Sequence[str], texts: Sequence[Sequence[str | None]]) -> list[bool]:
    """Tell columns without a name, or with that of another one: but for the first of those that say the same throughout."""
    told, named = [header.strip().lower() for header in headers], dict[str, list[int]]()
    for at, name in enumerate(told):
        named.setdefault(name, []).append(at)
    alike = {name: all(texts[at] == texts[places[0]] for at in places) for name, places in named.items() if name}
    return [not alike.get(name) or at != named[name][0] for at, name in enumerate(told)]


def _labels(headers: Sequence[str]) -> list[str]:
    """Name each column once: what is empty by its place, what stands twice with a number."""
    seen: Counter[str] = Counter()
    labels = []
    for place, header in enumerate(headers, 1):
        label = header.strip() or f"column {place}"
        seen[label] += 1
        labels.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return labels


def _forms(texts: Sequence[Sequence[str | None]], types: Sequence[str], named: Sequence[Name]) -> list[Form]:
    """Read each column; where one has decimal commas, or full stops between thousands, those of the others may be such, too.

    So may be the commas of whole numbers ("1,627"), where one column has decimals without doubt ("0,081").
    """
    found = _in_one_order([_form(*each) for each in zip(texts, types, named, strict=True)])
    pointed = [each for form, each in zip(found, texts, strict=True) if form.kind == "number" and not (form.whole or form.typed)]
    if not any(form.point == "," for form in found) and not points.are_thousands(
        text for each in pointed for text in each if text
    ):
        return found
    sure = any(form.point == "," and any(map(_begins_with_nought, each)) for form, each in zip(found, texts, strict=True))
    return [
        _form(*each, comma=True) if form.kind == "number" and form.point == "." and (sure or not form.whole) else form
        for form, each in zip(found, zip(texts, types, named, strict=True), strict=True)
    ]


def _in_one_order(found: Sequence[Form]) -> list[Form]:
    """Give dates in digits that can be read both ways ("3/4/1901") the order that the table's other dates show."""
    shown = {form.order for form in found if form.order}
    order = shown.pop() if len(shown) == 1 else ""
    return [evolve(form, order=order) if form.kind == "day" and not form.order else form for form in found]


def _begins_with_nought(text: str | None) -> bool:
    return text is not None and text.lstrip("-+− ").startswith("0,")


def _form(texts: Sequence[str | None], type_: str, name: Name, *, comma: bool = False) -> Form:
    if type_ == "integer":
        return typed.integers({*map(int, {text for text in texts if text is not None})})
    told = Counter(text for text in texts if text is not None and len(text) <= forms.LONGEST_CELL)
    if type_ == "text":
        long = sum(text is not None and len(text) > forms.LONGEST_CELL for text in texts)
        return Form("text") if long * 10 > len(texts) else _dated(kinds.of_texts(told, comma=comma), told, name)
    return typed.of(type_, told)


def _dated(form: Form, told: Mapping[str, int], name: Name) -> Form:
    """Read 20250430 as a day where the name says that it is a date, and "Mo" as Monday where it says that it is a day."""
    if form.kind == "text" and name.says("day", "weekday"):
        texts = (text.strip().rstrip(".").lower() for text in told if not form.says_nothing(text))
        return Form("weekday", missing=form.missing) if all(text in forms.calendar("weekday") for text in texts) else form
    if (
        form.kind == "number"
        and name.says("date", "start", "end", "birth")
        and all(
            len(text.strip()) == 8 and cells.read(text, Form("day")) is not None for text in told if not form.says_nothing(text)
        )
    ):
        return Form("day", missing=form.missing)
    return form


def _role(name: Name) -> str | None:
    """Give the role that a name's words say, if they say one."""
    words = [word for word in name.words if word not in lexicon.words("columns", "counting")]
    forms_ = lexicon.forms("roles", "nouns", "verbs", "acts", "columns")
    for size in (3, 2, 1):
        found = {forms_[phrase] for at in range(len(words)) if (phrase := " ".join(words[at : at + size])) in forms_}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _single(text: str | None, form: Form) -> Number | None:
    if text is not None and form.kind == "number" and not form.says_nothing(text) and len(text) <= forms.LONGEST_CELL:
        plain = forms.value_of(text, form.point)
        if plain is not None:
            return typed.plain(plain)
    value = None if text is None else cells.read(text, form)
    if value is None:
        return None
    if value.quantity is not None:
        return typed.plain(value.quantity.value) if value.bare else None
    return value.stretch.first.toordinal() if value.stretch and value.stretch.first == value.stretch.last else None
