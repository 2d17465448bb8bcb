import gzip
import sqlite3
from collections.abc import Iterator

import pytest
import sqlalchemy.exc
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.factories import WholeAnswers, a_settings
from webapp import create_app, security
from webapp.errors import ApiError

ORIGIN = "http://localhost:8000"
UNSAFE_METHODS = ("POST", "PUT", "PATCH", "DELETE")
WRITTEN = "my boss " + "is a fool"


@pytest.fixture
def database(sqlite_database: str) -> str:
    """Nothing here depends on the kind of database."""
    return sqlite_database


@pytest.fixture
def app(database: str) -> Iterator[Flask]:
    """The app with a few routes that misbehave."""
    app = create_app(a_settings(database_url=database))
    for path in ("/api/echo", "/echo"):
        app.add_url_rule(path, view_func=dict, methods=["GET", *UNSAFE_METHODS], endpoint=path)
    for path in ("/api/crash", "/crash"):
        app.add_url_rule(path, view_func=crash, methods=["GET", "POST"], endpoint=path)
    app.add_url_rule("/api/broken/<kind>", view_func=fail_in_the_database, endpoint="broken")
    app.add_url_rule("/api/refusing", view_func=refuse, endpoint="refusing")
    yield app
    app.extensions["rebound"].engine.dispose()


@pytest.fixture
def visitor(app: Flask) -> FlaskClient:
    return WholeAnswers(app)


def crash() -> str:
    raise ValueError(WRITTEN)


def refuse() -> str:
    raise ApiError(429, "slow_down", "Wait a little.", path="$.ops[0]", retry_after=7)


def fail_in_the_database(kind: str) -> str:
    message, code = {
        "locked": ("database is locked", sqlite3.SQLITE_BUSY),
        "snapshot": ("database is locked", sqlite3.SQLITE_BUSY_SNAPSHOT),
        "full": ("database or disk is full", sqlite3.SQLITE_FULL),
        "readonly": ("attempt to write a readonly database", sqlite3.SQLITE_READONLY),
        "away": ("unable to open database file", sqlite3.SQLITE_CANTOPEN),
        "our-fault": ("no such table: items", sqlite3.SQLITE_ERROR),
    }[kind]
    cause = sqlite3.OperationalError(message)
    cause.sqlite_errorcode = code
    raise sqlalchemy.exc.OperationalError("INSERT", {"notes": WRITTEN}, cause)


def error_of(answer: TestResponse) -> dict[str, str | None]:
    assert answer.mimetype == "application/json"
    body = answer.get_json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message", "path"}
    error: dict[str, str | None] = body["error"]
    return error


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "anything"}, 403),
        ({"Sec-Fetch-Site": ""}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": ORIGIN}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"}, 200),
        ({"Origin": ORIGIN}, 200),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "http://localhost:9000"}, 403),
        ({"Origin": "http://127.0.0.1:8000"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Origin": "https://evil.example", "Host": "evil.example"}, 403),
        ({}, 200),
    ],
)
@pytest.mark.parametrize("method", UNSAFE_METHODS)
@pytest.mark.parametrize("path", ["/api/echo", "/echo"])
def test_unsafe_methods_come_from_this_origin_or_from_no_browser(
    visitor: FlaskClient, path: str, method: str, headers: dict[str, str], status: int
) -> None:
    answer = visitor.open(path, method=method, headers=headers)
    assert answer.status_code == status
    if status == 403 and path.startswith("/api/"):
        assert error_of(answer)["code"] == "cross_origin"


def test_reading_is_allowed_from_anywhere_a_link_can_be(visitor: FlaskClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    assert visitor.get("/api/echo", headers=headers).status_code == 200


def test_no_answer_invites_other_origins(visitor: FlaskClient) -> None:
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    for answer in (visitor.options("/api/session", headers=asked), visitor.get("/api/echo", headers=asked)):
        assert not [name for name, _ in answer.headers if name.lower().startswith("access-control-")]


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_a_body_that_is_not_json_is_refused(visitor: FlaskClient, content_type: str) -> None:
    answer = visitor.post("/api/echo", data=b"{}", headers={"Content-Type": content_type})
    assert answer.status_code == 415
    assert error_of(answer)["code"] == "unsupported_media_type"


def test_json_may_name_its_charset_and_a_body_may_be_missing(visitor: FlaskClient) -> None:
    named = visitor.post("/api/echo", data=b"{}", headers={"Content-Type": "application/json; charset=utf-8"})
    assert named.status_code == 200
    assert visitor.delete("/api/echo").status_code == 200


def test_a_body_over_the_limit_is_refused_before_it_is_read(visitor: FlaskClient) -> None:
    too_much = b"[" * (security.MAX_REQUEST_BYTES + 1)
    answer = visitor.post("/api/echo", data=too_much, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    assert error_of(answer)["code"] == "too_large"


ANSWERS = {
    "a page": ("GET", "/", 200),
    "the shell": ("GET", "/app-shell", 200),
    "a redirect": ("GET", "http://127.0.0.1:8000/", 302),
    "an icon": ("GET", "/static/icons/mark.svg", 200),
    "the worker": ("GET", "/service-worker.js", 200),
    "the manifest": ("GET", "/manifest.webmanifest", 200),
    "the health": ("GET", "/healthz", 200),
    "a missing page": ("GET", "/nowhere", 404),
    "a missing file": ("GET", "/static/nowhere.js", 404),
    "a wrong method": ("POST", "/", 405),
    "a crash": ("GET", "/crash", 500),
    "an answer of the API": ("GET", "/api/echo", 200),
    "a signed-out answer": ("GET", "/api/session", 401),
    "a missing API address": ("GET", "/api/nowhere", 404),
    "a wrong API method": ("PUT", "/api/session", 405),
    "a crash of the API": ("GET", "/api/crash", 500),
    "a busy database": ("GET", "/api/broken/locked", 503),
}


@pytest.mark.parametrize("what", ANSWERS)
def test_every_answer_carries_the_headers(visitor: FlaskClient, what: str) -> None:
    method, address, status = ANSWERS[what]
    answer = visitor.open(address, method=method)
    assert answer.status_code == status
    for name, value in security.HEADERS.items():
        assert answer.headers.getlist(name) == [value]
    assert "Strict-Transport-Security" not in answer.headers
    assert "Server" not in answer.headers
    if "/api" in address:
        assert "no-store" in answer.headers["Cache-Control"]


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    policy = dict(part.partition(" ")[::2] for part in security.CONTENT_SECURITY_POLICY.split("; "))
    assert policy.pop("trusted-types") == "rebound"
    assert policy.pop("require-trusted-types-for") == "'script'"
    assert policy.pop("img-src") == "'self' data:"
    assert set(policy.values()) == {"'self'", "'none'"}
    for name in ("default-src", "base-uri", "frame-ancestors"):
        assert policy[name] == "'none'"


def test_https_is_demanded_for_good_where_the_origin_is_https(database: str) -> None:
    settings = a_settings(
        database_url=database, origin="https://rebound.example", rp_id="rebound.example", is_local=False
    )
    visitor = create_app(settings).test_client()
    for path in ("/healthz", "/nowhere", "/api/nowhere"):
        # A year, and this host alone: its neighbours are not ours to decide for (docs/security.md, 3.4.1).
        assert visitor.get(path).headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("path", ["/", "/api/session", "/static/build/"])
def test_tracing_is_refused(visitor: FlaskClient, path: str) -> None:
    answer = visitor.open(path, method="TRACE", headers={"Cookie": "rebound=secret"})
    assert answer.status_code in (404, 405)
    assert b"secret" not in answer.data


@pytest.mark.parametrize("path", ["/static", "/static/", "/static/icons", "/static/icons/", "/static/build/"])
def test_a_folder_lists_nothing(visitor: FlaskClient, path: str) -> None:
    assert visitor.get(path).status_code == 404


def test_the_cookie_is_bound_to_the_host_where_the_origin_is_https(database: str) -> None:
    settings = a_settings(
        database_url=database, origin="https://rebound.example", rp_id="rebound.example", is_local=False
    )
    config = create_app(settings).config
    assert config["SESSION_COOKIE_NAME"] == "__Host-rebound"
    assert config["SESSION_COOKIE_SECURE"]
    assert config["SESSION_COOKIE_DOMAIN"] is None
    assert config["SESSION_COOKIE_PATH"] == "/"


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api", 404, "not_found"),
        ("GET", "/api/", 404, "not_found"),
        ("GET", "/api/nowhere", 404, "not_found"),
        ("PUT", "/api/session", 405, "method_not_allowed"),
        ("GET", "/api/crash", 500, "internal"),
        ("GET", "/api/refusing", 429, "slow_down"),
    ],
)
def test_every_error_of_the_api_is_json(
    visitor: FlaskClient, method: str, path: str, status: int, code: str
) -> None:
    answer = visitor.open(path, method=method, headers={"Accept": "text/html"})
    assert answer.status_code == status
    assert error_of(answer)["code"] == code


def test_an_error_names_the_path_of_the_fault_and_when_to_come_back(visitor: FlaskClient) -> None:
    answer = visitor.get("/api/refusing")
    assert error_of(answer) == {"code": "slow_down", "message": "Wait a little.", "path": "$.ops[0]"}
    assert answer.headers["Retry-After"] == "7"


def test_a_wrong_method_is_told_the_right_ones(visitor: FlaskClient) -> None:
    assert "DELETE" in visitor.put("/api/session").headers["Allow"]


@pytest.mark.parametrize(("path", "status"), [("/nowhere", 404), ("/apiary", 404), ("/crash", 500)])
def test_an_error_elsewhere_is_a_page_with_a_way_back(visitor: FlaskClient, path: str, status: int) -> None:
    answer = visitor.get(path)
    assert answer.status_code == status
    assert answer.mimetype == "text/html"
    assert '<a href="/">Back to Rebound</a>' in answer.text


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("locked", "busy"),
        ("snapshot", "busy"),
        ("full", "storage_full"),
        ("readonly", "storage_unavailable"),
        ("away", "storage_unavailable"),
    ],
)
def test_a_database_in_trouble_is_told_in_words_and_comes_back_later(
    visitor: FlaskClient, caplog: pytest.LogCaptureFixture, kind: str, code: str
) -> None:
    answer = visitor.get(f"/api/broken/{kind}")
    assert answer.status_code == 503
    assert "the database did not answer" in caplog.text
    assert error_of(answer)["code"] == code
    assert "safe on this device" in str(error_of(answer)["message"])
    assert int(answer.headers["Retry-After"]) > 0


def test_a_missing_table_is_our_fault_and_not_the_databases(visitor: FlaskClient) -> None:
    assert visitor.get("/api/broken/our-fault").status_code == 500


@pytest.mark.parametrize("path", ["/api/crash", "/crash", "/api/broken/our-fault", "/api/broken/full"])
def test_neither_answer_nor_log_of_a_crash_repeats_what_somebody_wrote(
    visitor: FlaskClient, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    answer = visitor.get(path)
    assert WRITTEN not in answer.text
    assert WRITTEN not in caplog.text
    if answer.status_code == 500:
        assert "in crash" in caplog.text or "in fail_in_the_database" in caplog.text


def test_a_large_answer_is_compressed_and_an_error_stays_readable(visitor: FlaskClient) -> None:
    answer = visitor.get("/app-shell", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert b"<!doctype html>" in gzip.decompress(answer.data)
