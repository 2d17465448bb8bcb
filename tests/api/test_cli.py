"""The operator's side: what the commands do and say, and what the running server prints."""

import re
import signal
import socket
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.api.accounts.browser import Browser
from tests.live_server import LiveServer
from webapp.cli import main
from webapp.database import create_engine_for
from webapp.journal.revisions import History


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in ("PORT", "HOST", "DATABASE_URL", "SECRET_KEY", "REBOUND_ORIGIN", "WEB_CONCURRENCY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("REBOUND_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def epoch_of(database_url: str) -> str:
    engine = create_engine_for(database_url)
    with engine.connect() as connection:
        epoch: str = connection.execute(sa.select(History.epoch)).scalar_one()
    engine.dispose()
    return epoch


def test_migrating_makes_the_data_folder_and_may_be_repeated(environment: Path) -> None:
    assert main(["migrate"]) == 0
    assert main(["migrate"]) == 0
    assert {path.name for path in environment.iterdir()} >= {"rebound.db", "secret-key"}


def test_a_restored_database_begins_a_new_history(
    environment: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database)
    before = epoch_of(database)
    assert main(["restored"]) == 0
    assert epoch_of(database) != before


def test_a_port_in_use_is_told_with_a_way_out(
    environment: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        assert main(["serve"]) == 1
    said = capsys.readouterr().err
    assert f"already uses port {port}" in said
    assert f"PORT={port + 1} ./bin/run" in said


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("REBOUND_ORIGIN", "https://rebound.example", "SECRET_KEY is missing"),
        ("PORT", "eighty", "PORT must be a whole number"),
        ("HOST", "203.0.113.1", "may not listen on 203.0.113.1"),
        ("DATABASE_URL", "sqlite:////no/such/folder/rebound.db", "the database cannot be used"),
    ],
)
def test_what_cannot_work_is_told_in_one_sentence_and_not_in_a_traceback(
    environment: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
    words: str,
) -> None:
    monkeypatch.setenv(name, value)
    assert main(["serve", "--migrate"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Rebound cannot start: ")
    assert words in said
    assert "Traceback" not in said


def test_the_server_says_where_it_is_and_nothing_else(live_server: LiveServer) -> None:
    urllib.request.urlopen(f"{live_server.url}/app-shell").close()
    live_server.stop()
    assert re.fullmatch(r"Rebound is at http://localhost:\d+ \(Ctrl-C stops it\)\n", live_server.log)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_is_quick(
    start_live_server: Callable[..., LiveServer], sqlite_database: str, how: int
) -> None:
    server = start_live_server(sqlite_database)
    urllib.request.urlopen(f"{server.url}/healthz").close()
    began = time.monotonic()
    server.stop(how)
    # Two seconds for what is under way (webapp/server.py); the rest is for a busy machine.
    assert time.monotonic() - began < 10
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", server.port)) != 0


def test_a_server_comes_back_at_the_same_address_with_the_same_database(live_server: LiveServer) -> None:
    url = live_server.url
    live_server.restart()
    live_server.kill()
    live_server.start()
    assert live_server.url == url
    assert urllib.request.urlopen(f"{url}/healthz").status == 200


def test_the_operator_lets_somebody_in_who_is_locked_out(
    environment: Path,
    app: Flask,
    database: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("DATABASE_URL", database)
    browser = Browser(app)
    account = browser.sign_up(name="Nadia")
    assert main(["link-code", "Nadia"]) == 0
    said = capsys.readouterr().out
    # Who runs the server leaves a trace too, and it names neither the account nor the code.
    assert re.search(
        r"event=operator_link_code_made status=200 account=[0-9a-f]{12}$", caplog.text, re.MULTILINE
    )
    assert account["id"] not in caplog.text
    assert account["id"] in said
    code = re.search(r"^ {4}(\S+)$", said, re.MULTILINE)
    assert code
    locked_out = Browser(app)
    entered = locked_out.post("/api/entrance/link", {"code": code[1], "has_passkeys": True})
    # The operator has said yes already.
    assert entered.get_json()["entrance"]["is_confirmed"]
    options = locked_out.options("/api/entrance/passkey/options")
    made = {"credential": locked_out.authenticator.create(options)}
    assert locked_out.post("/api/entrance/passkey", made).status_code == 201
    assert browser.get("/api/notices").get_json()["notices"][0]["kind"] == "operator-code-used"
    assert Browser(app).post("/api/entrance/link", {"code": code[1], "has_passkeys": True}).status_code == 404


def test_the_operator_ends_all_sessions_of_one_account(
    environment: Path,
    app: Flask,
    database: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", database)
    browser, foreign = Browser(app), Browser(app)
    browser.sign_up(name="Nadia")
    foreign.sign_up(name="Somebody else")
    assert main(["sign-out", "Nadia"]) == 0
    assert "Ended: 1 of the account" in capsys.readouterr().out
    assert not browser.is_signed_in()
    assert foreign.is_signed_in()


def test_the_operator_is_told_who_is_there_when_the_name_does_not_say(
    environment: Path,
    app: Flask,
    database: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", database)
    ids = [Browser(app).sign_up(name="Nadia")["id"] for _ in range(2)]
    assert main(["link-code", "Nadia"]) == 1
    said = capsys.readouterr().err
    assert all(each in said for each in ids)
    assert main(["link-code", "Nobody"]) == 1
    assert "No account has the id or the name 'Nobody'." in capsys.readouterr().err
    assert main(["link-code", ids[0]]) == 0
