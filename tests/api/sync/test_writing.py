"""Writes and what comes back of them; failure cases 1 to 5: lost, repeated, doubled, reordered, cut."""

from __future__ import annotations

import gzip
import json

import pytest
from sqlalchemy import Engine, func, select

from tests.api.sync.device import DEVICE_ID, Device, Json, new_id
from webapp.journal.collections import COLLECTIONS
from webapp.journal.revisions import Revision

EVERY_KIND: dict[str, Json] = {
    "interviews": {"company": "Ümläut & Söhne 👩🏽‍💻", "internal": True, "confidence": 5, "outcome": "no"},
    "items": {"due_at": "2026-11-23T09:30:00.123Z", "checklist": DEVICE_ID, "note": "one\r\ntwo\t\n" * 50},
    "wins": {"happened_on": "2024-02-29", "skills": [{"a": [1, 2.5, None, True]}, []], "quote": ""},
    "decisions": {"options": {"stay": {"pay": 3}}, "scored_at": "0001-01-01T00:00:00Z", "chosen": None},
    "rounds": {"held_at": "9999-12-31T23:59:59.999Z"},
}


def test_what_is_sent_comes_down_on_another_device_as_it_was(phone: Device, laptop: Device):
    ids = {name: new_id() for name in EVERY_KIND}
    ops = [phone.op(ids[name], collection=name, **fields) for name, fields in EVERY_KIND.items()]
    answer = phone.send(*ops)
    assert answer["refused"] == []
    laptop.pull()
    assert {name: laptop.fields[name, ids[name]] for name in EVERY_KIND} == EVERY_KIND


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_collection_can_be_written_and_read(phone: Device, laptop: Device, name: str):
    row_id = new_id()
    nothing = dict.fromkeys(COLLECTIONS[name].fields)
    assert phone.write(row_id, collection=name, **nothing)["refused"] == []
    laptop.pull()
    assert laptop.fields[name, row_id] == nothing


def test_a_field_never_written_is_absent_and_one_written_null_is_null(phone: Device, laptop: Device):
    row_id = new_id()
    phone.write(row_id, text="call them", done_at=None)
    laptop.pull()
    assert laptop.item(row_id) == {"text": "call them", "done_at": None}


def test_a_request_that_never_arrived_is_simply_sent_again(phone: Device):
    row_id = new_id()
    op = phone.op(row_id, text="call them")
    assert phone.send(op)["changes"][0]["fields"] == {"text": "call them"}


def test_retrying_a_batch_changes_nothing(phone: Device, laptop: Device, engine: Engine):
    """Case 2 and 3: committed and the answer lost, or doubled on the way."""
    row_id = new_id()
    phone.write(row_id, text="call them", note="ask for Ann")
    batch = [
        phone.op(row_id, text="call her", note="ask for Ann Lee"),
        phone.op(new_id(), text="new"),
        phone.trash(row_id),
        phone.op(row_id, trashed_at=None),
    ]
    phone.post(*batch)
    before = _state(laptop, engine)
    for _ in range(3):
        answer = phone.post(*batch).get_json()
        assert answer["refused"] == []
        assert _state(laptop, engine) == before


def test_any_part_of_a_batch_may_be_repeated(phone: Device, laptop: Device, engine: Engine):
    row_id = new_id()
    batch = [phone.op(row_id, text=f"version {n}", stamp=phone.stamp(), seen={}) for n in range(5)]
    phone.post(*batch)
    before = _state(laptop, engine)
    for prefix in range(1, 6):
        phone.post(*batch[:prefix])
        phone.post(batch[prefix - 1])
    assert _state(laptop, engine) == before


def test_a_doubled_op_in_one_batch_counts_once(phone: Device, engine: Engine, laptop: Device):
    row_id = new_id()
    phone.write(row_id, note="one")
    edit, bin_it = phone.op(row_id, note="two"), phone.trash(row_id)
    bin_it["seen"]["note"] = edit["stamp"]
    phone.send(edit, bin_it, edit)
    assert phone.item(row_id) == {"note": "two", "trashed_at": "2026-11-23T09:30:00Z"}


def test_a_late_repeat_does_not_bring_a_write_back(phone: Device, laptop: Device, engine: Engine):
    """Case 4: the network delivers an old request after a newer one."""
    row_id = new_id()
    old = phone.op(row_id, text="old", note="old", done_at="2026-11-23T09:30:00Z")
    phone.send(old)
    phone.write(row_id, text="new", note="new", done_at=None)
    before = _state(laptop, engine)
    answer = phone.post(old).get_json()
    assert answer["refused"] == []
    assert _state(laptop, engine) == before
    assert laptop.item(row_id) == {"text": "new", "note": "new", "done_at": None}


def test_writes_that_arrive_in_the_wrong_order_end_the_same(phone: Device, laptop: Device):
    row_id = new_id()
    first = phone.op(row_id, text="first", seen={})
    second = phone.op(row_id, text="second", seen={"text": first["stamp"]})
    phone.send(second)
    phone.send(first)
    laptop.pull()
    assert laptop.item(row_id) == {"text": "second"}
    assert laptop.kept(row_id, "text") == ["first"]


def test_a_body_that_was_cut_writes_nothing(phone: Device, laptop: Device):
    """Case 5."""
    whole = json.dumps(phone.request(phone.op(new_id(), text="x"))).encode()
    for raw, headers in ((whole[:-3], {}), (gzip.compress(whole)[:-3], {"Content-Encoding": "gzip"})):
        answer = phone.client.post("/api/sync", data=raw, content_type="application/json", headers=headers)
        assert answer.status_code == 422
    laptop.pull()
    assert laptop.fields == {}


def test_a_compressed_batch_is_written(phone: Device):
    packed = gzip.compress(json.dumps(phone.request(phone.op(new_id(), text="x"))).encode())
    headers = {"Content-Encoding": "gzip"}
    answer = phone.client.post("/api/sync", data=packed, content_type="application/json", headers=headers)
    assert answer.get_json()["changes"][0]["fields"] == {"text": "x"}


def test_an_op_that_sets_nothing_makes_no_row(phone: Device):
    assert phone.send(phone.op(new_id()))["changes"] == []


def test_a_repeat_moves_no_number(phone: Device):
    row_id = new_id()
    op = phone.op(row_id, text="x")
    first = phone.send(op)
    again = phone.send(op)
    assert (again["seq"], again["cursor"], again["changes"]) == (first["seq"], first["cursor"], [])


def test_of_a_row_the_sender_knew_only_what_it_touched_comes_back(phone: Device):
    row_id = new_id()
    phone.write(row_id, text="call them", note="a long note")
    [change] = phone.write(row_id, done_at="2026-11-23T09:30:00Z")["changes"]
    assert change["fields"] == {"done_at": "2026-11-23T09:30:00Z"}
    assert set(change["stamps"]) == {"done_at"}


def test_of_a_row_that_moved_meanwhile_all_comes_back(phone: Device, laptop: Device):
    row_id = new_id()
    phone.write(row_id, text="call them")
    laptop.pull()
    laptop.write(row_id, why="they asked")
    [change] = phone.write(row_id, done_at="2026-11-23T09:30:00Z")["changes"]
    assert change["fields"] == {"text": "call them", "why": "they asked", "done_at": "2026-11-23T09:30:00Z"}


def test_other_rows_that_moved_come_along_whole(phone: Device, laptop: Device):
    mine, theirs = new_id(), new_id()
    phone.write(mine, text="mine")
    laptop.pull()
    laptop.write(theirs, text="theirs", note="whole")
    answer = phone.write(mine, why="touched")
    assert [(change["id"], change["fields"]) for change in answer["changes"]] == [
        (theirs, {"text": "theirs", "note": "whole"}),
        (mine, {"why": "touched"}),
    ]


def test_one_field_changed_costs_less_than_800_bytes(phone: Device):
    row_id = new_id()
    phone.write(row_id, text="call them", note="a long note " * 100, done_at=None)
    op = phone.op(row_id, done_at="2026-11-23T09:30:00.123Z")
    answer = phone.post(op)
    assert len(json.dumps(phone.request(op), separators=(",", ":"))) + len(answer.data) <= 800


def test_the_id_of_another_collection_is_another_row(phone: Device):
    row_id = new_id()
    phone.send(phone.op(row_id, text="an item"), phone.op(row_id, collection="wins", title="a win"))
    assert phone.fields["items", row_id] == {"text": "an item"}
    assert phone.fields["wins", row_id] == {"title": "a win"}


def _state(device: Device, engine: Engine) -> object:
    """Everything a repeat could have changed: rows, their numbers, earlier versions."""
    device.__init__(device.client)  # type: ignore[misc]  # a device that starts from nothing
    device.pull()
    with engine.connect() as connection:
        revisions = connection.scalar(select(func.count()).select_from(Revision))
    return device.cursor, device.fields, device.stamps, revisions
