"""What the office recommends for a question: found however it is spelt, never more than a visitor may read."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits, SearchPromotion

from search import log_later
from search.documents import Recommendation
from search.models import Abbreviation, SearchedQuery
from search.promotions import recommended_for
from tests import factories


def promote(question: str, page=None, **fields) -> SearchPromotion:
    return SearchPromotion.objects.create(query=Query.get(question), page=page, **fields)


def titles(question: str) -> list[str]:
    return [one.title for one in recommended_for(question)]


def formset(**picks: str) -> dict[str, str]:
    """One recommendation as the form sends it."""
    counts = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    values = {"0-ORDER": 1, "0-page": "", "0-external_link_url": "", "0-external_link_text": "", "0-description": ""}
    values |= {f"0-{name}": value for name, value in picks.items()}
    return {f"editors_picks-{name}": str(value) for name, value in {**counts, **values}.items()}


def test_a_page_is_recommended_with_todays_title_and_address(manual):
    promote("เบิกค่าเดินทาง", manual, description="ดูหมวด 3")
    manual.title, manual.slug = "คู่มือไปราชการ", "travel"
    manual.save_revision().publish()
    manual.refresh_from_db()

    assert manual.get_url().endswith("/travel/")
    assert recommended_for("เบิกค่าเดินทาง") == (Recommendation("คู่มือไปราชการ", manual.get_url(), "ดูหมวด 3"),)


@pytest.mark.parametrize(
    "question",
    ["แผน PLC ป.1", "แผน plc ป.๑", "  แผน  PLC ป. 1 ", "แผน ชุมชนการเรียนรู้ทางวิชาชีพ ป.1", "“แผน PLC” ประถมศึกษาปีที่ 1"],
)
def test_the_same_question_is_found_in_every_spelling(manual, question):
    promote("แผน plc ป.1", manual)
    assert titles(question) == [manual.title]


@pytest.mark.parametrize(
    "question", ["แผน", "แผน PLC ป.2", "แผน PLC ป.1 ปี 2567", "แผน -PLC ป.1", "แผน OR PLC", "", "...", "\x00"]
)
def test_another_question_gets_nothing(manual, question):
    promote("แผน plc ป.1", manual)
    assert titles(question) == []


def test_an_abbreviation_added_today_counts_today(manual):
    promote("กองขยายความคิด", manual)
    assert titles("กขค") == []
    Abbreviation.objects.create(short="กขค.", full="กองขยายความคิด")
    assert titles("กขค") == [manual.title]


def test_what_a_visitor_may_not_read_is_not_recommended(home, make_page, manual_index):
    from manuals.models import WorkManualPage

    open_page = factories.make_manual(manual_index, title="เปิด")
    draft = make_page(manual_index, WorkManualPage, "ร่าง", live=False)
    private = factories.make_manual(manual_index, title="ลับ")
    below = factories.make_process(private, title="ใต้ลับ")
    expired = factories.make_manual(manual_index, title="หมดอายุ")
    withdrawn = factories.make_manual(manual_index, title="ถอน")
    for page in (draft, private, below, expired, withdrawn, open_page):
        promote("นิเทศ", page)
    factories.make_private(private)
    type(expired).objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    type(withdrawn).objects.filter(pk=withdrawn.pk).update(withdrawn_at=timezone.now())

    assert titles("นิเทศ") == ["เปิด"]


def test_links_elsewhere_are_recommended_in_the_editors_order(home):
    promote("สพฐ", external_link_url="https://www.obec.go.th/", external_link_text="เว็บไซต์ สพฐ.", sort_order=1)
    promote("สพฐ", external_link_url="https://example.org/", external_link_text="อีกแห่ง", sort_order=0)
    promote("สพฐ", external_link_url="ftp://example.org/", external_link_text="ไม่ใช่เว็บ", sort_order=2)

    assert titles("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน") == ["อีกแห่ง", "เว็บไซต์ สพฐ."]


def test_a_question_without_recommendation_costs_one_query_beside_the_lexicon(manual, django_assert_max_num_queries):
    for number in range(30):
        promote(f"คำถามที่ {number}", manual)
    titles("นิเทศ")
    with django_assert_max_num_queries(2):
        assert titles("นิเทศ") == []


def test_an_editor_recommends_a_page_and_a_visitors_spelling_finds_it(admin_client, manual):
    form = admin_client.get(reverse("wagtailsearchpromotions:add"), {"query": "เบิกค่าเดินทาง ปี 2569"})
    assert form.context["form"]["query_string"].value() == "เบิกค่าเดินทาง ปี 2569"
    assert len(form.context["searchpicks_formset"].forms) == 1
    response = admin_client.post(
        reverse("wagtailsearchpromotions:add"),
        {"query_string": "เบิกค่าเดินทาง  ปี ๒๕๖๙", **formset(page=manual.pk)},
    )

    assert response.status_code == 302
    assert titles("เบิกค่าเดินทาง ปี 2569") == [manual.title]
    query = Query.objects.get()
    edit = reverse("wagtailsearchpromotions:edit", args=[query.pk])
    values = formset(page=manual.pk, id=query.editors_picks.get().pk) | {"editors_picks-INITIAL_FORMS": "1"}
    assert admin_client.post(edit, {"query_string": "ค่าเดินทาง", **values}).status_code == 302
    assert (titles("เบิกค่าเดินทาง ปี 2569"), titles("ค่า เดินทาง")) == ([], [manual.title])
    admin_client.post(reverse("wagtailsearchpromotions:delete", args=[Query.objects.get(query_string="ค่าเดินทาง").pk]))
    assert titles("ค่าเดินทาง") == []


def test_an_editor_is_told_that_visitors_do_not_see_a_private_page(admin_client, manual):
    factories.make_private(manual)
    response = admin_client.post(
        reverse("wagtailsearchpromotions:add"), {"query_string": "ลับ", **formset(page=manual.pk)}, follow=True
    )
    warnings = [str(one) for one in response.context["messages"] if "warning" in one.tags]
    assert len(warnings) == 1 and manual.title in warnings[0]


@pytest.mark.parametrize("question", ["", "  ", "?!"])
def test_a_recommendation_needs_a_question(admin_client, manual, question):
    response = admin_client.post(
        reverse("wagtailsearchpromotions:add"), {"query_string": question, **formset(page=manual.pk)}
    )
    assert "query_string" in response.context["form"].errors
    assert not SearchPromotion.objects.exists()


def test_the_list_and_the_chooser_count_with_the_portals_log_and_nothing_else(admin_client, prepared, manual):
    promote("นิเทศ", manual)
    SearchedQuery.objects.create(text="นิเทศ", day=timezone.localdate(), asked=7)
    SearchedQuery.objects.create(text="ใบลา", day=timezone.localdate(), asked=3)
    admin_client.get("/search/?q=นิเทศ")
    log_later.write()

    assert not QueryDailyHits.objects.exists()
    row = admin_client.get(reverse("wagtailsearchpromotions:index")).context["object_list"][0]
    assert row.asked == 8
    window = admin_client.get(reverse("wagtailsearchpromotions:chooser")).json()["html"]
    assert window.index("นิเทศ") < window.index("ใบลา")
    found = admin_client.get(reverse("wagtailsearchpromotions:chooserresults"), {"q": "ลา"}).content.decode()
    assert "ใบลา" in found and "นิเทศ" not in found
