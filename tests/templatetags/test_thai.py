"""Thai on the screen: what a visitor would notice."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from django.utils.safestring import mark_safe

from portal.content.models import OfficeSettings
from portal.templatetags.thai import be_date, be_date_short, file_size_thai, iso_date, nb, nb_html, thai_digits

MEGA = 1024 * 1024


@pytest.mark.parametrize(("value", "shown"), [("2.1", "๒.๑"), (2569, "๒๕๖๙"), ("ข้อ 5", "ข้อ ๕")])
def test_thai_digits_replace_arabic_ones(value, shown):
    assert thai_digits(value) == shown


@pytest.mark.parametrize(("has_thai_digits", "shown"), [(False, "2.1"), (True, "๒.๑")])
def test_numbers_follow_the_setting_of_the_office(home, render, has_thai_digits, shown):
    OfficeSettings.objects.create(site=home.get_site(), has_thai_digits=has_thai_digits)
    assert render('{% load thai %}{% number "2.1" %}') == shown


def test_dates_are_of_the_buddhist_era_in_thai():
    with translation.override("th"):
        assert be_date(date(2026, 11, 22)) == "22 พฤศจิกายน 2569"
        assert be_date_short(date(2026, 11, 22)) == "22 พ.ย. 69"


def test_dates_are_of_the_common_era_in_english():
    with translation.override("en"):
        assert be_date(date(2026, 11, 22)) == "22 November 2026"


def test_machines_read_the_day_in_bangkok_and_the_common_era():
    with translation.override("th"):
        assert iso_date(datetime(2026, 11, 22, 18, 30, tzinfo=UTC)) == "2026-11-23"


def test_no_date_shows_nothing():
    assert be_date(None) == be_date_short(None) == ""


def test_words_that_browsers_break_stay_whole():
    assert nb("ครูในสถานศึกษา") == 'ครูใน<span class="nb">สถานศึกษา</span>'


def test_text_with_markup_in_it_is_shown_as_text():
    shown = nb("<script>alert(1)</script>สถานศึกษา & 15 วัน")
    assert "<script>" not in shown
    assert shown.endswith('<span class="nb">สถานศึกษา</span> &amp; <span class="nb">15 วัน</span>')


def test_html_keeps_its_tags_and_attributes():
    html = mark_safe('<p><a href="/x/?a=สถานศึกษา">สถานศึกษา</a></p>')
    assert nb_html(html) == '<p><a href="/x/?a=สถานศึกษา"><span class="nb">สถานศึกษา</span></a></p>'


def test_unsafe_html_is_escaped_before_it_is_marked():
    assert "<b>" not in nb_html("<b>สถานศึกษา</b>")


@pytest.mark.parametrize(
    ("size", "shown"), [(1, "1 KB"), (48 * 1024, "48 KB"), (round(1.2 * MEGA), "1.2 MB"), (50 * MEGA, "50.0 MB")]
)
def test_file_sizes_have_one_unit_that_people_know(size, shown):
    with translation.override("en"):
        assert file_size_thai(size) == shown


def test_a_file_of_unknown_size_shows_nothing():
    assert file_size_thai(None) == ""
