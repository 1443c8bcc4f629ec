"""What waits, the overdue first, at the same cost for many works."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from innovations.models import BestPracticePage, ReviewState
from portal.content.models import LearningArea
from tests.factories import make_page

from .conftest import send


def make_waiting(shelf, teacher, count, start=0):
    areas = list(LearningArea.objects.all()[:2])
    for number in range(start, start + count):
        page = make_page(shelf, BestPracticePage, f"ผลงานที่ {number}", live=False, owner=teacher)
        page.learning_areas.set(areas)
        page.save_revision()
        send(page, teacher)


def test_the_queue_costs_the_same_for_many_works(client, shelf, teacher, supervisor):
    make_waiting(shelf, teacher, 3)
    client.force_login(supervisor)
    address = reverse("review_queue")
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(address)
    make_waiting(shelf, teacher, 40, start=3)
    with CaptureQueriesContext(connection) as many:
        seen = client.get(address).content.decode()
    assert seen.count("ผลงานที่") == 43
    assert len(many) == len(few)


def test_the_overdue_stand_first_and_say_so(client, shelf, teacher, supervisor):
    make_waiting(shelf, teacher, 2)
    late = ReviewState.objects.last()
    ReviewState.objects.filter(pk=late.pk).update(due_at=timezone.now() - timedelta(days=3))
    client.force_login(supervisor)
    seen = client.get(reverse("review_queue"))
    assert [row.state.pk for row in seen.context["rows"]][0] == late.pk
    assert seen.content.decode().count('class="late"') == 1


def test_who_reviews_nothing_reads_so(client, teacher, shelf):
    client.force_login(teacher)
    assert 'class="empty"' in client.get(reverse("review_queue")).content.decode()


def test_the_way_to_the_queue_stands_on_every_page_and_in_the_admin(client, shelf, teacher, supervisor):
    make_waiting(shelf, teacher, 2)
    client.force_login(supervisor)
    for address in ("/", reverse("wagtailadmin_home")):
        assert reverse("review_queue") in client.get(address).content.decode()
    client.force_login(teacher)
    assert reverse("review_queue") not in client.get("/").content.decode()


def test_the_registers_open_in_the_admin(client, boss, supervisor, shelf):
    client.force_login(boss)
    for model in ("responsibility", "rubric", "recognitionlevel"):
        assert client.get(reverse(f"wagtailsnippets_innovations_{model}:list")).status_code == 200
        assert client.get(reverse(f"wagtailsnippets_innovations_{model}:add")).status_code == 200
    client.force_login(supervisor)
    assert client.get(reverse("wagtailsnippets_innovations_rubric:add")).status_code == 302


def test_weights_that_make_no_hundred_are_refused(client, boss, shelf):
    from innovations.models import Rubric

    client.force_login(boss)
    rows = {
        f"criteria-{number}-{key}": value
        for number, weight in enumerate((50, 40))
        for key, value in {
            "name": f"ข้อ {number}", "weight": weight, "ORDER": number + 1,
            **{f"level_{points}": "x" for points in (1, 2, 3, 4)},
        }.items()
    }  # fmt: skip
    management = {"criteria-TOTAL_FORMS": 2, "criteria-INITIAL_FORMS": 0, "criteria-MIN_NUM_FORMS": 1}
    address = reverse("wagtailsnippets_innovations_rubric:add")
    data = {"name": "เกณฑ์ใหม่", "scores_needed": 2, **rows, **management}
    assert "90" in client.post(address, data).content.decode() and not Rubric.objects.filter(name="เกณฑ์ใหม่").exists()
    client.post(address, data | {"criteria-1-weight": 50})
    assert Rubric.objects.get(name="เกณฑ์ใหม่").criteria.count() == 2
