"""Editors learn from the screens they use anyway whether the text of a file is found, and what to do if not."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Collection
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail.users.models import UserProfile

from manuals.models import ManualChapterPage, WorkProcessPage
from portal.content.attachment_text import records
from portal.content.models import PageAttachment, PortalDocument
from tests.factories import make_document

from .making import SENTENCE, pdf, word

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def committed(request, monkeypatch):
    """The test's transaction never ends: what follows a commit follows at once."""
    if "transactional_db" not in request.fixturenames:
        monkeypatch.setattr("django.db.transaction.on_commit", lambda follow, **kwargs: follow())


@pytest.fixture
def upload(admin_client, home):
    """`upload(content, name)`: post the form for one file and follow to the list."""

    def uploading(content, name):
        file = SimpleUploadedFile(name, content)
        values = {"title": name, "file": file, "collection": "1", "tags": ""}
        return admin_client.post(reverse("wagtaildocs:add"), values, follow=True)

    return uploading


@pytest.fixture(autouse=True)
def in_english(admin):
    """Messages in the language of the sources."""
    UserProfile.objects.update_or_create(user=admin, defaults={"preferred_language": "en"})


def messages_of(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_the_editor_is_told_at_the_end_of_a_real_transaction(transactional_db, upload):
    if not Collection.objects.filter(depth=1).exists():
        Collection.add_root(name="Root", pk=1)
    assert "scanned picture" in messages_of(upload(pdf(""), "scan.pdf"))


def test_after_the_upload_of_a_scan_its_editor_is_told(upload):
    assert "scanned picture" in messages_of(upload(pdf(""), "scan.pdf"))
    assert "scanned picture" not in messages_of(upload(word(), "a.docx"))


def test_when_a_file_is_replaced_the_editor_is_told_of_the_new_one(upload, admin_client):
    upload(word(), "a.docx")
    address = reverse("wagtaildocs:edit", args=[PortalDocument.objects.get().pk])
    values = {"title": "ก", "collection": "1", "tags": ""}
    assert "scanned" not in messages_of(admin_client.post(address, values, follow=True))
    values["file"] = SimpleUploadedFile("b.pdf", pdf(""))
    assert "scanned picture" in messages_of(admin_client.post(address, values, follow=True))


def test_several_files_at_once_say_it_under_each(admin_client, home):
    answer = admin_client.post(
        reverse("wagtaildocs:add_multiple"),
        {"files[]": SimpleUploadedFile("scan.pdf", pdf("")), "title": "scan"},
        headers={"x-requested-with": "XMLHttpRequest"},
    ).json()
    assert answer["success"] and "scanned picture" in answer["form"]


def test_the_list_says_it_of_every_file_and_filters_by_it(upload, admin_client, monkeypatch):
    upload(word(), "good.docx")
    upload(pdf(""), "scan.pdf")
    monkeypatch.setattr("portal.content.attachment_text.tasks.PATIENCE", 0.0)
    upload(word(), "late.docx")
    address = reverse("wagtaildocs:index")
    page = admin_client.get(address).content.decode()
    assert all(label in page for label in ("Searched", "No: scanned picture", "Waiting"))
    for status, name in (("found", "good"), ("none", "scan"), ("waiting", "late")):
        listed = admin_client.get(address, {"text": status}).context["documents"]
        assert [document.title.split(".")[0] for document in listed] == [name]
    assert admin_client.get(address, {"text": "partly"}).context["documents"].count() == 0
    assert f"{address}?text=none" in page, "the reports lead there"


def test_the_list_loads_no_texts_and_asks_no_more_for_more_files(upload, admin_client):
    address = reverse("wagtaildocs:index_results")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            admin_client.get(address)
        assert not any('"content_documenttext"."text"' in query["sql"] for query in captured)
        return len(captured)

    upload(word(), "a.docx")
    queries()
    before = queries()
    upload(word(), "b.docx")
    upload(word(), "c.docx")
    assert queries() == before


def test_the_edit_screen_says_it_and_shows_how_the_text_begins(upload, admin_client):
    upload(word(), "good.docx")
    upload(pdf(""), "scan.pdf")
    good, scan = (
        admin_client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
        for document in PortalDocument.objects.order_by("pk")
    )
    assert SENTENCE in good and "text-in-file" in good and "Searched" in good
    assert "Attach a PDF that was saved from Word" in scan and "text-in-file" not in scan


def test_the_page_editor_says_it_beside_the_attachment(make_page, manual, admin_client):
    scan = make_document("ภาพ", pdf(""), "scan.pdf")
    page = make_page(manual, WorkProcessPage, "งาน", attachments=[PageAttachment(document=scan)])
    screen = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert screen.count("so the text inside cannot be searched") == 1


def test_who_publishes_a_page_is_told_of_its_attachments(make_page, manual, admin_client):
    chapter = make_page(manual, ManualChapterPage, "บทที่ 1")
    scan = make_document("ภาพ", pdf(""), "scan.pdf")
    rows = {"attachments": inline_formset([{"document": scan.pk, "title": ""}])}
    empty = {"title": chapter.title, "body": streamfield([]), "slug": chapter.slug, "comments": inline_formset([])}
    values = nested_form_data({**empty, **rows, "levels": [], "tags": "", "summary": "", "academic_year": ""})
    address = reverse("wagtailadmin_pages:edit", args=[chapter.pk])
    assert "scanned" not in messages_of(admin_client.post(address, values, follow=True))
    response = admin_client.post(address, {**values, "action-publish": "1"}, follow=True)
    assert "scanned picture" in messages_of(response)


def test_nobody_without_rights_sees_texts(client, upload):
    upload(word(), "good.docx")
    client.logout()
    document = PortalDocument.objects.get()
    for name, arguments in (("index", []), ("edit", [document.pk]), ("add", [])):
        response = client.get(reverse(f"wagtaildocs:{name}", args=arguments))
        assert response.status_code == 302 and "/login/" in response["Location"]
    assert records.text_of([document.pk])
