"""gunicorn as Rebound runs it: threads for the event streams, a quick stop, no alarming lines."""

import errno
import socket
from typing import Any

from gunicorn.app.base import BaseApplication

from webapp import create_app, housekeeping
from webapp.config import Settings
from webapp.security_events import configure_logging

# A device that is open holds one thread with its event stream and needs others for its requests.
THREADS = 48

# Event streams never end by themselves, so waiting longer for them would only make Ctrl-C feel broken.
GRACEFUL_TIMEOUT_S = 2


class AddressUnavailable(Exception):
    """The host is none of this machine's, or the port needs rights that this process lacks."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"{host}:{port}")
        self.host = host
        self.port = port


class AddressTaken(AddressUnavailable):
    """Another program listens on the host and port."""


def serve(settings: Settings) -> None:
    """Serve until interrupted; gunicorn then exits the process. Raises AddressUnavailable, AddressTaken."""
    _check_address(settings)
    configure_logging()
    Server(settings).run()


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in gunicorn_config(self.settings).items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return create_app(self.settings)


def gunicorn_config(settings: Settings) -> dict[str, Any]:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return {
        "bind": f"{host}:{settings.port}",
        "workers": settings.web_concurrency,
        "worker_class": "gthread",
        "threads": THREADS,
        # A browser keeps its connection for the next sync; longer than the 30 s between two polls.
        "keepalive": 65,
        "graceful_timeout": GRACEFUL_TIMEOUT_S,
        # One import for all workers: a fault shows at once, and a start takes half the time.
        "preload_app": True,
        "control_socket_disable": True,
        "loglevel": "warning",
        "accesslog": None,
        "proc_name": "rebound",
        "when_ready": lambda _server: _announce(settings),
        "post_worker_init": lambda worker: housekeeping.start(
            worker.app.callable.extensions["rebound"].engine
        ),
    }


def _announce(settings: Settings) -> None:
    print(f"Rebound is at {settings.origin} (Ctrl-C stops it)", flush=True)  # noqa: T201


def _check_address(settings: Settings) -> None:
    """gunicorn would try five times and then print a stack of errors."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            fault = AddressTaken if error.errno == errno.EADDRINUSE else AddressUnavailable
            raise fault(settings.host, settings.port) from error
