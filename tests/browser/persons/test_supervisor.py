"""A supervisor returns a work with comments; its author reads them, corrects it, answers and sends it again."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from .making import PASSWORD, sent_work, supervisor, teacher

pytestmark = pytest.mark.browser
ASKED = "ขอเพิ่มตัวเลขก่อนและหลังในส่วนผลการดำเนินงาน"


@pytest.mark.parametrize(("width", "script"), [(1280, True), (360, True), (360, False)])
def test_it_comes_back_better(portal, width, script):
    supervisor()
    work = sent_work(f"นิทานหน้าเสาธง {width} {script}")
    return_it(portal, work, width, script)
    correct_it(portal, work, width, script)
    page = portal.open(reverse("review_queue"), supervisor(), width=width, java_script_enabled=script)
    page.get_by_role("link", name=work.title).first.click()
    text = page.locator("main").inner_text()
    assert "ร้อยละ 88" in text and "เพิ่มตารางแล้ว" in text


def return_it(portal, work, width, script) -> None:
    """Sign in, open what waits, forget the comment, be told, write it."""
    page = portal.open(reverse("review_queue"), width=width, java_script_enabled=script)
    page.fill("[name=username]", "somchai")
    page.fill("[name=password]", PASSWORD)
    page.locator("main .btn").click()
    page.get_by_role("link", name=work.title).click()
    page.locator("button[value=reject]").click()
    expect(page.locator(".errors")).to_be_visible()
    expect(page.locator("[name=comment][aria-invalid=true]")).to_have_count(1)
    page.fill("[name=comment]", ASKED)
    page.locator("button[value=reject]").click()
    page.wait_for_url(f"**{reverse('review_queue')}")
    expect(page.locator(f"#waits ~ ul a:text-is('{work.title}')")).to_have_count(0)


def correct_it(portal, work, width, script) -> None:
    """The author's side."""
    page = portal.open(reverse("my_works:list"), teacher(), width=width, java_script_enabled=script)
    page.locator(".work", has_text=work.title).get_by_role("link", name=work.title).click()
    expect(page.locator("blockquote", has_text=ASKED)).to_be_visible()
    page.locator("a[href$='/edit/results/']").first.click()
    page.fill("[name=results]", "ก่อนใช้ร้อยละ 31 หลังใช้ร้อยละ 88")
    with page.expect_navigation():
        page.locator(".act .btn:not(.btn-quiet)").click()
    page.goto(reverse("my_works:send", args=[work.pk]))
    page.fill("[name=answer]", "เพิ่มตารางแล้ว ขอบคุณครับ")
    page.locator("main form .btn:not(.btn-quiet)").click()
    page.locator(".track [aria-current=step]").wait_for()
