"""The list of pages that nobody revised for long, in the place of Wagtail's own."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Page

from tests import factories

AGING = "/admin/reports/not-revised/"


@pytest.fixture
def aged(manual, admin):
    """Three pages: one of this year, one two years and a half old, one four years, published by nobody."""
    now = timezone.now()
    pages = []
    for title, days in (("ใหม่", 3), ("เก่า", 913), ("เก่ามาก", 1500)):
        page = factories.make_process(manual, title=title)
        Page.objects.filter(pk=page.pk).update(last_published_at=now - timedelta(days=days))
        pages.append(page)
    pages[1].save_revision().publish(user=admin)
    Page.objects.filter(pk=pages[1].pk).update(last_published_at=now - timedelta(days=913))
    return pages


def titles(client, query=""):
    return [page.title for page in client.get(AGING + query).context["object_list"]]


def test_the_oldest_come_first_and_can_be_kept_by_age(admin_client, aged):
    assert titles(admin_client)[:2] == ["เก่ามาก", "เก่า"]
    assert titles(admin_client, "?unrevised=2") == ["เก่ามาก", "เก่า"]
    assert titles(admin_client, "?unrevised=3") == ["เก่ามาก"]
    assert titles(admin_client, "results/?unrevised=3") == ["เก่ามาก"]


def test_where_nobody_published_nothing_is_printed_for_a_name(admin_client, aged, admin):
    page = admin_client.get(AGING).content.decode()
    assert ">None<" not in page and "None\n" not in page
    by = {page.title: page.by for page in admin_client.get(AGING).context["object_list"]}
    assert by["เก่ามาก"] == "–" and by["เก่า"] == admin.get_username()


def test_drafts_and_expired_pages_do_not_age_and_the_file_opens_in_a_spreadsheet(admin_client, aged, manual):
    factories.make_process(manual, title="ร่าง", live=False)
    Page.objects.filter(pk=aged[0].pk).update(expire_at=timezone.now() - timedelta(days=1))
    assert {"ร่าง", "ใหม่"}.isdisjoint(titles(admin_client))
    Page.objects.filter(pk=aged[2].pk).update(title="=1+1")
    content = b"".join(admin_client.get(f"{AGING}?export=csv").streaming_content)
    assert content.startswith("\ufeff".encode()) and "'=1+1" in content.decode()
    assert admin_client.get(f"{AGING}?export=xlsx").status_code == 200


def test_the_menu_has_one_such_list(admin_client, manual):
    menu = admin_client.get("/admin/").content.decode()
    assert "reports/not-revised/" in menu and "reports/aging-pages/" not in menu
    old = admin_client.get("/admin/reports/aging-pages/?export=csv")
    assert (old.status_code, old["Location"]) == (302, f"{AGING}?export=csv")


def test_it_is_for_editors(client, db):
    client.force_login(get_user_model().objects.create_user("someone", password="a-long-password"))
    assert client.get(AGING).status_code == 302
