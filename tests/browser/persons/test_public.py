"""The public finds a work within a second of its approval."""

import time

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from .making import members, work_before_the_committee
from .test_committee import choose

pytestmark = pytest.mark.browser
AT_MOST = 1.0  # seconds


@pytest.mark.parametrize("width", [360, 1280])
def test_what_the_committee_approved_is_found_at_once(portal, width):
    title = f"ห้องนิเทศออนไลน์ {width}"
    step = work_before_the_committee(title)
    visitor = portal.open(f"/search/?q={title}", width=width)  # also what a cache would keep
    expect(visitor.locator(".hits h2", has_text=title)).to_have_count(0)
    member = portal.open(reverse("review", args=[step.pk]), members()[2], width=width)
    choose(member, 4)
    member.check("[name=has_no_interest]")
    with member.expect_navigation():
        member.locator("button[value=score]").click()
    approved = time.monotonic()
    for asked in iter(time.monotonic, None):
        assert asked - approved < AT_MOST, "not found within a second"
        visitor.reload()
        if visitor.locator(".hits h2", has_text=title).count():
            break
    visitor.locator(".hits h2 a", has_text=title).click()
    expect(visitor.locator("main h1")).to_have_text(title)
    expect(visitor.locator("main", has_text="ระดับดีเยี่ยม")).to_have_count(1)
