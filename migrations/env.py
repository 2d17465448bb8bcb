"""How Alembic reaches the database: the address that webapp/migrate.py hands over, else the environment's.

SQLite cannot alter most things in place, so changes there are made in batches (copy, drop, rename); all in
one transaction on either database: a migration that fails leaves what was there.
"""

import os

from alembic import context

import webapp.accounts.models
import webapp.journal.collections
import webapp.journal.revisions  # noqa: F401 (the models register their tables)
from webapp.config import Settings
from webapp.database import Base, begin_write, create_engine_for


class OfflineNotSupported(RuntimeError):
    """`alembic upgrade --sql` was asked for; batches on SQLite must look at the tables that are there."""


def run() -> None:
    if context.is_offline_mode():
        raise OfflineNotSupported("run the migrations against the database itself")
    engine = create_engine_for(_database_url())
    try:
        with begin_write(engine) as connection:
            context.configure(
                connection=connection,
                target_metadata=Base.metadata,
                render_as_batch=True,
                compare_type=True,
                # The transaction is ours: begin_write takes SQLite's lock first, so that two servers queue.
                transactional_ddl=True,
            )
            context.run_migrations()
    finally:
        engine.dispose()


def _database_url() -> str:
    given = context.config.attributes.get("database_url")
    return str(given) if given else Settings.from_environment(os.environ).database_url


run()
