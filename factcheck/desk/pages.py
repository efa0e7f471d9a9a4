"""The desk itself: its page, and what the page asks for: marks and cards of a draft, a file's words, decisions and their log."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Awaitable, Callable
from typing import Any

from attrs import asdict
from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from factcheck.desk import requests
from factcheck.desk.book import Book, Decision
from factcheck.desk.guard import said
from factcheck.desk.interface import doing, response
from factcheck.desk.jobs import OK
from factcheck.desk.requests import Refused, text_of
from factcheck.desk.workers import Workers
from factcheck.disk.decoding import half_character
from factcheck.values import frozen
from factcheck.writers import web, worksheet

_COLUMNS = ("number", "at", "who", "action", "reason", "rule", "message", "words", "undone")
_LONGEST = 4000
"""Code points of a reason, or of any word of a decision."""
_LARGEST = 1 << 20
"""Bytes of a decision with its finding."""
_MOST = 20
"""Places of a finding that a decision is about."""
_KINDS = {
    **dict.fromkeys(("page.css", "desk.css"), "text/css"),
    **dict.fromkeys(("worksheet.js", "desk.js"), "text/javascript"),
    "icon.svg": "image/svg+xml",
}


@frozen
class Desk:
    """What the pages need: the workers, the book of decisions, and who sits at the desk."""

    workers: Workers
    book: Book
    editor: str = ""


def routes(desk: Desk) -> list[Route]:
    """Give the paths of the desk."""
    static = [Route(f"/{name}", _static(name, media)) for name, media in _KINDS.items()]
    return [
        Route("/", _page(desk)),
        *static,
        Route("/desk/check", _checking(desk), methods=["POST"]),
        Route("/desk/open", doing(desk.workers, "open"), methods=["POST"]),
        Route("/desk/decide", _answering(desk, _decide), methods=["POST"]),
        Route("/desk/undo", _answering(desk, _undo), methods=["POST"]),
        Route("/desk/log.csv", _log(desk, "csv")),
        Route("/desk/log.json", _log(desk, "json")),
    ]


def _environment() -> Environment:
    """Give the templates of the desk, beside those of the page that is written as a file."""
    made = web.environment().overlay()
    made.loader = ChoiceLoader([PackageLoader("factcheck.desk"), PackageLoader("factcheck.writers.web")])
    return made


def _page(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    from factcheck import lexicon
    from factcheck.readers import readers

    page = (
        _environment()
        .get_template("desk.html")
        .render(editor=desk.editor, homes=_homes(lexicon.entries("currencies")), suffixes=",".join(sorted(readers())))
    )

    async def endpoint(_: Request) -> Response:
        return Response(page, media_type="text/html")

    return endpoint


def _homes(currencies: Any) -> list[tuple[str, str]]:
    """Give the countries whose currency a bare sign can be, with the currency."""
    return sorted((home, name) for name, entry in currencies.items() for home in entry.get("countries", ()))


def _static(name: str, media: str) -> Callable[[Request], Awaitable[Response]]:
    environment = _environment()
    loader = environment.loader
    assert loader is not None
    content = loader.get_source(environment, name)[0]

    async def endpoint(_: Request) -> Response:
        return Response(content, media_type=media, headers={"Cache-Control": "no-cache"})

    return endpoint


def _checking(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        """Check a draft; each finding comes with what was decided of it."""
        try:
            job = await requests.job(request, "desk", desk.workers.limits.size)
        except Refused as refused:
            return said(refused.status, refused.message)
        answer = await desk.workers.do(job, request.is_disconnected)
        if answer.status != OK:
            return response(answer)
        sheet = json.loads(answer.body)
        known = await run_in_threadpool(desk.book.known, sheet["findings"])
        for finding, decision in zip(sheet["findings"], known, strict=True):
            finding["decision"] = None if decision is None else _shown(decision)
        return JSONResponse(sheet)

    return endpoint


def _answering(desk: Desk, act: Callable[[Desk, dict[str, Any]], Any]) -> Callable[[Request], Awaitable[Response]]:
    """Give an endpoint that takes an object and gives what an act makes of it."""

    async def endpoint(request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return said(415, "JSON is wanted")
        try:
            value = requests.as_object(await requests.body(request, _LARGEST))
            if half_character(json.dumps(value, ensure_ascii=False)):
                raise Refused(400, "it holds half a character")
            return JSONResponse(await run_in_threadpool(act, desk, value))
        except Refused as refused:
            return said(refused.status, refused.message)
        except OSError as error:
            return said(503, f"the book of decisions cannot be written: {error.strerror or error}")

    return endpoint


def _decide(desk: Desk, value: dict[str, Any]) -> dict[str, Any]:
    action, reason, who = (text_of(value, key) or "" for key in ("action", "reason", "who"))
    try:
        return _shown(desk.book.decide(_finding(value), action, reason[:_LONGEST], (who or desk.editor)[:_LONGEST]))
    except ValueError as error:
        raise Refused(400, str(error)) from error


def _undo(desk: Desk, value: dict[str, Any]) -> dict[str, Any]:
    number = value.get("number")
    if type(number) is not int or not 0 < number < 1 << 62:
        raise Refused(400, '"number" is the number of a decision')
    return {"undone": desk.book.undo(number)}


def _finding(value: dict[str, Any]) -> dict[str, Any]:
    """Take the finding of a decision out of what the page sent, and nothing besides.

    Raises:
        Refused: it is none.

    """
    finding = value.get("finding")
    places = finding.get("places") if isinstance(finding, dict) else None
    if not isinstance(finding, dict) or not isinstance(places, list) or not 0 < len(places) <= _MOST:
        raise Refused(400, '"finding" has a rule, a message and places')
    if not all(isinstance(place, dict) for place in places):
        raise Refused(400, "a place has a label, a quote and a sentence")
    keys = ("label", "quote", "sentence")
    return {
        **{key: (text_of(finding, key) or "")[:_LONGEST] for key in ("rule", "message")},
        "places": [{key: (text_of(place, key) or "")[:_LONGEST] for key in keys} for place in places],
    }


def _log(desk: Desk, kind: str) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(_: Request) -> Response:
        """Give all that was decided."""
        decisions = await run_in_threadpool(lambda: [_shown(each) for each in desk.book.log()])
        if kind == "json":
            return JSONResponse({"decisions": decisions})
        stream = io.StringIO(newline="")
        stream.write("\ufeff")
        sheet = csv.writer(stream)
        sheet.writerow(_COLUMNS)
        for each in decisions:
            row = {**each, "words": "; ".join(each["words"])}
            sheet.writerow([worksheet.safe("" if row[key] is None else str(row[key])) for key in _COLUMNS])
        headers = {"Content-Disposition": 'attachment; filename="factcheck-log.csv"'}
        return Response(stream.getvalue(), media_type="text/csv", headers=headers)

    return endpoint


def _shown(decision: Decision) -> dict[str, Any]:
    return asdict(decision)
