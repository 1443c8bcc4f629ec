"""`sitemap.xml` lists what the public may read, and nothing else."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories


@pytest.fixture
def listed(client):
    """`listed()`: the paths in the sitemap."""

    def paths() -> set[str]:
        found = re.findall(r"<loc>https?://[^/]+(.*?)</loc>", client.get("/sitemap.xml").content.decode())
        return set(found)

    return paths


def test_published_pages_are_listed(listed, manual, home):
    assert {"/", manual.url} <= listed()


def test_drafts_are_not(listed, manual):
    draft = factories.make_process(manual, live=False)
    assert not any(path.endswith(f"/{draft.slug}/") for path in listed())


def test_private_pages_and_what_is_below_them_are_not(listed, manual, manual_index):
    factories.make_private(manual_index)
    assert not {manual.url, manual_index.url} & listed()


def test_withdrawn_and_expired_pages_are_not(listed, manual):
    withdrawn, expired = factories.make_process(manual), factories.make_process(manual, title="การวัดและประเมินผล")
    type(withdrawn).objects.filter(pk=withdrawn.pk).update(withdrawn_at=timezone.now())
    type(expired).objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    paths = listed()
    assert manual.url in paths
    assert not {withdrawn.url, expired.url} & paths


def test_registries_are_listed(listed, home):
    term, law, form = factories.make_term(), factories.make_law(), factories.make_form()
    assert {"/glossary/", "/laws/", "/forms/"} <= listed()
    assert {entry.get_absolute_url() for entry in (term, law, form)} <= listed()


def test_dates_are_of_the_era_that_robots_know(client, manual):
    text = client.get("/sitemap.xml").content.decode()
    assert f"<lastmod>{timezone.now().year}-" in text
    assert str(timezone.now().year + 543) not in text


def test_many_pages_take_no_more_queries(client, manual, django_assert_max_num_queries):
    client.get("/sitemap.xml")
    for number in range(5):
        factories.make_process(manual, title=f"กระบวนงานที่ {number}")
    with django_assert_max_num_queries(30):
        client.get("/sitemap.xml")
