"""Options and criteria of a worksheet get rows of their own.

Why: each list was one value, of which two devices that added to it without a network kept only the later.

No row is written here. What `decisions.options` and `criteria` hold stays, and is what the rows are laid over:
devices of the release before, also those that are away now, go on writing it until they are updated.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

ID = sa.String(36)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "decision_parts",
        sa.Column("account_id", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("stamps", sa.JSON(), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("purged_at", MOMENT, nullable=True),
        sa.Column("trashed_at", MOMENT, nullable=True),
        sa.Column("decision", ID, nullable=True),
        sa.Column("kind", sa.String(40), nullable=True),
        sa.Column("part", sa.String(80), nullable=True),
        sa.Column("name", sa.String(80), nullable=True),
        sa.Column("weight", sa.Integer(), nullable=True),
        sa.Column("position", sa.String(200), nullable=True),
        sa.Column("removed", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("account_id", "id", name="pk_decision_parts"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_decision_parts_account_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_decision_parts_feed", "decision_parts", ["account_id", "seq"])


def downgrade() -> None:
    op.drop_table("decision_parts")
