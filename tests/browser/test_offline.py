"""Without a connection the manual pages that a teacher opened are read, and nothing that was for few is kept."""

import re
from functools import partial
from time import monotonic, sleep

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect
from wagtail.models import PageViewRestriction

from tests import factories

KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
  return found;
}"""
PAGES = (
    """async () => (await (await caches.open("portal-pages")).keys()).map((request) => new URL(request.url).pathname)"""
)


@pytest.fixture
def visit(visit):
    """With the worker, which other tests keep away."""
    return partial(visit, service_workers="allow")


@pytest.fixture
def manual(committed, search_index, home):
    """A manual with two processes, and one that needs a password."""
    index = factories.make_manual_index(home)
    manual = factories.make_manual(index)
    process = factories.make_process(manual, title="การนิเทศภายในโรงเรียน")
    never_opened = factories.make_process(manual, title="การประเมินคุณภาพ")
    private = factories.make_process(manual, title="เรื่องลับของเขตพื้นที่")
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="rahat-lap")
    return {"process": process, "never opened": never_opened, "private": private, "manual": manual}


def wait_until(holds, seconds=8.0) -> None:
    """What the worker does it does after the page is shown."""
    end = monotonic() + seconds
    while not holds():
        assert monotonic() < end, "it never came true"
        sleep(0.05)


def wait_until_kept(tab, path) -> None:
    """In the browser's store, and the worker answers for the page."""
    wait_until(lambda: path in tab.evaluate(PAGES) and tab.evaluate("Boolean(navigator.serviceWorker.controller)"))


def test_a_manual_page_that_was_opened_is_read_without_a_connection(visit, manual):
    path = manual["process"].url
    tab = visit(path, width=360)
    wait_until_kept(tab, path)  # the first page she opened, before there was a worker
    tab.context.set_offline(True)

    tab.goto(path)
    expect(tab.get_by_role("heading", level=1)).to_contain_text("การนิเทศภายในโรงเรียน")
    expect(tab.locator(".kept-note")).to_contain_text(re.compile(r"ไม่มีการเชื่อมต่อ|No connection"))
    assert tab.evaluate("getComputedStyle(document.body).fontFamily").startswith("Sarabun")

    tab.goto(manual["never opened"].url)
    kept = tab.locator("#kept").get_by_role("link")
    expect(kept).to_have_text("การนิเทศภายในโรงเรียน")
    expect(kept).to_have_attribute("href", path)

    tab.context.set_offline(False)
    manual["process"].title = "การนิเทศภายในฉบับใหม่"
    manual["process"].save_revision().publish()
    tab.goto(path)  # online nobody reads an old page
    expect(tab.get_by_role("heading", level=1)).to_contain_text("ฉบับใหม่")
    expect(tab.locator(".kept-note")).to_have_count(0)


RETURNS_ON_LEAVING = """addEventListener("beforeunload", () => setTimeout(() => dispatchEvent(new Event("online"))))"""


def test_a_returning_connection_reloads_a_copy_but_calls_nobody_back(visit, manual):
    path, other = manual["process"].url, manual["never opened"].url
    tab = visit(path)
    wait_until_kept(tab, path)
    for shown, next_page in ((path, other), (other, path)):
        tab.context.set_offline(True)
        tab.goto(shown)
        tab.evaluate(RETURNS_ON_LEAVING)
        tab.goto(next_page)
        tab.wait_for_timeout(500)
        assert tab.url.endswith(next_page)

        tab.goto(shown)
        tab.context.set_offline(False)
        expect(tab.locator(".kept-note, #kept")).to_have_count(0)
        expect(tab.get_by_role("heading", level=1)).to_be_visible()


def test_nothing_but_public_manual_pages_is_kept(visit, manual, home):
    path, private = manual["process"].url, manual["private"].url
    tab = visit(path)
    wait_until_kept(tab, path)
    tab.goto(private)
    tab.locator("input[name=password]").fill("rahat-lap")
    tab.locator("input[name=password]").press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_contain_text("เรื่องลับของเขตพื้นที่")
    for other in ("/", "/search/?q=การนิเทศ", "/accounts/sign-in/", "/admin/", "/no-such-page/", private, f"{path}?q=1"):
        tab.goto(other)
    tab.goto(manual["never opened"].url)
    wait_until_kept(tab, manual["never opened"].url)

    assert set(tab.evaluate(PAGES)) == {path, manual["never opened"].url}
    allowed = ("/static/", "/theme/", "/app-icon/", "/offline/", path, manual["never opened"].url)
    assert [found for found in tab.evaluate(KEPT) if not found.startswith(allowed)] == []

    PageViewRestriction.objects.create(page=manual["process"], restriction_type="login")
    tab.goto(path)  # it became private: what was kept goes
    wait_until(lambda: path not in tab.evaluate(PAGES))
    tab.context.set_offline(True)
    tab.goto(path)
    expect(tab.locator("body")).not_to_contain_text("กระบวนงานที่ 1")
    expect(tab.locator("#kept").get_by_role("link")).to_have_count(1)


def test_the_oldest_of_sixty_pages_makes_room(visit, manual):
    path, other = manual["process"].url, manual["never opened"].url
    tab = visit(path)
    wait_until_kept(tab, path)
    tab.evaluate("""async () => {
      const pages = await caches.open("portal-pages");
      const headers = { "X-Kept": new Date().toISOString(), "X-Title": "a" };
      for (let place = 0; place < 59; place++) await pages.put(`/page-${place}/`, new Response("", { headers }));
    }""")
    tab.goto(other)
    wait_until(lambda: other in (kept := tab.evaluate(PAGES)) and path not in kept and len(kept) == 60)


def test_signing_out_forgets_what_was_kept_and_signed_in_nothing_is(visit, manual):
    get_user_model().objects.create_user("kru", password="rahat-khong-kru")
    path = manual["process"].url
    tab = visit(path)
    wait_until_kept(tab, path)
    tab.goto("/accounts/sign-in/")
    tab.locator("input[name=username]").fill("kru")
    tab.locator("input[name=password]").fill("rahat-khong-kru")
    tab.locator("input[name=password]").press("Enter")
    tab.goto(manual["never opened"].url)
    assert manual["never opened"].url not in tab.evaluate(PAGES)
    expect(tab.locator("script[data-worker]")).to_have_count(0)

    tab.goto("/accounts/sign-out/")
    tab.locator("main form button").click()
    wait_until(lambda: tab.evaluate(PAGES) == [])


def test_the_switch_removes_what_browsers_have_kept(visit, manual, settings):
    path = manual["process"].url
    tab = visit(path)
    wait_until_kept(tab, path)
    settings.OFFLINE_READING = False
    tab.goto("/")  # browsers look for a new worker at each visit
    tab.evaluate("navigator.serviceWorker.getRegistration().then((found) => found?.update())")
    wait_until(lambda: tab.evaluate("caches.keys()") == [])
    wait_until(lambda: tab.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0)
