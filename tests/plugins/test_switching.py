"""Off means: nothing new of it is offered. What is published stays readable and findable, and on again restores all."""

import pytest
from django.urls import reverse

from portal.content.models import KnowledgePage
from portal.plugins import registry
from portal.plugins.activation import is_active
from portal.plugins.models import SwitchedOffPlugin
from tests.sample_plugin.notices.models import NoticeIndexPage, NoticePage

OFF = "notices"


@pytest.fixture
def switch():
    """`switch(off=True)`, as the control panel does it."""

    def to(*, off: bool) -> None:
        if off:
            SwitchedOffPlugin.objects.create(label=OFF)
        else:
            SwitchedOffPlugin.objects.get(label=OFF).delete()

    return to


def offers(admin_client, notice_index, home) -> dict[str, bool]:
    """Where a visitor or an editor meets the notices."""
    front = admin_client.get("/").content.decode()
    add = {"content_type_app_name": "notices", "content_type_model_name": "noticepage"}
    form = reverse("wagtailadmin_pages:add", kwargs={**add, "parent_page_id": notice_index.pk})
    listed = admin_client.get(reverse("wagtailadmin_pages:add_subpage", args=[notice_index.pk]), follow=True)
    return {
        "menu": f'href="{notice_index.url}"' in front,
        "home section": 'class="notices"' in front,
        "address": admin_client.get("/notices/latest/").status_code == 302,
        "form of a new page": admin_client.get(form).status_code == 200,
        "choice of page types": listed.request["PATH_INFO"] == form,  # the only type there, so Wagtail goes on to it
    }


def test_a_plugin_that_is_on_offers_everything(admin_client, notice, notice_index, home):
    assert all(offers(admin_client, notice_index, home).values())


def test_a_plugin_that_is_off_offers_nothing_new(admin_client, notice, notice_index, home, switch):
    switch(off=True)
    assert not any(offers(admin_client, notice_index, home).values())
    assert not NoticePage.can_create_at(notice_index)
    assert not NoticeIndexPage.can_create_at(home)


def test_what_a_plugin_published_stays_readable_and_findable_while_it_is_off(
    client, search_index, notice, notice_index, switch
):
    switch(off=True)
    search_index.catch_up()
    assert client.get(notice_index.url).status_code == 200
    assert "ห้องราชพฤกษ์" in client.get(notice.url).content.decode()
    assert notice.url in client.get("/sitemap.xml").content.decode()
    assert notice.url in client.get("/search/", {"q": "ประชุม"}).content.decode()
    assert KnowledgePage.objects.readable().filter(pk=notice.pk).exists()
    assert registry.source_for(NoticePage) is not None


def test_pages_that_exist_can_still_be_edited_while_it_is_off(admin_client, notice, switch):
    switch(off=True)
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[notice.pk])).status_code == 200


def test_on_again_restores_everything(admin_client, notice, notice_index, home, switch):
    switch(off=True)
    assert not any(offers(admin_client, notice_index, home).values())
    switch(off=False)
    assert all(offers(admin_client, notice_index, home).values())


def test_one_plugin_that_is_off_leaves_the_others_alone(client, manual_index, notice_index, switch):
    switch(off=True)
    assert f'href="{manual_index.url}"' in client.get("/").content.decode()
    assert [plugin.label for plugin in registry.enabled()] == ["manuals", "innovations"]


@pytest.mark.django_db
def test_the_switches_are_asked_once_a_request(client, home, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert is_active("manuals") and is_active("notices") and is_active("innovations")


WORKER = """
import sys
from django.test import Client
client = Client()
for line in sys.stdin:
    print(client.get("/notices/latest/").status_code, flush=True)
"""


def test_three_processes_agree_at_their_next_request(portal_with):
    portal = portal_with("manuals,innovations,tests.sample_plugin.notices.apps.NoticesPlugin")
    workers = [portal.start(WORKER) for _each in range(3)]
    try:
        seen = [[_next_answer(worker) for worker in workers]]
        for change in ("create(label='notices')", "all().delete()"):
            portal.ask(f"from portal.plugins.models import SwitchedOffPlugin as Off\nOff.objects.{change}")
            seen.append([_next_answer(worker) for worker in workers])
    finally:
        for worker in workers:
            worker.stdin.close()
            worker.wait(timeout=20)
    assert seen == [["302"] * 3, ["404"] * 3, ["302"] * 3]


def _next_answer(worker) -> str:
    worker.stdin.write("again\n")
    worker.stdin.flush()
    return worker.stdout.readline().strip()
