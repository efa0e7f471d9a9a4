"""What stands before every request: the right host, no stranger's page, the token if one is wanted; and headers behind it.

A page elsewhere could send requests to a service on the editor's own machine: by its own name for that address (DNS rebinding),
which the host check stops, or by a form, which the check of the origin stops.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from urllib.parse import urlsplit

from attrs import define
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factcheck.desk.jobs import problem

COOKIE = "factcheck-desk"
_LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_OPEN = frozenset({"/v1/health"})


@define
class Guard:
    """An application of ASGI before another; ``hosts`` are the names that it answers to, None: any."""

    app: ASGIApp
    token: str | None = None
    hosts: frozenset[str] | None = _LOCAL

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await (self._refusal(scope) or self.app)(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if self.hosts is not None and _name(host) not in self.hosts:
            return said(421, "this service answers only to its own name")
        if not _is_same_origin(headers, host, scope):
            return said(403, "a page of another site may not ask this service")
        if self.token is None or scope["path"] in _OPEN:
            return None
        if _has_token(headers, self.token):
            return None
        return self._entered(scope) or said(401, "a token is wanted", {"WWW-Authenticate": "Bearer"})

    def _entered(self, scope: Scope) -> Response | None:
        """Let a browser in that brings the token in the address of the page, and take it out of the address."""
        from urllib.parse import parse_qs

        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])[0]
        if scope["path"] != "/" or not self.token or not _equal(given, self.token):
            return None
        response = RedirectResponse("/", 303)
        response.set_cookie(COOKIE, self.token, httponly=True, samesite="strict")
        return response


def said(status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """Give a refusal in JSON."""
    return Response(problem(status, message).body, status, headers, media_type="application/json")


def _name(host: str) -> str:
    """Give a host without its port."""
    return host if host.endswith("]") else host.rpartition(":")[0] or host


def _is_same_origin(headers: Headers, host: str, scope: Scope) -> bool:
    """Tell whether a request that may change or cost something comes from our own page, or from no page at all."""
    if scope["method"] in ("GET", "HEAD"):
        return True
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return False
    origin = headers.get("origin")
    try:
        return origin is None or (urlsplit(origin).netloc == host and bool(host))
    except ValueError:
        return False


def _has_token(headers: Headers, token: str) -> bool:
    scheme, _, given = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and _equal(given.strip(), token):
        return True
    return _equal(cookie_parser(headers.get("cookie", "")).get(COOKIE, ""), token)


def _equal(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())
