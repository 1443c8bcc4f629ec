"""What is published teaches the dictionary; what was indexed before a word was known is still found."""

import pytest

from portal.content.models import KnowledgeTag, PageTag
from search.backends import get_backend
from search.lexicon import current
from search.lexicon_changes import refuse
from search.models import Abbreviation, DictionaryWord, IndexedWord, LexiconState
from search.rebuilding import rebuild
from search.tree import Term
from tests import factories


def learnt() -> set[str]:
    return set(DictionaryWord.objects.filter(is_learnt=True).values_list("word", flat=True))


def with_token(search_index, token) -> set[int]:
    """Pages that hold the word as a whole."""
    search_index.catch_up()
    return {page for field in ("title", "body") for page in get_backend().matching(Term(field, token))}


def test_a_published_title_teaches_its_unknown_words(search_index, manual):
    factories.make_process(manual, title="แนวคิดฟิชโบวล์")
    search_index.catch_up()
    assert learnt() == {"ฟิชโบวล์"}
    assert "ฟิชโบวล์" in current().vocabulary.words
    assert len(with_token(search_index, "ฟิชโบวล์")) == 1


def test_tags_terms_schools_and_networks_teach_too(search_index, manual):
    process = factories.make_process(manual)
    PageTag.objects.create(tag=KnowledgeTag.objects.create(name="ฟิชโบวล์"), content_object=process)
    factories.make_term("ฟุ๋งเหยะ", also="แซฟฟ์")
    factories.make_school(name="โรงเรียนบ้านโซ๊ะ", network="ภูฌ็อบ")
    search_index.catch_up()
    assert learnt() == {"ฟิชโบวล์", "ฟุ๋งเหยะ", "แซฟฟ์", "โซ๊ะ", "ภูฌ็อบ"}
    DictionaryWord.objects.all().delete()
    rebuild()
    assert learnt() == {"ฟิชโบวล์", "ฟุ๋งเหยะ", "แซฟฟ์", "โซ๊ะ", "ภูฌ็อบ"}


def test_a_tag_of_a_draft_teaches_nothing(search_index, manual):
    draft = factories.make_process(manual, live=False)
    PageTag.objects.create(tag=KnowledgeTag.objects.create(name="ฟิชโบวล์"), content_object=draft)
    search_index.catch_up()
    rebuild()
    assert learnt() == set()


def test_a_word_an_editor_refused_is_not_learnt_again(search_index, manual):
    factories.make_process(manual, title="แนวคิดฟิชโบวล์")
    search_index.catch_up()
    words = list(DictionaryWord.objects.filter(is_learnt=True))
    assert words
    refuse(words)
    DictionaryWord.objects.filter(is_learnt=True).delete()
    factories.make_process(manual, title="แนวคิดฟิชโบวล์ ระยะที่สอง")
    search_index.catch_up()
    assert learnt() == set()


def test_a_new_word_hides_nothing_that_was_indexed_before(search_index, manual):
    old = factories.make_process(manual, title="งานทั่วไป", summary="จัดห้องเรียนอนุบาลนักคิดทุกปี")
    assert with_token(search_index, "อนุบาลนักคิด") == set()
    DictionaryWord.objects.create(word="อนุบาลนักคิด")
    assert with_token(search_index, "อนุบาลนักคิด") == {old.pk}
    assert search_index.found("อนุบาลนักคิด") == ["งานทั่วไป"]


def test_a_word_taken_out_hides_nothing_either(search_index, manual):
    word = DictionaryWord.objects.create(word="อนุบาลนักคิด")
    page = factories.make_process(manual, title="งานทั่วไป", summary="จัดห้องเรียนอนุบาลนักคิดทุกปี")
    assert with_token(search_index, "อนุบาลนักคิด") == {page.pk}
    word.delete()
    assert with_token(search_index, "อนุบาลนักคิด") == set()
    assert search_index.found("อนุบาลนักคิด") == ["งานทั่วไป"]


@pytest.mark.parametrize("written", ["นขวท", "น.ข.ว.ท.", "นข.วท."])
def test_a_new_short_form_is_found_where_it_was_indexed_before(search_index, manual, written):
    page = factories.make_process(manual, title="งานทั่วไป", summary=f"ส่งถึง {written} ภายในเดือนนี้")
    search_index.catch_up()
    Abbreviation.objects.create(short="นข.วท.", full="หน่วยขยายวิทยาการ")
    assert with_token(search_index, "นขวท") == {page.pk}


def test_a_word_learnt_while_the_engine_was_down_is_looked_for_later(search_index, manual, settings, tmp_path):
    old = factories.make_process(manual, title="งานทั่วไป", summary="จัดห้องเรียนอนุบาลนักคิดทุกปี")
    search_index.catch_up()
    good, settings.SEARCH_URL = settings.SEARCH_URL, f"embedded://{tmp_path}/nowhere"
    DictionaryWord.objects.create(word="อนุบาลนักคิด")
    settings.SEARCH_URL = good
    assert with_token(search_index, "อนุบาลนักคิด") == {old.pk}


def test_learning_is_said_to_every_process(search_index, manual):
    version = LexiconState.objects.values_list("version", flat=True).first()
    factories.make_process(manual, title="แนวคิดฟิชโบวล์")
    search_index.catch_up()
    assert LexiconState.objects.values_list("version", flat=True).first() != version


def test_the_words_of_the_index_are_registered_without_numbers_and_leave_with_their_page(search_index, manual):
    page = factories.make_process(manual, title="แนวทาง Active Learning", summary="ครั้งที่ 3 ปี 2567 ณ ห้อง 1/2")
    search_index.catch_up()
    words = dict(IndexedWord.objects.values_list("word", "bare"))
    assert {"แนวทาง", "active", "learning", "ห้อง"} <= set(words)
    assert words["ห้อง"] == "หอง" and words["แนวทาง"] == "แนวทาง"
    assert not any(character.isdigit() for word in words for character in word)
    page.title, page.summary = "แนวทางใหม่", ""
    page.save_revision().publish()
    search_index.catch_up()
    assert not IndexedWord.objects.filter(word__in=["active", "learning", "ห้อง"]).exists()
    page.delete()
    search_index.catch_up()
    assert not IndexedWord.objects.filter(word="แนวทาง").exists()


def test_a_rebuild_registers_the_words_anew(search_index, manual):
    factories.make_process(manual, title="แนวทาง อ่านออกเขียนได้")
    search_index.catch_up()
    IndexedWord.objects.all().delete()
    IndexedWord.objects.create(word="คำที่หายไป", bare="คำทีหายไป")
    rebuild()
    assert IndexedWord.objects.filter(word="แนวทาง").exists()
    assert not IndexedWord.objects.filter(word="คำที่หายไป").exists()
