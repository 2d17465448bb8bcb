import stat
from pathlib import Path

import pytest

from webapp.config import ConfigError, Settings

STRONG = "q7Tn0aXw-3kVbZ8rYc5LmEuHs2JdGf9P"
PUBLIC = {"REBOUND_ORIGIN": "https://rebound.example", "SECRET_KEY": STRONG}


def settings_of(tmp_path: Path, **environ: str) -> Settings:
    return Settings.from_environment({"REBOUND_DATA": str(tmp_path / "data"), **environ})


def test_an_empty_environment_serves_localhost_from_a_data_folder(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.origin == "http://localhost:8000"
    assert settings.rp_id == "localhost"
    assert settings.is_local
    assert settings.database_url == f"sqlite:///{tmp_path}/data/rebound.db"
    assert settings.web_concurrency > 1


def test_the_origin_follows_the_port(tmp_path: Path) -> None:
    assert settings_of(tmp_path, PORT="9123").origin == "http://localhost:9123"


def test_empty_settings_are_as_good_as_missing_ones(tmp_path: Path) -> None:
    names = ("PORT", "HOST", "DATABASE_URL", "SECRET_KEY", "REBOUND_ORIGIN", "WEB_CONCURRENCY")
    empty = dict.fromkeys(names, "")
    assert settings_of(tmp_path, **empty) == settings_of(tmp_path)


def test_the_rp_id_is_the_origins_host_without_its_port(tmp_path: Path) -> None:
    public = PUBLIC | {"REBOUND_ORIGIN": "https://rebound.example:8443"}
    settings = settings_of(tmp_path, **public)
    assert settings.rp_id == "rebound.example"
    assert not settings.is_local


def test_the_secret_of_a_data_folder_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first, second = settings_of(tmp_path), settings_of(tmp_path)
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) >= 64
    kept = tmp_path / "data" / "secret-key"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def test_two_data_folders_have_two_secrets(tmp_path: Path) -> None:
    assert settings_of(tmp_path / "a").secret_key != settings_of(tmp_path / "b").secret_key


@pytest.mark.parametrize("secret", ["", "changeme", "a" * 64, "secret" * 6, STRONG[:31]])
def test_a_public_origin_refuses_a_weak_or_missing_secret(tmp_path: Path, secret: str) -> None:
    with pytest.raises(ConfigError, match=r"SECRET_KEY is (missing|too easy to guess)"):
        settings_of(tmp_path, **PUBLIC | {"SECRET_KEY": secret})
    assert not (tmp_path / "data").exists()


def test_a_public_origin_takes_a_strong_secret_and_earlier_ones(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, **PUBLIC, SECRET_KEY_FALLBACKS="older, oldest")
    assert settings.secret_key == STRONG
    assert settings.secret_key_fallbacks == ("older", "oldest")


def test_a_public_origin_refuses_the_debugger(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="FLASK_DEBUG"):
        settings_of(tmp_path, **PUBLIC, FLASK_DEBUG="1")


@pytest.mark.parametrize(
    "origin",
    [
        "rebound.example",
        "https://",
        "https://rebound.example/",
        "https://rebound.example/app",
        "https://rebound.example?x",
        "https://person@rebound.example",
        "https://Rebound.example",
        "https://rebound.example:443000",
        "http://rebound.example",
        "http://192.168.1.7:8000",
        "https://192.168.1.7",
        "https://[::1]",
        "ftp://rebound.example",
        "null",
        "*",
    ],
)
def test_an_origin_that_passkeys_cannot_have_is_refused(tmp_path: Path, origin: str) -> None:
    with pytest.raises(ConfigError, match="REBOUND_ORIGIN"):
        settings_of(tmp_path, **PUBLIC | {"REBOUND_ORIGIN": origin})


@pytest.mark.parametrize("value", ["0", "65536", "eighty", "-1", "80.5", "\u0668\u0660"])
@pytest.mark.parametrize("name", ["PORT", "WEB_CONCURRENCY"])
def test_a_number_out_of_bounds_is_refused_by_name(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=name):
        settings_of(tmp_path, **{name: value})


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_means_the_one_driver(tmp_path: Path, scheme: str) -> None:
    settings = settings_of(tmp_path, DATABASE_URL=f"{scheme}://me@db/rebound")
    assert settings.database_url == "postgresql+psycopg://me@db/rebound"


@pytest.mark.parametrize("url", ["mysql://db/x", "sqlite://", "sqlite:///:memory:", "sqlite:///", "x.db"])
def test_a_database_that_workers_cannot_share_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(ConfigError, match="DATABASE_URL"):
        settings_of(tmp_path, DATABASE_URL=url)


def test_settings_do_not_print_their_secrets(tmp_path: Path) -> None:
    shown = repr(settings_of(tmp_path, **PUBLIC, DATABASE_URL="postgresql://me:hunter2@db/rebound"))
    assert STRONG not in shown
    assert "hunter2" not in shown
