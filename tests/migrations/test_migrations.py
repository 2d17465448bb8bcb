"""Migrations up and down with rows in them, on both databases; the models and the newest revision agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from webapp.accounts.models import Account
from webapp.database import Base, UtcMoment, begin_read, begin_write, create_engine_for, lock_account
from webapp.journal.collections import COLLECTIONS, Collection
from webapp.journal.fields import FieldSpec
from webapp.migrate import alembic_config, migrate

ACCOUNT = "01932b1e-5c00-7abc-8def-0123456789ab"
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
VALUES = {
    "short": "x", "text": "words\n", "moment": NOW, "day": date(2026, 11, 23), "integer": 3, "flag": True,
    "ref": ACCOUNT, "structured": {"a": [1]},
}  # fmt: skip


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    engine = create_engine_for(database)
    yield engine
    engine.dispose()


def revisions() -> list[str]:
    script = ScriptDirectory.from_config(alembic_config("sqlite://"))
    return [revision.revision for revision in reversed(list(script.walk_revisions()))]


def test_there_is_one_line_of_revisions_each_with_a_reason():
    script = ScriptDirectory.from_config(alembic_config("sqlite://"))
    assert len(script.get_heads()) == 1
    for revision in script.walk_revisions():
        assert "\nWhy: " in revision.doc or "\nWhy: " in revision.longdoc


def test_models_and_migrations_agree(database: str):
    command.check(alembic_config(database))


def test_migrating_twice_changes_nothing(database: str):
    migrate(database)
    command.check(alembic_config(database))


def test_a_row_of_every_collection_fits_into_the_newest_tables(engine: Engine):
    fill(engine)
    with begin_read(engine) as connection:
        for collection in COLLECTIONS.values():
            row = connection.execute(sa.select(collection.table)).one()._mapping
            for name, spec in collection.fields.items():
                assert row[name] == value_for(spec)


def test_down_and_up_again_with_rows_in_the_tables(engine: Engine, database: str):
    """Each step down is taken by a database that is in use, and the way up is open afterwards."""
    fill(engine)
    for revision in reversed(["base", *revisions()[:-1]]):
        command.downgrade(alembic_config(database), revision)
    assert tables(engine) == {"alembic_version"}
    migrate(database)
    command.check(alembic_config(database))
    fill(engine)


def test_each_revision_can_be_left_and_taken_again_without_touching_older_rows(engine: Engine, database: str):
    """From the newest down: each is left, taken and left for good, with the rows of all older ones in their tables."""
    fill(engine)
    for revision, older in pairwise(reversed(["base", *revisions()])):
        before = rows(engine)
        command.downgrade(alembic_config(database), older)
        left = rows(engine)
        command.upgrade(alembic_config(database), revision)
        again = rows(engine)
        assert again.keys() == before.keys()
        assert {name: again[name] for name in left} == {name: before[name] for name in left}
        command.downgrade(alembic_config(database), older)
        assert rows(engine) == left


def test_deleting_an_account_leaves_no_row_anywhere(engine: Engine):
    fill(engine)
    with begin_write(engine) as connection:
        connection.execute(sa.delete(Account))
    with begin_read(engine) as connection:
        for table in Base.metadata.sorted_tables:
            # Both are of nobody (webapp/accounts/deletion.py).
            if table.name not in ("histories", "gone_sessions"):
                assert connection.scalar(sa.select(sa.func.count()).select_from(table)) == 0


def test_a_fresh_database_has_one_history(engine: Engine):
    with begin_read(engine) as connection:
        rows = connection.execute(sa.text("SELECT epoch FROM histories")).all()
    assert len(rows) == 1
    assert rows[0].epoch


def fill(engine: Engine) -> None:
    with begin_write(engine) as connection:
        connection.execute(sa.insert(Account).values(id=ACCOUNT, user_handle=b"h", created_at=NOW))
        lock_account(connection, ACCOUNT)
        for collection in COLLECTIONS.values():
            connection.execute(sa.insert(collection.table).values(row_of(collection)))
        for name in set(Base.metadata.tables) - set(COLLECTIONS) - {"accounts", "histories"}:
            connection.execute(
                sa.insert(Base.metadata.tables[name]).values(any_row(Base.metadata.tables[name]))
            )


def row_of(collection: Collection) -> dict[str, Any]:
    own = {"account_id": ACCOUNT, "id": ACCOUNT, "seq": 1, "stamps": {"trashed_at": "x"}, "changed_at": NOW}
    return own | {name: value_for(spec) for name, spec in collection.fields.items()}


def value_for(spec: FieldSpec) -> Any:
    return spec.choices[0] if spec.type == "choice" else VALUES[spec.type]


def any_row(table: sa.Table) -> dict[str, Any]:
    """Something in every column that needs it."""
    required = [column for column in table.columns if not column.nullable]
    row = {column.name: value_of_type(column.type) for column in required}
    return row | ({"account_id": ACCOUNT} if "account_id" in table.columns else {})


def value_of_type(kind: sa.types.TypeEngine[Any]) -> Any:
    if isinstance(kind, UtcMoment):
        return NOW
    if isinstance(kind, sa.JSON):
        return {}
    return {str: "x", int: 1, bool: True, bytes: b"x"}[kind.python_type]


def tables(engine: Engine) -> set[str]:
    return set(sa.inspect(engine).get_table_names())


def rows(engine: Engine) -> dict[str, int]:
    """How many each table holds."""
    with begin_read(engine) as connection:
        count = sa.select(sa.func.count())
        return {name: connection.scalar(count.select_from(sa.table(name))) or 0 for name in tables(engine)}
