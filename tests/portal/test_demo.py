"""`make demo` as a stranger has it: in an empty folder, served, signed in to, and run a second time."""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

import pytest

ROOT = Path(__file__).resolve().parents[2]
PORT = 8791


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    return tmp_path_factory.mktemp("demo")


def manage(data_dir: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run a management command on that data directory, as `make demo` does."""
    environment = {**os.environ, "PORTAL_DATA_DIR": str(data_dir), "DJANGO_SETTINGS_MODULE": ""}
    del environment["DJANGO_SETTINGS_MODULE"]
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def count_pages(data_dir: Path) -> str:
    """How many pages there are."""
    code = "from wagtail.models import Page; print('pages', Page.objects.count())"
    return re.search(r"pages \d+", manage(data_dir, "shell", "-c", code).stdout)[0]


def fetch(path: str) -> tuple[int, str]:
    """Status and text of a page of the running demo."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=30) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@pytest.mark.slow
def test_the_demo_serves_a_readable_portal_and_a_second_run_changes_nothing(data_dir):
    first = manage(data_dir, "demo", "--no-server")
    assert first.returncode == 0, first.stderr
    password = re.search(r"with the password (\S+)", first.stdout)[1]
    roles = re.search(r"One account a role, all with the password (\S+)", first.stdout)[1]
    assert all(name in first.stdout for name in ("teacher1", "supervisor", "committee1", "moderator", "/review/guest/"))
    pages = count_pages(data_dir)

    second = manage(data_dir, "demo", "--no-server")
    assert second.returncode == 0, second.stderr
    assert password in second.stdout and roles in second.stdout, "the second run shows the logins that still work"
    assert count_pages(data_dir) == pages

    environment = {**os.environ, "PORTAL_DATA_DIR": str(data_dir)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    server = subprocess.Popen(
        [sys.executable, "manage.py", "demo", "--port", str(PORT)], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        _wait_for_server(server)
        status, front = fetch("/")
        assert status == 200 and "คู่มือการปฏิบัติงาน" in front
        assert f'<link rel="canonical" href="http://127.0.0.1:{PORT}/">' in front
        process = re.search(r'href="(/[^"]*/[^"]*/[^"]+/)"', front)[1]
        assert fetch(process)[0] == 200
        assert fetch(f"/search/?q={quote('ก' * 5000)}")[0] == 200
        assert fetch("/no-such-page/")[0] == 404
        assert "ไม่พบหน้าที่ต้องการ" in fetch("/no-such-page/")[1]
        assert fetch("/static/portal/css/site.css")[0] == 200
        assert fetch("/admin/login/")[0] == 200
        busy = manage(data_dir, "demo", "--port", str(PORT))
        assert busy.returncode == 1 and "make demo PORT=" in busy.stderr
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for_server(server: subprocess.Popen) -> None:
    for _attempt in range(240):
        assert server.poll() is None, "the demo stopped"
        try:
            fetch("/healthz")
        except OSError:
            time.sleep(0.5)
        else:
            return
    pytest.fail("the demo did not answer within two minutes")
