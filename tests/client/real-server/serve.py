"""The real server for the client's tests, steered by lines of JSON on stdin; one line of JSON answers each.

    {"do": "account"}                       → {"id", "cookie"}: a new account, signed in
    {"do": "browser", "account"}            → {"cookie"}: another browser signed in to it
    {"do": "sign_out", "account"}           → {}: all its sessions end
    {"do": "kill"} {"do": "start"}          → {}: as a power cut would, and back
    {"do": "backup"} {"do": "restore"}      → {}: the database file; restoring begins a new history
    {"do": "restore", "silently": true}     → {}: the file alone, as an operator without the manual would
    {"do": "wipe", "account"}               → {}: the account is there, its journal is not
    {"do": "forget", "account", "days"}     → {}: the trash is purged as if it were so many days later
    {"do": "hold", "seconds"}               → {}: another process writes for so long, starting now
    {"do": "damage", "account", "row"}      → {}: a row vanishes, which no code of ours would do

The first line it prints is {"url", "name"}: where it listens, and what its session cookie is called.
"""

import json
import os
import secrets
import shutil
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from flask import Flask

from tests.factories import an_account, sign_in
from tests.live_server import LiveServer
from webapp import create_app
from webapp.accounts.deletion import delete_account
from webapp.accounts.models import Account, Session
from webapp.accounts.sessions import AccountCard
from webapp.config import Settings
from webapp.database import begin_write, lock_account
from webapp.journal.collections import COLLECTIONS
from webapp.migrate import migrate
from webapp.sync.history import begin_new_history
from webapp.sync.purge import purge

Command = dict[str, Any]


class Stage:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "rebound.db"
        secret = secrets.token_urlsafe(48)
        environment = {"SECRET_KEY": secret, "WEB_CONCURRENCY": os.environ.get("WORKERS", "1")}
        self.server = LiveServer(f"sqlite:///{self.file}", folder / "server", environment=environment)
        migrate(self.server.database_url)
        settings = {"PORT": str(self.server.port), "DATABASE_URL": self.server.database_url, **environment}
        self.app: Flask = create_app(Settings.from_environment({**settings, "REBOUND_DATA": str(folder)}))
        self.engine: sa.Engine = self.app.extensions["rebound"].engine
        self.accounts: dict[str, AccountCard] = {}
        self.server.start()

    def account(self, _: Command) -> Command:
        account = an_account(self.app)
        self.accounts[account.id] = account
        return {"id": account.id, **self.browser({"account": account.id})}

    def browser(self, command: Command) -> Command:
        client = sign_in(self.app, self.accounts[command["account"]])
        cookie = client.get_cookie(self.cookie_name)
        assert cookie is not None
        return {"cookie": f"{cookie.key}={cookie.value}"}

    def sign_out(self, command: Command) -> Command:
        with begin_write(self.engine) as connection:
            connection.execute(sa.delete(Session).where(Session.account_id == command["account"]))
        return {}

    def delete_account(self, command: Command) -> Command:
        delete_account(self.engine, command["account"], now=datetime.now(UTC))
        return {}

    def kill(self, _: Command) -> Command:
        self.server.kill()
        return {}

    def start(self, _: Command) -> Command:
        self.server.start()
        return {}

    def backup(self, _: Command) -> Command:
        with (
            closing(sqlite3.connect(self.file)) as live,
            closing(sqlite3.connect(self.folder / "backup.db")) as kept,
        ):
            live.backup(kept)
        return {}

    def restore(self, command: Command) -> Command:
        self.server.stop()
        self.engine.dispose()
        for leftover in self.folder.glob("rebound.db-*"):
            leftover.unlink()
        shutil.copy(self.folder / "backup.db", self.file)
        if not command.get("silently"):
            with begin_write(self.engine) as connection:
                begin_new_history(connection)
        self.server.start()
        return {}

    def wipe(self, command: Command) -> Command:
        with begin_write(self.engine) as connection:
            lock_account(connection, command["account"])
            for collection in COLLECTIONS.values():
                connection.execute(sa.delete(collection.table).where(self._is_of(collection.table, command)))
            connection.execute(
                sa.text("DELETE FROM revisions WHERE account_id = :account"), {"account": command["account"]}
            )
            counters = {"seq": 0, "oldest_cursor": 0, "row_count": 0, "volume": 0}
            connection.execute(sa.update(Account).where(Account.id == command["account"]).values(counters))
            begin_new_history(connection)
        return {}

    def forget(self, command: Command) -> Command:
        purge(self.engine, now=datetime.now(UTC) + timedelta(days=command["days"]))
        return {}

    def hold(self, command: Command) -> Command:
        writer = sqlite3.connect(self.file, isolation_level=None, check_same_thread=False)
        writer.execute("BEGIN IMMEDIATE")
        threading.Timer(command["seconds"], writer.close).start()
        return {}

    def damage(self, command: Command) -> Command:
        with begin_write(self.engine) as connection:
            lock_account(connection, command["account"])
            for collection in COLLECTIONS.values():
                table = collection.table
                connection.execute(
                    sa.delete(table).where(self._is_of(table, command), table.c.id == command["row"])
                )
        return {}

    @property
    def cookie_name(self) -> str:
        return str(self.app.config["SESSION_COOKIE_NAME"])

    def _is_of(self, table: sa.Table, command: Command) -> Any:
        return table.c.account_id == command["account"]


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="rebound-client-test-"))
    try:
        stage = Stage(folder)
        say({"url": stage.server.url, "name": stage.cookie_name})
        for line in sys.stdin:
            command = json.loads(line)
            act: Callable[[Command], Command] = getattr(stage, command["do"])
            say(act(command))
        stage.server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def say(answer: Command) -> None:
    print(json.dumps(answer), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
