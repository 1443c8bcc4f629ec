"""`python bench/portal_of.py FOLDER COUNT`: a portal with the demo and so many generated pages, in its own folder."""

from __future__ import annotations

import sys
from pathlib import Path

from harness import set_up


def main(folder: str, count: str) -> None:
    """The database only; the index is built by the portal's own command."""
    set_up(Path(folder).absolute())
    from django.core.management import call_command
    from pages import fill

    call_command("migrate", verbosity=0)
    call_command("load_demo", stdout=sys.stderr)
    fill(int(count))


if __name__ == "__main__":
    main(*sys.argv[1:])
