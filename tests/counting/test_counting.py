"""Readers are counted, once a minute; robots, the office and the authors are not; nothing is known of anybody."""

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.utils import timezone

from portal.content.models import PageAttachment, PageAuthor, PageReach, Person
from portal.counting.models import PageDay
from tests.factories import make_document, make_private, make_process

PHONE = "Mozilla/5.0 (Linux; Android 11; CUBOT X19) AppleWebKit/537.36 Chrome/100 Mobile Safari/537.36"
ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


@pytest.fixture(autouse=True)
def nobody_was_here():
    """What the last minute remembers is not of this test."""
    cache.clear()


def read(client, page, agent: str = PHONE, **headers):
    return client.post(f"/count/{page.pk}/", headers={"user-agent": agent, **headers})


def views(page) -> int:
    return PageReach.objects.filter(page=page).values_list("views", flat=True).first() or 0


def test_a_reader_counts_once_a_minute_and_another_counts_too(manual, client):
    assert read(client, manual).status_code == 204
    read(client, manual)
    read(client, manual, agent=f"{PHONE} other")
    assert views(manual) == 2
    day = PageDay.objects.get()
    assert (day.page_id, day.day, day.views, day.downloads) == (manual.pk, timezone.localdate(), 2, 0)


def test_counting_sets_no_cookie(manual, client):
    assert not read(client, manual).cookies
    assert not client.get(manual.url).cookies


def test_the_page_carries_what_counts_it_with_and_without_script(manual, client):
    shown = client.get(manual.url).text
    assert f'data-count="/count/{manual.pk}/"' in shown
    assert f'<noscript><img src="/count/{manual.pk}.gif"' in shown
    client.get(f"/count/{manual.pk}.gif", headers={"user-agent": PHONE, "sec-fetch-dest": "image"})
    assert views(manual) == 1


@pytest.mark.parametrize(
    "headers",
    [{"agent": ROBOT}, {"agent": ""}, {"sec-purpose": "prefetch"}, {"sec-fetch-site": "cross-site"}],
)
def test_robots_and_what_only_looks_ahead_do_not_count(manual, client, headers):
    read(client, manual, **headers)
    assert views(manual) == 0


def test_the_office_the_owner_and_the_authors_do_not_count(manual, client, admin):
    owner, author, teacher = (
        get_user_model().objects.create_user(name, f"{name}@example.org", "a-long-password")
        for name in ("owner", "author", "teacher")
    )
    type(manual).objects.filter(pk=manual.pk).update(owner=owner)
    PageAuthor.objects.create(page=manual, person=Person.objects.create(given_name="พิมพ์ใจ", user=author))
    for user in (admin, owner, author):
        client.force_login(user)
        read(client, manual)
    assert views(manual) == 0
    client.force_login(teacher)
    read(client, manual)
    assert views(manual) == 1


def test_pages_that_are_not_for_everybody_are_not_counted(manual, client):
    read(client, make_process(manual, live=False))
    make_private(manual)
    read(client, manual)
    assert not PageDay.objects.exists()


def test_a_file_that_is_fetched_counts_for_its_page_once_a_minute(manual, client, admin):
    document = make_document(name="a.txt")
    PageAttachment.objects.create(page=manual, document=document)
    manual.save_revision().publish()
    client.get(document.url, headers={"user-agent": PHONE})
    client.get(document.url, headers={"user-agent": PHONE})
    client.get(document.url, headers={"user-agent": ROBOT})
    client.get(document.url, headers={"user-agent": f"{PHONE} 2", "range": "bytes=500-"})
    client.force_login(admin)
    client.get(document.url, headers={"user-agent": f"{PHONE} 3"})
    assert PageReach.objects.get(page=manual).downloads == 1
    assert PageDay.objects.get(page=manual).downloads == 1


def test_a_file_of_two_pages_counts_for_the_one_that_the_reader_comes_from(manual, client):
    document, process = make_document(name="a.txt"), make_process(manual)
    for page in (manual, process):
        PageAttachment.objects.create(page=page, document=document)
        page.save_revision().publish()
    client.get(document.url, headers={"user-agent": PHONE, "referer": f"http://testserver{process.url}"})
    assert PageReach.objects.get().page_id == process.pk


def test_a_file_is_served_when_it_cannot_be_counted(manual, client, monkeypatch):
    from django.db import DatabaseError

    from portal.counting import adding

    def fail(*args):
        raise DatabaseError

    document = make_document(name="a.txt")
    PageAttachment.objects.create(page=manual, document=document)
    manual.save_revision().publish()
    monkeypatch.setattr(adding, "_add", fail)
    assert client.get(document.url, headers={"user-agent": PHONE}).status_code == 200


def test_a_page_with_counts_can_be_deleted(manual, client):
    read(client, manual)
    manual.delete()
    assert not PageReach.objects.exists()
