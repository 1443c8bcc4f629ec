"""What looks like something about a person is told from what only begins alike."""

import pytest

from portal.thai.personal import looks_personal


@pytest.mark.parametrize(
    "text",
    [
        "นายสมชาย ใจดี",
        "นาย สมชาย",
        "ผลงานของนายกิตติ พงษ์ดี",
        "ผลงาน นายกร ใจดี",
        "ครู นางวันดี",
        "นางสาวกานดา รักเรียน",
        "เด็กชายก้อง",
        "ด.ช.ก้องภพ",
        "ด.ญ. มะลิ",
        "ดช. ก้อง",
        "น.ส.สมหญิง",
        "mr. smith",
        "081-234-5678",
        "โทร 0812345678",
        "๐๘๑ ๒๓๔ ๕๖๗๘",
        "1-2345-67890-12-3",
        "เลขประจำตัว 12345",
        "somchai@example.org",
        "@kru.somchai",
    ],
)
def test_names_behind_titles_long_numbers_and_addresses_look_personal(text):
    assert looks_personal(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "นายก อบต.",
        "นายก สพป.",
        "นายกรัฐมนตรี",
        "นายจ้าง",
        "นายทะเบียน",
        "นางรำ",
        "ระบำนางนพมาศ",
        "แผนการสอนภาษาไทย ป.1",
        "ค 1.1 ป.1/1",
        "ปีงบประมาณ 2566-2568",
        "ปีการศึกษา ๒๕๖๗",
        "พ.ศ. 2542 มาตรา 48",
        "ศธ 04009/ว3365",
        "ว 9/2564",
        "10.1.2",
        "ms word",
    ],
)
def test_offices_words_years_and_codes_do_not(text):
    assert not looks_personal(text)
