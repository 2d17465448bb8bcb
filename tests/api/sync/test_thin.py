"""Earlier versions of a text grow sparse with age, and a late repeat of a version that went is still recognised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from tests.api.sync.device import Device, new_id
from webapp.accounts.models import Account
from webapp.database import begin_write, lock_account
from webapp.journal.revisions import Revision
from webapp.sync.thin import BATCH, thin

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

TypeAt = Callable[[timedelta, str], None]


@pytest.fixture
def row_id() -> str:
    return new_id()


@pytest.fixture
def aged(engine: Engine) -> Callable[[timedelta], None]:
    """Makes what was replaced since the last call as old as it says: kept so long before now."""
    columns = Revision.__table__.c
    known: set[str] = set()

    def aged(ago: timedelta) -> None:
        with engine.begin() as connection:
            fresh = set(connection.scalars(sa.select(columns.stamp))) - known
            known.update(fresh)
            connection.execute(sa.update(Revision).where(columns.stamp.in_(fresh)).values(kept_at=NOW - ago))

    return aged


@pytest.fixture
def type_at(phone: Device, row_id: str, aged: Callable[[timedelta], None]) -> TypeAt:
    """Types a note so long before now; what it replaces is kept at that moment."""

    def type_at(ago: timedelta, note: str) -> None:
        phone.write(row_id, note=note)
        aged(ago)

    return type_at


def kept(engine: Engine, row_id: str, field: str = "note") -> list[str]:
    """The values a person can still get back, the oldest first."""
    columns = Revision.__table__.c
    query = sa.select(columns.value).where(
        columns.row_id == row_id, columns.field == field, columns.kind == "kept"
    )
    with engine.connect() as connection:
        return list(connection.scalars(query.order_by(columns.kept_at, columns.stamp)))


def volume_of(engine: Engine) -> int:
    with engine.connect() as connection:
        volume: int = connection.scalar(sa.select(Account.volume).where(Account.row_count > 0)) or 0
        return volume


def test_all_of_the_last_day_stay(engine: Engine, type_at: TypeAt, row_id: str):
    for minute in range(30):
        type_at(timedelta(hours=23, minutes=-minute), f"text {minute}")
    assert thin(engine, now=NOW) == 0
    assert len(kept(engine, row_id)) == 29


def test_of_an_hour_of_typing_last_week_the_last_version_stays(engine: Engine, type_at: TypeAt, row_id: str):
    # 09:00 to 09:50, and once more at 10:10.
    for minute in (180, 170, 160, 130, 110):
        type_at(timedelta(days=3, minutes=minute), f"at {minute}")
    assert thin(engine, now=NOW) == 2
    assert kept(engine, row_id) == ["at 160", "at 130"]


def test_of_a_day_last_month_the_last_version_stays(engine: Engine, type_at: TypeAt, row_id: str):
    for hours in (30, 9, 6, 3, 1, -20):
        type_at(timedelta(days=20, hours=hours), f"at {hours}")
    thin(engine, now=NOW)
    # Each value is kept when it is replaced: 30's on the day of 9's.
    assert kept(engine, row_id) == ["at 3", "at 1"]


def test_the_account_grows_smaller_by_what_went(engine: Engine, type_at: TypeAt, row_id: str):
    for minute, text in enumerate(("four", "and five", "x", "y")):
        type_at(timedelta(days=3, minutes=30 - minute), text)
    before = volume_of(engine)
    assert thin(engine, now=NOW) == 2
    assert before - volume_of(engine) == len("four") + len("and five")


def test_a_late_repeat_of_a_version_that_went_changes_nothing(phone, engine: Engine, row_id: str, aged):
    first = phone.op(row_id, note="one")
    phone.send(first)
    for text in ("two", "three", "four"):
        phone.write(row_id, note=text)
    aged(timedelta(days=3))
    assert thin(engine, now=NOW) == 2
    answer = phone.send(first)
    assert answer["refused"] == []
    assert phone.fields["items", row_id]["note"] == "four"


def test_short_values_nobody_had_seen_stay(phone, laptop, engine: Engine, row_id: str, aged):
    phone.write(row_id, text="zero")
    laptop.pull()
    for number in range(3):
        phone.write(row_id, text=f"phone {number}")
        laptop.send(laptop.op(row_id, text=f"laptop {number}"))
    aged(timedelta(days=40))
    before = kept(engine, row_id, "text")
    assert before
    assert thin(engine, now=NOW) == 0
    assert kept(engine, row_id, "text") == before


def test_another_rows_and_another_persons_versions_do_not_crowd_each_other_out(
    phone: Device, foreign: Device, engine: Engine, aged
):
    rows = [new_id(), new_id(), new_id()]
    for device, row in zip((phone, phone, foreign), rows, strict=True):
        device.write(row, note="one")
        device.write(row, note="two")
    aged(timedelta(days=3))
    assert thin(engine, now=NOW) == 0


def test_more_than_one_portion_is_thinned_whole_and_a_second_time_nothing(
    engine: Engine, type_at: TypeAt, row_id: str
):
    type_at(timedelta(days=40), "first")
    for number in range(BATCH + 5):
        type_at(timedelta(days=30, seconds=-number), f"text {number}")
    assert thin(engine, now=NOW) == BATCH + 4
    assert thin(engine, now=NOW) == 0


def test_no_row_moves_so_nothing_has_to_travel_to_a_device(engine: Engine, type_at: TypeAt, row_id: str):
    for minute in range(3):
        type_at(timedelta(days=3, minutes=30 - minute), f"text {minute}")
    with engine.connect() as connection:
        account_id = connection.scalars(sa.select(Account.id).where(Account.row_count > 0)).one()
    with begin_write(engine) as connection:
        locked = lock_account(connection, account_id)
    thin(engine, now=NOW)
    with begin_write(engine) as connection:
        after = lock_account(connection, account_id)
    assert after.seq == locked.seq
