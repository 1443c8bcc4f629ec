"""What docs/running.md tells an operator to type does what it says."""

import os
import re
import shlex
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand

from portal.settings.env import Environment, data_dir

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "docs" / "deploy"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
LONG_AGO = "portal-20200101-023000.tar.gz"


def typed() -> list[tuple[str, str]]:
    """Each line that calls `manage.py` in a block of commands: its page and the line."""
    return [
        (page.name, line.strip())
        for page in PAGES
        for block in re.findall(r"```(?:sh)?\n(.*?)```", page.read_text(encoding="utf-8"), re.S)
        for line in block.splitlines()
        if "manage.py" in line and "python" in line
    ]


@pytest.mark.parametrize(("page", "line"), typed(), ids=lambda value: value[:60])
def test_management_commands_take_these_options(page, line):
    _python, _manage, rest = line.partition("manage.py ")
    name, *options = shlex.split(rest, comments=True)
    app = get_commands()[name]
    command = app if isinstance(app, BaseCommand) else load_command_class(app, name)
    parser = command.create_parser("manage.py", name)
    parser.called_from_command_line = False  # a wrong option is an error here, not the end of Python
    parser.parse_args(options)


@pytest.fixture
def portal(tmp_path) -> Path:
    """The data folder of a small portal: a database that is written with a journal of its own, a picture, a paper."""
    data = tmp_path / "var"
    for name in ("media", "private"):
        (data / name).mkdir(parents=True)
        (data / name / "ไฟล์.txt").write_text(name, encoding="utf-8")
    _write(data, "before the backup")
    return data


def _write(data: Path, said: str) -> None:
    with sqlite3.connect(data / "portal.sqlite3") as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE IF NOT EXISTS notes (said)")
        database.execute("INSERT INTO notes VALUES (?)", [said])
    database.close()


def _read(data: Path) -> list[str]:
    with sqlite3.connect(data / "portal.sqlite3") as database:
        return [said for (said,) in database.execute("SELECT said FROM notes")]


def _run(data: Path, *command: str) -> str:
    environment = {"PATH": os.environ["PATH"], "PORTAL_DATA_DIR": str(data), "DATABASE_URL": ""}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_a_backup_brings_back_what_was_there(portal, tmp_path):
    kept = _run(portal, str(DEPLOY / "backup"), str(tmp_path / "backups")).strip()
    assert Path(kept).stat().st_mode & 0o077 == 0, "nobody else reads a backup"
    _write(portal, "after the backup")
    (portal / "media" / "ไฟล์.txt").unlink()
    said = _run(portal, str(DEPLOY / "restore"), kept)
    assert _read(portal) == ["before the backup"]
    assert (portal / "media" / "ไฟล์.txt").read_text(encoding="utf-8") == "media"
    aside = next(portal.glob("before-*"))
    assert str(aside) in said
    assert _read(aside) == ["before the backup", "after the backup"], "what was there is moved aside, not lost"


def test_only_the_newest_fourteen_backups_stay(portal, tmp_path):
    backups = tmp_path / "backups"
    backups.mkdir()
    for day in range(1, 16):
        old = backups / f"portal-202001{day:02}-023000.tar.gz"
        old.touch()
        os.utime(old, (day * 86_400, day * 86_400))
    _run(portal, str(DEPLOY / "backup"), str(backups))
    assert len(list(backups.iterdir())) == 14
    assert not (backups / LONG_AGO).exists()


def test_a_broken_archive_changes_nothing(portal, tmp_path):
    broken = tmp_path / "portal-broken.tar.gz"
    broken.write_bytes(b"no archive")
    with pytest.raises(subprocess.CalledProcessError):
        _run(portal, str(DEPLOY / "restore"), str(broken))
    assert _read(portal) == ["before the backup"]


def test_empty_lines_of_env_example_mean_the_default(monkeypatch):
    for name in re.findall(r"^([A-Z_]+)=$", (ROOT / ".env.example").read_text(encoding="utf-8"), re.M):
        monkeypatch.setenv(name, "")
    assert data_dir() == ROOT / "var"
    assert Environment().db_url("DATABASE_URL", default="sqlite:///x")["ENGINE"] == "django.db.backends.sqlite3"


def test_the_units_run_what_is_there():
    for unit in DEPLOY.glob("*.service"):
        command = re.search(r"^ExecStart=(\S+) ?(.*)$", unit.read_text(encoding="utf-8"), re.M)
        assert command and command[1].startswith("/srv/portal/"), unit.name
        path = ROOT / command[1].removeprefix("/srv/portal/")
        assert os.access(path, os.X_OK) or path.parent.name == "bin", unit.name
        for name in re.findall(r"manage\.py (\w+)", command[2]):
            assert name in get_commands()


def test_systemd_accepts_the_units(tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not here")
    for unit in [*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")]:
        text = unit.read_text(encoding="utf-8").replace("/srv/portal", str(ROOT))
        (tmp_path / unit.name).write_text(re.sub(r"^(User|Group)=.*\n", "", text, flags=re.M), encoding="utf-8")
    units = [str(path) for path in sorted(tmp_path.iterdir())]
    said = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr


def test_containers_are_named_as_in_compose():
    services = set(re.findall(r"^  (\w+):", (ROOT / "compose.yaml").read_text(encoding="utf-8"), re.M))
    page = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    named = set(re.findall(r"docker compose exec (?:-T )?(\w+)", page)) | set(re.findall(r"--profile (\w+)", page))
    assert named and named <= services


def test_the_web_servers_serve_pictures_only():
    for name in ("nginx.conf", "Caddyfile"):
        text = (DEPLOY / name).read_text(encoding="utf-8")
        assert re.findall(r"/srv/portal/var/(\w+)", text) == ["media"], name
