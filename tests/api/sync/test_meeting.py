"""Two devices write one row. Failure cases 12: its fields, 13: a short field, 14: the note, 16: the trash."""

from __future__ import annotations

import pytest

from tests.api.sync.device import Device, Json, new_id

TRASHED = "2026-11-23T09:30:00Z"


@pytest.fixture
def row_id(phone: Device, laptop: Device) -> str:
    """An item with a note that both devices have seen."""
    row_id = new_id()
    phone.write(row_id, text="call them", note="one two three")
    laptop.pull()
    return row_id


def test_different_fields_both_stay(phone: Device, laptop: Device, row_id: str):
    phone.write(row_id, done_at=TRASHED)
    laptop.write(row_id, note="one two four", why="because")
    phone.pull()
    assert phone.item(row_id) == laptop.item(row_id)
    assert phone.item(row_id) == {
        "text": "call them", "note": "one two four", "done_at": TRASHED, "why": "because"
    }  # fmt: skip


def test_of_two_short_values_the_later_wins_and_the_other_is_kept(phone: Device, laptop: Device, row_id: str):
    earlier = phone.op(row_id, text="earlier")
    later = laptop.op(row_id, text="later", stamp=laptop.stamp(ahead_ms=5))
    laptop.send(later)
    phone.send(earlier)
    phone.pull()
    assert phone.item(row_id)["text"] == "later"
    assert phone.kept(row_id, "text") == ["earlier"]


def test_in_the_other_order_the_same_wins_and_the_same_is_kept(phone: Device, laptop: Device, row_id: str):
    earlier = phone.op(row_id, text="earlier")
    later = laptop.op(row_id, text="later", stamp=laptop.stamp(ahead_ms=5))
    phone.send(earlier)
    laptop.send(later)
    phone.pull()
    assert phone.item(row_id)["text"] == "later"
    assert phone.kept(row_id, "text") == ["earlier"]


def test_a_short_value_replaced_by_somebody_who_saw_it_is_not_kept(phone: Device, row_id: str):
    phone.write(row_id, text="call her")
    assert phone.kept(row_id, "text") == []


def test_a_text_based_on_another_is_refused_and_handed_the_current_one(phone, laptop, row_id):
    op = laptop.op(row_id, note="one two laptop", text="laptop")
    phone.write(row_id, note="one phone three")
    answer = laptop.send(op)
    [refused] = answer["refused"]
    current = {"value": "one phone three", "stamp": phone.stamps["items", row_id]["note"]}
    assert (refused["op"], refused["field"], refused["code"]) == (0, "note", "text_conflict")
    assert refused["current"] == current
    # The other field of the same op is not held back.
    assert laptop.item(row_id) == {"text": "laptop", "note": "one phone three"}


def test_merged_and_sent_again_both_edits_are_there(phone: Device, laptop: Device, row_id: str):
    op = laptop.op(row_id, note="one two laptop")
    phone.write(row_id, note="one phone three")
    current = laptop.send(op)["refused"][0]["current"]
    merged = laptop.op(row_id, note="one phone laptop", seen={"note": current["stamp"]})
    assert laptop.send(merged)["refused"] == []
    phone.pull()
    assert phone.item(row_id)["note"] == "one phone laptop"
    assert phone.kept(row_id, "note") == ["one phone three", "one two three"]


def test_every_replaced_text_is_kept_even_when_it_was_seen(phone: Device, row_id: str):
    phone.write(row_id, note="four")
    phone.write(row_id, note=None)
    assert phone.kept(row_id, "note") == ["four", "one two three"]


def test_a_text_deleted_on_one_device_and_edited_on_another_is_a_conflict(phone, laptop, row_id):
    edit = laptop.op(row_id, note="one two three four")
    phone.write(row_id, note=None)
    [refused] = laptop.send(edit)["refused"]
    assert refused["current"]["value"] is None
    assert refused["current"]["stamp"] == phone.stamps["items", row_id]["note"]


def test_two_first_texts_of_a_row_meet_as_a_conflict(phone: Device, laptop: Device):
    row_id = new_id()
    op = laptop.op(row_id, note="laptop's")
    phone.write(row_id, note="phone's")
    assert laptop.send(op)["refused"][0]["current"]["value"] == "phone's"


@pytest.mark.parametrize(
    "words", ["👩🏽‍💻" * 1000, "a\r\nb\rc\n", "\u200bé́\ufeff", "x" * 100_000, "\u2028\u2029\t"]
)
def test_texts_come_back_to_the_character(phone: Device, laptop: Device, row_id: str, words: str):
    phone.write(row_id, note=words)
    laptop.pull()
    assert laptop.item(row_id)["note"] == words
    laptop.write(row_id, note="short")
    assert laptop.kept(row_id, "note")[0] == words


def test_committed_answer_lost_typed_on_and_retried_is_no_conflict(phone, laptop, row_id):
    frozen = phone.op(row_id, note="one two three four")
    phone.post(frozen)  # the answer is lost
    typed_on = phone.op(row_id, note="one two three four five", seen={"note": frozen["stamp"]})
    laptop.pull()
    answer = phone.send(frozen, typed_on)
    assert answer["refused"] == []
    assert phone.item(row_id)["note"] == "one two three four five"


def test_a_repeat_after_somebody_wrote_on_it_is_no_conflict(phone: Device, laptop: Device, row_id: str):
    """Or its words would be merged with their own offspring, and doubled."""
    frozen = phone.op(row_id, note="one two three four")
    phone.post(frozen)
    laptop.pull()
    laptop.write(row_id, note="one two three four, and five")
    assert phone.send(frozen)["refused"] == []
    assert phone.item(row_id)["note"] == "one two three four, and five"


# Case 16: the trash against the pen.


def test_what_is_trashed_can_be_restored(phone: Device, row_id: str):
    phone.send(phone.trash(row_id))
    phone.write(row_id, trashed_at=None)
    assert phone.item(row_id)["trashed_at"] is None


def test_a_text_written_without_knowing_of_the_trash_brings_the_row_back(phone, laptop, row_id):
    edit = laptop.op(row_id, note="one two three four")
    phone.send(phone.trash(row_id))
    laptop.send(edit)
    phone.pull()
    assert phone.item(row_id)["trashed_at"] is None
    assert phone.item(row_id)["note"] == "one two three four"
    assert phone.kept(row_id, "trashed_at") == [TRASHED]


def test_the_same_when_the_trash_arrives_after_the_text(phone: Device, laptop: Device, row_id: str):
    bin_it = phone.trash(row_id)
    laptop.write(row_id, note="one two three four")
    phone.send(bin_it)
    laptop.pull()
    assert laptop.item(row_id)["trashed_at"] is None
    assert phone.kept(row_id, "trashed_at") == [TRASHED]


def test_the_sender_hears_that_its_trash_did_not_count(phone: Device, laptop: Device, row_id: str):
    bin_it = phone.trash(row_id)
    laptop.write(row_id, note="one two three four")
    phone.send(bin_it)
    assert phone.item(row_id)["trashed_at"] is None
    assert phone.stamps["items", row_id]["trashed_at"] > bin_it["stamp"]


def test_a_row_that_came_back_can_be_trashed_again(phone: Device, laptop: Device, row_id: str):
    edit = laptop.op(row_id, note="one two three four")
    phone.send(phone.trash(row_id))
    laptop.send(edit)
    phone.pull()
    phone.send(phone.trash(row_id))
    assert phone.item(row_id)["trashed_at"] == TRASHED


def test_repeating_the_edit_does_not_bring_it_back_again(phone: Device, laptop: Device, row_id: str):
    edit = laptop.op(row_id, note="one two three four")
    phone.send(phone.trash(row_id))
    laptop.send(edit)
    phone.pull()
    phone.send(phone.trash(row_id))
    laptop.send(edit)
    laptop.pull()
    assert laptop.item(row_id)["trashed_at"] == TRASHED


def test_repeating_a_trash_that_did_not_count_does_not_make_it_count(phone, laptop, row_id):
    bin_it = phone.trash(row_id)
    laptop.write(row_id, note="one two three four")
    for _ in range(3):
        phone.send(bin_it)
    assert phone.item(row_id)["trashed_at"] is None


def test_a_short_value_does_not_bring_a_row_back(phone: Device, laptop: Device, row_id: str):
    check = laptop.op(row_id, done_at=TRASHED)
    phone.send(phone.trash(row_id))
    laptop.send(check)
    laptop.pull()
    assert laptop.item(row_id)["trashed_at"] == TRASHED
    assert laptop.item(row_id)["done_at"] == TRASHED


def test_a_text_edited_in_the_trash_stays_there(phone: Device, row_id: str):
    phone.send(phone.trash(row_id))
    phone.write(row_id, note="edited in the trash")
    assert phone.item(row_id)["trashed_at"] == TRASHED


def test_a_refused_text_does_not_bring_a_row_back(phone: Device, laptop: Device, row_id: str):
    edit = laptop.op(row_id, note="laptop's")
    phone.write(row_id, note="phone's")
    phone.send(phone.trash(row_id))
    laptop.send(edit)
    assert laptop.item(row_id)["trashed_at"] == TRASHED


def test_edited_and_then_trashed_offline_it_goes(phone: Device, row_id: str):
    edit = phone.op(row_id, note="last words")
    bin_it: Json = phone.op(row_id, seen={"note": edit["stamp"], "trashed_at": None}, trashed_at=TRASHED)
    phone.send(edit, bin_it)
    assert phone.item(row_id) == {"text": "call them", "note": "last words", "trashed_at": TRASHED}


def test_a_text_and_the_trash_in_one_op_it_goes(phone: Device, row_id: str):
    phone.write(row_id, note="last words", trashed_at=TRASHED)
    assert phone.item(row_id)["trashed_at"] == TRASHED


def test_trashed_on_both_devices_it_stays_trashed(phone: Device, laptop: Device, row_id: str):
    ops = phone.trash(row_id), laptop.trash(row_id)
    phone.send(ops[0])
    laptop.send(ops[1])
    phone.pull()
    assert phone.item(row_id)["trashed_at"] == TRASHED


def test_trashed_by_one_who_saw_the_text_and_one_who_did_not_it_stays_trashed(
    phone: Device, laptop: Device, row_id: str
):
    unaware = laptop.trash(row_id)
    phone.write(row_id, note="newer")
    phone.send(phone.trash(row_id))
    laptop.send(unaware)
    laptop.pull()
    assert laptop.item(row_id)["trashed_at"] == TRASHED


def test_a_child_of_a_trashed_parent_arrives(phone: Device, laptop: Device):
    parent, child = new_id(), new_id()
    phone.write(parent, collection="checklists", title="Debrief")
    laptop.pull()
    op = laptop.op(child, text="one more", checklist=parent)
    phone.send(phone.trash(parent, collection="checklists", texts=()))
    laptop.send(op)
    assert laptop.item(child) == {"text": "one more", "checklist": parent}
    assert laptop.fields["checklists", parent]["trashed_at"] == TRASHED
