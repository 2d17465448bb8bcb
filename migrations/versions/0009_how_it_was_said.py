"""How praise was said: in writing, in a talk, in a meeting, in an answer.

Why: a quote without it is hearsay, and a page for the review talk is asked where it comes from.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("wins", sa.Column("said_how", sa.String(40), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("wins") as batch:
        batch.drop_column("said_how")
