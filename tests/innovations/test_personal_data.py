"""What a work says about people: found before it is sent, and no alarm for what only looks like it."""

import pytest

from innovations.models import WorkEvidence, WorkPicture
from innovations.personal_data import findings, findings_in, national_ids, phone_numbers
from portal.content.models import DocumentText, PageAttachment
from tests.factories import make_document
from tests.innovations.making import make_image, make_work

IDS = ["1101700203450", "1-1017-00203-45-0", "1 1017 00203 45 0", "๑๑๐๑๗๐๐๒๐๓๔๕๐", "เลขบัตร1101700203450ค่ะ"]
PHONES = [
    "0812345678",
    "081-234-5678",
    "081 234 5678",
    "08-1234-5678",
    "๐๘๑-๒๓๔๕๖๗๘",
    "+66 81 234 5678",
    "+66812345678",
    "0066812345678",
    "(081) 234-5678",
    "044-123456",
    "02-123-4567",
    "0 4412 3456",
    "โทร.0812345678",
    "โทร0812345678นะครับ",
]
NEITHER = [
    "1101700203452",  # a wrong check digit
    "รหัสสถานศึกษา 1030200123",
    "รหัสโรงเรียน 0812345678901",
    "งบประมาณ 1,234,567.89 บาท",
    "จำนวน 0.812345678",
    "12/05/2568",
    "2568-05-12",
    "ปีการศึกษา 2565-2568",
    "ศธ 04009/ว 1234",
    "เล่ม 136 ตอนที่ 57 ก",
    "ISBN 978-616-395-123-4",
    "ร้อยละ 85.25 95.50 78.25",
    "1 2 3 4 5 6 7 8 9 10 11 12 13",
    "15 20 30 25 18 22 10 5",
    "ตัวชี้วัดที่ 1.1.1, 1.1.2, 1.1.3 และ 2.1.1",
    "doi.org/10.14456/0812345678",
]


@pytest.mark.parametrize("text", IDS)
def test_national_id_is_found_however_it_is_written(text):
    assert [finding.message for finding in findings_in("สรุป", text)]
    assert len(list(findings_in("สรุป", text))) == 1


@pytest.mark.parametrize("text", PHONES)
def test_telephone_number_is_found_however_it_is_written(text):
    found = list(findings_in("สรุป", text))
    assert len(found) == 1
    assert "0812345678" not in found[0].message


@pytest.mark.parametrize("text", NEITHER)
def test_other_numbers_are_no_alarm(text):
    assert list(findings_in("สรุป", text)) == []


@pytest.mark.django_db
def test_fields_rows_files_and_pictures_are_looked_through(home):
    work = make_work(home, live=False, process="ติดต่อครูพิมพ์ใจ 081-234-5678")
    document = make_document("รายชื่อนักเรียน")
    DocumentText.objects.update_or_create(
        document=document,
        defaults={"text": IDS[0], "source_name": document.file.name, "source_hash": document.file_hash},
    )
    work.attachments = [PageAttachment(document=document)]
    work.evidence = [WorkEvidence(measure="คะแนน", note="โทร 044-123456")]
    work.pictures = [WorkPicture(image=make_image(), alternative="นักเรียนอ่านหนังสือ", has_pupils=True)]
    found = findings(work)
    assert len(found) == 4
    assert {"รายชื่อนักเรียน", "นักเรียนอ่านหนังสือ"} < {finding.where for finding in found}
    work.has_consent = True
    assert len(findings(work)) == 3


def test_numbers_are_given_in_one_spelling():
    assert phone_numbers("+66 (0)81 234 5678") == ["0812345678"]
    assert national_ids("1-1017-00203-45-0") == ["1101700203450"]
