"""A visitor reads the second process of the manual and follows a law that it rests on."""

import pytest
from playwright.sync_api import expect

from manuals.models import ProcessLaw
from tests import factories
from tests.manuals.making import looping_steps, make_process_with, paragraph

pytestmark = pytest.mark.browser
PROCESS = "การนิเทศภายในสถานศึกษา"
LAW = "พระราชบัญญัติการศึกษาแห่งชาติ"


@pytest.fixture(scope="module")
def manual(portal) -> None:
    """Two processes; the second says how it is done and on which law it rests."""
    made = factories.make_manual(factories.make_manual_index(factories.make_home()))
    factories.make_process(made, title="การวิเคราะห์ข้อมูล")
    law = factories.make_law(LAW, url="https://example.org/act")
    steps = looping_steps()
    make_process_with(made, *steps, title=PROCESS, scope=paragraph("สถานศึกษาทุกแห่ง"), laws=[ProcessLaw(law=law)])
    portal.index.catch_up()


@pytest.mark.parametrize(("width", "script"), [(360, True), (360, False), (1280, True), (1280, False)])
def test_he_reads_the_steps_sees_the_chart_and_gets_to_the_law_and_back(portal, manual, width, script):
    page = portal.open("/", width=width, java_script_enabled=script)
    page.locator("main").get_by_role("link", name="คู่มือการปฏิบัติงานศึกษานิเทศก์").first.click()
    page.locator(".toc li").nth(1).get_by_role("link").click()
    expect(page.locator("main h1")).to_have_text(PROCESS)
    chart = page.locator("svg[role=img]").first
    assert chart.is_visible() and PROCESS in chart.evaluate("(svg) => svg.textContent")
    actions = page.locator("ol.steps > li").all_inner_texts()
    assert len(actions) == 4 and "รวบรวมข้อมูล" in actions[0]
    page.locator(".part .docs a", has_text=LAW).click()
    assert LAW in page.locator("main h1").inner_text()
    expect(page.locator("main a[href='https://example.org/act']")).to_be_visible()
    page.locator("main").get_by_role("link", name=PROCESS).first.click()
    expect(page.locator("main h1")).to_have_text(PROCESS)
