"""Which history of the database this is, begun here.

Why: a device must notice that the server came back from a backup, or it would skip what has old numbers.
"""

import secrets
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    histories = op.create_table(
        "histories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.String(36), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_histories"),
    )
    # SQLite keeps moments without a zone (webapp/database.py), and both databases take this one as UTC.
    begun_at = datetime.now(UTC)
    if op.get_bind().dialect.name == "sqlite":
        begun_at = begun_at.replace(tzinfo=None)
    op.bulk_insert(histories, [{"id": 1, "epoch": secrets.token_urlsafe(9), "begun_at": begun_at}])


def downgrade() -> None:
    op.drop_table("histories")
