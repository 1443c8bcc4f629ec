"""Uploaded manuals that wait for a decision: in folders that nobody guesses, for the user who sent them, for a day."""

from __future__ import annotations

import json
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

KEPT = 24 * 60 * 60  # seconds
TOKEN = re.compile(r"[0-9a-f]{32}")

_FILE, _WISHES, _REPORT = "manual", "wishes.json", "report.json"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked for. `name` is the file's own, `index` the page to import below (0: one to be made)."""

    name: str
    index: int
    publish: bool


@dataclass(frozen=True, slots=True)
class WaitingManual:
    """One upload. `file` is gone once it has been imported; `report` is there from then on."""

    token: str
    folder: Path
    wishes: Wishes

    @classmethod
    def keep(cls, upload: UploadedFile, user_pk: Any, index: int, publish: bool) -> Self:
        """Write an upload down, and clear away those of yesterday."""
        clear_old()
        token = secrets.token_hex(16)
        folder = _folder(user_pk, token)
        folder.mkdir(parents=True, mode=0o700)
        wishes = Wishes(Path(upload.name or _FILE).name, index, publish)
        with (folder / _FILE).open("wb") as file:
            file.writelines(upload.chunks())
        (folder / _WISHES).write_text(json.dumps(asdict(wishes), ensure_ascii=False), encoding="utf-8")
        return cls(token, folder, wishes)

    @classmethod
    def find(cls, token: str, user_pk: Any) -> Self | None:
        """The upload of this user under this token; None when there is none, or no longer."""
        folder = _folder(user_pk, token)
        if not TOKEN.fullmatch(token) or not (folder / _WISHES).exists() or _is_old(folder):
            return None
        wishes = json.loads((folder / _WISHES).read_text(encoding="utf-8"))
        return cls(token, folder, Wishes(**wishes))

    @property
    def file(self) -> Path:
        """The manual itself."""
        return self.folder / _FILE

    @property
    def is_imported(self) -> bool:
        """Whether this import is done."""
        return (self.folder / _REPORT).exists()

    def finish(self, result: dict[str, Any]) -> None:
        """Keep the result until tomorrow; the file itself has done its service."""
        (self.folder / _REPORT).write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
        self.file.unlink(missing_ok=True)

    def result(self) -> dict[str, Any]:
        """What `finish` was given."""
        return json.loads((self.folder / _REPORT).read_text(encoding="utf-8"))

    def drop(self) -> None:
        """Forget it."""
        shutil.rmtree(self.folder, ignore_errors=True)


def clear_old() -> None:
    """Delete what waited for more than a day."""
    for folder in _folders():
        if _is_old(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _root() -> Path:
    return Path(settings.DATA_DIR) / "imports"


def _folder(user_pk: Any, token: str) -> Path:
    return _root() / str(user_pk) / token


def _folders() -> Iterator[Path]:
    return _root().glob("*/*")


def _is_old(folder: Path) -> bool:
    try:
        return time.time() - folder.stat().st_mtime > KEPT
    except FileNotFoundError:  # another process cleared it
        return True
