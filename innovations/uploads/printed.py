"""PDF files: no programs, no actions that start something, no files packed into them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from .refusing import refuse

_SECONDS: Final = 20
_SCAN: Final = Path(__file__).with_name("pdf_scan.py")


def check_pdf(path: Path) -> None:
    """Refuse a PDF that is broken, locked, or does more than show pages."""
    with path.open("rb") as file:
        if not file.read(1024).lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-"):
            refuse(
                "misnamed",
                _("Something stands before the document in this file. Print it to PDF again and upload that."),
            )
    try:
        # Hostile files end a process of their own.
        answer = subprocess.run(  # noqa: S603
            [sys.executable, "-I", str(_SCAN), str(path)], capture_output=True, timeout=_SECONDS, check=False, text=True
        )
    except subprocess.TimeoutExpired:
        refuse("too_slow", _("The PDF takes too long to check. Print it to PDF again and upload that."))
    _judge(answer.stdout.strip() if answer.returncode == 0 else "damaged")


def _judge(found: str) -> None:
    if found == "clean":
        return
    if found == "locked":
        refuse("locked", _("The document is locked with a password. Save it without one and upload it again."))
    if found.startswith("active:"):
        refuse(
            "active",
            _("The PDF holds programs, actions or packed files (%(what)s). Print it to PDF again and upload that.")
            % {"what": found.removeprefix("active:")},
        )
    refuse("damaged", _("The document is damaged. Open it, save it again, and upload that."))
