"""How much one account may keep: far beyond a person's journal, so that only a fault or an abuse meets it."""

from __future__ import annotations

from dataclasses import replace

from webapp.sync.protocol import MAX_BYTES, MAX_OPS, Op
from webapp.sync.row import Refusal, Row

# Ten interviews a week for forty years make some 150,000 rows.
MAX_ROWS = 200_000
# Characters, earlier versions included; a thick novel has a million.
MAX_VOLUME = 200_000_000

_FULL = Refusal(None, "quota", "This account is full on the server. What you wrote is safe on this device.")


class Quota:
    """What is left for the account during one request."""

    def __init__(self, *, rows: int, volume: int) -> None:
        self._rows = rows
        self._volume = volume
        # No request can add more than this, so nearly always nothing has to be weighed.
        self._is_tight = rows + MAX_OPS > MAX_ROWS or volume + MAX_BYTES > MAX_VOLUME

    def apply(self, row: Row, op: Op) -> tuple[Row, list[Refusal]]:
        """Apply the op to the row, or refuse it whole if it makes the account too large."""
        if not self._is_tight:
            return row, row.apply(op)
        after = _copy(row)
        refusals = after.apply(op)
        is_new = row.seq == 0 and not row.touched and bool(after.touched)
        growth = after.growth - row.growth
        has_room = self._rows + is_new <= MAX_ROWS and (growth <= 0 or self._volume + growth <= MAX_VOLUME)
        if not has_room:
            return row, [_FULL]
        self._rows += is_new
        self._volume += growth
        return after, refusals


def _copy(row: Row) -> Row:
    return replace(
        row,
        stamps=dict(row.stamps),
        values=dict(row.values),
        known=set(row.known),
        touched=set(row.touched),
        kept=list(row.kept),
    )
