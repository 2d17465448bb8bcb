"""Whatever somebody pastes stays text: hostile words in every synced field, through every screen, and nothing runs."""

from __future__ import annotations

import itertools
import json
import re
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import expect

from tests.browser.device import Device
from tests.corpus.hostile_texts import ADDRESSES, TEXTS
from tests.live_server import PROJECT_ROOT
from webapp.journal.collections import COLLECTIONS
from webapp.journal.fields import FieldSpec
from webapp.sync.clock import tick

# Rows of one life: each reference of the journal points into it.
LIVES = 3
NODE = "00000000000000aa"
REFERENCES = {
    "interview": "interviews", "round": "rounds", "person": "people", "contact": "people", "praiser": "people",
    "checklist": "checklists", "item": "items", "playbook": "playbooks", "win": "wins", "message": "messages",
    "feedback": "feedback", "answers_feedback": "feedback", "subject_id": "interviews", "about_id": "interviews",
}  # fmt: skip
# What a person would have to do before the screen shows the row.
NOT_SET = {
    "trashed_at",
    "archived_at",
    "merged_into",
    "done_at",
    "skipped_at",
    "snoozed_until",
    "sent_at",
    "closed_at",
}

WATCH = """
    window.faults = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        window.faults.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""


def test_hostile_words_in_every_field_are_shown_and_never_run(phone: Device) -> None:
    requested: list[str] = []
    phone.page.on("request", lambda request: requested.append(request.url))
    phone.page.on("dialog", lambda dialog: phone.faults.append(f"dialog: {dialog.message}"))
    phone.context.add_init_script(WATCH)
    phone.visit_once()
    phone.create_account()
    ids = write_hostile_lives(phone)
    phone.open("/interviews")
    expect(phone.page.get_by_role("main").get_by_text("window.hostile").first).to_be_visible()
    faults = {path: found for path in screens(ids) if (found := faults_of(phone, path))}
    assert faults == {}
    assert [url for url in requested if not url.startswith((phone.origin, "blob:", "data:"))] == []


def faults_of(device: Device, path: str) -> list[str]:
    """What went wrong on this screen: violations of the policy, script that ran, addresses that would run."""
    device.open(path)
    expect(device.page.get_by_role("heading", level=1)).to_be_attached()
    for opener in device.page.get_by_role("button", name="More", exact=True).all()[:1]:
        opener.click()
    found: dict[str, Any] = device.page.evaluate(
        """() => ({
            faults: window.faults,
            ran: window.hostile ?? null,
            addresses: [...document.querySelectorAll("[href], [src], [action]")]
                .flatMap((element) => ["href", "src", "action"].map((name) => element.getAttribute(name)))
                .filter((address) => address && /^\\s*(javascript|data|vbscript):/i.test(address)),
        })"""
    )
    ran = [f"ran: {found['ran']}"] if found["ran"] is not None else []
    return [*found["faults"], *ran, *found["addresses"]]


def screens(ids: dict[str, list[str]]) -> list[str]:
    """Every address of the client's own table, for the rows of each life; a new screen joins by itself."""
    views = PROJECT_ROOT / "client" / "views"
    # What the start itself can show, and the table of all that comes after it.
    routes = re.findall(r'tidy === "(/[^"]*)"', (views / "frame" / "routes.tsx").read_text())
    routes += re.findall(r'^  "(/[^"]*)": ', (views / "screens.tsx").read_text(), re.MULTILINE)
    assert {"/", "/just-had", "/interviews/:id"} <= set(routes)
    kinds = {"compose": "messages", "first-hour": "interviews", "plan-b": "plans"}
    paths: list[str] = []
    for route in routes:
        name = route.split("/")[1]
        rows = ids.get(kinds.get(name, name), [])
        paths += [route.replace(":id", row) for row in rows] if ":id" in route else [route]
    return [path for path in paths if ":" not in path]


def write_hostile_lives(device: Device) -> dict[str, list[str]]:
    """Through the sync's own door, as another device of the person's would; returns the ids by collection."""
    ids = {name: [str(uuid.uuid4()) for _ in range(LIVES)] for name in COLLECTIONS}
    words = itertools.cycle(TEXTS)
    ops = [an_op(name, ids, life, words) for life in range(LIVES) for name in COLLECTIONS]
    request = {"schema": 1, "device": str(uuid.uuid4()), "epoch": None, "cursor": 0, "ops": ops}
    answer = device.page.evaluate(
        """async (body) => {
            const headers = { "Content-Type": "application/json" };
            const response = await fetch("/api/sync", { method: "POST", headers, body });
            return { status: response.status, refused: (await response.json()).refused };
        }""",
        json.dumps(request),
    )
    assert answer == {"status": 200, "refused": []}
    return ids


def an_op(collection: str, ids: dict[str, list[str]], life: int, words: Any) -> dict[str, Any]:
    values = {
        name: value_for(name, spec, ids, life, words)
        for name, spec in COLLECTIONS[collection].fields.items()
        if name not in NOT_SET
    }
    stamp = tick(None, now_ms=time.time_ns() // 1_000_000, node=NODE)
    return {"collection": collection, "id": ids[collection][life], "stamp": stamp, "set": values, "seen": {}}


def value_for(name: str, spec: FieldSpec, ids: dict[str, list[str]], life: int, words: Any) -> Any:
    now = datetime.now(UTC)
    makers: dict[str, Callable[[], Any]] = {
        "short": lambda: (ADDRESSES[life] if name in ("link", "email") else next(words))[: spec.max],
        "text": lambda: "\n".join(TEXTS),
        "moment": lambda: now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "day": lambda: now.date().isoformat(),
        "integer": lambda: spec.min,
        "flag": lambda: life % 2 == 0,
        "choice": lambda: spec.choices[life % len(spec.choices)],
        "ref": lambda: ids[REFERENCES.get(name, "interviews")][life],
        "structured": lambda: structured(next(words)),
    }
    return makers[spec.type]()


def structured(words: str) -> list[dict[str, str]]:
    """A list of objects with every key the client looks for, all of them hostile."""
    keys = (
        "id",
        "name",
        "email",
        "text",
        "kind",
        "title",
        "label",
        "option",
        "criterion",
        "day",
        "from",
        "to",
    )
    return [dict.fromkeys(keys, words)]
