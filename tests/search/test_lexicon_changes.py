"""A change of how text is cut has what was cut before looked for and read again, in the transaction of the change."""

from contextlib import contextmanager

import pytest
from django.db import transaction

from search import lexicon
from search.models import Abbreviation, DictionaryWord, IndexChange, LexiconState, SynonymGroup


@pytest.fixture
def looked_for():
    """`with looked_for() as words:` collects what is to be looked for when the transaction is committed."""

    @contextmanager
    def collected():
        before = IndexChange.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        words: set[str] = set()
        with transaction.atomic():
            yield words
            words.update(IndexChange.objects.filter(pk__gt=before).values_list("word", flat=True))

    return collected


def test_a_new_a_changed_and_a_deleted_word_is_looked_for(db, looked_for):
    with looked_for() as words:
        word = DictionaryWord.objects.create(word="อนุบาลนักคิด")
    assert words == {"อนุบาลนักคิด"}
    with looked_for() as words:
        word.word = "อนุบาลนักอ่าน"
        word.save()
    assert words == {"อนุบาลนักคิด", "อนุบาลนักอ่าน"}
    with looked_for() as words:
        word.save()
    assert words == set()
    with looked_for() as words:
        word.delete()
    assert words == {"อนุบาลนักอ่าน"}


def test_of_abbreviations_only_those_of_three_letters_and_more_are(db, looked_for):
    with looked_for() as words:
        short = Abbreviation.objects.create(short="กฮ.", full="กองฮวงจุ้ย")
        long = Abbreviation.objects.create(short="ก.ข.ค.", full="กองขยายความคิด")
    assert words == {"กขค"}
    with looked_for() as words:
        long.full = "กองขวนขวายความคิด"
        long.save()
        short.delete()
    assert words == set()


def test_synonyms_change_only_the_question(db, looked_for):
    before = LexiconState.objects.get().version
    with looked_for() as words:
        SynonymGroup.objects.create(words="โครงงาน\nการเรียนรู้แบบโครงงาน")
    assert words == set()
    assert LexiconState.objects.get().version != before


def test_a_change_that_is_rolled_back_is_forgotten_by_the_memory_too(db):
    try:
        with transaction.atomic():
            Abbreviation.objects.create(short="กขค.", full="กองขยายความคิด")
            assert "กขค." in dict(lexicon.current().abbreviations)
            raise LookupError
    except LookupError:
        pass
    assert "กขค." not in dict(lexicon.current().abbreviations)
    Abbreviation.objects.create(short="ขคง.", full="ขยายความคิดงาน")
    assert "ขคง." in dict(lexicon.current().abbreviations)
