"""Open devices hear within a second that there is something, on either database, each of its own account."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from flask import Flask

from tests.api.sync.device import Device, new_id
from tests.factories import sign_in
from webapp import create_app
from webapp.accounts.sessions import AccountCard
from webapp.sync import pokes, views
from webapp.sync.pokes import Listener, Pokes, TooManyListeners

SOON_S = 2.0


@pytest.fixture
def hub(app: Flask) -> Pokes:
    hub: Pokes = app.extensions["rebound"].pokes
    return hub


@pytest.fixture(autouse=True)
def undisturbed(hub: Pokes, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A watcher that fails pokes everybody to be safe: these tests would pass for the wrong reason."""
    yield
    wait_for_rest(hub)
    assert "pokes pause" not in caplog.text


@pytest.fixture
def listener(hub: Pokes, account: AccountCard, phone: Device) -> Iterator[Listener]:
    with hub.listen(account.id) as listener:
        yield listener


def test_a_write_pokes(listener: Listener, phone: Device):
    phone.write(new_id(), text="x")
    assert listener.wait(SOON_S)


def test_every_write_pokes_again(listener: Listener, phone: Device):
    for _ in range(3):
        phone.write(new_id(), text="x")
        assert listener.wait(SOON_S)


def test_a_repeat_that_changes_nothing_does_not_poke(listener: Listener, phone: Device):
    op = phone.op(new_id(), text="x")
    phone.send(op)
    listener.wait(SOON_S)
    phone.send(op)
    assert not listener.wait(0.4)


def test_a_strangers_write_does_not_poke(listener: Listener, foreign: Device):
    foreign.write(new_id(), text="x")
    assert not listener.wait(0.4)


def test_the_first_write_pokes_also_where_somebody_else_listened_before(
    listener: Listener, hub: Pokes, phone: Device, foreign: Device
):
    phone.write(new_id(), text="x")
    assert listener.wait(SOON_S)
    stranger = foreign.client.get("/api/session").get_json()["account"]["id"]
    with hub.listen(stranger) as theirs:
        foreign.write(new_id(), text="x")
        assert theirs.wait(SOON_S)


def test_a_write_of_another_process_pokes(listener: Listener, app: Flask, phone: Device, settings):
    other = create_app(settings)
    device = Device(other.test_client())
    with phone.client.session_transaction() as ours, device.client.session_transaction() as theirs:
        theirs.update(ours)
    device.write(new_id(), text="x")
    other.extensions["rebound"].engine.dispose()
    assert listener.wait(SOON_S)


def test_what_was_committed_before_listening_pokes_at_once(hub: Pokes, account: AccountCard, phone: Device):
    phone.write(new_id(), text="x")
    with hub.listen(account.id, cursor=0) as listener:
        assert listener.wait(SOON_S)
    with hub.listen(account.id, cursor=1) as listener:
        assert not listener.wait(0.4)


def test_the_watcher_rests_when_nobody_listens_and_wakes_again(hub: Pokes, account: AccountCard, phone):
    for _ in range(2):
        with hub.listen(account.id) as listener:
            phone.write(new_id(), text="x")
            assert listener.wait(SOON_S)
        wait_for_rest(hub)


def test_an_account_cannot_take_every_stream(hub: Pokes, account: AccountCard, monkeypatch):
    monkeypatch.setattr(pokes, "MAX_LISTENERS_OF_AN_ACCOUNT", 1)
    with hub.listen(account.id), hub.listen("somebody else"), pytest.raises(TooManyListeners):
        hub.listen(account.id).__enter__()
    with hub.listen(account.id):
        pass


def test_the_stream_says_that_there_is_something_and_nothing_else(app: Flask, account, phone, monkeypatch):
    monkeypatch.setattr(views, "HEARTBEAT_S", 0.2)
    stream = Stream(app, account)
    assert stream.head == (200, "text/event-stream", "no-store")
    assert next(stream) == "retry: 2000\n\n"
    assert next(stream) == ": still here\n\n"
    phone.write(new_id(), text="secret")
    assert "data: {}\n\n" in [next(stream) for _ in range(10)]
    stream.close()


def test_the_stream_ends_by_itself(app: Flask, account, monkeypatch):
    monkeypatch.setattr(views, "HEARTBEAT_S", 0.01)
    monkeypatch.setattr(views, "STREAM_LIFETIME_S", 0.1)
    assert len(list(Stream(app, account))) > 1
    assert app.extensions["rebound"].pokes._listeners == {}


def test_a_stream_that_is_closed_makes_room(app: Flask, account, monkeypatch):
    monkeypatch.setattr(pokes, "MAX_LISTENERS", 1)
    first = Stream(app, account)
    assert Stream(app, account).head[0] == 503
    first.close()
    second = Stream(app, account)
    assert second.head[0] == 200
    second.close()


def test_no_room_says_when_to_come_back(app: Flask, phone: Device, monkeypatch):
    monkeypatch.setattr(pokes, "MAX_LISTENERS", 0)
    response = phone.client.get("/api/sync/pokes")
    assert (response.status_code, response.get_json()["error"]["code"]) == (503, "too_many_listeners")
    assert response.headers["Retry-After"] == "30"


def wait_for_rest(hub: Pokes) -> None:
    deadline = time.monotonic() + 10
    while hub._watcher and time.monotonic() < deadline:
        time.sleep(0.02)
    assert hub._watcher is None


class Stream:
    """An open event stream, read event by event."""

    def __init__(self, app: Flask, account: AccountCard) -> None:
        client = sign_in(app, account)
        self._response = client.open("/api/sync/pokes", buffered=False)
        response = self._response
        self.head = (response.status_code, response.mimetype, response.headers["Cache-Control"])
        self._events = (part.decode() for part in response.iter_encoded())

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        return next(self._events)

    def close(self) -> None:
        self._response.close()
