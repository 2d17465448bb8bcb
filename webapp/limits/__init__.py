"""How often a request may come: the rules as a table, the counters they count in, and the answer 429.

Counted by the `limits` library; its storages hold across workers, and so does our own (`counters.py`), which needs no
other service.
"""

from webapp.limits.guard import register

__all__ = ["register"]
