"""Where one begins in the admin, and what is kept out of the way."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from portal.plugins.models import SwitchedOffPlugin


@pytest.fixture
def editor_client(client, db):
    """A browser in which an editor is signed in."""
    editor = get_user_model().objects.create_user("editor", "editor@example.org", "a-long-password")
    editor.groups.add(Group.objects.get(name="ผู้จัดทำเนื้อหา"))
    client.force_login(editor)
    return client


def dashboard(client) -> str:
    return client.get(reverse("wagtailadmin_home")).content.decode()


def begins_with(client) -> str:
    """The panel of links."""
    return dashboard(client).partition("portal-starts")[2].partition("</section>")[0]


def test_an_editor_begins_with_manuals_and_registries(editor_client, manual_index):
    links = begins_with(editor_client)

    assert reverse("wagtailadmin_explore", args=[manual_index.pk]) in links
    assert reverse("wagtailsnippets_content_legalreference:list") in links
    assert reverse("portal_plugins:index") not in links


def test_an_administrator_begins_with_the_office_too(admin_client, home):
    links = begins_with(admin_client)

    assert reverse("wagtailsettings:edit", args=["content", "officesettings"]) in links
    assert reverse("portal_plugins:index") in links


def test_what_is_switched_off_is_no_place_to_begin(admin_client, manual_index):
    SwitchedOffPlugin.objects.create(label="manuals")

    assert reverse("wagtailadmin_explore", args=[manual_index.pk]) not in begins_with(admin_client)


def test_nothing_about_wagtails_releases_and_no_entry_without_effect(admin_client, home):
    page = dashboard(admin_client)

    assert "guide.wagtail.org" not in page
    assert "releases/" not in page
    assert reverse("wagtailsearchpromotions:search_terms") not in page
    assert page.count(reverse("wagtailsearchpromotions:index")) == 1


def test_the_sign_in_page_says_whose_portal_it_is(client, home):
    page = client.get(reverse("wagtailadmin_login")).content.decode()

    assert "สำนักงานเขตพื้นที่การศึกษา" in page
    assert "wagtail-logo" not in page


def test_a_new_page_shows_where_its_title_goes(admin_client, manual):
    page = admin_client.get(reverse("wagtailadmin_pages:add", args=["manuals", "workprocesspage", manual.pk]))

    assert 'for="id_title"' in page.content.decode()
    assert "w-panel title" not in page.content.decode()


def test_each_kind_of_page_says_what_it_is_for(admin_client, manual):
    page = admin_client.get(reverse("wagtailadmin_pages:add_subpage", args=[manual.pk])).content.decode()

    assert "ผัง" in page or "flow chart" in page
