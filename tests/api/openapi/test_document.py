"""The API's description says what the server does: no address is missing, no status undocumented, nothing is a 500."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import InvalidArgument, Unsatisfiable
from jsonschema_rs import meta
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.factories import a_settings, an_account, sign_in
from webapp import create_app
from webapp.openapi.operations import OPERATIONS, Operation

# Addresses of the API are those under /api; HEAD and OPTIONS come with GET and are Flask's own.
METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
EXAMPLES = 8
# What it unpacks does not include zstd.
PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture
def app(sqlite_database: str, tmp_path: Any) -> Any:
    app = create_app(a_settings(database_url=sqlite_database, data_dir=tmp_path))
    # A crash must come as the 500 that a client would see, to be counted as one.
    app.config["PROPAGATE_EXCEPTIONS"] = False
    yield app
    app.extensions["rebound"].engine.dispose()


@pytest.fixture
def document(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Any:
    # The stream ends at once: what it says while it is open has tests of its own.
    monkeypatch.setattr("webapp.sync.views.STREAM_LIFETIME_S", 0.0)
    return schemathesis.openapi.from_wsgi("/api/openapi.json", app)


def test_every_address_of_the_api_is_described_and_no_other(app: Flask) -> None:
    routes = {
        f"{method} {rule.rule}"
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api")
        for method in (rule.methods or set()) & METHODS
    }
    assert {operation.id for operation in OPERATIONS} == routes


def test_the_document_is_json_schema_throughout(app: Flask) -> None:
    document = app.test_client().get("/api/openapi.json").get_json()
    assert document["openapi"].startswith("3.1")
    for schema in document["components"]["schemas"].values():
        meta.validate({"$schema": document["jsonSchemaDialect"], **schema})


CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]

described = pytest.mark.parametrize("operation", OPERATIONS, ids=[operation.id for operation in OPERATIONS])


@described
@pytest.mark.parametrize("mode", [schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE])
def test_a_visitor_gets_what_is_described(document: Any, operation: Operation, mode: Any) -> None:
    def call(case: Any) -> None:
        case.call_and_validate(checks=CHECKS, headers=PLAIN)

    for_each_case(document, operation, mode, call)


@described
@pytest.mark.parametrize("mode", [schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE])
def test_whoever_is_signed_in_gets_what_is_described(
    app: Flask, document: Any, operation: Operation, mode: Any
) -> None:
    """A new session for each case: some of them end it, and one ends the account."""
    account = None if operation.id == "DELETE /api/account" else an_account(app)

    def call(case: Any) -> None:
        cookie = sign_in(app, account).get_cookie("rebound")
        assert cookie is not None
        case.call_and_validate(checks=CHECKS, headers=PLAIN, cookies={"rebound": cookie.value})

    for_each_case(document, operation, mode, call)


def for_each_case(document: Any, operation: Operation, mode: Any, call: Callable[[Any], None]) -> None:
    """Requests as the document allows them (positive), or as it does not (negative), made up by Hypothesis."""
    described = document[PARAMETER.sub(r"{\1}", operation.rule)][operation.method]
    try:
        cases = described.as_strategy(generation_mode=mode)
        made = given(case=cases)(call)
        settings(
            max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck)
        )(made)()
    except (Unsatisfiable, InvalidArgument):
        # An address that takes nothing has nothing to get wrong.
        assert mode is schemathesis.GenerationMode.NEGATIVE
        assert operation.body is None
