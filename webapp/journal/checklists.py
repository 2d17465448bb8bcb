"""Checklists and their lines, and the playbooks they are started from."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped

from webapp.journal.fields import choice, integer, long_text, moment, ref, short_text
from webapp.journal.synced import Synced


class Checklist(Synced):
    """A playbook started for an interview, a win, a plan, or on its own."""

    __tablename__ = "checklists"

    title: Mapped[str | None] = short_text(200)
    # The slug of a built-in playbook, or the id of one of the person's own.
    playbook: Mapped[str | None] = short_text(80)
    subject_kind: Mapped[str | None] = choice("interview", "win", "plan", "person")
    subject_id: Mapped[str | None] = ref()
    anchor_at: Mapped[datetime | None] = moment()
    position: Mapped[str | None] = short_text(200)
    archived_at: Mapped[datetime | None] = moment()


class Item(Synced):
    """A line of a checklist."""

    __tablename__ = "items"

    checklist: Mapped[str | None] = ref()
    # The step of the playbook it came from, so that a new plan can recognise it.
    step: Mapped[str | None] = short_text(80)
    text: Mapped[str | None] = short_text(500)
    why: Mapped[str | None] = short_text(500)
    note: Mapped[str | None] = long_text()
    tool: Mapped[str | None] = short_text(40)
    tool_ref: Mapped[str | None] = short_text(200)
    # A date set by hand has no rule; only a rule is computed anew when its anchor moves.
    due_rule: Mapped[str | None] = short_text(100)
    due_at: Mapped[datetime | None] = moment()
    snoozed_until: Mapped[datetime | None] = moment()
    done_at: Mapped[datetime | None] = moment()
    skipped_at: Mapped[datetime | None] = moment()
    position: Mapped[str | None] = short_text(200)


class Playbook(Synced):
    """A template of the person's own, new or edited from a built-in one."""

    __tablename__ = "playbooks"

    title: Mapped[str | None] = short_text(200)
    intro: Mapped[str | None] = short_text(500)
    # The slug of the built-in playbook this one was edited from.
    built_in: Mapped[str | None] = short_text(80)
    anchor: Mapped[str | None] = choice("interview", "outcome", "win", "plan", "start")
    repeat_weeks: Mapped[int | None] = integer(1, 52)
    position: Mapped[str | None] = short_text(200)


class PlaybookStep(Synced):
    """A line of a template."""

    __tablename__ = "playbook_steps"

    playbook: Mapped[str | None] = ref()
    text: Mapped[str | None] = short_text(500)
    why: Mapped[str | None] = short_text(500)
    tool: Mapped[str | None] = short_text(40)
    tool_ref: Mapped[str | None] = short_text(200)
    due_rule: Mapped[str | None] = short_text(100)
    position: Mapped[str | None] = short_text(200)
