"""Requests a second of the portal's pages, with the page cache off and on, beside a bare Wagtail page of their size.

All of them are asked in turns in one run, by the same visitors, of the same server started three times: only shares of
each other mean something on a machine that does other things too. Off is without the page cache: pages are routed,
checked and put together from their parts. Anew is without those as well: a page's first visitor after a change."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

from asking import ask
from harness import ROOT, say, set_up, show, verdict, worked
from serving import Visitor, started

ROUNDS: Final = 5
WARMED: Final = 16
SECONDS: Final = 1.0  # of each page in each round
OFF_LEAST, ON_LEAST = 0.8, 10.0  # of what the bare page of the same size does
QUESTION: Final = "/search/?q=%E0%B8%84%E0%B8%B9%E0%B9%88%E0%B8%A1%E0%B8%B7%E0%B8%AD"
HEAD: Final = ("page", "KB", "bare/s", "off/s", "on/s", "p95 bare", "p95 off", "p95 on", "off/bare", "", "on/bare", "")
HEAD_OF_WORK: Final = ("page", "bare", "anew", "off", "on", "bare/off", "bare/on")


@dataclass(frozen=True, slots=True)
class Server:
    """Where it answers, and the process whose children do the work."""

    port: int
    pid: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Requests a second, the p95 in milliseconds, bytes of a body, milliseconds of processor a request."""

    rate: float
    p95: float
    size: float
    work: float


@dataclass(frozen=True, slots=True)
class Found:
    """What was measured of one page: the bare one of its size; itself made anew, from its parts, as it was kept."""

    bare: Measured
    anew: Measured
    off: Measured
    on: Measured


def main() -> int:
    """The demo in a folder of its own, which BENCH_FOLDER may name to keep it; three servers, and the table."""
    below = ROOT / "var" / "bench"
    below.mkdir(parents=True, exist_ok=True)
    sys.path.insert(0, str(ROOT / "bench"))
    os.environ["PYTHONPATH"] = str(ROOT / "bench")
    os.environ["PORTAL_PLUGINS"] = "manuals,innovations,bare.apps.BareConfig"
    kept = os.environ.get("BENCH_FOLDER", "")
    with nullcontext(kept) if kept else TemporaryDirectory(dir=below) as folder:
        set_up(Path(folder).absolute())
        _prepare(is_new=not (Path(folder) / "portal.sqlite3").exists())
        pages = _pages()
        with ExitStack() as stack:
            anew, off, on = (_server(stack, *megabytes) for megabytes in ((0, 0), (0, 32), (64, 32)))
            bare = _bare_pages(pages, off.port)
            measured = {name: _measured(name, pages[name], bare[name], (anew, off, on)) for name in pages}
    rows = [_row(name, found) for name, found in measured.items()]
    show("Pages for anonymous visitors; milliseconds and requests a second", HEAD, rows)
    work = [_work_row(name, found) for name, found in measured.items()]
    show("Milliseconds of processor a request: the same whatever else the machine does", HEAD_OF_WORK, work)
    return int(any("MISSED" in row for row in rows))


def _server(stack: ExitStack, pages: int, parts: int) -> Server:
    os.environ.update(PAGE_CACHE_MEGABYTES=str(pages), PAGE_PARTS_MEGABYTES=str(parts))
    # One process: which of two a kept connection falls to is chance, and so would be the rate.
    return Server(*stack.enter_context(started(workers=1)))


def _prepare(*, is_new: bool) -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    if is_new:
        say("Loading the demo")
        call_command("rebuild_search_index", if_needed=True, no_check=True, stdout=sys.stderr)
        call_command("load_demo", stdout=sys.stderr)


def _pages() -> dict[str, str]:
    """A name for each page, and its address."""
    from innovations.models import BestPracticePage
    from manuals.models import WorkProcessPage

    process = WorkProcessPage.objects.live().order_by("path").last()
    work = BestPracticePage.objects.readable().order_by("path").first()
    return {"home": "/", "process": process.url, "work": work.url, "search": QUESTION}


def _bare_pages(pages: dict[str, str], port: int) -> dict[str, str]:
    """For each page a bare one of as many bytes, as deep below the home page as that; and its address.

    A page deeper down is found in more steps, whatever it shows. The home page itself cannot be bare."""
    from bare.models import BarePage
    from wagtail.models import Page, Site

    for old in BarePage.objects.order_by("-depth"):
        old.delete()
    made = {}
    for name, path in pages.items():
        size = len(Visitor(port).get(path).text.encode())
        above: Page = Site.objects.get().root_page
        for level in range(1, path.partition("?")[0].count("/") - 1):
            above = above.add_child(instance=BarePage(title="Above", slug=f"above-{name}-{level}", text="-"))
        page = above.add_child(instance=BarePage(title="Bare", slug=f"bare-{name}", text="x" * (size - 120)))
        made[name] = page.url
    return made


def _measured(name: str, path: str, bare: str, servers: tuple[Server, Server, Server]) -> Found:
    say(f"Asking for {name}")
    anew, off, on = servers
    asked = ((off, bare), (anew, path), (off, path), (on, path))  # the bare page is served without the cache as well
    for server, address in asked:
        for _ in range(WARMED):  # one after the other: each process makes the page once
            Visitor(server.port).get(address)
    rounds = [[_asked(*one) for one in asked] for _ in range(ROUNDS + 1)]
    return Found(*map(_middle, zip(*rounds[1:], strict=True)))  # the first round warms the processes up


def _asked(server: Server, path: str) -> Measured:
    before = worked(server.pid)
    found = ask(server.port, path, SECONDS)
    return Measured(found.rate, found.p95, found.size, 1000 * (worked(server.pid) - before) / found.requests)


def _middle(found: Sequence[Measured]) -> Measured:
    columns = ([getattr(one, name) for one in found] for name in ("rate", "p95", "size", "work"))
    return Measured(*map(median, columns))


def _work_row(name: str, found: Found) -> tuple[Any, ...]:
    shares = f"{found.bare.work / found.off.work:.2f}", f"{found.bare.work / found.on.work:.1f}"
    return (name, *(f"{one.work:.2f}" for one in (found.bare, found.anew, found.off, found.on)), *shares)


def _row(name: str, found: Found) -> tuple[Any, ...]:
    bare, off, on = found.bare, found.off, found.on
    shares = off.rate / bare.rate, on.rate / bare.rate
    return (
        name,
        f"{off.size / 1024:.0f}",
        *(f"{one.rate:.0f}" for one in (bare, off, on)),
        *(f"{one.p95:.1f}" for one in (bare, off, on)),
        f"{shares[0]:.2f}",
        verdict(shares[0] >= OFF_LEAST),
        f"{shares[1]:.1f}",
        verdict(shares[1] >= ON_LEAST),
    )


if __name__ == "__main__":
    sys.exit(main())
