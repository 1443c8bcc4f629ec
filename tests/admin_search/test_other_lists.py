"""Files, pictures, people and registers are found in Thai too, in their lists and in their choosers."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from portal.content.models import FormTemplate, LegalReference, PortalImage
from tests import factories

SCREENS = (":index", ":index_results", "_chooser:choose", "_chooser:choose_results")


@pytest.fixture
def ask(admin_client):
    """`ask(address, **data)`: the text that comes back."""

    def ask(name: str, **data) -> str:
        response = admin_client.get(reverse(name), data)
        assert response.status_code == 200
        return response.json()["html"] if "json" in response["Content-Type"] else response.content.decode()

    return ask


@pytest.mark.parametrize(
    "screen", ["wagtaildocs:index", "wagtaildocs:index_results", "wagtaildocs_chooser:choose_results"]
)
@pytest.mark.parametrize("query", ["นิเทศ", "นิเท", "บันทึก ชั้นเรียน", "ห้องเรียน ๓", "form-3.pdf", "แผ่นพับ"])
def test_a_document_is_found_by_title_file_name_and_tag(ask, screen, query):
    document = factories.make_document("แบบบันทึกการนิเทศชั้นเรียน ห้องเรียน 3", name="form-3.pdf")
    document.tags.add("แผ่นพับประชาสัมพันธ์")
    document.save()
    factories.make_document("ตารางสอน", name="other.txt")
    text = ask(screen, q=query)
    assert document.title in text
    assert "ตารางสอน" not in text


@pytest.mark.parametrize(
    "screen", ["wagtailimages:index", "wagtailimages:index_results", "wagtailimages_chooser:choose_results"]
)
def test_an_image_is_found_by_title_and_description(ask, screen):
    PortalImage.objects.create(title="ภาพกิจกรรมข้าวไทย", description="เด็กเกี่ยวข้าวในนา", file=get_test_image_file())
    PortalImage.objects.create(title="ภาพป้ายข่าวสาร", file=get_test_image_file())
    for query in ("ข้าว", "เกี่ยว", "กิจก"):
        text = ask(screen, q=query)
        assert "ภาพกิจกรรมข้าวไทย" in text
        assert "ภาพป้ายข่าวสาร" not in text


def test_the_search_of_documents_goes_with_the_filter_by_their_text(ask):
    factories.make_document("แบบนิเทศ")
    assert "แบบนิเทศ" in ask("wagtaildocs:index", q="นิเทศ", text="waiting")
    assert "แบบนิเทศ" not in ask("wagtaildocs:index", q="นิเทศ", text="none")


def test_a_list_stays_within_its_collection(ask):
    folder = Collection.get_first_root_node().add_child(name="ผลงาน")
    inside, outside = factories.make_document("การนิเทศภายใน"), factories.make_document("การนิเทศภายนอก")
    inside.collection = folder
    inside.save()
    text = ask("wagtaildocs:index", q="นิเทศ", collection_id=folder.pk)
    assert inside.title in text
    assert outside.title not in text


@pytest.mark.parametrize("query", ["ชาญ", "ใจดี สมชาญ", "SOMCHAN", "somchan@obec"])
def test_a_user_is_found_by_names_and_address(ask, query):
    get_user_model().objects.create_user(
        "somchan", "somchan@obec.example", first_name="สมชาญ", last_name="ใจดีมีสุข", password="a-long-password"
    )
    get_user_model().objects.create_user("malee", first_name="มาลี", password="a-long-password")
    text = ask("wagtailusers_users:index", q=query)
    assert "สมชาญ" in text
    assert "มาลี" not in text


def test_users_are_searched_within_a_group_and_in_order(ask):
    group = Group.objects.create(name="ศึกษานิเทศก์เชี่ยวชาญ")
    for name in ("สมชาย", "สมหญิง"):
        user = get_user_model().objects.create_user(f"u{len(name)}", first_name=name, password="a-long-password")
    user.groups.add(group)
    text = ask("wagtailusers_users:index", q="สม", group=group.pk, ordering="-username", is_active="true")
    assert "สมหญิง" in text
    assert "สมชาย" not in text


@pytest.mark.parametrize("query", ["นท.01", "นท 01", "นท. ๐๑", "นท01", "ติดตามนิเทศ", "ติดตาม นิเทศ"])
def test_a_form_is_found_by_its_code_in_any_spacing_and_by_its_words_in_any_order(ask, query):
    factories.make_form("แบบนิเทศและติดตาม", code="นท. 01", versions=0)
    factories.make_form("แบบคำขอ", code="ทท. 02", versions=0)
    names = FormTemplate.snippet_viewset.get_url_name
    for screen in (names("list"), "wagtailsnippetchoosers_content_formtemplate:choose_results"):
        text = ask(screen, q=query)
        assert "แบบนิเทศและติดตาม" in text
        assert "แบบคำขอ" not in text


def test_a_record_that_holds_the_query_as_typed_leaves_out_those_that_hold_only_its_words(ask):
    factories.make_law("ระเบียบการอ่าน")
    factories.make_law("ระเบียบการเขียนและอ่าน")
    text = ask(LegalReference.snippet_viewset.get_url_name("list"), q="การอ่าน")
    assert "ระเบียบการอ่าน" in text
    assert "ระเบียบการเขียนและอ่าน" not in text


def test_what_imports_and_migrations_wrote_is_found_in_the_registers(ask):
    assert "คณิตศาสตร์" in ask("wagtailsnippets_content_learningarea:list", q="คณิต")


def test_deleting_all_that_a_search_of_the_users_shows_takes_no_others(admin_client):
    for name in ("สมชาย", "มาลี"):
        get_user_model().objects.create_user(name, first_name=name, password="a-long-password")
    address = reverse("wagtail_bulk_action", args=["accounts", "user", "delete"])
    text = admin_client.get(address, {"id": "all", "q": "ชาย"}).content.decode()
    assert "สมชาย" in text
    assert "มาลี" not in text
