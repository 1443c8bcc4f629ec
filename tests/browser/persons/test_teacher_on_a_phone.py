"""A teacher on a phone looks for a best practice in mathematics of her network. Her thumb is all she uses."""

import pytest
from playwright.sync_api import expect

from innovations.models import BestPracticePage, ResearchPage
from portal.content.models import LearningArea, PageSchool
from tests import factories
from tests.innovations.making import make_work

pytestmark = pytest.mark.browser
HERS, OTHER = "เครือข่ายริมคราม", "เครือข่ายทุ่งฝ้าย"
WANTED = "ตลาดนัดเศษส่วน"


@pytest.fixture(scope="module")
def works(portal) -> None:
    """One that she wants, and three that differ from it in the area, the network or the kind."""
    home = factories.make_home()
    schools = {
        name: factories.make_school(f"990201000{number}", f"โรงเรียนบ้านที่ {number}", name)
        for number, name in enumerate((HERS, OTHER))
    }
    for title, area, network, kind in (
        (WANTED, "ma", HERS, BestPracticePage),
        ("บัตรคำสามจังหวะ", "th", HERS, BestPracticePage),
        ("เกมบวกเลขสิบนาที", "ma", OTHER, BestPracticePage),
        ("ผลของการใช้เกมเศษส่วน", "ma", HERS, ResearchPage),
    ):
        school = schools[network]
        work = make_work(home, kind, title, academic_year=2569, page_schools=[PageSchool(school=school)])
        work.learning_areas.add(LearningArea.objects.get(code=area))
        work.school_networks.add(school.network)
        work.save_revision().publish()
    portal.index.catch_up()


@pytest.mark.parametrize("script", [True, False])
def test_she_finds_it_and_reads_it_without_a_keyboard(portal, works, script):
    page = portal.open("/", width=360, height=740, has_touch=True, is_mobile=True, java_script_enabled=script)
    page.tap("main a[href='/areas/ma/']")
    page.tap("main .leaders a[href*='best']")
    page.tap(".sheet-open")
    page.locator(".filters label, #filters label", has_text=HERS).first.tap()
    page.tap(".go .btn")
    page.wait_for_url("**school_network=*")
    page.locator("#results:not(.htmx-request):not(.htmx-settling)").wait_for()
    assert page.locator(".hits > li :is(h2, h3) a").all_inner_texts() == [WANTED]
    page.locator(".hits > li :is(h2, h3) a").tap()
    expect(page.locator("main h1")).to_have_text(WANTED)
    expect(page.locator("main").get_by_text("2569").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
