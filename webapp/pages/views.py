"""The shell and what a browser needs beside it to install and start it: manifest, worker, icons' addresses.

The shell is the same for everybody and holds nothing private: the client draws every screen itself.
"""

from mimetypes import guess_type

from flask import (
    Blueprint,
    Response,
    jsonify,
    redirect,
    request,
    send_from_directory,
)
from sqlalchemy import text
from werkzeug.wrappers import Response as BaseResponse

from webapp.assets import BUILD_DIR, load_assets, negotiate, render
from webapp.pages.manifest import MANIFEST
from webapp.services import services

bp = Blueprint("pages", __name__)

# The client's own addresses (client/views/screens.tsx): any of them may be opened, reloaded or shared.
CLIENT_ROUTES = (
    "/",
    "/just-had",
    "/interviews",
    "/interviews/<entry_id>",
    "/interviews/<entry_id>/feedback",
    "/first-hour/<entry_id>",
    "/checklists/<entry_id>",
    "/compose",
    "/compose/<entry_id>",
    "/messages",
    "/playbooks",
    "/playbooks/<entry_id>",
    "/plan-b",
    "/plan-b/<entry_id>",
    "/decisions",
    "/decisions/<entry_id>",
    "/people",
    "/people/<entry_id>",
    "/wins",
    "/wins/<entry_id>",
    "/settings",
    "/settings/link",
    "/settings/recovery-codes",
    "/link",
    "/recover",
    "/sign-in",
    "/search",
    "/insights",
    "/trash",
)

# Passkeys belong to a host name, so the app works at http://localhost and not at its address.
LOOPBACK_ADDRESSES = ("127.0.0.1", "[::1]")

IMMUTABLE = "public, max-age=31536000, immutable"


def screen(entry_id: str | None = None) -> BaseResponse:
    settings = services().settings
    if settings.is_local and request.host.rsplit(":", 1)[0] in LOOPBACK_ADDRESSES:
        return redirect(settings.origin + request.full_path.rstrip("?"))
    return app_shell()


for route in CLIENT_ROUTES:
    bp.add_url_rule(route, view_func=screen)


@bp.post("/wins/new")
def shared_words() -> BaseResponse:
    """Only where the service worker is missing. The form is not read: the words stay in the app they came from."""
    return redirect("/wins/new?shared", code=303)


@bp.get("/app-shell")
def app_shell() -> BaseResponse:
    """What the service worker keeps. By the revision it refuses a shell of another release than its files."""
    assets = load_assets()
    response = Response(render("shell.html", assets=assets), mimetype="text/html")
    response.headers["Rebound-Revision"] = assets.revision
    response.cache_control.no_cache = True
    response.add_etag()
    return response.make_conditional(request)


@bp.get("/service-worker.js")
def service_worker() -> Response:
    return _built("service-worker.js")  # no-cache is its default


@bp.get("/static/build/<path:name>")
def built_file(name: str) -> Response:
    """A file whose name carries its hash."""
    response = _built(name)
    response.headers["Cache-Control"] = IMMUTABLE
    return response


def _built(name: str) -> Response:
    """In the best encoding of those the build made."""
    encoding, stored_name = negotiate(name, request.accept_encodings)
    response = send_from_directory(BUILD_DIR, stored_name)
    if encoding is not None:
        response.headers["Content-Encoding"] = encoding
        response.mimetype = guess_type(name)[0] or "application/octet-stream"
    response.vary.add("Accept-Encoding")
    return response


@bp.get("/manifest.webmanifest")
def manifest() -> Response:
    response = jsonify(MANIFEST)
    response.mimetype = "application/manifest+json"
    response.cache_control.no_cache = True
    return response


@bp.get("/healthz")
def healthz() -> Response:
    """Up means: this process answers and its database does too."""
    with services().engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    response = jsonify({"ok": True})
    response.cache_control.no_store = True
    return response
