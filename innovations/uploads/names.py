"""What a file may be called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePath

from django.utils.translation import gettext as _

from .refusing import refuse

# Endings that some computer runs or some browser shows as a page: behind none of them another one makes a file safe.
_ACTIVE = re.compile(
    r"\.(?:apk|app|aspx?|bat|cgi|cmd|com|cpl|dll|exe|hta|html?|jar|jse?|jsp|lnk|mht|mhtml|msi|php\d?|phtml|pif|pl|ps1|py|reg"
    r"|scr|sh|shtml|svg|vb[es]?|wsf|xhtml)"
)


def ending_of(name: str | None, allowed: Collection[str], advice: str) -> str:
    """Return the ending of `name` in lower case, with its dot; refuse one that is not in `allowed`."""
    name = (name or "").strip()
    if any(unicodedata.category(letter) in ("Cc", "Cf") for letter in name):
        refuse("name", _("The file name holds hidden characters. Give the file another name and upload it again."))
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes]
    if not suffixes or suffixes[-1] not in allowed:
        refuse("ending", advice)
    if any(map(_ACTIVE.fullmatch, suffixes[:-1])):
        refuse(
            "double_ending",
            _("The file name has two endings, as disguised programs do. Rename it, for example to report.pdf."),
        )
    return suffixes[-1]
