"""The screen that imports schools: check, read the report, import."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal.content.models import School
from tests import factories

from .test_import_schools import BAD, LIST


@pytest.fixture(autouse=True)
def kept_in(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    return settings.DATA_DIR / "uploads" / "lists"


@pytest.fixture
def screen(db):
    return reverse("school_import:index")


def upload(client, screen, content: bytes, name: str = "schools.csv"):
    return client.post(screen, {"file": SimpleUploadedFile(name, content)})


def checked(response) -> str:
    return re.search(r'name="checked" value="([^"]+)"', response.content.decode())[1]


def test_a_good_list_is_checked_first_and_imported_when_confirmed(admin_client, screen, kept_in):
    assert admin_client.get(screen).status_code == 200
    response = upload(admin_client, screen, LIST.encode())
    assert not School.objects.exists()
    assert "โนนฝ้ายงาม" in response.content.decode()
    confirmed = admin_client.post(screen, {"checked": checked(response)})
    assert confirmed.status_code == 302
    assert School.objects.count() == 2
    assert list(kept_in.glob("*")) == []


def test_a_bad_list_shows_every_row_to_mend_and_offers_no_import(admin_client, screen, kept_in):
    response = upload(admin_client, screen, BAD.format(long="<b>" * 40).encode())
    html = response.content.decode()
    assert 'name="checked"' not in html
    assert len(response.context["problems"]) == 7
    assert "9.90201E+09" in html
    assert "<b><b>" not in html
    assert not kept_in.exists()


def test_a_spreadsheet_is_refused_with_a_hint(admin_client, screen):
    response = upload(admin_client, screen, b"PK\x03\x04", "schools.xlsx")
    assert "CSV UTF-8" in response.content.decode()


def test_no_file_is_a_message_not_a_failure(admin_client, screen):
    response = admin_client.post(screen, {})
    assert response.status_code == 200
    assert response.context["form"].errors


@pytest.mark.parametrize("name", ["", "nonsense", "../../etc/passwd"])
def test_an_invented_name_imports_nothing(admin_client, screen, name):
    assert admin_client.post(screen, {"checked": name}).status_code == 302
    assert not School.objects.exists()


def test_a_list_that_someone_else_checked_is_not_imported(admin_client, client, screen, kept_in):
    name = checked(upload(admin_client, screen, LIST.encode()))
    client.force_login(factories.make_admin("other"))
    client.post(screen, {"checked": name})
    assert not School.objects.exists()
    assert len(list(kept_in.glob("*.csv"))) == 1


def test_a_kept_list_can_be_read_by_its_owner_only(admin_client, screen, kept_in):
    upload(admin_client, screen, LIST.encode())
    (file,) = kept_in.glob("*.csv")
    assert Path(file).stat().st_mode & 0o077 == 0
