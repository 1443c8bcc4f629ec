"""The asking side of the reading process: starts it, waits no longer than the limits say, ends it."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Self

from .values import Kind, Limits, Problem, Reading

_PROJECT: Final = Path(__file__).resolve().parents[3]
_COMMAND: Final = (sys.executable, "-m", "portal.content.attachment_text.run")
_START: Final = 5.0  # seconds beyond the limit, to start and to answer
_MOST_BYTES: Final = 32 * 1024 * 1024
_CHUNK: Final = 256 * 1024
_FILES_A_PROCESS: Final = 50


class Reader:
    """Reads files one after another in a process of its own, which is replaced when it dies, hangs or grows old.

    `with Reader() as reader: reader.read(path, Limits())`. Raises `OSError` where no process can be started."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._files = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._end()

    def read(self, path: Path, limits: Limits) -> Reading:
        """Read the file at `path`; a process that does not answer in time is ended."""
        if path.stat().st_size > limits.file_bytes:
            return Reading(Kind.UNKNOWN, problem=Problem.TOO_LARGE)
        order = {
            "path": str(path),
            "letters": limits.raw_letters,
            "seconds": limits.seconds,
            "memory": limits.memory,
        }
        answer = self._ask(json.dumps(order).encode() + b"\n", time.monotonic() + limits.seconds + _START)
        if answer is None:
            self._end()
            return Reading(
                Kind.UNKNOWN, problem=Problem.TOO_SLOW, is_late=True, error="the reading process gave no answer"
            )
        return _reading(json.loads(answer))

    def _ask(self, order: bytes, deadline: float) -> bytes | None:
        process = self._started()
        if process.stdin is None or process.stdout is None:
            return None
        try:
            process.stdin.write(order)
            process.stdin.flush()
        except BrokenPipeError:
            return None
        return _line(process.stdout.fileno(), deadline)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._files >= _FILES_A_PROCESS:
            self._end()
            # Its own session, so that the programs it starts end with it; no secrets of this process's environment.
            self._process = subprocess.Popen(  # noqa: S603
                _COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_PROJECT,
                env={"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
                start_new_session=True,
            )
        self._files += 1
        return self._process

    def _end(self) -> None:
        process, self._process, self._files = self._process, None, 0
        if process is None:
            return
        with suppress(ProcessLookupError):  # it has ended by itself
            os.killpg(process.pid, signal.SIGKILL)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):  # an order that it did not take any more
                    pipe.close()
        process.wait()


def _line(source: int, deadline: float) -> bytes | None:
    """Return the next line from `source`; None when it ends, is late or is far too long."""
    answer = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(source, selectors.EVENT_READ)
        while len(answer) < _MOST_BYTES and selector.select(max(0, deadline - time.monotonic())):
            chunk = os.read(source, _CHUNK)
            answer += chunk
            if not chunk or chunk.endswith(b"\n"):
                break
    return bytes(answer) if answer.endswith(b"\n") else None


def _reading(answer: dict[str, Any]) -> Reading:
    return Reading(
        kind=Kind(answer["kind"]),
        pages=tuple(answer["pages"]),
        problem=Problem(answer["problem"]),
        is_cut=answer["is_cut"],
        is_late=answer["is_late"],
        error=answer["error"],
    )
