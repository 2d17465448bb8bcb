"""Earlier values of fields, and the marks that make a repeated request harmless.

Why: nothing typed may be lost, so what is replaced or loses has to go somewhere.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "revisions",
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("collection", sa.String(40), nullable=False),
        sa.Column("row_id", sa.String(36), nullable=False),
        sa.Column("field", sa.String(40), nullable=False),
        sa.Column("stamp", sa.String(34), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "collection", "row_id", "field", "stamp", name="pk_revisions"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_revisions_account_id", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    op.drop_table("revisions")
