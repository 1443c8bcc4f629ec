"""The page of all components shows all of them, drawn by the real templates, and visitors never see it."""

from pathlib import Path

import pytest

from tests.factories import make_process

ROOT = Path(__file__).resolve().parents[2] / "templates"
COMPONENTS = {str(path.relative_to(ROOT)) for path in (ROOT / "components").rglob("*.html")}
FROM_APPS = {
    "search/filters.html",
    "manuals/parts/steps.html",
    "innovations/my_works/gauge.html",
    "statistics/table.html",
}


@pytest.fixture
def shown(settings, client, manual, search_index):
    """The page as somebody sees it who works on the portal."""
    from manuals.models import ProcessStep

    make_process(manual, steps=[ProcessStep(action="รวบรวมข้อมูล", actor="กลุ่มนิเทศฯ")])
    search_index.catch_up()
    settings.DEBUG = True
    return client.get("/_style/")


def test_every_component_is_on_the_page(shown):
    drawn = {template.name for template in shown.templates}
    assert COMPONENTS - drawn == set(), "add a sample to portal/style_page/samples.py"


def test_apps_show_theirs(shown):
    assert {template.name for template in shown.templates} >= FROM_APPS


def test_colours_are_shown_with_what_was_measured(shown):
    assert shown.text.count("state-done") >= 2 * 23
    assert "#1e4c7c" in shown.text and "state-act" in shown.text


def test_visitors_find_nothing_there(home, client):
    assert client.get("/_style/").status_code == 404
