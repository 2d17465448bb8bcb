"""Makes what tests need to begin with: settings, accounts, signed-in clients."""

import secrets
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from webapp.config import Settings


def a_settings(**changes: Any) -> Settings:
    settings = Settings(
        host="127.0.0.1",
        port=8000,
        database_url="sqlite://",
        secret_key=secrets.token_urlsafe(48),
        secret_key_fallbacks=(),
        data_dir=Path("/nonexistent"),
        origin="http://localhost:8000",
        rp_id="localhost",
        is_local=True,
        web_concurrency=2,
    )
    return replace(settings, **changes)
