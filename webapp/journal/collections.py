"""The list of all collections, with the fields the wire may name. Sync, the generator and the tests read it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from sqlalchemy import Table

from webapp.journal.checklists import Checklist, Item, Playbook, PlaybookStep
from webapp.journal.fields import FieldSpec
from webapp.journal.interviews import Attendance, Interview, Round
from webapp.journal.messages import Feedback, Message, Sorting
from webapp.journal.people import Namesake, Person, Touch
from webapp.journal.plans import Decision, DecisionPart, DecisionScore, Plan
from webapp.journal.profiles import Profile
from webapp.journal.synced import Synced
from webapp.journal.wins import Forward, Win

# Raised when an older client could no longer understand what it is sent; it is then asked to update (426).
SCHEMA_VERSION = 1

_MODELS: tuple[type[Synced], ...] = (
    Interview,
    Round,
    Attendance,
    Checklist,
    Item,
    Playbook,
    PlaybookStep,
    Person,
    Touch,
    Win,
    Forward,
    Plan,
    Decision,
    Feedback,
    Message,
    Sorting,
    Profile,
    DecisionPart,
    DecisionScore,
    Namesake,
)


@dataclass(frozen=True)
class Collection:
    """A collection as sync sees it: its table and its fields by name."""

    name: str
    table: Table
    fields: MappingProxyType[str, FieldSpec]

    @property
    def text_fields(self) -> tuple[str, ...]:
        """Names of the fields that are merged instead of replaced."""
        return tuple(name for name, spec in self.fields.items() if spec.kind == "text")


def _collection(model: type[Synced]) -> Collection:
    table = cast(Table, model.__table__)
    fields = {str(column.name): column.info["field"] for column in table.columns if "field" in column.info}
    # The trash comes last wherever fields are listed.
    fields["trashed_at"] = fields.pop("trashed_at")
    return Collection(str(table.name), table, MappingProxyType(fields))


COLLECTIONS: MappingProxyType[str, Collection] = MappingProxyType(
    {collection.name: collection for collection in map(_collection, _MODELS)}
)
