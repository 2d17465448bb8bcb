"""One row in memory while a request's writes are applied to it: what it holds, what moved, what must be kept.

Applies merge.py's decisions to values. Knows no SQL; exchange.py reads the row before and writes it after.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec
from msgspec import UNSET, UnsetType

from webapp.journal.collections import Collection
from webapp.journal.fields import FieldSpec, InvalidValue
from webapp.sync.merge import (
    Decision,
    Verdict,
    decide_scalar,
    decide_text,
    stamp_of_return,
    stamp_of_staying,
)
from webapp.sync.protocol import Code, Current, Op

TRASH = "trashed_at"


class RowKey(NamedTuple):
    collection: str
    id: str


class Kept(NamedTuple):
    """A line for the revisions; `kind` as in webapp/journal/revisions.py, `value` as on the wire."""

    field: str
    stamp: str
    kind: str
    value: Any


class Refusal(NamedTuple):
    field: str | None
    code: Code
    message: str
    current: Current | UnsetType = UNSET


@dataclass
class Row:
    collection: Collection
    id: str
    # 0: the server has no such row yet.
    seq: int = 0
    stamps: dict[str, str] = field(default_factory=dict)
    # As in the columns; a field that is not here is null.
    values: dict[str, Any] = field(default_factory=dict)
    is_purged: bool = False
    # Stamps of earlier writes to this row, of those this request asks about.
    known: set[tuple[str, str]] = field(default_factory=set)
    # The results: fields written, lines for the revisions, and by how many characters the account grew.
    touched: set[str] = field(default_factory=set)
    kept: list[Kept] = field(default_factory=list)
    growth: int = 0

    def apply(self, op: Op) -> list[Refusal]:
        """Do what the op says, field by field; a refused field never holds back another."""
        was_purged = self.is_purged
        if was_purged:
            if op.set.get(TRASH, ...) is not None:
                return [_GONE]
            self._revive()
        refusals: list[Refusal] = []
        values = self._acceptable(op, refusals)
        # The trash comes last: a text written in the same breath was seen by whoever trashes.
        trash = values.pop(TRASH, UNSET)
        has_new_text = was_purged
        for name, value in values.items():
            if self.collection.fields[name].kind == "scalar":
                self._set_scalar(name, value, op)
                continue
            verdict = self._set_text(name, value, op, is_anew=was_purged)
            has_new_text |= verdict == "applied"
            if verdict == "conflict":
                refusals.append(self._conflict(name))
        if trash is not UNSET:
            self._set_trash(trash, op)
        if has_new_text and trash in (UNSET, None) and self.values.get(TRASH) is not None:
            self._bring_back({} if was_purged else op.seen)
        return refusals

    def wire_fields(self, names: set[str] | None = None) -> tuple[dict[str, Any], dict[str, str]]:
        """`fields` and `stamps` of a change: of everything that was ever written, or of these names only."""
        specs = self.collection.fields
        # A newer release, rolled back since, may have left the stamp of a field that this one does not know.
        told = self.stamps.keys() & specs.keys() if names is None else names
        stamps = {name: stamp for name, stamp in self.stamps.items() if name in told}
        return {name: specs[name].render(self.values.get(name)) for name in stamps}, stamps

    def _acceptable(self, op: Op, refusals: list[Refusal]) -> dict[str, Any]:
        values = {}
        for name, value in op.set.items():
            spec = self.collection.fields.get(name)
            if spec is None:
                words = f"There is no field of this name in {self.collection.name}."
                refusals.append(Refusal(name, "unknown_field", words))
                continue
            try:
                values[name] = spec.parse(value)
            except InvalidValue as fault:
                code: Code = "too_large" if _is_too_large(spec, value) else "invalid_value"
                refusals.append(Refusal(name, code, f"{fault}."))
        return values

    def _set_scalar(self, name: str, value: Any, op: Op) -> None:
        decision = self._decide_scalar(name, op)
        if decision.keeps == "own":
            self._keep(name, op.stamp, self._render(name, value))
            self.growth += volume(value)
        if decision.verdict == "applied":
            self._keep_replaced(name, decision)
            self._put(name, value, op.stamp)

    def _set_text(self, name: str, value: Any, op: Op, *, is_anew: bool) -> Verdict:
        current = self.stamps.get(name)
        # What was purged cannot be merged with: the whole row comes anew, whatever its writer saw of it.
        seen = current if is_anew else op.seen.get(name)
        decision = decide_text(current, op.stamp, seen=seen, is_known=(name, op.stamp) in self.known)
        if decision.verdict == "applied":
            self._keep_replaced(name, decision)
            self._put(name, value, op.stamp)
        return decision.verdict

    def _conflict(self, name: str) -> Refusal:
        words = "Somebody wrote here meanwhile; merge with the current text and send again."
        return Refusal(name, "text_conflict", words, Current(self.values.get(name), self.stamps.get(name)))

    def _set_trash(self, trashed_at: Any, op: Op) -> None:
        decision = self._decide_scalar(TRASH, op)
        goes = trashed_at is not None and self.values.get(TRASH) is None and decision.verdict == "applied"
        stays_with = self._stamp_of_staying(op) if goes else None
        if stays_with is None:
            self._set_scalar(TRASH, trashed_at, op)
            return
        self._keep_replaced(TRASH, decision)
        self._keep(TRASH, op.stamp, self._render(TRASH, trashed_at))
        self._put(TRASH, None, stays_with)

    def _stamp_of_staying(self, op: Op) -> str | None:
        others = (name for name in self.collection.text_fields if self.stamps.get(name, op.stamp) != op.stamp)
        texts = {name: self.stamps[name] for name in others}
        return stamp_of_staying(op.stamp, op.seen, texts=texts)

    def _bring_back(self, seen: Mapping[str, str | None]) -> None:
        stamp = stamp_of_return(self.stamps[TRASH], seen)
        if stamp is not None:
            self._keep_replaced(TRASH, Decision("applied", "replaced"))
            self._put(TRASH, None, stamp)

    def _revive(self) -> None:
        """A purged row is sent whole: only the stamp of its trash still counts."""
        self.is_purged = False
        self.stamps = {TRASH: self.stamps[TRASH]} if TRASH in self.stamps else {}

    def _decide_scalar(self, name: str, op: Op) -> Decision:
        return decide_scalar(
            self.stamps.get(name),
            op.stamp,
            seen=op.seen.get(name),
            is_known=(name, op.stamp) in self.known,
        )

    def _keep_replaced(self, name: str, decision: Decision) -> None:
        stamp = self.stamps.get(name)
        if stamp is None:
            return
        value = self.values.get(name)
        if decision.keeps == "replaced":
            self._keep(name, stamp, self._render(name, value))
        elif decision.keeps == "mark":
            self.kept.append(Kept(name, stamp, "seen", None))
            self.known.add((name, stamp))
            self.growth -= volume(value)

    def _keep(self, name: str, stamp: str, value: Any) -> None:
        self.kept.append(Kept(name, stamp, "kept", value))
        self.known.add((name, stamp))

    def _put(self, name: str, value: Any, stamp: str) -> None:
        self.values[name] = value
        self.stamps[name] = stamp
        self.touched.add(name)
        self.growth += volume(value)

    def _render(self, name: str, value: Any) -> Any:
        return self.collection.fields[name].render(value)


def volume(value: Any) -> int:
    """What a value counts against the account's quota: its characters, when it is text of any kind."""
    if isinstance(value, str):
        return len(value)
    return len(msgspec.json.encode(value)) if isinstance(value, list | dict) else 0


def _is_too_large(spec: FieldSpec, value: Any) -> bool:
    if spec.max is None:
        return False
    if spec.type == "text":
        return isinstance(value, str) and len(value) > spec.max
    return spec.type == "structured" and len(msgspec.json.encode(value)) > spec.max


_GONE = Refusal(None, "gone", "This entry was erased from the trash; send it whole, with trashed_at null.")
