"""Who looks after the portal learns in the admin that the search is behind, and can have it try again."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from search.models import IndexChange
from search.outbox import look_again
from tests import factories

HOME, TRY_AGAIN = "wagtailadmin_home", "search_try_again"


def notice(client) -> str:
    text = client.get(reverse(HOME)).content.decode()
    return text.partition("portal-search-waiting")[2].partition("</section>")[0]


def age(minutes):
    IndexChange.objects.update(created_at=timezone.now() - timedelta(minutes=minutes))


def test_nothing_is_said_while_the_search_is_well(search_index, admin_client, manual):
    assert notice(admin_client) == "", "a change of this moment is no news"
    search_index.catch_up()
    age(30)
    assert notice(admin_client) == ""


def test_an_index_that_is_missing_is_said_with_what_builds_it(admin_client, home):
    assert "manage.py rebuild_search_index" in notice(admin_client)


def test_changes_that_wait_are_counted_and_the_button_applies_them(search_index, admin_client, manual):
    age(3)
    assert "<form" in notice(admin_client) and reverse(TRY_AGAIN) in notice(admin_client)
    admin_client.post(reverse(TRY_AGAIN))
    assert search_index.waiting == 0
    assert notice(admin_client) == ""
    assert search_index.holds(manual)


def test_a_page_that_cannot_be_read_is_named_with_its_error(search_index, admin_client, manual, monkeypatch):
    search_index.catch_up()

    def fail(self):
        raise ValueError("a mistake of its <extension>")

    monkeypatch.setattr(type(manual), "text_parts", fail)
    look_again([manual.pk])
    search_index.catch_up()
    said = notice(admin_client)
    assert "a mistake of its &lt;extension&gt;" in said
    assert reverse("wagtailadmin_explore", args=[manual.pk]) in said
    monkeypatch.undo()
    admin_client.post(reverse(TRY_AGAIN))
    assert notice(admin_client) == ""


def test_a_timer_that_does_not_run_is_noticed(search_index, admin_client, manual):
    search_index.catch_up()
    draft = factories.make_process(manual, live=False)
    draft.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=20))
    assert Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    search_index.catch_up()
    assert "manage.py run_timer" in notice(admin_client)


@pytest.mark.parametrize("group", ["ผู้จัดทำเนื้อหา", None])
def test_others_see_nothing_and_may_not_try(client, home, group):
    user = get_user_model().objects.create_user("editor", "editor@example.org", "a-long-password")
    if group:
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        assert notice(client) == ""
    client.force_login(user)
    assert client.post(reverse(TRY_AGAIN)).status_code in (302, 403)
    IndexChange.objects.create(page=1)
    client.post(reverse(TRY_AGAIN))
    assert IndexChange.objects.waiting().exists()


def test_trying_again_needs_a_button_not_a_link(admin_client, home):
    assert admin_client.get(reverse(TRY_AGAIN)).status_code == 405
