"""The service for other programs: check a story, ask whether it may be published, the description of both, health."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from factcheck.desk import requests
from factcheck.desk.description import described
from factcheck.desk.guard import said
from factcheck.desk.jobs import Answer
from factcheck.desk.requests import Refused
from factcheck.desk.workers import Workers

Endpoint = Callable[[Request], Awaitable[Response]]
_JSON = "application/json"


def routes(workers: Workers) -> list[Route]:
    """Give the paths of the interface."""

    async def health(_: Request) -> Response:
        import factcheck

        return JSONResponse({"status": "ok", "version": factcheck.__version__, "waiting": workers.waiting})

    async def openapi(_: Request) -> Response:
        return JSONResponse(described(workers.limits))

    return [
        Route("/v1/check", doing(workers, "check"), methods=["POST"]),
        Route("/v1/gate", doing(workers, "gate"), methods=["POST"]),
        Route("/v1/health", health),
        Route("/v1/openapi.json", openapi),
    ]


def doing(workers: Workers, kind: str) -> Endpoint:
    """Give an endpoint that has a request's job done."""

    async def endpoint(request: Request) -> Response:
        try:
            job = await requests.job(request, kind, workers.limits.size)
        except Refused as refused:
            return said(refused.status, refused.message)
        return response(await workers.do(job, request.is_disconnected))

    return endpoint


def response(answer: Answer) -> Response:
    """Give an answer as a response; who is told to come again is told when."""
    more = {"Retry-After": "2"} if answer.again else {}
    return Response(answer.body, answer.status, more, media_type=_JSON)
