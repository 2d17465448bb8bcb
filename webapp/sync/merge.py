"""How two writes of one field meet, and how words meet the trash: decisions only, no values, no I/O.

A *scalar* goes by the later stamp. A *text* is compare-and-set. A repeat of a write that arrived before
changes nothing, whatever has happened since. The cases in tests/vectors/merge.json bind both languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from webapp.sync.clock import SERVER_NODE, successor

# `lost`: the row keeps what it has. `conflict`: refused, the writer has to merge.
Verdict = Literal["applied", "already", "lost", "conflict"]

# What goes to the revisions: the value that was replaced, the one that lost, or only the replaced stamp.
Keeps = Literal["replaced", "own", "mark"]


class Decision(NamedTuple):
    verdict: Verdict
    keeps: Keeps | None = None


_ALREADY = Decision("already")
_FIRST = Decision("applied")
_REPLACES_SEEN = Decision("applied", "mark")
_REPLACES = Decision("applied", "replaced")
_LOST = Decision("lost", "own")
_CONFLICT = Decision("conflict")


def decide_scalar(current: str | None, stamp: str, *, seen: str | None, is_known: bool) -> Decision:
    """A short value with `stamp` meets a field at `current`; `is_known`: the revisions hold this stamp."""
    if stamp == current or is_known:
        return _ALREADY
    if current is None:
        return _FIRST
    if stamp < current:
        return _LOST
    return _REPLACES_SEEN if seen == current else _REPLACES


def decide_text(current: str | None, stamp: str, *, seen: str | None, is_known: bool) -> Decision:
    """A text with `stamp` meets a field at `current`. Stamps are not compared: only what was seen counts.

    A repeat is recognised first. After "committed, answer lost, somebody else wrote on it, retried" the text
    is part of what is there; calling it a conflict would merge it with its offspring and double its words.
    """
    if stamp == current or is_known:
        return _ALREADY
    if seen != current:
        return _CONFLICT
    return _FIRST if current is None else _REPLACES


def stamp_of_return(trashed_at: str, seen: Mapping[str, str | None]) -> str | None:
    """A text was applied to a row in the trash: the stamp with which the row comes back, or None if it stays.

    It stays only for a writer who had seen this very trashing: somebody edited a trashed row.
    """
    if seen.get("trashed_at") == trashed_at:
        return None
    return successor(trashed_at, SERVER_NODE)


def stamp_of_staying(stamp: str, seen: Mapping[str, str | None], *, texts: Mapping[str, str]) -> str | None:
    """A row with these texts' stamps is trashed: the stamp with which it stays out, or None if it goes.

    It stays out when one of its texts is another than the person who trashed it saw. A text they say nothing
    about counts as seen when it was written before.
    """
    for field, current in texts.items():
        was_seen = seen[field] == current if field in seen else current < stamp
        if not was_seen:
            return successor(stamp, SERVER_NODE)
    return None
