"""Reference lists in Thai and in English, rule by rule."""

from datetime import date

import pytest

from portal.citing.english_apa import english_apa
from portal.citing.thai_apa import thai_apa
from portal.citing.values import Citation, CitationDetails
from portal.content.shown import AuthorName

TODAY = date(2026, 11, 22)
PIMJAI = AuthorName("นางสาว", "พิมพ์ใจ", "ริมคราม", "Pimjai", "Rimkram")
WEERA = AuthorName("ดร.", "วีระ", "ทุ่งฝ้าย")
SUDA = AuthorName("นาง", "สุดา", "ณ ภูตะวัน")


def citation(*authors, title="อ่านคล่องใน 60 วัน", issued=date(2026, 11, 21), container="", **details) -> Citation:
    return Citation(
        key=1042,
        title=title,
        authors=authors,
        office="สพป.ธารคราม เขต 2",
        container=container,
        site="คลังความรู้งานนิเทศ",
        issued=issued,
        url="https://kr2.example/w/1042/",
        page_url="https://kr2.example/a/",
        abstract="",
        details=CitationDetails(**details),
    )


END = "คลังความรู้งานนิเทศ. https://kr2.example/w/1042/"


@pytest.mark.parametrize(
    ("authors", "shown"),
    [
        ((), "สพป.ธารคราม เขต 2"),
        ((PIMJAI,), "พิมพ์ใจ ริมคราม"),
        ((PIMJAI, WEERA), "พิมพ์ใจ ริมคราม และ วีระ ทุ่งฝ้าย"),
        ((PIMJAI, WEERA, SUDA), "พิมพ์ใจ ริมคราม, วีระ ทุ่งฝ้าย และ สุดา ณ ภูตะวัน"),
        ((AuthorName("ม.ล.", "ปิ่น", "มาลากุล"),), "ปิ่น มาลากุล, ม.ล"),
        ((AuthorName("พระมหา", "สมชาย", ""),), "พระมหาสมชาย"),
    ],
)
def test_given_names_stand_first_and_titles_are_left_out(authors, shown):
    assert str(thai_apa(citation(*authors), TODAY)) == f"{shown}. (2569). อ่านคล่องใน 60 วัน. {END}"


def test_of_more_than_twenty_authors_the_first_nineteen_and_the_last_are_named():
    many = [AuthorName("", f"คน{number}", "ดี") for number in range(1, 23)]
    shown = str(thai_apa(citation(*many), TODAY))
    assert "คน19 ดี, . . . คน22 ดี. (2569)" in shown
    assert "คน20" not in shown


def test_without_a_date_the_day_of_reading_is_said():
    shown = str(thai_apa(citation(PIMJAI, issued=None), TODAY))
    assert "(ม.ป.ป.)" in shown
    assert shown.endswith("สืบค้นเมื่อ 22 พฤศจิกายน 2569 จาก https://kr2.example/w/1042/")


def test_a_chapter_is_part_of_its_manual_and_only_the_manual_is_set_apart():
    reference = thai_apa(citation(title="การนิเทศ", container="คู่มือการปฏิบัติงาน", kind="chapter"), TODAY)
    assert reference.before == "สพป.ธารคราม เขต 2. (2569). การนิเทศ. ใน "
    assert reference.title == "คู่มือการปฏิบัติงาน"


def test_a_title_that_ends_in_a_question_gets_no_full_stop():
    assert f"อ่านคล่องได้อย่างไร? {END}" in str(thai_apa(citation(PIMJAI, title="อ่านคล่องได้อย่างไร?"), TODAY))


def test_a_report_says_so_in_brackets():
    assert "60 วัน [รายงานการวิจัย]. คลัง" in str(thai_apa(citation(PIMJAI, genre="รายงานการวิจัย"), TODAY))


def test_in_english_family_names_stand_first_and_unknown_spellings_are_romanised():
    shown = str(english_apa(citation(PIMJAI, WEERA, title_en="Fluent in 60 days"), TODAY))
    assert shown.startswith("Rimkram, P., & Thungfai, W. (2026). Fluent in 60 days [in Thai]. ")


def test_in_english_without_a_date_the_day_of_reading_is_said():
    shown = str(english_apa(citation(issued=None), TODAY))
    assert "(n.d.)" in shown
    assert "Retrieved November 22, 2026, from https://" in shown
