"""Wrong clocks, failure case 17: an hour ahead, a day behind, the year 2099, jumping back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.api.sync.device import Device, new_id
from webapp.sync.clock import MAX_AHEAD_MS, is_ahead, now_ms
from webapp.sync.purge import purge

HOUR_MS = 3_600_000
CENTURY_MS = 100 * 365 * 24 * HOUR_MS
DONE = "2026-11-23T09:30:00Z"


def test_a_few_minutes_ahead_are_believed(phone: Device):
    stamp = phone.stamp(ahead_ms=MAX_AHEAD_MS - 60_000)
    answer = phone.send(phone.op(new_id(), text="x", stamp=stamp))
    assert answer["restamped"] == []
    assert answer["changes"][0]["stamps"] == {"text": stamp}


@pytest.mark.parametrize("ahead_ms", [HOUR_MS, CENTURY_MS])
def test_a_clock_far_ahead_is_brought_down_and_told(phone: Device, ahead_ms: int):
    stamp = phone.stamp(ahead_ms=ahead_ms)
    answer = phone.send(phone.op(new_id(), text="x", note="y", stamp=stamp))
    [restamped] = answer["restamped"]
    assert restamped["op"] == 0
    assert not is_ahead(restamped["stamp"], now_ms=answer["server_time_ms"])
    assert restamped["stamp"].endswith(phone.node)
    assert answer["changes"][0]["stamps"] == {"text": restamped["stamp"], "note": restamped["stamp"]}


def test_it_does_not_win_for_ever(phone: Device, laptop: Device):
    row_id = new_id()
    phone.send(phone.op(row_id, text="from the next century", stamp=phone.stamp(ahead_ms=CENTURY_MS)))
    laptop.pull()
    laptop.write(row_id, text="today")
    phone.pull()
    assert phone.item(row_id)["text"] == "today"


def test_a_repeat_is_brought_down_to_the_same_and_changes_nothing(phone: Device, laptop: Device):
    row_id = new_id()
    op = phone.op(row_id, text="x", note="y", stamp=phone.stamp(ahead_ms=HOUR_MS))
    first = phone.post(op).get_json()
    again = phone.post(op).get_json()
    assert again["restamped"] == first["restamped"]
    assert (again["seq"], again["refused"]) == (first["seq"], [])


def test_a_repeat_is_recognised_when_the_time_has_come(phone: Device, time_machine):
    row_id = new_id()
    op = phone.op(row_id, text="x", note="y", stamp=phone.stamp(ahead_ms=HOUR_MS))
    first = phone.post(op).get_json()
    time_machine.move_to(datetime.now(UTC) + timedelta(hours=2))
    again = phone.post(op).get_json()
    assert again["restamped"] == first["restamped"]
    assert again["seq"] == first["seq"]


def test_a_repeat_is_recognised_after_others_wrote(phone: Device, laptop: Device):
    row_id = new_id()
    op = phone.op(row_id, text="x", note="y", stamp=phone.stamp(ahead_ms=HOUR_MS))
    first = phone.post(op).get_json()
    laptop.pull()
    laptop.write(row_id, text="later", note="y and more")
    again = phone.send(op)
    assert again["restamped"] == first["restamped"]
    assert again["refused"] == []
    assert phone.item(row_id) == {"text": "later", "note": "y and more"}
    assert phone.kept(row_id, "text") == []


def test_the_order_of_a_devices_own_writes_is_kept(phone: Device):
    row_id = new_id()
    stamps = [phone.stamp(ahead_ms=HOUR_MS + n) for n in range(3)]
    ops = [phone.op(row_id, text=f"{n}", stamp=stamp, seen={}) for n, stamp in enumerate(stamps)]
    answer = phone.send(*reversed(ops))
    given = [r["stamp"] for r in sorted(answer["restamped"], key=lambda r: r["op"])]
    assert given == sorted(given, reverse=True)
    assert phone.item(row_id)["text"] == "2"


def test_a_write_that_saw_one_that_was_brought_down_saw_it(phone: Device):
    """Frozen and newer op of one text, both from a clock an hour ahead, in one request."""
    row_id = new_id()
    frozen = phone.op(row_id, note="one", stamp=phone.stamp(ahead_ms=HOUR_MS))
    stamp, seen = phone.stamp(ahead_ms=HOUR_MS + 1), {"note": frozen["stamp"]}
    typed_on = phone.op(row_id, note="one two", stamp=stamp, seen=seen)
    assert phone.send(frozen, typed_on)["refused"] == []
    assert phone.item(row_id)["note"] == "one two"


def test_also_when_the_first_one_came_earlier_and_its_answer_was_lost(phone: Device, time_machine):
    row_id = new_id()
    frozen = phone.op(row_id, note="one", stamp=phone.stamp(ahead_ms=HOUR_MS))
    phone.post(frozen)
    stamp, seen = phone.stamp(ahead_ms=HOUR_MS + 1), {"note": frozen["stamp"]}
    typed_on = phone.op(row_id, note="one two", stamp=stamp, seen=seen)
    time_machine.move_to(datetime.now(UTC) + timedelta(hours=2))
    assert phone.send(frozen, typed_on)["refused"] == []
    assert phone.item(row_id)["note"] == "one two"


def test_a_brought_down_write_stays_above_what_it_saw(phone: Device, laptop: Device):
    row_id = new_id()
    believed = laptop.stamp(ahead_ms=MAX_AHEAD_MS - 60_000)
    laptop.send(laptop.op(row_id, text="four minutes ahead", stamp=believed))
    phone.pull()
    answer = phone.send(phone.op(row_id, text="saw it", stamp=phone.stamp(ahead_ms=HOUR_MS)))
    assert answer["restamped"][0]["stamp"] > believed
    assert phone.item(row_id)["text"] == "saw it"


def test_rows_written_in_one_go_get_one_stamp(phone: Device):
    stamp = phone.stamp(ahead_ms=HOUR_MS)
    answer = phone.send(*(phone.op(new_id(), text="x", stamp=stamp) for _ in range(3)))
    assert len({r["stamp"] for r in answer["restamped"]}) == 1


def test_what_nobody_could_have_seen_raises_nothing(phone: Device):
    """A forged `seen` from the next century must not carry the row there."""
    forged = phone.stamp(ahead_ms=CENTURY_MS)
    op = phone.op(new_id(), text="x", stamp=phone.stamp(ahead_ms=HOUR_MS), seen={"text": forged})
    answer = phone.send(op)
    assert answer["restamped"][0]["stamp"] < phone.stamp(ahead_ms=60_000)


def test_a_refused_text_from_a_clock_ahead_can_be_sent_again(phone: Device, laptop: Device):
    row_id = new_id()
    phone.write(row_id, note="phone's")
    op = laptop.op(row_id, note="laptop's", why="x", stamp=laptop.stamp(ahead_ms=HOUR_MS), seen={})
    for _ in range(2):
        answer = laptop.post(op).get_json()
        assert [r["code"] for r in answer["refused"]] == ["text_conflict"]
    assert len(answer["restamped"]) == 1


def test_a_clock_a_day_behind_loses_short_values_but_no_words(phone: Device, laptop: Device):
    row_id = new_id()
    phone.write(row_id, text="now", note="one")
    laptop.pull()
    stamp = laptop.stamp(ahead_ms=-24 * HOUR_MS)
    laptop.send(laptop.op(row_id, text="a day behind", note="one two", stamp=stamp))
    phone.pull()
    assert phone.item(row_id) == {"text": "now", "note": "one two"}
    assert phone.kept(row_id, "text") == ["a day behind"]


def test_a_clock_that_jumped_back_to_1970_empties_no_trash(phone: Device, laptop: Device, engine):
    row_id = new_id()
    stamp = f"000000000001-0000-{phone.node}"
    phone.send(phone.op(row_id, text="x", trashed_at="1970-01-01T00:00:00Z", stamp=stamp))
    assert purge(engine, now=datetime.now(UTC)).erased == 0


def test_the_answer_says_what_time_it_is(phone: Device):
    before = now_ms()
    assert before <= phone.send()["server_time_ms"] <= now_ms()
