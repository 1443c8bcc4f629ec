"""What stands around every page."""

import pytest
from django.core.files.images import ImageFile
from wagtail.images.tests.utils import get_test_image_file

from portal.content.models import OfficeSettings, PortalImage


@pytest.fixture
def office(home):
    """The settings of the site's office."""
    return OfficeSettings.for_site(home.get_site())


def test_the_page_says_in_which_language_its_frame_is(home, client):
    assert '<html lang="th">' in client.get("/").text
    client.cookies["django_language"] = "en"
    assert '<html lang="en">' in client.get("/").text


def test_the_usual_colour_needs_no_sheet_of_its_own(office, client):
    assert "/theme/" not in client.get("/").text


def test_the_office_chooses_its_colour(office, client):
    office.hue = 140
    office.save()
    assert 'href="/theme/140.css"' in client.get("/").text
    response = client.get("/theme/140.css")
    assert response.text == ":root{--hue:140}\n"
    assert "immutable" in response["Cache-Control"]


def test_a_colour_that_does_not_exist_is_not_found(home, client):
    assert client.get("/theme/400.css").status_code == 404


def test_the_emblem_takes_the_place_of_the_drawing(office, client):
    office.emblem = PortalImage.objects.create(title="ตรา", file=ImageFile(get_test_image_file(), name="emblem.png"))
    office.save()
    shown = client.get("/").text
    assert 'alt=""' in shown
    assert "page-lines" not in shown


def test_the_description_of_a_page_is_its_summary(manual, client):
    manual.summary = 'บอกว่างาน "แต่ละเรื่อง" ทำอย่างไร'
    manual.save_revision().publish()
    assert '<meta name="description" content="บอกว่างาน &quot;แต่ละเรื่อง&quot; ทำอย่างไร">' in client.get(manual.url).text


def test_a_page_names_its_one_address(manual, client):
    assert f'<link rel="canonical" href="{manual.full_url}">' in client.get(f"{manual.url}?a=b").text


def test_visitors_get_no_bar_of_the_editors(manual, client):
    assert "wagtail-userbar" not in client.get(manual.url).text


def test_a_draft_says_that_it_is_one(manual):
    shown = manual.make_preview_request().render().content.decode()
    assert 'class="preview-banner"' in shown


def test_a_published_page_does_not_say_that_it_is_a_draft(manual, client):
    assert 'class="preview-banner"' not in client.get(manual.url).text


def test_there_is_no_style_or_script_inside_a_page(manual, client):
    shown = client.get(manual.url).text
    assert "<style" not in shown
    assert " style=" not in shown
    assert " onclick=" not in shown
    data = shown.count('<script type="application/ld+json">')  # which no browser runs
    assert shown.count("<script") == shown.count("<script src=") + data


def test_the_frame_costs_few_questions_to_the_database(manual, client, django_assert_max_num_queries):
    client.get("/glossary/")
    with django_assert_max_num_queries(9):
        client.get("/glossary/")
