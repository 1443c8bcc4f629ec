"""A portal of 200,000 pages against one of 20,000, with each engine: how much slower a search gets.

A search is what a visitor waits for: the results page with filters, counts and extracts, through the real server.
Takes about three quarters of an hour; BENCH_FOLDER names a folder that is kept and used on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Final

from generated import LEVELS, questions
from harness import ROOT, Memory, cluster, percentile, say, show, size_of, verdict
from serving import Visitor, served

SMALL, LARGE = int(os.environ.get("BENCH_SMALL", "20000")), int(os.environ.get("BENCH_LARGE", "200000"))
ASKED: Final = 300
WARMING: Final = 30
MOST_TIMES_SLOWER: Final = 3.0


@dataclass(slots=True)
class Portal:
    """A portal of so many pages with one engine.

    Milliseconds of its answers; seconds of its rebuild, and bytes that this held of its own."""

    engine: str
    pages: int
    folder: Path
    url: str
    times: list[float] = field(default_factory=list)
    rebuild: float = 0.0
    memory: int = 0

    @property
    def settings(self) -> dict[str, str]:
        """What differs from the other portals."""
        return {"PORTAL_DATA_DIR": str(self.folder), "SEARCH_URL": self.url}

    @property
    def disk(self) -> int:
        """Bytes of the index."""
        if self.engine == "embedded":
            return size_of(self.folder / "search")
        with urllib.request.urlopen(f"{self.url}-*/_stats/store", timeout=10) as answer:  # noqa: S310
            return int(json.load(answer)["_all"]["primaries"]["store"]["size_in_bytes"])


def main() -> int:
    """Make the portals that are not there yet, serve all of them, ask them in turn."""
    below = ROOT / "var" / "bench"
    below.mkdir(parents=True, exist_ok=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.development"
    kept = os.environ.get("BENCH_FOLDER", "")
    with nullcontext(kept) if kept else TemporaryDirectory(dir=below) as folder, ExitStack() as stack:
        portals = list(portals_in(Path(folder).absolute()))
        for portal in portals:
            if not kept and portal.engine != "embedded":
                stack.callback(forget, portal.url)
            make(portal)
        if os.environ.get("BENCH_PREPARE_ONLY"):
            return 0
        ask([(portal, Visitor(stack.enter_context(serving(portal)))) for portal in portals])
        return report(portals)


def portals_in(folder: Path) -> Iterator[Portal]:
    """Both sizes of every engine that is there."""
    address = cluster()
    if not address:
        say("No Elasticsearch answers (make elasticsearch starts one): the embedded engine is measured alone.")
    for size in (SMALL, LARGE):
        yield Portal("embedded", size, folder / str(size), "embedded://")
        if address:
            yield Portal("Elasticsearch", size, folder / str(size), f"{address}/portal-bench-{size}")


def make(portal: Portal) -> None:
    """Its pages, and its index by the portal's own command."""
    if not (portal.folder / "filled").exists():
        say(f"Generating {portal.pages:,} pages")
        portal.folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, str(Path(__file__).with_name("portal_of.py")), str(portal.folder), str(portal.pages)]
        subprocess.run(command, check=True)
        (portal.folder / "filled").touch()
    built = portal.folder / f"built-{portal.engine}"
    if not built.exists():
        say(f"Building the index of {portal.pages:,} pages ({portal.engine})")
        started = perf_counter()
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "rebuild_search_index", "--no-check"],
            env={**os.environ, **portal.settings},
            stdout=subprocess.DEVNULL,
        )
        with Memory(process.pid) as memory:
            if process.wait():
                raise RuntimeError("rebuild_search_index failed")
        built.write_text(json.dumps([perf_counter() - started, memory.own]))
    portal.rebuild, portal.memory = json.loads(built.read_text())


@contextmanager
def serving(portal: Portal) -> Iterator[int]:
    """Serve it; gives the port."""
    before = dict(os.environ)
    os.environ.update(portal.settings)
    with served() as port:
        os.environ.clear()
        os.environ.update(before)
        yield port


def ask(visitors: list[tuple[Portal, Visitor]]) -> None:
    """Every question to every portal, one after the other; every third with chosen filters, the first ones warm up."""
    say("Asking")
    for number, text in enumerate([*questions(WARMING), *questions(ASKED)]):
        chosen = {"level": LEVELS[number % 9 : number % 9 + 2]} if number % 3 == 0 else {}
        for portal, visitor in visitors:
            found = visitor.get("/search/", q=text, **chosen)
            if found.status != 200:
                raise RuntimeError(f"{portal.engine} with {portal.pages} pages answers {found.status}.")
            if number >= WARMING:
                portal.times.append(found.ms)


def report(portals: list[Portal]) -> int:
    """Times, sizes, and the verdict on each engine."""
    p95 = {(one.engine, one.pages): percentile(one.times, 0.95) for one in portals}
    rows: list[list[Any]] = []
    is_good = True
    for one in sorted(portals, key=lambda portal: (portal.engine, portal.pages)):
        ratio = p95[one.engine, one.pages] / p95[one.engine, SMALL]
        is_good &= ratio < MOST_TIMES_SLOWER
        is_large = one.pages == LARGE
        rows.append(
            [
                one.engine,
                f"{one.pages:,}",
                f"{median(one.times):.1f}",
                f"{p95[one.engine, one.pages]:.1f}",
                f"{ratio:.2f}x" if is_large else "",
                verdict(ratio < MOST_TIMES_SLOWER) if is_large else "",
                f"{one.disk / 1024**2:,.0f} MB",
                f"{one.rebuild:.0f} s",
                f"{one.memory / 1024**2:.0f} MB",
            ]
        )
    head = ("engine", "pages", "median ms", "p95 ms", "p95 grows", "floor 3x", "index", "rebuild", "own memory")
    show(f"Results pages with filters, counts and marked extracts, {ASKED} questions", head, rows)
    return int(not is_good)


def forget(url: str) -> None:
    """Remove the indexes of a bench portal from the cluster, by name: wildcards are refused there."""
    address, prefix = url.rsplit("/", 1)
    with urllib.request.urlopen(f"{address}/_cat/indices/{prefix}-*?format=json", timeout=10) as answer:  # noqa: S310
        names = [index["index"] for index in json.load(answer)]
    for name in names:
        urllib.request.urlopen(urllib.request.Request(f"{address}/{name}", method="DELETE"), timeout=30)  # noqa: S310


if __name__ == "__main__":
    sys.exit(main())
