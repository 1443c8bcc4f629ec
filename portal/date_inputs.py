"""Date fields of the admin in the Buddhist era: 22/11/2569 on the screen, ISO in the database.

The widget speaks ISO with its form field, so that every field, filter and autosave that Wagtail has works unchanged."""

import re
from datetime import date, datetime, time

from django import forms
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin import filters
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.panels import publishing_panel
from wagtail.admin.views.reports.aging_pages import AgingPagesReportFilterSet

from portal.thai.dates import parse_date, to_be

_TIME = re.compile(
    r"\A(?P<date>.*?)[\s,]*(?:เวลา)?\s*(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})(?::[0-9]{2})?\s*(?:น\.?)?\Z"
)


class BuddhistDateInput(forms.DateInput):
    """Takes 22/11/2569, 22 พ.ย. 2569, 22 พ.ย. 69 or 2026-11-22; shows the first of these in Thai."""

    def __init__(self, attrs: dict | None = None, format: str | None = None) -> None:
        hints = {"autocomplete": "off", "placeholder": _("day/month/year")}
        super().__init__(attrs={**hints, **(attrs or {})}, format="%Y-%m-%d")

    def format_value(self, value: date | str | None) -> str | None:
        """What the editor reads. Text that is no date is shown as it was typed."""
        try:
            day = date.fromisoformat(value) if isinstance(value, str) else value
        except ValueError:
            return str(value)
        return shown_date(day) if day else None

    def value_from_datadict(self, data, files, name: str) -> str | None:
        """ISO for the form field; text that is no date goes on unchanged, for the field's own message."""
        typed = data.get(name)
        try:
            return parse_date(typed).isoformat() if typed else typed
        except ValueError:
            return typed


class BuddhistDateTimeInput(forms.DateTimeInput):
    """Takes a date as `BuddhistDateInput` does, and a time: 22/11/2569 14.05."""

    def __init__(self, attrs: dict | None = None, format: str | None = None, js_overlay_parent_selector="") -> None:
        """`js_overlay_parent_selector` is what Wagtail tells its own calendar; there is none here."""
        hints = {"autocomplete": "off", "placeholder": _("day/month/year hour.minute")}
        super().__init__(attrs={**hints, **(attrs or {})}, format="%Y-%m-%d %H:%M")

    def format_value(self, value: datetime | str | None) -> str | None:
        """What the editor reads."""
        try:
            moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        except ValueError:
            return str(value)
        return f"{shown_date(moment)} {moment:%H.%M}" if moment else None

    def value_from_datadict(self, data, files, name: str) -> str | None:
        """ISO for the form field; what is no date and time goes on unchanged, for the field's own message."""
        typed = data.get(name)
        try:
            return _read_moment(typed).isoformat(sep=" ", timespec="minutes") if typed else typed
        except ValueError:
            return typed


def shown_date(value: date) -> str:
    """22/11/2569 in Thai, 22/11/2026 in English."""
    year = to_be(value.year) if translation.get_language() == "th" else value.year
    return f"{value.day:02d}/{value.month:02d}/{year}"


def _read_moment(typed: str) -> datetime:
    match = _TIME.match(typed.strip())
    if match is None:
        return datetime.combine(parse_date(typed), time())
    return datetime.combine(parse_date(match["date"]), time(int(match["hour"]), int(match["minute"])))


def install() -> None:
    """Use the two widgets in every form of the admin, for the schedule of a page, and in the filters of its lists."""
    register_form_field_override(models.DateField, override={"widget": BuddhistDateInput})
    register_form_field_override(models.DateTimeField, override={"widget": BuddhistDateTimeInput})
    publishing_panel.AdminDateTimeInput = BuddhistDateTimeInput
    filters.AdminDateInput = BuddhistDateInput
    # This one filter names its widget itself, and Wagtail's calendar would take 22/11/2569 away.
    AgingPagesReportFilterSet.base_filters["last_published_at"].extra["widget"] = BuddhistDateInput
