"""Which passkey a session was begun with, and which session did what a notice tells of.

Why: a passkey that is removed takes along what was opened with it; and nobody is told what they did themselves.

Sessions and notices of before know neither: those go on, these are told to everybody, as until now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("sessions", sa.Column("passkey_id", sa.String(36), nullable=True))
    op.add_column("notices", sa.Column("by_session", sa.String(36), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("notices") as batch:
        batch.drop_column("by_session")
    with op.batch_alter_table("sessions") as batch:
        batch.drop_column("passkey_id")
