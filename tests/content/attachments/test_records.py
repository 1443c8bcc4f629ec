"""A saved file is read after commit, a replaced one is forgotten at once, and the search is told of both."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction

from portal.content.attachment_text import records, tasks, text_changed
from portal.content.attachment_text.values import Problem
from portal.content.models import DocumentText, PortalDocument
from tests.factories import make_document

from .making import SENTENCE, pdf, word

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """The documents whose change was told, in order."""
    seen = []

    def note(document, **kwargs):
        seen.append(document.pk)

    text_changed.connect(note)
    yield seen
    text_changed.disconnect(note)


@pytest.fixture
def save(django_capture_on_commit_callbacks):
    """`save(content, name)`: a document, saved as an upload does, and what follows its commit."""

    def saving(content=None, name="a.docx", document=None):
        document = document or PortalDocument(title="เอกสาร")
        document.file = ContentFile(word() if content is None else content, name=name)
        document._set_document_file_metadata()
        with django_capture_on_commit_callbacks(execute=True):
            document.save()
        return PortalDocument.objects.get(pk=document.pk)

    return saving


def test_a_saved_file_is_read_and_the_search_told(save, told):
    document = save()
    assert SENTENCE in records.text_of([document.pk])[document.pk]
    assert told == [document.pk]
    assert not records.unread().exists()


def test_a_replaced_file_is_no_longer_found_even_before_the_new_one_is_read(save, told):
    document = save("ข้อมูลส่วนบุคคลที่ต้องลบ".encode(), "a.txt")
    document.file = ContentFile(b"anything else", name="b.txt")
    document._set_document_file_metadata()
    document.save()
    assert records.text_of([document.pk]) == {}
    assert not DocumentText.objects.filter(text__contains="ต้องลบ").exists()
    assert told == [document.pk, document.pk]


def test_another_file_under_the_same_name_is_another_file(save):
    document = save("ฉบับแรก".encode(), "a.txt")
    name = document.file.name
    document.file.storage.delete(name)
    save("ฉบับที่สอง".encode(), "a.txt", document)
    assert PortalDocument.objects.get().file.name == name
    assert records.text_of([document.pk]) == {document.pk: "ฉบับที่สอง"}


def test_a_new_title_reads_nothing_again(save, told, django_capture_on_commit_callbacks):
    document = save()
    made = DocumentText.objects.get().made_at
    document.title = "ชื่อใหม่"
    with django_capture_on_commit_callbacks(execute=True):
        document.save()
    assert DocumentText.objects.get().made_at == made
    assert told == [document.pk]


def test_many_files_saved_in_one_transaction_are_read_together(django_capture_on_commit_callbacks, monkeypatch):
    begun = []
    monkeypatch.setattr(tasks, "Reader", lambda: begun.append(1) or records.Reader())
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        documents = [make_document(content=f"เรื่องที่ {number}".encode()) for number in range(5)]
    assert len(records.text_of([document.pk for document in documents])) == 5
    assert begun == [1]


def test_texts_are_read_in_one_query(save, django_assert_num_queries):
    keys = [save(f"เรื่องที่ {number}".encode(), "a.txt").pk for number in range(3)]
    with django_assert_num_queries(1):
        assert len(records.text_of([*keys, 0])) == 3


def test_a_large_file_and_one_that_takes_long_wait_for_the_timer(save, monkeypatch):
    monkeypatch.setattr(tasks, "SMALL", 100)
    large = save()
    assert records.text_of([large.pk]) == {}
    monkeypatch.undo()
    monkeypatch.setattr(tasks, "PATIENCE", 0.0)
    slow = save()
    assert set(records.unread()) == {large, slow}
    assert records.catch_up(60) == 2
    assert set(records.text_of([large.pk, slow.pk])) == {large.pk, slow.pk}
    assert records.catch_up(60) == 0


def test_catching_up_keeps_to_its_time(save, monkeypatch):
    monkeypatch.setattr(tasks, "PATIENCE", 0.0)
    save()
    assert records.catch_up(0) == 0
    assert records.unread().exists()


def test_a_file_without_text_is_read_once_and_its_problem_kept(save, told):
    document = save(pdf(""), "a.pdf")
    assert DocumentText.objects.get().problem == Problem.SCAN
    assert told == []
    assert document not in records.unread()


def test_a_file_that_is_gone_is_said_to_be_missing(save, monkeypatch):
    monkeypatch.setattr(tasks, "PATIENCE", 0.0)
    document = save()
    document.file.storage.delete(document.file.name)
    assert records.catch_up(60) == 1
    assert DocumentText.objects.get().problem == Problem.MISSING


def test_a_reader_that_cannot_start_keeps_no_one_from_uploading(save, monkeypatch):
    monkeypatch.setattr("portal.content.attachment_text.reader._COMMAND", ("/no/such/program",))
    document = save()
    assert records.unread().get() == document


def test_a_deleted_document_takes_its_text_along(save):
    save().delete()
    assert not DocumentText.objects.exists()


def test_a_document_counts_as_used_only_where_people_use_it(save):
    assert save().get_usage().count() == 0


def test_the_command_reads_what_waits_and_all_again(save, monkeypatch, capsys):
    monkeypatch.setattr(tasks, "PATIENCE", 0.0)
    save()
    save(pdf(""), "scan.pdf")
    call_command("extract_attachment_texts")
    said = capsys.readouterr().out
    assert "scan.pdf: scan" in said and "Files read: 2, with text: 1, without: 1." in said
    call_command("extract_attachment_texts")
    assert "Files read: 0" in capsys.readouterr().out
    call_command("extract_attachment_texts", "--again")
    assert "Files read: 2" in capsys.readouterr().out
