"""The OpenAPI document for a table of operations. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import msgspec
from msgspec import Struct

from webapp.openapi.operations import Access, Operation

# OpenAPI 3.1 takes JSON Schema 2020-12, which is what msgspec writes.
VERSION = "3.1.0"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PARAMETER = re.compile(r"<(?:(?P<converter>\w+):)?(?P<name>\w+)>")
# Python's anchors mean the whole text; ECMA 262, which JSON Schema speaks, has only the line's.
_ANCHORS = {r"\A": "^", r"\Z": "$"}


class Fault(Struct):
    code: str
    message: str
    path: str | None


class ErrorAnswer(Struct):
    """Every error under /api. `path` points at the fault in the request, e.g. `$.ops[0].stamp`."""

    error: Fault


def document_for(operations: Sequence[Operation], *, version: str) -> dict[str, Any]:
    """The document as a tree of JSON values."""
    structs = _structs_of(operations)
    schemas, components = msgspec.json.schema_components(structs, ref_template="#/components/schemas/{name}")
    schema_of = dict(zip(structs, schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        path = _PARAMETER.sub(r"{\g<name>}", operation.rule)
        paths.setdefault(path, {})[operation.method.lower()] = _operation(operation, schema_of)
    document: dict[str, Any] = {
        "openapi": VERSION,
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": "Rebound",
            "version": version,
            "description": "What Rebound's own client asks of the server; it may change with any release.",
            "license": {"name": "AGPL-3.0-only", "identifier": "AGPL-3.0-only"},
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"session": {"type": "apiKey", "in": "cookie", "name": "__Host-rebound"}},
        },
    }
    described: dict[str, Any] = _with_ecma_patterns(document)
    return described


def _structs_of(operations: Sequence[Operation]) -> list[type]:
    used = [
        ErrorAnswer,
        *(op.body for op in operations),
        *(a for op in operations for a in op.answers.values()),
    ]
    return list(dict.fromkeys(struct for struct in used if isinstance(struct, type)))


def _operation(operation: Operation, schema_of: dict[type, dict[str, Any]]) -> dict[str, Any]:
    answers = {status: _answer(status, what, schema_of) for status, what in operation.answers.items()}
    errors = {status: _answer(status, ErrorAnswer, schema_of) for status in operation.errors}
    described: dict[str, Any] = {
        "summary": operation.summary,
        "operationId": operation.id,
        "responses": {str(status): answer for status, answer in sorted({**errors, **answers}.items())},
        "security": [] if operation.access is Access.ANYBODY else [{"session": []}],
    }
    parameters = [*_path_parameters(operation.rule), *(dict(parameter) for parameter in operation.query)]
    if parameters:
        described["parameters"] = parameters
    if operation.body is not None:
        described["requestBody"] = {
            "required": not operation.body_is_optional,
            "content": {"application/json": {"schema": schema_of[operation.body]}},
        }
    return described


def _answer(status: int, what: type | str | None, schema_of: dict[type, dict[str, Any]]) -> dict[str, Any]:
    answer: dict[str, Any] = {"description": HTTPStatus(status).phrase}
    if isinstance(what, str):
        # A stream is text; JSON without a struct is described where it is made.
        answer["content"] = {what: {"schema": {} if what == "application/json" else {"type": "string"}}}
    elif what is not None:
        answer["content"] = {"application/json": {"schema": schema_of[what]}}
    return answer


def _path_parameters(rule: str) -> list[dict[str, Any]]:
    return [
        {
            "name": match["name"],
            "in": "path",
            "required": True,
            "schema": {"type": "string"} | ({"format": "uuid"} if match["converter"] == "uuid" else {}),
        }
        for match in _PARAMETER.finditer(rule)
    ]


def _with_ecma_patterns(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_ecma_patterns(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _ecma(part) if key == "pattern" and isinstance(part, str) else _with_ecma_patterns(part)
        for key, part in value.items()
    }


def _ecma(pattern: str) -> str:
    for anchor, plain in _ANCHORS.items():
        pattern = pattern.replace(anchor, plain)
    return pattern
