"""axe-core with all its default rules, none switched off, on every page, in both themes, on a phone and on a desk."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
AXE = Path(__file__).with_name("axe.min.js").read_text(encoding="utf-8")
SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)  # pixels


def faults(page) -> list[str]:
    """What axe finds wrong: the rule, and the first elements that break it."""
    page.evaluate(AXE)
    violations = page.evaluate("axe.run().then((results) => results.violations)")
    return [
        f"{fault['id']} ({fault['help']}): {[node['target'] for node in fault['nodes'][:3]]}" for fault in violations
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(visit, addresses, scheme, width):
    page = visit("/", width=width, scheme=scheme)
    found = {}
    for name, address in addresses.items():
        page.goto(address)
        found[name] = faults(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


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
    assert page.locator(".gloss:popover-open").is_visible()
    assert faults(page) == []
