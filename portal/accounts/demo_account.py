"""An account that the demo makes, as `make demo` prints it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Final

from django.conf import settings

NOTE: Final = "demo-roles-password"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Who one is with it, the name to sign in with, where to go first. Without a `username` the address is enough."""

    role: str
    address: str
    username: str = ""
    has_demo_password: bool = True


def demo_password() -> str:
    """The password of all role accounts of this demo, made once and kept beside its data."""
    note = settings.DATA_DIR / NOTE
    if not note.exists():
        note.touch(mode=0o600)
        note.write_text(secrets.token_urlsafe(9), encoding="ascii")
    return note.read_text(encoding="ascii")
