"""Files that are no plain text: one story in every format gives one report, and hostile files a plain line."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import pytest
import written
from hypothesis import given
from hypothesis import strategies as st
from linear import grows_linearly
from written import paragraph, run, word

from factcheck import rules
from factcheck.check import check_document, extract_document
from factcheck.cli import main
from factcheck.document import Document, Origin, Run, Span
from factcheck.manuscripts import read as read_manuscript
from factcheck.readers import Unreadable, documents, ninjs, readers
from factcheck.report import Report
from factcheck.report.plain import as_dict

SEEDS = Path(__file__).parents[1] / "seeds"
HEADLINES = {
    "spy-agency-slips": "Seoul’s spies estimate 470 North Korean casualties on the Kursk front",
    "spy-agency": "Seoul’s spies estimate 4,700 North Korean casualties on the Kursk front",
    "mill-results": "Sorrel Mills to close 40 shops as profit falls",
}
FORMATS = {
    ".md": lambda story, headline: story.replace(headline, f"# {headline}").encode(),
    ".html": written.as_html,
    ".docx": written.as_word,
    ".ninjs": written.as_ninjs,
    ".pdf": written.as_pdf,
}


def of(data: bytes | str, suffix: str) -> Document:
    (found,) = readers()[suffix].read(io.BytesIO(data.encode() if isinstance(data, str) else data), f"a{suffix}", None)
    assert isinstance(found, Document), found
    return found


def refused(data: bytes | str, suffix: str) -> str:
    (found,) = readers()[suffix].read(io.BytesIO(data.encode() if isinstance(data, str) else data), f"a{suffix}", None)
    assert isinstance(found, Unreadable)
    return found.message


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(part.kind, document.text[part.span.start : part.span.end]) for part in document.parts]


def quotes(report: Report) -> list[Any]:
    quote = report.document.quote
    return [
        [(finding.rule, finding.message, [quote(place.span) for place in finding.places]) for finding in report.findings],
        [(quote(claim.span), claim.role, claim.subject) for claim in report.claims],
        [(quote(hedge.span), hedge.kind) for hedge in report.hedges],
        [(check.rule, check.verdict) for check in report.checks],
        report.document.headline,
        report.document.published,
    ]


# one story in every format


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("seed", HEADLINES)
def test_a_story_gives_the_same_findings_and_quotes_in_every_format(seed: str, suffix: str) -> None:
    story = (SEEDS / f"{seed}.txt").read_text("utf-8")
    chosen = rules.load()
    plain = check_document(of(story, ".txt"), chosen)
    assert quotes(check_document(of(FORMATS[suffix](story, HEADLINES[seed]), suffix), chosen)) == quotes(plain)


# pages


def page(body: str, head: str = "") -> Document:
    return of(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", ".html")


def test_spans_lead_back_into_the_source_and_quotes_are_the_words_as_read() -> None:
    source = "<p>It cost 6&nbsp;trillion\n won (&#36;<i>4.22</i>&nbsp;billion), the mayor&#8217;s office didn&rsquo;t say.</p>"
    report = extract_document(of(source, ".html"))
    places = [(claim["quote"], source[claim["start"] : claim["end"]]) for claim in as_dict(report)["claims"]]
    assert places == [
        ("6\u00a0trillion won", "6&nbsp;trillion\n won"),
        ("$4.22\u00a0billion", "&#36;<i>4.22</i>&nbsp;billion"),
    ]


@given(st.lists(st.sampled_from(["word ", "<b>", "</b>", "&amp;", "&#8217;", "5 km ", "<p>", "\n", "<td>", "| ", "é", "&", "<"])))
def test_every_word_of_a_page_is_found_again_in_its_source(pieces: list[str]) -> None:
    document = of("".join(pieces), ".html")
    origin = document.origin
    assert origin is not None
    for part in document.parts:
        start, end = part.span.start, part.span.end
        for span in (part.span, *(Span(at, at + 1) for at in range(start, end) if not document.text[at].isspace())):
            back = origin.back(span)
            assert origin.forth(back) == span or "|" in document.text[span.start : span.end]
            assert back.end <= len(origin.source)


def test_a_stretch_that_stands_for_another_is_led_back_whole() -> None:
    origin = Origin("a &pound;4 b", "a £4 b", (Run(0, 0, 2), Run(2, 2, 9), Run(3, 9, 12)))
    assert origin.back(Span(2, 4)) == Span(2, 10)
    assert origin.forth(Span(2, 10)) == Span(2, 4)


def test_the_story_is_what_the_page_marks_as_one() -> None:
    document = page(
        "<header><h1>The Ledger</h1><p>Est. 1851</p></header><nav>12 sections</nav>"
        "<main><article><h1>Ferry sinks with 40 aboard</h1><p>A ferry sank on Friday, the coast guard said.</p>"
        "<aside>Read 7 more</aside><div class='share'>5 shares</div></article></main>"
        "<article><p>A mill burned.</p></article><footer>90,000 copies</footer><script>var a = '<p>600 dead</p>'</script>"
    )
    assert kinds(document) == [
        ("headline", "Ferry sinks with 40 aboard"),
        ("body", "A ferry sank on Friday, the coast guard said."),
    ]


def test_a_headline_may_stand_above_the_marked_story() -> None:
    document = page("<h1>Ferry sinks</h1><div itemprop='articleBody'><p>It had 40 people aboard.</p></div><p>More.</p>")
    assert [kind for kind, _ in kinds(document)] == ["headline", "body"]


def test_what_is_hidden_or_struck_out_is_not_read() -> None:
    document = page(
        "<p>About <del>4,700</del><ins>470</ins> fled.<span hidden> 9 died.</span><b style='display: none'>8</b>"
        "<i aria-hidden=true>7</i><sup>6</sup> They crossed 60 km<sup>2</sup>.</p><!-- 5 --><template>4</template>"
    )
    assert document.text == "About 470 fled. They crossed 60 km²."


def test_rows_of_a_table_captions_and_crossheads_are_told() -> None:
    document = page(
        "<h1>Toll rises to 600</h1><figure><img src=a><figcaption>A bridge near Arden.</figcaption></figure>"
        "<table><caption>By town</caption><tr><th>Town<th>Killed<tr><td><p>Arden</p><td>600</table>"
        "<h2>Rain to come</h2><p>One line,<br>another line.<p>A third.</p><ul><li>Item 1<li>Item 2</ul>"
    )
    assert kinds(document) == [
        *(("headline", "Toll rises to 600"), ("caption", "A bridge near Arden."), ("caption", "By town")),
        *(("body", "Town | Killed"), ("body", "Arden | 600"), ("crosshead", "Rain to come")),
        *(("body", "One line,"), ("body", "another line."), ("body", "A third."), ("body", "Item 1"), ("body", "Item 2")),
    ]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-04-30T09:00:00+09:00">',
        '<META NAME="DC.date.issued" CONTENT="2025-04-30">',
        "<meta name=date content=2025-04-30>",
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2025-04-30"}]}</script>',
        '<script type="application/ld+json">[[[</script><meta itemprop="datePublished" content="2025-04-30">',
    ],
)
def test_a_page_says_when_it_was_published(head: str) -> None:
    document = page("<p>It rained.</p>", head)
    assert (document.published, document.published_from) == (dt.date(2025, 4, 30), "metadata")


def test_a_time_element_is_a_date_of_publication_and_a_masthead_counts_last() -> None:
    assert page("<time datetime='2025-04-30T07:00'>today</time><p>It rained.</p>").published == dt.date(2025, 4, 30)
    assert page("<p>May 2, 2025</p><p>It rained.</p>").published_from == "masthead"


def test_a_page_is_decoded_as_it_says_itself() -> None:
    latin = '<meta http-equiv=content-type content="text/html; charset=iso-8859-1"><p>It cost £5m – “too much”.</p>'
    assert of(latin.encode("cp1252"), ".html").text == "It cost £5m – “too much”."
    assert "not UTF-8" in refused(b"<p>\xff</p>", ".html")
    assert "unknown text encoding" in refused(b"<meta charset=klingon><p>\xff</p>", ".html")


@pytest.mark.parametrize(
    "unit",
    [
        "<!--",
        "<a ",
        "<!",
        "</",
        "&#",
        "<a x='",
        "<a x=",
        "<title>",
        "<div>",
        "</div>",
        "<p>a",
        "<td>a",
        "<article>a",
        "   \n",
        "&nbsp;",
    ],
)
def test_a_hostile_page_takes_linear_time(unit: str) -> None:
    assert grows_linearly(lambda count: of(unit * count, ".html"), 300)


@given(st.text(alphabet="<>/!-&;#'\"= aptdh1x\n") | st.text())
def test_any_page_is_read(source: str) -> None:
    text = source.replace("\0", "").encode("utf-8", "ignore").decode()
    report = extract_document(of(text, ".html"))
    assert all(0 <= claim.span.start < claim.span.end <= len(report.document.text) for claim in report.claims)


# manuscripts


def test_a_manuscript_reads_as_if_all_changes_were_accepted() -> None:
    document = of(
        word(
            paragraph(
                run("About "),
                f"<w:ins>{run('4,700')}</w:ins><w:del><w:r><w:delText>470</w:delText></w:r></w:del>",
                f"<w:moveFrom>{run(' Korean')}</w:moveFrom><w:moveTo>{run(' North Korean')}</w:moveTo>",
                run(" soldiers fell."),
            )
            + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
            + run("Two paragraphs ")
            + "</w:p>"
            + paragraph(run("become one."))
            + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>"
            + paragraph(run("Gone"))
            + "</w:tc></w:tr></w:tbl>"
        ),
        ".docx",
    )
    assert document.text == "About 4,700 North Korean soldiers fell.\n\nTwo paragraphs become one."


def test_headings_tables_notes_and_fields_of_a_manuscript_are_told() -> None:
    styles = (
        f'<w:styles xmlns:w="{written.WORD}"><w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style></w:styles>'
    )
    notes = (
        f'<w:footnotes xmlns:w="{written.WORD}"><w:footnote w:type="separator">{paragraph(run("---"))}</w:footnote>'
        f"<w:footnote>{paragraph(run('Of 12 asked.'))}</w:footnote></w:footnotes>"
    )
    body = (
        paragraph(run("Toll rises to 600"), style="Title")
        + paragraph(
            run("The toll rose"),
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE 99</w:instrText></w:r>',
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret 7</w:t></w:r><w:r><w:t>.</w:t></w:r>",
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
        )
        + paragraph(run("Rain to come"), style="berschrift2")
        + f"<w:tbl><w:tr><w:tc>{paragraph(run('Town'))}</w:tc><w:tc>{paragraph(run('Killed'))}</w:tc></w:tr></w:tbl>"
    )
    document = of(word(body, **{"word/styles.xml": styles, "word/footnotes.xml": notes}), ".docx")
    assert kinds(document) == [
        *(("headline", "Toll rises to 600"), ("body", "The toll rose."), ("crosshead", "Rain to come")),
        *(("body", "Town | Killed"), ("body", "Of 12 asked.")),
    ]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('A box of 5.'))}</w:txbxContent>"
    compatibility = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    drawn = (
        f"<mc:AlternateContent {compatibility}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert of(word(paragraph(run("It rained."), f"<w:r>{drawn}</w:r>")), ".docx").text == "A box of 5.\n\nIt rained."


def test_each_stretch_of_a_manuscript_knows_its_run() -> None:
    manuscript = read_manuscript(
        word(paragraph(run("One "), f"<w:del>{run('no')}</w:del>", run("two")) + paragraph(run("three")))
    )
    assert [(piece.start, piece.text, piece.run) for piece in manuscript.stretches] == [
        (0, "One ", 0),
        (4, "two", 2),
        (9, "three", 3),
    ]


RELATION = '<Relationships><Relationship Type="http://x/{kind}" TargetMode="External" Target="{target}"/></Relationships>'
BOMB = "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><a>&b;</a>"
DEEP = "<w:p>" * 600 + "</w:p>" * 600


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a Word document"),
        (b"PK\x03\x04 and no more", "not a Word document"),
        (written.packed({"a.txt": "b"}), "there is no text in it"),
        (written.packed({"word/document.xml": "<a>"}), "broken XML"),
        (written.packed({"word/document.xml": BOMB}), "declares a document type"),
        (written.packed({"word/document.xml": "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"}), "declares a document type"),
        (word(DEEP), "nested too deeply"),
        (word("", **{"word/vbaProject.bin": "x"}), "it holds macros"),
        (word("<w:p/>" + " " * (8 << 20)), "unpacks to far more than a story"),
        (
            word(
                "", **{"word/_rels/settings.xml.rels": RELATION.format(kind="attachedTemplate", target="http://x.example/a.dotm")}
            ),
            "it fetches from elsewhere: attachedTemplate http://x.example/a.dotm",
        ),
    ],
)
def test_a_hostile_or_broken_manuscript_is_refused_in_plain_words(data: bytes, reason: str) -> None:
    assert reason in refused(data, ".docx")


def test_a_template_on_the_writers_own_disk_and_a_link_are_no_danger() -> None:
    local = RELATION.format(kind="attachedTemplate", target="file:///C:\\Templates\\Normal.dotm")
    linked = RELATION.format(kind="hyperlink", target="http://x.example")
    parts = {"word/_rels/settings.xml.rels": local, "word/_rels/document.xml.rels": linked}
    assert of(word(paragraph(run("It rained.")), **parts), ".docx").text == "It rained."


def test_a_refused_file_costs_the_others_nothing_and_the_status_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.docx").write_bytes(word(DEEP))
    (tmp_path / "b.txt").write_text("It rained for 3 days.")
    assert main(["check", str(tmp_path)], standalone_mode=False) == 2
    out, error = capsys.readouterr()
    assert error == f"{tmp_path}/a.docx: word/document.xml is nested too deeply\n"
    assert "1 document, 1 unreadable" in out


@given(st.binary(max_size=400), st.integers(0, 2000), st.sampled_from([".docx", ".html", ".ninjs"]))
def test_any_bytes_give_a_document_or_a_reason(noise: bytes, at: int, suffix: str) -> None:
    whole = FORMATS[suffix]("It rained for 3 days.\n\nSome 40 fled.", "It rained for 3 days.")
    for found in readers()[suffix].read(io.BytesIO(whole[:at] + noise + whole[at + len(noise) :]), "a", None):
        assert isinstance(found, Document) or found.message


# page proofs


def test_a_proof_without_words_and_one_that_is_broken_are_refused() -> None:
    assert refused(written.pdf([""]), ".pdf").startswith("no text in it")
    assert refused(b"%PDF-1.4 nonsense", ".pdf").startswith("not a PDF that can be read")


def test_a_paragraph_goes_on_over_the_page_and_page_numbers_are_none() -> None:
    line = "BT /F1 11 Tf 1 0 0 1 50 {y} Tm ({words}) Tj ET"
    first = [line.format(y=700, words="The council opened a library in the old mill with 12"), line.format(y=40, words="7")]
    second = [line.format(y=700, words="rooms on Friday."), line.format(y=660, words="It cost $5 million.")]
    document = of(written.pdf(["\n".join(first), "\n".join(second)]), ".pdf")
    assert document.text == "The council opened a library in the old mill with 12 rooms on Friday.\n\nIt cost $5 million."


# ninjs


def test_an_item_tells_its_headline_its_day_and_its_name() -> None:
    item = {"uri": "urn:1", "headline": "Toll rises", "versioncreated": "2025-04-30T10:00:00Z", "body_text": "It rose to 600."}
    document = of(json.dumps(item), ".json")
    assert (document.id, document.headline, document.published) == ("urn:1", "Toll rises", dt.date(2025, 4, 30))
    assert document.headline_span == Span(0, 10, in_headline=True)


@pytest.mark.parametrize(
    "item",
    [
        {"body_xhtml": "<div><p>It rose to 600.</p></div>", "headline": "Toll rises"},
        {
            "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>It rose to 600.</p>"}],
            "headlines": [{"role": "alternative", "value": "More dead"}, {"role": "main", "value": "Toll rises"}],
        },
        {"bodies": [{"contenttype": "text/plain", "value": "It rose to 600."}], "title": "Toll rises"},
    ],
)
def test_bodies_and_headlines_of_all_versions_are_read(item: dict[str, Any]) -> None:
    document = of(json.dumps(item), ".ninjs")
    assert (document.text, document.headline) == ("It rose to 600.", "Toll rises")


def test_a_list_gives_its_items_and_a_bad_one_costs_the_others_nothing() -> None:
    data = json.dumps([{"body_text": "It rose."}, {"a": 1}, 5, {"text": "\ud800"}, {"text": "It fell."}]).encode()
    found = [item.message if isinstance(item, Unreadable) else item.text for item in ninjs.read(io.BytesIO(data), "a.json", None)]
    assert found == [
        "It rose.",
        "no story in it: JSON without a text (text, body_text, body_xhtml, bodies)",
        "not a story: a JSON object is wanted, with a text",
        "not text: \\ud800 is half a character",
        "It fell.",
    ]


@pytest.mark.parametrize(
    ("data", "reason"), [("[" * 99_999, "nested too deeply"), ("{", "not JSON at line 1, column 2"), (b"\xff", "not UTF-8")]
)
def test_what_is_no_item_is_refused(data: bytes | str, reason: str) -> None:
    assert reason in refused(data, ".ninjs")


def test_json_is_read_where_it_is_named_and_not_looked_for_in_folders(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{}")
    (tmp_path / "a.txt").write_text("It rained.")
    assert [document.path for document in documents([str(tmp_path)])] == [str(tmp_path / "a.txt")]
