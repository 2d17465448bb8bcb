"""Recovery codes, links between devices, what their owner is told about them, and the traces of deleted accounts.

Why: somebody who lost every passkey, or whose browser knows none, must get in, and a device must learn that its
account is no more.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

ID = sa.String(36)
HASH = sa.LargeBinary(32)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    # Every session so far was begun with a passkey.
    with op.batch_alter_table("sessions") as batch:
        batch.add_column(sa.Column("has_passkey", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.create_table(
        "recovery_codes",
        sa.Column("code_hash", HASH, nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("code_hash", name="pk_recovery_codes"),
        _of_account("recovery_codes"),
    )
    op.create_index("ix_recovery_codes_account_id", "recovery_codes", ["account_id"])
    op.create_table(
        "entrances",
        sa.Column("id", ID, nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("code_hash", HASH, nullable=True),
        sa.Column("secret_hash", HASH, nullable=True),
        sa.Column("browser_hash", HASH, nullable=True),
        sa.Column("device", sa.String(100), nullable=False),
        sa.Column("has_passkeys", sa.Boolean(), nullable=False),
        sa.Column("number", sa.String(2), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("entered_at", MOMENT, nullable=True),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("refused_at", MOMENT, nullable=True),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entrances"),
        sa.UniqueConstraint("code_hash", name="uq_entrances_code_hash"),
        sa.UniqueConstraint("secret_hash", name="uq_entrances_secret_hash"),
        _of_account("entrances"),
    )
    for column in ("account_id", "browser_hash", "expires_at"):
        op.create_index(f"ix_entrances_{column}", "entrances", [column])
    op.create_table(
        "notices",
        sa.Column("id", ID, nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("device", sa.String(100), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
        _of_account("notices"),
    )
    op.create_index("ix_notices_account_id", "notices", ["account_id"])
    op.create_table(
        "gone_sessions",
        sa.Column("token_hash", HASH, nullable=False),
        sa.Column("forget_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_gone_sessions"),
    )
    op.create_index("ix_gone_sessions_forget_at", "gone_sessions", ["forget_at"])


def downgrade() -> None:
    for table in ("gone_sessions", "notices", "entrances", "recovery_codes"):
        op.drop_table(table)
    with op.batch_alter_table("sessions") as batch:
        batch.drop_column("has_passkey")


def _of_account(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["account_id"], ["accounts.id"], name=f"fk_{table}_account_id", ondelete="CASCADE"
    )
