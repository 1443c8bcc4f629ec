"""The committee scores a work by the rubric; one who is not of the office scores another by the link of her letter."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from innovations.models import Invitation, ReviewState, Score

from .making import PASSWORD, members, supervisor, work_before_the_committee

pytestmark = pytest.mark.browser


def choose(page, points: int, leave_out: int = 0) -> None:
    """These points for every criterion, but for the last `leave_out`."""
    criteria = page.locator(".crit")
    for number in range(criteria.count() - leave_out):
        criteria.nth(number).locator(f"label:has(input[value='{points}'])").click()


@pytest.mark.parametrize(("width", "script"), [(1280, True), (360, True), (360, False)])
def test_a_member_scores_is_told_what_she_forgot_and_sees_the_others_only_afterwards(portal, width, script):
    title = f"ตลาดนัดเศษส่วน {width} {script}"
    step = work_before_the_committee(title, scores=1)
    page = portal.open(reverse("review_queue"), width=width, java_script_enabled=script)
    page.fill("[name=username]", members()[2].username)
    page.fill("[name=password]", PASSWORD)
    page.locator("main .btn").click()
    page.get_by_role("link", name=title).click()
    assert "100.00" not in page.locator("main").inner_text()
    choose(page, 3, leave_out=1)
    page.check("[name=has_no_interest]")
    page.locator("button[value=score]").click()
    expect(page.locator("fieldset.crit .errors")).to_have_count(1)
    expect(page.locator(".crit input:checked")).to_have_count(3)  # nothing chosen is lost
    choose(page, 3)
    page.locator("button[value=score]").click()
    page.locator(".score", has_text="75.00").wait_for()
    assert "100.00" in page.locator("main").inner_text()
    assert Score.objects.filter(state=step, submitted_at__isnull=False).count() == 2


@pytest.mark.parametrize(("width", "script"), [(360, True), (1280, False)])
def test_an_outsider_reads_and_scores_by_a_signed_link_without_an_account(portal, width, script):
    step = work_before_the_committee(f"อ่านคู่ทุกเช้า {width}", scores=1)
    who = {"name": "ผศ.ดร.ใจดี", "email": "guest@example.org", "invited_by": supervisor()}
    link = Invitation.objects.create(state=step, expires_at=timezone.now() + timedelta(days=14), **who)
    page = portal.open(link.get_absolute_url(), width=width, java_script_enabled=script)
    assert "พิมพ์ใจ" not in page.locator("main").inner_text()  # a blind review
    choose(page, 4)
    page.check("[name=has_no_interest]")
    page.locator("button[value=score]").click()
    page.locator("main", has_text="100.00").wait_for()
    assert Score.objects.get(invitation=link).submitted_at
    page.goto(reverse("review", args=[step.pk]))
    expect(page.locator("[name=password]")).to_be_visible()  # the link opens nothing else
    assert ReviewState.objects.get(pk=step.pk).is_open
