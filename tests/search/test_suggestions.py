"""Suggestions while somebody types: what is offered, in which order, and what must never be."""

import pytest
from django.core.cache import cache
from django.utils import timezone

from manuals.models import WorkProcessPage
from portal.content.models import KnowledgeTag
from search import title_memory
from search.models import Abbreviation, SearchedQuery
from search.suggestions import MOST_SUGGESTIONS, suggest
from tests.factories import make_manual, make_network, make_page, make_private, make_process, make_school, make_term

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()
    title_memory.forget()


@pytest.fixture
def shelf(manual_index):
    """A manual whose own title answers nothing."""
    return make_manual(manual_index, title="ชั้นหนังสือ")


def texts(typed: str, kind: str = "", **options) -> list[str]:
    return [one.text for one in suggest(typed, **options) if kind in ("", one.kind)]


def test_titles_that_begin_with_it_come_first_then_the_shortest(shelf):
    for title in ("คู่มือการนิเทศ", "การนิเทศภายในโรงเรียน", "การนิเทศ", "แผนการนิเทศ"):
        make_process(shelf, title=title)
    assert texts("การนิเทศ") == ["การนิเทศ", "การนิเทศภายในโรงเรียน", "แผนการนิเทศ", "คู่มือการนิเทศ"]


@pytest.mark.parametrize("typed", ["นิเทศภาย", "นิเทศ ภายใน", "ปี 2568", "ปี๒๕๖๘", "stem", "ฉบับที่ 3", "STEM กับ"])
def test_blanks_digits_and_capitals_make_no_difference(shelf, typed):
    make_process(shelf, title="การนิเทศภายใน ปี ๒๕๖๘ STEM กับครู ฉบับที่ 3")
    assert texts(typed)


def test_a_title_is_offered_as_it_is_today_with_its_address_and_type(shelf):
    page = make_process(shelf, title="การนิเทศชั้นเรียน")
    assert texts("นิเทศชั้น") == ["การนิเทศชั้นเรียน"]
    page.title = "การเยี่ยมชั้นเรียน"
    page.save_revision().publish()
    assert texts("นิเทศชั้น") == []
    (found,) = suggest("เยี่ยมชั้น")
    assert (found.kind, found.kind_label, found.url) == ("page", "กระบวนงาน", page.url)


def test_what_may_not_be_read_is_never_offered(shelf, manual_index):
    make_process(shelf, title="งานลับร่าง", live=False)
    hidden = make_manual(manual_index, title="งานลับของเขต")
    child = make_process(hidden, title="งานลับย่อย")
    withdrawn = make_process(shelf, title="งานลับถอน")
    assert len(texts("งานลับ")) == 3
    make_private(hidden)
    WorkProcessPage.objects.filter(pk=withdrawn.pk).update(withdrawn_at=timezone.now())
    assert texts("งานลับ") == []
    child.unpublish()
    assert texts("งานลับ") == []


def test_a_tag_is_offered_only_when_a_readable_page_bears_it(shelf, manual_index):
    secret = make_manual(manual_index, title="หน้าส่วนตัว")
    make_private(secret)
    for page, name in ((secret, "ป้ายลับ"), (make_process(shelf), "ป้ายเปิด")):
        page.tags.add(KnowledgeTag.objects.create(name=name))
        page.save_revision().publish()
    KnowledgeTag.objects.create(name="ป้ายว่าง")
    (found,) = suggest("ป้าย")
    assert (found.text, found.kind) == ("ป้ายเปิด", "tag")
    assert found.url.startswith("/search/?tag=")


def test_terms_networks_schools_and_learning_areas_are_offered(home):
    make_term("หนองคำ", also="หนองศัพท์")
    make_network("หนองเครือข่าย")
    make_school(name="โรงเรียนบ้านหนองบัว")
    assert [(one.text, one.kind) for one in suggest("หนอง")] == [
        ("หนองคำ", "term"),
        ("หนองเครือข่าย", "school_network"),
        ("โรงเรียนบ้านหนองบัว", "school"),
    ]
    assert texts("หนองศัพ") == ["หนองคำ"]
    assert [(one.kind, one.url) for one in suggest("คณิต")] == [("learning_area", "/search/?learning_area=ma")]


def test_no_kind_crowds_out_the_others(shelf):
    for number in range(12):
        make_process(shelf, title=f"การนิเทศ {number}")
        make_term(f"การนิเทศแบบ {number}")
    kinds = [one.kind for one in suggest("การนิเทศ")]
    assert len(kinds) == 8
    assert 1 <= kinds.count("term") < kinds.count("page")


def test_many_of_one_kind_fill_what_is_free(shelf):
    for number in range(9):
        make_process(shelf, title=f"การนิเทศ {number}")
    assert len(suggest("การนิเทศ")) == 8
    assert len(suggest("การนิเทศ", limit=3)) == 3
    assert len(suggest("การนิเทศ", limit=1000)) <= MOST_SUGGESTIONS


def test_an_abbreviation_finds_its_full_form(shelf):
    Abbreviation.objects.create(short="กทล.", full="กลุ่มทดลอง")
    make_process(shelf, title="งานของกลุ่มทดลอง")
    assert texts("กทล.") == texts("กทล") == ["งานของกลุ่มทดลอง"]


def test_the_other_keyboard_is_tried_when_nothing_else_is_found(shelf):
    make_process(shelf, title="การนิเทศ STEM")
    assert texts("dkiob") == ["การนิเทศ STEM"]
    assert texts("หะำท") == ["การนิเทศ STEM"]


def test_what_many_asked_and_found_is_offered(home):
    today = timezone.localdate()
    SearchedQuery.objects.create(text="แผนนิเทศภายใน", day=today, asked=9)
    SearchedQuery.objects.create(text="แผนของครูคนเดียว", day=today, asked=1)
    SearchedQuery.objects.create(text="แผนที่ไม่มี", day=today, asked=9, found_nothing=9)
    assert [(one.text, one.kind) for one in suggest("แผน")] == [("แผนนิเทศภายใน", "question")]


@pytest.mark.parametrize(
    "typed",
    ["", " ", "ก", "%", "_", "%%%", "'; DROP TABLE", "\x00\x00", "ก" * 5000, "😀😀", "ั้", '"', "\\\\", "\ud800x"],
)
def test_nothing_typed_is_an_error_or_matches_everything(shelf, typed):
    make_process(shelf, title="การนิเทศ")
    assert suggest(typed) == []


def test_the_number_of_queries_is_small_and_does_not_grow(shelf, django_assert_max_num_queries):
    for number in range(12):
        page = make_page(shelf, WorkProcessPage, f"การนิเทศ {number}")
        page.tags.add(KnowledgeTag.objects.create(name=f"นิเทศ {number}"))
        page.save_revision().publish()
        make_term(f"นิเทศแบบ {number}")
    suggest("นิเทศ")
    with django_assert_max_num_queries(13):
        assert len(suggest("นิเทศ")) == 8
