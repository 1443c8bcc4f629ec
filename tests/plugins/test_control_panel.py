"""An administrator sees what each plugin adds, and switches it only after reading what that hides."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.plugins import PortalPlugin
from portal.plugins.models import SwitchedOffPlugin
from tests import factories

from .conftest import forget_type

PANEL = "/admin/extensions/"
SWITCH = "/admin/extensions/notices/"


@pytest.fixture
def editor_client(client, home):
    """Someone who may enter the admin and nothing more."""
    editor = factories.make_admin("editor")
    editor.is_superuser = False
    editor.save()
    group = Group.objects.create(name="Editors of notices")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    editor.groups.add(group)
    client.force_login(editor)
    client.group = group
    return client


def test_the_panel_lists_every_plugin_with_what_it_adds(admin_client, notice):
    answer = admin_client.get(PANEL)
    page = answer.content.decode()
    for plugin in apps.get_app_configs():
        if isinstance(plugin, PortalPlugin):
            assert str(plugin.verbose_name) in page
    [notices] = [plugin for plugin in answer.context["plugins"] if plugin.label == "notices"]
    assert (notices.address, notices.home_sections, notices.published) == ("/notices/", 1, 2)
    assert "/notices/" in page and notices.menu_entries[0] in page


def test_the_settings_menu_leads_to_the_panel(admin_client, home):
    assert PANEL in admin_client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_question_says_what_is_hidden_and_what_stays_and_changes_nothing(admin_client, notice):
    answer = admin_client.get(SWITCH)
    assert answer.status_code == 200
    assert answer.context["plugin"].published == 2
    assert answer.context["plugin"].menu_entries and answer.context["plugin"].address == "/notices/"
    assert not SwitchedOffPlugin.objects.exists()


def test_switching_off_and_on_is_done_by_post_and_logged(admin_client, admin, notice):
    assert admin_client.post(SWITCH, {"switch": "off"}).status_code == 302
    assert SwitchedOffPlugin.objects.get().switched_off_by == admin
    assert admin_client.get("/notices/latest/").status_code == 404
    assert admin_client.post(SWITCH, {"switch": "on"}).status_code == 302
    assert not SwitchedOffPlugin.objects.exists()
    assert admin_client.get("/notices/latest/").status_code == 302
    logged = ModelLogEntry.objects.order_by("timestamp").values_list("action", "user")
    assert list(logged) == [("portal_plugins.switch_off", admin.pk), ("portal_plugins.switch_on", admin.pk)]
    assert admin_client.get(reverse("wagtailadmin_reports:site_history")).status_code == 200


def test_sent_twice_it_is_switched_and_logged_once(admin_client, home):
    for _each in range(2):
        admin_client.post(SWITCH, {"switch": "off"})
    assert SwitchedOffPlugin.objects.count() == ModelLogEntry.objects.count() == 1


def test_a_form_without_the_choice_changes_nothing(admin_client, home):
    admin_client.post(SWITCH, {"switch": "sideways"})
    assert not SwitchedOffPlugin.objects.exists()


def test_what_is_no_plugin_cannot_be_switched(admin_client, home):
    for label in ("wagtailcore", "content", "nothing"):
        assert admin_client.post(f"/admin/extensions/{label}/", {"switch": "off"}).status_code == 404


def test_an_editor_neither_sees_nor_switches(editor_client):
    assert PANEL not in editor_client.get(reverse("wagtailadmin_home")).content.decode()
    assert editor_client.get(PANEL).status_code == 302  # to the admin's front, with a message
    editor_client.post(SWITCH, {"switch": "off"})
    assert not SwitchedOffPlugin.objects.exists()


def test_a_group_can_be_given_the_switches(editor_client):
    editor_client.group.permissions.add(Permission.objects.get(codename="change_switchedoffplugin"))
    assert PANEL in editor_client.get(reverse("wagtailadmin_home")).content.decode()
    editor_client.post(SWITCH, {"switch": "off"})
    assert SwitchedOffPlugin.objects.get().label == "notices"


def test_a_visitor_is_asked_to_sign_in(client, home):
    assert client.get(PANEL).status_code == 302
    client.post(SWITCH, {"switch": "off"})
    assert not SwitchedOffPlugin.objects.exists()


def test_the_panel_says_which_removed_plugin_left_pages(admin_client, notice):
    forget_type(notice)
    answer = admin_client.get(PANEL)
    [removed] = answer.context["removed"]
    assert (removed.label, removed.pages) == ("gone", 1)
    assert "gonepage: 1" in answer.content.decode()


def test_the_panel_asks_little_of_the_database(admin_client, notice, django_assert_max_num_queries):
    admin_client.get(PANEL)
    with django_assert_max_num_queries(17):  # two of them for the frame: the site and its office
        admin_client.get(PANEL)
