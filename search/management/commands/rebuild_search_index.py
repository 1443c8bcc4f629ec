"""Writes the search index anew."""

from __future__ import annotations

from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.backends import SearchUnavailable, get_backend
from search.golden.run import check_and_keep
from search.progress_bar import ProgressBar
from search.rebuilding import Rebuilt, rebuild

SHOWN = 10  # pages with their errors


class Command(BaseCommand):
    """`manage.py rebuild_search_index`; the search goes on answering meanwhile."""

    help = (
        "Write the search index anew from all that everybody may read. The search goes on answering from the old one, "
        "which stays when this is broken off with Ctrl-C."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether one is wanted at all, how many processes cut text, and whether the new index is tried out."""
        parser.add_argument("--if-needed", action="store_true", help="only if there is no index of this version yet")
        parser.add_argument("--no-check", action="store_true", help="do not ask the golden questions afterwards")
        parser.add_argument(
            "--processes", type=int, help="processes that cut text beside this one; default: 1 if it pays"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Show how far it is, then what came of it."""
        quiet = options["verbosity"] == 0
        started = monotonic()
        if options["if_needed"] and _is_there():
            return
        try:
            done = rebuild(
                (lambda done, total: None) if quiet else ProgressBar(self.stdout, "pages"), options["processes"]
            )
        except SearchUnavailable as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt as error:
            self.stdout.write("")  # ends the line of the bar
            raise CommandError("Broken off. The index in use is what it was.", returncode=130) from error
        if not quiet:
            self._say(done, monotonic() - started)
        if not options["no_check"]:
            self._check(quiet)

    def _check(self, quiet: bool) -> None:
        """The index is there whatever the golden questions say."""
        try:
            run = check_and_keep()
        except SearchUnavailable as error:
            self.stderr.write(self.style.WARNING(f"The search could not be checked: {error}"))
            return
        said = f"{run.right} of {run.asked} golden questions are answered as they should be."
        if run.faults:
            self.stderr.write(self.style.WARNING(f"{said} The admin shows the others: Reports > Check of the search."))
        elif not quiet:
            self.stdout.write(said)

    def _say(self, done: Rebuilt, seconds: float) -> None:
        rate = f", {done.pages / seconds:,.0f} a second" if seconds > 1 else ""
        self.stdout.write(self.style.SUCCESS(f"{done.pages:,} pages indexed in {seconds:,.1f} seconds{rate}."))
        if done.learnt:
            self.stdout.write(f"{done.learnt:,} words learnt for the dictionary.")
        if done.caught_up.done:
            self.stdout.write(f"{done.caught_up.done:,} changes of the meantime applied.")
        for page, reason in list(done.failures.items())[:SHOWN]:
            self.stderr.write(self.style.WARNING(f"Page {page} is not in the index: {reason}"))
        if len(done.failures) > SHOWN:
            self.stderr.write(self.style.WARNING(f"... and {len(done.failures) - SHOWN:,} more."))


def _is_there() -> bool:
    try:
        get_backend().status()
    except SearchUnavailable:
        return False
    return True
