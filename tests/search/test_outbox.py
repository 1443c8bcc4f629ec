"""Nothing is lost between database and index: not in a crash, not while the engine is down, not between processes."""

import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import wraps
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from manuals.models import ManualChapterPage, WorkProcessPage
from search.backends import SearchUnavailable, get_backend
from search.draining import drain, try_again
from search.models import IndexChange
from search.outbox import look_again
from search.tree import Every
from tests import factories

ROOT = Path(__file__).resolve().parents[2]


def indexed() -> set[int]:
    return set(get_backend().matching(Every()))


@pytest.fixture
def live_index(search_index, transactional_db, home):
    """An index, and commits that are real: what follows them happens by itself."""
    return search_index


@pytest.fixture
def live_manual(live_index, home):
    """A published manual, in the index."""
    return factories.make_manual(factories.make_manual_index(home))


def test_a_page_is_in_the_index_when_publishing_returns(live_manual):
    process = factories.make_process(live_manual)
    assert indexed() == {live_manual.pk, process.pk}
    assert not IndexChange.objects.waiting().exists()


def test_a_restriction_works_when_saving_it_returns(live_manual):
    factories.make_process(live_manual)
    restriction = factories.make_private(live_manual)
    assert indexed() == set()
    assert not IndexChange.objects.waiting().exists()
    restriction.delete()
    assert len(indexed()) == 2


def test_what_is_rolled_back_is_not_indexed_and_not_noted(live_manual):
    noted = IndexChange.objects.count()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        factories.make_process(live_manual)
        1 / 0  # noqa: B018
    assert IndexChange.objects.count() == noted
    assert indexed() == {live_manual.pk}


def test_what_a_rolled_back_part_of_a_transaction_noted_is_noted_again_by_the_rest(live_manual):
    IndexChange.objects.all().delete()
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            look_again([live_manual.pk])
            1 / 0  # noqa: B018
        look_again([live_manual.pk])
        look_again([live_manual.pk])
    assert IndexChange.objects.filter(page=live_manual.pk, done_at__isnull=False).count() == 1


def test_a_transaction_is_applied_at_its_end_and_as_a_whole(live_manual):
    with transaction.atomic():
        process = factories.make_process(live_manual)
        assert process.pk not in indexed()
        process.title = "ชื่อสุดท้าย"
        process.save_revision().publish()
    assert get_backend().stored([process.pk])[process.pk].title.replace("\x1f", "") == "ชื่อสุดท้าย"


@pytest.fixture
def broken_engine(live_manual, settings, tmp_path):
    """The address of a folder that cannot be one."""
    (tmp_path / "file").write_text("no folder")
    good, settings.SEARCH_URL = settings.SEARCH_URL, f"embedded://{tmp_path}/file/search"
    return lambda: setattr(settings, "SEARCH_URL", good)


def test_publishing_succeeds_while_the_engine_is_down_and_is_found_afterwards(live_manual, broken_engine, caplog):
    process = factories.make_process(live_manual)
    assert WorkProcessPage.objects.get(pk=process.pk).live
    change = IndexChange.objects.waiting().filter(page=process.pk).latest("pk")
    assert change.attempts and change.error
    assert "wait for the search" in caplog.text
    broken_engine()
    assert process.pk not in indexed()
    drain()
    assert process.pk in indexed()
    assert not IndexChange.objects.waiting().exists()


def test_a_disk_that_is_full_costs_no_change(live_manual, monkeypatch):
    def refuse(*_arguments):
        raise SearchUnavailable("No space left on device")

    backend = type(get_backend())
    with monkeypatch.context() as full:
        full.setattr(backend, "index", refuse)
        process = factories.make_process(live_manual)
    assert IndexChange.objects.waiting().get(page=process.pk).error == "No space left on device"
    drain()
    assert process.pk in indexed()


def test_a_mistake_of_our_own_is_logged_with_its_trace_and_the_change_waits(live_manual, monkeypatch, caplog):
    def fail(*_arguments):
        raise TypeError("a programming error")

    with monkeypatch.context() as wrong:
        wrong.setattr(type(get_backend()), "index", fail)
        process = factories.make_process(live_manual)
    assert "Traceback" in caplog.text and "a programming error" in caplog.text
    change = IndexChange.objects.waiting().get(page=process.pk)
    assert change.error == "TypeError: a programming error" and change.due_at > timezone.now()
    with monkeypatch.context() as wrong, pytest.raises(TypeError):
        wrong.setattr(type(get_backend()), "index", fail)
        try_again()
        drain()
    try_again()
    drain()
    assert process.pk in indexed()


@pytest.fixture
def unreadable(monkeypatch):
    """`unreadable(page)`: as if the page's extension had a mistake in it; given False, as if it were mended."""

    def spoil(page, is_spoilt=True):
        good = WorkProcessPage.text_parts.__wrapped__ if hasattr(WorkProcessPage.text_parts, "__wrapped__") else None
        good = good or WorkProcessPage.text_parts

        @wraps(good)
        def parts(self):
            if is_spoilt and self.pk == page.pk:
                raise ValueError("this page cannot be read")
            return good(self)

        monkeypatch.setattr(WorkProcessPage, "text_parts", parts)

    return spoil


def test_a_page_its_extension_cannot_read_stops_no_other_and_is_tried_again(live_manual, unreadable, caplog):
    pages = [factories.make_process(live_manual, title=title) for title in ("หน้าดี", "หน้าเสีย", "หน้าดีอีก", "หน้าท้าย")]
    get_backend().remove([page.pk for page in pages])
    unreadable(pages[1])
    look_again([page.pk for page in pages])
    assert indexed() == {live_manual.pk, pages[0].pk, pages[2].pk, pages[3].pk}
    change = IndexChange.objects.waiting().get()
    assert change.page == pages[1].pk and change.error == "ValueError: this page cannot be read"
    assert "this page cannot be read" in caplog.text
    assert drain().failed == 0, "it is not tried again at once"
    unreadable(pages[1], False)
    try_again()
    drain()
    assert pages[1].pk in indexed()


def test_a_page_that_cannot_be_read_keeps_its_text_and_still_leaves_when_it_is_made_private(live_manual, unreadable):
    process = factories.make_process(live_manual)
    unreadable(process)
    look_again([process.pk])
    assert process.pk in indexed()
    factories.make_private(process)
    assert process.pk not in indexed()


def test_many_changes_of_a_page_are_applied_once(live_manual, monkeypatch):
    written = []
    backend = type(get_backend())
    index = backend.index
    monkeypatch.setattr(backend, "index", lambda self, some: (written.extend(some := list(some)), index(self, some))[1])
    with transaction.atomic():
        process = factories.make_process(live_manual)
        for number in range(5):
            process.title = f"ฉบับที่ {number}"
            process.save_revision().publish()
    assert [document.page for document in written] == [process.pk]


def test_own_changes_come_before_what_others_left(live_manual):
    pages = [factories.make_process(live_manual, title=f"งาน {number}") for number in range(3)]
    old = timezone.now() - timedelta(days=2)
    IndexChange.objects.bulk_create(IndexChange(page=10_000 + number, due_at=old) for number in range(500))
    [own] = IndexChange.objects.bulk_create([IndexChange(page=pages[0].pk)])
    drain([own.pk], spare=0)
    assert IndexChange.objects.get(pk=own.pk).done_at
    assert IndexChange.objects.waiting().count() == 500


def test_done_changes_are_kept_for_a_rebuild_and_dropped_after_a_day(live_manual):
    kept = IndexChange.objects.exclude(done_at=None).latest("pk")
    IndexChange.objects.filter(pk=kept.pk).update(done_at=timezone.now() - timedelta(days=2))
    factories.make_process(live_manual)
    assert not IndexChange.objects.filter(pk=kept.pk).exists()
    assert IndexChange.objects.exclude(done_at=None).exists()


def test_the_number_of_queries_does_not_grow_with_the_pages(search_index, manual):
    pages = [factories.make_page(manual, ManualChapterPage, f"บทที่ {number}") for number in range(30)]
    counts = []
    for some in (pages[:3], pages[3:]):
        search_index.catch_up()
        look_again([page.pk for page in some])
        with CaptureQueriesContext(connection) as queries:
            drain()
        counts.append(len(queries))
    assert counts[0] == counts[1]


PUBLISH_AND_DIE = """
import os, signal
from search import draining
from search.backends.embedded import EmbeddedBackend
def die(*_arguments): os.kill(os.getpid(), signal.SIGKILL)
EmbeddedBackend.index = die
from home.models import HomePage
from tests import factories
home = HomePage.objects.get()
factories.make_manual(factories.make_manual_index(home), title="หน้าที่เครื่องดับ")
print("never said")
"""


def test_a_process_killed_between_commit_and_indexing_loses_nothing(tmp_path, migrated_file):
    def run(code):
        code = f"import django; django.setup()\n{code}"
        return subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, env=surroundings, capture_output=True, text=True
        )

    surroundings = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.development",
        "PORTAL_DATA_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/portal.sqlite3",
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
    }
    manage = "from django.core.management import call_command\n"
    shutil.copy(migrated_file, tmp_path / "portal.sqlite3")
    prepared = run(manage + "call_command('rebuild_search_index', verbosity=0)")
    assert prepared.returncode == 0, prepared.stderr
    killed = run(PUBLISH_AND_DIE)
    assert killed.returncode == -signal.SIGKILL and "never said" not in killed.stdout, killed.stderr
    found = run(
        "from search.draining import drain\nfrom search.answering import answer\n"
        "from search.documents import SearchQuery\n"
        "find = lambda: [hit.title for hit in answer(SearchQuery('เครื่องดับ')).hits]\n"
        "before = find()\ndrain()\nprint(before, find())"
    )
    assert found.stdout.strip() == "[] ['หน้าที่เครื่องดับ']", found.stderr


def test_several_that_catch_up_at_once_lose_nothing_and_disturb_nobody(live_manual):
    pages = [factories.make_page(live_manual, ManualChapterPage, f"บทที่ {number}") for number in range(40)]
    get_backend().remove([page.pk for page in pages])

    def catch_up(_number):
        try:
            return drain(patience=30).done
        finally:
            connection.close()

    look_again_quietly([page.pk for page in pages])
    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(catch_up, range(4))) == 40
    assert indexed() == {live_manual.pk, *(page.pk for page in pages)}


def look_again_quietly(pages):
    """As another process, that ends before it indexes."""
    IndexChange.objects.bulk_create(IndexChange(page=page) for page in pages)
