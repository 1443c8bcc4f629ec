"""A reader without a mouse searches, filters and opens the third result. Tab, space and enter are all there is."""

import pytest
from playwright.sync_api import expect

from manuals.models import WorkProcessPage
from portal.content.models import LearningArea
from tests import factories

pytestmark = pytest.mark.browser
MOST_STOPS = 120
SEEN = """() => {
  const {x, y, width, height} = document.activeElement.getBoundingClientRect();
  const outline = [document.activeElement, document.activeElement.closest("label")].filter(Boolean)
    .some((each) => getComputedStyle(each).outlineStyle !== "none");
  return outline && x + width > 0 && y + height > 0 && y < innerHeight && x < innerWidth;
}"""


@pytest.fixture(scope="module")
def processes(portal) -> None:
    """Eight about supervision, half of them about mathematics."""
    manual = factories.make_manual(factories.make_manual_index(factories.make_home()))
    areas = [LearningArea.objects.get(code=code) for code in ("th", "ma")]
    for number in range(8):
        page = factories.make_page(manual, WorkProcessPage, f"งานนิเทศที่ {number}", summary="แผนการนิเทศภายใน")
        page.learning_areas.add(areas[number % 2])
        page.save_revision().publish()
    portal.index.catch_up()


def tab_to(page, selector: str) -> None:
    """Press Tab until what is wanted has the focus; every stop on the way is seen."""
    way = []
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            assert page.evaluate(SEEN), selector
            return
        way.append(page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
        assert page.evaluate(SEEN) or way[-1].startswith("<body"), way[-1]
    pytest.fail(f"{selector} is never reached: {way}")


@pytest.mark.parametrize(("width", "script"), [(1280, True), (1280, False), (360, True), (360, False)])
def test_she_gets_to_the_third_result_and_opens_it(portal, processes, width, script):
    page = portal.open("/", width=width, java_script_enabled=script)
    tab_to(page, "#find")
    page.keyboard.type("นิเทศ")
    page.keyboard.press("Escape")  # the suggestions
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    if width == 360:
        tab_to(page, ".sheet-open")
        page.keyboard.press("Enter")
    tab_to(page, "#f-learning_area-ma")
    page.keyboard.press("Space")
    if script and width == 1280:
        page.wait_for_url("**learning_area=ma*")
    else:
        tab_to(page, ".go .btn")
        page.keyboard.press("Enter")
        page.wait_for_url("**learning_area=ma*")
    page.locator("#results:not(.htmx-request):not(.htmx-settling)").wait_for()
    titles = page.locator(".hits h2").all_inner_texts()
    assert len(titles) == 4
    tab_to(page, ".hits > li:nth-child(3) h2 a")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/search/" not in address)
    expect(page.locator("main h1")).to_have_text(titles[2])


def test_the_keyboard_goes_through_a_page_and_out_of_it_again(portal, processes):
    page = portal.open("/search/?q=นิเทศ")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body || document.activeElement.className === 'skip'"):
            return
    pytest.fail("the focus never leaves the page")
