"""What a request may be: sizes, compression, shapes. The path of the fault is part of the answer."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from webapp.errors import ApiError
from webapp.sync.protocol import MAX_BYTES, MAX_OPS, read_request

ID = "01932b1e-5c00-7abc-8def-0123456789ab"
STAMP = "01a207ab5a7b-0000-aaaaaaaaaaaaaaaa"
OP = {"collection": "items", "id": ID, "stamp": STAMP, "set": {"text": "x"}, "seen": {"text": None}}
REQUEST = {"schema": 1, "device": ID, "epoch": None, "cursor": 0, "ops": [OP]}


def body(**changes: Any) -> bytes:
    return json.dumps({**REQUEST, **changes}).encode()


PACKED = gzip.compress(body())


def refusal(raw: bytes, encoding: str = "") -> ApiError:
    with pytest.raises(ApiError) as caught:
        read_request(raw, content_encoding=encoding)
    return caught.value


def test_a_request_is_read():
    request = read_request(body(), content_encoding="")
    assert request.ops[0].seen == {"text": None}


def test_a_compressed_request_is_read():
    assert read_request(gzip.compress(body()), content_encoding="gzip").cursor == 0


def test_seen_may_be_left_out():
    op = {name: value for name, value in OP.items() if name != "seen"}
    assert read_request(body(ops=[op]), content_encoding="").ops[0].seen == {}


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"cursor": -1}, "$.cursor"),
        ({"cursor": 2**53}, "$.cursor"),
        ({"cursor": "0"}, "$.cursor"),
        ({"cursor": True}, "$.cursor"),
        ({"cursor": 10**30}, "$.cursor"),
        ({"schema": 0}, "$.schema"),
        ({"device": "phone"}, "$.device"),
        ({"epoch": 5}, "$.epoch"),
        ({"epoch": "e" * 101}, "$.epoch"),
        ({"ops": {}}, "$.ops"),
        ({"ops": [OP] * (MAX_OPS + 1)}, "$.ops"),
        ({"ops": [OP, {**OP, "id": ID.upper()}]}, "$.ops[1].id"),
        ({"ops": [OP, {**OP, "id": ID + "\n"}]}, "$.ops[1].id"),
        ({"ops": [OP, {**OP, "stamp": "now"}]}, "$.ops[1].stamp"),
        ({"ops": [{**OP, "set": []}]}, "$.ops[0].set"),
        ({"ops": [{**OP, "seen": {"text": "x"}}]}, "$.ops[0].seen[...]"),
        ({"ops": [{**OP, "seq": 5}]}, "$.ops[0].seq"),
        ({"ops": [None]}, "$.ops[0]"),
        ({"account_id": ID}, "$.account_id"),
    ],
)
def test_a_malformed_request_is_refused_with_the_path_of_the_fault(changes, path):
    error = refusal(body(**changes))
    assert (error.status, error.code, error.path) == (422, "malformed", path)


@pytest.mark.parametrize("missing", REQUEST)
def test_nothing_but_seen_may_be_missing(missing):
    error = refusal(json.dumps({name: value for name, value in REQUEST.items() if name != missing}).encode())
    assert error.status == 422
    assert f"`{missing}`" in error.message


@pytest.mark.parametrize(
    "raw", [b"", b"null", b"[]", b'"text"', b"{", b"\xff\xfe", b"<html>", b"NaN", b'{"schema":1']
)
def test_what_is_not_a_json_object_is_refused(raw):
    assert refusal(raw).status == 422


@pytest.mark.parametrize("depth", [17, 1000, 100_000])
def test_what_nests_too_deep_is_refused(depth):
    deep = b"[" * depth + b"]" * depth
    assert refusal(body(ops=[{**OP, "set": {"x": "?"}}]).replace(b'"?"', deep)).status == 422


def test_half_a_character_is_refused():
    assert refusal(body(epoch="?").replace(b"?", b"\\ud83d")).status == 422


def test_more_than_a_mebibyte_is_refused():
    assert refusal(b" " * MAX_BYTES + body()).status == 413


def test_a_small_body_that_unpacks_to_much_is_refused():
    bomb = gzip.compress(b" " * (50 * MAX_BYTES))
    assert len(bomb) < MAX_BYTES
    assert refusal(bomb, "gzip").status == 413


@pytest.mark.parametrize(
    "raw",
    [b"", b"not gzip", PACKED[:-9], PACKED + b"more", PACKED * 2],
    ids=["empty", "plain", "cut", "longer", "twice"],
)
def test_a_broken_gzip_stream_is_refused(raw):
    error = refusal(raw, "gzip")
    assert (error.status, error.path) == (422, "$")


def test_another_compression_is_refused():
    assert refusal(body(), "br").status == 415


def test_a_client_too_old_is_told_to_update(monkeypatch):
    monkeypatch.setattr("webapp.sync.protocol.OLDEST_SCHEMA", 2)
    error = refusal(body(schema=1))
    assert (error.status, error.path) == (426, "$.schema")
