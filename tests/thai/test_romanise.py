"""Thai titles get addresses and file names that people can read and that never clash."""

import string

import pytest

from portal.thai.romanise import AnchorMaker, file_name, romanise, royin, slug, unique_slug


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("กฎหมาย", "kotmai"),
        ("การจัดการเรียนรู้", "kan chatkan rianru"),
        ("เกณฑ์", "ken"),
        ("เครื่องมือ", "khrueangmue"),
        ("นวัตกรรม", "nawattakam"),
        ("ผู้บริหาร", "phuborihan"),
        ("พระราชบัญญัติ", "phraratchabanyat"),
        ("มาตรฐาน", "mattrathan"),
        ("ศึกษานิเทศก์", "sueksanithet"),
        ("สกลนคร", "sakonnakhon"),
        ("สร้าง", "sang"),
        ("สถานศึกษา", "sathansueksa"),
        ("หาก", "hak"),
        ("ใหม่", "mai"),
        ("อนุมัติ", "anumat"),
        ("ครู Café ๑๒", "khru Cafe 12"),
    ],
)
def test_words_of_the_office_are_read_as_they_are_spoken(word, latin):
    assert romanise(word).replace(" ", "") == latin.replace(" ", "")


def test_slug_is_readable():
    assert slug("คู่มือการนิเทศ ป.๑") == "khumue-kan-nithet-p-1"
    assert slug("Best Practice: Active Learning") == "best-practice-active-learning"


@pytest.mark.parametrize("text", ["", "   ", "!!!", "ๆ", "่", "中文", "😀"])
def test_slug_falls_back_when_nothing_is_left(text):
    assert slug(text, fallback="manual") == "manual"


def test_slug_is_cut_between_words():
    long_title = "คู่มือการปฏิบัติงานกลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา " * 5
    short = slug(long_title, max_length=40)
    assert len(short) <= 40
    assert slug(long_title, max_length=400).startswith(short + "-")


def test_slug_is_plain_ascii_whatever_comes(scrambled_texts):
    allowed = set(string.ascii_lowercase + string.digits + "-")
    for text in scrambled_texts:
        made = slug(text)
        assert set(made) <= allowed
        assert not made.startswith("-") and not made.endswith("-") and "--" not in made


def test_three_words_that_sound_alike_get_three_slugs():
    taken: set[str] = set()
    for word in ("ข้าว", "ข่าว", "ขาว"):
        taken.add(unique_slug(word, taken))
    assert taken == {"khao", "khao-2", "khao-3"}


def test_unique_slug_asks_a_question_and_keeps_its_length():
    made = unique_slug("a" * 30, lambda candidate: not candidate.endswith("-10"), max_length=12)
    assert made == "aaaaaaaaa-10"


def test_anchors_are_unique_within_a_page_and_stable():
    headings = ["วัตถุประสงค์", "ขอบเขต", "วัตถุประสงค์", "???"]
    first, second = AnchorMaker(), AnchorMaker()
    made = [first(heading) for heading in headings]
    assert made == ["watthuprasong", "khopkhet", "watthuprasong-2", "section"]
    assert [second(heading) for heading in headings] == made


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("แบบฟอร์มที่ ๑ น้ำ.pdf", "baepfom-thi-1-nam.pdf"),
        ("รายงาน.ผล.DOCX", "raingan-phon.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\งาน\\แผน.xlsx", "phaen.xlsx"),
        (".htaccess", "htaccess"),
        ("😀.png", "file.png"),
        ("", "file"),
    ],
)
def test_uploaded_files_get_safe_names(given, safe):
    assert file_name(given) == safe


def test_hostile_text_is_romanised_in_reasonable_time(hostile_text, seconds):
    romanise("อุ่นเครื่อง")
    assert seconds(slug, hostile_text) < 1
    assert seconds(romanise, hostile_text) < 8


def test_syllables_are_read_as_pythainlp_reads_them():
    from pythainlp.corpus import thai_syllables
    from pythainlp.transliterate import romanize

    syllables = sorted(thai_syllables())[::20]
    assert {one: royin(one) for one in syllables} == {one: romanize(one, engine="royin") for one in syllables}
