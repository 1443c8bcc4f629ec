"""The Thai catalogues on disk: ours, and the overlay of what Wagtail's editors see."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings


def catalogues() -> Iterator[Path]:
    """Every .po file of `LOCALE_PATHS`."""
    for folder in settings.LOCALE_PATHS:
        yield from sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))


def own_catalogue() -> Path:
    """The Thai catalogue of our own words."""
    return Path(settings.LOCALE_PATHS[0]) / "th" / "LC_MESSAGES" / "django.po"
