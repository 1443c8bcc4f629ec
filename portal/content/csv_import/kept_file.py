"""Keeps an uploaded list between its check and its import, on the server, for the one who uploaded it, `owner`."""

from __future__ import annotations

import os
import secrets
import time
from pathlib import Path

from django.conf import settings
from django.core import signing

SALT = "portal.content.csv_import"
LONGEST_WAIT = 60 * 60  # seconds


def keep(content: bytes, owner: str) -> str:
    """Store the file and return the signed name under which `read_kept` finds it. Forgotten ones are cleared away."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for old in folder.glob("*.csv"):
        if old.stat().st_mtime < time.time() - LONGEST_WAIT:
            old.unlink(missing_ok=True)
    name = secrets.token_hex(16)
    descriptor = os.open(folder / f"{name}.csv", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    return signing.dumps([name, owner], salt=SALT)


def read_kept(signed_name: str, owner: str) -> bytes | None:
    """The stored file; None when the name is not the owner's, too old or used up."""
    path = _path(signed_name, owner)
    return path.read_bytes() if path and path.exists() else None


def forget(signed_name: str, owner: str) -> None:
    """Remove the file: it has been imported."""
    if path := _path(signed_name, owner):
        path.unlink(missing_ok=True)


def _path(signed_name: str, owner: str) -> Path | None:
    try:
        name, of = signing.loads(signed_name, salt=SALT, max_age=LONGEST_WAIT)
    except signing.BadSignature:
        return None
    return _folder() / f"{name}.csv" if of == owner else None


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "uploads" / "lists"
