"""Untrusted JSON becomes typed structs here, or a 4xx that names the path of the fault; nothing in between.

Owns the strictness that msgspec leaves to us: NUL (PostgreSQL cannot store it), depth, size. Never looks at
meaning.
"""

import re
from typing import Any, TypeVar

import msgspec

from webapp.errors import ApiError

T = TypeVar("T")

MAX_BYTES = 1_048_576
# A sync op holds structured values of depth 8 at depth 4; the rest is air. Well under any recursion limit, so
# code behind this edge may recurse over what it was given.
MAX_DEPTH = 16

_STRINGS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_BRACES_AS_BRACKETS = bytes.maketrans(b"{}", b"[]")
_NO_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")
_PATH_IN_MESSAGE = re.compile(r" - at `(?P<path>[^`]*)`$")
_UNKNOWN_FIELD = re.compile(r"unknown field `(?P<name>[A-Za-z0-9_]{1,64})`")


def decode(raw: bytes, type_: type[T], *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH) -> T:
    """The JSON text `raw` as a `type_`.

    Raises ApiError 413 `too_large`, or 422 `malformed` with the path of the fault. msgspec itself refuses
    NaN, Infinity, numbers out of range, lone surrogates, broken UTF-8 and bare control characters.
    """
    if len(raw) > max_bytes:
        raise ApiError(413, "too_large", f"The request is {len(raw)} bytes; at most {max_bytes} are read.")
    try:
        decoded = msgspec.json.decode(raw, type=type_)
    except RecursionError:
        raise _too_deep(max_depth) from None
    except msgspec.ValidationError as fault:
        raise _malformed(*_words_and_path(str(fault))) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise _malformed(f"Not JSON: {fault}", "$") from None
    if not _is_at_most(max_depth, raw):
        raise _too_deep(max_depth)
    # Only an escape brings a NUL this far. The search is a fast filter, the walk decides: an escaped
    # backslash before "u0000" is innocent.
    if b"\\u0000" in raw and (path := _path_of_nul(msgspec.json.decode(raw))):
        raise _malformed("The character NUL is not accepted in text.", path)
    return decoded


def _is_at_most(max_depth: int, raw: bytes) -> bool:
    """Whether the well-formed JSON nests no deeper, in time linear in its length for a fixed depth.

    Peels one innermost layer of bracket pairs a round: what is left after max_depth rounds was deeper.
    """
    brackets = _STRINGS.sub(b"", raw).translate(_BRACES_AS_BRACKETS, _NO_BRACKETS)
    for _ in range(max_depth):
        if not brackets:
            return True
        brackets = brackets.replace(b"[]", b"")
    return not brackets


def _path_of_nul(document: Any) -> str | None:
    waiting = [("$", document)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str) and "\0" in value:
            return path
        if isinstance(value, list):
            waiting.extend((f"{path}[{index}]", item) for index, item in enumerate(value))
        elif isinstance(value, dict):
            if any("\0" in key for key in value):
                return path
            waiting.extend((f"{path}.{key}", item) for key, item in value.items())
    return None


def _words_and_path(message: str) -> tuple[str, str]:
    """msgspec says "Expected `int`, got `str` - at `$.ops[0].seen`"; no tail means the root."""
    match = _PATH_IN_MESSAGE.search(message)
    words, path = (message[: match.start()], match["path"]) if match else (message, "$")
    unknown = _UNKNOWN_FIELD.search(words)
    return words, f"{path}.{unknown['name']}" if unknown else path


def _malformed(words: str, path: str) -> ApiError:
    return ApiError(422, "malformed", words, path=path)


def _too_deep(max_depth: int) -> ApiError:
    return _malformed(f"The request nests deeper than {max_depth} levels.", "$")
