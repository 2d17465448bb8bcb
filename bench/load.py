"""A lean load generator: one process, raw sockets, so that it leaves the cores to the server it measures."""

from __future__ import annotations

import re
import selectors
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field

_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@dataclass
class Answered:
    status: int
    head: bytes
    body: bytes


class Connection:
    """A kept-alive HTTP/1.1 connection that sends one request at a time."""

    def __init__(self, port: int, cookie: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._head = f"Host: localhost:{port}\r\nCookie: {cookie}\r\n".encode()
        self._received = b""

    def send(self, body: bytes, *, headers: str = "") -> int:
        """Send a sync request; returns its size, headers aside."""
        head = b"POST /api/sync HTTP/1.1\r\n%sContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
        self.socket.sendall(head % (self._head, headers.encode(), len(body)) + body)
        return len(body)

    def receive(self) -> Answered | None:
        """What has arrived, if it is a whole answer by now."""
        self._received += self.socket.recv(262_144)
        head, separator, rest = self._received.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not separator or length is None or len(rest) < int(length[1]):
            return None
        self._received = b""
        return Answered(int(head[9:12]), head, rest)

    def ask(self, body: bytes, *, headers: str = "") -> Answered:
        self.send(body, headers=headers)
        while True:
            if answer := self.receive():
                return answer


@dataclass
class Load:
    """What a run measured. Latencies in seconds."""

    seconds: float
    latencies: list[float] = field(default_factory=list)
    answered: int = 0
    """Those of the warm-up included."""

    @property
    def per_second(self) -> float:
        return len(self.latencies) / self.seconds

    def percentile_ms(self, share: float) -> float:
        return sorted(self.latencies)[int(len(self.latencies) * share)] * 1000


def run(
    devices: list[tuple[Connection, Callable[[bytes | None], bytes]]], *, seconds: float, warm_up: float = 1.0
) -> Load:
    """Let every device send its next request as soon as the last is answered."""
    selector = selectors.DefaultSelector()
    sent_at: dict[Connection, float] = {}
    for connection, next_body in devices:
        selector.register(connection.socket, selectors.EVENT_READ, (connection, next_body))
        sent_at[connection] = time.perf_counter()
        connection.send(next_body(None))
    begins_at = time.perf_counter() + warm_up
    ends_at = begins_at + seconds
    load = Load(seconds)
    while (now := time.perf_counter()) < ends_at:
        for key, _ in selector.select(timeout=0.5):
            connection, next_body = key.data
            answer = connection.receive()
            if answer is None:
                continue
            now = time.perf_counter()
            if answer.status != 200:
                raise RuntimeError(f"the server answered {answer.status}: {answer.body[:300]!r}")
            load.answered += 1
            if begins_at <= now < ends_at:
                load.latencies.append(now - sent_at[connection])
            sent_at[connection] = time.perf_counter()
            connection.send(next_body(answer.body))
    return load
