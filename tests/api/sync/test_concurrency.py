"""Writers at the same time. Failure cases 6: killed, 8: slow to commit, 9: a job writing, 11: two workers."""

from __future__ import annotations

import http.client
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy import Engine

from tests.api.sync.device import Device, Json, new_id
from tests.factories import an_account, sign_in
from webapp.accounts.models import Account
from webapp.accounts.sessions import AccountCard
from webapp.database import begin_write, lock_account
from webapp.journal.collections import COLLECTIONS
from webapp.sync.exchange import exchange
from webapp.sync.protocol import Op, Request
from webapp.sync.purge import purge

WRITERS = 4
WRITES = 15


def pull_request(cursor: int) -> Request:
    return Request(schema=1, device=new_id(), epoch=None, cursor=cursor, ops=[])


def write_request(number: int) -> Request:
    stamp = f"01a20000{number:04x}-0000-{number:016x}"
    op = Op(collection="items", id=new_id(), stamp=stamp, set={"text": f"{number}"})
    return Request(schema=1, device=new_id(), epoch=None, cursor=0, ops=[op])


def test_a_reader_misses_nothing_while_writers_commit_in_any_order(engine: Engine, account: AccountCard):
    """Case 8: with a sequence instead of the account's counter, the cursor passes a row not yet seen."""
    seen: list[int] = []
    is_over = threading.Event()

    def read() -> None:
        cursor = 0
        while True:
            was_over = is_over.is_set()
            answer = exchange(engine, account.id, pull_request(cursor), now_ms=0)
            seen.extend(change.seq for change in answer.changes)
            cursor = answer.cursor
            if was_over and not answer.changes:
                return

    def write(writer: int) -> None:
        for n in range(WRITES):
            exchange(engine, account.id, write_request(writer * WRITES + n), now_ms=2**41)

    reader = threading.Thread(target=read)
    reader.start()
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    is_over.set()
    reader.join()
    assert seen == list(range(1, WRITERS * WRITES + 1))


def test_a_writer_slow_to_commit_holds_back_the_next_but_not_the_reader(engine: Engine, account: AccountCard):
    """The second writer's number must not be visible before the first one's."""
    arguments = (engine, account.id, write_request(2))
    second = threading.Thread(target=exchange, args=arguments, kwargs={"now_ms": 2**41})
    items = COLLECTIONS["items"].table
    with begin_write(engine) as slow:
        locked = lock_account(slow, account.id)
        row = {"account_id": account.id, "id": new_id(), "seq": locked.seq + 1, "stamps": {}}
        slow.execute(sa.insert(items).values(row))
        slow.execute(sa.update(Account).where(Account.id == account.id).values(seq=locked.seq + 1))
        second.start()
        second.join(timeout=0.3)
        assert second.is_alive()
        answer = exchange(engine, account.id, pull_request(0), now_ms=0)
        assert (answer.changes, answer.cursor) == ([], 0)
    second.join(timeout=10)
    answer = exchange(engine, account.id, pull_request(0), now_ms=0)
    assert [change.seq for change in answer.changes] == [1, 2]


def test_a_background_job_writes_between_devices_without_a_gap(engine: Engine, account: AccountCard):
    """Case 9: the purge takes the same lock and the same numbers."""
    items = COLLECTIONS["items"].table
    old = datetime.now(UTC) - timedelta(days=40)
    with begin_write(engine) as connection:
        lock_account(connection, account.id)
        row: Json = {"account_id": account.id, "stamps": {"trashed_at": f"{1:012x}-0000-{1:016x}"}}
        row |= {"trashed_at": old, "changed_at": old}
        connection.execute(sa.insert(items), [row | {"id": new_id(), "seq": n} for n in range(1, 31)])
        connection.execute(sa.update(Account).where(Account.id == account.id).values(seq=30, row_count=30))
    with ThreadPoolExecutor(3) as pool:
        job = pool.submit(purge, engine, now=datetime.now(UTC))
        requests = [write_request(n) for n in range(20)]
        writes = [pool.submit(exchange, engine, account.id, request, now_ms=2**41) for request in requests]
    assert job.result().erased == 30
    assert all(not write.result().refused for write in writes)
    answer = exchange(engine, account.id, pull_request(30), now_ms=0)
    assert [change.seq for change in answer.changes] == list(range(31, 81))


def test_writers_of_one_field_at_once_lose_no_value(engine: Engine, account: AccountCard, phone: Device):
    row_id = new_id()

    def write(n: int) -> None:
        op = Op(collection="items", id=row_id, stamp=f"01a20000{n:04x}-0000-{n:016x}", set={"text": f"{n}"})
        exchange(engine, account.id, Request(1, new_id(), None, 0, [op]), now_ms=2**41)

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(24)))
    phone.pull()
    assert phone.item(row_id)["text"] == "23"
    assert sorted(map(int, phone.kept(row_id, "text"))) == list(range(23))


def test_of_writers_of_one_text_at_once_one_is_taken_and_the_others_are_told(engine, account: AccountCard):
    row_id = new_id()

    def write(n: int) -> int:
        op = Op(collection="items", id=row_id, stamp=f"01a20000{n:04x}-0000-{n:016x}", set={"note": f"{n}"})
        answer = exchange(engine, account.id, Request(1, new_id(), None, 0, [op]), now_ms=2**41)
        return len(answer.refused)

    with ThreadPoolExecutor(WRITERS) as pool:
        refused = list(pool.map(write, range(12)))
    assert sorted(refused) == [0] + [1] * 11


def test_two_workers_serve_one_account(app: Flask, account: AccountCard, settings, start_live_server):
    """Case 11: real processes; every write is answered, numbered once, and seen in order."""
    server = start_live_server(settings.database_url, SECRET_KEY=settings.secret_key, WEB_CONCURRENCY="2")
    cookies = [_cookie(Device(sign_in(app, account))) for _ in range(WRITERS)]

    def write(cookie: str) -> list[int]:
        cursors = []
        for _ in range(WRITES):
            op = _op(number=0)
            answer = _post(server.port, cookie, ops=[op])
            assert answer["refused"] == []
            cursors.append(answer["seq"])
        return cursors

    with ThreadPoolExecutor(WRITERS) as pool:
        numbers = [number for cursors in pool.map(write, cookies) for number in cursors]
    assert sorted(numbers) == list(range(1, WRITERS * WRITES + 1))
    answer = _post(server.port, cookies[0], ops=[])
    assert [change["seq"] for change in answer["changes"]] == sorted(numbers)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_was_answered_survives_the_servers_death_and_what_was_not_can_be_repeated(
    app: Flask, account: AccountCard, settings, start_live_server, laptop: Device
):
    """Case 6: killed again and again in the middle of writing."""
    server = start_live_server(settings.database_url, SECRET_KEY=settings.secret_key, WEB_CONCURRENCY="2")
    cookie = _cookie(Device(sign_in(app, account)))
    answered: list[str] = []
    sent: list[Json] = []
    for _ in range(3):
        killer = threading.Timer(0.25, server.kill)
        killer.start()
        while True:
            op = _op(number=len(sent))
            sent.append(op)
            try:
                _post(server.port, cookie, ops=[op])
            except (OSError, http.client.HTTPException):
                break
            answered.append(op["id"])
        killer.join()
        server.start()
    laptop.pull()
    assert set(answered) <= {row_id for _, row_id in laptop.fields}
    for op in sent:
        assert _post(server.port, cookie, ops=[op])["refused"] == []
    laptop.pull()
    assert {row_id for _, row_id in laptop.fields} == {op["id"] for op in sent}
    assert laptop.cursor == len(sent)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_accounts_do_not_wait_for_each_other(database: str, app: Flask, engine: Engine, account: AccountCard):
    """On PostgreSQL; SQLite has one writer, whoever it writes for."""
    other = an_account(app)
    with begin_write(engine) as slow:
        lock_account(slow, account.id)
        assert exchange(engine, other.id, write_request(1), now_ms=2**41).seq == 1


def _cookie(device: Device) -> str:
    cookie = device.client.get_cookie("rebound")
    assert cookie is not None
    return f"rebound={cookie.value}"


def _op(*, number: int) -> Json:
    stamp = f"01a20000{number:04x}-0000-{'a' * 16}"
    return {"collection": "items", "id": new_id(), "stamp": stamp, "set": {"text": "x"}}


def _post(port: int, cookie: str, *, ops: list[Json]) -> Json:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    body = json.dumps({"schema": 1, "device": new_id(), "epoch": None, "cursor": 0, "ops": ops})
    try:
        connection.request("POST", "/api/sync", body, {"Cookie": cookie, "Content-Type": "application/json"})
        response = connection.getresponse()
        answer = response.read()
        assert response.status == 200, answer
        return dict(json.loads(answer))
    finally:
        connection.close()
