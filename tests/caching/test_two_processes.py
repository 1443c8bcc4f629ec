"""A change in one process empties the cache of another at once: two real ones, and a database in a file."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Worker:
    """One of the processes."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.caching.worker"],
            cwd=ROOT,
            env={**os.environ, "PORTAL_DATA_DIR": str(folder), "TEST_DATABASE": ""},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def wait(self) -> None:
        """Until it can be asked."""
        assert self._process.stdout.readline() == "ready\n"

    def get(self, path: str) -> dict:
        """What a visitor of this process gets."""
        return self._said(f"get {path}")

    def does(self, name: str):
        """Have it change something."""
        return self._said(f"call {name}")

    def end(self) -> None:
        """Stop it."""
        self._process.stdin.close()
        self._process.wait(20)

    def _said(self, line: str):
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@pytest.fixture
def workers(migrated_file, tmp_path):
    """Two processes of one portal."""
    shutil.copy(migrated_file, tmp_path / "portal.sqlite3")
    both = [Worker(tmp_path), Worker(tmp_path)]
    for one in both:
        one.wait()
    yield both
    for one in both:
        one.end()


def test_what_one_process_changes_no_other_shows_as_it_was(workers):
    here, there = workers
    path = here.does("start")

    def kept() -> None:
        for one in workers:
            one.get(path)
            assert one.get(path)["queries"] == 1, "the page is kept"

    kept()
    here.does("rename")
    assert "คู่มือฉบับใหม่" in there.get(path)["html"]
    kept()
    there.does("rename_the_office")
    assert "คลังความรู้ของเรา" in here.get(path)["html"]
    kept()
    here.does("restrict")
    assert there.get(path)["status"] == 302 and here.get(path)["status"] == 302
    there.does("open_again")
    assert here.get(path)["status"] == 200
    kept()
    here.does("unpublish")
    assert there.get(path)["status"] == 404 and here.get(path)["status"] == 404
