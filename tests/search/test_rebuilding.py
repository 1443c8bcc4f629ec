"""A rebuild leaves no moment without answers, loses nothing that happens meanwhile, and can be broken off."""

import os
import re
import shutil
import signal
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from manuals.models import ManualChapterPage
from search import rebuilding
from search.backends import get_backend
from search.draining import drain
from search.health import differences
from search.models import IndexChange
from search.progress_bar import ProgressBar
from search.rebuilding import rebuild
from tests import factories

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def chapters(search_index, manual):
    """Some chapters, in the index."""
    made = [factories.make_page(manual, ManualChapterPage, f"บทที่ {number}") for number in range(5)]
    search_index.catch_up()
    return made


@pytest.fixture
def meanwhile(monkeypatch):
    """`meanwhile(do)`: done when the new index has been written, just before it takes the old one's place."""

    def patch(do):
        write = rebuilding._write_all

        def write_then(*arguments):
            words = write(*arguments)
            do()
            return words

        monkeypatch.setattr(rebuilding, "_write_all", write_then)

    return patch


def run(*arguments) -> str:
    out = StringIO()
    call_command("rebuild_search_index", *arguments, no_check=True, stdout=out, stderr=out)
    return out.getvalue()


def test_a_rebuild_holds_every_readable_page_and_says_how_many(search_index, chapters):
    get_backend().remove([page.pk for page in chapters])
    assert "6 pages indexed" in run()
    assert not differences()


def test_what_is_published_changed_or_hidden_meanwhile_is_found_as_it_is_afterwards(
    search_index, chapters, manual, meanwhile
):
    def change():
        chapters[0].title = "ชื่อใหม่ระหว่างสร้างดัชนี"
        chapters[0].save_revision().publish()
        factories.make_private(chapters[1])
        chapters[2].delete()
        factories.make_page(manual, ManualChapterPage, "หน้าใหม่ระหว่างสร้างดัชนี")
        search_index.catch_up()
        assert len(search_index.found("ระหว่างสร้างดัชนี")) == 2, "in the old index, at once"

    meanwhile(change)
    rebuild()
    assert set(search_index.found("ระหว่างสร้างดัชนี")) == {"ชื่อใหม่ระหว่างสร้างดัชนี", "หน้าใหม่ระหว่างสร้างดัชนี"}
    assert not differences()


def test_changes_that_waited_before_are_applied(search_index, chapters, manual):
    factories.make_page(manual, ManualChapterPage, "หน้าที่รออยู่")
    assert search_index.waiting
    rebuild()
    assert not IndexChange.objects.waiting().exists()
    assert not differences()


def test_what_the_new_index_holds_is_not_written_again(search_index, chapters, manual):
    """A commit after the build would have its segments merged, and others wait for that."""
    chapters[0].title = "เพิ่งเผยแพร่และอยู่ในดัชนีแล้ว"
    chapters[0].save_revision().publish()
    search_index.catch_up()
    factories.make_page(manual, ManualChapterPage, "หน้าที่รออยู่")
    later = IndexChange.objects.create(page=chapters[1].pk, due_at=timezone.now() + timedelta(minutes=5))
    assert rebuild().caught_up.done == 0
    assert list(IndexChange.objects.waiting()) == [later], "looked at when it is due"
    assert not differences()


def test_the_search_answers_while_it_is_rebuilt(search_index, chapters, meanwhile):
    found = []
    meanwhile(lambda: found.extend(search_index.found("บทที่")))
    rebuild()
    assert len(found) == 5


def test_a_second_rebuild_at_the_same_time_is_refused_kindly(search_index, chapters, meanwhile):
    refused = []

    def try_second():
        with pytest.raises(CommandError) as error:
            run()
        refused.append(str(error.value))

    meanwhile(try_second)
    rebuild()
    assert refused and not differences()


def test_one_that_is_broken_off_leaves_the_index_in_use(search_index, chapters, meanwhile):
    def interrupt():
        raise KeyboardInterrupt

    meanwhile(interrupt)
    with pytest.raises(CommandError) as error:
        run()
    assert error.value.returncode == 130
    assert len(search_index.pages) == 6


def test_it_may_be_run_again_and_again(search_index, chapters):
    for _time in range(3):
        rebuild()
    assert not differences()


def test_other_processes_cut_the_same_words(search_index, chapters):
    here = get_backend().stored([page.pk for page in chapters])
    rebuild(processes=1)
    assert get_backend().stored([page.pk for page in chapters]) == here


def test_a_page_that_cannot_be_read_is_named_and_waits(search_index, chapters, monkeypatch):
    def fail(self):
        if self.pk == chapters[3].pk:
            raise ValueError("this page cannot be read")
        return [self.title]

    monkeypatch.setattr(ManualChapterPage, "text_parts", fail)
    said = run()
    assert "5 pages indexed" in said and f"Page {chapters[3].pk} is not in the index: ValueError" in said
    assert set(IndexChange.objects.waiting().values_list("page", flat=True)) == {chapters[3].pk}
    monkeypatch.undo()
    IndexChange.objects.update(due_at="2026-01-01T00:00Z")
    drain()
    assert not differences()


def test_if_needed_it_builds_only_where_there_is_none(home):
    assert "0 pages indexed" in run("--if-needed")
    assert run("--if-needed") == ""


def test_an_engine_that_does_not_answer_is_said_in_its_words(home, settings, tmp_path):
    (tmp_path / "file").touch()
    settings.SEARCH_URL = f"embedded://{tmp_path}/file/search"
    with pytest.raises(CommandError, match=str(tmp_path)):
        run()


class Terminal(StringIO):
    def isatty(self):
        return True

    def write(self, text, ending=""):
        return super().write(text + ending)


class LogFile(Terminal):
    def isatty(self):
        return False


def test_progress_is_a_bar_with_a_rate_on_a_terminal_and_lines_in_a_log():
    for stream, shown in ((Terminal(), 4), (LogFile(), 2)):
        moments = iter([0.0, 1.0, 2.0, 11.0, 20.0])
        bar = ProgressBar(stream, "pages", lambda moments=moments: next(moments))
        for done in (50, 100, 550, 1000):
            bar(done, 1000)
        text = stream.getvalue()
        assert "50 a second" in text and text.endswith("\n")
        assert len(re.findall(r"\d+%", text)) == shown
        assert ("[" in text) == stream.isatty()


def test_a_rebuild_that_is_killed_leaves_the_index_in_use_and_the_next_one_works(tmp_path, migrated_file):
    surroundings = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.development",
        "PORTAL_DATA_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/portal.sqlite3",
        "PYTHONPATH": str(ROOT),
    }

    def start(code):
        code = f"import django; django.setup()\nfrom django.core.management import call_command\n{code}"
        return subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, text=True
        )

    shutil.copy(migrated_file, tmp_path / "portal.sqlite3")
    build = "call_command('rebuild_search_index', no_check=True, verbosity=0)"
    count = "from search.backends import get_backend\nprint(get_backend().status().documents)"
    fill = (
        "from home.models import HomePage\nfrom tests import factories\n"
        "factories.make_manual(factories.make_manual_index(HomePage.objects.get()))"
    )
    prepared = start(f"{build}\n{fill}\n{build}\n{count}")
    assert prepared.communicate()[0].strip() == "1"
    wait = "lambda *_arguments: (print('go', flush=True), time.sleep(60))"
    slow = f"import time\nfrom search import rebuilding\nrebuilding._documents = {wait}\n"
    killed = start(f"{slow}{build}")
    assert killed.stdout.readline().strip() == "go"
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    after = start(f"{count}\n{build}\n{count}")
    assert after.communicate()[0].split() == ["1", "1"]
    assert len([one for one in (tmp_path / "search").iterdir() if one.is_dir()]) == 1
