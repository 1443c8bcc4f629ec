"""The portal cuts as PyThaiNLP does, faster."""

import random

import pytest
from pythainlp.tokenize.newmm import segment
from pythainlp.tokenize.tcc import segment as clusters
from pythainlp.util import Trie

from portal.thai.matching import clusters_of_run, cut_run
from portal.thai.segment import compounds, dictionary_words_at

LETTERS = [chr(code) for code in range(0x0E01, 0x0E4F) if not 0x0E3B <= code <= 0x0E3F]
REAL = [
    "การนิเทศติดตามและประเมินผลการจัดการศึกษาขั้นพื้นฐาน",
    "แนวทางการอ่านตากลมมากว่าเพลาขนบ",
    "ครูผู้สอนจัดกิจกรรมการเรียนรู้เชิงรุกในศตวรรษที่",
    "ฟิชโบวล์โฮจีกมันต์กกกกกกก",
    "กากาการ" * 40,
]


@pytest.fixture(scope="module")
def dictionary():
    words = {word for run in REAL for start in range(len(run)) for word in dictionary_words_at(run, start)}
    return Trie(words | set(compounds()) | {"ตา", "ตาก", "ลม", "กลม", "มาก", "กว่า", "มา", "กา", "การ"})


def runs():
    chance = random.Random(7)
    for _number in range(2000):
        yield "".join(chance.choice(LETTERS) for _ in range(chance.randrange(1, 40)))
        yield "".join(chance.choice(REAL)[chance.randrange(20) :][:12] for _ in range(chance.randrange(1, 6)))
    yield from REAL


def test_words_are_those_of_pythainlp(dictionary):
    for run in runs():
        assert list(cut_run(run, dictionary)) == segment(run, custom_dict=dictionary), run


def test_clusters_are_those_of_pythainlp():
    for run in runs():
        assert clusters_of_run(run) == clusters(run), run
