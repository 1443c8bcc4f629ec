"""What the measurements share: a portal in a folder of its own, tables, percentiles, the memory of a process tree."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
ELASTICSEARCH: Final = os.environ.get("BENCH_ELASTICSEARCH", "http://127.0.0.1:9200")
CORPUS: Final = Path(os.environ.get("BENCH_CORPUS", ROOT.parent / "shared" / "corpus"))
_SAMPLED_EACH: Final = 0.05  # seconds


def set_up(folder: Path) -> None:
    """Make Django ready with its data in `folder`; processes that are started later use it too."""
    os.environ.update(PORTAL_DATA_DIR=str(folder), DJANGO_SETTINGS_MODULE="portal.settings.development")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()


def say(text: str) -> None:
    """A line to whoever waits; results go to standard output, this does not."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def show(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table."""
    cells = [[*map(str, head)], *([*map(str, row)] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    sys.stdout.write(f"\n{title}\n" + "\n".join(lines) + "\n")
    sys.stdout.flush()


def verdict(is_met: bool) -> str:
    """How a floor is named in the tables."""
    return "met" if is_met else "MISSED"


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of `values` lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def cluster() -> str:
    """The address of the Elasticsearch that answers; empty where none does."""
    try:
        with urllib.request.urlopen(f"{ELASTICSEARCH}/_cluster/health", timeout=5):  # noqa: S310
            return ELASTICSEARCH
    except OSError:
        return ""


def manage(*arguments: str) -> subprocess.Popen[bytes]:
    """Start a management command of the portal whose settings are in the environment."""
    return subprocess.Popen([sys.executable, str(ROOT / "manage.py"), *arguments], stdout=subprocess.DEVNULL)


class Memory:
    """The most memory that a process and its children held together, in bytes, sampled while it runs.

    `own` is without mapped files, as an index while it is merged: the kernel takes those back at will."""

    def __init__(self, pid: int) -> None:
        self.peak = self.own = 0
        self._pid = pid
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self._ended.is_set():
            held = [_held(pid) for pid in _family(self._pid)]
            self.peak = max(self.peak, sum(resident for resident, _mapped in held))
            self.own = max(self.own, sum(resident - mapped for resident, mapped in held))
            sleep(_SAMPLED_EACH)

    def __enter__(self) -> Memory:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._ended.set()
        self._thread.join()


@contextmanager
def ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """End a process with the block."""
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()


def size_of(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def worked(pid: int) -> float:
    """Seconds that a process and its children have kept processors busy."""
    ticks = 0
    for one in _family(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            tasks = list(Path(f"/proc/{one}/task").iterdir())
            for task in tasks:
                found.extend(int(child) for child in (task / "children").read_text().split())
        except OSError:
            continue  # it ended meanwhile
    return found


def _held(pid: int) -> tuple[int, int]:
    """All that a process has in memory, and how much of it is mapped or shared."""
    try:
        _all, resident, mapped = (int(pages) for pages in Path(f"/proc/{pid}/statm").read_text().split()[:3])
    except (OSError, ValueError):
        return 0, 0  # it ended meanwhile
    return resident * os.sysconf("SC_PAGE_SIZE"), mapped * os.sysconf("SC_PAGE_SIZE")
