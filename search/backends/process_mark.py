"""Who works on something in the cluster, so that what a dead process left is told from what a living one does."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Final

_PROC: Final = Path("/proc")


def own_mark() -> str:
    """This process: machine, start of the machine, container, number, start of the process."""
    return f"{_place()} {os.getpid()} {_started(os.getpid())}"


def is_gone(mark: str) -> bool:
    """Whether the process ran at this very place and has ended; False where that cannot be known from here."""
    place, process, started = mark.rsplit(" ", 2)
    return place == _place() and started != _started(int(process))


def _place() -> str:
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text().strip()
        return f"{socket.gethostname()} {boot} {os.readlink(_PROC / 'self/ns/pid')}"
    except OSError:  # no Linux: nothing is known of other processes
        return f"{socket.gethostname()} {os.getpid()}"


def _started(process: int) -> str:
    try:
        return (_PROC / str(process) / "stat").read_text().rsplit(")", 1)[1].split()[19]
    except OSError:
        return "-"
