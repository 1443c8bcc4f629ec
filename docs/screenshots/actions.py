"""What is done on a page before its picture is taken."""

from pathlib import Path

from playwright.sync_api import Page

EXAMPLES = Path(__file__).with_name("examples")


def to_the_chart(page: Page) -> None:
    """Scroll to the flow chart of a process."""
    _to(page, ".flow", "center")


def to_the_steps(page: Page) -> None:
    """Scroll the editor to the first step of a process."""
    _to(page, "#id_steps-0-action", "center")


def to_the_decision(page: Page) -> None:
    """Scroll to where a supervisor decides."""
    _to(page, "form textarea", "center")


def open_actions(page: Page) -> None:
    """Open the list beside *save draft*."""
    page.locator("footer [data-w-dropdown-target='toggle']").click()
    page.wait_for_timeout(400)


def open_schedule(page: Page) -> None:
    """Open the dialog that publishes later."""
    page.locator("button[data-side-panel='status'], [data-side-panel-toggle='status']").first.click()
    page.wait_for_timeout(400)
    page.locator("[data-a11y-dialog-show='schedule-publishing-dialog']").first.click()
    page.wait_for_timeout(400)


def send_manual(page: Page) -> None:
    """Choose the manual of the examples and have it checked."""
    page.set_input_files("input[type=file]", EXAMPLES / "manual.md")
    page.locator("main form button[type=submit], main form input[type=submit]").first.click()
    page.wait_for_load_state("load")


def send_schools(page: Page) -> None:
    """Choose the list of schools of the examples and have it checked."""
    page.set_input_files("input[type=file]", EXAMPLES / "schools.csv")
    page.locator("main form button[type=submit], main form input[type=submit]").first.click()
    page.wait_for_load_state("load")


def _to(page: Page, selector: str, block: str = "start") -> None:
    """As the browser scrolls: the editor has a frame of its own that moves."""
    page.locator(selector).first.evaluate("(found, block) => found.scrollIntoView({ block })", block)
    page.wait_for_timeout(300)
