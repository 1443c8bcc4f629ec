"""Whatever is typed or published: an answer, no error, and soon."""

from time import process_time

import pytest

from search.analysis import Analyser
from search.answering import find
from search.documents import SearchDocument, SearchQuery
from search.extracts import extract
from search.golden.reading import golden_set
from search.lexicon import lexicon_of
from search.throwaway import throw_away

from .engines import elasticsearch_url
from .hostile import LENGTH, hostile_texts, random_questions

QUERY, PAGE = 0.2, 2.0  # seconds of this process


@pytest.fixture(scope="module")
def known():
    """The registries that the golden questions rely on."""
    golden = golden_set()
    return lexicon_of(golden.abbreviations, golden.synonyms, {"ห้วยคราม"})


@pytest.fixture(params=["embedded", "cluster"])
def ask(request, db, known):
    """`ask(question)`: the documents found, as the results page finds and marks them."""
    url = "embedded://" if request.param == "embedded" else elasticsearch_url()
    with throw_away(url, golden_set().corpus.documents, known.vocabulary) as backend:

        def ask(text):
            found = find(SearchQuery(text), known, backend, ())
            for match in found.asked.answer.matches:
                extract(match.text.body, found.understood.marks)
            return [match.page for match in found.asked.answer.matches]

        ask("การนิเทศ")
        yield ask


def test_no_question_is_an_error_or_slow(ask):
    slow = {}
    for name, text in [*hostile_texts().items(), *((text, text) for text in random_questions(150))]:
        started = process_time()
        ask(text)
        passed = process_time() - started
        if passed > QUERY:
            slow[name] = round(passed, 2)
    assert not slow


def test_no_page_is_slow_to_cut_and_none_loses_its_text(known):
    Analyser(known.vocabulary).analyse(SearchDocument(1, "document", "ก", "ก"))
    for name, text in hostile_texts().items():
        assert len(text) == LENGTH, name
        started = process_time()
        cut = Analyser(known.vocabulary).analyse(SearchDocument(1, "document", text[:200], text))
        assert process_time() - started < PAGE, name
        assert cut.text.body or not text.strip("\u200b\u202e\u202c\u0e48"), name
