"""The client's build: its manifest for the templates, and its files as they were compressed by the build.

`client/build.mjs` writes the manifest; the addresses in it carry a hash of their content.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flask import current_app
from werkzeug.datastructures import Accept

BUILD_DIR = Path(__file__).resolve().parent.parent / "static" / "build"


class ClientNotBuilt(Exception):
    def __str__(self) -> str:
        return "static/build/manifest.json is missing: run `npm run build`"


@dataclass(frozen=True)
class Assets:
    """Addresses from the site's root, e.g. `/static/build/app-3F2A.js`."""

    revision: str
    """Names this build: changes whenever anything the service worker precaches does."""
    script: str
    style: str
    font: str
    files: tuple[str, ...]


def load_assets() -> Assets:
    assets = find_assets()
    if assets is None:
        raise ClientNotBuilt
    return assets


def find_assets() -> Assets | None:
    """Read again when the file changes (`npm run build -- --watch`); a stat a request costs microseconds."""
    manifest = BUILD_DIR / "manifest.json"
    try:
        changed_ns = manifest.stat().st_mtime_ns
    except FileNotFoundError:
        return None
    return _read(manifest, changed_ns)


@lru_cache(maxsize=2)
def _read(manifest: Path, _changed_ns: int) -> Assets:
    values = json.loads(manifest.read_text())
    return Assets(
        revision=values["revision"],
        script=values["script"],
        style=values["style"],
        font=values["font"],
        files=tuple(values["files"]),
    )


def render(template: str, **values: object) -> str:
    """A template without Flask's context: that one touches the session, and the page would vary by cookie."""
    return current_app.jinja_env.get_template(template).render(values)


def negotiate(name: str, accepted: Accept) -> tuple[str | None, str]:
    """The encoding to answer `name` in and the file that holds it, or (None, name) for the plain one."""
    for encoding, suffix in (("br", ".br"), ("gzip", ".gz")):
        if accepted.quality(encoding) > 0 and (BUILD_DIR / f"{name}{suffix}").is_file():
            return encoding, f"{name}{suffix}"
    return None, name
