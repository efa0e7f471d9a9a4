"""The desk and its service: right answers, plain refusals, strangers kept out, decisions known again."""

from __future__ import annotations

import asyncio
import contextlib
import csv
import html
import io
import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import jsonschema  # type: ignore[import-untyped]
import pytest
import written
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient
from starlette.types import ASGIApp

import factcheck
from factcheck.cli import main
from factcheck.desk import beginnings, jobs
from factcheck.desk.application import application
from factcheck.desk.book import Book
from factcheck.desk.jobs import Job, answer, prepare
from factcheck.desk.workers import Limits, Workers
from factcheck.report.plain import SCHEMA_FILE, as_dict

SEEDS = Path(__file__).parents[1] / "seeds"
SLIP = "The trench is 5 km (9 miles) long, the council said."
CLEAN = "The trench is 5 km (3 miles) long, the council said."
HERE = "http://127.0.0.1:8099"


def client_of(app: ASGIApp, **more: Any) -> TestClient:
    return TestClient(app, base_url=HERE, raise_server_exceptions=False, **more)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    book = Book(tmp_path_factory.mktemp("desk") / "decisions" / "book.sqlite")
    with client_of(application(Workers(0, limits=Limits(size=100_000)), book, editor="Ada")) as found:
        yield found


# the service


def test_a_check_gives_the_contracts_report(client: TestClient) -> None:
    story = (SEEDS / "spy-agency-slips.txt").read_text("utf-8")
    told = client.post("/v1/check", json={"text": story}).json()
    assert told["findings"] == json.loads(json.dumps(as_dict(factcheck.check(story))["findings"]))
    jsonschema.validate(told, json.loads(SCHEMA_FILE.read_text("utf-8")))


def test_options_count_in_json_and_in_the_address(client: TestClient) -> None:
    price = "The clock cost 3 million Swiss francs ($9.4 million), the director said."
    told = client.post("/v1/check", json={"text": price, "published": "2025-05-12", "id": "story 1"}).json()
    assert (told["document"]["published"], told["document"]["id"]) == ("2025-05-12", "story 1")
    assert [finding["rule"] for finding in told["findings"]] == ["money/conversion-off-rate"]
    plain = {"Content-Type": "text/plain"}
    assert client.post("/v1/check?published=2025-05-12", content=price, headers=plain).json()["findings"] == told["findings"]
    other = client.post("/v1/check", json={"text": price, "published": "2025-05-12", "rate_day": "2000-10-26"}).json()
    assert "2000-10-26" in other["findings"][0]["calculation"]


@pytest.mark.parametrize(
    ("media", "data"),
    [
        ("text/html", f"<p>{SLIP}</p>".encode()),
        ("text/markdown; charset=utf-8", f"# Trench\n\n{SLIP}".encode()),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", written.as_word(SLIP, "")),
        ("application/vnd.iptc.g2.newsitem+json", json.dumps({"body_text": SLIP}).encode()),
    ],
    ids=["html", "markdown", "word", "ninjs"],
)
def test_files_are_checked_and_their_text_comes_back_with_the_spans(client: TestClient, media: str, data: bytes) -> None:
    told = client.post("/v1/check", content=data, headers={"Content-Type": media}).json()
    places = told["findings"][0]["places"]
    assert [told["text"][place["start"] : place["end"]] for place in places] == ["5 km", "9 miles"]


def test_a_file_is_known_by_its_name(client: TestClient) -> None:
    headers = {"X-File-Name": "a%C3%B6.docx", "Content-Type": "application/octet-stream"}
    told = client.post("/v1/check", content=written.as_word(SLIP, ""), headers=headers).json()
    assert told["document"]["path"] == "aö.docx"


def test_the_gate_tells_why_a_story_does_not_pass(client: TestClient) -> None:
    told = client.post("/v1/gate", json={"text": SLIP}).json()
    assert (told["pass"], told["reasons"][0]["quotes"]) == (False, ["5 km", "9 miles"])
    assert client.post("/v1/gate", json={"text": CLEAN}).json() == {"schema": 1, "pass": True, "reasons": []}


def test_html_in_json_is_read_as_html(client: TestClient) -> None:
    told = client.post("/v1/check", json={"html": "<p>The trench is 5&nbsp;km (9 miles) long.</p>"}).json()
    assert told["findings"][0]["places"][0] == {"start": 17, "end": 26, "quote": "5\u00a0km", "label": "given"}


@pytest.mark.parametrize(
    ("sent", "status", "says"),
    [
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 400, "not JSON"),
        ({"json": []}, 400, "object is wanted"),
        ({"json": {}}, 400, '"text" or an "html"'),
        ({"json": {"text": "a", "html": "b"}}, 400, '"text" or an "html"'),
        ({"json": {"text": 5}}, 400, '"text" is not a string'),
        ({"json": {"text": "a", "published": "30 April"}}, 400, "such as 2025-04-30"),
        ({"json": {"text": "a", "home": "USA"}}, 400, "home must be the two letters of a country"),
        ({"json": {"text": "a", "fail_on": "never"}}, 400, "fail_on"),
        ({"content": b'{"text": "\\ud800"}', "headers": {"Content-Type": "application/json"}}, 422, "half a character"),
        ({"content": b"[" * 99_999, "headers": {"Content-Type": "application/json"}}, 400, "not JSON"),
        ({"content": b"PK", "headers": {"Content-Type": "application/zip"}}, 415, "a body is"),
        ({"content": b"a\0b", "headers": {"Content-Type": "text/plain"}}, 422, "NUL at byte 1"),
        ({"content": b"[1, 2]", "headers": {"Content-Type": "application/vnd.iptc.g2.newsitem+json"}}, 422, "2 documents"),
        ({"content": b"a" * 100_001, "headers": {"Content-Type": "text/plain"}}, 413, "100,000 bytes"),
        ({"content": iter([b"a" * 60_000] * 2), "headers": {"Content-Type": "text/plain"}}, 413, "100,000 bytes"),
    ],
)
def test_what_cannot_be_done_is_refused_in_plain_words(client: TestClient, sent: dict[str, Any], status: int, says: str) -> None:
    response = client.post("/v1/check", **sent)
    assert response.status_code == status
    assert says in response.json()["error"]["message"]


def test_paths_and_methods_that_are_none_are_told_in_json(client: TestClient) -> None:
    assert client.get("/v2").json()["error"]["message"] == "Not Found"
    assert client.get("/v1/check").status_code == 405


def test_the_description_is_openapi_and_describes_the_answers(client: TestClient) -> None:
    described = client.get("/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path, methods in described["paths"].items():
        for method in methods:
            assert client.request(method, path).status_code not in (404, 405)
    story = {"text": (SEEDS / "spy-agency-slips.txt").read_text("utf-8")}
    for path, name in (("/v1/check", "Report"), ("/v1/gate", "Gate")):
        schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
        jsonschema.validate(client.post(path, json=story).json(), schema)
    schema = {"$ref": "#/components/schemas/Error", "components": described["components"]}
    jsonschema.validate(client.post("/v1/check", json={}).json(), schema)


BODIES = st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(), below, max_size=3),
    max_leaves=8,
)
FIELDS = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("text", "html", "headline", "published", "home", "rate_day", "fail_on", "id"), JSON)
)
MEDIA = st.sampled_from(
    ["application/json", "text/plain", "text/html", "text/markdown", "application/vnd.iptc.g2.newsitem+json", "", "a/b", "é"]
)


@given(
    path=st.sampled_from(["check", "gate"]),
    body=BODIES,
    media=MEDIA,
    name=st.sampled_from(["", "a.docx", "a.html", "a.json", "."]),
)
def test_any_bytes_get_an_answer(client: TestClient, path: str, body: bytes, media: str, name: str) -> None:
    headers = {"Content-Type": media.encode(), "X-File-Name": name.encode()}
    response = client.post(f"/v1/{path}", content=body, headers=headers)
    assert response.status_code in (200, 400, 413, 415, 422)
    assert isinstance(response.json(), dict)


@given(path=st.sampled_from(["/v1/check", "/v1/gate", "/desk/check", "/desk/decide", "/desk/undo"]), body=FIELDS | JSON)
def test_any_json_gets_an_answer(client: TestClient, path: str, body: Any) -> None:
    headers = {"Content-Type": "application/json"}
    response = client.post(path, content=json.dumps(body).encode(), headers=headers)
    assert response.status_code in (200, 400, 422)
    assert isinstance(response.json(), dict)


# who may ask


def test_pages_of_other_sites_and_other_names_of_this_host_are_refused(client: TestClient) -> None:
    story = {"text": SLIP}
    assert client.post("/v1/check", json=story, headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.post("/v1/check", json=story, headers={"Origin": "null"}).status_code == 403
    assert client.post("/v1/check", json=story, headers={"Origin": "http://[broken"}).status_code == 403
    assert client.post("/v1/check", json=story, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/v1/check", json=story, headers={"Host": "rebound.example:8099"}).status_code == 421
    assert client.post("/v1/check", json=story, headers={"Origin": HERE, "Sec-Fetch-Site": "same-origin"}).status_code == 200
    assert client.post("/v1/check", json=story, headers={"Host": "localhost:8099"}).status_code == 200


def test_a_form_of_another_site_can_decide_nothing(client: TestClient) -> None:
    response = client.post("/desk/decide", content='{"action": "fixed"}', headers={"Content-Type": "text/plain"})
    assert response.status_code == 415


def test_every_answer_carries_a_strict_policy(client: TestClient) -> None:
    for path in ("/", "/desk.js", "/v1/health", "/nowhere"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


def test_a_token_is_wanted_of_all_but_health(tmp_path: Path) -> None:
    with client_of(application(Workers(0), Book(tmp_path / "b"), token="sesame", local=False), follow_redirects=False) as client:
        assert client.get("/v1/health").status_code == 200
        assert client.get("/").status_code == 401
        assert client.post("/v1/check", json={"text": CLEAN}).status_code == 401
        assert client.post("/v1/check", json={"text": CLEAN}, headers={"Authorization": "Bearer wrong"}).status_code == 401
        assert client.post("/v1/check", json={"text": CLEAN}, headers={"Authorization": "Bearer sesame"}).status_code == 200
        entered = client.get("/?token=sesame")
        assert (entered.status_code, entered.headers["location"]) == (303, "/")
        assert "HttpOnly" in entered.headers["set-cookie"]
        assert client.get("/").status_code == 200  # the cookie is kept
        assert client.get("/?token=wrong", headers={"Cookie": "factcheck-desk=wrong"}).status_code == 401


def test_nobody_listens_beyond_this_machine_without_a_token(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["desk", "--host", "0.0.0.0"], standalone_mode=False) == 2
    assert "wants --token" in capsys.readouterr().err


def test_a_broken_rule_stops_the_desk_before_it_opens(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "topic").mkdir()
    (tmp_path / "topic" / "fault.toml").write_text("holds = ")
    assert main(["desk", "--rules", str(tmp_path)], standalone_mode=False) == 2
    assert "fault.toml" in capsys.readouterr().err


# under load


def test_what_takes_too_long_is_given_up() -> None:
    prepare(())
    begun = time.monotonic()
    told = answer(Job("check", "Some 40 of 50 people, or 5 km (9 miles), fled in 2024. " * 20_000), 0.2)
    assert told.status == 503
    assert "0.2 seconds" in json.loads(told.body)["error"]["message"]
    assert time.monotonic() - begun < 5


def test_an_interruption_that_is_lost_comes_again() -> None:
    def spin() -> None:
        until = time.monotonic() + 10
        while time.monotonic() < until:
            pass

    def lose_one() -> None:
        with contextlib.suppress(jobs._TooLongError):  # as a callback of Python's collector loses it
            spin()
        spin()

    with pytest.raises(jobs._TooLongError), jobs._limited(0.05):
        lose_one()


def test_who_comes_when_the_queue_is_full_is_told_to_come_again(tmp_path: Path) -> None:
    async def run() -> list[httpx.Response]:
        workers = Workers(0, limits=Limits(waiting=2))
        workers.start()
        transport = httpx.ASGITransport(application(workers, Book(tmp_path / "b")))
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
            found = await asyncio.gather(*(client.post("/v1/gate", json={"text": SLIP}) for _ in range(8)))
        workers.stop()
        return found

    found = asyncio.run(run())
    assert {response.status_code for response in found} == {200, 503}
    assert all("retry-after" in response.headers for response in found if response.status_code == 503)


@pytest.mark.slow
def test_many_clients_at_once_get_each_their_own_answer_from_processes(tmp_path: Path) -> None:
    async def run() -> list[tuple[int, httpx.Response]]:
        workers = Workers(2, limits=Limits(waiting=500))
        workers.start()
        transport = httpx.ASGITransport(application(workers, Book(tmp_path / "b")))

        server = httpx.AsyncClient(transport=transport, base_url=HERE)

        async def ask(number: int) -> tuple[int, httpx.Response]:
            text = f"Of the {number} boats, {number * (1 + 2 * (number % 2))} stayed in harbour, the port said."
            return number, await server.post("/v1/check", json={"text": text, "id": str(number)}, timeout=60)

        async with server:
            found = await asyncio.gather(*(ask(number) for number in range(100, 400)))
        workers.stop()
        return found

    for number, response in asyncio.run(run()):
        told = response.json()
        assert (response.status_code, told["document"]["id"], len(told["findings"])) == (200, str(number), number % 2)


@pytest.mark.slow
def test_a_process_that_dies_is_replaced(tmp_path: Path) -> None:
    async def run() -> list[int]:
        workers = Workers(1)
        workers.start()
        executor: Any = workers._executor
        for process in executor._processes.values():
            process.kill()
        statuses = [(await workers.do(Job("gate", CLEAN))).status for _ in range(2)]
        workers.stop()
        return statuses

    assert asyncio.run(run()) in ([503, 200], [200, 200])


# the desk


def checked(client: TestClient, text: str, **more: str) -> dict[str, Any]:
    response = client.post("/desk/check", json={"text": text, **more})
    assert response.status_code == 200
    found: dict[str, Any] = response.json()
    return found


def decide(client: TestClient, finding: dict[str, Any], action: str, reason: str = "") -> httpx.Response:
    response: httpx.Response = client.post("/desk/decide", json={"finding": finding, "action": action, "reason": reason})
    return response


def test_the_page_and_all_it_loads_are_small_and_from_here(client: TestClient) -> None:
    page = client.get("/").text
    loaded = ["/page.css", "/desk.css", "/worksheet.js", "/desk.js", "/icon.svg"]
    assert all(name in page for name in loaded)
    assert sum(len(client.get(path).content) for path in ("/", *loaded)) < 100_000
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "<script>" not in page


def test_a_sheet_marks_the_text_and_escapes_it(client: TestClient) -> None:
    sheet = checked(client, f"<script>alert(1)</script> 😀 {SLIP}")
    assert "<script>" not in sheet["marked"] + sheet["cards"] + sheet["tables"]
    assert '<mark class="conflict"' in sheet["marked"]
    assert sheet["counts"] == {"conflicts": 1, "queries": 0, "hedge_count": 0, "claim_count": 3}
    text = f"<script>alert(1)</script> 😀 {SLIP}".encode("utf-16-le")
    place = sheet["findings"][0]["places"][0]
    assert text[2 * place["start"] : 2 * place["end"]].decode("utf-16-le") == "5 km"


def test_of_a_draft_that_is_too_long_the_beginning_is_checked_and_the_page_says_so(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert checked(client, SLIP)["checked_to"] is None
    monkeypatch.setattr(beginnings, "LONGEST", 2000)
    line = "\n\nThe mayor spoke of gulls \U0001f600."
    beginning = SLIP + line * ((2000 - len(SLIP) - 2) // len(line))
    sheet = checked(client, f"{beginning}{line}\n\nThe trench is 5 km (9 miles) long.")
    assert [place["quote"] for finding in sheet["findings"] for place in finding["places"]] == ["5 km", "9 miles"]
    assert "Only the beginning was checked" in sheet["cards"]
    shown = html.unescape(re.sub("<[^>]*>", "", sheet["marked"]))
    assert shown == beginning.encode("utf-16-le")[: 2 * sheet["checked_to"]].decode("utf-16-le")
    assert (shown[-1], 2000 - len(shown) < 40) == (".", True)


@pytest.mark.parametrize("text", ["7 gulls, " * 9000, "7 gulls\n" * 9000, "1,2" * 9000, "gulls" * 90_000, "gulls\n\n" * 90_000])
def test_a_beginning_has_few_enough_numbers_and_ends_with_a_line_where_there_is_one(text: str) -> None:
    end = beginnings.end(text)
    assert len(re.findall("[0-9]+", text[:end])) <= beginnings.MOST
    assert end <= beginnings.LONGEST
    assert end > beginnings.LONGEST - 10 or len(re.findall("[0-9]+", text[: end + 20])) > beginnings.MOST
    assert text[end] == "\n" or "\n" not in text


def test_a_dismissal_wants_a_reason_survives_edits_and_not_another_figure(client: TestClient) -> None:
    (finding,) = checked(client, SLIP)["findings"]
    assert finding["decision"] is None
    assert decide(client, finding, "no problem").status_code == 400
    kept = decide(client, finding, "no problem", "nautical miles").json()
    assert (kept["who"], kept["reason"]) == ("Ada", "nautical miles")
    (again,) = checked(client, f"A new first line.\n\n{SLIP.replace('council', 'town council')}")["findings"]
    assert again["decision"]["reason"] == "nautical miles"
    (other,) = checked(client, SLIP.replace("9", "8"))["findings"]
    assert other["decision"] is None
    (elsewhere,) = checked(client, "From the mill to the weir it is about 5 km (9 miles) by road and no less by rail.")[
        "findings"
    ]
    assert elsewhere["decision"] is None
    assert client.post("/desk/undo", json={"number": kept["number"]}).json() == {"undone": True}
    assert checked(client, SLIP)["findings"][0]["decision"] is None
    assert client.post("/desk/undo", json={"number": kept["number"]}).json() == {"undone": False}


def test_the_log_keeps_who_decided_what_and_is_no_formula(client: TestClient) -> None:
    (finding,) = checked(client, SLIP.replace("trench", "canal"))["findings"]
    decide(client, finding, "ask", '=HYPERLINK("http://x.example")')
    log = client.get("/desk/log.csv").content.decode("utf-8-sig")
    row = [*csv.DictReader(io.StringIO(log, newline=""))][-1]
    assert (row["who"], row["action"]) == ("Ada", "ask")
    assert row["reason"].startswith("'=HYPERLINK")
    assert client.get("/desk/log.json").json()["decisions"][-1]["words"] == ["given: 5 km", "converted: 9 miles"]


def test_half_a_character_is_refused_by_the_book(client: TestClient) -> None:
    headers = {"Content-Type": "application/json"}
    place = '{"label": "a", "quote": "b", "sentence": "c"}'
    body = f'{{"action": "ask", "reason": "\\ud800", "finding": {{"rule": "a", "message": "b", "places": [{place}]}}}}'
    assert client.post("/desk/decide", content=body, headers=headers).status_code == 400


def test_a_port_that_is_taken_is_one_line_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["desk", "--port", str(port)], standalone_mode=False) == 2
    assert capsys.readouterr().err.startswith(f"127.0.0.1:{port}: ")


def test_nothing_is_stored_of_what_is_only_checked(tmp_path: Path) -> None:
    book = tmp_path / "book.sqlite"
    with client_of(application(Workers(0), Book(book))) as client:
        (finding,) = checked(client, SLIP)["findings"]
        client.post("/desk/open", content=SLIP.encode(), headers={"X-File-Name": "a.txt"})
        assert client.get("/desk/log.json").json() == {"decisions": []}
        assert list(tmp_path.iterdir()) == []
        decide(client, finding, "fixed")
        assert book.exists()


def test_a_book_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with client_of(application(Workers(0), Book(tmp_path / "file" / "book"))) as client:
        (finding,) = checked(client, SLIP)["findings"]
        assert decide(client, finding, "fixed").status_code == 503


def test_a_file_is_opened_as_the_words_that_are_checked(client: TestClient) -> None:
    headers = {"X-File-Name": "a.html", "Content-Type": "application/octet-stream"}
    page = b"<meta name=date content=2025-04-30><h1>A trench</h1><p>It is 5&nbsp;km long.</p>"
    opened = client.post("/desk/open", content=page, headers=headers).json()
    assert opened == {"name": "a.html", "text": "A trench\n\nIt is 5\u00a0km long.", "published": "2025-04-30"}


@pytest.mark.slow
def test_the_command_serves_the_desk(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "factcheck", "desk", "--port", str(port), "--book", str(tmp_path / "b")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as desk:
        try:
            for _ in range(150):
                try:
                    assert httpx.get(f"http://127.0.0.1:{port}/v1/health").json()["status"] == "ok"
                    break
                except httpx.TransportError:
                    time.sleep(0.2)
            told = httpx.post(f"http://127.0.0.1:{port}/v1/gate", json={"text": SLIP}, timeout=30).json()
            assert told["pass"] is False
            desk.send_signal(signal.SIGINT)
            _, said = desk.communicate(timeout=30)
            assert b"Traceback" not in said
        finally:
            desk.kill()
