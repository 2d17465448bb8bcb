"""What each worker lets through of a roomy budget without asking the others: a tenth of it, in equal parts.

A device syncs a few times a minute, and counting each time in the database would be a write and a way there. What the
workers may let through by themselves is taken off what they count together, so all of them never let through more than
the budget says. What the others have not used of theirs is lost to whoever comes to one worker alone: a tenth at most.

Windows begin with the clock's, so that a worker's own and the common one are the same.
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from dataclasses import dataclass, replace

from webapp.limits.rules import Budget

# The workers' own part: a tenth. And what one takes from the common counters at once when its part is used up: a fifth
# of that part, so that with two workers somebody who hurries is counted at every sixth request and not at each.
SHARE = 10
LEASE = 5


class Allowance:
    """Of one worker; `workers` says among how many the tenth is split."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._lock = threading.Lock()
        self._left_by_budget: dict[str, _Left] = {}

    def of(self, budget: Budget) -> int:
        """How many requests of somebody this worker lets through by itself in a window."""
        return budget.amount // SHARE // self._workers if budget.is_roomy else 0

    def lease(self, budget: Budget) -> int:
        """How many to take from the common counters at once; one for a budget that is counted exactly."""
        return max(1, self.of(budget) // LEASE)

    def rest(self, budget: Budget) -> Budget:
        """What the workers count together."""
        return replace(budget, amount=budget.amount - self.of(budget) * self._workers)

    def take(self, budget: Budget, who: str) -> bool:
        """Whether this worker has one left for this request."""
        own = self.of(budget)
        if own == 0:
            return False
        with self._lock:
            left = self._left(budget)
            has_one = left.by_person[who] > 0
            left.by_person[who] -= has_one
            return has_one

    def add(self, budget: Budget, who: str, number: int) -> None:
        """What was taken from the common counters and is not used yet."""
        if number > 0:
            with self._lock:
                self._left(budget).by_person[who] += number

    def _left(self, budget: Budget) -> _Left:
        window = window_of(budget)
        left = self._left_by_budget.get(budget.name)
        if left is None or left.window != window:
            # Nobody's leases outlive their window.
            own = self.of(budget)
            left = self._left_by_budget[budget.name] = _Left(window, defaultdict(lambda: own))
        return left


@dataclass(frozen=True)
class _Left:
    window: int
    by_person: defaultdict[str, int]


def window_of(budget: Budget) -> int:
    """The number of the window that is open now."""
    return int(time.time() // budget.seconds)


def end_of_window(budget: Budget) -> float:
    """In seconds since 1970."""
    return (window_of(budget) + 1) * budget.seconds
