"""`manage.py import_manual`: what it writes, what it says, and that whatever goes wrong changes nothing."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from manuals.models import ManualIndexPage, WorkManualPage, WorkProcessPage
from tests.factories import make_manual_index
from tests.manuals.manual_files import CHANGED_STEP, OFFICE_MANUAL, PROCESS, STEP, fixture_text


@pytest.fixture
def file(tmp_path):
    found = tmp_path / "manual.txt"
    found.write_text(fixture_text(), encoding="utf-8")
    return found


def run(*arguments, **options) -> str:
    out = StringIO()
    call_command("import_manual", *map(str, arguments), stdout=out, **options)
    return out.getvalue()


def report(path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_first_import_makes_the_index_below_the_home_page(home, file):
    run(file, "--publish")
    index = ManualIndexPage.objects.get()
    assert index.live and index.get_parent().pk == home.pk
    assert WorkManualPage.objects.child_of(index).live().count() == 1
    assert WorkProcessPage.objects.live().count() == 2


def test_without_publish_everything_is_a_draft(home, file):
    run(file)
    assert not Page.objects.child_of(home).live().exists()
    assert not WorkProcessPage.objects.live().exists()
    assert WorkProcessPage.objects.count() == 2


def test_drafts_and_their_index_are_published_later(home, client, file):
    run(file)
    run(file, "--publish")
    assert ManualIndexPage.objects.get().live
    assert client.get(WorkProcessPage.objects.get(title=PROCESS).url).status_code == 200


def test_the_report_has_the_promised_shape(home, file, tmp_path):
    run(file, "--publish", "--report", tmp_path / "report.json")
    written = report(tmp_path / "report.json")
    assert set(written) == {"pages", "paragraphs", "findings"}
    assert all(set(page) == {"title", "type", "url"} for page in written["pages"])
    assert [page["type"] for page in written["pages"]].count("WorkProcessPage") == 2
    assert set(written["paragraphs"]) == {"total", "placed", "left_out"}
    assert all(set(one) == {"line", "text", "reason"} for one in written["paragraphs"]["left_out"])
    assert all(set(one) == {"line", "text", "problem", "repaired"} for one in written["findings"])
    lines = [line for line in fixture_text().split("\n") if line.strip()]
    assert written["paragraphs"]["total"] == len(lines)
    assert written["paragraphs"]["placed"] + len(written["paragraphs"]["left_out"]) == len(lines)


def test_every_address_of_the_report_answers(home, client, file, tmp_path):
    run(file, "--publish", "--report", tmp_path / "report.json")
    for page in report(tmp_path / "report.json")["pages"]:
        assert page["title"] in client.get(page["url"]).content.decode(), page


def test_a_dry_run_writes_nothing_and_reports_what_an_import_will(home, file, tmp_path):
    pages = Page.objects.count()
    out = run(file, "--dry-run", "--report", tmp_path / "dry.json")
    assert Page.objects.count() == pages
    assert PROCESS in out
    run(file, "--report", tmp_path / "report.json")
    assert report(tmp_path / "dry.json") == report(tmp_path / "report.json")


def test_a_dry_run_of_a_manual_that_stands_gives_its_addresses(home, file, tmp_path):
    run(file, "--publish")
    page = WorkProcessPage.objects.get(title=PROCESS)
    page.slug = "class-visit"
    page.save_revision().publish()
    run(file, "--dry-run", "--report", tmp_path / "dry.json")
    assert any(one["url"].endswith("/class-visit/") for one in report(tmp_path / "dry.json")["pages"])


def test_it_shows_the_outline_the_numbers_and_what_to_check(home, file):
    file.write_text(fixture_text().replace("จดบันทึก", "จดบันทึกাত্র", 1), encoding="utf-8")
    out = run(file, "--dry-run")
    assert PROCESS in out
    assert "จดบันทึกাত্র" in out
    line = next(number for number, text in enumerate(file.read_text(encoding="utf-8").split("\n"), 1) if "াত্র" in text)
    assert str(line) in out


def test_a_changed_file_updates_and_says_which_page(home, file):
    run(file, "--publish")
    pages = Page.objects.count()
    file.write_text(fixture_text().replace(STEP, CHANGED_STEP), encoding="utf-8")
    run(file, "--publish")
    assert Page.objects.count() == pages
    assert CHANGED_STEP in [step.action for step in WorkProcessPage.objects.get(title=PROCESS).steps.all()]


def test_the_index_is_chosen_by_its_address(home, file):
    index = make_manual_index(home, title="คู่มือเก่า", slug="old-manuals")
    run(file, "--index", "old-manuals")
    assert WorkManualPage.objects.child_of(index).exists()
    with pytest.raises(CommandError, match="nowhere"):
        run(file, "--index", "nowhere")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.txt", None),
        ("empty.txt", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)),
        ("manual.pdf", b"%PDF-1.7 " + bytes(200)),
        ("manual.docx", b"PK\x03\x04 this is no archive"),
        ("japanese.txt", "これは日本語の文章です。".encode("shift_jis") * 20),
        ("large.txt", "ก".encode() * 7_500_000),
    ],
)
def test_a_file_that_cannot_be_imported_changes_nothing(home, tmp_path, name, content):
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    pages = Page.objects.count()
    with pytest.raises(CommandError) as error:
        run(file, "--publish", "--report", tmp_path / "report.json")
    assert len(str(error.value)) > 10
    assert Page.objects.count() == pages
    assert not (tmp_path / "report.json").exists()


def test_a_report_that_cannot_be_written_changes_nothing(home, file, tmp_path):
    pages = Page.objects.count()
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "nowhere" / "report.json", tmp_path / "folder"):
        with pytest.raises(CommandError):
            run(file, "--publish", "--report", path)
    assert Page.objects.count() == pages


@pytest.mark.skipif(not OFFICE_MANUAL.exists(), reason="the office's manual is not beside the project")
def test_the_office_manual_is_imported_whole(home, client, tmp_path):
    run(OFFICE_MANUAL, "--publish", "--report", tmp_path / "report.json")
    written = report(tmp_path / "report.json")
    assert [page["type"] for page in written["pages"]].count("WorkProcessPage") == 3
    assert written["paragraphs"]["placed"] + len(written["paragraphs"]["left_out"]) == written["paragraphs"]["total"]
    assert any("ศงขลา" in finding["text"] for finding in written["findings"])
    assert all(client.get(page["url"]).status_code == 200 for page in written["pages"])
