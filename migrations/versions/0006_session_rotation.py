"""What a session keeps of the token it had before, for the few seconds in which a request with it may be on its way.

Why: a session gets a new token when its person shows a passkey again; its other tabs must not be signed out by that.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("sessions", sa.Column("former_token_hash", sa.LargeBinary(32), nullable=True))
    op.add_column("sessions", sa.Column("rotated_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_sessions_former_token_hash", "sessions", ["former_token_hash"])


def downgrade() -> None:
    op.drop_index("ix_sessions_former_token_hash", "sessions")
    with op.batch_alter_table("sessions") as batch:
        batch.drop_column("rotated_at")
        batch.drop_column("former_token_hash")
