"""The desk in a real browser: what an editor does with a draft, by hand and by keyboard alone.

Needs Chromium and its driver (Debian: ``chromium chromium-driver``); where they are not, these tests are skipped.
"""

from __future__ import annotations

import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import written
from axe_core_python import selenium as axe  # type: ignore[import-untyped]
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM, DRIVER = (shutil.which(name) for name in ("chromium", "chromedriver"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium and chromedriver: the desk is not tried in a browser"),
]

DRAFT = (
    "Ferry strike strands passengers on the islands\n\nAbout 420 passengers were stranded on Friday, 2 May 2025, the company"
    " said. Of the 14 boats, 16 stayed in harbour.\n\nThe crossing is 30 miles (58 km) long."
)
PATIENCE = 30
NOT_WANTED = (
    *("disable-software-rasterizer", "disable-extensions", "disable-background-networking", "disable-component-update"),
    *("disable-sync", "disable-default-apps", "disable-domain-reliability", "no-first-run", "mute-audio"),
)
"""What a browser does beside showing a page, and a drawing of it by a made-up graphics card."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk") / "book.sqlite"


@pytest.fixture(scope="module")
def address(book: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "factcheck", "desk", "--port", str(port), "--book", str(book), "--jobs", "1"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as desk:
        for _ in range(300):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
        desk.terminate()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for argument in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "window-size=1400,1000", *NOT_WANTED):
        options.add_argument(f"--{argument}")
    options.add_experimental_option("prefs", {"download.default_directory": str(tmp_path_factory.mktemp("downloads"))})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    found = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield found
    found.quit()


@pytest.fixture
def desk(browser: Any, address: str, book: Path) -> Any:
    """The desk as it is opened, with no decision of another test in its book."""
    if book.exists():
        with closing(sqlite3.connect(book)) as decided, decided:
            decided.execute("DELETE FROM decisions")
    browser.set_window_size(1400, 1000)
    browser.get(address)
    until(browser, lambda browser: browser.find_elements(By.ID, "text"))  # a loaded machine may show the page late
    return browser


def until(desk: Any, condition: Callable[[Any], Any]) -> Any:
    passing = [StaleElementReferenceException, IndexError]  # the page was written anew while it was looked at
    return WebDriverWait(desk, PATIENCE, 0.02, passing).until(condition)


def paste(desk: Any, text: str) -> None:
    """Put a text in as a paste does: whole, with one event."""
    script = "const t = document.getElementById('text'); t.value = arguments[0]; t.dispatchEvent(new Event('input'))"
    desk.execute_script(script, text)


def cards(desk: Any) -> list[Any]:
    found: list[Any] = desk.find_elements(By.CSS_SELECTOR, "#cards .card")
    return found


def messages(desk: Any, number: int) -> list[str]:
    until(desk, lambda desk: len(cards(desk)) == number and not desk.find_elements(By.CSS_SELECTOR, "body.stale"))
    told: list[str] = until(desk, lambda desk: [card.find_element(By.TAG_NAME, "h3").text for card in cards(desk)] or [""])
    return told[:number]


def open_conflicts(desk: Any) -> int:
    return int(desk.find_element(By.ID, "n-conflict").text)


def keys(desk: Any, *typed: str) -> None:
    for each in typed:
        desk.switch_to.active_element.send_keys(each)


def test_a_pasted_draft_is_marked_and_a_card_leads_to_its_words(desk: Any) -> None:
    paste(desk, DRAFT)
    told = messages(desk, 2)
    assert "30 miles is about 48.3 km, not 58 km" in told
    marks = {mark.get_attribute("textContent") for mark in desk.find_elements(By.CSS_SELECTOR, "#marked mark.conflict")}
    assert marks == {"14", "16", "30 miles", "58 km"}
    cards(desk)[-1].find_elements(By.CSS_SELECTOR, ".quotes a")[1].click()
    script = "const t = document.activeElement; return t.value.slice(t.selectionStart, t.selectionEnd)"
    assert desk.execute_script(script) == "58 km"


def test_marks_lie_under_their_words(desk: Any) -> None:
    paste(desk, DRAFT)
    messages(desk, 2)
    heights = desk.execute_script("return ['text', 'marked'].map((id) => document.getElementById(id).scrollHeight)")
    assert abs(heights[0] - heights[1]) <= 40  # one empty line at the end


def test_by_keyboard_alone_a_finding_is_dismissed_with_a_reason_and_stays_dismissed(desk: Any) -> None:
    desk.find_element(By.ID, "text").click()
    paste(desk, DRAFT)
    messages(desk, 2)
    keys(desk, Keys.ESCAPE, "j", "d")
    keys(desk, Keys.ENTER)
    fault = desk.switch_to.active_element.find_element(By.XPATH, "ancestor::form").find_element(By.CLASS_NAME, "fault")
    assert fault.text.startswith("Say why")
    keys(desk, "nautical miles", Keys.ENTER)
    until(desk, lambda desk: open_conflicts(desk) == 1)
    desk.refresh()
    paste(desk, DRAFT)
    messages(desk, 2)
    assert "nautical miles" in cards(desk)[1].text
    paste(desk, f"A line more on top.\n\n{DRAFT.replace('long', 'in length')}")
    until(desk, lambda desk: "nautical miles" in cards(desk)[-1].text and not desk.find_elements(By.CSS_SELECTOR, "body.stale"))
    paste(desk, DRAFT.replace("58 km", "59 km"))
    until(desk, lambda desk: cards(desk) and "59 km" in cards(desk)[-1].text)
    assert "nautical miles" not in cards(desk)[-1].text


def test_a_question_stays_open_and_can_be_taken_back(desk: Any) -> None:
    paste(desk, "The canal is 20 miles (52 km) long.")
    messages(desk, 1)
    desk.find_element(By.CSS_SELECTOR, "[data-act=ask]").click()
    keys(desk, "Which miles?", Keys.ENTER)
    until(desk, lambda desk: "Asked the reporter: Which miles?" in cards(desk)[0].text)
    assert open_conflicts(desk) == 1
    desk.find_element(By.CSS_SELECTOR, ".decision .tool").click()
    until(desk, lambda desk: "Asked the reporter" not in cards(desk)[0].text)


def test_typing_checks_again_and_ticks_and_notes_stay(desk: Any) -> None:
    text = desk.find_element(By.ID, "text")
    text.send_keys("The road is 40 km (25 miles) long.")
    until(desk, lambda desk: len(desk.find_elements(By.CSS_SELECTOR, ".worksheet tbody tr")) == 2)
    desk.find_element(By.CSS_SELECTOR, ".worksheet [type=checkbox]").send_keys(Keys.SPACE)
    desk.find_element(By.CSS_SELECTOR, ".worksheet .note").send_keys("the map says so")
    text.send_keys(" Some 12 people walked it.")
    until(desk, lambda desk: len(desk.find_elements(By.CSS_SELECTOR, ".worksheet tbody tr")) == 3)
    assert desk.find_element(By.CSS_SELECTOR, ".worksheet [type=checkbox]").is_selected()
    assert desk.find_element(By.CSS_SELECTOR, ".worksheet .note").get_attribute("value") == "the map says so"


def test_the_day_of_publication_counts_as_it_is_typed(desk: Any) -> None:
    paste(desk, "The clock cost 3 million Swiss francs ($9.4 million), the director said.")
    until(desk, lambda desk: desk.find_elements(By.CSS_SELECTOR, ".none"))
    script = "const f = document.getElementById('published'); f.value = '2025-05-12'; f.dispatchEvent(new Event('input'))"
    desk.execute_script(script)
    assert "$3.56 million" in messages(desk, 1)[0]


def test_a_file_is_opened_and_the_log_can_be_saved(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(written.as_word(DRAFT, ""))
    desk.find_element(By.ID, "file").send_keys(str(tmp_path / "draft.docx"))
    messages(desk, 2)
    assert "draft.docx" in desk.find_element(By.ID, "state").text
    desk.find_element(By.CSS_SELECTOR, "[data-act=ask]").click()
    keys(desk, "Which boats?", Keys.ENTER)
    until(desk, lambda desk: "Asked the reporter: Which boats?" in cards(desk)[0].text)
    script = "return fetch('/desk/log.csv').then((answer) => answer.text())"
    assert "Which boats?" in desk.execute_script(script)


def test_hostile_text_runs_nothing(desk: Any) -> None:
    paste(desk, "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> 30 miles (58 km) \u202e")
    messages(desk, 1)
    assert desk.title == "1 conflict · factcheck desk"
    assert desk.find_elements(By.CSS_SELECTOR, "#marked img, #marked script, #cards img, #tables img") == []
    assert [entry for entry in desk.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_of_what_is_too_long_the_beginning_is_marked_and_the_rest_is_shown(desk: Any) -> None:
    paste(desk, DRAFT + "\n\n<b>Gulls</b> \u202e sat on the masts, said the mayor." * 4500)
    messages(desk, 2)
    assert "Only the beginning was checked" in desk.find_element(By.ID, "cards").text
    assert desk.find_element(By.ID, "state").text == "Checked in part: 2 to decide"
    assert desk.execute_script("return document.getElementById('text').value.endsWith('mayor.')")
    assert desk.find_elements(By.CSS_SELECTOR, "#marked .end") != []


def test_what_cannot_be_checked_looks_unchecked_and_what_is_lost_is_asked_again(desk: Any) -> None:
    paste(desk, DRAFT)
    messages(desk, 2)
    half = "const t = document.getElementById('text'); t.value += '\\ud800'; t.dispatchEvent(new Event('input'))"
    desk.execute_script(half)
    until(desk, lambda desk: desk.find_elements(By.CSS_SELECTOR, ".failed"))
    assert desk.title == "Not checked · factcheck desk"
    assert [desk.find_element(By.ID, f"n-{kind}").text for kind in ("conflict", "claim")] == ["–", "–"]
    assert desk.find_elements(By.CSS_SELECTOR, "#marked mark, #tables *, #cards .card") == []
    desk.execute_script("window.kept = fetch; window.fetch = () => Promise.reject(new TypeError('gone'))")
    paste(desk, DRAFT)
    until(desk, lambda desk: "does not answer" in desk.find_element(By.ID, "state").text)
    desk.execute_script("window.fetch = window.kept")
    messages(desk, 2)
    desk.get_log("browser")  # it tells the refusal


@pytest.mark.parametrize("width", [380, 1400])
def test_nothing_is_wider_than_the_screen_and_nothing_shuts_anybody_out(desk: Any, width: int) -> None:
    desk.set_window_size(width, 1000)
    for draft in ("", DRAFT):
        paste(desk, draft)
        messages(desk, 2 if draft else 0)
        assert desk.execute_script("return document.documentElement.scrollWidth <= innerWidth")
        for scheme in ("light", "dark"):
            features = [{"name": "prefers-color-scheme", "value": scheme}]
            desk.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
            found = axe.Axe().run(desk)["violations"]
            assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


def test_a_written_page_works_without_the_desk_and_shuts_nobody_out(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT)
    page = tmp_path / "draft.html"
    command = [sys.executable, "-m", "factcheck", "check", str(tmp_path / "draft.txt"), "--format", f"html={page}"]
    subprocess.run(command, check=False)
    browser.get(page.as_uri())
    keys(browser, "j")
    assert browser.switch_to.active_element.get_attribute("id") == "d1-f1"
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
    # the page's own policy lets no script in from outside, axe neither: it is run as the browser's own
    source = (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")
    browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": source})
    found = browser.execute_async_script("const done = arguments[0]; axe.run().then((told) => done(told.violations))")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


def test_a_story_of_a_thousand_words_is_marked_again_at_once(desk: Any) -> None:
    paste(desk, "\n\n".join([DRAFT, *["The port said that some 300 people waited for the next boat on Friday."] * 70]))
    messages(desk, 2)
    script = """
        const done = arguments[0], text = document.getElementById("text"), begun = performance.now();
        new MutationObserver((_, watch) => { watch.disconnect(); done(performance.now() - begun); })
            .observe(document.getElementById("marked"), { childList: true });
        text.value += " It";
        text.dispatchEvent(new Event("input"));
    """
    took = min(desk.execute_async_script(script) for _ in range(5))
    assert took < 1000  # 150 is the aim on a machine at rest; here others may be at work
