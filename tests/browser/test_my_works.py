"""A contributor writes a work on a phone of 360 px: it saves itself, takes pictures, and loses nothing offline."""

import pytest
from django.conf import settings
from django.urls import reverse
from PIL import Image

from innovations.models import BestPracticeIndexPage, BestPracticePage
from innovations.my_works.kinds import KINDS
from innovations.my_works.starting import start_work
from tests import factories
from tests.innovations.my_works.conftest import make_contributor

pytestmark = pytest.mark.browser
PATIENCE = 15_000  # milliseconds


@pytest.fixture
def phone(committed, home, client, visit):
    """`phone(key, script=True)`: a part of a new work, open on the contributor's phone."""
    factories.make_page(home, BestPracticeIndexPage, "วิธีปฏิบัติที่เป็นเลิศ")
    teacher = make_contributor("pimjai", factories.make_school())
    work = start_work(KINDS[0], "อ่านคล่องด้วยบัตรคำ", teacher)
    client.force_login(teacher)
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}

    def opened(key, **options):
        address = reverse("my_works:section", args=[work.pk, key])
        return visit(address, width=360, height=740, cookies=[session], **options)

    return opened


def draft():
    return BestPracticePage.objects.get().get_latest_revision_as_object()


def wait_until_saved(page):
    """The phone keeps nothing any more. Asked from here: the page's policy forbids what Playwright would wait with."""
    for _ in range(PATIENCE // 200):
        if page.evaluate("localStorage.length") == 0:
            return
        page.wait_for_timeout(200)
    pytest.fail(page.inner_text("[data-status]"))


def refuse_posts(route):
    """As a network that lets pages through and no answers."""
    if route.request.method == "POST":
        route.abort()
    else:
        route.fallback()


def test_what_is_typed_saves_itself_and_the_page_never_scrolls_sideways(phone):
    page = phone("importance")
    page.fill("[name=importance]", "เด็กอ่านไม่คล่อง")
    page.wait_for_selector(".gauge .now.on", timeout=PATIENCE)
    wait_until_saved(page)
    assert draft().importance == "เด็กอ่านไม่คล่อง"
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_connection_the_text_stays_on_the_phone_and_is_saved_when_there_is_one(phone):
    page = phone("importance")
    page.context.set_offline(True)
    page.fill("[name=importance]", "พิมพ์บนรถสองแถว")
    page.wait_for_selector("[data-status].trouble", timeout=PATIENCE)
    assert draft().importance == ""
    page.context.set_offline(False)
    wait_until_saved(page)
    assert draft().importance == "พิมพ์บนรถสองแถว"


def test_text_that_was_not_saved_is_offered_when_the_part_is_opened_again(phone):
    page = phone("importance")
    page.route("**/edit/importance/", refuse_posts)
    page.fill("[name=importance]", "ยังไม่ได้บันทึก")
    page.wait_for_selector("[data-status].trouble", timeout=PATIENCE)
    page.goto(page.url)
    page.unroute("**/edit/importance/")
    page.click(".found button >> nth=0")
    wait_until_saved(page)
    assert draft().importance == "ยังไม่ได้บันทึก"


def test_a_picture_is_there_as_soon_as_it_is_chosen(phone, tmp_path):
    Image.new("RGB", (2400, 1800), "seagreen").save(tmp_path / "photo.jpg")
    page = phone("files")
    page.set_input_files("[name=new-pictures-files]", tmp_path / "photo.jpg")
    page.wait_for_selector(".row-picture", timeout=PATIENCE)
    (row,) = draft().pictures.all()
    assert row.image.width <= 2400


@pytest.mark.parametrize("script", [True, False])
def test_rows_work_with_and_without_script(phone, script):
    page = phone("evidence", script=script)
    page.click("button[value=evidence-add]")
    page.fill("[name=evidence-0-measure]", "อ่านคล่อง")
    page.fill("[name=evidence-0-after]", "24")
    page.click("button[value=evidence-add]")
    page.fill("[name=evidence-1-measure]", "เขียนคล่อง")
    page.fill("[name=evidence-1-after]", "20")
    page.click("button[value=evidence-up-1]")
    assert page.input_value("[name=evidence-0-measure]") == "เขียนคล่อง"
    page.click("button[value=evidence-remove-0]")
    assert [row.measure for row in draft().evidence.all()] == ["อ่านคล่อง"]
