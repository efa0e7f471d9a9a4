"""A newsroom's settings: the nearest `factcheck.toml`, or `[tool.factcheck]` in `pyproject.toml`.

    rules    = ["newsroom-rules"]          # folders of rules to add, from where the file stands
    ignore   = ["story/hedge-dropped-in-headline"]
    fail-on  = "warning"
    home     = "US"                        # whose dollar a bare $ is
    baseline = "factcheck-baseline.json"

    [[paths]]                              # for these files alone
    match  = ["opinion/*"]
    ignore = ["calendar"]

    [[dismiss]]                            # a finding that is none, and why
    rule   = "money/conversion-off-rate"
    quote  = "$42.2 billion"
    reason = "converted at the bank's own rate"

What the command line says goes before what the settings say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from attrs import field

from factcheck import disk, faults, toml
from factcheck.commands import paths, selection
from factcheck.disk.decoding import codec_called
from factcheck.faults import keys
from factcheck.report.dismissals import Dismissal
from factcheck.rules import Rule
from factcheck.values import frozen

OWN, SHARED = "factcheck.toml", "pyproject.toml"
_SECTION = "tool.factcheck"
FAIL_ON = ("error", "warning", "note", "never")


def _encoding(value: object) -> str | None:
    return None if isinstance(value, str) and codec_called(value) else "must be the name of a text encoding, such as latin-1"


_PATHS: keys.Form = {"match": keys.texts, "select": keys.texts, "ignore": keys.texts}
_DISMISS: keys.Form = dict.fromkeys(("rule", "path", "quote", "fingerprint", "reason"), keys.text)
_SETTINGS: keys.Form = {
    "rules": keys.texts,
    "select": keys.texts,
    "ignore": keys.texts,
    "fail-on": keys.one_of(*FAIL_ON),
    "home": keys.country,
    "encoding": _encoding,
    "baseline": keys.text,
    "paths": keys.tables,
    "dismiss": keys.tables,
}


@frozen
class ForPaths:
    """Rules selected and ignored for the files that match one of some patterns."""

    match: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@frozen
class Settings:
    """What a run is to do where the command line does not say; folders and files as the command line would give them."""

    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    home: str | None = None
    encoding: str | None = None
    baseline: str | None = None
    paths: tuple[ForPaths, ...] = ()
    dismissals: tuple[Dismissal, ...] = field(default=(), repr=False)
    file: Path | None = None
    named: tuple[tuple[str, tuple[str, ...]], ...] = field(default=(), repr=False)
    """Rules that it selects or ignores, each with the file and line that does."""

    @property
    def folder(self) -> Path | None:
        """Where the settings stand; patterns of paths are seen from there."""
        return None if self.file is None else self.file.parent

    def chosen(self, rules: Sequence[Rule], path: str) -> Sequence[Rule]:
        """Give the rules for one file."""
        for own in self.paths:
            if any(paths.fits(path, pattern, self.folder) for pattern in own.match):
                rules = selection.kept(rules, own.select, own.ignore)
        return rules

    def dismissing(self, path: str) -> tuple[Dismissal, ...]:
        """Give the dismissals that are for one file."""
        return tuple(each for each in self.dismissals if each.path is None or paths.fits(path, each.path, self.folder))


def found(path: str | None, isolated: bool) -> Settings:
    """Read the settings of a run: a file that is named, else the nearest above the current folder, else none.

    Raises:
        click.ClickException: the file cannot be read, or says what settings cannot say, by file and line; or the current folder
            was taken away.

    """
    if path is not None:
        return _read(Path(path), required=True) or Settings()
    if not isolated:
        try:
            here = Path.cwd()
        except FileNotFoundError:
            raise click.ClickException("the current folder is no longer there") from None
        for folder in (here, *here.parents):
            for name in (OWN, SHARED):
                if (folder / name).is_file() and (settings := _read(folder / name)) is not None:
                    return settings
    return Settings()


def with_rules_known(settings: Settings, rules: Sequence[Rule]) -> Settings:
    """See that every rule the settings name is one.

    Raises:
        click.UsageError: a name or a pattern fits no rule.

    """
    for dismissal in settings.dismissals:
        if dismissal.rule is not None and not any(selection.fits(rule.name, dismissal.rule) for rule in rules):
            raise click.UsageError(
                f"{dismissal.where}: no rule is called {dismissal.rule!r}{selection.nearest(dismissal.rule, rules)}"
            )
    for where, patterns in settings.named:
        for pattern in patterns:
            if not any(selection.fits(rule.name, pattern) for rule in rules):
                raise click.UsageError(f"{where}: no rule is called {pattern!r}{selection.nearest(pattern, rules)}")
    for own in settings.paths:
        selection.chosen(rules, own.select, own.ignore)
    return settings


def _read(path: Path, required: bool = False) -> Settings | None:
    """Read a file of settings; None where it has none, unless it is ``required``. Faults end the run, each with its line."""
    try:
        text = disk.whole(str(path)).decode("utf-8-sig")
        if path.name == SHARED and _SECTION not in text and not required:
            return None  # most have none, and a parser costs more than a glance
        table = toml.parse(text)
    except (OSError, ValueError, RecursionError) as error:
        raise click.ClickException(str(faults.unreadable(path, error))) from error
    section: tuple[str, ...] = ()
    if path.name == SHARED:
        section = ("tool", "factcheck")
        tools = table.get("tool")
        inner = tools.get("factcheck") if isinstance(tools, dict) else None
        if inner is None:
            return Settings() if required else None
        if not isinstance(inner, dict):
            raise click.ClickException(str(faults.at(path, text, section, "factcheck must be a table")))
        table = inner
    wrong = [faults.at(path, text, (*section, *where), message) for where, message in _problems(table)]
    if wrong:
        raise click.ClickException("\n".join(map(str, wrong)))
    return _settings(path, text, table, section)


def _problems(table: Mapping[str, Any]) -> list[keys.Problem]:
    problems = list(keys.problems(table, _SETTINGS))
    if not problems:
        for key, form, wanted in (("paths", _PATHS, ("match",)), ("dismiss", _DISMISS, ("reason",))):
            for number, each in enumerate(table.get(key, ()), 1):
                problems += keys.problems(each, form, wanted, (key, number))
        for number, each in enumerate(table.get("dismiss", ()), 1):
            if set(each) <= {"reason"}:
                problems.append((("dismiss", number), "dismiss needs a rule, a path, a quote or a fingerprint"))
    return problems


def _settings(path: Path, text: str, table: Mapping[str, Any], section: keys.Where) -> Settings:
    """Make the settings of a table that is sound; folders and files are seen from where its file stands."""
    dismissals = tuple(
        Dismissal(f"{path}:{faults.line_of(text, (*section, 'dismiss', number))}", **each)
        for number, each in enumerate(table.get("dismiss", ()), 1)
    )
    return Settings(
        select=tuple(table.get("select", ())),
        ignore=tuple(table.get("ignore", ())),
        rules=tuple(str(path.parent / folder) for folder in table.get("rules", ())),
        fail_on=table.get("fail-on", "error"),
        home=table.get("home"),
        encoding=table.get("encoding"),
        baseline=str(path.parent / table["baseline"]) if "baseline" in table else None,
        paths=tuple(ForPaths(**{key: tuple(value) for key, value in each.items()}) for each in table.get("paths", ())),
        dismissals=dismissals,
        file=path,
        named=tuple(_named(path, text, table, section)),
    )


def _named(path: Path, text: str, table: Mapping[str, Any], section: keys.Where) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the rules that the file selects and ignores, with the line that does."""
    tables: list[tuple[keys.Where, Mapping[str, Any]]] = [((), table)]
    tables += ((("paths", number), each) for number, each in enumerate(table.get("paths", ()), 1))
    for where, each in tables:
        for key in ("select", "ignore"):
            if key in each:
                yield f"{path}:{faults.line_of(text, (*section, *where, key))}", tuple(each[key])
