"""Whatever is sent, the answer is a 200 or a 4xx with a path, and a refused request wrote nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.sync.device import DEVICE_ID, Device
from tests.factories import a_settings, sign_in
from webapp import create_app
from webapp.journal.collections import COLLECTIONS

STAMPS = [
    "000000000000-0000-0000000000000000",
    "01a207ab5a7b-0000-aaaaaaaaaaaaaaaa",
    "ffffffffffff-ffff-ffffffffffffffff",
]
IDS = [DEVICE_ID, "00000000-0000-0000-0000-000000000000"]
MOMENTS = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "2026-11-23T09:30:00Z"]

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    | st.sampled_from([*STAMPS, *IDS, *MOMENTS, "waiting", "x" * 600]),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=5), part, max_size=3),
    max_leaves=5,
)
FIELDS = sorted({name for collection in COLLECTIONS.values() for name in collection.fields})
names = st.sampled_from(FIELDS) | st.text(max_size=5)
ops = st.fixed_dictionaries(
    {
        "collection": st.sampled_from(sorted(COLLECTIONS)) | anything,
        "id": st.sampled_from(IDS) | anything,
        "stamp": st.sampled_from(STAMPS) | anything,
        "set": st.dictionaries(names, anything, max_size=4) | anything,
    },
    optional={"seen": st.dictionaries(names, st.sampled_from(STAMPS) | st.none(), max_size=4) | anything},
)
requests = st.fixed_dictionaries(
    {
        "schema": st.just(1) | anything,
        "device": st.just(DEVICE_ID) | anything,
        "epoch": st.none() | anything,
        "cursor": st.integers(0, 9) | anything,
        "ops": st.lists(ops, max_size=4) | anything,
    },
    optional={"more": anything},
)
# Sound in all but one place, so that the interesting places are reached.
sound_ops = st.fixed_dictionaries(
    {
        "collection": st.sampled_from(sorted(COLLECTIONS)),
        "id": st.sampled_from(IDS),
        "stamp": st.sampled_from(STAMPS),
        "set": st.dictionaries(names, anything, max_size=6),
        "seen": st.dictionaries(names, st.sampled_from(STAMPS) | st.none(), max_size=4),
    }
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def device(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Device]:
    """One account for all examples: what one leaves behind is what the next one meets."""
    if request.param == "sqlite":
        url = f"sqlite:///{_copy(request.getfixturevalue('migrated_sqlite'), tmp_path_factory)}"
    else:
        url = request.getfixturevalue("migrated_postgresql_copy")
    app: Flask = create_app(a_settings(database_url=url))
    yield Device(sign_in(app))
    app.extensions["rebound"].engine.dispose()


@pytest.fixture(scope="module")
def migrated_postgresql_copy(postgresql_server: str, migrated_postgresql: str, worker: str) -> Iterator[str]:
    import psycopg

    name = f"malformed_{worker}"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {migrated_postgresql}".encode())
        address = postgresql_server.replace("postgresql://", "postgresql+psycopg://", 1)
        yield address.replace("/postgres?", f"/{name}?", 1)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


fuzz = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@fuzz
@given(request=requests)
def test_any_json_is_answered(device: Device, request: Any):
    _check(device, json.dumps(request).encode())


@fuzz
@given(batch=st.lists(sound_ops, min_size=1, max_size=5))
def test_any_values_in_a_sound_request_are_taken_or_refused_one_by_one(device: Device, batch: list[Any]):
    response = _check(device, json.dumps(device.request(*batch)).encode())
    if response.status_code == 422:
        assert "NUL" in response.get_json()["error"]["message"]
        return
    assert response.status_code == 200
    assert all(0 <= refused["op"] < len(batch) for refused in response.get_json()["refused"])


@fuzz
@given(body=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_answered(device: Device, body: bytes):
    _check(device, body)


@fuzz
@given(cut=st.integers(0, 400), insert=st.binary(max_size=3))
def test_a_damaged_request_is_answered(device: Device, cut: int, insert: bytes):
    whole = json.dumps(device.request(device.op(DEVICE_ID, text="x", note="y"))).encode()
    _check(device, whole[:cut] + insert + whole[cut + 1 :])


@fuzz
@given(address=st.text(max_size=30).filter(lambda text: "/" not in text))
def test_any_address_is_answered(device: Device, address: str):
    for path in (f"/api/sync/revisions/{address}/{DEVICE_ID}", f"/api/sync/revisions/items/{address}"):
        response = device.client.get(path)
        assert response.status_code in (200, 308, 404)


def _check(device: Device, body: bytes) -> Any:
    before = device.client.get("/api/sync/digest").get_json()
    response = device.client.post("/api/sync", data=body, content_type="application/json")
    assert response.status_code in (200, 413, 422), response.get_data(as_text=True)
    if response.status_code != 200:
        error = response.get_json()["error"]
        assert error["message"]
        assert error["path"].startswith("$") or response.status_code == 413
        assert device.client.get("/api/sync/digest").get_json() == before
    return response


def _copy(template: Path, folders: pytest.TempPathFactory) -> Path:
    path = folders.mktemp("malformed") / "rebound.db"
    path.write_bytes(template.read_bytes())
    return path
