"""Dates: of the Buddhist era on the screen, ISO in the database."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.urls import reverse
from django.utils import formats, translation
from wagtail.admin.filters import DateRangePickerWidget

from manuals.models import WorkManualPage
from portal.date_inputs import BuddhistDateInput, BuddhistDateTimeInput

DAY = date(2026, 11, 22)


def shown(template: str, **values) -> str:
    """Render a template text."""
    return Template(template).render(Context(values))


def test_templates_and_lists_show_the_buddhist_era_in_thai():
    with translation.override("th"):
        assert shown("{{ d|date }}", d=DAY) == "22 พฤศจิกายน 2569"
        assert shown("{{ d|date:'SHORT_DATE_FORMAT' }}", d=DAY) == "22 พ.ย. 69"
        moment = datetime(2026, 11, 22, 7, 5, tzinfo=UTC)
        assert formats.date_format(moment.astimezone(), "DATETIME_FORMAT").startswith("22 พฤศจิกายน 2569 เวลา")


def test_templates_show_the_common_era_in_english():
    with translation.override("en"):
        assert shown("{{ d|date }}", d=DAY) == "22 November 2026"


def test_machine_formats_stay_iso():
    with translation.override("th"):
        assert shown("{{ d|date:'c' }}", d=DAY) == "2026-11-22"


class DayForm(forms.Form):
    day = forms.DateField(widget=BuddhistDateInput)
    moment = forms.DateTimeField(widget=BuddhistDateTimeInput, required=False)


@pytest.mark.parametrize("typed", ["22/11/2569", "22 พ.ย. 2569", "22 พฤศจิกายน พ.ศ. ๒๕๖๙", "2026-11-22"])
def test_a_form_understands_how_people_write_dates(typed):
    form = DayForm({"day": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["day"] == DAY


@pytest.mark.parametrize("typed", ["22/11/2569 14.05", "22/11/2569 14:05", "22 พ.ย. 69 เวลา 14.05 น."])
def test_a_form_understands_times(typed):
    form = DayForm({"day": "22/11/2569", "moment": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["moment"].strftime("%Y-%m-%d %H:%M") == "2026-11-22 14:05"


def test_a_form_shows_what_was_typed_when_it_is_no_date():
    form = DayForm({"day": "เมื่อวาน"})
    assert not form.is_valid()
    assert 'value="เมื่อวาน"' in str(form["day"])


def test_a_form_shows_a_stored_date_in_the_era_of_the_language():
    with translation.override("th"):
        assert 'value="22/11/2569"' in str(DayForm(initial={"day": DAY})["day"])
        assert 'value="22/11/2569"' in str(DayForm({"day": "22/11/2569"})["day"])
    with translation.override("en"):
        assert 'value="22/11/2026"' in str(DayForm(initial={"day": DAY})["day"])


def test_admin_forms_and_filters_use_the_widget():
    edit_form = WorkManualPage.get_edit_handler().get_form_class()
    assert isinstance(edit_form.base_fields["effective_date"].widget, BuddhistDateInput)
    assert isinstance(edit_form.base_fields["go_live_at"].widget, BuddhistDateTimeInput)
    assert all(isinstance(widget, BuddhistDateInput) for widget in DateRangePickerWidget().widgets)


def test_the_history_of_the_site_is_filtered_in_the_buddhist_era(admin_client, manual):
    manual.save_revision(log_action=True)
    address = reverse("wagtailadmin_reports:site_history")
    with translation.override("th"):
        assert manual.title in admin_client.get(address, {"timestamp_to": "31/12/2599"}).content.decode()
        assert manual.title not in admin_client.get(address, {"timestamp_to": "31/12/2500"}).content.decode()
