"""Teaches Django's date formats the Buddhist era: in Thai, `Y` is 2569 and `y` is 69 for the year 2026.

Every date a template, an admin list or a message shows goes through these two letters; what is stored, and the
machine formats `c` and `r`, stay as they are."""

from django.utils import dateformat, translation

from portal.thai.dates import to_be


def _shown_year(formatter: dateformat.DateFormat) -> int:
    year: int = formatter.data.year  # type: ignore[union-attr]  # a format with a year is never asked of a bare time
    return to_be(year) if translation.get_language() == "th" else year


def full_year(formatter: dateformat.DateFormat) -> str:
    """The year in four digits, in the era of the active language."""
    return f"{_shown_year(formatter):04d}"


def short_year(formatter: dateformat.DateFormat) -> str:
    """The year's last two digits, in the era of the active language."""
    return f"{_shown_year(formatter) % 100:02d}"


def install() -> None:
    """Replace the two letters; done once, when the apps are ready."""
    dateformat.DateFormat.Y = full_year  # type: ignore[assignment]
    dateformat.DateFormat.y = short_year  # type: ignore[assignment]
