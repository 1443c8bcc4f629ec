"""Measures the search on a corpus, in an index of its own that is gone afterwards."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from search.backends import SearchUnavailable
from search.corpus import Corpus, CorpusError, JudgedQuery, read_corpus, read_judged
from search.evaluation import Figures, evaluate

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """`manage.py evaluate_search --documents D --questions Q --keywords K [--engine URL] [--json]`."""

    help = (
        "Measure how well the search answers questions and keywords whose right documents are known. "
        "The documents go into an index of their own, which is removed; the portal's index and database stay as is."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Files of one JSON object a line."""
        parser.add_argument("--documents", type=Path, required=True, help='lines of {"id", "title", "body"}')
        parser.add_argument("--questions", type=Path, help='lines of {"query", "relevant": [id]}')
        parser.add_argument("--keywords", type=Path, help="lines of the same form")
        parser.add_argument("--engine", default="embedded://", help="embedded:// (default) or http(s)://host:port")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print nothing but the figures as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read everything first: a mistake in the last file shows before the work begins."""
        if not options["questions"] and not options["keywords"]:
            raise CommandError("Name what is to be asked: --questions FILE, --keywords FILE, or both.")
        try:
            corpus = read_corpus(options["documents"])
            questions = self._judged(options["questions"], corpus)
            keywords = self._judged(options["keywords"], corpus)
            with _ended_cleanly():
                figures = evaluate(corpus, questions, keywords, options["engine"], self._progress)
        except (CorpusError, SearchUnavailable, ValueError) as error:
            raise CommandError(str(error)) from error
        finally:
            self._end_of_progress()
        if options["as_json"]:
            self.stdout.write(json.dumps(figures.as_json(), indent=2))
        else:
            self.stdout.write(_table(figures, len(questions), len(keywords)))

    def _judged(self, path: Path | None, corpus: Corpus) -> tuple[JudgedQuery, ...]:
        if path is None:
            return ()
        judged = read_judged(path)
        unknown = {name for query in judged for name in query.relevant if name not in corpus.numbers}
        if unknown:
            self.stderr.write(
                f"{path} names {len(unknown)} documents that are not in the corpus, for example {min(unknown)}. "
                "They count as not found."
            )
        return judged

    def _progress(self, stage: str, done: int, total: int) -> None:
        if self.stderr.isatty() and (done % 50 == 0 or done == total):
            self.stderr.write(f"\r{stage}: {done} of {total}   ", ending="")
            self.stderr.flush()
        elif done == total:
            self.stderr.write(f"{stage}: {total}")

    def _end_of_progress(self) -> None:
        if self.stderr.isatty():
            self.stderr.write("")


def _table(figures: Figures, questions: int, keywords: int) -> str:
    rows: list[tuple[str, str]] = []
    for name, asked, group in (("questions", questions, figures.questions), ("keywords", keywords, figures.keywords)):
        rows += [(f"{name} ({asked})", "")] if group else []
        rows += [(f"  {key}", f"{value:.2%}" if key == "empty" else f"{value:.4f}") for key, value in group.items()]
    rows.append(("time a question", ""))
    rows += [(f"  {key}", f"{value:.1f} ms") for key, value in figures.ms.items()]
    return "\n".join(f"{label:<24}{value:>12}".rstrip() for label, value in rows)


@contextmanager
def _ended_cleanly() -> Iterator[None]:
    """A process that is told to end removes its index first."""
    before = signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(143))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
