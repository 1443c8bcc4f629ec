"""Persons of the demo in a real browser, and their screens as small files."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from .demo import Demo

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
VISITOR = ""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


class People:
    """The accounts of the demo: each signs in once, through the portal's own door."""

    def __init__(self, browser: Browser, demo: Demo) -> None:
        self.browser, self.demo = browser, demo
        self._states: dict[str, dict] = {VISITOR: {}}

    def page_of(self, who: str, width: int, height: int = 800, scheme: str = "light") -> Page:
        """An empty page in a browser of its own, in which `who` is signed in."""
        if who not in self._states:
            self._states[who] = self._sign_in(who)
        return self.browser.new_context(
            base_url=self.demo.url,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
            locale="th-TH",
            timezone_id="Asia/Bangkok",
            storage_state=self._states[who] or None,
        ).new_page()

    def _sign_in(self, who: str) -> dict:
        context = self.browser.new_context(base_url=self.demo.url)
        page = context.new_page()
        page.goto("/accounts/sign-in/")
        page.fill("[name=username]", who)
        page.fill("[name=password]", self.demo.password(who))
        page.press("[name=password]", "Enter")
        page.wait_for_url(lambda url: "/sign-in/" not in url)
        state = context.storage_state()
        context.close()
        return state


def settle(page: Page) -> None:
    """Wait for what moves or is loaded late: type, pictures, suggestions."""
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.evaluate(
        """() => Promise.all([...document.images].map((one) => { one.loading = 'eager';
        return one.complete || new Promise((done) => { one.onload = one.onerror = done; }) }))"""
    )


def keep(shown: Page | Locator, path: Path, quality: int = 80, **options) -> None:
    """What is seen, as WebP."""
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn = Image.open(io.BytesIO(shown.screenshot(animations="disabled", **options)))
    drawn.convert("RGB").save(path, "WEBP", quality=quality, method=4)
