"""The real app under gunicorn in a process of its own, to be stopped, killed and started again."""

import itertools
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parent.parent
START_TIMEOUT_S = 30.0

_numbers = itertools.count()


class LiveServer:
    """`url` and database stay the same over restarts: to a browser it is one server that was away."""

    def __init__(
        self,
        database_url: str,
        folder: Path,
        *,
        environment: dict[str, str],
        project: Path = PROJECT_ROOT,
    ) -> None:
        self.database_url = database_url
        self.port = _free_port()
        self.url = f"http://localhost:{self.port}"
        self._folder = folder
        self._environment = environment
        self._project = project
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "webapp.cli", "serve"],
                cwd=self._project,
                env=self._full_environment(),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._wait_until_it_answers()

    def stop(self, how: int = signal.SIGTERM) -> None:
        """As the operator would; returns when nothing listens any more."""
        self._end(how)

    def kill(self) -> None:
        """As a power cut would: every worker at once, no farewell."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        self.stop()
        self.start()

    @property
    def log(self) -> str:
        return self._log.read_text()

    @property
    def _log(self) -> Path:
        return self._folder / "server.log"

    def _full_environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "PYTHONUNBUFFERED": "1",
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "DATABASE_URL": self.database_url,
            "REBOUND_DATA": str(self._folder),
            # A browser test signs up more people from one address than a town.
            "REBOUND_LIMITS": "off",
            **self._environment,
        }

    def _end(self, how: int) -> None:
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        # The process leads a session of its own, so this reaches its workers and nobody else.
        if how == signal.SIGKILL:
            os.killpg(process.pid, how)
        else:
            process.send_signal(how)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < deadline:
            if self._process is None or self._process.poll() is not None:
                raise RuntimeError(f"the server ended while it started:\n{self.log}")
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5).close()
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.05)
            else:
                return
        raise RuntimeError(f"the server did not answer in {START_TIMEOUT_S:.0f} s:\n{self.log}")


def _free_port() -> int:
    """A port of this process's own hundred, below those the system hands out: nobody else takes it."""
    first = 20_000 + os.getpid() % 120 * 100
    for _ in range(100):
        port = first + next(_numbers) % 100
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError(f"no free port from {first} to {first + 99}")
