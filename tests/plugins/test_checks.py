"""What is wrong with a plugin is said when the portal starts."""

import pytest
from django.core.management import call_command
from django.urls import path
from wagtail.models import Page

from manuals.models import WorkManualPage, WorkProcessPage
from portal.plugins import HomeSection, MenuItem
from portal.plugins.checks import check_plugins, check_removed_plugins
from search.sources import PageSource

from .conftest import forget_type


def ids(*plugins) -> list[str]:
    return [message.id for message in check_plugins(plugins)]


def patterns(self):
    return [path("list/", lambda request: None)]


def test_the_plugins_of_this_project_have_nothing_to_complain_about():
    assert check_plugins() == []


def test_every_message_has_a_hint_and_a_number(invent_plugin):
    odd = invent_plugin("odd", requires_portal="from 1", menu_item=lambda self: (), models={"page": Page})
    messages = check_plugins([odd])
    assert len(messages) == 3
    assert all(message.hint and message.id.startswith("portal.plugins.") and message.obj is odd for message in messages)


@pytest.mark.parametrize("window", ["from 1 to 2", "1.0", ">=1,,<"])
def test_a_window_that_is_no_specifier_is_an_error(invent_plugin, window):
    assert ids(invent_plugin("odd", requires_portal=window)) == ["portal.plugins.E001"]


@pytest.mark.parametrize("window", [">=2", "<1", "==1.7", "~=0.9"])
def test_a_plugin_for_another_version_of_the_api_is_an_error(invent_plugin, window):
    assert ids(invent_plugin("odd", requires_portal=window)) == ["portal.plugins.E002"]


@pytest.mark.parametrize("window", [">=1,<2", "~=1.0", "==1.*", ">=1.0"])
def test_a_plugin_for_this_version_is_welcome(invent_plugin, window):
    assert ids(invent_plugin("fine", requires_portal=window)) == []


def test_two_plugins_with_one_kind_of_search_clash(invent_plugin):
    first = invent_plugin("first", search_sources=lambda self: [PageSource("manual", WorkManualPage)])
    second = invent_plugin("second", search_sources=lambda self: [PageSource("manual", WorkProcessPage)])
    assert ids(first, second) == ["portal.plugins.E003"]


def test_two_plugins_with_one_address_clash(invent_plugin):
    plugins = [invent_plugin(name, url_prefix="contests", urlpatterns=patterns) for name in ("first", "second")]
    assert ids(*plugins) == ["portal.plugins.E004"]


@pytest.mark.parametrize(
    "prefix",
    ["admin", "documents", "search", "glossary", "laws", "forms", "media", "static", "language", "healthz", "readyz"],
)
def test_an_address_of_the_portal_cannot_be_taken(invent_plugin, prefix):
    assert ids(invent_plugin("odd", url_prefix=prefix, urlpatterns=patterns)) == ["portal.plugins.E005"]


@pytest.mark.parametrize("prefix", ["/contests", "contests/", "การแข่งขัน", "a b", ""])
def test_a_prefix_is_one_part_of_an_address(invent_plugin, prefix):
    assert ids(invent_plugin("odd", url_prefix=prefix, urlpatterns=patterns)) == ["portal.plugins.E010"]


def test_a_prefix_matters_only_with_addresses(invent_plugin):
    assert ids(invent_plugin("admin")) == []


def test_a_page_type_without_the_mixin_is_an_error(invent_plugin):
    assert ids(invent_plugin("odd", models={"page": Page})) == ["portal.plugins.E006"]
    assert ids(invent_plugin("fine", models={"manual": WorkManualPage})) == []


@pytest.mark.parametrize(
    ("method", "value"),
    [
        ("menu_items", ("Works", "/works/")),
        ("menu_items", MenuItem),
        ("home_sections", HomeSection),
        ("home_sections", "home.html"),
        ("search_sources", WorkManualPage),
        ("search_sources", PageSource),
    ],
)
def test_a_method_that_returns_something_else_is_an_error(invent_plugin, method, value):
    assert ids(invent_plugin("odd", **{method: lambda self: [value]})) == ["portal.plugins.E007"]


@pytest.mark.parametrize("wrong", [{}, {"page_type": WorkManualPage, "url": "/works/"}])
def test_a_menu_entry_leads_to_one_place(invent_plugin, wrong):
    odd = invent_plugin("odd", menu_items=lambda self: [MenuItem("Works", **wrong)])
    assert ids(odd) == ["portal.plugins.E008"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("home_section", "home_sections"),
        ("menu_item", "menu_items"),
        ("get_menu_items", "menu_items"),
        ("url_patterns", "urlpatterns"),
        ("search_source", "search_sources"),
        ("require_portal", "requires_portal"),
    ],
)
def test_a_misspelt_name_is_pointed_out_with_the_right_one(invent_plugin, written, meant):
    messages = check_plugins([invent_plugin("odd", **{written: lambda self: ()})])
    assert [message.id for message in messages] == ["portal.plugins.W001"]
    assert repr(meant) in messages[0].msg


@pytest.mark.parametrize("name", ["_home_section", "introduce", "newest_works", "ready"])
def test_names_of_its_own_are_left_alone(invent_plugin, name):
    assert ids(invent_plugin("fine", **{name: lambda self: ()})) == []


def test_a_plugin_named_twice_is_pointed_out(settings):
    settings.PORTAL_PLUGINS = ["manuals", "innovations", "manuals.apps.ManualsPlugin"]
    messages = check_plugins()
    assert [message.id for message in messages] == ["portal.plugins.W003"]
    assert "manuals.apps.ManualsPlugin" in messages[0].msg


def test_pages_of_a_removed_plugin_are_a_warning_when_the_database_is_asked(notice):
    forget_type(notice)
    [message] = check_removed_plugins(databases=["default"])
    assert message.id == "portal.plugins.W002"
    assert "'gone'" in message.msg and "gonepage (1)" in message.msg


@pytest.mark.parametrize("databases", [None, []])
def test_the_database_is_not_asked_unless_it_may_be(databases):
    assert check_removed_plugins(databases=databases) == []


@pytest.mark.django_db
def test_a_database_without_pages_of_removed_plugins_gives_no_warning():
    assert check_removed_plugins(databases=["default"]) == []
    call_command("check", databases=["default"], fail_level="WARNING")
