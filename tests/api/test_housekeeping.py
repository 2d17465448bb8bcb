"""The trash empties itself: nobody has to remember a command."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from webapp import housekeeping
from webapp.journal.collections import COLLECTIONS

WINS = COLLECTIONS["wins"].table
STAMP = "019a00000000-0000-00000000000000aa"
WIN = "019aa000-0000-7000-8000-000000000001"


class DayIsOver(Exception):
    pass


def keep_house_once(app: Flask) -> None:
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 2:
            raise DayIsOver

    try:
        housekeeping.keep_house(app.extensions["rebound"].engine, sleep)
    except DayIsOver:
        return


def trash_a_win(owner: FlaskClient) -> None:
    op = {"collection": "wins", "id": WIN, "stamp": STAMP, "seen": {}}
    op["set"] = {"title": "Forecast kept", "trashed_at": "2026-11-23T09:00:00Z"}
    request = {"schema": 1, "device": WIN, "epoch": None, "cursor": 0, "ops": [op]}
    assert owner.post("/api/sync", json=request).status_code == 200


def title_in(app: Flask) -> str | None:
    with app.extensions["rebound"].engine.connect() as connection:
        title: str | None = connection.scalar(sa.select(WINS.c.title))
        return title


def test_the_trash_keeps_what_was_thrown_away_yesterday(app: Flask, owner: FlaskClient):
    trash_a_win(owner)
    keep_house_once(app)
    assert title_in(app) == "Forecast kept"


def test_the_trash_empties_itself_after_thirty_days(app: Flask, owner: FlaskClient):
    trash_a_win(owner)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=31)):
        keep_house_once(app)
    assert title_in(app) is None


def test_a_database_that_is_away_ends_neither_the_work_nor_the_server(app: Flask, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise sa.exc.OperationalError("", None, Exception())

    monkeypatch.setattr(housekeeping, "purge", fail)
    keep_house_once(app)
