"""Text read out of files is mended where that is probable, and sound text keeps every letter."""

import re

import pytest

from portal.thai.extraction import mend, mend_pages
from portal.thai.plausible import is_readable

PAGE = "การนิเทศภายในเป็นกระบวนการที่ผู้บริหารสถานศึกษาร่วมกับครูพัฒนาการจัดการเรียนรู้อย่างต่อเนื่อง"


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("ส านักงานเขตพื้นที่", "สำนักงานเขตพื้นที่"),
        ("คู่มอืการปฏิบัติงาน", "คู่มือการปฏิบัติงาน"),
        ("คู่มอื", "คู่มือ"),
        ("เรอื่ง เพอื่พัฒนาเครอืข่าย", "เรื่อง เพื่อพัฒนาเครือข่าย"),
        ("ตัง้แต่เบอื้งต้น ทัง้นี้", "ตั้งแต่เบื้องต้น ทั้งนี้"),
        ("น ้า ฟ้ า", "น้ำ ฟ้า"),
        ("ก า ร นิ เ ท ศ ภ า ย ใ น", "การนิเทศภายใน"),
        ("¡ÒÃÈÖ¡ÉÒ¢Ñé¹¾×é¹°Ò¹", "การศึกษาขั้นพื้นฐาน"),
        ("ที\uf70bนี\uf70a", "ที้นี่"),
        ("ชื่อ ..............................", "ชื่อ"),
    ],
)
def test_usual_damage_is_mended(broken, right):
    assert mend(broken, is_wrapped=True) == right


def test_blanks_behind_sara_am_go_where_the_font_put_them_everywhere():
    assert mend("กำ หนดน้ำ หนักของสำ นักงานและทำ งาน", is_wrapped=True) == "กำหนดน้ำหนักของสำนักงานและทำงาน"
    assert "ทำ งาน" in mend("กำหนดน้ำหนักของสำนักงานและทำ งาน")


@pytest.mark.parametrize(
    "text",
    [
        "ผมอื่น งานนี้ ที่นี้ คนอื่น",
        f"{PAGE} ของสวิฟต์ {PAGE * 6}",
        "ก ข ค ง จ",
        "Café déjà vu à Paris",
        "ตาราง 1 คะแนน 25.50",
        "ครู\nนักเรียน",
    ],
)
def test_sound_text_stays(text):
    assert mend(text, is_wrapped=True) == text


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("ในสถาน\nศึกษาทุกแห่ง", "ในสถานศึกษาทุกแห่ง"),
        ("ก\n้าวหน้า", "ก้าวหน้า"),
        ("การประ-\nชุมครู", "การประชุมครู"),
        ("super-\nvision", "supervision"),
        ("เ\nรียน", "เรียน"),
    ],
)
def test_lines_broken_inside_a_word_are_joined_on_paper_only(lines, joined):
    assert mend(lines, is_wrapped=True) == joined


def test_running_heads_and_page_numbers_are_left_out_but_once():
    pages = [f"คู่มือปฏิบัติงาน สพป. เขต 2\n{PAGE} ตอนที่ {number}\nหน้า {number} จาก 5" for number in range(1, 6)]
    text = mend_pages(pages)
    assert text.count("คู่มือปฏิบัติงาน") == 1
    assert text.count("การนิเทศภายใน") == 5
    assert "หน้า" not in text


def test_lines_that_only_look_alike_on_two_pages_stay():
    assert mend_pages(["สรุปผล\nก", "สรุปผล\nข"]).count("สรุปผล") == 2


def test_noise_is_told_from_language():
    shifted = re.sub("[ก-ฮ]", lambda found: chr((ord(found[0]) - 0xE01 + 7) % 0x2E + 0xE01), PAGE)
    assert is_readable(PAGE) and is_readable("Supervision report 2025") and is_readable("1,250 2,300 45%")
    assert not is_readable(shifted)
    assert not is_readable("\ue012\ue033\ufffd" * 30)


def test_a_whole_manual_is_mended_quickly(seconds):
    paragraph = f"{PAGE} ตัง้แต่ต้นปี เรอื่งคู่มอืของส านักงาน กำ หนด\n"
    text = (paragraph * (200_000 // len(paragraph) + 1))[:200_000]
    assert seconds(lambda one: mend(one, is_wrapped=True), text) < 5


def test_hostile_text_is_mended_in_reasonable_time(hostile_text, seconds):
    assert seconds(lambda one: mend(one, is_wrapped=True), hostile_text) < 5


def test_nothing_of_scrambled_text_stops_it(scrambled_texts):
    for text in scrambled_texts:
        assert "\ud800" not in mend(text + "\ud800", is_wrapped=True)
        mend_pages([text, text, text])
