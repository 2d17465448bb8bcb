"""What the wire may say for each kind of field, and that the client's schema is the journal's."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from webapp.journal.collections import COLLECTIONS
from webapp.journal.fields import STRUCTURED_MAX_BYTES, FieldSpec, InvalidValue
from webapp.journal.generate import TARGET, schema_source

ITEM = COLLECTIONS["items"].fields
INTERVIEW = COLLECTIONS["interviews"].fields
WIN = COLLECTIONS["wins"].fields


def test_the_clients_schema_is_the_journals():
    assert TARGET.read_text() == schema_source(), "run python -m webapp.journal.generate"


def test_every_collection_has_the_trash_as_its_last_field():
    assert {tuple(c.fields)[-1] for c in COLLECTIONS.values()} == {"trashed_at"}


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=lambda c: c.name)
def test_what_the_server_decides_is_not_a_field(collection):
    assert not {"account_id", "id", "seq", "stamps", "purged_at"} & set(collection.fields)


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=lambda c: c.name)
def test_every_field_may_be_null(collection):
    assert all(spec.parse(None) is None and spec.render(None) is None for spec in collection.fields.values())


@pytest.mark.parametrize("wire", ["2026-11-23T09:30:00Z", "2026-11-23T09:30:00.120Z", "0001-01-01T00:00:00Z"])
def test_a_moment_comes_back_as_it_was_written(wire):
    assert ITEM["done_at"].render(ITEM["done_at"].parse(wire)) == wire


def test_a_moment_without_a_fraction_has_one_text():
    parsed = ITEM["done_at"].parse("2026-11-23T09:30:00.000Z")
    assert parsed == datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    assert ITEM["done_at"].render(parsed) == "2026-11-23T09:30:00Z"


def test_a_day_comes_back_as_it_was_written():
    assert WIN["happened_on"].parse("2024-02-29") == date(2024, 2, 29)
    assert WIN["happened_on"].render(date(2024, 2, 29)) == "2024-02-29"


def test_long_text_keeps_line_breaks_emoji_and_tabs():
    words = "one\r\ntwo\t👩🏽‍💻\n"
    assert ITEM["note"].parse(words) == words


@pytest.mark.parametrize(
    ("spec", "wire", "expected"),
    [
        (ITEM["done_at"], "2026-11-31T09:30:00Z", "calendar"),
        (ITEM["done_at"], "2026-11-23 09:30", "moment"),
        (ITEM["done_at"], "2026-11-23T09:30:00+01:00", "moment"),
        (ITEM["done_at"], "２０２６-11-23T09:30:00Z", "moment"),
        (ITEM["done_at"], 5, "moment"),
        (WIN["happened_on"], "2025-02-29", "calendar"),
        (ITEM["text"], "a\nb", "one line"),
        (ITEM["text"], "x" * 501, "at most 500"),
        (ITEM["text"], "\ud800", "Unicode"),
        (ITEM["note"], "a\x00b", "NUL"),
        (ITEM["note"], ["a"], "text"),
        (ITEM["checklist"], "NOT-A-UUID", "UUID"),
        (INTERVIEW["internal"], 1, "true or false"),
        (INTERVIEW["confidence"], 6, "1 to 5"),
        (INTERVIEW["confidence"], True, "whole number"),
        (INTERVIEW["confidence"], 3.0, "whole number"),
        (INTERVIEW["outcome"], "rejected", "one of"),
        (INTERVIEW["outcome"], ["no"], "one of"),
        (WIN["skills"], "planning", "list or an object"),
        (WIN["skills"], ["x" * STRUCTURED_MAX_BYTES], "bytes"),
        (WIN["skills"], [[[[[[[[["deep"]]]]]]]]], "levels"),
        (WIN["skills"], [{"a\x00": 1}], "NUL"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_in_words(spec: FieldSpec, wire: object, expected: str):
    with pytest.raises(InvalidValue, match=expected):
        spec.parse(wire)
