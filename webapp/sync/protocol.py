"""The request and the answer of sync as structs, and the bounds of both. Untrusted bytes end here.

What is malformed (a shape, an id, a stamp) refuses the whole request with the path of the fault, and nothing
was written. What is merely not acceptable (a value, a field, a collection) is refused alone, in `refused`.
"""

from __future__ import annotations

import zlib
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from webapp.decoding import decode
from webapp.errors import ApiError
from webapp.sync.clock import PATTERN as STAMP_PATTERN

MAX_BYTES = 1024 * 1024
MAX_OPS = 500
# Whole numbers up to here survive JavaScript's doubles.
MAX_CURSOR = 2**53 - 1

# The oldest schema whose clients still understand what they are sent.
OLDEST_SCHEMA = 1

ID_PATTERN = r"\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z"

Id = Annotated[str, Meta(pattern=ID_PATTERN)]
Stamp = Annotated[str, Meta(pattern=STAMP_PATTERN)]

Code = Literal[
    "text_conflict", "invalid_value", "unknown_collection", "unknown_field", "gone", "too_large", "quota"
]


class Op(Struct, frozen=True, forbid_unknown_fields=True):
    """One write to one row: `set` only what changed, `seen` the stamps its writer had before their eyes."""

    collection: str
    id: Id
    stamp: Stamp
    set: dict[str, Any]
    seen: dict[str, Stamp | None] = {}


class Request(Struct, frozen=True, forbid_unknown_fields=True):
    schema: Annotated[int, Meta(ge=1, le=MAX_CURSOR)]
    device: Id
    epoch: Annotated[str, Meta(max_length=100)] | None
    cursor: Annotated[int, Meta(ge=0, le=MAX_CURSOR)]
    ops: Annotated[list[Op], Meta(max_length=MAX_OPS)]


class Current(Struct, frozen=True):
    """What a refused text has to be merged with."""

    value: Any
    stamp: str | None


class Refused(Struct, frozen=True):
    """`field` is null when the whole op was refused; `op` is its place in the request."""

    op: int
    field: str | None
    code: Code
    message: str
    current: Current | UnsetType = UNSET


class Restamped(Struct, frozen=True):
    op: int
    stamp: str


class Change(Struct, frozen=True):
    collection: str
    id: str
    seq: int
    fields: dict[str, Any]
    stamps: dict[str, str]


class Answer(Struct, frozen=True):
    epoch: str
    cursor: int
    seq: int
    more: bool
    server_time_ms: int
    oldest_cursor: int
    refused: list[Refused]
    restamped: list[Restamped]
    changes: list[Change]


def read_request(body: bytes, *, content_encoding: str) -> Request:
    """The request in a body. Raises ApiError: 413, 415, 422 with the path of the fault, 426."""
    request = decode(_unpack(body, content_encoding), Request, max_bytes=MAX_BYTES)
    if request.schema < OLDEST_SCHEMA:
        words = "This Rebound is too old for the server. Reload it; what you wrote is safe on this device."
        raise ApiError(426, "client_too_old", words, path="$.schema")
    return request


def _unpack(body: bytes, content_encoding: str) -> bytes:
    if content_encoding in ("", "identity"):
        return body
    if content_encoding != "gzip":
        raise ApiError(415, "unsupported_encoding", "The server takes plain or gzip-compressed JSON here.")
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        # One byte more than allowed is enough to know, however much a malicious body would unpack to.
        unpacked = unpacker.decompress(body, MAX_BYTES + 1)
    except zlib.error:
        raise ApiError(422, "malformed", "The body is not the gzip stream it says it is.", path="$") from None
    if len(unpacked) > MAX_BYTES:
        raise ApiError(413, "too_large", f"The request unpacks to more than {MAX_BYTES} bytes.")
    if not unpacker.eof or unpacker.unused_data:
        raise ApiError(422, "malformed", "The gzip stream is cut short or goes on after its end.", path="$")
    return unpacked
