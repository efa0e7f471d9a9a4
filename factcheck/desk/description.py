"""The interface in the words of OpenAPI 3.1; the report's own schema is the one that the package ships."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from factcheck.desk.requests import SUFFIXES
from factcheck.desk.workers import Limits
from factcheck.findings import SEVERITIES
from factcheck.report.plain import SCHEMA_FILE

_DAY = {"type": "string", "format": "date", "examples": ["2025-04-30"]}
_OPTIONS: dict[str, dict[str, Any]] = {
    "headline": {"type": "string", "description": "The headline, where it does not begin the text."},
    "published": {**_DAY, "description": "The day of publication."},
    "home": {
        "type": "string",
        "description": "The country whose currency a bare $ or pound is, and whose order 5/12/2016 has.",
        "pattern": "^([A-Za-z]{2})?$",
        "examples": ["US"],
    },
    "rate_day": {**_DAY, "description": "The day at whose rates the story converts, if not that of publication."},
}
_REFUSALS = {
    "400": "The request cannot be understood.",
    "401": "A token is wanted.",
    "403": "It comes from a page of another site.",
    "413": "The body is too large.",
    "415": "The body is of no kind that is read.",
    "421": "The service is called by a name that is not its own.",
    "422": "The text or the file cannot be read.",
    "503": "The service is busy, or the text takes too long; come again.",
}


def described(limits: Limits) -> dict[str, Any]:
    """Give the description."""
    import factcheck

    return {
        "openapi": "3.1.0",
        "info": {"title": "factcheck", "version": factcheck.__version__, "summary": "Checks the figures of a story."},
        "paths": {
            "/v1/check": {"post": _post("check", "Check a story and get its report.", "Report", limits)},
            "/v1/gate": {"post": _post("gate", "Ask whether a story may be published, and why not.", "Gate", limits)},
            "/v1/health": {"get": _get("health", "Ask whether the service is there.")},
            "/v1/openapi.json": {"get": _get("openapi", "Get this description.")},
        },
        "components": {
            "schemas": {"Report": _report(), "Gate": _gate(), "Story": _story(), "Error": _error()},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


def _post(name: str, summary: str, answer: str, limits: Limits) -> dict[str, Any]:
    """Describe a request that a story is sent with, in OpenAPI's terms."""
    bodies = {media: {"schema": {"type": "string", "format": "binary"}} for media in (*SUFFIXES, "application/octet-stream")}
    return {
        "operationId": name,
        "summary": summary,
        "description": f"A body may have {limits.size:,} bytes, and take {limits.seconds:g} seconds.",
        "parameters": [
            *({"name": key, "in": "query", "schema": schema} for key, schema in _OPTIONS.items()),
            {"name": "fail_on", "in": "query", "schema": {"enum": list(SEVERITIES)}},
            {"name": "name", "in": "query", "schema": {"type": "string"}, "description": "The file's name; its suffix counts."},
        ],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Story"}}, **bodies},
        },
        "responses": {
            "200": {"description": summary, "content": _json(f"#/components/schemas/{answer}")},
            **{code: {"description": words, "content": _json("#/components/schemas/Error")} for code, words in _REFUSALS.items()},
        },
    }


def _get(name: str, summary: str) -> dict[str, Any]:
    anything = {"application/json": {"schema": {"type": "object"}}}
    return {"operationId": name, "summary": summary, "responses": {"200": {"description": summary, "content": anything}}}


def _json(reference: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": reference}}}


def _story() -> dict[str, Any]:
    words = {"type": "string"}
    return {
        "type": "object",
        "properties": {"text": words, "html": words, "id": words, **_OPTIONS, "fail_on": {"enum": list(SEVERITIES)}},
        "oneOf": [{"required": ["text"]}, {"required": ["html"]}],
    }


def _gate() -> dict[str, Any]:
    words = {"type": "string"}
    reason = {
        "rule": words,
        "severity": {"enum": list(SEVERITIES)},
        "message": words,
        "calculation": words,
        "quotes": {"type": "array", "items": words},
    }
    reasons = {"type": "array", "items": {"type": "object", "properties": reason, "required": [*reason]}}
    return {
        "type": "object",
        "properties": {"schema": {"const": 1}, "pass": {"type": "boolean"}, "reasons": reasons},
        "required": ["schema", "pass", "reasons"],
    }


def _error() -> dict[str, Any]:
    about = {
        "message": {"type": "string"},
        "line": {"type": ["integer", "null"]},
        "byte": {"type": ["integer", "null"]},
    }
    error = {"type": "object", "properties": about, "required": ["message"]}
    return {"type": "object", "properties": {"error": error}, "required": ["error"]}


@cache
def _report() -> dict[str, Any]:
    """Give the contract's schema; its own references are led to where it stands in the description."""
    text = SCHEMA_FILE.read_text("utf-8").replace('"#/', '"#/components/schemas/Report/')
    found: dict[str, Any] = json.loads(text)
    return {key: value for key, value in found.items() if key not in ("$schema", "$id")}
