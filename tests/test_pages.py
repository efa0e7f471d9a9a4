"""The page and the worksheet: everything in a report is shown, and an article's text is shown as text whatever it says."""

from __future__ import annotations

import csv
import io
import os
import re
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import pytest
import written
from hypothesis import given
from hypothesis import strategies as st

from factcheck import rules
from factcheck.check import check_document, extract_document
from factcheck.cli import main
from factcheck.layout import unseen
from factcheck.readers import Unreadable, from_text, readers
from factcheck.report import Report
from factcheck.writers import Options, formats, worksheet
from factcheck.writers.web import marks

SEEDS = Path(__file__).parents[1] / "seeds"
SLIPS = (SEEDS / "spy-agency-slips.txt").read_text("utf-8")


def report_of(text: str) -> Report:
    return check_document(from_text(text, path="story.txt"), rules.load())


def page_of(*reports: Report | Unreadable) -> str:
    stream = io.StringIO()
    formats()["html"].write(reports, stream, Options())
    return stream.getvalue()


class Seen(HTMLParser):
    """What a page holds: tags with their attributes, and what a reader sees of each element of a class."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._unseen: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if (
            tag in ("style", "script", "title")
            or "unseen" in (dict(attrs).get("class") or "")
            or "flag" in (dict(attrs).get("class") or "")
        ):
            self._unseen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen and self._unseen[-1] == tag:
            self._unseen.pop()

    def handle_data(self, data: str) -> None:
        self.text += "" if self._unseen else data


def rows_of(*reports: Report | Unreadable) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    formats()["worksheet"].write(reports, stream, Options())
    assert stream.getvalue().startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(stream.getvalue().removeprefix("\ufeff"), newline="")))


# the page


def test_a_page_shows_the_text_and_every_finding_with_its_quotes() -> None:
    report = report_of(SLIPS)
    seen = Seen(page_of(report))
    words = " ".join(seen.text.split())
    assert " ".join(SLIPS.split()) in words
    for finding in report.findings:
        assert finding.message in words
        assert finding.rule in words
        assert all(sentence in words for sentence in finding.why.split(". "))


def test_every_link_of_a_page_leads_to_a_place_in_it() -> None:
    seen = Seen(page_of(report_of(SLIPS), report_of("It rained for 3 days, possibly 4.")))
    names = [attributes["id"] for _, attributes in seen.tags if "id" in attributes]
    assert len(names) == len(set(names))
    links = {attributes["href"] for _, attributes in seen.tags if "href" in attributes}
    assert {f"#{name}" for name in names} >= links
    assert len(links) > 20


def test_a_page_asks_nothing_of_the_network_and_is_small() -> None:
    page = page_of(report_of(SLIPS))
    assert re.findall(r"(?:src|href|action)\s*=\s*(?![\"']?#|\s*URL)[\"']?[^#\s>]", page) == []
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page
    assert len(page.encode()) < 100_000


def test_a_clean_story_says_so_and_an_unreadable_one_why() -> None:
    page = page_of(report_of("It rained for 3 days."), Unreadable("a.docx", "a.docx", "not a <b>Word</b> document"))
    assert "Nothing could be set against anything" in page
    assert "No conflict found" not in page
    assert "No conflict found" in page_of(report_of("The trench is 5 km (3 miles) long."))
    assert "The only figure stands in no check and must be verified by hand: 3 days." in page
    assert "not a &lt;b&gt;Word&lt;/b&gt; document" in page
    assert "Nothing was read." in page_of()


def test_what_was_only_listed_is_not_called_clean() -> None:
    stream = io.StringIO()
    formats()["html"].write([extract_document(from_text(SLIPS))], stream, Options(extract_only=True))
    assert "The figures were listed, not checked." in stream.getvalue()
    assert "No conflict found" not in stream.getvalue()
    assert "conflicts</a>" not in stream.getvalue()


def test_a_comment_of_a_page_dismisses_and_the_page_says_why(tmp_path: Path) -> None:
    story = "<p>The trench is 5 km (9 miles) long.<!-- factcheck: ignore measure: as the <b> map has it --></p>"
    (tmp_path / "a.html").write_text(story)
    target = tmp_path / "out.html"
    assert main(["check", str(tmp_path / "a.html"), "--format", f"html={target}", "--isolated"], standalone_mode=False) == 0
    assert "as the &lt;b&gt; map has it" in target.read_text("utf-8")


HOSTILE = [
    "<script>alert(1)</script> It cost 5 million euros.",
    "</mark></p></style></script><img src=x onerror=alert(1)> 5 km (9 miles)",
    "{{ 7 * 7 }} {% raw %} 5 km (9 miles) \" ' onmouseover=alert(1)",
    "\u202eti tsoc\u202c 5 km (9 miles) \u2066\u200f\x1b[31m",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_text(text: str) -> None:
    plain, hostile = Seen(page_of(report_of(SLIPS))), Seen(page_of(report_of(text)))
    assert {tag for tag, _ in hostile.tags} <= {tag for tag, _ in plain.tags}
    assert not {name for _, attributes in hostile.tags for name in attributes if name.startswith("on")}
    assert not any(0x202A <= ord(letter) <= 0x202E or 0x2066 <= ord(letter) <= 0x2069 for letter in hostile.text)
    assert "\x1b" not in hostile.text


@given(st.text(max_size=200), st.text(max_size=80))
def test_any_text_is_shown_whole(text: str, headline: str) -> None:
    report = extract_document(from_text(text, headline=headline))
    blocks = marks.blocks(report.document, marks.marks(report, "d1"))
    shown = unseen.without("".join(stretch.text for block in blocks for stretch in block.stretches))
    letters = [letter for letter in unseen.without(text) if not letter.isspace() and letter not in "\x1c\x1d\x1e\x1f"]
    assert len(shown.replace("\n", "")) >= len(letters)
    Seen(page_of(report))


def test_marks_that_lie_on_each_other_show_the_gravest_and_keep_all_anchors() -> None:
    text = "An estimated 5 km."
    document = from_text(text)
    place = text.index("5")
    found = [
        marks.Mark(type(document.parts[0].span)(3, 17), "hedge", "h1", "", "hedge"),
        marks.Mark(type(document.parts[0].span)(place, 17), "conflict", "f1", "c1", "one"),
        marks.Mark(type(document.parts[0].span)(place, 17), "query", "f2", "c2", "two"),
    ]
    (block,) = marks.blocks(document, found)
    assert [(stretch.text, stretch.kind, stretch.anchors) for stretch in block.stretches] == [
        ("An ", "", ()),
        ("estimated ", "hedge", ("h1",)),
        ("5 km", "conflict", ("f1", "f2")),
        (".", "", ()),
    ]


def test_the_page_of_an_html_file_shows_its_words_not_its_tags() -> None:
    (document,) = readers()[".html"].read(io.BytesIO(b"<p>The trench is 5&nbsp;km (9 <b>miles</b>) long.</p>"), "a.html", None)
    assert not isinstance(document, Unreadable)
    seen = Seen(page_of(check_document(document, rules.load())))
    assert "The trench is 5\u00a0km (9 miles) long." in seen.text
    assert "<b>" not in seen.text


def drawing_of(text: str) -> Any:
    from factcheck.writers.web import cards

    (card,) = cards.cards(report_of(text), "d1")
    return card.drawing


def test_a_drawing_shows_the_gap_between_figures_of_one_unit() -> None:
    drawing = drawing_of("Of the 40 shops, 52 are in Wales, he said.")
    assert [band.label for band in drawing.bands] == ["40", "52"] or [band.label for band in drawing.bands] == ["52", "40"]
    assert drawing.gap is not None
    assert drawing.gap[0] < drawing.gap[1]


def test_a_drawing_of_a_conversion_shows_what_the_figure_would_have_to_be() -> None:
    drawing = drawing_of("The trench is 5 km (9 miles) long.")
    assert drawing.bands[1].label == "would have to be"
    assert "9 miles" in drawing.says
    assert drawing.gap is not None


def test_a_large_story_is_written_in_time() -> None:
    text = "The flood hit 40 towns and killed about 600 people on Friday, officials said.\n\n" * 500
    assert len(page_of(report_of(text))) > len(text)


# the worksheet


def test_the_worksheet_has_a_line_for_every_figure_and_says_who_vouches_and_how_surely() -> None:
    report = report_of(SLIPS)
    rows = rows_of(report)
    assert len(rows) == len(report.claims)
    row = next(row for row in rows if row["figure"] == "4,700")
    assert row["what it counts"] == "North Korean soldiers, killed or injured"
    assert row["who says so"].startswith("members of the intelligence committee")
    assert row["how surely"] == "estimated (estimate)"
    assert "story/headline-off-body: conflict" in row["checks"]
    assert row["done"] == row["note"] == ""


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum", "\t=1", " =1", "\r1", "＝1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert worksheet.safe(cell).startswith("'")
    assert worksheet.safe(f"a{cell}")[0] == "a"


def test_a_path_is_no_formula_either_and_an_unreadable_file_has_a_line() -> None:
    (row,) = rows_of(Unreadable('=cmd|"/c calc"!A0', "a", "not UTF-8"))
    assert row["document"].startswith("'=cmd")
    assert row["what it counts"] == "not read: not UTF-8"


# comments in a Word file


def ranges(data: bytes) -> dict[str, str]:
    """Give for each comment of a Word file the words it stands at."""
    open_: set[str] = set()
    words: dict[str, str] = {}
    space = "{" + written.WORD + "}"
    document = docx.Document(io.BytesIO(data))
    for element in document.element.body.iter():
        name = element.tag.removeprefix(space)
        if name == "commentRangeStart":
            open_.add(element.get(f"{space}id"))
        elif name == "commentRangeEnd":
            open_.discard(element.get(f"{space}id"))
        elif name in ("t", "tab"):
            for id_ in open_:
                words[id_] = words.get(id_, "") + (element.text or "\t")
    return {f"{comment.text}#{comment.comment_id}": words[str(comment.comment_id)] for comment in document.comments}


def test_findings_come_back_as_comments_at_their_words(tmp_path: Path) -> None:
    headline = "Seoul’s spies estimate 470 North Korean casualties on the Kursk front"
    (tmp_path / "a.docx").write_bytes(written.as_word(SLIPS, headline))
    assert main(["check", str(tmp_path / "a.docx"), "--annotate", str(tmp_path / "b.docx")], standalone_mode=False) == 1
    data = (tmp_path / "b.docx").read_bytes()
    report = report_of(SLIPS)
    quotes = sorted(report.document.quote(place.span) for finding in report.findings for place in finding.places)
    assert sorted(ranges(data).values()) == quotes
    (plain,), (after,) = (
        [*readers()[".docx"].read(io.BytesIO(d), "a", None)] for d in ((tmp_path / "a.docx").read_bytes(), data)
    )
    assert not isinstance(plain, Unreadable)
    assert not isinstance(after, Unreadable)
    assert after.text == plain.text


def test_comments_never_go_into_the_draft_itself(tmp_path: Path) -> None:
    draft = tmp_path / "a.docx"
    draft.write_bytes(written.as_word("The trench is 5 km (9 miles) long.", "A trench"))
    before = draft.read_bytes()
    assert main(["check", str(draft), "--annotate", f"{tmp_path}/./a.docx"], standalone_mode=False) == 2
    assert draft.read_bytes() == before


def test_a_comment_finds_its_words_among_tracked_changes(tmp_path: Path) -> None:
    body = written.paragraph(
        written.run("The trench is "),
        f"<w:del><w:r><w:delText>4</w:delText></w:r></w:del><w:ins>{written.run('5 k')}</w:ins>",
        '<w:r><w:t xml:space="preserve">m (9 mi</w:t><w:t>les) long.</w:t><w:tab/><w:t>It is deep.</w:t></w:r>',
    )
    (tmp_path / "a.docx").write_bytes(written.word(body))
    main(["check", str(tmp_path / "a.docx"), "--annotate", str(tmp_path / "b.docx")], standalone_mode=False)
    assert sorted(ranges((tmp_path / "b.docx").read_bytes()).values()) == ["5 km", "9 miles"]


def test_a_finding_in_a_footnote_is_told_where_no_comment_can_stand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = f'<w:footnote w:id="2">{written.paragraph(written.run("The old road was 6 km (30 miles) long."))}</w:footnote>'
    notes = f'<w:footnotes xmlns:w="{written.WORD}">{note}</w:footnotes>'
    body = written.paragraph(
        written.run("It was 5 km (9 miles)"), '<w:r><w:footnoteReference w:id="2"/></w:r>', written.run(" long.")
    )
    (tmp_path / "a.docx").write_bytes(written.word(body, **{"word/footnotes.xml": notes}))
    assert main(["check", str(tmp_path / "a.docx"), "--annotate", str(tmp_path / "b.docx")], standalone_mode=False) == 1
    assert sorted(ranges((tmp_path / "b.docx").read_bytes()).values()) == ["5 km", "9 miles"]
    told = [line for line in capsys.readouterr().err.splitlines() if "no comment can stand in a footnote" in line]
    assert [line.partition("footnote: ")[2] for line in told] == [
        "Conflict 2 (given): 6 km is about 3.73 miles, not 30 miles",
        "Conflict 2 (converted): 6 km is about 3.73 miles, not 30 miles",
    ]


@pytest.mark.parametrize("relations", ["strict", "ordinary"])
def test_a_file_in_the_strict_form_is_read_and_its_comments_are_refused_in_plain_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], relations: str
) -> None:
    parts = {"[Content_Types].xml": written.TYPES, "_rels/.rels": written.RELATIONS}
    body = written.paragraph(written.run("The crossing is 30 miles (58 km) long."))
    parts["word/document.xml"] = f'<w:document xmlns:w="{written.WORD}"><w:body>{body}</w:body></w:document>'
    strict = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
    parts["word/document.xml"] = parts["word/document.xml"].replace(*strict)
    if relations == "strict":
        ours = ("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
        parts["_rels/.rels"] = written.RELATIONS.replace(*ours)
    draft = tmp_path / "draft.docx"
    draft.write_bytes(written.packed(parts))
    assert main(["check", str(draft)], standalone_mode=False) == 1
    assert "30 miles is about 48.3 km, not 58 km" in capsys.readouterr().out
    assert main(["check", str(draft), "--annotate", str(tmp_path / "out.docx")], standalone_mode=False) == 2
    told = capsys.readouterr()
    assert "strict form of Office Open XML; save it in Word as an ordinary .docx" in told.err
    assert "30 miles is about 48.3 km, not 58 km" in told.out
    assert not (tmp_path / "out.docx").exists()


def test_a_copy_that_cannot_be_written_costs_no_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft, report = tmp_path / "draft.docx", tmp_path / "report.json"
    draft.write_bytes(written.as_word("The crossing is 30 miles (58 km) long.", ""))
    asked = ["check", str(draft), "--format", f"json={report}", "--annotate", str(tmp_path / "none" / "out.docx")]
    assert main(asked, standalone_mode=False) == 2
    assert "no such folder" in capsys.readouterr().err
    assert "not 58 km" in report.read_text()


def test_a_copy_goes_into_a_pipe_and_through_a_link_and_takes_the_place_of_neither(tmp_path: Path) -> None:
    draft, pipe, link = tmp_path / "draft.docx", tmp_path / "pipe", tmp_path / "link.docx"
    draft.write_bytes(written.as_word("The crossing is 30 miles (58 km) long.", ""))
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "copy.docx")
    with ThreadPoolExecutor() as beside:
        read = beside.submit(pipe.read_bytes)
        assert main(["check", str(draft), "--annotate", str(pipe)], standalone_mode=False) == 1
        assert read.result().startswith(b"PK")
    assert pipe.is_fifo()
    assert main(["check", str(draft), "--annotate", str(link)], standalone_mode=False) == 1
    assert link.is_symlink()
    assert (tmp_path / "copy.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("paths", [["a.txt"], ["a.docx", "b.docx"], ["-"]])
def test_comments_are_written_into_one_word_file_only(paths: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *paths, "--annotate", "out.docx"], standalone_mode=False) == 2
    assert "one Word document" in capsys.readouterr().err
