"""When the server is not the one a device remembers: 20: an older backup, 21: wiped, 22: away too long."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from tests.api.sync.device import Device, new_id
from webapp.accounts.models import Account
from webapp.database import begin_write
from webapp.sync.history import begin_new_history


def test_the_epoch_stays_while_the_history_goes_on(phone: Device):
    epochs = {phone.send()["epoch"], phone.write(new_id(), text="x")["epoch"], phone.send()["epoch"]}
    assert len(epochs) == 1
    assert 0 < len(epochs.pop()) <= 36


def test_a_new_history_has_another_epoch_in_every_answer(phone: Device, engine: Engine):
    old = phone.send()["epoch"]
    with begin_write(engine) as connection:
        begun = begin_new_history(connection)
    assert begun != old
    assert phone.send()["epoch"] == begun
    assert phone.client.get("/api/sync/digest").get_json()["epoch"] == begun


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_server_restored_from_an_older_backup_gets_back_what_it_lost(phone, laptop, engine, tmp_path):
    """Case 20, with the rows that only a device still has sent again by that device."""
    kept, lost = new_id(), new_id()
    phone.write(kept, note="in the backup")
    backup = _back_up(engine, tmp_path)
    phone.write(lost, text="after the backup")
    phone.write(kept, note="edited after the backup")
    _restore(engine, backup)
    answer = phone.send()
    assert (answer["seq"], answer["cursor"]) == (1, 3)
    known = dict(phone.fields)
    fresh = Device(phone.client)
    fresh.pull()
    again = fresh.send(
        fresh.op(lost, **known["items", lost]),
        fresh.op(kept, note=known["items", kept]["note"]),
    )
    assert again["refused"] == []
    laptop.pull()
    assert laptop.fields == known


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_device_hears_of_the_restoration_by_the_epoch(phone: Device, engine, tmp_path):
    epoch = phone.send()["epoch"]
    backup = _back_up(engine, tmp_path)
    phone.write(new_id(), text="after the backup")
    _restore(engine, backup)
    with begin_write(engine) as connection:
        begin_new_history(connection)
    assert phone.post().get_json()["epoch"] != epoch


def test_on_another_epoch_whole_rows_come_back(phone: Device, engine: Engine):
    """The sender's cursor means nothing here, so the server must not suppose that it knows the rest."""
    row_id = new_id()
    phone.write(row_id, text="x", note="y")
    answer = phone.send(phone.op(row_id, why="z"), epoch="another")
    assert answer["changes"][0]["fields"] == {"text": "x", "note": "y", "why": "z"}


def test_a_wiped_server_answers_a_number_below_the_cursor(phone: Device):
    """Case 21: same epoch or not, the device can tell that the server has less than it has seen."""
    answer = phone.send(cursor=500)
    assert (answer["seq"], answer["cursor"], answer["changes"]) == (0, 500, [])


def test_the_oldest_cursor_is_in_every_answer(phone: Device, account, engine: Engine):
    phone.write(new_id(), text="x")
    with begin_write(engine) as connection:
        connection.execute(update(Account).where(Account.id == account.id).values(oldest_cursor=42))
    assert phone.send()["oldest_cursor"] == 42
    assert phone.write(new_id(), text="y")["oldest_cursor"] == 42


def _back_up(engine: Engine, folder: Path) -> Path:
    backup = folder / "backup.db"
    with sqlite3.connect(str(engine.url.database)) as source, sqlite3.connect(backup) as target:
        source.backup(target)
    source.close()
    target.close()
    return backup


def _restore(engine: Engine, backup: Path) -> None:
    """As an operator does: the server stopped, the files replaced."""
    engine.dispose()
    database = Path(str(engine.url.database))
    for leftover in database.parent.glob(f"{database.name}-*"):
        leftover.unlink()
    shutil.copy(backup, database)
