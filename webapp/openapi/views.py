"""The API's description, for whoever wants to read or check it."""

from functools import cache

import msgspec
from flask import Blueprint, Response

from webapp.openapi.document import document_for
from webapp.openapi.operations import OPERATIONS

bp = Blueprint("openapi", __name__)

VERSION = "1"


@bp.get("/api/openapi.json")
def openapi() -> Response:
    return Response(_document(), mimetype="application/json")


@cache
def _document() -> bytes:
    return msgspec.json.format(msgspec.json.encode(document_for(OPERATIONS, version=VERSION)), indent=1)
