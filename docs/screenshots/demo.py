"""A demo that lives as long as the pictures take: a folder and a port of its own."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 900  # seconds, on a machine that has other things to do


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the demo answers, and the folder of its data."""

    url: str
    data: Path

    def password(self, who: str) -> str:
        """What the demo noted down beside its data."""
        note = "demo-password" if who == "admin" else "demo-roles-password"
        return (self.data / note).read_text(encoding="ascii")


@contextmanager
def throw_away_demo() -> Iterator[Demo]:
    """Start `manage.py demo`, wait until it answers, and leave nothing of it behind."""
    with tempfile.TemporaryDirectory(prefix="portal-pictures-") as folder:
        demo = Demo(f"http://127.0.0.1:{free_port()}", Path(folder) / "var")
        log = Path(folder) / "log"
        os.environ |= {"PORTAL_DATA_DIR": str(demo.data), "DJANGO_SETTINGS_MODULE": "portal.settings.development"}
        with log.open("wb") as written:
            command = [sys.executable, "manage.py", "demo", "--port", demo.url.rsplit(":", 1)[1]]
            process = subprocess.Popen(command, cwd=ROOT, stdout=written, stderr=written, start_new_session=True)
        try:
            _wait(demo, process, log)
            yield demo
        finally:
            os.killpg(process.pid, signal.SIGTERM)  # the server, its workers and the timer
            process.wait(timeout=60)


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(demo: Demo, process: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not _answers(demo):
        if process.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(f"The demo did not start:\n{log.read_text(encoding='utf-8')[-3000:]}")
        time.sleep(0.5)


def _answers(demo: Demo) -> bool:
    try:
        with urlopen(f"{demo.url}/healthz", timeout=5) as answer:  # noqa: S310
            return answer.status == 200
    except (URLError, TimeoutError, ConnectionError):
        return False
