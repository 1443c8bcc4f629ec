"""A long text in a real browser: its contents follow, keys lead on and can be switched off, its chart opens large."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
CURRENT = ".contents [aria-current=location] > span:first-child"


def at_top(page, selector):
    """Bring an element to the upper edge of the window, as a reader who scrolls."""
    page.locator(selector).evaluate("element => element.scrollIntoView({behavior: 'instant'})")


def test_contents_chart_and_list_follow_the_reader_and_keys_lead_on_until_switched_off(visit, addresses):
    page = visit(addresses["process"], reduced_motion="reduce")
    at_top(page, "#part-steps")
    expect(page.locator(CURRENT)).to_have_text("2")
    page.locator("#step-2").hover()
    assert page.locator("svg .is-current").get_attribute("data-step") == "2"
    page.locator("svg [data-step='3']").click()
    assert page.evaluate("location.hash") == "#step-3"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id").startswith("part-")
    page.locator("input[name=q]").first.focus()
    page.keyboard.type("jk")
    assert page.evaluate("document.activeElement.value") == "jk"

    page.goto(addresses["reading settings"])
    page.locator("[data-shortcut] button").click()
    page.goto(addresses["process"])
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "BODY"


def test_on_a_phone_the_contents_go_along_and_the_chart_opens_large_with_and_without_script(visit, addresses):
    page = visit(addresses["process"], width=360, reduced_motion="reduce")
    page.locator(".contents summary").click()
    page.locator(".contents nav a").nth(1).click()
    assert not page.locator(".contents").evaluate("details => details.open")
    bar, heading = page.locator(".contents").bounding_box(), page.locator("#part-steps").bounding_box()
    assert bar["y"] >= 0
    assert heading["y"] >= bar["y"] + bar["height"] - 1

    opener = page.locator("a[data-zoom]").first
    opener.focus()
    page.keyboard.press("Enter")
    drawing = page.locator(".zoomer-view svg")
    before = drawing.bounding_box()["width"]
    page.keyboard.press("+")
    assert drawing.bounding_box()["width"] > before
    page.keyboard.press("0")
    view, box = page.locator(".zoomer-view").bounding_box(), drawing.bounding_box()
    assert box["width"] <= view["width"]
    assert box["height"] <= view["height"]
    page.keyboard.press("Escape")
    expect(page.locator(".zoomer")).to_be_hidden()
    assert opener.evaluate("element => element === document.activeElement")

    plain = visit(addresses["process"], width=360, script=False)
    plain.locator("a[data-zoom]").first.click()
    assert plain.url.endswith("/chart/")
    expect(plain.locator("figure svg[role=img]")).to_be_visible()


def test_texts_fit_a_phone_in_the_largest_text_and_thai_digits(visit, addresses):
    cookies = [{"name": "reading_text_size", "value": "larger"}, {"name": "reading_digits", "value": "thai"}]
    page = visit("/", width=360, cookies=cookies)
    too_wide = {}
    for name in ("manual", "whole manual", "process", "best practice", "reading settings"):
        page.goto(addresses[name], wait_until="domcontentloaded")
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > 360:
            too_wide[name] = needed
    assert too_wide == {}
