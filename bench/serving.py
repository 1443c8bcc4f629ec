"""A real server of the portal on a port of its own, as the demo starts it, and one visitor who asks it."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic, perf_counter, sleep
from typing import Final
from urllib.parse import urlencode

from harness import ROOT, ended

PATIENCE: Final = 180.0  # seconds until the server answers
AGENT: Final = "Mozilla/5.0 (X11; Linux x86_64) bench"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered, and after how many milliseconds all of it was there."""

    status: int
    text: str
    ms: float
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Visitor:
    """One client: a new connection each time, so that all processes of the server take part."""

    port: int
    cookie: str = ""

    def get(self, path: str, **parameters: object) -> Reply:
        """Ask for a page."""
        return self._ask("GET", f"{path}?{urlencode(parameters, doseq=True)}" if parameters else path)

    def post(self, path: str, fields: Mapping[str, str]) -> Reply:
        """Send a form."""
        return self._ask("POST", path, urlencode(fields))

    def _ask(self, method: str, path: str, body: str | None = None) -> Reply:
        headers = {"User-Agent": AGENT, "Cookie": self.cookie, "Referer": f"http://127.0.0.1:{self.port}/"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        started = perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        passed = (perf_counter() - started) * 1000
        connection.close()
        return Reply(answer.status, content.decode("utf-8", "replace"), passed, dict(answer.getheaders()))


@contextmanager
def served() -> Iterator[int]:
    """Serve the portal whose settings are in the environment; gives the port."""
    with started() as (port, _pid):
        yield port


@contextmanager
def started(workers: int = 2) -> Iterator[tuple[int, int]]:
    """The same; gives the port and the process whose children answer, so many of them."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--bind", f"127.0.0.1:{port}", "--workers", str(workers), "--threads", "4", "--timeout", "300"]
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "portal.wsgi", *options, "--log-level", "warning"],
        cwd=ROOT,
        env={**os.environ, "DEBUG": "false", "SEARCH_PAGE_RATE": "99999/s"},  # one visitor asks for many
    )
    with ended(server):
        _wait_for(port)
        yield port, server.pid


def _wait_for(port: int) -> None:
    end = monotonic() + PATIENCE
    while monotonic() < end:
        try:
            if Visitor(port).get("/healthz").status == 200:
                return
        except OSError:
            sleep(0.1)
    raise TimeoutError("The portal's server does not answer.")
