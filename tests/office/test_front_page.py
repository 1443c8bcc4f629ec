"""The office orders the sections of the front page; what comes and goes with extensions disturbs nothing."""

import pytest

from portal.content.front_page import arranged, places
from portal.plugins import HomeSection
from portal.plugins.models import SwitchedOffPlugin
from portal.plugins.registry import home_sections
from tests.factories import make_process

MANUAL, NEW = "manuals/home_section.html", "directory/home_new.html"


def section(name, label="ส่วน"):
    return HomeSection(f"{name}.html", lambda request: {"a": 1}, label=label)


def order(*names, hidden=()):
    return [{"section": f"{name}.html", "is_shown": name not in hidden} for name in names]


def names(sections):
    return [one.template.removesuffix(".html") for one in sections]


def test_without_an_order_the_sections_stand_as_they_come():
    assert names(arranged([section("a"), section("b")], [])) == ["a", "b"]


def test_the_office_orders_and_hides():
    sections = [section("a"), section("b"), section("c")]
    assert names(arranged(sections, order("c", "a", "b", hidden=["a"]))) == ["c", "b"]


def test_what_a_new_extension_brings_joins_at_the_end():
    assert names(arranged([section("new"), section("a"), section("b")], order("b", "a"))) == ["b", "a", "new"]


def test_what_is_gone_leaves_no_hole_and_keeps_its_place():
    kept = order("gone", "b", "a", hidden=["gone"])
    assert names(arranged([section("a"), section("b")], kept)) == ["b", "a"]
    assert [place.label for place in places([section("a"), section("b")], kept)] == ["", "ส่วน", "ส่วน"]


def test_every_section_has_a_label_for_the_office(db):
    assert all(one.label for one in home_sections())


@pytest.fixture
def filled(manual, search_index):
    """A portal with a manual and something new."""
    make_process(manual)
    search_index.catch_up()


def shown(client):
    """The front page's templates that are sections, in the order in which they were drawn."""
    known = {one.template for one in home_sections()}
    drawn = [template.name for template in client.get("/").templates if template.name in known]
    return list(dict.fromkeys(drawn))


def test_the_front_page_follows_what_the_office_saves(office, filled, admin_client, address, typed):
    assert shown(admin_client) == [NEW, MANUAL]
    typed |= {f"front_page-place-{NEW}": "9", f"front_page-place-{MANUAL}": "1"}
    admin_client.post(address, typed)
    assert shown(admin_client) == [MANUAL, NEW]
    typed["front_page-shown"] = [MANUAL]
    admin_client.post(address, typed)
    assert shown(admin_client) == [MANUAL]


def test_a_section_that_is_switched_off_keeps_its_place(office, admin_client, address, typed):
    typed["front_page"].insert(0, typed["front_page"].pop(typed["front_page"].index(MANUAL)))
    admin_client.post(address, typed)
    SwitchedOffPlugin.objects.create(label="manuals")
    page = admin_client.get(address)
    assert f'value="{MANUAL}"' in page.text and f"front_page-place-{MANUAL}" not in page.text
    admin_client.post(address, {**typed, f"front_page-place-{NEW}": "2"})
    office.refresh_from_db()
    assert office.front_page[0] == {"section": MANUAL, "is_shown": True}


@pytest.mark.parametrize("number", ["", "x", "-5", "9" * 400, "๒"])
def test_an_odd_number_loses_nothing(office, admin_client, address, typed, number):
    typed[f"front_page-place-{MANUAL}"] = number
    assert admin_client.post(address, typed).status_code == 302
    office.refresh_from_db()
    assert {row["section"] for row in office.front_page} == {one.template for one in home_sections()}
