"""axe on what is only there after somebody did something; `pages` looks at every screen as it is opened."""

import pytest
from playwright.sync_api import expect

from .looking import AXE, axe_faults

pytestmark = pytest.mark.browser
SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)  # pixels


def faults(page) -> list[str]:
    """What axe finds wrong with what is shown now."""
    page.evaluate(AXE)
    return axe_faults(page)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_open_menu_of_a_phone(visit, addresses, scheme):
    page = visit(addresses["glossary"], width=360, scheme=scheme)
    page.locator(".menu summary").click()
    assert faults(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_while_a_term_is_explained(visit, addresses, scheme, width):
    page = visit(addresses["process"], width=width, scheme=scheme)
    page.locator(".term").first.click()
    expect(page.locator(".gloss:popover-open")).to_be_visible()
    assert faults(page) == []
