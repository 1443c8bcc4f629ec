"""200,000 documents against 20,000 in each engine: how much slower a search with filters and marked extracts gets.

Documents of the search, not pages of the portal: reading ten hits back costs the same however many pages there are."""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from generated import LEVELS, Generated, documents, questions
from harness import cluster, percentile, say, set_up, show, verdict

if TYPE_CHECKING:
    from search.backends import SearchBackend
    from search.backends.base import IndexBuild
    from search.documents import SearchDocument

SMALL, LARGE = int(os.environ.get("BENCH_SMALL", "20000")), int(os.environ.get("BENCH_LARGE", "200000"))
AT_ONCE: Final = 500
ASKED: Final = 300
MOST_TIMES_SLOWER: Final = 3.0


@dataclass(slots=True)
class Candidate:
    """An engine with so many documents, being built and then asked; seconds and bytes."""

    name: str
    size: int
    backend: SearchBackend
    build: IndexBuild
    building: float = 0.0
    times: tuple[float, ...] = ()


def main() -> int:
    """Build all indexes from one reading of the documents, ask all of them in turn, remove them."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        set_up(Path(folder))
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        candidates = list(begin(stack))
        started = perf_counter()
        words = fill(candidates)
        say(f"{LARGE} documents analysed and indexed in {perf_counter() - started:.0f} s")
        return report(candidates, words)


def begin(stack: ExitStack) -> Iterator[Candidate]:
    """Empty indexes: both sizes of every engine that is there."""
    from search.throwaway import spare_engine

    urls = {"embedded": "embedded://"} | ({"Elasticsearch": cluster()} if cluster() else {})
    if len(urls) == 1:
        say("No Elasticsearch answers (make elasticsearch starts one): the embedded engine is measured alone.")
    for name, url in urls.items():
        for size in (SMALL, LARGE):
            backend = stack.enter_context(spare_engine(url))
            yield Candidate(name, size, backend, stack.enter_context(backend.rebuild()))


def fill(candidates: Sequence[Candidate]) -> set[str]:
    """Give every index its documents, cut as a rebuild cuts them; the words in them."""
    from search.cutting import cutters
    from search.lexicon import current

    words: set[str] = set()
    done = 0
    with cutters(current().vocabulary, max(1, (os.cpu_count() or 2) - 1)) as pool:
        for cut in pool.cut(batches(LARGE)):
            for candidate in candidates:
                wanted = cut.documents[: max(0, candidate.size - done)]
                if wanted:
                    timed(candidate, partial(candidate.build.add, wanted))
            words |= cut.words
            done += len(cut.documents)
            if done % 20_000 == 0:
                say(f"  {done}")
    for candidate in candidates:
        timed(candidate, candidate.build.publish)
    return words


def timed(candidate: Candidate, do: Callable[[], None]) -> None:
    """Add up what the engine itself takes."""
    started = perf_counter()
    do()
    candidate.building += perf_counter() - started


def batches(count: int) -> Iterator[list[SearchDocument]]:
    """The documents in parts."""
    rest = documents(count)
    while batch := [as_document(one) for one in islice(rest, AT_ONCE)]:
        yield batch


def as_document(one: Generated) -> SearchDocument:
    """With the filters that pages of the portal have."""
    from search.documents import SearchDocument

    facets = {
        "learning_area": (one.area,),
        "school_network": (one.network,),
        "level": (one.level,),
        "academic_year": (str(one.year),),
        "tag": (one.tag,),
    }
    labels = (one.area, one.network, one.tag)
    return SearchDocument(one.number, "chapter", one.title, one.body, one.date, facets, labels)


def ask(candidates: Sequence[Candidate], words: set[str]) -> None:
    """Every question to every index, one after the other; the first thirty warm them up."""
    from search.answering import find
    from search.documents import SearchQuery
    from search.extracts import extract
    from search.facets import own_facets
    from search.known_words import KnownWords
    from search.lexicon import current
    from search.word_memory import in_place_of_the_index

    known, facets = current(), own_facets()
    times: dict[int, list[float]] = {place: [] for place in range(len(candidates))}
    with in_place_of_the_index(KnownWords(words)):
        for number, text in enumerate([*questions(30), *questions(ASKED)]):
            chosen = {"level": frozenset(LEVELS[number % 9 : number % 9 + 2])} if number % 3 == 0 else {}
            for place, candidate in enumerate(candidates):
                started = perf_counter()
                found = find(SearchQuery(text, chosen), known, candidate.backend, facets)
                for match in found.asked.answer.matches:
                    extract(match.text.body if match.text else "", found.understood.marks)
                if number >= 30:
                    times[place].append((perf_counter() - started) * 1000)
    for place, candidate in enumerate(candidates):
        candidate.times = tuple(times[place])


def report(candidates: Sequence[Candidate], words: set[str]) -> int:
    """Times, sizes, and the verdict on each engine."""
    before = resident()
    ask(candidates, words)
    rows: list[list[Any]] = []
    is_good = True
    p95 = {(one.name, one.size): percentile(one.times, 0.95) for one in candidates}
    for one in candidates:
        status = one.backend.status()
        ratio = p95[one.name, one.size] / p95[one.name, SMALL]
        is_met = ratio < MOST_TIMES_SLOWER
        is_good &= is_met
        rows.append(
            [
                one.name,
                f"{status.documents:,}",
                f"{median(one.times):.1f}",
                f"{p95[one.name, one.size]:.1f}",
                f"{ratio:.2f}x" if one.size == LARGE else "",
                verdict(is_met) if one.size == LARGE else "",
                f"{(status.size or 0) / 1024**2:,.0f} MB",
                f"{one.building:.0f} s",
            ]
        )
    head = ("engine", "documents", "median ms", "p95 ms", "p95 grows", "floor 3x", "disk", "writing")
    show(f"A search with filters and marked extracts, {ASKED} questions, {len(words):,} different words", head, rows)
    own = f"{(resident() - before) / 1024**2:+.0f} while asking, {resident() / 1024**2:.0f} in all"
    show("Memory", ("", "MB"), [["this process, with the embedded indexes mapped", own], *cluster_memory()])
    return int(not is_good)


def resident() -> int:
    """Bytes of memory of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def cluster_memory() -> list[list[str]]:
    """What the cluster says about its memory."""
    if not cluster():
        return []
    with urllib.request.urlopen(f"{cluster()}/_nodes/stats/jvm", timeout=10) as answer:  # noqa: S310
        nodes = json.load(answer)["nodes"].values()
    used = sum(node["jvm"]["mem"]["heap_used_in_bytes"] for node in nodes)
    most = sum(node["jvm"]["mem"]["heap_max_in_bytes"] for node in nodes)
    return [["Elasticsearch's heap in use", f"{used / 1024**2:.0f} of {most / 1024**2:.0f}"]]


if __name__ == "__main__":
    sys.exit(main())
