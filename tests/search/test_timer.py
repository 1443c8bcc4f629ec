"""The timer sees to schedules and to what waits; a monitor can ask how the search is."""

import logging
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page

from search.backends import get_backend
from search.models import IndexChange
from search.timer import Job, run_due
from tests import factories

ROOT = Path(__file__).resolve().parents[2]


def health() -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("search_health", stdout=out, stderr=out)
    except SystemExit as end:
        return int(end.code), out.getvalue()
    return 0, out.getvalue()


def test_one_round_publishes_unpublishes_and_indexes(search_index, manual):
    planned = factories.make_process(manual, title="งานที่ตั้งเวลาไว้", live=False)
    planned.go_live_at = timezone.now() - timedelta(minutes=1)
    planned.save_revision(approved_go_live_at=planned.go_live_at)
    expired = factories.make_process(manual, title="งานที่หมดอายุ")
    search_index.catch_up()
    Page.objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("run_timer", once=True)
    assert Page.objects.get(pk=planned.pk).live and not Page.objects.get(pk=expired.pk).live
    assert search_index.pages == {manual.pk, planned.pk}


def test_a_round_that_fails_in_part_does_the_rest_and_says_so(search_index, manual, monkeypatch, caplog):
    def fail():
        raise ValueError("the schedule is broken")

    monkeypatch.setattr("search.timer.publish_scheduled", fail)
    with pytest.raises(CommandError, match="schedule"):
        call_command("run_timer", once=True)
    assert "the schedule is broken" in caplog.text
    assert get_backend().stored([manual.pk])


def test_an_engine_that_is_down_is_said_without_a_trace_and_everything_waits(manual, caplog):
    with caplog.at_level(logging.ERROR), pytest.raises(CommandError, match="bring the search up to date"):
        call_command("run_timer", once=True)
    assert "rebuild_search_index" in caplog.text and "Traceback" not in caplog.text
    assert IndexChange.objects.waiting().exists()


def test_each_job_keeps_its_own_time():
    done = []
    often = Job("often", lambda: done.append("often"), timedelta())
    seldom = Job("seldom", lambda: done.append("seldom"), timedelta(hours=1))
    for _round in range(3):
        assert run_due([often, seldom]) == []
    assert done == ["often", "seldom", "often", "often"]


@pytest.mark.parametrize("end", ["signal", "parent"])
def test_the_timer_ends_with_a_signal_or_with_the_process_that_started_it(tmp_path, end):
    surroundings = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.development",
        "PORTAL_DATA_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/portal.sqlite3",
    }
    timer = [sys.executable, "manage.py", "run_timer", "--with-parent"]
    start = f"subprocess.Popen([*{timer!r}, str(os.getpid())]).pid"
    code = f"import os, subprocess, time; print({start}, flush=True); time.sleep(60)"
    parent = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        pid = int(parent.stdout.readline())
        time.sleep(4)
        assert _is_running(pid)
        if end == "signal":
            os.kill(pid, signal.SIGTERM)
        else:
            parent.kill()
            parent.wait()
        for _attempt in range(150):
            if not _is_running(pid):
                return
            time.sleep(0.1)
        pytest.fail("the timer goes on")
    finally:
        parent.kill()
        parent.wait()


def _is_running(pid: int) -> bool:
    """A process that has ended and is not yet waited for runs no longer."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_search_that_is_well_is_said_to_be(search_index, manual):
    search_index.catch_up()
    code, said = health()
    assert code == 0 and "Pages in the index: 1" in said and "well" in said


def test_a_missing_index_is_said_with_its_remedy(home):
    code, said = health()
    assert code == 1 and "manage.py rebuild_search_index" in said


def test_pages_too_many_and_too_few_are_counted(search_index, manual):
    process = factories.make_process(manual)
    search_index.catch_up()
    get_backend().remove([process.pk])
    Page.objects.filter(pk=manual.pk).update(live=False)
    code, said = health()
    assert code == 1 and "1 readable pages are missing, 1 are there too much" in said


def test_a_change_that_waits_for_long_is_said_with_the_timer(search_index, manual):
    IndexChange.objects.update(created_at=timezone.now() - timedelta(minutes=20))
    code, said = health()
    assert code == 1 and "the oldest for 20" in said and "manage.py run_timer" in said


def test_a_page_that_cannot_be_read_is_said_with_its_error(search_index, manual):
    search_index.catch_up()
    later = timezone.now() + timedelta(minutes=5)
    IndexChange.objects.create(page=manual.pk, attempts=3, error="ValueError: broken", due_at=later)
    code, said = health()
    assert code == 1 and "ValueError: broken" in said and "tried 3 times" in said
