"""What contributors may reach and what not, also by guessing addresses."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from innovations.models import BestPracticePage, Contributor
from innovations.my_works.kinds import KINDS
from innovations.my_works.starting import start_work

from .conftest import make_contributor

VIEWS = ("work", "preview", "send", "take_back", "copy", "delete", "section")


def address(view: str, work) -> str:
    return reverse(f"my_works:{view}", args=[work.pk, "about"] if view == "section" else [work.pk])


@pytest.fixture
def foreign(shelves, school):
    """A draft of somebody else at the same school."""
    return start_work(KINDS[0], "ผลงานลับของเพื่อนครู", make_contributor("somsri", school))


@pytest.mark.parametrize("view", VIEWS)
def test_works_of_others_do_not_exist(browser, foreign, view):
    assert browser.get(address(view, foreign)).status_code in (404, 405)
    assert browser.post(address(view, foreign), {"title": "x", "seen": ""}).status_code in (404, 405)
    assert BestPracticePage.objects.count() == 1
    assert BestPracticePage.objects.get().get_latest_revision_as_object().title == "ผลงานลับของเพื่อนครู"


@pytest.mark.parametrize("view", VIEWS)
def test_superusers_use_the_admin_for_works_of_others(admin_client, foreign, view):
    assert admin_client.get(address(view, foreign)).status_code in (404, 405)


@pytest.mark.parametrize("view", ["list", "start", "token"])
def test_visitors_are_asked_to_sign_in(client, home, view):
    answer = client.get(reverse(f"my_works:{view}"))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("sign_in"))


def test_visitors_see_no_draft_by_its_public_address_and_no_preview(client, work):
    assert client.get(work.url).status_code == 404
    assert client.get(address("preview", work))["Location"].startswith(reverse("sign_in"))


def test_who_was_not_invited_starts_nothing_and_is_told_whom_to_ask(client, shelves):
    client.force_login(get_user_model().objects.create_user("stranger"))
    assert client.post(reverse("my_works:start"), {"kind": "best-practice", "title": "x"}).status_code == 404
    page = client.get(reverse("my_works:list"))
    assert not page.context["may_send_in"]
    assert reverse("my_works:list") not in client.get("/").content.decode()


def test_who_is_no_longer_a_contributor_loses_the_way_to_the_drafts(browser, work):
    Contributor.objects.all().delete()
    assert browser.get(address("work", work)).status_code == 404


def test_contributors_see_nothing_else_of_the_cms(browser, work):
    for name, args in (("wagtailadmin_home", []), ("wagtailadmin_pages:edit", [work.pk]), ("wagtaildocs:index", [])):
        assert browser.get(reverse(name, args=args)).status_code == 302
    assert not work.permissions_for_user(work.owner).can_publish()


def test_another_work_cannot_be_named_in_the_form(writer, foreign):
    writer.save("about", title="ชื่อใหม่", owner="1", live="on", path="0001", recognition="1")
    draft = writer.draft()
    assert (draft.title, draft.owner.username, draft.live, draft.recognition) == ("ชื่อใหม่", "pimjai", False, None)


def test_nothing_of_my_works_is_kept_by_caches(browser, work):
    for view in ("work", "section", "preview"):
        assert "no-store" in browser.get(address(view, work))["Cache-Control"]


def test_the_list_asks_no_more_for_ten_works_than_the_cards_need(
    browser, shelves, teacher, django_assert_max_num_queries
):
    for number in range(10):
        start_work(KINDS[number % 2], f"ผลงาน {number}", teacher)
    browser.get(reverse("my_works:list"))
    with django_assert_max_num_queries(150):
        assert len(browser.get(reverse("my_works:list")).context["cards"].to_do) == 10


def test_a_title_with_markup_stays_text(browser, shelves, teacher):
    work = start_work(KINDS[0], "<script>alert(1)</script>", teacher)
    for view in ("work", "send", "section"):
        assert "<script>alert" not in browser.get(address(view, work)).content.decode()
