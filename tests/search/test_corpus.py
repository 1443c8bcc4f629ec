"""A corpus that cannot be used says which line is wrong, and why."""

import json

import pytest

from search.corpus import CorpusError, read_corpus, read_judged

DOCUMENT = {"id": "a", "title": "การนิเทศ", "body": "นิเทศชั้นเรียน"}


@pytest.fixture
def write(tmp_path):
    """`write(line, ...)`: a file of these lines; what is no text becomes JSON."""

    def write(*lines):
        path = tmp_path / "corpus.jsonl"
        path.write_text(
            "\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines) + "\n", encoding="utf-8"
        )
        return path

    return write


def test_documents_are_numbered_in_the_order_of_the_file(write):
    corpus = read_corpus(write(DOCUMENT, "", {**DOCUMENT, "id": 7, "title": "ข้าว"}))
    assert corpus.numbers == {"a": 1, "7": 2}
    assert [one.title for one in corpus.documents] == ["การนิเทศ", "ข้าว"]


def test_a_document_may_bring_labels_facets_a_date_and_files(write):
    more = {"labels": ["ป.4"], "facets": {"level": ["p4"]}, "date": "2025-05-16", "kind": "research"}
    files = [{"title": "ข้อสอบ.pdf", "text": "สะพาน"}]
    (document,) = read_corpus(write({**DOCUMENT, **more, "files": files})).documents
    assert (document.kind, document.labels, document.facets) == ("research", ("ป.4",), {"level": ("p4",)})
    assert document.date.year == 2025
    assert document.attachments[0].text == "สะพาน"


def test_judged_questions_name_their_documents(write):
    (judged,) = read_judged(write({"query": "นิเทศ", "relevant": ["a", 7]}))
    assert (judged.text, judged.relevant) == ("นิเทศ", {"a", "7"})


@pytest.mark.parametrize(
    "line",
    [
        "{not json}",
        '["a list"]',
        "[" * 100_000,
        {"title": "x", "body": "y"},
        {"id": True, "title": "x", "body": "y"},
        {"id": "b", "title": None, "body": "y"},
        {"id": "b", "title": "x"},
        {"id": "a", "title": "the id once more", "body": "y"},
        {"id": "b", "title": "x", "body": "y", "labels": "ป.4"},
        {"id": "b", "title": "x", "body": "y", "facets": []},
        {"id": "b", "title": "x", "body": "y", "files": [{"title": "x"}]},
        {"id": "b", "title": "x", "body": "y", "date": "16/5/2568"},
    ],
)
def test_a_wrong_document_is_named_by_its_line(write, line):
    with pytest.raises(CorpusError, match=r"corpus\.jsonl.*2"):
        read_corpus(write(DOCUMENT, line))


@pytest.mark.parametrize(
    "line",
    [
        {"query": "x"},
        {"query": 5, "relevant": ["a"]},
        {"query": "x", "relevant": []},
        {"query": "x", "relevant": [None]},
    ],
)
def test_a_wrong_question_is_named_by_its_line(write, line):
    with pytest.raises(CorpusError, match=r"corpus\.jsonl.*2"):
        read_judged(write({"query": "x", "relevant": ["a"]}, line))


def test_a_file_that_is_not_there_is_empty_or_not_in_utf8_is_named(write, tmp_path):
    with pytest.raises(CorpusError, match=r"nowhere\.jsonl"):
        read_corpus(tmp_path / "nowhere.jsonl")
    with pytest.raises(CorpusError, match=r"corpus\.jsonl"):
        read_corpus(write(""))
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes("การ".encode("tis-620"))
    with pytest.raises(CorpusError, match=r"latin\.jsonl"):
        read_judged(latin)
