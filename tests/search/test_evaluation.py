"""Measuring: the figures mean what they say, the command says them exactly, and nothing of it stays behind."""

import json
import os
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.corpus import Corpus, JudgedQuery
from search.documents import SearchDocument
from search.evaluation import Asked, evaluate, judge_keywords, judge_questions, times

from .engines import client, elasticsearch_url

TEXTS = {
    "rice": ("การปลูกข้าว", "ชาวนาปลูกข้าวในฤดูฝน"),
    "news": ("การอ่านข่าว", "นักเรียนอ่านข่าวหน้าเสาธง"),
    "supervision": ("การนิเทศชั้นเรียน", "ศึกษานิเทศก์เข้าสังเกตการสอน"),
}


def asked(relevant, found, ms=1.0):
    return Asked(JudgedQuery("", frozenset()), frozenset(relevant), tuple(found), ms)


def lines(path: Path, rows) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.fixture
def files(tmp_path, db):
    """The options of the command for a corpus of three documents."""
    documents = [{"id": name, "title": title, "body": body} for name, (title, body) in TEXTS.items()]
    questions = [{"query": "ใครสังเกตการสอน", "relevant": ["supervision"]}]
    keywords = [{"query": "ข้าว", "relevant": ["rice"]}, {"query": "ข่าว", "relevant": ["news"]}]
    return {
        "documents": lines(tmp_path / "d.jsonl", documents),
        "questions": lines(tmp_path / "q.jsonl", questions),
        "keywords": lines(tmp_path / "k.jsonl", keywords),
    }


def run(**options) -> str:
    out = StringIO()
    named = [f"--{name}={value}" for name, value in options.items() if value is not True]
    call_command("evaluate_search", *named, *(["--json"] if options.get("json") else []), stdout=out, stderr=StringIO())
    return out.getvalue()


def test_a_question_counts_by_the_place_of_its_document():
    figures = judge_questions([asked([1], [1]), asked([1], [9, 8, 7, 1]), asked([1], range(2, 20)), asked([1], [])])
    assert figures == {"mrr@10": (1 + 0.25) / 4, "hit@10": 0.5, "empty": 0.25}


def test_a_keyword_that_more_documents_hold_than_there_are_places_can_still_be_right():
    many = range(1, 51)
    assert judge_keywords([asked(many, range(1, 21))]) == {"recall@20": 1.0, "precision@20": 1.0, "empty": 0.0}
    half = judge_keywords([asked([1, 2], [1, 3]), asked([1], [])])
    assert half == {"recall@20": 0.25, "precision@20": 0.25, "empty": 0.5}


def test_nothing_asked_gives_no_figures():
    assert (judge_questions([]), judge_keywords([]), times([])) == ({}, {}, {})


@pytest.mark.parametrize("engine", ["embedded", "cluster"])
def test_the_figures_as_json_have_exactly_the_promised_names(files, engine):
    url = "embedded://" if engine == "embedded" else elasticsearch_url()
    figures = json.loads(run(**files, engine=url, json=True))
    assert {name: set(group) for name, group in figures.items()} == {
        "questions": {"mrr@10", "hit@10", "empty"},
        "keywords": {"recall@20", "precision@20", "empty"},
        "ms": {"p50", "p95"},
    }
    assert figures["questions"] == {"mrr@10": 1.0, "hit@10": 1.0, "empty": 0.0}
    assert figures["keywords"] == {"recall@20": 1.0, "precision@20": 1.0, "empty": 0.0}


@pytest.mark.parametrize("missing", ["questions", "keywords"])
def test_questions_or_keywords_may_be_left_out(files, missing):
    files.pop(missing)
    assert missing not in json.loads(run(**files, json=True))
    assert missing not in run(**files)


def test_without_anything_to_ask_the_command_says_what_to_name(files):
    with pytest.raises(CommandError, match="--questions"):
        run(documents=files["documents"])


@pytest.mark.parametrize("engine", ["ftp://nowhere", "http://127.0.0.1:1/portal", "http://user:secret@127.0.0.1:9200"])
def test_an_engine_that_cannot_be_used_is_named_without_a_password(files, engine):
    with pytest.raises(CommandError) as error:
        run(**files, engine=engine)
    assert "secret" not in str(error.value)


def test_a_wrong_line_ends_the_command_with_its_number(files, tmp_path):
    files["keywords"] = lines(tmp_path / "wrong.jsonl", [{"query": "ข้าว", "relevant": ["rice"]}, {"query": "ข่าว"}])
    with pytest.raises(CommandError, match=r"wrong\.jsonl.*2"):
        run(**files)


def test_documents_that_the_corpus_does_not_hold_count_as_not_found(files, tmp_path):
    files["keywords"] = lines(tmp_path / "k.jsonl", [{"query": "ข้าว", "relevant": ["rice", "elsewhere"]}])
    assert json.loads(run(**files, json=True))["keywords"]["recall@20"] == 0.5


def test_words_of_the_titles_are_learnt_as_the_portal_learns_them(db):
    name = "โรงเรียนบ้านกุดฆ้องชัยโพนเมือง"
    documents = (SearchDocument(1, "document", name, "เปิดเรียน"), SearchDocument(2, "document", "ฆ้อง", "ฆ้องวง"))
    figures = evaluate(Corpus(documents, {"a": 1, "b": 2}), [JudgedQuery(name, frozenset("a"))], [])
    assert figures.questions["mrr@10"] == 1.0


def test_the_folder_is_gone_afterwards_also_when_it_went_wrong(files, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "here"))
    (tmp_path / "here").mkdir()
    run(**files)

    def stop(_stage, _done, _all):
        assert list((tmp_path / "here").iterdir())
        raise KeyboardInterrupt

    corpus = Corpus((SearchDocument(1, "document", "ข้าว", "ข้าว"),), {"a": 1})
    with pytest.raises(KeyboardInterrupt):
        evaluate(corpus, [], [], progress=stop)
    assert not list((tmp_path / "here").iterdir())


def test_the_cluster_keeps_no_index_also_when_it_went_wrong(files):
    def names():
        return {name for name in client().indices.get_alias(index="*").body if "throwaway" in name}

    during = set()

    def stop(_stage, _done, _all):
        during.update(names())
        raise KeyboardInterrupt

    corpus = Corpus((SearchDocument(1, "document", "ข้าว", "ข้าว"),), {"a": 1})
    with pytest.raises(KeyboardInterrupt):
        evaluate(corpus, [], [], elasticsearch_url(), stop)
    assert during
    assert not during & names()


def test_a_portal_without_a_database_can_be_measured(files, tmp_path):
    root = Path(__file__).resolve().parents[2]
    new = {"PORTAL_DATA_DIR": str(tmp_path / "new"), "DJANGO_SETTINGS_MODULE": "portal.settings.development"}
    done = subprocess.run(
        [sys.executable, "manage.py", "evaluate_search", "--json", f"--documents={files['documents']}"]
        + [f"--keywords={files['keywords']}"],
        cwd=root,
        env={**os.environ, **new},
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["keywords"]["recall@20"] == 1.0
