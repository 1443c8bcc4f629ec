"""A teacher sends in a best practice: signs in, fills in part by part, looks it over, sends, and sees where it is."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from innovations.models import BestPracticePage, ReviewState
from tests import factories
from tests.innovations.making import make_shelf

from .making import PASSWORD, supervisor, teacher

pytestmark = pytest.mark.browser
TEXTS = {"importance": "importance", "objectives": "objectives", "process": "process", "results": "results",
         "success_factors": "factors", "lessons": "lessons"}  # fmt: skip


@pytest.fixture(scope="module")
def shelf(portal):
    """Where her work will stand, and who reads it first."""
    teacher(), supervisor()
    return make_shelf(factories.make_home(), BestPracticePage)


def save(page) -> None:
    """The button at the foot: save, and on to the next part."""
    with page.expect_navigation():
        page.locator(".act .btn:not(.btn-quiet)").click()


@pytest.mark.parametrize(("width", "script"), [(360, True), (1280, True), (360, False)])
def test_she_sends_a_work(portal, shelf, width, script):
    title = f"อ่านคล่องด้วยบัตรคำ {width} {script}"
    page = portal.open(reverse("my_works:list"), width=width, java_script_enabled=script)
    page.fill("[name=username]", "pimjai")
    page.fill("[name=password]", PASSWORD)
    page.locator("main .btn").click()
    page.locator(f"main a[href='{reverse('my_works:start')}']").click()
    page.locator("main label", has_text="วิธีปฏิบัติที่เป็นเลิศ").click()
    page.fill("[name=title]", title)
    page.locator("main .btn").click()
    fill_in_all_parts(page)
    page.locator("a[href$='/send/']").first.click()
    page.locator("main form .btn:not(.btn-quiet)").click()
    page.locator(".track [aria-current=step]").wait_for()
    expect(page.locator("main h1")).to_have_text(title)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    work = BestPracticePage.objects.get(draft_title=title)
    assert ReviewState.objects.get(work=work).status == ReviewState.STATUS_IN_PROGRESS and not work.live


def fill_in_all_parts(page) -> None:
    """From the first part to the last, by the button that leads on."""
    page.fill("[name=summary]", "บัตรคำสามจังหวะช่วยให้นักเรียนชั้น ป.1 อ่านคล่องใน 60 วัน")
    page.locator("label.check", has_text="ภาษาไทย").click()
    page.locator("[name=levels][value=p1]").check()
    page.fill("[name=academic_year]", "2569")
    if not page.locator("li.row.authors").count():
        page.click("button[value=authors-add]")
        page.locator("li.row.authors").first.wait_for()
    if page.locator("[name=authors-0-name]").count():  # else the portal knows her already
        page.fill("[name=authors-0-name]", "นางสาวพิมพ์ใจ ริมคราม")
    save(page)
    for name, key in TEXTS.items():
        page.wait_for_url(f"**/edit/{key}/")
        page.fill(f"[name={name}]", "นักเรียนอ่านคำพื้นฐานได้ร้อยละ 88 จากเดิมร้อยละ 31")
        save(page)
    for key in ("dissemination", "evidence", "files", "rights"):
        page.wait_for_url(f"**/edit/{key}/")
        save(page)


def test_what_is_missing_is_named_with_a_way_to_it(portal, shelf):
    page = portal.open(reverse("my_works:start"), teacher(), width=360)
    page.locator("main .btn").click()
    message = page.locator(".errors")
    expect(message).to_be_visible()
    expect(page.locator("[name=title][aria-invalid=true]")).to_have_count(1)
    page.fill("[name=title]", "ยังไม่เสร็จ")
    page.locator("main .btn").click()
    page.wait_for_url("**/edit/about/")
    page.goto(page.url.replace("edit/about/", "send/"))
    page.locator(".note-clay a[href$='/edit/importance/']").click()
    expect(page.locator("[name=importance]")).to_be_visible()
