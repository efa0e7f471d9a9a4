"""A request of HTTP -> a job: the body as text, HTML or a file; options from the body's JSON or the address."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import unquote

from starlette.requests import ClientDisconnect, Request

from factcheck.desk.jobs import Job
from factcheck.faults import keys
from factcheck.findings import SEVERITIES
from factcheck.readers import readers
from factcheck.values import evolve, frozen

SUFFIXES = {
    "text/plain": ".txt",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.iptc.g2.newsitem+json": ".ninjs",
}
"""What bodies can be, beside JSON with a text."""
_JSON = "application/json"
_LONGEST = 500
"""Code points of a name or a country."""


@frozen
class Refused(Exception):  # noqa: N818  # an answer, told to who asked
    """Why a request is no job: a status of HTTP and plain words."""

    status: int
    message: str


async def body(request: Request, limit: int) -> bytes:
    """Read a body.

    Raises:
        Refused: it is larger than so many bytes, or breaks off.

    """
    declared = request.headers.get("content-length", "")
    too_large = Refused(413, f"more than {limit:,} bytes")
    if declared.isdecimal() and int(declared[:20]) > limit:
        raise too_large
    read = bytearray()
    try:
        async for piece in request.stream():
            read += piece
            if len(read) > limit:
                raise too_large
    except ClientDisconnect as gone:
        raise Refused(400, "the body breaks off") from gone
    return bytes(read)


async def job(request: Request, kind: str, limit: int) -> Job:
    """Make the job that a request asks for.

    Raises:
        Refused: it asks for none.

    """
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    data = await body(request, limit)
    if media == _JSON:
        return _of_json(as_object(data), kind)
    name = unquote(request.headers.get("x-file-name", "")) or request.query_params.get("name") or "-"
    suffix = PurePath(name).suffix.lower() if media in ("application/octet-stream", "") else SUFFIXES.get(media)
    if suffix is None or suffix not in readers():
        raise Refused(415, f"a body is JSON with a text, or one of {', '.join(SUFFIXES)}, or a file with its name")
    return _with_options(Job(kind, data=data, name=_short(name), suffix=suffix), request.query_params)


def as_object(data: bytes) -> dict[str, Any]:
    """Read a JSON object.

    Raises:
        Refused: it is none.

    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refused(400, f"not JSON: {error}") from error
    if not isinstance(value, dict):
        raise Refused(400, "a JSON object is wanted")
    return value


def text_of(value: Mapping[str, Any], key: str) -> str | None:
    """Give a string of an object; None where it is left out or null.

    Raises:
        Refused: it is something else.

    """
    found = value.get(key)
    if found is not None and not isinstance(found, str):
        raise Refused(400, f'"{key}" is not a string')
    return found


def _of_json(value: dict[str, Any], kind: str) -> Job:
    text, page = text_of(value, "text"), text_of(value, "html")
    if (text is None) == (page is None):
        raise Refused(400, 'a "text" or an "html" is wanted')
    name = text_of(value, "id") or "-"
    made = Job(kind, text if page is None else page, name=_short(name), suffix=".txt" if page is None else ".html")
    return _with_options(made, {key: text_of(value, key) for key in ("headline", "published", "home", "rate_day", "fail_on")})


def _with_options(job: Job, said: Mapping[str, str | None]) -> Job:
    fail_on = said.get("fail_on") or job.fail_on
    if fail_on not in SEVERITIES:
        raise Refused(400, f"fail_on is one of {', '.join(SEVERITIES)}")
    return evolve(
        job,
        headline=said.get("headline") or None,
        published=_day(said, "published"),
        rate_day=_day(said, "rate_day"),
        home=_home(said.get("home") or None),
        fail_on=fail_on,
    )


def _home(written: str | None) -> str | None:
    problem = None if written is None else keys.country(written.upper())
    if problem:
        raise Refused(400, f"home {problem}")
    return written and written.upper()


def _day(said: Mapping[str, str | None], key: str) -> dt.date | None:
    written = said.get(key)
    if not written:
        return None
    try:
        day = dt.date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day.isoformat() != written:
        raise Refused(400, f"{key} is a day such as 2025-04-30")
    return day


def _short(words: str) -> str:
    return words[:_LONGEST].encode("utf-8", "replace").decode()
