"""The kinds of fields a collection is made of: what the wire may say, within which bounds, and how it is stored.

Each function declares one column; its FieldSpec rides in the column's `info`. Every field may be null, because a
row may arrive field by field. `kind` decides how two writes meet: a *scalar* by the later stamp, a *text* by
compare-and-set (docs/sync.md).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal

import msgspec
from sqlalchemy import JSON, Boolean, Date, Integer, String, Text
from sqlalchemy.orm import MappedColumn, mapped_column
from sqlalchemy.types import TypeEngine

from webapp.database import UtcMoment

Kind = Literal["scalar", "text"]
Type = Literal["short", "text", "moment", "day", "integer", "flag", "choice", "ref", "structured"]

TEXT_MAX_CHARACTERS = 200_000
STRUCTURED_MAX_BYTES = 64 * 1024
STRUCTURED_MAX_DEPTH = 8

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_REF = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class InvalidValue(ValueError):
    """A value the field cannot hold. The message says what was expected and may be shown to a person."""


@dataclass(frozen=True)
class FieldSpec:
    """One field as the wire sees it. `parse` is the only way from the wire to a column, `render` the only way back."""

    kind: Kind
    type: Type
    max: int | None = None
    min: int | None = None
    choices: tuple[str, ...] = ()

    def parse(self, value: object) -> Any:
        """The column's value for a decoded JSON value. Raises InvalidValue."""
        return None if value is None else _PARSERS[self.type](self, value)

    def render(self, value: Any) -> Any:
        """The JSON value for a column's value."""
        if value is None or self.type not in ("moment", "day"):
            return value
        return render_moment(value) if self.type == "moment" else value.isoformat()


def short_text(max_characters: int) -> MappedColumn[Any]:
    """One line of text, at most `max_characters` code points."""
    return _field(FieldSpec("scalar", "short", max=max_characters), String(max_characters))


def long_text(max_characters: int = TEXT_MAX_CHARACTERS) -> MappedColumn[Any]:
    """Long text, merged word by word when two devices edited it."""
    return _field(FieldSpec("text", "text", max=max_characters), Text())


def moment() -> MappedColumn[Any]:
    """A point in time, UTC, to the millisecond."""
    return _field(FieldSpec("scalar", "moment"), UtcMoment())


def day() -> MappedColumn[Any]:
    """A calendar day of the person's own, without a zone."""
    return _field(FieldSpec("scalar", "day"), Date())


def integer(lowest: int, highest: int) -> MappedColumn[Any]:
    """A whole number from `lowest` to `highest`, both included."""
    return _field(FieldSpec("scalar", "integer", min=lowest, max=highest), Integer())


def flag() -> MappedColumn[Any]:
    """Yes, no, or not said."""
    return _field(FieldSpec("scalar", "flag"), Boolean())


def choice(*choices: str) -> MappedColumn[Any]:
    """One of a few words."""
    return _field(FieldSpec("scalar", "choice", choices=choices), String(40))


def ref() -> MappedColumn[Any]:
    """The id of a row in another collection, which may arrive later or be gone; so no foreign key."""
    return _field(FieldSpec("scalar", "ref"), String(36))


def structured() -> MappedColumn[Any]:
    """A small list or object that only makes sense as a whole; the later one wins as a whole."""
    return _field(FieldSpec("scalar", "structured", max=STRUCTURED_MAX_BYTES), JSON(none_as_null=True))


def render_moment(value: datetime) -> str:
    """RFC 3339 in UTC: whole seconds without a fraction, else exactly three digits. One text for each moment."""
    in_utc = value.astimezone(UTC)
    precision = "milliseconds" if in_utc.microsecond else "seconds"
    return in_utc.replace(tzinfo=None).isoformat(timespec=precision) + "Z"


def _field(spec: FieldSpec, column_type: TypeEngine[Any]) -> MappedColumn[Any]:
    return mapped_column(column_type, nullable=True, info={"field": spec})


def _parse_short(spec: FieldSpec, value: object) -> str:
    line = _bounded_string(spec, value)
    if _CONTROL.search(line):
        raise InvalidValue("expected one line without control characters")
    return line


def _parse_text(spec: FieldSpec, value: object) -> str:
    words = _bounded_string(spec, value)
    if "\x00" in words:
        raise InvalidValue("expected text without NUL characters")
    return words


def _bounded_string(spec: FieldSpec, value: object) -> str:
    if not isinstance(value, str):
        raise InvalidValue(f"expected text, got {_type_name(value)}")
    if spec.max is not None and len(value) > spec.max:
        raise InvalidValue(f"expected at most {spec.max} characters, got {len(value)}")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise InvalidValue("expected whole Unicode characters, got half of a surrogate pair") from None
    return value


def _parse_moment(_: FieldSpec, value: object) -> datetime:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise InvalidValue("expected a moment like 2026-11-23T09:30:00Z")
    try:
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise InvalidValue(f"expected a moment of the calendar: {error}") from None


def _parse_day(_: FieldSpec, value: object) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise InvalidValue("expected a day like 2026-11-23")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise InvalidValue(f"expected a day of the calendar: {error}") from None


def _parse_integer(spec: FieldSpec, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidValue(f"expected a whole number, got {_type_name(value)}")
    if spec.min is not None and spec.max is not None and not spec.min <= value <= spec.max:
        raise InvalidValue(f"expected {spec.min} to {spec.max}, got {value}")
    return value


def _parse_flag(_: FieldSpec, value: object) -> bool:
    if not isinstance(value, bool):
        raise InvalidValue(f"expected true or false, got {_type_name(value)}")
    return value


def _parse_choice(spec: FieldSpec, value: object) -> str:
    if not isinstance(value, str) or value not in spec.choices:
        raise InvalidValue(f"expected one of {', '.join(spec.choices)}")
    return value


def _parse_ref(_: FieldSpec, value: object) -> str:
    if not isinstance(value, str) or not _REF.fullmatch(value):
        raise InvalidValue("expected a lower-case UUID")
    return value


def _parse_structured(spec: FieldSpec, value: object) -> object:
    if not isinstance(value, list | dict):
        raise InvalidValue(f"expected a list or an object, got {_type_name(value)}")
    _check_structure(value, depth=1)
    size = len(msgspec.json.encode(value))
    if spec.max is not None and size > spec.max:
        raise InvalidValue(f"expected at most {spec.max} bytes, got {size}")
    return value


def _check_structure(value: object, *, depth: int) -> None:
    if depth > STRUCTURED_MAX_DEPTH:
        raise InvalidValue(f"expected at most {STRUCTURED_MAX_DEPTH} levels")
    if isinstance(value, str):
        _parse_text(_ANY_TEXT, value)
    elif isinstance(value, list):
        for part in value:
            _check_structure(part, depth=depth + 1)
    elif isinstance(value, dict):
        for key, part in value.items():
            _parse_text(_ANY_TEXT, key)
            _check_structure(part, depth=depth + 1)


def _type_name(value: object) -> str:
    names: dict[type, str] = {
        str: "text",
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
    }
    return names.get(type(value), "an object")


_ANY_TEXT = FieldSpec("text", "text", max=STRUCTURED_MAX_BYTES)

_PARSERS: dict[Type, Callable[[FieldSpec, object], Any]] = {
    "short": _parse_short,
    "text": _parse_text,
    "moment": _parse_moment,
    "day": _parse_day,
    "integer": _parse_integer,
    "flag": _parse_flag,
    "choice": _parse_choice,
    "ref": _parse_ref,
    "structured": _parse_structured,
}
