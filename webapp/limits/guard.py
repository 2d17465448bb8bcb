"""Counts each request against its budgets before its view runs, and answers 429 when one is spent."""

from __future__ import annotations

import ipaddress
import logging
import time
from pathlib import Path
from typing import cast

from flask import Flask, current_app, request
from limits.errors import ConfigurationError
from limits.storage import Storage, storage_from_string
from limits.strategies import FixedWindowRateLimiter
from sqlalchemy import Engine

from webapp.accounts.sessions import current_account_id, is_signed_in
from webapp.config import LIMITS_IN_DATABASE, LIMITS_OFF, ConfigError, Settings
from webapp.errors import ApiError, is_api
from webapp.limits.allowance import Allowance, end_of_window, window_of
from webapp.limits.counters import PostgresqlCounters, SqliteCounters
from webapp.limits.rules import Budget, budgets_for

log = logging.getLogger(__name__)

# Whoever has an IPv6 address has at least a /64 of them.
IPV6_PREFIX = 64


def register(app: Flask, settings: Settings, engine: Engine) -> None:
    """After the checks that cost nothing (security.py): what they refuse is not worth a count."""
    if settings.limits == LIMITS_OFF:
        return
    storage = storage_for(settings, engine)
    app.extensions["rebound_limits"] = FixedWindowRateLimiter(storage)
    app.extensions["rebound_allowance"] = Allowance(settings.web_concurrency)
    app.before_request(refuse_what_is_too_often)


def storage_for(settings: Settings, engine: Engine) -> Storage:
    """The counters of the settings: the database's own, or a service that was named (`redis://…`)."""
    if settings.limits != LIMITS_IN_DATABASE:
        return _service(settings.limits)
    if engine.dialect.name == "postgresql":
        return PostgresqlCounters(engine, settings.secret_key)
    return SqliteCounters(_beside(engine, settings), settings.secret_key)


def refuse_what_is_too_often() -> None:
    """Counts also what is refused afterwards: a wrong code costs as much as a right one."""
    if request.url_rule is None or not is_api():
        return
    limiter: FixedWindowRateLimiter = current_app.extensions["rebound_limits"]
    allowance: Allowance = current_app.extensions["rebound_allowance"]
    for budget in budgets_for(request.method, request.url_rule.rule):
        who = _who(budget)
        if not allowance.take(budget, who):
            lease = allowance.lease(budget)
            if _spend(limiter, allowance.rest(budget), who, cost=lease):
                allowance.add(budget, who, lease - 1)


def _spend(limiter: FixedWindowRateLimiter, budget: Budget, who: str, *, cost: int) -> bool:
    """Whether it was counted. Raises ApiError 429."""
    key = f"{who} {window_of(budget)}" if budget.is_roomy else who
    try:
        if limiter.hit(budget.item, key, cost=cost):
            return True
        resets_at = limiter.get_window_stats(budget.item, key).reset_time
    except limiter.storage.base_exceptions:
        # Counters that cannot be reached must not lock everybody out; what they protect has its own bounds.
        log.warning("limits not counted: the counters cannot be reached")
        return False
    if budget.is_roomy:
        resets_at = end_of_window(budget)
    wait_s = max(1, round(resets_at - time.time()))
    raise ApiError(429, "too_many_requests", _words(wait_s), retry_after=wait_s)


def _who(budget: Budget) -> str:
    if budget.per == "account" and is_signed_in():
        return f"account {current_account_id()}"
    return f"address {_network(request.remote_addr)}"


def _network(address: str | None) -> str:
    """The part of an address that belongs to one customer."""
    try:
        parsed = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    if parsed.version == 6 and parsed.ipv4_mapped is None:
        return str(ipaddress.ip_network((parsed, IPV6_PREFIX), strict=False))
    return str(getattr(parsed, "ipv4_mapped", None) or parsed)


def _words(wait_s: int) -> str:
    minutes = -(-wait_s // 60)
    wait = "a minute" if minutes == 1 else f"{minutes} minutes"
    return f"That was very often. Nothing is lost: try again in {wait}."


def _service(address: str) -> Storage:
    try:
        return cast(Storage, storage_from_string(address))
    except ConfigurationError:
        raise ConfigError(
            "REBOUND_LIMITS names a Redis, but its package is missing: pip install redis"
        ) from None


def _beside(engine: Engine, settings: Settings) -> Path:
    database = engine.url.database
    return (Path(database).parent if database else settings.data_dir) / "limits.db"
