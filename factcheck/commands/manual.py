"""Rules -> text: the list of them, and a page for each that an editor can read."""

from __future__ import annotations

import inspect
import json
import re
import textwrap
from collections.abc import Iterator, Sequence

from attrs import asdict

from factcheck import relations, story
from factcheck.manners import joined
from factcheck.rules import ClaimPattern, Rule
from factcheck.rules.examples import Example

WIDTH = 88
SILENCE = (
    "It stays silent where any sensible reading of the text can make it true: within the figures' rounding, hedges and"
    " ambiguous units, and where they are said of another time, another group or by another source."
)

OF_ROWS = (
    "It speaks only where nearly all rows of a table keep to it: of a hundred rows 97, of a few all but one or two. What more"
    " rows break is a way to count that was not understood, and the summary says so. It leaves room for rounding."
)

_ROWS = {"row": "the same row", "group": "rows that belong together", "table": "rows of one table"}


def listed(rules: Sequence[Rule]) -> str:
    """List rules in columns: name, severity, title."""
    longest = max((len(rule.name) for rule in rules), default=0)
    return "\n".join(f"{rule.name:<{longest}}  {rule.severity:<7}  {rule.title}" for rule in rules)


def as_json(rules: Sequence[Rule]) -> str:
    """List rules as one JSON array of their names, severities and titles."""
    return json.dumps([{"name": rule.name, "severity": rule.severity, "title": rule.title} for rule in rules], indent=2)


def page(rule: Rule) -> str:
    """Write a rule's page."""
    return "\n".join(_lines(rule))


def _lines(rule: Rule) -> Iterator[str]:
    """Give the lines of a rule's page: what it holds, of which claims, when they are compared, what it finds and leaves alone."""
    yield f"{rule.name} ({rule.severity})"
    yield from ("", rule.title, "")
    yield from _wrapped(rule.why, "")
    yield from ("", "WHAT MUST HOLD", f"  {rule.holds}", *(f"  or {way}" for way in rule.conventions))
    yield from ("", "OF WHICH CLAIMS")
    longest = max(map(len, rule.claims))
    for name, pattern in rule.claims.items():
        yield from _wrapped(_pattern(pattern), f"  {name:<{longest}}  ")
    yield from _words(rule)
    yield from _ties(rule)
    yield from ("", "WHEN THEY ARE COMPARED")
    yield from _wrapped(_compared(rule), "  ")
    yield from ("", "WHAT IT SAYS")
    yield from _wrapped(rule.message, "  ")
    yield from ("", "FINDS")
    for example in rule.bad:
        yield from _example(example)
    yield "LEAVES ALONE"
    for example in rule.good:
        yield from _example(example)
    yield from _wrapped(OF_ROWS if rule.within in _ROWS else SILENCE, "")


def _pattern(pattern: ClaimPattern) -> str:
    asked = asdict(pattern, filter=lambda attribute, value: value and attribute.name not in ("link", "to", "many"))
    parts = [name if value is True else f"{name} {value}" for name, value in asked.items()]
    if pattern.link:
        parts.append(f"tied to {pattern.to} ({pattern.link})")
    if pattern.many:
        parts.append(f"all that are, {pattern.many} or more")
    return ", ".join(parts) or "any claim"


def _ties(rule: Rule) -> Iterator[str]:
    """Tell by which words the text ties the claims, as the kinds of links say it themselves."""
    asked = {pattern.link for pattern in rule.claims.values()}
    for kind in story.kinds():
        if kind.KIND in asked:
            yield from ("", f"HOW THEY ARE TIED ({kind.KIND})")
            yield from _explained(inspect.getdoc(kind) or "")


def _words(rule: Rule) -> Iterator[str]:
    """Tell what the words of `holds` mean, as their files say it; what is shown at work there is left out."""
    for name in dict.fromkeys(re.findall(r"(\w+)\(", rule.text)):
        meaning = (inspect.getdoc(relations.word(name)) or "").partition(">>>")[0]
        yield from ("", f"WHAT IS MEANT BY {name}")
        yield from _explained(re.sub(r"(?m)^    .*$", "", meaning).replace("``", ""))


def _explained(text: str) -> Iterator[str]:
    for paragraph in filter(str.strip, text.split("\n\n")):
        for item in re.split(r"\n(?=- )", paragraph.strip()):
            yield from _wrapped(" ".join(item.split()), "  ")


def _compared(rule: Rule) -> str:
    same = f" They must share {joined(rule.same)}." if rule.same else ""
    return f"They stand in {_ROWS.get(rule.within, f'the same {rule.within}')}.{same}"


def _example(example: Example) -> Iterator[str]:
    if example.headline is not None:
        yield from _wrapped(f"Headline: {_marked(example.headline, example, in_headline=True)}", "  ")
    for paragraph in _marked(example.text, example, in_headline=False).splitlines():
        yield from _wrapped(paragraph, "  ")
    notes = [
        f"published {example.published}" if example.published else "",
        f"says: {example.says}" if example.says else "",
        f'without "{example.without}" it would be found' if example.without else "",
        example.why,
    ]
    for note in filter(None, notes):
        yield from _wrapped(note, "    - ")
    yield ""


def _marked(text: str, example: Example, *, in_headline: bool) -> str:
    for mark in sorted(example.marks, reverse=True):
        if mark.in_headline == in_headline:
            text = f"{text[: mark.start]}[{text[mark.start : mark.end]}]{text[mark.end :]}"
    return text


def _wrapped(text: str, before: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=before, subsequent_indent=" " * len(before), break_on_hyphens=False)
