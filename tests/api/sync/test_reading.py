"""The digest and the earlier versions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import event

from tests.api.sync.device import Device, new_id
from webapp.sync.digest import digest
from webapp.sync.purge import purge


def their_digest(device: Device) -> tuple[int, str]:
    answer = device.client.get("/api/sync/digest").get_json()
    return answer["count"], answer["hash"]


def test_an_empty_account_has_a_digest(phone: Device):
    answer = phone.client.get("/api/sync/digest").get_json()
    assert answer == {"epoch": answer["epoch"], "seq": 0, "count": 0, "hash": "0" * 16}


def test_the_digest_is_that_of_the_rows_a_device_has(phone: Device):
    rows = [("items", new_id()), ("wins", new_id()), ("items", new_id())]
    for name, row_id in rows:
        phone.write(row_id, collection=name, trashed_at=None)
    assert their_digest(phone) == digest((name, row_id, n) for n, (name, row_id) in enumerate(rows, start=1))


def test_the_digest_moves_with_every_write_and_is_another_persons_business(phone: Device, foreign: Device):
    row_id = new_id()
    phone.write(row_id, text="x")
    before = their_digest(phone)
    phone.write(row_id, text="y")
    assert their_digest(phone) != before
    assert their_digest(foreign) == (0, "0" * 16)


def test_tombstones_are_not_in_the_digest(phone: Device, engine):
    gone, empty = new_id(), new_id()
    phone.write(gone, text="x", trashed_at="2026-11-23T09:30:00Z")
    phone.write(empty, trashed_at="2026-11-23T09:30:00Z")
    assert their_digest(phone)[0] == 1
    purge(engine, now=datetime.now(UTC) + timedelta(days=31))
    assert their_digest(phone) == (0, "0" * 16)


def test_earlier_versions_come_newest_first_with_field_stamp_and_day(phone: Device):
    row_id = new_id()
    for words in ("one", "two", "three"):
        phone.write(row_id, note=words)
    lines = phone.revisions(row_id)
    assert [(line["field"], line["value"]) for line in lines] == [("note", "two"), ("note", "one")]
    assert lines[0]["stamp"] > lines[1]["stamp"]
    assert datetime.fromisoformat(lines[0]["kept_at"]) >= datetime.fromisoformat(lines[1]["kept_at"])


def test_earlier_versions_are_paged(phone: Device):
    row_id = new_id()
    stamps = [phone.stamp() for _ in range(61)]
    seen = [None, *stamps]
    ops = [phone.op(row_id, note=f"{n}", stamp=stamps[n], seen={"note": seen[n]}) for n in range(61)]
    assert phone.send(*ops)["refused"] == []
    address = f"/api/sync/revisions/items/{row_id}"
    first = phone.client.get(address).get_json()
    second = phone.client.get(f"{address}?offset=50").get_json()
    assert (len(first["revisions"]), first["more"]) == (50, True)
    assert (len(second["revisions"]), second["more"]) == (10, False)
    values = [line["value"] for line in first["revisions"] + second["revisions"]]
    assert values == [f"{n}" for n in reversed(range(60))]


def test_a_row_without_earlier_versions_has_none(phone: Device):
    row_id = new_id()
    phone.write(row_id, text="x")
    assert phone.revisions(row_id) == []


def test_a_page_that_is_no_number_is_refused(phone: Device):
    row_id = new_id()
    phone.write(row_id, text="x")
    for offset in ("-1", "x", "1e3", "٣", "9" * 40, ""):
        response = phone.client.get(f"/api/sync/revisions/items/{row_id}?offset={offset}")
        assert (response.status_code, response.get_json()["error"]["path"]) == (422, "?offset")


def test_the_digest_is_read_in_one_snapshot(phone: Device, laptop: Device, engine):
    """Or `seq` could be of another moment than the rows, and a device would pull everything for nothing."""
    row_id = new_id()
    phone.write(row_id, text="x")
    laptop.pull()
    expected = their_digest(phone)

    written: list[bool] = []

    def write_in_between(conn, cursor, statement, *_):
        if "FROM wins" in statement and not written:
            written.append(True)
            laptop.write(row_id, text="moved")

    event.listen(engine, "before_cursor_execute", write_in_between)
    answer = phone.client.get("/api/sync/digest").get_json()
    assert written
    assert (answer["seq"], answer["count"], answer["hash"]) == (1, *expected)
