"""One database with every migration run, for a whole test run and the next ones: migrating takes half a minute."""

import os
import sqlite3
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from filelock import FileLock

ROOT = Path(__file__).resolve().parents[1]
READ_BY_MIGRATIONS = ("requirements.txt", "portal/content/curriculum.py", "innovations/models/review/setup.py")
MEMORY = "file:memorydb_default?mode=memory&cache=shared"  # where Django tests on SQLite


def migrated_database(cache: Path) -> Path:
    """A SQLite file as the migrations leave it, with every plugin and that of the tests. To be copied, not changed."""
    file = cache / f"{_version()}.sqlite3"
    with FileLock(cache / "lock"):  # the first of several processes makes it
        if not file.exists():
            for old in cache.glob("*.sqlite3*"):
                old.unlink()
            _migrate(cache / "unfinished.sqlite3", file)
    return file


def _migrate(unfinished: Path, file: Path) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "DATABASE_URL": f"sqlite:///{unfinished}",
    }
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    with sqlite3.connect(unfinished) as made, sqlite3.connect(file) as kept:
        made.backup(kept)  # without a log of writes beside it


def _version() -> str:
    """Changes with the migrations, with what they read, and with the packages that bring some."""
    read = [
        ROOT / "requirements.txt",
        ROOT / "portal/content/curriculum.py",
        ROOT / "innovations/models/review/setup.py",
    ]
    apps = (ROOT / app for app in ("portal", "home", "manuals", "innovations", "search", "tests"))
    migrations = (file for app in apps for file in sorted(app.rglob("migrations/*.py")))
    digest = sha256()
    for file in (*read, *migrations):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def into_memory(file: Path) -> sqlite3.Connection:
    """Fill the database in memory that Django is going to test on; it lives as long as the connection."""
    kept = sqlite3.connect(MEMORY, uri=True)
    with sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True) as made:
        made.backup(kept)
    return kept
