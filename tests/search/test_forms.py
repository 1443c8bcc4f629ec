"""What may stand in the address of a search: everything, and what is made of it."""

import pytest
from django.http import QueryDict

from portal.content.models import LearningArea
from search.documents import SearchQuery
from search.forms import LONGEST_QUERY, read
from search.links import address_of, without, without_filters

pytestmark = pytest.mark.django_db


@pytest.fixture
def areas():
    """Two learning areas that addresses may name."""
    for order, (code, name) in enumerate([("ma", "คณิตศาสตร์"), ("th", "ภาษาไทย")]):
        LearningArea.objects.get_or_create(code=code, defaults={"name": name, "order": order})


def asked(address: str) -> SearchQuery:
    return read(QueryDict(address)).query


def test_a_question_keeps_its_words_and_loses_what_nobody_types():
    assert asked("q=%00+นิเทศ%0a%09ภายใน\x1f+").text == "นิเทศ ภายใน"


def test_a_long_question_is_cut_and_it_is_said():
    long = read(QueryDict(f"q={'ก' * 5000}"))
    assert (len(long.query.text), long.is_cut) == (LONGEST_QUERY, True)
    assert not read(QueryDict("q=ก")).is_cut


def test_values_of_one_filter_are_chosen_together(areas):
    assert asked("learning_area=ma&learning_area=th&kind=process").chosen == {
        "learning_area": frozenset({"ma", "th"}),
        "kind": frozenset({"process"}),
    }


def test_filters_and_values_that_do_not_exist_are_left_aside(areas):
    assert asked("learning_area=zz&colour=red&kind=nothing&learning_area=%00&tag=").chosen == {}


@pytest.mark.parametrize("page", ["0", "-3", "99999999999999999999", "๒", "abc", "", "1e3", "²"])
def test_a_page_that_is_no_number_is_the_first(page):
    assert asked(f"q=ก&page={page}").page == 1


def test_without_a_question_everything_is_shown_the_newest_first():
    assert asked("").sort == "date"
    assert asked("q=นิเทศ").sort == "relevance"
    assert asked("q=นิเทศ&sort=date").sort == "date"
    assert asked("q=นิเทศ&sort=price").sort == "relevance"
    assert asked("q=นิเทศ&sort=used").sort == asked("sort=used").sort == "used"


def test_searching_for_what_was_typed_ends_with_the_question():
    assert asked("q=dkiobgmL&literal=1").is_literal
    assert asked("q=dkiobgmL&literal=dkiobgmL").is_literal
    assert not asked("q=นิเทศ&literal=dkiobgmL").is_literal


@pytest.mark.parametrize(
    "address",
    [
        "/search/",
        "/search/?q=%E0%B8%81+%26+%3D",
        "/search/?q=a&kind=chapter&kind=process&learning_area=ma&sort=date&literal=1&page=3",
    ],
)
def test_an_address_read_and_written_is_the_same_address(areas, address):
    assert address_of(asked(address.partition("?")[2])) == address


def test_a_choice_is_taken_back_alone_and_leads_to_the_first_page(areas):
    query = asked("q=a&kind=chapter&kind=process&learning_area=ma&page=3")
    assert address_of(without(query, "kind", "chapter")) == "/search/?q=a&kind=process&learning_area=ma"
    assert address_of(without(query, "learning_area", "ma")) == "/search/?q=a&kind=chapter&kind=process"
    assert address_of(without(query, "kind")) == "/search/?q=a&learning_area=ma"
    assert address_of(without_filters(query)) == "/search/?q=a"
