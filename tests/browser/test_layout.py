"""The frame of every page: its menu, skip link, type and paper, with and without script."""

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import expect

from tests import factories

pytestmark = pytest.mark.browser
PHONE = 360
MENU_LINK = ".menu nav a[href='/glossary/']"


@pytest.fixture
def signed_in(committed):
    """The cookie of a superuser who has signed in."""
    user = factories.make_admin()
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key}


def test_editors_have_their_bar_on_the_page_and_the_content_policy_stops_nothing_of_it(visit, addresses, signed_in):
    page = visit("/", cookies=[signed_in])
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto(addresses["best practices"], wait_until="networkidle")
    page.locator("wagtail-userbar [data-wagtail-userbar-trigger]").click()
    page.locator("wagtail-userbar a[href*='/edit/']").wait_for(state="visible", timeout=5000)  # milliseconds
    assert complaints == []


def test_the_office_chooses_the_colour(visit, addresses):
    page = visit("/")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--hue')") == "160"


def test_the_menu_of_a_phone_opens_without_script(visit, addresses):
    page = visit("/", width=PHONE, script=False)
    expect(page.locator(MENU_LINK)).to_be_hidden()
    page.locator(".menu summary").click()
    expect(page.locator(MENU_LINK)).to_be_visible()


def test_the_menu_of_a_desk_is_open_without_script(visit, addresses):
    expect(visit("/", script=False).locator(MENU_LINK)).to_be_visible()


def test_the_menu_of_a_desk_is_opened_by_script_in_browsers_without_details_content(visit, addresses):
    page = visit("/")
    page.add_init_script("CSS.supports = () => false")
    page.reload()
    expect(page.locator("details.menu[open]")).to_have_count(1)
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.locator("details.menu:not([open])").wait_for(state="attached", timeout=5000)  # milliseconds


def test_escape_closes_the_menu_of_a_phone(visit, addresses):
    page = visit("/", width=PHONE)
    page.locator(".menu summary").click()
    page.keyboard.press("Escape")
    expect(page.locator(MENU_LINK)).to_be_hidden()


def test_the_first_stop_of_the_keyboard_leads_to_the_content(visit, addresses):
    page = visit(addresses["glossary"])
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_every_stop_of_the_keyboard_is_seen(visit, addresses):
    page = visit(addresses["glossary"])
    for _stop in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_searching_works_by_keyboard_and_without_script(visit, addresses):
    page = visit("/", script=False)
    page.locator("#find").focus()
    page.keyboard.type("คู่มือ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator(".entries .entry")).to_have_count(1)


def test_thai_is_drawn_in_the_portals_own_type(visit, addresses):
    page = visit("/")
    page.evaluate("document.fonts.ready.then(() => true)")
    loaded = page.evaluate("[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)")
    assert {"Sarabun", "Anuphan"} <= set(loaded)


def test_paper_shows_the_text_without_the_furniture(visit, addresses):
    page = visit(addresses["glossary"])
    page.emulate_media(media="print")
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator(".brand")).to_be_visible()
    for furniture in (".menu", ".find-slot", ".crumbs", ".site-foot nav"):
        assert not page.locator(furniture).filter(visible=True).count(), furniture


def test_the_link_of_a_heading_is_copied_and_says_so(visit, addresses):
    page = visit(addresses["chapter"], permissions=["clipboard-read", "clipboard-write"])
    page.locator(".anchor").first.click()
    page.locator(".copied:not(:empty)").wait_for(state="visible", timeout=5000)  # milliseconds
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_link_of_a_heading_works_without_script(visit, addresses):
    page = visit(addresses["chapter"], script=False)
    page.locator(".anchor").first.click()
    assert "#" in page.url
