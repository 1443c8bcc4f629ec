"""Where pictures lie: in `/media/` for everybody, or, by the beginning of their name, where a view asks who may see."""

from __future__ import annotations

from datetime import datetime
from typing import IO, Final

from django.core.files.base import File
from django.core.files.storage import Storage, default_storage
from django.urls import reverse
from django.utils.deconstruct import deconstructible

from portal.content.private_files import PrivateFileStorage

PRIVATE: Final = "private/"  # the beginning of the names; below PRIVATE_FILES_ROOT it is `pictures/`
_FOLDER: Final = "pictures/"


def is_private(name: str | None) -> bool:
    """Whether the picture of this name lies behind the permission check."""
    return bool(name) and str(name).startswith(PRIVATE)


@deconstructible
class PictureStorage(Storage):
    """Both places in one. Migrations name this class by its path: it never moves.

    A name is taken in both places at once, so that a picture keeps it when it is moved to the other."""

    def bring(self, name: str, *, to_private: bool) -> str:
        """Have a picture in one of the places, whichever it lies in; return its name there.

        The file in the other place is left: it is deleted when nothing names it any more. Raises FileNotFoundError."""
        wanted = name if is_private(name) == to_private else twin(name)
        other = twin(wanted)
        if self._has(wanted) and (name == wanted or not self._has(other)):
            return wanted
        with self.open(other) as file:
            if self._has(wanted):  # half a copy, of a run that ended
                self.delete(wanted)
            return self._save(wanted, file)

    def exists(self, name: str) -> bool:
        """In either place."""
        return self._has(name) or self._has(twin(name))

    def delete(self, name: str) -> None:
        """From the one place that the name says."""
        storage, inner = _place(name)
        storage.delete(inner)

    def url(self, name: str | None) -> str:
        """The public address, or that of the view that asks."""
        if is_private(name):
            return reverse("held_picture", args=[str(name).removeprefix(PRIVATE)])
        return default_storage.url(name)

    def path(self, name: str) -> str:
        """On this machine."""
        storage, inner = _place(name)
        return storage.path(inner)

    def size(self, name: str) -> int:
        """In bytes."""
        storage, inner = _place(name)
        return storage.size(inner)

    def get_modified_time(self, name: str) -> datetime:
        """As the place says."""
        storage, inner = _place(name)
        return storage.get_modified_time(inner)

    def _has(self, name: str) -> bool:
        storage, inner = _place(name)
        return storage.exists(inner)

    def _open(self, name: str, mode: str = "rb") -> File:
        storage, inner = _place(name)
        return storage.open(inner, mode)

    def _save(self, name: str, content: File | IO) -> str:
        storage, inner = _place(name)
        saved = storage.save(inner, content)
        return PRIVATE + saved.removeprefix(_FOLDER) if is_private(name) else saved


def _place(name: str) -> tuple[Storage, str]:
    if is_private(name):
        return PrivateFileStorage(), _FOLDER + name.removeprefix(PRIVATE)
    return default_storage, name


def twin(name: str) -> str:
    """What a picture of this name is called in the other place."""
    return name.removeprefix(PRIVATE) if is_private(name) else PRIVATE + name
