"""The same questions, the same order of answers: the embedded engine and a real Elasticsearch side by side."""

from dataclasses import replace

import pytest

from search.analysis import Analyser
from search.backends.embedded import EmbeddedBackend
from search.documents import AttachedText
from search.golden.reading import golden_set
from search.lexicon import lexicon_of
from search.tree import Question
from search.understanding import understand

from .contract.making import fill
from .engines import cluster, prefix

__all__ = ["prefix"]

AREAS = ("thai", "math", "science", "art", "health")
COUNTED = ("kind", "area", "level")


def documents(golden):
    """The golden set's documents, with attachments and filters that it does not have."""
    rows = golden.corpus.documents
    for place, (document, other) in enumerate(zip(rows, rows[::-1], strict=True)):
        files = (AttachedText(place, other.title, other.body),) if place % 3 == 0 else ()
        facets = {"area": (AREAS[place % 5], AREAS[place % 3]), "level": (f"p{place % 6}",)}
        yield replace(document, facets=facets, attachments=files, date=document.date if place % 7 else None)


@pytest.fixture
def both(prefix, tmp_path):
    """Both engines with the same pages, and the trees of all golden questions."""
    golden = golden_set()
    words = {word for group in golden.synonyms for word in group} | {"นิเทศภายใน", "ตะกร้าหนังสือ"}
    lexicon = lexicon_of(golden.abbreviations, golden.synonyms, words)
    pages = [Analyser(lexicon.vocabulary).analyse(document) for document in documents(golden)]
    engines = (EmbeddedBackend(tmp_path / "search"), cluster(prefix))
    for engine in engines:
        fill(engine, *pages)
    return engines, [tree for question in golden.questions for tree in understand(question.text, lexicon).stages]


def asked(tree, number) -> Question:
    """A question in one of the ways people ask: filtered or not, by date, on a later page."""
    chosen = [{}, {"area": ("math", "art")}, {"level": ("p1", "p2", "p3"), "area": ("thai",)}][number % 3]
    return Question(
        tree,
        chosen=chosen,
        counted=COUNTED,
        sort="date" if number % 5 == 4 else "relevance",
        start=10 if number % 11 == 10 else 0,
        wants_text=True,
    )


def test_both_engines_give_the_same_answers_in_the_same_order(both):
    (embedded, elastic), trees = both
    assert len(trees) > 150
    different = []
    for number, tree in enumerate([*trees, None]):
        for question in (asked(tree, number), asked(tree, 0)):
            one, other = embedded.search(question), elastic.search(question)
            assert (one.total, one.counts) == (other.total, other.counts)
            if [(match.page, match.text) for match in one.matches] != [(m.page, m.text) for m in other.matches]:
                different.append(question)
    assert len(different) <= 0.02 * 2 * len(trees), different


def test_both_engines_score_alike(both):
    (embedded, elastic), trees = both
    compared = 0
    for tree in trees:
        scores = {match.page: match.score for match in elastic.search(Question(tree)).matches}
        for match in embedded.search(Question(tree)).matches:
            if match.page in scores:
                assert match.score == pytest.approx(scores[match.page], rel=1e-4)
                compared += 1
    assert compared > 500


def test_both_engines_say_of_the_same_words_that_they_occur(both):
    (embedded, elastic), _trees = both
    asked_for = ["ครู", "นิเทศ", "คณิตศาสตร์", "ไดโนเสาร์", "ห้องสมุด", "2564"]
    one, other = embedded.count_words(asked_for), elastic.count_words(asked_for)
    assert {word for word, count in one.items() if count} == {word for word, count in other.items() if count}
    assert 0 < one["ครู"] <= other["ครู"]
