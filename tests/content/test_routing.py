"""The way to a page: those above it are not read whole, and whatever routes in its own way is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from manuals.models import ManualIndexPage, WorkManualPage, WorkProcessPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def process(home):
    manual = factories.make_manual(factories.make_manual_index(home))
    return factories.make_page(manual, WorkProcessPage, "งานนิเทศภายใน")


def routed(page, rf, path):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = page.route(rf.get("/"), path.strip("/").split("/"))
    return found, [query["sql"] for query in asked]


def test_what_lies_on_the_way_is_not_read_whole(home, process, rf):
    found, asked = routed(home.specific, rf, process.url)
    assert type(found.page) is WorkProcessPage
    assert not found.page.get_deferred_fields()
    assert not [
        sql for sql in asked for model in (ManualIndexPage, WorkManualPage) if f'"{model._meta.db_table}"' in sql
    ]


def test_the_parent_that_was_not_read_says_what_it_holds_when_asked(home, process, rf):
    found, _asked = routed(home.specific, rf, process.url)
    assert found.page.get_parent().specific.office == WorkManualPage.objects.get().office


def test_the_whole_manual_on_one_page_is_read(home, process, rf, client):
    manual = WorkManualPage.objects.get()
    found, _asked = routed(home.specific, rf, manual.get_one_page_url())
    assert found.kwargs == {"is_one_page": True}
    assert not found.page.get_deferred_fields()
    assert client.get(f"{manual.url}nothing/at-all/").status_code == 404


def test_a_kind_with_a_way_of_its_own_is_read(home, process, rf):
    found, _asked = routed(home.specific, rf, f"{process.url}chart/")
    assert found.kwargs == {"is_chart": True}
    assert not found.page.get_deferred_fields()
