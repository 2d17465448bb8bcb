"""The Chromium or Chrome of this machine, as bin/test looks for it."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = ("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking")


def installed() -> str | None:
    """Its path; None where there is only the one Playwright downloaded, which it finds by itself."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return os.environ.get("REBOUND_CHROMIUM", found)
