"""`manage.py plugins` shows every plugin and what removed ones left behind."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import translation

from portal.plugins.management.commands.plugins import _columns
from portal.plugins.models import SwitchedOffPlugin

from .conftest import forget_type


def shown(*options: str) -> str:
    out = StringIO()
    with translation.override("en"):
        call_command("plugins", *options, stdout=out, no_color=True)
    return out.getvalue()


def as_data() -> dict:
    return json.loads(shown("--json"))


@pytest.mark.django_db
def test_plugins_in_use_come_first_with_version_and_summary():
    lines = shown().splitlines()
    assert lines[0].split() == ["Name", "Version", "Status"]
    assert lines[1].split()[0] == "manuals"
    assert "Switched on" in lines[1] and "1.0.0" in lines[1]
    assert lines[2].strip().startswith("Work manuals as pages")


@pytest.mark.django_db
def test_a_plugin_that_is_switched_off_is_shown_so():
    SwitchedOffPlugin.objects.create(label="notices")
    assert {plugin["label"]: plugin["status"] for plugin in as_data()["plugins"]} == {
        "manuals": "active",
        "innovations": "active",
        "notices": "switched-off",
    }


def test_page_types_are_counted(notice):
    notices = next(plugin for plugin in as_data()["plugins"] if plugin["label"] == "notices")
    assert [(one["published"], one["pages"]) for one in notices["page_types"]] == [(1, 1), (1, 1)]


@pytest.mark.django_db
def test_a_plugin_named_twice_is_shown_so(settings):
    settings.PORTAL_PLUGINS = [*settings.PORTAL_PLUGINS, "manuals.apps.ManualsPlugin"]
    assert "Named more than once" in shown()
    assert [plugin["name"] for plugin in as_data()["plugins"] if plugin["is_named_twice"]] == ["manuals"]


def test_what_a_removed_plugin_left_is_shown(notice):
    forget_type(notice)
    assert "gone (1 page)" in shown()
    assert "gonepage: 1" in shown()
    assert as_data()["removed"] == [{"label": "gone", "page_types": [{"name": "gonepage", "pages": 1}], "pages": 1}]


def test_a_package_that_is_installed_but_not_named_is_shown(portal_with):
    done = portal_with("manuals").manage("plugins", "--json")
    plugins = {plugin["name"]: plugin for plugin in json.loads(done.stdout)["plugins"]}
    assert plugins["innovations"]["status"] == "not-named"
    assert plugins["innovations"]["summary"]
    assert plugins["manuals"]["status"] == "active"


def test_thai_stands_in_straight_columns():
    assert _columns("ที่นี่") == 2
    assert _columns("manuals") == 7
