"""Searching with keyboard, finger and voice: results while typing, filters, suggestions, with and without script."""

import re

import pytest
from playwright.sync_api import expect

from manuals.models import WorkProcessPage
from portal.content.models import LearningArea
from tests import factories

from .test_accessibility import SCHEMES, faults

pytestmark = pytest.mark.browser
PHONE = 360
PATIENCE = 5000  # milliseconds
NETWORKS = 17  # more than can be looked through by eye


@pytest.fixture
def found(committed, search_index, home) -> str:
    """The address of a search with several results; the portal has pages of two areas and two years."""
    areas = dict.fromkeys(["ma", "th"])
    for order, code in enumerate(areas):
        areas[code] = LearningArea.objects.get_or_create(code=code, defaults={"name": code, "order": order})[0]
    manual = factories.make_manual(factories.make_manual_index(home))
    for number in range(4):
        page = factories.make_page(
            manual, WorkProcessPage, f"งานนิเทศที่ {number}", summary="แผนการนิเทศภายใน", academic_year=2568 + number % 2
        )
        page.learning_areas.add(areas["ma" if number % 2 else "th"])
        page.school_networks.add(*(factories.make_network(f"เครือข่ายที่ {one}") for one in range(NETWORKS)))
        page.save_revision().publish()
    factories.make_page(manual, WorkProcessPage, "งานห้องสมุด", summary="มุมหนังสือ")
    search_index.catch_up()
    return "/search/?q=นิเทศ"


def settled(page, address: str) -> None:
    """Wait until the address is there and its results are shown."""
    page.wait_for_url(re.compile(address), timeout=PATIENCE)
    page.locator("#results:not(.htmx-request):not(.htmx-settling)").wait_for(timeout=PATIENCE)


def focused(page) -> str:
    return page.evaluate("document.activeElement.id")


def test_results_follow_what_is_typed_and_are_said(visit, found):
    page = visit(found)
    steps = page.evaluate("history.length")
    page.locator("#find").fill("")
    page.locator("#find").press_sequentially("ห้องสมุด", delay=20)
    settled(page, "q=%E0%B8%AB")
    assert page.locator(".hits h2").all_inner_texts() == ["งานห้องสมุด"]
    assert "1" in page.locator("#results-said").inner_text()
    assert page.title().startswith("ห้องสมุด")
    assert page.evaluate("history.length") == steps
    assert focused(page) == "find"


def test_one_letter_is_no_question(visit, found):
    page = visit(found)
    requests = []
    page.on("request", lambda request: "/static/" in request.url or requests.append(request.url))
    page.locator("#find").fill("ห")
    page.wait_for_timeout(600)  # milliseconds: longer than any patience of the scripts
    assert requests == []


def test_an_answer_that_comes_late_is_dropped(visit, found):
    page = visit(found)
    held = []
    page.route(re.compile(r"/search/live/.*q=%E0%B8%99"), lambda route: held.append(route))
    page.locator("#find").fill("นิเทศที่")
    page.wait_for_timeout(500)  # milliseconds, until it is asked
    page.locator("#find").fill("ห้องสมุด")
    settled(page, "q=%E0%B8%AB")
    assert len(held) == 1
    held[0].abort()
    page.wait_for_timeout(200)  # milliseconds
    assert page.locator(".hits h2").all_inner_texts() == ["งานห้องสมุด"]
    expect(page.locator("#live-failed")).to_be_hidden()


def test_a_lost_connection_is_said(visit, found):
    page = visit(found)
    page.route("**/search/live/**", lambda route: route.abort())
    page.locator("#find").fill("ห้องสมุด")
    page.locator("#live-failed:not(:empty)").wait_for(state="visible", timeout=PATIENCE)


def test_a_filter_works_at_once_and_the_keyboard_stays_where_it_was(visit, found):
    page = visit(found)
    page.locator("#f-learning_area-ma").focus()
    page.keyboard.press("Space")
    settled(page, "learning_area=ma")
    expect(page.locator(".hits > li")).to_have_count(2)
    assert focused(page) == "f-learning_area-ma"
    expect(page.locator("#f-learning_area-ma")).to_be_checked()
    page.locator("#f-learning_area-th").check()
    settled(page, "learning_area=th")
    expect(page.locator(".hits > li")).to_have_count(4)
    page.go_back()
    settled(page, "learning_area=ma$")
    expect(page.locator(".hits > li")).to_have_count(2)
    expect(page.locator("#f-learning_area-th")).not_to_be_checked()


def test_a_filter_is_taken_off_and_the_keyboard_goes_to_the_results(visit, found):
    page = visit(f"{found}&learning_area=ma&academic_year=2569")
    page.locator(".chip").first.focus()
    page.keyboard.press("Enter")
    settled(page, "academic_year=2569$")
    expect(page.locator("#f-learning_area-ma")).not_to_be_checked()
    assert focused(page) == "results-title"


def test_the_order_changes_at_once(visit, found):
    page = visit(found)
    page.locator("#sort").select_option("date")
    settled(page, "sort=date")
    expect(page.locator(".hits h2").first).to_have_text("งานนิเทศที่ 3")


def test_a_long_list_of_values_can_be_looked_through(visit, found):
    page = visit(found)
    assert page.locator("#filter-school_network .check:visible").count() < NETWORKS
    page.locator("#find-school_network").fill("ที่ 16")
    left = page.locator("#filter-school_network .check:visible")
    expect(left).to_have_count(1)
    left.locator("input").check()
    settled(page, "school_network=")
    assert page.locator("#filter-school_network .check:visible").count() == 1  # what was unfolded and typed stays
    page.locator("#find-school_network").fill("ไม่มี")
    expect(page.locator("#filter-school_network .value-none")).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_filters_and_order_work_without_script(visit, found, width):
    page = visit(found, width=width, script=False)
    if width == PHONE:
        expect(page.locator("#f-learning_area-ma")).to_be_hidden()
        page.locator(".sheet-open").click()
    page.locator("#f-learning_area-ma").check()
    page.locator("#f-academic_year-2569").check()
    page.locator(".go .btn").click()
    assert "learning_area=ma" in page.url and "academic_year=2569" in page.url
    expect(page.locator(".hits > li")).to_have_count(2)
    page.locator("#find").press("Enter")
    assert "learning_area=ma" in page.url
    page.locator("#sort").select_option("date")
    page.locator(".sort .btn").click()
    assert "sort=date" in page.url and "learning_area=ma" in page.url


def test_the_sheet_of_a_phone_opens_updates_and_closes(visit, found):
    page = visit(found, width=PHONE)
    page.locator(".sheet-open").click()
    page.locator("#close-filters:focus").wait_for(timeout=PATIENCE)
    page.locator("#f-learning_area-ma").check()
    settled(page, "learning_area=ma")
    assert "2" in page.locator(".go p").inner_text()
    expect(page.locator("#filters")).to_be_visible()
    page.locator(".go .btn").click()
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator(".hits > li")).to_have_count(2)
    page.locator(".sheet-open").click()
    page.keyboard.press("Escape")
    expect(page.locator("#filters")).to_be_hidden()


def test_an_update_leaves_the_keyboard_on_the_button_it_has_reached(visit, found):
    page = visit(found, width=PHONE)
    page.locator(".sheet-open").click()
    page.route("**/search/live/**", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.locator("#f-learning_area-ma").check()
    button = page.locator(".go .btn").element_handle()
    button.focus()
    settled(page, "learning_area=ma")
    assert not button.evaluate("button => button.isConnected")
    assert page.evaluate("document.activeElement.matches('.go .btn')")
    expect(page.locator("#filters")).to_be_visible()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_open_sheet_of_a_phone(visit, found, scheme):
    page = visit(f"{found}&learning_area=ma", width=PHONE, scheme=scheme)
    page.locator(".sheet-open").click()
    page.wait_for_timeout(100)  # milliseconds
    assert faults(page) == []


def suggested(page, letters: str = "นิเทศ") -> None:
    """Type, and wait for suggestions."""
    page.locator("#find").press_sequentially(letters, delay=10)
    page.locator("#suggestions [role=option]").first.wait_for(timeout=PATIENCE)


@pytest.mark.parametrize("path", ["/glossary/", "/"])
def test_suggestions_are_chosen_by_keyboard(visit, found, path):
    page = visit(path)
    start = page.url
    suggested(page)
    box = page.locator("#find")
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    expect(box).to_have_value(chosen.locator("span").first.inner_text())
    page.keyboard.press("ArrowUp")
    expect(box).to_have_value("นิเทศ")
    page.keyboard.press("Escape")
    assert (box.get_attribute("aria-expanded"), box.input_value()) == ("false", "นิเทศ")
    page.keyboard.press("ArrowDown")
    page.locator("#suggestions [role=option]").first.wait_for(timeout=PATIENCE)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address != start, timeout=PATIENCE)


def test_escape_calls_off_suggestions_on_their_way_and_then_empties_the_box(visit, found):
    page = visit("/")
    page.locator("#find").press_sequentially("นิเทศ")
    page.keyboard.press("Escape")
    expect(page.locator("#find")).to_have_value("นิเทศ")
    page.wait_for_timeout(600)
    expect(page.locator("#suggestions")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("#find")).to_have_value("")


def test_enter_without_a_choice_searches_for_what_was_typed(visit, found):
    page = visit("/glossary/")
    suggested(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*", timeout=PATIENCE)
    expect(page.locator("#find")).to_have_value("นิเทศ")


def test_enter_belongs_to_the_input_method_while_it_writes(visit, found):
    page = visit("/glossary/")
    suggested(page)
    page.keyboard.press("ArrowDown")
    page.evaluate(
        "document.getElementById('find').dispatchEvent("
        "new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))"
    )
    assert page.url.endswith("/glossary/")


def test_suggestions_move_nothing_on_the_page(visit, found):
    page = visit("/glossary/", width=PHONE)
    before = page.locator("main").bounding_box()
    suggested(page)
    assert page.locator("main").bounding_box() == before


def test_the_slash_key_leads_to_the_search_unless_it_is_switched_off_or_written(visit, found):
    page = visit(found)
    page.locator("body").click(position={"x": 2, "y": 400})
    page.keyboard.press("/")
    assert focused(page) == "find"
    page.keyboard.press("End")
    page.keyboard.press("/")
    expect(page.locator("#find")).to_have_value("นิเทศ/")
    page.locator(".search-help summary").click()
    page.locator("[data-shortcut] button").click()
    page.locator("#results-title").focus()
    page.keyboard.press("/")
    assert focused(page) == "results-title"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_while_suggestions_are_open(visit, found, scheme):
    page = visit("/glossary/", scheme=scheme)
    suggested(page)
    page.keyboard.press("ArrowDown")
    assert faults(page) == []
