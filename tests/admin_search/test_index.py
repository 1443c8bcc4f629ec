"""The index of the admin's search follows what is written, and is completed and rebuilt as a whole."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchVector
from django.core.management import call_command
from django.db import connection
from django.db.models import Value
from modelsearch.conf import get_app_config
from modelsearch.query import Fuzzy, Phrase, PlainText
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from manuals.models import WorkManualPage
from portal.admin_search import rebuild
from portal.admin_search.completing import complete
from portal.content.index_updates import once_at_the_end
from portal.content.models import PortalDocument
from tests import factories

ODD = [
    "", " ", "\x00", "'", '"', '"""', "\\", "(", ")", "*", "-", "^", ":", "{title}: x", "a AND", "NOT a", "NEAR(a b)",
    "a:* & !b | <->", "'; DROP TABLE x; --", "%", "%s", "ๆ", "ฯ", "์", "ะ", "😀🏫", "\ud800", "ก" * 5000, "กา " * 2000,
    "漢字", "ﷺ", "e\u0301", "\u200b", "1/2", "ß", "İ",
]  # fmt: skip


def entries():
    return get_app_config().get_model("IndexEntry").objects.all()


def titles(query, **options) -> list[str]:
    return [page.title for page in Page.objects.search(query, **options)]


@pytest.mark.parametrize("query", ODD)
def test_no_query_is_an_error(manual, query):
    for results in (Page.objects.search(query), Page.objects.autocomplete(query), Page.objects.search(Phrase(query))):
        assert len(results) == results.count()
        assert results.facet("content_type_id") is not None


@pytest.mark.parametrize("query", ["😀", " ", "ๆ", "-"])
def test_a_query_without_letters_finds_nothing(manual, query):
    assert not Page.objects.search(query)
    assert not Page.objects.autocomplete(query)


def test_several_words_all_or_any_as_a_phrase_and_without(home, manual_index):
    for title in ("นิเทศภายใน", "วิจัยภายใน", "นิเทศวิจัย"):
        factories.make_manual(manual_index, title=title)
    assert titles("นิเทศ ภายใน") == ["นิเทศภายใน"]
    assert set(titles("นิเทศ ภายใน", operator="or")) == {"นิเทศภายใน", "วิจัยภายใน", "นิเทศวิจัย"}
    assert titles(Phrase("เทศภาย")) == ["นิเทศภายใน"]
    assert titles(Phrase("ภายในนิเทศ")) == []
    assert titles(PlainText("นิเทศ") & ~PlainText("ภายใน")) == ["นิเทศวิจัย"]
    assert "วิจัยภายใน" in titles(~PlainText("นิเทศ"))
    assert set(titles((PlainText("นิเทศ") | PlainText("วิจัย")) & PlainText("ภายใน"))) == {"นิเทศภายใน", "วิจัยภายใน"}
    assert titles(Fuzzy("นิเทศ ภายใน", operator="and")) == ["นิเทศภายใน"]


def test_a_search_may_be_kept_to_titles(home, manual_index):
    factories.make_manual(manual_index, title="คู่มือครู", summary="การนิเทศ")
    assert titles("นิเทศ") == ["คู่มือครู"]
    assert titles("นิเทศ", fields=["title"]) == []
    assert titles("คู่มือครู", fields=["title"]) == ["คู่มือครู"]


def test_a_title_of_several_alphabets_is_found_by_each(home, manual_index):
    factories.make_manual(manual_index, title="Straße 漢字 Café ครู")
    for query in ("STRASSE", "漢", "café", "ครู", "cafe\u0301"):
        assert titles(query) == ["Straße 漢字 Café ครู"]
    assert titles("cafe") == []


def test_objects_written_together_are_indexed_when_they_are_all_there(db):
    with once_at_the_end():
        document = factories.make_document("แบบบันทึกนิเทศ")
        assert not PortalDocument.objects.search("นิเทศ")
    assert list(PortalDocument.objects.search("นิเทศ")) == [document]


def test_what_was_never_indexed_or_in_another_spelling_is_completed(db):
    document, other = factories.make_document("แบบนิเทศ"), factories.make_document("แบบติดตาม")
    document.index_entries.all().delete()
    unspelt = "แบบติดตาม" if connection.vendor == "sqlite" else SearchVector(Value("แบบติดตาม"))
    other.index_entries.update(title=unspelt, autocomplete=unspelt)
    assert not PortalDocument.objects.autocomplete("แบบ")
    assert complete() == 2
    assert set(PortalDocument.objects.autocomplete("แบบ")) == {document, other}
    assert complete() == 0


def test_a_migration_completes_the_index(db):
    document = factories.make_document("แบบนิเทศ")
    entries().delete()
    call_command("migrate", verbosity=0)
    assert list(PortalDocument.objects.search("นิเทศ")) == [document]


def test_the_index_is_rebuilt_with_what_came_past_it_and_without_what_is_gone(manual):
    PortalDocument.objects.bulk_create([PortalDocument(title="แบบนิเทศ")])
    document_type = ContentType.objects.get_for_model(PortalDocument)
    entries().create(content_type=document_type, object_id="999999")
    rebuild()
    assert PortalDocument.objects.search("นิเทศ").count() == 1
    assert not entries().filter(object_id="999999")


def test_wagtails_own_command_rebuilds_it_too(manual):
    entries().delete()
    call_command("update_index", verbosity=0)
    assert list(WorkManualPage.objects.search(manual.title)) == [manual]


def test_the_backend_belongs_to_the_database(db):
    backends = {"sqlite": "ThaiSQLiteBackend", "postgresql": "ThaiPostgresBackend"}
    assert type(get_search_backend()).__name__ == backends[connection.vendor]
