"""What each worker lets through of a roomy budget without asking the others: a tenth of it, in equal parts.

A device syncs a few times a minute, and counting each time in the database would be a write and a way there. What the
workers may let through by themselves is taken off what they count together, so all of them never let through more than
the budget says. Whose requests all come to one worker is refused at nine tenths of it at the earliest.

Windows begin with the clock's, so that a worker's own and the common one are the same.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import replace

from webapp.limits.rules import Budget

SHARE = 10


class Allowance:
    """Of one worker; `workers` says among how many the tenth is split."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._lock = threading.Lock()
        self._window_by_budget: dict[str, int] = {}
        self._taken_by_budget: dict[str, Counter[str]] = {}

    def of(self, budget: Budget) -> int:
        """How many requests of somebody this worker lets through by itself in a window."""
        return budget.amount // SHARE // self._workers if budget.is_roomy else 0

    def take(self, budget: Budget, who: str) -> bool:
        """Whether this request is one of them."""
        own = self.of(budget)
        if own == 0:
            return False
        with self._lock:
            window = window_of(budget)
            if self._window_by_budget.get(budget.name) != window:
                self._window_by_budget[budget.name] = window
                self._taken_by_budget[budget.name] = Counter()
            taken = self._taken_by_budget[budget.name]
            taken[who] += 1
            return taken[who] <= own

    def rest(self, budget: Budget) -> Budget:
        """What the workers count together."""
        return replace(budget, amount=budget.amount - self.of(budget) * self._workers)


def window_of(budget: Budget) -> int:
    """The number of the window that is open now."""
    return int(time.time() // budget.seconds)


def end_of_window(budget: Budget) -> float:
    """In seconds since 1970."""
    return (window_of(budget) + 1) * budget.seconds
