"""The tests, tested: each of these well-known mistakes, made on purpose, must turn one of them red."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from tests.api.sync import test_clocks as clocks
from tests.api.sync import test_concurrency as concurrency
from tests.api.sync import test_meeting as meeting
from tests.api.sync import test_paging as paging
from tests.api.sync.test_meeting import row_id
from tests.api.sync.test_paging import pages_of_three
from webapp.accounts.sessions import AccountCard
from webapp.database import LockedAccount
from webapp.sync import exchange, merge, restamps, row
from webapp.sync.feed import Page, read_page

on_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

__all__ = ["pages_of_three", "row_id"]  # fixtures of the tests that are called here


def last_writer_wins(current: str | None, stamp: str, *, seen: str | None, is_known: bool) -> merge.Decision:
    return merge.decide_scalar(current, stamp, seen=seen, is_known=is_known)


def never_known(current: str | None, stamp: str, *, seen: str | None, is_known: bool) -> merge.Decision:
    return merge.decide_text(current, stamp, seen=seen, is_known=False)


def cursor_from_the_counter(connection: Connection, account_id: str, **options: Any) -> Page:
    """The answer's cursor becomes the counter, read apart from the rows of the page."""
    page = read_page(connection, account_id, **options)
    seq = connection.scalar(sa.text("SELECT seq FROM accounts WHERE id = :id"), {"id": account_id})
    last = page.changes[-1]
    moved = type(last)(last.collection, last.id, seq or 0, last.fields, last.stamps)
    return Page([*page.changes[:-1], moved], page.more)


MISTAKES = {
    "text by the later stamp": (row, "decide_text", last_writer_wins),
    "a repeated text taken for a conflict": (row, "decide_text", never_known),
    "the trash wins over words": (row, "stamp_of_return", lambda *_: None),
    "the trash wins over unseen words": (row, "stamp_of_staying", lambda *_, **__: None),
    "earlier values are dropped": (exchange, "keep_revisions", lambda *_: None),
    "every clock is believed": (restamps, "is_ahead", lambda *_, **__: False),
    "a restamp is forgotten": (exchange, "remember", lambda *_, **__: None),
    "the cursor comes from the counter": (exchange, "read_page", cursor_from_the_counter),
}

CHECKS: dict[str, Callable[..., None]] = {
    "text by the later stamp": meeting.test_a_text_based_on_another_is_refused_and_handed_the_current_one,
    "a repeated text taken for a conflict": meeting.test_a_repeat_after_somebody_wrote_on_it_is_no_conflict,
    "the trash wins over words": meeting.test_a_text_written_without_knowing_of_the_trash_brings_the_row_back,
    "the trash wins over unseen words": meeting.test_the_same_when_the_trash_arrives_after_the_text,
    "earlier values are dropped": meeting.test_of_two_short_values_the_later_wins_and_the_other_is_kept,
    "every clock is believed": clocks.test_rows_written_in_one_go_get_one_stamp,
    "a restamp is forgotten": clocks.test_a_repeat_is_brought_down_to_the_same_and_changes_nothing,
    "the cursor comes from the counter": paging.test_rows_that_move_while_somebody_pages_are_not_missed,
}


@on_sqlite
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_turns_a_test_red(mistake: str, database: str, request: pytest.FixtureRequest, monkeypatch):
    check = CHECKS[mistake]
    names = check.__code__.co_varnames[: check.__code__.co_argcount]
    arguments = {name: request.getfixturevalue(name) for name in names}
    monkeypatch.setattr(*MISTAKES[mistake])
    with pytest.raises((AssertionError, KeyError, ValueError)):
        check(**arguments)


@on_sqlite
@pytest.mark.parametrize("mistake", MISTAKES)
def test_without_the_mistake_it_is_green(mistake: str, database: str, request: pytest.FixtureRequest):
    check = CHECKS[mistake]
    names = check.__code__.co_varnames[: check.__code__.co_argcount]
    check(**{name: request.getfixturevalue(name) for name in names})


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_global_sequence_turns_a_test_red(database: str, engine: Engine, account: AccountCard, monkeypatch):
    """Numbers from a sequence, no lock: what commits late gets a number that readers have passed."""
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE SEQUENCE numbers START 1"))

    def take_a_number(connection: Connection, account_id: str) -> LockedAccount:
        connection.info["locked_account"] = account_id
        number = connection.scalar(sa.text("SELECT nextval('numbers')")) or 0
        return LockedAccount(account_id, number - 1, 0, 0, 0, "")

    for module in (exchange, concurrency):
        monkeypatch.setattr(module, "lock_account", take_a_number)
    monkeypatch.setattr(exchange, "move_counter", lambda *_, **__: None)
    with pytest.raises(AssertionError, match="is_alive"):
        concurrency.test_a_writer_slow_to_commit_holds_back_the_next_but_not_the_reader(engine, account)
