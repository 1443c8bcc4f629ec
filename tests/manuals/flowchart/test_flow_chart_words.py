"""Labels are wrapped as a Thai typist would, and the chart is told in words."""

from django.utils.translation import override

from manuals.flowchart import describe
from manuals.flowchart.diamonds import fit_diamond, line_widths
from manuals.flowchart.labels import ELLIPSIS, MOST_LINES, text_width, wrap, wrap_evenly
from portal.thai.segment import words
from tests.manuals.flowchart.processes import STRAIGHT, TWO_LANES, decision, step

SENTENCE = "ศึกษาสภาพปัญหาและความต้องการรับการนิเทศการจัดการศึกษาและการจัดการเรียนการสอนของสถานศึกษา"


def test_lines_break_between_words_and_lose_nothing():
    lines = wrap_evenly(SENTENCE, 136, 8)
    assert "".join(lines) == SENTENCE
    ends = {len("".join(words(SENTENCE)[:count])) for count in range(len(words(SENTENCE)) + 1)}
    assert {len("".join(lines[:count])) for count in range(len(lines) + 1)} <= ends


def test_lines_are_of_even_length():
    widths = [text_width(line) for line in wrap_evenly("รวบรวมข้อมูลและสภาพปัญหาของสถานศึกษา", 136, 6)]
    assert min(widths) > 0.6 * max(widths)


def test_text_without_room_ends_with_an_ellipsis_after_a_word():
    lines = wrap_evenly(SENTENCE, 136, 2)
    assert len(lines) == 2
    assert lines[-1].endswith(ELLIPSIS)
    kept = "".join(lines).removesuffix(ELLIPSIS)
    assert SENTENCE.startswith(kept)
    assert kept in {"".join(words(SENTENCE)[:count]) for count in range(len(words(SENTENCE)))}


def test_mai_yamok_and_closing_marks_never_begin_a_line():
    for width in range(72, 160, 4):
        for text in ("จัดทำเอกสารอื่น ๆ และสิ่งต่าง ๆ ที่เกี่ยวข้อง", "แผน (ประจำปี) ของกลุ่มนิเทศฯ (ร่าง)"):
            lines = wrap_evenly(text, width, 20)
            assert not any(line.startswith(("ๆ", "ฯ", ")")) for line in lines), lines
            assert not any(line.endswith("(") for line in lines), lines


def test_a_word_wider_than_its_line_is_torn_between_clusters():
    lines, is_whole = wrap("ประชาสัมพันธ์", [40] * 10)
    assert not is_whole
    assert all(text_width(line) <= 40 for line in lines)
    assert "".join(lines) == "ประชาสัมพันธ์"
    assert not any(line.startswith(("ั", "์", "ะ", "า")) for line in lines)


def test_empty_and_blank_labels_have_no_lines():
    assert wrap_evenly("", 100, 6) == ()
    assert wrap_evenly("  \n ", 100, 6) == ()
    assert fit_diamond("", 160)[0] == ()


def test_a_long_question_keeps_inside_its_diamond():
    for width in (152, 160, 200):
        for repeated in range(1, 6):
            lines, height = fit_diamond(SENTENCE * repeated, width)
            assert 0 < len(lines) <= MOST_LINES
            rooms = line_widths(len(lines), width, height)
            assert all(text_width(line) <= room for line, room in zip(lines, rooms, strict=True))


def test_description_counts_steps_and_tells_where_decisions_lead():
    with override("en"):
        assert describe(STRAIGHT) == "A flow chart of 3 steps."
        told = describe(TWO_LANES)
    assert "A flow chart of 8 steps. Responsible: กลุ่มนิเทศฯ, สถานศึกษา." in told
    assert "Decision at step 5, ผลเป็นไปตามเกณฑ์หรือไม่: ผ่าน leads to step 7; ไม่ผ่าน leads to step 6." in told


def test_description_tells_what_happens_otherwise_and_what_ends_the_work():
    with override("en"):
        told = describe([step("1", "ร่าง"), decision("2", "ผ่านหรือไม่", ไม่ผ่าน="1")])
    assert "ไม่ผ่าน leads to step 1; otherwise ends the work." in told
