"""The environment, read once into one frozen `Settings`; nothing else looks at environment variables.

A public origin refuses to start with a weak or missing secret. On http://localhost a secret is made and
kept in the data folder, so that a first try needs no configuration at all.
"""

import ipaddress
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

PROJECT_ROOT = Path(__file__).resolve().parent.parent

MIN_SECRET_LENGTH = 32
# `token_urlsafe(48)` has some 40 different characters; "changeme" repeated has seven.
MIN_SECRET_VARIETY = 12


LIMITS_IN_DATABASE = "database"
LIMITS_OFF = "off"
SHARED_COUNTERS = ("redis://", "rediss://", "redis+unix://")


class ConfigError(Exception):
    """A setting that cannot work, told in words for the person who starts the server."""


@dataclass(frozen=True)
class Settings:
    host: str
    port: int
    database_url: str = field(repr=False)
    """SQLAlchemy's form: `sqlite:///…` or `postgresql+psycopg://…`."""
    secret_key: str = field(repr=False)
    secret_key_fallbacks: tuple[str, ...] = field(repr=False)
    """Earlier secrets, still good for reading cookies, so that rotation signs nobody out."""
    data_dir: Path
    origin: str
    """What browsers see, e.g. `https://rebound.example`: never taken from a request's Host header."""
    rp_id: str
    is_local: bool
    """Served on http://localhost: cookies without Secure, a secret made on the spot."""
    web_concurrency: int
    limits: str
    """Where requests are counted: `database`, the address of a Redis, or (on localhost only) `off`."""
    proxies: int
    """How many proxies in front add to X-Forwarded-For; the address before them is the client's."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Settings":
        port = _whole_number(environ, "PORT", default=8000, lowest=1, highest=65535)
        origin = environ.get("REBOUND_ORIGIN") or f"http://localhost:{port}"
        scheme, hostname = _check_origin(origin)
        is_local = scheme == "http"
        data_dir = Path(environ.get("REBOUND_DATA") or PROJECT_ROOT / "data").expanduser().absolute()
        _refuse_debugging(environ, is_local=is_local)
        return cls(
            host=environ.get("HOST") or "127.0.0.1",
            port=port,
            database_url=_database_url(environ, data_dir),
            secret_key=_secret_key(environ, data_dir, is_local=is_local),
            secret_key_fallbacks=_listed(environ.get("SECRET_KEY_FALLBACKS", "")),
            data_dir=data_dir,
            origin=origin,
            rp_id=hostname,
            is_local=is_local,
            web_concurrency=_whole_number(environ, "WEB_CONCURRENCY", default=2, lowest=1, highest=64),
            limits=_limits(environ, is_local=is_local),
            # Rebound speaks no TLS itself, so a public one stands behind a proxy.
            proxies=_whole_number(
                environ, "REBOUND_PROXIES", default=0 if is_local else 1, lowest=0, highest=8
            ),
        )


def _limits(environ: Mapping[str, str], *, is_local: bool) -> str:
    """Counters that each worker kept for itself would multiply every limit by the number of workers."""
    limits = environ.get("REBOUND_LIMITS") or LIMITS_IN_DATABASE
    if limits == LIMITS_OFF and not is_local:
        raise ConfigError(
            "REBOUND_LIMITS is off, and the origin is public: limits can only be off on localhost."
        )
    if limits not in (LIMITS_OFF, LIMITS_IN_DATABASE) and not limits.startswith(SHARED_COUNTERS):
        raise ConfigError(
            f"REBOUND_LIMITS must be {LIMITS_IN_DATABASE}, or the address of a Redis (redis://…): "
            "what each worker counts for itself does not hold."
        )
    return limits


def _whole_number(environ: Mapping[str, str], name: str, *, default: int, lowest: int, highest: int) -> int:
    text = environ.get(name) or str(default)
    if not (text.isascii() and text.isdigit() and lowest <= int(text) <= highest):
        raise ConfigError(f"{name} must be a whole number from {lowest} to {highest}, not {text!r}.")
    return int(text)


def _check_origin(origin: str) -> tuple[str, str]:
    """The origin's scheme and host name; passkeys decide what they may be (WebAuthn 5.1.3: a domain)."""
    try:
        parts = urlsplit(origin)
        hostname, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise ConfigError(f"REBOUND_ORIGIN is not an address: {origin!r}.") from error
    canonical = f"{parts.scheme}://{hostname}" + (f":{port}" if port else "")
    if parts.scheme not in ("http", "https") or not hostname or origin != canonical:
        raise ConfigError(
            "REBOUND_ORIGIN must be a scheme and a host in lower case and nothing after them, "
            f"such as https://rebound.example, not {origin!r}."
        )
    if parts.scheme == "http" and hostname != "localhost":
        raise ConfigError(
            f"REBOUND_ORIGIN is {origin!r}, but passkeys and offline use need https:// "
            "everywhere except on http://localhost."
        )
    if _is_address(hostname):
        raise ConfigError(f"REBOUND_ORIGIN is {origin!r}, but passkeys need a host name, not an IP address.")
    return parts.scheme, hostname


def _is_address(hostname: str) -> bool:
    try:
        ipaddress.ip_address(hostname)
    except ValueError:
        return False
    return True


def _database_url(environ: Mapping[str, str], data_dir: Path) -> str:
    url = environ.get("DATABASE_URL") or f"sqlite:///{data_dir / 'rebound.db'}"
    scheme, separator, rest = url.partition("://")
    if scheme in ("postgres", "postgresql", "postgresql+psycopg") and separator:
        return f"postgresql+psycopg://{rest}"
    # Not in memory: every worker process would have a database of its own, gone with it.
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1 and ":memory:" not in rest:
        return url
    raise ConfigError("DATABASE_URL must be postgresql://… or sqlite:/// and the path of a file.")


def _secret_key(environ: Mapping[str, str], data_dir: Path, *, is_local: bool) -> str:
    given = environ.get("SECRET_KEY", "")
    if given and (is_local or _is_strong(given)):
        return given
    if is_local:
        return _kept_secret(data_dir / "secret-key")
    problem = "too easy to guess" if given else "missing"
    raise ConfigError(
        f"SECRET_KEY is {problem}, and {environ['REBOUND_ORIGIN']} is public: "
        "whoever knows the secret can sign in as anybody. Set it to a long random text, as this makes:\n"
        "    python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
    )


def _is_strong(secret: str) -> bool:
    return len(secret) >= MIN_SECRET_LENGTH and len(set(secret)) >= MIN_SECRET_VARIETY


def _kept_secret(path: Path) -> str:
    """The secret of this data folder, made on first use, readable by its owner only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        # Written aside and linked into place: two processes starting together agree on one secret.
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48))
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass  # the other one was faster, and its secret is as good
        finally:
            fresh.unlink()
        return path.read_text().strip()


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _refuse_debugging(environ: Mapping[str, str], *, is_local: bool) -> None:
    if not is_local and environ.get("FLASK_DEBUG", "0").lower() not in ("", "0", "false", "no"):
        raise ConfigError("FLASK_DEBUG is on, and its debugger would let anybody run code. Unset it.")
