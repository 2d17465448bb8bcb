"""What the edge refuses, and that it says where."""

import time
from typing import Any

import msgspec
import pytest

from webapp.decoding import decode
from webapp.errors import ApiError


class Leaf(msgspec.Struct, forbid_unknown_fields=True):
    count: int = 0
    text: str = ""


class Tree(msgspec.Struct, forbid_unknown_fields=True):
    leaves: list[Leaf] = []
    free: dict[str, Any] = {}


def refused(raw: bytes, **bounds: int) -> ApiError:
    with pytest.raises(ApiError) as caught:
        decode(raw, Tree, **bounds)
    return caught.value


def test_a_well_formed_request_becomes_its_struct() -> None:
    assert decode(b'{"leaves": [{"count": 2, "text": "two"}]}', Tree) == Tree(leaves=[Leaf(2, "two")])


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        (b'{"leaves": [{}, {"count": "2"}]}', "$.leaves[1].count"),
        (b'{"leaves": [{"colour": 1}]}', "$.leaves[0].colour"),
        (b'{"branch": 1}', "$.branch"),
        (b"[]", "$"),
        (b"", "$"),
        (b'{"leaves": [{"count": 1}', "$"),
        (b'{"free": {"a": NaN}}', "$"),
        (b'{"free": {"a": -Infinity}}', "$"),
        (b'{"free": {"a": 1e999}}', "$.free[...]"),
        (b'{"leaves": [{"text": "\\ud800"}]}', "$"),
        (b'{"leaves": [{"text": "\xed\xa0\x80"}]}', "$"),
        (b'{"leaves": [{"text": "\xff"}]}', "$"),
        (b'{"leaves": [{}, {"text": "a\\u0000b"}]}', "$.leaves[1].text"),
        (b'{"free": {"a\\u0000": 1}}', "$.free"),
        (b'{"free": {"a": ["x", {"b": "\\u0000"}]}}', "$.free.a[1].b"),
    ],
)
def test_a_fault_is_a_422_with_its_path(raw: bytes, path: str) -> None:
    fault = refused(raw)
    assert (fault.status, fault.path) == (422, path)


def test_an_escaped_backslash_before_u0000_is_not_a_nul() -> None:
    assert decode(rb'{"leaves": [{"text": "\\u0000"}]}', Tree).leaves[0].text == r"\u0000"


def test_brackets_inside_strings_are_not_depth() -> None:
    assert decode(b'{"free": {"a": "[[[[[[\\"[[[[[[[[[[[[["}}', Tree).free == {"a": '[[[[[["[[[[[[[[[[[[['}


def test_the_deepest_allowed_nesting_passes_and_one_more_does_not() -> None:
    def nested(depth: int) -> bytes:
        return b'{"free": {"a": ' + b"[" * (depth - 2) + b"]" * (depth - 2) + b"}}"

    assert decode(nested(16), Tree).free
    assert "16 levels" in refused(nested(17)).message


def test_too_many_bytes_are_a_413() -> None:
    assert refused(b'{"leaves": []}', max_bytes=5).status == 413


@pytest.mark.parametrize(
    "bomb",
    [
        b"[" * 1_000_000,
        b'{"free": {"a": ' + b"[" * 500_000 + b"]" * 500_000 + b"}}",
        b'{"free": {"a": [' + b'"",' * 300_000 + b'""]}, "x": 1}',
        b'{"free": {"a": "' + b"\\\\" * 500_000,
        b'{"free": {"a": [' + b'"\\u0000",' * 100_000 + b"0]}}",
    ],
    ids=["open", "deep", "wide", "backslashes", "nuls"],
)
def test_a_bomb_is_refused_at_once(bomb: bytes) -> None:
    begun = time.perf_counter()
    assert refused(bomb).status == 422
    # The bar is 200 ms; five times that, so a busy machine does not fail an honest run.
    assert time.perf_counter() - begun < 1
