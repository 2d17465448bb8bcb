"""What is not accepted is refused alone, in words, and never with a 5xx; failure case 30: one poisoned op."""

from __future__ import annotations

import pytest

from tests.api.sync.device import Device, new_id
from webapp.sync import quota


def test_one_poisoned_op_does_not_hold_back_the_others(phone: Device, laptop: Device):
    good = [new_id() for _ in range(3)]
    answer = phone.send(
        phone.op(good[0], text="first"),
        phone.op(new_id(), collection="secrets", text="x"),
        phone.op(good[1], text="second", colour="red", due_at="tomorrow"),
        phone.op(new_id(), text=["not", "a", "text"]),
        phone.op(good[2], text="third"),
    )
    refused = [(r["op"], r["field"], r["code"]) for r in answer["refused"]]
    assert refused == [
        (1, None, "unknown_collection"),
        (2, "colour", "unknown_field"),
        (2, "due_at", "invalid_value"),
        (3, "text", "invalid_value"),
    ]
    assert all(r["message"].endswith(".") and "current" not in r for r in answer["refused"])
    laptop.pull()
    assert {row_id: laptop.item(row_id) for row_id in good} == {
        good[0]: {"text": "first"}, good[1]: {"text": "second"}, good[2]: {"text": "third"}
    }  # fmt: skip
    assert len(laptop.fields) == 3


@pytest.mark.parametrize(
    ("collection", "field", "value", "code"),
    [
        ("items", "text", "x" * 501, "invalid_value"),
        ("items", "text", "two\nlines", "invalid_value"),
        ("items", "note", "nul\u0000", "invalid_value"),
        ("items", "note", "x" * 200_001, "too_large"),
        ("items", "due_at", "2026-02-30T00:00:00Z", "invalid_value"),
        ("items", "due_at", "0000-01-01T00:00:00Z", "invalid_value"),
        ("interviews", "confidence", 6, "invalid_value"),
        ("interviews", "confidence", 1e308, "invalid_value"),
        ("interviews", "outcome", "rejected", "invalid_value"),
        ("wins", "skills", ["x" * 70_000], "too_large"),
        ("wins", "skills", [[[[[[[[[1]]]]]]]]], "invalid_value"),
        ("items", "seq", 5, "unknown_field"),
        ("items", "account_id", "x", "unknown_field"),
        ("items", "id", "x", "unknown_field"),
        ("items", "stamps", {}, "unknown_field"),
        ("items", "purged_at", None, "unknown_field"),
        ("items", "changed_at", None, "unknown_field"),
        ("items", "__class__", None, "unknown_field"),
        ("items", "x" * 100_000, None, "unknown_field"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(phone, collection, field, value, code):
    # A NUL is malformed for the whole request, before any field is looked at.
    if value == "nul\u0000":
        response = phone.post(phone.op(new_id(), collection=collection, **{field: value}))
        assert (response.status_code, response.get_json()["error"]["path"]) == (422, "$.ops[0].set.note")
        return
    answer = phone.send(phone.op(new_id(), collection=collection, seen={}, **{field: value}))
    assert [(r["field"], r["code"]) for r in answer["refused"]] == [(field, code)]
    assert answer["changes"] == []


def test_a_refused_value_leaves_what_was_there(phone: Device):
    row_id = new_id()
    phone.write(row_id, text="call them", due_at="2026-11-23T09:30:00Z")
    phone.write(row_id, due_at="soon")
    phone.pull()
    assert phone.item(row_id) == {"text": "call them", "due_at": "2026-11-23T09:30:00Z"}


def test_a_malformed_op_refuses_the_whole_request_and_writes_nothing(phone: Device, laptop: Device):
    good = phone.op(new_id(), text="x")
    response = phone.post(good, {**good, "stamp": "yesterday"})
    assert response.status_code == 422
    assert response.get_json()["error"]["path"] == "$.ops[1].stamp"
    laptop.pull()
    assert laptop.fields == {}


def test_a_full_account_takes_no_new_rows_but_still_ticks_and_trashes(phone: Device, monkeypatch):
    row_id = new_id()
    phone.write(row_id, text="call them", note="note")
    monkeypatch.setattr(quota, "MAX_ROWS", 1)
    answer = phone.send(
        phone.op(new_id(), text="one too many"),
        phone.op(row_id, done_at="2026-11-23T09:30:00Z"),
        phone.trash(row_id),
    )
    assert [(r["op"], r["field"], r["code"]) for r in answer["refused"]] == [(0, None, "quota")]
    assert phone.item(row_id)["done_at"] == "2026-11-23T09:30:00Z"
    assert phone.item(row_id)["trashed_at"] is not None


def test_the_last_row_that_fits_is_taken(phone: Device, monkeypatch):
    monkeypatch.setattr(quota, "MAX_ROWS", 2)
    answer = phone.send(*(phone.op(new_id(), text=f"row {n}") for n in range(4)))
    assert [r["op"] for r in answer["refused"]] == [2, 3]
    assert len(answer["changes"]) == 2


def test_a_full_account_takes_no_more_text(phone: Device, monkeypatch):
    row_id = new_id()
    monkeypatch.setattr(quota, "MAX_VOLUME", 100)
    answer = phone.send(
        phone.op(row_id, note="x" * 80, seen={}),
        phone.op(row_id, text="y" * 30, seen={}),
        phone.op(row_id, done_at="2026-11-23T09:30:00Z", seen={}),
    )
    assert [(r["op"], r["code"]) for r in answer["refused"]] == [(1, "quota")]
    assert phone.item(row_id) == {"note": "x" * 80, "done_at": "2026-11-23T09:30:00Z"}


def test_earlier_versions_count_too(phone: Device, monkeypatch):
    row_id = new_id()
    phone.write(row_id, note="x" * 60)
    monkeypatch.setattr(quota, "MAX_VOLUME", 100)
    assert phone.write(row_id, note="y" * 60)["refused"][0]["code"] == "quota"


def test_a_repeat_is_not_refused_for_room(phone: Device, monkeypatch):
    op = phone.op(new_id(), text="x" * 50, note="y" * 50)
    phone.send(op)
    monkeypatch.setattr(quota, "MAX_VOLUME", 100)
    monkeypatch.setattr(quota, "MAX_ROWS", 1)
    assert phone.send(op)["refused"] == []
