"""The feed, page by page. Failure cases 25: cut anywhere, 26: rows changing meanwhile, 27: inside a batch."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from tests.api.sync.device import Device, new_id
from webapp.sync import feed


@pytest.fixture
def pages_of_three(monkeypatch):
    """The same feed with a page size that a test can fill."""
    monkeypatch.setattr(feed, "MAX_ROWS", 3)


def test_a_first_sync_is_paging_from_nothing(phone: Device, laptop: Device, pages_of_three):
    ids = [new_id() for _ in range(8)]
    phone.post(*(phone.op(row_id, text=f"{n}") for n, row_id in enumerate(ids)))
    pages = [laptop.send() for _ in range(3)]
    assert [[c["id"] for c in page["changes"]] for page in pages] == [ids[:3], ids[3:6], ids[6:]]
    assert [page["more"] for page in pages] == [True, True, False]
    assert [page["cursor"] for page in pages] == [3, 6, 8]


def test_a_page_that_is_exactly_full_is_the_last(phone: Device, laptop: Device, pages_of_three):
    phone.post(*(phone.op(new_id(), text="x") for _ in range(3)))
    assert laptop.send()["more"] is False


def test_a_page_mixes_collections_in_the_order_of_their_writing(phone, laptop, pages_of_three):
    names = ["wins", "items", "people", "items", "wins"]
    for name in names:
        phone.write(new_id(), collection=name, **{"name" if name == "people" else "trashed_at": None})
    seen = []
    for _ in range(2):
        seen += [(c["seq"], c["collection"]) for c in laptop.send()["changes"]]
    assert seen == list(enumerate(names, start=1))


def test_rows_that_move_while_somebody_pages_are_not_missed(phone: Device, laptop: Device, pages_of_three):
    """Case 26: rows only move to higher numbers, so they come again at the end."""
    ids = [new_id() for _ in range(7)]
    phone.send(*(phone.op(row_id, text=f"{n}") for n, row_id in enumerate(ids)))
    phone.pull()
    laptop.send()
    phone.write(ids[0], text="moved, was read")
    phone.write(ids[5], text="moved, was not")
    laptop.pull()
    assert {row_id for _, row_id in laptop.fields} == set(ids)
    assert laptop.fields == phone.fields
    assert laptop.cursor == 9


def test_a_page_may_end_in_the_middle_of_a_batch(phone: Device, laptop: Device, pages_of_three):
    """Case 27: pages are cut by number, and every cut leaves whole rows."""
    phone.post(phone.op(new_id(), text="before"))
    phone.post(*(phone.op(new_id(), text=f"{n}") for n in range(4)))
    first = laptop.send()
    assert [c["seq"] for c in first["changes"]] == [1, 2, 3]
    laptop.pull()
    assert len(laptop.fields) == 5


def test_a_device_cut_off_at_any_page_goes_on_from_there(phone: Device, laptop: Device, pages_of_three):
    """Case 25: the answer to a page is lost; the device asks for the same one again."""
    phone.post(*(phone.op(new_id(), text=f"{n}") for n in range(7)))
    while True:
        lost = laptop.post().get_json()
        again = laptop.send()
        assert again["changes"] == lost["changes"]
        if not again["more"]:
            break
    assert len(laptop.fields) == 7


def test_a_devices_own_writes_wait_behind_what_it_has_not_seen(phone: Device, laptop: Device, pages_of_three):
    ids = [new_id() for _ in range(4)]
    laptop.send()
    phone.post(*(phone.op(row_id, text=f"{n}") for n, row_id in enumerate(ids)))
    answer = laptop.write(new_id(), text="mine")
    assert [c["id"] for c in answer["changes"]] == ids[:3]
    assert answer["more"] is True
    laptop.pull()
    assert len(laptop.fields) == 5


def test_a_page_is_about_a_mebibyte(phone: Device, laptop: Device):
    for _ in range(8):
        phone.send(phone.op(new_id(), note="x" * 200_000))
    sizes, more = [], True
    while more:
        response = laptop.post()
        laptop.keep(response.get_json())
        sizes.append(len(response.data))
        more = response.get_json()["more"]
    assert len(laptop.fields) == 8
    assert max(sizes) < 1.3 * 1024 * 1024


def test_a_row_larger_than_a_page_still_comes(phone: Device, laptop: Device, monkeypatch):
    monkeypatch.setattr(feed, "MAX_WEIGHT", 1000)
    phone.send(phone.op(new_id(), note="x" * 5000), phone.op(new_id(), note="y" * 5000))
    assert [len(laptop.send()["changes"]) for _ in range(2)] == [1, 1]


def test_the_cursor_is_the_requests_when_nothing_is_new(phone: Device):
    phone.write(new_id(), text="x")
    assert phone.send()["cursor"] == 1
    assert phone.send(cursor=77)["cursor"] == 77


def test_asking_when_nothing_is_new_costs_one_query(phone: Device, engine):
    phone.write(new_id(), text="x")
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    assert phone.send()["changes"] == []
    about_rows = [s for s in statements if "sessions" not in s and not s.startswith("BEGIN")]
    assert len(about_rows) == 1
