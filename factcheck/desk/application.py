"""The parts of the desk -> one application of ASGI, and its start on this machine."""

from __future__ import annotations

import contextlib
import getpass
import socket
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from factcheck.desk import interface, pages
from factcheck.desk.book import Book
from factcheck.desk.guard import Guard, said
from factcheck.desk.workers import Limits, Workers

BOOK = "factcheck-desk.sqlite"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def application(workers: Workers, book: Book, *, token: str | None = None, editor: str = "", local: bool = True) -> ASGIApp:
    """Put the service together.

    Args:
        workers: they are started and stopped with the application.
        book: where decisions are kept.
        token: wanted of every request, if there is one.
        editor: who decides, where the page does not say.
        local: answer to the names of this machine only.

    """

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        workers.start()
        yield
        workers.stop()

    app = Starlette(
        routes=[*interface.routes(workers), *pages.routes(pages.Desk(workers, book, editor))],
        lifespan=lifespan,
        exception_handlers={HTTPException: _told},
    )
    return Guard(app, token) if local else Guard(app, token, None)


def serve(host: str, port: int, folders: Sequence[str], book: str | None, token: str | None, processes: int) -> None:
    """Serve until somebody ends it.

    Raises:
        OSError: the port is taken, or not allowed.

    """
    import uvicorn

    kept = Path(book) if book else Path(folders[0] if folders else ".") / BOOK
    workers = Workers(processes, tuple(folders), Limits())
    app = application(workers, Book(kept), token=token, editor=_editor(), local=host in LOOPBACK)
    shown = f"[{host}]" if ":" in host else host
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=512)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), f"{shown}:{port}") from error
    print(f"The desk is at http://{shown}:{port}/  (Ctrl-C ends it; decisions are kept in {kept})", file=sys.stderr)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=5)
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])


def _editor() -> str:
    """Give the name of who is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


async def _told(_: Request, error: Exception) -> Response:
    """Tell what the router refuses, an unknown path or method, as all refusals are told."""
    assert isinstance(error, HTTPException)
    return said(error.status_code, error.detail, error.headers)
