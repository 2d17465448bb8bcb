"""The journal: a table for every collection of the first release.

Why: all of them sync from the first day, so that no later screen has to wait for every device to be updated.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ID = sa.String(36)
CHOICE = sa.String(40)
TEXT = sa.Text()
MOMENT = sa.DateTime(timezone=True)
DAY = sa.Date()
NUMBER = sa.Integer()
FLAG = sa.Boolean()
JSON = sa.JSON(none_as_null=True)


def short(length: int) -> sa.String:
    return sa.String(length)


COLLECTIONS: dict[str, dict[str, Any]] = {
    "interviews": {
        "company": short(200),
        "role": short(200),
        "department": short(200),
        "internal": FLAG,
        "stage": short(100),
        "held_at": MOMENT,
        "promised_at": MOMENT,
        "outcome": CHOICE,
        "outcome_at": MOMENT,
        "confidence": NUMBER,
        "link": short(2000),
        "notes": TEXT,
    },
    "rounds": {
        "interview": ID,
        "held_at": MOMENT,
        "kind": CHOICE,
        "minutes": NUMBER,
        "notes": TEXT,
    },
    "attendances": {
        "interview": ID,
        "round": ID,
        "person": ID,
        "detail": TEXT,
    },
    "checklists": {
        "title": short(200),
        "playbook": short(80),
        "subject_kind": CHOICE,
        "subject_id": ID,
        "anchor_at": MOMENT,
        "position": short(200),
        "archived_at": MOMENT,
    },
    "items": {
        "checklist": ID,
        "step": short(80),
        "text": short(500),
        "why": short(500),
        "note": TEXT,
        "tool": short(40),
        "tool_ref": short(200),
        "due_rule": short(100),
        "due_at": MOMENT,
        "snoozed_until": MOMENT,
        "done_at": MOMENT,
        "skipped_at": MOMENT,
        "position": short(200),
    },
    "playbooks": {
        "title": short(200),
        "intro": short(500),
        "built_in": short(80),
        "anchor": CHOICE,
        "repeat_weeks": NUMBER,
        "position": short(200),
    },
    "playbook_steps": {
        "playbook": ID,
        "text": short(500),
        "why": short(500),
        "tool": short(40),
        "tool_ref": short(200),
        "due_rule": short(100),
        "position": short(200),
    },
    "people": {
        "name": short(200),
        "role": short(200),
        "department": short(200),
        "organisation": short(200),
        "level": CHOICE,
        "email": short(320),
        "phone": short(50),
        "link": short(2000),
        "cadence_weeks": NUMBER,
        "how_met": short(500),
        "notes": TEXT,
    },
    "touches": {
        "person": ID,
        "at": MOMENT,
        "channel": CHOICE,
        "what": TEXT,
        "give": short(500),
    },
    "wins": {
        "title": short(300),
        "happened_on": DAY,
        "effect": TEXT,
        "who_benefited": short(500),
        "praised_by": short(200),
        "proof_where": short(1000),
        "quote": TEXT,
        "skills": JSON,
        "notes": TEXT,
    },
    "forwards": {
        "win": ID,
        "to": CHOICE,
        "person": ID,
        "at": MOMENT,
        "channel": CHOICE,
    },
    "plans": {
        "title": short(200),
        "kind": CHOICE,
        "next_step": short(500),
        "contact": ID,
        "payoff": TEXT,
        "readiness": NUMBER,
        "status": CHOICE,
        "stop_waiting_on": DAY,
        "position": short(200),
    },
    "decisions": {
        "question": short(500),
        "interview": ID,
        "options": JSON,
        "criteria": JSON,
        "scores": JSON,
        "scored_at": MOMENT,
        "blind_scores": JSON,
        "blind_scored_at": MOMENT,
        "chosen": short(200),
        "first_step": short(500),
        "review_at": MOMENT,
        "notes": TEXT,
    },
    "feedback": {
        "interview": ID,
        "person": ID,
        "asked_at": MOMENT,
        "answer": TEXT,
        "answered_at": MOMENT,
        "parts": JSON,
        "follow_up_at": MOMENT,
        "closed_at": MOMENT,
        "lesson": TEXT,
    },
    "messages": {
        "purpose": short(40),
        "tone": CHOICE,
        "to": JSON,
        "cc": JSON,
        "subject": short(500),
        "body": TEXT,
        "hold_until": MOMENT,
        "sent_at": MOMENT,
        "channel": CHOICE,
        "about_kind": CHOICE,
        "about_id": ID,
        "item": ID,
    },
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
