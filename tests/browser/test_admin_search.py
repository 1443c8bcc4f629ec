"""Looking for something in the admin, in a real browser: results while typing, at a desk and on a phone."""

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.images.tests.utils import get_test_image_file

from portal.content.models import PortalImage
from tests import factories

pytestmark = pytest.mark.browser


@pytest.fixture(params=[1280, 360])
def admin(request, committed, home, client, visit):
    """`admin(name, *args)`: a screen of the admin, open in front of a superuser, as wide as the parameter says."""
    client.force_login(factories.make_admin())
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}

    def opened(name, *args):
        page = visit(reverse(name, args=args), width=request.param, cookies=[session])
        page.wait_for_load_state("networkidle")
        return page

    return opened


def type_into(page, box, text):
    """Type as people do, where the whole box can be seen."""
    box.click()
    place = box.bounding_box()
    assert place["x"] >= 0 and place["x"] + place["width"] <= page.viewport_size["width"]
    box.press_sequentially(text, delay=20)


def test_a_page_appears_while_its_word_is_half_typed(admin, home):
    index = factories.make_manual_index(home)
    for title in ("แนวการนิเทศติดตาม", "รายจ่าย"):
        factories.make_manual(index, title=title)
    page = admin("wagtailadmin_explore", index.pk)
    type_into(page, page.locator("main [name=q]"), "นิเท")
    page.locator("#listing-results", has_not_text="รายจ่าย").wait_for()
    expect(page.get_by_role("link", name="แนวการนิเทศติดตาม").first).to_be_visible()


def test_a_picture_is_found_in_its_list(admin):
    for title in ("แปลงข้าว", "ป้ายข่าว"):
        PortalImage.objects.create(title=title, file=get_test_image_file())
    page = admin("wagtailimages:index")
    type_into(page, page.locator("main [name=q]"), "ข้าว")
    page.locator("#listing-results", has_not_text="ป้ายข่าว").wait_for()
    expect(page.get_by_text("แปลงข้าว").first).to_be_visible()


def test_a_page_is_chosen_by_a_word_inside_its_title(admin, home):
    wanted = factories.make_manual(factories.make_manual_index(home), title="แนวการนิเทศติดตาม")
    page = admin("wagtailredirects:add")
    page.locator("#id_redirect_page-chooser [data-chooser-action-choose]:visible").click()
    type_into(page, page.locator(".modal-body [name=q]"), "เทศติด")
    page.locator(".page-results", has_text="พบ 1").wait_for()
    page.locator(".page-results .choose-page").click()
    page.locator("#id_redirect_page-chooser", has_text=wanted.title).wait_for()
    expect(page.locator("[name=redirect_page]")).to_have_value(str(wanted.pk))
