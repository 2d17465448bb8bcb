"""What the lasting habits keep beyond the first release: who somebody is to you, dates, answers, and yourself.

Why: the boss is asked for once, a plan has a day, a win answers a gap, and a sentence is sorted in a row of its own.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

ID = sa.String(36)
CHOICE = sa.String(40)
MOMENT = sa.DateTime(timezone=True)
DAY = sa.Date()
JSON = sa.JSON(none_as_null=True)

FIELDS: dict[str, dict[str, Any]] = {
    "people": {"relation": CHOICE, "merged_into": ID},
    "wins": {"praiser": ID, "may_leave": CHOICE, "answers_feedback": ID, "answers_gap": sa.String(500)},
    "forwards": {"message": ID},
    "plans": {"next_step_on": DAY},
    "decisions": {
        "risk": sa.String(500),
        "commitment": sa.String(500),
        "commitment_on": DAY,
        "came_true": CHOICE,
        "reviewed_at": MOMENT,
    },
}

COLLECTIONS: dict[str, dict[str, Any]] = {
    "sortings": {"feedback": ID, "sentence": sa.String(300), "kind": CHOICE},
    "profiles": {
        "name": sa.String(200),
        "organisation": sa.String(200),
        "department": sa.String(200),
        "level": CHOICE,
        "stop_waiting_on": DAY,
        "stop_waiting_set_at": MOMENT,
        "days_off": JSON,
    },
}


def upgrade() -> None:
    for table, fields in FIELDS.items():
        for field, kind in fields.items():
            op.add_column(table, sa.Column(field, kind, nullable=True))
    for name, fields in COLLECTIONS.items():
        op.create_table(
            name,
            sa.Column("account_id", ID, nullable=False),
            sa.Column("id", ID, nullable=False),
            sa.Column("seq", sa.BigInteger(), nullable=False),
            sa.Column("stamps", sa.JSON(), nullable=False),
            sa.Column("changed_at", MOMENT, nullable=False),
            sa.Column("purged_at", MOMENT, nullable=True),
            sa.Column("trashed_at", MOMENT, nullable=True),
            *(sa.Column(field, kind, nullable=True) for field, kind in fields.items()),
            sa.PrimaryKeyConstraint("account_id", "id", name=f"pk_{name}"),
            sa.ForeignKeyConstraint(
                ["account_id"], ["accounts.id"], name=f"fk_{name}_account_id", ondelete="CASCADE"
            ),
        )
        op.create_index(f"ix_{name}_feed", name, ["account_id", "seq"])


def downgrade() -> None:
    for name in reversed(COLLECTIONS):
        op.drop_table(name)
    for table, fields in FIELDS.items():
        with op.batch_alter_table(table) as batch:
            for field in fields:
                batch.drop_column(field)
