"""The order by use: what was used in class most often, then what was read most, then the newest."""

import pytest
from django.utils.http import urlencode

from manuals.models import WorkProcessPage
from portal.content.models import PageReach


@pytest.fixture
def processes(manual, make_page):
    """Published in this order: never read, read, used a little, used much."""
    pages = [make_page(manual, WorkProcessPage, f"การนิเทศ แบบที่ {number}") for number in range(1, 5)]
    PageReach.objects.create(page=pages[1], views=900)
    PageReach.objects.create(page=pages[2], uses=2, views=5)
    PageReach.objects.create(page=pages[3], uses=7)
    return pages


BY_USE = ["การนิเทศ แบบที่ 4", "การนิเทศ แบบที่ 3", "การนิเทศ แบบที่ 2", "การนิเทศ แบบที่ 1"]


def test_with_and_without_a_question_and_across_pages(search_index, processes):
    only = {"kind": frozenset({"process"})}
    assert search_index.found("การนิเทศ", sort="used", chosen=only) == BY_USE
    assert search_index.found("", sort="used", chosen=only) == BY_USE
    pages = [search_index.found("การนิเทศ", sort="used", chosen=only, size=3, page=page) for page in (1, 2)]
    assert pages == [BY_USE[:3], BY_USE[3:]]


def test_hidden_pages_stay_hidden_however_much_they_were_used(search_index, processes):
    search_index.catch_up()
    processes[3].unpublish()
    assert search_index.found("การนิเทศ", sort="used", chosen={"kind": frozenset({"process"})}) == BY_USE[1:]


def test_it_is_a_choice_of_the_results_page(client, search_index, processes):
    search_index.catch_up()
    page = client.get(f"/search/?{urlencode({'q': 'การนิเทศ', 'sort': 'used'})}").content.decode()
    assert '<option value="used" selected>' in page
    places = [page.index(f'href="{process.url}"') for process in reversed(processes)]
    assert places == sorted(places)
