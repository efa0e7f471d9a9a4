"""The description of the service is what its tests are drawn from: what it allows is answered as it says, and so is all else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from factcheck.desk.application import application
from factcheck.desk.book import Book
from factcheck.desk.description import described
from factcheck.desk.workers import Limits, Workers

LIMITS = Limits(size=100_000)
DESCRIBED = described(LIMITS)
OPERATIONS = [(path, method) for path, methods in DESCRIBED["paths"].items() for method in methods]
FIGURES = st.lists(st.sampled_from(["5 km", " (9 miles)", "Of the 14 boats, 16 sank. ", "$4bn", "<p>", "\n\n", "About ", "%"]))
WORDS = st.text(max_size=40) | FIGURES.map("".join)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(), below, max_size=3),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    app = application(Workers(0, limits=LIMITS), Book(tmp_path_factory.mktemp("desk") / "book.sqlite"))
    with TestClient(app, base_url="http://127.0.0.1:8099", raise_server_exceptions=False) as found:
        yield found


def allowed(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Draw what a schema of the description allows."""
    if "$ref" in schema:
        return allowed(DESCRIBED["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema["type"] == "object":
        ways = [way["required"] for way in schema.get("oneOf", [{"required": schema.get("required", [])}])]
        others = set(schema["properties"]) - {name for way in ways for name in way}
        return st.sampled_from(ways).flatmap(lambda way: _object(schema["properties"], way, others))
    assert schema["type"] == "string", schema
    if "pattern" in schema:
        return st.from_regex(schema["pattern"], fullmatch=True)
    by_format = {"date": st.dates().map(lambda day: day.isoformat()), "binary": st.binary(max_size=200) | WORDS.map(str.encode)}
    return by_format[schema["format"]] if "format" in schema else WORDS


def _object(properties: dict[str, Any], required: list[str], others: set[str]) -> st.SearchStrategy[dict[str, Any]]:
    drawn = {name: allowed(properties[name]) for name in (*required, *sorted(others))}
    return st.fixed_dictionaries(
        {name: drawn[name] for name in required}, optional={name: drawn[name] for name in sorted(others)}
    )


@cache
def requests(path: str, method: str, *, broken: bool) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a request as the description allows it; a broken one has anything in place of its fields, its values or its kind."""
    operation = DESCRIBED["paths"][path][method]
    parameters = {each["name"]: WORDS if broken else allowed(each["schema"]) for each in operation.get("parameters", ())}
    bodies = operation["requestBody"]["content"]
    kinds = [st.tuples(st.just(media), _bytes(media, content["schema"], broken)) for media, content in bodies.items()]
    if broken:
        kinds.append(st.tuples(st.sampled_from(["", "a/b", "application/json"]), st.binary(max_size=100)))
    query = st.fixed_dictionaries({}, optional=parameters)
    return st.builds(
        lambda sent, params: {"headers": {"Content-Type": sent[0]}, "content": sent[1], "params": params}, st.one_of(kinds), query
    )


def _bytes(media: str, schema: dict[str, Any], broken: bool) -> st.SearchStrategy[bytes]:
    if media != "application/json":
        return allowed(schema)
    names = sorted(DESCRIBED["components"]["schemas"]["Story"]["properties"])
    wrong = ANYTHING | st.dictionaries(st.sampled_from(names), ANYTHING | WORDS)
    return (wrong if broken else allowed(schema)).map(lambda value: json.dumps(value).encode())


@cache
def answers(path: str, method: str, status: str) -> Any:
    """Give what an answer of this status must keep to; one that is not described is a KeyError."""
    schema = DESCRIBED["paths"][path][method]["responses"][status]["content"]["application/json"]["schema"]
    return jsonschema.Draft202012Validator({**schema, "components": DESCRIBED["components"]})


@pytest.mark.parametrize("broken", [False, True], ids=["allowed", "broken"])
@pytest.mark.parametrize(("path", "method"), [(path, method) for path, method in OPERATIONS if method == "post"])
@given(data=st.data())
def test_each_request_is_answered_as_the_description_says(
    client: TestClient, path: str, method: str, broken: bool, data: st.DataObject
) -> None:
    sent = data.draw(requests(path, method, broken=broken))
    response = client.request(method, path, **sent)
    answers(path, method, str(response.status_code)).validate(response.json())
    if not broken and sent["headers"]["Content-Type"] == "application/json":
        assert response.status_code in (200, 422)  # what is understood, if not what can be read


@pytest.mark.parametrize(
    "sent", [{}, {"params": {"a": "\0", "name": "é"}}, {"content": b"\xff", "headers": {"Content-Type": "a/b"}}]
)
@pytest.mark.parametrize(("path", "method"), [(path, method) for path, method in OPERATIONS if method == "get"])
def test_what_is_only_got_is_given_whatever_comes_with_the_request(
    client: TestClient, path: str, method: str, sent: dict[str, Any]
) -> None:
    response = client.request(method, path, **sent)
    answers(path, method, str(response.status_code)).validate(response.json())
    assert response.status_code == 200


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_a_method_that_is_not_described_is_refused(client: TestClient, path: str, method: str) -> None:
    for other in {"get", "post", "put", "patch", "delete"} - {*DESCRIBED["paths"][path]}:
        assert client.request(other, path).status_code == 405, method
