"""A published work is taken back and put back; its address says so meanwhile."""

import pytest
from django.urls import reverse

from innovations.models import BestPracticePage, Withdrawal

from .conftest import give, make_user


@pytest.fixture
def published(scored, work, members):
    for member in members:
        give(scored, user=member)
    return BestPracticePage.objects.get(pk=work.pk)


def test_the_owner_asks_and_a_supervisor_withdraws_and_puts_back(client, published, teacher, supervisor):
    address = reverse("withdraw_work", args=[published.pk])
    client.force_login(teacher)
    client.post(address, {"reason": "พบข้อมูลนักเรียน", "action": "withdraw"})
    assert client.get(published.url).status_code == 200  # only asked
    client.force_login(supervisor)
    assert published.title in client.get(reverse("review_queue")).content.decode()
    client.post(address, {"reason": "ตามที่ขอ", "action": "withdraw"})
    client.logout()
    assert client.get(published.url).status_code == 410
    assert published.title not in client.get("/sitemap.xml").content.decode()
    assert not BestPracticePage.objects.readable().filter(pk=published.pk).exists()
    client.force_login(supervisor)
    assert reverse("restore_work", args=[published.pk]) in client.get(address).content.decode()
    client.post(reverse("restore_work", args=[published.pk]))
    client.logout()
    assert client.get(published.url).status_code == 200
    row = Withdrawal.objects.get()
    assert (row.asked_by, row.done_by, row.undone_by) == (teacher, supervisor, supervisor)


def test_a_refused_request_leaves_the_work_and_says_why(client, published, teacher, supervisor):
    Withdrawal.objects.create(work=published, reason="ไม่ชอบแล้ว", asked_by=teacher)
    client.force_login(supervisor)
    client.post(reverse("withdraw_work", args=[published.pk]), {"reason": "มีโรงเรียนใช้อยู่", "action": "refuse"})
    row = Withdrawal.objects.get()
    assert row.is_refused and row.answer == "มีโรงเรียนใช้อยู่" and client.get(published.url).status_code == 200


@pytest.mark.parametrize("who", ["stranger", "teacher", "coauthor", "member"])
def test_nobody_else_withdraws_or_puts_back(client, published, members, who, request):
    user = make_user("stranger") if who == "stranger" else members[0] if who == "member" else None
    client.force_login(user or request.getfixturevalue(who))
    client.post(reverse("withdraw_work", args=[published.pk]), {"reason": "x", "action": "withdraw"})
    published.refresh_from_db()
    assert published.withdrawn_at is None
    published.withdrawn_at = published.last_published_at
    published.save()
    assert client.post(reverse("restore_work", args=[published.pk])).status_code == 404


def test_publishing_an_older_draft_does_not_undo_a_withdrawal(published):
    revision = published.save_revision()
    published.withdrawn_at = published.last_published_at
    published.save()
    revision.publish()
    assert BestPracticePage.objects.get(pk=published.pk).withdrawn_at


def test_a_withdrawn_work_leaves_the_index_and_comes_back(search_index, client, published, supervisor):
    assert search_index.holds(published)
    client.force_login(supervisor)
    client.post(reverse("withdraw_work", args=[published.pk]), {"reason": "x", "action": "withdraw"})
    assert not search_index.holds(published)
    client.post(reverse("restore_work", args=[published.pk]))
    assert search_index.holds(published)


def test_the_admin_offers_to_withdraw_what_one_may(client, published, boss, supervisor):
    client.force_login(boss)
    edit = reverse("wagtailadmin_pages:edit", args=[published.pk])
    assert reverse("withdraw_work", args=[published.pk]) in client.get(edit).content.decode()
