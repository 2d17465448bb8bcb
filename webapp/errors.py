"""The app's errors and their one translation into HTTP.

Under /api every error is JSON: {"error": {"code", "message", "path"}}. Elsewhere it is a small page.
"""

import logging
import sqlite3

import sqlalchemy.exc
from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.wrappers import Response as BaseResponse

from webapp.assets import find_assets, render

log = logging.getLogger(__name__)

SQLITE_FULL = 13
# https://sqlite.org/rescode.html: locked, read-only, I/O, cannot open. Others (no such table) are our own.
SQLITE_BUSY, SQLITE_UNAVAILABLE = 5, (6, 8, 10, 14)
POSTGRES_DISK_FULL = "53100"

WORDS_BY_STATUS = {
    400: ("bad_request", "The server could not read this request."),
    403: ("forbidden", "This is not allowed from here."),
    404: ("not_found", "There is nothing at this address."),
    405: ("method_not_allowed", "This address does not answer to that method."),
    413: ("too_large", "This is more than the server takes at once."),
    415: ("unsupported_media_type", "The server takes JSON here."),
    429: ("too_many_requests", "That was too often. Wait a little, then try again."),
    500: ("internal", "Something went wrong on the server. What you wrote is safe on this device."),
    503: ("unavailable", "The server cannot do this right now. What you wrote is safe on this device."),
}


class ApiError(Exception):
    """An answer that is no success. `path` points at the fault in the request, e.g. `$.ops[0].stamp`."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        path: str | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message
        self.path = path
        self.retry_after = retry_after
        """Seconds."""


def register(app: Flask) -> None:
    app.register_error_handler(ApiError, answer)
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(sqlalchemy.exc.OperationalError, _answer_database)
    app.register_error_handler(sqlalchemy.exc.TimeoutError, _answer_pool)


def answer(error: ApiError) -> Response:
    if is_api():
        body = {"code": error.code, "message": error.message, "path": error.path}
        response = jsonify({"error": body})
    else:
        page = render("error.html", message=error.message, assets=find_assets())
        response = Response(page, mimetype="text/html")
        response.cache_control.no_store = True
    response.status_code = error.status
    if error.retry_after is not None:
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def is_api() -> bool:
    return request.path == "/api" or request.path.startswith("/api/")


def _answer_http(error: HTTPException) -> BaseResponse:
    if error.code is None or error.code < 400:  # a redirect is an HTTPException too
        return error.get_response(request.environ)
    code, message = WORDS_BY_STATUS.get(error.code, ("http_" + str(error.code), error.name + "."))
    response = answer(ApiError(error.code, code, message))
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return response


def _answer_database(error: sqlalchemy.exc.OperationalError) -> Response:
    """A database that is busy, full or away is a 503: the client keeps its changes and comes back."""
    cause = error.orig
    # The kind alone: the message of a statement quotes its values.
    log.warning("the database did not answer: %s", _kind_of(cause))
    if isinstance(cause, sqlite3.Error):
        return _answer_sqlite(error, primary_code=cause.sqlite_errorcode & 0xFF)
    if getattr(cause, "sqlstate", None) == POSTGRES_DISK_FULL:
        return answer(storage_full())
    return answer(storage_unavailable())


def _kind_of(cause: BaseException | None) -> str:
    code = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or "no code"
    return f"{type(cause).__name__} {code}"


def _answer_sqlite(error: sqlalchemy.exc.OperationalError, *, primary_code: int) -> Response:
    if primary_code == SQLITE_FULL:
        return answer(storage_full())
    if primary_code == SQLITE_BUSY:
        return answer(storage_busy())
    if primary_code in SQLITE_UNAVAILABLE:
        return answer(storage_unavailable())
    raise error


def _answer_pool(_error: sqlalchemy.exc.TimeoutError) -> Response:
    log.warning("the database did not answer: every connection is in use")
    return answer(storage_busy())


def storage_busy() -> ApiError:
    message = "The server is busy. What you wrote is safe on this device and goes up in a moment."
    return ApiError(503, "busy", message, retry_after=2)


def storage_full() -> ApiError:
    message = "The server has no room left. What you wrote is safe on this device until there is."
    return ApiError(503, "storage_full", message, retry_after=60)


def storage_unavailable() -> ApiError:
    message = "The server cannot reach its database. What you wrote is safe on this device and goes up later."
    return ApiError(503, "storage_unavailable", message, retry_after=10)
