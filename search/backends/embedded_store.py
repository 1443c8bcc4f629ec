"""Where the embedded index lies: numbered folders, and a pointer file that names the one in use."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from filelock import FileLock, Timeout

from .base import OutdatedIndex, SearchBusy, SearchUnavailable
from .embedded_schema import FORMAT, open_index

if TYPE_CHECKING:
    from pathlib import Path

    from tantivy import Index

PATIENCE: Final = 0.3  # seconds that a writer waits: another one that has it longer looks for what is left
LONGEST_MERGE: Final = 600.0  # seconds that a new index waits for it
_Stamp = tuple[int, int, int]


class IndexStore:
    """The folders under one path. Every process looks at the pointer again before it reads or writes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: tuple[str, Index] | None = None
        self._seen: _Stamp | None = None

    def current(self) -> Index:
        """The index in use as last committed by whatever process. Raises `SearchUnavailable`."""
        name = self.current_name()
        folder = self.path / name
        try:
            if self._opened is None or self._opened[0] != name:
                self._opened, self._seen = (name, open_index(folder)), None
            index = self._opened[1]
            seen = _stamp(folder / "meta.json")
            if seen != self._seen:
                index.reload()
                self._seen = seen
        except (OSError, ValueError) as error:
            self._opened = None
            if self.current_name() != name:  # a rebuild ended between the two looks
                return self.current()
            raise SearchUnavailable(_("The search index cannot be read: %(reason)s") % {"reason": error}) from error
        return index

    def current_name(self) -> str:
        """The folder in use. Raises `SearchUnavailable` before the first build, `OutdatedIndex` for another format."""
        try:
            pointer = json.loads((self.path / "current").read_text())
        except FileNotFoundError:
            raise SearchUnavailable(
                _("There is no search index yet. Build it with: manage.py rebuild_search_index")
            ) from None
        except (OSError, ValueError) as error:
            raise SearchUnavailable(_("The search index cannot be read: %(reason)s") % {"reason": error}) from error
        if pointer["format"] != FORMAT:
            raise OutdatedIndex(
                _("Another version of the portal wrote the search index. Build it anew: manage.py rebuild_search_index")
            )
        name: str = pointer["folder"]
        return name

    def folder(self) -> Path:
        """The folder in use."""
        return self.path / self.current_name()

    def begin_writing(self, patience: float = PATIENCE) -> FileLock:
        """Take the lock of writers, which any thread may release; what is read then is what the last of them left.
        Raises `SearchBusy` after `patience` seconds."""
        return self._lock("write.lock", patience, _("Another process has been writing the search index for too long."))

    @contextmanager
    def building(self) -> Iterator[Path]:
        """Hold the lock of builders, and give a fresh folder; what interrupted builds left is cleared."""
        self._make()
        lock = self._lock("build.lock", 0, _("The search index is being rebuilt by another process already."))
        try:
            self._clear_remains()
            folder = self.path / self._next_name()
            folder.mkdir()
            try:
                yield folder
            finally:
                if not self._is_current(folder.name):
                    shutil.rmtree(folder, ignore_errors=True)
        finally:
            lock.release()

    def point_at(self, folder: Path) -> None:
        """Put a built folder in use, at once, and drop the others. For holders of the lock of builders."""
        lock = self.begin_writing(LONGEST_MERGE)
        try:
            pointer = self.path / "current.new"
            with pointer.open("w") as file:
                json.dump({"folder": folder.name, "format": FORMAT}, file)
                file.flush()
                os.fsync(file.fileno())
            pointer.replace(self.path / "current")
        finally:
            lock.release()
        self._clear_remains()

    def size(self) -> int:
        """Bytes of the folder in use."""
        return sum(file.stat().st_size for file in self.folder().iterdir() if file.is_file())

    def _lock(self, name: str, patience: float, reason: str) -> FileLock:
        self._make()
        lock = FileLock(self.path / name, timeout=patience, thread_local=False)
        try:
            lock.acquire()
        except Timeout as error:
            raise SearchBusy(reason) from error
        except OSError as error:
            raise SearchUnavailable(_("The search index cannot be written: %(reason)s") % {"reason": error}) from error
        return lock

    def _make(self) -> None:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SearchUnavailable(_("The search index cannot be written: %(reason)s") % {"reason": error}) from error

    def _folders(self) -> list[Path]:
        return sorted(one for one in self.path.iterdir() if one.is_dir() and one.name.isdigit())

    def _next_name(self) -> str:
        return f"{max((int(one.name) for one in self._folders()), default=0) + 1:04}"

    def _is_current(self, name: str) -> bool:
        try:
            return bool(json.loads((self.path / "current").read_text())["folder"] == name)
        except FileNotFoundError:
            return False

    def _clear_remains(self) -> None:
        for folder in self._folders():
            if not self._is_current(folder.name):
                shutil.rmtree(folder, ignore_errors=True)


def _stamp(file: Path) -> _Stamp:
    status = file.stat()
    return status.st_mtime_ns, status.st_size, status.st_ino
