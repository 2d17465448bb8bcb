"""Answers that two devices may give at once get rows of their own: a score, and that two people are two.

Why: the scores of a worksheet were one value, of which two devices kept only the later; a declined merge was forgotten.

No row is written here. What `decisions.scores` and `blind_scores` hold stays, and is read where a cell has no row:
devices of the release before, also those that are away now, go on writing it until they are updated.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

ID = sa.String(36)
CHOICE = sa.String(40)
MOMENT = sa.DateTime(timezone=True)

COLLECTIONS: dict[str, dict[str, Any]] = {
    "decision_scores": {
        "decision": ID,
        "round": CHOICE,
        "option": sa.String(80),
        "criterion": sa.String(80),
        "score": sa.Integer(),
    },
    "namesakes": {"one": ID, "other": ID},
}


def upgrade() -> None:
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
