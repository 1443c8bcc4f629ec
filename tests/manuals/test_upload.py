"""The import screens: nothing is written before it is confirmed, then all or nothing, and each sees only her own."""

import os
import time
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from manuals.importer.plan import Place
from manuals.importer.reading import LARGEST_FILE
from manuals.models import ManualIndexPage, WorkManualPage, WorkProcessPage
from manuals.outline import Part
from manuals.upload.preview import PLACES
from manuals.upload.waiting import KEPT
from portal.accounts.models import User
from portal.plugins import activation
from portal.plugins.models import SwitchedOffPlugin
from tests.manuals.manual_files import CHANGED_STEP, PROCESS, STEP, fixture_text

UPLOAD = "/admin/manuals/import/"


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    return settings.DATA_DIR


@pytest.fixture
def editor(manual_index):
    """Someone who may add manuals, and change her own, but not publish."""
    group = Group.objects.create(name="contributors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(group=group, page=manual_index, permission_type="add")
    user = User.objects.create_user("malee", password="a-long-password")
    user.groups.add(group)
    return user


def upload(client, text: str | bytes = "", name: str = "manual.txt", state: str = "drafts", index: int | None = None):
    content = (text or fixture_text()).encode() if isinstance(text, str) else text
    index = ManualIndexPage.objects.values_list("pk", flat=True).first() or 0 if index is None else index
    file = SimpleUploadedFile(name, content)
    return client.post(UPLOAD, {"file": file, "state": state, "index": index})


def confirm(client, preview: str) -> str:
    response = client.post(preview)
    assert response.streaming
    return b"".join(response.streaming_content).decode()


def waiting_files(data: Path) -> list[Path]:
    return list((data / "imports").glob("*/*/manual"))


def test_the_preview_shows_what_was_understood_and_writes_nothing(admin_client, manual_index):
    pages = Page.objects.count()
    response = upload(admin_client)
    html = admin_client.get(response.url).content.decode()
    assert PROCESS in html
    assert STEP in html  # each paragraph under its part
    assert "สารบัญ" in html  # what is left out, with its reason
    assert Page.objects.count() == pages


def test_confirmed_it_imports_and_shows_progress_page_by_page(admin_client, manual_index):
    preview = upload(admin_client).url
    html = confirm(admin_client, preview)
    total = 1 + len(WorkManualPage.objects.get().get_children())
    assert f"1/{total}" in html and f"{total}/{total}" in html
    assert html.rstrip().endswith("</html>")
    assert f"{preview}result/" in html
    assert not WorkProcessPage.objects.live().exists()


def test_the_result_links_the_pages_and_offers_the_report(admin_client, manual_index):
    preview = upload(admin_client, state="published").url
    confirm(admin_client, preview)
    html = admin_client.get(f"{preview}result/").content.decode()
    for page in WorkProcessPage.objects.live():
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
        assert page.url in html
    report = admin_client.get(f"{preview}report.json")
    assert "attachment" in report["Content-Disposition"]
    assert report.json()["paragraphs"]["total"] > 50


def test_a_second_upload_updates(admin_client, manual_index):
    confirm(admin_client, upload(admin_client, state="published").url)
    pages = Page.objects.count()
    preview = upload(admin_client, fixture_text().replace(STEP, CHANGED_STEP), state="published").url
    confirm(admin_client, preview)
    assert Page.objects.count() == pages
    assert CHANGED_STEP in [step.action for step in WorkProcessPage.objects.get(title=PROCESS).steps.all()]


def test_the_first_upload_makes_the_index(admin_client, home):
    confirm(admin_client, upload(admin_client).url)
    assert WorkManualPage.objects.child_of(ManualIndexPage.objects.get()).exists()


def test_leaving_before_the_end_changes_nothing(admin_client, manual_index):
    pages = Page.objects.count()
    response = admin_client.post(upload(admin_client).url)
    stream = iter(response.streaming_content)
    for _ in range(3):
        next(stream)
    response.close()
    assert Page.objects.count() == pages


def test_an_error_half_way_is_told_and_changes_nothing(admin_client, manual_index, editor, client):
    confirm(admin_client, upload(admin_client, state="published").url)
    other = Client()
    other.force_login(editor)
    preview = upload(other, fixture_text().replace(STEP, CHANGED_STEP)).url
    html = confirm(other, preview)
    assert "help-critical" in html and preview in html
    assert html.rstrip().endswith("</html>")
    page = WorkProcessPage.objects.get(title=PROCESS)
    assert not page.has_unpublished_changes
    assert other.get(preview).status_code == 200  # the file still waits


def test_the_answer_is_neither_compressed_nor_held_back(admin_client, manual_index):
    response = admin_client.post(upload(admin_client).url)
    assert response["Content-Encoding"] == "identity"
    assert response["X-Accel-Buffering"] == "no"
    response.close()


def test_the_file_waits_where_nobody_guesses_and_goes_after_use(admin_client, manual_index, data):
    preview = upload(admin_client).url
    [file] = waiting_files(data)
    assert len(file.parent.name) == 32 and file.parent.name in preview
    assert file.parent.stat().st_mode & 0o077 == 0
    confirm(admin_client, preview)
    assert waiting_files(data) == []


def test_cancelling_forgets_the_file(admin_client, manual_index, data):
    preview = upload(admin_client).url
    assert admin_client.post(preview, {"cancel": "1"}).status_code == 302
    assert waiting_files(data) == []
    assert admin_client.get(preview).status_code == 404


def test_a_file_is_forgotten_after_a_day(admin_client, manual_index, data):
    preview = upload(admin_client).url
    [file] = waiting_files(data)
    yesterday = time.time() - KEPT - 60
    os.utime(file.parent, (yesterday, yesterday))
    assert admin_client.get(preview).status_code == 404
    upload(admin_client)
    assert not file.exists()


def test_the_upload_of_somebody_else_is_not_there(admin_client, manual_index, editor):
    preview = upload(admin_client).url
    other = Client()
    other.force_login(editor)
    assert other.get(preview).status_code == 404
    assert other.post(preview).status_code == 404


def test_a_confirmed_import_is_not_run_twice(admin_client, manual_index):
    preview = upload(admin_client).url
    confirm(admin_client, preview)
    response = admin_client.post(preview)
    assert response.status_code == 302 and response.url.endswith("/result/")
    assert admin_client.get(preview).url.endswith("/result/")


def test_only_who_may_add_manuals_sees_the_screen(client, manual_index, editor):
    assert "login" in client.get(UPLOAD).url
    visitor = User.objects.create_user("anan", password="a-long-password")
    visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(visitor)
    assert client.get(UPLOAD).status_code == 302
    assert UPLOAD not in client.get("/admin/").content.decode()
    client.force_login(editor)
    assert client.get(UPLOAD).status_code == 200
    assert UPLOAD in client.get("/admin/").content.decode()


def test_who_may_not_publish_imports_drafts_only(client, manual_index, editor):
    client.force_login(editor)
    assert 'value="published"' not in client.get(UPLOAD).content.decode()
    assert upload(client, state="published").status_code == 200
    confirm(client, upload(client).url)
    assert WorkProcessPage.objects.filter(owner=editor).count() == 2
    assert not WorkProcessPage.objects.live().exists()


def test_the_screen_is_gone_while_manuals_are_switched_off(admin_client, manual_index):
    SwitchedOffPlugin.objects.create(label="manuals")
    activation.forget()
    assert admin_client.get(UPLOAD).status_code == 302


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("manual.pdf", b"%PDF-1.7 " + bytes(200)),
        ("manual.docx", b"PK\x03\x04 this is no archive"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("<script>alert(1)</script>.exe", b"MZ" + bytes(200)),
    ],
)
def test_a_file_that_cannot_be_imported_gets_a_message_and_is_not_kept(admin_client, manual_index, data, name, content):
    response = upload(admin_client, content, name)
    assert response.status_code == 200
    assert "error-message" in response.content.decode()
    assert "<script>alert" not in response.content.decode()
    assert waiting_files(data) == []


def test_a_file_over_the_limit_is_turned_away_before_it_is_read(admin_client, manual_index, data):
    response = upload(admin_client, b"x" * (LARGEST_FILE + 100_000))
    assert response.status_code == 413
    assert "20" in response.content.decode()
    assert not response.wsgi_request._read_started
    assert waiting_files(data) == []


def test_the_form_is_protected_against_other_sites(admin, manual_index):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin)
    assert upload(client).status_code == 403


def test_every_place_of_a_paragraph_has_a_name():
    assert set(PLACES) == {*Place, *Part}
