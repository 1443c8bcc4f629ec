"""Pages of a PDF: through poppler's pdftotext, or pdfium where that is not installed."""

from __future__ import annotations

import os
import selectors
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .values import FileProblem, Problem

_CHUNK: Final = 64 * 1024
_MOST_SAID: Final = 64 * 1024  # bytes of what pdftotext says of faults in the file


def read_pages(path: Path, deadline: float) -> Iterator[str]:
    """Yield the text of page after page until `deadline`, a moment of the monotonic clock."""
    program = shutil.which("pdftotext")
    return _with_poppler(program, path, deadline) if program else _with_pdfium(path)


def _with_poppler(program: str, path: Path, deadline: float) -> Iterator[str]:
    # In the order of drawing: pdftotext's other orders tear Thai marks from their letters.
    command = [program, "-raw", "-enc", "UTF-8", "-eol", "unix", str(path), "-"]
    said = bytearray()
    pages = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        try:
            rest = b""
            for chunk in _chunks(process, said, deadline):
                *whole, rest = (rest + chunk).split(b"\f")
                for page in whole:
                    pages += 1
                    yield page.decode("utf-8", errors="ignore")
        finally:
            process.kill()
    if not pages:
        raise FileProblem(Problem.LOCKED if b"password" in said else Problem.DAMAGED)


def _chunks(process: subprocess.Popen[bytes], said: bytearray, deadline: float) -> Iterator[bytes]:
    """Yield what the program writes, put into `said` what it complains of; `TimeoutError` at the deadline."""
    with selectors.DefaultSelector() as selector:
        for pipe in filter(None, (process.stdout, process.stderr)):
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map():
            ready = selector.select(max(0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError
            for key, _events in ready:
                chunk = os.read(key.fd, _CHUNK)
                if not chunk:
                    selector.unregister(key.fileobj)
                elif key.fileobj is process.stdout:
                    yield chunk
                elif len(said) < _MOST_SAID:
                    said += chunk


def _with_pdfium(path: Path) -> Iterator[str]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise FileProblem(Problem.LOCKED if "password" in str(error).casefold() else Problem.DAMAGED) from error
    try:
        for page in document:
            yield page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\ufffe", "")
            page.close()
    finally:
        document.close()
