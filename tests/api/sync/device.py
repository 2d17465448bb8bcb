"""A device as the server sees it: sends writes, keeps what comes back, knows what it has seen."""

from __future__ import annotations

import secrets
import time
import uuid
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from webapp.sync.clock import tick

DEVICE_ID = "01932b1e-5c00-7abc-8def-0123456789ab"

Json = dict[str, Any]
Key = tuple[str, str]


def new_id() -> str:
    return str(uuid.uuid4())


class Device:
    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.node = secrets.token_hex(8)
        self.epoch: str | None = None
        self.cursor = 0
        # What came down, as of the last answer.
        self.fields: dict[Key, Json] = {}
        self.stamps: dict[Key, dict[str, str]] = {}
        self._last: str | None = None

    def stamp(self, *, ahead_ms: int = 0) -> str:
        """The clock's next reading, above everything this device has seen, unless its clock is wrong."""
        now_ms = time.time_ns() // 1_000_000 + ahead_ms
        if ahead_ms:
            return tick(None, now_ms=now_ms, node=self.node)
        known = [stamp for stamps in self.stamps.values() for stamp in stamps.values()]
        newest = max([*known, self._last or ""]) or None
        self._last = tick(newest, now_ms=now_ms, node=self.node)
        return self._last

    def op(
        self,
        row_id: str,
        *,
        collection: str = "items",
        stamp: str | None = None,
        seen: dict[str, str | None] | None = None,
        **fields: Any,
    ) -> Json:
        """A write as a client makes it: `seen` is what this device knows of the fields, and of the trash."""
        known = self.stamps.get((collection, row_id), {})
        if seen is None:
            seen = {name: known.get(name) for name in (*fields, "trashed_at")}
        return {
            "collection": collection,
            "id": row_id,
            "stamp": stamp or self.stamp(),
            "set": fields,
            "seen": seen,
        }

    def trash(self, row_id: str, *, collection: str = "items", texts: tuple[str, ...] = ("note",)) -> Json:
        known = self.stamps.get((collection, row_id), {})
        seen = {name: known.get(name) for name in (*texts, "trashed_at")}
        return self.op(row_id, collection=collection, seen=seen, trashed_at="2026-11-23T09:30:00Z")

    def post(self, *ops: Json, **overrides: Any) -> TestResponse:
        return self.client.post("/api/sync", json=self.request(*ops) | overrides)

    def request(self, *ops: Json) -> Json:
        head = {"schema": 1, "device": DEVICE_ID, "epoch": self.epoch, "cursor": self.cursor}
        return head | {"ops": list(ops)}

    def send(self, *ops: Json, **overrides: Any) -> Json:
        """Post, expect success, and keep what came."""
        response = self.post(*ops, **overrides)
        assert response.status_code == 200, response.get_data(as_text=True)
        answer: Json = response.get_json()
        self.keep(answer)
        return answer

    def keep(self, answer: Json) -> None:
        self.epoch = answer["epoch"]
        self.cursor = answer["cursor"]
        for change in answer["changes"]:
            key = change["collection"], change["id"]
            self.fields.setdefault(key, {}).update(change["fields"])
            self.stamps.setdefault(key, {}).update(change["stamps"])

    def pull(self) -> None:
        """Until there is no more."""
        while self.send()["more"]:
            pass

    def write(self, row_id: str, *, collection: str = "items", **fields: Any) -> Json:
        return self.send(self.op(row_id, collection=collection, **fields))

    def item(self, row_id: str) -> Json:
        return self.fields["items", row_id]

    def revisions(self, row_id: str, *, collection: str = "items") -> list[Json]:
        response = self.client.get(f"/api/sync/revisions/{collection}/{row_id}")
        assert response.status_code == 200
        return list(response.get_json()["revisions"])

    def kept(self, row_id: str, field: str, *, collection: str = "items") -> list[Any]:
        """The earlier values of a field, newest first."""
        return [r["value"] for r in self.revisions(row_id, collection=collection) if r["field"] == field]
