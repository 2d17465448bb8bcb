"""What holds for every request and every answer: the same-origin rule, JSON only, a size, the headers.

Deliberately without a library: the policy is a page of text that has to be read as a whole.
"""

from flask import Flask, Response, request

from webapp.errors import ApiError, is_api
from webapp.services import services

# `POST /api/sync` is the largest legitimate request (docs/sync.md).
MAX_REQUEST_BYTES = 1024 * 1024

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types rebound",
    )
)

PERMISSIONS_POLICY = ", ".join(
    (
        "publickey-credentials-create=(self)",
        "publickey-credentials-get=(self)",
        "camera=()",
        "display-capture=()",
        "geolocation=()",
        "microphone=()",
        "payment=()",
        "usb=()",
    )
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# No includeSubDomains: the neighbours of this host are not ours to decide for.
STRICT_TRANSPORT_SECURITY = "max-age=31536000"


def register(app: Flask) -> None:
    app.before_request(_refuse_other_origins)
    app.before_request(_refuse_other_formats)
    app.after_request(_add_headers)


def _refuse_other_origins() -> None:
    """Go's http.CrossOriginProtection (net/http/csrf.go), with the configured origin in the place of Host.

    Every browser since 2023 sends Sec-Fetch-Site to a trustworthy address; older ones send Origin with every
    unsafe request. Neither header means no browser, and then there is no cookie jar to abuse.
    """
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        is_ours = site in ("same-origin", "none")
    else:
        origin = request.headers.get("Origin")
        is_ours = origin is None or origin == services().settings.origin
    if not is_ours:
        raise ApiError(403, "cross_origin", "This request came from another site, so nothing was done.")


def _refuse_other_formats() -> None:
    """A form or a text can be sent across origins without a preflight; JSON cannot."""
    if request.method in SAFE_METHODS or not is_api():
        return
    has_body = bool(request.content_length) or "Transfer-Encoding" in request.headers
    if has_body and request.mimetype != "application/json":
        raise ApiError(415, "unsupported_media_type", "The server takes JSON here.")
    if request.content_length is not None and request.content_length > MAX_REQUEST_BYTES:
        raise ApiError(413, "too_large", "This is more than the server takes at once.")


def _add_headers(response: Response) -> Response:
    headers = response.headers
    # Nothing else sets any of them, so they need not be looked for: this runs for every answer.
    headers.extend(HEADERS)
    if services().settings.origin.startswith("https://"):
        headers.add("Strict-Transport-Security", STRICT_TRANSPORT_SECURITY)
    if is_api():
        headers["Cache-Control"] = "no-store"
    return response
