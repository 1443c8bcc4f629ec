"""The office looks at its name, emblem, colour and front page before it saves them."""

import re

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file

from portal.content.models import OfficeSettings, PortalImage
from tests.factories import make_process


def test_the_settings_show_the_hues_by_name_and_where_they_can_be_seen(admin_client, address):
    text = admin_client.get(address).text
    assert text.count('data-swatch="') == 12
    assert 'href="/admin/office/accent/?hue=155"' in text  # works without script
    assert "style=" not in text.split("data-hue-picker")[1].split("</iframe>")[0]


def test_the_components_are_shown_in_a_hue_with_its_contrast_light_and_dark(home, admin_client):
    page = admin_client.get("/admin/office/accent/?hue=155")
    assert '/theme/155.css"' in page.text
    assert page.text.count('data-theme="') == 2
    assert page.text.count("state-done") == 22 and "state-act" not in page.text
    assert page["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("hue", ["", "400", "-1", "แดง", "1e9"])
def test_what_is_no_hue_shows_the_offices_own(office, admin_client, hue):
    office.hue = 77
    office.save()
    page = admin_client.get("/admin/office/accent/", {"hue": hue})
    assert page.status_code == 200 and "/theme/77.css" in page.text


def test_visitors_see_neither_the_hues_nor_a_preview(home, client, address):
    for path in ("/admin/office/accent/?hue=155", f"{address}preview/"):
        assert client.get(path).status_code == 302


def test_the_front_page_is_previewed_with_what_is_not_saved(office, manual, admin_client, address, typed):
    make_process(manual)
    preview = f"{address}preview/"
    answer = admin_client.post(preview, {**typed, "portal_name": "คลังความรู้ใหม่", "hue": "155"})
    assert answer.json() == {"is_valid": True, "is_available": True}
    light, dark = (admin_client.get(preview, {"mode": mode}).text for mode in ("light", "dark"))
    assert "คลังความรู้ใหม่" in light and "/theme/155.css" in light
    assert 'data-theme="light"' in light and 'data-theme="dark"' in dark
    office.refresh_from_db()
    assert (office.portal_name, office.hue) == ("คลังความรู้งานนิเทศ", 252)
    assert "คลังความรู้ใหม่" not in Client().get("/").text


def test_the_preview_leaves_out_what_is_unticked(office, manual, admin_client, address, typed):
    make_process(manual)
    admin_client.post(f"{address}preview/", {**typed, "front_page-shown": ["directory/home_new.html"]})
    page = admin_client.get(f"{address}preview/", {"mode": "light"})
    assert "manuals/home_section.html" not in {template.name for template in page.templates}


def test_a_hue_that_is_none_is_said_beside_its_field_and_nothing_is_lost(admin_client, address, typed):
    page = admin_client.post(address, {**typed, "hue": "400", "portal_name": "ชื่อที่พิมพ์ไว้"})
    assert page.status_code == 200
    assert "hue" in page.context["form"].errors and "ชื่อที่พิมพ์ไว้" in page.text


def test_the_emblem_is_read_out_in_the_offices_words(office, client):
    office.emblem = PortalImage.objects.create(title="ตรา", file=ImageFile(get_test_image_file(), name="emblem.png"))
    office.emblem_text = "ตรากระทรวงศึกษาธิการ"
    office.save()
    assert 'alt="ตรากระทรวงศึกษาธิการ"' in client.get("/").text


def test_the_settings_of_the_office_are_one_query_with_their_emblem(office, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert OfficeSettings.for_site(office.site).emblem is None


def test_the_editors_side_wears_the_offices_colour_and_names(office, admin_client):
    office.hue, office.short_name = 155, "สพป.ธารคราม เขต 2"
    office.save()
    dashboard = admin_client.get("/admin/").text
    assert "/theme/admin/155.css" in dashboard and "สพป.ธารคราม เขต 2" in dashboard
    sheet = admin_client.get("/theme/admin/155.css")
    assert "--w-color-primary-lightness:" in sheet.text and "immutable" in sheet["Cache-Control"]
    assert admin_client.get("/theme/admin/360.css").status_code == 404


@pytest.mark.parametrize("hue", range(0, 360, 15))
def test_white_letters_can_be_read_on_the_editors_menu(client, hue):
    from coloraide import Color

    said = dict(re.findall(r"--w-color-primary-(\w+):([\d.]+)", client.get(f"/theme/admin/{hue}.css").text))
    menu = Color(f"hsl({said['hue']} {said['saturation']}% {said['lightness']}%)")
    assert Color("white").contrast(menu, method="wcag21") >= 7
