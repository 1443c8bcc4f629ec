"""The page explorer, the search of all pages and the page choosers find Thai: asked as the editor's browser asks."""

import json

import pytest
from django.urls import reverse

from manuals.models import WorkManualPage
from tests import factories

SCREENS = {
    "explorer": ("wagtailadmin_explore", {}),
    "explorer while typing": ("wagtailadmin_explore_results", {}),
    "all pages": ("wagtailadmin_pages:search", {}),
    "all pages while typing": ("wagtailadmin_pages:search_results", {}),
    "chooser": ("wagtailadmin_choose_page_search", {}),
    "chooser of manuals": ("wagtailadmin_choose_page_search", {"page_type": "manuals.WorkManualPage"}),
}


@pytest.fixture(params=SCREENS)
def shown(request, home, admin_client):
    """`shown(query)`: the text of the screen that the parameter names."""
    name, data = SCREENS[request.param]
    address = reverse(name, args=[home.pk] if "explore" in name else [])

    def ask(query: str) -> str:
        response = admin_client.get(address, {**data, "q": query})
        assert response.status_code == 200
        return response.content.decode()

    return ask


@pytest.mark.parametrize(
    "query",
    [
        "นิเทศ",  # inside การนิเทศติดตาม
        "นิเท",  # while typing
        "น",
        "ก\u0e4dากับ",  # กำกับ with its vowel in two pieces
        "นิเ\u200bทศ",
        "กำกับ นิเทศ",
        "ติดตามนิเทศ",  # words in another order, without a blank
        "2569",
        "๒๕๖๙",
        "plc",
        "ค1.1 ป.1/1",
        "ค ๑.๑ ป๑/๑",
        "การนิเทศ: ติดตาม",
        '"นิเทศติดตาม"',
    ],
)
def test_a_page_is_found_by_what_its_title_holds(shown, manual_index, query):
    title = "การนิเทศติดตามและกำกับ ปี ๒๕๖๙ ด้วย PLC ค 1.1 ป.1/1"
    factories.make_manual(manual_index, title=title)
    factories.make_manual(manual_index, title="รายจ่าย")
    text = shown(query)
    assert title in text
    assert "รายจ่าย" not in text


def test_tone_marks_tell_words_apart(shown, manual_index):
    titles = {"ข้าว": "แปลงข้าวไทย", "ข่าว": "แผ่นข่าวไทย", "ขาว": "ผืนขาวไทย"}
    for title in titles.values():
        factories.make_manual(manual_index, title=title)
    for word, wanted in titles.items():
        text = shown(word)
        assert [title for title in titles.values() if title in text] == [wanted]


@pytest.mark.parametrize("query", ["ไม่มีคำนี้", "…!?", "😀", "()", "-", "*", "title:", "นิเทศ AND NOT", "%", "a" * 5000])
def test_what_is_nowhere_is_not_found(shown, manual_index, query):
    factories.make_manual(manual_index, title="การนิเทศภายใน")
    assert "การนิเทศภายใน" not in shown(query)


@pytest.mark.parametrize("query", ['"', "'", "\x00นิเทศ", '"นิเทศ', "นิเทศ'"])
def test_odd_queries_do_no_harm(shown, manual_index, query):
    shown(query)


def test_the_summary_is_searched_and_a_title_comes_first(admin_client, home, manual_index):
    factories.make_manual(manual_index, title="คู่มือครู", summary="เรื่องของการนิเทศ การนิเทศภายใน และการนิเทศติดตาม")
    factories.make_manual(manual_index, title="แนวทางการนิเทศสำหรับสถานศึกษาขนาดเล็กในพื้นที่ห่างไกล", summary="เอกสารประกอบ")
    factories.make_manual(manual_index, title="การนิเทศ")
    response = admin_client.get(reverse("wagtailadmin_explore", args=[manual_index.pk]), {"q": "นิเทศ"})
    assert [page.title for page in response.context["object_list"]] == [
        "การนิเทศ",
        "แนวทางการนิเทศสำหรับสถานศึกษาขนาดเล็กในพื้นที่ห่างไกล",
        "คู่มือครู",
    ]


def test_whole_words_come_before_parts_of_words(admin_client, home, manual_index):
    for title in ("งานการเงิน", "อาคารสูง อาการ"):
        factories.make_manual(manual_index, title=title)
    response = admin_client.get(reverse("wagtailadmin_explore", args=[manual_index.pk]), {"q": "การ"})
    assert [page.title for page in response.context["object_list"]] == ["งานการเงิน", "อาคารสูง อาการ"]


def test_the_order_of_a_list_and_its_filters_hold_while_searching(admin_client, home, manual_index):
    for title in ("ข การนิเทศ", "ก การนิเทศ"):
        factories.make_manual(manual_index, title=title)
    factories.make_manual(manual_index, title="ค การนิเทศ", live=False)
    address = reverse("wagtailadmin_explore", args=[manual_index.pk])
    response = admin_client.get(address, {"q": "นิเทศ", "ordering": "title"})
    assert [page.title[0] for page in response.context["object_list"]] == ["ก", "ข", "ค"]
    response = admin_client.get(reverse("wagtailadmin_pages:search"), {"q": "นิเทศ published:no"})
    assert [page.title[0] for page in response.context["object_list"]] == ["ค"]


def test_the_search_of_all_pages_counts_by_type(admin_client, home, manual_index, manual):
    factories.make_process(manual, title="การนิเทศ")
    response = admin_client.get(reverse("wagtailadmin_pages:search"), {"q": "นิเทศ"})
    counts = {content_type.model: count for content_type, count in response.context["content_types"]}
    assert counts == {"workmanualpage": 1, "workprocesspage": 1}
    assert "หน้า 1-2 จาก 2 รายการ" in " ".join(response.content.decode().split())


def test_the_admins_api_finds_thai(admin_client, home, manual_index):
    factories.make_manual(manual_index, title="แผนการจัดการเรียนรู้")
    response = admin_client.get(reverse("wagtailadmin_api:pages:listing"), {"search": "เรียนรู้"})
    assert [item["title"] for item in json.loads(response.content)["items"]] == ["แผนการจัดการเรียนรู้"]


def test_a_page_is_found_by_its_new_title_at_once_and_no_longer_by_the_old_one(admin_client, home, manual_index):
    page = factories.make_manual(manual_index, title="งานธุรการ")
    page.title = "งานนิเทศ"
    page.save_revision().publish()
    assert list(WorkManualPage.objects.autocomplete("นิเทศ")) == [page]
    assert not WorkManualPage.objects.autocomplete("ธุรการ")
    page.delete()
    assert not WorkManualPage.objects.autocomplete("นิเทศ")


@pytest.mark.parametrize("label", ["ติดตาม นิเทศ", "๒๕๖๙", "ก\u0e4dากับ"])
def test_the_history_of_the_site_is_filtered_by_pieces_of_a_name(admin_client, admin, home, manual_index, label):
    for title in ("การนิเทศติดตามและกำกับ 2569", "รายจ่าย"):
        page = factories.make_manual(manual_index, title=title)
        page.save_revision(user=admin, log_action=True)
    response = admin_client.get(reverse("wagtailadmin_reports:site_history"), {"label": label})
    assert {entry.label for entry in response.context["object_list"]} == {"การนิเทศติดตามและกำกับ 2569"}
