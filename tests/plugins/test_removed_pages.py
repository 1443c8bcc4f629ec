"""A page whose plugin is gone: no visitor meets it, and the admin explains instead of failing."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision

from portal.content.models import KnowledgePage
from portal.plugins.removed import is_removed, removed_pages, removed_plugins
from tests.sample_plugin.notices.models import NoticePage

from .conftest import forget_type

PAGE_VIEWS = [
    "edit",
    "delete",
    "unpublish",
    "copy",
    "move",
    "history",
    "usage",
    "view_draft",
    "preview_on_edit",
    "revisions_index",
    "workflow_history",
    "add_subpage",
    "set_privacy",
    "convert_alias",
]
POSTED = ["delete", "unpublish", "lock", "unlock", "edit", "copy", "set_page_position"]


@pytest.fixture
def orphan(notice, search_index) -> Page:
    """A published notice whose plugin is gone; the index does not know that."""
    search_index.catch_up()
    return forget_type(notice)


def url(view: str, page: Page) -> str:
    return reverse(f"wagtailadmin_pages:{view}", args=[page.pk])


def test_visitors_get_404(client, orphan):
    assert client.get(orphan.url).status_code == 404


def test_it_leaves_lists_search_and_sitemap(client, orphan, notice_index):
    assert not KnowledgePage.objects.readable().filter(pk=orphan.pk).exists()
    assert orphan.title not in client.get(notice_index.url).content.decode()
    assert orphan.url not in client.get("/search/", {"q": "ประชุม"}).content.decode()
    assert orphan.url not in client.get("/sitemap.xml").content.decode()
    assert orphan.title not in client.get("/").content.decode()


def test_it_is_counted_by_plugin_and_type(orphan, notice_index, home):
    assert list(removed_pages()) == [orphan]
    [plugin] = removed_plugins()
    assert str(plugin) == "gone: gonepage (1)"
    assert not is_removed(home) and not is_removed(notice_index) and not is_removed(Page.objects.get(depth=1))


@pytest.mark.parametrize("view", PAGE_VIEWS)
def test_the_admin_says_why(admin_client, orphan, view):
    answer = admin_client.get(url(view, orphan))
    assert answer.status_code == 409
    assert orphan.title in answer.content.decode()


@pytest.mark.parametrize("view", POSTED)
def test_the_admin_says_why_and_does_nothing(admin_client, orphan, view):
    assert admin_client.post(url(view, orphan)).status_code == 409
    orphan.refresh_from_db()
    assert orphan.live and not orphan.locked


def test_revisions_are_explained(admin_client, orphan, notice):
    for view in ("revisions_view", "revisions_revert", "revisions_unschedule"):
        address = reverse(f"wagtailadmin_pages:{view}", args=[orphan.pk, notice.latest_revision_id])
        assert admin_client.get(address).status_code == 409
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[orphan.pk, "live", notice.latest_revision_id])
    assert admin_client.get(compare).status_code == 409


def test_a_page_above_it_is_not_deleted(admin_client, orphan, notice_index):
    for answer in (admin_client.get(url("delete", notice_index)), admin_client.post(url("delete", notice_index))):
        assert answer.status_code == 409
        assert orphan.title in answer.content.decode()
    assert Page.objects.filter(pk=notice_index.pk).exists()


@pytest.mark.parametrize(("view", "choice"), [("unpublish", "include_descendants"), ("copy", "copy_subpages")])
def test_a_page_above_it_may_do_what_leaves_it_alone(admin_client, orphan, notice_index, view, choice):
    assert admin_client.get(url(view, notice_index)).status_code == 200
    assert admin_client.post(url(view, notice_index), {choice: "on"}).status_code == 409
    assert admin_client.post(url("unpublish", notice_index)).status_code == 302
    orphan.refresh_from_db()
    assert orphan.live


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
@pytest.mark.parametrize("choice", ["id={orphan}", "id=all&childOf={parent}", "id=all&childOf={parent}&q=x", "id=all"])
def test_actions_on_many_pages_are_explained(admin_client, orphan, notice_index, action, choice):
    query = choice.format(orphan=orphan.pk, parent=notice_index.pk)
    answer = admin_client.get(f"/admin/bulk/wagtailcore/page/{action}/?{query}&next=/admin/")
    assert answer.status_code == 409


def test_nothing_can_be_moved_below_it(admin_client, orphan, notice_index):
    address = reverse("wagtailadmin_pages:move_confirm", args=[notice_index.pk, orphan.pk])
    assert admin_client.get(address).status_code == 409
    assert not NoticePage.can_exist_under(orphan) and not NoticePage.can_create_at(orphan)


def test_a_dialogue_gets_its_explanation_as_a_dialogue(admin_client, orphan):
    answer = admin_client.get(url("set_privacy", orphan), headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.json()["step"] == "removed"
    assert orphan.title in answer.json()["html"]


def test_the_explorer_shows_it_with_the_reason(admin_client, orphan, notice_index):
    answer = admin_client.get(reverse("wagtailadmin_explore", args=[notice_index.pk]))
    assert answer.status_code == 200
    assert orphan.title in answer.content.decode()
    assert [message.level_tag for message in answer.context["messages"]] == ["warning"]
    assert admin_client.get(reverse("wagtailadmin_explore", args=[orphan.pk])).status_code == 200


def test_other_screens_of_the_admin_still_open(admin_client, orphan, notice_index, home):
    addresses = [
        "/admin/",
        "/admin/pages/",
        "/admin/pages/search/?q=a",
        "/admin/choose-page/",
        "/admin/api/main/pages/",
    ]
    reports = ["site-history", "not-revised", "page-types-usage", "locked", "workflow"]
    own = [f"/admin/choose-page/{orphan.pk}/", f"/admin/api/main/pages/{orphan.pk}/", url("move", notice_index)]
    for address in [*addresses, *(f"/admin/reports/{report}/" for report in reports), *own]:
        assert admin_client.get(address).status_code == 200, address


def test_someone_who_is_not_signed_in_learns_nothing(client, orphan):
    answer = client.get(url("edit", orphan))
    assert answer.status_code == 302
    assert orphan.title not in answer.content.decode()


def test_other_pages_are_edited_as_ever(admin_client, orphan, notice_index):
    assert admin_client.get(url("edit", notice_index)).status_code == 200


def test_pages_that_wagtail_reset_to_plain_pages_count_as_removed(client, notice, home):
    """`remove_stale_contenttypes` leaves them with the type of the root."""
    plain = Page.objects.get(depth=1).content_type
    Page.objects.filter(pk=notice.pk).update(content_type=plain)
    assert client.get(notice.url).status_code == 404
    assert list(removed_pages()) == [Page.objects.get(pk=notice.pk)]
    assert [plugin.label for plugin in removed_plugins()] == ["unknown"]


def test_scheduled_publishing_goes_on_for_the_others(orphan, notice_index, make_page):
    yesterday, warnings = timezone.now() - timedelta(days=1), StringIO()
    Page.objects.filter(pk=orphan.pk).update(expire_at=yesterday)
    other = make_page(notice_index, NoticePage, "ประกาศอีกฉบับ", posted_on="2026-11-01", live=False)
    Revision.objects.filter(pk=other.latest_revision_id).update(approved_go_live_at=yesterday)
    waiting = Revision.objects.filter(object_id=orphan.pk).first()
    Revision.objects.filter(pk=waiting.pk).update(approved_go_live_at=yesterday, content_type=orphan.content_type)

    call_command("publish_scheduled", stderr=warnings)

    orphan.refresh_from_db()
    other.refresh_from_db()
    assert (orphan.live, orphan.expired, other.live) == (False, True, True)
    assert "gone" in warnings.getvalue()
