#!/usr/bin/env python
"""The portal's command line."""

import os
import sys


def main() -> None:
    """Run one management command; the development settings unless the environment names others."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
