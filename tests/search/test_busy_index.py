"""The index merges its segments, which takes seconds: nobody waits for it, and nothing is lost."""

import json
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from unittest.mock import Mock

import pytest
from filelock import FileLock

from manuals.models import ManualChapterPage
from portal.later import Later
from search.backends import SearchBusy, embedded_updates, get_backend
from search.backends.embedded_store import IndexStore
from search.draining import drain, drain_after_commit
from search.health import differences
from search.models import IndexChange
from search.rebuilding import rebuild
from tests import factories

PATIENCE = 10  # seconds


def folder_of(settings):
    return Path(settings.SEARCH_URL.removeprefix("embedded://"))


@contextmanager
def merging(settings, seconds=60.0):
    """Somebody else writes the index, for so long at most."""
    taken, over = Event(), Event()

    def write():
        with FileLock(folder_of(settings) / "write.lock"):
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


@pytest.fixture
def merge(monkeypatch):
    """This process merges what it writes until `merge.set()`."""
    over = Event()
    monkeypatch.setattr(embedded_updates, "is_merging", lambda folder: not over.is_set())
    yield over
    over.set()


@pytest.fixture
def other_process(settings):
    """Its way to the index."""
    return IndexStore(folder_of(settings))


def test_what_this_process_publishes_while_it_merges_is_found_at_once(search_index, manual, merge, other_process):
    for title in ("เผยแพร่ก่อนรวม", "เผยแพร่ระหว่างรวม"):
        page = factories.make_page(manual, ManualChapterPage, title)
        drain()
        assert get_backend().stored([page.pk])
    with pytest.raises(SearchBusy):
        other_process.begin_writing(0)
    merge.set()
    other_process.begin_writing(PATIENCE).release()


def test_whoever_merges_takes_up_what_others_leave(search_index, manual, merge, asked, other_process):
    factories.make_page(manual, ManualChapterPage, "เริ่มรวมดัชนี")
    drain_after_commit()
    page = factories.make_page(manual, ManualChapterPage, "มาจากอีกโปรแกรม")
    asked.pop()._run()
    assert get_backend().stored([page.pk])
    later = asked.pop()
    merge.set()
    other_process.begin_writing(PATIENCE).release()
    later._run()
    assert not asked


def test_a_failure_while_it_merges_lets_others_write(search_index, manual, merge, monkeypatch, other_process):
    factories.make_page(manual, ManualChapterPage, "ก่อนดิสก์เต็ม")
    drain()
    with monkeypatch.context() as patch:
        patch.setattr(embedded_updates, "as_document", Mock(side_effect=OSError("No space left on device")))
        factories.make_page(manual, ManualChapterPage, "หลังดิสก์เต็ม")
        assert "No space left" in drain().unavailable
        other_process.begin_writing(0).release()
    drain()
    assert search_index.found("หลังดิสก์เต็ม") and search_index.found("ก่อนดิสก์เต็ม")


def test_real_merges_end_and_let_others_write(search_index, manual, other_process):
    for number in range(20):
        factories.make_page(manual, ManualChapterPage, f"เผยแพร่ครั้งที่ {number}")
        drain()
    other_process.begin_writing(PATIENCE).release()
    assert other_process.current().searcher().num_segments < 8
    assert not differences()


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([3000] * 7, False),
        ([3000] * 7 + [1], True),
        ([21_000] + [1] * 7, False),
        ([21_000] * 3 + [1] * 8, True),
        ([12_000] * 4 + [8_000] * 4, True),
        ([40_000] * 4 + [20_000] * 4 + [10_000] * 4, False),
    ],
)
def test_a_merge_is_known_by_the_segments_that_wait_for_it(tmp_path, sizes, expected):
    (tmp_path / "meta.json").write_text(json.dumps({"segments": [{"max_doc": size} for size in sizes]}))
    assert embedded_updates.is_merging(tmp_path) is expected


@pytest.mark.parametrize("text", [None, "", "{", "{}", "[]", '{"segments": [{}]}'])
def test_without_a_readable_index_none_is_merged(tmp_path, text):
    if text is not None:
        (tmp_path / "meta.json").write_text(text)
    assert not embedded_updates.is_merging(tmp_path)
