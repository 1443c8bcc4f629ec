"""Sums by month and by network, for those who wrote the page."""

from datetime import date

from django.template import Context, Template

from portal.content.models import PageReach
from portal.counting.models import ClassUse, PageDay
from portal.counting.reach import reach_of
from tests.factories import make_school


def test_reach_is_summed_by_month_and_by_network(manual, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 22))
    for day, views in (
        (date(2026, 9, 1), 10),
        (date(2026, 9, 30), 30),
        (date(2026, 11, 1), 20),
        (date(2020, 1, 1), 99),
    ):
        PageDay.objects.create(page=manual, day=day, views=views, downloads=1)
    PageReach.objects.create(page=manual, views=159, downloads=4)
    near = make_school(network="ห้วยคราม")
    for school, name in ((near, near.name), (near, near.name), (None, "โรงเรียนไกล")):
        ClassUse.objects.create(page=manual, level="p1", school=school, school_name=name, result="ดี", state="approved")

    with django_assert_num_queries(3):
        reach = reach_of(manual)

    assert [(one.first.month, one.views, one.downloads, one.share) for one in reach.months] == [
        (9, 40, 2, 100),
        (10, 0, 0, 0),
        (11, 20, 1, 50),
    ]
    assert [(one.name, one.times, one.schools) for one in reach.networks] == [("ห้วยคราม", 2, 1), ("", 1, 1)]
    assert (reach.views, reach.uses) == (159, 3)


def test_an_author_without_any_count_is_told_so(manual):
    shown = Template("{% load counting %}{% reach_over_time page %}").render(Context({"page": manual}))
    assert 'class="muted"' in shown
    assert "<table" not in shown


def test_the_public_sees_sums_and_schools(manual, client):
    PageReach.objects.create(page=manual, views=3418, downloads=862)
    ClassUse.objects.create(
        page=manual, level="p1", school=make_school(), school_name="ก", result="ดี", state="approved"
    )
    shown = client.get(manual.url).text
    assert "3,418" in shown
    assert "862" in shown
