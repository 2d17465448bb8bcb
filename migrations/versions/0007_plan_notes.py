"""What an option of Plan B says beyond its title: a word that tells it apart, and notes.

Why: "Inside, sideways" and "Learn, 12 weeks" are read at a glance, and what one found out needs a place.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("plans", sa.Column("detail", sa.String(200), nullable=True))
    op.add_column("plans", sa.Column("notes", sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("plans") as batch:
        batch.drop_column("notes")
        batch.drop_column("detail")
