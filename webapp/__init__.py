"""The server: one Flask application that keeps accounts and syncs journals.

`create_app` configures, registers and returns; it opens no connection and reads nothing but its settings.
"""

import os
import traceback
from pathlib import Path
from types import TracebackType

from flask import Flask
from flask_compress import Compress
from werkzeug.middleware.proxy_fix import ProxyFix

from webapp import errors, limits, security, security_events
from webapp.config import Settings
from webapp.cookies import Sha256Sessions
from webapp.services import Services

PROJECT_ROOT = Path(__file__).resolve().parent.parent


class Rebound(Flask):
    """Flask, but its log of a crash names the place and never the values.

    The text of an exception often quotes what it choked on: a note, a name, a token.
    """

    def log_exception(
        self,
        exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None],
    ) -> None:
        error = exc_info[1]
        if error is not None:
            self.logger.error("unexpected %s\n%s", type(error).__name__, _frames(error))


def create_app(settings: Settings | None = None) -> Flask:
    settings = settings or Settings.from_environment(os.environ)
    app = Rebound(
        __name__,
        static_folder=str(PROJECT_ROOT / "static"),
        template_folder=str(PROJECT_ROOT / "templates"),
    )
    app.config.update(_flask_config(settings))
    app.session_interface = Sha256Sessions()
    app.json.sort_keys = False  # type: ignore[attr-defined]  # Flask's own provider has it, its base does not
    services = app.extensions["rebound"] = Services.start(settings)
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=0)  # type: ignore[method-assign]  # Flask's own way to wrap it
    # After-request hooks run in reverse order: compression, registered first, comes last.
    Compress(app)
    security.register(app)
    security_events.register(app)
    limits.register(app, settings, services.engine)
    errors.register(app)
    _register_blueprints(app)
    return app


def _flask_config(settings: Settings) -> dict[str, object]:
    # `__Host-` cookies must be Secure, and Safari drops Secure cookies on http://localhost.
    is_https = settings.origin.startswith("https://")
    return {
        "SECRET_KEY": settings.secret_key,
        "SECRET_KEY_FALLBACKS": list(settings.secret_key_fallbacks),
        "SESSION_COOKIE_NAME": "__Host-rebound" if is_https else "rebound",
        "SESSION_COOKIE_SECURE": is_https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_PATH": "/",
        "MAX_CONTENT_LENGTH": security.MAX_REQUEST_BYTES,
        "COMPRESS_ALGORITHM": ["zstd", "br", "gzip"],
        # Measured on the pages of a first sync (bench/server.py): 10 % and 6 % smaller for 4 and 10 ms a mebibyte.
        "COMPRESS_ZSTD_LEVEL": 6,
        "COMPRESS_LEVEL": 8,
        # An event stream must leave at once, and built files come compressed already.
        "COMPRESS_STREAMS": False,
    }


def _register_blueprints(app: Flask) -> None:
    # Imported here: the views import `webapp.services` and friends, which must be complete by then.
    from webapp.accounts import sessions
    from webapp.accounts import views as accounts
    from webapp.openapi import views as openapi
    from webapp.pages import views as pages
    from webapp.portability import views as portability
    from webapp.sync import views as sync

    sessions.configure(app.config)
    # What init_app does, less its remember cookie: that would look into the session of every answer,
    # and the shell, the same for everybody, would vary by cookie.
    app.login_manager = sessions.login_manager  # type: ignore[attr-defined]
    for blueprint in (accounts.bp, sync.bp, portability.bp, openapi.bp, pages.bp):
        app.register_blueprint(blueprint)


def _frames(error: BaseException) -> str:
    """Where it happened, innermost cause first: files, lines and functions, no values."""
    cause = error.__cause__ or error.__context__
    frames = "".join(traceback.format_tb(error.__traceback__))
    return f"{_frames(cause)}led to {type(error).__name__}\n{frames}" if cause else frames
