"""Readers: bytes in, documents or plain words of why not out."""

from __future__ import annotations

import codecs
import datetime as dt
import io
import json
import os
import re
import sys
import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, BinaryIO

import pytest
import written
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.disk import decoding
from factcheck.disk.decoding import Undecodable, decode
from factcheck.document import Document, Span
from factcheck.layout import unseen
from factcheck.readers import Unreadable, documents, from_text, marked_up, ninjs, pdf, plain, readers, records, rows, web, word

STORY = "Ferry sinks off the old harbour\n\nA ferry sank on Friday with 40 people aboard.\n"


def one(found: Iterator[Document | Unreadable]) -> Document:
    (document,) = found
    assert isinstance(document, Document)
    return document


def fault(found: Iterator[Document | Unreadable]) -> Unreadable:
    (unreadable,) = found
    assert isinstance(unreadable, Unreadable)
    return unreadable


def of_text(text: str, encoding: str = "utf-8") -> Document:
    return one(plain.read(io.BytesIO(text.encode(encoding)), "a.txt", None))


def of_markdown(text: str) -> Document:
    return one(marked_up.read(io.BytesIO(text.encode()), "a.md", None))


def of_rows(data: bytes | str, encoding: str | None = None) -> list[Document | Unreadable]:
    return list(rows.read(io.BytesIO(data.encode() if isinstance(data, str) else data), "a.jsonl", encoding))


def messages(found: list[Document | Unreadable]) -> list[str | None]:
    return [item.message if isinstance(item, Unreadable) else None for item in found]


# paths


def test_documents_come_in_the_order_of_the_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md"):
        (tmp_path / name).write_text(STORY)
    paths = [str(tmp_path / "b.txt"), str(tmp_path / "a.md")]
    assert [document.path for document in documents(paths)] == paths


def test_an_unreadable_path_stands_in_its_place_and_the_next_come(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    found = list(documents([str(tmp_path / "gone.txt"), "", "a\0b", str(tmp_path / "a.txt")]))
    assert messages(found) == ["no such file or folder"] * 3 + [None]


def test_a_folder_gives_its_stories_sorted_and_leaves_hidden_files_and_other_suffixes_out(tmp_path: Path) -> None:
    (tmp_path / "late").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("late/b.md", "a.TXT", "late/a.txt", ".hidden.txt", ".git/c.txt", "table.csv"):
        (tmp_path / name).write_text(STORY)
    found = [Path(document.path).relative_to(tmp_path).as_posix() for document in documents([str(tmp_path)])]
    assert found == ["a.TXT", "late/a.txt", "late/b.md"]


def test_a_folder_without_stories_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("a,b")
    assert fault(documents([str(tmp_path)])).message.startswith("no stories in this folder")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_with_a_column_of_texts_gives_its_records(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "drafts.csv"
    rows = ["id,text,published", '7,"It rose, and\nfell.",2025-01-02', "", "8,It fell.,"]
    path.write_text("\n".join(row if '"' in row and delimiter == "," else row.replace(",", delimiter) for row in rows))
    first, second = documents([str(path)])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.line, str(first.published), first.published_from) == ("7", 2, "2025-01-02", "row")
    assert (second.id, second.line, second.text, second.published) == ("8", 5, "It fell.", None)


def test_a_record_that_is_no_row_does_not_stop_the_next(tmp_path: Path) -> None:
    (tmp_path / "drafts.csv").write_text("text,published\n,2025-01-02\nIt rose.,soon\nIt fell.,\n")
    assert [message and message[:16] for message in messages(list(documents([str(tmp_path / "drafts.csv")])))] == [
        'no "text" in thi',
        '"published" is n',
        None,
    ]


@pytest.mark.parametrize("name", ["table.csv", "table.tsv", "table.parquet"])
def test_a_table_without_texts_is_no_story(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("killed,injured\n3,4\n")
    assert fault(documents([str(tmp_path / name)])).message.endswith("`factcheck table` checks its rows")


def test_a_folder_may_be_named_like_a_story(tmp_path: Path) -> None:
    (tmp_path / "old.txt").mkdir()
    (tmp_path / "old.txt" / "a.txt").write_text(STORY)
    assert one(documents([str(tmp_path)])).path.endswith("old.txt/a.txt")


def test_links_in_circles_and_to_nowhere_are_told_once(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "nowhere.txt").symlink_to("gone")
    found = list(documents([str(tmp_path)]))
    assert [Path(item.path).name for item in found] == ["nowhere.txt", "self.txt"]
    assert None not in messages(found)


def test_a_pipe_in_a_folder_is_left_alone_for_it_may_never_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text(STORY)
    assert one(documents([str(tmp_path)])).path.endswith("a.txt")


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=('{"id": 7, "text": "It rose."}\n',))
    writer.start()
    assert one(documents([str(pipe)])).id == "7"
    writer.join()


def test_a_device_without_end_is_refused_and_the_empty_one_is_an_empty_story() -> None:
    assert fault(documents(["/dev/zero"])).message == "a device, not a text"
    assert one(documents([os.devnull])).text == ""


def test_a_path_that_is_no_utf8_is_shown_in_escapes() -> None:
    assert fault(documents(["gone\udce9.txt"])).path == "gone\\udce9.txt"


def test_the_option_wins_over_what_a_document_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"March 7, 2025\n\n{STORY}")
    assert one(documents([str(tmp_path / "a.txt")])).published_from == "masthead"
    document = one(documents([str(tmp_path / "a.txt")], published=dt.date(2024, 1, 2)))
    assert (document.published, document.published_from) == (dt.date(2024, 1, 2), "option")


def test_an_unknown_suffix_is_plain_text(tmp_path: Path) -> None:
    (tmp_path / "a.story").write_text(STORY)
    assert one(documents([str(tmp_path / "a.story")])).headline == "Ferry sinks off the old harbour"


def test_every_reader_is_found_by_its_suffixes() -> None:
    modules = (plain, marked_up, rows, records, web, word, ninjs, pdf)
    assert {suffix for module in modules for suffix in module.SUFFIXES} == set(readers())


# standard input


class Dripping(io.RawIOBase):
    """A stream that gives one byte at a time and cannot go back, as a slow pipe does."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        byte = self._data.read(1)
        buffer[: len(byte)] = byte
        return len(byte)


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> list[Document | Unreadable]:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(Dripping(data))))
    return list(documents(["-"]))


def test_standard_input_is_rows_if_its_first_line_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    found = standard_input(monkeypatch, b'\xef\xbb\xbf\n \n {"id": "a", "text": "It rose."}\n{"text": "It fell."}')
    assert [(item.id, item.path) for item in found] == [("a", "-"), ("4", "-")]


@pytest.mark.parametrize("text", [STORY, '{"title": "no text"}\n', "{not a row\n", "{", "", "\n\n", '{"text": ' + "[" * 99_999])
def test_standard_input_is_plain_text_otherwise_and_whole(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (document,) = standard_input(monkeypatch, text.encode())
    assert isinstance(document, Document)
    assert document.text == text


@pytest.mark.parametrize(
    ("opening", "message"),
    [(b"PK\x03\x04", "not a Word document"), (b"%PDF-1.4\n", "not a PDF"), (b"\n<!DOCTYPE html><p>\xff", "not UTF-8 at byte 19")],
)
def test_standard_input_in_another_format_is_known_by_its_first_bytes(
    monkeypatch: pytest.MonkeyPatch, opening: bytes, message: str
) -> None:
    pytest.importorskip("pypdf" if opening.startswith(b"%PDF") else "factcheck")
    assert fault(iter(standard_input(monkeypatch, opening))).message.startswith(message)


def test_a_page_on_standard_input_is_read_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert one(iter(standard_input(monkeypatch, b"<html><title>5</title><p>It rained.</html>"))).headline_span is None


def test_a_closed_standard_input_is_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert fault(documents(["-"])).message == "no standard input"


# decoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_text(encoding: str) -> None:
    assert of_text(STORY, encoding).text == STORY


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_utf16_is_known_by_its_mark(mark: bytes) -> None:
    codec = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert decode(mark + "6 трлн ₩ 😀".encode(codec)) == "6 трлн ₩ 😀"


def test_line_ends_stay_as_they_are() -> None:
    assert of_text("One.\r\nTwo.\rThree.\n").text == "One.\r\nTwo.\rThree.\n"


def test_what_is_no_utf8_is_refused_with_its_first_bad_byte() -> None:
    found = fault(plain.read(io.BytesIO(b"caf\xe9 40"), "a.txt", None))
    assert (found.byte, found.message) == (3, "not UTF-8 at byte 3; say --encoding NAME if it is in another encoding")


def test_an_offset_counts_the_byte_order_mark() -> None:
    assert decode(codecs.BOM_UTF8 + b"caf\xe9") == Undecodable(
        "not UTF-8 at byte 6; say --encoding NAME if it is in another encoding", 6
    )


def test_a_named_encoding_is_believed() -> None:
    assert decode("café 40".encode("latin-1"), "latin-1") == "café 40"
    assert decode("6조 원".encode("euc-kr"), "euc-kr") == "6조 원"
    assert decode("40".encode("utf-32"), "utf-32") == "40"


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "base64", "undefined", "a\0b", "\ud800", ""])
@pytest.mark.parametrize("data", [b"", b"It rose."])
def test_an_encoding_that_is_unknown_or_of_no_text_is_refused(encoding: str, data: bytes) -> None:
    found = decode(data, encoding)
    assert isinstance(found, Undecodable)
    assert found.message.startswith("unknown text encoding")
    assert found.message.isascii()


@pytest.mark.parametrize(
    ("data", "byte"),
    [(b"It\0rose", 2), (b"\x89PNG\r\n\x1a\n\0\0", 8), ("ab\0".encode("utf-16-le"), 1), ("ab\0".encode("utf-16"), 6)],
)
def test_binary_is_refused_with_its_first_nul(data: bytes, byte: int) -> None:
    found = decode(data)
    assert isinstance(found, Undecodable)
    assert (found.byte, found.message.split(":")[0]) == (byte, "not text")


def test_half_a_character_is_refused_whatever_encoding_lets_it_pass() -> None:
    found = decode(b"It rose \\ud800", "unicode_escape")
    assert found == Undecodable("not text: \\ud800 is half a character")


def test_utf32_is_read_if_asked_for() -> None:
    found = decode("40".encode("utf-32"))
    assert isinstance(found, Undecodable)
    assert "--encoding utf-32" in found.message


def test_an_empty_file_is_an_empty_document() -> None:
    assert of_text("").parts == ()


# from_text


def test_a_headline_that_begins_the_text_lies_in_it() -> None:
    document = from_text(STORY, headline="Ferry sinks off the old harbour")
    assert document.headline_span == Span(0, 31)
    assert [part.kind for part in document.parts] == ["headline", "body"]


@pytest.mark.parametrize("headline", ["Ferry sinks", "A ferry sank", "Other words"])
def test_a_headline_that_is_not_the_first_line_stands_apart(headline: str) -> None:
    document = from_text(STORY, headline=headline)
    assert document.headline_span == Span(0, len(headline), in_headline=True)
    assert document.headline == headline
    assert "headline" not in {part.kind for part in document.parts}


def test_without_a_headline_it_is_found() -> None:
    assert from_text(STORY, headline=" ").headline == "Ferry sinks off the old harbour"


def test_a_day_that_is_given_is_an_option() -> None:
    document = from_text(f"March 7, 2025\n\n{STORY}", published=dt.date(2024, 1, 2))
    assert (document.published, document.published_from) == (dt.date(2024, 1, 2), "option")


# rows


def test_a_row_gives_what_it_says() -> None:
    row = {"id": "x1", "text": STORY, "headline": "Ferry lost", "published": "2025-03-07", "home": "US", "desk": float("nan")}
    (document,) = of_rows(json.dumps(row))
    assert isinstance(document, Document)
    assert (document.id, document.text, document.headline, document.home) == ("x1", STORY, "Ferry lost", "US")
    assert (document.published, document.published_from) == (dt.date(2025, 3, 7), "row")


@pytest.mark.parametrize(("written", "home"), [("us", "US"), ("Gb", "GB"), ("Alder Town", None), ("", None), ("USA", None)])
def test_a_rows_home_is_a_country_or_another_columns_word(written: str, home: str | None) -> None:
    (document,) = of_rows(json.dumps({"text": STORY, "home": written}))
    assert isinstance(document, Document)
    assert document.home == home


@pytest.mark.parametrize(
    ("written", "name"),
    [("12", "12"), ("1.50", "1.50"), ("true", "true"), ("null", "1"), ("NaN", "NaN"), ('"a"', "a"), ("9" * 5000, "9" * 5000)],
)
def test_an_id_is_kept_as_it_is_written(written: str, name: str) -> None:
    (document,) = of_rows(f'{{"id": {written}, "text": "It rose."}}')
    assert document.id == name


def test_a_row_without_an_id_is_called_by_its_line_and_blank_lines_are_skipped() -> None:
    assert [item.id for item in of_rows('\n{"text": "a"}\n  \r\n{"text": "b"}\r\n')] == ["2", "4"]


def test_a_rows_date_wins_over_its_texts_masthead() -> None:
    text = f"March 7, 2025\n\n{STORY}"
    dated, undated = of_rows("\n".join(json.dumps(row) for row in ({"text": text, "published": "2025-03-08"}, {"text": text})))
    assert isinstance(dated, Document)
    assert isinstance(undated, Document)
    assert (dated.published, dated.published_from) == (dt.date(2025, 3, 8), "row")
    assert (undated.published, undated.published_from) == (dt.date(2025, 3, 7), "masthead")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('{"text": ', "not JSON at column 11: Expecting value"),
        ("[1]", "not a row: a JSON object is wanted, with a text"),
        ('{"id": "a"}', 'no "text" in this row'),
        ('{"text": null}', 'no "text" in this row'),
        ('{"text": 5}', '"text" is not a string'),
        ('{"text": "a", "headline": []}', '"headline" is not a string'),
        ('{"text": "a", "id": {}}', '"id" is neither a string nor a number'),
        ('{"text": "a", "published": 20250307}', '"published" is not a string'),
        ('{"text": "a", "published": "2025-02-30"}', "\"published\" is not an ISO date such as 2025-04-30: '2025-02-30'"),
        ('{"text": "a", "published": "20250307"}', "\"published\" is not an ISO date such as 2025-04-30: '20250307'"),
        (r'{"text": "It rose \ud800"}', r'"text" holds \ud800, which is half a character'),
        (r'{"id": "\udfff", "text": "a"}', r'"id" holds \udfff, which is half a character'),
        ("[" * 200_000, "not read: nested too deeply"),
    ],
)
def test_a_bad_row_is_told_with_line_and_byte_and_the_next_comes(row: str, message: str) -> None:
    bad, good = of_rows(f'\n{row}\n{{"text": "It rose."}}')
    assert bad == Unreadable("a.jsonl", "2" if '"id": "a"' not in row else "a", message, 2, 1)
    assert isinstance(good, Document)


def test_a_row_that_is_no_utf8_does_not_stop_the_next() -> None:
    bad, good = of_rows(b'{"text": "caf\xe9"}\n{"text": "It rose."}\n')
    assert isinstance(bad, Unreadable)
    assert (bad.line, bad.byte) == (1, 13)
    assert isinstance(good, Document)


def test_of_a_key_that_stands_twice_the_last_counts() -> None:
    (document,) = of_rows('{"text": "a", "text": "b"}')
    assert isinstance(document, Document)
    assert document.text == "b"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_rows_in_wide_encodings_are_cut_at_whole_line_feeds(codec: str) -> None:
    data = '\ufeff{"text": "ਊ਀ rose ℊ"}\n{"text": "\0"}\n{"text": "It fell."}'.encode(codec)
    first, bad, last = of_rows(data, codec if codec.startswith("utf-32") else None)
    assert isinstance(first, Document)
    assert isinstance(bad, Unreadable)
    assert isinstance(last, Document)
    assert (first.text, bad.line, last.text) == ("ਊ਀ rose ℊ", 2, "It fell.")


ROW = b'{"text": "' + b"It rose by 5%. " * 60 + b'"}\n'
ROW_LENGTH = len(ROW)


def test_rows_are_read_in_the_memory_of_one() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            buffer[:ROW_LENGTH] = ROW
            return ROW_LENGTH

    stream: BinaryIO = io.BufferedReader(Endless(), 1 << 16)
    found = rows.read(stream, "a.jsonl", None)
    assert isinstance(next(found), Document)  # the first one reads the lexicon, too
    tracemalloc.start()
    for _, document in zip(range(2000), found, strict=False):
        assert isinstance(document, Document)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2000 * ROW_LENGTH / 4


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".ninjs", ".docx"])
def test_a_text_without_an_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    monkeypatch.setattr(decoding, "LARGEST", 1 << 20)
    (tmp_path / f"a{suffix}").write_bytes(b"5 " * (1 << 20))
    (tmp_path / "b.txt").write_text(STORY)
    found = list(documents([str(tmp_path / f"a{suffix}"), str(tmp_path / "b.txt")]))
    assert messages(found) == ["more than 1 MB in one text", None]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_behind_a_row_without_an_end_nothing_is_read(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    monkeypatch.setattr(decoding, "LARGEST", 1 << 20)
    row = '{"text": "40 left."}\n'
    text = f'{row}{{"text": "{"5 " * (1 << 20)}"}}\n{row}'
    found = of_rows(codecs.BOM_UTF16_LE * (encoding != "utf-8") + text.encode(encoding))
    assert messages(found) == [None, "a line of more than 1 MB; nothing behind it is read"]


def test_a_file_that_brings_its_reader_down_costs_the_others_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Iterator[Document]:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(web, "read", broken)
    for name in ("a.html", "b.txt"):
        (tmp_path / name).write_text(STORY)
    found = list(documents([str(tmp_path / "a.html"), str(tmp_path / "b.txt")]))
    assert messages(found) == ["a fault of factcheck, please report it: ZeroDivisionError: division by zero", None]


def test_any_byte_of_a_word_file_may_be_wrong() -> None:
    good = written.as_word(STORY, STORY.split("\n")[0])
    for at in range(0, len(good), 7):
        data = good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :]
        assert len([*word.read(io.BytesIO(data), "a.docx", None)]) == 1


# Markdown


def prose(text: str) -> str:
    return " ".join(of_markdown(text).prose.split())


@pytest.mark.parametrize(
    ("marked", "plain_words"),
    [
        ("It **rose** by *5*% to ~~4~~ _6_ __points__.", "It rose by 5 % to 4 6 points ."),
        ("***Both** of* them", "Both of them"),
        ("A [ferry](https://a.example/12 '9 lives') sank", "A ferry sank"),
        ("A [ferry](a_(b)_c) sank", "A ferry sank"),
        ("![40 aboard](wreck-12.png) It sank", "It sank"),
        ("It holds `2,000` and `` a`b `` tonnes", "It holds 2,000 and a`b tonnes"),
        ("<b class='x9'>Forty</b> died <!-- 12? --> here", "Forty died here"),
        ("See <https://a.example/12> now", "See now"),
        ("It cost \\$5, \\*not\\* more", "It cost $5, *not * more"),
        ("It rose[^12] again", "It rose again"),
        ("5&nbsp;million", "5 million"),
        ("> Forty\n> died", "Forty died"),
        ("1. Ten\n2. Twelve\n   - *six*", "Ten Twelve six"),
        ("| dead | 12 |\n|------|----|\n| hurt | 40 |", "dead 12 hurt 40"),
        ("See [the report][r] and [r].\n\n[r]: https://a.example/12", "See the report and r ."),
        ("```\n40\n```\nIt rose", "It rose"),
        ("    40\n\nIt rose", "It rose"),
        ("<div>\nForty\n<script>n = 12</script></div>\n\nIt rose", "Forty It rose"),
        ("It rose\n\n***\n\nagain", "It rose again"),
    ],
)
def test_markup_is_blanked_and_words_stay(marked: str, plain_words: str) -> None:
    assert prose(marked) == plain_words


@pytest.mark.parametrize(
    "text",
    ["2 * 3 is 6", "a snake_case_name", "about ~600", "[sic] twice", "5 < 6 and 7 > 6", "a ` tick", "15,000*", "wow ![x] no"],
)
def test_signs_that_mark_nothing_stay(text: str) -> None:
    assert prose(text) == text


def test_the_first_heading_of_the_first_level_is_the_headline_and_others_are_crossheads() -> None:
    document = of_markdown("# Ferry *sinks* #\n\nIt sank.\n\n## Divers\n\nThey found 12.\n\n# Owner\n\nHe is out.\n")
    assert document.headline == "Ferry sinks"
    assert document.headline_span is not None
    assert document.quote(document.headline_span) == "Ferry *sinks"
    assert [part.kind for part in document.parts] == ["headline", "body", "crosshead", "body", "crosshead", "body"]


def test_an_underlined_heading_is_one_too() -> None:
    assert of_markdown("Ferry sinks\n===========\n\nIt sank.\n").headline == "Ferry sinks"


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "Ferry\'s end" # desk\ndate: 2025-03-07T10:00:00Z\n---\n',
        "---\ntitle: 'Ferry''s end'\npublished: March 7, 2025\ndate: 2020-01-01\n---\n",
        '+++\ntitle = "Ferry\'s end"\ndate = 2025-03-07\n+++\n',
    ],
)
def test_front_matter_gives_title_and_date(front: str) -> None:
    document = of_markdown(f"{front}It sank on Friday.\n")
    assert (document.headline, document.headline_span) == ("Ferry's end", Span(0, 11, in_headline=True))
    assert (document.published, document.published_from) == (dt.date(2025, 3, 7), "metadata")
    assert document.prose.split() == ["It", "sank", "on", "Friday."]


def test_a_heading_is_a_better_headline_than_the_title() -> None:
    assert of_markdown("---\ntitle: Old\n---\n# New\n\nIt sank.\n").headline == "New"


def test_a_rule_is_no_front_matter() -> None:
    assert prose("---\n\nIt sank.\n\n---\n") == "It sank."


def test_a_byline_and_a_date_under_the_heading_are_known() -> None:
    document = of_markdown("# Ferry sinks\n\n*By Ines Okafor*  \nMarch 7, 2025\n\nIt sank.\n")
    assert [part.kind for part in document.parts] == ["headline", "byline", "masthead", "body"]
    assert (document.published, document.published_from) == (dt.date(2025, 3, 7), "masthead")


def test_a_paragraph_over_several_lines_is_one_part() -> None:
    document = of_markdown("It sank on\nFriday with 40\naboard.\n\nNobody was found.\n")
    assert [part.kind for part in document.parts] == ["body", "body"]


@pytest.mark.parametrize("deep", [">" * 99 + "x", "\n".join("  " * level + "- a" for level in range(49))])
def test_quotes_and_lists_may_lie_deep_in_each_other(deep: str) -> None:
    assert of_markdown(f"{deep}\n\nIt sank.\n").parts[-1].kind == "body"


@pytest.mark.parametrize("deep", [">" * 100 + "x", "\n".join("  " * level + "- a" for level in range(50))])
def test_behind_quotes_or_lists_that_lie_too_deep_in_each_other_nothing_is_lost_in_silence(deep: str) -> None:
    told = fault(marked_up.read(io.BytesIO(f"{deep}\n\nIt sank.\n".encode()), "a.md", None))
    assert told.message == "not read: nested too deeply"


# laws

MARKDOWN = st.text(st.sampled_from("ab 5.\n\r\t#>*_`~[]()!<>-|\\&;:=+1\u2028é"))
BLOCKS = ["# A *b*", "> q", "- [x](y)", "1. z", "```", "---", "title: t", "| a | b |", "|---|---|", "<div>", "", "It `rose`."]
LINES = st.lists(st.sampled_from(BLOCKS)).map("\n".join)
ENCODINGS = st.sampled_from([None, "latin-1", "utf-16", "utf-7"])
KINDS = {"masthead", "headline", "byline", "caption", "crosshead", "body", "footer"}


@given(MARKDOWN | st.text() | LINES)
def test_prose_is_as_long_as_the_text_and_differs_only_by_blanks(text: str) -> None:
    found = next(marked_up.read(io.BytesIO(text.encode()), "a.md", None))
    if isinstance(found, Document):
        assert len(found.prose) == len(found.text)
        assert all(was == now or now == " " for was, now in zip(found.text, found.prose, strict=True))
        assert re.findall(r"[\r\n]", found.text) == re.findall(r"[\r\n]", found.prose)


@given(st.sampled_from(sorted(readers())), st.binary() | st.text().map(str.encode), ENCODINGS)
def test_any_bytes_give_documents_or_plain_words(suffix: str, data: bytes, encoding: str | None) -> None:
    for found in readers()[suffix].read(io.BytesIO(data), f"a{suffix}", encoding):
        if isinstance(found, Unreadable):
            assert found.message
            assert "\n" not in found.message
        else:
            found.text.encode()  # raises where half a character came through
            for part in found.parts:
                assert 0 <= part.span.start < part.span.end <= len(found.text)


@example("7 dead", "7\u00ad dead")
@given(st.text(), st.text(max_size=12))
def test_a_headline_is_where_its_span_says(text: str, headline: str) -> None:
    document = from_text(text, headline=headline)
    if headline.strip():
        assert document.headline_span is not None
        assert unseen.without(document.quote(document.headline_span)) == unseen.without(headline)
    assert {part.kind for part in document.parts} <= KINDS
