"""Thai documents of an invented office: the same at every run, with words as frequent as in real texts."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

LENGTH: Final = 1000  # characters of a document, about
AREAS: Final = ["ภาษาไทย", "คณิตศาสตร์", "วิทยาศาสตร์", "สังคมศึกษา", "สุขศึกษา", "ศิลปะ", "การงานอาชีพ", "ภาษาอังกฤษ"]
NETWORKS: Final = ["ดอกคูน", "ลำห้วย", "ภูผา", "ทุ่งทอง", "ริมคราม", "ป่าสัก", "นาคำ", "โนนสูง"]
LEVELS: Final = ["early", "p1", "p2", "p3", "p4", "p5", "p6", "m1", "m2", "m3"]
TAGS: Final = ["เชิงรุก", "ออนไลน์", "อ่านออก", "คิดเลข", "ท้องถิ่น", "ต้นแบบ", "คละชั้น", "พอเพียง"]
FIRST_YEAR: Final = 2558
YEARS: Final = 12
FIRST_DAY: Final = datetime.date(2015, 5, 16)
DAYS: Final = 4000
SUBJECTS: Final = [
    "การนิเทศชั้นเรียน",
    "แผนการจัดการเรียนรู้",
    "การวัดและประเมินผล",
    "การวิจัยในชั้นเรียน",
    "หลักสูตรสถานศึกษา",
    "สื่อการเรียนรู้",
    "การประกันคุณภาพภายใน",
    "ชุมชนแห่งการเรียนรู้ทางวิชาชีพ",
    "การอ่านจับใจความ",
    "การคิดวิเคราะห์",
    "การจัดการศึกษาพิเศษ",
    "โครงงานคุณธรรม",
    "ทักษะการคำนวณ",
    "การใช้เทคโนโลยี",
    "ห้องสมุดมีชีวิต",
    "การเยี่ยมบ้านนักเรียน",
    "การเบิกจ่ายงบประมาณ",
]
OPENINGS: Final = ["คู่มือ", "แนวทาง", "รายงานผล", "กระบวนงาน", "นวัตกรรม", "รูปแบบ", "แบบบันทึก", "การพัฒนา"]


@dataclass(frozen=True, slots=True)
class Generated:
    """A document, and what it is filtered by."""

    number: int
    title: str
    body: str
    date: datetime.date
    area: str
    network: str
    level: str
    year: int
    tag: str


def documents(count: int) -> Iterator[Generated]:
    """The first `count` documents; a longer list begins with the shorter one."""
    words, weights = _frequent_words()
    for number in range(1, count + 1):
        chance = random.Random(number)
        yield Generated(
            number,
            "".join(
                (chance.choice(OPENINGS), chance.choice(SUBJECTS), *chance.choices(words, cum_weights=weights, k=4))
            ),
            _body(chance, words, weights),
            FIRST_DAY + datetime.timedelta(days=chance.randrange(DAYS)),
            chance.choice(AREAS),
            chance.choice(NETWORKS),
            chance.choice(LEVELS),
            FIRST_YEAR + chance.randrange(YEARS),
            chance.choice(TAGS),
        )


def questions(count: int) -> list[str]:
    """What people would ask of them: single words, some words, whole questions."""
    words, weights = _frequent_words()
    rare = words[300:6000]
    asked = []
    for number in range(count):
        chance = random.Random(-1 - number)
        subject, word = chance.choice(SUBJECTS), chance.choice(rare)
        year = FIRST_YEAR + chance.randrange(YEARS)
        forms = (word, subject, f"{subject} {word}", f"{subject} {year}", f"ครูจะใช้{subject}กับ{word}ได้อย่างไร")
        asked.append(chance.choice(forms))
    return asked


def _body(chance: random.Random, words: list[str], weights: list[float]) -> str:
    parts: list[str] = []
    length = 0
    while length < LENGTH:
        sentence = chance.choices(words, cum_weights=weights, k=chance.randrange(8, 20))
        if chance.random() < 0.3:
            sentence.insert(chance.randrange(len(sentence)), chance.choice(SUBJECTS))
        if chance.random() < 0.15:
            sentence.append(f" {chance.randrange(1, 2570)} ")
        parts.append("".join(sentence))
        length += len(parts[-1]) + 1
    return " ".join(parts)


def _frequent_words() -> tuple[list[str], list[float]]:
    """The Thai words of a corpus of textbooks, the most frequent first, and the sums of how often they stand there."""
    from pythainlp.corpus import ttc

    counted = [(word, count) for word, count in ttc.unigram_word_freqs().items() if _is_thai(word)]
    counted.sort(key=lambda one: (-one[1], one[0]))
    return [word for word, _count in counted], list(accumulate(float(count) for _word, count in counted))


def _is_thai(word: str) -> bool:
    return all("\u0e01" <= letter <= "\u0e4e" for letter in word)
