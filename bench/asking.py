"""Many visitors at once, in one thread: each asks again as soon as it has its answer, over a connection it keeps."""

from __future__ import annotations

import select
import socket
from dataclasses import dataclass
from time import perf_counter
from typing import Final

from harness import percentile

VISITORS: Final = 8
_END: Final = b"\r\n\r\n"
_LENGTH: Final = b"content-length: "


@dataclass(frozen=True, slots=True)
class Served:
    """Requests a second and in all, milliseconds within which 95 of 100 were answered, bytes of a body as sent."""

    rate: float
    p95: float
    size: int
    requests: int


@dataclass(slots=True)
class _Visitor:
    connection: socket.socket
    asked_at: float
    got: bytes = b""
    whole: int = 0


def ask(port: int, path: str, seconds: float, *, packed: bool = True) -> Served:
    """Ask for one address so long. Raises RuntimeError when anything but 200 comes."""
    encoding = "Accept-Encoding: gzip\r\n" if packed else ""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUser-Agent: bench\r\n{encoding}\r\n".encode()
    visitors: dict[int, _Visitor] = {}
    times: list[float] = []
    size = 0
    with select.epoll() as polled:
        for _ in range(VISITORS):
            _come(port, request, visitors, polled)
        started = perf_counter()
        while perf_counter() - started < seconds or not times:
            for number, _event in polled.poll(1):
                visitor = visitors[number]
                if piece := visitor.connection.recv(1 << 18):
                    visitor.got += piece
                else:  # the server ended a kept connection
                    _go(number, visitors, polled)
                    _come(port, request, visitors, polled)
                    continue
                if _is_whole(visitor):
                    times.append(perf_counter() - visitor.asked_at)
                    size = visitor.whole - visitor.got.find(_END) - len(_END)
                    visitor.got, visitor.whole, visitor.asked_at = b"", 0, perf_counter()
                    visitor.connection.sendall(request)
        passed = perf_counter() - started
        for number in list(visitors):
            _go(number, visitors, polled)
    return Served(len(times) / passed, percentile(times, 0.95) * 1000, size, len(times))


def _come(port: int, request: bytes, visitors: dict[int, _Visitor], polled: select.epoll) -> None:
    connection = socket.create_connection(("127.0.0.1", port))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    visitors[connection.fileno()] = _Visitor(connection, perf_counter())
    polled.register(connection.fileno(), select.EPOLLIN)
    connection.sendall(request)


def _go(number: int, visitors: dict[int, _Visitor], polled: select.epoll) -> None:
    polled.unregister(number)
    visitors.pop(number).connection.close()


def _is_whole(visitor: _Visitor) -> bool:
    if not visitor.whole:
        end = visitor.got.find(_END)
        if end < 0:
            return False
        head = visitor.got[:end].lower()
        if not head.startswith(b"http/1.1 200"):
            raise RuntimeError(f"The server answered {head[:40]!r}.")
        length = head[head.find(_LENGTH) + len(_LENGTH) :].split(b"\r\n", 1)[0]
        visitor.whole = end + len(_END) + int(length)
    return len(visitor.got) >= visitor.whole
