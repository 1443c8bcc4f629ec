"""The registries in the admin: one menu group, search and order that know Thai, uses, export, protection."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from manuals.models import ProcessLaw
from portal.content.models import (
    FormTemplate,
    GlossaryTerm,
    KnowledgeTag,
    LegalReference,
    Person,
    School,
    SchoolNetwork,
)
from portal.content.viewsets import RegistryGroup
from tests import factories

REGISTERS = [viewset.model for viewset in RegistryGroup.items if getattr(viewset, "model", None)]


def list_url(model) -> str:
    return reverse(model.snippet_viewset.get_url_name("list"))


def listed(client, model, **query) -> list[str]:
    response = client.get(list_url(model), query)
    assert response.status_code == 200
    return [str(one) for one in response.context["object_list"]]


@pytest.mark.parametrize("model", REGISTERS, ids=lambda model: model._meta.model_name)
def test_every_register_has_a_list_a_form_and_an_export(admin_client, model):
    factories.make_school()
    factories.make_form(versions=0)
    factories.make_law()
    factories.make_term()
    KnowledgeTag.objects.create(name="ข่าว")
    Person.objects.create(given_name="สมหญิง", family_name="ใจงาม")
    names = model.snippet_viewset.get_url_name
    assert admin_client.get(reverse(names("add"))).status_code == 200
    assert admin_client.get(reverse(names("edit"), args=[model.objects.first().pk])).status_code == 200
    assert admin_client.get(list_url(model), {"q": "ไม่มีคำนี้"}).status_code == 200
    for kind in ("csv", "xlsx"):
        response = admin_client.get(list_url(model), {"export": kind})
        assert response.status_code == 200
    text = b"".join(admin_client.get(list_url(model), {"export": "csv"}).streaming_content).decode()
    assert str(model.objects.first()).split(" พ.ศ.")[0].split(maxsplit=1)[-1] in text


def test_the_registers_stand_in_one_group_of_the_menu(admin_client):
    from wagtail.admin.menu import admin_menu

    group = [item for item in admin_menu.registered_menu_items if item.label == RegistryGroup.menu_label]
    assert len(group) == 1
    urls = {item.url for item in group[0].menu.registered_menu_items}
    assert {list_url(model) for model in REGISTERS} <= urls
    assert reverse("school_import:index") in urls


@pytest.mark.parametrize(
    "query",
    ["นิเทศ", "กำกับ", "ก\u0e4dากับ", "นิเทศ กำกับ", "กํา กับ", "NITHET", "นิเทศ\u200b"],
)
def test_a_word_inside_a_run_of_letters_is_found_however_its_marks_were_typed(admin_client, query):
    factories.make_term("การก\u0e4dากับนิเทศติดตาม", "งานของ NITHET")
    factories.make_term("ปฐมวัย")
    assert listed(admin_client, GlossaryTerm, q=query) == ["การกำกับนิเทศติดตาม"]


def test_thai_and_arabic_digits_find_each_other(admin_client):
    factories.make_form("แบบที่ ๑", code="นท. 01")
    assert listed(admin_client, FormTemplate, q="แบบที่ 1") == listed(admin_client, FormTemplate, q="นท. ๐๑")
    assert len(listed(admin_client, FormTemplate, q="ที่ ๑")) == 1


@pytest.mark.parametrize("query", ["\x00", "%", "_", "'\"", "a" * 5000, " "])
def test_odd_queries_do_no_harm(admin_client, query):
    factories.make_law()
    assert admin_client.get(list_url(LegalReference), {"q": query}).status_code == 200


def test_a_school_is_found_by_its_network_and_filtered_by_it(admin_client):
    factories.make_school()
    factories.make_school("9902020004", "โรงเรียนบ้านโนน", "โนนฝ้ายงาม")
    assert listed(admin_client, School, q="ฝ้าย") == ["โรงเรียนบ้านโนน"]
    network = SchoolNetwork.objects.get(name="ห้วยคราม")
    assert listed(admin_client, School, network=network.pk) == ["โรงเรียนบ้านห้วยครามวิทยา"]


def test_lists_are_in_the_order_of_a_thai_dictionary(admin_client):
    words = ["เกณฑ์", "กลุ่ม", "แก้ว", "ขั้น", "กระบวน"]
    for word in words:
        factories.make_term(word)
    assert listed(admin_client, GlossaryTerm) == ["กระบวน", "กลุ่ม", "เกณฑ์", "แก้ว", "ขั้น"]
    assert listed(admin_client, GlossaryTerm, ordering="-term") == ["ขั้น", "แก้ว", "เกณฑ์", "กลุ่ม", "กระบวน"]


def test_networks_keep_their_thai_order_beside_the_number_of_their_schools(admin_client):
    for name in ("หนองดอกบัว", "โนนฝ้ายงาม", "ห้วยคราม"):
        factories.make_network(name)
    factories.make_school()
    assert listed(admin_client, SchoolNetwork) == ["โนนฝ้ายงาม", "หนองดอกบัว", "ห้วยคราม"]
    assert listed(admin_client, SchoolNetwork, ordering="-school_count")[0] == "ห้วยคราม"


def test_the_list_counts_where_a_law_is_used_and_links_there(admin_client, manual):
    law = factories.make_law()
    process = factories.make_process(manual)
    process.laws = [ProcessLaw(law=law)]
    process.save_revision().publish()
    record = admin_client.get(list_url(LegalReference)).context["table"].data[0]
    assert record.usage_count == 1
    assert process.title in admin_client.get(record.usage_url).content.decode()


def test_a_law_in_use_cannot_be_deleted_and_the_page_says_why(admin_client, manual):
    law = factories.make_law()
    process = factories.make_process(manual)
    process.laws = [ProcessLaw(law=law)]
    process.save_revision().publish()
    address = reverse(LegalReference.snippet_viewset.get_url_name("delete"), args=[law.pk])
    page = admin_client.get(address)
    assert page.context["is_protected"]
    admin_client.post(address)
    many = reverse("wagtail_bulk_action", args=["content", "legalreference", "delete"])
    admin_client.post(f"{many}?id={law.pk}&next=/admin/")
    assert LegalReference.objects.filter(pk=law.pk).exists()


def test_what_nothing_uses_can_be_deleted(admin_client):
    law = factories.make_law()
    admin_client.post(reverse(LegalReference.snippet_viewset.get_url_name("delete"), args=[law.pk]))
    assert not LegalReference.objects.exists()


@pytest.mark.parametrize(
    ("model", "wanted"), [(LegalReference, "การศึกษา"), (GlossaryTerm, "นิเทศ"), (FormTemplate, "ติดตาม")]
)
def test_the_choosers_of_the_page_editor_find_thai_words(admin_client, model, wanted):
    factories.make_law(), factories.make_term("การนิเทศ"), factories.make_form("แบบนิเทศติดตาม")
    address = reverse(f"wagtailsnippetchoosers_content_{model._meta.model_name}:choose_results")
    found = admin_client.get(address, {"q": wanted}).content.decode()
    assert str(model.objects.get()) in found
    assert str(model.objects.get()) not in admin_client.get(address, {"q": "ไม่มีคำนี้"}).content.decode()
    window = admin_client.get(address.replace("results/", "")).json()
    assert 'name="q"' in window["html"]


def test_an_editor_without_the_right_sees_no_register(client, django_user_model):
    user = django_user_model.objects.create_user("reader", password="a-long-password")
    group = Group.objects.create(name="readers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    client.force_login(user)
    assert client.get(list_url(School)).status_code == 302
    assert client.get(reverse("school_import:index")).status_code == 302


def test_the_same_record_is_kept_once(admin_client):
    factories.make_term("การนิเทศ")
    response = admin_client.post(
        reverse(GlossaryTerm.snippet_viewset.get_url_name("add")), {"term": "การ นิเทศ", "meaning": "ซ้ำ"}
    )
    assert "term" in response.context["form"].errors


def test_an_editor_adds_a_version_and_the_portal_numbers_it(admin_client):
    form = factories.make_form(versions=1)
    new = factories.make_document("ฉบับใหม่")
    old = form.versions.get()
    response = admin_client.post(
        reverse(FormTemplate.snippet_viewset.get_url_name("edit"), args=[form.pk]),
        {
            "title": form.title,
            "code": "",
            "versions-TOTAL_FORMS": 2,
            "versions-INITIAL_FORMS": 1,
            "versions-MIN_NUM_FORMS": 0,
            "versions-MAX_NUM_FORMS": 1000,
            "versions-0-id": old.pk,
            "versions-0-document": old.document_id,
            "versions-1-document": new.pk,
            "versions-1-note": "เพิ่มช่อง",
        },
    )
    assert response.status_code == 302
    current = FormTemplate.objects.get(pk=form.pk).current
    assert (current.number, current.document) == (2, new)
