"""The rules that server and client share, as tests/vectors has them; tests/client reads the same files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from webapp.sync import clock
from webapp.sync.digest import digest
from webapp.sync.merge import Decision, decide_scalar, decide_text, stamp_of_return, stamp_of_staying

VECTORS = Path(__file__).parents[2] / "vectors"
STAMPS = json.loads((VECTORS / "stamp.json").read_text())
MERGES = json.loads((VECTORS / "merge.json").read_text())
DIGESTS = json.loads((VECTORS / "digest.json").read_text())


def cases(lines: list[dict[str, Any]]) -> Any:
    names = [case.get("name") or str(next(iter(case.values()))) for case in lines]
    return pytest.mark.parametrize("case", lines, ids=names)


@cases(STAMPS["valid"])
def test_a_stamp_is_read_and_written_back(case):
    reading = clock.Reading(case["millis"], case["counter"], case["node"])
    assert clock.parse(case["text"]) == reading
    assert clock.format_stamp(reading) == case["text"]


@pytest.mark.parametrize("text", STAMPS["invalid"])
def test_what_is_not_a_stamp_is_refused(text):
    with pytest.raises(clock.InvalidStamp):
        clock.parse(text)


def test_the_order_of_stamps_is_the_order_of_their_texts():
    stamps = STAMPS["ascending"]
    assert sorted(stamps) == stamps
    readings = [clock.parse(stamp) for stamp in stamps]
    assert sorted(readings, key=lambda r: (r.millis, r.counter, r.node)) == readings


@cases(STAMPS["successor"])
def test_a_successor_is_the_next_one_of_its_node(case):
    assert clock.successor(case["of"], case["node"]) == case["is"]


@pytest.mark.parametrize("stamp", STAMPS["no_successor"])
def test_after_the_last_stamp_there_is_none(stamp):
    with pytest.raises(clock.ClockExhausted):
        clock.successor(stamp, clock.SERVER_NODE)


@cases(STAMPS["tick"])
def test_the_clock_never_reads_less_than_before(case):
    assert clock.tick(case["last"], now_ms=case["now_ms"], node=case["node"]) == case["is"]


@cases(STAMPS["ahead"])
def test_five_minutes_ahead_is_believed_and_no_more(case):
    assert STAMPS["max_ahead_ms"] == clock.MAX_AHEAD_MS
    assert clock.is_ahead(case["stamp"], now_ms=case["now_ms"]) is case["is"]


@cases(MERGES["scalar"])
def test_scalars(case):
    decision = decide_scalar(
        case["current"], case["stamp"], seen=case["seen"], is_known=case["stamp"] in case["kept"]
    )
    assert decision == Decision(case["is"], case["keeps"])


@cases(MERGES["text"])
def test_texts(case):
    decision = decide_text(
        case["current"], case["stamp"], seen=case["seen"], is_known=case["stamp"] in case["kept"]
    )
    assert decision.verdict == case["is"]
    # Every replaced text can be had back.
    assert decision.keeps == ("replaced" if case["is"] == "applied" and case["current"] else None)


@cases(MERGES["text_into_trash"])
def test_a_text_meets_the_trash(case):
    assert stamp_of_return(case["trashed_at"], case["seen"]) == case["comes_back_with"]


@cases(MERGES["trash_over_text"])
def test_the_trash_meets_a_text(case):
    assert stamp_of_staying(case["stamp"], case["seen"], texts=case["texts"]) == case["stays_with"]


@cases(DIGESTS["cases"])
def test_digests(case):
    assert digest(map(tuple, case["rows"])) == (len(case["rows"]), case["hash"])


def test_the_digest_of_many_rows():
    rows = [("items", f"01932b1e-{i:04x}-7abc-8def-{i * 7919:012x}", i * 3 + 1) for i in range(1000)]
    assert digest(rows) == (DIGESTS["generated"]["count"], DIGESTS["generated"]["hash"])
