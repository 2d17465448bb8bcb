import json
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories import WholeAnswers, a_settings
from webapp import create_app
from webapp.assets import BUILD_DIR, load_assets
from webapp.pages.views import CLIENT_ROUTES

STATIC = BUILD_DIR.parent


@pytest.fixture
def database(sqlite_database: str) -> str:
    """Pages ask the database nothing; one kind is enough."""
    return sqlite_database


@pytest.fixture
def visitor(app: Flask) -> FlaskClient:
    return WholeAnswers(app)


def address(route: str) -> str:
    return route.replace("<entry_id>", "0193a1b2-0000-7000-8000-000000000001")


@pytest.mark.parametrize("route", CLIENT_ROUTES)
def test_every_screen_is_the_same_shell_for_everybody(
    route: str, visitor: FlaskClient, owner: FlaskClient
) -> None:
    shell = visitor.get("/app-shell")
    assert shell.status_code == 200
    for person in (visitor, owner):
        answer = person.get(address(route))
        assert answer.data == shell.data
        assert "Set-Cookie" not in answer.headers


def test_the_shell_names_files_that_are_there(visitor: FlaskClient) -> None:
    html = visitor.get("/app-shell").text
    addresses = re.findall(r'(?:href|src)="([^"]+)"', html)
    assert len(addresses) >= 6
    for path in addresses:
        assert visitor.get(path).status_code == 200, path


def test_the_shell_has_nothing_inline(visitor: FlaskClient) -> None:
    html = visitor.get("/app-shell").text
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", html)


def test_an_unchanged_shell_is_not_sent_again(visitor: FlaskClient) -> None:
    first = visitor.get("/app-shell")
    again = visitor.get("/app-shell", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_built_file_is_kept_for_good_and_comes_compressed(visitor: FlaskClient) -> None:
    script = load_assets().script
    plain = visitor.get(script)
    small = visitor.get(script, headers={"Accept-Encoding": "gzip, br"})
    assert "immutable" in plain.headers["Cache-Control"]
    assert plain.mimetype == small.mimetype == "text/javascript"
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "br"
    assert "Accept-Encoding" in small.headers["Vary"]
    assert len(small.data) < len(plain.data) / 2


def test_what_the_app_starts_with_is_small(visitor: FlaskClient) -> None:
    """Everything else comes when the first page is painted: see client/views/later.tsx."""
    small = visitor.get(load_assets().script, headers={"Accept-Encoding": "gzip"})
    assert len(small.data) <= 60_000


@pytest.mark.parametrize("path", ["/static/build/app-OLD.js", "/static/build/../../README.md", "/static/x"])
def test_a_file_that_is_not_there_is_a_404(visitor: FlaskClient, path: str) -> None:
    assert visitor.get(path).status_code == 404


def test_the_worker_is_asked_for_anew_every_time_and_comes_compressed(visitor: FlaskClient) -> None:
    answer = visitor.get("/service-worker.js", headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert answer.mimetype == "text/javascript"
    assert "no-cache" in answer.headers["Cache-Control"]
    assert "max-age" not in answer.headers["Cache-Control"]


def test_the_worker_precaches_exactly_the_built_files(visitor: FlaskClient) -> None:
    """…and the shell, the manifest and the icons: anything else it kept would be stale or private."""
    worker = visitor.get("/service-worker.js").text
    listed = re.search(r'\["/static/build/[^\]]*\]', worker)
    assert listed
    precached = json.loads(listed[0])
    made_aside = ("manifest.json", "service-worker.js")
    built = {path.name for path in BUILD_DIR.iterdir() if path.suffix not in (".br", ".gz")} - set(made_aside)
    icons = {path.name for path in (STATIC / "icons").iterdir()}
    assert sorted(precached) == sorted(
        [
            *(f"/static/build/{name}" for name in built),
            *(f"/static/icons/{name}" for name in icons),
            "/app-shell",
            "/manifest.webmanifest",
        ]
    )
    for path in precached:
        assert visitor.get(path).status_code == 200, path


def test_shell_and_worker_are_of_one_revision(visitor: FlaskClient) -> None:
    revision = visitor.get("/app-shell").headers["Rebound-Revision"]
    assert revision == load_assets().revision
    assert revision in visitor.get("/service-worker.js").text


def test_shared_words_without_a_worker_lead_to_the_screen_and_into_no_log(
    visitor: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    words = {"title": "Re: Sande", "text": "Calm when it counted."}
    answer = visitor.post("/wins/new", data=words, headers={"Sec-Fetch-Site": "none"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/wins/new?shared")
    assert "Calm" not in answer.text + caplog.text
    assert "Set-Cookie" not in answer.headers


def test_another_site_shares_nothing(visitor: FlaskClient) -> None:
    answer = visitor.post("/wins/new", data={"text": "planted"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_the_manifest_shares_by_a_form(visitor: FlaskClient) -> None:
    target = visitor.get("/manifest.webmanifest").get_json(force=True)["share_target"]
    assert (target["method"], target["enctype"]) == ("POST", "application/x-www-form-urlencoded")
    assert visitor.post(target["action"]).status_code == 303


def test_the_manifest_makes_the_app_installable(visitor: FlaskClient) -> None:
    answer = visitor.get("/manifest.webmanifest")
    manifest = answer.get_json(force=True)
    assert answer.mimetype == "application/manifest+json"
    assert manifest["id"] == manifest["start_url"] == manifest["scope"] == "/"
    purposes = {icon["purpose"] for icon in manifest["icons"]}
    assert purposes == {"any", "maskable", "monochrome"}
    icons = [*manifest["icons"], *(icon for shortcut in manifest["shortcuts"] for icon in shortcut["icons"])]
    for icon in icons:
        assert visitor.get(icon["src"]).mimetype == icon["type"]
    for shortcut in manifest["shortcuts"]:
        # A new win is shown at the address of a win, whose id is "new".
        assert shortcut["url"].replace("/wins/new", "/wins/<entry_id>") in CLIENT_ROUTES


@pytest.mark.parametrize("name", sorted(path.name for path in (STATIC / "icons").glob("*.png")))
def test_a_png_icon_has_the_size_it_is_declared_with(name: str) -> None:
    header = (STATIC / "icons" / name).read_bytes()[:24]
    width, height = (int.from_bytes(header[at : at + 4]) for at in (16, 20))
    declared = re.search(r"-(\d+)\.png", name)
    assert width == height == (int(declared[1]) if declared else 180)


def test_at_its_address_localhost_sends_people_where_passkeys_work(visitor: FlaskClient) -> None:
    answer = visitor.get("/people?x=1", base_url="http://127.0.0.1:8000")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "http://localhost:8000/people?x=1"
    # What the worker keeps must never be a redirect.
    assert visitor.get("/app-shell", base_url="http://127.0.0.1:8000").status_code == 200


def test_a_host_header_changes_nothing(visitor: FlaskClient) -> None:
    usual = visitor.get("/people")
    forged = visitor.get("/people", base_url="http://evil.example")
    assert forged.data == usual.data
    assert "evil" not in str(forged.headers)


def test_health_means_that_the_database_answers(visitor: FlaskClient, tmp_path: Path) -> None:
    assert visitor.get("/healthz").get_json() == {"ok": True}
    away = a_settings(database_url=f"sqlite:///{tmp_path}/no-such-folder/rebound.db")
    answer = create_app(away).test_client().get("/healthz")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]


def test_without_a_build_the_server_says_so_in_its_log_and_a_page_still_comes(
    app: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("webapp.assets.BUILD_DIR", tmp_path)
    answer = app.test_client().get("/")
    assert answer.status_code == 500
    assert "Back to Rebound" in answer.text
    assert "ClientNotBuilt" in caplog.text


def test_the_shell_does_not_ask_who_is_there(owner: FlaskClient) -> None:
    assert "Cookie" not in owner.get("/app-shell").headers["Vary"]
