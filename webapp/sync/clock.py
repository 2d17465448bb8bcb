"""Stamps: readings of a hybrid logical clock as text whose string order is their order.

`mmmmmmmmmmmm-cccc-nnnnnnnnnnnnnnnn`, lower-case hex: milliseconds since 1970, counter, node (Kulkarni et al.,
"Logical Physical Clocks", 2014). Fixed width, so comparing two is comparing two strings, here, in SQL and in
JavaScript. Never compares a stamp with anything but a stamp or the server's clock.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass

# More than an honest clock drifts before NTP or the phone network corrects it, and little enough that a
# wrong one cannot win every later edit.
MAX_AHEAD_MS = 5 * 60 * 1000

SERVER_NODE = "0" * 16

PATTERN = r"\A[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{16}\Z"
_STAMP = re.compile(PATTERN)
_MAX_MILLIS = 0xFFFF_FFFF_FFFF
_MAX_COUNTER = 0xFFFF


class InvalidStamp(ValueError):
    """A text that is not a stamp."""


class ClockExhausted(OverflowError):
    """There is no stamp after this one; in the year 10889 somebody will have to add a digit."""


@dataclass(frozen=True)
class Reading:
    """A stamp taken apart."""

    millis: int
    counter: int
    node: str


def now_ms() -> int:
    """The server's clock, in milliseconds since 1970. Not monotonic: a person may set it."""
    return time.time_ns() // 1_000_000


def parse(stamp: str) -> Reading:
    """Raises InvalidStamp."""
    if not _STAMP.match(stamp):
        raise InvalidStamp(f"expected 12-4-16 lower-case hex digits, got {stamp!r}")
    return Reading(int(stamp[:12], 16), int(stamp[13:17], 16), stamp[18:])


def format_stamp(reading: Reading) -> str:
    return f"{reading.millis:012x}-{reading.counter:04x}-{reading.node}"


def successor(stamp: str, node: str) -> str:
    """The first stamp of `node` that is above every stamp with this one's time. Raises ClockExhausted."""
    reading = parse(stamp)
    if reading.counter < _MAX_COUNTER:
        return format_stamp(Reading(reading.millis, reading.counter + 1, node))
    if reading.millis < _MAX_MILLIS:
        return format_stamp(Reading(reading.millis + 1, 0, node))
    raise ClockExhausted(stamp)


def tick(last: str | None, *, now_ms: int, node: str) -> str:
    """The clock's next reading: the wall clock's where that moved on, else the successor of the last one."""
    if last is None or parse(last).millis < now_ms:
        return format_stamp(Reading(now_ms, 0, node))
    return successor(last, node)


def is_ahead(stamp: str, *, now_ms: int) -> bool:
    """Whether the stamp comes from a clock too far ahead of ours to be believed."""
    return int(stamp[:12], 16) > now_ms + MAX_AHEAD_MS
