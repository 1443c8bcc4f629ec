"""Where files lie that only a permission check hands out: outside of `/media/`, with no address of their own."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible


@deconstructible
class PrivateFileStorage(FileSystemStorage):
    """Files below `PRIVATE_FILES_ROOT`. Migrations name this class by its path: it never moves."""

    directory_permissions_mode = 0o700

    @property
    def base_location(self) -> str:
        """Asked each time, so that tests may set it."""
        return str(settings.PRIVATE_FILES_ROOT)

    @property
    def location(self) -> str:
        """As Django, but not kept."""
        return os.path.abspath(self.base_location)

    def url(self, name: str | None) -> str:
        """None: a file is reached through the view that asks who may have it."""
        raise NotImplementedError("Files of this storage are served by /documents/, which asks who may read them.")
