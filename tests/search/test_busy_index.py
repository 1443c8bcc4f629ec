"""The index merges its segments, which takes seconds: nobody waits for it, and nothing is lost."""

from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import monotonic

import pytest
from filelock import FileLock

from manuals.models import ManualChapterPage
from portal.later import Later
from search.draining import drain, drain_after_commit
from search.health import differences
from search.models import IndexChange
from search.rebuilding import rebuild
from tests import factories


@contextmanager
def merging(settings, seconds=60.0):
    """Somebody else writes the index, for so long at most."""
    taken, over = Event(), Event()

    def write():
        with FileLock(Path(settings.SEARCH_URL.removeprefix("embedded://")) / "write.lock"):
            taken.set()
            over.wait(seconds)

    thread = Thread(target=write)
    thread.start()
    taken.wait()
    try:
        yield
    finally:
        over.set()
        thread.join()


@pytest.fixture
def asked(monkeypatch):
    """Who asked to be called later."""
    asked = []
    monkeypatch.setattr(Later, "ask", lambda later: asked.append(later))
    return asked


def test_publishing_goes_on_and_is_found_soon_after(search_index, manual, settings, asked):
    with merging(settings):
        page = factories.make_page(manual, ManualChapterPage, "เผยแพร่ขณะรวมดัชนี")
        [change] = IndexChange.objects.waiting().filter(page=page.pk)
        started = monotonic()
        drain_after_commit([change.pk])
        assert monotonic() - started < 5
        change.refresh_from_db()
        assert (change.done_at, change.attempts, change.error) == (None, 0, ""), "nothing is wrong with it"
    [again] = asked
    again._run()
    assert search_index.found("เผยแพร่ขณะรวมดัชนี") == ["เผยแพร่ขณะรวมดัชนี"]


def test_it_is_tried_until_the_index_is_free(search_index, manual, settings, asked):
    factories.make_page(manual, ManualChapterPage, "รอคิวดัชนี")
    with merging(settings):
        assert drain().is_busy
        drain_after_commit()
        asked[-1]._run()
        assert len(asked) == 2
    asked[-1]._run()
    assert len(asked) == 2 and not IndexChange.objects.waiting().exists()


def test_a_new_index_waits_and_is_not_lost(search_index, manual, settings):
    search_index.catch_up()
    with merging(settings, seconds=4):
        rebuild()
    assert not differences()
