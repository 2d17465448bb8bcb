"""The trash is emptied after thirty days and forgotten after half a year; failure case 22 on the server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from tests.api.sync.device import Device, new_id
from webapp.accounts.models import Account
from webapp.journal.collections import COLLECTIONS
from webapp.journal.revisions import Revision
from webapp.sync.clock import SERVER_NODE
from webapp.sync.purge import Purged, purge

NOW = datetime.now(UTC)
TRASHED = "2026-11-23T09:30:00Z"


@pytest.fixture
def row_id(phone: Device) -> str:
    """A row in the trash, with an earlier version."""
    row_id = new_id()
    phone.write(row_id, text="secret", note="one")
    phone.write(row_id, note="two")
    phone.send(phone.trash(row_id))
    return row_id


def test_nothing_is_erased_before_thirty_days(engine: Engine, row_id: str):
    assert purge(engine, now=NOW + timedelta(days=29)) == Purged(0, 0)


def test_after_thirty_days_the_content_is_gone_from_the_server(phone: Device, engine: Engine, row_id: str):
    assert purge(engine, now=NOW + timedelta(days=31)) == Purged(1, 0)
    items = COLLECTIONS["items"].table
    with engine.connect() as connection:
        row = connection.execute(sa.select(items)).one()._mapping
        assert connection.scalar(sa.select(sa.func.count()).select_from(Revision)) == 0
        volume = connection.scalar(sa.select(Account.volume).where(Account.row_count == 1))
    assert [name for name in COLLECTIONS["items"].fields if row[name] is not None] == ["trashed_at"]
    assert row["purged_at"] is not None
    assert volume == 0


def test_every_device_hears_of_it_as_of_a_write(phone: Device, engine: Engine, row_id: str):
    before = dict(phone.stamps["items", row_id])
    purge(engine, now=NOW + timedelta(days=31))
    [change] = phone.send()["changes"]
    assert change["fields"] == {"text": None, "note": None, "trashed_at": TRASHED}
    for name in ("text", "note"):
        assert change["stamps"][name] > before[name]
        assert change["stamps"][name].endswith(SERVER_NODE)


def test_what_is_not_in_the_trash_stays(phone: Device, engine: Engine):
    phone.write(new_id(), text="x")
    assert purge(engine, now=NOW + timedelta(days=1000)) == Purged(0, 0)


def test_a_row_edited_in_the_trash_stays_thirty_days_more(phone, engine, row_id, time_machine):
    time_machine.move_to(NOW + timedelta(days=20))
    phone.write(row_id, note="still thinking")
    assert purge(engine, now=NOW + timedelta(days=31)).erased == 0
    assert purge(engine, now=NOW + timedelta(days=51)).erased == 1


def test_a_write_to_an_erased_row_is_refused_as_gone(phone, laptop, engine, row_id):
    edit = phone.op(row_id, note="two three")
    purge(engine, now=NOW + timedelta(days=31))
    answer = phone.send(edit)
    assert [(r["field"], r["code"]) for r in answer["refused"]] == [(None, "gone")]


def test_sent_whole_the_row_is_there_again(phone: Device, laptop: Device, engine: Engine, row_id: str):
    seen: dict[str, str | None] = {**phone.stamps["items", row_id]}
    purge(engine, now=NOW + timedelta(days=31))
    phone.pull()
    whole = phone.op(row_id, text="secret", note="two three", trashed_at=None, seen=seen)
    assert phone.send(whole)["refused"] == []
    laptop.pull()
    assert laptop.item(row_id) == {"text": "secret", "note": "two three", "trashed_at": None}
    assert phone.send(whole)["changes"] == []
    assert purge(engine, now=NOW + timedelta(days=400)) == Purged(0, 0)


def test_sent_whole_by_a_slow_clock_it_is_there_again_too(phone: Device, engine: Engine, row_id: str):
    purge(engine, now=NOW + timedelta(days=31))
    stamp = phone.stamp(ahead_ms=-86_400_000)
    assert phone.send(phone.op(row_id, text="x", note="y", trashed_at=None, stamp=stamp))["refused"] == []
    assert phone.item(row_id) == {"text": "x", "note": "y", "trashed_at": None}


def test_after_half_a_year_the_tombstone_goes_and_the_oldest_cursor_rises(phone, engine, row_id):
    other = new_id()
    phone.write(other, text="stays")
    purge(engine, now=NOW + timedelta(days=31))
    assert purge(engine, now=NOW + timedelta(days=31 + 149)) == Purged(0, 0)
    assert purge(engine, now=NOW + timedelta(days=31 + 151)) == Purged(0, 1)
    answer = phone.send(cursor=0)
    assert [change["id"] for change in answer["changes"]] == [other]
    # The tombstone had the number 5: a device that had not come so far never hears of it.
    assert answer["oldest_cursor"] == 5
    assert answer["seq"] == 5


def test_purging_twice_changes_nothing(phone: Device, engine: Engine, row_id: str):
    purge(engine, now=NOW + timedelta(days=31))
    phone.pull()
    assert purge(engine, now=NOW + timedelta(days=31)) == Purged(0, 0)
    assert phone.send()["changes"] == []


def test_more_than_a_batch_is_erased_in_one_go(phone: Device, engine: Engine, monkeypatch):
    monkeypatch.setattr("webapp.sync.purge.BATCH", 3)
    phone.send(*(phone.op(new_id(), text="x", trashed_at=TRASHED) for _ in range(4)))
    phone.send(*(phone.op(new_id(), collection="wins", title="x", trashed_at=TRASHED) for _ in range(4)))
    assert purge(engine, now=NOW + timedelta(days=31)) == Purged(8, 0)


def test_every_account_is_served(phone: Device, foreign: Device, engine: Engine):
    for device in (phone, foreign):
        device.write(new_id(), text="x", trashed_at=TRASHED)
    assert purge(engine, now=NOW + timedelta(days=31)) == Purged(2, 0)


def test_marks_of_late_repeats_go_after_half_a_year(phone: Device, engine: Engine):
    row_id = new_id()
    phone.write(row_id, text="one", note="kept")
    phone.write(row_id, text="two", note="now")
    purge(engine, now=NOW + timedelta(days=181))
    with engine.connect() as connection:
        assert connection.scalars(sa.select(Revision.kind)).all() == ["kept"]
